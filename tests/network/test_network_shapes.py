"""Shapes, windows and refusals of operators, before anything is computed."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.shapes import output_shape, parameters
from symstride.network.operators.windows import counts, pool_output, reached_padding

AXES = list(product((5, 6, 7, 12), (1, 2, 3), (1, 2, 3, 4), (1, 2), ((0, 0), (1, 0), (0, 1)), (False, True)))


def pool_of(k: int, s: int, dl: int, pad: tuple[int, int], ceil_mode: bool, counted: bool = False) -> op.AveragePool:
    return op.AveragePool((k,), (s,), (pad,), (dl,), ceil_mode, counted)


def test_windows_are_those_that_start_in_reach() -> None:
    for case in AXES:
        check_windows(*case)


def check_windows(n: int, k: int, s: int, dl: int, pad: tuple[int, int], ceil_mode: bool) -> None:
    low, high = pad
    span = dl * (k - 1) + 1
    starts = [t for t in range(-low, n + high, s) if t + span <= n + high]
    if not starts:
        with pytest.raises(SpecError):
            pool_output(pool_of(k, s, dl, pad, ceil_mode), (n,))
        return
    if ceil_mode and starts[-1] + span < n + high:
        starts.append(starts[-1] + s)  # a window that is cut short
    if ceil_mode and starts[-1] >= n:
        starts.pop()  # one that starts behind the map
    assert pool_output(pool_of(k, s, dl, pad, ceil_mode), (n,)) == (len(starts),)


def test_reached_padding_gives_the_same_windows_rounding_down() -> None:
    for n, k, s, dl, pad, ceil_mode in AXES:
        pool = pool_of(k, s, dl, pad, ceil_mode)
        if n + sum(pad) < dl * (k - 1) + 1:
            continue
        exact = pool_of(k, s, dl, reached_padding(pool, (n,))[0], False)
        assert pool_output(exact, (n,)) == pool_output(pool, (n,))


def test_counts_by_hand() -> None:
    # 5 places, windows of 3 with stride 2, one padded place before: {-1,0,1} {1,2,3} {3,4,5}
    assert counts(pool_of(3, 2, 1, (1, 1), False), (5,)) == ((2, 3, 2),)
    assert counts(pool_of(3, 2, 1, (1, 1), False, True), (5,)) == ((3, 3, 3),)
    # rounding up reaches past the padding, and those places never count: {0,1,2} {3,4,5} on 5 places
    assert counts(pool_of(3, 3, 1, (0, 0), True, True), (5,)) == ((3, 2),)


def test_a_window_of_padding_only_is_refused() -> None:
    with pytest.raises(SpecError, match="meet the map"):
        counts(pool_of(1, 1, 1, (1, 0), False), (5,))


REFUSED = [
    (op.Add(), [(2, 3, 3), (2, 3, 4)]),
    (op.Concat(), [(2, 3, 3), (2, 3, 4)]),
    (op.ChannelPermutation((0, 0)), [(2, 3)]),
    (op.Channels(1, 4), [(2, 3)]),
    (op.SpaceToDepth((2,), "phase_major"), [(2, 3)]),
    (op.DepthToSpace((2,), "phase_major"), [(3, 3)]),
    (op.Pad(((-2, -2),)), [(2, 4)]),
    (op.Reshape((7,)), [(2, 3)]),
    (op.Transpose((0, 0)), [(2, 3)]),
    (op.Gemm(3), [(2, 3)]),
    (op.Softmax(2), [(2, 3)]),
    (op.Mask((2,), (7,), "channel_major"), [(2, 3)]),
    (op.Divide(((1, 2),)), [(2, 3)]),
    (op.GlobalPool("max"), [(3,)]),
    (op.Wrap(((-2, -2),)), [(2, 4)]),
    (op.Wrap(((1, 1),)), [(2, 4, 4)]),
    (op.Take(1, (0, 3)), [(2, 3)]),
    (op.Take(2, (0,)), [(2, 3)]),
    (op.Take(0, ()), [(2, 3)]),
    (op.Input((1 << 21, 1 << 21)), []),
    (op.Input((0, 3)), []),
    (Conv(3, 4, (3, 3)), [(2, 8, 8)]),
    (Conv(2, 4, (3, 3), activation="relu"), [(2, 8, 8)]),
    (op.MaxPool((3,), (1,), ((0, 0),), (1,)), [(2, 8, 8)]),
    (ConvTranspose(3, 4, (3, 3)), [(2, 8, 8)]),
    (ConvTranspose(2, 4, (3,)), [(2, 8, 8)]),
    (ConvTranspose(2, 4, (3,), 1, 5), [(2, 8)]),
]


@pytest.mark.parametrize(("operator", "inputs"), REFUSED, ids=lambda v: type(v).__name__)
def test_inputs_that_do_not_fit_are_refused(operator: op.Operator, inputs: list[op.Shape]) -> None:
    with pytest.raises(SpecError):
        output_shape(operator, inputs)


def test_parameters_by_role() -> None:
    assert parameters(Conv(4, 6, (3, 3), groups=2), [(4, 8, 8)]) == {"weight": (6, 2, 3, 3), "bias": (6,)}
    assert parameters(ConvTranspose(4, 6, (3, 2), groups=2), [(4, 8, 8)]) == {"weight": (4, 3, 3, 2), "bias": (6,)}
    assert parameters(op.Affine(shift=False), [(4, 8)]) == {"scale": (4,)}
    assert parameters(op.Gemm(5, transposed=True), [(7,)]) == {"weight": (5, 7), "bias": (5,)}
    assert parameters(op.PRelu(), [(4, 8)]) == {"slope": (4,)}
    assert parameters(op.Quotient(), [(4, 8)]) == {"by": (4,)}
    assert parameters(op.Quotient(True), [(4, 8)]) == {"by": (4, 8)}
    assert parameters(op.Select(), [(4, 8)]) == {"inside": (4, 8)}
    assert parameters(op.Pointwise("relu"), [(4, 8)]) == {}


def test_a_builder_says_at_once_which_node_is_wrong() -> None:
    build = Builder()
    x = build.input("x", (3, 8, 8))
    with pytest.raises(SpecError, match="node 'first'"):
        build.add(Conv(4, 2, (3, 3)), x, name="first")
    with pytest.raises(SpecError, match="weight"):
        build.add(Conv(3, 2, (3, 3), bias=False), x, weight=np.zeros((2, 3, 3, 2)))
    with pytest.raises(SpecError, match="scale"):
        build.add(op.Pointwise("relu"), x, scale=np.zeros(3))


def test_a_network_refuses_cycles_missing_nodes_and_names_given_twice() -> None:
    x = Node("x", op.Input((3, 8)))
    with pytest.raises(SpecError, match="cycle"):
        Network((x, Node("a", op.Add(), ("x", "b")), Node("b", op.Pointwise("relu"), ("a",))), ("b",))
    with pytest.raises(SpecError, match="twice"):
        Network((x, x), ("x",))
    with pytest.raises(SpecError, match="outputs"):
        Network((x,), ("y",))


@pytest.mark.parametrize("outputs", [(["y"],), (("y",),), (None,), (1,), ("z",), ()])
def test_outputs_that_are_no_names_of_nodes_are_refused(outputs: tuple[object, ...]) -> None:
    build = Builder("outputs")
    build.input("y", (1, 4))
    with pytest.raises(SpecError, match="names of nodes"):
        build.network(*outputs)  # type: ignore[arg-type]


@pytest.mark.parametrize("kept", [((0, 2), (0, 1)), ((0,), (-1,))])
def test_phases_that_a_cell_has_not_are_refused(kept: tuple[tuple[int, ...], ...]) -> None:
    build = Builder()
    x = build.input("x", (1, 4, 4))
    with pytest.raises(SpecError, match="phases of the cell"):
        build.add(op.SpaceToDepth((2, 2), "phase_major", kept), x)
