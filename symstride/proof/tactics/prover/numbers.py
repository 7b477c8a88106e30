"""Numbers at which facts hold: the cheapest way to see that a formula does not follow from them.

A formula that fails at integers for which all the facts hold is no consequence of the facts, so that nobody needs to
look for a proof.  Most questions that the prover asks itself have the answer no, and most of these end here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from symstride.proof.kernel.terms import VARIABLE, KernelError, Term
from symstride.proof.tactics.prover.polynomials import variables

Numbers: TypeAlias = dict[str, int]
"""An integer for every variable that matters."""
Value: TypeAlias = Callable[[Mapping[str, int]], int]

ENOUGH: Final = 10
"""So many assignments are kept for one set of facts."""
TRIES: Final = 16
PALETTE: Final = (0, 1, 2, 3, -1, 4, 5, -2, 7)
"""Values to begin with."""


@lru_cache(maxsize=16384)
def value(t: Term) -> Value:
    """The value of an integer term without loose indices."""
    match t.tag:
        case "num":
            n = t.args[0]
            return lambda at: n
        case "var":
            name = t.args[0]
            return lambda at: at[name]
        case "add":
            a, b = map(value, t.args)
            return lambda at: a(at) + b(at)
        case "mul":
            a, b = map(value, t.args)
            return lambda at: a(at) * b(at)
        case "div":
            a, b = map(value, t.args)
            return lambda at: _div(a(at), b(at))
        case "mod":
            a, b = map(value, t.args)
            return lambda at: _mod(a(at), b(at))
    raise KernelError(f"not an integer term: {t}")


def _div(a: int, b: int) -> int:
    return a // b if b else 0


def _mod(a: int, b: int) -> int:
    return a % b if b else a


@lru_cache(maxsize=16384)
def slack(formula: Term) -> Value:
    """Right side minus left side: the formula holds when that is >= 0, an equation when it is 0."""
    a, b = map(value, formula.args)
    return lambda at: b(at) - a(at)


def holds(formula: Term, at: Mapping[str, int]) -> bool:
    n = slack(formula)(at)
    return n == 0 if formula.tag == "eq" else n >= 0


def assignments(facts: Sequence[Term], known: Sequence[Numbers] = ()) -> list[Numbers]:
    """Integers for the variables of the facts, at which all of them hold; the same ones in every process.

    Assignments that are known already are taken first.  No answer means nothing: the search is short.
    """
    names = {name for fact in facts for name in variables(fact)}
    found = [at for at in known if names <= at.keys() and all(holds(fact, at) for fact in facts)][:ENOUGH]
    rng = random.Random(len(facts))
    for n in range(TRIES):
        if len(found) >= ENOUGH or (n >= 8 and not found):
            break
        at = _attempt(facts, rng)
        if at is not None and at not in found:
            found.append(at)
    return found


def _attempt(facts: Sequence[Term], rng: random.Random) -> Numbers | None:
    """One walk through the variables, each given a value that no fact refuses; None at the first dead end."""
    at: Numbers = {}
    waiting = [(fact, set(variables(fact))) for fact in facts]
    order = _order(facts)
    for name in order:
        ready = [fact for fact, names in waiting if name in names and names <= {*at, name}]
        for n in _candidates(name, ready, at, rng):
            at[name] = n
            if all(holds(fact, at) for fact in ready):
                break
        else:
            return None
    return at


def _order(facts: Sequence[Term]) -> list[str]:
    """Names that few facts mention together come last: bounds and divisors first, then what they bound."""
    out: list[str] = []
    for fact in sorted(facts, key=lambda fact: (fact.tag == "eq", len(fact.free))):
        for name in variables(fact):
            if name not in out:
                out.append(name)
    return out


def _candidates(name: str, facts: Sequence[Term], at: Numbers, rng: random.Random) -> Iterator[int]:
    """Values to try: the solution of an equation, else some near the bounds, else small ones."""
    lows, highs = [], []
    for fact in facts:
        start, slope = _line(name, fact, at)
        if slope and fact.tag == "eq":
            yield -start // slope
            return
        if slope > 0:
            lows.append(-(start // slope))
        elif slope < 0:
            highs.append(start // -slope)
    low = max(lows, default=min([-3, *highs]))
    high = min(highs, default=max(low + 5, 9))
    choice = [n for n in (low, low + 1, high - 1, high, *PALETTE) if low <= n <= high]
    rng.shuffle(choice)
    yield from dict.fromkeys(choice)


def _line(name: str, fact: Term, at: Numbers) -> tuple[int, int]:
    """The slack at 0 and its slope; right for linear facts, a guess for others."""
    of = slack(fact)
    start = of({**at, name: 0})
    return start, of({**at, name: 1}) - start


def refutes(goal: Term, at: Numbers) -> bool:
    """Does the goal fail at these numbers, whatever the variables that they leave open are, within a few?"""
    missing = [name for name, arity in sorted(goal.free) if arity == VARIABLE and name not in at]
    if not missing:
        return not holds(goal, at)
    rng = random.Random(len(missing))
    return any(not holds(goal, at | {name: rng.choice(PALETTE) for name in missing}) for _ in range(4))
