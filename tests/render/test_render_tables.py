"""The bank, its picture and its cost in print, against the arrays that run."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pytest
from render_examples import LAYERS, paper

from symstride.algebra.bank import expand
from symstride.drawing.pictures.bank import MAX_COLUMNS
from symstride.drawing.scene import Box, Scene
from symstride.layers.layer import Conv
from symstride.proof.statements.request import layer_request
from symstride.render.tables import ZERO, bank_tables, count, example_figure, figures, taps_of


def test_the_bank_in_full_is_the_table_that_runs() -> None:
    bank = expand(Conv(1, 1, (3, 3), 2, 1, input_size=(8, 8)))
    blocks = [block for line in bank_tables(bank).blocks for block in line]
    printed = [[_tap(cell, 3) for row in block.rows for cell in row] for block in blocks]
    assert printed == bank.table.reshape(4, -1).tolist()


@pytest.mark.parametrize("name", ["alexnet", "patches", "audio", "grouped", "video"])
def test_the_bank_by_axes_is_the_table_that_runs(name: str) -> None:
    bank = layer_request(LAYERS[name]().subject).bank
    tables = bank_tables(bank)
    for (_, grid), axis in zip(tables.grids, {taps_of(axis): axis for axis in bank.axes}.values(), strict=True):
        printed = [[_tap(cell, 0) for cell in row[1:]] for row in grid.rows]
        assert printed == np.moveaxis(axis.table, 1, 2).reshape(-1, int(axis.S)).tolist()


def _tap(cell: str, kernel: int) -> int:
    if cell == ZERO:
        return -1
    numbers = [int(n) for n in re.split(r"[ ,]", cell.removeprefix("w_{").removesuffix("}"))]
    return numbers[0] if kernel == 0 else numbers[0] * kernel + numbers[1]


def test_a_large_bank_is_printed_by_axes() -> None:
    small, large = (bank_tables(expand(Conv(1, 1, (k, k), s, 0))) for k, s in ((7, 2), (11, 4)))
    assert (bool(small.blocks), bool(small.grids)) == (True, False)
    assert (bool(large.blocks), bool(large.grids)) == (False, True)


def test_a_long_row_of_phases_is_cut() -> None:
    grids = bank_tables(expand(Conv(1, 1, 40, 40, 0, ndim=1))).grids
    assert [len(grid.columns) for _, grid in grids] == [16, 16, 8]


# ------------------------------------------------------------------------- pictures

STRIDES = [(1, 2), (3, 2), (2, 3), (7, 2), (16, 16), (11, 4), (3, 1), (5, 5), (10, 5)]


def picture(k: int, s: int, a: int = 1, p: int = 0) -> Scene:
    return figures(expand(Conv(1, 1, k, s, p, ndim=1), a))[0]


@pytest.mark.parametrize(("k", "s"), [*STRIDES, (MAX_COLUMNS, MAX_COLUMNS)])
def test_a_picture_shows_every_tap_twice_and_fits_the_line(k: int, s: int) -> None:
    scene = picture(k, s)
    hints = [shape.hint for shape in scene.shapes if isinstance(shape, Box) and shape.hint]
    assert sorted(hints) == sorted(f"w[{tap}]" for tap in range(k) for _ in range(2))
    assert scene.width <= 165


@pytest.mark.parametrize("name", ["symbols", "symbols-3d", "wide", "phase-lemma-2"])
def test_what_cannot_be_drawn_gets_a_labelled_example(name: str) -> None:
    (figure,) = paper(name).figures
    assert figure.caption.startswith("An example")


def test_equal_axes_share_a_picture_and_plain_axes_have_none() -> None:
    assert len(paper("keras").figures) == 1
    (figure,) = paper("video").figures
    assert "axes 2 and 3" in figure.caption


def test_a_transposed_layer_has_a_picture_of_its_own() -> None:
    assert "phases, each by a layer of stride 1" in example_figure("An example", is_transposed=True).caption


# ------------------------------------------------------------------------- sizes and cost


def test_the_sizes_of_the_introductory_layer() -> None:
    rows = {row.what: (row.before, row.after) for row in paper("keras").sizes}
    assert rows["input"] == (r"$3$ channels of $64 \times 64$", r"$12$ channels of $32 \times 32$")
    assert rows["kernel"] == (r"$3 \times 3$", r"$2 \times 2$")
    assert rows["padding (low, high)"] == ("$(0, 1)$", "$(0, 1)$")
    assert rows["weights stored"] == (r"$1\,728$", r"$3\,072$")
    assert rows["structural zeros"] == ("$0$", r"$1\,344$ ($43.8$ %)")
    assert rows["multiply-adds"] == (r"$1\,769\,472$", r"$3\,145\,728$")
    assert rows["of them with a weight"] == (r"$1\,769\,472$", r"$1\,769\,472$")


@pytest.mark.parametrize("name", ["keras", "grouped", "depthwise", "video", "dilated", "padded"])
def test_stored_weights_and_zeros_are_counted_as_the_bank_has_them(name: str) -> None:
    bank = layer_request(LAYERS[name]().subject).bank
    ones = bank.weight(np.ones(bank.layer_spec.weight_shape, dtype=np.int64))
    rows = {row.what: row.after for row in paper(name).sizes}
    assert rows["weights stored"] == f"${count(ones.size)}$"
    assert rows["structural zeros"].startswith(f"${count(int((ones == 0).sum()))}$ ")
    cells = int(np.prod(bank.output_cells(paper_size(name)), dtype=np.int64))
    assert rows["multiply-adds"] == f"${count(ones.size * cells)}$"
    assert rows["of them with a weight"] == f"${count(int(ones.sum()) * cells)}$"


def paper_size(name: str) -> tuple[int, ...]:
    size = layer_request(LAYERS[name]().subject).input_size
    assert size is not None
    return tuple(int(n) for n in size)


def test_symbols_have_formulas() -> None:
    rows = {row.what: row.after for row in paper("symbols").sizes}
    assert rows["kernel"] == r"$K \times K$, $K = u^+ - u^- + 1$"
    assert rows["input channels"] == r"$C_{\mathrm{in}} s^{2}$"


@pytest.mark.parametrize(("number", "text"), list(product([0, 999, 1000, -1234567], [""])))
def test_a_number_has_thin_spaces(number: int, text: str) -> None:
    assert count(number).replace(r"\,", "") == str(number)


def test_equal_kernels_multiply_to_a_power() -> None:
    rows = {row.what: row.after for row in paper("symbols").sizes}
    assert "K^{2}" in rows["weights stored"]
    assert "K K" not in rows["weights stored"]
