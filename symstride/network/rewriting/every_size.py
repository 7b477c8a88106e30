"""One layer whose sizes are open, as operators of stride 1 that say nothing of sizes.

Along an axis of N places, with stride s and span e, the map is padded by (low, r), and phase rho is every s-th place
from rho on, up to the last s-1-rho: of L = N + low + r places each phase has floor(L/s), whatever N is, so that phases
stand side by side as channels.  The expanded bank with its K taps then gives floor(L/s) - K + 1 outputs, and r is
chosen for that to be the layer's own number floor((N + low + high - e)/s) + 1:

    r = low + high - e + s*K - low',      low' = s*ceil(low/s) places in front, whole cells

A maximum needs no channels: each run of neighbouring offsets is every s-th place up to what makes the number of outputs
right, then a window of stride 1.  Windows are boxes, so axes are gone through one by one.

A transposed layer has ceil(T/s) cells of outputs, which are N and a constant, so that padding, and what is cut off
behind depth-to-space, say nothing of N.

All padding stands in front of everything else and none is inside, where the end of a map is no place of the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from symstride.algebra.bank import Bank, expand
from symstride.algebra.sizes import AxisBank
from symstride.algebra.transposed import expand_transposed
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, MAX_PIECES, check
from symstride.network.as_layer import layer_of_any_size, layer_order
from symstride.network.open_sizes import why_not
from symstride.network.operators import records as op
from symstride.network.operators.records import Pairs
from symstride.network.rewriting.fragment import Fragment, in_front
from symstride.network.rewriting.runs import offsets_of, runs_of

_HINT = "take smaller strides and windows, or give the sizes of the inputs"


def at_every_size(fragment: Fragment) -> None:
    """Fill the fragment of a node whose sizes are open."""
    operator = fragment.node.operator
    why = why_not(operator)
    if why is not None:
        raise NotSupported(_asked(fragment), *why, _HINT)
    if isinstance(operator, op.MaxPool):
        _max_pool(fragment, operator)
    elif isinstance(operator, ConvTranspose):
        _conv_transpose(fragment, operator)
    elif isinstance(operator, op.AveragePool):
        total = _sums(fragment, operator, None, ())
        if prod(operator.kernel) != 1:
            fragment.add(op.Pointwise("divide", (("by", float(prod(operator.kernel))),)), total, suffix="average")
    else:
        weight, *bias = fragment.node.parameters
        _sums(fragment, operator, weight, bias)


# ------------------------------------------------------------------------------------------------ sums


def _sums(fragment: Fragment, operator: op.Operator, weight: str | None, bias: Sequence[str]) -> str:
    """The phases of the padded map as channels, and the expanded layer."""
    layer, order = layer_of_any_size(operator, fragment.shapes[fragment.source][0])
    bank = expand(layer, order=order, drop_dead=True)
    x = _phases(fragment, bank)
    channels, outputs, groups = (int(n) for n in (layer.in_channels, layer.out_channels, layer.groups))
    kernel = tuple(int(axis.size) for axis in bank.axes)
    unit = Conv(channels * int(bank.input_phases), outputs, kernel, groups=groups, bias=bool(bias))
    parameters = (fragment.expanded(bank, weight, "weight"), *bias)
    return fragment.add(unit, x, suffix="unit", parameters=parameters)


def _phases(fragment: Fragment, bank: Bank) -> str:
    """One axis after the other, the last one first, so that phases are numbered row-major in front of the channels."""
    channels = fragment.shapes[fragment.source][0]
    x, cropped = _padded(fragment, tuple(map(_sides, bank.axes)), 0.0)
    pieces = sum(len(axis.live) for axis in bank.axes)
    check(_asked(fragment), pieces, MAX_PIECES, "phases along all axes", _HINT)
    for n in reversed(range(len(bank.axes))):
        axis, (low, high) = bank.axes[n], cropped[n]
        s = int(axis.S)
        if s == 1 and not low and not high:
            continue
        parts = [_spaced(fragment, x, n, low + rho, s, high + s - 1 - rho, f"axis-{n}-{rho}") for rho in axis.live]
        x = fragment.add(op.Concat(), *parts, suffix=f"phases-{n}") if len(parts) > 1 else parts[0]
    phases = int(bank.input_phases)
    if bank.order == "channel_major" and phases > 1 and channels > 1:
        check(_asked(fragment), channels * phases, MAX_LISTED, "channels in a list", _HINT)
        source = tuple(p * channels + c for c in range(channels) for p in range(phases))
        x = fragment.add(op.ChannelPermutation(source), x, suffix="sorted")
    return x


def _sides(axis: AxisBank) -> tuple[int, int]:
    """Places to add in front, whole cells, and behind, for the outputs to be as many as those of the layer."""
    low, high, span = (int(n) for n in (axis.axis.low, axis.axis.high, axis.axis.span))
    front = -int(axis.S) * int(axis.umin)
    return front, low + high - span + int(axis.S) * int(axis.size) - front


def _conv_transpose(fragment: Fragment, layer: ConvTranspose) -> None:
    """The transposed bank on the padded map; its phases in their places; and what is past the output cut off."""
    _, *size = fragment.shapes[fragment.source]
    bank = expand_transposed(layer, order=layer_order(layer))
    unit = bank.layer(size)
    x, cropped = _padded(fragment, tuple((int(axis.low), int(axis.high)) for axis in unit.axes()), 0.0)
    for n, (low, high) in enumerate(cropped):
        x = _spaced(fragment, x, n, low, 1, high, f"cropped-{n}")
    weight, *bias = fragment.node.parameters
    parameters = [fragment.expanded(bank, weight, "weight"), *(fragment.expanded(bank, b, "bias") for b in bias)]
    conv = Conv(unit.in_channels, unit.out_channels, unit.kernel, groups=unit.groups, bias=layer.bias)
    z = fragment.add(conv, x, suffix="unit", parameters=parameters)
    if any(s != 1 for s in layer.stride):
        z = fragment.add(op.DepthToSpace(layer.stride, bank.order), z, suffix="places")
    whole = fragment.shapes[z][1:]
    for n, (places, outputs) in enumerate(zip(whole, layer.output_size(size), strict=True)):
        z = _spaced(fragment, z, n, 0, 1, places - int(outputs), f"cut-{n}")


# ------------------------------------------------------------------------------------------------ maxima


def _max_pool(fragment: Fragment, pool: op.MaxPool) -> None:
    """Of the padded map, of L places, a tap at ``s*u + rho`` reads every s-th place from there on.

    The window of ``u .. v`` in phase ``rho`` needs ``v - u`` places more than there are outputs,
    ``floor((L - e)/s) + 1``: those before the last ``e - 1 - rho - s*v``.
    """
    x, cropped = _padded(fragment, pool.padding, "lowest")
    for n, (k, s, dl) in enumerate(zip(pool.kernel, pool.stride, pool.dilation, strict=True)):
        (low, high), reach = cropped[n], dl * (k - 1)
        check(_asked(fragment), k, MAX_PIECES, "places along an axis of a window", _HINT)
        windows = [(rho, *run) for rho, row in offsets_of(k, s, dl).items() for run in runs_of(row)]
        parts = []
        for rho, first, last in windows:
            start, suffix = s * first + rho, f"axis-{n}-{s * first + rho}"
            part = _spaced(fragment, x, n, low + start, s, high + reach - rho - s * last, suffix)
            parts.append(_window(fragment, part, n, last - first + 1, f"window-{n}-{start}"))
        x = fragment.add(op.Maximum(), *parts, suffix=f"maximum-{n}") if len(parts) > 1 else parts[0]
    if not fragment.nodes:  # every window is the place that it stands at
        ones = (1,) * len(pool.kernel)
        fragment.add(op.Spaced((0,) * len(ones), ones, (0,) * len(ones)), x, suffix="maximum")


def _window(fragment: Fragment, x: str, axis: int, kernel: int, suffix: str) -> str:
    axes = len(fragment.shapes[x]) - 1
    if kernel == 1:
        return x
    kernels = tuple(kernel if n == axis else 1 for n in range(axes))
    ones, none = (1,) * axes, ((0, 0),) * axes
    return fragment.add(op.MaxPool(kernels, ones, none, ones), x, suffix=suffix)


# ------------------------------------------------------------------------------------------------ both


def _padded(fragment: Fragment, sides: Pairs, fill: op.Fill) -> tuple[str, Pairs]:
    """The map with what is to be added around it; and what is to be cropped, which the slices behind it leave out."""
    grown = tuple((max(low, 0), max(high, 0)) for low, high in sides)
    cropped = tuple((max(-low, 0), max(-high, 0)) for low, high in sides)
    return in_front(fragment, grown, fill), cropped


def _spaced(fragment: Fragment, x: str, axis: int, start: int, step: int, back: int, suffix: str) -> str:
    """Every ``step``-th place of one axis; the value itself where that is all of them."""
    if (start, step, back) == (0, 1, 0):
        return x
    usual = (0, 1, 0)
    axes = range(len(fragment.shapes[x]) - 1)
    starts, steps, backs = zip(*((start, step, back) if n == axis else usual for n in axes), strict=True)
    return fragment.add(op.Spaced(starts, steps, backs), x, suffix=suffix)


def _asked(fragment: Fragment) -> str:
    return f"unstride, node {fragment.node.title!r}"[:200]
