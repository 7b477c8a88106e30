"""Is a divisor different from 0?  The kernel has a convention for a div 0 and Python has none, so it must not matter.

The answer is yes only where the kernel proves it from what is known there; the search is bounded and repeatable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Final

from symstride.proof.kernel.polynomials import constant_value, normal
from symstride.proof.kernel.rules import assume
from symstride.proof.kernel.terms import METER, VARIABLE, KernelError, Term
from symstride.proof.language.syntax import at_most
from symstride.proof.tactics.inequalities import prove_at_most

MAX_FACTS: Final = 12
"""Most formulas that are looked at for one divisor."""
MAX_SIZE: Final = 40
"""Larger divisors and formulas are not looked at."""
MAX_WORK: Final = 200_000
"""Most work for one divisor, in the kernel's own measure."""


@contextmanager
def limited(work: int) -> Iterator[None]:
    """Inside, the kernel refuses to do more work than this; outside it goes on counting."""
    before, limit = METER.work, METER.limit
    METER.restart(work)
    try:
        yield
    finally:
        METER.work, METER.limit = before + METER.work, limit


def is_nonzero(divisor: Term, facts: Sequence[Term]) -> bool:
    """Does it follow from the facts that the divisor is not 0?  Factors are looked at one by one."""
    if divisor.tag == "mul":
        return all(is_nonzero(factor, facts) for factor in divisor.args)
    if divisor.size > MAX_SIZE:
        return False
    number = constant_value(normal(divisor))
    if number is not None:
        return number != 0
    near = tuple(_near(divisor, facts))
    return follows(at_most(1, divisor), near) or follows(at_most(divisor, -1), near)


@lru_cache(maxsize=1024)
def follows(goal: Term, facts: tuple[Term, ...]) -> bool:
    """Does the kernel prove a <= b from formulas on integers?"""
    try:
        with limited(MAX_WORK):
            return prove_at_most(goal, [assume(f) for f in facts]).concl is goal
    except KernelError:
        return False


def _near(term: Term, facts: Sequence[Term]) -> list[Term]:
    """The formulas that share a variable with the term, directly or through others, nearest first."""
    names, chosen = {key for key in term.free if key[1] == VARIABLE}, list[Term]()
    while True:
        more = [f for f in dict.fromkeys(facts) if f not in chosen and f.free & names and f.size <= 2 * MAX_SIZE]
        if not more or len(chosen) >= MAX_FACTS:
            return chosen[:MAX_FACTS]
        chosen += more
        names |= {key for f in more for key in f.free}
