"""Conditions as cases that exclude one another, so that brackets can say them in every semiring.

[P] for a conjunction of comparisons is a product of brackets.  What else there is becomes a sum over cases of which
at most one holds: not (a = b) is a < b or b < a, and P or Q is P, or not P and Q.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from symstride.errors import NotSupported
from symstride.proof.kernel.terms import Term, less, make, plus
from symstride.proof.language.syntax import NOTHING, bracket, product

Cases: TypeAlias = tuple[tuple[Term, ...], ...]
"""Conjunctions of formulas, of which at most one holds."""
MAX_CASES: Final = 64


@dataclass(frozen=True)
class Condition:
    """The cases in which it holds and those in which it fails: of all of them exactly one is true."""

    yes: Cases
    no: Cases

    @property
    def facts(self) -> tuple[Term, ...]:
        """What is known where it holds; nothing when that is a matter of cases."""
        return self.yes[0] if len(self.yes) == 1 else ()

    @property
    def negation(self) -> Condition:
        """not P."""
        return Condition(self.no, self.yes)

    def both(self, other: Condition) -> Condition:
        """P and Q."""
        yes, no = _joined(self.yes, other.yes), _joined(self.yes, other.no)
        return Condition(yes, _limited((*self.no, *no)))

    def either(self, other: Condition) -> Condition:
        """P or Q, which is not (not P and not Q)."""
        return self.negation.both(other.negation).negation

    def times(self, scalar: Term) -> Term:
        """[P]*scalar, one summand for each case."""
        return _sum_of(self.yes, scalar)


def comparison(formula: Term) -> Condition:
    """One comparison of integers, a <= b or a = b."""
    a, b = formula.args
    below, above = (less(a, b),), (less(b, a),)
    return Condition(((formula,),), (above,) if formula.tag == "le" else (below, above))


def choice(condition: Condition, yes: Term, no: Term) -> Term:
    """yes if P else no; a branch that is 0 is left out."""
    parts = [c.times(s) for c, s in ((condition, yes), (condition.negation, no)) if s is not NOTHING]
    return plus(*parts) if len(parts) == 2 else (parts or [NOTHING])[0]


def _sum_of(cases: Cases, scalar: Term) -> Term:
    one = make("nat", 1)
    summands = [product(*map(bracket, case), *([] if scalar is one else [scalar])) for case in cases]
    total = summands[-1]
    for summand in reversed(summands[:-1]):
        total = plus(summand, total)
    return total


def _joined(first: Cases, second: Cases) -> Cases:
    return _limited(tuple((*p, *(f for f in q if f not in p)) for p in first for q in second))


def _limited(cases: Cases) -> Cases:
    if len(cases) > MAX_CASES:
        got = f"{len(cases)} of them"
        raise NotSupported("a condition", f"at most {MAX_CASES} cases", got, "give its parts names, in where")
    return cases
