"""The public names of this part, each of which loads its module on first use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_NAMES = {
    "expanding": "expand",
    "graph": "Builder Network",
    "model": "Model",
    "rewriting.unstride": "unstride",
}
"""The names that live in each module, with blanks between them."""

HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'symstride.network.public' has no attribute {name!r}")
    return getattr(import_module(f"symstride.network.{HOMES[name]}"), name)
