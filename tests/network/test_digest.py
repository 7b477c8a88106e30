"""The digest of a network counts what it computes with, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networks
import numpy as np
import pytest
import scope_networks
from edits import edited

from symstride.layers.layer import Conv
from symstride.network.digest import array_digest, canonical_digest, encoded
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op


def renamed(network: Network, name: Callable[[str], str]) -> Network:
    """The network with other names for nodes and parameters, and no labels."""
    nodes = tuple(
        Node(name(n.name), n.operator, tuple(map(name, n.inputs)), tuple(map(name, n.parameters)))
        for n in network.nodes
    )
    weights = {name(key): array for key, array in network.weights.items()}
    return replace(network, nodes=nodes, outputs=tuple(map(name, network.outputs)), weights=weights, name="other")


def small(shape: tuple[int, ...] = (2, 8, 8), **changes: object) -> Network:
    build = Builder("small")
    x = build.input("x", shape)
    conv = Conv(2, 3, (3, 3), 2, 1)
    weight = np.arange(54, dtype=np.float32).reshape(3, 2, 3, 3)
    y = build.add(conv, x, name="conv", weight=weight, bias=np.ones(3, np.float32))
    left = build.add(op.Pointwise("relu"), y, name="left")
    right = build.add(op.Pointwise("tanh"), y, name="right")
    return replace(build.network(build.add(op.Concat(), left, right, name="both")), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", range(10))
def test_names_and_sources_do_not_count(number: int) -> None:
    network = scope_networks.random_network(random.Random(f"digest {number}"), 3)
    for name in (lambda n: f"{n}/weight", lambda n: n[::-1]):
        assert canonical_digest(renamed(network, name)) == canonical_digest(network)
    elsewhere = replace(network, files=(Path("elsewhere.onnx"),), scope="layer")
    assert canonical_digest(elsewhere) == canonical_digest(network)


def test_the_order_of_nodes_does_not_count() -> None:
    network = small()
    x, conv, left, right, both = network.nodes
    assert canonical_digest(replace(network, nodes=(x, conv, right, left, both))) == canonical_digest(network)
    assert canonical_digest(replace(network, outputs=("left",))) != canonical_digest(network)


@pytest.mark.parametrize("number", range(60))
def test_every_change_counts(number: int) -> None:
    rng = random.Random(f"digest change {number}")
    draw = rng.choice([networks.random_network, scope_networks.random_network])
    network = draw(rng, 3)
    other, how = edited(network, rng)
    live = _live(network) | _live(other)
    same = [(n.operator, n.inputs) for n in network.nodes if n.name in live] == [
        (n.operator, n.inputs) for n in other.nodes if n.name in live
    ]
    read = {name for node in other.nodes if node.name in live for name in node.parameters}
    arrays = all(np.array_equal(network.weights.get(n, 0), other.weights[n]) for n in read)
    unchanged = same and arrays and network.outputs == other.outputs
    assert (canonical_digest(network) == canonical_digest(other)) == unchanged, how


def _live(network: Network) -> set[str]:
    """The nodes that an output depends on."""
    found = set(network.outputs)
    for node in reversed(network.nodes):
        found |= set(node.inputs) if node.name in found else set()
    return found | {node.name for node in network.inputs}


def test_weights_count_bit_for_bit() -> None:
    network, digests = small(), set()
    for value in (0.0, -0.0, np.nan, np.inf, 1.0, np.nextafter(np.float32(1), np.float32(2))):
        weight = network.weights["conv.weight"].copy()
        weight[0, 0, 0, 0] = value
        digests.add(canonical_digest(network.with_weights({**network.weights, "conv.weight": weight})))
    double = network.with_weights({k: v.astype(np.float64) for k, v in network.weights.items()})
    digests |= {canonical_digest(double), canonical_digest(network.without_weights())}
    assert len(digests) == 8


def test_outside_of_the_graph() -> None:
    changes = [
        {},
        {"dtype": "float64"},
        {"batch": 1},
        {"batch": 2},
        {"outputs": ("both", "both")},
        {"outputs": ("conv",)},
    ]
    assert len({canonical_digest(small(**change)) for change in changes}) == len(changes)


def test_sizes_are_left_out_on_request_and_nothing_else() -> None:
    assert canonical_digest(small(), any_size=True) == canonical_digest(small((2, 6, 20)), any_size=True)
    assert canonical_digest(small()) != canonical_digest(small((2, 6, 20)))
    assert canonical_digest(small(), any_size=True) != canonical_digest(small())
    nodes = small().nodes
    other = replace(nodes[1], operator=replace(nodes[1].operator, padding=((1, 1), (1, 2))))
    changed = replace(small(), nodes=(nodes[0], other, *nodes[2:]))
    assert canonical_digest(changed, any_size=True) != canonical_digest(small(), any_size=True)


@pytest.mark.parametrize(
    "values",
    [
        (1, 1.0, True, "1", b"1", (1,), None, "True", np.float32(1), np.int64(1)),
        (0.0, -0.0, 0, False, (), "", b""),
        (float("nan"), float("inf"), float("-inf"), "nan"),
        (((1, 2), 3), (1, (2, 3)), (1, 2, 3), ((1, 2, 3),), ("1:", "2"), ("1", ":2")),
    ],
)
def test_no_two_values_are_written_alike(values: tuple[object, ...]) -> None:
    assert len({encoded(value) for value in values}) == len(values)


def test_how_an_array_lies_in_memory_does_not_count() -> None:
    rows = np.arange(120, dtype=np.float32).reshape(4, 5, 6)
    for other in (np.asfortranarray(rows), rows.astype(">f4"), np.repeat(rows, 2, axis=2)[:, :, ::2]):
        assert array_digest(other, other.shape) == array_digest(rows, rows.shape)
    assert array_digest(rows.T, rows.T.shape) != array_digest(rows, rows.shape)


def test_long_networks_take_linear_time_and_no_recursion() -> None:
    build = Builder("long")
    x = build.input("x", (1, 2))
    for number in range(20_000):
        build.nodes.append(Node(f"n{number}", op.Add(), (x, x)))
        build.shapes[f"n{number}"] = (1, 2)
        x = f"n{number}"
    assert len(canonical_digest(build.network(x))) == 64
