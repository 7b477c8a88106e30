"""Certificates: how many rules they apply, how long their text is, and the times to derive and to replay them.

The general theorems are derived from nothing; the layers once the general theorem stands, as instances of it.  Each
certificate is made and replayed in a fresh interpreter.
"""

from __future__ import annotations

from collections.abc import Iterator

import symstride
from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Certificate

ROUNDS = 4
GENERAL = (1, 2, 3)
LAYERS = (
    ("one layer, 2-D, k = 3, s = 2, N = 64", "nn.Conv2d(3, 8, 3, stride=2, padding=1)", 64),
    ("one layer, 2-D, k = 11, s = 4, N = 224", "nn.Conv2d(3, 64, 11, stride=4, padding=2)", 224),
    ("one layer, 3-D, k = 3, s = 2, N = 112", "nn.Conv3d(3, 64, 3, stride=2, padding=1)", 112),
)
"""What the row says, the layer as a line of code, and its input size on every axis."""

_IMPORTS = """
import symstride, symstride.theorem
import symstride.proof.certificate, symstride.proof.theorems.catalogue, symstride.proof.theorems.layer_proof
from symstride.proof.kernel.replay import replay
"""
_OTHER_LAYER = "symstride.prove(symstride.Conv(2, 2, kernel=(5,) * {d}, stride=3, padding=1), input_size=32)"


def figures(quick: bool = False) -> Iterator[Certificate]:
    """The phase lemma for one, two and three axes, and three layers."""
    count = rounds(ROUNDS, quick)
    for d in GENERAL:
        words, theorem = f"phase lemma, {d}-D, everything symbolic", symstride.prove_general("phase-lemma", d)
        yield _certificate(words, theorem, _IMPORTS, f"symstride.prove_general('phase-lemma', {d})", count)
    for words, line, size in LAYERS:
        layer = symstride.read(line)
        before = f"{_IMPORTS}{_OTHER_LAYER.format(d=layer.ndim)}\nlayer = symstride.read({line!r})"
        theorem = symstride.prove(layer, input_size=size)
        yield _certificate(words, theorem, before, f"symstride.prove(layer, input_size={size})", count)


def _certificate(words: str, theorem: symstride.Theorem, before: str, prove: str, count: int) -> Certificate:
    """The theorem's sizes, and the least times of fresh interpreters that prove it; writing the text is not counted."""
    actions = (f"theorem = {prove}", "text = theorem.certificate()", "replay(text)")
    runs = [timed_in_one_process(before, actions) for _ in range(count)]
    derived, _, replayed = (min(taken) for taken in zip(*runs, strict=True))
    return Certificate(words, theorem.steps, len(theorem.certificate()), derived, replayed)
