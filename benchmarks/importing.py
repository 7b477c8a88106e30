"""What ``import symstride`` adds to ``import sympy``."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clock import in_turn, interpreter, rounds
from benchmarks.record import Figure

ROUNDS = 15


def figures(quick: bool = False) -> Iterator[Figure]:
    """Both imports in fresh interpreters, in turn."""
    imports = [interpreter("-c", "import symstride"), interpreter("-c", "import sympy")]
    in_turn(*imports, rounds=1)  # once before it counts: byte code and file caches
    symstride, sympy = in_turn(*imports, rounds=rounds(ROUNDS, quick))
    yield Figure("import symstride", symstride, "import sympy", sympy, 1.15, "x")
