"""How much memory it takes to rewrite and to prove a model whose weights are large."""

from __future__ import annotations

import gc
import tracemalloc
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from benchmarks.model_memory import KINDS, OF_BOTH, PROMISE, made, peak, size
from symstride.adapters.onnx import door, reading
from symstride.cli import main, models, unstride
from symstride.comparing import network_in
from symstride.errors import CertificateRejected
from symstride.network.bits import same_numbers
from symstride.network.correspondence import check_correspondence
from symstride.network.numbering import View

onnx = pytest.importorskip("onnx", reason="models are ONNX models")


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What is let go goes at once, and not when the collector of cycles comes round."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.sampled(2, 2)
@pytest.mark.full
@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system does not tell peaks of memory")
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


def test_comparing_a_bank_takes_less_than_the_bank() -> None:
    build, width = ss.Builder("wide"), 768
    weight = np.random.default_rng(0).standard_normal((width, width, 3, 3), dtype=np.float32)
    x = build.input("x", (width, 8, 8))
    x = build.add(ss.Conv(width, width, (3, 3), stride=2, padding=1, bias=False), x, name="conv", weight=weight)
    network = build.network(x)
    flat = ss.unstride(network)
    tracemalloc.start()
    try:
        check_correspondence(network, flat)
        _, taken = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken < flat.weights["conv/weight"].nbytes


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("operator", ["Relu", "Hardmax"], ids=["known", "kept"])
def test_nothing_holds_what_was_rewritten_when_it_is_read_back(
    operator: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onnx.save(km.model_of(f"y = {operator}(y0)"), tmp_path / "in.onnx")
    banks: list[Any] = []
    genuine = unstride._rewritten, unstride._proved

    def rewritten(*given: Any) -> Any:
        flat = genuine[0](*given)
        parts = [flat] if operator == "Relu" else [part.network for part in flat.parts]
        arrays = {key: part.weights[key] for part in parts for key in part.weights}
        banks.extend(weakref.ref(array) for key, array in arrays.items() if key.endswith("/weight"))
        return flat

    def proved(*given: Any) -> Any:
        assert len(banks) == 1
        assert banks[0]() is None
        return genuine[1](*given)

    monkeypatch.setattr(unstride, "_rewritten", rewritten)
    monkeypatch.setattr(unstride, "_proved", proved)
    monkeypatch.setattr(door, "beside", partial(door.beside, external_from=0))  # as a large bank is written
    words = [str(tmp_path / "in.onnx"), "-o", str(tmp_path / "out.onnx"), "--proof", str(tmp_path / "proof")]
    assert main(["unstride", *words]) == 0


@pytest.mark.usefixtures("no_collector")
def test_a_reading_that_was_refused_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    onnx.save(km.model_of("y = Hardmax(y0)"), tmp_path / "in.onnx")
    read: list[Any] = []
    genuine = reading.tensor_array, models.read_kept

    def tensor_array(*given: Any) -> Any:
        array = genuine[0](*given)
        read.append(weakref.ref(array))
        return array

    def read_kept(*given: Any) -> Any:
        assert read
        assert all(each() is None for each in read)
        return genuine[1](*given)

    monkeypatch.setattr(reading, "tensor_array", tensor_array)
    monkeypatch.setattr(models, "read_kept", read_kept)
    assert main(["show", str(tmp_path / "in.onnx")]) == 0


def test_weights_that_both_networks_have_are_held_once(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    build = ss.Builder("two")
    x = build.input("x", (3, 8, 8))
    for name, stride in (("one", 1), ("other", 1), ("strided", 2)):
        weight = rng.standard_normal((3, 3, 3, 3), dtype=np.float32)
        x = build.add(ss.Conv(3, 3, (3, 3), stride=stride, padding=1, bias=False), x, name=name, weight=weight)
    network = build.network(x)
    flat = ss.unstride(network)
    changed = {**flat.weights, "other.weight": np.nextafter(flat.weights["other.weight"], np.float32(9))}
    ss.write(flat.with_weights(changed), tmp_path / "flat.onnx")
    found = network_in(tmp_path / "flat.onnx", network)
    once = {found.label(key) for key, array in found.weights.items() if array is network.weights.get(found.label(key))}
    assert once == {"one.weight"}
    assert all(same_numbers(array, changed[found.label(key)]) for key, array in found.weights.items())
    with pytest.raises(CertificateRejected):
        check_correspondence(network, found)


def test_numbers_that_follow_one_another_are_kept_as_a_range() -> None:
    run = np.arange(5, 17, dtype=np.int64).reshape(3, 4)
    assert View.of(run) == View((3, 4), 5)
    assert View.of(run[:, ::-1]).listed is not None
    for other in (run - 6, run[:, :3], np.where(run == 8, 7, run), np.where(run == 8, -3, run), run[:0]):
        assert View.of(other).listed is other
    assert View.of(run, bag=run[None]).listed is run
