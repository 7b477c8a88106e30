"""Strided layers and their expanded forms in other people's frameworks: exact on integers, within the bound on floats.

The small run is part of every test run; the large ones are marked ``full`` and ``whole``.  Together they hold the
promise: 3,148 layers exactly in PyTorch on int64, 300 each in ONNX Runtime, Keras and JAX on floats within the derived
bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from framework_runs import TRAITS, agree, grid_cases, traits
from strategies import random_cases
from toolbox import SEED

NUMBERS = {
    "numpy": ("integers", "fractions", "float32", "float64"),
    "scipy": ("integers", "float32", "float64"),
    "torch": ("integers", "float32", "float64"),
    "jax": ("integers", "float32"),
    "keras": ("float32", "float64"),
    "onnx_reference": ("integers", "int8", "float32", "float64"),
    "onnxruntime": ("int8", "float32"),
}
MODULES = {name: ("onnx" if name == "onnx_reference" else name) for name in NUMBERS}


@pytest.mark.parametrize("backend", NUMBERS)
def test_a_few_random_layers_agree(backend: str, need: Callable[[str], str]) -> None:
    need(MODULES[backend])
    count = 4 if backend == "jax" else 12  # JAX compiles each shape
    rows = agree(backend, random_cases(SEED, count), SEED, *NUMBERS[backend])
    sides = ("expanded",) if backend == "numpy" else ("expanded", "strided")
    for side in sides:
        assert all(rows[f"{side} on {kind}"] >= count for kind in NUMBERS[backend]), rows


# ---------------------------------------------------------------- the large runs

PART = 250
PARTS = 10


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("part", range(PARTS))
def test_2500_layers_agree_exactly_in_pytorch(part: int, need: Callable[[str], str]) -> None:
    need("torch")
    rows = agree("torch", random_cases(SEED + part, PART), SEED + part, "integers")
    assert rows["strided on integers"] == PART


GRID = list(grid_cases())


@pytest.mark.full
@pytest.mark.parametrize("part", range(3))
def test_a_grid_of_648_layers_agrees_exactly_in_pytorch(part: int, need: Callable[[str], str]) -> None:
    need("torch")
    rows = agree("torch", GRID[part::3], SEED, "integers")
    assert rows["strided on integers"] == 216


@pytest.mark.full
def test_those_layers_are_of_every_kind() -> None:
    assert len(set(GRID)) == 648
    seen = Counter(trait for part in range(PARTS) for case in random_cases(SEED + part, PART) for trait in traits(case))
    seen.update(trait for case in GRID for trait in traits(case))
    assert all(seen[trait] >= 100 for trait in TRAITS), seen


@pytest.mark.sampled(3, 3)
@pytest.mark.parametrize(
    ("backend", "part"),
    [  # JAX compiles each shape, so that most of its parts are left to the whole campaigns
        pytest.param(backend, part, marks=pytest.mark.whole if backend == "jax" and part > 1 else pytest.mark.full)
        for backend in ("onnxruntime", "keras", "jax", "torch")
        for part in range(6)
    ],
)
def test_300_layers_agree_on_floats(backend: str, part: int, need: Callable[[str], str]) -> None:
    need(backend)
    rows = agree(backend, random_cases(SEED + part, 50), SEED + part, "float32")
    assert rows["strided on float32"] == 50


@pytest.mark.full
@pytest.mark.parametrize(
    ("backend", "numbers"),
    [("onnx_reference", "integers"), ("onnx_reference", "int8"), ("onnxruntime", "int8"), ("scipy", "integers")],
)
def test_300_layers_agree_exactly(backend: str, numbers: str, need: Callable[[str], str]) -> None:
    need(MODULES[backend])
    rows = agree(backend, random_cases(SEED, 300), SEED, numbers)
    assert rows[f"strided on {numbers}"] == 300
