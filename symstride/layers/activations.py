"""The activations that a layer may have: functions that are known to take one number to one number.

A layer's theorem holds for any such function, and for no other: ``cumsum`` or ``softmax`` join places or channels.  So
a name that is not in the table is refused.
"""

from __future__ import annotations

from collections.abc import Mapping

KNOWN: Mapping[str, str] = {
    **{name: name for name in (
        "relu", "leaky_relu", "elu", "selu", "celu", "gelu", "mish", "swish", "sigmoid", "hard_sigmoid", "hard_swish",
        "tanh", "softplus", "softsign", "exp", "log", "sqrt", "erf", "sin", "cos", "reciprocal", "floor", "ceil",
        "round", "sign", "abs", "negative")},
    "relu6": "clip",
    "silu": "swish",
    "hard_silu": "hard_swish",
    "hard_tanh": "clip",
    "soft_shrink": "shrink",
    "hard_shrink": "shrink",
    "exponential": "exp",
    "absolute": "abs",
    "square": "power",
}  # fmt: skip
"""Name in the frameworks -> the map that it is (``network.operators.maps``)."""

OF_KERAS = ("log_sigmoid", "sparse_plus", "sparse_sigmoid", "squareplus", "tanh_shrink", "threshold")
"""Functions of ``keras.activations`` that take one number to one number as well; networks do not have them."""

IDENTITY = ("linear", "identity")
"""Names for no activation."""
