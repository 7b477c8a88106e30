"""``equal``: lowerings are equal, changed ones different with numbers that show it, and the rest is open, and why."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from equal_cases import KINDS, chain, lowered, mutants, small_network, unknowns

import symstride as ss
from symstride.equality.deciding import equal
from symstride.equality.folded import folded
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.verdict import Kind


def check_shown(left: Network, right: Network, verdict: ss.Equality) -> None:
    """The numbers of a counterexample are what both networks give, once its weights are put in."""
    example = verdict.counterexample
    assert example is not None
    to: dict[float, float] = {}
    for name, array in example.weights.items():
        for before, after in zip(left.weights[name].ravel(), array.ravel(), strict=True):
            to[abs(float(before))] = float(after) * (1 if before >= 0 else -1)
    put = np.vectorize(lambda v: np.sign(v) * to.get(abs(v), abs(v)), otypes=[float])
    values = []
    for network in (left, right):
        plain = network.with_weights({name: put(array.astype(float)) for name, array in network.weights.items()})
        with np.errstate(all="ignore"):  # other places may have no number
            found = evaluate(plain, dict(zip([n.name for n in network.inputs], example.inputs.values(), strict=True)))
        values.append(float(found[network.outputs[example.output]][(0, *example.place)]))
    assert values == pytest.approx([example.left, example.right], rel=1e-9)
    assert abs(values[0] - values[1]) > 1e-9


# ------------------------------------------------------------------------------------------------ the witness


def check_lowerings(rng: random.Random, count: int, axes: int) -> None:
    for number in range(count):
        network = small_network(rng, axes=axes)
        for scope in ("layer", "network"):
            try:
                made = unstride(network, scope)
            except NotSupported:
                continue
            verdict = equal(network, made, seed=number)
            if verdict.status == "open":
                assert "minus infinity" in str(verdict) or "padding only" in str(verdict)
                continue
            assert verdict.status == "equal", f"{verdict}\n{network.nodes}\n{made.nodes}"
            assert 0 < verdict.error <= 1e-9 or not verdict.error


def test_what_unstride_makes_is_equal(rng: random.Random) -> None:
    check_lowerings(rng, 12, 1)
    check_lowerings(rng, 4, 2)


@pytest.mark.full
@pytest.mark.parametrize("axes", [1, 2])
def test_what_unstride_makes_is_equal_on_many_networks(axes: int, rng: random.Random) -> None:
    check_lowerings(rng, 150, axes)


def differ(left: Network, right: Network, rng: random.Random) -> bool:
    """Whether the reference interpreter tells them apart on random whole numbers."""
    for bound in (3, 9):
        x = np.array(rng.choices(range(-bound, bound + 1), k=int(np.prod(left.shapes["x"])))).astype(float)
        x = x.reshape(1, *left.shapes["x"])
        with np.errstate(all="ignore"):
            a, b = evaluate(left, x), evaluate(right, x)
        pairs = [(a[m], b[n]) for m, n in zip(left.outputs, right.outputs, strict=True)]
        if any(m.shape != n.shape or not np.allclose(m, n, equal_nan=True) for m, n in pairs):
            return True
    return False


def check_mutants(rng: random.Random, count: int) -> Counter[tuple[str, str]]:
    seen: Counter[tuple[str, str]] = Counter()
    for number in range(count):
        network = small_network(rng)
        wrong = mutants(lowered(network, rng), rng)
        for kind, other in rng.sample(wrong, min(2, len(wrong))):
            verdict = equal(network, other, seed=number)
            try:
                real = differ(network, other, rng)
            except SymstrideError:  # an average over a window of padding only, which has no value
                assert verdict.status == "open"
                continue
            seen[kind, verdict.status] += 1
            if real:
                assert verdict.status != "equal", f"{kind}: {verdict}\n{network.nodes}\n{other.nodes}"
            if verdict.counterexample is not None:
                check_shown(network, other, verdict)
    return seen


def test_changes_of_a_lowering_are_seen(rng: random.Random) -> None:
    seen = check_mutants(rng, 25)
    assert sum(count for (_, status), count in seen.items() if status == "different") > 15


@pytest.mark.full
def test_changes_of_every_kind_are_seen(rng: random.Random) -> None:
    seen = check_mutants(rng, 300)
    different = {kind for kind, status in seen if status == "different"}
    assert len(different) >= 25, f"never seen: {sorted(set(KINDS) - different)}"
    assert sum(count for (_, status), count in seen.items() if status == "open") < 0.1 * sum(seen.values())


# ------------------------------------------------------------------------------------------------ scopes


def test_nothing_is_known_of_an_activation_but_what_is_said(rng: random.Random) -> None:
    """Zero padding in front of relu or behind it: the same for functions that keep 0, and for no others."""
    steps = op.Pad(((1, 1),))
    left, right = (chain(rng, *row) for row in ((steps, op.Pointwise("relu")), (op.Pointwise("relu"), steps)))
    assert [equal(left, right, activation=known).status for known in ("any", "zero")] == ["open", "equal"]
    verdict = equal(left, right)
    assert verdict.status == "equal"
    assert "keeps 0" in verdict.scope
    sigmoid = [chain(rng, *row) for row in ((steps, op.Pointwise("sigmoid")), (op.Pointwise("sigmoid"), steps))]
    assert equal(*sigmoid).status == "different"


def test_relu_commutes_with_pools_as_the_larger_of_two(rng: random.Random) -> None:
    pool = op.MaxPool((3,), (2,), ((1, 1),), (1,))
    left, right = chain(rng, op.Pointwise("relu"), pool), chain(rng, pool, op.Pointwise("relu"))
    assert equal(left, right, activation="zero").status == "open"
    verdict = equal(left, right)
    assert verdict.status == "equal"
    assert "the larger of x and 0" in verdict.scope
    assert equal(right, chain(rng, pool)).status == "different"
    tanh = [chain(rng, *row) for row in ((op.Pointwise("tanh"), pool), (pool, op.Pointwise("tanh")))]
    verdict = equal(*tanh)  # true, for tanh grows; but that is nothing that is known here
    assert verdict.status == "open"
    assert "no numbers were found" in str(verdict)


def test_pools_are_sets(rng: random.Random) -> None:
    """Two pools of 3 make one of 5, for maxima; and padding by 0 is not padding by the lowest."""
    pool, wide = (op.MaxPool((k,), (1,), ((0, 0),), (1,)) for k in (3, 5))
    assert equal(chain(rng, pool, pool), chain(rng, wide)).status == "equal"
    padded = op.MaxPool((3,), (1,), ((1, 1),), (1,))
    assert equal(chain(rng, padded), chain(rng, op.Pad(((1, 1),), "lowest"), pool)).status == "equal"
    verdict = equal(chain(rng, padded), chain(rng, op.Pad(((1, 1),)), pool))
    assert verdict.status == "different"


def test_weights_are_unknowns_or_what_they_are(rng: random.Random) -> None:
    """A scale of 0.5 twice is one of 0.25 for these weights, and for no others."""
    twice, once = chain(rng, op.Affine(shift=False), op.Affine(shift=False)), chain(rng, op.Affine(shift=False))
    half, quarter = (np.full(2, number) for number in (0.5, 0.25))
    left = twice.with_weights(dict.fromkeys(twice.weights, half))
    right = once.with_weights(dict.fromkeys(once.weights, quarter))
    given = equal(left, right, weights="given")
    assert given.status == "equal"
    assert "these weights" in given.scope
    symbolic = equal(left, right, weights="symbolic")
    assert symbolic.status == "open"
    assert "other unknowns" in str(symbolic)


def test_whole_numbers_mean_themselves(rng: random.Random) -> None:
    network = chain(rng, op.Affine(shift=False), op.Affine(shift=False))
    scales = [
        {**network.weights, "n0.scale": np.full(2, a), "n1.scale": np.full(2, b)} for a, b in ((6, 2.0), (3, 4.0))
    ]
    assert equal(*(network.with_weights(s) for s in scales)).status == "equal"
    assert equal(network.with_weights(scales[0]), network).status == "different"


def test_a_map_that_is_not_always_a_number_is_a_hypothesis(rng: random.Random) -> None:
    network = chain(rng, Conv(2, 2, (3,), 2), op.Pointwise("log"))
    assert "wherever log give numbers" in equal(network, network).scope


def test_infinity_that_counts_for_nothing_in_a_formula_is_open() -> None:
    """``x + 0*log(0*x)`` is ``x`` in any formula, and no number in any run."""
    build = Builder("nothing", dtype="float64")
    x = build.input("x", (2, 5))
    y = x
    for number, operator in enumerate((op.Affine(shift=False), op.Pointwise("log"), op.Affine(shift=False))):
        arrays = {} if number == 1 else {"scale": np.zeros(2)}
        y = build.add(operator, y, name=f"n{number}", **arrays)
    right = build.network(build.add(op.Add(), x, y))
    plain = Builder("plain", dtype="float64")
    left = plain.network(plain.add(op.Pointwise("identity"), plain.input("x", (2, 5))))
    verdict = equal(left, right, seed=1)
    assert verdict.status == "open"
    assert "nan on the right" in str(verdict)


def test_numbers_of_operators_are_what_the_element_type_stores(rng: random.Random) -> None:
    """1e-5 is another number in single precision, which is the one that single precision computes with."""
    stored = float(np.float32(1e-5))
    assert stored != 1e-5
    for dtype in ("float32", "float64"):
        row = op.BatchNorm(1e-5), op.Pointwise("leaky_relu", (("alpha", 0.01),)), op.Pad(((1, 0),), 0.1)
        left = chain(rng, *row, dtype=dtype)
        alpha = (("alpha", float(np.float32(0.01))),)
        fill = float(np.float32(0.1))
        other = {
            "n0": op.BatchNorm(stored), "n1": op.Pointwise("leaky_relu", alpha), "n2": op.Pad(((1, 0),), fill),
        }  # fmt: skip
        nodes = tuple(replace(node, operator=other.get(node.name, node.operator)) for node in left.nodes)
        assert (equal(left, replace(left, nodes=nodes), seed=1).status == "equal") is (dtype == "float32")
    assert equal(left, replace(left, nodes=nodes, dtype="float32"), seed=1).status != "equal"


def test_numbers_beyond_64_bits_are_refused_or_exact(rng: random.Random) -> None:
    network = chain(rng, op.Affine(shift=False))
    big = np.array([2**64 - 1, 2**63], dtype=np.uint64)
    scaled = [network.with_weights({"n0.scale": array}) for array in (big, big - np.uint64(1), big.astype(object))]
    assert equal(scaled[0], scaled[2]).status == "equal"
    assert equal(scaled[0], scaled[1], seed=1).status != "equal"
    wide = network.with_weights({"n0.scale": np.ones(2, dtype=np.longdouble) / 3})
    assert equal(wide, wide).status == ("open" if np.dtype(np.longdouble).itemsize > 8 else "equal")


def test_outputs_given_twice_do_not_pair_up_by_name(rng: random.Random) -> None:
    network = chain(rng, op.Affine(), op.Affine())
    rows = [replace(network, outputs=outputs) for outputs in (("n0", "n1", "n0"), ("n0", "n0", "n1"))]
    verdict = equal(*rows)
    assert verdict.status == "open"
    assert "outputs of the same name stand in other positions: n1" in str(verdict)


def test_rounding_is_no_difference(rng: random.Random) -> None:
    """Folded into one layer the numbers are other ones: that is open, and says which arrays are strange."""
    network = chain(rng, Conv(2, 3, (3,), bias=False), op.Affine(shift=False))
    weight, scale = network.weights["n0.weight"], network.weights["n1.scale"]
    folded = chain(rng, Conv(2, 3, (3,), bias=False)).with_weights({"n0.weight": weight * scale[:, None, None]})
    verdict = equal(network, folded, weights="symbolic")
    assert verdict.status == "open"
    assert "n0.weight" in str(verdict)
    assert equal(network, folded.with_weights({"n0.weight": weight})).status == "different"


def normalised(rng: random.Random) -> Network:
    """A layer, its batch normalisation, and another layer, whose map of each channel is not its only reader."""
    build = Builder("normalised", dtype="float32")
    x = build.input("x", (2, 9))
    y = build.add(Conv(2, 3, (3,), 2, 1, bias=False), x, name="first")
    y = build.add(op.Pointwise("relu"), build.add(op.BatchNorm(1e-3), y, name="norm"), name="relu")
    y = build.add(Conv(3, 3, (3,), 1, 1), y, name="second")
    network = build.network(build.add(op.Add(), y, build.add(op.Affine(), y, name="map")))
    arrays = {key: np.abs(unknowns(rng, shape)).astype("f") for key, shape in network.parameter_shapes().items()}
    return network.with_weights(arrays)


def by_a_tool(network: Network) -> Network:
    """The normalisation folded into the layer in front, in single precision as tools do it."""
    scale, bias, mean, variance = (network.weights[f"norm.{role}"] for role in ("scale", "bias", "mean", "variance"))
    factor = scale / np.sqrt(variance + np.float32(1e-3))
    build = Builder("by a tool", dtype="float32")
    x = build.input("x", (2, 9))
    arrays = {"weight": network.weights["first.weight"] * factor[:, None, None], "bias": bias - mean * factor}
    y = build.add(Conv(2, 3, (3,), 2, 1), x, name="fused", **arrays)
    y = build.add(op.Pointwise("relu"), y)
    arrays = {role: network.weights[f"second.{role}"] for role in ("weight", "bias")}
    y = build.add(Conv(3, 3, (3,), 1, 1), y, name="second", **arrays)
    arrays = {role: network.weights[f"map.{role}"] for role in ("scale", "shift")}
    return build.network(build.add(op.Add(), y, build.add(op.Affine(), y, **arrays)))


def test_what_a_tool_has_folded_is_equal_up_to_rounding(rng: random.Random) -> None:
    network = normalised(rng)
    made = by_a_tool(network)
    assert equal(network, made, weights="symbolic").status == "open"
    verdict = equal(network, made)
    assert verdict.status == "equal"
    assert str(verdict).startswith("equal up to rounding: all inputs, all folded weights")
    assert "2 arrays of the right taken for folded ones of the left" in verdict.scope
    far = {name: distance for name, (_, distance) in verdict.bound.items() if distance}
    assert set(far) == {"fused.weight", "fused.bias"}
    assert 0 < max(far.values()) < 1e-5


def one_by_rounding(jump: str, is_sum: bool) -> Network:
    """``floor(sigmoid(x) + sigmoid(-x))``, or ``floor(1)``; ``sign`` or ``reciprocal`` of these sums less 1."""
    build = Builder("jump", dtype="float64")
    x = build.input("x", (1, 1))
    minus = build.add(op.Pointwise("negative"), x)
    parts = [build.add(op.Pointwise("sigmoid"), each) for each in (x, minus)]
    whole = build.add(op.Add(), *parts)
    one = build.add(op.Affine(), x, scale=np.zeros(1), shift=np.ones(1))
    if jump != "floor":
        whole = build.add(op.Affine(scale=False), whole, shift=-np.ones(1))
        one = build.add(op.Affine(scale=False), one, shift=-np.ones(1))
    if jump == "reciprocal":  # of a square and the square of a half, which is far from 0, but for rounding
        whole, one = (build.add(op.Multiply(), each, each) for each in (whole, one))
        whole, one = (build.add(op.Affine(scale=False), each, shift=np.array([2.0**-110])) for each in (whole, one))
    return build.network(build.add(op.Pointwise(jump), whole if is_sum else one))


@pytest.mark.parametrize("is_sum", [True, False])
@pytest.mark.parametrize("jump", ["floor", "sign", "reciprocal"])
def test_rounding_in_front_of_a_jump_is_no_difference(jump: str, is_sum: bool) -> None:
    for seed in range(2):
        verdict = equal(one_by_rounding(jump, is_sum), one_by_rounding(jump, not is_sum), seed=seed)
        assert (verdict.status, verdict.counterexample) == ("open", None)


def test_maps_that_jump_are_told_apart() -> None:
    names = ["floor", "ceil", "round", "sign", "relu"]
    for one in names:
        for other in names:
            pair = [chain(random.Random(3), op.Pointwise(name)) for name in (one, other)]
            assert equal(*pair, seed=3).status == ("equal" if one == other else "different"), (one, other)


def test_divisors_are_what_they_are_and_no_unknowns() -> None:
    """Divided by 1/2 and 1/4, or multiplied by 2 and 4: for these numbers alone, and the scope says so."""

    def times(by: Any, more: bool, divides: bool) -> Network:
        build = Builder("divisors", dtype="float64")
        x = build.input("x", (2, 3))
        role, operator = ("by", op.Quotient()) if divides else ("scale", op.Affine(shift=False))
        x = build.add(operator, x, **{role: np.array(by)})
        return build.network(build.add(op.Affine(scale=False), x, shift=np.array([0.5, 0.7])) if more else x)

    for more, scope in (
        (False, ", these weights, at"),
        (True, ", all weights (2 unknowns for 2 numbers), these divisors"),
    ):
        verdict = equal(times([0.5, 0.25], more, True), times([2.0, 4.0], more, False), seed=2)
        assert verdict.status == "equal"
        assert scope in verdict.scope
    verdict = equal(times([0.5, 0.25], True, True), times([2.0, 3.0], True, False), seed=2)
    assert verdict.counterexample is not None
    assert (verdict.counterexample.weights, verdict.counterexample.place[0]) == ({}, 1)


@pytest.mark.parametrize("change", ["scaled", "exchanged", "one number"])
def test_a_wrong_fold_is_not_equal_up_to_rounding(change: str, rng: random.Random) -> None:
    network = normalised(rng)
    made = by_a_tool(network)
    array = made.weights["fused.weight"].copy()
    if change == "scaled":
        array[0] *= np.float32(1.001)
    elif change == "exchanged":
        array[[0, 1]] = array[[1, 0]]
    else:
        array[-1, -1, -1] += 1
    verdict = equal(network, made.with_weights({**made.weights, "fused.weight": array}), weights="rounded")
    assert verdict.status in (("open", "different") if change == "scaled" else ("different",))
    assert "fused.weight" in str(verdict) or verdict.counterexample is not None


def test_folding_changes_no_function(rng: random.Random) -> None:
    """The reference interpreter on the network and on its folded form, to rounding in double precision."""
    maps = (op.BatchNorm(), op.Affine(shift=False), op.Affine(scale=False))
    layers = (Conv(2, 2, (3,)), op.BatchNorm(), op.Affine(), op.Pointwise("tanh"), op.BatchNorm())
    grouped, open_ended = Conv(2, 4, (3,), 2, 1, groups=2, bias=False), Conv(2, 2, (2,))
    in_front = (
        chain(rng, op.Affine(shift=False), grouped),
        chain(rng, op.BatchNorm(), open_ended, op.Pointwise("tanh"), op.Affine(scale=False), open_ended),
    )
    nothing = op.Pad(((0, 0),)), op.Pointwise("identity")
    in_front += (
        chain(rng, op.BatchNorm(), op.Affine(shift=False), grouped, *nothing, op.BatchNorm(), *nothing, nothing[1]),
        chain(rng, op.Affine(), Conv(2, 2, (3,), 1, 1), nothing[0], op.Affine()),
        chain(rng, ConvTranspose(2, 4, (3,), 2, 1, groups=2), op.BatchNorm(), ConvTranspose(4, 2, (2,)), op.Affine()),
    )
    for network in (normalised(rng), chain(rng, *maps), chain(rng, *layers), *in_front):
        plain = network.with_weights({name: np.asarray(a, float) for name, a in network.weights.items()})
        made = folded(network).network
        x = np.random.default_rng(3).standard_normal((4, *network.shapes["x"]))
        (expected,), (found,) = evaluate(plain, x).values(), evaluate(made, x).values()
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
        assert len(made.nodes) < len(network.nodes)


def test_a_shift_in_front_of_padding_is_not_folded(rng: random.Random) -> None:
    """The zeros that a layer pads are not shifted."""
    network = chain(rng, op.Affine(), Conv(2, 2, (3,), 1, 1))
    made = folded(network).network
    assert [node.operator for node in made.nodes] == [node.operator for node in network.nodes]
    assert (made.weights["n0, folded: scale"] == 1).all()
    np.testing.assert_allclose(
        made.weights["n0, folded: shift"], network.weights["n0.shift"] / network.weights["n0.scale"]
    )
    scaled = chain(rng, op.Affine(shift=False), Conv(2, 2, (3,), 1, 1))
    weight = scaled.weights["n1.weight"] * scaled.weights["n0.scale"][:, None]
    bare = chain(rng, Conv(2, 2, (3,), 1, 1)).with_weights({"n0.weight": weight, "n0.bias": scaled.weights["n1.bias"]})
    assert equal(scaled, bare, seed=1).status == "equal"


# ------------------------------------------------------------------------------------------------ layers and sizes


def test_sizes_are_gone_through_one_by_one() -> None:
    """SAME at stride 2, ported as padding of 1 on both sides, is right for odd sizes."""
    same = "nn.Conv(features=1, kernel_size=(3,), strides=(2,), padding='SAME')"
    verdict = equal(same, "nn.Conv1d(2, 1, kernel_size=3, stride=2, padding=1)", sizes=range(1, 10), seed=1)
    assert verdict.status == "different"
    assert "equal at N mod 2 = 1" in verdict.scope
    assert "different at N mod 2 = 0" in verdict.scope
    example = verdict.counterexample
    assert example is not None
    assert example.inputs["x"].shape == (1, 2, 2)
    assert np.count_nonzero(example.inputs["x"]) == 1
    assert sorted([abs(example.left), abs(example.right)]) == [0, 1]


def test_two_lines_of_one_layer_are_equal() -> None:
    keras = "Conv2D(8, (3, 3), strides=(1, 1), padding='same')"
    verdict = equal(keras, "nn.Conv2d(4, 8, 3, padding=1)", sizes=[5, (6, 7)], seed=1)
    assert verdict.status == "equal"
    assert verdict.sizes == {(5,): "equal", (6, 7): "equal"}


def test_layers_without_a_size_ask_for_one() -> None:
    with pytest.raises(SpecError, match="sizes"):
        equal(Conv(2, 2, (3,)), Conv(2, 2, (3,), padding=1))


def test_layers_whose_weights_do_not_correspond_are_open() -> None:
    verdict = equal(Conv(2, 2, (3,)), Conv(2, 2, (2,)), sizes=5)
    assert verdict.status == "open"
    assert "(2, 2, 3)" in str(verdict)


def test_another_output_size_is_a_difference() -> None:
    verdict = equal(Conv(2, 2, (3,)), Conv(2, 2, (3,), padding=1), sizes=(5, 6))
    assert verdict.status == "different"
    assert "outputs of shapes (2, 3) on the left, (2, 5) on the right" in str(verdict)


def test_padding_of_a_transposed_layer_is_a_crop() -> None:
    """The transposed layer without padding, cropped; and not the one with a wider input."""
    layer = ConvTranspose(2, 3, (4,), 2, 1)
    whole = ConvTranspose(2, 3, (4,), 2, 0)

    def cropped(high: int) -> Any:
        def at(n: int) -> Network:
            build = Builder("cropped")
            x = build.input("x", (2, n))
            y = build.add(whole, x, name="layer", **ARRAYS)
            return build.network(build.add(op.Pad(((-1, high),)), y))

        return at

    def plain(n: int) -> Network:
        build = Builder("plain")
        return build.network(build.add(layer, build.input("x", (2, n)), name="layer", **ARRAYS))

    assert equal(plain, cropped(-1), sizes=range(1, 9), seed=2).status == "equal"
    verdict = equal(plain, cropped(-2), sizes=range(1, 9), seed=2)
    assert verdict.status == "different"
    assert "outputs of shapes" in str(verdict)


ARRAYS = {"weight": np.random.default_rng(1).standard_normal((2, 3, 4)), "bias": np.random.default_rng(2).random(3)}


def test_output_padding_gives_the_size_back_for_some_sizes_only() -> None:
    """Kernel 2s, padding ceil(s/2): stride 2 takes N to N/2 and back, and needs output padding N mod 2."""
    down, up = Conv(1, 1, (4,), 2, 1, bias=False), ConvTranspose(1, 1, (4,), 2, 1, bias=False)

    def there_and_back(n: int) -> Network:
        build = Builder("there and back")
        x = build.input("x", (1, n))
        y = build.add(down, x, name="down", weight=np.full((1, 1, 4), 0.5))
        return build.network(build.add(up, y, name="up", weight=np.full((1, 1, 4), 0.5)))

    def identity(n: int) -> Network:
        build = Builder("identity")
        return build.network(build.add(op.Pointwise("identity"), build.input("x", (1, n))))

    verdict = equal(there_and_back, identity, sizes=range(2, 12), seed=1)
    odd = {size for size, status in (verdict.sizes or {}).items() if status == "different" and size[0] % 2}
    assert odd == {(n,) for n in range(3, 12, 2)}
    assert "outputs of shapes (1, 2) on the left, (1, 3) on the right" in str(equal(there_and_back, identity, sizes=3))


def shuffled(order: Any) -> Network:
    build = Builder("shuffled")
    return build.network(build.add(op.SpaceToDepth((2, 2), order), build.input("x", (3, 4, 4))))


def test_the_orders_of_two_frameworks_differ() -> None:
    verdict = equal(shuffled("channel_major"), shuffled("phase_major"), seed=1)
    assert verdict.status == "different"
    assert np.count_nonzero(verdict.counterexample.inputs["x"]) == 1  # type: ignore[union-attr]


# ------------------------------------------------------------------------------------------------ the answer


def test_the_answer_has_no_truth_value(rng: random.Random) -> None:
    network = small_network(rng)
    for verdict in (equal(network, network, seed=3), equal(shuffled("channel_major"), shuffled("phase_major"))):
        with pytest.raises(TypeError, match="no truth value"):
            bool(verdict)


def test_the_answer_is_a_verdict_of_its_own_kind(rng: random.Random) -> None:
    network = small_network(rng)
    verdict = equal(network, network, seed=3).to_verdict()
    assert verdict.kind is Kind.DECIDED
    assert verdict.exit_code == 0
    assert "probability" in str(verdict)
    assert "proved" not in str(verdict)
    different = equal(shuffled("channel_major"), shuffled("phase_major"))
    assert different.to_verdict().kind is Kind.REFUTED
    assert different.exit_code == 1
    undecided = equal(Conv(2, 2, (3,)), Conv(2, 2, (2,)), sizes=5)
    assert undecided.to_verdict().kind is Kind.UNKNOWN
    assert undecided.exit_code == 3


def test_a_seed_repeats_the_answer(rng: random.Random) -> None:
    network = small_network(rng, axes=2)
    made = lowered(network, rng)
    assert str(equal(network, made, seed=5)) == str(equal(network, made, seed=5))
    assert equal(network, made).seed != equal(network, made).seed


def test_a_small_error_takes_more_numbers(rng: random.Random) -> None:
    network = chain(rng, Conv(2, 2, (3,), 2), op.Pointwise("relu"), op.MaxPool((3,), (1,), ((1, 1),), (1,)))
    for error in (1e-3, 1e-12, 1e-24):
        verdict = equal(network, unstride(network), error=error, seed=1)
        assert verdict.status == "equal"
        assert verdict.error <= error


def test_where_they_part_is_named(rng: random.Random) -> None:
    layer = Conv(2, 2, (3,), 2, 1)
    network = chain(rng, layer, op.Pointwise("relu"), layer, op.Pointwise("relu"))
    made = unstride(network)
    assert len([node for node in made.nodes if isinstance(node.operator, Conv)]) == 2
    second = [node for node in made.nodes if isinstance(node.operator, Conv)][1]
    weights = {**made.weights, second.parameters[1]: made.weights[second.parameters[1]] + 0.25}
    verdict = equal(network, replace(made, weights=weights), seed=1)
    assert verdict.status == "different"
    assert verdict.where == "n2"


# ------------------------------------------------------------------------------------------------ not covered


def named(*names: str, shape: tuple[int, ...] = (2, 5)) -> Network:
    build = Builder("named")
    inputs = [build.input(name, shape) for name in names]
    if len(inputs) > 1:
        return build.network(build.add(op.Concat(), *inputs))
    return build.network(build.add(op.Affine(), *inputs, name="a", scale=np.ones(2), shift=np.ones(2)))


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (named("x"), named("x", "y"), "1 and 2 inputs"),
        (named("x"), named("x", shape=(2, 6)), "shapes (2, 5) and (2, 6)"),
        (named("x"), named("x", shape=(2, 5, 5)), "shapes (2, 5) and (2, 5, 5)"),
        (named("x", "y"), named("y", "z"), "other positions: y"),
        (named("x"), named("x").without_weights(), "a parameter without numbers: a.scale"),
        (named("x"), replace(named("x"), dtype="int64"), "element types"),
    ],
)
def test_what_does_not_pair_up_is_open(left: Network, right: Network, said: str) -> None:
    verdict = equal(left, right)
    assert verdict.status == "open"
    assert said in str(verdict)


@pytest.mark.parametrize("sizes", [None, "all"])
def test_what_stands_in_another_order_is_in_the_scope(sizes: Any) -> None:
    def two(first: str, second: str, turned: bool) -> Network:
        build = Builder("two", dtype="float64")
        for name in (first, second):
            build.input(name, (1, 5))
        made = [build.add(op.Pointwise("relu"), "a", name="c"), build.add(op.Add(), "a", "b", name="d")]
        return build.network(*(reversed(made) if turned else made))

    one = two("a", "b", False)
    for other, said in (
        (two("a", "b", False), ""),
        (two("b", "a", False), ", inputs by name, in another order"),
        (two("a", "b", True), ", outputs by name, in another order"),
        (two("b", "a", True), ", inputs and outputs by name, in another order"),
    ):
        verdict = equal(one, other, sizes=sizes, seed=1)
        assert verdict.status == "equal"
        assert said in verdict.scope
        assert ("by name" in verdict.scope) == bool(said)


def test_inputs_pair_up_by_name_and_else_by_position() -> None:
    assert equal(named("x", "y"), named("p", "q")).status == "equal"
    other = named("y", "x")
    turned = replace(other, nodes=(*other.nodes[:2], replace(other.nodes[2], inputs=("x", "y"))))
    assert equal(named("x", "y"), turned).status == "equal"
    assert equal(named("x", "y"), other).status == "different"


def test_an_average_over_padding_only_is_open(rng: random.Random) -> None:
    pool = chain(rng, op.AveragePool((2,), (2,), ((2, 0),), (1,)))
    verdict = equal(pool, pool)
    assert verdict.status == "open"
    assert "n0" in str(verdict)
    assert "padding only" in str(verdict)


def test_minus_infinity_in_a_sum_is_open_unless_it_is_dropped(rng: random.Random) -> None:
    pool = op.MaxPool((2,), (2,), ((2, 0),), (1,))
    summed = chain(rng, pool, op.Affine())
    assert equal(summed, summed).status == "open"
    shift = {**summed.weights, "n1.shift": summed.weights["n1.shift"] + 0.5}
    assert equal(summed, summed.with_weights(shift), seed=1).status == "different"
    kept = chain(rng, pool, op.Affine(), op.Pad(((-1, 0),)))
    assert equal(kept, kept).status == "equal"
    assert equal(chain(rng, pool), chain(rng, pool)).status == "equal"


def test_a_divisor_of_0_is_open(rng: random.Random) -> None:
    network = chain(rng, op.Divide(((1, 0, 3),)), shape=(2, 3))
    assert "numbers other than 0" in str(equal(network, network))


def test_too_much_work_is_open() -> None:
    build = Builder("large")
    x = build.input("x", (512, 4096, 4096))
    network = build.network(build.add(op.Pointwise("relu"), x))
    verdict = equal(network, network)
    assert verdict.status == "open"
    assert "bytes" in str(verdict)


def test_a_set_of_too_many_is_open() -> None:
    build = Builder("large")
    network = build.network(build.add(op.GlobalPool("max"), build.input("x", (2, 224, 224))))
    verdict = equal(network, network)
    assert verdict.status == "open"
    assert "bits of sets" in str(verdict)


def test_a_branch_is_a_function_of_its_bodies(tmp_path: Any, need: Any) -> None:
    """The same bodies are the same function, and of others nothing is known but the name."""
    need("onnx")
    from onnx import TensorProto, helper, numpy_helper, save

    def side(name: str, operator: str) -> Any:
        value = helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 2, 5])
        return helper.make_graph([helper.make_node(operator, ["x"], [name])], name, [], [value])

    def fork(name: str, other: str) -> Any:
        sides = {"then_branch": side("a", "Relu"), "else_branch": side("b", other)}
        graph = helper.make_graph(
            [helper.make_node("If", ["c"], ["y"], name="fork", **sides)],
            "branch",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2, 5])],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2, 5])],
            [numpy_helper.from_array(np.array(True), "c")],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
        save(model, tmp_path / name)
        return tmp_path / name

    one = fork("one.onnx", "Relu")
    verdict = equal(one, fork("two.onnx", "Sigmoid"))
    assert verdict.status == "open"
    assert "fork" in str(verdict)
    assert equal(one, fork("again.onnx", "Relu")).status == "equal"
    assert equal(one, chain(random.Random(1), op.Pointwise("relu"))).status == "open"


def test_two_families_without_a_common_size_are_open(rng: random.Random) -> None:
    """One exists on even sizes and the other on odd ones."""

    def at(odd: bool) -> Any:
        def made(n: int) -> Network:
            if n % 2 != odd:
                raise SpecError("a family", "another size", str(n), "ask for another one")
            return chain(random.Random(1), op.Affine(), shape=(2, n))

        return made

    verdict = equal(at(odd=False), at(odd=True), sizes=range(1, 9))
    assert verdict.status == "open"
    assert "only the right exists there" in str(verdict)
    assert equal(at(odd=False), at(odd=False), sizes=[3, 5]).status == "open"
    assert equal(at(odd=False), at(odd=False), sizes=[3, 4]).status == "equal"


@pytest.mark.parametrize(
    "how",
    [
        {"weights": "close"}, {"activation": "relu6"}, {"error": -1}, {"error": "small"}, {"seed": -1}, {"seed": 1.5},
        {"sizes": []}, {"sizes": "12"}, {"sizes": [0]}, {"sizes": 1.5},
    ],
)  # fmt: skip
def test_requests_that_mean_nothing_are_refused(how: dict[str, Any]) -> None:
    with pytest.raises(SpecError) as caught:
        equal(named("x"), named("x"), **how)
    assert all((caught.value.asked, caught.value.expected, caught.value.got, caught.value.hint))


def test_a_function_of_a_size_needs_sizes_and_gives_networks() -> None:
    for how in ({}, {"sizes": 3}):
        verdict_of = lambda how=how: equal(lambda n: "no network", lambda n: "none", **how)  # noqa: E731 -- called once
        if how:
            assert verdict_of().status == "open"
        else:
            with pytest.raises(SpecError, match="sizes"):
                verdict_of()


def test_the_name_is_the_function_whatever_was_imported_before() -> None:
    import symstride.equality.interpret

    assert symstride.equality.interpret
    assert ss.equal is equal


@pytest.mark.parametrize("swapped", [False, True])
def test_a_part_that_reads_a_value_more_has_no_numbers_of_its_own(swapped: bool) -> None:
    """The right multiplies by its input once more, which the part of the left does not begin at."""
    sides = []
    for more in (False, True):
        build = ss.Builder("chain")
        x = build.input("x", (1, 7))
        y = build.add(op.Affine(True, False), x, scale=-np.ones(1))
        y = build.add(op.Multiply(), y, x) if more else y
        sides.append(build.network(build.add(op.Affine(True, False), y, scale=-np.ones(1))))
    verdict = ss.equal(*(reversed(sides) if swapped else sides), seed=1)
    assert verdict.status == "different"
    assert verdict.counterexample is not None
