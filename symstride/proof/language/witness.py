"""Integers that meet the hypotheses of a theorem, found by trying: under hypotheses that none meets it says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from symstride.proof.kernel.terms import VARIABLE, Term, names_of

SMALL: Final = (1, 0, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4)
"""Integers to try for a variable, plainest first; the numbers in the formulas and their neighbours come after them."""
MAX_TRIALS: Final = 20_000


def find_witness(hypotheses: Iterable[Term]) -> dict[str, int] | None:
    """Integers for the free variables under which all hypotheses hold, tensors being 0 or all of them 1; None if none
    is found.

    Hypotheses that share no variable are searched apart, so a theorem on three axes costs three small searches.
    """
    formulas = sorted(hypotheses, key=lambda f: (f.size, str(f)))
    constants = (0, 1) if any(f.args[0].sort == "S" for f in formulas) else (0,)
    return next((found for c in constants if (found := _find_witness(formulas, c)) is not None), None)


def _find_witness(formulas: list[Term], constant: int) -> dict[str, int] | None:
    witness: dict[str, int] = {}
    trials = iter(range(MAX_TRIALS))
    for group in _connected(formulas):
        found = _extend({}, _order(group), group, _candidates(group), trials, constant)
        if found is None:
            return None
        witness |= found
    return dict(sorted(witness.items()))


def _variables(formulas: Iterable[Term]) -> list[str]:
    return sorted(name for name, arity in names_of(formulas) if arity == VARIABLE)


def _connected(formulas: list[Term]) -> list[list[Term]]:
    """The formulas in groups that share no variable."""
    groups: list[list[Term]] = []
    for formula in formulas:
        names = set(_variables([formula]))
        touching = [group for group in groups if names.intersection(_variables(group))]
        groups = [group for group in groups if group not in touching]
        groups.append([f for group in touching for f in group] + [formula])
    return groups


def _order(formulas: list[Term]) -> list[str]:
    """The variables of the formulas; those that an equation x = t or t = x determines come last."""
    determined = {side.args[0] for f in formulas if f.tag == "eq" for side in f.args if side.tag == "var"}
    return sorted(_variables(formulas), key=lambda name: (name in determined, name))


def _candidates(formulas: list[Term]) -> list[int]:
    near = {n + step for formula in formulas for n in _numbers(formula) for step in (-1, 0, 1)}
    return [*SMALL, *sorted(near.difference(SMALL), key=lambda n: (abs(n), n))]


def _numbers(term: Term) -> set[int]:
    """The numbers that are written in a term."""
    if term.tag == "num":
        return {term.args[0]}
    return {n for x in term.args if type(x) is Term for n in _numbers(x)}


def _extend(
    known: dict[str, int],
    names: list[str],
    formulas: list[Term],
    candidates: list[int],
    trials: Iterator[int],
    constant: int,
) -> dict[str, int] | None:
    """Values for the remaining names, by backtracking; each formula is tested as soon as its names have values."""
    ready = [f for f in formulas if known.keys() >= set(_variables([f]))]
    if not all(_satisfied(f, known, constant) for f in ready):
        return None
    if not names:
        return known
    waiting = [f for f in formulas if f not in ready]
    for n in _determined(names[0], waiting, known) or candidates:
        if next(trials, None) is None:
            return None
        found = _extend(known | {names[0]: n}, names[1:], waiting, candidates, trials, constant)
        if found is not None:
            return found
    return None


def _determined(name: str, formulas: list[Term], known: dict[str, int]) -> list[int]:
    """The value that an equation x = t or t = x gives to the variable, if there is one and t is known."""
    for formula in formulas:
        for x, t in (formula.args, formula.args[::-1]):
            if formula.tag == "eq" and x.tag == "var" and x.args[0] == name and known.keys() >= set(_variables([t])):
                return [_value(t, known)]
    return []


def _satisfied(formula: Term, known: Mapping[str, int], constant: int) -> bool:
    """Is the formula true?  One about scalars is when all entries are that constant and functions change nothing."""
    if formula.args[0].sort == "I":
        left, right = (_value(x, known) for x in formula.args)
        return left == right if formula.tag == "eq" else left <= right
    from symstride.proof.language.meaning import holds_with_constant

    return holds_with_constant(formula, known, constant)


def _value(term: Term, known: Mapping[str, int]) -> int:
    """The value of an integer term; dividing by 0 gives 0 and leaves the whole as a remainder."""
    if term.tag == "num":
        return int(term.args[0])
    if term.tag == "var":
        return known[term.args[0]]
    a, b = (_value(x, known) for x in term.args)
    match term.tag:
        case "add":
            return a + b
        case "mul":
            return a * b
        case "div":
            return a // b if b else 0
        case "mod":
            return a % b if b else a
    raise ValueError(f"not an integer term without bound indices: {term}")
