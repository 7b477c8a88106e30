"""The pointwise and pixelwise maps that are known by name, with their meaning in NumPy.

A pointwise map commutes with phases and needs no other property; that is all that rewriting uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Map: TypeAlias = Callable[..., NDArray[Any]]


def _relu(x: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(np.maximum(x, 0))


def _sigmoid(x: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(1 / (1 + np.exp(-x)))


def _leaky_relu(x: NDArray[Any], alpha: float = 0.01) -> NDArray[Any]:
    return np.where(x < 0, x * np.asarray(alpha, dtype=x.dtype), x)


def _elu(x: NDArray[Any], alpha: float = 1.0) -> NDArray[Any]:
    return np.where(x < 0, np.asarray(alpha, dtype=x.dtype) * np.expm1(np.minimum(x, 0)), x)


def _hard_sigmoid(x: NDArray[Any], alpha: float = 0.2, beta: float = 0.5) -> NDArray[Any]:
    return np.asarray(np.clip(x * np.asarray(alpha, dtype=x.dtype) + np.asarray(beta, dtype=x.dtype), 0, 1))


def _clip(x: NDArray[Any], low: float | None = None, high: float | None = None) -> NDArray[Any]:
    x = x if low is None else np.maximum(x, np.asarray(low, dtype=x.dtype))
    return x if high is None else np.minimum(x, np.asarray(high, dtype=x.dtype))


POINTWISE: Mapping[str, Map] = {
    "identity": lambda x: x,
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "elu": _elu,
    "sigmoid": _sigmoid,
    "hard_sigmoid": _hard_sigmoid,
    "hard_swish": lambda x: np.asarray(x * _hard_sigmoid(x, 1 / 6, 0.5)),
    "tanh": np.tanh,
    "softplus": lambda x: np.logaddexp(x, np.zeros((), x.dtype)),
    "softsign": lambda x: np.asarray(x / (1 + np.abs(x))),
    "exp": np.exp,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "negative": np.negative,
    "clip": _clip,
}
"""Name -> map; attributes are passed by name."""


def softmax(x: NDArray[Any], axes: tuple[int, ...] = (1,), log: bool = False) -> NDArray[Any]:
    """``exp(x)/sum of exp(x)`` over ``axes``, or its logarithm; shifted by the maximum first."""
    shifted = x - x.max(axis=axes, keepdims=True)
    total = np.exp(shifted).sum(axis=axes, keepdims=True)
    return np.asarray(shifted - np.log(total) if log else np.exp(shifted) / total)


def _lrn(x: NDArray[Any], size: float, alpha: float = 1e-4, beta: float = 0.75, bias: float = 1.0) -> NDArray[Any]:
    """``x / (bias + alpha/size * sum of squares of ``size`` channels around)^beta``, ONNX's LRN."""
    before, window = (int(size) - 1) // 2, int(size)
    squares = np.pad(x * x, [(0, 0), (before, window - 1 - before), *[(0, 0)] * (x.ndim - 2)])
    total = sum(squares[:, n : n + x.shape[1]] for n in range(window))
    return np.asarray(x / (x.dtype.type(bias) + x.dtype.type(alpha / size) * total) ** x.dtype.type(beta))


PIXELWISE: Mapping[str, Map] = {
    "lrn": _lrn,
    "softmax": softmax,
    "log_softmax": lambda x: softmax(x, log=True),
}
"""Name -> map over the channels (axis 1) of ``(batch, channels, *space)``."""
