"""What is compared is the same: SymPy's matrices say the identity, and hand-written weights are those of the bank."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks import matrices, other_weights
from symstride.algebra.bank import expand
from symstride.layers.layer import Conv

LAYERS = [
    (Conv(1, 1, kernel=3, stride=2, padding=1, ndim=1), 9),
    (Conv(2, 2, kernel=(3, 3), stride=2, padding=1), 6),
    (Conv(1, 1, kernel=(5, 5), stride=3, padding=2), 7),
    (Conv(1, 1, kernel=(2, 2, 2), stride=2, padding=1), 4),
]


@pytest.mark.parametrize(("layer", "size"), LAYERS, ids=str)
@pytest.mark.parametrize("make", [matrices.dense, matrices.sparse], ids=["dense", "sparse"])
def test_the_identity_holds(layer: Conv, size: int, make: matrices.Maker) -> None:
    assert matrices.holds(layer, size, make)


@pytest.mark.parametrize("make", [matrices.dense, matrices.sparse], ids=["dense", "sparse"])
@pytest.mark.parametrize("turn", [0, 1])
def test_a_bank_moved_by_one_cell_does_not_fit(make: matrices.Maker, turn: int) -> None:
    layer = Conv(1, 1, kernel=3, stride=2, padding=1, ndim=1)
    strided, phases = make(matrices.strided_entries(layer, 8)), make(matrices.phase_entries(layer, 8))
    bank = matrices.bank_entries(layer, 8)
    moved = {(row, (column + turn) % bank.columns): weight for (row, column), weight in bank.values.items()}
    assert (strided == make(matrices.Entries(bank.rows, bank.columns, moved)) * phases) is (turn == 0)


@pytest.mark.parametrize("words", other_weights.WAYS)
def test_each_hand_written_way_gives_the_tensor_of_the_bank(
    words: str, monkeypatch: pytest.MonkeyPatch, need: Callable[[str], str]
) -> None:
    if "einops" in words:
        need("einops")
    monkeypatch.setattr(other_weights, "C", 3)
    w = np.arange(81, dtype=np.float32).reshape(3, 3, 3, 3)
    bank = expand(Conv(3, 3, kernel=(3, 3), stride=2, padding=1))
    assert np.array_equal(other_weights.WAYS[words](w), bank.weight(w))
    assert not np.array_equal(other_weights.WAYS[words](w + 1), bank.weight(w))
