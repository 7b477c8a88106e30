"""The gradient of a strided layer in its input, computed on phases without a stride."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The gradient in the input"
LINE = "back-propagation through a strided layer is a unit-stride layer, one kernel for each phase of the input"
SOURCES = ("kong2017stride", "shi2016deconvolution")
FOLLOWS = ("adjoint", "phase-lemma", "transposed-layer")

TAPS = "range((-p)//s, (dl*(k - 1) - p)//s + 1)"
BANK = {"bank[rho, o, c, u]": "sum([dl*i - p == s*u + rho]*w[o, c, i] for i in range(k))"}
GRADIENT = {
    "back[c, t]": "sum([0 == (t + p - dl*i) % s]*w[o, c, i]*g[o, (t + p - dl*i)//s] for o in range(B) "
    "for i in range(k))",
}
LETTERS = "M N dl i j k m p rho s t u"

CLAIMS = {
    "on phases, without a stride": Texts(
        "back[c, s*m + rho]",
        f"sum(bank[rho, o, c, u]*g[o, m - u] for o in range(B) for u in {TAPS})",
        "1 <= s; 0 <= dl; 0 <= rho < s",
        {**GRADIENT, **BANK},
        LETTERS,
        "Phase $\\rho$ of the gradient is a unit-stride layer of the gradient $g$ behind: its bank is that of the "
        "forward layer, with input and output exchanged and read backwards.",
    ),
}

FALSE = {
    "the bank has to be read backwards": Texts(
        "back[c, s*m + rho]",
        f"sum(bank[rho, o, c, u]*g[o, m + u] for o in range(B) for u in {TAPS})",
        "1 <= s; 0 <= dl; 0 <= rho < s",
        {**GRADIENT, **BANK},
        LETTERS,
    ),
}
