"""Layers as Python, with every field that differs from its default."""

from __future__ import annotations

from typing import Any

import sympy

_REQUIRED = ("in_channels", "out_channels", "kernel", "stride", "padding", "dilation")
_DEFAULTS: dict[str, Any] = {"groups": 1, "bias": True, "padding_mode": "zeros", "activation": None, "input_size": None}


def conv_repr(layer: object) -> str:
    """``Conv(...)``, which evaluates back where its symbols have their names: ``k = sympy.Symbol("k")``."""
    values = {name: getattr(layer, name) for name in (*_REQUIRED, *_DEFAULTS)}
    kept = {name: value for name, value in values.items() if name not in _DEFAULTS or value != _DEFAULTS[name]}
    return f"Conv({', '.join(f'{name}={as_python(value)}' for name, value in kept.items())})"


def as_python(value: object) -> str:
    """``value`` as Python: a number, an expression in its symbols, a word, or a tuple of these."""
    if isinstance(value, tuple):
        return "(" + ", ".join(as_python(entry) for entry in value) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, sympy.Expr):
        from symstride.layers.expressions import expression_text

        return expression_text(value)
    return repr(value)
