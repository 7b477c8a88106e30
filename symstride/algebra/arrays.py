"""Arrays of other libraries: PyTorch's, JAX's, and all that follow the array API standard.

Whatever a bank does with an array of weights or a signal is a gather: each number of the result is one number of the
array, or zero.  So the code for NumPy says where each number comes from, by being run on numbers of places, and one
gather does the same in the other library, where it can be differentiated.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from math import prod
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.layers.integer import shown

HOLE = -1
"""In a source vector or an index array: nothing is read here, the place is zero."""


def library(array: Any) -> ModuleType | None:
    """The module whose functions take the array: ``numpy``, ``torch``, ``jax.numpy``, ...; None for no array."""
    if isinstance(array, np.ndarray):
        return np
    torch = sys.modules.get("torch")  # no tensor exists before it is loaded
    if torch is not None and isinstance(array, torch.Tensor):
        return torch
    namespace = getattr(array, "__array_namespace__", None)
    found: ModuleType | None = namespace() if callable(namespace) and not isinstance(array, type) else None
    return found


def as_any_array(asked: str, value: Any) -> Any:
    """``value``, when it is an array of NumPy, PyTorch, JAX or a library that follows the array API standard."""
    if library(value) is None:
        hint = "wrap it: numpy.asarray(...) or torch.tensor(...), with the dtype that you mean"
        raise SpecError(asked, "an array of NumPy, PyTorch, JAX or the like", shown(value), hint)
    return value


def check_alike(asked: str, *values: Any) -> None:
    """Refuse arrays that cannot be multiplied with each other: of two libraries, or outside NumPy of two dtypes."""
    arrays = [as_any_array(asked, value) for value in values]
    kinds = {(library(array), None if isinstance(array, np.ndarray) else array.dtype) for array in arrays}
    if len(kinds) > 1:
        got = ", ".join(f"{type(value).__module__.split('.')[0]} {value.dtype}" for value in values)
        raise SpecError(asked, "arrays of one library and one dtype", got, "convert them first")


def each_bytes(array: Any) -> int:
    """Bytes that each number of a result takes on the way to it: outside of NumPy there is an index for each too."""
    size = int(array.dtype.itemsize)
    return size if isinstance(array, np.ndarray) else max(size, 8)


def gather(array: Any, axis: int, source: NDArray[np.int64]) -> Any:
    """``out[..., t, ...] = array[..., source[t], ...]`` along ``axis``, and 0 where ``source[t]`` is ``HOLE``.

    ``source`` may have several axes outside of NumPy, which all take the place of ``axis``.
    """
    if not isinstance(array, np.ndarray):
        return _gather_elsewhere(array, axis, source)
    if np.array_equal(source, np.arange(array.shape[axis])):
        return array
    taken = np.take(array, np.maximum(source, 0), axis=axis)
    taken[(slice(None),) * axis + (source == HOLE,)] = 0
    return taken


def _gather_elsewhere(array: Any, axis: int, source: NDArray[np.int64]) -> Any:
    """The same with nothing but ``concat`` and an index: a zero is put at the end, where -1 points."""
    xp: Any = library(array)
    before = (slice(None),) * axis
    zero = xp.zeros_like(array[(*before, slice(0, 1))])
    return xp.concat([array, zero], axis=axis)[(*before, source)]


def rearranged(array: Any, rearrange: Callable[[NDArray[Any]], NDArray[Any]]) -> Any:
    """``rearrange(array)`` for any kind of array, when ``rearrange`` copies numbers and zeros, sample by sample.

    The first axis numbers the samples.
    """
    if isinstance(array, np.ndarray):
        return rearrange(array)
    samples, *shape = array.shape
    places = np.arange(1, prod(shape) + 1, dtype=np.int64).reshape(1, *shape)
    source = rearrange(places)[0] - 1  # what was zero is a hole
    return _gather_elsewhere(array.reshape(samples, -1), 1, source)


def is_inexact(array: Any) -> bool:
    """Whether it holds floats or complex numbers, which can be divided."""
    dtype = array.dtype
    if hasattr(dtype, "is_floating_point"):  # PyTorch's
        return bool(dtype.is_floating_point or dtype.is_complex)
    return getattr(dtype, "kind", "f") not in "biuOSUmM"  # "V" is how NumPy calls bfloat16 and narrower floats
