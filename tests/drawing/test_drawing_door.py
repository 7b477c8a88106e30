"""``draw``: what it answers, where it saves, and what it refuses by name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scene_reader import faults

import symstride as ss
from symstride.drawing.graphic import FORMATS, Graphic
from symstride.drawing.scene import Box, Sheet, Word
from symstride.network.grid.plan import plan
from symstride.network.operators.records import AveragePool, GlobalPool, MaxPool

LAYER = ss.Conv(1, 1, 3, 2, 1, ndim=1)


def refused(call: Callable[[], object], kind: type[Exception], *words: str) -> None:
    with pytest.raises(kind) as caught:
        call()
    assert all(word in str(caught.value) for word in words), str(caught.value)


@pytest.mark.parametrize(
    ("layer", "frames", "words"),
    [
        (LAYER, 4, "A strided convolution"),
        (ss.Conv(1, 1, 3, 2, 1, ndim=2), 9, "4 small images"),
        (ss.Conv(1, 1, 3, 2, 1, ndim=3), 8, "smaller volumes"),
        (ss.Conv(1, 1, 3, 2, 1, ndim=4), 4, "A strided convolution"),
        (ss.ConvTranspose(1, 1, 3, 2, ndim=1), 9, "sub-pixel"),
        (ss.ConvTranspose(1, 1, 3, 2, ndim=2), 25, "4 convolutions of stride 1"),
        (MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), 9, "maxima"),
        (AveragePool((2,), (2,), ((0, 0),), (1,)), 4, "sums"),
        (ss.Conv(1, 1, 1, 2, 0, ndim=1), 4, "no other is read"),
        (ss.Conv(1, 1, 3, 1, 1, ndim=1), 4, "without stride"),
    ],
)
def test_what_is_drawn_without_a_word(layer: Any, frames: int, words: str) -> None:
    picture = ss.draw(layer)
    assert picture.steps == frames
    assert words in picture.caption
    assert words in picture._repr_svg_()
    assert f"{frames} frames" in repr(picture)


def test_a_large_input_of_a_layers_own_is_drawn_small() -> None:
    """``same`` padding is the one that it has on the layer's own input."""
    line = "Conv2D(64, (3, 3), strides=(2, 2), padding='same', input_shape=(64, 64, 3))"
    assert ss.draw(ss.read(line), "axis").steps == 4
    assert "$p=0$" in ss.draw(ss.read(line), "axis").scene.caption
    small = ss.Conv(1, 1, 3, 2, 1, input_size=(7,))
    assert ss.draw(small) == ss.draw(small, input_size=7)


def test_an_axis_is_picked() -> None:
    layer = ss.Conv(1, 1, (3, 5), (2, 3), 1)
    assert "$k=5$" in ss.draw(layer, "axis", axis=1).scene.caption
    assert ss.draw(layer, "bank", axis=0) == ss.draw(ss.Conv(1, 1, 3, 2, 1, ndim=1), "bank")


def test_frames_are_told_by_number() -> None:
    picture = ss.draw(LAYER)
    assert picture.frame(1).steps == 1
    refused(lambda: picture.frame(4), ss.SpecError, "0 to 3", "4")


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.draw("nn.Conv2d(3, 64, 3)"), ss.SpecError, ["str", "symstride.read"]),
        (lambda: ss.draw(GlobalPool("max")), ss.SpecError, ["GlobalPool", "MaxPool"]),
        (lambda: ss.draw(LAYER, "photo"), ss.SpecError, ["axis", "photo"]),
        (lambda: ss.draw(LAYER, "grid"), ss.SpecError, ["2 axes", "1 axes"]),
        (lambda: ss.draw(LAYER, axis=1), ss.SpecError, ["0 to 0"]),
        (lambda: ss.draw(LAYER, axis=True), ss.SpecError, ["axis"]),
        (lambda: ss.draw(LAYER, input_size=2.5), ss.SpecError, ["2.5"]),
        (lambda: ss.draw(LAYER, input_size=True), ss.SpecError, ["True"]),
        (lambda: ss.draw(LAYER, input_size=10**30), ss.SpecError, ["input_size"]),
        (lambda: ss.draw(LAYER, input_size=(4, 4)), ss.SpecError, ["one per axis", "(4, 4)"]),
        (lambda: ss.draw(LAYER, input_size=100), ss.NotSupported, ["64 places", "101"]),
        (lambda: ss.draw(ss.Conv(1, 1, "k", 2, 1, ndim=1)), ss.SpecError, ["k"]),
        (lambda: ss.draw(ss.Conv(1, 1, 3, 2, 1, ndim=2), input_size=40), ss.NotSupported, ["32 places", "41"]),
        (lambda: ss.draw(ss.Conv(1, 1, 10**9, 2, 1, ndim=1), "bank"), ss.NotSupported, ["40 places"]),
        (lambda: ss.draw(ss.Conv(1, 1, 3, 10**9, 1, ndim=1)), ss.NotSupported, ["64 places"]),
        (lambda: ss.draw(ss.Conv(1, 1, 1, 10**9, 0, ndim=1), input_size=3), ss.NotSupported, ["16 phases"]),
        (lambda: ss.draw(ss.Conv(1, 1, 1, 10**9, 0, ndim=1), "matrix", input_size=3), ss.NotSupported, ["phases"]),
        (lambda: ss.draw(ss.Conv(1, 1, 1, 1, 0, ndim=1), phases=10**9, input_size=3), ss.NotSupported, ["phases"]),
        (lambda: ss.draw(ss.Conv(1, 1, 10**9, 1, 10**9, ndim=3), input_size=1), ss.NotSupported, ["32 places"]),
        (lambda: ss.draw(ss.Conv(1, 1, 10**9, 1, 10**9, ndim=1), "matrix", input_size=1), ss.NotSupported, ["places"]),
        (lambda: ss.draw(ss.ConvTranspose(1, 1, 3, 10**9, ndim=1), input_size=1), ss.NotSupported, ["16 phases"]),
        (lambda: ss.draw(MaxPool((3,), (10**9,), ((0, 0),), (1,)), input_size=3), ss.NotSupported, ["16 phases"]),
        (lambda: ss.draw(ss.Conv(1, 1, (40, 3), 2, 1), "bank"), ss.NotSupported, ["32 places", "axis=1"]),
        (lambda: ss.draw(ss.Conv(1, 1, 3, 5, 1, ndim=2)), ss.NotSupported, ["16 phases", "25"]),
        (lambda: ss.draw(ss.ConvTranspose(1, 1, 3, 2, ndim=1), phases=2), ss.NotSupported, ["phases=2"]),
        (lambda: ss.draw(ss.ConvTranspose(1, 1, 3, 2, ndim=1), "matrix"), ss.SpecError, ["axis, grid, bank"]),
        (lambda: ss.draw(ss.ConvTranspose(1, 1, 3, 10**8, ndim=1)), ss.NotSupported, ["64 places"]),
    ],
)  # fmt: skip
def test_refusals(call: Callable[[], object], kind: type[Exception], words: list[str]) -> None:
    refused(call, kind, *words)


# ------------------------------------------------------------------------- networks


def tiny() -> ss.Network:
    build = ss.Builder("tiny")
    x = build.input("x", (1, 9, 9))
    y = build.add(ss.Conv(1, 2, (3, 3), stride=2, padding=1, bias=False), x, name="stem$_")
    y = build.add(MaxPool((3, 3), (2, 2), ((1, 1),) * 2, (1, 1)), y, name="pool")
    return build.network(build.add(ss.Conv(2, 2, (3, 3), padding=1), y, name="last"))


@pytest.mark.parametrize("scope", [None, "layer", "network"])
def test_a_network_has_masks_where_its_plan_has_them(scope: str | None) -> None:
    graphic = ss.draw(tiny(), scope=scope)
    words = [word.text for word in graphic.scene.shapes if isinstance(word, Word)]
    masks = sum(edge.masked for edge in plan(tiny()).edges) if scope == "network" else 0
    assert words.count("mask") == masks
    assert (masks > 0) == (scope == "network")
    assert ("1 channel of 9×9, 4×4 phases" in words) == (scope == "network")
    assert graphic.caption == "The network, layer by layer: x, stem$_, pool, last"
    assert faults(graphic.scene) == []
    assert r"stem\$\_" in graphic.tikz()


def test_a_network_has_options_of_its_own() -> None:
    refused(lambda: ss.draw(tiny(), "axis"), ss.SpecError, "axis", "operator")
    refused(lambda: ss.draw(tiny(), input_size=9), ss.SpecError, "input_size")
    refused(lambda: ss.draw(tiny(), scope="model"), ss.SpecError, "model")
    refused(lambda: ss.draw(LAYER, scope="network"), ss.SpecError, "Conv", "scope")
    assert ss.draw(tiny().node("pool").operator).steps == 9


def test_what_is_longer_than_a_format_can_say_is_refused() -> None:
    sheet = Sheet()
    sheet.add(Box(0.0, 0.0, 10.0, 6_000.0, "empty"))
    long = Graphic(sheet.scene("a long box"))
    assert "6004mm" in long.svg()
    refused(long.tikz, ss.NotSupported, "6,004 mm", "5,000 mm")


# ------------------------------------------------------------------------- files


def test_a_picture_is_moved_into_place(tmp_path: Path) -> None:
    path = ss.draw(LAYER).save(tmp_path / "axis.svg")
    assert path.read_text().startswith("<svg")
    assert [p.name for p in tmp_path.iterdir()] == ["axis.svg"]
    assert "@keyframes" in path.read_text()
    assert "@keyframes" not in ss.draw(LAYER).save(path, steps=False).read_text()
    assert r"\only<1>" in ss.draw(LAYER).save(tmp_path / "axis.tikz", steps=True).read_text()


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "axis.svg"
    path.write_text("before")
    monkeypatch.setattr("symstride.drawing.graphic.svg", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ss.draw(LAYER).save(path)
    assert path.read_text() == "before"


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    picture = ss.draw(LAYER)
    refused(lambda: picture.save(tmp_path / "none" / "axis.svg"), ss.SpecError, "a folder that exists")
    refused(lambda: picture.save(tmp_path / "axis.bmp"), ss.SpecError, ".svg", ".gif", "axis.bmp")
    refused(lambda: picture.save(tmp_path / "a\0.svg"), ss.SpecError, "folder")
    refused(lambda: picture.data("bmp"), ss.SpecError, "bmp", *FORMATS)
    refused(lambda: picture.data("tikz", dark=True), ss.SpecError, "dark")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["png", "pdf", "gif"])
def test_what_is_not_installed_is_named_with_the_way_to_get_it(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    refused(lambda: ss.draw(LAYER).data(form), ss.NotSupported, "matplotlib", "pip install 'symstride[draw]'")


def test_a_gif_names_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib", reason="pip install 'symstride[draw]'")
    monkeypatch.setitem(sys.modules, "PIL", None)
    refused(lambda: ss.draw(LAYER).data("gif"), ss.NotSupported, "Pillow", "pip install 'symstride[draw]'")
