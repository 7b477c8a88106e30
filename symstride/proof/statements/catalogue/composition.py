"""Two strided layers in a row, with nothing between them, are one strided layer."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Strides multiply"
LINE = "two strided layers are one: its kernel, its stride and its padding"
SOURCES = ("vaidyanathan1993multirate", "dumoulin2016guide")
FOLLOWS = ("noble-identities",)

LAYERS = {
    "first[e, m]": "sum(w1[e, c, i]*x[c, s1*m + i - p1] for c in range(C) for i in range(k1))",
    "second[o, j]": "sum(w2[o, e, i]*first[e, s2*j + i - p2] for e in range(B) for i in range(k2))",
    "joined[o, c, t]": "sum([0 <= t - s1*i < k1]*w2[o, e, i]*w1[e, c, t - s1*i] for e in range(B) for i in range(k2))",
}
DILATED = {
    "first[e, m]": "sum(w1[e, c, i]*x[c, s1*m + dl1*i - p1] for c in range(C) for i in range(k1))",
    "second[o, j]": "sum(w2[o, e, i]*first[e, s2*j + dl2*i - p2] for e in range(B) for i in range(k2))",
    "joined[o, c, t]": "sum([t == dl1*i + s1*dl2*m]*w2[o, e, m]*w1[e, c, i] for e in range(B) for i in range(k1) "
    "for m in range(k2))",
}
LETTERS = "j s1 s2 k1 k2 p1 p2 dl1 dl2 i t m"

CLAIMS = {
    "two layers are one": Texts(
        "second[o, j]",
        "sum(joined[o, c, t]*x[c, s1*s2*j + t - (p1 + s1*p2)] for c in range(C) for t in range(k1 + s1*(k2 - 1)))",
        "1 <= s1",
        LAYERS,
        LETTERS,
        "The stride is $s_1 s_2$, the padding $p_1 + s_1 p_2$, and the kernel the first one convolved with the second "
        "one dilated by $s_1$: it has $k_1 + s_1 (k_2 - 1)$ taps.",
    ),
    "with dilations": Texts(
        "second[o, j]",
        "sum(joined[o, c, t]*x[c, s1*s2*j + t - (p1 + s1*p2)] for c in range(C) "
        "for t in range(dl1*(k1 - 1) + s1*dl2*(k2 - 1) + 1))",
        "1 <= s1; 1 <= dl1; 1 <= dl2",
        DILATED,
        LETTERS,
        "The same for dilated layers: the kernel has $\\delta_1 (k_1 - 1) + s_1 \\delta_2 (k_2 - 1) + 1$ taps.",
    ),
}

FALSE = {
    "the second padding counts in strides of the first layer": Texts(
        "second[o, j]",
        "sum(joined[o, c, t]*x[c, s1*s2*j + t - (p1 + p2)] for c in range(C) for t in range(k1 + s1*(k2 - 1)))",
        "1 <= s1; 1 <= k1; 1 <= k2",
        LAYERS,
        LETTERS,
    ),
    "the second kernel has to be dilated": Texts(
        "second[o, j]",
        "sum(plain[o, c, t]*x[c, s1*s2*j + t - (p1 + s1*p2)] for c in range(C) for t in range(k1 + k2 - 1))",
        "1 <= s1; 1 <= k1; 1 <= k2",
        {
            **LAYERS,
            "plain[o, c, t]": "sum([0 <= t - i < k1]*w2[o, e, i]*w1[e, c, t - i] for e in range(B) for i in range(k2))",
        },
        LETTERS,
    ),
}
