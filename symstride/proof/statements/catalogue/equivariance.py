"""A strided layer commutes with shifts by multiples of its stride."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Equivariance to shifts"
LINE = "shifting the input of a strided layer by s*n shifts its output by n"
SOURCES = ("vaidyanathan1993multirate", "kong2017stride")

CONV = {"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
LETTERS = "i k s j dl p t n"

CLAIMS = {
    "a shift by a multiple of the stride": Texts(
        "conv(w, late)[o, j]",
        "conv(w, x)[o, j + n]",
        where={**CONV, "late[c, t]": "x[c, t + s*n]"},
        letters=LETTERS,
        words="The input shifted by $s n$ gives the output shifted by $n$, for every integer $n$.",
    ),
    "with a map behind": Texts(
        "f(b[o] + conv(w, late)[o, j])",
        "f(b[o] + conv(w, x)[o, j + n])",
        where={**CONV, "late[c, t]": "x[c, t + s*n]"},
        letters=LETTERS,
        words="A bias and any map $f$ of each output by itself change nothing.",
    ),
}

FALSE = {
    "a shift by n is not a shift of the output by n": Texts(
        "conv(w, late)[o, j]",
        "conv(w, x)[o, j + n]",
        "1 <= s",
        {**CONV, "late[c, t]": "x[c, t + n]"},
        LETTERS,
    ),
    "a shift by n is not a shift of the output by n//s": Texts(
        "conv(w, late)[o, j]",
        "conv(w, x)[o, j + n//s]",
        "1 <= s",
        {**CONV, "late[c, t]": "x[c, t + n]"},
        LETTERS,
    ),
}
