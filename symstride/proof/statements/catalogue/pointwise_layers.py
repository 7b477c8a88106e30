"""A layer with a kernel of one tap, behind or in front of a strided layer, mixes channels only."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Layers of one tap"
LINE = "a 1x1 layer behind a strided layer only mixes its weights, and one of stride s subsamples"
SOURCES = ("dumoulin2016guide",)
FOLLOWS = ("composition",)

CONV = {"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
LETTERS = "i j k s dl p r t"

CLAIMS = {
    "behind a layer": Texts(
        "sum(v[o, e]*conv(w, x)[e, j] for e in range(B))",
        "conv(mixed, x)[o, j]",
        where={**CONV, "mixed[o, c, i]": "sum(v[o, e]*w[e, c, i] for e in range(B))"},
        letters=LETTERS,
        words="A layer of one tap behind a strided layer is the strided layer with mixed kernels, padding included.",
    ),
    "with a stride": Texts(
        "sum(v[o, e]*conv(w, x)[e, r*j] for e in range(B))",
        "sum(mixed[o, c, i]*x[c, r*s*j + dl*i - p] for c in range(C) for i in range(k))",
        where={**CONV, "mixed[o, c, i]": "sum(v[o, e]*w[e, c, i] for e in range(B))"},
        letters=LETTERS,
        words="With a stride $r$ of its own it leaves out outputs: the strides multiply, the kernel stays as large.",
    ),
    "in front of a layer": Texts(
        "conv(w, mixed)[o, j]",
        "sum(both[o, b, i]*x[b, s*j + dl*i - p] for b in range(B) for i in range(k))",
        where={
            **CONV,
            "mixed[c, t]": "sum(v[c, b]*x[b, t] for b in range(B))",
            "both[o, b, i]": "sum(w[o, c, i]*v[c, b] for c in range(C))",
        },
        letters=LETTERS,
        words="In front of a strided layer it goes into its kernel as well.",
    ),
}

FALSE = {
    "a map between the two layers keeps them apart": Texts(
        "sum(v[o, e]*f(conv(w, x)[e, j]) for e in range(B))",
        "f(conv(mixed, x)[o, j])",
        where={**CONV, "mixed[o, c, i]": "sum(v[o, e]*w[e, c, i] for e in range(B))"},
        letters=LETTERS,
    ),
}
