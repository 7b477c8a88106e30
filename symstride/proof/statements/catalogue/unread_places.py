"""Where the stride is larger than the kernel some places of the input are never read."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Places that are never read"
LINE = "a stride larger than the kernel, or a common factor of stride and dilation, leaves places of the input unread"
SOURCES = ("dumoulin2016guide", "kong2017stride")
FOLLOWS = ("subsampling", "receptive-fields")

LAYER = {"layer(x)[o, j]": "f(sum(w[o, c, i]*x[c, s*j + i - p] for c in range(C) for i in range(k)))"}
FACTOR = {"layer(x)[o, j]": "f(sum(w[o, c, i]*x[c, q*s*j + q*dl*i - p] for c in range(C) for i in range(k)))"}
LETTERS = "dl i j k m p q s t"

CLAIMS = {
    "a stride larger than the kernel": Texts(
        "layer(changed)[o, j]",
        "layer(x)[o, j]",
        "1 <= s; k <= s",
        {**LAYER, "changed[c, t]": "x[c, t] if (t + p) % s < k else z[c, t]"},
        LETTERS,
        "Of each cell of $s$ places the first $k$ are read.  Whatever stands in the others, no output changes.",
    ),
    "a common factor": Texts(
        "layer(changed)[o, j]",
        "layer(x)[o, j]",
        "1 <= q",
        {**FACTOR, "changed[c, t]": "x[c, t] if (t + p) % q == 0 else z[c, t]"},
        LETTERS,
        "Where $q$ divides stride and dilation, one of $q$ places is read, however large the kernel is.",
    ),
    "the others are read": Texts(
        "sum([i == (t + p) % s]*x[s*((t + p)//s) + i - p] for i in range(k))",
        "x[t]",
        "1 <= s; (t + p) % s < k",
        {},
        LETTERS,
        "Each of the first $k$ places of a cell is read: for some weights an output is what stands there.",
    ),
    "a kernel as large as the stride": Texts(
        "sum(sum(x[s*j + i] for i in range(s)) for j in range(m))",
        "sum(x[t] for t in range(s*m))",
        "1 <= s",
        {},
        LETTERS,
        "With $k = s$ the windows tile the input: every place is read once.",
    ),
}

FALSE = {
    "a larger kernel reads everything": Texts(
        "layer(changed)[o, j]",
        "layer(x)[o, j]",
        "1 <= s; s < k",
        {**LAYER, "changed[c, t]": "x[c, t] if (t + p) % s < k - s else z[c, t]"},
        LETTERS,
    ),
    "padding moves the cells": Texts(
        "layer(changed)[o, j]",
        "layer(x)[o, j]",
        "1 <= s; k <= s",
        {**LAYER, "changed[c, t]": "x[c, t] if t % s < k else z[c, t]"},
        LETTERS,
    ),
}
