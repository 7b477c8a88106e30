"""Names for bound indices, by the role that they play.

A term has no names for its bound indices.  The parameter of a definition or the index of a tensor where one stands
alone tells most; inside a position, S*u + rho tells the phase from the cell offset.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from symstride.proof.kernel.terms import Term, make
from symstride.render.parts import addends, factors, is_negative
from symstride.render.spelling import PRIME, stem

TENSORS: Final[Mapping[str, tuple[str, ...]]] = {
    "w": ("o", "c", "i*"), "x": ("c", "t*"), "y": ("o", "j*"), "b": ("o",), "f": ("i", "z"),
    "H": ("i", "z"), "F": ("rho", "u"),
}  # fmt: skip
"""The role of each index of a tensor; a star stands for one index per axis."""

CARRIED: Final[Mapping[str, str]] = {"c": "q", "rho": "q", "u": "v"}
"""An index that a parameter is computed from: the merged channel, or a tap counted from 0."""


def roles(body: Term, depth: int = 0) -> list[str]:
    """Names for the index bound at ``depth``, the best one first: by the places where it stands alone, or nearly so."""
    found = dict.fromkeys(_roles(body, depth))
    names = dict.fromkeys(name for _, name in sorted(found, key=lambda pair: pair[0]))
    return [f"i{name.removeprefix('rho')}" if stem(name) == "rho" and _is_window(body) else name for name in names]


def _is_window(body: Term) -> bool:
    """Is it an entry of a signal alone, under sums?  Then it adds up a window: the bare index of s*j + i is a tap."""
    if body.tag == "sum":
        return _is_window(body.args[2])
    if body.tag == "use":
        return body.args[0].args[0] in ("extend", "wrap")
    return body.tag == "entry" and body.args[0].rstrip(PRIME) == "x"


def _roles(term: Term, depth: int) -> Iterator[tuple[int, str]]:
    """(rank, name) for every place of the index; a parameter or a tensor's index tells most, a bracket least."""
    if term.loose <= depth:
        return
    index = make("bound", depth)
    names: Sequence[str] = ()
    kids = [x for x in term.args if type(x) is Term]
    if term.tag == "use":
        names = [key[0] for key in term.args[0].args[2]]
        kids = kids[1:]
    elif term.tag == "entry":
        names = index_names(term.args[0], len(kids))
    elif term.tag in ("div", "mod") and _is_strided(kids[0]):
        yield from ((3, name) for name in _place(kids[0], index))
    elif term.tag == "eq" and kids[0].sort == "I":
        axis = _axis(term)
        if kids[0] is index and kids[1].tag in ("div", "mod"):
            yield 4, "u" if kids[1].tag == "div" else "rho"
        yield from ((1, name + axis) for name in _tap(kids[0], index))
        yield from ((4, name + axis) for name in _place(kids[1], index))
    for name, kid in zip(names, kids):
        if kid is index:
            yield 0, name
        elif stem(name) in ("t", "z") and kid.sort == "I":
            yield from ((2, inner + name[1:]) for inner in _place(kid, index))
        elif term.tag == "entry" and stem(name) == "i" and kid.sort == "I":
            yield from ((3, inner + name[1:]) for inner in (_place(kid, index) if _is_strided(kid) else ()))
        elif stem(name) in CARRIED and _contains(kid, index):
            yield 3, CARRIED[stem(name)] + name[len(stem(name)) :] * (stem(name) == "u")
    for position, kid in enumerate(kids):
        yield from _roles(kid, depth + _binds(term, position))


def _is_strided(position: Term) -> bool:
    """Does it have a product, as s*u + rho + p does, and i - n does not?"""
    return any(part.tag == "mul" and not is_negative(part) for part in addends(position))


def _axis(formula: Term) -> str:
    """The number of the axis that a formula is about, if its names have one: 2 for s2*tau2 + .. ."""
    numbers = {key[0][len(stem(key[0])) :] for key in formula.free} - {""}
    return numbers.pop() if len(numbers) == 1 else ""


def _contains(term: Term, part: Term) -> bool:
    return term is part or any(_contains(x, part) for x in term.args if type(x) is Term and x.tag != "define")


def _binds(term: Term, position: int) -> int:
    if term.tag == "sum":
        return 1 if position == 2 else 0
    return int(term.args[0]) if term.tag == "map" else 0


def _place(position: Term, index: Term) -> Iterator[str]:
    """Inside S*m + S*u + rho the bare addend is a phase, the multiplied one a cell offset; for S = 1 both are bare.

    Inside s*j + dl*i - p, where no addend is bare, the multiplied one is a tap.  Inside a*(m - u) + tau, where an
    input is read backwards, they are the cell offset and the phase of the input.
    """
    parts = addends(position)
    of_cells = any(part.tag in ("var", "bound") for part in parts)
    backwards = [factor for part in parts if part.tag == "mul" for factor in factors(part) if factor.tag == "add"]
    for part in parts:
        if part is index:
            yield from ("tau",) if backwards else ("rho", "u")
        elif any(is_negative(x) and index in factors(x) for factor in backwards for x in addends(factor)):
            yield "u"
        elif part.tag == "mul" and index in factors(part):
            yield "u" if of_cells else "i"


def _tap(position: Term, index: Term) -> Iterator[str]:
    """Inside s*tau + dl*i - p, left of the sign in a bracket, the first product has the phase, the second the tap.

    A product by itself has the tap.
    """
    products = [part for part in addends(position) if part.tag == "mul" and not is_negative(part)]
    for part, name in zip(products, ("tau", "i") if len(addends(position)) > 1 else ("i",)):
        if index in factors(part):
            yield name


def index_names(tensor: str, arity: int) -> list[str]:
    roles = TENSORS.get(tensor.rstrip(PRIME), ())
    plain = [r for r in roles if not r.endswith("*")]
    axes = arity - len(plain)
    if axes < 0 and len(plain) == len(roles):
        return plain[:arity]
    if axes < 0 or (axes == 0 and len(plain) < len(roles)) or (axes > 0 and len(plain) == len(roles)):
        return []
    starred = [r[:-1] for r in roles if r.endswith("*")]
    return plain + [s if axes == 1 else f"{s}{n + 1}" for s in starred for n in range(axes)]
