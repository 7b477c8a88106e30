"""What each function and each tensor method of PyTorch becomes.

A reader takes the call and then the arguments of the function under PyTorch's own names, so that binding them is the
check that nothing is overlooked.  Everything that is not in the tables is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any

from numpy.typing import NDArray

from symstride.adapters.live import parts
from symstride.adapters.live.call import Value
from symstride.adapters.torch.call import BATCH, TorchCall
from symstride.adapters.torch.layers import LAYERS
from symstride.limits import check
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape

Reader = Callable[..., Any]

MAX_PARTS = 64
"""Values in a sum along an axis."""

# ------------------------------------------------------------------------------------------------ arithmetic


def _whole(call: TorchCall, left: Any, right: Any) -> Any:
    """Whole quotients of sizes are constants, which never come here."""
    raise call.unsupported("a quotient of sizes behind the batch", f"{left!r} // {right!r}"[:80], "divide exactly")


def _add(call: TorchCall, input: Any, other: Any, *, alpha: Any = 1) -> Value:
    call.must(alpha == 1, "alpha=1", f"{alpha!r}", "multiply in a call of its own")
    if isinstance(input, Value) and isinstance(other, Value):
        return parts.combined(call, op.Add(), input, other)
    x, constant = (input, other) if isinstance(input, Value) else (other, input)
    return _with_constant(call, call.value(x), call.array(constant), parts.shifted)


def _with_constant(call: TorchCall, x: Value, array: NDArray[Any], combined: Callable[..., Value]) -> Value:
    """A value and a constant that has a number for each channel, or, where channels are last, along that axis."""
    shape = call.shape(x)
    last = len(shape) > 1 and array.size > 1 and array.shape[-1:] == (array.size,) == shape[-1:]
    if not last:
        return combined(call, x, array)
    x = parts.channels_moved(call, x, False, "channels-first")
    x = combined(call, x, array.reshape(-1, *(1,) * (len(shape) - 1)))
    return parts.channels_moved(call, x, True, "channels-last")


def _sub(call: TorchCall, input: Any, other: Any, *, alpha: Any = 1) -> Value:
    call.must(alpha == 1, "alpha=1", f"{alpha!r}", "multiply in a call of its own")
    if isinstance(input, Value) and isinstance(other, Value):
        return parts.difference(call, input, other)
    if isinstance(input, Value):
        return parts.shifted(call, input, -call.array(other))
    negative = parts.pointwise(call, call.value(other), "negative", suffix="negative")
    return parts.shifted(call, negative, call.array(input))


def _mul(call: TorchCall, input: Any, other: Any) -> Value:
    if isinstance(input, Value) and isinstance(other, Value):
        return parts.combined(call, op.Multiply(), input, other)
    x, constant = (input, other) if isinstance(input, Value) else (other, input)
    return _with_constant(call, call.value(x), call.array(constant), parts.scaled)


def _div(call: TorchCall, input: Any, other: Any, *, rounding_mode: Any = None) -> Value:
    call.must(rounding_mode is None, "no rounding_mode", f"{rounding_mode!r}", "leave it out")
    return parts.divided(call, call.value(input), call.array(other))


def _maximum(call: TorchCall, input: Any, other: Any) -> Value:
    return parts.combined(call, op.Maximum(), call.value(input), call.value(other))


def _pow(call: TorchCall, input: Any, exponent: Any) -> Value:
    return parts.pointwise(call, call.value(input), "power", {"exponent": call.number(exponent, "exponent")})


def _square(call: TorchCall, input: Any) -> Value:
    return _pow(call, input, 2)


def _clamp(call: TorchCall, input: Any, min: Any = None, max: Any = None) -> Value:
    given = {"low": min, "high": max}
    bounds = {role: call.number(bound, role) for role, bound in given.items() if bound is not None}
    return parts.pointwise(call, call.value(input), "clip", bounds)


# ------------------------------------------------------------------------------------------------ shapes


def _size(call: TorchCall, input: Any, dim: Any = None) -> Any:
    whole = (BATCH, *call.shape(call.value(input)))
    return whole if dim is None else whole[call.integer(dim, "dim")]


def _rank(call: TorchCall, input: Any) -> int:
    return len(call.shape(call.value(input))) + 1


def _getattr(call: TorchCall, input: Any, name: Any) -> Any:
    known: Mapping[Any, Reader] = {"shape": _size, "ndim": _rank}
    if name not in known:
        raise call.unsupported("the attributes shape and ndim", f"{name!r}", "write supported calls")
    return known[name](call, input)


def _reshape(call: TorchCall, input: Any, *shape: Any) -> Value:
    """The batch stays: by its size, or by -1 in front of as many numbers as a sample has."""
    x = call.value(input)
    first, *rest = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple | list) else shape
    before, hint = call.shape(x), "write x.size(0) for the batch"
    if rest.count(-1) == 1 and first is BATCH:
        known = prod(n for n in rest if type(n) is int and n != -1)
        rest = [prod(before) // max(known, 1) if n == -1 else n for n in rest]
    whole = all(type(n) is int and n > 0 for n in rest) and prod(rest) == prod(before)
    call.must((first is BATCH or first == -1) and bool(rest) and whole, "a reshape that leaves the batch alone",
              f"{(first, *rest)} of (batch, {', '.join(map(str, before))})", hint)  # fmt: skip
    return _shaped(call, x, tuple(rest))


def _shaped(call: TorchCall, x: Value, shape: Shape) -> Value:
    return x if call.shape(x) == shape else call.emit(op.Reshape(shape), x)


def _flatten(call: TorchCall, input: Any, start_dim: Any = 0, end_dim: Any = -1) -> Value:
    x = call.value(input)
    shape = call.shape(x)
    first, last = call.axis(start_dim, shape), call.axis(end_dim, shape)
    return _shaped(call, x, (*shape[:first], prod(shape[first : last + 1]), *shape[last + 1 :]))


def _squeeze(call: TorchCall, input: Any, dim: Any = None) -> Value:
    x = call.value(input)
    shape = call.shape(x)
    call.must(dim is not None, "the axes to take away", "none, which may take the batch", "write squeeze(dim)")
    axes = {call.axis(n, shape) for n in (dim if isinstance(dim, tuple | list) else (dim,))}
    rest = tuple(n for place, n in enumerate(shape) if place not in axes or n != 1)
    call.must(bool(rest), "a value with an axis left", "one number per sample", "leave one axis of size 1")
    return _shaped(call, x, rest)


def _unsqueeze(call: TorchCall, input: Any, dim: Any) -> Value:
    x = call.value(input)
    shape = call.shape(x)
    place = call.axis(dim, (*shape, 1))
    return _shaped(call, x, (*shape[:place], 1, *shape[place:]))


def _permute(call: TorchCall, input: Any, *dims: Any) -> Value:
    x = call.value(input)
    listed = dims[0] if len(dims) == 1 and isinstance(dims[0], tuple | list) else dims
    rank = len(call.shape(x)) + 1
    places = [call.integer(n, "dims") % rank for n in listed]
    call.must(places[:1] == [0], "a transposition inside one sample", f"{tuple(listed)}", "leave axis 0 in front")
    return call.emit(op.Transpose(tuple(n - 1 for n in places[1:])), x)


def _transpose(call: TorchCall, input: Any, dim0: Any, dim1: Any) -> Value:
    x = call.value(input)
    shape = call.shape(x)
    one, other = call.axis(dim0, shape), call.axis(dim1, shape)
    places = list(range(len(shape)))
    places[one], places[other] = other, one
    return call.emit(op.Transpose(tuple(places)), x)


def _movedim(call: TorchCall, input: Any, source: Any, destination: Any) -> Value:
    rank = len(call.shape(call.value(input))) + 1
    moved, goals = ([n % rank for n in call.each(given, len(given) if isinstance(given, tuple | list) else 1, "dims")]
                    for given in (source, destination))  # fmt: skip
    left = [n for n in range(rank) if n not in moved]
    places = dict(zip(goals, moved, strict=True))
    return _permute(call, input, [places[n] if n in places else left.pop(0) for n in range(rank)])


def _cat(call: TorchCall, tensors: Any, dim: Any = 0) -> Value:
    values = [call.value(one) for one in tensors]
    return parts.joined(call, values, call.axis(dim, call.shape(values[0])))


def _stack(call: TorchCall, tensors: Any, dim: Any = 0) -> Value:
    values = [call.value(one) for one in tensors]
    axis = call.axis(dim, (*call.shape(values[0]), 1))
    call.must(axis == 0, "values one behind the other, along a new axis behind the batch", f"dim={dim}", "stack at 1")
    wide = [call.emit(op.Reshape((1, *call.shape(x))), x, suffix=f"part-{n}") for n, x in enumerate(values)]
    return call.emit(op.Concat(), *wide)


def _sum(call: TorchCall, input: Any, dim: Any = None, keepdim: Any = False) -> Value:
    """The sum along one axis, of a stack of values say: of as many parts as it has places."""
    x = call.value(input)
    shape = call.shape(x)
    dims = tuple(dim) if isinstance(dim, tuple | list) else (dim,)
    call.must(len(shape) > 1 and len(dims) == 1 and dims[0] is not None, "a sum along one axis of a map",
              f"dim={dim!r} of {shape}", "name one axis")  # fmt: skip
    axis = call.axis(dims[0], shape)
    check(call.asked, shape[axis], MAX_PARTS, "values in a sum", "sum by a convolution with ones")
    order = list(range(len(shape)))
    order[0], order[axis] = axis, 0
    swap = op.Transpose(tuple(order))
    first = call.emit(swap, x, suffix="swapped") if axis else x
    parted = [call.emit(op.Channels(n, n + 1), first, suffix=f"part-{n}") for n in range(shape[axis])]
    whole = call.emit(op.Add(), *parted, suffix="sum")
    whole = call.emit(swap, whole, suffix="back") if axis else whole
    return whole if keepdim else call.emit(op.Reshape((*shape[:axis], *shape[axis + 1 :])), whole)


def _expand(call: TorchCall, input: Any, *sizes: Any) -> Value:
    x = call.value(input)
    shape = call.shape(x)
    first, *rest = sizes[0] if len(sizes) == 1 and isinstance(sizes[0], tuple | list) else sizes
    call.must(first in (BATCH, -1) and len(rest) == len(shape), "one size for each axis, the batch left as it is",
              f"{(first, *rest)}", "write -1 for the batch")  # fmt: skip
    wanted = tuple(n if size == -1 else call.integer(size, "size") for n, size in zip(shape, rest, strict=True))
    return parts.repeated(call, x, wanted)


def _expand_as(call: TorchCall, input: Any, other: Any) -> Value:
    return parts.repeated(call, call.value(input), call.shape(call.value(other)))


# ------------------------------------------------------------------------------------------------ parts of a value


def _split(call: TorchCall, tensor: Any, split_size_or_sections: Any, dim: Any = 0) -> tuple[Value, ...]:
    """Runs of channels, or of places along another axis."""
    x = call.value(tensor)
    shape = call.shape(x)
    axis = call.axis(dim, shape)
    given, whole = split_size_or_sections, shape[axis]
    if isinstance(given, int):
        given = [min(given, whole - start) for start in range(0, whole, given)]
    sizes = [call.integer(n, "split_size_or_sections") for n in given]
    call.must(sum(sizes) == whole, f"{whole} places in all", f"{sizes}", "count the places")
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    runs = [range(start, start + n) for start, n in zip(starts, sizes, strict=True)]
    if axis == 0:
        return tuple(_channels(call, x, run) for run in runs)
    return tuple(_cropped(call, x, [run if n == axis else range(shape[n]) for n in range(1, len(shape))])
                 for run in runs)  # fmt: skip


def _chunk(call: TorchCall, input: Any, chunks: Any, dim: Any = 0) -> tuple[Value, ...]:
    """As many channels in each as rounding up gives; the last one has the rest."""
    shape = call.shape(call.value(input))
    return _split(call, input, -(-shape[call.axis(dim, shape)] // call.integer(chunks, "chunks")), dim)


def _channels(call: TorchCall, x: Value, run: range) -> Value:
    if len(call.shape(x)) == 1:
        return call.emit(op.Take(0, tuple(run)), x)
    call.must(run.step == 1, "neighbouring channels", f"a step of {run.step}", "take the channels one by one")
    return call.emit(op.Channels(run.start, run.stop), x, suffix="channels")


def _getitem(call: TorchCall, input: Any, index: Any) -> Any:
    """An element of a tuple; or a slice of a value: a run of channels, a crop, one phase where a step is above 1.

    A number takes one place of an axis and the axis away, None puts an axis of size 1 in.
    """
    if not isinstance(input, Value):
        return input[index]
    shape = call.shape(input)
    written = _without_ellipsis(index if isinstance(index, tuple) else (index,), len(shape) + 1)
    listed = [one for one in written if one is not None]
    good = all(isinstance(one, slice) or type(one) is int for one in listed) and 0 < len(listed) <= len(shape) + 1
    good = good and written[0] is not None and listed[0] == slice(None)
    call.must(good, "slices behind the batch, which starts with ':'", f"{index!r}"[:80], "write x[:, start:stop]")
    places = zip((*listed[1:], *[slice(None)] * len(shape)), shape, strict=False)
    inside = [(one, n) for one, n in places if type(one) is not int or -n <= one < n]
    call.must(len(inside) == len(shape), "places that there are", f"{index!r}"[:80], "correct the index")
    cut = [slice(one % n, one % n + 1) if type(one) is int else one for one, n in inside]
    call.must(all(one.step is None or one.step > 0 for one in cut), "steps of at least 1", f"{index!r}"[:80],
              "use flip in front of the network")  # fmt: skip
    runs = [range(n)[one] for n, one in zip(shape, cut, strict=True)]
    call.must(all(runs), "at least one place", f"{index!r}"[:80], "correct the slice")
    x = input if runs[0] == range(shape[0]) else _channels(call, input, runs[0])
    return _shaped(call, _cropped(call, x, runs[1:]), _indexed(written[1:], [len(run) for run in runs]))


def _indexed(written: Sequence[Any], sizes: Sequence[int]) -> Shape:
    """The shape behind an index: without the axes of numbers, with an axis for each None."""
    left, found = list(sizes), []
    for one in written:
        size = 1 if one is None else left.pop(0)
        found += [] if type(one) is int else [size]
    return (*found, *left)


def _without_ellipsis(index: Sequence[Any], rank: int) -> list[Any]:
    listed = list(index)
    places = [n for n, one in enumerate(listed) if one is Ellipsis]
    if places:
        taken = sum(one is not None for one in listed) - 1
        listed[places[0] : places[0] + 1] = [slice(None)] * (rank - taken)
    return listed


def _cropped(call: TorchCall, x: Value, runs: Sequence[range]) -> Value:
    size = call.shape(x)[1:]
    cell = tuple(run.step for run in runs)
    # whole cells from the first place on
    ends = [run.start + len(run) * run.step for run in runs]
    amounts = tuple((-run.start, end - n) for run, end, n in zip(runs, ends, size, strict=True))
    if any(map(any, amounts)):
        x = call.emit(op.Pad(amounts), x, suffix="crop")
    if any(s != 1 for s in cell):
        x = call.emit(op.SpaceToDepth(cell, "channel_major", ((0,),) * len(cell)), x, suffix="phase")
    return x


# ------------------------------------------------------------------------------------------------ means, softmax


def _mean(call: TorchCall, input: Any, dim: Any = None, keepdim: Any = False) -> Value:
    return _over_space(call, "average", input, dim, keepdim)


def _amax(call: TorchCall, input: Any, dim: Any = (), keepdim: Any = False) -> Value:
    return _over_space(call, "max", input, dim, keepdim)


def _over_space(call: TorchCall, kind: str, input: Any, dim: Any, keepdim: Any) -> Value:
    x = call.value(input)
    rank = len(call.shape(x)) + 1
    dims = tuple(dim) if isinstance(dim, tuple | list) else () if dim is None else (dim,)
    places = sorted(call.integer(n, "dim") % rank for n in dims)
    call.must(rank > 2 and places == list(range(2, rank)), "all places of a map", f"dim={dim!r}", "pool over all axes")
    return parts.global_pool(call, x, kind, bool(keepdim))


def _softmax(call: TorchCall, input: Any, dim: Any = None, _stacklevel: Any = 3, dtype: Any = None) -> Value:
    return _normalised(call, input, dim, dtype, log=False)


def _log_softmax(call: TorchCall, input: Any, dim: Any = None, _stacklevel: Any = 3, dtype: Any = None) -> Value:
    return _normalised(call, input, dim, dtype, log=True)


def _normalised(call: TorchCall, input: Any, dim: Any, dtype: Any, log: bool) -> Value:
    x = call.value(input)
    plain = dim is not None and dtype is None
    call.must(plain, "softmax along a named axis", f"dim={dim}, dtype={dtype}", "write dim=1")
    return parts.softmax(call, x, call.axis(dim, call.shape(x)), log)


def _same(call: TorchCall, input: Any) -> Value:
    return call.value(input)


def _contiguous(call: TorchCall, input: Any, memory_format: Any = None) -> Value:
    return call.value(input)


def _clone(call: TorchCall, input: Any, memory_format: Any = None) -> Value:
    return call.value(input)


def _dropout(call: TorchCall, input: Any, p: Any = 0.5, training: Any = True, inplace: Any = False) -> Value:
    hint = "pass training=self.training, and call module.eval()"
    call.must(not training or p == 0, "dropout at inference", "training=True", hint)
    return call.value(input)


def _method_dropout(call: TorchCall, input: Any, p: Any, train: Any) -> Value:
    return _dropout(call, input, p, train)


# ------------------------------------------------------------------------------------------------ maps by name


def _named(name: str, **attributes: float) -> Reader:
    def read(call: TorchCall, input: Any, inplace: Any = False) -> Value:
        return parts.pointwise(call, call.value(input), name, attributes)

    return read


def _leaky_relu(call: TorchCall, input: Any, negative_slope: Any = 0.01, inplace: Any = False) -> Value:
    return parts.pointwise(
        call, call.value(input), "leaky_relu", {"alpha": call.number(negative_slope, "negative_slope")}
    )


def _elu(call: TorchCall, input: Any, alpha: Any = 1.0, inplace: Any = False) -> Value:
    return parts.pointwise(call, call.value(input), "elu", {"alpha": call.number(alpha, "alpha")})


def _celu(call: TorchCall, input: Any, alpha: Any = 1.0, inplace: Any = False) -> Value:
    return parts.pointwise(call, call.value(input), "celu", {"alpha": call.number(alpha, "alpha")})


def _gelu(call: TorchCall, input: Any, approximate: Any = "none") -> Value:
    names = {"none": "gelu", "tanh": "gelu_tanh"}
    call.must(approximate in names, "approximate none or tanh", f"{approximate!r}", "write one of them")
    return parts.pointwise(call, call.value(input), names[approximate])


def _hardtanh(call: TorchCall, input: Any, min_val: Any = -1.0, max_val: Any = 1.0, inplace: Any = False) -> Value:
    return _clamp(call, input, min_val, max_val)


def _softplus(call: TorchCall, input: Any, beta: Any = 1, threshold: Any = 20) -> Value:
    call.must(beta == 1, "beta=1", f"{beta!r}", "scale in calls of their own")
    return parts.softplus(call, call.value(input), call.number(threshold, "threshold"))


def _softshrink(call: TorchCall, input: Any, lambd: Any = 0.5) -> Value:
    edge = call.number(lambd, "lambd")
    return parts.pointwise(call, call.value(input), "shrink", {"bias": edge, "lambd": edge})


def _hardshrink(call: TorchCall, input: Any, lambd: Any = 0.5) -> Value:
    return parts.pointwise(call, call.value(input), "shrink", {"bias": 0.0, "lambd": call.number(lambd, "lambd")})


def _threshold(call: TorchCall, input: Any, threshold: Any, value: Any, inplace: Any = False) -> Value:
    call.must(value == 0, "0 below the threshold", f"{value!r}", "shift in a call of its own")
    edge = call.number(threshold, "threshold")
    return parts.pointwise(call, call.value(input), "thresholded_relu", {"alpha": edge})


NAMED: Mapping[str, Reader] = {
    "relu": _named("relu"),
    "relu6": _named("clip", low=0.0, high=6.0),
    "selu": _named("selu", **parts.SELU),
    "silu": _named("swish"),
    "mish": _named("mish"),
    "sigmoid": _named("sigmoid"),
    "hardsigmoid": _named("hard_sigmoid", alpha=1 / 6, beta=0.5),
    "hardswish": _named("hard_swish"),
    "tanh": _named("tanh"),
    "softsign": _named("softsign"),
    "leaky_relu": _leaky_relu,
    "elu": _elu,
    "celu": _celu,
    "gelu": _gelu,
    "hardtanh": _hardtanh,
    "softplus": _softplus,
    "softshrink": _softshrink,
    "hardshrink": _hardshrink,
    "threshold": _threshold,
}
"""Activations of torch.nn.functional; some are functions of torch and methods too."""

_ELEMENTWISE = ("exp", "log", "sqrt", "erf", "sin", "cos", "reciprocal", "floor", "ceil", "round", "sign", "abs")
_MATHS: dict[str, Reader] = {name: _named(name) for name in _ELEMENTWISE}
_MATHS |= {"neg": _named("negative"), "square": _square, "pow": _pow, "clamp": _clamp, "clip": _clamp}
_MATHS |= {name: NAMED[name] for name in ("relu", "sigmoid", "tanh")}
_MATHS |= {"add": _add, "sub": _sub, "subtract": _sub, "mul": _mul, "multiply": _mul, "div": _div, "divide": _div,
           "true_divide": _div, "maximum": _maximum}  # fmt: skip
_MATHS |= {"reshape": _reshape, "flatten": _flatten, "squeeze": _squeeze, "unsqueeze": _unsqueeze, "permute": _permute,
           "transpose": _transpose, "swapaxes": _transpose, "movedim": _movedim, "split": _split, "chunk": _chunk,
           "mean": _mean, "amax": _amax, "sum": _sum, "softmax": _softmax, "log_softmax": _log_softmax}  # fmt: skip

_METHODS: Mapping[str, Reader] = {**_MATHS, "view": _reshape, "expand": _expand, "expand_as": _expand_as,
                                  "size": _size, "dim": _rank, "contiguous": _contiguous, "clone": _clone,
                                  "detach": _same}  # fmt: skip

METHODS: Mapping[str, Reader] = {f"Tensor.{name}": reader for name, reader in _METHODS.items()}
"""Tensor methods; those that work in place have a ``_`` more."""

FUNCTIONS: Mapping[str, Reader] = {
    **{f"torch.{name}": reader for name, reader in _MATHS.items()},
    **{f"torch.nn.functional.{name}": reader for name, reader in {**NAMED, **LAYERS}.items()},
    "torch.nn.functional.softmax": _softmax,
    "torch.nn.functional.log_softmax": _log_softmax,
    "torch.clone": _clone,
    "torch.selu": NAMED["selu"],
    "torch.celu": NAMED["celu"],
    "torch.cat": _cat,
    "torch.concat": _cat,
    "torch.stack": _stack,
    "torch.dropout": _method_dropout,
    **{f"torch.nn.functional.{name}": _dropout
       for name in ("dropout", "dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout")},
    "operator.add": _add,
    "operator.sub": _sub,
    "operator.mul": _mul,
    "operator.truediv": _div,
    "operator.pow": _pow,
    "operator.neg": _MATHS["neg"],
    "operator.floordiv": _whole,
    "operator.getitem": _getitem,
    "builtins.getattr": _getattr,
}  # fmt: skip
"""Functions by dotted name; those that work in place have a ``_`` more, or an ``i`` in front."""

CHANGELESS = (_dropout, _method_dropout)
"""Readers of calls that change nothing at inference, even in place."""

VIEWS = (_reshape, _expand, _expand_as, _flatten, _squeeze, _unsqueeze, _permute, _transpose, _movedim, _split, _chunk,
         _getitem, _same, _contiguous, *CHANGELESS,
         *(LAYERS[name] for name in ("pixel_shuffle", "pixel_unshuffle", "channel_shuffle")))  # fmt: skip
"""Readers whose value may be a view of their first argument: a change of one is a change of the other."""

REFUSED: Mapping[str, str] = {
    **{f"torch.nn.functional.upsample_{kind}{axes}": "interpolation with weights is no layer: use ConvTranspose"
       for kind, axes in (("linear", "1d"), ("bilinear", "2d"), ("bicubic", "2d"), ("trilinear", "3d"))},
    "torch.nn.functional.group_norm": "its statistics depend on the input; use batch normalisation",
    "torch.nn.functional.instance_norm": "its statistics depend on the input; use batch normalisation",
    "torch.matmul": "write the product with weights as nn.Linear",
    "operator.matmul": "write the product with weights as nn.Linear",
}  # fmt: skip
"""Functions that are refused, with what to do."""
