"""Hostile names: a model is renamed with the names that its own rewriting makes, and must compute the same.

The model with neutral names (``v0``, ``w0``, ``n0``, ...) is rewritten first, and every name in what is written is
harvested.  These names are then given to the model's own values, initialisers and nodes, in permuted places.  Names
decide nothing, so the rewriting of the renamed model has to give the same bits.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import zoo
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import NotSupported
from symstride.network.graph import Network
from symstride.network.rewriting.unstride import unstride

SCOPES = ("layer", "network")
WAYS = ("initialisers", "values", "both")
"""Whose names are exchanged; the others stay neutral, so that made names meet them."""


def single(network: Network) -> Network:
    """The network in single precision."""
    weights = {name: array.astype(np.float32) for name, array in network.weights.items()}
    return Network(network.nodes, network.outputs, weights, network.name, "float32")


def values_of(model: Any) -> list[str]:
    """The names of inputs and of what nodes give."""
    inner = [name for node in model.graph.node for name in node.output if name]
    return list(dict.fromkeys([value.name for value in model.graph.input] + inner))


def initialisers_of(model: Any) -> list[str]:
    return [tensor.name for tensor in model.graph.initializer]


def renamed(model: Any, names: Mapping[str, str], nodes: Sequence[str]) -> Any:
    """A copy with other names for values and initialisers, which share a namespace, and for nodes."""
    copy = type(model).FromString(model.SerializeToString())
    graph = copy.graph
    del graph.value_info[:]
    for tensor in (*graph.initializer, *graph.input, *graph.output):
        tensor.name = names[tensor.name]
    for node, label in zip(graph.node, nodes, strict=True):
        node.name = label
        node.input[:] = [names[name] if name else "" for name in node.input]
        node.output[:] = [names[name] if name else "" for name in node.output]
    return copy


def neutral(model: Any) -> Any:
    names = {name: f"v{number}" for number, name in enumerate(values_of(model))}
    names |= {name: f"w{number}" for number, name in enumerate(initialisers_of(model))}
    return renamed(model, names, [f"n{number}" for number in range(len(model.graph.node))])


def with_differences(rng: random.Random, model: Any) -> None:
    """Some sums become differences, for which reading makes nodes and arrays of its own."""
    for node in model.graph.node:
        if node.op_type == "Add" and rng.random() < 0.5:
            node.op_type = "Sub"


def harvested(model: Any) -> list[str]:
    """Every name in the model, once."""
    return list(dict.fromkeys([*values_of(model), *initialisers_of(model), *(node.name for node in model.graph.node)]))


def attacked(rng: random.Random, model: Any, pool: Sequence[str], way: str) -> Any:
    """The model with names from the pool in permuted places.  Nodes may even have one name twice."""
    values, initialisers = values_of(model), initialisers_of(model)
    kept = {"initialisers": values, "values": initialisers, "both": []}[way]
    changed = [name for name in (*values, *initialisers) if name not in set(kept)]
    free = [name for name in pool if name not in set(kept)]
    given = rng.sample(free, len(changed))
    labels = [rng.choice(pool) for _ in model.graph.node]
    return renamed(model, dict(zip(kept, kept, strict=True)) | dict(zip(changed, given, strict=True)), labels)


def rewritings(model: Any, most: int) -> Iterator[tuple[str, Any]]:
    """What is written for the model, by scope; a scope is left out where its weights take more than ``most`` bytes."""
    network = from_onnx(model)
    for scope in SCOPES:
        try:
            flat = unstride(network, scope, most)
        except NotSupported:
            continue
        yield scope, to_model(flat)


def fed(model: Any, rng: random.Random) -> dict[str, NDArray[np.float32]]:
    """Whole numbers and none of them 0, for each input of a model in the order of its inputs."""
    found = {}
    for value in model.graph.input:
        shape = [n.dim_value or 2 for n in value.type.tensor_type.shape.dim]
        draw = [rng.choice([-1, 1]) * rng.randint(1, 9) for _ in range(int(np.prod(shape)))]
        found[value.name] = np.array(draw, np.float32).reshape(shape)
    return found


def run(model: Any, inputs: Sequence[NDArray[np.float32]]) -> list[NDArray[Any]]:
    """Outputs in the order of the model, for inputs in the order of the model."""
    running = zoo.session(model)
    names = [value.name for value in running.get_inputs()]
    result: list[NDArray[Any]] = running.run(None, dict(zip(names, inputs, strict=True)))
    return result


def check_renaming(rng: random.Random, model: Any, most: int = 10**8, ways: Sequence[str] = WAYS) -> list[str]:
    """Fail where a renaming changes a bit.  Answers with the scopes that were tried."""
    plain = neutral(model)
    inputs = list(fed(plain, rng).values())
    expected, pool = {}, [*values_of(plain), *initialisers_of(plain)]
    for scope, written in rewritings(plain, most):
        expected[scope] = run(written, inputs)
        pool += harvested(written)
    pool = list(dict.fromkeys(pool))
    for way in ways:
        hostile = attacked(rng, plain, pool, way)
        found = []
        for scope, written in rewritings(hostile, most):
            check_ends(hostile, written)
            for before, after in zip(expected[scope], run(written, inputs), strict=True):
                assert before.tobytes() == after.tobytes(), (way, scope)
            found.append(scope)
        assert found == list(expected), way
    return list(expected)


def check_ends(model: Any, written: Any) -> None:
    """Inputs and outputs keep their names to the letter."""
    for ends in ("input", "output"):
        before, after = ([value.name for value in getattr(one.graph, ends)] for one in (model, written))
        assert before == after
