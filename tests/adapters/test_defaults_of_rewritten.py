"""Inputs with numbers of their own: none that a rewritten model adds, and those of two equal ones are said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.errors import CertificateRejected

onnx = pytest.importorskip("onnx")

BODIES = {
    "known": "c = Conv <strides=[2,2]> (x, w) y = Relu(c)",
    "kept": "c = Conv <strides=[2,2]> (x, w) y = my.Unheard(c)",
    "twice": "a = Conv <strides=[2,2]> (x, w) b = Conv <strides=[2,2]> (x, w) c = Add(a, b) y = my.Unheard(c)",
}


def written(body: str, path: Path, listed: bool = False) -> Path:
    model = onnx.parser.parse_model(
        f'<ir_version: 8, opset_import: ["": 17, "my": 1]> net (float[N,2,9,9] x) => (float[N,2,4,4] y) {{ {body} }}'
    )
    w = np.random.default_rng(0).standard_normal((2, 2, 3, 3)).astype(np.float32)
    model.graph.initializer.append(onnx.numpy_helper.from_array(w, "w"))
    if listed:
        list_all(model)
    onnx.save(model, path)
    return path


def list_all(model: Any, only: str = "") -> None:
    make = onnx.helper.make_tensor_value_info
    have = {value.name for value in model.graph.input}
    for tensor in model.graph.initializer:
        if tensor.name not in have and only in ("", tensor.name):
            model.graph.input.append(make(tensor.name, tensor.data_type, tensor.dims))


def rejected(call: Any) -> None:
    with pytest.raises(CertificateRejected, match="input"):
        call()


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("name", BODIES)
def test_an_array_of_the_rewritten_that_a_caller_may_replace_is_refused(name: str, keep: bool, tmp_path: Path) -> None:
    if name != "known" and not keep:
        return
    first, second = written(BODIES[name], tmp_path / "first.onnx"), tmp_path / "second.onnx"
    network = ss.read(first, keep=keep)
    ss.write(ss.unstride(network), second)
    theorem = ss.prove(network, rewritten=second)
    ss.replay(theorem.certificate(), first, second)
    arrays = [tensor.name for tensor in onnx.load(second).graph.initializer]
    assert arrays
    for array in arrays:
        made = onnx.load(second)
        list_all(made, array)
        onnx.save(made, tmp_path / "third.onnx")
        rejected(lambda: ss.replay(theorem.certificate(), first, tmp_path / "third.onnx"))
        rejected(lambda: ss.prove(network, rewritten=tmp_path / "third.onnx"))
        if not keep:
            rejected(lambda: ss.prove(network, rewritten=ss.read(tmp_path / "third.onnx")))


@pytest.mark.parametrize("keep", [False, True])
def test_those_of_the_original_are_said(keep: bool, tmp_path: Path) -> None:
    first = written(BODIES["known"], tmp_path / "first.onnx", listed=True)
    network = ss.read(first, keep=keep)
    assert network.defaults == ("w",)
    ss.write(ss.unstride(network), tmp_path / "second.onnx")
    theorem = ss.prove(network, rewritten=tmp_path / "second.onnx")
    assert "1 inputs left at the numbers of the model" in str(theorem.verdict)
    report = ss.replay(theorem.certificate(), first, tmp_path / "second.onnx")
    assert "1 inputs left at the numbers of the model, such as 'w'" in report.compared[0]


@pytest.mark.parametrize("how", [{}, {"weights": "given"}, {"error": 0}, {"weights": "rounded"}])
@pytest.mark.parametrize("name", ["known", "kept"])
def test_equal_says_how_many_are_left_at_their_numbers(name: str, how: Any, tmp_path: Path) -> None:
    plain = written(BODIES[name], tmp_path / "plain.onnx")
    listed = written(BODIES[name], tmp_path / "listed.onnx", listed=True)
    for pair, count in (((plain, listed), 1), ((listed, plain), 1), ((listed, listed), 1), ((plain, plain), 0)):
        found = ss.equal(*pair, **how)
        if found.status == "equal":
            assert (" but 1 left at the number of the models" in found.scope) == bool(count)
        else:
            assert name == "kept"
            assert how not in ({}, {"weights": "given"})
