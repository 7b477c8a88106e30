"""Space-to-depth and its inverse, found as a reshape, a transposition and a reshape, and made one node again.

ONNX has these operators for square cells of maps of two axes only, so other phases are written, by this package and
by exporters of PyTorch's ``pixel_unshuffle``, as

    (C, *N) -> (C, m_1, s_1, m_2, s_2, ...) -> (C, s_1, s_2, ..., m_1, m_2, ...) -> (C*phases, *m)

for space-to-depth, phases in front of the channels for phase_major, with the phases that are kept taken in between;
and the same backwards for depth-to-space.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from symstride.algebra.layout import Order
from symstride.network.graph import Network, Node
from symstride.network.operators.records import DepthToSpace, Operator, Reshape, Shape, SpaceToDepth, Take, Transpose
from symstride.network.rewriting.fusion import fused

_BOTH: tuple[Order, ...] = ("channel_major", "phase_major")


@dataclass(frozen=True, slots=True)
class _Chain:
    """A value of shape ``before`` reshaped to ``split``, places of it taken, transposed, and reshaped to ``after``."""

    inner: tuple[Node, ...]
    before: Shape
    split: Shape
    taken: Mapping[int, tuple[int, ...]]
    source: tuple[int, ...]
    after: Shape


def fused_foldings(network: Network) -> Network:
    """The network with each such chain as one node, named after its last; inner values must have no other reader."""
    return fused(network, _folding)


def _folding(
    network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]
) -> tuple[Operator, tuple[Node, ...]] | None:
    chain = _chain(network, node, by_name, readers)
    operator = chain and (_space_to_depth(chain) or _depth_to_space(chain))
    return (operator, chain.inner) if chain and operator else None


def _chain(network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]) -> _Chain | None:
    """The chain that ends in ``node``, from its transposition back to its first reshape."""
    if not isinstance(node.operator, Reshape):
        return None
    inner = [by_name[node.inputs[0]]]
    while isinstance(inner[-1].operator, Transpose if len(inner) == 1 else Take):
        inner.append(by_name[inner[-1].inputs[0]])
    first, swap = inner[-1].operator, inner[0].operator
    alone = all(readers[each.name] == 1 for each in inner)
    if len(inner) < 2 or not alone or not isinstance(first, Reshape) or not isinstance(swap, Transpose):
        return None
    taken = {each.operator.axis: each.operator.source for each in inner[1:-1] if isinstance(each.operator, Take)}
    if len(taken) != len(inner) - 2:  # one axis twice
        return None
    before = network.shapes[inner[-1].inputs[0]]
    return _Chain(tuple(inner), before, first.shape, taken, swap.source, node.operator.shape)


def _space_to_depth(chain: _Chain) -> Operator | None:
    """``split = (C, m_1, s_1, ...)``: the axes ``2, 4, ...`` are phases, and places are taken of those alone."""
    axes, (channels, *size) = len(chain.before) - 1, chain.before
    cells, cell = chain.split[1::2], chain.split[2::2]
    rho, m = range(2, 2 + 2 * axes, 2), range(1, 1 + 2 * axes, 2)
    whole = [a * b for a, b in zip(cells, cell, strict=False)]
    if not axes or len(chain.split) != 1 + 2 * axes or chain.split[0] != channels or whole != size:
        return None
    if not set(chain.taken) <= set(rho) or any(list(row) != sorted(set(row)) for row in chain.taken.values()):
        return None
    kept = tuple(chain.taken.get(axis, tuple(range(s))) for axis, s in zip(rho, cell, strict=True))
    if chain.after != (channels * prod(map(len, kept)), *cells):
        return None
    order = _order(chain.source, {"channel_major": (0, *rho, *m), "phase_major": (*rho, 0, *m)})
    return order and SpaceToDepth(cell, order, kept if chain.taken else None)


def _depth_to_space(chain: _Chain) -> Operator | None:
    """``split = (C, s_1, ..., m_1, ...)``, or ``(s_1, ..., C, m_1, ...)``: each phase goes behind its cell."""
    axes, (channels, *cells) = len(chain.before) - 1, chain.before
    if not axes or chain.taken or len(chain.split) != 1 + 2 * axes or list(chain.split[1 + axes :]) != cells:
        return None
    for order in _BOTH:
        first = 1 if order == "channel_major" else 0
        place, cell = (0 if first else axes), chain.split[first : first + axes]
        source = (place, *(n for a in range(axes) for n in (1 + axes + a, first + a)))
        after = (channels // prod(cell), *(m * s for m, s in zip(cells, cell, strict=True)))
        if (chain.source, chain.after) == (source, after):
            return DepthToSpace(cell, order)
    return None


def _order(source: Sequence[int], known: Mapping[Order, Sequence[int]]) -> Order | None:
    return next((order for order in _BOTH if tuple(source) == tuple(known[order])), None)
