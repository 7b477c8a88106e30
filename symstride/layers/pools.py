"""Pools as frozen records: what a window becomes, channel by channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from symstride.errors import SpecError
from symstride.layers.described import Described
from symstride.layers.integer import Integer, shown
from symstride.layers.layer import Conv, Padding, PerAxis, one_kernel


@dataclass(frozen=True, slots=True, init=False, repr=False)
class MaxPool(Described):
    """``y[c, j] = max over i of x[c, stride*j + dilation*i - low]``, places outside the map left out.

    ``kernel`` (or ``kernel_size``), ``stride``, which is the kernel when left out, and ``dilation`` take one value or
    one per axis; ``padding`` as in ``Conv``, but no word.  ``ceil_mode`` lets the last window end behind the padding.
    Every integer may be a SymPy expression.  Refuses, with SpecError, what ``Conv`` refuses.
    """

    kernel: tuple[Integer, ...]
    stride: tuple[Integer, ...]
    padding: tuple[tuple[Integer, Integer], ...]
    dilation: tuple[Integer, ...]
    ceil_mode: bool

    def __init__(
        self,
        kernel: PerAxis | None = None,
        stride: PerAxis | None = None,
        padding: Padding = 0,
        dilation: PerAxis = 1,
        ceil_mode: bool = False,
        ndim: int | None = None,
        *,
        kernel_size: PerAxis | None = None,
    ) -> None:
        kernel = one_kernel("MaxPool(...)", kernel, kernel_size)
        window = _window("MaxPool", kernel, stride, padding, dilation, ndim)
        _fill(self, window | _flags("MaxPool", ceil_mode=ceil_mode))

    def _repr_html_(self) -> str:
        from symstride.layers.display import pool_html

        return pool_html(self, "max")

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return len(self.kernel)


@dataclass(frozen=True, slots=True, init=False, repr=False)
class AveragePool(Described):
    """The sum over the window divided by the number of its places; windows as in ``MaxPool``.

    ``count_include_pad`` counts padded places too, but never those past the padding that ``ceil_mode`` reaches.
    """

    kernel: tuple[Integer, ...]
    stride: tuple[Integer, ...]
    padding: tuple[tuple[Integer, Integer], ...]
    dilation: tuple[Integer, ...]
    ceil_mode: bool
    count_include_pad: bool

    def __init__(
        self,
        kernel: PerAxis | None = None,
        stride: PerAxis | None = None,
        padding: Padding = 0,
        dilation: PerAxis = 1,
        ceil_mode: bool = False,
        count_include_pad: bool = False,
        ndim: int | None = None,
        *,
        kernel_size: PerAxis | None = None,
    ) -> None:
        kernel = one_kernel("AveragePool(...)", kernel, kernel_size)
        window = _window("AveragePool", kernel, stride, padding, dilation, ndim)
        _fill(self, window | _flags("AveragePool", ceil_mode=ceil_mode, count_include_pad=count_include_pad))

    def _repr_html_(self) -> str:
        from symstride.layers.display import pool_html

        counts = "padded places too" if self.count_include_pad else "places of the map"
        return pool_html(self, "average", counts)

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return len(self.kernel)


def _window(
    name: str, kernel: PerAxis | None, stride: PerAxis | None, padding: Padding, dilation: PerAxis, ndim: int | None
) -> dict[str, Any]:
    """The window of a pool as tuples, one entry for each axis; refused as that of a ``Conv`` would be."""
    if isinstance(padding, str):
        raise SpecError(f"{name}(padding=...)", "numbers", shown(padding), "write (low, high) for each axis")
    try:
        plain = Conv(1, 1, kernel, kernel if stride is None else stride, padding, dilation, ndim=ndim)
    except SpecError as why:
        raise SpecError(f"{name}, as a {why.asked}", why.expected, why.got, why.hint) from None
    return {key: getattr(plain, key) for key in ("kernel", "stride", "padding", "dilation")}


def _flags(name: str, **flags: bool) -> dict[str, bool]:
    for flag, value in flags.items():
        if type(value) is not bool:
            raise SpecError(f"{name}({flag}=...)", "True or False", shown(value), f"write {flag}=True")
    return flags


def _fill(pool: MaxPool | AveragePool, values: dict[str, Any]) -> None:
    for key, value in values.items():
        object.__setattr__(pool, key, value)
