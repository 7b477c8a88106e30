"""Padding between two layers: when it spoils their composition, and by how much."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Padding between layers"
LINE = "two layers with zero padding between them are one where no padded place is read; elsewhere, what is missing"
SOURCES = ("dumoulin2016guide",)
FOLLOWS = ("composition",)

LAYERS = {
    "first[e, m]": "sum(w1[e, c, i]*x[c, s1*m + i - p1] for c in range(C) for i in range(k1))",
    "inside[e, m]": "[0 <= m < M]*first[e, m]",
    "joined[o, c, t]": "sum([0 <= t - s1*i < k1]*w2[o, e, i]*w1[e, c, t - s1*i] for e in range(B) for i in range(k2))",
}
JOINED = "sum(joined[o, c, t]*x[c, s1*s2*j + t - (p1 + s1*p2)] for c in range(C) for t in range(k1 + s1*(k2 - 1)))"
PADDED = "sum(w2[o, e, i]*inside[e, s2*j + i - p2] for e in range(B) for i in range(k2))"
LETTERS = "M i j k1 k2 m p1 p2 s1 s2 t"

CLAIMS = {
    "where no padded place is read": Texts(
        PADDED,
        JOINED,
        "1 <= s1; p2 <= s2*j; s2*j + k2 - p2 <= M",
        LAYERS,
        LETTERS,
        "An output whose window lies inside the $M$ outputs of the first layer is that of the joined layer.",
    ),
    "what is missing elsewhere": Texts(
        JOINED,
        PADDED + " + sum([not 0 <= s2*j + i - p2 < M]*w2[o, e, i]*first[e, s2*j + i - p2] for e in range(B) "
        "for i in range(k2))",
        "1 <= s1",
        LAYERS,
        "",
        "On one axis: what the joined layer has more is what the first layer would give outside its output.",
    ),
}

FALSE = {
    "padding in the middle is not padding in front": Texts(
        PADDED, JOINED, "1 <= s1; 1 <= k1; 1 <= k2; 0 <= j; 1 <= p2", LAYERS, LETTERS
    ),
}
