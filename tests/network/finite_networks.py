"""Random floating-point networks with every known map, normalisation and activation between their layers."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scope_networks import random_network

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.shapes import output_shape, parameters

MOST = 1000.0
"""The largest size of weights and inputs."""


def numbers(rng: random.Random, shape: tuple[int, ...], least: float = -1.0) -> NDArray[np.float32]:
    """Numbers of one sign or both, of a size drawn for all of them; some inputs are 0."""
    size = rng.choice([0.01, 1.0, 1.0, 30.0, MOST])
    zeros = rng.choice([0.0, 0.0, 0.3])
    drawn = [0.0 if rng.random() < zeros else rng.uniform(least, 1.0) for _ in range(int(np.prod(shape)))]
    return np.asarray(drawn, np.float32).reshape(shape) * np.float32(size)


def attributes(rng: random.Random, name: str) -> op.Attributes:
    """Attributes that the map has, often none, and at times those at which it changes its nature."""
    drawn = {
        "leaky_relu": {"alpha": rng.choice([0.01, -2.0, 100.0])},
        "elu": {"alpha": rng.choice([1.0, -3.0])},
        "celu": {"alpha": rng.choice([1.0, 1e-3, 50.0])},
        "thresholded_relu": {"alpha": rng.choice([1.0, -1.0])},
        "shrink": {"bias": rng.choice([0.0, 2.0]), "lambd": rng.choice([0.5, -0.5])},
        "swish": {"alpha": rng.choice([1.0, -1000.0])},
        "hard_sigmoid": {"alpha": rng.choice([0.2, 1000.0]), "beta": rng.choice([0.5, -100.0])},
        "clip": rng.choice([{"low": 0.0, "high": 6.0}, {"low": 1.0}, {"high": -2.0}, {}]),
        "divide": {"by": rng.choice([3.0, -1e-6])},
        "power": {"exponent": rng.choice([0.0, 0.5, 2.0, 3.0, -1.0])},
        "lrn": {"size": rng.choice([1, 3]), "alpha": rng.choice([1e-4, 1.0]), "beta": rng.choice([0.5, 0.75]),
                "bias": rng.choice([0.0, 1.0, 2.0])},
    }.get(name, {})  # fmt: skip
    return tuple(drawn.items())


def finite_network(rng: random.Random, layers: int, axes: int = 0) -> Network:
    """A random network, with any known map in place of each activation, and more of them behind its layers.

    With ``axes`` given it has no averages, some of which ONNX Runtime refuses.
    """
    plain = random_network(rng, layers, axes or rng.choice([1, 1, 2]), averages=not axes)
    build = Builder("finite")
    names: dict[str, str] = {}
    for node in plain.nodes:
        if isinstance(node.operator, op.Input):
            names[node.name] = build.input(node.name, node.operator.shape)
            continue
        inputs = [names[name] for name in node.inputs]
        if isinstance(node.operator, op.Pointwise):
            names[node.name] = _mapped(rng, build, inputs[0])
            continue
        roles = _roles(node.operator, len(node.parameters))
        arrays = {role: numbers(rng, plain.weights[name].shape) for role, name in zip(roles, node.parameters)}
        names[node.name] = build.add(node.operator, *inputs, **arrays)
        if rng.random() < 0.4:
            names[node.name] = _mapped(rng, build, names[node.name])
    return build.network(*(names[name] for name in plain.outputs))


_RISKY: list[tuple[Any, str, op.Attributes]] = [
    (op.Pointwise, "log", ()),
    (op.Pointwise, "sqrt", ()),
    (op.Pointwise, "reciprocal", ()),
    (op.Pointwise, "exp", ()),
    (op.Pointwise, "power", (("exponent", -1.0),)),
    (op.Pointwise, "power", (("exponent", 0.5),)),
    (op.Pointwise, "power", (("exponent", 9.0),)),
    (op.Pointwise, "divide", (("by", 1e-36),)),
    (op.Pixelwise, "lrn", (("size", 1.0), ("alpha", 1.0), ("beta", 0.5), ("bias", 0.0))),
]
"""Maps that make infinity or NaN of some numbers."""


def mostly_harmless(rng: random.Random, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Numbers around 1, and in one or two places others, in all channels."""
    x = np.array([rng.uniform(0.5, 2.0) for _ in range(int(np.prod(shape)))], np.float32).reshape(shape)
    for _ in range(rng.randint(1, 2)):
        x[..., rng.randrange(shape[-1])] = rng.choice([0.0, 0.0, -1.0, 1000.0, -1000.0])
    return x


def hiding_network(rng: random.Random) -> Network:
    """Maps, then a layer that steps over places or an activation that takes infinity to a number, then a layer."""
    build = Builder("hiding")
    x = build.input("x", (2, rng.randint(9, 14)))
    for _ in range(rng.randint(1, 2)):
        kind, name, given = rng.choice(_RISKY)
        x = build.add(kind(name, given), x) if rng.random() < 0.7 else _mapped(rng, build, x)
    for _ in range(rng.randint(1, 3)):
        layer: op.Operator = rng.choice([
            Conv(2, 2, (rng.randint(1, 3),), rng.randint(1, 4), rng.randint(0, 1), rng.randint(1, 2), bias=False),
            Conv(2, 2, (2,), 2, bias=False),
            ConvTranspose(2, 2, (rng.randint(1, 3),), 2, bias=False),
            op.MaxPool((rng.randint(1, 2),), (rng.randint(1, 3),), ((0, 0),), (1,)),
            op.AveragePool((rng.randint(1, 2),), (rng.randint(1, 3),), ((0, 0),), (1,)),
            op.Pointwise(rng.choice(["relu", "tanh", "sigmoid", "sign"])),
            op.Pointwise("clip", (("low", -1.0), ("high", 6.0))),
        ])  # fmt: skip
        try:
            shape = output_shape(layer, [build.shapes[x]])
        except SpecError:  # nothing is left of the map
            continue
        roles = parameters(layer, [build.shapes[x]])
        arrays = {role: numbers(rng, given) for role, given in roles.items()}
        x = build.add(layer, x, **arrays) if shape[1] > 1 else x
    last = Conv(2, 2, (2,), rng.randint(1, 2), 1, bias=False)
    x = build.add(last, x, weight=numbers(rng, (2, 2, 2)))
    return build.network(build.add(op.Pointwise(rng.choice(["relu", "tanh", "sigmoid", "identity"])), x))


def _roles(operator: op.Operator, count: int) -> tuple[str, ...]:
    return ("scale", "shift")[:count] if isinstance(operator, op.Affine) else ("weight", "bias")[:count]


def _mapped(rng: random.Random, build: Builder, x: str) -> str:
    channels = (build.shapes[x][0],)
    name = rng.choice([*maps.POINTWISE, *maps.PIXELWISE, "lrn", "batch_norm", "prelu"])
    if name == "batch_norm":
        arrays = {"scale": numbers(rng, channels), "bias": numbers(rng, channels), "mean": numbers(rng, channels),
                  "variance": numbers(rng, channels, 0.0)}  # fmt: skip
        epsilon = rng.choice([0.0, 1e-5])
        if epsilon == 0:  # a variance of 0 has no root then, and is refused
            arrays["variance"] = np.maximum(arrays["variance"], np.float32(1e-3))
        return build.add(op.BatchNorm(epsilon), x, **arrays)
    if name == "prelu":
        return build.add(op.PRelu(), x, slope=numbers(rng, channels))
    kind = op.Pixelwise if name in maps.PIXELWISE else op.Pointwise
    return build.add(kind(name, attributes(rng, name)), x)
