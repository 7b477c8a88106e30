"""What ``import symstride`` adds to ``import sympy``."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.record import Figure, interpreter, middle

ROUNDS = 15


def figures() -> Iterator[Figure]:
    """Both imports, taking turns, in fresh interpreters."""
    for code in ("import sympy", "import symstride"):  # once each before the clock runs: byte code and file caches
        interpreter(code)()
    sympy = middle(interpreter("import sympy"), ROUNDS)
    symstride = middle(interpreter("import symstride"), ROUNDS)
    yield Figure("import symstride", symstride, "import sympy", sympy, 1.15, "x")
