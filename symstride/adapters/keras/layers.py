"""What each layer of Keras becomes.  Everything that is not in the table is refused by name.

Values have their channels first here.  Kernels of Keras are ``(*kernel, in, out)``, of transposed layers ``(*kernel,
out, in)`` and of depthwise ones ``(*kernel, in, multiplier)``, whatever the data format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.keras.activations import LAYERS as ACTIVATIONS
from symstride.adapters.keras.activations import activated
from symstride.adapters.keras.call import KerasCall
from symstride.adapters.keras.windows import check_transposed, each, padding
from symstride.adapters.live import parts
from symstride.adapters.live.call import Value
from symstride.layers.layer import Conv
from symstride.layers.lines.others import keras_transposed_padding
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape

Reader = Callable[..., Value]

# ------------------------------------------------------------------------------------------------ convolutions


def _conv(call: KerasCall, x: Value) -> Value:
    layer = call.layer
    weight = np.ascontiguousarray(np.moveaxis(call.array(layer.kernel), (-1, -2), (0, 1)))  # (out, in, *kernel)
    return _activated(call, _convolved(call, x, weight, layer.bias, int(layer.groups)))


def _depthwise(call: KerasCall, x: Value) -> Value:
    return _activated(call, _convolved(call, x, _by_channel(call, call.layer.kernel), call.layer.bias, groups=None))


def _separable(call: KerasCall, x: Value) -> Value:
    """Depthwise by the kernel, then a layer of one place across the channels."""
    layer = call.layer
    x = _convolved(call, x, _by_channel(call, layer.depthwise_kernel), None, groups=None)
    weight = np.ascontiguousarray(np.moveaxis(call.array(layer.pointwise_kernel), (-1, -2), (0, 1)))
    return _activated(call, _pointwise_conv(call, x, weight, layer.bias, "pointwise"))


def _by_channel(call: KerasCall, kernel: Any) -> NDArray[Any]:
    """``(*kernel, in, multiplier)`` to ``(in*multiplier, 1, *kernel)``: outputs of one channel stand together."""
    array = call.array(kernel)
    return np.ascontiguousarray(np.moveaxis(array.reshape(*array.shape[:-2], -1), -1, 0)[:, None])


def _convolved(call: KerasCall, x: Value, weight: NDArray[Any], bias: Any, groups: int | None) -> Value:
    """A strided layer; ``groups`` None is one for each channel."""
    channels, *size = call.shape(x)
    kernel, axes = weight.shape[2:], weight.ndim - 2
    call.must(len(size) == axes, f"a map of {axes} axes", f"{len(size)} axes", "check the model")
    stride, dilation = each(call.layer.strides, axes), each(call.layer.dilation_rate, axes)
    pairs = padding(call, tuple(size), kernel, stride, dilation)
    groups = groups or channels
    conv = Conv(channels, weight.shape[0], kernel, stride, pairs, dilation, groups, bias is not None)
    return call.emit(conv, x, arrays=_arrays(call, weight, bias))


def _pointwise_conv(call: KerasCall, x: Value, weight: NDArray[Any], bias: Any, suffix: str = "") -> Value:
    ones = (1,) * (weight.ndim - 2)
    conv = Conv(weight.shape[1], weight.shape[0], ones, bias=bias is not None)
    return call.emit(conv, x, arrays=_arrays(call, weight, bias), suffix=suffix)


def _arrays(call: KerasCall, weight: NDArray[Any], bias: Any) -> dict[str, NDArray[Any]]:
    return {"weight": weight} if bias is None else {"weight": weight, "bias": call.array(bias)}


def _transposed(call: KerasCall, x: Value) -> Value:
    layer = call.layer
    weight = np.ascontiguousarray(np.moveaxis(call.array(layer.kernel), (-1, -2), (0, 1)))  # (in, out, *kernel)
    kernel, axes = weight.shape[2:], weight.ndim - 2
    stride, dilation = each(layer.strides, axes), each(layer.dilation_rate, axes)
    more = (None,) * axes if layer.output_padding is None else each(layer.output_padding, axes)
    rows = [keras_transposed_padding(layer.padding, *row) for row in zip(kernel, stride, dilation, more, strict=True)]
    pairs, rest = tuple(pair for pair, _ in rows), tuple(n for _, n in rows)
    check_transposed(call, pairs)
    groups = int(getattr(layer, "groups", 1))
    call.must(groups == 1, "a transposed layer without groups", f"groups={groups}", "use one layer for each group")
    transposed = ConvTranspose(weight.shape[0], weight.shape[1], kernel, stride, pairs, dilation, rest,
                               bias=layer.bias is not None)  # fmt: skip
    return _activated(call, call.emit(transposed, x, arrays=_arrays(call, weight, layer.bias)))


def _activated(call: KerasCall, x: Value) -> Value:
    return activated(call, x, call.layer.activation, "activation")


# ------------------------------------------------------------------------------------------------ pools


def _max_pool(call: KerasCall, x: Value) -> Value:
    kernel, stride, ones = _window(call)
    return call.emit(op.MaxPool(kernel, stride, padding(call, call.shape(x)[1:], kernel, stride, ones), ones), x)


def _average_pool(call: KerasCall, x: Value) -> Value:
    """Padded places do not count.  With PyTorch, Keras writes an odd padding out by repeating the edge, and counts."""
    import keras

    kernel, stride, ones = _window(call)
    pairs = padding(call, call.shape(x)[1:], kernel, stride, ones)
    repeated = keras.backend.backend() == "torch" and any(low != high for low, high in pairs)
    call.must(not repeated, "an average that leaves padded places out", f"padding {pairs}, where Keras with PyTorch "
              "repeats the edge", 'use padding="valid", or another backend of Keras')  # fmt: skip
    return call.emit(op.AveragePool(kernel, stride, pairs, ones), x)


def _window(call: KerasCall) -> tuple[Shape, Shape, Shape]:
    kernel = each(call.layer.pool_size, 1)
    return kernel, each(call.layer.strides, len(kernel)), (1,) * len(kernel)


def _global(kind: str) -> Reader:
    return lambda call, x: parts.global_pool(call, x, kind, bool(call.layer.keepdims))


# ------------------------------------------------------------------------------------------------ channel by channel


def _batch_norm(call: KerasCall, x: Value) -> Value:
    layer = call.layer
    axis = call.axis(layer.axis, len(call.shape(x)) + 1)
    call.must(axis == 0, "normalisation along the channels", f"axis={layer.axis}", "normalise the channels")
    arrays = {"scale": layer.gamma, "bias": layer.beta, "mean": layer.moving_mean, "variance": layer.moving_variance}
    numbers = {role: call.optional(array) for role, array in arrays.items()}
    return parts.batch_norm(call, x, float(layer.epsilon), **numbers)


def _rescaling(call: KerasCall, x: Value) -> Value:
    """``x * scale + offset``; lists run along the last axis."""
    import keras

    scale, offset = (np.asarray(n, dtype=call.dtype) for n in (call.layer.scale, call.layer.offset))
    last = call.channels_last and keras.config.image_data_format() == "channels_last"
    call.must(last or scale.size == offset.size == 1, "one scale and one offset, or channels last",
              f"shapes {scale.shape}, {offset.shape}", "use one number for all channels")  # fmt: skip
    arrays = {"scale": _along_channels(call, x, scale), "shift": _along_channels(call, x, offset)}
    return call.emit(op.Affine(), x, arrays=arrays)


def _normalization(call: KerasCall, x: Value) -> Value:
    """``(x - mean) / max(sqrt(variance), epsilon)`` by the statistics that the layer was given or adapted to."""
    import keras

    layer = call.layer
    call.must(not layer.invert, "a layer that normalises", "invert=True", "use Rescaling")
    mean, variance = (_along_channels(call, x, call.array(array)) for array in (layer.mean, layer.variance))
    centred = call.emit(op.Affine(scale=False), x, arrays={"shift": -mean}, suffix="centred")
    deviation = np.maximum(np.sqrt(variance), variance.dtype.type(keras.config.epsilon()))
    return call.emit(op.Quotient(), centred, arrays={"by": deviation})


def _layer_norm(call: KerasCall, x: Value) -> Value:
    """Normalisation across the channels, which stand last in most models."""
    layer = call.layer
    axes = [
        call.axis(n, len(call.shape(x)) + 1) for n in (layer.axis if isinstance(layer.axis, list) else [layer.axis])
    ]
    call.must(axes == [0], "normalisation along the channels", f"axis={layer.axis}", "normalise the channels")
    call.must(not getattr(layer, "rms_scaling", False), "a mean that is taken away", "rms_scaling=True", "leave it out")
    arrays = {"scale": call.optional(layer.gamma), "shift": call.optional(layer.beta)}
    return parts.layer_norm(call, x, float(layer.epsilon), **arrays)


def _layer_scale(call: KerasCall, x: Value) -> Value:
    """ConvNeXt's factor for each channel."""
    scale = _along_channels(call, x, call.array(call.layer.gamma))
    return call.emit(op.Affine(shift=False), x, arrays={"scale": scale})


def _scaled_sum(call: KerasCall, *xs: Value) -> Value:
    """InceptionResNetV2's ``x + scale*y``."""
    first, second = xs
    scale = parts.per_channel(call, second, np.asarray(call.layer.scale, call.dtype))
    scaled = call.emit(op.Affine(shift=False), second, suffix="scaled", arrays={"scale": scale})
    return parts.combined(call, op.Add(), first, scaled)


def _up_sampling(call: KerasCall, x: Value) -> Value:
    mode = getattr(call.layer, "interpolation", "nearest")
    call.must(mode == "nearest", "interpolation nearest", f"{mode!r}", "use a transposed layer")
    return parts.enlarged(call, x, each(call.layer.size, len(call.shape(x)) - 1))


def _along_channels(call: KerasCall, x: Value, array: NDArray[Any]) -> NDArray[Any]:
    """One number per channel of what Keras broadcasts against its values."""
    if call.channels_last and array.ndim:
        array = np.moveaxis(array.reshape((1,) * (len(call.shape(x)) + 1 - array.ndim) + array.shape), -1, 1)
    return parts.per_channel(call, x, array)


def _dense(call: KerasCall, x: Value) -> Value:
    """``x @ kernel + bias`` on vectors; on maps whose channels are last, the same in every place."""
    weight, bias, axes = call.array(call.layer.kernel), call.layer.bias, len(call.shape(x)) - 1
    if not axes:
        gemm = op.Gemm(weight.shape[1], bias is not None)
        return _activated(call, call.emit(gemm, x, arrays=_arrays(call, weight, bias)))
    call.must(call.channels_last, "a dense layer on vectors", "a map with its channels first", "flatten it")
    one_place = np.ascontiguousarray(weight.T).reshape(*weight.T.shape, *(1,) * axes)
    return _activated(call, _pointwise_conv(call, x, one_place, bias))


# ------------------------------------------------------------------------------------------------ several values


def _merged(operator: type) -> Reader:
    return lambda call, *xs: parts.combined(call, operator(), *xs)


def _average(call: KerasCall, *xs: Value) -> Value:
    total = parts.combined(call, op.Add(), *xs)
    return parts.pointwise(call, total, "divide", {"by": float(len(xs))}, "average")


def _concatenate(call: KerasCall, *xs: Value) -> Value:
    axis = call.axis(call.layer.axis, len(call.shape(xs[0])) + 1)
    call.must(axis == 0, "concatenation along the channels", f"axis={call.layer.axis}", "permute first")
    return call.emit(op.Concat(), *xs)


# ------------------------------------------------------------------------------------------------ rearrangements


def _zero_padding(call: KerasCall, x: Value) -> Value:
    return call.emit(op.Pad(call.pairs(call.layer.padding)), x)


def _cropping(call: KerasCall, x: Value) -> Value:
    first = call.channels_last or len(call.shape(x)) > 2
    call.must(first, "channels last", "Cropping1D on channels first", "crop with channels last")
    return call.emit(op.Pad(tuple((-low, -high) for low, high in call.pairs(call.layer.cropping))), x)


def _flatten(call: KerasCall, x: Value) -> Value:
    """Keras flattens with the channels last, in both data formats."""
    shape = call.shape(x)
    if len(shape) == 1:
        return x
    return call.emit(op.Reshape((prod(shape),)), parts.channels_moved(call, x, True, "channels-last"))


def _reshape(call: KerasCall, x: Value) -> Value:
    """The numbers in the order that the model has, with its channels where the model has them."""
    total, target = prod(call.shape(x)), [int(n) for n in call.layer.target_shape]
    known = prod(n for n in target if n != -1)
    shape = tuple(total // max(known, 1) if n == -1 else n for n in target)
    if call.channels_last:
        x = parts.channels_moved(call, x, True, "channels-last")
    if not call.channels_last or len(shape) < 2:
        return call.emit(op.Reshape(shape), x)
    return parts.channels_moved(call, call.emit(op.Reshape(shape), x, suffix="last"), False, "")


def _same(call: KerasCall, x: Value) -> Value:
    return x


_AXES = ("1D", "2D", "3D")
_AT_INFERENCE_NOTHING = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "AlphaDropout",
                         "GaussianDropout", "GaussianNoise", "ActivityRegularization", "Identity")  # fmt: skip


def _on_layer(reader: Callable[..., Value]) -> Reader:
    return lambda call, x: reader(call, x, call.layer, "")


LAYERS: Mapping[str, Reader] = {
    **{f"Conv{axes}": _conv for axes in _AXES},
    **{f"Conv{axes}Transpose": _transposed for axes in _AXES},
    **{f"DepthwiseConv{axes}": _depthwise for axes in _AXES[:2]},
    **{f"SeparableConv{axes}": _separable for axes in _AXES[:2]},
    **{f"MaxPooling{axes}": _max_pool for axes in _AXES},
    **{f"AveragePooling{axes}": _average_pool for axes in _AXES},
    **{f"GlobalAveragePooling{axes}": _global("average") for axes in _AXES},
    **{f"GlobalMaxPooling{axes}": _global("max") for axes in _AXES},
    **{f"ZeroPadding{axes}": _zero_padding for axes in _AXES},
    **{f"Cropping{axes}": _cropping for axes in _AXES},
    **{name: _on_layer(reader) for name, reader in ACTIVATIONS.items()},
    **dict.fromkeys(_AT_INFERENCE_NOTHING, _same),
    "BatchNormalization": _batch_norm,
    "Rescaling": _rescaling,
    "LayerNormalization": _layer_norm,
    **{f"UpSampling{axes}": _up_sampling for axes in _AXES},
    "Normalization": _normalization,
    "Dense": _dense,
    "Add": _merged(op.Add),
    "Multiply": _merged(op.Multiply),
    "Maximum": _merged(op.Maximum),
    "Subtract": parts.difference,
    "Average": _average,
    "Concatenate": _concatenate,
    "Flatten": _flatten,
    "Reshape": _reshape,
}
"""Layer of Keras -> reader of (call, values...)."""

OF_APPLICATIONS: Mapping[str, Reader] = {
    "keras.src.applications.convnext.LayerScale": _layer_scale,
    "keras.src.applications.inception_resnet_v2.CustomScaleLayer": _scaled_sum,
}
"""Layers that the models of ``keras.applications`` bring along -> reader."""

_STATISTICS = "its statistics depend on the input: use BatchNormalization"

REFUSED: Mapping[str, str] = {
    **dict.fromkeys(("GroupNormalization", "UnitNormalization"), _STATISTICS),
    "Lambda": "it may be any Python: use layers",
}  # fmt: skip
"""Layers that are refused for a reason worth telling."""


def operation(call: KerasCall, arguments: Sequence[Any]) -> Value | None:
    """A function of ``keras.ops`` on values and numbers: ``x + y``, ``2.0*x``, ``ops.relu(x)``; None if unknown."""
    values = [one for one in arguments if isinstance(one, Value)]
    numbers = [np.asarray(one, call.dtype) for one in arguments if type(one) in (int, float)]
    kind = call.kind if type(call.layer).__module__ in ("keras.src.ops.numpy", "keras.src.ops.nn") else ""
    if len(values) == 2 == len(arguments) and kind in _OF_TWO:
        return _OF_TWO[kind](call, *values)
    if len(values) == len(numbers) == 1 and len(arguments) == 2:
        swapped = not isinstance(arguments[0], Value)
        return _with_number(call, kind, values[0], numbers[0], swapped)
    if len(values) == 1 == len(arguments) and kind in _OF_ONE:
        return parts.pointwise(call, values[0], _OF_ONE[kind])
    return None


def _with_number(call: KerasCall, kind: str, x: Value, number: NDArray[Any], swapped: bool) -> Value | None:
    if kind in ("Add", "Subtract") and not (kind == "Subtract" and swapped):
        return parts.shifted(call, x, number if kind == "Add" else -number)
    if kind == "Multiply":
        return parts.scaled(call, x, number)
    if kind in ("TrueDivide", "Divide") and not swapped:
        return parts.divided(call, x, number)
    return None


_OF_ONE = {"Relu": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Silu": "swish", "Exp": "exp", "Absolute": "abs",
           "Negative": "negative"}  # fmt: skip
_OF_TWO: Mapping[str, Reader] = {
    "Add": _merged(op.Add),
    "Multiply": _merged(op.Multiply),
    "Maximum": _merged(op.Maximum),
    "Subtract": parts.difference,
}
