"""How much memory it takes to rewrite and to prove a model whose weights are large."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.model_memory import KINDS, OF_BOTH, PROMISE, made, peak, size

pytest.importorskip("onnx", reason="models are ONNX models")
pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system does not tell peaks of memory"),
]


@pytest.mark.parametrize("name", KINDS)
def test_at_most_what_is_promised(name: str, tmp_path: Path) -> None:
    """Three times the file, where a third of the model is strided; half as much again as both, where all of it is."""
    kind = KINDS[name]
    large = made(tmp_path, kind, 60)
    for way in ("bare", "proof", "replay"):
        taken = peak(large, kind, way)
        whole, promise = size(large, kind), OF_BOTH if kind.is_all else PROMISE
        assert whole > 60_000_000
        assert whole / 4 < taken < promise * whole, f"{way}: {taken / whole:.2f} times"
