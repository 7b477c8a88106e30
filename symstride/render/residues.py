"""Residues of generality, put away before print: quotients by one, remainders of one, sums over one index.

Every rewriting is an equation of the kernel, from lemmas; nothing else is printed than what has been proved equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from symstride.proof.kernel.rules import Theorem, under_sum
from symstride.proof.kernel.terms import Term, make, num, open_binder
from symstride.proof.language.syntax import variable
from symstride.proof.language.tidy import tidy
from symstride.proof.lemmas.cells import div_one, mod_one
from symstride.proof.lemmas.sums import single_sum
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    at,
    at_argument,
    beginning,
    reflexive,
    replace_all,
    right,
    then,
    trans,
)


def without_residues(t: Term, axes: int = 1) -> Theorem:
    """t = the same with x div 1 as x, x mod 1 as 0, and sums over one index as their only summand.

    Of the sums over a position, one for each of several axes, none goes unless all go.
    """
    match t.tag:
        case "sum":
            return _sums(t, axes)
        case "add" | "mul" if t.sort == "S":
            sides = [at_argument(n, partial(without_residues, axes=axes)) for n in (0, 1)]
            return then(*sides)(t)
        case "apply":
            return at_argument(1, partial(without_residues, axes=axes))(t)
    out = reflexive(t)
    while (found := _quotient(right(out))) is not None:
        lemma = div_one() if found.tag == "div" else mod_one()
        out = trans(out, replace_all(right(out), at(lemma, x=found.args[0])))
    return out


def _sums(t: Term, axes: int) -> Theorem:
    """A run of sums: those over one index go, position by position."""
    ranges, body = list[tuple[str, Term, Term]](), t
    while body.tag == "sum":
        name = _fresh(body)
        lo, hi, inner = body.args
        ranges.append((name, lo, hi))
        body = open_binder(inner, (make("var", name),))
    goes = _gone(ranges, axes)
    out = without_residues(body, axes)
    for (name, lo, hi), is_gone in zip(reversed(ranges), reversed(goes)):
        out = under_sum(out, variable(name), lo, hi)
        if is_gone:
            only = apply_lemma(single_sum(), {"e": lo}, {"f": make("map", 1, right(out).args[2])})
            out = trans(out, beginning(right(out), only))
    return out


def _fresh(t: Term) -> str:
    """A name that does not occur in the term."""
    taken, name = {name for name, _ in t.free}, "index"
    while name in taken:
        name += "_"
    return name


def _gone(ranges: Sequence[tuple[str, Term, Term]], axes: int) -> list[bool]:
    """Which sums of a run go: the inner ones belong to positions, so many at a time as there are axes."""
    single = [tidy(make("add", hi, make("mul", num(-1), lo))) is num(1) for _, lo, hi in ranges]
    outer = len(single) % axes
    positions = [single[n : n + axes] for n in range(outer, len(single), axes)]
    return [*single[:outer], *(all(position) for position in positions for _ in position)]


def _quotient(t: Term) -> Term | None:
    """The first quotient by one or remainder of one in the term that mentions no bound index."""
    if t.tag in ("div", "mod") and t.args[1] is num(1) and not t.loose:
        return t
    kids = (x for x in t.args if type(x) is Term and x.tag != "define")
    return next((found for found in map(_quotient, kids) if found is not None), None)


def has_residues(t: Term) -> bool:
    """Is there anything to put away?"""
    if t.tag in ("div", "mod") and t.args[1] is num(1):
        return True
    if t.tag == "sum" and tidy(make("add", t.args[1], make("mul", num(-1), t.args[0]))) is num(1):
        return True
    return any(has_residues(x) for x in t.args if type(x) is Term and x.tag != "define")
