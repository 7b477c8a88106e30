"""Weights that a model computes: normalised ones, sums of others, or what else is a value and no constant.

The theorem holds for all weights, so nothing is known of these but their shapes.  While such a layer is read, numbers
that are all different stand for them, 1, 2, 3, ...: a number in an expanded weight says which entry stands there, and 0
is a structural zero.  In the file the expanded weight is gathered from the value by that table.  In a file that others
wrote only such moves count (``check_moved``): a bank that holds the numbers themselves is not a copy of the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import onnx_module, tensor_array
from symstride.adapters.onnx.scopes import STANDARD, GraphScope, ValueType
from symstride.errors import NotSupported

Computed: TypeAlias = Mapping[int, str]
"""The inputs of a layer that are weights and no constants: the value by the number of the input."""

LAYERS: Final = ("Conv", "ConvTranspose")
ROLES: Final = (1, 2)
"""Inputs of a layer that are its weight and its bias."""

MOVES: Final = ("Concat", "Gather", "Identity", "Reshape", "Slice", "Squeeze", "Transpose", "Unsqueeze")
"""Operators that move the entries of a weight, and that a reader carries out."""


def computed_weights(scope: GraphScope, node: Any, asked: str) -> Computed:
    """The weights of a layer that are values.  Refused where the layer reads one of them as its map, too."""
    if node.domain not in STANDARD or node.op_type not in LAYERS:
        return {}
    given = dict(enumerate(node.input))
    found = {n: given[n] for n in ROLES if given.get(n) and not scope.is_constant(given[n])}
    if given.get(0) in found.values() or len(set(found.values())) < len(found):
        raise NotSupported(asked, "a map, a weight and a bias that are three values", "one value twice", "copy it")
    return found


def stand_ins(computed: Computed, types: Mapping[str, ValueType], asked: str) -> dict[str, NDArray[Any]]:
    """For each weight an array of its shape, the numbers of all of them different, from 1 on.

    Raises ``NotSupported`` for open sizes, and for more numbers than the element type has.
    """
    onnx, found, count = onnx_module(), dict[str, NDArray[Any]](), 0
    for _, name in sorted(computed.items()):
        kind = types[name]
        if kind.sizes is None or not all(kind.sizes):
            raise NotSupported(asked, f"sizes of the weight {name!r} that are numbers", "open ones", "give the sizes")
        shape = [int(n or 0) for n in kind.sizes]
        dtype = np.dtype(onnx.helper.tensor_dtype_to_np_dtype(kind.element))
        if dtype.kind != "f" or dtype.itemsize not in (2, 4, 8):
            raise NotSupported(asked, "weights of floats, where they are computed", str(dtype), "fold them yourself")
        most = 2 ** (int(np.finfo(dtype).nmant) + 1)
        if count + prod(shape) > most:
            got = f"{count + prod(shape):,} of them"
            raise NotSupported(asked, f"at most {most:,} computed weights of a layer in {dtype}", got, "fold them")
        found[name] = np.arange(count + 1, count + 1 + prod(shape)).astype(dtype).reshape(shape)
        count += prod(shape)
    return found


def table_of(array: NDArray[Any], numbers: NDArray[Any]) -> tuple[NDArray[np.int32], bool]:
    """Which entry of the weight stands where, and whether there are zeros; for a zero the place behind the last."""
    first, count = int(numbers.flat[0]), numbers.size
    places = array.astype(np.int64)
    holes = places == 0
    return np.where(holes, count, places - first).astype(np.int32), bool(holes.any())


def check_moved(alone: Any, computed: Computed, folder: Path | None, asked: str) -> None:
    """Refuse a fragment whose layers have weights, in the place of computed ones, that are no copies of these.

    ``alone`` is the model of the fragment.  Its layers read there what ``MOVES`` make of the values; no other constant
    is read than whole numbers and zeros, but by layers as weights that are constants in the original too.
    """
    moved, hint = set(computed.values()), "rewrite the model again"
    plain = {tensor.name: tensor for tensor in alone.graph.initializer if tensor.name not in moved}

    def refuse(node: Any, got: str) -> NotSupported:
        expected = f"weights that are copied from {', '.join(computed.values())}"
        return NotSupported(f"{asked}, node {node.name or node.output[0]!r}"[:200], expected[:200], got, hint)

    for node in alone.graph.node:
        if node.op_type == "Constant" and node.domain in STANDARD and any(a.HasField("t") for a in node.attribute):
            (plain[node.output[0]],) = (a.t for a in node.attribute if a.HasField("t"))
            continue
        read = dict(enumerate(node.input))
        if node.op_type in LAYERS:
            for number in (0, *ROLES):
                if read.get(number) and (read[number] in moved) != (number in computed):
                    raise refuse(node, f"{read[number]!r} as input {number}"[:200])
            continue
        values = {name for name in read.values() if name and name not in plain}
        if values & moved:
            if node.op_type not in MOVES or node.domain not in STANDARD or not values <= moved:
                raise refuse(node, f"what {node.op_type} computes of them"[:200])
            moved.update(node.output)
        elif not values:
            raise refuse(node, f"a constant that {node.op_type} computes"[:200])
        for name in read.values():
            if name in plain:
                array = tensor_array(plain[name], folder)
                if array.dtype.kind not in "iu" and array.any():
                    raise refuse(node, f"the numbers of {name!r}"[:200])
