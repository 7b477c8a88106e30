"""Finite numbers stay finite on the grid: no ghost makes NaN or infinity where the network itself has none."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pytest
import zoo
from finite_networks import finite_network, hiding_network, mostly_harmless, numbers
from masks import masks_needed, without_mask
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import CertificateRejected, NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.correspondence import check_correspondence
from symstride.network.evaluate import evaluate
from symstride.network.finite import unsure
from symstride.network.graph import Builder, Network, is_strided
from symstride.network.grid.plan import plan
from symstride.network.operators import records as op
from symstride.network.operators.magnitudes import magnitudes, overflowing
from symstride.network.rewriting.unstride import unstride

Array = NDArray[np.float32]
Run = Callable[[Network, Array], list[Array]]
Draw = Callable[[random.Random], tuple[Network, Array]]


def interpreted(network: Network, x: Array) -> list[Array]:
    with np.errstate(all="ignore"):
        return list(evaluate(network, x).values())


def in_runtime(network: Network, x: Array) -> list[Array]:
    return [np.asarray(value) for value in zoo.run(to_model(network), x, list(network.outputs))]


def all_finite(arrays: list[Array]) -> bool:
    return all(np.isfinite(array).all() for array in arrays)


# ------------------------------------------------------------------------------------------------ random networks


@dataclass
class Seen:
    """How many networks had finite outputs; in how many of these something else was infinite or NaN; and how
    many rewritings were refused."""

    counted: int = 0
    hidden: int = 0
    refused: int = 0


def check_random(cases: range, run: Run, draw: Draw) -> Seen:
    """Where the outputs of a network are finite, those of each rewriting that is not refused are so too."""
    seen = Seen()
    for number in cases:
        rng = random.Random(f"finite {number}")
        network, x = draw(rng)
        with np.errstate(all="ignore"):
            values = evaluate(network, x, every=True)
        if not all_finite([values[name] for name in network.outputs]) or not all_finite(run(network, x)):
            continue
        seen.counted += 1
        seen.hidden += not all_finite(list(values.values()))
        for scope in ("layer", "network"):
            try:
                flat = unstride(network, scope=scope)
            except NotSupported as refusal:
                seen.refused += "may give infinity or NaN" in refusal.got
                continue
            assert all_finite(run(flat, x)), (number, scope)
    return seen


def any_network(axes: int) -> Draw:
    def draw(rng: random.Random) -> tuple[Network, Array]:
        network = finite_network(rng, rng.randint(2, 6), axes)
        return network, numbers(rng, (1, *network.shapes["x"]))

    return draw


def hiding(rng: random.Random) -> tuple[Network, Array]:
    network = hiding_network(rng)
    return network, mostly_harmless(rng, (1, *network.shapes["x"]))


def test_random_networks_stay_finite() -> None:
    seen = check_random(range(350, 420), interpreted, any_network(0))
    assert seen.counted >= 50
    assert 0 < seen.refused < 30


def test_networks_that_hide_infinity_stay_finite() -> None:
    """Their strided layers step over places, and their activations take infinity to numbers."""
    seen = check_random(range(1600, 1800), interpreted, hiding)
    assert seen.counted >= 100
    assert seen.hidden >= 20
    assert 0 < seen.refused < seen.counted


def test_random_networks_stay_finite_in_the_runtime(need: Callable[[str], str]) -> None:
    """On two axes, where ONNX Runtime has all operators."""
    need("onnxruntime")
    assert check_random(range(370, 390), in_runtime, any_network(2)).counted >= 10


@pytest.mark.full
def test_a_thousand_networks_stay_finite() -> None:
    assert check_random(range(1400), interpreted, any_network(0)).counted >= 1000
    seen = check_random(range(2500), interpreted, hiding)
    assert seen.counted >= 1000
    assert seen.hidden >= 200


@pytest.mark.whole
@pytest.mark.timeout(1800)
def test_hundreds_of_networks_stay_finite_in_the_runtime(need: Callable[[str], str]) -> None:
    need("onnxruntime")
    assert check_random(range(200), in_runtime, any_network(2)).counted >= 100
    assert check_random(range(500), in_runtime, hiding).counted >= 200


# ------------------------------------------------------------------------------------------------ one kind at a time


def chain(*operators: op.Operator, size: int = 9, weights: float = 1.0, bias: float = 0.0) -> Network:
    """Each fed with the one before; weights are all the same number."""
    build = Builder("chain")
    x = build.input("x", (2, size))
    for number, operator in enumerate(operators):
        arrays = {}
        if isinstance(operator, Conv | ConvTranspose):
            arrays["weight"] = np.full((2, 2, int(operator.kernel[0])), weights, np.float32)
            arrays |= {"bias": np.full(2, bias, np.float32)} if operator.bias else {}
        if isinstance(operator, op.BatchNorm):
            numbers = NORM if operator.epsilon else NORM | {"variance": 1.0}  # an inverse root of 0 is none
            arrays = {role: np.full(2, value, np.float32) for role, value in numbers.items()}
        inputs = [x] * (2 if isinstance(operator, op.Multiply) else 1)
        x = build.add(operator, *inputs, name=f"y{number}", **arrays)
    return build.network(x)


NORM = {"scale": 1.0, "bias": 0.0, "mean": 0.0, "variance": 0.0}

LRN = {"size": 1.0, "alpha": 1.0, "beta": 0.5}
STEP = Conv(2, 2, (1,), 4, bias=False)  # of 9 places it reads 0, 4 and 8; the ghosts are 9, 10 and 11

UNSAFE: dict[str, tuple[op.Operator, ...]] = {
    "lrn with bias 0": (op.Pixelwise("lrn", (*LRN.items(), ("bias", 0.0))),),
    "lrn with bias below 0": (op.Pixelwise("lrn", (*LRN.items(), ("bias", -0.5))),),
    "lrn with a bias that its power loses": (op.Pixelwise("lrn", (("size", 1.0), ("alpha", 1.0), ("beta", 4.0),
                                                                  ("bias", 1e-30))),),
    "log": (op.Pointwise("log"),),
    "reciprocal": (op.Pointwise("reciprocal"),),
    "a negative power": (op.Pointwise("power", (("exponent", -1.0),)),),
    "a root": (Conv(2, 2, (1,)), op.Pointwise("sqrt")),
    "a fractional power": (Conv(2, 2, (1,)), op.Pointwise("power", (("exponent", 1.5),))),
    "normalisation without epsilon": (op.Affine(), op.BatchNorm(0.0)),
    "celu with alpha 0": (op.Pointwise("celu", (("alpha", 0.0),)),),
}  # fmt: skip


@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("name", UNSAFE)
def test_structural_zeros_are_refused_behind_maps_that_divide(name: str, scope: str) -> None:
    network = chain(*UNSAFE[name], Conv(2, 2, (3,), 2, bias=False), op.Pointwise("relu"), bias=-1.0)
    with pytest.raises(NotSupported) as refusal:
        unstride(network, scope=scope)
    assert all(refusal.value.args[:4])
    assert f"'y{len(UNSAFE[name])}'" in refusal.value.asked
    assert f"'y{len(UNSAFE[name]) - 1}'" in refusal.value.got


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_what_is_refused_would_be_wrong(scope: str) -> None:
    """An activation takes the logarithm of 0 to a number; rewritten as if it were a map that is known to be finite."""
    x = np.full((1, 2, 9), 2.0, np.float32)
    x[..., 3] = 0.0  # the second output alone reads it, and has the sign -1
    network = chain(op.Pointwise("log"), Conv(2, 2, (3,), 2, bias=False), op.Pointwise("sign"))
    assert all_finite(interpreted(network, x))
    flat = unstride(chain(op.Pointwise("abs"), *(node.operator for node in network.nodes[2:])), scope=scope)
    nodes = [replace(node, operator=op.Pointwise("log")) if node.operator == op.Pointwise("abs") else node
             for node in flat.nodes]  # fmt: skip
    assert not all_finite(interpreted(replace(flat, nodes=tuple(nodes)), x))


@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_refused_is_no_rewriting(name: str, scope: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made by a rewriter that takes everything for finite, a lowering is refused by the comparison of both networks."""
    network = chain(*UNSAFE[name], Conv(2, 2, (3,), 2, bias=False), op.Pointwise("relu"), bias=-1.0)
    careless(monkeypatch)
    with pytest.raises(CertificateRejected):
        check_correspondence(network, unstride(network, scope=scope))


def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rewriter take every value for finite."""
    for module in ("rewriting.unstride", "grid.plan"):
        monkeypatch.setattr(f"symstride.network.{module}.unsure", lambda network: {})


@pytest.mark.parametrize("place", ["a zero more", "a zero less", "the same zeros"])
def test_zeros_of_a_weight_count_where_numbers_may_be_infinite(place: str) -> None:
    """A weight of 0 makes NaN of infinity in the original too, so that a layer without it is another one."""
    weight = np.array([[[2.0, 0.0]]])
    build = Builder(dtype="float64")
    y = build.add(op.Pointwise("log"), build.input("x", (1, 4)))
    network = build.network(build.add(Conv(1, 1, (2,), 2, bias=False), y, weight=weight))
    made = Builder(dtype="float64")
    y = made.add(op.SpaceToDepth((2,), "phase_major"), made.add(op.Pointwise("log"), made.input("x", (1, 4))))
    if place == "a zero more":
        y = made.add(op.Pad(((0, 1),)), y)
        z = made.add(Conv(2, 1, (2,), bias=False), y, weight=np.array([[[2.0, 0.0], [0.0, 0.0]]]))
    elif place == "a zero less":
        z = made.add(Conv(1, 1, (1,), bias=False), made.add(op.Channels(0, 1), y), weight=np.array([[[2.0]]]))
    else:
        z = made.add(Conv(2, 1, (1,), bias=False), y, weight=np.array([[[2.0], [0.0]]]))
        check_correspondence(network, made.network(z))
        return
    with pytest.raises(CertificateRejected):
        check_correspondence(network, made.network(z))


FROM_BELOW: dict[str, tuple[op.Operator, ...]] = {
    "log": (op.Pointwise("clip", (("low", 1e-3),)), op.Pointwise("log")),
    "a root": (op.Pointwise("relu"), op.Pointwise("sqrt")),
    "a root of a square": (op.Multiply(), op.Pointwise("sqrt")),
    "a fractional power": (op.Pointwise("abs"), op.Pointwise("power", (("exponent", 1.5),))),
    "exp": (op.Pointwise("clip", (("low", -20.0), ("high", 20.0))), op.Pointwise("exp")),
    "a root of an average": (op.Pointwise("sigmoid"), op.AveragePool((2,), (1,), ((1, 1),), (1,)),
                             op.Pointwise("sqrt")),
    "padding under a maximum": (op.Pad(((1, 1),), "lowest"), op.MaxPool((2,), (1,), ((0, 0),), (1,))),
}  # fmt: skip


@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("name", FROM_BELOW)
def test_maps_of_what_is_bounded_from_below_are_taken(name: str, scope: str) -> None:
    network = chain(*FROM_BELOW[name], Conv(2, 2, (2,), 3, bias=False))
    x = np.linspace(-1000, 1000, 18, dtype=np.float32).reshape(1, 2, 9)
    x[..., 4] = 0.0
    flat = unstride(network, scope=scope)
    (before,), (after,) = interpreted(network, x), interpreted(flat, x)
    assert all_finite([before])
    assert np.allclose(before, after, rtol=1e-5)
    check_correspondence(network, flat)


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_layers_without_structural_zeros_are_taken(scope: str) -> None:
    """Patches that neither overlap nor leave a place out: each output reads all that its cell has."""
    for layer in (Conv(2, 2, (3,), 3, bias=False), ConvTranspose(2, 2, (3,), 3, bias=False)):
        network = chain(op.Pointwise("log"), layer, op.Pointwise("sign"))
        ((name, array),) = network.weights.items()
        network = network.with_weights({name: array + np.arange(array.size, dtype=array.dtype).reshape(array.shape)})
        x = np.full((1, 2, 9), 2.0, np.float32)
        x[..., 4] = 0.0
        assert not all_finite(interpreted(chain(op.Pointwise("log")), x))
        flat = unstride(network, scope=scope)
        (before,), (after,) = interpreted(network, x), interpreted(flat, x)
        assert all_finite([before])
        assert np.array_equal(before, after)
        check_correspondence(network, flat)


def test_structural_zeros_are_counted_as_they_are_in_banks() -> None:
    """Whether a layer is refused behind a logarithm, and whether its weights at both scopes have zeros: 1 elsewhere."""
    refused = taken = 0
    for kernel, stride, dilation, low, up in product((1, 2, 3), (1, 2, 3), (1, 2), (0, 1, 2, 3), (False, True)):
        layer: Conv | ConvTranspose = Conv(2, 2, (kernel,), stride, low, dilation, bias=False)
        if up:
            layer = ConvTranspose(2, 2, (kernel,), stride, low, dilation, bias=False)
        if not is_strided(layer):
            continue
        for scope in ("layer", "network"):
            ones = unstride(chain(layer, size=13), scope=scope).weights.values()
            zeros = any((weight == 0).any() for weight in ones)
            try:
                unstride(chain(op.Pointwise("log"), layer, size=13), scope=scope)
            except NotSupported:
                assert zeros, (layer, scope)
                refused += 1
            else:
                assert not zeros, (layer, scope)
                taken += 1
    assert min(refused, taken) > 30


@pytest.mark.parametrize(
    ("pad", "kernel", "taken"),
    [((1, 1), 2, True), ((2, 0), 2, False), ((0, 2), 2, False), ((2, 2), 3, True), ((12, 0), 12, False)],
)
def test_a_maximum_takes_infinity_away_where_each_window_has_a_number(
    pad: tuple[int, int], kernel: int, taken: bool
) -> None:
    network = chain(op.Pad((pad,), "lowest"), op.MaxPool((kernel,), (1,), ((0, 0),), (1,)))
    assert all_finite(interpreted(network, np.ones((1, 2, 9), np.float32))) == taken
    assert unsure(network) == {"y0": "y0"} | ({} if taken else {"y1": "y0"})


SAFE: dict[str, op.Operator] = {
    "lrn": op.Pixelwise("lrn", (*LRN.items(), ("bias", 1.0))),
    "normalisation": op.BatchNorm(1e-5),
    "a whole power": op.Pointwise("power", (("exponent", 2.0),)),
    "celu": op.Pointwise("celu", (("alpha", 2.0),)),
    "exp of what is bounded": op.Pointwise("exp"),
}


@pytest.mark.parametrize("name", SAFE)
def test_no_mask_stands_where_numbers_stay_finite(name: str) -> None:
    front = (op.Pointwise("tanh"),) if "bounded" in name else ()
    network = chain(*front, SAFE[name], STEP)
    assert not plan(network).edge(network.outputs[0]).masked


def cancelling(*behind: op.Affine) -> Network:
    """Differences of neighbours times 1,000 on a constant map: 0 in all 9 places, but not in the ghost behind them."""
    build = Builder("cancelling")
    weight = np.array([[[1000.0, -1000.0]]], np.float32)
    x = build.add(Conv(1, 1, (2,), bias=False), build.input("x", (1, 10)), weight=weight)
    for operator in behind:
        x = build.add(operator, x, scale=np.full(1, 1000.0, np.float32))
    return build.network(build.add(Conv(1, 1, (1,), 4, bias=False), x, weight=np.ones((1, 1, 1), np.float32)))


OVERFLOWS = {
    "exp": (op.Pointwise("exp"),),
    "squares": (op.Pointwise("power", (("exponent", 2.0),)),) * 4,
    "products": (op.Multiply(),) * 4,
    "a large power": (op.Pointwise("power", (("exponent", 13.0),)),),
    "a small divisor": (op.Pointwise("divide", (("by", 1e-36),)),),
    "many divisors that are not so small": (op.Pointwise("divide", (("by", 1e-6),)),) * 7,
}


@pytest.mark.parametrize("name", OVERFLOWS)
def test_maps_that_overflow_are_refused(name: str) -> None:
    """In a place that is stepped over, numbers of at most 1,000 are made infinite."""
    network = chain(*OVERFLOWS[name], STEP)
    x = np.full((1, 2, 9), 0.0, np.float32)
    x[..., 1] = 1000.0
    with np.errstate(all="ignore"):
        assert not all_finite(list(evaluate(network, x, every=True).values()))
    assert all_finite(interpreted(network, x))
    with pytest.raises(NotSupported, match="may give infinity or NaN"):
        unstride(network, scope="network")


@pytest.mark.parametrize("dtype", ["float16", "float32"])
@pytest.mark.parametrize("scope", ["layer", "network"])
def test_a_square_overflows_in_half_precision(scope: str, dtype: str) -> None:
    build = Builder(dtype=dtype)
    x = build.input("x", (1, 9))
    y = build.add(Conv(1, 1, (3,), 2, bias=False), build.add(op.Multiply(), x, x), weight=np.ones((1, 1, 3), dtype))
    network = build.network(y)
    if dtype == "float32":
        unstride(network, scope=scope)
        return
    with pytest.raises(NotSupported, match="may give infinity or NaN"):
        unstride(network, scope=scope)


LARGE = ("many factors", "divisors", "a factor", "padding", "factors", "a weight", "a norm")


def large_numbers() -> dict[str, Network]:
    """Numbers of the model that are large, or divisors that are small: it overflows in a place that is stepped over."""
    builds = {name: Builder(name) for name in LARGE}
    weights = {"weight": np.ones((2, 2, 1), np.float32)}
    made = {}
    for name, build in builds.items():
        if name == "divisors":
            x = build.add(op.Quotient(), build.input("x", (2, 9)), by=np.array([1e-37, 1.0], np.float32))
        elif name == "a factor":
            x = build.add(op.Gemm(18, bias=False, alpha=1e37), build.input("x", (18,)), weight=np.eye(18, dtype="f4"))
            x = build.add(op.Reshape((2, 9)), x)
        elif name == "many factors":
            x = build.input("x", (2, 9))
            for _ in range(6):
                x = build.add(op.Affine(shift=False), x, scale=np.full(2, 1e6, np.float32))
        elif name == "factors":
            x = build.add(op.Affine(shift=False), build.input("x", (2, 9)), scale=np.full(2, 1e37, np.float32))
        elif name == "a weight":
            weight = np.float32(1e37) * np.eye(2, dtype=np.float32)[:, :, None]
            x = build.add(Conv(2, 2, (1,), bias=False), build.input("x", (2, 9)), weight=weight)
        elif name == "a norm":
            arrays = {role: np.full(2, value, np.float32) for role, value in NORM.items()}
            arrays |= {"scale": np.full(2, 1e37, np.float32), "variance": np.ones(2, np.float32)}
            x = build.add(op.BatchNorm(1e-5), build.input("x", (2, 9)), **arrays)
        else:
            x = build.add(op.Pad(((1, -1),), 3e38), build.input("x", (2, 9)))
            x = build.add(op.Affine(shift=False), x, scale=np.full(2, 1000.0, np.float32))
        first = -1 if name == "padding" else 0
        x = build.add(Conv(2, 2, (1,), 4, ((first, 0),), bias=False), x, **weights)
        made[name] = build.network(x)
    return made


@pytest.mark.parametrize("name", LARGE)
def test_large_numbers_of_the_model_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    network = large_numbers()[name]
    x = np.zeros((1, 2, 9), np.float32)
    x[..., 1] = 1000.0
    x = x.reshape(1, *network.shapes["x"])
    with np.errstate(all="ignore"):
        assert not all_finite(list(evaluate(network, x, every=True).values()))
    assert all_finite(interpreted(network, x))
    with pytest.raises(NotSupported, match="may give infinity or NaN"):
        unstride(network, scope="network")
    careless(monkeypatch)
    with pytest.raises(CertificateRejected):
        check_correspondence(network, unstride(network, scope="network"))


FACTORS = (op.Affine(shift=False),) * 12
"""Each makes numbers 1,000 times as large, as a layer may do."""


def test_ghosts_that_overflow_are_masked() -> None:
    """However many layers there are, the network itself is taken to have numbers; its ghosts are not."""
    network = cancelling(*FACTORS)
    assert plan(network).edge(network.outputs[0]).infinite
    flat = unstride(network, scope="network")
    check_correspondence(network, flat)
    (mask,) = (node for node in flat.nodes if isinstance(node.operator, op.Mask))
    with pytest.raises(CertificateRejected):
        check_correspondence(network, without_mask(flat, mask.name))
    x = np.full((1, 1, 10), 1000.0, np.float32)
    flat = unstride(network, scope="network")
    assert all_finite(interpreted(network, x))
    assert all_finite(interpreted(flat, x))
    (mask,) = masks_needed(network, flat).masks
    assert not all_finite(interpreted(without_mask(flat, mask.mask), x))


def test_whole_numbers_do_not_overflow_to_infinity() -> None:
    network = cancelling(*FACTORS)
    whole = Network(network.nodes, network.outputs, {}, "whole", "int64")
    assert overflowing(whole) == frozenset()
    assert not plan(whole).edge(whole.outputs[0]).masked


def test_bounds_hold() -> None:
    """No number of a random network, ghosts included, is larger than the bound of its value."""
    checked = 0
    for number in range(60):
        rng = random.Random(f"finite {number}")
        network = finite_network(rng, rng.randint(2, 5))
        x = numbers(rng, (1, *network.shapes["x"]))
        bounds = magnitudes(network)
        with np.errstate(all="ignore"):
            values = evaluate(network, x, every=True)
        for name, value in values.items():
            if np.isfinite(value).all() and bounds[name] < np.inf:
                assert np.abs(value).max() <= bounds[name] * (1 + 1e-3), (number, name)
                checked += 1
    assert checked > 300


def test_lrn_with_bias_zero_is_refused() -> None:
    """A whole model: LRN, a strided layer and another one.  0/0 in a place that nobody reads is NaN."""
    onnx = pytest.importorskip("onnx")
    helper, rng = onnx.helper, np.random.default_rng(0)
    weights = {name: rng.integers(1, 3, (2, 2, 3, 3)).astype(np.float32) for name in ("w2", "w3")}
    nodes = [
        helper.make_node("LRN", ["x"], ["b"], "norm", size=1, alpha=1.0, beta=0.5, bias=0.0),
        helper.make_node("Conv", ["b", "w2"], ["c"], strides=[2, 2]),
        helper.make_node("Conv", ["c", "w3"], ["y"]),
    ]
    given, made = (helper.make_tensor_value_info(*row) for row in (("x", 1, [1, 2, 9, 9]), ("y", 1, None)))
    arrays = [onnx.numpy_helper.from_array(array, name) for name, array in weights.items()]
    graph = helper.make_graph(nodes, "g", [given], [made], arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    for scope in ("layer", "network"):
        with pytest.raises(NotSupported) as refusal:
            unstride(from_onnx(model), scope=scope)
        assert "'norm'" in refusal.value.got
