"""A strided layer is linear in its input and in its weights."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Linearity"
LINE = "a strided layer is linear in its input, and linear in its weights"
SOURCES = ("vaidyanathan1993multirate",)

CONV = {"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
LETTERS = "i k s j dl p t"

CLAIMS = {
    "linear in the input": Texts(
        "conv(w, both)[o, j]",
        "f*conv(w, x)[o, j] + g*conv(w, z)[o, j]",
        where={**CONV, "both[c, t]": "f*x[c, t] + g*z[c, t]"},
        letters=LETTERS,
        words="The layer of $f x + g z$ is $f$ times the layer of $x$ plus $g$ times the layer of $z$.",
    ),
    "linear in the weights": Texts(
        "conv(both, x)[o, j]",
        "f*conv(w, x)[o, j] + g*conv(v, x)[o, j]",
        where={**CONV, "both[o, c, i]": "f*w[o, c, i] + g*v[o, c, i]"},
        letters=LETTERS,
        words="The layer with weights $f w + g v$ is $f$ times the layer with $w$ plus $g$ times the one with $v$.",
    ),
}

FALSE = {
    "a layer with a bias is affine, not linear": Texts(
        "biased(both)[o, j]",
        "f*biased(x)[o, j] + g*biased(z)[o, j]",
        where={
            "biased(x)[o, j]": "b[o] + sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
            "both[c, t]": "f*x[c, t] + g*z[c, t]",
        },
        letters=LETTERS,
    ),
}
