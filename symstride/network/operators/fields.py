"""Whether the fields of an operator's record are what it says they are: whole numbers, numbers, words, and tuples.

Records are made by hand too, and what is none of these would come to light anywhere, or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from math import isfinite, isnan
from numbers import Integral, Rational
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from symstride.network.operators import records as op

MOST: Final = 2**63
"""What a whole number stays below: files have no larger ones, and nothing counts that far."""


def wrong_field(operator: Any) -> tuple[str, str] | None:
    """The first field that is something else, and what was expected there; None where all are right.

    Numbers are finite, but for those that places are filled with and the bounds of a clip, which are no NaN either.
    """
    if type(operator).__module__ != op.__name__:
        return None  # layers look at their own
    record: Any = type(operator)
    for name, kind in _kinds(record).items():
        value = getattr(operator, name)
        if name == "attributes":
            open_ended = getattr(operator, "name", "") == "clip"
            if not _are_attributes(value, open_ended):
                return name, "pairs of a name and a number" + ("" if open_ended else " that is finite")
        elif not _fits(kind, value, name == "fill"):
            return name, _WORDS.get(name, _words(kind))
        elif name == "cell" and min(value or (1,), default=1) < 1:
            return name, "steps of 1 or more"
    return None


@cache
def _kinds(record: type) -> Mapping[str, Any]:
    return get_type_hints(record)


def _fits(kind: Any, value: Any, endless: bool = False) -> bool:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return any(_fits(each, value, endless) for each in inner)
    if origin is Literal:
        return isinstance(value, str) and value in inner
    if origin is tuple:
        if not isinstance(value, tuple | list):
            return False
        if inner[-1] is ...:
            plain = inner[0] is int and set(map(type, value)) <= {int}
            row = (min(value), max(value)) if plain and value else value
            return all(_fits(inner[0], each) for each in row)
        return len(inner) == len(value) and all(map(_fits, inner, value))
    if kind is bool:
        return type(value).__name__ in ("bool", "bool_")  # NumPy's, which is not loaded here
    if kind is int:
        return not isinstance(value, bool) and isinstance(value, Integral) and abs(int(value)) < MOST
    return _is_number(value, endless) if kind is float else isinstance(value, kind)


def _is_number(value: Any, endless: bool) -> bool:
    if isinstance(value, float):
        return not isnan(value) if endless else isfinite(value)
    fits: bool = not isinstance(value, bool) and isinstance(value, Rational) and abs(Fraction(value)) < MOST
    return fits


def _are_attributes(value: Any, open_ended: bool) -> bool:
    pairs = isinstance(value, tuple | list) and all(isinstance(each, tuple | list) and len(each) == 2 for each in value)
    return pairs and all(
        isinstance(name, str) and (_is_number(number, open_ended) or (open_ended and number is None))
        for name, number in value
    )


def _words(kind: Any) -> str:
    if kind in (int, bool, float, str):
        return {int: "a whole number", bool: "True or False", float: "a finite number", str: "a name"}[kind]
    return "one of its words" if get_origin(kind) is Literal else "a tuple of whole numbers"


_WORDS: Mapping[str, str] = {"fill": 'a number or "lowest"', "scale": "a finite number, or True or False"}
"""What fields of several kinds are called."""
