"""Libraries that only some functions need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from symstride.errors import NotSupported


def needed(asked: str, module: str, extra: str) -> Any:
    """The module, or a refusal that says how to get it: ``needed("Sharing.matrix()", "scipy.sparse", "theory")``."""
    try:
        return import_module(module)
    except ImportError:
        package = module.split(".")[0]
        hint = f"pip install 'symstride[{extra}]', or do without: Bank.gather needs NumPy alone"
        raise NotSupported(asked, f"the library {package}", f"no {package} here", hint) from None
