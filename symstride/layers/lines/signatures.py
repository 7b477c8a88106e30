"""What the frameworks' constructors take: one record per constructor, parameters in positional order.

Sources: the API references of PyTorch 2 (``torch.nn``, ``torch.nn.functional``), Keras 2 and 3 (``keras.layers``) and
Flax (``flax.linen``, ``flax.nnx``).  A parameter's *role* says what it means for the map that the layer computes;
``"ignored"`` ones do not change that map (a name, a device, a precision) or only say which weights it starts from.
A weight mask belongs to these too: what holds for all weights holds for masked ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

REQUIRED: Final = object()
"""The default of a parameter that must be given."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: the name that users write, its role in the layer, and the framework's default."""

    name: str
    role: str
    default: Any = REQUIRED


@dataclass(frozen=True, slots=True)
class Signature:
    """One constructor: ``<prefix>.<name>`` for each prefix, its axes (None: told by the kernel) and parameters.

    ``meaning`` names the rule that turns roles into a layer; ``positional`` ones come in order, ``keywords`` by name.
    """

    name: str
    prefixes: tuple[str, ...]
    meaning: str
    ndim: int | None
    positional: tuple[Parameter, ...]
    keywords: tuple[Parameter, ...] = ()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters, positional ones first."""
        return self.positional + self.keywords


def _ignored(*names: str) -> tuple[Parameter, ...]:
    return tuple(Parameter(name, "ignored", None) for name in names)


# ---------------------------------------------------------------- PyTorch

_TORCH_GEOMETRY = (
    Parameter("stride", "stride", 1),
    Parameter("padding", "padding", 0),
    Parameter("dilation", "dilation", 1),
    Parameter("groups", "groups", 1),
)
_TORCH_REST = (
    Parameter("kernel_size", "kernel"),
    *_TORCH_GEOMETRY,
    Parameter("bias", "bias", True),
    Parameter("padding_mode", "padding_mode", "zeros"),
    *_ignored("device", "dtype"),
)
_TORCH_MODULE = (Parameter("in_channels", "in_channels"), Parameter("out_channels", "out_channels"), *_TORCH_REST)
_TORCH_LAZY = (Parameter("out_channels", "out_channels"), *_TORCH_REST)
_TORCH_FUNCTION = (
    Parameter("input", "array"),
    Parameter("weight", "array"),
    Parameter("bias", "bias_array", None),
    *_TORCH_GEOMETRY,
)
_NN = ("torch.nn", "nn", "")
_FUNCTIONAL = ("torch.nn.functional", "nn.functional", "F", "torch", "")

# ---------------------------------------------------------------- Keras

_KERAS_BASE = (
    Parameter("input_shape", "input_shape", None),
    Parameter("batch_input_shape", "batch_input_shape", None),
    *_ignored("name", "dtype", "trainable", "weights", "dynamic", "autocast"),
)
_KERAS_CONV = (
    Parameter("filters", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
    Parameter("padding", "padding", "valid"),
    Parameter("data_format", "data_format", None),
    Parameter("dilation_rate", "dilation", 1),
    Parameter("groups", "groups", 1),
    Parameter("activation", "activation", None),
    Parameter("use_bias", "bias", True),
    *_ignored("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer"),
    *_ignored("activity_regularizer", "kernel_constraint", "bias_constraint"),
)
_KERAS_DEPTHWISE = (
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
    Parameter("padding", "padding", "valid"),
    Parameter("depth_multiplier", "depth_multiplier", 1),
    Parameter("data_format", "data_format", None),
    Parameter("dilation_rate", "dilation", 1),
    Parameter("activation", "activation", None),
    Parameter("use_bias", "bias", True),
    *_ignored("depthwise_initializer", "bias_initializer", "depthwise_regularizer", "bias_regularizer"),
    *_ignored("activity_regularizer", "depthwise_constraint", "bias_constraint"),
)
_LAYERS = ("tf.keras.layers", "tensorflow.keras.layers", "keras.layers", "layers", "")

# ---------------------------------------------------------------- Flax

_FLAX_INNER = (
    Parameter("padding", "padding", "SAME"),
    Parameter("input_dilation", "input_dilation", 1),
    Parameter("kernel_dilation", "dilation", 1),
    Parameter("feature_group_count", "groups", 1),
    Parameter("use_bias", "bias", True),
    *_ignored("mask", "dtype", "param_dtype", "precision", "kernel_init", "bias_init"),
)
_FLAX_LINEN = (
    Parameter("features", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
    *_FLAX_INNER,
)
_FLAX_NNX = (
    Parameter("in_features", "in_channels"),
    Parameter("out_features", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
)
# another convolution function may compute anything, so naming one is refused
_FLAX_OPERATOR = Parameter("conv_general_dilated", "operator", None)
_LINEN_EXTRA = (
    _FLAX_OPERATOR,
    Parameter("conv_general_dilated_cls", "operator_class", None),
    *_ignored("parent", "name"),
)
_NNX_EXTRA = (
    _FLAX_OPERATOR,
    *_ignored("rngs", "promote_dtype", "preferred_element_type", "kernel_metadata", "bias_metadata"),
)

# ---------------------------------------------------------------- the table


def _per_dimension(name: str, *rest: Any) -> tuple[Signature, ...]:
    return tuple(Signature(name.format(d), rest[0], rest[1], d, *rest[2:]) for d in (1, 2, 3))


SIGNATURES: tuple[Signature, ...] = (
    *_per_dimension("Conv{}d", _NN, "torch", _TORCH_MODULE),
    *_per_dimension("LazyConv{}d", _NN, "torch", _TORCH_LAZY),
    *_per_dimension("conv{}d", _FUNCTIONAL, "torch_function", _TORCH_FUNCTION),
    *_per_dimension("Conv{}D", _LAYERS, "keras", _KERAS_CONV, _KERAS_BASE),
    *_per_dimension("Convolution{}D", _LAYERS, "keras", _KERAS_CONV, _KERAS_BASE),
    Signature("DepthwiseConv1D", _LAYERS, "keras_depthwise", 1, _KERAS_DEPTHWISE, _KERAS_BASE),
    Signature("DepthwiseConv2D", _LAYERS, "keras_depthwise", 2, _KERAS_DEPTHWISE, _KERAS_BASE),
    Signature("Conv", ("flax.linen", "linen", "nn", ""), "flax", None, _FLAX_LINEN, _LINEN_EXTRA),
    Signature("Conv", ("flax.nnx", "nnx"), "flax", None, _FLAX_NNX, _FLAX_INNER + _NNX_EXTRA),
)

BY_NAME: Mapping[str, Signature] = {
    f"{prefix}.{signature.name}".lstrip("."): signature for signature in SIGNATURES for prefix in signature.prefixes
}
"""Every spelling of every constructor."""

NOT_YET: tuple[tuple[str, str], ...] = (
    (r"Conv\w*Transpose\w*|conv_transpose\w*|Deconv\w*", "transposed convolutions"),
    (r"SeparableConv\w*", "separable convolutions: read their depthwise and their 1x1 part one after the other"),
    (r"ConvLocal|LocallyConnected\w*", "layers whose weights differ from place to place"),
    (r"\w*[Pp]ool\w*", "pooling layers"),
    (r"conv|conv_general_dilated\w*|conv_with_general_padding", "bare convolution functions of JAX"),
)
"""Patterns of constructors that exist and are not covered, with what they are."""
