"""What a filter bank does to an impulse: all that there is to know about it."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The response of a filter bank"
LINE = "a filter bank is a filter whose taps depend on the output's phase: they are read off from s impulses"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("polyphase-matrices", "equivariance")

AXIS = "k1 k2 s t u i n tau j"

BANK = {
    "band(x)[c, j]": "sum(h[c, i]*x[s*j - i] for i in range(k1))",
    "up(y)[c, t]": "[0 == t % s]*y[c, t//s]",
    "output(x)[t]": "sum(g[c, i]*up(band(x))[c, t - i] for c in range(B) for i in range(k2))",
}
TAPS = {
    "taps[tau, u]": "sum([0 == (tau - i) % s]*[0 <= u - i]*[u - i < k1]*g[c, i]*h[c, u - i] for c in range(B) "
    "for i in range(k2))"
}

CLAIMS = {
    "a filter for each phase": Texts(
        "output(x)[t]",
        "sum(taps[t, u]*x[t - u] for u in range(k1 + k2 - 1))",
        "1 <= s",
        {**BANK, **TAPS},
        AXIS,
        "Output $t$ is a filter of the input with $k_1 + k_2 - 1$ taps, which depend on $t \\bmod s$ alone.",
    ),
    "the response to an impulse": Texts(
        "output(impulse)[t]",
        "taps[t, t - n]",
        "1 <= s",
        {**BANK, **TAPS, "impulse[t]": "[t == n]"},
        AXIS,
        "The taps are what the bank gives for an impulse at $n$.",
    ),
    "taps of a phase": Texts(
        "taps[t + s, u]",
        "taps[t, u]",
        "1 <= s",
        TAPS,
        AXIS,
        "The taps repeat with the period $s$: so $s$ impulses tell all of them.",
    ),
}

FALSE = {
    "a bank is no filter: its taps depend on the phase": Texts("taps[t + 1, u]", "taps[t, u]", "1 <= s", TAPS, AXIS),
}
