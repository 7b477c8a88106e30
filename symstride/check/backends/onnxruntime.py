"""ONNX Runtime on the CPU: Conv on float32, and ConvInteger on 8-bit numbers, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.check.backends.onnx_models import OPERATORS, Feeds, float_layer, integer_layer, phases, signal
from symstride.check.backends.padding import plain
from symstride.check.backends.registry import Backend, register
from symstride.layers.layer import Conv


@register
class OnnxRuntimeBackend(Backend):
    """Models of ``onnx_models`` in ONNX Runtime, which has no wider integers and no float64 for convolutions."""

    name = "onnxruntime"
    module = "onnxruntime"
    requirement = "pip install 'symstride[onnx]'"
    numbers = ("int8", "float32")
    strides = True

    def version(self) -> str | None:
        return super().version() if find_spec("onnx") else None  # onnx writes the models

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        if max(plain(layer.dilation)) > 1:  # ONNX Runtime refuses auto_pad together with dilation
            layer = layer.resolved(x.shape[2:])
        small = x.dtype == np.int8
        return self._run(*(integer_layer if small else float_layer)(layer, x, w, b))

    def operators(self) -> Mapping[Order, str]:
        return OPERATORS

    def space_to_depth(self, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return self._run(*phases(x, cell))

    def depth_to_space(self, y: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        if y.dtype == np.int32:  # no DepthToSpace for these sums of 8-bit products, which float64 holds exactly
            return self._run(*signal(y.astype(np.float64), cell, order)).astype(np.int32)
        return self._run(*signal(y, cell, order))

    def _run(self, model: Any, feeds: Feeds) -> NDArray[Any]:
        runtime = self.load()
        options = runtime.SessionOptions()
        options.log_severity_level = 4  # a refusal is an exception here, not a line on the user's terminal
        session = runtime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        return np.asarray(session.run(None, feeds)[0])
