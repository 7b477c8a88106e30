"""The public names of this part, each of which loads its module on first use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_NAMES = {
    "coherence": "coherence",
    "composition": "compose",
    "cost": "forms no_worse overhead",
    "equivariance": "equivariance",
    "exact_values": "singular_values",
    "fields": "receptive_field",
    "folding": "folding",
    "hoisting": "hoist",
    "information": "live_phases null_space rank unread",
    "reads": "reads",
    "sharing": "sharing",
    "spectrum": "gram is_orthogonal norm_bounds orthogonality spectrum",
    "translation": "autocorrelation blurred shift_defect",
}
"""The names that live in each module, with blanks between them."""

HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'symstride.theory.public' has no attribute {name!r}")
    return getattr(import_module(f"symstride.theory.{HOMES[name]}"), name)
