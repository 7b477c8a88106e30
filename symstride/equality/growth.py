"""How the sizes of all values of a network grow with that of its inputs, along one axis.

A value has ``M`` places when the inputs have ``N``, and ``M + rate*step`` when they have ``N + step``, for every
``step`` that is a multiple of its ``need``: each operator's output size moves by one when its input's moves by the
stride.  So sizes are known everywhere once they are known for one step, and two values with the same rate that have the
same size throughout one step have it always.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from symstride.equality.edges import by_place, joins
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.windows import pool_axes

_KEEPING = (op.Pad, op.Wrap, op.Mask, op.Divide, op.Softmax, op.Quotient)


@dataclass(frozen=True)
class Growth:
    """By how much a value grows when the inputs grow by one place, and what steps of theirs have to be multiples of.

    The rate is 0 for what has the same size always.
    """

    rate: Fraction
    need: int

    def times(self, factor: Fraction) -> Growth:
        rate = self.rate * factor
        return Growth(rate, lcm(self.need, rate.denominator))


def growths(network: Network, axis: int) -> dict[str, Growth]:
    """How each value grows.  Raises ``NotSupported``, with the node's name, where that is not known."""
    found: dict[str, Growth] = {}
    for node in network.nodes:
        found[node.name] = _growth(network, node, [found[name] for name in node.inputs], axis)
    return found


def _growth(network: Network, node: Node, xs: list[Growth], axis: int) -> Growth:
    operator = node.operator
    if isinstance(operator, op.Input):
        return Growth(Fraction(int(axis + 1 < len(operator.shape))), 1)
    together = Growth(xs[0].rate, lcm(*(x.need for x in xs)))
    if isinstance(operator, op.GlobalPool) or not any(x.rate for x in xs):
        return Growth(Fraction(0), together.need)
    if len({x.rate for x in xs}) > 1:
        got = " and ".join(sorted({str(x.rate) for x in xs}))
        raise NotSupported(f"node {node.title!r}", "values that grow alike", f"rates {got}", "ask for single sizes")
    if by_place(operator) or joins(operator) or isinstance(operator, _KEEPING):
        return together
    if isinstance(operator, Conv):
        size = network.input_shapes(node)[0][1:]
        return together.times(1 / Fraction(int(operator.axes(size)[axis].stride)))
    if isinstance(operator, op.MaxPool | op.AveragePool):
        return together.times(1 / Fraction(int(pool_axes(operator)[axis].stride)))
    if isinstance(operator, ConvTranspose):
        return together.times(Fraction(operator.stride[axis]))
    if isinstance(operator, op.SpaceToDepth | op.DepthToSpace):
        cell = Fraction(operator.cell[axis])
        return together.times(1 / cell if isinstance(operator, op.SpaceToDepth) else cell)
    name = type(operator).__name__
    raise NotSupported(f"node {node.title!r}", "an operator whose size is known", name, "compare what stands in front")
