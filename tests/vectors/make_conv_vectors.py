"""Small convolutions computed by PyTorch and by ONNX's reference evaluator, kept as text.

    python tests/vectors/make_conv_vectors.py            write conv_torch.json, conv_onnx.json, phases.json
    python tests/vectors/make_conv_vectors.py --check    say which of them would change

The vectors are for checking symstride, so nothing here imports it: this script and the two frameworks are the oracle.
Numbers are integers between -9 and 9, drawn by Python's own generator from the seed and the name of the case.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 1712
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One layer and its input size.  ``pads`` lists (low, high) per axis, or is the name of ONNX's ``auto_pad``."""

    name: str
    channels: tuple[int, int]
    size: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    pads: tuple[tuple[int, int], ...] | str
    dilation: tuple[int, ...]
    groups: int = 1
    bias: bool = True
    mode: str = "zeros"


# fmt: off
TORCH = (
    Case("1d plain", (2, 3), (7,), (3,), (1,), ((0, 0),), (1,)),
    Case("1d stride 2", (2, 3), (8,), (3,), (2,), ((1, 1),), (1,)),
    Case("1d stride 3, kernel 5", (2, 2), (13,), (5,), (3,), ((2, 2),), (1,)),
    Case("1d stride past the kernel", (2, 2), (15,), (2,), (5,), ((0, 0),), (1,)),
    Case("1d kernel 1", (3, 2), (9,), (1,), (2,), ((0, 0),), (1,)),
    Case("1d dilated", (2, 2), (11,), (3,), (1,), ((2, 2),), (2,)),
    Case("1d strided and dilated", (2, 2), (14,), (3,), (2,), ((3, 3),), (3,)),
    Case("1d padded low", (2, 2), (9,), (4,), (2,), ((3, 0),), (1,)),
    Case("1d padded high", (2, 2), (9,), (4,), (2,), ((0, 3),), (1,)),
    Case("1d cropped low", (2, 2), (12,), (3,), (2,), ((-2, 1),), (1,)),
    Case("1d cropped high", (2, 2), (12,), (3,), (2,), ((1, -3),), (1,)),
    Case("1d padding past the kernel", (2, 2), (4,), (2,), (3,), ((7, 6),), (1,)),
    Case("1d two groups", (4, 6), (9,), (3,), (2,), ((1, 1),), (1,), 2),
    Case("1d depthwise, two outputs each", (3, 6), (9,), (4,), (3,), ((1, 2),), (1,), 3, False),
    Case("1d circular", (2, 2), (8,), (3,), (2,), ((1, 1),), (1,), 1, True, "circular"),
    Case("1d circular, dilated", (2, 2), (9,), (3,), (3,), ((4, 2),), (2,), 1, False, "circular"),
    Case("2d plain", (2, 2), (4, 5), (2, 3), (1, 1), ((0, 0), (0, 0)), (1, 1)),
    Case("2d stride 2", (3, 4), (7, 6), (3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)),
    Case("2d unlike axes", (2, 3), (9, 7), (4, 2), (3, 1), ((2, 1), (0, 1)), (1, 2)),
    Case("2d stem, smaller", (2, 2), (9, 8), (7, 7), (2, 2), ((3, 3), (3, 3)), (1, 1)),
    Case("2d patches", (3, 2), (8, 8), (4, 4), (4, 4), ((0, 0), (0, 0)), (1, 1)),
    Case("2d depthwise", (3, 3), (6, 7), (3, 2), (2, 3), ((1, 1), (1, 0)), (1, 1), 3),
    Case("2d circular", (2, 2), (6, 4), (3, 3), (2, 2), ((1, 1), (2, 1)), (1, 1), 1, True, "circular"),
    Case("3d stride 2", (2, 2), (4, 5, 3), (2, 3, 2), (2, 2, 1), ((1, 1), (1, 1), (0, 0)), (1, 1, 1)),
    Case("3d unlike axes", (2, 2), (3, 5, 4), (1, 2, 2), (1, 3, 2), ((0, 0), (1, 0), (2, 1)), (1, 2, 1), 1, False),
    Case("3d two groups", (4, 2), (3, 4, 4), (2, 1, 2), (1, 2, 1), ((1, 0), (0, 0), (0, 1)), (1, 1, 2), 2),
)
ONNX = (
    Case("1d upper, odd total", (2, 2), (8,), (3,), (2,), "SAME_UPPER", (1,)),
    Case("1d lower, odd total", (2, 2), (8,), (3,), (2,), "SAME_LOWER", (1,)),
    Case("1d upper, even total", (2, 2), (7,), (3,), (2,), "SAME_UPPER", (1,)),
    Case("1d upper, nothing to pad", (2, 2), (8,), (2,), (2,), "SAME_UPPER", (1,)),
    Case("1d upper, stride past the kernel", (2, 2), (9,), (2,), (4,), "SAME_UPPER", (1,)),
    Case("1d lower, even kernel, stride 1", (2, 2), (6,), (4,), (1,), "SAME_LOWER", (1,)),
    Case("1d upper, dilated", (2, 2), (10,), (3,), (3,), "SAME_UPPER", (2,)),
    Case("1d lower, dilated", (2, 2), (10,), (2,), (3,), "SAME_LOWER", (3,)),
    Case("1d explicit", (2, 3), (10,), (3,), (2,), ((0, 3),), (2,)),
    Case("1d groups", (4, 4), (9,), (2,), (2,), ((1, 0),), (1,), 4),
    Case("2d upper", (2, 2), (5, 8), (3, 3), (2, 2), "SAME_UPPER", (1, 1)),
    Case("2d lower", (2, 2), (5, 8), (3, 3), (2, 2), "SAME_LOWER", (1, 1)),
    Case("2d upper, unlike axes", (2, 2), (6, 7), (4, 1), (3, 2), "SAME_UPPER", (1, 1), 2, False),
    Case("2d explicit", (2, 3), (6, 5), (3, 2), (2, 1), ((1, 2), (0, 1)), (1, 3)),
    Case("2d depthwise", (3, 3), (5, 6), (2, 3), (2, 2), ((1, 0), (1, 1)), (1, 1), 3),
    Case("3d upper", (2, 2), (3, 4, 5), (2, 3, 1), (2, 2, 2), "SAME_UPPER", (1, 1, 1)),
    Case("3d explicit", (2, 2), (3, 4, 5), (2, 2, 3), (1, 2, 2), ((0, 1), (1, 0), (2, 1)), (1, 2, 1)),
)
# fmt: on


def draw(name: str, *shape: int) -> NDArray[np.int64]:
    """Integers that are not 0, from the seed and the name."""
    rng = random.Random(f"{SEED} {name}")
    values = [rng.choice([n for n in range(-9, 10) if n]) for _ in range(prod(shape))]
    return np.array(values, dtype=np.int64).reshape(shape)


def arrays(case: Case) -> dict[str, NDArray[np.int64] | None]:
    fan_in, fan_out = case.channels
    return {
        "x": draw(case.name + " x", 1, fan_in, *case.size),
        "w": draw(case.name + " w", fan_out, fan_in // case.groups, *case.kernel),
        "b": draw(case.name + " b", fan_out) if case.bias else None,
    }


# ---------------------------------------------------------------- the two oracles


def by_torch(case: Case) -> NDArray[Any]:
    import torch
    from torch.nn import functional

    assert not isinstance(case.pads, str)
    x, w, b = (None if part is None else torch.from_numpy(part) for part in arrays(case).values())
    amounts = [n for pair in reversed(case.pads) for n in pair]
    padded = functional.pad(x, amounts, mode="circular" if case.mode == "circular" else "constant")
    run = (functional.conv1d, functional.conv2d, functional.conv3d)[len(case.size) - 1]
    return np.asarray(run(padded, w, b, case.stride, 0, case.dilation, case.groups).numpy())


def by_onnx(case: Case) -> NDArray[Any]:
    from onnx import TensorProto, helper

    feeds = {name: part for name, part in arrays(case).items() if part is not None}
    padding: dict[str, Any] = {"auto_pad": case.pads}
    if not isinstance(case.pads, str):
        padding = {"pads": [low for low, _ in case.pads] + [high for _, high in case.pads]}
    node = helper.make_node(
        "Conv", list(feeds), ["y"], strides=case.stride, dilations=case.dilation, group=case.groups, **padding
    )
    return run_node(node, feeds, TensorProto.INT64)


def run_node(node: Any, feeds: dict[str, Any], kind: int) -> NDArray[Any]:
    from onnx import helper
    from onnx.reference import ReferenceEvaluator

    values = [helper.make_tensor_value_info(name, kind, None) for name in [*feeds, "y"]]
    graph = helper.make_graph([node], "vector", values[:-1], values[-1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    return np.asarray(ReferenceEvaluator(model).run(None, feeds)[0])


def pixel_unshuffle(x: NDArray[np.int64], cell: int) -> NDArray[Any]:
    import torch

    return np.asarray(torch.nn.functional.pixel_unshuffle(torch.from_numpy(x), cell).numpy())


def space_to_depth(x: NDArray[np.int64], cell: int) -> NDArray[Any]:
    from onnx import TensorProto, helper

    node = helper.make_node("SpaceToDepth", ["x"], ["y"], blocksize=cell)
    return run_node(node, {"x": x}, TensorProto.INT64)


# ---------------------------------------------------------------- text


def shown(array: NDArray[Any] | None) -> dict[str, Any] | None:
    return None if array is None else {"shape": list(array.shape), "values": [int(n) for n in array.ravel()]}


def layers(cases: tuple[Case, ...], oracle: Callable[[Case], NDArray[Any]]) -> Iterator[dict[str, Any]]:
    for case in cases:
        fields = {name: getattr(case, name) for name in Case.__dataclass_fields__}
        parts = {name: shown(part) for name, part in arrays(case).items()}
        yield fields | parts | {"y": shown(oracle(case))}


def phases() -> Iterator[dict[str, Any]]:
    for cell, shape in ((2, (1, 3, 4, 6)), (3, (2, 2, 6, 3))):
        x = draw(f"phases {cell}", *shape)
        for order, operator, move in (
            ("channel_major", "torch pixel_unshuffle", pixel_unshuffle),
            ("phase_major", "onnx SpaceToDepth", space_to_depth),
        ):
            yield {"order": order, "operator": operator, "cell": cell, "x": shown(x), "y": shown(move(x, cell))}


def texts() -> dict[str, str]:
    """The three files: a JSON list with one case a line."""
    made = {"conv_torch": layers(TORCH, by_torch), "conv_onnx": layers(ONNX, by_onnx), "phases": phases()}
    return {f"{name}.json": "[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n" for name, rows in made.items()}


def main() -> int:
    made = texts()
    stale = [name for name, text in made.items() if not (HERE / name).is_file() or (HERE / name).read_text() != text]
    if "--check" not in sys.argv:
        for name in stale:
            (HERE / name).write_text(made[name])
    print(*[f"{name}: {'differs' if name in stale else 'as kept'}" for name in made], sep="\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
