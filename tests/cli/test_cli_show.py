"""``symstride show``: the two layers side by side, what one output sees, and the bank as a table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symstride.cli import main

Streams = pytest.CaptureFixture[str]


def shown(capsys: Streams, *words: str) -> str:
    """The page with runs of blanks made one."""
    assert main(["show", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return "\n".join(re.sub(r"\s+", " ", line).strip() for line in out.splitlines())


def test_a_pasted_layer(capsys: Streams) -> None:
    page = shown(capsys, "nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)", "--input", "224x224")
    assert "channels 3 to 64 12 to 64" in page
    assert "kernel 7 x 7 4 x 4" in page
    assert "padding (low, high) (3, 3) (3, 3) (2, 1) (2, 1)" in page
    assert "input 224 x 224 112 x 112" in page
    assert "output 112 x 112 112 x 112" in page
    assert "multiply-adds 118,013,952 154,140,672" in page
    assert "(receptive field) 7 7" in page
    assert "rho = 0 · w[1] w[3] w[5]" in page
    assert "Which tap stands where, axis 1 and axis 2" in page


def test_the_layer_knows_its_input(capsys: Streams) -> None:
    line = "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))"
    page = shown(capsys, line)
    assert "padding (low, high) (0, 1) (0, 1)" in page
    assert "input 64 x 64 32 x 32" in page


def test_phases_of_the_output(capsys: Streams) -> None:
    page = shown(capsys, "--kernel", "3", "--stride", "2", "--axes", "1", "--phases", "2", "--input", "11")
    assert "weights that are not structural zeros 3*C_in*C_out 6*C_in*C_out" in page
    assert "tau = 1, rho = 3 w[1] ·" in page


def test_axes_that_differ_have_tables_of_their_own(capsys: Streams) -> None:
    page = shown(capsys, "--kernel", "3x5", "--stride", "2x1", "--input", "9x9")
    assert "Which tap stands where, axis 1\n" in page
    assert "Which tap stands where, axis 2\n" in page


def test_symbols_give_formulas(capsys: Streams) -> None:
    page = shown(capsys, "--kernel", "k", "--stride", "s", "--axes", "1")
    assert "output floor((N - k)/s) + 1 floor((N - k)/s) + 1" in page
    assert "W[tau, o, rho, c, u] = Piecewise(" in page


def test_symbols_as_channels_still_have_a_table(capsys: Streams) -> None:
    assert "rho = 1 w[1]" in shown(capsys, "--kernel", "2", "--stride", "2", "--axes", "1")


def test_a_long_table_says_what_it_leaves_out(capsys: Streams) -> None:
    page = shown(capsys, "--kernel", "3", "--stride", "70", "--axes", "1", "--input", "140")
    assert "rho = 63 " in page
    assert "rho = 64 " not in page
    assert "and 6 more pairs of phases" in page


def test_same_padding_without_an_input_size_is_refused(capsys: Streams) -> None:
    assert main(["show", "Conv2D(64, 3, strides=2, padding='same')"]) == 2
    assert "input" in capsys.readouterr().err


def test_a_model_has_receptive_fields(capsys: Streams, tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="pip install 'symstride[onnx]'")
    from model_files import written

    assert main(["show", str(written(tmp_path))]) == 0
    page = "\n".join(re.sub(r"\s+", " ", line).strip() for line in capsys.readouterr().out.splitlines())
    assert "What one output sees of x" in page
    assert "pool 3x3 5 4 -1" in page
    assert "relu3 2x2 21 8 -9" in page  # 3, then 2 taps at jump 2, 2 at 4 and 2 more at 4


def test_a_transposed_layer_in_symbols(capsys: Streams) -> None:
    sizes = ("--kernel", "2*s", "--stride", "s", "--output-padding", "e", "--axes", "1", "--transposed")
    page = shown(capsys, *sizes, "--in-channels", "8", "--out-channels", "3")
    assert "channels 8 to 3 8 to 3*s" in page
    assert "kernel 2*s floor((2*s - 1)/s) + 1" in page
    assert "output padding e 0" in page
    assert "output e + s*(N - 1) + 2*s ceiling((e + s*(N - 1) + 2*s)/s)" in page
    assert "in closed form" in page


def test_a_pool_without_a_size(capsys: Streams) -> None:
    page = shown(capsys, "--kernel", "3", "--stride", "2", "--padding", "1", "--axes", "1", "--pool", "max")
    assert "phases of the input 1 2" in page
    assert "padding (low, high) (1, 1) (1, " in page
    assert "tau = 0, rho = 1 w[0] w[2]" in page
    wide = shown(capsys, "--kernel", "k", "--axes", "1", "--pool", "average", "--input", "N")
    assert "input N N" in wide
