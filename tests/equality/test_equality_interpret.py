"""The interpreter against the reference interpreter, operator by operator, and against normal forms."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from against_forms import compare
from equal_cases import unknowns
from networks import integers, random_network
from number_algebra import Numbers

from symstride.equality.algebra import Activation
from symstride.equality.bound import draw
from symstride.equality.deciding import equal
from symstride.equality.exact import Exact, same_forms
from symstride.equality.field import Field
from symstride.equality.interpret import interpret
from symstride.equality.scope import LADDER
from symstride.errors import NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


def one(operator: Any, *shapes: tuple[int, ...], seed: int = 3) -> Network:
    """A network of one operator, its parameters drawn, positive, and true or false where that is meant."""
    rng = np.random.default_rng(seed)
    build = Builder("one", dtype="float64")
    inputs = [build.input(f"x{n}", shape) for n, shape in enumerate(shapes)]
    name = build.add(operator, *inputs, name="it")
    shapes_of = build.network(name).parameter_shapes()
    arrays = {key: rng.uniform(0.5, 2, shape) for key, shape in shapes_of.items()}
    if isinstance(operator, op.Select):
        arrays = {key: array > 1 for key, array in arrays.items()}
    return build.network(name).with_weights(arrays)


MAP = (4, 4, 6)
OPERATORS: dict[str, Network] = {
    "conv": one(Conv(4, 6, (3, 2), (2, 1), ((1, 0), (0, 2)), (1, 2), 2), MAP),
    "circular": one(Conv(4, 2, (3, 3), 2, 1, padding_mode="circular"), MAP),
    "batch norm": one(op.BatchNorm(1e-3), MAP),
    "prelu": one(op.PRelu(), MAP),
    "quotient": one(op.Quotient(), MAP),
    "quotient of each place": one(op.Quotient(each_place=True), MAP),
    "affine": one(op.Affine(scale=False), MAP),
    "divide": one(op.Divide(((1, 2, 3, 4), (1, 2, 2, 2, 2, 1))), MAP),
    "divide phases": one(op.Divide(((1, 2, 3, 4, 5, 6, 7), (1, 2, 2, 2, 2, 1)), (2, 1)), MAP),
    "gemm": one(op.Gemm(3, alpha=0.5, beta=2.0), (5,)),
    "gemm transposed": one(op.Gemm(3, bias=False, transposed=True), (5,)),
    "softmax": one(op.Softmax(0), (5,)),
    "log softmax of the rest": one(op.Softmax(1, log=True, rest=True), MAP),
    "softmax of a place": one(op.Pixelwise("softmax"), MAP),
    "layer norm": one(op.Pixelwise("layer_norm"), MAP),
    "lrn": one(op.Pixelwise("lrn", (("size", 3.0),)), MAP),
    "global average": one(op.GlobalPool("average"), MAP),
    "global max": one(op.GlobalPool("max"), MAP),
    "average with padding": one(op.AveragePool((3, 3), (2, 2), ((1, 1), (0, 1)), (1, 1), True, True), MAP),
    "select": one(op.Select(2.0), MAP),
    "mask": one(op.Mask((2, 1), (7, 6), "channel_major", -1.0), MAP),
    "wrap": one(op.Wrap(((1, 2), (-1, 0))), MAP),
    "take": one(op.Take(1, (2, 0)), MAP),
    "transpose": one(op.Transpose((1, 0, 2)), MAP),
    "reshape": one(op.Reshape((16, 6)), MAP),
    "multiply": one(op.Multiply(), MAP, MAP, MAP),
    "maximum": one(op.Maximum(), MAP, MAP),
    "power": one(op.Pointwise("power", (("exponent", 3.0),)), MAP),
    "swish": one(op.Pointwise("swish", (("alpha", 1.5),)), MAP),
    "divide by": one(op.Pointwise("divide", (("by", 4.0),)), MAP),
    "leaky relu": one(op.Pointwise("leaky_relu", (("alpha", 0.25),)), MAP),
    "clip at 0": one(op.Pointwise("clip", (("low", 0.0),)), MAP),
    "clip": one(op.Pointwise("clip", (("low", -0.5), ("high", 0.5))), MAP),
}


@pytest.mark.parametrize("name", OPERATORS)
def test_each_operator_over_floats_is_the_reference(name: str) -> None:
    network, rng = OPERATORS[name], np.random.default_rng(1)
    xs = [rng.standard_normal((2, *network.shapes[node.name])) for node in network.inputs]
    expected = evaluate(network, {node.name: x for node, x in zip(network.inputs, xs, strict=True)})["it"]
    for activation in ("any", "relu"):  # the second by the definitions of leaky_relu and clip
        numbers = Numbers(xs)
        numbers.activation = activation
        np.testing.assert_allclose(interpret(network, numbers)[0], expected, rtol=1e-12, atol=1e-12)


def test_hard_swish_is_what_an_optimiser_writes_in_its_place() -> None:
    """``x*hard_sigmoid(x)``, whose slope of 1/6 a file has in single precision."""

    def network(*slope: float) -> Network:
        build = Builder("hard")
        x = build.input("x", (2, 4))
        if not slope:
            return build.network(build.add(op.Pointwise("hard_swish"), x))
        line = op.Pointwise("hard_sigmoid", (("alpha", slope[0]), ("beta", 0.5)))
        return build.network(build.add(op.Multiply(), x, build.add(line, x)))

    for slope, status in ((1 / 6, "equal"), (0.2, "different")):
        assert equal(network(), network(slope), seed=1).status == status


def test_random_networks_over_fractions_are_the_reference(rng: random.Random) -> None:
    for _ in range(25):
        network = random_network(rng, 3)
        x = integers(rng, (1, *network.shapes["x"]))
        expected = evaluate(network, x)
        for name, value in zip(network.outputs, interpret(network, Numbers([x])), strict=True):
            assert (value == expected[name]).all()


@pytest.mark.parametrize("name", [name for name in OPERATORS if name not in ("divide by", "clip", "clip at 0")])
def test_each_operator_over_the_field_sees_each_number_that_it_reads(name: str) -> None:
    """Equal to itself; and not to itself with another number in any one parameter."""
    network = OPERATORS[name]
    algebra = Field(draw(5, 2))
    first = interpret(network, algebra)[0].numbers
    assert (first == interpret(network, algebra)[0].numbers).all()
    assert first.shape[1:] == network.shapes["it"]
    for key, array in network.weights.items():
        other = array.copy()
        other.flat[0] = not other.flat[0] if array.dtype == bool else other.flat[0] * 1.5
        changed = interpret(network.with_weights({**network.weights, key: other}), algebra)[0].numbers
        assert (first != changed).any()


@pytest.mark.parametrize("known", LADDER)
@pytest.mark.parametrize("name", OPERATORS)
def test_each_operator_has_normal_forms(name: str, known: Activation) -> None:
    """The same as its own, and another when a number in any one parameter is another."""
    network = OPERATORS[name]
    value = interpret(network, Exact(activation=known))[0]
    assert value.shape == (1, *network.shapes["it"])
    assert same_forms(network, network, activation=known)
    for key, array in network.weights.items():
        other = array.copy()
        other.flat[0] = not other.flat[0] if array.dtype == bool else other.flat[0] * 1.5
        assert not same_forms(network, network.with_weights({**network.weights, key: other}), activation=known)


def test_normal_forms_take_numbers_as_they_are_given() -> None:
    """A half twice is 1 when numbers are what they are, and two unknowns when not."""
    build = Builder("halves", dtype="float64")
    x = build.input("x", (1, 2))
    half, whole = (op.Affine(shift=False), op.Pointwise("identity"))
    y = build.add(half, x, scale=np.array([0.5]))
    twice = build.network(build.add(op.Add(), y, y))
    plain = build.network(build.add(whole, x))
    assert same_forms(twice, plain, weights="given")
    assert not same_forms(twice, plain)


def test_normal_forms_that_are_too_long_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    network = OPERATORS["conv"]
    assert same_forms(network, network)
    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 500)
    with pytest.raises(NotSupported, match="products"):
        same_forms(network, network)
    algebra = Exact()
    algebra.allowance.left = 50
    with pytest.raises(NotSupported, match="normal forms of at most"):
        interpret(OPERATORS["power"], algebra)


def test_the_field_tells_apart_what_normal_forms_do(rng: random.Random) -> None:
    found = compare(rng, 60)
    assert set(found) == {(True, True), (False, False)}, found


@pytest.mark.full
def test_the_field_tells_apart_what_normal_forms_do_often(rng: random.Random) -> None:
    found = compare(rng, 600)
    assert set(found) == {(True, True), (False, False)}, found
    assert min(found.values()) > 100


def test_what_the_interpreter_does_not_know_is_refused_by_name() -> None:
    network = one(op.Wrap(((1, 2), (-1, 0))), MAP)  # its own, since it is changed in place
    strange = replace(network.nodes[-1], operator=op.Pointwise("relu"))
    object.__setattr__(strange, "operator", Unknown())
    object.__setattr__(network, "nodes", (*network.nodes[:-1], strange))
    with pytest.raises(NotSupported, match="node 'it': Unknown"):
        interpret(network, Field(draw(1, 2)))


class Unknown:
    """An operator of somebody else."""


@pytest.mark.parametrize("number", [np.inf, np.nan])
def test_weights_that_are_no_numbers_are_refused(number: float) -> None:
    network = OPERATORS["affine"]
    with pytest.raises(SymstrideError, match="numbers"):
        interpret(network.with_weights({key: a * number for key, a in network.weights.items()}), Field(draw(1, 2)))


def test_different_numbers_are_different_unknowns(rng: random.Random) -> None:
    array = unknowns(rng, (4000,))
    numbers = Field(draw(1, 2)).weight(np.concatenate([array, -array, [0.0, -3.0, 64.0, 65.0]])).numbers
    moduli = Field(draw(1, 2)).moduli
    assert (moduli.reduced(numbers[:, :4000] + numbers[:, 4000:8000]) == 0).all()
    assert len({tuple(column) for column in numbers[:, :4000].T.tolist()}) == 4000
    assert [n % p for p in moduli.primes for n in (0, -3, 64)] == numbers[:, 8000:8003].ravel().tolist()
    assert numbers[0, 8003] != 65
