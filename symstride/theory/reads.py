"""Which places of a network's values anything reads, and the work that is done for the others.

A layer with a stride beyond its kernel steps over places, whatever its weights are ("unread-places" in
``symstride.CATALOGUE``), and what was computed there was computed in vain: in the first published ResNets three of
four places in front of each stage.  Exact: places are walked back from the outputs, all channels of a place together.
What is called unread is read by nothing, for all inputs and weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

from symstride.errors import SpecError
from symstride.layers.integer import shown
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.table import multiply_adds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHOWN_ROWS = 500
"""A table shows so many nodes at most and says how many it leaves out."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A node of whose value some places are unread.  ``size`` places, ``unread`` of them, and the products for both."""

    name: str
    kind: str
    size: tuple[int, ...]
    unread: int
    multiply_adds: int
    unread_multiply_adds: int


@dataclass(frozen=True, eq=False)
class ReadTable(Mapping[str, "NDArray[np.bool_]"]):
    """For each value of ``network``, by name, which places of its map some output of the network depends on.

    A value without places, behind the map, has one truth value.
    """

    network: Network

    @cached_property
    def _found(self) -> dict[str, NDArray[np.bool_]]:
        import numpy as np

        from symstride.theory.places import needed_places

        shapes = self.network.shapes
        outputs = {name: np.ones(shapes[name][1:], dtype=bool) for name in self.network.outputs}
        needed = needed_places(self.network, outputs, "reads(network)")
        return {name: needed.get(name, np.zeros(shapes[name][1:], dtype=bool)) for name in shapes}

    def __getitem__(self, name: str) -> NDArray[np.bool_]:
        if not isinstance(name, str) or name not in self._found:
            raise SpecError("reads(network)[name]", "the name of a node", shown(name), "look at Network.nodes")
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def rows(self) -> tuple[ReadRow, ...]:
        """The nodes of whose value some place is unread, in the order of the network."""
        return tuple(self._row(node) for node in self.network.nodes if not self[node.name].all())

    def _row(self, node: Node) -> ReadRow:
        mask, size = self[node.name], self.network.shapes[node.name][1:]
        work = multiply_adds(node.operator, self.network.input_shapes(node))
        kind = type(node.operator).__name__
        return ReadRow(node.name, kind, size, int((~mask).sum()), work, self._unread_work(node, work))

    def _unread_work(self, node: Node, work: int) -> int:
        """The products for places that are unread: all outputs of a layer take equally many of them.

        Of a transposed layer, each product of a number and a weight goes to one place, or is cropped.
        """
        mask = self[node.name]
        if not isinstance(node.operator, ConvTranspose):
            return work * int((~mask).sum()) // mask.size
        layer, source = node.operator, self.network.input_shapes(node)[0]
        each = source[0] * layer.out_per_group
        return each * int((_products_by_place(layer, source[1:], mask.shape) * ~mask).sum())

    @property
    def multiply_adds(self) -> int:
        """All products of the network, for one sample."""
        nodes = self.network.nodes
        return sum(multiply_adds(node.operator, self.network.input_shapes(node)) for node in nodes)

    @property
    def unread_multiply_adds(self) -> int:
        """Those whose results nothing reads."""
        return sum(row.unread_multiply_adds for row in self.rows)

    @property
    def share(self) -> Fraction:
        """The unread ones of all; 0 for a network without products."""
        return Fraction(self.unread_multiply_adds, self.multiply_adds or 1)

    def __repr__(self) -> str:
        count = f"{self.unread_multiply_adds:,} of {self.multiply_adds:,} multiply-adds"
        return f"<ReadTable of {self.network.name}: {count} unread ({float(self.share):.2%})>"

    def _repr_html_(self) -> str:
        from symstride.markup import table

        rows = [
            (row.name, row.kind, " × ".join(map(str, row.size)), f"{row.unread:,} of {prod(row.size):,}",
             f"{row.unread_multiply_adds:,} of {row.multiply_adds:,}")
            for row in self.rows[:SHOWN_ROWS]
        ]  # fmt: skip
        rest = len(self.rows) - SHOWN_ROWS
        caption = repr(self).strip("<>") + (f", and {rest} more nodes" if rest > 0 else "")
        return table(("node", "what", "map", "places unread", "multiply-adds unread"), rows, caption)


def reads(network: Network) -> ReadTable:
    """Which places of each value the outputs of a network depend on, and the products that are done for the others.

        table = reads(network)
        table["conv"]        an array of truth values, one for each place of the map
        table.share          the share of all multiply-adds whose results nothing reads

    Where channels are left out (``Channels``, ``ChannelGather``) those of a place count together, and where places are
    rearranged otherwise than along axes all of them count as read: so work that is called unread is.
    """
    if not isinstance(network, Network):
        raise SpecError("reads(network)", "a network", shown(network), "read one: symstride.read(...)")
    return ReadTable(network)


def _products_by_place(layer: ConvTranspose, size: tuple[int, ...], outputs: tuple[int, ...]) -> NDArray[np.int64]:
    """How many pairs of an input place and a tap go to each place of the output."""
    import numpy as np

    from symstride.network.reads import windows

    found = np.ones((), dtype=np.int64)
    for window, n, m in zip(windows(layer, size), size, outputs, strict=True):
        places = window.stride * np.arange(n)[:, None] + window.dilation * np.arange(window.kernel) - window.low
        inside = places[(places >= 0) & (places < m)]
        found = np.multiply.outer(found, np.bincount(inside, minlength=m))
    return found
