"""Activations of Keras: functions of ``keras.activations``, and layers that are activations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from symstride.adapters.keras.call import KerasCall
from symstride.adapters.live import parts
from symstride.adapters.live.call import Value
from symstride.network.operators import records as op

Activation = Callable[[KerasCall, Value, str], Value]
"""(call, value, suffix of the node) -> value."""

THRESHOLD = 20.0
"""Where softplus becomes the identity when Keras computes with PyTorch."""


def _named(name: str, **attributes: float) -> Activation:
    return lambda call, x, suffix: parts.pointwise(call, x, name, attributes, suffix)


def _softmax(log: bool) -> Activation:
    # the last axis of a vector, or of a map whose channels are last
    return lambda call, x, suffix: parts.softmax(call, x, call.axis(-1, len(call.shape(x)) + 1), log, suffix)


ACTIVATIONS: Mapping[str, Activation] = {
    "linear": lambda call, x, suffix: x,
    "relu": _named("relu"),
    "relu6": _named("clip", low=0.0, high=6.0),
    "leaky_relu": _named("leaky_relu", alpha=0.2),
    "elu": _named("elu", alpha=1.0),
    "selu": _named("selu", **parts.SELU),
    "celu": _named("celu", alpha=1.0),
    "gelu": _named("gelu"),
    "silu": _named("swish"),
    "mish": _named("mish"),
    "sigmoid": _named("sigmoid"),
    "hard_sigmoid": _named("hard_sigmoid", alpha=1 / 6, beta=0.5),
    "hard_silu": _named("hard_swish"),
    "tanh": _named("tanh"),
    "hard_tanh": _named("clip", low=-1.0, high=1.0),
    "softplus": lambda call, x, suffix: parts.softplus(call, x, THRESHOLD, suffix),
    "softsign": _named("softsign"),
    "soft_shrink": _named("shrink", bias=0.5, lambd=0.5),
    "hard_shrink": _named("shrink", bias=0.0, lambd=0.5),
    "exponential": _named("exp"),
    "softmax": _softmax(log=False),
    "log_softmax": _softmax(log=True),
}
"""Function of keras.activations, with its defaults, by name."""


def activated(call: KerasCall, x: Value, activation: Any, suffix: str = "") -> Value:
    """A function of ``keras.activations``, or a layer, behind ``x``."""
    import keras

    if activation is None:
        return x
    known = {getattr(keras.activations, name, None): name for name in ACTIVATIONS}
    if isinstance(activation, keras.layers.Layer) and type(activation) in _layers(keras):
        return _layers(keras)[type(activation)](call, x, activation, suffix)
    if isinstance(activation, keras.layers.Layer) or activation not in known:
        got = getattr(activation, "__name__", type(activation).__name__)
        raise call.refused(f"an activation among: {', '.join(ACTIVATIONS)}", got, "use one of them")
    return ACTIVATIONS[known[activation]](call, x, suffix)


def _relu(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    slope, most, edge = float(layer.negative_slope), layer.max_value, float(layer.threshold)
    if slope and most is None and not edge:
        return parts.pointwise(call, x, "leaky_relu", {"alpha": slope}, suffix)
    if edge and most is None and not slope:
        return parts.pointwise(call, x, "thresholded_relu", {"alpha": edge}, suffix)
    got = f"max_value={most}, negative_slope={slope:g}, threshold={edge:g}"
    call.must(not slope and not edge, "one of max_value, negative_slope and threshold", got, "use two layers")
    if most is None:
        return parts.pointwise(call, x, "relu", suffix=suffix)
    return parts.pointwise(call, x, "clip", {"low": 0.0, "high": float(most)}, suffix)


def _leaky_relu(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    return parts.pointwise(call, x, "leaky_relu", {"alpha": float(layer.negative_slope)}, suffix)


def _elu(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    return parts.pointwise(call, x, "elu", {"alpha": float(layer.alpha)}, suffix)


def _softmax_layer(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    return parts.softmax(call, x, call.axis(layer.axis, len(call.shape(x)) + 1), suffix=suffix)


def _prelu(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    """One slope per channel: the weights have one place along every other axis."""
    slope, shape = call.array(layer.alpha), call.shape(x)
    wanted = (*(1,) * (len(shape) - 1), shape[0]) if call.channels_last else (shape[0], *(1,) * (len(shape) - 1))
    call.must(slope.shape == wanted, "one slope per channel", f"slopes of shape {slope.shape}",
              "share the slopes over all places: PReLU(shared_axes=[1, 2]) for two axes")  # fmt: skip
    return call.emit(op.PRelu(), x, arrays={"slope": slope.reshape(-1)}, suffix=suffix)


def _activation(call: KerasCall, x: Value, layer: Any, suffix: str) -> Value:
    return activated(call, x, layer.activation, suffix)


LAYERS: Mapping[str, Callable[[KerasCall, Value, Any, str], Value]] = {
    "Activation": _activation,
    "ReLU": _relu,
    "LeakyReLU": _leaky_relu,
    "ELU": _elu,
    "PReLU": _prelu,
    "Softmax": _softmax_layer,
}
"""Layers of Keras that are activations, by name."""


def _layers(keras: Any) -> Mapping[type, Callable[[KerasCall, Value, Any, str], Value]]:
    return {getattr(keras.layers, name): reader for name, reader in LAYERS.items()}
