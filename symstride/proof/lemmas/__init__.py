"""Derived facts on division, brackets and finite sums, each proved once and used by instantiation.

``LEMMAS[name]()`` proves the lemma on first use and remembers it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from symstride.proof.kernel.rules import Theorem


@dataclass(frozen=True)
class Lemma:
    """A named lemma: ``lemma()`` is its theorem, ``title`` what a reader calls it, ``about`` its statement in words."""

    name: str
    title: str
    about: str
    prove: Callable[[], Theorem] = field(repr=False)

    def __call__(self) -> Theorem:
        return self.prove()


LEMMAS: dict[str, Lemma] = {}
"""All lemmas by name, in the order in which they are declared."""


def lemma(title: str) -> Callable[[Callable[[], Theorem]], Lemma]:
    """Declare a lemma: the function proves it, its docstring states it."""

    def declare(prove: Callable[[], Theorem]) -> Lemma:
        entry = Lemma(prove.__name__, title, prove.__doc__ or "", cache(prove))
        return LEMMAS.setdefault(entry.name, entry)

    return declare
