"""The table of a network: its numbers are counted again on real arrays."""

from __future__ import annotations

import random
from dataclasses import replace
from math import prod
from typing import Any

import numpy as np
import pytest
from networks import integers, random_network
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.grid.plan import plan
from symstride.network.operators import records as op
from symstride.network.rewriting.on_grid import names_of
from symstride.network.rewriting.unstride import unstride
from symstride.network.table import LayerRow, LayerTable, layer_table


def table_of(network: Network, scope: str) -> LayerTable:
    return layer_table(network, plan(network) if scope == "network" else None)


def without_zeros(network: Network) -> Network:
    """Weights 1, 2, 3, ...: what is 0 after rewriting is a structural zero."""
    drawn = {name: np.arange(1, array.size + 1).reshape(array.shape) for name, array in network.weights.items()}
    return replace(network.with_weights(drawn), dtype="int64")


def products(network: Network) -> int:
    """Entries of each weight times the places that it is applied in: outputs, or inputs of a transposed layer."""
    total = 0
    for node in network.nodes:
        if isinstance(node.operator, Conv | ConvTranspose | op.Gemm):
            place = node.inputs[0] if isinstance(node.operator, ConvTranspose) else node.name
            total += network.weights[node.parameters[0]].size * prod(network.shapes[place][1:])
    return total


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_numbers_are_those_of_the_arrays(scope: str, rng: random.Random) -> None:
    for _ in range(4):
        network = without_zeros(random_network(rng, 2))
        flat, totals = unstride(network, scope), table_of(network, scope).totals
        used = {name for node in flat.nodes for name in node.parameters}
        arrays: list[NDArray[Any]] = [flat.weights[name] for name in used]
        assert totals.copies == sum(int(np.count_nonzero(array)) for array in arrays)
        assert totals.zeros == sum(array.size for array in arrays) - totals.copies
        assert totals.unit_bytes == sum(array.nbytes for array in arrays)
        assert totals.bytes == sum(array.nbytes for array in network.weights.values())
        assert totals.parameters * 8 == totals.bytes
        assert totals.multiply_adds == products(network)
        assert totals.unit_multiply_adds == products(flat)


def test_transposed_layers_on_the_grid(rng: random.Random) -> None:
    """The second one reads a value in two phases, and each of its weights is copied for each of them."""
    build = Builder("upsampling", dtype="object")
    x = build.input("x", (3, 5))
    for number, (before, after) in enumerate([(3, 4), (4, 2)], start=1):
        layer = ConvTranspose(before, after, (3,), 2, 1, 1, 1)
        arrays = {"weight": integers(rng, layer.weight_shape), "bias": integers(rng, (after,))}
        x = build.add(layer, x, name=f"up{number}", **arrays)
    network = without_zeros(build.network(x))
    first, second = table_of(network, "network").rows
    assert (first.phases, first.output_phases, first.amounts.copies) == ((1,), (2,), 3 * 4 * 3 + 2 * 4)
    assert (second.phases, second.output_phases, second.amounts.copies) == ((2,), (4,), 2 * 4 * 2 * 3 + 4 * 2)
    flat = unstride(network, "network")
    arrays = [array for name, array in flat.weights.items() if name.startswith("up2")]
    assert second.amounts.copies == sum(int(np.count_nonzero(array)) for array in arrays)
    assert products(network) == 3 * 5 * 4 * 3 + 4 * 10 * 2 * 3 == layer_table(network).totals.multiply_adds


def test_the_ones_of_an_average() -> None:
    build = Builder("average")
    pool = op.AveragePool((3, 2), (2, 2), ((0, 0), (0, 0)), (1, 1))
    network = build.network(build.add(pool, build.input("x", (4, 9, 8)), name="mean"))
    (row,) = layer_table(network).rows
    (weight,) = unstride(network).weights.values()
    assert (row.amounts.parameters, row.amounts.copies) == (0, 4 * 6)
    assert (row.amounts.copies, row.amounts.copies + row.amounts.zeros) == (np.count_nonzero(weight), weight.size)


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_each_row_counts_its_own_layer(scope: str, rng: random.Random) -> None:
    network = without_zeros(random_network(rng, 3))
    flat, table = unstride(network, scope), table_of(network, scope)
    names = names_of(network, plan(network)) if scope == "network" else {}
    seen = 0
    for row in table.rows:
        if row.kind == "Conv":
            name = names.get(row.name, row.name)
            node = next(n for n in flat.nodes if n.name in (name, f"{name}/unit") and isinstance(n.operator, Conv))
            arrays = [flat.weights[parameter] for parameter in node.parameters]
            assert row.unit_kernel == arrays[0].shape[2:]
            assert row.amounts.copies == sum(int(np.count_nonzero(array)) for array in arrays)
            assert row.amounts.zeros == sum(array.size for array in arrays) - row.amounts.copies
            assert row.unit_channels[1] == arrays[0].shape[0] == row.channels[1] * prod(row.output_phases)
            seen += 1
    assert seen


def chain(size: int) -> Network:
    build = Builder("chain")
    x = build.input("x", (3, size, size))
    x = build.add(Conv(3, 8, (3, 3), stride=2, padding=1), x, name="conv1")
    x = build.add(op.Pointwise("relu"), x, name="relu")
    x = build.add(op.BatchNorm(), x, name="norm")
    x = build.add(op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), x, name="pool")
    return build.network(build.add(Conv(8, 4, (3, 3), padding=1), x, name="conv2"))


def test_a_table_layer_by_layer() -> None:
    table = layer_table(chain(13))
    assert [row.name for row in table.rows] == ["conv1", "pool"]
    row = table.rows[0]
    assert (row.kind, row.size, row.output_size, row.stride, row.dilation) == ("Conv", (13, 13), (7, 7), (2, 2), (1, 1))
    assert (row.phases, row.output_phases, row.channels, row.unit_channels) == ((2, 2), (1, 1), (3, 8), (12, 8))
    assert (row.kernel, row.unit_kernel, row.reasons, row.mask) == ((3, 3), (2, 2), (), "")
    assert (row.amounts.parameters, row.amounts.copies, row.amounts.zeros) == (224, 224, 8 * 12 * 4 - 216)
    assert row.amounts.multiply_adds == 7 * 7 * 8 * 3 * 9
    assert row.amounts.unit_multiply_adds == 7 * 7 * 8 * 12 * 4
    assert (row.amounts.bytes, row.amounts.unit_bytes) == (4 * 224, 4 * (8 * 12 * 4 + 8))
    assert (table.rows[1].unit_kernel, table.rows[1].unit_channels) == ((1, 1), (32, 8))
    assert (table.scope, table.masks) == ("layer", 0)


def test_a_table_on_the_grid_gives_reasons_and_masks() -> None:
    table = table_of(chain(13), "network")
    rows = {row.name: row for row in table.rows}
    assert list(rows) == ["conv1", "norm", "pool"]  # a ReLU stays as it is, and conv2 has whole places
    assert (rows["conv1"].phases, rows["conv1"].output_phases) == ((4, 4), (2, 2))
    assert (rows["conv1"].ghosts, rows["conv1"].reasons, rows["conv1"].mask) == ((3, 3), ("clean", "clean"), "")
    assert (rows["pool"].ghosts, rows["pool"].reasons, rows["pool"].unit_kernel) == ((1, 1), ("unread", "unread"), ())
    assert (rows["norm"].amounts.copies, rows["norm"].amounts.zeros, rows["norm"].reasons) == (4 * 32, 0, ())
    assert table.masks == 0


def masked(row: LayerRow) -> bool:
    return row.mask != ""


def test_masks_are_counted() -> None:
    build = Builder("masked")
    x = build.input("x", (2, 9))
    y = build.add(Conv(2, 2, (3,), 2, 1), x, name="first")
    y = build.add(Conv(2, 2, (3,), 2, 1), build.add(op.Affine(), y, name="scaled"), name="second")
    table = table_of(build.network(y), "network")
    assert [row.name for row in table.rows if masked(row)] == ["second"]
    assert table.rows[-1].mask == "0"
    assert table.masks == 1


def test_shared_weights_count_once_in_the_totals() -> None:
    from symstride.network.graph import Node

    build = Builder("shared")
    x = build.input("x", (2, 9))
    conv = Conv(2, 2, (3,), 2, 1, bias=False)
    build.append(Node("a", conv, (x,), ("w",)))
    build.append(Node("b", conv, (x,), ("w",)))
    table = layer_table(build.network("a", "b"))
    assert [row.amounts.parameters for row in table.rows] == [12, 12]
    assert table.totals.parameters == 12
    assert table.totals.copies == 24


def test_a_dilated_layer_keeps_its_phases_apart_and_copies_nothing() -> None:
    build = Builder("dilated")
    layer = Conv(2, 5, (3, 1), padding=((2, 2), (0, 0)), dilation=(2, 3))
    network = build.network(build.add(layer, build.input("x", (2, 8, 9)), name="apart"))
    (row,) = layer_table(network).rows
    assert (row.phases, row.output_phases) == ((2, 1), (2, 1))
    assert (row.amounts.parameters, row.amounts.copies, row.amounts.zeros) == (35, 35, 0)
