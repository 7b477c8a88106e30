"""Words do not meet, stay in their boxes and on the paper, and no picture is wider than a page."""

from __future__ import annotations

import random
from typing import Any

import pytest
from scene_reader import faults

from symstride.drawing.door import draw
from symstride.drawing.letters import literal, plain, runs, width_of
from symstride.drawing.pictures.cells import PAGE
from symstride.drawing.scene import Box, Sheet, Word
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators.records import AveragePool, MaxPool


def problems(layer: Any, what: str, **options: Any) -> list[str]:
    try:
        scene = draw(layer, what, **options).scene
    except NotSupported:  # too large, and says so
        return []
    return faults(scene) + [f"{scene.width} mm wide"] * (scene.width > PAGE)


def random_layer(rng: random.Random, axes: int, kernel: int, stride: int) -> tuple[Conv, tuple[int, ...]]:
    """A layer, and an input that it fits on."""
    k, s = ([rng.randint(1, most) for _ in range(axes)] for most in (kernel, stride))
    d = [rng.choice([1, 1, 1, 2, 3]) for _ in range(axes)]
    p = [rng.randint(0, n * e // 2) for n, e in zip(k, d, strict=True)]
    rows = list(zip(k, s, p, d, strict=True))
    size = tuple(max(1, e * (n - 1) + 1 - 2 * q) + rng.randint(0, 3 * m) for n, m, q, e in rows)
    return Conv(1, 1, k, s, [(q, q) for q in p], d), size


CASES = [
    ("axis", 1, 12, 6), ("bank", 1, 12, 6), ("matrix", 1, 9, 5), ("grid", 2, 7, 4), ("bank", 2, 12, 6),
    ("volume", 3, 3, 3),
]  # fmt: skip


@pytest.mark.parametrize(("what", "axes", "kernel", "stride"), CASES)
def test_random_layers(what: str, axes: int, kernel: int, stride: int, rng: random.Random) -> None:
    sweep(what, axes, kernel, stride, rng, 6)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize(("what", "axes", "kernel", "stride"), CASES)
def test_many_random_layers(what: str, axes: int, kernel: int, stride: int, rng: random.Random) -> None:
    sweep(what, axes, kernel, stride, rng, 60)


def sweep(what: str, axes: int, kernel: int, stride: int, rng: random.Random, count: int) -> None:
    for _ in range(count):
        layer, size = random_layer(rng, axes, kernel, stride)
        options = {} if what == "bank" else {"input_size": size}
        phases = rng.choice([1, 1, 2]) if what != "volume" else 1
        assert problems(layer, what, phases=phases, **options) == [], (layer, size, phases)


@pytest.mark.parametrize("k", [1, 2, 3, 5, 12])
def test_banks_of_two_axes(k: int) -> None:
    """With many phases the gaps between matrices are what is wide."""
    for s in (2, 3, 6):
        picture = draw(Conv(1, 1, (k, k), s, k // 2), "bank")
        assert faults(picture.scene) == [], (k, s)
        assert picture.scene.width <= PAGE


@pytest.mark.full
@pytest.mark.parametrize("k", range(1, 13))
def test_all_banks_of_two_axes(k: int) -> None:
    """A page is wide enough for every stride and low padding."""
    for s in range(1, 7):
        for p in {0, 1, k // 2}:
            assert problems(Conv(1, 1, (k, k), s, p), "bank") == [], (k, s, p)


def test_transposed_layers(rng: random.Random) -> None:
    for _ in range(8):
        k, s, n, p = rng.randint(1, 9), rng.randint(1, 6), rng.randint(1, 6), rng.randint(0, 1)
        if s * (n - 1) + k - 2 * p < 1:
            continue
        assert problems(ConvTranspose(1, 1, k, s, p, ndim=1), "axis", input_size=n) == [], (k, s, n, p)
        plane = ConvTranspose(1, 1, (k, 2), (s, 1), ((p, p), (0, 0)))
        assert problems(plane, "grid", input_size=(n, 2)) == [], (k, s, n, p)


@pytest.mark.parametrize("kind", [MaxPool, AveragePool])
def test_pools_of_one_and_two_axes(kind: type[MaxPool | AveragePool]) -> None:
    for k, s, n in ((2, 2, 8), (3, 2, 9), (3, 1, 6), (2, 3, 9)):
        assert problems(kind((k,), (s,), ((0, 0),), (1,)), "axis", input_size=n) == []
        assert problems(kind((k, k), (s, s), ((0, 0),) * 2, (1, 1)), "grid", input_size=n) == []


# ------------------------------------------------------------------------- the reader says no


def test_faults_are_found() -> None:
    sheet = Sheet()
    sheet.add(Word(0.0, 0.0, "one word", 2.0), Word(3.0, 0.5, "another", 2.0))
    sheet.add(Box(0.0, 10.0, 2.0, 2.0, "empty"), Word(1.0, 11.0, "too wide", 2.0))
    found = faults(sheet.scene("", 1))
    assert any("meets" in fault for fault in found)
    assert any("wider than its box" in fault for fault in found)
    hidden = Sheet()
    hidden.add(Word(1.0, 11.0, "too wide", 2.0), Box(0.0, 10.0, 2.0, 2.0, "empty"))
    assert faults(hidden.scene("", 1)) == []


# ------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("stride 2", "stride 2"),
        ("$w_{12}$ of $y$", "w12 of y"),
        (r"$\tilde{w}_{0,1}$", "w\u03030,1"),
        (r"$\rho=-1$", "ρ\u2009=\u2009−1"),
        ("$-2$ and $a-b$", "−2 and a\u2009−\u2009b"),
        (r"$\Omega_{\sigma}\mathbf{x}$", "Ωσx"),
        (r"$\unknown x$", "unknownx"),
        (r"a\$b", "a$b"),
        (literal(r"x$y\$z$"), r"x$y\$z$"),
        ("", ""),
    ],
)
def test_words_are_read(text: str, seen: str) -> None:
    assert plain(text) == seen


def test_sub_and_superscripts_are_smaller() -> None:
    assert [(run.characters, run.level) for run in runs("$a_1^{bc}$")] == [("a", 0), ("1", -1), ("b", 1), ("c", 1)]
    assert width_of("$w_{3}$", 2.0) < width_of("w3", 2.0, verbatim=True)
    assert width_of("a", 4.0) == 2 * width_of("a", 2.0)
