"""Layers as plain JSON data and back.  What comes back is checked like any other input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import sympy

from symstride.errors import SpecError
from symstride.layers.integer import Integer, check_name, shown

T = TypeVar("T")

_ASSUMPTIONS = frozenset(sympy.Symbol("_", prime=True).assumptions0) | {"even", "odd", "zero"}
_ASKED = "from_dict(data)"


def layer_to_dict(layer: object, fields: Sequence[str]) -> dict[str, Any]:
    """These fields of ``layer`` under their own names, next to ``"layer"``, the name of its class."""
    return {"layer": type(layer).__name__} | {name: to_plain(getattr(layer, name)) for name in fields}


def layer_from_dict(make: type[T], fields: Sequence[str], data: Mapping[str, Any]) -> T:
    """What ``make`` makes of the fields in ``data``; unknown, missing or ill-typed ones are refused by name."""
    if not isinstance(data, Mapping) or data.get("layer") != make.__name__:
        raise SpecError(_ASKED, f'an object with "layer": "{make.__name__}"', shown(data), "pass what to_dict() gave")
    _refuse("no other fields than a layer's", sorted(str(name) for name in set(data) - {"layer", *fields}))
    _refuse("every field of a layer", [name for name in fields if name not in data])
    return make(**{name: from_plain(data[name], 3) for name in fields})


def _refuse(expected: str, names: list[str]) -> None:
    if names:
        raise SpecError(_ASKED, expected, shown(", ".join(names)), "pass what to_dict() returned, unchanged")


def to_plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [to_plain(entry) for entry in value]
    if isinstance(value, sympy.Expr):
        return _expression_to_plain(value)
    return value


def _expression_to_plain(value: sympy.Expr) -> dict[str, Any]:
    symbols = sorted(value.free_symbols, key=str)
    assumed = {str(symbol): _assumptions(symbol) for symbol in symbols if isinstance(symbol, sympy.Symbol)}
    from symstride.layers.expressions import expression_text

    plain: dict[str, Any] = {"expr": expression_text(value)}
    declared = {name: entries for name, entries in assumed.items() if entries}
    return plain | ({"symbols": declared} if declared else {})


def _assumptions(symbol: sympy.Symbol) -> dict[str, bool]:
    # SymPy stores the closure of what was declared.  Drop what the rest implies, so that {"integer": true} stays short.
    kept = dict(sorted(symbol.assumptions0.items()))
    for name in list(kept):
        rest = {other: value for other, value in kept.items() if other != name}
        if sympy.Symbol(symbol.name, **rest) == symbol:
            kept = rest
    return kept


def from_plain(value: object, depth: int) -> Any:
    if isinstance(value, list) and depth > 0:
        return tuple(from_plain(entry, depth - 1) for entry in value)
    if isinstance(value, Mapping):
        return _expression_from_plain(value)
    return value


def _expression_from_plain(data: Mapping[Any, Any]) -> Integer:
    symbols = data.get("symbols", {})
    if not set(data) <= {"expr", "symbols"} or "expr" not in data or not isinstance(symbols, Mapping):
        raise SpecError(_ASKED, '{"expr": "..."}', shown(data), "pass what to_dict() returned, unchanged")
    from symstride.layers.expressions import parse_expression

    return parse_expression(data["expr"], _ASKED, {name: _symbol(name, entry) for name, entry in symbols.items()})


def _symbol(name: object, assumptions: object) -> sympy.Symbol:
    if not isinstance(name, str) or not isinstance(assumptions, Mapping):
        raise SpecError(_ASKED, "assumptions by symbol name", shown({name: assumptions}), "pass what to_dict() gave")
    if not all(key in _ASSUMPTIONS and isinstance(value, bool) for key, value in assumptions.items()):
        raise SpecError(_ASKED, "SymPy assumptions, each true or false", shown(assumptions), "drop the unknown ones")
    try:
        return sympy.Symbol(check_name(name, _ASKED), **assumptions)
    except ValueError as problem:  # InconsistentAssumptions is a ValueError; so is SpecError, which passes through
        if isinstance(problem, SpecError):
            raise
        raise SpecError(_ASKED, "assumptions that fit together", shown(assumptions), "drop some of them") from None
