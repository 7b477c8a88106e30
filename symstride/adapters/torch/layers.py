"""Layers of PyTorch as functions: convolutions, pools, normalisation, padding, phases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.live import parts
from symstride.adapters.live.call import Value
from symstride.adapters.torch.call import BATCH, TorchCall
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, check
from symstride.network.operators import records as op
from symstride.network.operators.records import Pairs
from symstride.network.operators.windows import within

# ------------------------------------------------------------------------------------------------ convolutions


def conv(
    call: TorchCall,
    input: Any,
    weight: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: Any = 1,
    padding_mode: Any = "zeros",
) -> Value:
    """A convolution; ``weight`` is ``(out, in/groups, *kernel)``."""
    w, b, x = call.array(weight), call.optional(bias), call.value(input)
    axes, kernel = w.ndim - 2, w.shape[2:]
    call.must(padding_mode in ("zeros", "circular"), "padding_mode zeros or circular", f"{padding_mode!r}",
              "other padding is no part of a linear layer: pad in front of the network")  # fmt: skip
    dilations = call.each(dilation, axes, "dilation")
    pairs = _padding(call, padding, kernel, dilations)
    layer = Conv(w.shape[1] * call.integer(groups, "groups"), w.shape[0], kernel, call.each(stride, axes, "stride"),
                 pairs, dilations, groups, b is not None, padding_mode)  # fmt: skip
    return call.emit(layer, x, arrays=_arrays(w, b))


def _arrays(weight: NDArray[Any], bias: NDArray[Any] | None) -> dict[str, NDArray[Any]]:
    return {"weight": weight} if bias is None else {"weight": weight, "bias": bias}


def _padding(call: TorchCall, padding: Any, kernel: Sequence[int], dilation: Sequence[int]) -> Pairs:
    """(low, high) per axis.  "same", which needs a stride of 1, adds ``dilation*(kernel - 1)`` with the half below."""
    if padding == "same":
        reach = [dl * (k - 1) for k, dl in zip(kernel, dilation, strict=True)]
        return tuple((n // 2, n - n // 2) for n in reach)
    if padding == "valid":
        return ((0, 0),) * len(kernel)
    return tuple((n, n) for n in call.each(padding, len(kernel), "padding"))


def conv_transpose(
    call: TorchCall,
    input: Any,
    weight: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    output_padding: Any = 0,
    groups: Any = 1,
    dilation: Any = 1,
) -> Value:
    """A transposed convolution; ``weight`` is ``(in, out/groups, *kernel)``."""
    w, b, x = call.array(weight), call.optional(bias), call.value(input)
    axes = w.ndim - 2
    steps = call.each(stride, axes, "stride"), _padding(call, padding, w.shape[2:], (1,) * axes)
    more = call.each(dilation, axes, "dilation"), call.each(output_padding, axes, "output_padding")
    layer = ConvTranspose(w.shape[0], w.shape[1] * call.integer(groups, "groups"), w.shape[2:], *steps, *more, groups,
                          b is not None)  # fmt: skip
    return call.emit(layer, x, arrays=_arrays(w, b))


def conv_transpose_module(call: TorchCall, input: Any, output_size: Any = None, **given: Any) -> Value:
    """The module, which may be told its ``output_size`` when it is called: then that decides ``output_padding``."""
    if output_size is None:
        return conv_transpose(call, input, **given)
    axes = given["weight"].ndim - 2
    listed = tuple(output_size)[2:] if BATCH in tuple(output_size) else tuple(output_size)
    wanted = call.each(listed, axes, "output_size")
    least = ConvTranspose(1, 1, tuple(given["weight"].shape[2:]), given["stride"], _padding(call, given["padding"],
                          given["weight"].shape[2:], given["dilation"]), given["dilation"])  # fmt: skip
    sizes = least.output_size(call.shape(call.value(input))[1:])
    more = tuple(n - m for n, m in zip(wanted, sizes, strict=True))
    if not all(0 <= n < s for n, s in zip(more, least.stride, strict=True)):
        raise call.wrong(f"{sizes} to less than a stride more", f"output_size={wanted}")
    return conv_transpose(call, input, **{**given, "output_padding": more})


# ------------------------------------------------------------------------------------------------ pools


def max_pool(
    call: TorchCall,
    input: Any,
    kernel_size: Any,
    stride: Any = None,
    padding: Any = 0,
    dilation: Any = 1,
    ceil_mode: Any = False,
    return_indices: Any = False,
) -> Value:
    """The maximum of each window."""
    call.must(not return_indices, "the maxima only", "return_indices=True", "leave the indices out")
    x = call.value(input)
    axes = len(call.shape(x)) - 1
    kernel = call.each(kernel_size, axes, "kernel_size")
    steps = kernel if stride is None or stride == [] else call.each(stride, axes, "stride")
    around = tuple((n, n) for n in call.each(padding, axes, "padding"))
    pool = op.MaxPool(kernel, steps, around, call.each(dilation, axes, "dilation"), bool(ceil_mode))
    return call.emit(within(pool, call.shape(x)[1:]), x)


def avg_pool(
    call: TorchCall,
    input: Any,
    kernel_size: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: Any = False,
    count_include_pad: Any = True,
    divisor_override: Any = None,
) -> Value:
    """The average of each window; padded places count unless ``count_include_pad`` says no."""
    call.must(divisor_override is None, "windows divided by their own count", f"divisor_override={divisor_override}",
              "leave it out, and multiply behind the pool")  # fmt: skip
    x = call.value(input)
    axes = len(call.shape(x)) - 1
    kernel = call.each(kernel_size, axes, "kernel_size")
    steps = kernel if stride is None or stride == [] else call.each(stride, axes, "stride")
    around = tuple((n, n) for n in call.each(padding, axes, "padding"))
    ones = (1,) * axes
    pool = op.AveragePool(kernel, steps, around, ones, bool(ceil_mode), bool(count_include_pad))
    return call.emit(within(pool, call.shape(x)[1:]), x)


def adaptive_avg_pool(call: TorchCall, input: Any, output_size: Any) -> Value:
    """An average over all places, or over windows of one size where the output divides the input."""
    return _adaptive(call, input, output_size, "average")


def adaptive_max_pool(call: TorchCall, input: Any, output_size: Any, return_indices: Any = False) -> Value:
    """The same with maxima."""
    call.must(not return_indices, "the maxima only", "return_indices=True", "leave the indices out")
    return _adaptive(call, input, output_size, "max")


def _adaptive(call: TorchCall, input: Any, output_size: Any, kind: str) -> Value:
    x = call.value(input)
    _, *size = call.shape(x)
    listed = output_size if isinstance(output_size, tuple | list) else (output_size,) * len(size)
    listed = [n if m is None else m for m, n in zip(listed, size, strict=True)]
    wanted = call.each(listed, len(size), "output_size")
    if all(m == 1 for m in wanted):
        return parts.global_pool(call, x, kind, keep=True)
    call.must(all(m > 0 and n % m == 0 for m, n in zip(wanted, size, strict=True)),
              "an output of 1, or one that divides the input", f"{wanted} of {tuple(size)}",
              "windows of different sizes are no pool: choose another output_size")  # fmt: skip
    kernel = tuple(n // m for m, n in zip(wanted, size, strict=True))
    none, ones = ((0, 0),) * len(size), (1,) * len(size)
    pool = op.AveragePool if kind == "average" else op.MaxPool
    return call.emit(pool(kernel, kernel, none, ones), x)


# ------------------------------------------------------------------------------------------------ channel by channel


def batch_norm(
    call: TorchCall,
    input: Any,
    running_mean: Any,
    running_var: Any,
    weight: Any = None,
    bias: Any = None,
    training: Any = False,
    momentum: Any = 0.1,
    eps: Any = 1e-5,
) -> Value:
    """Batch normalisation by running statistics."""
    known = not training and running_mean is not None and running_var is not None
    call.must(known, "running statistics", "statistics of the batch", "set track_running_stats, call module.eval()")
    arrays = {"mean": running_mean, "variance": running_var, "scale": weight, "bias": bias}
    numbers = {role: call.optional(array) for role, array in arrays.items()}
    return parts.batch_norm(call, call.value(input), call.number(eps, "eps"), **numbers)


def prelu(call: TorchCall, input: Any, weight: Any) -> Value:
    """A slope for each channel, or one for all."""
    x, slope = call.value(input), call.array(weight)
    channels = call.shape(x)[0]
    call.must(slope.size in (1, channels), f"1 or {channels} slopes", f"{slope.size}", "count the channels")
    return call.emit(op.PRelu(), x, arrays={"slope": np.array(np.broadcast_to(slope.reshape(-1), (channels,)))})


def linear(call: TorchCall, input: Any, weight: Any, bias: Any = None) -> Value:
    """``x @ weight.T + bias`` on feature vectors; along the last axis of a map, a layer of one place."""
    w, b, x = call.array(weight), call.optional(bias), call.value(input)
    axes = len(call.shape(x)) - 1
    if not axes:
        return call.emit(op.Gemm(w.shape[0], b is not None, transposed=True), x, arrays=_arrays(w, b))
    layer = Conv(w.shape[1], w.shape[0], (1,) * axes, bias=b is not None)
    x = parts.channels_moved(call, x, False, "channels-first")
    x = call.emit(layer, x, arrays=_arrays(w.reshape(*w.shape, *(1,) * axes), b), suffix="places")
    return parts.channels_moved(call, x, True, "")


def layer_norm(
    call: TorchCall, input: Any, normalized_shape: Any, weight: Any = None, bias: Any = None, eps: Any = 1e-5
) -> Value:
    """Normalisation along the last axis, where models with their channels last have them."""
    x = call.value(input)
    last = call.shape(x)[-1:]
    call.must(tuple(normalized_shape) == last, "the last axis", f"{tuple(normalized_shape)}", "normalise one axis")
    arrays = {"scale": call.optional(weight), "shift": call.optional(bias)}
    x = parts.channels_moved(call, x, False, "channels-first")
    return parts.channels_moved(call, parts.layer_norm(call, x, call.number(eps, "eps"), **arrays), True, "")


def local_response_norm(
    call: TorchCall, input: Any, size: Any, alpha: Any = 1e-4, beta: Any = 0.75, k: Any = 1.0
) -> Value:
    """``x / (k + alpha/size * squares of size channels around)^beta``."""
    odd = call.integer(size, "size") % 2 == 1
    hint = "use an odd one: PyTorch puts an even window at other channels than ONNX, whose rule holds here"
    call.must(odd, "an odd size", f"{size}", hint)
    numbers = (("size", size), ("alpha", call.number(alpha, "alpha")), ("beta", call.number(beta, "beta")),
               ("bias", call.number(k, "k")))  # fmt: skip
    return call.emit(op.Pixelwise("lrn", numbers), call.value(input))


# ------------------------------------------------------------------------------------------------ rearrangements


def padded(call: TorchCall, input: Any, pad: Any, mode: Any = "constant", value: Any = None) -> Value:
    """Padding of places, the last axis first."""
    x = call.value(input)
    axes, fill = len(call.shape(x)) - 1, 0.0 if value is None else call.number(value, "value")
    listed = [call.integer(n, "pad") for n in pad]
    if len(listed) % 2 or len(listed) > 2 * axes:
        raise call.unsupported(f"two numbers for each of up to {axes} axes", f"{tuple(pad)}", "pad places only")
    backwards = [(listed[n], listed[n + 1]) for n in range(0, len(listed), 2)]
    amounts = (*((0, 0),) * (axes - len(backwards)), *reversed(backwards))
    call.must(mode in ("constant", "circular"), "mode constant or circular", f"{mode!r}", "pad in front of the network")
    if mode == "circular":
        return call.emit(op.Wrap(amounts), x)
    return call.emit(op.Pad(amounts, "lowest" if fill == float("-inf") else fill), x)


def constant_pad(call: TorchCall, input: Any, pad: Any, value: Any) -> Value:
    """Padding with one number."""
    return padded(call, input, pad, "constant", value)


def circular_pad(call: TorchCall, input: Any, pad: Any) -> Value:
    """Padding that wraps around."""
    return padded(call, input, pad, "circular")


def pixel_shuffle(call: TorchCall, input: Any, upscale_factor: Any) -> Value:
    """Depth to space, the channels in front of their phases."""
    return call.emit(op.DepthToSpace((call.integer(upscale_factor, "upscale_factor"),) * 2, "channel_major"),
                     call.value(input))  # fmt: skip


def pixel_unshuffle(call: TorchCall, input: Any, downscale_factor: Any) -> Value:
    """Space to depth, the channels in front of their phases."""
    return call.emit(op.SpaceToDepth((call.integer(downscale_factor, "downscale_factor"),) * 2, "channel_major"),
                     call.value(input))  # fmt: skip


def channel_shuffle(call: TorchCall, input: Any, groups: Any) -> Value:
    """Output channel ``i*g + j`` is input channel ``j*n + i``, for ``g`` groups of ``n`` channels."""
    x = call.value(input)
    channels, g = call.shape(x)[0], call.integer(groups, "groups")
    call.must(channels % g == 0, f"groups that divide {channels} channels", f"{g}", "count the channels")
    check(call.asked, channels, MAX_LISTED, "channels in a list", "shuffle fewer channels")
    source = tuple(j * (channels // g) + i for i in range(channels // g) for j in range(g))
    return call.emit(op.ChannelPermutation(source), x)


def interpolate(
    call: TorchCall,
    input: Any,
    size: Any = None,
    scale_factor: Any = None,
    mode: Any = "nearest",
    align_corners: Any = None,
    recompute_scale_factor: Any = None,
    antialias: Any = False,
) -> Value:
    """Every place a whole number of times, which is what the nearest place is for whole factors."""
    call.must(mode in ("nearest", "nearest-exact") and not align_corners and not antialias, "mode nearest",
              f"mode={mode!r}", "other modes mix places: use ConvTranspose")  # fmt: skip
    return nearest(call, input, size, scale_factor)


def nearest(call: TorchCall, input: Any, output_size: Any = None, scale_factors: Any = None, **scales: Any) -> Value:
    """The place whose number PyTorch takes is ``floor(i/f)``, computed in floating point: refused where that rounds."""
    x = call.value(input)
    _, *size = call.shape(x)
    if output_size is None:
        each = scale_factors if isinstance(scale_factors, tuple | list) else (scale_factors,)
        factors = tuple(each) * (len(size) if len(each) == 1 else 1)
    else:
        factors = tuple(m / n for m, n in zip(call.each(output_size, len(size), "output_size"), size, strict=True))
    whole = tuple(int(call.number(f, "scale_factor")) for f in factors)
    call.must(whole == factors and min(whole) > 0, "whole factors", f"{factors} of {tuple(size)}",
              "use ConvTranspose, or a factor that is whole")  # fmt: skip
    for n, f in zip(size, whole, strict=True):
        places = np.arange(n * f)
        floats = np.floor(places.astype(call.dtype) * call.dtype.type(1 / f))
        call.must(np.array_equal(floats, places // f), "a factor whose quotients floating point does not round",
                  f"factor {f} on {n} places", "use ConvTranspose")  # fmt: skip
    return parts.enlarged(call, x, whole)


_AXES = ("1d", "2d", "3d")

LAYERS: Mapping[str, Callable[..., Any]] = {
    **{f"conv{axes}": conv for axes in _AXES},
    **{f"conv_transpose{axes}": conv_transpose for axes in _AXES},
    **{f"max_pool{axes}": max_pool for axes in _AXES},
    **{f"avg_pool{axes}": avg_pool for axes in _AXES},
    **{f"adaptive_avg_pool{axes}": adaptive_avg_pool for axes in _AXES},
    **{f"adaptive_max_pool{axes}": adaptive_max_pool for axes in _AXES},
    "batch_norm": batch_norm,
    "prelu": prelu,
    "linear": linear,
    "local_response_norm": local_response_norm,
    "layer_norm": layer_norm,
    "pad": padded,
    "interpolate": interpolate,
    "upsample": interpolate,
    "pixel_shuffle": pixel_shuffle,
    "pixel_unshuffle": pixel_unshuffle,
    "channel_shuffle": channel_shuffle,
}
"""Functions of torch.nn.functional."""
