"""Two banks that reconstruct their input: the lazy one and the delay chain."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Banks that reconstruct"
LINE = "the lazy filter bank gives its input back, and the delay chain gives it back late by s - 1"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("polyphase-matrices",)

LETTERS = "c i j s t u"

CLAIMS = {
    "lazy bank": Texts(
        "sum(up(band)[c, t - c] for c in range(s))",
        "x[t]",
        "1 <= s",
        {"band[c, j]": "x[s*j + c]", "up(y)[c, t]": "[0 == t % s]*y[c, t//s]"},
        LETTERS,
        "Taking $s$ phases and interleaving them again gives the input.",
    ),
    "delay chain": Texts(
        "sum(up(band)[c, t - (s - 1 - c)] for c in range(s))",
        "x[t - (s - 1)]",
        "1 <= s",
        {"band[c, j]": "x[s*j - c]", "up(y)[c, t]": "[0 == t % s]*y[c, t//s]"},
        LETTERS,
        "Delays in front of decimators by $s$, and the opposite delays behind expanders, give the input late by "
        "$s - 1$.",
    ),
}

FALSE = {
    "the delays have to be opposite": Texts(
        "sum(up(band)[c, t - c] for c in range(s))",
        "x[t - (s - 1)]",
        "1 <= s",
        {"band[c, j]": "x[s*j - c]", "up(y)[c, t]": "[0 == t % s]*y[c, t//s]"},
        LETTERS,
    ),
    "one band less is not enough": Texts(
        "sum(up(band)[c, t - c] for c in range(s - 1))",
        "x[t]",
        "1 <= s",
        {"band[c, j]": "x[s*j + c]", "up(y)[c, t]": "[0 == t % s]*y[c, t//s]"},
        LETTERS,
    ),
}
