"""A stride that a layer has may move to the layers in front of it, through maps of each entry and through sums."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Strides move up"
LINE = (
    "a layer that reads every q-th place takes a map of these places alone, which layers with q times the stride make"
)
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("noble-identities", "subsampling")

CONV = {"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
LETTERS = "i j k l q s dl p r m e t"

CLAIMS = {
    "the layer behind": Texts(
        "sum(w[o, c, i]*y[c, q*s*j + q*dl*i - q*p] for c in range(C) for i in range(k))",
        "conv(w, kept)[o, j]",
        where={**CONV, "kept[c, t]": "y[c, q*t]"},
        letters=LETTERS,
        words="A layer whose stride, dilation and padding have a factor $q$ reads every $q$-th place: on these alone "
        "it is the layer without that factor.",
    ),
    "the layer in front": Texts(
        "conv(w, x)[o, q*j]",
        "sum(w[o, c, i]*x[c, q*s*j + dl*i - p] for c in range(C) for i in range(k))",
        where=CONV,
        letters=LETTERS,
        words="Every $q$-th output of a layer is what the layer with $q$ times the stride gives.",
    ),
    "two layers and a map between": Texts(
        "sum(v[o, b, i]*f(conv(w, x)[b, q*r*j + q*e*i - q*m]) for b in range(B) for i in range(l))",
        "sum(v[o, b, i]*f(moved[b, r*j + e*i - m]) for b in range(B) for i in range(l))",
        where={
            **CONV,
            "moved[b, t]": "sum(w[b, c, i]*x[c, q*s*t + dl*i - p] for c in range(C) for i in range(k))",
        },
        letters=LETTERS,
        words="Any map of each entry by itself may stand between the two.",
    ),
    "where paths meet": Texts(
        "sum(w[o, c, i]*f(y[c, q*(s*j + dl*i - p)] + z[c, q*(s*j + dl*i - p)]) for c in range(C) for i in range(k))",
        "conv(w, joined)[o, j]",
        where={**CONV, "joined[c, t]": "f(y[c, q*t] + z[c, q*t])"},
        letters=LETTERS,
        words="Behind a sum of two maps, each of them gives its every $q$-th place.",
    ),
    "padding": Texts(
        "[0 <= q*t]*[q*t < N]*y[c, q*t]",
        "[0 <= t]*[t < (N + q - 1)//q]*kept[c, t]",
        "1 <= q",
        {"kept[c, t]": "y[c, q*t]"},
        LETTERS,
        "Of a map of $N$ places, $\\lceil N/q \\rceil$ are kept, and what was outside of it stays outside.",
    ),
}

FALSE = {
    "the padding has to have the factor": Texts(
        "sum(w[o, c, i]*y[c, q*s*j + q*dl*i - p] for c in range(C) for i in range(k))",
        "conv(w, kept)[o, j]",
        "1 <= q; 1 <= s; 1 <= dl",
        where={**CONV, "kept[c, t]": "y[c, q*t]"},
        letters=LETTERS,
    ),
    "the dilation has to have the factor": Texts(
        "sum(w[o, c, i]*y[c, q*s*j + dl*i - q*p] for c in range(C) for i in range(k))",
        "conv(w, kept)[o, j]",
        "1 <= q; 1 <= s; 1 <= dl",
        where={**CONV, "kept[c, t]": "y[c, q*t]"},
        letters=LETTERS,
    ),
    "rounding down loses the last place": Texts(
        "[0 <= q*t]*[q*t < N]*y[c, q*t]",
        "[0 <= t]*[t < N//q]*kept[c, t]",
        "1 <= q",
        {"kept[c, t]": "y[c, q*t]"},
        LETTERS,
    ),
}
