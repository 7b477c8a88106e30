"""Reshape, transposition and reshape read as one node: which one it is, and when it is none."""

from __future__ import annotations

import random

import numpy as np
import pytest
from networks import integers

from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.foldings import fused_foldings


def chain(shape: op.Shape, *operators: op.Operator) -> Network:
    build = Builder(dtype="object")
    x = build.input("x", shape)
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"step{number}")
    return build.network(x)


FOLDED: list[tuple[op.Operator, op.Shape, list[op.Operator]]] = [
    (op.SpaceToDepth((2, 3), "channel_major"), (4, 6, 9),
     [op.Reshape((4, 3, 2, 3, 3)), op.Transpose((0, 2, 4, 1, 3)), op.Reshape((24, 3, 3))]),
    (op.SpaceToDepth((2, 3), "phase_major"), (4, 6, 9),
     [op.Reshape((4, 3, 2, 3, 3)), op.Transpose((2, 4, 0, 1, 3)), op.Reshape((24, 3, 3))]),
    (op.SpaceToDepth((3,), "phase_major", ((0, 2),)), (4, 9),
     [op.Reshape((4, 3, 3)), op.Take(2, (0, 2)), op.Transpose((2, 0, 1)), op.Reshape((8, 3))]),
    (op.SpaceToDepth((2, 3), "channel_major", ((0, 1), (1,))), (2, 4, 6),
     [op.Reshape((2, 2, 2, 2, 3)), op.Take(4, (1,)), op.Transpose((0, 2, 4, 1, 3)), op.Reshape((4, 2, 2))]),
    (op.DepthToSpace((2, 3), "channel_major"), (12, 4, 5),
     [op.Reshape((2, 2, 3, 4, 5)), op.Transpose((0, 3, 1, 4, 2)), op.Reshape((2, 8, 15))]),
    (op.DepthToSpace((2, 3), "phase_major"), (12, 4, 5),
     [op.Reshape((2, 3, 2, 4, 5)), op.Transpose((2, 3, 0, 4, 1)), op.Reshape((2, 8, 15))]),
    (op.DepthToSpace((3,), "channel_major"), (6, 5),
     [op.Reshape((2, 3, 5)), op.Transpose((0, 2, 1)), op.Reshape((2, 15))]),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "shape", "operators"), FOLDED, ids=[str(row[0]) for row in FOLDED])
def test_a_chain_is_one_node(
    expected: op.Operator, shape: op.Shape, operators: list[op.Operator], rng: random.Random
) -> None:
    network = chain(shape, *operators)
    fused = fused_foldings(network)
    assert [node.operator for node in fused.nodes[1:]] == [expected]
    assert fused.outputs == network.outputs
    x = integers(rng, (2, *shape), 99)
    (before,), (after,) = evaluate(network, x).values(), evaluate(fused, x).values()
    assert (before == after).all()


KEPT: list[tuple[op.Shape, list[op.Operator]]] = [
    ((4, 6, 9), [op.Reshape((4, 3, 2, 3, 3)), op.Transpose((0, 4, 2, 1, 3)), op.Reshape((24, 3, 3))]),
    ((4, 6, 9), [op.Reshape((4, 2, 3, 3, 3)), op.Transpose((0, 2, 4, 1, 3)), op.Reshape((36, 3, 2))]),
    ((4, 6, 9), [op.Reshape((2, 6, 2, 3, 3)), op.Transpose((0, 2, 4, 1, 3)), op.Reshape((12, 6, 3))]),
    ((4, 9), [op.Reshape((4, 3, 3)), op.Take(1, (0, 2)), op.Transpose((2, 0, 1)), op.Reshape((12, 2))]),
    ((4, 9), [op.Reshape((4, 3, 3)), op.Take(2, (2, 0)), op.Transpose((2, 0, 1)), op.Reshape((8, 3))]),
    ((4, 9), [op.Reshape((4, 3, 3)), op.Take(2, (0, 2)), op.Take(2, (1, 0)), op.Transpose((2, 0, 1)),
              op.Reshape((8, 3))]),
    ((12, 4, 5), [op.Reshape((2, 2, 3, 4, 5)), op.Transpose((0, 3, 2, 4, 1)), op.Reshape((2, 12, 10))]),
    ((12, 4, 5), [op.Reshape((2, 2, 3, 4, 5)), op.Transpose((0, 3, 1, 4, 2)), op.Reshape((4, 4, 15))]),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "operators"), KEPT, ids=range(len(KEPT)))
def test_other_chains_stay_as_they_are(shape: op.Shape, operators: list[op.Operator], rng: random.Random) -> None:
    network = chain(shape, *operators)
    fused = fused_foldings(network)
    x = integers(rng, (1, *shape), 99)
    assert fused.nodes == network.nodes
    assert np.array_equal(evaluate(fused, x)[fused.outputs[0]], evaluate(network, x)[network.outputs[0]])


def test_a_value_that_is_read_elsewhere_stays() -> None:
    expected, shape, operators = FOLDED[0]
    whole = chain(shape, *operators)
    for inner in ("step0", "step1"):
        both = Network(whole.nodes, (inner, "step2"))
        assert fused_foldings(both).nodes == whole.nodes
    assert [node.operator for node in fused_foldings(whole).nodes[1:]] == [expected]
