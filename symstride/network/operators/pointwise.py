"""The pointwise and pixelwise maps that are known by name, with their meaning in NumPy.

A pointwise map commutes with phases and needs no other property; that is all that rewriting uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import erf, isfinite, pi, sqrt
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.network.operators.arrays import divide, fill_value

Map: TypeAlias = Callable[..., NDArray[Any]]

SELU_ALPHA, SELU_GAMMA = 1.67326319217681884765625, 1.05070102214813232421875
"""The numbers of Klambauer et al., arXiv 1706.02515, in single precision, as ONNX has them."""


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


def _selu(x: NDArray[Any], alpha: float = SELU_ALPHA, gamma: float = SELU_GAMMA) -> NDArray[Any]:
    return np.asarray(x.dtype.type(gamma) * _elu(x, alpha))


def _celu(x: NDArray[Any], alpha: float = 1.0) -> NDArray[Any]:
    scale = x.dtype.type(alpha)
    return np.asarray(np.maximum(x, 0) + np.minimum(scale * np.expm1(np.minimum(x, 0) / scale), 0))


def _thresholded_relu(x: NDArray[Any], alpha: float = 1.0) -> NDArray[Any]:
    return np.where(x > np.asarray(alpha, dtype=x.dtype), x, np.zeros((), x.dtype))


def _shrink(x: NDArray[Any], bias: float = 0.0, lambd: float = 0.5) -> NDArray[Any]:
    by, edge, zero = (np.asarray(n, dtype=x.dtype) for n in (bias, lambd, 0))
    return np.where(x < -edge, x + by, np.where(x > edge, x - by, zero))


def _erf(x: NDArray[Any]) -> NDArray[Any]:
    # NumPy has none; the standard library's is in double precision
    return np.asarray(np.frompyfunc(erf, 1, 1)(x.astype(object)), dtype=x.dtype)


def _gelu(x: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(x.dtype.type(0.5) * (x * (1 + _erf(x / x.dtype.type(sqrt(2))))))


def _gelu_tanh(x: NDArray[Any]) -> NDArray[Any]:
    cubic = x + x.dtype.type(GELU_CUBIC) * (x * x * x)
    return np.asarray(x.dtype.type(0.5) * (x * (1 + np.tanh(x.dtype.type(sqrt(2 / pi)) * cubic))))


def _divide(x: NDArray[Any], by: float) -> NDArray[Any]:
    return divide(x, np.asarray(Fraction(by) if isfinite(by) else by, dtype=object))


def _power(x: NDArray[Any], exponent: float) -> NDArray[Any]:
    return np.asarray(x ** fill_value(exponent, x.dtype))


GELU_CUBIC = 0.044715
"""The number in the usual approximation of gelu by tanh."""

POINTWISE: Mapping[str, Map] = {
    "identity": lambda x: x,
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "elu": _elu,
    "selu": _selu,
    "celu": _celu,
    "thresholded_relu": _thresholded_relu,
    "shrink": _shrink,
    "gelu": _gelu,
    "gelu_tanh": _gelu_tanh,
    "mish": lambda x: np.asarray(x * np.tanh(np.logaddexp(x, np.zeros((), x.dtype)))),
    "swish": lambda x, alpha=1.0: np.asarray(x * _sigmoid(x.dtype.type(alpha) * x)),
    "sigmoid": _sigmoid,
    "hard_sigmoid": _hard_sigmoid,
    "hard_swish": lambda x: np.asarray(x * _hard_sigmoid(x, 1 / 6, 0.5)),
    "tanh": np.tanh,
    "softplus": lambda x: np.logaddexp(x, np.zeros((), x.dtype)),
    "softsign": lambda x: np.asarray(x / (1 + np.abs(x))),
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "erf": _erf,
    "sin": np.sin,
    "cos": np.cos,
    "reciprocal": lambda x: np.asarray(1 / x),
    "floor": np.floor,
    "ceil": np.ceil,
    "round": np.round,
    "sign": np.sign,
    "abs": np.abs,
    "negative": np.negative,
    "clip": _clip,
    "divide": _divide,
    "power": _power,
}
"""Name -> map; attributes are passed by name."""


def softmax(x: NDArray[Any], axes: tuple[int, ...] = (1,), log: bool = False) -> NDArray[Any]:
    """``exp(x)/sum of exp(x)`` over ``axes``, or its logarithm; shifted by the maximum first."""
    shifted = x - x.max(axis=axes, keepdims=True)
    total = np.exp(shifted).sum(axis=axes, keepdims=True)
    return np.asarray(shifted - np.log(total) if log else np.exp(shifted) / total)


def _lrn(x: NDArray[Any], size: float, alpha: float = 1e-4, beta: float = 0.75, bias: float = 1.0) -> NDArray[Any]:
    """``x / (bias + alpha/size * sum of squares of ``size`` channels around)^beta``, ONNX's LRN."""
    before, most = (int(size) - 1) // 2, x.shape[1] - 1
    ends = min(before, most), min(int(size) - 1 - before, most)  # there are no channels further away
    squares = np.pad(x * x, [(0, 0), ends, *[(0, 0)] * (x.ndim - 2)])
    total = sum(squares[:, n : n + x.shape[1]] for n in range(sum(ends) + 1))
    return np.asarray(x / (x.dtype.type(bias) + x.dtype.type(alpha / size) * total) ** x.dtype.type(beta))


def _layer_norm(x: NDArray[Any], epsilon: float = 1e-5) -> NDArray[Any]:
    """``(x - mean)/sqrt(variance + epsilon)`` by the mean and the variance of one place (arXiv 1607.06450)."""
    centred = x - x.mean(axis=1, keepdims=True)
    variance = (centred * centred).mean(axis=1, keepdims=True)
    return np.asarray(centred / np.sqrt(variance + x.dtype.type(epsilon)))


PIXELWISE: Mapping[str, Map] = {
    "lrn": _lrn,
    "layer_norm": _layer_norm,
    "softmax": softmax,
    "log_softmax": lambda x: softmax(x, log=True),
}
"""Name -> map over the channels (axis 1) of ``(batch, channels, *space)``."""
