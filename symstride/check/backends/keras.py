"""Keras 3: the layers ``Conv1D``, ``Conv2D``, ``Conv3D`` with their weights set, and ``keras.ops.space_to_depth``.

Keras brings no arithmetic of its own.  It computes with the framework that ``KERAS_BACKEND`` names; when nothing names
one, TensorFlow is taken, its default, or else PyTorch or JAX.  Its layers pad as "valid" or "same" say; all other
padding is done in front.  They refuse stride and dilation together, which ``keras.ops.conv`` computes.

``keras.ops.space_to_depth`` numbers phases first for channels last, as TensorFlow does, and channels first for channels
first, as PyTorch does: one operator, two orders.  Seen in Keras 3.15 with PyTorch and with JAX.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.check.backends.padding import padded, plain, without_padding
from symstride.check.backends.registry import Backend, register
from symstride.errors import NotSupported
from symstride.layers.layer import Conv

ENGINES = ("tensorflow", "torch", "jax")
"""What Keras can compute with, in order of preference."""


LAYOUTS: Mapping[Order, str] = {"phase_major": "channels_last", "channel_major": "channels_first"}
"""The data format in which Keras' own space-to-depth makes that order."""


@register
class KerasBackend(Backend):
    """``keras.layers.Conv{1,2,3}D``, channels last."""

    name = "keras"
    module = "keras"
    requirement = "pip install 'symstride[keras,torch]'"
    numbers = ("float32", "float64")
    strides = True

    def version(self) -> str | None:
        if not any(map(find_spec, ENGINES)):
            return None
        number = super().version()
        return None if number is None else f"{number} ({self.load().backend.backend()})"

    def load(self) -> Any:
        chosen = {} if "keras" in sys.modules or "KERAS_BACKEND" in os.environ else {"KERAS_BACKEND": _engine()}
        os.environ.update(chosen)
        try:
            return super().load()
        finally:
            for name in chosen:
                del os.environ[name]

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        if layer.ndim > 3:
            raise NotSupported("keras, convolve", "1 to 3 axes", f"{layer.ndim} axes", "use the jax backend")
        word = layer.padding if layer.padding == "same" else "valid"
        if word == "valid":
            x, layer = padded(layer, x), without_padding(layer)
        signal, kernel = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
        both = max(plain(layer.stride)) > 1 and max(plain(layer.dilation)) > 1
        y = (self._operation if both else self._layer)(layer, word, signal, kernel, b)
        return np.moveaxis(y, -1, 1)

    def _layer(self, layer: Conv, word: str, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        keras = self.load()
        made = (keras.layers.Conv1D, keras.layers.Conv2D, keras.layers.Conv3D)[layer.ndim - 1](
            filters=int(layer.out_channels),
            kernel_size=plain(layer.kernel),
            strides=plain(layer.stride),
            padding=word,
            dilation_rate=plain(layer.dilation),
            groups=int(layer.groups),
            use_bias=b is not None,
            data_format="channels_last",
            dtype=x.dtype.name,
        )
        made.build(x.shape)
        made.set_weights([w] if b is None else [w, b])
        return self._numbers(made(x))

    def _operation(
        self, layer: Conv, word: str, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None
    ) -> NDArray[Any]:
        y = self.load().ops.conv(
            x,
            w,
            strides=plain(layer.stride),
            padding=word,
            data_format="channels_last",
            dilation_rate=plain(layer.dilation),
        )
        return self._numbers(y) if b is None else self._numbers(y) + b

    def _numbers(self, tensor: Any) -> NDArray[Any]:
        return np.asarray(self.load().ops.convert_to_numpy(tensor))

    # ------------------------------------------------------------ phases

    def operators(self) -> Mapping[Order, str]:
        if not hasattr(self.load().ops, "space_to_depth"):  # older than Keras 3.15, or so
            return {}
        return {order: f"space_to_depth {layout}" for order, layout in LAYOUTS.items()}

    def space_to_depth(self, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return self._move(self.load().ops.space_to_depth, x, cell, order)

    def depth_to_space(self, y: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return self._move(self.load().ops.depth_to_space, y, cell, order)

    def _move(self, operator: Any, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        layout = LAYOUTS[order]
        if layout == "channels_first":
            return self._numbers(operator(x, cell, data_format=layout))
        return np.moveaxis(self._numbers(operator(np.moveaxis(x, 1, -1), cell, data_format=layout)), -1, 1)


def _engine() -> str:
    return next((name for name in ENGINES if find_spec(name)), ENGINES[0])
