"""Networks changed in one place: an attribute, a shape, a weight, an edge, an activation; and ONNX models likewise."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SymstrideError
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op

MAPS = ("relu", "abs", "negative", "sign", "identity", "leaky_relu", "clip")
"""Activations that are exchanged for each other; all of them take whole numbers to whole numbers, or nearly."""

_PAIRS = (("phase_major", "channel_major"), ("average", "max"), ("same", "same_lower"), ("zeros", "circular"))
_WORDS = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])} | {"lowest": 0.0}


def edited(network: Network, rng: random.Random) -> tuple[Network, str]:
    """A network that differs in one place, and where; what is no network is drawn again."""
    while True:
        try:
            other, how = rng.choice(_EDITS)(network, rng)
            _ = other.shapes
        except (SymstrideError, ValueError, TypeError, IndexError, ArithmeticError):
            continue
        if how:
            return other, how


def changed(value: Any, rng: random.Random) -> Any:
    """Another value of the same kind: a number beside it, another word, a row with one entry changed."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + rng.choice([-1, 1])
    if isinstance(value, float):
        return rng.choice([value + 1, value - 1, -value, value * 2])
    if isinstance(value, str):
        return _WORDS[value] if value in _WORDS else rng.choice([name for name in MAPS if name != value])
    if isinstance(value, tuple) and value:
        if len(value) > 1 and rng.random() < 0.3:
            a, b = rng.sample(range(len(value)), 2)
            row = list(value)
            row[a], row[b] = row[b], row[a]
            return tuple(row)
        n = rng.randrange(len(value))
        return (*value[:n], changed(value[n], rng), *value[n + 1 :])
    raise ValueError("nothing to change")


def _with(network: Network, node: Node, other: Node, rng: random.Random) -> Network:
    """The network with another node in that place; parameters whose shapes change are drawn anew."""
    nodes = tuple(other if each is node else each for each in network.nodes)
    flat = replace(network, nodes=nodes, weights={}, origin=None)
    weights = dict(network.weights)
    for name, shape in flat.parameter_shapes().items():
        if name in weights and weights[name].shape != shape:
            numbers = [rng.randint(1, 5) for _ in range(int(np.prod(shape)))]
            weights[name] = np.array(numbers, dtype=weights[name].dtype).reshape(shape)
    return replace(flat, weights=weights)


def _attribute(network: Network, rng: random.Random) -> tuple[Network, str]:
    node = rng.choice(network.nodes)
    names = [f.name for f in fields(node.operator) if f.name not in ("ndim", "activation", "input_size", "name")]
    if not names:
        return network, ""
    name = rng.choice(names)
    before = getattr(node.operator, name)
    if name == "attributes":
        n = rng.randrange(len(before))
        after = (*before[:n], (before[n][0], changed(before[n][1], rng)), *before[n + 1 :])
    else:
        after = changed(before, rng)
    if after == before:
        return network, ""
    operator = replace(node.operator, **{name: after})
    how = f"{node.name}: {name} {before} -> {after}"
    if name == "bias" and not isinstance(node.operator, op.BatchNorm):
        parameters = (*node.parameters, f"{node.name}.new bias") if after else node.parameters[:1]
        other = replace(node, operator=operator, parameters=parameters)
        weights = dict(network.weights)
        like = weights[node.parameters[0]]
        if after:
            weights[f"{node.name}.new bias"] = np.array([1] * operator.out_channels, dtype=like.dtype)  # type: ignore[union-attr]
        return _with(replace(network, weights=weights), node, other, rng), how
    return _with(network, node, replace(node, operator=operator), rng), how


def _activation(network: Network, rng: random.Random) -> tuple[Network, str]:
    node = rng.choice([n for n in network.nodes if isinstance(n.operator, op.Pointwise)])
    name = rng.choice([name for name in MAPS if name != node.operator.name])  # type: ignore[union-attr]
    numbers = {"leaky_relu": (("alpha", 2.0),), "clip": (("low", -2.0), ("high", 3.0))}.get(name, ())
    return _with(network, node, replace(node, operator=op.Pointwise(name, numbers)), rng), f"{node.name}: {name}"


def _weight(network: Network, rng: random.Random) -> tuple[Network, str]:
    used = sorted({name for node in network.nodes for name in node.parameters} & set(network.weights))
    name = rng.choice(used)
    array, how = edited_array(network.weights[name], rng)
    return replace(network, weights={**network.weights, name: array}, origin=None), how and f"{name}: {how}"


def edited_array(array: NDArray[Any], rng: random.Random) -> tuple[NDArray[Any], str]:
    """The array with one number changed, or two rows exchanged."""
    other = array.copy()
    if array.ndim and len(array) > 1 and rng.random() < 0.25:
        axis = rng.randrange(array.ndim)
        if array.shape[axis] < 2:
            return array, ""
        a, b = rng.sample(range(array.shape[axis]), 2)
        moved = np.moveaxis(other, axis, 0)
        moved[[a, b]] = moved[[b, a]]
        how = f"{a} and {b} of axis {axis} exchanged"
    else:
        place = tuple(rng.randrange(n) for n in array.shape)
        other[place] = not other[place] if array.dtype.kind == "b" else other[place] + rng.choice([-1, 1])
        how = f"{list(place)} {array[place]} -> {other[place]}"
    return other, how if bool((other != array).any()) else ""


def _edge(network: Network, rng: random.Random) -> tuple[Network, str]:
    node = rng.choice([n for n in network.nodes if n.inputs])
    n = rng.randrange(len(node.inputs))
    before = [each.name for each in network.nodes[: network.nodes.index(node)]]
    alike = [x for x in before if x != node.inputs[n] and network.shapes[x] == network.shapes[node.inputs[n]]]
    name = rng.choice(alike)
    other = replace(node, inputs=(*node.inputs[:n], name, *node.inputs[n + 1 :]))
    return _with(network, node, other, rng), f"{node.name}: reads {name} for {node.inputs[n]}"


def _output(network: Network, rng: random.Random) -> tuple[Network, str]:
    n = rng.randrange(len(network.outputs))
    name = rng.choice([each.name for each in network.nodes if each.name != network.outputs[n]])
    outputs = (*network.outputs[:n], name, *network.outputs[n + 1 :])
    return replace(network, outputs=outputs, origin=None), f"output {n}: {name} for {network.outputs[n]}"


_EDITS: Sequence[Callable[[Network, random.Random], tuple[Network, str]]] = (
    _attribute, _attribute, _attribute, _weight, _weight, _weight, _activation, _edge, _output,
)  # fmt: skip


# ------------------------------------------------------------------------------------------------ ONNX models

_ALIKE = (("Relu", "Abs", "Neg", "Sign", "Identity", "Tanh"), ("Add", "Mul", "Max"), ("MaxPool", "AveragePool"))


def edited_model(model: Any, rng: random.Random) -> tuple[Any, str]:
    """A copy of an ONNX model with one place changed: a number of a tensor or attribute, an operator, an input."""
    import onnx

    while True:
        other = onnx.ModelProto()
        other.CopyFrom(model)
        graph = other.graph
        node = rng.choice(graph.node)
        kind = rng.choice(["tensor", "tensor", "attribute", "operator", "input"])
        if kind == "tensor" and graph.initializer:
            tensor = rng.choice(graph.initializer)
            array, how = edited_array(onnx.numpy_helper.to_array(tensor), rng)
            if how:
                tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))
                return other, f"{tensor.name}: {how}"
        elif kind == "attribute" and node.attribute:
            attribute = rng.choice(node.attribute)
            before = onnx.helper.get_attribute_value(attribute)
            if attribute.type == onnx.AttributeProto.INTS and attribute.ints:
                n = rng.randrange(len(attribute.ints))
                attribute.ints[n] += rng.choice([-1, 1])
            elif attribute.type == onnx.AttributeProto.INT:
                attribute.i += rng.choice([-1, 1])
            elif attribute.type == onnx.AttributeProto.FLOAT:
                attribute.f += rng.choice([-1, 1])
            elif before in (b"DCR", b"CRD"):
                attribute.s = b"CRD" if before == b"DCR" else b"DCR"
            else:
                continue
            return other, f"{node.name}: {attribute.name}"
        elif kind == "operator":
            alike = next((row for row in _ALIKE if node.op_type in row), ())
            if alike:
                node.op_type = rng.choice([name for name in alike if name != node.op_type])
                return other, f"{node.name}: {node.op_type}"
        elif kind == "input" and node.input:
            n = rng.randrange(len(node.input))
            names = [name for each in graph.node for name in each.output] + [value.name for value in graph.input]
            names += [tensor.name for tensor in graph.initializer]
            name = rng.choice(names)
            if name != node.input[n]:
                node.input[n] = name
                return other, f"{node.name}: reads {name}"
