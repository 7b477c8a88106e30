"""Refusals that several files share: wrong array shapes, and sizes still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from symstride.errors import SpecError
from symstride.layers.integer import Integer, integer, shown
from symstride.layers.layer import Conv, PerAxis

if TYPE_CHECKING:
    from numpy.typing import NDArray


def as_array(asked: str, value: object) -> NDArray[Any]:
    """``value``, when it is a NumPy array.  Lists are refused: they do not say which dtype they mean."""
    import numpy as np

    if isinstance(value, np.ndarray):
        return value
    raise SpecError(asked, "a NumPy array", shown(value), "wrap it: numpy.asarray(...), with the dtype that you mean")


def per_axis(value: object, ndim: int, asked: str) -> tuple[Integer, ...]:
    """``ndim`` integers >= 1 from one number for all axes, or from one number per axis."""
    listed = getattr(value, "tolist", lambda: value)()
    entries = tuple(listed) if isinstance(listed, list | tuple) else (listed,) * ndim
    if len(entries) != ndim:
        raise SpecError(asked, f"one number, or {ndim} (one per axis)", shown(value), "count the axes")
    return tuple(integer(entry, asked, 1) for entry in entries)


def known_size(layer: Conv, input_size: PerAxis | None, asked: str) -> tuple[Integer, ...]:
    """``input_size``, or the one that ``layer`` carries: one number per axis."""
    if input_size is not None:
        return per_axis(input_size, layer.ndim, asked)
    if layer.input_size is not None:
        return layer.input_size
    raise SpecError(
        asked, "the size of the input", "none, and the layer carries none", f"pass input_size={(224,) * layer.ndim}"
    )


def check_shape(asked: str, array: Any, expected: Sequence[object], names: str) -> None:
    """Refuse an array whose shape is not ``expected``; a ``None`` there stands for any size."""
    shape = tuple(array.shape)
    if len(shape) == len(expected) and all(e is None or e == n for e, n in zip(expected, shape, strict=True)):
        return
    wanted = ", ".join("any" if e is None else str(e) for e in expected)
    hint = "transpose or reshape the array, or change the layer"
    raise SpecError(asked, f"shape ({wanted}), which is {names}", f"shape {shape}", hint)


def need_numbers(asked: str, symbols: Iterable[object], hint: str) -> None:
    """Refuse while ``symbols`` have no values, naming them."""
    open_names = sorted({str(symbol) for symbol in symbols})
    if open_names:
        raise SpecError(asked, "numbers for every size", f"symbols without a value: {', '.join(open_names)}", hint)
