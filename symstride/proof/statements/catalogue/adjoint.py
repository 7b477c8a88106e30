"""The adjoint of a strided layer is the transposed layer."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The adjoint"
LINE = "the adjoint of a strided layer is the transposed layer: the same weights, read from the output's side"
SOURCES = ("dumoulin2016guide", "kong2017stride")
FOLLOWS = ("linearity",)

LAYER = {
    "inside[c, t]": "[0 <= t < N]*x[c, t]",
    "layer[o, j]": "sum(w[o, c, i]*inside[c, s*j + dl*i - p] for c in range(C) for i in range(k))",
}
BACK = {
    "back[c, t]": "sum([0 == (t + p - dl*i) % s]*[0 <= (t + p - dl*i)//s < M]*w[o, c, i]*g[o, (t + p - dl*i)//s] "
    "for o in range(B) for i in range(k))",
}
SCATTERED = {
    "spread[c, t]": "sum([t == s*j + dl*i - p]*w[o, c, i]*g[o, j] for o in range(B) for j in range(M) "
    "for i in range(k))",
}
LEFT = "sum(g[o, j]*layer[o, j] for o in range(B) for j in range(M))"
LETTERS = "M N dl i j k p s t"

CLAIMS = {
    "the adjoint": Texts(
        LEFT,
        "sum(back[c, t]*x[c, t] for c in range(C) for t in range(N))",
        "1 <= s",
        {**LAYER, **BACK},
        LETTERS,
        "Weighing the $M$ outputs of a layer is the same as weighing its $N$ inputs with the transposed layer of the "
        "weights $g$: input $t$ meets tap $i$ where $s$ divides $t + p - \\delta i$.  Padding turns into cropping.",
    ),
    "scattered": Texts(
        "back[c, t]",
        "spread[c, t]",
        "1 <= s",
        {**BACK, **SCATTERED},
        LETTERS,
        "Gathering what each input gets is scattering what each output sends: $g_j$ goes to $s j + \\delta i - p$ "
        "with the weight $w_i$.",
    ),
}

FALSE = {
    "a kernel turned around, without the holes that the stride leaves": Texts(
        LEFT,
        "sum(back[c, t]*x[c, t] for c in range(C) for t in range(N))",
        "1 <= s",
        {
            **LAYER,
            "back[c, t]": "sum([0 <= (t + p - dl*i)//s < M]*w[o, c, i]*g[o, (t + p - dl*i)//s] for o in range(B) "
            "for i in range(k))",
        },
        LETTERS,
    ),
    "the forward layer in place of the transposed one": Texts(
        LEFT,
        "sum(back[c, t]*x[c, t] for c in range(C) for t in range(N))",
        "1 <= s",
        {
            **LAYER,
            "back[c, t]": "sum([0 <= s*t + dl*i - p < M]*w[o, c, i]*g[o, s*t + dl*i - p] for o in range(B) "
            "for i in range(k))",
        },
        LETTERS,
    ),
}
