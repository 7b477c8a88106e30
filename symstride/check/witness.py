"""The smallest counterexample that can be found quickly, when two evaluations of a layer differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose

Arrays: TypeAlias = tuple[NDArray[Any], NDArray[Any], NDArray[Any] | None]
"""``x``, ``w``, ``b``."""

Fails: TypeAlias = Callable[[Arrays], tuple[int, ...] | None]
"""The first output index at which two evaluations differ, or None where they agree."""


@dataclass(frozen=True)
class Witness:
    """Inputs on which two evaluations differ; entries that are not listed are 0."""

    layer: Conv | ConvTranspose | MaxPool | AveragePool
    input_size: tuple[int, ...]
    x: tuple[tuple[tuple[int, ...], object], ...]
    w: tuple[tuple[tuple[int, ...], object], ...]
    b: tuple[tuple[tuple[int, ...], object], ...]
    output: tuple[int, ...]
    expected: object
    got: object

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        given = [f"{name}{list(index)} = {value}" for name in "xwb" for index, value in getattr(self, name)]
        shown = ", ".join(given[:6]) + (f" and {len(given) - 6} more" if len(given) > 6 else "")
        where = f"y{list(self.output)}: expected {self.expected}, got {self.got}"
        return f"{where}, for {self.layer} on input size {self.input_size} with {shown or 'everything 0'}"


def shrink(fails: Fails, arrays: Arrays) -> Arrays:
    """Arrays with as few non-zero entries as halving finds, on which ``fails`` still finds a difference.

    Each evaluation is linear in each array, so when two of them differ on a sum they differ on one of its halves:
    about ``log2`` of the size many steps lead to a single entry.  An evaluation that breaks even linearity stops the
    halving early, at a larger witness that is still one.
    """
    for position in range(3):
        if arrays[position] is not None:
            arrays = _shrink_one(fails, arrays, position)
    return arrays


def _shrink_one(fails: Fails, arrays: Arrays, position: int) -> Arrays:
    while True:
        smaller = _failing_part(fails, arrays, position)
        if smaller is None:
            return arrays
        arrays = smaller


def _failing_part(fails: Fails, arrays: Arrays, position: int) -> Arrays | None:
    """Nothing at all, one half or the other of the non-zero entries, whichever fails first; None when none does."""
    array: Any = arrays[position]
    filled = np.flatnonzero(array)
    if len(filled) == 0:
        return None
    half = len(filled) // 2
    parts = [filled[:0], filled[:half], filled[half:]] if half else [filled[:0]]
    for keep in parts:
        candidate = _with(arrays, position, _restricted(array, keep))
        if fails(candidate) is not None:
            return candidate
    return None


def _restricted(array: Any, keep: NDArray[np.int64]) -> NDArray[Any]:
    part: NDArray[Any] = np.zeros_like(array)
    part.flat[keep] = array.flat[keep]
    return part


def _with(arrays: Arrays, position: int, array: NDArray[Any]) -> Arrays:
    replaced: list[Any] = list(arrays)
    replaced[position] = array
    return replaced[0], replaced[1], replaced[2]


def support(array: NDArray[Any] | None) -> tuple[tuple[tuple[int, ...], object], ...]:
    """The non-zero entries of ``array`` with their indices."""
    if array is None:
        return ()
    return tuple((tuple(int(n) for n in index), array[tuple(index)]) for index in np.argwhere(array != 0))
