"""PyTorch: ``torch.nn.functional.conv1d``, ``conv2d``, ``conv3d`` on the CPU, and ``pixel_unshuffle`` for phases.

Its convolutions are exact on int64 on the CPU (and not offered for narrower integers).  They pad by the same number
of zeros on both sides; other padding is ``torch.nn.functional.pad`` in front, which crops where it is negative.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.check.backends.padding import padded, pairs, plain
from symstride.check.backends.registry import Backend, register
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool
from symstride.layers.transposed import ConvTranspose


@register
class TorchBackend(Backend):
    """``torch.nn.functional.conv{1,2,3}d`` on the CPU."""

    name = "torch"
    module = "torch"
    requirement = "pip install 'symstride[torch]'"
    numbers = ("integers", "float32", "float64")
    strides = True
    others = frozenset({"ConvTranspose", "MaxPool", "AveragePool"})

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        if layer.ndim > 3:
            raise NotSupported("torch, convolve", "1 to 3 axes", f"{layer.ndim} axes", "use the jax backend")
        functional = self.load().nn.functional
        run = (functional.conv1d, functional.conv2d, functional.conv3d)[layer.ndim - 1]
        signal, padding = self._pad(layer, x)
        bias = None if b is None else self._tensor(b)
        y = run(signal, self._tensor(w), bias, plain(layer.stride), padding, plain(layer.dilation), int(layer.groups))
        return np.asarray(y.numpy())

    def _pad(self, layer: Conv, x: NDArray[Any]) -> tuple[Any, tuple[int, ...]]:
        """The signal, and the padding that is left for the convolution itself."""
        around = pairs(layer, x)
        if layer.padding_mode == "zeros" and all(low == high >= 0 for low, high in around):
            return self._tensor(x), tuple(low for low, _ in around)
        if not all(_takes(layer.padding_mode, size, *pair) for size, pair in zip(x.shape[2:], around, strict=True)):
            return self._tensor(padded(layer, x)), (0,) * layer.ndim
        amounts = [n for pair in reversed(around) for n in pair]  # PyTorch lists the last axis first
        mode = "circular" if layer.padding_mode == "circular" else "constant"
        return self.load().nn.functional.pad(self._tensor(x), amounts, mode=mode), (0,) * layer.ndim

    # ------------------------------------------------------------ transposed layers and pools

    def operate(self, layer: Any, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        """``conv_transpose``, ``max_pool`` or ``avg_pool``, for what these take: equal padding on both sides."""
        if layer.ndim > 3 or not all(low == high >= 0 for low, high in layer.padding):
            got = f"{layer.ndim} axes, padding {layer.padding}"[:80]
            raise NotSupported("torch, operate", "1 to 3 axes, padded alike on both sides", got, "use numpy")
        padding = tuple(low for low, _ in layer.padding)
        run = self._transposed if isinstance(layer, ConvTranspose) else self._pool
        return np.asarray(run(layer, padding, x, w, b).numpy())

    def _transposed(
        self, layer: ConvTranspose, padding: tuple[int, ...], x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None
    ) -> Any:
        rows = zip(layer.output_padding, layer.stride, layer.dilation, strict=True)
        if any(more >= max(s, dl) for more, s, dl in rows):
            got = f"output_padding {layer.output_padding}"
            raise NotSupported("torch, operate", "output_padding below stride or dilation", got, "use numpy")
        functional = self.load().nn.functional
        run = (functional.conv_transpose1d, functional.conv_transpose2d, functional.conv_transpose3d)[layer.ndim - 1]
        bias = None if b is None else self._tensor(b)
        more, groups, dilation = layer.output_padding, layer.groups, layer.dilation
        return run(self._tensor(x), self._tensor(w), bias, layer.stride, padding, more, groups, dilation)

    def _pool(
        self, pool: Any, padding: tuple[int, ...], x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None
    ) -> Any:
        average = isinstance(pool, AveragePool)
        wide = any(2 * n > k for n, k in zip(padding, pool.kernel, strict=True))
        if wide or (average and any(dl != 1 for dl in pool.dilation)) or x.dtype.kind != "f":
            got = f"padding {padding}, kernel {pool.kernel}, dilation {pool.dilation}, {x.dtype}"[:120]
            expected = "floats, padding up to half of the kernel, and no dilation of an average"
            raise NotSupported("torch, operate", expected, got, "use numpy")
        functional, last = self.load().nn.functional, pool.ndim - 1
        if average:
            run = (functional.avg_pool1d, functional.avg_pool2d, functional.avg_pool3d)[last]
            return run(self._tensor(x), pool.kernel, pool.stride, padding, pool.ceil_mode, pool.count_include_pad)
        run = (functional.max_pool1d, functional.max_pool2d, functional.max_pool3d)[last]
        return run(self._tensor(x), pool.kernel, pool.stride, padding, pool.dilation, pool.ceil_mode)

    # ------------------------------------------------------------ phases

    def operators(self) -> Mapping[Order, str]:
        return {"channel_major": "pixel_unshuffle"}

    def space_to_depth(self, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return np.asarray(self.load().nn.functional.pixel_unshuffle(self._tensor(x), cell).numpy())

    def depth_to_space(self, y: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return np.asarray(self.load().nn.functional.pixel_shuffle(self._tensor(y), cell).numpy())

    def _tensor(self, array: NDArray[Any]) -> Any:
        return self.load().from_numpy(np.ascontiguousarray(array))


def _takes(mode: str, size: int, low: int, high: int) -> bool:
    """Whether ``torch.nn.functional.pad`` pads an axis of ``size`` places so.

    It wraps once around at most, and only outwards; it crops before it pads, and never more than there is.
    """
    if mode == "circular":
        return 0 <= low <= size and 0 <= high <= size
    return min(low, 0) + min(high, 0) + size >= 0
