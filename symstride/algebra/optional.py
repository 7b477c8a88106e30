"""Libraries that only some functions need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from symstride.errors import NotSupported


def scipy_module(asked: str, module: str, instead: str) -> Any:
    """A module of SciPy, or a refusal that says how to get it and what to do without."""
    try:
        return import_module(module)
    except ImportError:
        hint = f"pip install 'symstride[theory]', or do without: {instead}"
        raise NotSupported(asked, "the library scipy", "no scipy here", hint) from None
