"""ONNX's reference evaluator: what the standard's own authors say that Conv means, in NumPy.

Its Conv takes integers too, beyond what the standard's types allow, and adds them exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.check.backends.onnx_models import OPERATORS, Feeds, float_layer, integer_layer, phases, signal
from symstride.check.backends.registry import Backend, register
from symstride.layers.layer import Conv


@register
class OnnxReferenceBackend(Backend):
    """Conv, and ConvInteger on 8-bit numbers, in ``onnx.reference.ReferenceEvaluator``."""

    name = "onnx_reference"
    module = "onnx"
    requirement = "pip install 'symstride[onnx]'"
    numbers = ("integers", "int8", "float32", "float64")
    strides = True

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        small = x.dtype == np.int8
        return _run(*(integer_layer if small else float_layer)(layer, x, w, b))

    def operators(self) -> Mapping[Order, str]:
        return OPERATORS

    def space_to_depth(self, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return _run(*phases(x, cell))

    def depth_to_space(self, y: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        return _run(*signal(y, cell, order))


def _run(model: Any, feeds: Feeds) -> NDArray[Any]:
    return np.asarray(import_module("onnx.reference").ReferenceEvaluator(model).run(None, feeds)[0])
