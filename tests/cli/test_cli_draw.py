"""``symstride draw``: formats by option and by name, transposed layers and pools, refusals."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from model_files import written

import symstride as ss
from symstride.cli import main
from symstride.cli.draw import FORMATS, WHAT
from symstride.drawing import graphic
from symstride.drawing.door import PICTURES
from symstride.network.operators.records import AveragePool, MaxPool

Streams = pytest.CaptureFixture[str]
AXIS = ("--kernel", "3", "--stride", "2", "--padding", "1", "--axes", "1")


def test_the_choices_are_those_of_the_package() -> None:
    assert set(FORMATS) == set(graphic.FORMATS)
    assert set(WHAT) == set(PICTURES)


def test_texts_go_to_the_output_stream(capsys: Streams) -> None:
    for form, words in (("svg", "<svg"), ("tikz", r"\begingroup"), ("tex", r"\documentclass")):
        assert main(["draw", *AXIS, "--format", form]) == 0
        out, err = capsys.readouterr()
        assert out.startswith(words)
        assert err == ""
        assert out == ss.draw(ss.Conv(1, 1, 3, 2, 1, ndim=1)).data(form, steps=False).decode() + "\n"


def test_a_file_by_its_name(tmp_path: Path, capsys: Streams) -> None:
    file = tmp_path / "grid.svg"
    assert main(["draw", "nn.Conv2d(3, 64, kernel_size=3, stride=2, padding=1)", "-o", str(file), "--steps"]) == 0
    assert file.read_text() == ss.draw(ss.Conv(1, 1, 3, 2, 1, ndim=2)).svg()
    out, _ = capsys.readouterr()
    assert "4 small images" in out
    assert f"written: {file}" in out


@pytest.mark.parametrize(
    ("words", "layer", "options"),
    [
        (["--transposed", "--input", "5"], ss.ConvTranspose(1, 1, 3, 2, 1, ndim=1), {"input_size": 5}),
        (["--pool", "max"], MaxPool((3,), (2,), ((1, 1),), (1,)), {}),
        (["--pool", "average", "--input", "9"], AveragePool((3,), (2,), ((1, 1),), (1,)), {"input_size": 9}),
        (["--what", "bank", "--phases", "2"], ss.Conv(1, 1, 3, 2, 1, ndim=1), {"what": "bank", "phases": 2}),
        (["--origin", "padded"], ss.Conv(1, 1, 3, 2, 1, ndim=1), {"origin": "padded"}),
        (["--axis", "1"], ss.Conv(1, 1, 3, 2, 1, ndim=1), {"axis": 0}),
    ],
)  # fmt: skip
def test_options_are_those_of_draw(
    words: list[str], layer: object, options: dict[str, object], capsys: Streams
) -> None:  # fmt: skip
    assert main(["draw", *AXIS, *words, "--steps"]) == 0
    assert capsys.readouterr().out == ss.draw(layer, **options).svg() + "\n"  # type: ignore[arg-type]


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_a_model_is_drawn_as_boxes(scope: str, tmp_path: Path, capsys: Streams) -> None:
    pytest.importorskip("onnx", reason="pip install 'symstride[onnx]'")
    model = str(written(tmp_path))
    assert main(["draw", model, "--scope", scope]) == 0
    assert capsys.readouterr().out == ss.draw(ss.read(tmp_path / Path(model).name), scope=scope).svg(steps=False) + "\n"
    assert main(["draw", model, "--what", "bank"]) == 2
    assert "--what, for one layer" in capsys.readouterr().err
    assert main(["draw", *AXIS, "--scope", scope]) == 2


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ([*AXIS, "--format", "png"], 2, "add -o picture.png"),
        ([*AXIS, "-o", "picture.jpg"], 2, "ends in .svg"),
        ([*AXIS, "--what", "photo"], 2, "photo"),
        ([*AXIS, "--input", "1000"], 3, "64 places"),
        ([*AXIS, "--axis", "zero"], 2, "count from 1"),
        ([*AXIS, "--axis", "2"], 2, "an axis of the layer"),
        (["--kernel", "k", "--axes", "1"], 2, "the symbol k"),
        (["--kernel", "k", "--axes", "1", "--pool", "max"], 2, "the symbol k"),
        (["--kernel", "3", "--axes", "1", "--padding", "same", "--stride", "2", "--transposed"], 2, "--padding 1"),
        (["nn.Conv2d(3, 64, 3)", "--pool", "max"], 2, "a pasted line or options"),
        ([*AXIS, "--pool", "max", "--transposed"], 2, "not allowed"),
        ([*AXIS, "--dark", "--format", "tikz"], 2, "dark"),
        ([], 2, "a layer"),
    ],
)
def test_refusals(words: list[str], code: int, part: str, capsys: Streams) -> None:
    assert main(["draw", *words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert part in err
    assert err.startswith("asked:")


def test_what_is_missing_is_named(tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert main(["draw", *AXIS, "-o", str(tmp_path / "axis.png")]) == 3
    assert "pip install 'symstride[draw]'" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
