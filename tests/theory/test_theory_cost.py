"""Counts against loops gone through one by one, against arrays that are made, and against published figures."""

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
from symstride.network.memory import peak
from symstride.network.operators import records as op
from symstride.theory.cost import LayerForm


def some_layer(rng: random.Random) -> tuple[ss.Conv, tuple[int, ...], dict[str, object]]:
    """A layer, an input size that it has outputs for, and options of ``expand``."""
    axes, groups = rng.randint(1, 2), rng.choice([1, 1, 2])
    while True:
        size = tuple(rng.randint(4, 9) for _ in range(axes))
        padding = rng.choice(["same", tuple((rng.randint(-1, 2), rng.randint(0, 3)) for _ in size)])
        kernel, stride, dilation = (tuple(rng.randint(1, n) for _ in size) for n in (4, 4, 2))
        layer = ss.Conv(2, 2 * groups, kernel, stride, padding, dilation, groups, bias=rng.random() < 0.5)
        options = {"origin": rng.choice(["image", "padded"]), "drop_dead": rng.random() < 0.5,
                   "phases": rng.choice([1, 1, 2, 3])}  # fmt: skip
        try:
            layer.output_size(size)
            return layer, size, options
        except ss.SpecError:
            continue


def loops(layer: ss.Conv, size: tuple[int, ...]) -> int:
    """The products of a layer, one by one."""
    count = 0
    for _ in product(range(layer.out_channels), *map(range, layer.output_size(size))):
        for _ in product(range(layer.in_channels // layer.groups), *map(range, layer.kernel)):
            count += 1
    return count


def test_counts_are_those_of_loops_and_arrays(rng: random.Random) -> None:
    """The expanded layer by its table of taps: each product with a weight, for an output that the layer has."""
    for _ in range(40):
        layer, size, options = some_layer(rng)
        found, bank = ss.forms(layer, size, **options), ss.expand(layer, input_size=size, **options)
        assert found.strided.multiply_adds == loops(layer, size)
        dense = ss.unit_stride(layer, size)
        assert found.unit_stride.multiply_adds == loops(dense, size)
        unit, kept, useful, products = bank.layer(size), layer.output_size(size), 0, 0
        for cell in product(*map(range, unit.output_size())):
            for (number, *_), tap in np.ndenumerate(bank.table):
                tau = np.unravel_index(number, bank.phases)
                inside = all(a * m + t < n for a, m, t, n in zip(bank.phases, cell, tau, kept))
                products += 1
                useful += inside and tap >= 0
        each = layer.out_channels * layer.in_channels // layer.groups
        assert found.expanded.multiply_adds == products * each
        assert {form.useful for form in found} == {useful * each} == {found.strided.multiply_adds}

        x, w, b = np.zeros((1, 2, *size)), np.zeros(layer.weight_shape), np.zeros(layer.out_channels)
        phases, weight = bank.split(x), bank.weight(w)
        y = np.zeros((1, unit.out_channels, *unit.output_size()))
        merged = bank.merge(y, kept)
        assert found.expanded.parameters == weight.size + (bank.bias(b).size if layer.bias else 0)
        assert found.strided.parameters == w.size + (b.size if layer.bias else 0)
        assert (found.expanded.read, found.expanded.written) == (phases.size, y.size)
        assert (found.strided.read, found.strided.written) == (x.size, merged.size)
        moved = (x.size + phases.size) * (phases.shape != x.shape) + (y.size + merged.size) * (options["phases"] != 1)
        if phases.shape != x.shape:  # one phase of a map as large may be the map, or may be padded as much as cropped
            assert found.expanded.moved == moved
        every = layer.out_channels * int(np.prod(dense.output_size(size)))
        assert found.unit_stride.moved == (every + merged.size if set(layer.stride) != {1} else 0)


def test_symbols_give_the_numbers(rng: random.Random) -> None:
    letters = sympy.symbols("k s dl p N C O", integer=True, positive=True)
    k, s, dl, p, n, c, o = letters
    for origin in ("image", "padded"):
        layer = ss.Conv(c, o, k, s, p, dl, ndim=2)
        general, over = ss.forms(layer, (n, n), origin=origin), ss.overhead(layer, origin=origin)
        for _ in range(8):
            values = (rng.randint(1, 4), rng.randint(2, 4), rng.randint(1, 3), rng.randint(0, 3), 16, 2, 3)
            numbers = dict(zip(letters, values))
            layer = ss.Conv(2, 3, *(numbers[name] for name in (k, s, p, dl)), ndim=2)
            assert over.subs(numbers) == ss.overhead(layer, origin=origin)
            for one, other in zip(general, ss.forms(layer, 16, origin=origin), strict=True):
                assert one.intensity().subs(numbers) == other.intensity()
                for name in ("multiply_adds", "useful", "parameters", "read", "written", "moved"):
                    assert sympy.sympify(getattr(one, name)).subs(numbers) == getattr(other, name), name


def test_no_worse_is_where_no_product_is_wasted() -> None:
    """The condition against the cells that the taps touch, which are counted here."""
    agreed = 0
    for k, s, dl, p in product(range(1, 6), range(1, 5), range(1, 4), range(-1, 4)):
        for origin, dropped, a in product(("image", "padded"), (False, True), (1, 2)):
            shift = p if origin == "image" else 0
            touched = {divmod(s * tau + dl * i - shift, s * a) for tau in range(a) for i in range(k)}
            cells = 1 + max(u for u, _ in touched) - min(u for u, _ in touched)
            phases = len({rho for _, rho in touched}) if dropped else s * a
            layer = ss.Conv(1, 1, (k,), s, p, dl)
            options = {"origin": origin, "drop_dead": dropped, "phases": a}
            assert ss.overhead(layer, **options) == Fraction(cells * phases, k)
            assert ss.no_worse(layer, **options) is (cells * phases == k), (k, s, dl, p, options)
            agreed += cells * phases == k
    assert agreed > 200


def test_the_condition_in_symbols() -> None:
    k, s, p = sympy.symbols("k s p", integer=True, positive=True)
    assert ss.no_worse(ss.Conv(1, 1, k, s, p, ndim=3), origin="padded") == sympy.Eq(sympy.Mod(k, s), 0)
    divided = sympy.And(sympy.Eq(sympy.Mod(k, s), 0), sympy.Eq(sympy.Mod(p, s), 0))
    assert ss.no_worse(ss.Conv(1, 1, k, s, p, ndim=3)) == divided
    assert ss.no_worse(ss.Conv(1, 1, k, s, p, 2, ndim=1), origin="padded").subs({k: 4, s: 2}) == sympy.false
    loose = ss.no_worse(ss.Conv(1, 1, k, s, p, ndim=1), drop_dead=True, origin="padded")
    assert [bool(loose.subs({k: 3, s: n})) for n in (1, 2, 3, 4, 5)] == [True, False, True, True, True]


def test_the_time_is_bounded_by_work_or_by_traffic() -> None:
    form = ss.forms(ss.Conv(1, 1, (3,), bias=False), 12).strided
    assert (form.multiply_adds, form.bytes(), form.bytes(1)) == (30, 4 * (3 + 12 + 10), 25)
    assert form.intensity() == Fraction(60, 100)
    assert form.seconds(6.0, 1e9) == 10
    assert form.seconds(1e9, 50.0) == 2
    assert form.seconds(1e9, 50.0, itemsize=2) == 1


# ------------------------------------------------------------------------- published figures


def conv(build: ss.Builder, x: str, o: int, k: int, s: int = 1, groups: int = 1) -> str:
    c = build.shapes[x][0]
    return build.add(ss.Conv(c, o, (k, k), stride=s, padding=k // 2, groups=groups, bias=False), x)


def pool(build: ss.Builder, x: str, k: int, s: int, p: int = 0) -> str:
    return build.add(op.MaxPool((k, k), (s, s), ((p, p), (p, p)), (1, 1)), x)


def vgg(build: ss.Builder, x: str) -> str:
    for width, count in zip((64, 128, 256, 512, 512), (2, 2, 3, 3, 3)):
        for _ in range(count):
            x = conv(build, x, width, 3)
        x = pool(build, x, 2, 2)
    return x


def mobilenet(build: ss.Builder, x: str) -> str:
    x = conv(build, x, 32, 3, 2)
    widths = (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024)
    for width, s in zip(widths, (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1)):
        x = conv(build, conv(build, x, build.shapes[x][0], 3, s, build.shapes[x][0]), width, 1)
    return x


def resnet(*counts: int, early: bool) -> Callable[[ss.Builder, str], str]:
    """Bottlenecks whose stride stands in the first 1 x 1 layer, as first published, or in the 3 x 3 layer."""

    def make(build: ss.Builder, x: str) -> str:
        x = pool(build, conv(build, x, 64, 7, 2), 3, 2, 1)
        for stage, count in enumerate(counts):
            width = 64 * 2**stage
            for block in range(count):
                s = 2 if stage and not block else 1
                y = conv(build, conv(build, x, width, 1, s if early else 1), width, 3, 1 if early else s)
                y = conv(build, y, 4 * width, 1)
                x = build.add(op.Add(), y, conv(build, x, 4 * width, 1, s) if not block else x)
        return x

    return make


def network(make: Callable[[ss.Builder, str], str], size: int = 224, tail: tuple[int, ...] = ()) -> ss.Network:
    build = ss.Builder()
    x = make(build, build.input("x", (3, size, size)))
    if tail and make is not vgg:
        x = build.add(op.GlobalPool("average"), x)
    if tail:
        x = build.add(op.Reshape((int(np.prod(build.shapes[x])),)), x)
    for width in tail:
        x = build.add(op.Gemm(width), x)
    return build.network(x)


PUBLISHED = {
    "VGG-16": (vgg, (4096, 4096, 1000), "15.470"),
    "MobileNet": (mobilenet, (1000,), "0.569"),
    "ResNet-50": (resnet(3, 4, 6, 3, early=False), (1000,), "4.089"),
    "ResNet-101": (resnet(3, 4, 23, 3, early=False), (1000,), "7.801"),
}
"""Billions of products: torchvision's documentation, and Howard et al., arXiv 1704.04861, for MobileNet."""


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_operations(name: str) -> None:
    make, tail, billions = PUBLISHED[name]
    assert f"{ss.forms(network(make, tail=tail)).totals.multiply_adds / 1e9:.3f}" == billions


# ------------------------------------------------------------------------- networks


def test_the_peak_is_the_largest_set_of_values_at_once(rng: random.Random) -> None:
    """At each node all that was made before and is still to be read, looked up for each value by itself."""
    for _ in range(40):
        net = random_network(rng, 4)
        most = 0
        for step, node in enumerate(net.nodes):
            alive = {name for later in net.nodes[step:] for name in later.inputs} | set(net.outputs)
            made = {before.name for before in net.nodes[: step + 1]} | {given.name for given in net.inputs}
            now = sum(int(np.prod(net.shapes[name])) for name in (alive & made) | {node.name})
            most = max(most, now)
        assert peak(net).numbers == most
        assert peak(net).node in net.shapes


def test_a_table_says_how_much_is_held_before_and_after() -> None:
    build = ss.Builder("tiny", dtype="float16")
    x = build.input("x", (1, 8))
    y = build.add(ss.Conv(1, 2, (2,), stride=2), x, name="y")
    z = build.add(op.Pointwise("relu"), y, name="z")
    table = ss.forms(build.network(z))
    assert table.peak == 2 * (8 + 8)
    assert table.unit_peak == 2 * (8 + 8)  # the map and its phases, or its phases and two channels of 4 places
    assert "bytes of values at once: 32 → 32" in table._repr_html_()
    assert ss.forms(build.network(z), scope="network").scope == "network"


def test_it_prints() -> None:
    found = ss.forms(ss.Conv(3, 64, (7, 7), 2, 3, bias=False), 224, origin="padded")
    assert repr(found).startswith("<Forms: strided 118,013,952 multiply-adds; unit stride 472,055,808")
    assert "<td>expanded</td><td>154,140,672</td>" in found._repr_html_()
    assert found.theorem.subject.name == "single-layer"
    n = sympy.Symbol("N", integer=True, positive=True)
    assert "<td>2*N</td>" in ss.forms(ss.Conv(1, 1, (2,), 2), 2 * n)._repr_html_()


PLAIN = ss.Conv(1, 1, (3,), 2)
FORM = ss.forms(PLAIN, 9).strided


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ss.forms("nn.Conv1d(1, 1, 3)", 9), "a layer .Conv. or a network"),
        (lambda: ss.forms(PLAIN), "the size of the input"),
        (lambda: ss.forms(PLAIN, (9, 9)), "one per axis"),
        (lambda: ss.forms(PLAIN, 2), "kernel that fits"),
        (lambda: ss.forms(PLAIN, 9, origin="here"), "image"),
        (lambda: ss.forms(network(vgg), 224), "scope alone"),
        (lambda: ss.forms(network(vgg), phases=2), "scope alone"),
        (lambda: ss.forms(network(vgg), scope="all"), '"layer" or "network"'),
        (lambda: ss.overhead(None), r"a layer \(Conv\)"),
        (lambda: ss.overhead(ss.Conv(1, 1, (3,), 2, "same")), "the size of the input"),
        (lambda: ss.no_worse("x"), r"a layer \(Conv\)"),
        (lambda: FORM.bytes(0), "itemsize"),
        (lambda: FORM.seconds(0, 1), "a number above 0"),
        (lambda: FORM.seconds(1, "fast"), "a number above 0"),
        (lambda: ss.forms(ss.Conv(1, 1, sympy.Symbol("k"), ndim=1), 9).strided.seconds(1, 1), "numbers for all sizes"),
    ],
)
def test_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ss.SpecError, match=words):
        call()


def test_forms_know_what_runs() -> None:
    found = ss.forms(ss.Conv(2, 3, (3, 3), 2, 1), 9, phases=2)
    assert isinstance(found.strided, LayerForm)
    assert (found.strided.layer.stride, found.unit_stride.layer.stride, found.expanded.layer.stride) == (
        (2, 2), (1, 1), (1, 1),
    )  # fmt: skip
    assert found.expanded.layer.out_channels == 12
