"""How a file holds numbers of a network: as whole numbers with a zero point, and a scale where they stand for floats.

A layer of quantised numbers ``w`` and ``x`` with the zero points ``z`` and ``z'`` takes sums of ``v*y``, where
``w = v + z`` and ``x = y + z'``.  A network has ``v`` and ``y`` themselves: its theorems are about these, in whichever
commutative semiring.  What is 0 there, a structural zero of a bank, is the zero point in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Stored:
    """One parameter as a file has it: ``v + zero[o]`` for output ``o``, in the element type of ``zero``.

    ``zero`` and ``scale`` have shape ``()``, or ``(O,)`` for one number per output.  Without a ``scale`` the parameter
    is ``v``; with one it is ``v*scale[o]`` in the type of ``scale``, and ``levels`` is ``v``.
    """

    zero: NDArray[Any]
    scale: NDArray[Any] | None = None
    levels: NDArray[Any] | None = None

    def whole(self, parameter: NDArray[Any]) -> NDArray[Any]:
        """What the file has for a parameter."""
        levels = parameter if self.levels is None else self.levels
        found: NDArray[Any] = (levels + per_output(self.zero, levels)).astype(self.zero.dtype)
        return found

    def copied(self, copy: Callable[[Any], Any], per_channel: Callable[[Any], Any]) -> Stored:
        """The same for a parameter whose entries are copies of this one's, and 0; ``per_channel`` copies per output."""

        def copied(array: NDArray[Any], way: Callable[[Any], Any]) -> NDArray[Any]:
            return way(array) if array.ndim else array

        scale = None if self.scale is None else copied(self.scale, per_channel)
        levels = None if self.levels is None else copied(self.levels, copy)
        return replace(self, zero=copied(self.zero, per_channel), scale=scale, levels=levels)


def per_output(numbers: NDArray[Any], array: NDArray[Any]) -> NDArray[Any]:
    """One number, or one for each output, ready to meet ``(O, ...)``, in a type that differences fit in."""
    import numpy as np

    whole = numbers.astype(np.int64) if numbers.dtype.kind in "iu" else numbers
    return whole.reshape(-1, *(1,) * (array.ndim - 1)) if numbers.ndim else whole
