"""Attributes of models in half precision are numbers of single precision: in the algebras, and where they are run."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from symstride.certifying.making import certify
from symstride.equality.deciding import equal
from symstride.equality.sides import with_stored_numbers
from symstride.errors import NotSupported, SpecError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

NORM = {"scale": 1.0, "bias": 0.0, "mean": 0.0, "variance": 6e-8}

# the operator with each of two numbers, an input, and what is to come out for each: computed in single, rounded last
CASES: dict[str, tuple[Any, Any, float]] = {
    "epsilon": (op.BatchNorm(1e-8), op.BatchNorm(2.9e-8), -1.0),
    "leaky": (op.Pointwise("leaky_relu", (("alpha", 2e-8),)), op.Pointwise("leaky_relu", (("alpha", 1e-8),)), -6e4),
    "elu": (op.Pointwise("elu", (("alpha", 0.99999),)), op.Pointwise("elu", (("alpha", 1.0005),)), -4.0),
    "gemm": (op.Gemm(1, False, alpha=2e-8), op.Gemm(1, False, alpha=1e-8), 6e4),
    "beta": (op.Gemm(1, beta=2e-8), op.Gemm(1, beta=1e-8), 0.0),
    "layer_norm": (*(op.Pixelwise("layer_norm", (("epsilon", n),)) for n in (2e-8, 1e-8)), 1e-3),
    "lrn": (*(op.Pixelwise("lrn", (("size", 1.0), ("alpha", n))) for n in (2e-8, 1e-8)), 6e4),
}


def bare(operator: Any, dtype: str) -> Network:
    """The operator without numbers of weights."""
    build = Builder("alone", dtype=dtype)
    shape = (2,) if isinstance(operator, op.Gemm) else (2, 3)
    return build.network(build.add(operator, build.input("x", shape), name="y"))


def alone(operator: Any, dtype: str = "float16") -> Network:
    network, features = bare(operator, dtype), isinstance(operator, op.Gemm)
    numbers = {"weight": 1.0, "bias": 6e4 if features else 0.0, **(NORM if isinstance(operator, op.BatchNorm) else {})}
    shapes = network.parameter_shapes()
    return network.with_weights({k: np.full(s, numbers[k.rsplit(".", 1)[1]], dtype) for k, s in shapes.items()})


def value(operator: Any, number: float, dtype: str) -> Any:
    network = alone(operator, dtype)
    x = np.full((1, *network.shapes["x"]), number, "float16").astype(dtype)
    x[0, 1] = 0
    half = {k: a.astype("float16").astype(dtype) for k, a in alone(operator, "float16").weights.items()}
    (found,) = evaluate(network.with_weights(half), x).values()
    assert found.dtype == dtype
    return found.reshape(-1)[0]


@pytest.mark.parametrize("name", CASES)
def test_numbers_that_half_precision_has_not_count(name: str) -> None:
    one, other, number = CASES[name]
    for error in (1e-9, 0):
        assert equal(alone(one), alone(other), seed=1, error=error).status != "equal"
        assert equal(alone(one), alone(one), seed=1, error=error).status == "equal"
    with pytest.raises(NotSupported, match="two networks that are equal"):
        certify(alone(one), alone(other), seed=1)
    values = [value(each, number, "float16") for each in (one, other)]
    assert values == [np.float16(value(each, number, "float32")) for each in (one, other)]
    assert values[0] != values[1]


def test_what_a_file_keeps_as_a_tensor_has_the_element_type() -> None:
    for operator in (
        op.Pad(((1, 0),), fill=0.1),
        op.Pointwise("clip", (("low", 0.1), ("high", None))),  # type: ignore[arg-type]
        op.Pointwise("divide", (("by", 0.1),)),
        op.Pointwise("power", (("exponent", 0.1),)),
    ):
        node = with_stored_numbers(alone(operator)).nodes[-1]
        numbers = [getattr(node.operator, "fill", None), *dict(getattr(node.operator, "attributes", ())).values()]
        assert set(numbers) <= {float(np.float16(0.1)), None}
    for dtype in ("float16", "bfloat16", "float32"):
        for operator in (op.BatchNorm, lambda n: op.Pointwise("swish", (("alpha", n),)), lambda n: op.Gemm(1, alpha=n)):
            stored = with_stored_numbers(bare(operator(0.1), dtype)).nodes[-1].operator
            assert stored == operator(float(np.float32(0.1)))
    assert with_stored_numbers(alone(op.BatchNorm(0.1), "float64")).nodes[-1].operator == op.BatchNorm(0.1)


@pytest.mark.parametrize(
    ("dtype", "variance", "epsilon", "sound"),
    [
        ("float16", 0.0, 1e-8, True),  # a sum in half precision would be 0
        ("float16", 0.0, 1e-46, False),  # 0 in single precision
        ("float16", 0.1, -float(np.float16(0.1)), False),
        ("float16", 0.1, -0.0999, True),
        ("float32", 0.1, -0.1, False),
        ("float32", 0.0, 1e-46, False),
        ("float32", 0.0, 0.0, False),
        ("float64", 0.0, 1e-46, True),
        ("float64", 0.1, -0.1, False),
        ("float64", 0.0, -0.0, False),
    ],
)
def test_a_variance_and_epsilon_that_make_0_have_no_inverse_root(
    dtype: str, variance: float, epsilon: float, sound: bool
) -> None:
    network = bare(op.BatchNorm(epsilon), dtype)
    weights = {key: np.ones(shape, dtype) for key, shape in network.parameter_shapes().items()}
    weights["y.variance"][1] = variance
    if sound:
        made = network.with_weights(weights)
        (found,) = evaluate(made, np.ones((1, 2, 3), dtype)).values()
        assert np.isfinite(found).all()
    else:
        with pytest.raises(SpecError, match="variance \\+ epsilon above 0"):
            network.with_weights(weights)
