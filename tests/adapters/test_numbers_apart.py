"""Models whose large weights stay in their file: the same is read, written and proved as of the model in memory."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.adapters.onnx import apart
from symstride.adapters.onnx.door import to_model
from symstride.adapters.onnx.files import load_model, tensor_array
from symstride.errors import SpecError

onnx = pytest.importorskip("onnx", reason="models are ONNX models")

WIDE = 'up = Resize <mode="nearest"> (y0, , doubled)  m = Mul(up, big)  y = Conv <STEPS> (m, w2, b)'


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights of a hundred bytes count as many."""
    monkeypatch.setattr(apart, "LARGE", 100)
    monkeypatch.setattr("symstride.adapters.onnx.files.LARGE", 100)


def wide() -> Any:
    model = km.model_of(WIDE)
    big = np.random.default_rng(4).integers(-2, 3, (4, 16, 16)).astype(np.float32)
    model.graph.initializer.append(onnx.numpy_helper.from_array(big, "big"))
    return model


@pytest.mark.usefixtures("small_is_large")
def test_what_is_read_is_the_model_without_what_is_large(tmp_path: Path) -> None:
    model = wide()
    onnx.save(model, tmp_path / "in.onnx")
    read, folder = load_model(tmp_path / "in.onnx")
    outside = [tensor.name for tensor in read.graph.initializer if tensor.data_location]
    assert outside == ["w", "w2", "big"]
    for tensor, known in zip(read.graph.initializer, model.graph.initializer, strict=True):
        assert np.array_equal(tensor_array(tensor, folder), onnx.numpy_helper.to_array(known))
        tensor.CopyFrom(known)
    assert read == model
    assert load_model(tmp_path / "in.onnx", whole=True)[0] == model


@pytest.mark.usefixtures("small_is_large")
def test_a_file_and_a_model_in_memory_are_the_same(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model, first, second = wide(), tmp_path / "in.onnx", tmp_path / "out.onnx"
    onnx.save(model, first)
    read, held = ss.read(first, keep=True), ss.read(model, keep=True)
    assert (read.digest, read.rest, read.unchecked) == (held.digest, held.rest, "")
    flat = ss.unstride(read)
    ss.write(flat, second)
    for each in (read, held):  # numbers count by what they are, wherever they lie
        ss.replay(ss.prove(each, rewritten=second).certificate(), first, second)
    feeds = {"x": km.image()}
    (expected,) = km.ran(first, feeds)
    for other in (second, to_model(flat)):
        assert np.array_equal(km.ran(other, feeds)[0], expected)
    assert ss.read(first, keep=True).parts[0].network.unchecked == ""


@pytest.mark.usefixtures("small_is_large")
@pytest.mark.parametrize("change", ["other numbers", "no file"])
def test_a_file_that_changed_is_noticed(change: str, tmp_path: Path) -> None:
    first, second = tmp_path / "in.onnx", tmp_path / "out.onnx"
    onnx.save(wide(), first)
    flat = ss.unstride(ss.read(first, keep=True))
    if change == "no file":
        first.unlink()
    else:
        data, big = bytearray(first.read_bytes()), onnx.numpy_helper.to_array(wide().graph.initializer[-1]).tobytes()
        data[data.index(big)] ^= 1
        first.write_bytes(data)
    with pytest.raises(SpecError, match="when the model was read" if change == "other numbers" else "no file"):
        ss.write(flat, second)
    assert not second.exists()


@pytest.mark.usefixtures("small_is_large")
def test_files_that_are_damaged_are_read_as_if_whole_or_refused(tmp_path: Path, rng: random.Random) -> None:
    """Where a reader of protocol buffers takes what is left, the same comes of it; else it is no model."""
    path, data = tmp_path / "in.onnx", wide().SerializeToString()
    for _ in range(300):
        damaged = bytearray(data[: rng.choice([len(data), len(data), rng.randrange(len(data))])])
        for _ in range(rng.randrange(3)):
            damaged[rng.choice([rng.randrange(len(damaged)), len(damaged) - 1])] = rng.randrange(256)
        path.write_bytes(damaged)
        try:
            whole, _ = load_model(path, whole=True)
        except SpecError:
            with pytest.raises(SpecError):
                load_model(path)
            continue
        read, folder = load_model(path)
        for tensor, known in zip(read.graph.initializer, whole.graph.initializer, strict=True):
            if tensor.data_location and not known.data_location:
                (place,) = (int(each.value) for each in tensor.external_data if each.key == "offset")
                assert bytes(damaged[place : place + len(known.raw_data)]) == known.raw_data
                tensor.CopyFrom(known)
        assert read == whole
        assert folder == tmp_path


@pytest.mark.usefixtures("small_is_large")
@pytest.mark.parametrize("limit", ["MOST_FIELDS", "MOST_ROWS"])
def test_a_file_of_very_many_fields_is_read_as_a_whole(
    limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onnx.save(wide(), tmp_path / "in.onnx")
    assert load_model(tmp_path / "in.onnx")[0] != wide()
    monkeypatch.setattr(apart, limit, 3)
    assert load_model(tmp_path / "in.onnx")[0] == wide()


BODIES = """
    y = If(go) <then_branch = first () => (float[N,4,8,8] t) { t = Mul(y0, k) },
                else_branch = second () => (float[N,4,8,8] t) { t = Mul(y0, k) }>
"""


def test_constants_of_one_name_in_bodies_stay_apart_in_data_files(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of(BODIES.replace("y0, k", "y0, y0"), inputs="float[N,3,16,16] x, bool go")
    for number, attribute in enumerate(model.graph.node[-1].attribute):
        attribute.g.node[0].input[1] = "k"
        numbers = np.full((4, 8, 8), 3.0 + number, np.float32)
        attribute.g.initializer.append(onnx.numpy_helper.from_array(numbers, "k"))
    for part in ("a", "b"):
        (tmp_path / part).mkdir()
    numbers = b"".join(attribute.g.initializer[0].raw_data for attribute in model.graph.node[-1].attribute)
    (tmp_path / "a" / "numbers").write_bytes(numbers)
    for number, attribute in enumerate(model.graph.node[-1].attribute):
        (tensor,) = attribute.g.initializer
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (("location", "numbers"), ("offset", f"{1024 * number}"), ("length", "1024")):
            tensor.external_data.add(key=key, value=value)
    first, second = tmp_path / "a" / "in.onnx", tmp_path / "b" / "out.onnx"
    onnx.save(model, first)
    read = ss.read(first, keep=True)
    ss.write(ss.unstride(read), second)
    ss.replay(ss.prove(read, rewritten=second).certificate(), first, second)
    for go in (True, False):
        feeds = {"x": km.image(), "go": np.asarray(go)}
        assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])
