"""What lines of transposed layers and of pools mean.

Sizes may be symbols, but not where a padding is worked out from them.

What "same" means for a transposed layer depends on the framework.  Along one axis, for a kernel that spans
``e = dilation*(kernel - 1) + 1`` places of the whole output, ``stride*(N - 1) + e``:

    PyTorch   has no such word
    Keras     N*stride places, or stride*(N - 1) + e mod 2 + output_padding      (``keras_transposed_padding``)
    Flax      N*stride places, and what jax.lax.conv_transpose is given          (``jax_transposed_padding``)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any, TypeAlias

from symstride.errors import NotSupported, SpecError
from symstride.layers.integer import Integer, integer, shown
from symstride.layers.layer import Conv
from symstride.layers.lines.signatures import Signature
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose, output_padding

Layer: TypeAlias = Conv | ConvTranspose | MaxPool | AveragePool
"""What a pasted line describes."""

Roles: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[int, int]


def keras_transposed_padding(
    word: str, kernel: int, stride: int, dilation: int, output_padding: int | None
) -> tuple[Pair, int]:
    """((low, high), output_padding) of a transposed layer along one axis, for a kernel that spans ``e`` places:

        whole = stride*(N - 1) + e
        valid:  T = whole + output_padding,                         max(e, stride) - e where that is None
        same:   T = stride*(N - 1) + e mod 2 + output_padding,      stride*N where that is None

    Under "same" the places that Keras keeps start ``e - 1 - left`` behind the first of the whole, where ``left`` is the
    rounded half of ``e - 2 + stride``, or of ``e - 2 + e mod 2 + output_padding``, and at most ``e - 1``.  That is the
    padding which ``jax.lax.conv_transpose`` is given, and TensorFlow's; seen in Keras 3.14 with JAX and in 3.15 with
    PyTorch as well, where older ones differ.
    """
    span = dilation * (kernel - 1) + 1
    if word == "valid":
        return (0, 0), max(span, stride) - span if output_padding is None else output_padding
    total = span - 2 + (stride if output_padding is None else span % 2 + output_padding)
    left = min(total - total // 2, span - 1)
    low, high = span - 1 - left, span - 1 - (total - left)
    return (low, max(high, 0)), max(-high, 0)


def jax_transposed_padding(word: str, kernel: int, stride: int, dilation: int) -> tuple[Pair, int]:
    """((low, high), output_padding) of ``jax.lax.conv_transpose``, which pads the input that its stride has spread.

    It pads by ``a`` places in front and ``total - a`` behind (``jax._src.lax.convolution._conv_transpose_padding``):

        same:   total = e + stride - 2,                         a = e - 1 where stride > e - 1, else half of it, up
        valid:  total = e + stride - 2 + max(e - stride, 0),    a = e - 1

    and ``e - 1`` places of padding are none of the whole output.
    """
    span = dilation * (kernel - 1) + 1
    total = span + stride - 2 + (max(span - stride, 0) if word == "valid" else 0)
    first = span - 1 if word == "valid" or stride > span - 1 else -(-total // 2)
    low, high = span - 1 - first, span - 1 - (total - first)
    return (low, max(high, 0)), max(-high, 0)


# ---------------------------------------------------------------- transposed layers


def _torch_transposed(signature: Signature, roles: Roles) -> ConvTranspose:
    if roles["padding_mode"] != "zeros":
        hint = "PyTorch has no other for transposed layers"
        raise SpecError("padding_mode=...", "'zeros'", shown(roles["padding_mode"]), hint)
    axes = signature.ndim or 1
    least = {"kernel": 1, "stride": 1, "padding": 0, "dilation": 1, "output_padding": 0}
    rows = {name: _sizes(roles[name], axes, f"{name}=...", low) for name, low in least.items()}
    return ConvTranspose(
        _size(roles["in_channels"], "in_channels=..."),
        _size(roles["out_channels"], "out_channels=..."),
        rows["kernel"],
        rows["stride"],
        tuple((n, n) for n in rows["padding"]),
        rows["dilation"],
        rows["output_padding"],
        _size(roles["groups"], "groups=..."),
        roles["bias"],
    )


def _keras_transposed(signature: Signature, roles: Roles) -> ConvTranspose:
    word = _word(roles["padding"], ("valid", "same"))
    axes = signature.ndim or 1
    more: tuple[int | None, ...] = (None,) * axes
    if roles["output_padding"] is not None:
        more = _numbers(roles["output_padding"], axes, "output_padding=...", 0)
    return _by_axis(roles, axes, more, lambda *row: keras_transposed_padding(word, *row))


def _flax_transposed(signature: Signature, roles: Roles) -> ConvTranspose:
    axes = len(roles["kernel"]) if isinstance(roles["kernel"], tuple) else 1
    word = _word(roles["padding"], ("valid", "same"))
    one = {name: 1 if roles[name] is None else roles[name] for name in ("stride", "dilation")}
    return _by_axis({**roles, **one}, axes, (None,) * axes, lambda k, s, dl, _: jax_transposed_padding(word, k, s, dl))


def _by_axis(
    roles: Roles, axes: int, more: Sequence[int | None], padding: Callable[..., tuple[Pair, int]]
) -> ConvTranspose:
    if roles.get("activation") is not None:
        hint = "leave it out: the theorem is about the layer in front of it"
        raise NotSupported("activation=...", "a transposed layer alone", shown(roles["activation"]), hint)
    kernel, stride, dilation = (
        _numbers(roles[name], axes, f"{name}=...", 1) for name in ("kernel", "stride", "dilation")
    )
    found = [padding(*row) for row in zip(kernel, stride, dilation, more, strict=True)]
    pairs, rest = tuple(pair for pair, _ in found), tuple(n for _, n in found)
    channels = _channels(roles, axes)
    outputs = _number(roles["out_channels"], "out_channels=...")
    return ConvTranspose(channels, outputs, kernel, stride, pairs, dilation, rest, 1, roles["bias"])


def _torch_fold(signature: Signature, roles: Roles) -> ConvTranspose:
    """Sums of windows: the transposed layer of one channel whose weights are 0 and 1, for the output that is named."""
    kernel, stride, dilation = (_numbers(roles[name], 2, f"{name}=...", 1) for name in ("kernel", "stride", "dilation"))
    padding = tuple((n, n) for n in _numbers(roles["padding"], 2, "padding=...", 0))
    size = _numbers(roles["output_size"], 2, "output_size=...", 1)
    more = output_padding(Conv(1, 1, kernel, stride, padding, dilation), size)
    return ConvTranspose(prod(kernel), 1, kernel, stride, padding, dilation, more, 1, bias=False)


# ---------------------------------------------------------------- pools


def _torch_max_pool(signature: Signature, roles: Roles) -> MaxPool:
    kernel, stride, padding = _torch_window(signature, roles)
    dilation = _sizes(roles["dilation"], len(kernel), "dilation=...", 1)
    return MaxPool(kernel, stride, padding, dilation, _flag(roles["ceil_mode"], "ceil_mode=..."))


def _torch_average_pool(signature: Signature, roles: Roles) -> AveragePool:
    kernel, stride, padding = _torch_window(signature, roles)
    if roles["divisor_override"] is not None:
        got, hint = shown(roles["divisor_override"]), "leave it out, and multiply behind the pool"
        raise NotSupported("divisor_override=...", "windows divided by their own count", got, hint)
    flags = [_flag(roles[name], f"{name}=...") for name in ("ceil_mode", "count_include_pad")]
    return AveragePool(kernel, stride, padding, (1,) * len(kernel), *flags)


def _torch_window(
    signature: Signature, roles: Roles
) -> tuple[tuple[Integer, ...], tuple[Integer, ...], tuple[tuple[Integer, Integer], ...]]:
    axes = signature.ndim or 1
    kernel = _sizes(roles["kernel"], axes, "kernel_size=...", 1)
    stride = kernel if roles["stride"] is None else _sizes(roles["stride"], axes, "stride=...", 1)
    padding = _sizes(roles["padding"], axes, "padding=...", 0)
    if any(2 * n > k for n, k in zip(padding, kernel, strict=True) if isinstance(n, int) and isinstance(k, int)):
        raise SpecError("padding=...", "at most half of the kernel, as PyTorch demands", shown(padding), "pad less")
    return kernel, stride, tuple((n, n) for n in padding)


def _keras_pool(kind: type[MaxPool] | type[AveragePool]) -> Callable[[Signature, Roles], Layer]:
    def read(signature: Signature, roles: Roles) -> Layer:
        axes = signature.ndim or 1
        kernel = _sizes(roles["kernel"], axes, "pool_size=...", 1)
        stride = kernel if roles["stride"] is None else _sizes(roles["stride"], axes, "strides=...", 1)
        if _word(roles["padding"], ("valid", "same")) == "same":
            got, hint = "a padding that the size of the map decides", "read the Keras model, or write PyTorch's numbers"
            raise NotSupported("padding='same'", "a pool that is the same for every size: 'valid'", got, hint)
        return kind(kernel, stride, ((0, 0),) * axes, (1,) * axes)

    return read


# ---------------------------------------------------------------- arguments


def _sizes(value: Any, axes: int, asked: str, least: int) -> tuple[Integer, ...]:
    """One number or expression for each axis; a single one stands for all."""
    return tuple(_size(n, asked, least) for n in _listed(value, axes, asked))


def _size(value: Any, asked: str, least: int = 1) -> Integer:
    return integer(value, asked, least) if getattr(value, "free_symbols", None) else _number(value, asked, least)


def _numbers(value: Any, axes: int, asked: str, least: int) -> tuple[int, ...]:
    """One number for each axis; a single one stands for all."""
    return tuple(_number(n, asked, least) for n in _listed(value, axes, asked))


def _listed(value: Any, axes: int, asked: str) -> tuple[Any, ...]:
    listed = value if isinstance(value, tuple) else (value,) * axes
    listed = listed * axes if len(listed) == 1 else listed
    if len(listed) != axes:
        raise SpecError(asked, f"one number, or {axes}", shown(value), "count the axes")
    return listed


def _number(value: Any, asked: str, least: int = 1) -> int:
    if getattr(value, "free_symbols", None):
        hint = "give it a value, or write PyTorch's line, which gives the padding itself"
        raise NotSupported(asked, "a number, from which the padding is worked out", shown(value), hint)
    if type(value) is not int or value < least:
        raise SpecError(asked, f"a whole number of at least {least}", shown(value), "write a number")
    return value


def _flag(value: Any, asked: str) -> bool:
    if type(value) is not bool:
        raise SpecError(asked, "True or False", shown(value), "write one of the two")
    return value


def _word(value: Any, known: Sequence[str]) -> str:
    word = value.lower() if isinstance(value, str) else ""
    if word not in known:
        expected, hint = " or ".join(map(repr, known)), "use a word; numbers are in PyTorch's spelling"
        raise SpecError("padding=...", expected, shown(value), hint)
    return word


def _channels(roles: Roles, axes: int) -> int:
    """The input channels as ``input_shape`` or ``batch_input_shape`` tells them, or 1."""
    batched = roles.get("batch_input_shape")
    shape = roles.get("input_shape") if batched is None else batched[1:]
    if shape is None:
        return 1
    if not isinstance(shape, tuple) or len(shape) != axes + 1:
        raise SpecError("input_shape=...", f"{axes} sizes and the channels", shown(shape), "leave the batch size out")
    return _number(shape[0 if roles.get("data_format") == "channels_first" else -1], "input_shape=...")


OTHERS: Mapping[str, Callable[[Signature, Roles], Layer]] = {
    "torch_transposed": _torch_transposed,
    "torch_fold": _torch_fold,
    "torch_max_pool": _torch_max_pool,
    "torch_average_pool": _torch_average_pool,
    "keras_transposed": _keras_transposed,
    "keras_max_pool": _keras_pool(MaxPool),
    "keras_average_pool": _keras_pool(AveragePool),
    "flax_transposed": _flax_transposed,
}
"""The rule for each of these signatures' ``meaning``."""
