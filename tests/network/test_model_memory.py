"""How much memory it takes to rewrite a model whose weights are large: at most three times its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.model_memory import peaks

pytest.importorskip("onnx", reason="models are ONNX models")
pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system does not tell peaks of memory"),
]


@pytest.mark.parametrize("known", [True, False])
def test_at_most_three_times_the_file(known: bool, tmp_path: Path) -> None:
    size, (taken,) = peaks(tmp_path, known, 60, ["bare"])
    assert size > 60_000_000
    assert size / 2 < taken < 3 * size, f"{taken / size:.2f} times the file"
