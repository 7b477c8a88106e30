"""Nodes that compute with constants only: carried out while the model is read, with bytes predicted first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import onnx_module
from symstride.errors import NotSupported, SpecError
from symstride.limits import MAX_RANK, check, check_bytes
from symstride.network.stored import Stored

OPEN_BATCH = -(2**62) - 20_231
"""What stands for a batch size that a model leaves open, where it asks for a shape.  No size and no place is that."""


def names_batch(array: NDArray[Any]) -> bool:
    """Whether a batch size that is open is among these numbers."""
    return array.dtype == np.int64 and bool((array == OPEN_BATCH).any())


def _filled(shape: NDArray[Any], value: NDArray[Any] | None = None) -> NDArray[Any]:
    """One number, looked at as an array of that shape: models without training fill all their weights like this."""
    number = np.zeros(1, np.float32) if value is None else value
    return np.broadcast_to(number.reshape(-1)[0], [int(n) for n in shape])


def _filled_bytes(shape: NDArray[Any], value: NDArray[Any] | None = None) -> int:
    sizes, asked = [int(n) for n in shape], "from_onnx, ConstantOfShape"
    if any(n < 0 for n in sizes):
        raise SpecError(asked, "sizes that are not negative", f"shape {sizes}"[:200], "export the model again")
    check_bytes(asked, sizes, 4 if value is None else value.itemsize)
    return 0


def _unsqueezed(x: NDArray[Any], axes: Any) -> NDArray[Any]:
    return np.expand_dims(x, tuple(int(n) for n in axes))


def _squeezed(x: NDArray[Any], axes: Any = None) -> NDArray[Any]:
    return np.squeeze(x, None if axes is None else tuple(int(n) for n in axes))


def _reshaped(x: NDArray[Any], shape: Any, allowzero: int = 0) -> NDArray[Any]:
    return x.reshape([x.shape[n] if size == 0 and not allowzero else int(size) for n, size in enumerate(shape)])


def _reshaped_bytes(x: NDArray[Any], shape: Any, allowzero: int = 0) -> int:
    return 0 if x.flags.c_contiguous else x.nbytes


def _joined(*parts: NDArray[Any], axis: int) -> NDArray[Any]:
    return np.concatenate(parts, axis=axis)


def _taken(x: NDArray[Any], indices: NDArray[Any], axis: int = 0) -> NDArray[Any]:
    return np.asarray(np.take(x, indices, axis=axis))


def _joined_bytes(*parts: NDArray[Any], axis: int) -> int:
    return sum(part.nbytes for part in parts)


def _taken_bytes(x: NDArray[Any], indices: NDArray[Any], axis: int = 0) -> int:
    return int(x.nbytes // max(x.shape[axis], 1) * indices.size)


def _axes(x: NDArray[Any], axes: Any = ()) -> int:
    """Nothing is copied, but NumPy takes long for thousands of axes."""
    if axes is not None:
        check("from_onnx", x.ndim + len(axes), MAX_RANK, "axes of a constant", "export the model again")
    return 0


def _sliced(x: NDArray[Any], starts: Any, ends: Any, axes: Any = None, steps: Any = None) -> NDArray[Any]:
    places = range(len(starts)) if axes is None else [int(n) for n in axes]
    parts = [slice(None)] * x.ndim
    for n, place in enumerate(places):
        parts[place] = slice(int(starts[n]), int(ends[n]), None if steps is None else int(steps[n]))
    return x[tuple(parts)]


def _converted(x: NDArray[Any], to: int, saturate: int = 1) -> NDArray[Any]:
    """Whole numbers to floats, or to a type that holds them, and between floats: rounded as the standard says."""
    dtype = np.dtype(onnx_module("onnx.helper").tensor_dtype_to_np_dtype(to))
    if names_batch(x) and dtype.kind == "i":  # a shape stays one
        return x
    made = x.astype(dtype)
    whole = x.dtype.kind in "iub"
    if names_batch(x) or (dtype.kind != "f" and dtype != x.dtype and not (whole and (made.astype(x.dtype) == x).all())):
        got, hint = f"{x.dtype} as {dtype}", "fold the conversion into the model"
        raise NotSupported("from_onnx, Cast", "floats, or whole numbers that keep their numbers", got, hint)
    return made


def _sizes(x: NDArray[Any], start: int = 0, end: int | None = None) -> NDArray[Any]:
    return np.asarray(x.shape[start:end], dtype=np.int64)


def _arithmetic(function: Callable[..., Any]) -> Callable[..., NDArray[Any]]:
    """On floats of one type, each number rounded once, as IEEE 754 has it and every runtime computes it; and on sizes.

    Sizes are integers that are not negative, of which no result overflows; quotients are rounded down.
    """

    def computed(*parts: NDArray[Any]) -> NDArray[Any]:
        types = {part.dtype for part in parts}
        sizes = types == {np.dtype(np.int64)} and min(part.min(initial=0) for part in parts) >= 0
        if not sizes and (len(types) != 1 or not types <= {np.dtype(np.float32), np.dtype(np.float64)}):
            got = ", ".join(sorted(map(str, types)))
            raise NotSupported("constants", "floats of one type, or sizes", got, "fold it yourself")
        if sizes:
            return _of_sizes(function, parts)
        with np.errstate(all="ignore"):  # infinity is refused where weights are read
            return np.asarray(function(*parts))

    return computed


def _of_sizes(function: Callable[..., Any], parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """What ONNX does not define is refused: roots and reciprocals of integers, a divisor of 0, and overflow.

    Overflow is looked for in the largest numbers, which may not meet.
    """
    asked = f"constants, {_NAMES[function]}"
    if function not in _OF_SIZES:
        raise NotSupported(asked, "floats", "int64", "convert the integers to floats in the model")
    if function is np.divide and not parts[-1].all():
        raise NotSupported(asked, "divisors other than 0", "0", "correct the divisors")
    largest = [int(part.max(initial=0)) for part in parts]
    if function in (np.add, np.multiply) and int(function(*(np.asarray(n, object) for n in largest))) > MAX_INT64:
        got = f"up to {' and '.join(map(str, largest))}"
        raise NotSupported(asked, "sizes below 2**63", got, "correct the numbers")
    return np.asarray(_OF_SIZES[function](*parts))


def _arithmetic_bytes(*parts: NDArray[Any]) -> int:
    sizes = np.broadcast_shapes(*(part.shape for part in parts))
    return int(np.prod(sizes, dtype=object)) * max(part.itemsize for part in parts)


MAX_INT64 = 2**63 - 1

_OF_SIZES: Mapping[Any, Callable[..., Any]] = {
    **{function: function for function in (np.add, np.subtract, np.multiply, np.negative)},
    np.divide: np.floor_divide,
}
"""What a function is for sizes; others have no meaning there."""

_ARITHMETIC: Mapping[str, Callable[..., Any]] = {
    "Add": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "Div": np.divide,
    "Neg": np.negative,
    "Sqrt": np.sqrt,
    "Reciprocal": lambda x: np.asarray(1, x.dtype) / x,
}

_NAMES: Mapping[Any, str] = {function: name for name, function in _ARITHMETIC.items()}


def _dequantised(
    x: NDArray[Any], scale: NDArray[Any], zero: NDArray[Any] | None = None, axis: int = 1, **more: int
) -> NDArray[Any]:
    """``(x - zero)*scale`` in single precision, rounded once behind the difference, which is exact."""
    levels, along = _levels(x, scale, zero, axis, more)
    return np.asarray(levels.astype(np.float32) * scale.reshape(along))


def dequantised_from(
    x: NDArray[Any], scale: NDArray[Any], zero: NDArray[Any] | None = None, axis: int = 1, **more: int
) -> Stored | None:
    """What a DequantizeLinear makes floats of, where it has one scale, or one for each output; None for others."""
    levels, _ = _levels(x, scale, zero, axis, more)
    if scale.size > 1 and axis % x.ndim:
        return None
    none = np.zeros(scale.shape, x.dtype) if zero is None else zero
    shape = scale.shape if scale.size > 1 else ()
    return Stored(none.reshape(shape), scale.reshape(shape), levels)


def _levels(
    x: NDArray[Any], scale: NDArray[Any], zero: NDArray[Any] | None, axis: int, more: Mapping[str, int]
) -> tuple[NDArray[Any], list[int]]:
    """The numbers less their zero points, and the shape in which the scale meets them."""
    kinds = ("int8", "uint8", "int16", "uint16", "int32")
    known = x.dtype.name in kinds and scale.dtype == np.float32 and not any(more.values())
    if not known or (zero is not None and (zero.dtype != x.dtype or zero.size != scale.size)):
        got, hint = f"{x.dtype} by {scale.dtype}", "fold it into the model"
        raise NotSupported("constants, DequantizeLinear", f"one of {', '.join(kinds)} by float32", got, hint)
    along = [-1 if n == axis % x.ndim else 1 for n in range(x.ndim)] if scale.size > 1 else [1] * x.ndim
    whole = np.int64 if x.dtype == np.int32 else np.int32
    levels: NDArray[Any] = x.astype(whole)
    if zero is not None:
        levels = levels - zero.astype(whole).reshape(along)
    return levels, along


FOLDED: Mapping[str, Callable[..., NDArray[Any]]] = {
    "ConstantOfShape": _filled,
    "Unsqueeze": _unsqueezed,
    "Squeeze": _squeezed,
    "Reshape": _reshaped,
    "Identity": lambda x: x,
    "Transpose": lambda x, perm=None: np.transpose(x, perm),
    "Concat": _joined,
    "Gather": _taken,
    "Slice": _sliced,
    "Cast": _converted,
    "Shape": _sizes,
    "DequantizeLinear": _dequantised,
    **{name: _arithmetic(function) for name, function in _ARITHMETIC.items()},
}
"""What may be computed from constants alone: copies, rearrangements, and sums and products that are rounded once."""

CARRIED: Mapping[str, int | None] = {
    "Concat": None,
    "DequantizeLinear": 0,
    "ConstantOfShape": 0,
    **dict.fromkeys(_ARITHMETIC, 0),
}
"""How many of the inputs are only handed on, and may hold an open batch size: 1 where nothing else is said."""

MADE: Mapping[str, Callable[..., int]] = {
    "ConstantOfShape": _filled_bytes,
    "Unsqueeze": _axes,
    "Squeeze": _axes,
    "Reshape": _reshaped_bytes,
    "Concat": _joined_bytes,
    "Gather": _taken_bytes,
    "DequantizeLinear": lambda x, *_, **__: 8 * x.size,
    "Cast": lambda x, to, saturate=1: 8 * x.size,
    **dict.fromkeys(_ARITHMETIC, _arithmetic_bytes),
}
"""How many bytes each of them will make, from the same arguments.  The others look at what is there."""
