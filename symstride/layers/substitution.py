"""Numbers for the symbols of a layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import sympy

from symstride.errors import SpecError
from symstride.layers.integer import Integer, integer
from symstride.layers.rounding import lowered

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

L = TypeVar("L", bound="DataclassInstance")
"""A record such as ``Conv``."""


def by_symbol(
    symbols: Iterable[sympy.Symbol], values: Mapping[Any, Integer], asked: str
) -> dict[sympy.Symbol, sympy.Expr]:
    """``values`` with symbols for keys, given by name or as symbols; names that do not occur are refused."""
    known = {symbol.name: symbol for symbol in symbols}
    unknown = sorted(str(key) for key in values if str(key) not in known)
    if unknown:
        raise SpecError(
            asked,
            f"symbols of the layer: {', '.join(sorted(known)) or 'it has none'}",
            f"unknown: {', '.join(unknown)}",
            "spell the names as in the layer",
        )
    return {known[str(key)]: sympy.sympify(integer(value, f"{asked}, {key}")) for key, value in values.items()}


def substitute(value: Any, values: Mapping[sympy.Symbol, sympy.Expr]) -> Any:
    """``value`` with the symbols replaced all at once, inside tuples too; whole numbers become ints."""
    if isinstance(value, tuple):
        return tuple(substitute(entry, values) for entry in value)
    if isinstance(value, sympy.Expr):
        return lowered(value.subs(values, simultaneous=True))
    return value


def substitute_layer(layer: L, values: Mapping[sympy.Symbol, sympy.Expr]) -> L:
    """The layer with the symbols replaced; it is checked again, so a value that does not fit is refused."""
    return replace(layer, **{field.name: substitute(getattr(layer, field.name), values) for field in fields(layer)})
