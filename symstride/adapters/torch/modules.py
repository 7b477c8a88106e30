"""What each module of torch.nn becomes: the reader of its function, and the attributes that it passes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from symstride.adapters.torch import layers
from symstride.adapters.torch.call import TorchCall
from symstride.adapters.torch.functions import FUNCTIONS, METHODS, NAMED, Reader

_AXES = ("1d", "2d", "3d")


def _softmax2d(call: TorchCall, input: Any) -> Any:
    return FUNCTIONS["torch.nn.functional.softmax"](call, input, -3)


def _row(reader: Reader, names: str = "", **renamed: str) -> tuple[Reader, dict[str, str]]:
    """Parameter of the reader -> attribute of the module: the same names, but for ``renamed``."""
    return reader, {name: name for name in names.split()} | renamed


_CONV = "weight bias stride padding dilation groups"
_BATCH_NORM = "running_mean running_var weight bias eps"
_DROPOUT = _row(FUNCTIONS["torch.nn.functional.dropout"], "p training")

_IN_PLACE = ("ReLU", "ReLU6", "SELU", "SiLU", "Mish", "Hardsigmoid", "Hardswish")
_ACTIVATIONS = {
    **{name: _row(NAMED[name.lower()]) for name in (*_IN_PLACE, "Sigmoid", "Tanh", "Softsign")},
    "LeakyReLU": _row(NAMED["leaky_relu"], "negative_slope"),
    "ELU": _row(NAMED["elu"], "alpha"),
    "CELU": _row(NAMED["celu"], "alpha"),
    "GELU": _row(NAMED["gelu"], "approximate"),
    "Hardtanh": _row(NAMED["hardtanh"], "min_val max_val"),
    "Softplus": _row(NAMED["softplus"], "beta threshold"),
    "Softshrink": _row(NAMED["softshrink"], "lambd"),
    "Hardshrink": _row(NAMED["hardshrink"], "lambd"),
    "Threshold": _row(NAMED["threshold"], "threshold value"),
    "PReLU": _row(layers.prelu, "weight"),
}

MODULES: Mapping[str, tuple[Reader, Mapping[str, str]]] = {
    **{f"Conv{axes}": _row(layers.conv, f"{_CONV} padding_mode") for axes in _AXES},
    **{f"ConvTranspose{axes}": _row(layers.conv_transpose_module, f"{_CONV} output_padding") for axes in _AXES},
    **{f"MaxPool{axes}": _row(layers.max_pool, "kernel_size stride padding dilation ceil_mode return_indices")
       for axes in _AXES},
    "AvgPool1d": _row(layers.avg_pool, "kernel_size stride padding ceil_mode count_include_pad"),
    **{f"AvgPool{axes}": _row(layers.avg_pool,
                              "kernel_size stride padding ceil_mode count_include_pad divisor_override")
       for axes in _AXES[1:]},
    **{f"AdaptiveAvgPool{axes}": _row(layers.adaptive_avg_pool, "output_size") for axes in _AXES},
    **{f"AdaptiveMaxPool{axes}": _row(layers.adaptive_max_pool, "output_size return_indices") for axes in _AXES},
    **{f"BatchNorm{axes}": _row(layers.batch_norm, _BATCH_NORM) for axes in _AXES},
    "SyncBatchNorm": _row(layers.batch_norm, _BATCH_NORM),
    **{f"{kind}Pad{axes}": _row(layers.constant_pad, "value", pad="padding")
       for kind in ("Zero", "Constant") for axes in _AXES},
    **{f"CircularPad{axes}": _row(layers.circular_pad, pad="padding") for axes in _AXES},
    **_ACTIVATIONS,
    **dict.fromkeys(("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"),
                    _DROPOUT),
    "Identity": _row(METHODS["Tensor.detach"]),
    "Flatten": _row(FUNCTIONS["torch.flatten"], "start_dim end_dim"),
    "Linear": _row(layers.linear, "weight bias"),
    "LayerNorm": _row(layers.layer_norm, "normalized_shape weight bias eps"),
    "LocalResponseNorm": _row(layers.local_response_norm, "size alpha beta k"),
    "PixelShuffle": _row(layers.pixel_shuffle, "upscale_factor"),
    "PixelUnshuffle": _row(layers.pixel_unshuffle, "downscale_factor"),
    "ChannelShuffle": _row(layers.channel_shuffle, "groups"),
    "Softmax": _row(FUNCTIONS["torch.nn.functional.softmax"], "dim"),
    "LogSoftmax": _row(FUNCTIONS["torch.nn.functional.log_softmax"], "dim"),
    "Softmax2d": _row(_softmax2d),
    "Upsample": _row(layers.interpolate, "size scale_factor mode align_corners recompute_scale_factor"),
    "UpsamplingNearest2d": _row(layers.interpolate, "size scale_factor mode"),
}  # fmt: skip
"""Module of torch.nn -> (reader, parameter -> attribute).  A subclass is traced through, or refused."""

_RESIZED = "interpolation is no layer with a stride: use a transposed convolution, or PixelShuffle"
_STATISTICS = "its statistics depend on the input: use batch normalisation"

REFUSED_MODULES: Mapping[str, str] = {
    "UpsamplingBilinear2d": _RESIZED,
    **dict.fromkeys(("GroupNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d"), _STATISTICS),
    **dict.fromkeys(("ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d", "ReplicationPad1d", "ReplicationPad2d",
                     "ReplicationPad3d"), "pad in front of the network, or with zeros"),
    **{f"Parametrized{name}{axes}": "call torch.nn.utils.parametrize.remove_parametrizations first"
       for name in ("Conv", "ConvTranspose") for axes in _AXES},
    "ParametrizedLinear": "call torch.nn.utils.parametrize.remove_parametrizations first",
}  # fmt: skip
"""Modules that are refused for a reason worth telling."""
