"""One strided or dilated node as unit-stride ones: the phase lemma, mostly with one output phase (``a = 1``).

- Conv: space-to-depth by the stride, then the expanded bank, a Conv of stride 1 and dilation 1.  Circular padding is
  written out in front.
  With stride 1 and a dilation every phase of the padded map is a map by itself, with the same undilated layer on each:
  the phase lemma with as many phases before and after as the dilation.
- ConvTranspose: the adjoint, so the other way round: the transposed bank, then depth-to-space by the stride.
- AveragePool: the same with weights 1, one group per channel; then a division by what each window counts.
- MaxPool: the lemma over (max, +).  In phase ``rho`` the taps stand at offsets ``u`` with ``dilation*i = S*u + rho``;
  their maximum is a unit-stride pool for each run of neighbouring offsets, and the whole the maximum over the phases.

Padding is 0 for sums and minus infinity for maxima, never the other way round.  A layer whose sizes are open has a form
of its own (``every_size``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from symstride.algebra.bank import Bank, expand
from symstride.algebra.layout import Order
from symstride.algebra.sizes import AxisBank
from symstride.algebra.transposed import expand_transposed
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, MAX_PIECES, check, check_product
from symstride.network.as_layer import layer_order, separate_phases, summed_layer, wrapped_padding
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.open_sizes import open_axes
from symstride.network.operators import records as op
from symstride.network.operators.records import Pairs, Shape
from symstride.network.operators.windows import counts, pool_output
from symstride.network.rewriting.every_size import at_every_size
from symstride.network.rewriting.fragment import Fragment, in_front
from symstride.network.rewriting.runs import offsets_of, runs_of

_HINT = "take smaller strides, dilations and windows"


def lowered(network: Network, node: Node, names: Names, unsure: Mapping[str, str]) -> Fragment:
    """The unit-stride fragment that equals ``node`` for all inputs and all weights; ``names`` are free ones.

    ``unsure`` are the values that may be infinite or NaN, with the node to blame (``operators.finite``).
    """
    fragment = Fragment(network, node, names, unsure.get(node.inputs[0], ""))
    if open_axes(network, node):
        at_every_size(fragment)
    else:
        _LOWERINGS[type(node.operator)](fragment, node.operator)
    return fragment.finish()


# ------------------------------------------------------------------------------------------------ sums


def _conv(fragment: Fragment, conv: Conv) -> None:
    """A circular layer reads what its padding wraps around, written out in front, and pads no more itself."""
    weight, *bias = fragment.node.parameters
    shape, source = fragment.shapes[fragment.source], fragment.source
    around = wrapped_padding(conv, shape)
    if any(map(any, around)):
        source = fragment.add(op.Wrap(around), source, suffix="wrap")
    if separate_phases(conv) is not None:
        _phase_by_phase(fragment, summed_layer(conv, shape)[0], source)
    else:
        _unit_conv(fragment, *summed_layer(conv, shape), weight, bias, source)


def _average_pool(fragment: Fragment, pool: op.AveragePool) -> None:
    shape = fragment.shapes[fragment.source]
    divisors = counts(pool, shape[1:])
    total = _unit_conv(fragment, *summed_layer(pool, shape), None, (), fragment.source)
    if any(count != 1 for row in divisors for count in row):
        fragment.add(op.Divide(divisors), total, suffix="average")


def _unit_conv(
    fragment: Fragment, conv: Conv, order: Order, weight: str | None, bias: Sequence[str], source: str
) -> str:
    """Space-to-depth and the expanded layer; padding and cropping that a Conv cannot do stand in front."""
    size = fragment.shapes[source][1:]
    bank = expand(conv, order=order, drop_dead=True, input_size=size)
    layer = bank.layer(size)
    pads = [(int(axis.low), int(axis.high)) for axis in layer.axes()]  # in cells
    rows = [_shared(axis, n, *pair) for axis, n, pair in zip(bank.axes, size, pads, strict=True)]
    x = in_front(fragment, tuple(front for front, _ in rows), 0.0, source)
    if any(axis.S != 1 for axis in bank.axes):
        x = fragment.add(_phases(bank, order), x, suffix="phases")
    inside = tuple(padding for _, padding in rows)
    unit = Conv(layer.in_channels, layer.out_channels, layer.kernel, 1, inside, 1, layer.groups, bool(bias))
    parameters = (fragment.expanded(bank, weight, "weight"), *bias)
    return fragment.add(unit, x, suffix="unit", parameters=parameters)


def _shared(axis: AxisBank, size: int, low: int, high: int) -> Pairs:
    """How ``low`` and ``high`` cells of padding are shared: (places in front of the phases, cells inside the Conv).

    The Conv takes what is positive.  In front stand the rest of the last cell, which is added, and what is to be
    cropped.  A layer whose outputs read nothing but padding would crop everything; then all of it stands in front.
    """
    cell, cells = int(axis.S), int(axis.cells(size))
    if cells + min(low, 0) + min(high, 0) < 1:
        return (cell * low, cell * (cells + high) - size), (0, 0)
    front = (cell * min(low, 0), cell * (cells + min(high, 0)) - size)
    return front, (max(low, 0), max(high, 0))


def _phases(bank: Bank, order: Order) -> op.SpaceToDepth:
    cell = tuple(int(axis.S) for axis in bank.axes)
    live = tuple(axis.live for axis in bank.axes)
    full = all(len(row) == s for row, s in zip(live, cell, strict=True))
    return op.SpaceToDepth(cell, order, None if full else live)


def _phase_by_phase(fragment: Fragment, conv: Conv, source: str) -> None:
    """Space-to-depth by the dilation; the same undilated layer, with the same weights, for each phase; and back.

    ``M' = ceil(M/a)`` cells of outputs read ``M' + k - 1`` cells of the padded map.
    """
    channels, *size = fragment.shapes[source]
    cell = separate_phases(conv) or ()
    outputs = [int(m) for m in conv.output_size(size)]
    cells = [-(-m // a) for m, a in zip(outputs, cell, strict=True)]
    rows = zip(size, conv.axes(size), cells, cell, strict=True)
    whole = tuple((int(axis.low), a * (m + int(axis.kernel) - 1) - n - int(axis.low)) for n, axis, m, a in rows)
    x = in_front(fragment, whole, 0.0, source)
    x = fragment.add(op.SpaceToDepth(cell, "phase_major"), x, suffix="phases")
    unit = Conv(conv.in_channels, conv.out_channels, conv.kernel, groups=conv.groups, bias=conv.bias)
    check_product(f"unstride, node {fragment.node.title!r}", cell, MAX_PIECES, "phases by themselves", _HINT)
    parts = []
    for number, phase in enumerate(product(*map(range, cell))):
        block = op.Channels(number * channels, (number + 1) * channels)
        here = fragment.add(block, x, suffix=f"phase-{_joined(phase)}")
        parts.append(fragment.add(unit, here, suffix=f"unit-{_joined(phase)}", parameters=fragment.node.parameters))
    joined = fragment.add(op.Concat(), *parts, suffix="joined")
    z = fragment.add(op.DepthToSpace(cell, "phase_major"), joined, suffix="places")
    _cut(fragment, z, outputs)


def _cut(fragment: Fragment, z: str, outputs: Sequence[int]) -> None:
    """What the last cell has past the outputs goes."""
    rest = tuple((0, m - n) for m, n in zip(outputs, fragment.shapes[z][1:], strict=True))
    if any(map(any, rest)):
        fragment.add(op.Pad(rest), z, suffix="cut")


# ------------------------------------------------------------------------------------------------ transposed sums


def _conv_transpose(fragment: Fragment, layer: ConvTranspose) -> None:
    """The transposed bank, a unit-stride Conv; its phases in their places; and what is past the output cut off."""
    _, *size = fragment.shapes[fragment.source]
    bank = expand_transposed(layer, order=layer_order(layer))
    unit = bank.layer(size)
    rows = [_kept_inside(n, int(axis.low), int(axis.high)) for n, axis in zip(size, unit.axes(), strict=True)]
    x = in_front(fragment, tuple(front for front, _ in rows), 0.0)
    weight, *bias = fragment.node.parameters
    parameters = [fragment.expanded(bank, weight, "weight"), *(fragment.expanded(bank, b, "bias") for b in bias)]
    inside = tuple(padding for _, padding in rows)
    conv = Conv(unit.in_channels, unit.out_channels, unit.kernel, 1, inside, 1, unit.groups, layer.bias)
    z = fragment.add(conv, x, suffix="unit", parameters=parameters)
    if any(s != 1 for s in layer.stride):
        z = fragment.add(op.DepthToSpace(layer.stride, bank.order), z, suffix="places")
    _cut(fragment, z, layer.output_size(size))


def _kept_inside(size: int, low: int, high: int) -> Pairs:
    """(places in front, places inside the Conv): it pads by itself; what crops stands in front, or all of it when
    cropping alone would leave nothing."""
    if size + min(low, 0) + min(high, 0) < 1:
        return (low, high), (0, 0)
    return (min(low, 0), min(high, 0)), (max(low, 0), max(high, 0))


# ------------------------------------------------------------------------------------------------ maxima


def _max_pool(fragment: Fragment, pool: op.MaxPool) -> None:
    channels, *size = fragment.shapes[fragment.source]
    outputs, asked = pool_output(pool, tuple(size)), f"unstride, node {fragment.node.title!r}"
    check(asked, max(pool.kernel), MAX_LISTED, "places along an axis of a window", _HINT)
    offsets = [offsets_of(k, s, dl) for k, s, dl in zip(pool.kernel, pool.stride, pool.dilation, strict=True)]
    reach = [max(u for row in axis.values() for u in row) for axis in offsets]
    x = in_front(fragment, _cells_from_low(pool, size, outputs, reach), "lowest")
    pieces = [sum(len(runs_of(row)) for row in axis.values()) for axis in offsets]
    check_product(asked, pieces, MAX_PIECES, "pools that one pool turns into", _HINT)
    kept = tuple(tuple(axis) for axis in offsets)
    if any(s != 1 for s in pool.stride):
        full = all(len(row) == s for row, s in zip(kept, pool.stride, strict=True))
        x = fragment.add(op.SpaceToDepth(pool.stride, "phase_major", None if full else kept), x, suffix="phases")
    parts = []
    for number, phase in enumerate(product(*kept)):
        here = x
        if fragment.shapes[x][0] != channels:
            block = op.Channels(number * channels, (number + 1) * channels)
            here = fragment.add(block, x, suffix=f"phase-{_joined(phase)}")
        runs = [runs_of(axis[rho]) for axis, rho in zip(offsets, phase, strict=True)]
        parts += [_run_maximum(fragment, here, window, reach) for window in product(*runs)]
    if len(parts) > 1:
        fragment.add(op.Maximum(), *parts, suffix="maximum")
    elif not fragment.nodes:  # every window is one place of one phase: a crop of nothing
        fragment.add(op.Pad(((0, 0),) * len(size)), x, suffix="maximum")


def _cells_from_low(pool: op.MaxPool, size: Sequence[int], outputs: Shape, reach: Sequence[int]) -> Pairs:
    """Padding that makes the signal start ``low`` places early and have ``M + reach`` whole cells."""
    rows = zip(size, outputs, reach, pool.stride, pool.padding, strict=True)
    return tuple((low, s * (m + last) - n - low) for n, m, last, s, (low, _) in rows)


def _run_maximum(fragment: Fragment, x: str, window: Sequence[tuple[int, int]], reach: Sequence[int]) -> str:
    """``max over first <= u <= last of X[m + u]`` for all outputs ``m``: a crop, and a pool where a run is longer."""
    suffix = _joined(first for first, _ in window)
    crop = tuple((-first, last - far) for (first, last), far in zip(window, reach, strict=True))
    if any(map(any, crop)):
        x = fragment.add(op.Pad(crop, "lowest"), x, suffix=f"crop-{suffix}")
    kernel = tuple(last - first + 1 for first, last in window)
    if all(k == 1 for k in kernel):
        return x
    ones, none = (1,) * len(kernel), ((0, 0),) * len(kernel)
    return fragment.add(op.MaxPool(kernel, ones, none, ones), x, suffix=f"window-{suffix}")


def _joined(numbers: Iterable[int]) -> str:
    return "-".join(map(str, numbers))


_LOWERINGS: dict[type, Callable[..., None]] = {
    Conv: _conv,
    ConvTranspose: _conv_transpose,
    op.AveragePool: _average_pool,
    op.MaxPool: _max_pool,
}
"""How each kind of strided layer is replaced."""
