"""Networks: how long the proof and the rewriting of ResNet-50 take, and how the proof grows with the depth.

The model is the ResNet-50 that the onnx package carries for its own tests.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clock import cold, rounds
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing

ROUNDS = 5
DEPTHS = (20, 80)
"""Layers of the two chains that are compared; no two of their layers have equal numbers."""

_MODEL = (
    "import os, onnx, symstride\n"
    "from symstride.network.proof import prove_network\n"
    "file = os.path.join(os.path.dirname(onnx.__file__), 'backend', 'test', 'data', 'light', 'light_resnet50.onnx')\n"
    "network = symstride.read(file)\n"
    "bare = network.without_weights()"
)
_CHAIN = (
    "import symstride\n"
    "from symstride.network.proof import prove_network\n"
    "build = symstride.Builder('chain')\n"
    "x = build.input('x', (1, 6000))\n"
    "for n in range({depth}):\n"
    "    x = build.add(symstride.Conv(n + 1, n + 2, (3,), stride=2 if n < 2 else 1, dilation=1 if n < 2 else 2), x)\n"
    "chain = build.network(x)"
)


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """From fresh interpreters; reading the model is not counted."""
    yield from missing("the proof and the rewriting of ResNet-50", "onnx") or _resnet(quick)
    short, long = cold(
        *((_CHAIN.format(depth=depth), "prove_network(chain)") for depth in DEPTHS), rounds=rounds(ROUNDS, quick)
    )
    few, many = DEPTHS
    what = f"a chain of {many} different layers proved, per layer"
    yield Figure(what, long / many, f"the same, {few} layers", short / few, 1.5, "x")


def _resnet(quick: bool) -> list[Figure | Missing]:
    by_layer, on_grid, rewritten, sympy = cold(
        (_MODEL, "prove_network(bare)"),
        (_MODEL, "prove_network(bare, 'network')"),
        (_MODEL, "symstride.unstride(network)"),
        ("", "import sympy"),
        rounds=rounds(ROUNDS, quick),
    )
    return [
        Figure("ResNet-50 proved, layer by layer, general theorems included", by_layer, "import sympy", sympy, 2, "s"),
        Figure("ResNet-50 proved, the whole network on one grid", on_grid, "import sympy", sympy, 2, "s"),
        Figure("ResNet-50 rewritten layer by layer, weights included", rewritten, "import sympy", sympy, 10, "s"),
    ]
