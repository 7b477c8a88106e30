"""Deriving and replaying: the general theorems from nothing, and one layer once they stand.

The yardstick is ``import sympy`` in the same run: what a user waits for in any case.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import cold, rounds
from benchmarks.record import Figure

ROUNDS = 7

SYMPY = ("", "import sympy")

_GENERAL = "from symstride.proof.theorems.catalogue import prove_theorem"
_LAYER = (
    "import symstride\n"
    "symstride.prove(symstride.Conv(2, 2, kernel=(5, 5), stride=3, padding=1), input_size=32)\n"
    "layer = symstride.Conv({channels}, kernel=(3, 3), stride=2, padding='same')"
)


def figures(quick: bool = False) -> Iterator[Figure]:
    """All from fresh interpreters; imports are not counted."""
    with tempfile.TemporaryDirectory() as folder:
        derived2, derived3, replayed, sympy = cold(
            (_GENERAL, "prove_theorem('phase-lemma', 2)"),
            (_GENERAL, "prove_theorem('phase-lemma', 3)"),
            (_replaying(Path(folder)), "replay(text)"),
            SYMPY,
            rounds=rounds(ROUNDS, quick),
        )
    yield Figure("all-symbolic theorem in 2-D, derived", derived2, "import sympy", sympy, 0.2, "s")
    yield Figure("all-symbolic theorem in 2-D, replayed", replayed, "import sympy", sympy, 0.1, "s")
    yield Figure("all-symbolic theorem in 3-D, derived", derived3, "import sympy", sympy, 0.5, "s")
    yield from _one_layer(quick)


def _replaying(folder: Path) -> str:
    """Code that reads the certificate of the 2-D theorem; the interpreter that runs it has derived nothing."""
    import symstride

    file = folder / "certificate.json"
    file.write_text(symstride.prove_general("phase-lemma", axes=2).certificate(), encoding="utf-8")
    return f"from symstride.proof.kernel.replay import replay\ntext = open({str(file)!r}).read()"


def _one_layer(quick: bool) -> Iterator[Figure]:
    few = _LAYER.format(channels="3, 8")
    small, large, many, sympy = cold(
        (few, "symstride.prove(layer, input_size=64)"),
        (few, "symstride.prove(layer, input_size=4096)"),
        (_LAYER.format(channels="512, 512"), "symstride.prove(layer, input_size=64)"),
        SYMPY,
        rounds=rounds(ROUNDS, quick),
    )
    what = "one layer (2-D, k = 3, s = 2), once the general theorem stands"
    yield Figure(what, small, "import sympy", sympy, 0.05, "s")
    yield Figure(f"{what}, N = 4096", large, "the same, N = 64", small, 1.5, "x")
    yield Figure(f"{what}, 512 channels", many, "the same, 3 and 8 channels", small, 1.5, "x")
