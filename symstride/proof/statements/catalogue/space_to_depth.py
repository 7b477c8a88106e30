"""A strided layer by space-to-depth: the smallest unit-stride layer, patches, and the stem of a ResNet."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Space-to-depth"
LINE = "after space-to-depth a strided layer is a unit-stride layer of ceil(k/s) taps; patches become one tap"
SOURCES = ("kong2017stride", "dosovitskiy2020image")
FOLLOWS = ("single-layer",)

PHASES = {"X[rho, c, m]": "x[c, s*m + rho - p]"}
KERNEL = {"W[rho, o, c, u]": "[s*u + rho < k]*w[o, c, s*u + rho]"}
STRIDED = "sum(w[o, c, i]*x[c, s*j + i - p] for c in range(C) for i in range(k))"
LETTERS = "i j k m p rho s u"

CLAIMS = {
    "the smallest kernel": Texts(
        STRIDED,
        "sum(W[rho, o, c, u]*X[rho, c, j + u] for rho in range(s) for c in range(C) for u in range((k + s - 1)//s))",
        "1 <= s",
        {**PHASES, **KERNEL},
        LETTERS,
        "Pad first, then cut into cells of size $s$, whose places become channels.  The layer on them has stride 1 and "
        "$\\lceil k/s \\rceil$ taps; where $s$ does not divide $k$, its last tap is 0 on some of the channels.",
    ),
    "patches": Texts(
        "sum(w[o, c, i]*x[c, s*j + i - p] for c in range(C) for i in range(s))",
        "sum(w[o, c, rho]*X[rho, c, j] for rho in range(s) for c in range(C))",
        where=PHASES,
        letters=LETTERS,
        words="With $k = s$ the windows do not overlap: the layer is one matrix, applied to each cell.  So a vision "
        "transformer cuts an image into patches.",
    ),
    "a stem of seven taps": Texts(
        "sum(w[o, c, i]*x[c, 2*j + i - p] for c in range(C) for i in range(7))",
        "sum(([2*u + rho < 7]*w[o, c, 2*u + rho])*x[c, 2*(j + u) + rho - p] for rho in range(2) for c in range(C) "
        "for u in range(4))",
        letters=LETTERS,
        words="The first layer of a ResNet, of 7 taps and stride 2 on each axis, has 4 taps after space-to-depth by 2.",
    ),
}

FALSE = {
    "one tap less": Texts(
        STRIDED,
        "sum(W[rho, o, c, u]*X[rho, c, j + u] for rho in range(s) for c in range(C) for u in range(k//s))",
        "1 <= s",
        {**PHASES, **KERNEL},
        LETTERS,
    ),
    "weights beyond the kernel are not read": Texts(
        STRIDED,
        "sum(w[o, c, s*u + rho]*X[rho, c, j + u] for rho in range(s) for c in range(C) for u in range((k + s - 1)//s))",
        "1 <= s",
        PHASES,
        LETTERS,
    ),
}
