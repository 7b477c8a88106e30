"""Networks of which some sizes are open: what is said of them holds at every size.

An input has an example where a size is open (``Input.open``), so that shapes are numbers everywhere.  Such a network
is a layer, or several side by side, each of which reads an input of its own.  Its rewriting is made of operators that
say nothing of sizes (``rewriting.every_size``), the claim has the letter N along every axis, and two networks are
compared as functions of N (``at_all_sizes``): nothing depends on the example.

Some layers are left out: those whose padding depends on the size, as that of SAME does, or whose last window does
(``ceil_mode``); averages over what of a window is inside of the map; and maxima that on a small map are taken of
padding alone, for which runtimes have different numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.records import Input, Shape

_HINT = "give the sizes of the inputs"


def open_axes(network: Network, node: Node) -> tuple[int, ...]:
    """The axes of the map that a node reads whose size is open, counted without the batch."""
    read = [network.node(name).operator for name in node.inputs]
    return next((operator.open for operator in read if isinstance(operator, Input) and operator.open), ())


def has_open_sizes(network: Network) -> bool:
    """Whether any input has an open size."""
    return any(isinstance(node.operator, Input) and node.operator.open for node in network.nodes)


def with_open(network: Network, axes: Sequence[int], shape: Shape) -> Network:
    """The network of one input, of which these axes are open, with this shape for an example."""
    (given,) = network.inputs
    made = replace(given, operator=Input(tuple(shape), tuple(axes)))
    return replace(network, nodes=tuple(made if node is given else node for node in network.nodes))


def check_open_sizes(asked: str, network: Network) -> None:
    """Refuse a network with open sizes that is not made of layers that are the same at every size, side by side."""
    after: set[str] = set()
    for node in network.nodes:
        if after.intersection(node.inputs):
            raise _refusal(asked, node, "layers that read inputs", "one behind a layer of open size")
        if open_axes(network, node):
            after.add(node.name)
            why = why_not(node.operator)
            if why:
                raise _refusal(asked, node, why[0], why[1])


def why_not(operator: op.Operator) -> tuple[str, str] | None:
    """Why an operator is no layer that means the same at every size: what was expected, and what it is."""
    if isinstance(operator, Conv):
        if operator.padding_mode != "zeros" or isinstance(operator.padding, str) or operator.input_size is not None:
            return "padding with zeros, in numbers", f"{operator.padding_mode!r}, {operator.padding!r}"[:80]
        return None
    if isinstance(operator, ConvTranspose):
        if operator.ndim == 1 or (operator.ndim == 2 and len(set(operator.stride)) == 1) or set(operator.stride) == {1}:
            return None
        return "one stride along one or two axes, for places to be put together", f"strides {operator.stride}"
    if not isinstance(operator, op.MaxPool | op.AveragePool):
        return "a Conv, a ConvTranspose or a pool, where sizes are open", type(operator).__name__
    if operator.ceil_mode:
        return "windows that are inside of the padded map", "ceil_mode, which goes by the size"
    if isinstance(operator, op.MaxPool):
        rows = zip(operator.kernel, operator.dilation, operator.padding, strict=True)
        if all(pair == (0, 0) or (dl == 1 and max(pair) < k) for k, dl, pair in rows):
            return None
        return "windows that meet the map at every size", "padding as wide as a window, or one with gaps"
    if any(map(any, operator.padding)) and not operator.count_include_pad:
        return "averages of as many places everywhere", "padding that is not counted, which goes by the size"
    return None


def example_size(operator: op.Operator) -> Shape:
    """Places along each axis for which a layer has three outputs or more, and a strided one a rest."""
    rows = zip(*(map(int, getattr(operator, word)) for word in ("kernel", "stride", "dilation")), strict=True)
    sides = [_cropped(operator, n) for n in range(len(getattr(operator, "stride", ())))]
    return tuple(dl * (k - 1) + 3 * s + side for (k, s, dl), side in zip(rows, sides, strict=True))


def _cropped(operator: op.Operator, axis: int) -> int:
    """What is cropped, or taken away from the output of a transposed layer, at most one place by a place."""
    low, high = getattr(operator, "padding", ())[axis]
    return abs(int(low)) + abs(int(high)) if isinstance(operator, ConvTranspose) else -min(low, 0) - min(high, 0)


def _refusal(asked: str, node: Node, expected: str, got: str) -> NotSupported:
    return NotSupported(f"{asked}, node {node.title!r}"[:200], expected, got, _HINT)
