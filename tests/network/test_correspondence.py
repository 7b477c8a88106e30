"""A network and its rewriting, compared number by number from what stands in the files, whoever wrote them."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networks
import numpy as np
import pytest
import scope_networks
import zoo
from test_digest import renamed
from toolbox import ROOT

from benchmarks.substitution.campaign import KINDS, campaign, drawn
from symstride.adapters.onnx.door import from_onnx, to_model, to_onnx
from symstride.errors import CertificateRejected, NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.claims import subject_of
from symstride.network.correspondence import check_correspondence
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

SCOPES = ("layer", "network")


def written(network: Network) -> Network:
    return from_onnx(to_model(network))


# ------------------------------------------------------------------------------------------------ what is accepted


@pytest.mark.parametrize("number", range(40))
def test_rewritings_in_memory(number: int) -> None:
    rng = random.Random(f"correspondence {number}")
    network = networks.random_network(rng, rng.randint(1, 4), rng.choice([1, 2]))
    check_correspondence(network, unstride(network), subject_of(network, "layer").groups)
    network = scope_networks.random_network(rng, rng.randint(1, 4), rng.choice([1, 2]))
    for scope in SCOPES:
        check_correspondence(network, unstride(network, scope=scope))


def check_files_of(cases: range, folder: Path) -> None:
    """Random networks of all operators, written, rewritten, written again under other names, and read back.

    The onnx package refuses some pools that round up: it counts a window that lies in the padding alone.
    """
    checked = 0
    for number in cases:
        rng = random.Random(f"files {number}")
        scope = rng.choice(SCOPES)
        original, flat = folder / "original.onnx", folder / "flat.onnx"
        first = from_onnx(to_model(drawn(rng, scope)))
        try:
            to_onnx(first, original)
        except NotSupported:
            assert any(getattr(node.operator, "ceil_mode", False) for node in first.nodes)
            continue
        checked += 1
        network = from_onnx(original)
        to_onnx(renamed(unstride(network, scope=scope), lambda name: f"~{name[::-1]}"), flat)
        found = check_correspondence(network, from_onnx(flat))
        assert found.nodes > 1
        assert found.bytes == sum(array.nbytes for array in from_onnx(flat).weights.values())
    assert checked > 0.8 * len(cases)


def test_rewritings_from_files(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    check_files_of(range(25), tmp_path)


@pytest.mark.whole
def test_many_rewritings_from_files(tmp_path: Path) -> None:
    check_files_of(range(25, 600), tmp_path)


@pytest.mark.parametrize("name", ["squeezenet", "shufflenet"])
def test_real_networks(name: str, need: Callable[[str], str]) -> None:
    need("onnx")
    network = from_onnx(zoo.randomised(name, 3))
    check_correspondence(network, written(unstride(network)), subject_of(network, "layer").groups)


@pytest.mark.whole
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", zoo.NAMES)
def test_all_real_networks(name: str) -> None:
    network = from_onnx(zoo.randomised(name, 3))
    check_correspondence(network, written(unstride(network)), subject_of(network, "layer").groups)


def test_one_computed_twice_is_one_number() -> None:
    """Two nodes that compute the same are the same, whichever of them a reader reads."""
    build = Builder()
    x = build.input("x", (2, 9, 9))
    a, b = (build.add(op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), x, name=name) for name in "ab")
    c, d = (build.add(op.Pointwise("sigmoid"), y, name=f"s{y}") for y in (a, b))
    network = build.network(build.add(op.Multiply(), c, d, name="y"))
    crossed = [replace(n, inputs=("sb", "sa")) if n.name == "y" else n for n in unstride(network).nodes]
    check_correspondence(network, replace(unstride(network), nodes=tuple(crossed)))


# ------------------------------------------------------------------------------------------------ what is refused


def pair() -> tuple[Network, Network]:
    """A strided layer with a bias, an activation, a pool, a transposed layer and a tail."""
    rng, build = np.random.default_rng(1), Builder("pair")

    def numbers(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return rng.permutation(int(np.prod(shape))).reshape(shape).astype(np.float32) + 1

    x = build.input("x", (2, 9, 9))
    conv = Conv(2, 4, (3, 3), 2, 1)
    y = build.add(conv, x, name="conv", weight=numbers(4, 2, 3, 3), bias=numbers(4))
    y = build.add(op.Pointwise("leaky_relu", (("alpha", 0.5),)), y, name="leaky")
    y = build.add(op.MaxPool((3, 2), (2, 2), ((1, 1), (1, 1)), (1, 1)), y, name="pool")
    y = build.add(op.BatchNorm(), y, name="norm", **{r: numbers(4) for r in ("scale", "bias", "mean", "variance")})
    y = build.add(ConvTranspose(4, 2, (3, 3), 2), y, name="up", weight=numbers(4, 2, 3, 3), bias=numbers(2))
    y = build.add(op.GlobalPool("average"), y, name="mean")
    y = build.add(op.Gemm(3), build.add(op.Reshape((2,)), y), name="gemm", weight=numbers(2, 3), bias=numbers(3))
    network = build.network(y)
    return network, unstride(network, scope="network")


@pytest.mark.parametrize(
    ("name", "field", "value", "where", "said"),
    [
        ("leaky", "attributes", (("alpha", 0.25),), "leaky", "alpha"),
        ("leaky", "name", "sigmoid", "leaky", "leaky_relu"),
        ("norm", "epsilon", 1e-3, "norm", "epsilon"),
        ("mean", "kind", "max", "mean", "average"),
        ("gemm", "alpha", 2.0, "gemm", "alpha"),
    ],
)
def test_the_first_difference_is_named(name: str, field: str, value: object, where: str, said: str) -> None:
    network, flat = pair()
    node = next(n for n in flat.nodes if n.title == name)
    other = replace(node, operator=replace(node.operator, **{field: value}))
    edited = replace(flat, nodes=tuple(other if n is node else n for n in flat.nodes))
    with pytest.raises(CertificateRejected) as why:
        check_correspondence(network, edited)
    assert why.value.where.startswith(where)
    assert said in why.value.expected + why.value.got


def test_each_weight_counts() -> None:
    """Every single number of every parameter, and where a bank is wrong."""
    network, flat = pair()
    for name, array in flat.weights.items():
        for place in range(0, array.size, max(1, array.size // 40)):
            other = array.copy()
            other.reshape(-1)[place] += 1
            with pytest.raises(CertificateRejected) as why:
                check_correspondence(network, flat.with_weights({**flat.weights, name: other}))
            assert why.value.where


def test_a_wrong_entry_of_a_bank_is_named() -> None:
    network, flat = pair()
    name = next(name for name in flat.weights if name.startswith("conv/weight"))
    other = flat.weights[name].copy()
    place = tuple(int(n) for n in np.argwhere(other != 0)[5])
    other[place] = 0.25
    with pytest.raises(CertificateRejected) as why:
        check_correspondence(network, flat.with_weights({**flat.weights, name: other}))
    assert why.value.expected.startswith(f"weight{list(place)} as 'conv' has it")
    assert why.value.got == "0.25"


def test_the_smallest_changes_of_a_weight_count() -> None:
    """The next number, the sign of a zero, and NaN."""
    network, flat = pair()
    name = next(name for name in flat.weights if name.startswith("conv/weight"))
    array = flat.weights[name]
    zero, other = (tuple(np.argwhere(found)[0]) for found in (array == 0, array != 0))
    for place, value in ((other, np.nextafter(array[other], np.float32(0))), (zero, np.float32(-0.0)), (zero, np.nan)):
        changed = array.copy()
        changed[place] = value
        with pytest.raises(CertificateRejected):
            check_correspondence(network, flat.with_weights({**flat.weights, name: changed}))


@pytest.mark.parametrize(
    "change",
    [{"dtype": "float64"}, {"batch": 2}, {"outputs": ("mean",)}, {"outputs": ("gemm", "gemm")}],
)
def test_what_stands_outside_counts(change: dict[str, object]) -> None:
    network, flat = pair()
    with pytest.raises(CertificateRejected):
        check_correspondence(network, replace(flat, **change))  # type: ignore[arg-type]


def test_strides_that_stay_are_refused() -> None:
    network, _ = pair()
    with pytest.raises(CertificateRejected, match="strides and dilations of 1"):
        check_correspondence(network, network)


def test_layers_without_a_claim_are_refused() -> None:
    network, _ = pair()
    groups = [group for group in subject_of(network, "layer").groups if group.nodes != ("pool",)]
    with pytest.raises(CertificateRejected, match="a claim about each layer") as why:
        check_correspondence(network, unstride(network), groups)
    assert why.value.where == "pool"


def test_a_mask_that_is_missing_is_noticed() -> None:
    """A sum that reads a ghost which is not 0."""
    build = Builder()
    x = build.input("x", (1, 9))
    y = build.add(Conv(1, 1, (3,), 1, 1, bias=True), x, name="a", weight=np.ones((1, 1, 3)), bias=np.ones(1))
    build.add(Conv(1, 1, (3,), 2, 1, bias=False), y, name="b", weight=np.ones((1, 1, 3)))
    build.dtype = "float64"
    network = build.network(build.add(op.MaxPool((2,), (2,), ((0, 0),), (1,)), "b", name="c"), "a")
    flat = unstride(network, scope="network")
    masks = [node for node in flat.nodes if isinstance(node.operator, op.Mask)]
    assert masks
    check_correspondence(network, flat)
    for mask in masks:
        kept = [n for n in flat.nodes if n is not mask]
        nodes = tuple(replace(n, inputs=tuple(mask.inputs[0] if i == mask.name else i for i in n.inputs)) for n in kept)
        with pytest.raises(CertificateRejected):
            check_correspondence(network, replace(flat, nodes=nodes))


def test_zeros_that_meet_infinity_are_refused() -> None:
    """A structural zero silences numbers, and not minus infinity: that would be NaN."""
    build = Builder(dtype="float64")
    x = build.input("x", (1, 4))
    network = build.network(build.add(Conv(1, 1, (1,), 2, bias=False), x, name="y", weight=np.ones((1, 1, 1))))

    def rewritten(fill: op.Fill) -> Network:
        made = Builder(dtype="float64")
        z = made.add(op.Pad(((0, 2),), fill), made.input("x", (1, 4)))
        z = made.add(op.SpaceToDepth((2,), "phase_major"), z)
        weight = np.array([[[1.0, 0.0], [0.0, 0.0]]])
        return made.network(made.add(Conv(2, 1, (2,), bias=False), z, name="y", weight=weight))

    check_correspondence(network, rewritten(0.0))
    check_correspondence(network, rewritten(3.0))
    for fill in ("lowest", float("inf"), float("-inf")):
        with pytest.raises(CertificateRejected):
            check_correspondence(network, rewritten(fill))


HARMLESS = (op.Pointwise("sigmoid"), op.Pointwise("celu", (("alpha", 2.0),)), op.Pixelwise("lrn", (("size", 1.0),)))
DIVIDING = (
    op.Pointwise("log"), op.Pointwise("exp"), op.Pointwise("celu", (("alpha", -0.01),)),
    op.Pixelwise("lrn", (("size", 1.0), ("alpha", 1e-30), ("beta", 2.0), ("bias", 1e-30))),
    op.Pixelwise("lrn", (("size", 1.0), ("beta", -20.0))),
)  # fmt: skip


@pytest.mark.parametrize("operator", [*HARMLESS, *DIVIDING], ids=str)
def test_zeros_that_meet_what_nobody_computed_are_refused(operator: op.Operator) -> None:
    """The places that the layer steps over go through a map first, and meet a zero then."""
    build = Builder()
    weight = np.ones((1, 1, 1), np.float32)
    network = build.network(build.add(Conv(1, 1, (1,), 2, bias=False), build.input("x", (1, 4)), weight=weight))
    made = Builder()
    phases = made.add(op.SpaceToDepth((2,), "phase_major"), made.input("x", (1, 4)))
    other = made.add(operator, made.add(op.Channels(1, 2), phases))
    both = made.add(op.Concat(), made.add(op.Channels(0, 1), phases), other)
    weight = np.array([[[1.0], [0.0]]], np.float32)
    rewritten = made.network(made.add(Conv(2, 1, (1,), bias=False), both, weight=weight))
    if operator in HARMLESS:
        check_correspondence(network, rewritten)
        return
    with pytest.raises(CertificateRejected):
        check_correspondence(network, rewritten)


@pytest.mark.parametrize("weight", [0.0, None])
def test_zeros_that_meet_what_is_computed_inside_of_a_node_are_refused(weight: float | None) -> None:
    """The sum of an average of logarithms may be infinite too."""
    one = np.ones((1, 1, 1), np.float32)
    build = Builder()
    y = build.add(op.Pointwise("log"), build.input("x", (1, 8)))
    y = build.add(op.AveragePool((2,), (2,), ((0, 0),), (1,)), y)
    network = build.network(build.add(Conv(1, 1, (1,), 2, bias=False), y, weight=one))
    made = Builder()
    y = made.add(op.SpaceToDepth((2,), "phase_major"), made.add(op.Pointwise("log"), made.input("x", (1, 8))))
    total = made.add(Conv(2, 1, (1,), bias=False), y, weight=np.ones((1, 2, 1), np.float32))
    average = made.add(op.Pointwise("divide", (("by", 2.0),)), total)
    even, odd = (made.add(op.SpaceToDepth((2,), "phase_major"), value) for value in (average, total))
    z = made.add(op.Channels(0, 1), even)
    if weight is None:
        check_correspondence(network, made.network(made.add(Conv(1, 1, (1,), bias=False), z, weight=one)))
        return
    z = made.add(op.Concat(), z, made.add(op.Channels(1, 2), odd))
    array = np.array([[[1.0], [weight]]], np.float32)
    with pytest.raises(CertificateRejected):
        check_correspondence(network, made.network(made.add(Conv(2, 1, (1,), bias=False), z, weight=array)))


def test_limits_are_kept_with_the_figure() -> None:
    network, flat = pair()
    with pytest.raises(NotSupported, match="bytes"):
        check_correspondence(network, flat, max_bytes=2_000)
    with pytest.raises(NotSupported, match="1,000 places"):
        check_correspondence(network, flat, max_work=1_000)
    build = Builder()
    x = build.input("x", (1, 20_000, 20_000))
    huge = build.network(build.add(op.MaxPool((9, 9), (1, 1), ((4, 4),) * 2, (1, 1)), x))
    with pytest.raises(NotSupported, match="bytes"):
        check_correspondence(huge, huge)


@pytest.mark.parametrize("layout", ["layouts", "phases", "chain", "wide"])
def test_large_choices_are_answered(layout: str) -> None:
    """As many layouts as fit the shapes are not all tried, and long networks are gone through once."""
    one, build = np.ones((1, 1, 1, 1), np.float32), Builder()
    x = build.input("x", (1, 700, 700))
    if layout == "layouts":  # 350 phases along each axis would give two by two places
        network = build.network(build.add(Conv(1, 1, (1, 1), bias=False), x, weight=one))
        other = Builder()
        y = other.add(op.Pad(((0, -698), (0, -698))), other.input("x", (1, 700, 700)))
        y = other.add(Conv(1, 1, (1, 1), bias=False), y, weight=one)
        with pytest.raises(CertificateRejected):
            check_correspondence(network, other.network(other.add(op.Pad(((0, 698), (0, 698))), y)))
        return
    if layout == "phases":
        build = Builder()
        weight = np.ones((1, 1, 2), np.float32)
        y = build.add(Conv(1, 1, (2,), dilation=300, bias=False), build.input("x", (1, 610)), weight=weight)
        network = build.network(y)
        check_correspondence(network, unstride(network), subject_of(network, "layer").groups)
        return
    build = Builder()
    x = first = build.input("x", (1, 4))
    for number in range(2_000):
        build.append(Node(f"n{number}", op.Pointwise("relu"), (x,)))
        x = f"n{number}" if layout == "chain" else first
    network = build.network(*[node.name for node in build.nodes[1:]])
    check_correspondence(network, network)


@pytest.mark.parametrize("values", [(0.1, float(np.float32(0.1))), (1e39, 2e39), (0.1, np.nextafter(0.1, 1))])
def test_attributes_count_to_the_last_bit_in_double_precision(
    values: tuple[float, float], tmp_path: Path, need: Callable[[str], str]
) -> None:
    """In single precision they are as ONNX stores them; and what it cannot store is not written."""
    need("onnx")

    def made(value: float, dtype: str) -> Network:
        build = Builder(dtype=dtype)
        y = build.add(op.Pointwise("leaky_relu", (("alpha", float(value)),)), build.input("x", (1, 4)))
        y = build.add(op.BatchNorm(float(value)), y, **{r: np.ones(1, dtype) for r in NORM})
        return build.network(build.add(op.Pixelwise("lrn", (("alpha", float(value)), ("size", 1.0))), y))

    with pytest.raises(CertificateRejected):
        check_correspondence(*(made(value, "float64") for value in values))
    check_correspondence(*(made(values[0], "float64") for _ in values))
    check_correspondence(*(made(value, "float32") for value in (0.1, float(np.float32(0.1)))))
    with pytest.raises(NotSupported, match="in single precision, as ONNX has it"):
        to_onnx(made(values[0], "float64"), tmp_path / "model.onnx")
    assert not list(tmp_path.iterdir())


NORM = ("scale", "bias", "mean", "variance")

REWRITER = ("symstride.network.rewriting.", "symstride.network.grid.", "symstride.network.claims")


def test_nothing_of_the_rewriter_is_used() -> None:
    """What is compared is trusted for itself: no module that writes networks or plans stands behind it."""
    found, waiting = set[str](), ["symstride.network.correspondence"]
    while waiting:
        module = waiting.pop()
        path = ROOT / (module.replace(".", "/") + ".py")
        if module in found or not path.exists():
            continue
        found.add(module)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("symstride"):
                waiting += [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
    assert "symstride.network.evaluate" in found
    assert not sorted(module for module in found if module.startswith(REWRITER))


# ------------------------------------------------------------------------------------------------ substitution


@pytest.mark.parametrize("count", [8, pytest.param(24, marks=pytest.mark.full)])
@pytest.mark.parametrize("kind", KINDS)
def test_substitution(kind: str, count: int, need: Callable[[str], str]) -> None:
    """One place of a file changed: refused by the digest, and refused when that is recomputed; or the same network up
    to spelling; or, with the digest recomputed, the same function, and evaluated as such."""
    need("onnx")
    tally = campaign(kind, range(count))
    assert tally.good, tally.false + tally.broken
    refused = tally.counts["layers"] + tally.counts["numbers"]
    assert refused >= 3 * count / 4
    assert tally.counts["digest"] == refused + len(tally.equal) == count - len(tally.identical)
