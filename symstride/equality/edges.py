"""Which places of each value see an edge of some map, along one axis: what a cutoff for all sizes needs.

A place *touches* the left edge when some chain of taps leads from it to a place below 0 of some value on the way, and
the right edge when one leads past the last place.  A chain counts whatever the weights are.

A value has ``M`` places when the input has ``N``, and ``M + rate*step`` when it has ``N + step``, for every ``step``
that is a multiple of ``need``.  Values that are the same at every size, vectors for instance, have the rate 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import singledispatch
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.equality.hashing import key
from symstride.errors import NotSupported
from symstride.layers.axis import Axis
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import check
from symstride.network.graph import Network
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator
from symstride.network.operators.windows import pool_axes, pool_output

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Touched:
    """One value along one axis: how it grows, and which places touch the ``left`` and the ``right`` edge."""

    rate: Fraction
    need: int
    left: Flags
    right: Flags

    @property
    def size(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True)
class Free:
    """The places from ``start`` to ``stop`` touch no edge, of a value with ``size`` places."""

    size: int
    rate: Fraction
    start: int
    stop: int

    def together(self, other: Free) -> Free:
        """What is free on both sides, of two values with the same size and rate."""
        return replace(self, start=max(self.start, other.start), stop=min(self.stop, other.stop))

    def is_settled(self, step: int) -> bool:
        """Whether a whole step of places is free."""
        return self.stop - self.start >= self.rate * step


def free(value: Touched) -> Free:
    """The places between the last that touches the left edge and the first that touches the right one."""
    start = int(np.flatnonzero(value.left).max(initial=-1)) + 1
    stop = int(np.flatnonzero(value.right).min(initial=value.size))
    return Free(value.size, value.rate, start, stop)


def touched(network: Network, axis: int) -> dict[str, Touched]:
    """What each value touches.  Raises ``NotSupported``, with the node's name, for what reads a whole map."""
    found: dict[str, Touched] = {}
    for node in network.nodes:
        shape = network.shapes[node.name]
        if isinstance(node.operator, op.Input):
            found[node.name] = _plain(shape[1 + axis], Fraction(1)) if axis + 1 < len(shape) else _plain(1, Fraction(0))
            continue
        try:
            value = _touched(
                node.operator, [found[name] for name in node.inputs], axis, network.input_shapes(node)[0][1:]
            )
        except NotSupported as why:
            raise NotSupported(f"node {node.title!r}: {why.asked}", why.expected, why.got, why.hint) from None
        found[node.name] = value
    return found


def _plain(size: int, rate: Fraction) -> Touched:
    nothing = np.zeros(size, dtype=bool)
    return Touched(rate, rate.denominator, nothing, nothing)


def reads_everything(operator: Operator) -> bool:
    """Whether a place may depend on all places, or where it lies on more than the edges near it."""
    if isinstance(operator, op.Softmax):
        return operator.axis > 0 or operator.rest
    if isinstance(operator, Conv):
        return operator.padding_mode != "zeros"
    if isinstance(operator, op.Quotient):
        return operator.each_place
    return not isinstance(operator, _KNOWN)


_BY_PLACE = (
    op.Affine, op.BatchNorm, op.PRelu, op.Pointwise, op.Pixelwise, op.ChannelPermutation, op.ChannelGather, op.Channels,
    op.Quotient, op.Softmax,
)  # fmt: skip
_JOINING = (op.Add, op.Multiply, op.Maximum, op.Concat)
_KNOWN = (
    op.Input, *_BY_PLACE, *_JOINING, ConvTranspose, op.MaxPool, op.AveragePool, op.Pad, op.SpaceToDepth,
    op.DepthToSpace, op.Mask, op.Divide,
)  # fmt: skip


def by_place(operator: Operator) -> bool:
    """Whether each place is made of the one at the same place."""
    return isinstance(operator, _BY_PLACE)


def joins(operator: Operator) -> bool:
    """Whether it joins values of one size place by place."""
    return isinstance(operator, _JOINING)


@singledispatch
def _touched(operator: Operator, xs: Sequence[Touched], axis: int, size: Sequence[int]) -> Touched:
    name = type(operator).__name__
    if reads_everything(operator):
        raise NotSupported(name, "an operator that reads places near its own", name, "compare what stands in front")
    if isinstance(operator, _JOINING):
        if len({x.rate for x in xs}) > 1:
            got = " and ".join(sorted({str(x.rate) for x in xs}))
            raise NotSupported(name, "values that grow alike", f"rates {got}", "ask for single sizes")
        left, right = (np.logical_or.reduce([getattr(x, side) for x in xs]) for side in ("left", "right"))
        return Touched(xs[0].rate, lcm(*(x.need for x in xs)), left, right)
    return xs[0]


MAX_PLACES = 50_000
"""Places of a value along one axis, each of which is looked at."""


def _reading(x: Touched, size: int, rate: Fraction, read: Callable[[int], Iterable[int]], whole: Fraction) -> Touched:
    """``size`` places, of which ``j`` reads the places ``read(j)``, inside or outside; ``whole*step`` is an integer."""
    check("all sizes", size, MAX_PLACES, "places along one axis", "name the sizes")
    left, right = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    for j in range(size):
        for t in read(j):
            left[j] |= t < 0 or (t < x.size and x.left[t])
            right[j] |= t >= x.size or (t >= 0 and x.right[t])
    return Touched(rate, lcm(x.need, whole.denominator), left, right)


def _window(x: Touched, axis: Axis, size: int) -> Touched:
    s, dl, low, k = (int(n) for n in (axis.stride, axis.dilation, axis.low, axis.kernel))
    return _reading(x, size, x.rate / s, lambda j: (s * j + dl * i - low for i in range(k)), x.rate / s)


@_touched.register
def _(operator: Conv, xs: Any, axis: int, size: Any) -> Touched:
    if reads_everything(operator):
        raise NotSupported("Conv", "zero padding", operator.padding_mode, "compare what stands in front")
    return _window(xs[0], operator.axes(size)[axis], int(operator.output_size(size)[axis]))


@_touched.register(op.MaxPool)
@_touched.register(op.AveragePool)
def _(operator: Any, xs: Any, axis: int, size: Any) -> Touched:
    return _window(xs[0], pool_axes(operator)[axis], pool_output(operator, tuple(size))[axis])


@_touched.register
def _(operator: ConvTranspose, xs: Any, axis: int, size: Any) -> Touched:
    (x,), s, dl, low = xs, operator.stride[axis], operator.dilation[axis], operator.padding[axis][0]

    def read(t: int) -> Iterable[int]:
        return ((t + low - dl * i) // s for i in range(operator.kernel[axis]) if (t + low - dl * i) % s == 0)

    return _reading(x, operator.output_size(size)[axis], x.rate * s, read, x.rate)


@_touched.register
def _(operator: op.Pad, xs: Any, axis: int, size: Any) -> Touched:
    (x,), (low, high) = xs, operator.amounts[axis]
    return _reading(x, x.size + low + high, x.rate, lambda j: (j - low,), x.rate)


@_touched.register
def _(operator: op.SpaceToDepth, xs: Any, axis: int, size: Any) -> Touched:
    (x,), s, phases = xs, operator.cell[axis], operator.phases[axis]
    return _reading(x, x.size // s, x.rate / s, lambda j: (s * j + rho for rho in phases), x.rate / s)


@_touched.register
def _(operator: op.DepthToSpace, xs: Any, axis: int, size: Any) -> Touched:
    (x,), s = xs, operator.cell[axis]
    return _reading(x, x.size * s, x.rate * s, lambda j: (j // s,), x.rate)


@_touched.register
def _(operator: op.Mask, xs: Any, axis: int, size: Any) -> Touched:
    """The last cells have places that are filled; ``pattern`` says how many, which has to stay."""
    x: Touched = xs[0]
    s = operator.cell[axis]
    filled = s * np.arange(x.size) + s - 1 >= operator.size[axis]
    return replace(x, need=lcm(x.need, x.rate.denominator), right=x.right | filled)


@_touched.register
def _(operator: op.Divide, xs: Any, axis: int, size: Any) -> Touched:
    """Places with another count than most belong to the edge that is nearer; ``pattern`` has their counts."""
    x: Touched = xs[0]
    first, last = _uncommon(operator, axis, x.size)
    places = np.arange(x.size)
    return replace(x, left=x.left | (places < first), right=x.right | (places >= x.size - last))


def _uncommon(operator: op.Divide, axis: int, size: int) -> tuple[int, int]:
    """How many places at each end have other counts than the one in the middle."""
    rows = _counts(operator, axis, size)
    other = [row != rows[size // 2] for row in rows]
    first = next((n for n in reversed(range(size // 2)) if other[n]), -1) + 1
    last = size - next((n for n in range(size // 2, size) if other[n]), size)
    return first, last


def _counts(operator: op.Divide, axis: int, size: int) -> list[tuple[int, ...]]:
    """The counts of each place, by phase."""
    s = operator.cell[axis] if operator.cell else 1
    row = [*operator.counts[axis], *[1] * (size * s - len(operator.counts[axis]))]
    return [tuple(row[s * m : s * m + s]) for m in range(size)]


# ------------------------------------------------------------------------------------------------ going on alike


def pattern(network: Network) -> tuple[Any, ...]:
    """What has to be the same at ``N`` and at ``N + step``: nodes and arrays, with sizes counted from the right end."""
    found = []
    for node in network.nodes:
        arrays = [network.weights.get(name) for name in node.parameters]
        numbers = tuple(None if a is None else (a.shape, a.dtype.str, key("array", a.tobytes())) for a in arrays)
        sizes = [shape[1:] for shape in network.input_shapes(node)]
        found.append((node.name, node.inputs, _going_on(node.operator, *sizes[:1]), numbers))
    return (*found, network.outputs)


@singledispatch
def _going_on(operator: Operator, size: Sequence[int] = ()) -> Any:
    return operator


@_going_on.register
def _(operator: op.Input, size: Sequence[int] = ()) -> Any:
    return "input", operator.shape[0], len(operator.shape)


@_going_on.register
def _(operator: Conv, size: Sequence[int] = ()) -> Any:
    return replace(operator, input_size=None)


@_going_on.register
def _(operator: op.Mask, size: Sequence[int] = ()) -> Any:
    ghosts = tuple(s * m - n for s, m, n in zip(operator.cell, size, operator.size, strict=True))
    return "mask", operator.cell, ghosts, operator.order, operator.fill


@_going_on.register
def _(operator: op.Divide, size: Sequence[int] = ()) -> Any:
    ends = []
    for axis, places in enumerate(size):
        rows, (first, last) = _counts(operator, axis, places), _uncommon(operator, axis, places)
        ends.append((rows[:first], rows[places // 2], rows[places - last :]))
    return "divide", operator.cell, ends
