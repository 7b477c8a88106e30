"""Are two arrays the same, to the last bit?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_AT_ONCE = 2**20


def same_numbers(one: NDArray[Any], other: NDArray[Any] | None) -> bool:
    """Whether two arrays agree in dtype, shape and every bit; objects are compared by type and value."""
    import numpy as np

    if other is None or one.dtype != other.dtype or one.shape != other.shape:
        return False
    if one.dtype.hasobject:
        pairs = zip(one.flat, other.flat, strict=True)
        return all(type(a) is type(b) and bool(a == b) for a, b in pairs)
    mine, theirs = (np.ascontiguousarray(array).reshape(-1).view(np.uint8) for array in (one, other))
    return all(np.array_equal(mine[n : n + _AT_ONCE], theirs[n : n + _AT_ONCE]) for n in range(0, len(mine), _AT_ONCE))
