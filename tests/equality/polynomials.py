"""The package's normal forms, by the words that tests have for them."""

from __future__ import annotations

from symstride.equality import exact
from symstride.network.graph import Network


def same_forms(left: Network, right: Network, zero: bool = False) -> bool:
    """With named maps that keep 0 where they do, or without anything known of them."""
    return exact.same_forms(left, right, activation="zero" if zero else "any")
