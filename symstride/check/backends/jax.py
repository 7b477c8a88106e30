"""JAX: ``jax.lax.conv_general_dilated``, the most general of these convolutions.

It pads asymmetrically, crops where padding is negative, dilates, groups, and takes any number of axes, on integers
too.  "same" and "same_lower" are its own words SAME and SAME_LOWER.  Circular signals are padded in front.  64-bit
numbers are enabled for the call only.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.check.backends.padding import padded, pairs, plain, without_padding
from symstride.check.backends.registry import Backend, register
from symstride.layers.layer import Conv


@register
class JaxBackend(Backend):
    """``jax.lax.conv_general_dilated`` at the highest precision.

    XLA flushes subnormal numbers to zero on the CPU, which the error bound does not allow for: it is a bound for
    numbers of ordinary size.
    """

    name = "jax"
    module = "jax"
    requirement = "pip install 'symstride[jax]'"
    numbers = ("integers", "float32", "float64")
    strides = True

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        if layer.padding_mode == "circular":
            x, layer = padded(layer, x), without_padding(layer)
        jax = self.load()
        with jax.enable_x64(True) if hasattr(jax, "enable_x64") else import_module("jax.experimental").enable_x64():
            y = jax.lax.conv_general_dilated(
                x,
                w,
                window_strides=plain(layer.stride),
                padding=layer.padding.upper() if isinstance(layer.padding, str) else pairs(layer, x),
                rhs_dilation=plain(layer.dilation),
                feature_group_count=int(layer.groups),
                precision=jax.lax.Precision.HIGHEST,
            )
            if b is not None:
                y = y + b.reshape(-1, *(1,) * layer.ndim)
            return np.asarray(y)
