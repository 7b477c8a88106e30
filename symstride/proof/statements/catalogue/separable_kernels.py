"""Kernels that are products: one axis after the other, strides included."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Separable kernels"
LINE = "a kernel that is a product of two is two layers of one axis each, in either order, each with its stride"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("composition",)
MOST_AXES = 1

PLANE = "sum(w[i1]*v[i2]*x[s1*j1 + dl1*i1 - p1, s2*j2 + dl2*i2 - p2] for i1 in range(k1) for i2 in range(k2))"
ROWS = {"rows[t1, j2]": "sum(v[i]*x[t1, s2*j2 + dl2*i - p2] for i in range(k2))"}
COLUMNS = {"columns[j1, t2]": "sum(w[i]*x[s1*j1 + dl1*i - p1, t2] for i in range(k1))"}

CLAIMS = {
    "rows, then columns": Texts(
        PLANE,
        "sum(w[i]*rows[s1*j1 + dl1*i - p1, j2] for i in range(k1))",
        where=ROWS,
        words="The rows are filtered and subsampled first, then the columns of the smaller image.",
    ),
    "columns, then rows": Texts(
        PLANE,
        "sum(v[i]*columns[j1, s2*j2 + dl2*i - p2] for i in range(k2))",
        where=COLUMNS,
        words="Or the other way round: layers along different axes exchange, each with its stride and its padding.",
    ),
}

FALSE = {
    "the stride belongs to its own axis": Texts(
        PLANE, "sum(w[i]*rows[j1 + dl1*i - p1, s1*j2] for i in range(k1))", "1 <= s1; 1 <= s2", ROWS
    ),
}
