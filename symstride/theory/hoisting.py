"""Strides moved up, to where the work is done: the noble identity along a network.

A layer whose stride, dilation and padding have a factor ``q`` reads every ``q``-th place of its input.  The input may
then be a map of these places alone, and the layer goes without the factor.  Such a map is what the layer in front makes
with ``q`` times its stride.  Between the two, what works place by place may stand, and paths may meet and part: the
places that are kept are those that all readers have in common.  Where one path offers them and another does not, the
other one is subsampled.

Proved, step by step: "moved-strides" in ``symstride.CATALOGUE``.

Source: the noble identities, in Vaidyanathan, Multirate Systems and Filter Banks, 1993, chapter 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import gcd
from typing import TypeAlias

from symstride.errors import SpecError
from symstride.layers.axis import Axis
from symstride.layers.integer import shown
from symstride.layers.layer import Conv
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.windows import reached_padding
from symstride.network.reads import Window, windows
from symstride.theory.places import works_by_place

Steps: TypeAlias = tuple[int, ...]
"""``q`` on each axis: of a value, the places ``q*m`` are kept."""

_OWN_PLACES = (op.Divide, op.Select, op.Mask)
"""What works place by place with something of its own at each place, which would have to be subsampled too."""


def hoist(network: Network) -> Network:
    """The same function with strides moved up as far as they go, so that less is computed that nothing reads.

    Layers keep their names, their weights and their kernels, and take other strides, dilations and paddings; values
    that are no outputs may be smaller.  A pool of one tap subsamples where a path has nothing to move a stride to.
    Nothing is added up in another order: floats are the same bit for bit, wherever a runtime sums each output alike.

    The answer is the network itself where nothing moves.  ``symstride.equal(network, hoist(network))`` decides it once
    more, without this reasoning.
    """
    if not isinstance(network, Network):
        raise SpecError("hoist(network)", "a network", shown(network), "read one: symstride.read(...)")
    steps = _offered(network, _wanted(network))
    if all(q == 1 for row in steps.values() for q in row):
        return network
    names, nodes, taken = network.free_names(), list[Node](), dict[tuple[str, Steps], str]()
    for node in network.nodes:
        own = steps[node.name]
        if isinstance(node.operator, Conv | op.MaxPool | op.AveragePool):
            nodes.append(_moved(network, node, steps[node.inputs[0]], own))
            continue
        sources = []
        for source in node.inputs:
            if steps[source] != own and _goes_by_place(node.operator):
                apart = tuple(q // t for q, t in zip(own, steps[source], strict=True))
                if (source, apart) not in taken:
                    taken[source, apart] = names.free(f"{source}/every-{'x'.join(map(str, apart))}")
                    nodes.append(Node(taken[source, apart], _subsampling(apart), (source,)))
                source = taken[source, apart]
            sources.append(source)
        nodes.append(node if sources == list(node.inputs) else replace(node, inputs=tuple(sources)))
    return replace(network, nodes=tuple(nodes), origin=None, scope="")


def _subsampling(steps: Steps) -> op.MaxPool:
    ones = (1,) * len(steps)
    return op.MaxPool(ones, steps, ((0, 0),) * len(steps), ones)


# ---------------------------------------------------------------- which places are kept


def _wanted(network: Network) -> dict[str, Steps]:
    """The steps that the readers of each value have in common, as far as what makes it can keep to them."""
    found: dict[str, list[int]] = {name: [0] * (len(shape) - 1) for name, shape in network.shapes.items()}
    for name in network.outputs:
        found[name] = [1] * len(found[name])
    wanted: dict[str, Steps] = {}
    for node in reversed(network.nodes):
        sizes = network.shapes[node.name][1:]
        able = _goes_by_place(node.operator) or _is_window(node.operator)
        wanted[node.name] = tuple(
            q if able and q > 0 and n > 1 else 1 for q, n in zip(found[node.name], sizes, strict=True)
        )
        for source in node.inputs:
            read = _read_steps(node, network.shapes[source][1:], wanted[node.name])
            found[source] = [gcd(q, t) for q, t in zip(found[source], read, strict=True)]
    return wanted


def _read_steps(node: Node, size: op.Shape, own: Steps) -> Steps:
    """The largest steps on which all places lie that a node reads, when its own value is kept in steps of ``own``."""
    operator = node.operator
    if _goes_by_place(operator):
        return own
    if not _is_window(operator):
        return (1,) * len(size)
    around = isinstance(operator, Conv) and operator.padding_mode == "circular"
    found = []
    for number, (window, n, q) in enumerate(zip(windows(operator, size), size, own, strict=True)):
        spread = window.dilation if window.kernel > 1 else 0
        step = gcd(window.stride * q, spread, window.low, n if around else 0)
        padded = isinstance(operator, op.AveragePool) and operator.padding[number] != (0, 0)
        found.append(1 if padded else step)  # an average counts its padded places, and there would be fewer of them
    return tuple(found)


def _offered(network: Network, wanted: Mapping[str, Steps]) -> dict[str, Steps]:
    """The same, where a stride has somewhere to go: what works place by place keeps to them if an input of its does."""
    found: dict[str, Steps] = {}
    for node in network.nodes:
        steps = wanted[node.name]
        if _goes_by_place(node.operator):
            inputs = zip(*(found[source] for source in node.inputs), strict=True)
            steps = tuple(q if max(row) > 1 else 1 for q, row in zip(steps, inputs, strict=True))
        found[node.name] = steps
    return found


def _goes_by_place(operator: op.Operator) -> bool:
    """Whether every q-th place of the value comes from every q-th place of the inputs."""
    own = isinstance(operator, _OWN_PLACES) or (isinstance(operator, op.Quotient) and operator.each_place)
    return works_by_place(operator) and not own


def _is_window(operator: op.Operator) -> bool:
    """Whether a stride may go to this operator; averages that round their number of windows up stay as they are."""
    rounds_up = isinstance(operator, op.AveragePool) and operator.ceil_mode
    return isinstance(operator, Conv | op.MaxPool | op.AveragePool) and not rounds_up


# ---------------------------------------------------------------- a layer with other strides


def _moved(network: Network, node: Node, read: Steps, own: Steps) -> Node:
    """The node on a map that is kept in steps of ``read``, with a value in steps of ``own``."""
    operator = node.operator
    if all(q == 1 for q in (*read, *own)) or not isinstance(operator, Conv | op.MaxPool | op.AveragePool):
        return node
    size, outputs = network.shapes[node.inputs[0]][1:], network.shapes[node.name][1:]
    rows = zip(windows(operator, size), size, outputs, _highs(operator, size), read, own, strict=True)
    axes = [_axis(window, high, q, t, -(-n // q), -(-m // t)) for window, n, m, high, q, t in rows]
    stride, dilation = tuple(int(axis.stride) for axis in axes), tuple(int(axis.dilation) for axis in axes)
    padding = tuple((int(axis.low), int(axis.high)) for axis in axes)
    if isinstance(operator, op.MaxPool):
        return replace(node, operator=op.MaxPool(operator.kernel, stride, padding, dilation))
    moved = replace(operator, stride=stride, padding=padding, dilation=dilation)
    return replace(node, operator=replace(moved, input_size=None) if isinstance(moved, Conv) else moved)


def _highs(operator: Conv | op.Pool, size: op.Shape) -> tuple[int, ...]:
    """The high padding of each axis; of a pool that rounds its number of windows up, what the last of them needs."""
    if isinstance(operator, Conv):
        return tuple(int(axis.high) for axis in operator.axes(size))
    padding = reached_padding(operator, size) if operator.ceil_mode else operator.padding
    return tuple(high for _, high in padding)


def _axis(window: Window, high: int, read: int, own: int, size: int, outputs: int) -> Axis:
    """One axis on ``size`` places, with ``outputs``: its high padding shrinks too, or is what the last output needs."""
    dilation = window.dilation // read if window.kernel > 1 else 1
    axis = Axis(window.kernel, window.stride * own // read, dilation, window.low // read, high // read)
    room = size + int(axis.low) + int(axis.high) - int(axis.span)
    if room >= 0 and room // int(axis.stride) + 1 == outputs:
        return axis
    return replace(axis, high=int(axis.stride) * (outputs - 1) + int(axis.span) - size - int(axis.low))
