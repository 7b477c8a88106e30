"""A transposed convolution is a sub-pixel convolution: unit stride, then depth-to-space."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Sub-pixel convolution"
LINE = "a transposed convolution of stride s is a unit-stride layer with s times the channels, then depth-to-space"
SOURCES = ("shi2016deconvolution",)
FOLLOWS = ("transposed-layer", "resampling")

TRANSPOSED = {
    "grown[o, t]": "sum([0 == (t - i) % s]*w[c, o, i]*x[c, (t - i)//s] for c in range(C) for i in range(k))",
}
SUB_PIXEL = {
    "K[rho, o, c, u]": "[s*u + rho < k]*w[c, o, s*u + rho]",
    "Y[rho, o, m]": "sum(K[rho, o, c, u]*x[c, m - u] for c in range(C) for u in range((k + s - 1)//s))",
}
LETTERS = "i j k m n p rho s t u"

CLAIMS = {
    "depth-to-space": Texts(
        "grown[o, t]",
        "Y[t % s, o, t//s]",
        "1 <= s",
        {**TRANSPOSED, **SUB_PIXEL},
        LETTERS,
        "A place $t$ of the grown image is read from phase $t \\bmod s$ at the coarse place $\\lfloor t/s \\rfloor$.",
    ),
    "from a sub-pixel convolution": Texts(
        "sum(v[t % s, o, c, u]*x[c, t//s - u] for c in range(C) for u in range(n))",
        "sum([0 == (t - s*u - rho) % s]*v[rho, o, c, u]*x[c, (t - s*u - rho)//s] for c in range(C) "
        "for rho in range(s) for u in range(n))",
        "1 <= s",
        {},
        LETTERS,
        "The other way round: a sub-pixel convolution with $n$ taps is the transposed convolution of $s n$ taps "
        "whose tap $s u + \\rho$ is tap $u$ of phase $\\rho$.  So the two are one and the same set of maps.",
    ),
    "the nearest place": Texts(
        "sum([0 == (t - i) % s]*x[c, (t - i)//s] for i in range(s))",
        "x[c, t//s]",
        "1 <= s",
        {},
        LETTERS,
        "With all weights 1 and $k = s$ it repeats each place $s$ times: enlarging an image without interpolation.",
    ),
}

FALSE = {
    "phases in the wrong order": Texts(
        "grown[o, t]",
        "Y[(-t) % s, o, t//s]",
        "1 <= s",
        {**TRANSPOSED, **SUB_PIXEL},
        LETTERS,
    ),
    "one phase for all": Texts("grown[o, t]", "Y[0, o, t//s]", "1 <= s", {**TRANSPOSED, **SUB_PIXEL}, LETTERS),
}
