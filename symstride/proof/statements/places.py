"""Statements about values on a grid that are computed place by place, and about the way to phases and back.

A network in phases computes ``f(x)[c, t]`` as ``f(phases(x))[tau, c, m]``: the phases of f(x) are f of the phases.  The
functions f below are the parts that every layer without a window is made of: a map act of one number, numbers per
channel, sums and products of two values (over (max, +): maxima and sums), and linear maps of the channels, of which
permutations, slices, concatenations and sums over neighbouring channels are cases.
"""

from __future__ import annotations

from collections.abc import Callable

from symstride.proof.kernel.terms import Term, plus
from symstride.proof.language.definitions import names, phases
from symstride.proof.language.syntax import Integer, apply, entry, equal, integer, mapping, product, tensor, total, use

Value = Callable[[str, str], Term]
"""The entry of a tensor of d + 1 indices at a channel: value(tensor, channel)."""

PLACES: dict[str, Callable[[Value], Term]] = {
    "a map of one number": lambda x: apply("act", x("x", "c")),
    "numbers per channel": lambda x: plus(product(entry("v", "c"), x("x", "c")), entry("b", "c")),
    "sums": lambda x: plus(x("x", "c"), x("y", "c")),
    "products": lambda x: product(x("x", "c"), x("y", "c")),
    "linear maps of channels": lambda x: total("q", 0, "C", product(entry("w", "c", "q"), x("x", "q"))),
}
"""f(x)[c] by the name of its claim."""


def place_statements(d: int) -> dict[str, tuple[frozenset[Term], Term]]:
    """phases(f(x); a)[tau, c, m] = f(phases(x; a))[tau, c, m] for each f, and x back from its phases."""
    found = {name: equal(*place_sides(d, name)) for name in PLACES}
    found["back to places"] = equal(*back_sides(d))
    return {name: (frozenset(), concl) for name, concl in found.items()}


def place_sides(d: int, name: str) -> tuple[Term, Term]:
    """Both sides of the statement about one f."""
    t, f = names(d, "t"), PLACES[name]
    fine = mapping(["c", *t], f(lambda x, c: entry(x, c, *t)))
    return _phase(d, fine, "c"), f(lambda x, c: _phase(d, tensor(x, d + 1), c))


def back_sides(d: int) -> tuple[Term, Term]:
    """phases(x; a)[j mod a, c, j div a] = x[c, j]: depth-to-space undoes space-to-depth, place by place."""
    places = list(zip(names(d, "j"), names(d, "a")))
    rho = [f"{j} % {a}" for j, a in places]
    cells = [f"{j}//{a}" for j, a in places]
    return _phase(d, tensor("x", d + 1), "c", rho, cells), entry("x", "c", *names(d, "j"))


def _phase(d: int, x: Term, c: str, tau: list[str] | tuple[str, ...] = (), m: list[str] | tuple[str, ...] = ()) -> Term:
    indices: list[Integer] = [*names(d, "a"), *(tau or names(d, "tau")), c, *(m or names(d, "m"))]
    return use(phases(d), x, *map(integer, indices))
