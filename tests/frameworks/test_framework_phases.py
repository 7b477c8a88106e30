"""The two channel orders are those of real operators: pixel_unshuffle, SpaceToDepth and Keras' space_to_depth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride import Conv, cross_check, expand
from symstride.check.backends import find

OPERATORS = [
    ("torch", "torch", "channel_major"),
    ("onnx_reference", "onnx", "phase_major"),
    ("onnxruntime", "onnxruntime", "phase_major"),
    ("keras", "keras", "phase_major"),
    ("keras", "keras", "channel_major"),
]
SIGNAL = np.random.default_rng(7).permutation(2 * 3 * 12 * 18).reshape(2, 3, 12, 18).astype(np.float32)


def moved(signal: NDArray[Any], cell: int, order: str) -> NDArray[Any]:
    bank = expand(Conv(3, 2, kernel=(3, 3), stride=cell), order=order)
    return bank.split(signal)


@pytest.mark.parametrize("cell", [2, 3])
@pytest.mark.parametrize(("name", "module", "order"), OPERATORS)
def test_split_is_the_operator(name: str, module: str, order: str, cell: int, need: Callable[[str], str]) -> None:
    need(module)
    phases = find(name).space_to_depth(SIGNAL, cell, order)  # type: ignore[arg-type]
    other = {"phase_major": "channel_major", "channel_major": "phase_major"}[order]
    assert phases.dtype == SIGNAL.dtype
    assert np.array_equal(phases, moved(SIGNAL, cell, order))
    assert not np.array_equal(phases, moved(SIGNAL, cell, other))


@pytest.mark.parametrize("cell", [2, 3])
@pytest.mark.parametrize(("name", "module", "order"), OPERATORS)
def test_merge_is_its_inverse(name: str, module: str, order: str, cell: int, need: Callable[[str], str]) -> None:
    need(module)
    bank = expand(Conv(2, 3, kernel=(3, 3), padding=1), phases=cell, order=order)
    channels = moved(SIGNAL, cell, order)
    assert np.array_equal(bank.merge(channels, (12, 18)), SIGNAL)
    assert np.array_equal(find(name).depth_to_space(channels, cell, order), SIGNAL)  # type: ignore[arg-type]


@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize("phases", [1, 2, 3])
@pytest.mark.parametrize(("name", "module", "order"), OPERATORS)
def test_a_layer_by_the_operator(
    name: str, module: str, order: str, phases: int, groups: int, need: Callable[[str], str]
) -> None:
    need(module)
    numbers = [kind for kind in ("integers", "int8", "float32") if kind in find(name).numbers]
    layer = Conv(4, 6, kernel=(3, 5), stride=2, padding=((1, -1), (4, 2)), dilation=(2, 1), groups=groups)
    for origin in ("image", "padded"):
        report = cross_check(layer, (13, 16), [name], 3, phases, origin, order, numbers=numbers)
        operator = [row for row in report.rows if row.side.startswith("expanded, ")]
        assert len(operator) == len(numbers)
        assert report.ok, report


def test_onnx_and_pytorch_orders_differ_and_that_shows(need: Callable[[str], str]) -> None:
    """What goes wrong when one operator is taken for the other, as exporters have done."""
    need("torch")
    need("onnx")
    x, w = np.arange(64).reshape(1, 4, 4, 4), np.arange(1, 33).reshape(2, 4, 2, 2)
    bank = expand(Conv(4, 2, kernel=(2, 2), stride=2, bias=False))
    torch, onnx = find("torch"), find("onnx_reference")
    right = torch.space_to_depth(x, 2, "channel_major")
    wrong = onnx.space_to_depth(x, 2, "phase_major")
    outputs = [torch.convolve(bank.layer((4, 4)), phases, bank.weight(w), None) for phases in (right, wrong)]
    assert np.array_equal(outputs[0], bank.apply(x, w))
    assert not np.array_equal(outputs[1], bank.apply(x, w))
