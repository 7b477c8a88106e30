"""Models with nodes that no reader knows: functions of what they read, the same where everything is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.doors import wiring
from symstride.equality.verdict import Equality
from symstride.network.wiring import Wiring

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
full = pytest.mark.full

TEXT = """
net (float[N,3,16,16] x, int64[1] k, string[S] words, bool[1] go) => (float[N,4,8,8] y, float[M] last) {
    y0 = Conv <STEPS> (x, w, b)
    u, v = my.own.Two <alpha=0.5, words=["a","b"]> (y0, k, words, go)
    n = LayerNormalization <axis=1, epsilon=0.001> (y0, gain)
    heat = my.own.Heat <kernel=[1,2], table = float[3] {1.0, 2.0, 3.0}> (n, u)
    count = Constant <value = int64 {3}> ()
    y = Loop(count, yes, heat) <body = turn (int64 step, bool more, float[N,4,8,8] state)
        => (bool on, float[N,4,8,8] next) {
        on = Identity(more)
        small = Conv <STEPS> (y0, w2, b)
        t = my.own.Pooled <scale=2.0> (small, state, v)
        next = my.own.Joined(state, t)
    }>
    last = my.own.Last(y, v, , k)
}
"""

CHANGES = {
    "an attribute": ("alpha=0.5", "alpha=0.25"),
    "an attribute left out": ("alpha=0.5, ", ""),
    "a text among the attributes": ('"a","b"', '"a","c"'),
    "the order of a list": ("kernel=[1,2]", "kernel=[2,1]"),
    "a constant inside": ("1.0, 2.0, 3.0}", "1.0, 2.0, 3.5}"),
    "the type of a constant inside": ("float[3] {1.0", "double[3] {1.0"),
    "an attribute that has a default": ("axis=1, epsilon=0.001", "axis=1"),
    "the operator": ("my.own.Heat", "my.own.Cold"),
    "the domain": ("my.own.Heat", "com.microsoft.Heat"),
    "two inputs swapped": ("(n, u)", "(u, n)"),
    "an input left out": ("(y0, k, words, go)", "(y0, k, words)"),
    "an input at another place": ("(y, v, , k)", "(y, v, k)"),
    "another value read": ("(n, u)", "(n, v)"),
    "two outputs swapped": ("u, v =", "v, u ="),
    "a constant that is read": ("int64 {3}", "int64 {4}"),
    "an attribute in a body": ("scale=2.0", "scale=3.0"),
    "inputs swapped in a body": ("Joined(state, t)", "Joined(t, state)"),
    "what a body captures": ("Conv <STEPS> (y0, w2", "Conv <STEPS> (heat, w2"),
    "a stride in a body": ("strides=[2,2], pads=[1,1,1,1]> (y0, w2", "strides=[1,1], pads=[1,1,1,1]> (y0, w2"),
    "what a body is called with": ("my.own.Joined(state, t)", "my.own.Joined(step, t)"),
    "another value behind an input left out": ("my.own.Last(y, v, , k)", "my.own.Last(y, v, , go)"),
    "an output dropped": (", float[M] last) {", ") {"),
    "the type of an input": ("int64[1] k", "int32[1] k"),
    "the size of an input": ("int64[1] k", "int64[2] k"),
    "a stride": ("y0 = Conv <kernel_shape=[3,3], strides=[2,2], pads=[1,1,1,1]>",
                 "y0 = Conv <kernel_shape=[3,3], strides=[2,2], pads=[0,0,2,2]>"),
}  # fmt: skip
"""What is written instead of what: real changes, or ones that some function shows."""


def model_of(text: str) -> Any:
    return km.with_constants(km.parsed(text))


def changed(change: tuple[str, str], text: str = TEXT) -> Any:
    whole = text.replace("STEPS", km.STEPS)
    old, new = (word.replace("STEPS", km.STEPS) for word in change)
    assert whole.count(old) == 1
    return model_of(whole.replace(old, new))


def unstrided(model: Any, scope: Any = True) -> Any:
    from symstride.adapters.onnx.door import to_model

    return to_model(ss.unstride(ss.read(model, keep=scope, check=False)))


@pytest.fixture(scope="module")
def written() -> Any:
    return unstrided(model_of(TEXT))


@pytest.fixture(scope="module")
def lowered(written: Any) -> Wiring:
    return wiring(written, check=False)


def against(change: str, lowered: Wiring) -> Equality:
    return ss.equal(wiring(changed(CHANGES[change]), check=False), lowered, seed=1)


def test_a_model_with_nodes_that_nobody_knows_is_its_lowering(written: Any, tmp_path: Path) -> None:
    model, lowered = model_of(TEXT), written
    assert len(km.strided_in(model)) == 2
    assert km.strided_in(lowered) == []
    verdict = ss.equal(model, lowered, seed=1)
    assert verdict.status == "equal"
    assert 0 < verdict.error <= 1e-9
    for words in ("every function in the place of 7 nodes", "my.own.Two 1", "with its own constants", "3x16x16 and 1"):
        assert words in verdict.scope
    onnx.save(model, tmp_path / "in.onnx")
    onnx.save(lowered, tmp_path / "out.onnx")
    assert ss.equal(tmp_path / "in.onnx", str(tmp_path / "out.onnx")).status == "equal"
    assert ss.equal(ss.read(model, keep=True), ss.unstride(ss.read(model, keep=True))).status == "equal"


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_model_is_never_equal(kind: str, lowered: Wiring) -> None:
    verdict = against(kind, lowered)
    assert verdict.status == "open"
    assert verdict.reasons


def test_the_first_value_that_the_other_side_never_has_is_named(written: Any) -> None:
    verdict = ss.equal(changed(CHANGES["a constant inside"]), written, seed=1)
    assert verdict.where == "heat"
    assert "the first value of the left that the right never has: heat" in str(verdict)
    assert "input 'k'" in verdict.reasons[0]


def test_names_order_and_defaults_count_for_nothing() -> None:
    moved = TEXT.replace("state", "s0").replace("heat", "warm")
    moved = moved.replace("axis=1, epsilon=0.001", "epsilon=0.001, axis=1, stash_type=1")
    line = next(each for each in moved.splitlines() if "LayerNorm" in each)
    moved = moved.replace(line, "").replace("    u, v =", f"{line}\n    u, v =")
    assert ss.equal(model_of(TEXT), model_of(moved), seed=1).status == "equal"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("y = RandomNormalLike(y0)", "RandomNormalLike"),
        ("k = RandomNormal <shape=[1,4,8,8], seed=1.0> ()  y = Add(y0, k)", "RandomNormal"),
        ("z = Bernoulli(y0)  y = Add(y0, z)", "Bernoulli"),
        ("y = Dropout(y0, , yes)", "training"),
        ("flag = my.own.Flag(y0)  y = Dropout(y0, , flag)", "training"),
        ("y = com.microsoft.BiasDropout(y0, b)", "BiasDropout"),
        ("y = If(yes) <then_branch = a () => (t) { t = RandomNormalLike(y0) }, "
         "else_branch = b () => (f) { f = Relu(y0) }>", "RandomNormalLike"),
    ],
)  # fmt: skip
def test_what_draws_random_numbers_is_no_function(body: str, said: str) -> None:
    model = km.model_of(body)
    verdict = ss.equal(model, model, seed=1)
    assert verdict.status == "open"
    assert said in str(verdict)


def test_random_numbers_that_nobody_reads_and_a_dropout_at_rest_do_not_matter() -> None:
    body = "k = RandomNormal <shape=[1]> ()  z = Dropout(y0)  e = my.own.Unheard(z)  y = Dropout(e, , no)"
    model = km.model_of(body)
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(False), "no"))
    assert ss.equal(model, unstrided(model), seed=1).status == "equal"


FUNCTION = """
<ir_version: 8, opset_import: ["": 17, "my.own": 1]>
net (float[N,3,16,16] x) => (float[N,4,8,8] y) { y0 = Conv <STEPS> (x, w, b)  y = my.own.Inner(y0) }
<domain: "my.own", opset_import: ["": 17]>
Inner (a) => (c) { d = Erf(a)  c = Mul(d, a) }
"""


def test_functions_of_a_model_are_what_they_are() -> None:
    def of(text: str) -> Any:
        return km.with_constants(onnx.parser.parse_model(text.replace("STEPS", km.STEPS)))

    model = of(FUNCTION)
    assert ss.equal(model, unstrided(model), seed=1).status == "equal"
    assert ss.equal(model, of(FUNCTION.replace("Mul(d, a)", "Mul(d, d)")), seed=1).status == "open"
    random = of(FUNCTION.replace("d = Erf(a)", "d = RandomNormalLike(a)"))
    assert "RandomNormalLike" in str(ss.equal(random, random, seed=1))


def test_the_number_of_parts_of_a_split_counts() -> None:
    """How many outputs a ``Split`` without sizes has says how large they are."""
    model = km.model_of("z = my.own.Unheard(y0)  y, q = Split <axis=1> (z)", opset=17)
    other = km.model_of("z = my.own.Unheard(y0)  y, q, r = Split <axis=1> (z)", opset=17)
    assert ss.equal(model, unstrided(model), seed=1).status == "equal"
    assert ss.equal(model, other, seed=1).status == "open"


def test_a_region_behind_a_node_is_read_at_unknowns_of_its_own() -> None:
    """``Relu`` twice is ``Relu`` once, behind a value of which nothing is known, and not behind another value."""
    start = "z = my.own.Unheard(y0)"
    once = km.model_of(f"{start} r = Relu(z) y = my.own.Heat(r)", declare="float[N,4,8,8] z")
    twice = km.model_of(f"{start} q = Relu(z) r = Relu(q) y = my.own.Heat(r)", declare="float[N,4,8,8] z")
    other = km.model_of(f"{start} q = Relu(z) r = Add(q, z) y = my.own.Heat(r)", declare="float[N,4,8,8] z")
    assert ss.equal(once, twice, seed=1).status == "equal"
    assert "relu as the larger" in ss.equal(once, twice, seed=1).scope
    assert ss.equal(once, twice, seed=1, activation="any").status == "open"
    assert ss.equal(once, other, seed=1).status == "open"


def test_minus_infinity_in_front_of_an_unknown_node_is_open() -> None:
    """What minus infinity was added to is no number, and two of these are not the same."""
    pad = "z = Pad(y0, wide, low)  s = Add(z, one)  y = my.own.Unheard(s)"
    model = km.model_of(pad)
    numbers = {"wide": np.asarray([0, 0, 1, 1, 0, 0, 1, 1], np.int64), "low": np.asarray(-np.inf, np.float32)}
    for name, array in (numbers | {"one": np.asarray(1, np.float32)}).items():
        model.graph.initializer.append(onnx.numpy_helper.from_array(array, name))
    assert ss.equal(model, model, seed=1).status != "different"
    other = type(model)()
    other.CopyFrom(model)
    other.graph.initializer[-1].CopyFrom(onnx.numpy_helper.from_array(np.asarray(2, np.float32), "one"))
    assert ss.equal(model, other, seed=1).status == "open"


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"error": 0}, "by random points alone"),
        ({"weights": "rounded"}, "by random points alone"),
        ({"sizes": "all"}, "one size"),
        ({"sizes": [16]}, "one size"),
    ],
)
def test_what_cannot_be_asked_of_such_models_is_open_and_says_so(how: Any, said: str, lowered: Wiring) -> None:
    verdict = ss.equal(lowered, lowered, seed=1, **how)
    assert verdict.status == "open"
    assert said in verdict.reasons[0]
    model = km.model_of(km.OUT_OF_REACH)
    assert ss.equal(model, model, seed=1, **how).status == "open"


def test_a_model_that_is_kept_and_a_network_are_open() -> None:
    kept = ss.read(model_of(TEXT), keep=True)
    build = ss.Builder("plain")
    network = build.network(build.add(ss.Conv(3, 4, 3, 2, 1, bias=False, ndim=2), build.input("x", (3, 16, 16)),
                                      weight=np.ones((4, 3, 3, 3))))  # fmt: skip
    assert ss.equal(kept, network).status == "open"


def test_a_number_of_a_layer_that_changed_is_seen_behind_unknown_nodes(written: Any) -> None:
    other = type(written)()
    other.CopyFrom(written)
    tensor = next(each for each in other.graph.initializer if len(each.dims) == 4)
    array = onnx.numpy_helper.to_array(tensor).copy()
    array.flat[np.flatnonzero(array)[0]] += 1
    tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))
    assert ss.equal(model_of(TEXT), other, seed=1).status == "open"


@full
@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("name", [*km.BODIES, "out of reach"])
def test_lowerings_of_models_with_one_kind_of_node_are_equal(name: str, scope: str) -> None:
    model = km.model_of(km.BODIES.get(name, km.OUT_OF_REACH))
    assert ss.equal(model, unstrided(model, scope), seed=1).status == "equal"


def test_the_command_line_decides_models_with_unknown_nodes(
    written: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from symstride.cli import main

    files = {"in": model_of(TEXT), "out": written, "wrong": changed(CHANGES["a constant inside"])}
    for name, model in files.items():
        onnx.save(model, tmp_path / f"{name}.onnx")

    def verify(other: str) -> int:
        return main(["verify", str(tmp_path / "in.onnx"), str(tmp_path / f"{other}.onnx"), "--seed", "1"])

    assert verify("out") == 0
    assert "every function in the place of" in capsys.readouterr().out
    assert verify("wrong") == 3
    assert "heat" in capsys.readouterr().out
