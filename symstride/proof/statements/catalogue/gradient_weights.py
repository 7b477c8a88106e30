"""The gradient of a strided layer in its weights: stride and dilation change places."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The gradient in the weights"
LINE = "the gradient in the weights is a layer of the input with stride and dilation exchanged"
SOURCES = ("dumoulin2016guide",)
FOLLOWS = ("linearity", "adjoint")

CONV = {"layer(w)[o, j]": "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"}
GRADIENT = {"grad[o, c, i]": "sum(g[o, j]*x[c, s*j + dl*i - p] for j in range(M))"}
LETTERS = "M dl i j k n p s"

CLAIMS = {
    "a change of the weights": Texts(
        "sum(g[o, j]*layer(dw)[o, j] for o in range(B) for j in range(M))",
        "sum(dw[o, c, i]*grad[o, c, i] for o in range(B) for c in range(C) for i in range(k))",
        where={**CONV, **GRADIENT},
        letters=LETTERS,
        words="Where the weights change by $dw$, the loss, whose gradient in the outputs is $g$, changes by the sum "
        "of the changes, each times its gradient: $g_j$ times what its tap met, added up over the outputs.",
    ),
    "stride and dilation change places": Texts(
        "grad[o, c, i]",
        "sum(holes[o, n]*x[c, dl*i + n - p] for n in range(s*(M - 1) + 1))",
        "1 <= s",
        {**GRADIENT, "holes[o, n]": "[0 == n % s]*g[o, n//s]"},
        LETTERS,
        "The kernel is $g$ with $s - 1$ zeros between its taps, a dilation by $s$; it moves in strides of $\\delta$.",
    ),
    "over a batch": Texts(
        "sum(g[b, o, j]*sum(dw[o, c, i]*x[b, c, s*j + dl*i - p] for c in range(C) for i in range(k)) "
        "for b in range(n) for o in range(B) for j in range(M))",
        "sum(dw[o, c, i]*sum(g[b, o, j]*x[b, c, s*j + dl*i - p] for b in range(n) for j in range(M)) "
        "for o in range(B) for c in range(C) for i in range(k))",
        letters="M dl i j k p s",
        words="The items of a batch are added up as the outputs are.",
    ),
}

FALSE = {
    "the kernel without the zeros": Texts(
        "grad[o, c, i]",
        "sum(g[o, n]*x[c, dl*i + n - p] for n in range(M))",
        "1 <= s",
        GRADIENT,
        LETTERS,
    ),
    "stride and dilation stay where they are": Texts(
        "grad[o, c, i]",
        "sum(g[o, j]*x[c, s*i + dl*j - p] for j in range(M))",
        "1 <= s",
        GRADIENT,
        LETTERS,
    ),
}
