"""Values that are computed place by place commute with phases; and phases determine the value."""

from __future__ import annotations

from functools import cache, partial

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.definitions import names, phases
from symstride.proof.statements.places import PLACES, back_sides, place_sides
from symstride.proof.tactics.rewriting import beginning, congruent, law, reflexive, right, symmetric, trans


@cache
def place_theorems(d: int) -> dict[str, Theorem]:
    """The theorems of ``place_statements(d)``: both sides unfold to one term."""
    found = {name: _same(d, *place_sides(d, name)) for name in PLACES}
    return found | {"back to places": _back(d)}


def _same(d: int, before: Term, after: Term) -> Theorem:
    opened = unfold(before, phases(d))
    return trans(opened, beginning(right(opened), symmetric(unfold(after, phases(d)))))


def _back(d: int) -> Theorem:
    """x[c, a*(j div a) + j mod a] = x[c, j], axis by axis, by the division theorem."""
    before, after = back_sides(d)
    opened = unfold(before, phases(d))
    out = reflexive(after)
    for n, (j, a) in enumerate(zip(names(d, "j"), names(d, "a"))):
        place = law("division", a=j, b=a)
        out = trans(out, congruent(place, partial(_with, right(out), n)))
    return trans(opened, beginning(right(opened), symmetric(out)))


def _with(value: Term, n: int, place: Term) -> Term:
    """The entry with ``place`` on axis n."""
    return make(value.tag, *value.args[: n + 2], place, *value.args[n + 3 :])
