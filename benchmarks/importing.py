"""What ``import symstride`` adds to ``import sympy``."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.record import Figure, in_turn, interpreter

ROUNDS = 15


def figures() -> Iterator[Figure]:
    """Both imports in fresh interpreters, in turn."""
    imports = [interpreter("-c", "import symstride"), interpreter("-c", "import sympy")]
    in_turn(*imports, rounds=1)  # once before it counts: byte code and file caches
    symstride, sympy = in_turn(*imports, rounds=ROUNDS)
    yield Figure("import symstride", symstride, "import sympy", sympy, 1.15, "x")
