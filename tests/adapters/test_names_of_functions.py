"""Functions of a model: known by domain, name and overload, and never called as an operator may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.adapters.onnx.contributed import _ALIKE
from symstride.errors import NotSupported

onnx = pytest.importorskip("onnx")

STEM = "y = Conv <strides=[2,2]> (x, w)"


def model_of(body: str, *functions: Any) -> Any:
    opsets = '"": 19, "com.microsoft": 1, "com.microsoft.nchwc": 1, "my": 1, "symstride.numbers": 1'
    model = onnx.parser.parse_model(
        f"<ir_version: 10, opset_import: [{opsets}]> net (float[N,2,8,8] x) => (float[N,2,?,?] y) {{ {body} }}"
    )
    w = np.random.default_rng(0).standard_normal((2, 2, 3, 3)).astype(np.float32)
    model.graph.initializer.append(onnx.numpy_helper.from_array(w, "w"))
    model.functions.extend(functions)
    return model


def function(domain: str, name: str, *nodes: Any, overload: str = "") -> Any:
    opsets = [onnx.helper.make_opsetid("", 19), onnx.helper.make_opsetid("my", 1)]
    made = onnx.helper.make_function(domain, name, ["x"], ["y"], nodes, opsets)
    made.overload = overload
    return made


def node(operator: str, given: str = "x", gives: str = "y", overload: str = "", domain: str = "") -> Any:
    made = onnx.helper.make_node(operator, given.split(), [gives], domain=domain)
    made.overload = overload
    return made


NOISE = (("RandomNormalLike", "x", "r"), ("Add", "x r", "y"))


@pytest.mark.parametrize("noisy", ["", "a", "b", "c"])
@pytest.mark.parametrize("called", ["", "a", "b"])
@pytest.mark.parametrize("inside", [False, True])
def test_each_overload_is_a_function_of_its_own(noisy: str, called: str, inside: bool) -> None:
    """Only the one that is called says whether random numbers are drawn, in whatever order they stand."""
    bodies = {name: [node(*each) for each in NOISE] if name == noisy else [node("Neg")] for name in ("", "a", "b", "c")}
    for order in (("", "a", "b", "c"), ("c", "b", "a", "")):
        functions = [function("my", "F", *bodies[name], overload=name) for name in order]
        functions.append(function("my", "G", node("F", domain="my", overload=called)))
        model = model_of("", *functions)
        model.graph.node.append(node("G", domain="my") if inside else node("F", domain="my", overload=called))
        assert ss.equal(model, model).status == ("open" if noisy == called else "equal")


def test_two_functions_that_are_called_alike_are_refused() -> None:
    again = [function("my", "F", node("Neg")), function("my", "F", *(node(*each) for each in NOISE))]
    model = model_of(f"a = my.F(x) {STEM}", *again)
    with pytest.raises(NotSupported, match=r"two called 'my\.F'"):
        ss.read(model, keep=True)
    found = ss.equal(model, model)
    assert found.status == "open"
    assert "two called 'my.F'" in found.reasons[0]


TAKEN = [
    *(("com.microsoft", name) for name in ("FusedConv", "FusedGemm", "QLinearConv", "Gelu", *_ALIKE)),
    ("com.microsoft.nchwc", "Conv"),
    ("symstride.numbers", "Constant"),
    ("", "Conv"),
    ("ai.onnx", "Relu"),
]


@pytest.mark.parametrize(("domain", "name"), TAKEN)
def test_a_function_called_as_an_operator_is_refused_at_every_door(domain: str, name: str, tmp_path: Path) -> None:
    plain, path = model_of(STEM), tmp_path / "first.onnx"
    onnx.save(plain, path)
    kept = ss.read(path, keep=True)
    ss.write(ss.unstride(kept), tmp_path / "second.onnx")
    certificate = ss.prove(kept, rewritten=tmp_path / "second.onnx").certificate()
    model = model_of(STEM, function(domain, name, node("Neg")))
    second = onnx.load(tmp_path / "second.onnx")
    second.functions.extend(model.functions)
    onnx.save(second, tmp_path / "third.onnx")
    doors: list[Callable[[], object]] = [
        lambda: ss.read(model),
        lambda: ss.read(model, keep=True),
        lambda: ss.read(model, keep="network"),
        lambda: ss.replay(certificate, path, tmp_path / "third.onnx"),
        lambda: ss.prove(kept, rewritten=tmp_path / "third.onnx"),
    ]
    for door in doors:
        with pytest.raises(NotSupported, match="function"):
            door()
    found = ss.equal(model, model)
    assert found.status == "open"
    assert "functions in domains of their own" in found.reasons[0]


def test_functions_in_domains_of_their_own_may_have_any_name() -> None:
    model = model_of(f"a = my.Conv(x) {STEM.replace('(x', '(a')}", function("my", "Conv", node("Neg")))
    assert ss.equal(model, model).status == "equal"
    assert [each.operator for each in ss.read(model, keep=True).rest.nodes] == ["my.Conv"]
