"""Phases and channels put into one index: the layer that a framework runs."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Merged channels"
LINE = "with phases and channels in one index a strided layer is an ordinary layer of stride 1 and s times the channels"
SOURCES = ("kong2017stride",)
FOLLOWS = ("single-layer", "space-to-depth")
MOST_AXES = 1

STRIDED = "sum(w[o, c, i]*x[c, s*j + dl*i - p] for c in range(C) for i in range(k))"
TAPS = "range((dl*(k - 1) - p)//s - (-p)//s + 1)"
PHASE_INSIDE = {
    "W[o, q, v]": "sum([dl*i - p == s*(v + (-p)//s) + q % s]*w[o, q//s, i] for i in range(k))",
    "X[q, m]": "x[q//s, s*m + q % s]",
}
PHASE_OUTSIDE = {
    "W[o, q, v]": "sum([dl*i - p == s*(v + (-p)//s) + q//C]*w[o, q % C, i] for i in range(k))",
    "X[q, m]": "x[q % C, s*m + q//C]",
}
STEP = (
    "sum([dl*i - p == s*(v + (-p)//s) + rho]*w[o, c, i]*x[c, s*(j + v + (-p)//s) + rho] for c in range(C) "
    f"for rho in range(s) for v in {TAPS} for i in range(k))",
    "each tap falls on one phase and one place",
)

CLAIMS = {
    "phases inside channels": Texts(
        STRIDED,
        f"sum(W[o, q, v]*X[q, j + v + (-p)//s] for q in range(s*C) for v in {TAPS})",
        "1 <= s; 0 <= dl",
        PHASE_INSIDE,
        "",
        "Channel $q = s c + \\rho$ is phase $\\rho$ of channel $c$: the order of PyTorch's pixel_unshuffle.",
        (STEP,),
    ),
    "channels inside phases": Texts(
        STRIDED,
        f"sum(W[o, q, v]*X[q, j + v + (-p)//s] for q in range(s*C) for v in {TAPS})",
        "1 <= s; 0 <= dl; 1 <= C",
        PHASE_OUTSIDE,
        "",
        "Channel $q = C \\rho + c$: the order of SpaceToDepth in ONNX and TensorFlow.",
        (STEP,),
    ),
}

FALSE = {
    "weights in one order and phases in the other": Texts(
        STRIDED,
        f"sum(W[o, q, v]*X[q, j + v + (-p)//s] for q in range(s*C) for v in {TAPS})",
        "1 <= s; 0 <= dl; 1 <= C",
        {**PHASE_INSIDE, "X[q, m]": "x[q % C, s*m + q//C]"},
    ),
}
