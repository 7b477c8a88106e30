"""What is unread by NaN sent through networks; strides moved up on exact numbers, by ``equal``, and in a runtime."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from networks import integers, random_network

import symstride as ss
from symstride.network.evaluate import evaluate, operate
from symstride.network.operators import records as op

Arrays = dict[str, np.ndarray]


def with_nan(net: ss.Network, x: np.ndarray, name: str, places: np.ndarray) -> Arrays:
    """The outputs where the value of the node ``name`` is NaN at ``places``, in all channels."""
    values: Arrays = {}
    for node in net.nodes:
        inputs, weights = [values[given] for given in node.inputs], [net.weights[key] for key in node.parameters]
        value = x if isinstance(node.operator, op.Input) else operate(node.operator, inputs, weights)
        values[node.name] = np.where(places, np.nan, value) if node.name == name else value
    return {output: values[output] for output in net.outputs}


def with_ones(net: ss.Network) -> ss.Network:
    return net.with_weights({key: np.ones(shape) for key, shape in net.parameter_shapes().items()})


def bits_are_equal(left: Arrays, right: Arrays) -> bool:
    return all(left[name].tobytes() == right[name].tobytes() for name in left)


# ------------------------------------------------------------------------- networks to try


def strides_behind(rng: random.Random, axes: int = 2) -> ss.Network:
    """Layers and pools, paths that meet and part, and now and then a layer that steps over places."""
    build = ss.Builder("behind", dtype="object")
    maps = [build.input("x", (2, *(rng.randint(8, 15) for _ in range(axes))))]
    for number in range(rng.randint(4, 9)):
        x = rng.choice(maps[-3:])
        maps.append(rng.choice(MAKERS)(rng, build, x, maps, f"n{number}"))
    return build.network(*dict.fromkeys([maps[-1], rng.choice(maps[1:])]))


def conv(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    return layer(rng, build, x, name, rng.randint(1, 3), rng.choice([1, 1, 2]), 1)


def stepping(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    """Stride, dilation and padding with a common factor, or a kernel of one tap."""
    q = rng.choice([2, 2, 3])
    if rng.random() < 0.6:
        return layer(rng, build, x, name, 1, q, 1)
    return layer(rng, build, x, name, 2, q * rng.choice([1, 1, 2]), q, q)


def layer(rng: random.Random, build: ss.Builder, x: str, name: str, k: int, s: int, dl: int, q: int = 1) -> str:
    channels, *size = build.shapes[x]
    while True:
        padding = tuple((q * rng.randint(-1, 2), rng.randint(0, 4)) for _ in size)
        mode = rng.choice(["zeros", "zeros", "circular"])
        try:
            made = ss.Conv(channels, 2, (k,) * len(size), s, padding, dl, bias=rng.random() < 0.5, padding_mode=mode)
            made.output_size(size)
        except ss.SpecError:
            if min(size) < dl * (k - 1) + q + 1:
                return x
            continue
        arrays = {"weight": integers(rng, made.weight_shape)}
        arrays |= {"bias": integers(rng, (2,))} if made.bias else {}
        return build.add(made, x, name=name, **arrays)


def max_pool(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    size = build.shapes[x][1:]
    k, s = rng.choice([(1, 2), (2, 2), (3, 1), (3, 2), (1, 3)])
    pairs = tuple((rng.randint(0, k - 1), rng.randint(0, k - 1)) for _ in size)
    if min(size) < k:
        return x
    return build.add(
        op.MaxPool((k,) * len(size), (s,) * len(size), pairs, (1,) * len(size), rng.random() < 0.4), x, name=name
    )


def average_pool(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    size = build.shapes[x][1:]
    k, s, dl = rng.choice([(1, 2, 1), (2, 2, 2), (3, 1, 1), (2, 4, 2)])
    pairs = ((0, 0),) * len(size) if k == 1 or dl > 1 else tuple((rng.randint(0, 1), rng.randint(0, 1)) for _ in size)
    if min(size) < dl * (k - 1) + 1:
        return x
    pool = op.AveragePool(
        (k,) * len(size), (s,) * len(size), pairs, (dl,) * len(size), rng.random() < 0.3, rng.random() < 0.5
    )
    try:
        return build.add(pool, x, name=name)
    except ss.SpecError:
        return x


def relu(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    return build.add(op.Pointwise("relu"), x, name=name)


def affine(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    channels = (build.shapes[x][0],)
    return build.add(op.Affine(), x, name=name, scale=integers(rng, channels), shift=integers(rng, channels))


def joined(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    others = [other for other in maps if build.shapes[other] == build.shapes[x] and other != x]
    if not others:
        return relu(rng, build, x, maps, name)
    return build.add(rng.choice([op.Add(), op.Multiply(), op.Maximum()]), x, rng.choice(others), name=name)


def pad_high(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    return build.add(op.Pad(((0, 1),) * (len(build.shapes[x]) - 1)), x, name=name)


def swapped(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    return build.add(op.ChannelGather((1, 0)), x, name=name)


def selected(rng: random.Random, build: ss.Builder, x: str, maps: list[str], name: str) -> str:
    inside = np.array([rng.random() < 0.7 for _ in range(int(np.prod(build.shapes[x])))]).reshape(build.shapes[x])
    return build.add(op.Select(), x, name=name, inside=inside)


MAKERS = (
    conv,
    conv,
    stepping,
    stepping,
    stepping,
    max_pool,
    average_pool,
    relu,
    affine,
    joined,
    joined,
    pad_high,
    swapped,
    selected,
)


def products(net: ss.Network) -> int:
    return ss.reads(net).multiply_adds


# ------------------------------------------------------------------------- reads


def test_what_is_unread_may_be_nan_and_nothing_else_may(rng: random.Random) -> None:
    """All weights are 1 and all numbers positive, so that a place that is read does reach an output."""
    seen = 0
    for number in range(24):
        net = with_ones(strides_behind(rng, 1) if number % 2 else random_network(rng, 3, 1))
        if any(isinstance(node.operator, op.Select) for node in net.nodes):
            continue
        (source,), table = net.inputs, ss.reads(net)
        x = np.ones((1, *net.shapes[source.name]))
        plain = with_nan(net, x, "", np.zeros(1, dtype=bool))
        for name, mask in table.items():
            with np.errstate(invalid="ignore"):
                assert bits_are_equal(with_nan(net, x, name, ~mask), plain), name
                for place in np.argwhere(mask)[:6]:
                    alone = np.zeros(mask.shape, dtype=bool)
                    alone[tuple(place)] = True
                    found = with_nan(net, x, name, alone)
                    assert any(np.isnan(value).any() for value in found.values()), (name, place)
            seen += not mask.all()
    assert seen > 20


def test_unread_products_are_those_of_unread_places() -> None:
    build = ss.Builder()
    x = build.input("x", (3, 9))
    a = build.add(ss.Conv(3, 4, (3,), padding=1), x, name="a")
    b = build.add(ss.Conv(4, 5, (1,), stride=2), a, name="b")
    table = ss.reads(build.network(b))
    assert table["a"].tolist() == [True, False] * 4 + [True]
    assert table["x"].all()
    assert [(row.name, row.unread, row.unread_multiply_adds) for row in table.rows] == [("a", 4, 4 * 4 * 9)]
    assert table.multiply_adds == 9 * 4 * 9 + 5 * 4 * 5
    assert table.share == Fraction(144, 424)
    assert "144 of 424 multiply-adds unread (33.96%)" in repr(table)
    assert "<td>4 of 9</td><td>144 of 324</td>" in table._repr_html_()


def test_unread_products_of_transposed_layers_one_by_one(rng: random.Random) -> None:
    for _ in range(60):
        n, k, s, dl = (rng.randint(1, 5) for _ in range(4))
        low, high = rng.randint(0, 2), rng.randint(0, 2)
        up = ss.ConvTranspose(4, 6, (k,), (s,), ((low, high),), (dl,), groups=2)
        build = ss.Builder()
        x = build.input("x", (4, n))
        try:
            y = build.add(up, x, name="up")
        except ss.SpecError:
            continue
        q, size = rng.randint(1, 4), build.shapes[y][1]
        net = build.network(build.add(ss.Conv(6, 1, (1,), stride=q), y))
        places = [s * t + dl * i - low for t in range(n) for i in range(k)]
        vain = sum(0 <= place < size and place % q > 0 for place in places)
        assert ss.reads(net).unread_multiply_adds == 4 * 3 * vain


def test_a_node_that_no_output_needs_is_unread() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 4))
    build.add(ss.Conv(1, 1, (1,)), x, name="idle")
    flat = build.add(op.Reshape((4,)), x, name="flat")
    y = build.add(op.Gemm(2), flat, name="y")
    table = ss.reads(build.network(y))
    assert not table["idle"].any()
    assert table["flat"].tolist() is True
    assert (table.unread_multiply_adds, table.multiply_adds) == (4, 4 + 8)


# ------------------------------------------------------------------------- hoist


def test_moved_strides_give_the_same_numbers(rng: random.Random) -> None:
    moved = saved = 0
    for number in range(160):
        net = strides_behind(rng, 1 + number % 2)
        found = ss.hoist(net)
        x = integers(rng, (1, *net.shapes["x"]))
        before, after = evaluate(net, x), evaluate(found, x)
        for name in net.outputs:
            assert before[name].tolist() == after[name].tolist(), (name, net, found)
        assert products(found) <= products(net)
        assert found.parameter_shapes() == net.parameter_shapes()
        assert [node.name for node in found.nodes if node.name in net.shapes] == [node.name for node in net.nodes]
        assert ss.hoist(found) is found or products(ss.hoist(found)) <= products(found)
        moved += found is not net
        saved += products(found) < products(net)
    assert moved > 25
    assert saved > 15


def bottlenecks(size: int = 15, stages: int = 2) -> ss.Network:
    """Two blocks a stage with the stride in the first 1 x 1 layer, as first published, normalised, with weights."""
    build, draw = ss.Builder("small"), np.random.default_rng(0).standard_normal

    def made(x: str, o: int, k: int, s: int = 1) -> str:
        layer = ss.Conv(build.shapes[x][0], o, (k, k), s, k // 2, bias=False)
        y = build.add(layer, x, weight=(draw(layer.weight_shape) / layer.in_channels**0.5).astype(np.float32))
        arrays = {name: np.ones(o, np.float32) for name in ("scale", "bias", "mean", "variance")}
        return build.add(op.BatchNorm(), y, **arrays)

    x = build.input("x", (3, size, size))
    for stage in range(stages):
        for block in range(2):
            s = 2 if stage and not block else 1
            y = build.add(op.Pointwise("relu"), made(x, 4, 1, s))
            y = build.add(op.Pointwise("relu"), made(y, 4, 3))
            x = build.add(op.Add(), made(y, 8, 1), made(x, 8, 1, s) if not block else x)
            x = build.add(op.Pointwise("relu"), x)
    return build.network(x)


def test_a_residual_network_by_equal() -> None:
    net = bottlenecks()
    found = ss.hoist(net)
    assert ss.reads(net).share > Fraction(1, 10)
    assert ss.reads(found).share == 0
    assert [type(node.operator).__name__ for node in found.nodes if node.name not in net.shapes] == ["MaxPool"]
    assert ss.equal(net, found, seed=7).status == "equal"
    shifted = op.MaxPool((1, 1), (2, 2), ((-1, 1), (0, 0)), (1, 1))
    nodes = (replace(n, operator=shifted) if n.name not in net.shapes else n for n in found.nodes)
    assert ss.equal(net, replace(found, nodes=tuple(nodes)), seed=7).status == "different"


@pytest.mark.full
def test_a_residual_network_in_onnx_runtime(tmp_path: Path) -> None:
    runtime = pytest.importorskip("onnxruntime", reason="pip install 'symstride[onnx]'")
    net = bottlenecks(56, 3)
    x, found = np.random.default_rng(1).standard_normal((2, 3, 56, 56), dtype=np.float32), []
    for number, each in enumerate((net, ss.hoist(net))):
        ss.write(each, tmp_path / f"{number}.onnx")
        session = runtime.InferenceSession(tmp_path / f"{number}.onnx", providers=["CPUExecutionProvider"])
        found.append(session.run(None, {session.get_inputs()[0].name: x})[0])
    assert np.abs(found[0] - found[1]).max() <= 1e-5 * np.abs(found[0]).max()


def test_published_resnets_have_their_strides_moved() -> None:
    """From the layers of the first paper to the places where TF-Slim has them: 6.96 billion operations.

    Araujo, Norris and Sim, 2019, for TF-Slim's ResNet-50.
    """
    from test_theory_cost import network, resnet

    net = network(resnet(3, 4, 6, 3, early=True))
    table = ss.reads(net)
    assert f"{float(table.share):.2%} of {table.multiply_adds / 1e9:.3f}" == "9.74% of 3.856"
    found = ss.reads(ss.hoist(net))
    assert (f"{found.multiply_adds / 1e9:.3f}", f"{2 * found.multiply_adds / 1e9:.2f}") == ("3.480", "6.96")
    assert found.unread_multiply_adds == 0
    late = network(resnet(3, 4, 6, 3, early=False))
    assert [row.name for row in ss.reads(late).rows] == []
    assert ss.hoist(late) is late


def test_what_a_stride_does_not_pass() -> None:
    """An output, a pad, averages of padded places, what has a number for each place; and inputs stay as large."""
    build = ss.Builder()
    x = build.input("x", (1, 8))
    ends: list[str] = []

    def stride(y: str) -> None:
        ends.append(build.add(ss.Conv(1, 1, (1,), stride=2), y))

    stride(build.add(op.Pointwise("relu"), x, name="at once"))
    stride(build.add(op.Pad(((1, 0),)), x, name="pad"))
    stride(build.add(op.Select(), x, name="select"))
    out = build.add(ss.Conv(1, 1, (3,)), x, name="output")
    stride(out)
    net = build.network(out, *ends)
    assert ss.hoist(net) is net


def test_reads_and_strides_of_padding_words_and_dilations() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 12))
    a = build.add(ss.Conv(1, 1, (3,), padding="same", bias=False), x, name="a")
    b = build.add(ss.Conv(1, 1, (3,), stride=4, padding="same", dilation=2, bias=False), a, name="b")
    found = ss.hoist(build.network(b))
    assert found.node("a").operator.stride == (2,)
    moved: Any = found.node("b").operator
    assert (moved.stride, moved.dilation, moved.padding) == ((2,), (1,), ((0, 1),))
    assert found.shapes["b"] == (1, 3)


NET = bottlenecks(5, 1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ss.reads("model.onnx"), "a network"),
        (lambda: ss.reads(ss.Conv(1, 1, (3,))), "a network"),
        (lambda: ss.reads(NET)["nothing"], "the name of a node"),
        (lambda: ss.reads(NET)[["x"]], "the name of a node"),
        (lambda: ss.hoist(None), "a network"),
    ],
)
def test_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ss.SpecError, match=words):
        call()
