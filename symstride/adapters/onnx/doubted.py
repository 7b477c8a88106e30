"""Nodes of which ONNX's shape inference gives other sizes than runtimes do: inference is not to see them as they are.

Where the right size follows from other attributes, as that of a pool that rounds up, they get those; else they become
nodes that nobody knows, and the sizes behind them are open.  What differs was found by comparing inference with ONNX
Runtime, size by size; the rule for windows in the padding is the specification's own
(https://onnx.ai/onnx/operators/onnx__MaxPool.html: windows that would start in the right padding are ignored).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import onnx_module, tensor_array
from symstride.adapters.onnx.scopes import STANDARD, scopes_of
from symstride.errors import SymstrideError

UNHEARD: Final = "symstride.doubted"
"""The domain of nodes of which inference knows nothing."""

EXACT: Final = 256
"""A scale is taken for exact where it is a whole number of these parts: then no product with a size is rounded."""

MOST_LISTED: Final = 1_000_000
"""Numbers of a range of which inference may make a list."""

Constants: TypeAlias = Mapping[str, Any]
"""The tensors of a graph by name."""


def without_doubt(model: Any) -> None:
    """Change the nodes of the model that inference is wrong about, in functions and bodies too."""
    if all(entry.domain != UNHEARD for entry in model.opset_import):
        model.opset_import.add(domain=UNHEARD, version=1)
    for scope in scopes_of(model.graph):
        _change(scope.graph.node, scope.initialisers, _opset(model))
    for function in model.functions:
        _change(function.node, {}, _opset(function))


def make_unheard(nodes: Iterable[Any]) -> None:
    """Let inference know nothing of these nodes."""
    for node in nodes:
        node.domain = UNHEARD
        del node.attribute[:]


def _opset(about: Any) -> int:
    return max((int(entry.version) for entry in about.opset_import if entry.domain in STANDARD), default=0)


def _change(nodes: Iterable[Any], initialisers: Constants, opset: int) -> None:
    constants = dict(initialisers)
    for node in nodes:
        if node.domain not in STANDARD:
            continue
        if node.op_type == "Constant":
            tensors = [attribute.t for attribute in node.attribute if attribute.name == "value"]
            constants |= dict.fromkeys(node.output, *tensors[:1])
        elif _is_doubted(node, constants, opset):
            make_unheard([node])


def _is_doubted(node: Any, constants: Constants, opset: int) -> bool:
    if node.op_type in _BY_AXES:
        return opset < SIGNED and (_depends(node) or min(_axes(node), default=0) < 0)
    return node.op_type in _DOUBTED and (_depends(node) or _DOUBTED[node.op_type](node, constants))


def _depends(node: Any) -> bool:
    """Whether an attribute is that of a call of the function around."""
    return any(attribute.ref_attr_name for attribute in node.attribute)


def _axes(node: Any) -> list[int]:
    return [n for attribute in node.attribute if attribute.name == "axes" for n in attribute.ints]


def _values(node: Any) -> dict[str, Any]:
    value = onnx_module("onnx.helper").get_attribute_value
    return {attribute.name: value(attribute) for attribute in node.attribute}


def _is_doubted_pool(node: Any, _: Constants) -> bool:
    """SAME with dilation or rounding up; without SAME, rounding up becomes rounding down with more padding.

    With windows of ``e`` places, dilation included, a stride of ``s`` and ``p`` places of padding behind, of all
    windows those count that start before that padding: ``min(p + s - 1, e - 1)`` places make as many of them full.
    """
    _without_unread_pads(node, None)
    given = _values(node)
    mode, ceil = given.get("auto_pad", b"NOTSET"), given.get("ceil_mode", 0)
    kernel = given.get("kernel_shape", [])
    stride, dilation = given.get("strides", [1] * len(kernel)), given.get("dilations", [1] * len(kernel))
    if mode in (b"SAME_UPPER", b"SAME_LOWER"):
        return bool(ceil) or any(n != 1 for n in dilation)
    if not ceil:
        return False
    pads = given.get("pads", [0] * (2 * len(kernel))) if mode == b"NOTSET" else [0] * (2 * len(kernel))
    if not len(kernel) == len(stride) == len(dilation) == len(pads) / 2:
        return True
    reach = [d * (k - 1) for k, d in zip(kernel, dilation, strict=True)]
    lows, highs = pads[: len(kernel)], pads[len(kernel) :]
    if any(p > e for p, e in zip(highs, reach, strict=True)):
        return True
    more = [min(p + s - 1, e) for p, s, e in zip(highs, stride, reach, strict=True)]
    make = onnx_module("onnx.helper").make_attribute
    keep = [attribute for attribute in node.attribute if attribute.name not in ("auto_pad", "ceil_mode", "pads")]
    changed = [*keep, make("pads", [*lows, *more])]
    del node.attribute[:]
    node.attribute.extend(changed)
    return False


def _without_unread_pads(node: Any, _: Constants | None) -> bool:
    """Padding that is written beside ``auto_pad``: inference takes the first, the specification the second."""
    if _values(node).get("auto_pad", b"NOTSET") not in (b"NOTSET", b""):
        keep = [attribute for attribute in node.attribute if attribute.name != "pads"]
        del node.attribute[:]
        node.attribute.extend(keep)
    return False


def _as_product(node: Any, _: Constants) -> bool:
    """A slope may be larger than the map; a product has the sizes that both have together, which inference knows."""
    node.op_type = "Mul"
    return False


def _is_doubted_sequence(node: Any, _: Constants) -> bool:
    """Parts that lose their axis."""
    return any(attribute.name == "keepdims" and not attribute.i for attribute in node.attribute)


def _is_doubted_range(node: Any, constants: Constants) -> bool:
    """One of very many numbers, all of which inference would make."""
    tensors = [constants.get(name) for name in node.input]
    if any(tensor is None or tensor.external_data or tensor.data_type != tensor.INT64 for tensor in tensors):
        return False
    try:
        ends = [tensor_array(tensor, None) for tensor in tensors]
    except SymstrideError:  # said where it is read
        return True
    sound = len(ends) == 3 and all(each.size == 1 for each in ends)
    return not sound or _count(*(int(each.reshape(-1)[0]) for each in ends)) > MOST_LISTED


def _count(start: int, stop: int, step: int) -> int:
    return abs(stop - start) // max(abs(step), 1)


def _is_doubted_split(node: Any, _: Constants) -> bool:
    """Other numbers of parts than it has outputs: inference makes all of them, however many that are."""
    return any(a.name == "num_outputs" and a.i != len(node.output) for a in node.attribute)


def _is_doubted_transposed(node: Any, _: Constants) -> bool:
    """A wanted size, and SAME with output padding."""
    _without_unread_pads(node, None)
    given = _values(node)
    same = given.get("auto_pad", b"NOTSET") in (b"SAME_UPPER", b"SAME_LOWER")
    return "output_shape" in given or (same and any(given.get("output_padding", ())))


def _is_doubted_resize(node: Any, constants: Constants) -> bool:
    """Scales by which products with sizes are rounded, those of a part of the map, and a proportion that is kept."""
    scales, given = next((name for name in node.input[1:3][::-1] if name), ""), _values(node)
    if len(node.input) > 3 and node.input[3]:  # it has sizes, which a wanted proportion changes
        return bool(given.get("keep_aspect_ratio_policy", b"stretch") != b"stretch")
    if given.get("coordinate_transformation_mode", b"") == b"tf_crop_and_resize":
        return True
    array = _numbers(constants.get(scales))
    return array is None or any(not _is_exact(float(scale)) for scale in array.reshape(-1))


def _numbers(tensor: Any) -> NDArray[Any] | None:
    try:
        array = None if tensor is None or tensor.external_data else tensor_array(tensor, None)
    except SymstrideError:  # said where it is read
        return None
    return array if array is not None and array.dtype.kind == "f" and array.size < EXACT else None


def _is_exact(scale: float) -> bool:
    return bool(np.isfinite(scale)) and 0 < scale < EXACT and EXACT % Fraction(scale).denominator == 0


_DOUBTED: Final[Mapping[str, Callable[[Any, Constants], bool]]] = {
    **dict.fromkeys(("MaxPool", "AveragePool", "LpPool"), _is_doubted_pool),
    **dict.fromkeys(("Conv", "ConvInteger", "QLinearConv"), _without_unread_pads),
    "ConvTranspose": _is_doubted_transposed,
    "PRelu": _as_product,
    "Range": _is_doubted_range,
    "Split": _is_doubted_split,
    "SplitToSequence": _is_doubted_sequence,
    **dict.fromkeys(("Resize", "Upsample"), _is_doubted_resize),
}

SIGNED: Final = 11
"""From this opset on axes may be counted from the end; before, inference counts them from nowhere, and runtimes so."""

_BY_AXES: Final = ("Squeeze", "Unsqueeze")
