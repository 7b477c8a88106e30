"""Does one network compute what another one computes at every size?  Compared as functions of the sizes.

``correspondence`` compares two networks number by number at the sizes that they have.  Where sizes are open these are
an example, and a file may agree there and nowhere else.  So here each value is worked out for all N at once.  Along
each axis of a map x of N places, outside of which stands the fill of a Pad, a value is one of

    samples  y[c, t] = x[source(c), step*t + offset(c)]
    sums     y[o, t] = b[o] + sum over c, i of w[o, c, i] * x[source(c), step*t + offset(c) + taps(i)], over a divisor
    maxima   y[c, t] = the maximum of x[c, step*t + n] over some n

for ``0 <= t < floor((N + end)/step)``, or it has phases,

    phased   y[o, s*m + rho] = such a sum of its own for each rho, with the step 1

for ``0 <= t < s*N + end``.  Pads of the whole map, slices that count from its two ends, channels one behind
another, sums and maxima of stride 1 without padding give such values again, exactly: of a number of places at least 1
each value in front has at least 1 as well, since only a Pad of the map itself makes more, and everything that is read
is a place of what it is read from.  Two values are equal for all N when step and end are equal, and every place that is
read by one is read by the other with the same weight, bit for bit.  What is not of these kinds is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import CertificateRejected
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.bits import same_numbers
from symstride.network.graph import Network, Node
from symstride.network.open_sizes import why_not
from symstride.network.operators import records as op
from symstride.network.operators.records import Fill, Shape
from symstride.network.operators.windows import pool_axes

BLOCK: Final = 2**24
"""Numbers of a bank that are compared at once."""

_ASKED: Final = "replay(certificate, original, rewritten)"
_HINT: Final = "rewrite the model again, or give its sizes"

Taps: TypeAlias = frozenset[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Samples:
    """Samples of input ``number``; ``source`` has shape (C,), ``offset`` (C, axes).  ``fill`` is None without a Pad."""

    number: int
    step: Shape
    end: Shape
    fill: Fill | None
    source: NDArray[np.int64]
    offset: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of places of input ``number``; channels as in ``Samples``, weights (O, C/groups, *kernel)."""

    number: int
    step: Shape
    end: Shape
    source: NDArray[np.int64]
    offset: NDArray[np.int64]
    taps: tuple[Sequence[int], ...]
    groups: int
    weight: NDArray[Any]
    bias: NDArray[Any] | None
    divisor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Maxima:
    """Maxima of places of input ``number``, each channel by itself."""

    number: int
    step: Shape
    end: Shape
    channels: int
    taps: Taps


@dataclass(frozen=True, slots=True)
class Phased:
    """What a transposed layer gives: ``phases`` are sums by rho, in row-major order."""

    number: int
    step: Shape
    end: Shape
    phases: tuple[Sums, ...]


Value: TypeAlias = Samples | Sums | Maxima | Phased


def check_at_all_sizes(original: Network, rewritten: Network) -> None:
    """Refuse, with ``CertificateRejected``, a network that is not the original at every size.

    ``original`` has layers of open size, side by side, and both have all their weights.
    """
    numbers = [{node.name: n for n, node in enumerate(network.inputs)} for network in (original, rewritten)]
    for one, other in zip(original.inputs, rewritten.inputs, strict=True):
        if one.operator != other.operator:
            raise _differs(other, f"{one.operator}", f"{other.operator}")
    first, second = (
        _values(network, number, of) for network, number, of in zip((original, rewritten), numbers, (_layer, _part))
    )
    for wanted, got in zip(original.outputs, rewritten.outputs, strict=True):
        _compare(rewritten.node(got), original.node(wanted), first[wanted], second[got])


def _values(
    network: Network, numbers: Mapping[str, int], value_of: Callable[[Network, Node, list[Value]], Value]
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for node in network.nodes:
        if isinstance(node.operator, op.Input):
            channels, *size = node.operator.shape
            at, axes = np.arange(channels), len(size)
            none = np.zeros((channels, axes), np.int64)
            found[node.name] = Samples(numbers[node.name], (1,) * axes, (0,) * axes, None, at, none)
        else:
            found[node.name] = value_of(network, node, [found[name] for name in node.inputs])
    return found


# ------------------------------------------------------------------------------------------------ the original


def _layer(network: Network, node: Node, inputs: Sequence[Value]) -> Value:
    """A layer of any stride, dilation and padding, of a map itself."""
    operator: Any = node.operator
    (x, *more) = inputs
    if more or not isinstance(x, Samples) or not _is_whole(x) or why_not(operator) is not None:
        raise _differs(node, "a Conv or a pool of a map itself, the same at every size", str(operator)[:160])
    if isinstance(operator, ConvTranspose):
        return _transposed(network, node, operator, x)
    axes = _axes(operator)
    steps: Shape = tuple(int(axis.stride) for axis in axes)
    ends = tuple(int(axis.low + axis.high - axis.span + axis.stride) for axis in axes)
    channels = len(x.source)
    taps = tuple([int(axis.dilation) * i - int(axis.low) for i in range(int(axis.kernel))] for axis in axes)
    if isinstance(operator, op.MaxPool):
        return Maxima(x.number, steps, ends, channels, frozenset(product(*taps)))
    if isinstance(operator, Conv):
        weight, bias = _parameters(network, node)
        return Sums(x.number, steps, ends, x.source, x.offset, taps, int(operator.groups), weight, bias)
    ones = np.ones((channels, 1, *operator.kernel), network.dtype)
    divisor = Fraction(prod(operator.kernel))
    return Sums(x.number, steps, ends, x.source, x.offset, taps, channels, ones, None, divisor)


def _transposed(network: Network, node: Node, layer: ConvTranspose, x: Samples) -> Value:
    """Place s*m + rho takes ``w[c, o, i] * x[c, m + (rho + low - dilation*i)/s]`` for each tap that divides."""
    weight, bias = _parameters(network, node)
    steps, groups, kernel = tuple(map(int, layer.stride)), int(layer.groups), tuple(map(int, layer.kernel))
    rows = zip(layer.kernel, layer.stride, layer.dilation, layer.padding, layer.output_padding, strict=True)
    ends = tuple(int(dl * (k - 1) + 1 - s - low - high + more) for k, s, dl, (low, high), more in rows)
    wide, each = weight.shape[0] // groups, weight.shape[1]
    turned = weight.reshape(groups, wide, each, *kernel).swapaxes(1, 2).reshape(groups * each, wide, *kernel)
    found = []
    for rho in product(*map(range, steps)):
        places = [
            {i: (r + int(low) - int(dl) * i) // s for i in range(k) if (r + int(low) - int(dl) * i) % s == 0}
            for r, k, s, dl, (low, _) in zip(rho, kernel, steps, layer.dilation, layer.padding, strict=True)
        ]
        taps = tuple(list(row.values()) for row in places)
        chosen = turned[np.ix_(range(len(turned)), range(wide), *(list(row) for row in places))]
        ones = (1,) * len(steps)
        found.append(Sums(x.number, ones, ends, x.source, x.offset, taps, groups, chosen, bias))
    return found[0] if set(steps) == {1} else Phased(x.number, steps, ends, tuple(found))


def _axes(operator: Any) -> tuple[Any, ...]:
    return operator.axes() if isinstance(operator, Conv) else pool_axes(operator)


def _parameters(network: Network, node: Node) -> tuple[NDArray[Any], NDArray[Any] | None]:
    weight, *bias = (network.weights[name] for name in node.parameters)
    return weight, bias[0] if bias else None


def _is_whole(x: Value) -> bool:
    """Whether a value is an input itself."""
    return isinstance(x, Samples) and x.fill is None and x.end == (0,) * len(x.end) and set(x.step) <= {1}


# ------------------------------------------------------------------------------------------------ the other one


def _part(network: Network, node: Node, inputs: Sequence[Value]) -> Value:
    """What one operator of stride 1 makes of such values."""
    operator: Any = node.operator
    x = inputs[0]
    if isinstance(operator, op.Pad):
        return _padded(network, node, operator, x)
    if isinstance(operator, op.Spaced):
        return _spaced(node, operator, x)
    if isinstance(operator, op.Concat):
        return _joined(node, inputs)
    if isinstance(operator, op.ChannelPermutation | op.ChannelGather) and isinstance(x, Samples):
        listed = np.asarray(operator.source)
        return replace(x, source=x.source[listed], offset=x.offset[listed])
    if isinstance(operator, Conv) and isinstance(x, Samples):
        return _summed(network, node, operator, x)
    if isinstance(operator, op.DepthToSpace) and isinstance(x, Sums):
        return _interleaved(node, operator, x)
    if isinstance(operator, op.MaxPool):
        return _window(node, operator, x)
    if isinstance(operator, op.Maximum):
        return _maximum(node, inputs)
    if isinstance(operator, op.Pointwise) and operator.name == "divide" and isinstance(x, Sums):
        return replace(x, divisor=x.divisor * Fraction(dict(operator.attributes)["by"]))
    raise _differs(node, "an operator that means the same at every size", str(operator)[:160])


def _padded(network: Network, node: Node, pad: op.Pad, x: Value) -> Samples:
    """Only the map itself is padded, and by places more: then what is outside of it is the fill everywhere."""
    least = np.iinfo(network.dtype).min if np.dtype(network.dtype).kind in "iu" else float("-inf")
    fill: Fill | None = "lowest" if pad.fill in ("lowest", least) else 0.0 if pad.fill == 0 else None
    if (
        not isinstance(x, Samples)
        or not _is_whole(x)
        or fill is None
        or any(n < 0 for pair in pad.amounts for n in pair)
    ):
        raise _differs(node, "a Pad of the map itself, with 0 or the lowest number", str(pad)[:160])
    lows = np.asarray([low for low, _ in pad.amounts], np.int64)
    end = tuple(low + high for low, high in pad.amounts)
    return replace(x, end=end, fill=fill, offset=x.offset - lows)


def _spaced(node: Node, spaced: op.Spaced, x: Value) -> Value:
    """ceil((floor((N + e)/q) - back - start)/s) = floor((N + e + q*(s - 1 - back - start))/(q*s))."""
    rows = list(zip(x.step, x.end, spaced.start, spaced.step, spaced.back, strict=True))
    if any(start < 0 or s < 1 or back < 0 for _, _, start, s, back in rows):
        raise _differs(node, "slices that begin in the map and count from its end", str(spaced)[:160])
    step = tuple(q * s for q, _, _, s, _ in rows)
    end = tuple(e + q * (s - 1 - back - start) for q, e, start, s, back in rows)
    moved = [q * start for q, _, start, _, _ in rows]
    if isinstance(x, Samples):
        return replace(x, step=step, end=end, offset=x.offset + np.asarray(moved, np.int64))
    if isinstance(x, Maxima):
        return replace(x, step=step, end=end, taps=_moved(x.taps, moved))
    if isinstance(x, Phased) and not any(spaced.start) and set(spaced.step) == {1}:
        return replace(x, end=tuple(e - back for e, back in zip(x.end, spaced.back, strict=True)))
    raise _differs(node, "slices of places or maxima, or what is behind some place", f"{spaced}"[:160])


def _interleaved(node: Node, phases: op.DepthToSpace, x: Sums) -> Phased:
    """The outputs of each phase; with groups they stand inside of each group."""
    steps, total = phases.cell, prod(phases.cell)
    outputs = len(x.weight) // total
    if set(x.step) != {1} or x.divisor != 1 or (x.groups != 1 and phases.order != "channel_major"):
        raise _differs(node, "phases of sums that read neighbours, inside of each group", str(phases)[:160])
    found = []
    for number in range(total):
        first = slice(number, None, total)
        rows = first if phases.order == "channel_major" else slice(number * outputs, (number + 1) * outputs)
        bias = None if x.bias is None else x.bias[rows]
        found.append(replace(x, weight=x.weight[rows], bias=bias))
    return Phased(x.number, steps, tuple(s * e for s, e in zip(steps, x.end, strict=True)), tuple(found))


def _moved(taps: Taps, by: Sequence[int]) -> Taps:
    return frozenset(tuple(n + m for n, m in zip(tap, by, strict=True)) for tap in taps)


def _joined(node: Node, inputs: Sequence[Value]) -> Samples:
    parts = [x for x in inputs if isinstance(x, Samples)]
    if len(parts) != len(inputs) or len({(x.number, x.step, x.end, x.fill) for x in parts}) != 1:
        raise _differs(node, "parts of one map that have one size at every size", _said(inputs))
    source, offset = (np.concatenate([getattr(x, word) for x in parts]) for word in ("source", "offset"))
    return replace(parts[0], source=source, offset=offset)


def _summed(network: Network, node: Node, conv: Conv, x: Samples) -> Sums:
    if not _is_plain(conv) or conv.padding_mode != "zeros" or x.fill not in (None, 0.0):
        raise _differs(node, "a Conv of stride 1 without padding, on zeros outside of the map", str(conv)[:160])
    weight, bias = _parameters(network, node)
    taps = tuple([q * u for u in range(int(k))] for q, k in zip(x.step, conv.kernel, strict=True))
    end = _behind(x, conv.kernel)
    return Sums(x.number, x.step, end, x.source, x.offset, taps, int(conv.groups), weight, bias)


def _behind(x: Value, kernel: Sequence[Any]) -> Shape:
    """A window of K places takes away the last K - 1."""
    return tuple(e - q * (int(k) - 1) for e, q, k in zip(x.end, x.step, kernel, strict=True))


def _is_plain(operator: Any) -> bool:
    """Whether it has stride 1, dilation 1 and no padding."""
    return all(
        int(n) == wanted
        for axis in _axes(operator)
        for n, wanted in ((axis.stride, 1), (axis.dilation, 1), (axis.low, 0), (axis.high, 0))
    )


def _window(node: Node, pool: op.MaxPool, x: Value) -> Maxima:
    x = _maxima(node, x)
    if not _is_plain(pool) or pool.ceil_mode:
        raise _differs(node, "a MaxPool of stride 1 without padding", str(pool)[:160])
    rows = [[q * u for u in range(int(k))] for q, k in zip(x.step, pool.kernel, strict=True)]
    taps = frozenset(tap for by in product(*rows) for tap in _moved(x.taps, by))
    return replace(x, end=_behind(x, pool.kernel), taps=taps)


def _maximum(node: Node, inputs: Sequence[Value]) -> Maxima:
    parts = [_maxima(node, x) for x in inputs]
    if len({(x.number, x.step, x.end, x.channels) for x in parts}) != 1:
        raise _differs(node, "parts of one map that have one size at every size", _said(inputs))
    return replace(parts[0], taps=frozenset[tuple[int, ...]]().union(*(x.taps for x in parts)))


def _maxima(node: Node, x: Value) -> Maxima:
    """Samples as maxima of one: of all channels, each at the same offset, on the lowest number outside of the map."""
    if isinstance(x, Maxima):
        return x
    if isinstance(x, Samples) and x.fill in (None, "lowest") and len(x.source):
        channels = len(x.source)
        if np.array_equal(x.source, np.arange(channels)) and (x.offset == x.offset[0]).all():
            tap = tuple(int(n) for n in x.offset[0])
            return Maxima(x.number, x.step, x.end, channels, frozenset({tap}))
    raise _differs(node, "each channel of the map, with the lowest number outside of it", _said([x]))


# ------------------------------------------------------------------------------------------------ compared


def _compare(node: Node, layer: Node, wanted: Value, got: Value) -> None:
    if isinstance(wanted, Maxima) and isinstance(got, Samples):
        got = _maxima(node, got)
    if type(wanted) is not type(got) or isinstance(wanted, Samples) or isinstance(got, Samples):
        raise _differs(node, f"{_said([wanted])}, as {layer.title!r} has", _said([got]))
    for word in ("number", "step", "end"):
        if getattr(wanted, word) != getattr(got, word):
            raise _differs(node, f"{_said([wanted])}, as {layer.title!r} has at every size", _said([got]))
    if isinstance(wanted, Maxima) and isinstance(got, Maxima):
        if (wanted.channels, wanted.taps) != (got.channels, got.taps):
            said = [f"maxima of {sorted(x.taps)}, of {x.channels} channels"[:160] for x in (wanted, got)]
            raise _differs(node, *said)
    elif isinstance(wanted, Sums) and isinstance(got, Sums):
        _compare_sums(node, layer, wanted, got)
    elif isinstance(wanted, Phased) and isinstance(got, Phased):
        for one, other in zip(wanted.phases, got.phases, strict=True):
            _compare_sums(node, layer, one, other)


def _compare_sums(node: Node, layer: Node, wanted: Sums, got: Sums) -> None:
    outputs = len(wanted.weight)
    if (outputs, wanted.groups, wanted.divisor) != (len(got.weight), got.groups, got.divisor):
        said = [f"{len(x.weight)} sums in {x.groups} groups, over {x.divisor}" for x in (wanted, got)]
        raise _differs(node, *said)
    if (wanted.bias is None) != (got.bias is None) or (
        wanted.bias is not None and not same_numbers(wanted.bias, got.bias)
    ):
        raise _differs(node, f"the bias of {layer.title!r}", "another")
    if wanted.weight.dtype != got.weight.dtype:
        raise _differs(node, f"weights of {wanted.weight.dtype}", f"{got.weight.dtype}")
    each = outputs // wanted.groups
    for group in range(wanted.groups):
        places = _placed(node, layer, *(_read(x, group) for x in (wanted, got)))
        block = max(1, BLOCK // max(len(places), 1))
        for start in range(group * each, (group + 1) * each, block):
            rows = slice(start, min(start + block, (group + 1) * each))
            one = wanted.weight[rows].reshape(rows.stop - rows.start, -1)
            zeros = np.zeros((len(one), 1), one.dtype)
            expected = np.concatenate([one, zeros], axis=1)[:, places]
            if not same_numbers(expected, np.ascontiguousarray(got.weight[rows].reshape(len(one), -1))):
                raise _differs(node, f"copies of the weights of {layer.title!r}, and zeros", "other numbers")


def _read(x: Sums, group: int) -> NDArray[np.int64]:
    """What the weights of one output meet, a row for each: the channel of the map, and the offset along each axis."""
    wide = x.weight.shape[1]
    channels = slice(group * wide, (group + 1) * wide)
    taps = np.asarray(list(product(*x.taps)), np.int64).reshape(-1, len(x.taps))
    places = x.offset[channels, None, :] + taps
    sources = np.broadcast_to(x.source[channels, None, None], (*places.shape[:2], 1))
    return np.concatenate([sources, places], axis=2).reshape(-1, 1 + len(x.taps))


def _placed(node: Node, layer: Node, wanted: NDArray[np.int64], got: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each weight of a bank the number of the one that it is a copy of; one past the last where it is a zero."""
    rows, which = np.unique(np.concatenate([wanted, got]), axis=0, return_inverse=True)
    which = which.reshape(-1)
    ours, theirs = which[: len(wanted)], which[len(wanted) :]
    times = np.bincount(theirs, minlength=len(rows))
    if len(set(ours.tolist())) != len(ours) or int(times.max(initial=0)) > 1 or not times[ours].all():
        raise _differs(node, f"each place that {layer.title!r} reads, once", "other places")
    at = np.full(len(rows), len(wanted), np.int64)
    at[ours] = np.arange(len(wanted))
    return at[theirs]


def _said(values: Sequence[Value]) -> str:
    kinds = [f"{type(x).__name__.lower()} every {x.step}, for floor((N + {x.end})/{x.step}) places" for x in values]
    return "; ".join(dict.fromkeys(kinds))[:200]


def _differs(node: Node, expected: str, got: str) -> CertificateRejected:
    return CertificateRejected(_ASKED, expected[:300], got[:300], _HINT, node.title)
