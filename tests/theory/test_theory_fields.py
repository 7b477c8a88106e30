"""Fields against windows gone through one by one, against published tables, and against NaN sent through networks."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy
from networks import random_network

import symstride as ss
from symstride.layers.axis import Axis
from symstride.network.evaluate import evaluate
from symstride.network.operators import records as op
from symstride.theory.fields import NO_FIELD, WHOLE, ReceptiveField


def field_of(axes: list[Axis]) -> ReceptiveField:
    found = ReceptiveField()
    for axis in axes:
        found = found.after(axis)
    return found


# ------------------------------------------------------------------------- stacks


def test_a_stack_sees_what_its_windows_read(rng: random.Random) -> None:
    for _ in range(300):
        axes = [Axis(*(rng.randint(1, 4) for _ in range(3)), low=rng.randint(-3, 4)) for _ in range(rng.randint(1, 4))]
        j = rng.randint(-5, 9)
        read = {j}
        for axis in reversed(axes):
            read = {axis.stride * m + axis.dilation * i - axis.low for m in read for i in range(axis.kernel)}
        field = field_of(axes)
        assert field.region(j) == (min(read), max(read) + 1)
        assert field.centre == Fraction(sum(field_of(axes).region(0)) - 1, 2)


def test_symbols_give_the_field_of_the_theorem() -> None:
    """Start and length as "receptive-fields" states them for two layers."""
    from symstride.proof.statements.catalogue.receptive_fields import LENGTHS, STARTS

    names = "k1 s1 dl1 p1 k2 s2 dl2 p2"
    k1, s1, dl1, p1, k2, s2, dl2, p2 = sympy.symbols(names)
    layers = [
        ss.Conv(1, 1, k1, s1, p1, dl1, ndim=1),
        ss.Conv(1, 1, k2, s2, p2, dl2, ndim=1),
    ]
    (field,) = ss.receptive_field(layers)
    j = sympy.Symbol("j")
    assert sympy.expand(field.region(j)[0] - sympy.sympify(STARTS[1])) == 0
    assert sympy.expand(field.size - sympy.sympify(LENGTHS[1]) - 1) == 0
    assert field.jump == s1 * s2
    numbers = dict(zip((k1, s1, dl1, p1, k2, s2, dl2, p2), (3, 2, 1, 1, 5, 3, 2, 4)))
    assert field.overlap.subs(numbers) == field.size.subs(numbers) - 6
    assert sympy.sympify(field.centre).subs(numbers) == field_of([Axis(3, 2, 1, 1), Axis(5, 3, 2, 4)]).centre


def test_neighbours_share_nothing_beyond_the_stride() -> None:
    """What stride does to the overlap of neighbouring fields, which it is said to reduce: k - s places are left."""
    for k, s in product(range(1, 6), range(1, 6)):
        (field,) = ss.receptive_field(ss.Conv(1, 1, (k,), stride=s))
        first, second = (set(range(*field.region(j))) for j in (0, 1))
        assert field.overlap == len(first & second)


def test_same_padding_moves_the_start_with_the_size() -> None:
    layers = [ss.Conv(1, 1, (3,), stride=2, padding="same"), ss.Conv(1, 1, (3,), stride=2, padding="same")]
    n = sympy.Symbol("N", integer=True, positive=True)
    (general,) = ss.receptive_field(layers, (n,))
    starts = {}
    for size in range(5, 40):
        (field,) = ss.receptive_field(layers, (size,))
        starts[size] = field.start
        assert (field.jump, field.size) == (4, 7)
        assert general.start.subs(n, size) == field.start
    assert {starts[size] for size in range(5, 40)} == {0, -1, -2, -3}
    with pytest.raises(ss.SpecError, match="size of the input"):
        ss.receptive_field(layers)


# ------------------------------------------------------------------------- published figures


def conv(build: ss.Builder, x: str, k: int, s: int = 1, p: int | None = None) -> str:
    c = build.shapes[x][0]
    return build.add(ss.Conv(c, c, (k,), stride=s, padding=k // 2 if p is None else p, bias=False), x)


def pool(build: ss.Builder, x: str, k: int, s: int, p: int = 0) -> str:
    return build.add(op.MaxPool((k,), (s,), ((p, p),), (1,)), x)


def alexnet(build: ss.Builder, x: str) -> str:
    x = pool(build, conv(build, x, 11, 4, 0), 3, 2)
    x = pool(build, conv(build, x, 5), 3, 2)
    return pool(build, conv(build, conv(build, conv(build, x, 3), 3), 3), 3, 2)


def vgg(build: ss.Builder, x: str) -> str:
    for count in (2, 2, 3, 3, 3):
        for _ in range(count):
            x = conv(build, x, 3)
        x = pool(build, x, 2, 2)
    return x


def mobilenet(build: ss.Builder, x: str) -> str:
    x = conv(build, x, 3, 2)
    for s in (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1):
        x = conv(build, conv(build, x, 3, s), 1)
    return x


def resnet(*counts: int, early: bool = True) -> Callable[[ss.Builder, str], str]:
    """Bottlenecks whose stride stands in the first 1 x 1 layer, as first published, or in the 3 x 3 layer."""

    def make(build: ss.Builder, x: str) -> str:
        x = pool(build, conv(build, x, 7, 2), 3, 2, 1)
        for stage, count in enumerate(counts):
            for block in range(count):
                s = 2 if stage and not block else 1
                y = conv(build, conv(build, conv(build, x, 1, s if early else 1), 3, 1 if early else s), 1)
                x = build.add(op.Add(), y, conv(build, x, 1, s) if not block else x)
        return x

    return make


PUBLISHED = {
    "AlexNet": (alexnet, 195, 32, 227),
    "VGG-16": (vgg, 212, 32, 224),
    "MobileNet": (mobilenet, 315, 32, 224),
    "ResNet-50": (resnet(3, 4, 6, 3), 483, 32, 224),
    "ResNet-101": (resnet(3, 4, 23, 3), 1027, 32, 224),
    "ResNet-152": (resnet(3, 8, 36, 3), 1507, 32, 224),
    "ResNet-50 with its stride in the 3 x 3 layer": (resnet(3, 4, 6, 3, early=False), 427, 32, 224),
}
"""Sizes and jumps from the table of Araujo, Norris and Sim, 2019; the last one counted by hand."""


def network(make: Callable[[ss.Builder, str], str], size: int) -> ss.Network:
    build = ss.Builder()
    return build.network(make(build, build.input("x", (1, size))))


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_sizes(name: str) -> None:
    make, size, jump, places = PUBLISHED[name]
    net = network(make, places)
    (field,) = ss.receptive_field(net, node=net.outputs[0])
    assert (field.size, field.jump) == (size, jump)
    assert ss.receptive_field(net).misaligned == {}


@pytest.mark.full
def test_inception_v3_as_keras_builds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="pip install 'symstride[torch]'")
    monkeypatch.setenv("KERAS_BACKEND", "torch")
    keras = pytest.importorskip("keras", reason="pip install 'symstride[keras]'")
    model = keras.applications.InceptionV3(weights=None, include_top=False, input_shape=(299, 299, 3))
    net = ss.read(model).without_weights()
    fields = ss.receptive_field(net, node=net.outputs[0])
    assert [(field.size, field.jump) for field in fields] == [(1311, 32)] * 2


# ------------------------------------------------------------------------- NaN sent through networks


def seen_by_nan(net: ss.Network, places: list[tuple[int, ...]]) -> dict[str, np.ndarray]:
    """``found[node][place number, *output]``: whether the output is NaN once the place is.  All weights are 1."""
    (source,) = net.inputs
    x = np.ones((len(places), *net.shapes[source.name]))
    for number, place in enumerate(places):
        x[(number, slice(None), *place)] = np.nan
    weights = {key: np.ones(shape) for key, shape in net.parameter_shapes().items()}
    with np.errstate(invalid="ignore"):
        values = evaluate(net.with_weights(weights), x, every=True)
    return {name: np.isnan(value).any(axis=1) for name, value in values.items()}


@pytest.mark.parametrize("axes", [1, 2])
def test_exact_places_of_random_networks(axes: int, rng: random.Random) -> None:
    """Transposed layers, strides that meet, gaps and padding alike; fields are the hulls wherever there are any."""
    inside = 0
    for _ in range(40):
        net = random_network(rng, 3, axes)
        (source,), table = net.inputs, ss.receptive_field(net)
        size = net.shapes[source.name][1:]
        found = seen_by_nan(net, list(np.ndindex(size)))
        for name in rng.sample(list(table), 3):
            for _ in range(3):
                output = tuple(rng.randrange(n) for n in net.shapes[name][1:])
                expected = found[name][(slice(None), *output)].reshape(size)
                assert np.array_equal(table.places(name, output), expected), (name, output)
                seen = table[name]
                for axis, field in enumerate(seen if isinstance(seen, tuple) else ()):
                    read = np.flatnonzero(expected.any(axis=tuple(n for n in range(axes) if n != axis)))
                    first, end = field.region(output[axis])
                    assert all(first <= t < end for t in read)
                    inside += len(read) > 0
    assert inside > 100


def test_resnet_50_by_nan() -> None:
    net = network(resnet(3, 4, 6, 3), 1024)
    (field,) = ss.receptive_field(net, node=net.outputs[0])
    places = [0, 1, 300, 511, 640, 1023]
    hits = seen_by_nan(net, [(t,) for t in places])[net.outputs[0]]
    for t, row in zip(places, hits):
        assert [bool(hit) for hit in row] == [field.region(j)[0] <= t < field.region(j)[1] for j in range(len(row))]


def test_behind_a_transposed_layer_no_field_but_exact_places() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 12))
    down = build.add(ss.Conv(1, 1, (3,), stride=2, padding=1, bias=False), x)
    up = build.add(ss.ConvTranspose(1, 1, (2,), stride=2, bias=False), down, name="up")
    top = build.add(op.Add(), up, x, name="top")
    net = build.network(top)
    table = ss.receptive_field(net)
    assert table["up"] == table["top"] == NO_FIELD
    sizes = {table.places("up", j).sum() for j in range(2, 10)}
    assert [np.flatnonzero(table.places("up", j)).tolist() for j in (4, 5, 6)] == [[3, 4, 5], [3, 4, 5], [5, 6, 7]]
    assert sizes == {3}
    assert np.flatnonzero(table.places("top", 7)).tolist() == [5, 6, 7]
    assert table.last != "up"


def test_what_sees_everything_and_where_gates_are() -> None:
    build = ss.Builder()
    x = build.input("x", (2, 4, 4))
    y = build.add(op.Pointwise("relu"), x, name="map")
    whole = build.add(op.GlobalPool("average"), y, name="squeeze")
    gate = build.add(ss.ConvTranspose(2, 2, (4, 4), bias=False), whole, name="spread")
    scaled = build.add(op.Multiply(), y, gate, name="gated")
    flat = build.add(op.Reshape((32,)), y, name="flat")
    tail = build.add(op.Gemm(3, bias=False), flat, name="tail")
    table = ss.receptive_field(build.network(scaled, tail))
    assert [table[name] for name in ("squeeze", "spread", "gated", "tail")] == [WHOLE] * 4
    assert table["flat"] == NO_FIELD
    assert table.gates == ("gated",)
    assert table.last == "map"
    assert table.places("gated", (0, 0)).all()


def test_paths_whose_middles_differ_are_named() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 9))
    one = build.add(ss.Conv(1, 1, (2,), padding=((1, 0),), bias=False), x)
    top = build.add(op.Add(), one, x, name="top")
    table = ss.receptive_field(build.network(top))
    assert table["top"] == (ReceptiveField(1, -1, 2),)
    assert table.misaligned == {"top": ((Fraction(-1, 2), Fraction(0)),)}


def test_paths_of_different_jumps_have_no_single_field() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 8))
    one = build.add(ss.Conv(1, 1, (1,), stride=2, bias=False), x)
    two = build.add(ss.Conv(1, 1, (5,), bias=False), x)
    top = build.add(op.Add(), one, two, name="top")
    table = ss.receptive_field(build.network(top))
    assert table["top"] == NO_FIELD
    assert np.flatnonzero(table.places("top", 3)).tolist() == [3, 4, 5, 6, 7]


def test_rearrangements_of_places_keep_their_fields() -> None:
    build = ss.Builder()
    x = build.input("x", (1, 6, 8))
    cells = build.add(op.SpaceToDepth((2, 2), "channel_major"), x, name="cells")
    back = build.add(op.DepthToSpace((2, 2), "channel_major"), cells, name="back")
    turned = build.add(op.Transpose((0, 2, 1)), x, name="turned")
    taken = build.add(op.Take(2, (1, 4, 7)), x, name="taken")
    odd = build.add(op.Take(2, (1, 0, 7)), x, name="odd")
    wrapped = build.add(op.Wrap(((1, 1), (2, 0))), x, name="wrapped")
    table = ss.receptive_field(build.network(back, turned, taken, odd, wrapped))
    assert table["cells"] == (ReceptiveField(2, 0, 2), ReceptiveField(2, 0, 2))
    assert table["taken"] == (ReceptiveField(), ReceptiveField(3, 1, 1))
    assert table["wrapped"] == (ReceptiveField(1, -1, 1), ReceptiveField(1, -2, 1))
    assert table["back"] == table["odd"] == NO_FIELD
    assert [tuple(np.argwhere(table.places(n, o))[0]) for n, o in (("turned", (7, 2)), ("odd", (3, 2)))] == [
        (2, 7), (3, 7),
    ]  # fmt: skip
    assert np.argwhere(table.places("wrapped", (0, 0))).tolist() == [[5, 6]]
    assert table.places("back", (3, 3)).sum() == 4


def test_it_prints_a_table() -> None:
    table = ss.receptive_field(network(vgg, 224))
    assert repr(table).endswith("212 places at 'maxpool5'>")
    assert next(iter(table.rows())) == ("x", "Input", "224", "1", "1", "0")
    assert "<td>maxpool5</td><td>MaxPool</td><td>7</td><td>212</td><td>32</td>" in table._repr_html_()


PLAIN = ss.Conv(1, 1, (3,))
NET = network(vgg, 224)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ss.receptive_field([]), "a list of layers"),
        (lambda: ss.receptive_field("nn.Conv1d(1, 1, 3)"), "a layer, a list"),
        (lambda: ss.receptive_field([PLAIN, ss.Conv(1, 1, (3, 3))]), "equally many axes"),
        (lambda: ss.receptive_field([PLAIN, PLAIN], (3,)), "kernel that fits"),
        (lambda: ss.receptive_field(PLAIN, node="x"), "a network's"),
        (lambda: ss.receptive_field(NET, (224,)), "no input size"),
        (lambda: ss.receptive_field(NET, node="y"), "a node behind 'x'"),
        (lambda: ss.receptive_field(NET, source="y"), "one of the inputs: x"),
        (lambda: ss.receptive_field(NET, source=np.ones(2)), "one of the inputs: x"),
        (lambda: ss.receptive_field(NET, node=["x"]), "a node behind 'x'"),
        (lambda: ss.receptive_field(NET).places("x", 224), "a place of the map"),
        (lambda: ss.receptive_field(NET).places("x", (1, 1)), "with 1 axes"),
    ],
)
def test_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ss.SpecError, match=words):
        call()
