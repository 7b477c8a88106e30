"""What a matched call means: one rule per family of constructors, from roles to a layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sympy

from symstride.errors import NotSupported, SpecError
from symstride.layers.integer import Integer, add, integer, multiply, shown
from symstride.layers.layer import Conv
from symstride.layers.lines.others import OTHERS, Layer
from symstride.layers.lines.signatures import Signature
from symstride.layers.rounding import floor_div

Roles = Mapping[str, Any]

_PLAIN = ("out_channels", "kernel", "stride", "padding", "dilation", "groups", "bias")


def _conv(signature: Signature, roles: Roles, **overrides: Any) -> Conv:
    fields = {role: roles[role] for role in _PLAIN if role in roles}
    return Conv(**(fields | {"ndim": signature.ndim} | overrides))


def _unknown(name: str, roles: Roles) -> sympy.Symbol:
    """A symbol for what the line leaves open, under a name that the line does not use."""
    names = [name, *(f"{name}_{n}" for n in range(1, len(roles["names"]) + 1))]
    return sympy.Symbol(next(free for free in names if free not in roles["names"]))


def _word(value: Any) -> str:
    return value.lower() if isinstance(value, str) else ""  # Keras and JAX take either case


def _listed(value: Any, axes: int) -> Sequence[Any]:
    return value if isinstance(value, tuple) else (value,) * axes


# ---------------------------------------------------------------- PyTorch


def _torch(signature: Signature, roles: Roles) -> Conv:
    _check_torch_same(roles)
    channels = roles["in_channels"] if "in_channels" in roles else _unknown("C_in", roles)
    return _conv(signature, roles, in_channels=channels, padding_mode=roles["padding_mode"])


def _torch_function(signature: Signature, roles: Roles) -> Conv:
    _check_torch_same(roles)
    axes = signature.ndim or 1
    names = ["k"] if axes == 1 else [f"k{axis + 1}" for axis in range(axes)]
    return _conv(
        signature,
        roles,
        in_channels=_unknown("C_in", roles),
        out_channels=_unknown("C_out", roles),
        kernel=tuple(_unknown(name, roles) for name in names),
        bias=roles["bias_array"] is not None,
    )


def _check_torch_same(roles: Roles) -> None:
    # PyTorch has "same" for stride 1 only; there the odd place goes high, as everywhere else
    if roles["padding"] == "same" and any(s != 1 for s in _listed(roles["stride"], 1)):
        raise SpecError(
            "padding='same'",
            "stride 1, as PyTorch itself demands for 'same'",
            f"stride={shown(roles['stride'])}",
            "write the padding as numbers, or Conv(..., padding='same') for TensorFlow's meaning",
        )
    if isinstance(roles["padding"], str) and roles["padding"] not in ("valid", "same"):
        lower = roles["padding"].lower()
        known = f"write padding='{lower}'" if lower in ("valid", "same") else "write numbers: PyTorch has no such word"
        raise SpecError("padding=...", "a number, 'valid' or 'same'", shown(roles["padding"]), known)


# ---------------------------------------------------------------- Keras


def _keras(signature: Signature, roles: Roles) -> Conv:
    # Keras refuses strides > 1 together with dilation_rate > 1.  The map is well defined, so we read it.
    channels, sizes = _keras_input(signature, roles)
    extra = {"padding": _keras_padding(signature, roles), "activation": roles["activation"], "input_size": sizes}
    return _conv(signature, roles, in_channels=channels, **extra)


def _keras_depthwise(signature: Signature, roles: Roles) -> Conv:
    """One group per input channel, each with ``depth_multiplier`` outputs, in the order (channel, multiple)."""
    channels, _ = _keras_input(signature, roles)
    outputs = multiply(channels, _whole(roles["depth_multiplier"], "depth_multiplier=..."))
    return _keras(signature, {**roles, "out_channels": outputs, "groups": channels})


def _keras_padding(signature: Signature, roles: Roles) -> Any:
    word = _word(roles["padding"])
    if word == "causal" and signature.name in ("Conv1D", "Convolution1D"):
        return _causal(roles)
    if word in ("valid", "same"):
        return word
    hint = "use a word; numbers are in PyTorch's spelling: nn.Conv2d(..., padding=1)"
    raise SpecError("padding=...", "'valid' or 'same', or 'causal' for Conv1D", shown(roles["padding"]), hint)


def _keras_input(signature: Signature, roles: Roles) -> tuple[Any, Any]:
    """(channels, sizes) as told by ``input_shape`` or ``batch_input_shape``; C_in and None for what is not told."""
    shape, first = _keras_shape(roles), _channels_first(roles["data_format"])
    if shape is None:
        return _unknown("C_in", roles), None
    axes = signature.ndim or 1
    if len(shape) != axes + 1:
        found = f"{len(shape)} numbers: {shown(shape)}"
        raise SpecError("input_shape=...", f"{axes} sizes and the channels", found, "leave the batch size out")
    known = [None if size is None else _whole(size, "input_shape=...") for size in shape]
    sizes, channels = (known[1:], known[0]) if first else (known[:-1], known[-1])
    return _unknown("C_in", roles) if channels is None else channels, None if None in sizes else tuple(sizes)


def _keras_shape(roles: Roles) -> tuple[Any, ...] | None:
    shape, batched = roles["input_shape"], roles["batch_input_shape"]
    if shape is not None and batched is not None:
        raise SpecError("input_shape=...", "input_shape or batch_input_shape", "both", "drop one of them")
    if not isinstance(shape, tuple | None) or not isinstance(batched, tuple | None):
        raise SpecError("input_shape=...", "a tuple", shown(shape or batched), "write (64, 64, 3)")
    return shape if batched is None else batched[1:]


def _channels_first(data_format: Any) -> bool:
    formats = {None: False, "channels_last": False, "channels_first": True}
    if data_format is None or (isinstance(data_format, str) and data_format in formats):
        return formats[data_format]
    raise SpecError("data_format=...", "'channels_last' or 'channels_first'", shown(data_format), "use one of the two")


# ---------------------------------------------------------------- Flax


def _flax(signature: Signature, roles: Roles) -> Conv:
    _check_flax(roles)
    axes = len(_listed(roles["kernel"], 1))  # a single number means one axis, as in Flax
    roles = {**roles, "stride": _or_one(roles["stride"]), "dilation": _or_one(roles["dilation"])}
    channels = roles["in_channels"] if "in_channels" in roles else _unknown("C_in", roles)
    return _conv(signature, roles, in_channels=channels, ndim=axes, **_flax_padding(roles))


def _check_flax(roles: Roles) -> None:
    if any(d not in (1, None) for d in _listed(roles["input_dilation"], 1)):
        raise NotSupported(
            "input_dilation=...",
            "an input that is not dilated: input_dilation=1",
            shown(roles["input_dilation"]),
            "this is a transposed convolution in disguise: build it as a network of one layer by symstride.Builder",
        )
    operator = roles["operator"] or roles.get("operator_class")
    if operator is not None:
        raise NotSupported("conv_general_dilated=...", "Flax's own convolution", shown(operator), "drop the argument")


def _or_one(value: Any) -> Any:
    return 1 if value is None else value  # Flax reads None as 1


def _flax_padding(roles: Roles) -> dict[str, Any]:
    word = _word(roles["padding"])
    if word == "causal":
        return {"padding": _causal(roles)}
    if word == "circular":
        return {"padding": _circular(roles), "padding_mode": "circular"}
    if word == "reflect":
        return {"padding": 0, "padding_mode": "reflect"}  # refused by Conv, which says what to do instead
    return {"padding": word or roles["padding"]}


def _circular(roles: Roles) -> tuple[tuple[Integer, Integer], ...]:
    """Flax's periodic padding: ``(r // 2, (r + 1) // 2)`` for a kernel that reaches ``r = dilation*(kernel - 1)``."""
    reaches = _reaches(roles)
    return tuple((floor_div(r, 2), floor_div(add(r, 1), 2)) for r in reaches)


def _lax(signature: Signature, roles: Roles) -> Conv:
    """The bare function of JAX, whose kernel is an array: its sizes and channels are left open."""
    dilated = any(d != 1 for d in _listed(_or_one(roles["input_dilation"]), 1))
    if dilated or roles["batch_groups"] != 1:
        got = "an input that is dilated" if dilated else f"batch_group_count={shown(roles['batch_groups'])}"
        hint = "a dilated input makes it a transposed layer: write it as nn.ConvTranspose2d(...)"
        raise NotSupported("lhs_dilation=...", "one sample and its places as they are", got, hint)
    axes = len(_listed(roles["stride"], 1))
    names = ["k"] if axes == 1 else [f"k{axis + 1}" for axis in range(axes)]
    kernel = tuple(_unknown(name, roles) for name in names)
    roles = {**roles, "dilation": _or_one(roles["dilation"]), "padding": _word(roles["padding"]) or roles["padding"]}
    open_ones = {name: _unknown(symbol, roles) for name, symbol in (("in_channels", "C_in"), ("out_channels", "C_out"))}
    return _conv(signature, roles, ndim=axes, kernel=kernel, bias=False, **open_ones)


def _torch_unfold(signature: Signature, roles: Roles) -> Conv:
    """Copies of windows: the layer with a group for each channel, whose weights are 0 and 1, before it is flattened."""
    channels, kernel = _unknown("C_in", roles), _listed(roles["kernel"], 2)
    outputs = multiply(channels, *(_whole(k, "kernel_size=...") for k in kernel))
    return _conv(signature, roles, in_channels=channels, out_channels=outputs, groups=channels, bias=False)


# ---------------------------------------------------------------- shared


def _causal(roles: Roles) -> tuple[tuple[Integer, Integer], ...]:
    """All padding in front, ``dilation*(kernel - 1)`` of it, so that no output sees what comes later."""
    reaches = _reaches(roles)
    if len(reaches) != 1:
        raise SpecError("padding='causal'", "one axis", f"{len(reaches)} axes", "causal padding is for 1-D layers")
    return ((reaches[0], 0),)


def _reaches(roles: Roles) -> list[Integer]:
    kernels = _listed(roles["kernel"], 1)
    dilations = _listed(roles["dilation"], len(kernels))
    if len(dilations) != len(kernels):
        raise SpecError("dilation", f"one value per axis, {len(kernels)}", shown(dilations), "count the axes")
    sizes = [(_whole(k, "kernel_size=..."), _whole(d, "dilation")) for k, d in zip(kernels, dilations, strict=True)]
    return [multiply(d, add(k, -1)) for k, d in sizes]


def _whole(value: Any, asked: str) -> Integer:
    return integer(value, asked, 1)


MEANINGS: Mapping[str, Callable[[Signature, Roles], Layer]] = {
    "torch": _torch,
    "torch_function": _torch_function,
    "keras": _keras,
    "keras_depthwise": _keras_depthwise,
    "flax": _flax,
    "lax": _lax,
    "torch_unfold": _torch_unfold,
    **OTHERS,
}
"""The rule for each signature's ``meaning``."""
