"""SciPy: the layer as signal processing writes it, a convolution that flips its kernel and then a downsampler.

    (h * x)[n] = sum over m of h[m] * x[n - m]      h[m] = w[(D - m)/dilation]      y[j] = (h * x)[stride*j + D - low]

with ``D = dilation*(kernel - 1)``, and ``h[m] = 0`` where ``dilation`` does not divide ``D - m``.  So ``h`` is the
kernel of the layer *reversed*, with ``dilation - 1`` zeros between its taps: the correlation of a layer is a
convolution with the flipped kernel.  ``scipy.signal.convolve`` evaluates every place and the stride keeps some; on one
axis of floats ``scipy.signal.upfirdn`` computes just those.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.check.backends.padding import padded, plain
from symstride.check.backends.registry import Backend, register
from symstride.layers.layer import Conv


@register
class ScipyBackend(Backend):
    """``scipy.signal.upfirdn`` for one axis of floats, else ``scipy.signal.convolve(method="direct")`` and slicing."""

    name = "scipy"
    module = "scipy"
    requirement = "pip install 'symstride[scipy]'"
    numbers = ("integers", "float32", "float64")
    strides = True

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        signal, filters = padded(layer, x), flipped(w, plain(layer.dilation))
        filtered = _filter_and_keep if layer.ndim == 1 and x.dtype.kind == "f" else _convolve_and_keep
        fan_in, fan_out = int(layer.in_per_group), int(layer.out_per_group)
        y = np.zeros((x.shape[0], int(layer.out_channels), *layer.output_size(x.shape[2:])), np.result_type(x, w))
        for n, o, c in np.ndindex(x.shape[0], int(layer.out_channels), fan_in):
            channel = signal[n, (o // fan_out) * fan_in + c]
            y[n, o] += filtered(channel, filters[o, c], plain(layer.stride))
        return y if b is None else y + b.reshape(-1, *(1,) * layer.ndim)


def flipped(w: NDArray[Any], dilation: tuple[int, ...]) -> NDArray[Any]:
    """The kernels reversed on every axis, with zeros between their taps: ``(O, C, *k)`` to ``(O, C, *(D + 1))``."""
    spans = [dl * (k - 1) + 1 for dl, k in zip(dilation, w.shape[2:], strict=True)]
    spread = np.zeros((*w.shape[:2], *spans), w.dtype)
    taps: tuple[Any, ...] = (..., *(slice(None, None, dl) for dl in dilation))
    spread[taps] = w
    return np.flip(spread, axis=tuple(range(2, w.ndim)))


def _convolve_and_keep(x: NDArray[Any], h: NDArray[Any], stride: tuple[int, ...]) -> NDArray[Any]:
    """Every place where the kernel lies inside the signal, then every ``stride``-th of them."""
    from scipy import signal

    kept: NDArray[Any] = signal.convolve(x, h, mode="valid", method="direct")[
        tuple(slice(None, None, s) for s in stride)
    ]
    return kept


def _filter_and_keep(x: NDArray[Any], h: NDArray[Any], stride: tuple[int, ...]) -> NDArray[Any]:
    """``upfirdn`` keeps the places ``0, s, 2*s, ...``; the zeros in front make ``D`` one of them."""
    reach, s = len(h) - 1, stride[0]
    lacking = -reach % s
    first = (reach + lacking) // s
    count = (len(x) - len(h)) // s + 1
    y: NDArray[Any] = import_module("scipy.signal").upfirdn(h, np.concatenate([np.zeros(lacking, x.dtype), x]), down=s)
    return y[first : first + count]
