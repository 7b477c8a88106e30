"""Several axes as one line: terms that are copies of each other, one for each axis, as one term in bold letters.

A bold letter stands for one integer on each axis, and everything is done axis by axis.  What differs in numbers only
becomes a tuple; what differs in any other way is not folded, so that nothing is ever left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from symstride.proof.kernel.terms import Term, make, num, var
from symstride.render.spelling import BOLD, PRIME, stem

_TUPLES: dict[tuple[str, ...], str] = {}
"""Names for tuples of numbers and letters."""


def fold(terms: Sequence[Term]) -> Term | None:
    """One term for the axes in order, or None.  A letter or number that is the same on all axes stands for itself."""
    return terms[0] if len(set(terms)) == 1 and not _numbered(terms[0]) else _folded(terms)


def in_bold(terms: Sequence[Term]) -> Term | None:
    """``fold``, where the result has a bold letter: of plain letters and numbers alone nobody can see the axes."""
    out = fold(terms)
    return out if out is not None and has_bold(out) else None


def has_bold(term: Term) -> bool:
    """Does a bold letter occur?"""
    return any(name.rstrip(PRIME).endswith(BOLD) for name, _ in term.free)


def tuple_parts(name: str) -> tuple[str, ...] | None:
    """What stands in the tuple of this name; None for other names."""
    return next((parts for parts, own in _TUPLES.items() if own == name), None)


def _tuple(parts: tuple[str, ...]) -> Term:
    return var(_TUPLES.setdefault(parts, f"tuple{len(_TUPLES)}{BOLD}s"))


def bold(letter: str) -> str:
    """The name of the bold letter for s1, s2, ..: that of s."""
    core = letter.rstrip(PRIME)
    return f"{stem(core)}{BOLD}{letter[len(core) :]}"


def axis_of(name: str) -> int:
    """The number behind a letter, or 0."""
    core = name.rstrip(PRIME)
    return int(core[len(stem(core)) :] or 0) if core[len(stem(core)) :].isascii() else 0


def _numbered(term: Term) -> bool:
    return any(axis_of(name) for name, _ in term.free)


_Numbered: TypeAlias = tuple[Callable[[Term], bool], Callable[[Term], Term]]
_SCALED: Final[_Numbered] = (
    lambda t: t.tag == "mul" and t.args[0].tag == "num",
    lambda t: make("mul", num(1), t),
)
"""Is it a number times something?  A term alone is 1 times itself."""
_SHIFTED: Final[_Numbered] = (
    lambda t: t.tag == "add" and t.args[1].tag == "num",
    lambda t: make("add", t, num(0)),
)
"""Is it something and a number?  A term alone is itself and 0."""


def _folded(terms: Sequence[Term]) -> Term | None:
    first = terms[0]
    if all(t is first for t in terms):
        return None if _numbered(first) else first
    if all(t.tag == "var" for t in terms):
        names = [str(t.args[0]) for t in terms]
        same = len({bold(name) for name in names}) == 1
        if same and [axis_of(name) for name in names] == list(range(1, len(names) + 1)):
            return var(bold(names[0]))
    if all(t.tag in ("num", "var") for t in terms):
        if any(_numbered(t) for t in terms):
            return None
        return _tuple(tuple(str(t.args[0]) for t in terms))
    for has_number, with_number in (_SCALED, _SHIFTED) if first.sort == "I" else ():
        if any(map(has_number, terms)) and not all(map(has_number, terms)):
            terms = [t if has_number(t) else with_number(t) for t in terms]
    first = terms[0]
    if len({(t.tag, len(t.args)) for t in terms}) > 1 or not first.args:
        return None
    parts: list[object] = []
    for group in zip(*(t.args for t in terms)):
        if type(group[0]) is Term:
            part = _folded(group)
            if part is None:
                return None
            parts.append(part)
        elif len(set(group)) == 1:
            parts.append(group[0])
        else:
            return None
    return make(first.tag, *parts)
