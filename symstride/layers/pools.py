"""Pools as frozen records: what a window becomes, channel by channel.  Integers only."""

from __future__ import annotations

from dataclasses import dataclass

from symstride.errors import SpecError


@dataclass(frozen=True, slots=True)
class MaxPool:
    """``y[c, j] = max over i of x[c, stride*j + dilation*i - low]``, places outside the map left out.

    One number per axis in ``kernel``, ``stride`` and ``dilation``, (low, high) per axis in ``padding``.  ``ceil_mode``
    lets the last window end behind the padding.
    """

    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[tuple[int, int], ...]
    dilation: tuple[int, ...]
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        _check_window("MaxPool", self)

    def _repr_html_(self) -> str:
        from symstride.layers.display import pool_html

        return pool_html(self, "max")

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return len(self.kernel)


@dataclass(frozen=True, slots=True)
class AveragePool:
    """The sum over the window divided by the number of its places; windows as in ``MaxPool``.

    ``count_include_pad`` counts padded places too, but never those past the padding that ``ceil_mode`` reaches.
    """

    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[tuple[int, int], ...]
    dilation: tuple[int, ...]
    ceil_mode: bool = False
    count_include_pad: bool = False

    def __post_init__(self) -> None:
        _check_window("AveragePool", self)

    def _repr_html_(self) -> str:
        from symstride.layers.display import pool_html

        counts = "padded places too" if self.count_include_pad else "places of the map"
        return pool_html(self, "average", counts)

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return len(self.kernel)


def _check_window(name: str, pool: MaxPool | AveragePool) -> None:
    listed = (pool.kernel, pool.stride, pool.dilation, pool.padding)
    if not all(isinstance(one, tuple) for one in listed) or {len(one) for one in listed} != {len(pool.kernel)}:
        got = ", ".join(str(len(one)) if isinstance(one, tuple) else repr(one)[:20] for one in listed)
        hint = "write a tuple with one number for each axis"
        raise SpecError(f"{name}(...)", "one kernel, stride, dilation and padding per axis", got, hint)
    small = [n for n in (*pool.kernel, *pool.stride, *pool.dilation) if type(n) is not int or n < 1]
    if small or not pool.kernel:
        got = repr(small[0])[:80] if small else "no axis"
        raise SpecError(f"{name}(...)", "kernel, stride and dilation of at least 1", got, "correct it")
