"""What the prover answers: a chain of equations, or what is left and what would help; and how much it may work."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import KernelError, Term
from symstride.proof.tactics.calculation import Line


@dataclass(frozen=True, slots=True)
class Chain:
    """A proof as it is written on paper: the theorem of line n is ``start = term of line n``.

    The last line's theorem is the identity, under those hypotheses that were needed.
    """

    start: Term
    lines: tuple[Line, ...]
    work: int
    """The work that the search took, in units of ``Effort``."""

    @property
    def theorem(self) -> Theorem:
        """H |- left = right."""
        return self.lines[-1].theorem


class Unproved(KernelError):
    """No proof was found.  That says nothing about truth.

    ``left_over`` are the terms that did not meet: blocks of either side, or a formula on integers.  ``advice`` says
    what kind of step would help.
    """

    def __init__(self, message: str, left_over: tuple[Term, ...] = (), advice: str = "") -> None:
        super().__init__(message)
        self.left_over, self.advice = left_over, advice


WORK: Final = 50_000
"""How much it may work unless told otherwise: about ten seconds."""


class Exhausted(Exception):
    """The budget is spent.  No tactic catches this: it ends the search, where a ``KernelError`` ends one attempt."""


class Effort:
    """How much the prover may work, counted in columns and pivots of linear programs and in steps on blocks.

    Long steps spend on the way, so that none outlasts the budget.  The count is the same on every machine, and 5,000 of
    it take about a second; ``seconds`` is a last resort.
    """

    def __init__(self, work: int = WORK, seconds: float = 60.0) -> None:
        self.work, self.spent = work, 0
        self._end = time.monotonic() + seconds

    def spend(self, work: int) -> None:
        """Raises ``Exhausted`` when there is nothing left to spend."""
        self.spent += work
        if self.spent > self.work:
            raise Exhausted(f"the budget of {self.work:,} is used up")
        if time.monotonic() > self._end:
            raise Exhausted("the time allowed is over")
