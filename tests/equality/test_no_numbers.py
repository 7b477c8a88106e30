"""What reads minus infinity or no number, against the reference interpreter: neither algebra has a number for it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from symstride.equality.bound import draw
from symstride.equality.deciding import equal
from symstride.equality.exact import Exact
from symstride.equality.field import Field
from symstride.equality.interpret import interpret
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import maps
from symstride.network.operators import records as op

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # 0 times infinity is what is tried

ATTRIBUTES: dict[str, Any] = {
    "lrn": (("size", 3.0),), "divide": (("by", 3.0),), "power": (("exponent", 2.0),), "clip": (("low", 0.0),),
}  # fmt: skip

OPERATORS: list[Any] = [
    *(op.Pixelwise(name, ATTRIBUTES.get(name, ())) for name in maps.PIXELWISE),
    *(op.Pointwise(name, ATTRIBUTES.get(name, ())) for name in maps.POINTWISE),
    *(op.Softmax(axis, log, rest) for axis in (0, 1) for log in (False, True) for rest in (False, True)),
    op.MaxPool((2,), (1,), ((1, 0),), (1,)), op.AveragePool((2,), (1,), ((1, 0),), (1,)),
    op.GlobalPool("average"), op.GlobalPool("max"), op.Affine(shift=False), op.Affine(scale=False), op.BatchNorm(),
    op.PRelu(), op.Quotient(), op.Divide(((1, 2, 2, 1),)), op.Add(), op.Multiply(), op.Maximum(),
    Conv(3, 2, (2,), padding=1), ConvTranspose(3, 2, (2,), 2), op.Select(), op.Pad(((-1, 1),)),
]  # fmt: skip


def reading(operator: Any, nothing: bool) -> Network:
    """The operator on a map with minus infinity in one place, or with what 0 times that is."""
    build = Builder("reading", dtype="float64")
    x = build.input("x", (3, 4))
    inside = np.ones((3, 4), bool)
    inside[1, 2] = False
    y = build.add(op.Select("lowest"), x, inside=inside)
    if nothing:
        y = build.add(op.Maximum(), x, build.add(op.Affine(shift=False), y, scale=np.zeros(3)))
    inputs = (y, x) if isinstance(operator, op.Add | op.Multiply | op.Maximum) else (y,)
    network = build.network(build.add(operator, *inputs, name="y"))
    drawn = np.random.default_rng(1)
    weights = {key: drawn.integers(0, 2, shape).astype(float) for key, shape in network.parameter_shapes().items()}
    ones = [key for key in weights if key.rsplit(".", 1)[1] in ("by", "variance")]
    return network.with_weights({**weights, **{key: np.ones(weights[key].shape) for key in ones}, **network.weights})


@pytest.mark.parametrize("nothing", [False, True], ids=["minus infinity", "no number"])
@pytest.mark.parametrize("operator", OPERATORS, ids=str)
def test_what_is_no_number_is_none_in_the_algebras(operator: Any, nothing: bool) -> None:
    """Infinity counts as none, since no algebra has it; minus infinity may stand for itself."""
    network = reading(operator, nothing)
    (found,) = evaluate(network, np.random.default_rng(2).uniform(0.5, 2, (1, 3, 4))).values()
    for activation in ("any", "zero", "relu"):
        field, exact = Field(draw(1, 2), "symbolic", activation), Exact("symbolic", activation)
        numbers = interpret(network, field)[0].numbers.min(axis=0) >= 0
        forms = [exact.of(form) for form in interpret(network, exact)[0].flat]
        for known in (numbers.reshape(-1), np.array([not form.is_missing for form in forms])):
            assert not known[~np.isfinite(found).reshape(-1)].any(), (operator, activation)


def times_nothing(name: str, lowest: bool) -> Network:
    """1 and 0 times what the map of two channels makes of the first, with minus infinity in the second perhaps."""
    build = Builder("times nothing", dtype="float64")
    x = build.input("x", (1, 4))
    y = build.add(op.Concat(), x, build.add(op.Select("lowest" if lowest else 0.0), x, inside=np.zeros((1, 4), bool)))
    y = build.add(op.Pixelwise(name, ATTRIBUTES.get(name, ())), y)
    return build.network(build.add(op.Affine(), build.add(op.Channels(0, 1), y), scale=np.zeros(1), shift=np.ones(1)))


@pytest.mark.parametrize("error", [1e-9, 0])
@pytest.mark.parametrize(("name", "status"), [("layer_norm", "open"), ("lrn", "open"), ("softmax", "equal")])
def test_minus_infinity_in_another_channel(name: str, status: str, error: float) -> None:
    values = [evaluate(times_nothing(name, lowest), np.ones((1, 1, 4)))["affine1"] for lowest in (True, False)]
    assert np.isnan(values[0]).all() == (name == "layer_norm")  # a large divisor, in lrn, leaves 0
    assert (values[1] == 1).all()
    assert equal(times_nothing(name, True), times_nothing(name, False), seed=1, error=error).status == status
    assert equal(times_nothing(name, False), times_nothing(name, False), seed=1, error=error).status == "equal"


@pytest.mark.parametrize("number", [np.inf, np.nan])
def test_numbers_of_operators_that_are_none_are_refused_or_open(number: float) -> None:
    build = Builder("strange", dtype="float64")
    with pytest.raises(SpecError, match="a finite number, for alpha"):
        build.add(op.Gemm(2, False, alpha=number), build.input("y", (3,)), weight=np.ones((3, 2)))
    padded = op.Pad(((1, 0),), fill=number)
    if np.isnan(number):
        with pytest.raises(SpecError, match="for fill"):
            build.add(padded, build.input("x", (1, 3)))
        return
    network = build.network(build.add(padded, build.input("x", (1, 3))))
    assert equal(network, network, seed=1).status == "open"
    with pytest.raises(NotSupported):
        interpret(network, Exact())


def with_taps(name: str, taps: int, size: int = 6) -> Network:
    """A map, and a layer with one weight that is not 0."""
    build = Builder("taps", dtype="float64")
    y = build.add(op.Pointwise(name), build.input("x", (1, size)), name="map")
    weight = np.zeros((1, 1, taps))
    weight[..., taps // 2] = 2.5
    return build.network(build.add(Conv(1, 1, (taps,), padding=taps // 2, bias=False), y, weight=weight))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["log", "sqrt", "reciprocal", "tanh"])
def test_a_structural_zero_that_meets_no_number_is_seen_at_every_size(name: str, seed: int) -> None:
    """Also at sizes so small that few inputs show it, and where only 0 does."""
    for sizes in (2, 3, "all", None):
        verdict = equal(with_taps(name, 1), with_taps(name, 3), sizes=sizes, seed=seed)  # type: ignore[arg-type]
        assert verdict.status == ("equal" if name == "tanh" else "open"), (sizes, str(verdict))
    assert equal(with_taps(name, 3), with_taps(name, 3), seed=seed).status == "equal"


def test_one_line_says_what_maps_are_taken_to_give() -> None:
    for sizes in (None, [4, 6], "all"):
        line = equal(with_taps("log", 3), with_taps("log", 3), sizes=sizes, seed=1).line  # type: ignore[arg-type]
        assert line.startswith("equal")
        assert "wherever log give numbers" in line
        assert "wherever" not in equal(with_taps("tanh", 3), with_taps("tanh", 3), sizes=sizes, seed=1).line  # type: ignore[arg-type]
