"""What stands in the ghosts of a value, as far as that is the same for all inputs and all weights.

A ghost is *dead* when it holds a known number, the ``fill``: 0 behind sums, the lowest number behind maxima.  All
other places may hold anything, and are *live*; places that the map really has always count as live.  Along one axis
the live places are the real ones and a set of ghosts, over several axes a product of these (a ``Box``), and in general
a union of boxes: sums of maps unite, products intersect, and a window takes each box to a box.  So nothing is lost,
except that all channels of a map are taken together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import Any, TypeAlias

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, MAX_REGIONS, check, check_product
from symstride.network.graph import Node
from symstride.network.grid.grid import Grid
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.records import Fill
from symstride.network.reads import Window, meets

Box: TypeAlias = tuple[frozenset[int], ...]
"""Per axis the live ghosts; place ``t`` is in the box when on each axis ``t_n`` is real or one of them."""

LOWEST: Fill = "lowest"


@dataclass(frozen=True, slots=True)
class Ghosts:
    """The ghosts of one value: ``fill`` outside of all boxes in ``live``.

    Those in a box of ``finite`` are numbers, and so are dead ones but for the lowest.  Others may be infinite or NaN,
    which a weight of 0 does not silence.
    """

    fill: Fill
    live: frozenset[Box]
    finite: frozenset[Box]


# ------------------------------------------------------------------------------------------------ regions


def dead(grid: Grid, fill: Fill) -> Ghosts:
    """Every ghost holds ``fill``: behind space-to-depth and behind a mask."""
    return Ghosts(fill, _real(grid), _real(grid) if fill == LOWEST else _everything(grid))


def alive(grid: Grid, finite: frozenset[Box] | None = None) -> Ghosts:
    """Nothing is known of any ghost, but that those in ``finite`` (None: all) are numbers."""
    return Ghosts(0.0, _everything(grid), _everything(grid) if finite is None else finite)


def differing(ghosts: Ghosts, grid: Grid, fill: Fill) -> frozenset[Box]:
    """Where a ghost may differ from ``fill``."""
    return ghosts.live if ghosts.fill == fill else _everything(grid)


def may_be_infinite(ghosts: Ghosts, grid: Grid) -> bool:
    """Whether some ghost may be infinite or NaN: one that is in no box of ``finite``, and not dead with a number."""
    finite, live = list(ghosts.finite), list(ghosts.live)
    listed = [*finite, *live]
    everywhere = (True,) * len(listed)
    kinds = [{everywhere, *(tuple(t in box[n] for box in listed) for t in row)} for n, row in enumerate(grid.ghosts)]
    check_product("plan", map(len, kinds), MAX_LISTED, "kinds of ghosts in one value", 'take scope="layer"')
    for kind in product(*kinds):  # in which boxes a place is, for all places
        inside = [all(column) for column in zip(*kind, strict=True)]
        unknown = ghosts.fill == LOWEST or any(inside[len(finite) :])
        if unknown and not any(inside[: len(finite)]):
            return True
    return False


def overflowing(ghosts: Ghosts, grid: Grid) -> Ghosts:
    """The same where numbers may be too large for their type: a ghost that is not dead may be infinite."""
    return replace(ghosts, finite=_real(grid))


def _real(grid: Grid) -> frozenset[Box]:
    return frozenset({(frozenset[int](),) * len(grid.size)})


def _everything(grid: Grid) -> frozenset[Box]:
    return frozenset({tuple(map(frozenset, grid.ghosts))})


def _maximal(boxes: Iterable[Box]) -> frozenset[Box]:
    """The boxes without those that lie in another one."""
    found = set(boxes)
    check("plan", len(found), MAX_REGIONS, "regions of ghosts in one value", 'take scope="layer"')
    return frozenset(a for a in found if not any(a != b and _inside(a, b) for b in found))


def _inside(a: Box, b: Box) -> bool:
    return all(x <= y for x, y in zip(a, b, strict=True))


def _united(regions: Iterable[frozenset[Box]]) -> frozenset[Box]:
    return _maximal(box for region in regions for box in region)


def _shared(regions: Iterable[frozenset[Box]]) -> frozenset[Box]:
    def meet(first: frozenset[Box], second: frozenset[Box]) -> frozenset[Box]:
        return _maximal(tuple(x & y for x, y in zip(a, b, strict=True)) for a, b in product(first, second))

    return reduce(meet, regions)


# ------------------------------------------------------------------------------------------------ windows


def needed_fill(node: Node) -> Fill:
    """What a layer takes its padding, and hence the ghosts of its input, to be."""
    if isinstance(node.operator, op.Pad):
        return node.operator.fill
    return LOWEST if isinstance(node.operator, op.MaxPool) else 0.0


def ghosts_read(window: Window, ghosts: range, outputs: int) -> tuple[int, ...]:
    """The ghosts that some output ``0 <= j < outputs`` reads."""
    return tuple(t for t in ghosts if _is_read(window, t, outputs))


def wrong_axes(boxes: Iterable[Box], windows: Sequence[Window], grid: Grid, outputs: Sequence[int]) -> tuple[bool, ...]:
    """Per axis, whether an output that counts reads a ghost there which is in one of the boxes.

    It does so along axis ``n`` when it reads a ghost of the box on axis ``n`` and, on each other axis, a real place or
    a ghost of the box: what it reads outside of the cells is padding, and right.
    """
    real = [w.reads_any(n, m) for w, n, m in zip(windows, grid.size, outputs, strict=True)]
    found = [False] * len(windows)
    for box in boxes:
        rows = zip(box, windows, outputs, strict=True)
        ghost = [any(_is_read(w, t, m) for t in part) for part, w, m in rows]
        if all(a or b for a, b in zip(real, ghost, strict=True)):
            found = [a or b for a, b in zip(found, ghost, strict=True)]
    return tuple(found)


def _is_read(window: Window, place: int, outputs: int) -> bool:
    return meets(window.readers(place), outputs)


def behind_windows(node: Node, source: Ghosts, windows: Sequence[Window], grid: Grid, result: Grid) -> Ghosts:
    """The ghosts of a layer's value, from those that it is fed with."""
    operator, fill = node.operator, needed_fill(node)
    if isinstance(operator, Conv) and operator.padding_mode == "circular":  # ghosts read what wraps around
        return alive(result)
    if isinstance(operator, Conv | ConvTranspose) and operator.bias:
        return alive(result)
    if fill == LOWEST and source.fill != LOWEST and _stay_inside(windows, grid, result):
        fill = source.fill  # the maximum of it alone, and of padding, is itself
    live = _image(differing(source, grid, fill), windows, grid, result)
    if isinstance(operator, Conv | ConvTranspose):  # which is kept from ghosts that may be infinite
        return Ghosts(fill, live, _everything(result))
    if fill != LOWEST and not may_be_infinite(source, grid):
        return Ghosts(fill, live, _everything(result))
    if fill == LOWEST and _lowest_or_finite(source, grid):  # the maximum is finite where one of its places is
        return Ghosts(fill, live, _image(source.finite, windows, grid, result))
    return Ghosts(fill, live, _real(result))


def _stay_inside(windows: Sequence[Window], grid: Grid, result: Grid) -> bool:
    """Whether each ghost of ``result`` reads some place of the cells, along each axis."""
    rows = zip(windows, grid.size, grid.ghosts, result.ghosts, strict=True)
    return all(_reads(w, j, n, frozenset(ghosts)) for w, n, ghosts, row in rows for j in row)


def _lowest_or_finite(ghosts: Ghosts, grid: Grid) -> bool:
    """Whether every ghost is finite, or known to be the lowest number."""
    known = all(any(_inside(a, b) for b in ghosts.finite) for a in ghosts.live)
    return (known and ghosts.fill == LOWEST) or not may_be_infinite(ghosts, grid)


def _image(boxes: Iterable[Box], windows: Sequence[Window], grid: Grid, result: Grid) -> frozenset[Box]:
    """The ghosts of ``result`` that read a place of one of the boxes of ``grid``."""
    images = []
    for box in boxes:
        rows = zip(box, windows, grid.size, result.ghosts, strict=True)
        images.append(tuple(frozenset(j for j in row if _reads(w, j, n, part)) for part, w, n, row in rows))
    return _maximal(images)


def _reads(window: Window, output: int, size: int, ghosts: frozenset[int]) -> bool:
    places = window.read_by(output)
    if meets(places, size):
        return True
    return any(t in places for t in ghosts) if len(ghosts) < len(places) else any(t in ghosts for t in places)


# ------------------------------------------------------------------------------------------------ place by place


def behind_places(node: Node, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    """The ghosts of a value that is computed place by place."""
    return _BY_PLACE[type(node.operator)](node.operator, sources, result)


def _unchanged(operator: Any, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    return sources[0]


def _unknown(operator: Any, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    return alive(result, _shared(source.finite for source in sources))


def _zeros_stay(operator: Any, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    return sources[0] if sources[0].fill == 0 else _unknown(operator, sources, result)


def _affine(operator: op.Affine, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    return (_unknown if operator.shift else _zeros_stay)(operator, sources, result)


def _batch_norm(operator: op.BatchNorm, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    """A variance may be 0, and is never less."""
    (source,) = sources
    return alive(result, source.finite if operator.epsilon > 0 else _real(result))


def _mapped(operator: op.Pointwise | op.Pixelwise, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    """What the table of known maps says."""
    (source,), attributes = sources, dict(operator.attributes)
    if operator.name == "identity":
        return source
    if operator.name == "relu" and source.fill == LOWEST and _lowest_or_finite(source, result):  # the lowest becomes 0
        return Ghosts(0.0, source.live, _everything(result))
    known = maps.POINTWISE if isinstance(operator, op.Pointwise) else maps.PIXELWISE
    finite = source.finite if known[operator.name].is_finite(attributes) else _real(result)
    if source.fill == 0 and known[operator.name].keeps_zero(attributes):
        return Ghosts(0.0, source.live, finite)
    return alive(result, finite)


def _joined(operator: op.Add | op.Maximum | op.Concat, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    """Where all have the same fill, and it is its own sum or maximum, a place is dead when it is dead in each."""
    fills = {source.fill for source in sources}
    if len(fills) > 1 or (isinstance(operator, op.Add) and fills != {0}):
        return _unknown(operator, sources, result)
    finite = _shared(source.finite for source in sources)
    return Ghosts(fills.pop(), _united(source.live for source in sources), finite)


def _product(operator: op.Multiply, sources: Sequence[Ghosts], result: Grid) -> Ghosts:
    """A place is dead when one factor is 0 there and all others are numbers."""
    if any(source.fill != 0 or may_be_infinite(source, result) for source in sources):
        return _unknown(operator, sources, result)
    return Ghosts(0.0, _shared(source.live for source in sources), _everything(result))


_BY_PLACE: dict[type, Callable[[Any, Sequence[Ghosts], Grid], Ghosts]] = {
    op.Affine: _affine,
    op.BatchNorm: _batch_norm,
    op.PRelu: _zeros_stay,
    op.Pointwise: _mapped,
    op.Pixelwise: _mapped,
    op.Add: _joined,
    op.Maximum: _joined,
    op.Concat: _joined,
    op.Multiply: _product,
    op.Divide: _zeros_stay,
    op.ChannelPermutation: _unchanged,
    op.ChannelGather: _unchanged,
    op.Channels: _unchanged,
}
"""What each operator that works place by place makes of ghosts."""
