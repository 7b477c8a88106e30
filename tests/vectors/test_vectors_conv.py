"""Convolutions that PyTorch and ONNX computed once, replayed without either by the loops and by the bank."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride import Conv, SpecError, expand
from symstride.check import convolve, convolve_plain

HERE = Path(__file__).parent
WORDS = {"SAME_UPPER": "same", "SAME_LOWER": "same_lower"}


@cache
def kept(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text())
    return rows


def array(row: dict[str, Any], name: str) -> NDArray[Any]:
    return np.array(row[name]["values"], dtype=np.int64).reshape(row[name]["shape"])


VECTORS = [pytest.param(row, id=f"{file}, {row['name']}") for file in ("torch", "onnx") for row in kept(f"conv_{file}")]


def parts(row: dict[str, Any]) -> tuple[Conv, NDArray[Any], NDArray[Any], NDArray[Any] | None, NDArray[Any]]:
    """The layer, x, w, b and the outsider's y."""
    pads = WORDS[row["pads"]] if isinstance(row["pads"], str) else row["pads"]
    layer = Conv(
        *row["channels"], row["kernel"], row["stride"], pads, row["dilation"], row["groups"], row["bias"], row["mode"]
    )
    return layer, array(row, "x"), array(row, "w"), array(row, "b") if row["bias"] else None, array(row, "y")


def test_there_are_enough() -> None:
    assert len(VECTORS) >= 40
    assert {len(row["size"]) for row in kept("conv_torch") + kept("conv_onnx")} == {1, 2, 3}


@pytest.mark.parametrize("row", VECTORS)
def test_the_loops(row: dict[str, Any]) -> None:
    layer, x, w, b, y = parts(row)
    assert layer.output_size(x.shape[2:]) == y.shape[2:]
    assert np.array_equal(convolve_plain(layer, x, w, b), y)
    assert np.array_equal(convolve(layer, x, w, b), y)


@pytest.mark.parametrize("row", VECTORS)
def test_the_bank(row: dict[str, Any]) -> None:
    layer, x, w, b, y = parts(row)
    for phases, origin, order in product((1, 2, 3), ("image", "padded"), ("channel_major", "phase_major")):
        whole = all(n % (s * phases) == 0 for n, s in zip(x.shape[2:], layer.stride))
        if layer.padding_mode == "circular" and origin == "image" and not whole:
            with pytest.raises(SpecError, match="circular"):
                expand(layer, phases, origin, order, input_size=x.shape[2:])
        else:
            bank = expand(layer, phases, origin, order, input_size=x.shape[2:])
            assert np.array_equal(bank.apply(x, w, b), y), (phases, origin, order)


@pytest.mark.parametrize("row", kept("phases"), ids=lambda row: f"{row['operator']} {row['cell']}")
def test_the_phases(row: dict[str, Any]) -> None:
    x, y = array(row, "x"), array(row, "y")
    bank = expand(Conv(x.shape[1], 1, (1, 1), row["cell"]), order=row["order"])
    assert np.array_equal(bank.split(x), y)
    back = expand(Conv(1, x.shape[1], (1, 1)), phases=row["cell"], order=row["order"])
    assert np.array_equal(back.merge(y, x.shape[2:]), x)


def test_a_changed_vector_is_noticed() -> None:
    for row in kept("conv_torch"):
        for name in ("x", "w", "b", "y"):
            if row[name] is None or (name == "x" and max(row["stride"]) > min(row["kernel"])):
                continue  # a place of the input may be read by nobody
            values = [row[name]["values"][0] + 1, *row[name]["values"][1:]]
            layer, x, w, b, y = parts(row | {name: row[name] | {"values": values}})
            if name != "x" or row["pads"][0][0] >= 0:
                assert not np.array_equal(convolve(layer, x, w, b), y), (row["name"], name)


def test_the_frameworks_still_say_so(need: Callable[[str], str]) -> None:
    need("torch")
    need("onnx")
    from make_conv_vectors import texts

    for name, text in texts().items():
        assert (HERE / name).read_text() == text, name
