"""All sizes from finitely many: the cutoffs of a certificate, worked out again from the operators.

The theorem is that of ``equality.every_size``: if at a size ``N`` both sides exist, give outputs of one shape, and have
in every value at least ``rate*step`` places in a row that touch neither edge, then they are equal at ``N + step`` if
and only if they are equal at ``N``, and all of that is true of ``N + step``.  So it is enough that for each remainder
of ``step`` one such size is named, and that both sides are equal there and at every smaller size of that remainder at
which both exist.  Along several axes each is argued on its own.

Which places are free is found by interval arithmetic from the definitions of the operators, which may find fewer than
there are.  Both sides have to be layers, lines or networks: what a file holds at other sizes nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import lcm, prod
from typing import Any

from symstride.equality.sides import Side, Size, common_size, paired
from symstride.errors import NotSupported, rejected
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network
from symstride.network.operators import records as op
from symstride.network.operators.windows import pool_axes

MOST, MAX_BOX = 240, 2_000
"""The largest size along one axis, and the most sizes that are compared."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Along one axis: beyond ``settled[r]`` each size with the remainder ``r`` is like the one ``step`` below."""

    step: int
    settled: tuple[int, ...]

    @property
    def needed(self) -> list[int]:
        """The sizes that stand for themselves."""
        return [n for n in range(1, max(self.settled) + 1) if n <= self.settled[n % self.step]]


@dataclass(frozen=True, slots=True)
class FreePlaces:
    """A value along one axis: the places from ``start`` to ``stop`` of ``size`` touch no edge.

    It has ``rate*step`` places more when the input has ``step`` more, for each multiple of ``need``.
    """

    size: int
    rate: Fraction
    need: int
    start: int
    stop: int

    def made(
        self, size: int, rate: Fraction, whole: Fraction, start: Fraction | int, stop: Fraction | int
    ) -> FreePlaces:
        """A value of ``size`` places that is computed from this one; ``whole*step`` is an integer."""
        places = (max(0, min(size, -(-x // 1))) for x in (Fraction(start), Fraction(stop)))
        return FreePlaces(size, rate, lcm(self.need, whole.denominator), *places)

    def later(self, step: int) -> FreePlaces:
        """The same ``step`` places further."""
        more = int(self.rate * step)
        return replace(self, size=self.size + more, stop=self.stop + more)

    def is_enough(self, step: int) -> bool:
        return step % self.need == 0 and self.stop - self.start >= self.rate * step


def free_places(network: Network, axis: int) -> dict[str, FreePlaces]:
    """The free places of each value.  ``NotSupported``, by name, for operators that read a whole map."""
    found: dict[str, FreePlaces] = {}
    for node in network.nodes:
        shape = network.shapes[node.name]
        size = shape[1 + axis] if axis + 1 < len(shape) else 1
        if isinstance(node.operator, op.Input):
            found[node.name] = FreePlaces(size, Fraction(len(shape) > 1), 1, 0, size)
            continue
        xs = [found[name] for name in node.inputs]
        value = _free(node.operator, xs, axis, network.input_shapes(node)[0][1:], size)
        if value is None:
            name = f"{node.title!r} ({type(node.operator).__name__})"
            hint = "name the sizes"
            raise NotSupported("all sizes", "operators that read places near their own, of maps alike", name, hint)
        found[node.name] = value
    return found


_BY_PLACE = (op.Affine, op.BatchNorm, op.PRelu, op.Pointwise, op.Pixelwise, op.ChannelPermutation, op.ChannelGather,
             op.Channels)  # fmt: skip
_JOINING = (op.Add, op.Multiply, op.Maximum, op.Concat)


def _free(o: Any, xs: Sequence[FreePlaces], axis: int, shape: Sequence[int], size: int) -> FreePlaces | None:
    x = xs[0]
    if isinstance(o, _BY_PLACE):
        return x
    if isinstance(o, _JOINING):
        start, stop, need = max(y.start for y in xs), min(y.stop for y in xs), lcm(*(y.need for y in xs))
        alike = all((y.size, y.rate) == (x.size, x.rate) for y in xs)
        return replace(x, need=need, start=start, stop=stop) if alike else None
    if isinstance(o, op.MaxPool | op.AveragePool) or (isinstance(o, Conv) and o.padding_mode == "zeros"):
        window = o.axes(shape)[axis] if isinstance(o, Conv) else pool_axes(o)[axis]
        k, s, dl, low = (int(n) for n in (window.kernel, window.stride, window.dilation, window.low))
        last = Fraction(x.stop + low - dl * (k - 1), s)  # j is free when s*j + dl*(k - 1) - low < stop
        return x.made(size, x.rate / s, x.rate / s, Fraction(x.start + low, s), last)
    if isinstance(o, ConvTranspose):
        k, s, dl, low = o.kernel[axis], o.stride[axis], o.dilation[axis], o.padding[axis][0]
        return x.made(size, x.rate * s, x.rate, s * x.start + dl * (k - 1) - low, s * x.stop - low)
    if isinstance(o, op.Pad):
        low = o.amounts[axis][0]
        return x.made(size, x.rate, x.rate, x.start + low, x.stop + low)
    if isinstance(o, op.SpaceToDepth):
        s = o.cell[axis]
        return x.made(size, x.rate / s, x.rate / s, Fraction(x.start, s), x.stop // s)
    if isinstance(o, op.DepthToSpace):
        return x.made(size, x.rate * o.cell[axis], x.rate, x.start * o.cell[axis], x.stop * o.cell[axis])
    return None


# ------------------------------------------------------------------------------------------------ checking


def check_every_size(sides: Sequence[Side], repeats: Sequence[Repeat], compared: Set[Size]) -> None:
    """Refuse repeats from which the sizes that were compared do not give all sizes at which both sides exist."""
    check_fixed(sides)
    for number, repeat in enumerate(repeats):
        where = f"repeats[{number}]"
        if repeat.step > MOST or max(repeat.settled) > MOST:
            raise rejected(f"a step and sizes of at most {MOST}", f"{repeat}"[:200], where)
        if [n % repeat.step for n in repeat.settled] != list(range(repeat.step)) or min(repeat.settled) < 1:
            raise rejected("a size for each remainder of a step", f"{repeat}"[:200], where)
    if prod(len(repeat.needed) for repeat in repeats) > MAX_BOX:
        raise rejected(f"at most {MAX_BOX:,} sizes", "more", "repeats")
    for axis, repeat in enumerate(repeats):
        for n in repeat.settled:
            size = tuple(n if other == axis else max(one.settled) for other, one in enumerate(repeats))
            why = unsettled(sides, size, axis, repeat.step)
            if why:
                raise rejected(f"a size from which on all are alike, in steps of {repeat.step}", why, f"size {size}")
    box = set(existing(sides, repeats))
    if box != compared:
        got = f"{len(box - compared):,} that were not, and {len(compared - box):,} others"
        raise rejected(f"the {len(box):,} sizes up to the cutoffs at which both sides exist", got, "at")


def check_fixed(sides: Sequence[Side]) -> None:
    if any(side.is_family or side.is_model for side in sides):
        hint = "read them first, or name the sizes"
        raise NotSupported("a certificate for all sizes", "layers, lines or networks", "files, or functions", hint)


def existing(sides: Sequence[Side], repeats: Sequence[Repeat]) -> Iterator[Size]:
    """The sizes up to the cutoffs at which both sides exist."""
    for size in product(*(repeat.needed for repeat in repeats)):
        if None not in common_size(sides, size)[0]:
            yield size


def unsettled(sides: Sequence[Side], size: Size, axis: int, step: int) -> str:
    """Why a size along an axis is not settled; empty where it is."""
    later = tuple(n + step if number == axis else n for number, n in enumerate(size))
    looks = []
    for at in (size, later):
        (left, right), _ = common_size(sides, at)
        if left is None or right is None:
            return "a side that does not exist"
        right, why = paired(left, right)
        if why or any(left.shapes[node.name][1:] not in ((), at) for node in left.inputs):
            return why or "an input of another size"
        looks.append((left, right))
    for one, other in zip(*looks, strict=True):
        if _operators(one) != _operators(other):
            return "operators that change"
        places, moved = free_places(one, axis), free_places(other, axis)
        if any(value.later(step) != moved[name] or not value.is_enough(step) for name, value in places.items()):
            return "fewer free places than a step"
    ends = [[free_places(network, axis)[name] for name in network.outputs] for network in looks[0]]
    for a, b in zip(*ends, strict=True):
        both = replace(a, start=max(a.start, b.start), stop=min(a.stop, b.stop))
        if (a.size, a.rate) != (b.size, b.rate) or not both.is_enough(step):
            return "outputs of which fewer places are free than a step"
    return ""


def _operators(network: Network) -> list[Any]:
    """What has to be the same at all sizes."""
    operators = (None if isinstance(node.operator, op.Input) else node.operator for node in network.nodes)
    return [(node.name, node.inputs, operator) for node, operator in zip(network.nodes, operators, strict=True)]
