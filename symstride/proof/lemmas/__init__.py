"""Derived facts on division, brackets and finite sums, each proved once and used by instantiation.

``LEMMAS[name]()`` proves the lemma on first use and remembers it.  A lemma that papers show with its proof is a
``Calculation``, whose lines are then its proof in print.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from symstride.proof.kernel.rules import Theorem
from symstride.proof.tactics.calculation import Calculation, Line


@dataclass(frozen=True)
class Lemma:
    """A named lemma: ``lemma()`` is its theorem, ``title`` what a reader calls it, ``about`` its statement in words."""

    name: str
    title: str
    about: str
    prove: Callable[[], Theorem | Calculation] = field(repr=False)

    def __call__(self) -> Theorem:
        proved = self.prove()
        return proved.theorem if isinstance(proved, Calculation) else proved

    @property
    def lines(self) -> tuple[Line, ...]:
        """The chain that a reader follows; none for a lemma that is not shown with its proof."""
        proved = self.prove()
        return tuple(proved.lines) if isinstance(proved, Calculation) else ()


LEMMAS: dict[str, Lemma] = {}
"""All lemmas by name, in the order in which they are declared."""


def lemma(title: str) -> Callable[[Callable[[], Theorem | Calculation]], Lemma]:
    """Declare a lemma: the function proves it, its docstring states it."""

    def declare(prove: Callable[[], Theorem | Calculation]) -> Lemma:
        entry = Lemma(prove.__name__, title, prove.__doc__ or "", cache(prove))
        return LEMMAS.setdefault(entry.name, entry)

    return declare
