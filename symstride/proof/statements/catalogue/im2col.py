"""Unfolding: a strided layer as the product of two matrices."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "A layer as a product of matrices"
LINE = "im2col: the matrix of all windows, times the matrix of all kernels, is the layer; stride picks the windows"
SOURCES = ("chellapilla2006high",)
FOLLOWS = ("subsampling",)
MOST_AXES = 1

COLUMNS = {"kernels[o, q]": "w[o, q//k, q % k]", "windows[q, j]": "x[q//k, s*j + dl*(q % k) - p]"}
PLANE = {
    "kernels[o, q]": "w[o, q//k2//k1, q//k2 % k1, q % k2]",
    "windows[q, j1, j2]": "x[q//k2//k1, s1*j1 + q//k2 % k1 - p1, s2*j2 + q % k2 - p2]",
}

CLAIMS = {
    "one axis": Texts(
        "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
        "sum(kernels[o, q]*windows[q, j] for q in range(C*k))",
        "1 <= k",
        COLUMNS,
        "",
        "Row $q = k c + i$ of the matrix of windows has what tap $i$ reads in channel $c$, for every output $j$.",
    ),
    "two axes": Texts(
        "sum(w[o, c, i1, i2]*x[c, s1*j1 + i1 - p1, s2*j2 + i2 - p2] for c in range(C) for i1 in range(k1) "
        "for i2 in range(k2))",
        "sum(kernels[o, q]*windows[q, j1, j2] for q in range(C*k1*k2))",
        "1 <= k1; 1 <= k2",
        PLANE,
        "",
        "In the plane, row $q = (k_1 c + i_1) k_2 + i_2$.",
    ),
    "a stride picks columns": Texts(
        "windows[q, j]",
        "plain[q, s*j]",
        "1 <= k",
        {**COLUMNS, "plain[q, j]": "x[q//k, j + dl*(q % k) - p]"},
        "",
        "The windows of a strided layer are every $s$-th of those of the layer with stride 1.",
    ),
    "folding back": Texts(
        "sum(g[q, j]*windows[q, j] for q in range(C*k) for j in range(M))",
        "sum(g[k*c + i, j]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k) for j in range(M))",
        "1 <= k",
        COLUMNS,
        "",
        "The adjoint of unfolding, called col2im, adds up what falls on one place.",
    ),
}

FALSE = {
    "channels and taps in the other order": Texts(
        "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
        "sum(w[o, q % C, q//C]*windows[q, j] for q in range(C*k))",
        "1 <= k; 1 <= C",
        COLUMNS,
    ),
}
