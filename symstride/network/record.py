"""What a proved network is, for everything downstream: rendering, export, the command line.  Plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from symstride.network.graph import Network
from symstride.network.grid.plan import Plan
from symstride.network.table import LayerTable, layer_table
from symstride.proof.kernel.rules import Theorem


@dataclass(frozen=True, slots=True)
class ReplaySummary:
    """What the checker said of the certificate's text.

    ``steps`` counts rule applications, ``rules`` by name; ``axioms`` are those used; ``digest`` is the SHA-256 of the
    text.
    """

    steps: int
    rules: Mapping[str, int]
    axioms: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class NetworkRecord:
    """A network, its unit-stride rewriting, and the theorems from which their equality follows.

    Both networks are without weights: the claims hold for all of them.  ``scope`` is "layer" or "network", ``plan``
    belongs to the second alone.  ``claims`` has the kernel's theorems by name, in the order of the certificate;
    ``about`` is what the certificate says that it is about, ``certificate`` its text.
    """

    name: str
    scope: str
    network: Network
    rewritten: Network
    plan: Plan | None
    claims: Mapping[str, Theorem]
    about: Mapping[str, Any]
    certificate: str
    replay: ReplaySummary

    @property
    def table(self) -> LayerTable:
        """One row per layer that changes, and totals."""
        return layer_table(self.network, self.plan)
