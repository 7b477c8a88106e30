"""Proofs as chains, the way they are written on paper: t = t1 = t2 = ..., with a reason for every line.

The lines are untrusted data beside the derivation, and checkable: line n's theorem is "t = right side of line n", so
the last one is the claim.  What a reader sees is printed from these theorems.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, require
from symstride.proof.tactics.rewriting import Conversion, ending, left, reflexive, right, trans


@dataclass(frozen=True, slots=True)
class Moved:
    """A sum that got other indices: their names in the line before and in this one, the outermost first.

    ``values`` says of some of them what they are in terms of the other line's.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    values: tuple[tuple[str, Term], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a calculation: ``theorem`` is H |- first term = this line's term.

    ``moved`` are the sums that got other indices, for a reader who wants to know which.
    """

    theorem: Theorem
    reason: str
    lemmas: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def term(self) -> Term:
        return right(self.theorem)


@dataclass(slots=True)
class Calculation:
    """A chain under construction.  ``Calculation(t).by(reason, conversion).to(reason, t')...``."""

    start: Term
    lines: list[Line] = field(default_factory=list)

    @property
    def theorem(self) -> Theorem:
        """H |- start = current term."""
        return self.lines[-1].theorem if self.lines else reflexive(self.start)

    @property
    def term(self) -> Term:
        return right(self.theorem)

    def by(self, reason: str, *conversions: Conversion, lemmas: tuple[str, ...] = ()) -> Calculation:
        """The next line, by conversions of the current term, one after the other."""
        theorem = self.theorem
        for conversion in conversions:
            theorem = trans(theorem, conversion(right(theorem)))
        return self._add(theorem, reason, lemmas)

    def to(self, term: Term, reason: str) -> Calculation:
        """The next line, by ring."""
        return self._add(ending(self.theorem, term), reason, ())

    def equation(
        self, equation: Theorem, reason: str, lemmas: tuple[str, ...] = (), moved: tuple[Moved, ...] = ()
    ) -> Calculation:
        """The next line, by an equation whose left side is the current term."""
        return self._add(trans(self.theorem, equation), reason, lemmas, moved)

    def _add(
        self, theorem: Theorem, reason: str, lemmas: tuple[str, ...], moved: tuple[Moved, ...] = ()
    ) -> Calculation:
        require(left(theorem) is self.start, "the line does not begin with the chain's first term")
        self.lines.append(Line(theorem, reason, lemmas, moved))
        return self
