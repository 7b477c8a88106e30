"""What transposed layers and pools have in common as records with symbols: text, JSON, values for the symbols."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Self

import sympy

from symstride.layers.integer import Integer
from symstride.layers.layer import Record, leaves
from symstride.layers.plain import layer_from_dict, layer_to_dict
from symstride.layers.printed import as_python


class Described(Record):
    """A frozen record whose sizes are numbers or SymPy expressions."""

    __slots__ = ()

    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]:
        """The symbols that occur, sorted by name."""
        found = {symbol for value in leaves(self) if isinstance(value, sympy.Expr) for symbol in value.free_symbols}
        return tuple(sorted(found, key=lambda symbol: (symbol.name, sympy.srepr(symbol))))

    @property
    def is_symbolic(self) -> bool:
        """Whether any size is an expression and not an int."""
        return any(isinstance(value, sympy.Expr) for value in leaves(self))

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> Self:
        """The record with numbers (or expressions) for symbols: ``subs(k=3, s=2)`` or ``subs({k: 3})``."""
        from symstride.layers.substitution import by_symbol, substitute_layer

        asked = f"{type(self).__name__}.subs(...)"
        return substitute_layer(self, by_symbol(self.symbols, {**(values or {}), **named}, asked))  # type: ignore[type-var]  # a dataclass

    def __repr__(self) -> str:
        kept = (f"{field.name}={as_python(getattr(self, field.name))}" for field in fields(self))  # type: ignore[arg-type]  # a dataclass
        return f"{type(self).__name__}({', '.join(kept)})"

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data; expressions become ``{"expr": "2*n"}``."""
        return layer_to_dict(self, [field.name for field in fields(self)])  # type: ignore[arg-type]  # a dataclass

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """What ``to_dict`` described.  Expressions are parsed, never evaluated."""
        return layer_from_dict(cls, [field.name for field in fields(cls)], data)  # type: ignore[arg-type]  # a dataclass
