"""A model whose weights are all different, so that a rewriting of it is a rewriting for all weights.

Equal numbers are one unknown for ``equal``: a kernel of ones hides that it was flipped.  Tags are numbers of single
precision in (1/16, 1), none of them whole; no two in one array are equal, and few in two arrays are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import Model, load_model, onnx_module, tensor_array
from symstride.errors import SpecError
from symstride.limits import MAX_COMPUTED, check

WEIGHTS: Mapping[str, tuple[int, ...]] = {
    "Conv": (1, 2),
    "ConvTranspose": (1, 2),
    "Gemm": (1, 2),
    "MatMul": (0, 1),
    "BatchNormalization": (1, 2, 3, 4),
    "PRelu": (1,),
    "FusedConv": (1, 2),
}
"""Operator -> the inputs that are weights; other constants say what is computed, and stay."""

_TAGS = 2**25
_STEP = 20_392_117  # odd, so that its multiples meet each tag once


def tagged(model: str | os.PathLike[str] | Model, seed: int = 0) -> Model:
    """A copy of a model, an ``onnx.ModelProto`` or its path, with a tag for each number of its weights.

    Weights are the initialisers and constants in single precision that layers, matrices and normalisations read; those
    of more numbers are made smaller by a power of two, so that sums stay in range.  Raises ``SpecError`` for files that
    are no models, and ``NotSupported`` for more weights than fit in memory.
    """
    if isinstance(model, str | os.PathLike):
        loaded, folder = load_model(model, whole=True)
    else:
        loaded, folder = model, None
    onnx = onnx_module()
    made = onnx.ModelProto()
    made.CopyFrom(loaded)
    names = _weights(made)
    total = 0
    for tensor in _tensors(made, names):
        if tensor.data_type == onnx.TensorProto.FLOAT:
            total += int(np.prod(tensor.dims, dtype=object))
            check("tagged(model)", 4 * total, MAX_COMPUTED, "bytes of weights", "take a smaller model")
    start = int(np.random.default_rng(seed).integers(_TAGS))
    for tensor in _tensors(made, names):
        array = tensor_array(tensor, folder)
        if array.dtype != np.float32:
            continue
        name, shape = tensor.name, array.shape
        tensor.CopyFrom(onnx.numpy_helper.from_array(_tags(start, shape), name))
        start += array.size
    if not names:
        raise SpecError("tagged(model)", "a model with weights", "none", "compare the files as they are")
    return made


def _weights(model: Model) -> frozenset[str]:
    """The names that stand where weights do."""
    found = set()
    for node in model.graph.node:
        for place in WEIGHTS.get(node.op_type, ()):
            if place < len(node.input) and node.input[place]:
                found.add(node.input[place])
    return frozenset(found)


def _tensors(model: Model, names: frozenset[str]) -> Iterator[Any]:
    """The constants of those names."""
    yield from (tensor for tensor in model.graph.initializer if tensor.name in names)
    for node in model.graph.node:
        if node.op_type == "Constant" and node.output and node.output[0] in names:
            yield from (attribute.t for attribute in node.attribute if attribute.HasField("t"))


def _tags(start: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Different numbers: 23 bits of a tag are those behind the point, two more choose among four powers of two."""
    place = (np.arange(start, start + int(np.prod(shape)), dtype=np.int64) * _STEP) % _TAGS
    plain = np.ldexp(1 + (place & (2**23 - 1)) / 2.0**23, -1 - (place >> 23))
    fan_in = max(1, int(np.prod(shape[1:])))
    smaller = int(np.ceil(np.log2(fan_in) / 2)) if len(shape) > 1 else 0
    return np.asarray(np.ldexp(plain, -smaller), dtype=np.float32).reshape(shape)
