"""Random edits of a written model: what ``replay`` accepts computes the same, and of the first model likewise."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.adapters.onnx.scopes import scopes_of
from symstride.errors import SymstrideError

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
state = pytest.importorskip("onnxruntime.capi.onnxruntime_pybind11_state", reason="both files are run")
REFUSALS = tuple(kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception))

EDITS = 200
OPERATORS = ("Relu", "Erf", "Sign", "Identity", "Add", "Mul", "Max", "Neg", "Abs", "SpaceToDepth", "DepthToSpace")

BODY = (
    km.IF.replace("y = If", "v = If")
    + km.SHARED.replace("y = Conv", "y1 = Conv")
    + "q = GlobalAveragePool(v)  y = Add(y1, q)"
)


def number(graph: Any, rng: random.Random) -> None:
    """One number of a constant is another one."""
    tensor = rng.choice(list(graph.initializer))
    array = onnx.numpy_helper.to_array(tensor).copy()
    flat = array.reshape(-1)
    if flat.size:
        place = rng.randrange(flat.size)
        with np.errstate(over="ignore"):
            flat[place] = not flat[place] if array.dtype == bool else flat[place] + rng.choice([1, -1])
        tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))


def names(graph: Any, rng: random.Random) -> None:
    """Two constants have each other's name."""
    one, other = rng.choice(list(graph.initializer)), rng.choice(list(graph.initializer))
    one.name, other.name = other.name, one.name


def inputs(graph: Any, rng: random.Random) -> None:
    """A node reads another value."""
    node = rng.choice([node for node in graph.node if node.input])
    node.input[rng.randrange(len(node.input))] = rng.choice([name for each in graph.node for name in each.output])


def attribute(graph: Any, rng: random.Random) -> None:
    """A number among the attributes is another one."""
    found = [a for node in graph.node for a in node.attribute if a.ints or a.type == a.INT]
    if found:
        chosen = rng.choice(found)
        if chosen.ints:
            chosen.ints[rng.randrange(len(chosen.ints))] += rng.choice([1, -1])
        else:
            chosen.i += rng.choice([1, -1])


def operator(graph: Any, rng: random.Random) -> None:
    """A node computes something else."""
    rng.choice(list(graph.node)).op_type = rng.choice(OPERATORS)


def order(graph: Any, rng: random.Random) -> None:
    """A node stands elsewhere, or not at all."""
    nodes = [type(node).FromString(node.SerializeToString()) for node in graph.node]
    taken = nodes.pop(rng.randrange(len(nodes)))
    if rng.random() < 0.7:
        nodes.insert(rng.randrange(len(nodes) + 1), taken)
    del graph.node[:]
    graph.node.extend(nodes)


def between(graph: Any, rng: random.Random) -> None:
    """A node more behind another one."""
    nodes = [type(node).FromString(node.SerializeToString()) for node in graph.node]
    place = rng.randrange(len(nodes))
    value = nodes[place].output[0]
    nodes[place].output[0] = f"{value}/before"
    more = onnx.helper.make_node(rng.choice(["Relu", "Identity", "Abs"]), [f"{value}/before"], [value])
    nodes.insert(place + 1, more)
    del graph.node[:]
    graph.node.extend(nodes)


def outputs(graph: Any, rng: random.Random) -> None:
    """Two nodes have each other's value."""
    one, other = rng.choice(list(graph.node)), rng.choice(list(graph.node))
    one.output[0], other.output[0] = other.output[0], one.output[0]


KINDS: Sequence[Callable[[Any, random.Random], None]] = (
    number, names, inputs, attribute, operator, order, between, outputs,
)  # fmt: skip


def edited(model: Any, rng: random.Random) -> Any:
    made = onnx.ModelProto()
    made.CopyFrom(model)
    for _ in range(rng.choice([1, 1, 2])):
        graph = rng.choice([s.graph for s in scopes_of(made.graph) if s.graph.node and s.graph.initializer])
        rng.choice(KINDS)(graph, rng)
    return made


def values(path: Path) -> list[np.ndarray[Any, Any]]:
    """What a model gives at whole numbers, at their opposites, and at others."""
    drawn = np.random.default_rng(9).standard_normal((1, 3, 16, 16)).astype(np.float32)
    return [array for x in (km.image(), -km.image(), drawn) for array in km.ran(path, {"x": x})]


def runs(path: Path) -> bool:
    """Whether ONNX Runtime takes a model."""
    try:
        values(path)
    except REFUSALS:
        return False
    return True


def same(one: Path, other: Path) -> bool:
    pairs = list(zip(values(one), values(other), strict=True))
    return all(a.shape == b.shape and np.allclose(a, b, rtol=0, atol=1e-5 * np.abs(a).max()) for a, b in pairs)


@pytest.mark.whole
@pytest.mark.parametrize("keep", ["layer", "network"])
def test_what_is_accepted_computes_the_same(keep: str, tmp_path: Path, rng: random.Random) -> None:
    first, second, other = (tmp_path / name for name in ("in.onnx", "out.onnx", "other.onnx"))
    onnx.save(km.model_of(BODY), first)
    read = ss.read(first, keep=keep)
    ss.write(ss.unstride(read), second)
    certificate = ss.prove(read).certificate()  # no digest of the other model: the comparison alone decides
    ss.replay(certificate, first, second)
    rejected = 0
    for _ in range(EDITS):
        onnx.save(edited(onnx.load(second), rng), other)
        try:
            ss.replay(certificate, first, other)
        except SymstrideError:
            rejected += 1
        else:
            assert same(first, other)
    assert rejected > EDITS // 2


@pytest.mark.whole
@pytest.mark.parametrize("keep", ["layer", "network"])
def test_what_is_written_of_odd_models_computes_the_same(keep: str, tmp_path: Path, rng: random.Random) -> None:
    first, second = tmp_path / "in.onnx", tmp_path / "out.onnx"
    proved = 0
    for _ in range(EDITS):
        onnx.save(edited(km.model_of(BODY), rng), first)
        try:
            read = ss.read(first, keep=keep)
            ss.write(ss.unstride(read), second)
            ss.prove(read, rewritten=second)
        except SymstrideError:
            continue
        if runs(first):
            proved += 1
            assert same(first, second)
    assert proved > EDITS // 5
