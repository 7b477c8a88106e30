"""Nodes that compute with constants only: carried out while the model is read, with sizes checked first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SpecError

MAX_NUMBERS = 2**31
"""A constant with more numbers than this is refused before it is made."""


def check_numbers(asked: str, shape: Sequence[int]) -> None:
    """Refuse a constant of absurd size."""
    if any(n < 0 for n in shape) or prod(shape) > MAX_NUMBERS:
        raise SpecError(asked, f"a constant of at most {MAX_NUMBERS:,} numbers", f"shape {tuple(shape)}", "correct it")


def _filled(shape: NDArray[Any], value: NDArray[Any] | None = None) -> NDArray[Any]:
    sizes = [int(n) for n in shape]
    check_numbers("from_onnx, ConstantOfShape", sizes)
    number = np.zeros(1, np.float32) if value is None else value
    return np.full(sizes, number.reshape(-1)[0], dtype=number.dtype)


def _unsqueezed(x: NDArray[Any], axes: Any) -> NDArray[Any]:
    return np.expand_dims(x, tuple(int(n) for n in axes))


def _squeezed(x: NDArray[Any], axes: Any = None) -> NDArray[Any]:
    return np.squeeze(x, None if axes is None else tuple(int(n) for n in axes))


def _reshaped(x: NDArray[Any], shape: Any) -> NDArray[Any]:
    return x.reshape([x.shape[n] if size == 0 else int(size) for n, size in enumerate(shape)])


def _joined(*parts: NDArray[Any], axis: int) -> NDArray[Any]:
    return np.concatenate(parts, axis=axis)


def _taken(x: NDArray[Any], indices: NDArray[Any], axis: int = 0) -> NDArray[Any]:
    return np.asarray(np.take(x, indices, axis=axis))


def _sliced(x: NDArray[Any], starts: Any, ends: Any, axes: Any = None, steps: Any = None) -> NDArray[Any]:
    places = range(len(starts)) if axes is None else [int(n) for n in axes]
    parts = [slice(None)] * x.ndim
    for n, place in enumerate(places):
        parts[place] = slice(int(starts[n]), int(ends[n]), None if steps is None else int(steps[n]))
    return x[tuple(parts)]


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
}
"""What may be computed from constants alone: copies and rearrangements, no arithmetic, so weights stay bit-exact."""
