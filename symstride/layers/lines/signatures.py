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
_TORCH_TRANSPOSED = (
    Parameter("in_channels", "in_channels"),
    Parameter("out_channels", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("stride", "stride", 1),
    Parameter("padding", "padding", 0),
    Parameter("output_padding", "output_padding", 0),
    Parameter("groups", "groups", 1),
    Parameter("bias", "bias", True),
    Parameter("dilation", "dilation", 1),
    Parameter("padding_mode", "padding_mode", "zeros"),
    *_ignored("device", "dtype"),
)
_TORCH_MAX_POOL = (
    Parameter("kernel_size", "kernel"),
    Parameter("stride", "stride", None),
    Parameter("padding", "padding", 0),
    Parameter("dilation", "dilation", 1),
    *_ignored("return_indices"),
    Parameter("ceil_mode", "ceil_mode", False),
)
_TORCH_MAX_POOL_FUNCTION = (
    Parameter("input", "array"),
    *_TORCH_MAX_POOL[:4],
    Parameter("ceil_mode", "ceil_mode", False),
    *_ignored("return_indices"),
)
_TORCH_AVERAGE_POOL = (
    Parameter("kernel_size", "kernel"),
    Parameter("stride", "stride", None),
    Parameter("padding", "padding", 0),
    Parameter("ceil_mode", "ceil_mode", False),
    Parameter("count_include_pad", "count_include_pad", True),
    Parameter("divisor_override", "divisor_override", None),
)
_TORCH_UNFOLD = (
    Parameter("kernel_size", "kernel"),
    Parameter("dilation", "dilation", 1),
    Parameter("padding", "padding", 0),
    Parameter("stride", "stride", 1),
)
_ARRAY = (Parameter("input", "array"),)
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
_KERAS_TRANSPOSED = (
    Parameter("filters", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
    Parameter("padding", "padding", "valid"),
    Parameter("data_format", "data_format", None),
    Parameter("dilation_rate", "dilation", 1),
    Parameter("activation", "activation", None),
    Parameter("use_bias", "bias", True),
    *_ignored("kernel_initializer", "bias_initializer", "kernel_regularizer", "bias_regularizer"),
    *_ignored("activity_regularizer", "kernel_constraint", "bias_constraint"),
)
_KERAS_TRANSPOSED_MORE = (Parameter("output_padding", "output_padding", None), *_KERAS_BASE)
_KERAS_POOL = (
    Parameter("pool_size", "kernel", 2),
    Parameter("strides", "stride", None),
    Parameter("padding", "padding", "valid"),
    Parameter("data_format", "data_format", None),
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

_LINEN_TRANSPOSED = (
    Parameter("features", "out_channels"),
    Parameter("kernel_size", "kernel"),
    Parameter("strides", "stride", 1),
    Parameter("padding", "padding", "SAME"),
    Parameter("kernel_dilation", "dilation", 1),
    Parameter("use_bias", "bias", True),
    *_ignored("mask", "dtype", "param_dtype", "precision", "kernel_init", "bias_init", "transpose_kernel", "parent",
              "name"),
)  # fmt: skip
_LAX = (
    Parameter("lhs", "array"),
    Parameter("rhs", "array"),
    Parameter("window_strides", "stride"),
    Parameter("padding", "padding"),
    Parameter("lhs_dilation", "input_dilation", None),
    Parameter("rhs_dilation", "dilation", None),
    *_ignored("dimension_numbers"),
    Parameter("feature_group_count", "groups", 1),
    Parameter("batch_group_count", "batch_groups", 1),
    *_ignored("precision", "preferred_element_type", "out_sharding"),
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
    *_per_dimension("ConvTranspose{}d", _NN, "torch_transposed", _TORCH_TRANSPOSED),
    *_per_dimension("MaxPool{}d", _NN, "torch_max_pool", _TORCH_MAX_POOL),
    *_per_dimension("AvgPool{}d", _NN, "torch_average_pool", _TORCH_AVERAGE_POOL),
    *_per_dimension("max_pool{}d", _FUNCTIONAL, "torch_max_pool", _TORCH_MAX_POOL_FUNCTION),
    *_per_dimension("avg_pool{}d", _FUNCTIONAL, "torch_average_pool", _ARRAY + _TORCH_AVERAGE_POOL),
    Signature("Unfold", _NN, "torch_unfold", 2, _TORCH_UNFOLD),
    Signature("unfold", _FUNCTIONAL, "torch_unfold", 2, _ARRAY + _TORCH_UNFOLD),
    Signature("Fold", _NN, "torch_fold", 2, (Parameter("output_size", "output_size"), *_TORCH_UNFOLD)),
    Signature("fold", _FUNCTIONAL, "torch_fold", 2, (*_ARRAY, Parameter("output_size", "output_size"), *_TORCH_UNFOLD)),
    *_per_dimension("Conv{}DTranspose", _LAYERS, "keras_transposed", _KERAS_TRANSPOSED, _KERAS_TRANSPOSED_MORE),
    *_per_dimension("Convolution{}DTranspose", _LAYERS, "keras_transposed", _KERAS_TRANSPOSED, _KERAS_TRANSPOSED_MORE),
    *_per_dimension("MaxPooling{}D", _LAYERS, "keras_max_pool", _KERAS_POOL, _KERAS_BASE),
    *_per_dimension("MaxPool{}D", _LAYERS, "keras_max_pool", _KERAS_POOL, _KERAS_BASE),
    *_per_dimension("AveragePooling{}D", _LAYERS, "keras_average_pool", _KERAS_POOL, _KERAS_BASE),
    *_per_dimension("AvgPool{}D", _LAYERS, "keras_average_pool", _KERAS_POOL, _KERAS_BASE),
    Signature("ConvTranspose", ("flax.linen", "linen", "nn", ""), "flax_transposed", None, _LINEN_TRANSPOSED),
    Signature("conv_general_dilated", ("jax.lax", "lax", ""), "lax", None, _LAX),
    Signature("Conv", ("flax.linen", "linen", "nn", ""), "flax", None, _FLAX_LINEN, _LINEN_EXTRA),
    Signature("Conv", ("flax.nnx", "nnx"), "flax", None, _FLAX_NNX, _FLAX_INNER + _NNX_EXTRA),
)

BY_NAME: Mapping[str, Signature] = {
    f"{prefix}.{signature.name}".lstrip("."): signature for signature in SIGNATURES for prefix in signature.prefixes
}
"""Every spelling of every constructor."""

WORDS: Mapping[str, str] = {
    word: role
    for role, words in {
        "out_channels": "nb_filter num_filter num_filters output_channels channels out_features",
        "in_channels": "input_channels",
        "kernel": "nb_row nb_col kernel_shape ksize filter_size",
        "stride": "subsample subsample_length window_strides",
        "padding": "border_mode pads auto_pad",
        "dilation": "dilate rate atrous_rate rhs_dilation",
        "input_dilation": "lhs_dilation",
        "groups": "group num_group",
        "data_format": "dim_ordering layout",
        "bias": "with_bias",
        "activation": "act",
        "input_shape": "in_shape",
    }.items()
    for word in words.split()
}
"""Words of other libraries and of older versions, by their role."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Calls that exist and are not read: a pattern of their whole names, what they are, and what to try instead."""

    pattern: str
    what: str
    hint: str


_AS_NETWORK = "symstride.prove(symstride.read({}))"
_FROM_TORCH = _AS_NETWORK.format("layer.eval(), (channels, height, width)")
_FROM_KERAS = _AS_NETWORK.format("keras.Sequential([keras.Input((height, width, channels)), layer])")
_ONE_LAYER = "prove the network of this one layer: "
_WHOLE = "a network is read with it: symstride.read(module, input_size), of a Keras model, or of an ONNX model's path"
_AS_TORCH = "write its numbers into nn.Conv2d(in_channels, out_channels, kernel_size, stride=1, padding=0, bias=True)"
_AS_KERAS = "write its numbers into Conv2D(filters, kernel_size, strides=1, padding='valid', use_bias=True)"
_TRANSPOSED = "a transposed convolution"
_POOL = "a pool"

UNCOVERED: tuple[Uncovered, ...] = (
    # what is read as a network
    Uncovered(r"(torch\.)?(nn\.)?LazyConvTranspose[123]d", _TRANSPOSED, _ONE_LAYER + _FROM_TORCH),
    Uncovered(
        r"(\w+\.)*(ConvTranspose|conv\w*_transpose\w*|Deconv\w*)", _TRANSPOSED,
        f"write it as a layer of PyTorch or Keras, and {_ONE_LAYER}{_FROM_TORCH}",
    ),
    Uncovered(r"(torch\.)?(nn\.)?Adaptive(Max|Avg)Pool[123]d", _POOL, _ONE_LAYER + _FROM_TORCH),
    Uncovered(r"(\w+\.)*Global(Max|Average)(Pooling|Pool)[123]D", _POOL, _ONE_LAYER + _FROM_KERAS),
    Uncovered(
        r"(\w+\.)*\w*[Pp]ool\w*", _POOL, f"write it as a layer of PyTorch or Keras, and {_ONE_LAYER}{_FROM_TORCH}"
    ),
    # bare functions and other libraries
    Uncovered(r"(tf|tensorflow)\.(compat\.v1\.)?nn\.\w*conv\w*", "a bare function of TensorFlow", _AS_KERAS),
    Uncovered(
        r"(jax\.)?lax\.conv\w*|conv_general_dilated\w*|conv_with_general_padding", "a bare function of JAX",
        "write its numbers into nnx.Conv(in_features, out_features, (k1, k2), strides=1, padding='SAME')",
    ),
    Uncovered(r"tf\.(compat\.v1\.)?layers\.\w+|(\w+\.)*slim\.\w+", "a layer of TensorFlow 1", _AS_KERAS),
    Uncovered(r"(hk|haiku)\.\w+", "a layer of Haiku, which pads by default", _AS_TORCH),
    Uncovered(r"(eqx|equinox)\.(nn\.)?\w+", "a layer of Equinox", _AS_TORCH),
    Uncovered(r"(mx|mxnet|gluon)\.(\w+\.)*\w+", "a layer of MXNet", _AS_TORCH),
    Uncovered(r"(paddle|mindspore|chainer|tflearn)\.(\w+\.)*\w+", "a layer of another library", _AS_TORCH),
    Uncovered(
        r"(onnx\.)?(helper\.)?make_node", "a node of ONNX",
        "read its model, symstride.read(path), or write its numbers into nn.Conv2d, "
        "where pads=[1, 2, 3, 4] is padding=((1, 3), (2, 4))",
    ),
    Uncovered(
        r"(\w+\.)*(quantized|qat|quantizable|intrinsic)\.(\w+\.)*\w+", "a quantised layer",
        "write its numbers into nn.Conv2d: the theorem holds for integers, the zero point subtracted",
    ),
    # what other lines say
    Uncovered(
        r"(\w+\.)*extract_(image_)?patches", "a layer that copies windows",
        "it is a convolution by weights 0 and 1: nn.Conv2d(C, C*k1*k2, (k1, k2), stride=s, groups=C, bias=False)",
    ),
    Uncovered(
        r"(\w+\.)*SeparableConv(olution)?[12]D", "two layers in one",
        "read the two: DepthwiseConv2D(kernel_size, strides=1) and Conv2D(filters, 1)",
    ),
    Uncovered(
        r"(\w+\.)*(ConvLocal|LocallyConnected[12]D)", "a layer whose weights differ from place to place",
        "nothing is said here about such layers; a convolution has the same weights everywhere",
    ),
    Uncovered(
        r"(\w+\.)*(Linear|Dense|BatchNorm\w*|\w*Normalization|LayerNorm|GroupNorm|(Leaky|P)?ReLU6?|Activation|Sigmoid|Softmax|"
        r"Dropout\w*|Flatten|Upsampl\w+|UpSampl\w+|PixelShuffle|PixelUnshuffle|ZeroPad\w+|Identity|Embedding|LSTM)",
        "no convolution", _WHOLE,
    ),
)  # fmt: skip
"""Looked through in this order.  What a hint writes as code works, once its names have values."""
