"""Two layers, one behind the other with nothing between them, as one layer.

    W[o, c, t] = sum over e, i1 and i2 with dl1*i1 + s1*dl2*i2 = dl*t  of  w2[o, e, i2] * w1[e, c, i1]

per axis, for the layer ``1`` first and then ``2``: its stride is ``s1*s2``, its low padding ``p1 + s1*p2``, and its
kernel reaches over ``dl1*(k1 - 1) + s1*dl2*(k2 - 1) + 1`` places.  Proved: "composition", and "stack-sizes" for the
size of the output.  Padding between the layers puts zeros where the joined layer would compute something; what that
changes is "inner-padding".

Source: the noble identities, in Vaidyanathan, Multirate Systems and Filter Banks, 1993, chapter 4.
"""

from __future__ import annotations

from itertools import product
from math import gcd
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from symstride.algebra.shapes import as_array, check_shape, need_numbers, per_axis
from symstride.errors import NotSupported, SpecError
from symstride.layers.asked import need_layer
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, add, multiply, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import check_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

Parameters: TypeAlias = "NDArray[Any] | tuple[NDArray[Any], NDArray[Any] | None]"
"""The weights of a layer, or its weights and its bias."""

_ASKED = "compose(outer, inner)"


@overload
def compose(outer: Conv, inner: Conv, weights: None = ..., input_size: PerAxis | None = ...) -> Conv: ...
@overload
def compose(
    outer: Conv, inner: Conv, weights: tuple[Parameters, Parameters], input_size: PerAxis | None = ...
) -> tuple[Conv, NDArray[Any], NDArray[Any] | None]: ...


def compose(
    outer: Conv,
    inner: Conv,
    weights: Any = None,
    input_size: PerAxis | None = None,
) -> Any:
    """The one layer that equals ``outer`` behind ``inner``; with ``weights`` its weights and its bias too.

    ``weights`` are those of ``outer`` and of ``inner``, each an array or a pair (weights, bias); then the answer is
    (layer, weights, bias), exact for integers, Fractions and expressions.  ``input_size`` is that of ``inner``, where
    neither a layer carries it nor its padding can do without.

    The joined layer has the dilation that its taps have in common, and ``gcd`` of the groups as groups.

    Refused: an activation of ``inner``; layers whose channels do not fit; and padding of ``outer`` where it takes
    effect, with the outputs at the edges that would differ.  It takes none where all that ``inner`` would compute there
    is 0, as a 1 x 1 layer without bias does.
    """
    _check_pair(outer, inner)
    if outer.padding_mode != inner.padding_mode and not _is_bare(outer):
        got = f"{outer.padding_mode} behind {inner.padding_mode}"
        raise NotSupported(_ASKED, "two layers with the same way of padding", got, "pad in front of both")
    sizes = inner.input_size if input_size is None else per_axis(input_size, inner.ndim, _ASKED)
    first = inner.resolved(sizes)
    second = _resolved(outer, None if sizes is None else first.output_size(sizes))
    for number, (one, two) in enumerate(zip(first.axes(), second.axes(), strict=True)):
        _check_padding(number, one, two, None if sizes is None else sizes[number], inner)
    joined = _joined(second, first, sizes)
    if weights is None:
        return joined
    if not isinstance(weights, tuple | list) or len(weights) != 2:
        hint = "write weights=(w_outer, w_inner), or ((w_outer, b_outer), (w_inner, b_inner))"
        raise SpecError("compose(weights=...)", "those of the outer and of the inner layer", shown(weights), hint)
    (w2, b2), (w1, b1) = _parameters("outer", second, weights[0]), _parameters("inner", first, weights[1])
    return joined, _weights(joined, second, first, w2, w1), _bias(second, w2, b2, b1)


def _check_pair(outer: Conv, inner: Conv) -> None:
    for name, layer in (("outer", outer), ("inner", inner)):
        need_layer(f"compose({name}=...)", layer)
    if outer.in_channels != inner.out_channels or outer.ndim != inner.ndim:
        got = f"{inner.out_channels} on {inner.ndim} axes into {outer.in_channels} on {outer.ndim}"
        raise SpecError(_ASKED, "layers that fit: as many channels and axes", got, "the outer layer comes first")
    if inner.activation is not None:
        got = f"activation={inner.activation!r}"
        raise SpecError(_ASKED, "nothing between the two layers", got, "leave the activation out, if that is meant")


def _resolved(outer: Conv, size: tuple[Integer, ...] | None) -> Conv:
    """The outer layer with explicit padding, for what the inner one gives."""
    if size is None and (isinstance(outer.padding, str) or outer.input_size is not None):
        got = f"an outer layer with padding {shown(outer.padding)} and input size {outer.input_size}"
        raise SpecError(_ASKED, "the size of the input of the inner layer", got, "pass input_size=(224, 224)")
    if outer.input_size is not None and outer.input_size != size:
        raise SpecError(
            _ASKED, f"an outer layer for {outer.input_size}", f"outputs of {size}", "correct one of the sizes"
        )
    return outer.resolved(size)


def _is_bare(layer: Conv) -> bool:
    """Whether the layer has no padding at all, so that it does not matter what it pads with."""
    return not isinstance(layer.padding, str) and all(n == 0 for pair in layer.padding for n in pair)


# ---------------------------------------------------------------- padding between the layers


def _check_padding(number: int, inner: Axis, outer: Axis, size: Integer | None, layer: Conv) -> None:
    """Refuse padding of the outer layer that stands for something that the joined layer would compute."""
    values = (inner.kernel, inner.stride, inner.dilation, inner.low, inner.high, outer.low, outer.high)
    if all(isinstance(n, int) and n <= 0 for n in (outer.low, outer.high)):
        return
    asked = f"{_ASKED}, axis {number}"
    if not all(isinstance(n, int) for n in values):
        hint = "pad in front of the inner layer, or give numbers"
        raise SpecError(asked, "an outer layer without padding, or numbers", f"padding {outer.low}, {outer.high}", hint)
    low = int(outer.low) > 0 and (layer.bias or layer.padding_mode == "circular" or _computes_before(inner))
    high = int(outer.high) > 0 and (layer.bias or layer.padding_mode == "circular" or _computes_behind(inner, size))
    if low or high:
        got = " and ".join(_edge(outer, side) for side, wrong in (("low", low), ("high", high)) if wrong)
        hint = "pad in front of the inner layer instead, which is another function at the edges, or keep two layers"
        raise NotSupported(asked, "no padding between the layers where the inner one computes something", got, hint)


def _computes_before(inner: Axis) -> bool:
    """Whether its window at place -1 meets the input: the places up to ``dl*(k - 1) - s - p``."""
    return int(inner.dilation) * (int(inner.kernel) - 1) - int(inner.stride) - int(inner.low) >= 0


def _computes_behind(inner: Axis, size: Integer | None) -> bool:
    """Whether its window one place behind the last meets the input; for some size, where that is open."""
    if isinstance(size, int):
        return int(inner.stride) * int(inner.output_size(size)) - int(inner.low) < size
    return int(inner.high) < int(inner.dilation) * (int(inner.kernel) - 1)


def _edge(outer: Axis, side: str) -> str:
    """Which outputs read padding between the layers."""
    if side == "low":
        count = -(-int(outer.low) // int(outer.stride))
        return f"padding {outer.low} in front, which the first {count} outputs read"
    return f"padding {outer.high} behind, which the last outputs read"


# ---------------------------------------------------------------- the joined layer


def _joined(outer: Conv, inner: Conv, size: tuple[Integer, ...] | None) -> Conv:
    kernel, stride, padding, dilation = [], [], [], []
    for one, two in zip(inner.axes(), outer.axes(), strict=True):
        apart = multiply(one.stride, two.dilation)
        reach = add(multiply(one.dilation, add(one.kernel, -1)), multiply(apart, add(two.kernel, -1)))
        step = _step(one, two)
        dilation.append(step)
        kernel.append(add(reach // step, 1) if isinstance(reach, int) else add(reach, 1))
        stride.append(multiply(one.stride, two.stride))
        padding.append((add(one.low, multiply(one.stride, two.low)), add(one.high, multiply(one.stride, two.high))))
    groups = _groups(outer, inner)
    return Conv(
        inner.in_channels, outer.out_channels, tuple(kernel), tuple(stride), tuple(padding), tuple(dilation), groups,
        bias=inner.bias or outer.bias, padding_mode=inner.padding_mode, activation=outer.activation, input_size=size,
    )  # fmt: skip


def _step(inner: Axis, outer: Axis) -> int:
    """The distance between taps of the joined kernel: what all of them have in common; 1 for symbols."""
    values = (inner.kernel, inner.stride, inner.dilation, outer.kernel, outer.dilation)
    if not all(isinstance(n, int) for n in values):
        return 1
    k1, s1, dl1, k2, dl2 = (int(n) for n in values)
    return gcd(dl1 if k1 > 1 else 0, s1 * dl2 if k2 > 1 else 0) or 1


def _groups(outer: Conv, inner: Conv) -> Integer:
    """Blocks of channels between the layers that consist of whole groups on both sides; one block for symbols."""
    if isinstance(outer.groups, int) and isinstance(inner.groups, int):
        return gcd(outer.groups, inner.groups)
    return 1


# ---------------------------------------------------------------- numbers


def _parameters(name: str, layer: Conv, given: Parameters) -> tuple[NDArray[Any], NDArray[Any] | None]:
    asked = f"compose(weights=...), of the {name} layer"
    need_numbers(asked, layer.symbols, "give the sizes numbers")
    w, b = given if isinstance(given, tuple) and len(given) == 2 else (given, None)
    check_shape(asked, as_array(asked, w), layer.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    if layer.bias != (b is not None):
        expected = "a pair (weights, bias)" if layer.bias else "weights alone: the layer has no bias"
        raise SpecError(asked, expected, "weights alone" if b is None else "a bias", "or set bias of the layer")
    if b is not None:
        check_shape(asked, as_array(asked, b), (layer.out_channels,), "(out_channels,)")
    return w, b


def _weights(joined: Conv, outer: Conv, inner: Conv, w2: NDArray[Any], w1: NDArray[Any]) -> NDArray[Any]:
    """Tap by tap and group by group; sums are taken in the dtype that NumPy gives the product."""
    import numpy as np

    shape = tuple(int(n) for n in joined.weight_shape)
    dtype = np.result_type(w1, w2)
    check_bytes("compose(weights=...)", shape, dtype.itemsize)
    found = np.zeros(shape, dtype=dtype)
    dense2, dense1 = _dense(outer, w2), _dense(inner, w1)  # (O, E, *k2), (E, C, *k1)
    blocks, fan_out, fan_in = int(joined.groups), int(joined.out_per_group), int(joined.in_per_group)
    middle = int(outer.in_channels) // blocks
    steps = [
        (int(one.dilation), int(one.stride) * int(two.dilation), int(step))
        for one, two, step in zip(inner.axes(), outer.axes(), joined.dilation, strict=True)
    ]
    for i2, i1 in product(np.ndindex(w2.shape[2:]), np.ndindex(w1.shape[2:])):
        rows = zip(steps, i1, i2, strict=True)
        tap = tuple((dl1 * one + apart * two) // step for (dl1, apart, step), one, two in rows)
        for block in range(blocks):
            out = slice(block * fan_out, (block + 1) * fan_out)
            between = slice(block * middle, (block + 1) * middle)
            into = slice(block * fan_in, (block + 1) * fan_in)
            found[(out, slice(None), *tap)] += dense2[(out, between, *i2)] @ dense1[(between, into, *i1)]
    return found


def _dense(layer: Conv, w: NDArray[Any]) -> NDArray[Any]:
    """The same weights without groups: zero between channels of different groups."""
    import numpy as np

    fan_out, fan_in = int(layer.out_per_group), int(layer.in_per_group)
    shape = (int(layer.out_channels), int(layer.in_channels), *w.shape[2:])
    check_bytes("compose(weights=...)", shape, w.itemsize)
    found = np.zeros(shape, dtype=w.dtype)
    for group in range(int(layer.groups)):
        rows = slice(group * fan_out, (group + 1) * fan_out)
        found[rows, group * fan_in : (group + 1) * fan_in] = w[rows]
    return found


def _bias(outer: Conv, w2: NDArray[Any], b2: NDArray[Any] | None, b1: NDArray[Any] | None) -> NDArray[Any] | None:
    """The outer bias, and what the inner one becomes: each channel's times the sum of its weights."""
    if b1 is None:
        return b2
    dense = _dense(outer, w2)
    carried: NDArray[Any] = dense.reshape(*dense.shape[:2], -1).sum(axis=2) @ b1
    return carried if b2 is None else b2 + carried
