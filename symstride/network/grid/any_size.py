"""Which networks exist at all sizes that their grid's step divides, and not only at the one that they have.

A value is *open* when its size follows that of an input, and *closed* when it is the same whatever the inputs' sizes
are, as behind a global pool.  On closed values everything may be done.  On open ones an operator must be known not to
depend on the size: those on the grid, whose cells the claims count, and a few that start a grid of their own, when each
cell of what they read is a whole number of its cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.network.graph import Network, Node
from symstride.network.grid.grid import BY_PLACE, WINDOWED
from symstride.network.grid.plan import Plan
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape
from symstride.network.operators.windows import counts

SIZE_FREE = tuple(kind for kind in (*BY_PLACE, *WINDOWED) if kind is not op.Divide)
"""Operators on the grid that mean the same at every size; a ``Divide`` has a number for each place."""

Ratio: TypeAlias = Callable[[Any, int], tuple[Fraction, ...] | None]
"""(operator, axes) -> places of the value per place that is read, along each axis; None where sizes are fixed."""


def _kept(operator: op.Softmax, axes: int) -> tuple[Fraction, ...]:
    return (Fraction(1),) * axes


def _quotient(operator: op.Quotient, axes: int) -> tuple[Fraction, ...] | None:
    return None if operator.each_place else (Fraction(1),) * axes


def _fewer(operator: op.SpaceToDepth, axes: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(1, s) for s in operator.cell)


def _more(operator: op.DepthToSpace, axes: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(s) for s in operator.cell)


STARTING: Mapping[type, Ratio] = {
    op.Softmax: _kept,
    op.Quotient: _quotient,
    op.SpaceToDepth: _fewer,
    op.DepthToSpace: _more,
}
"""Operators that read whole values, and give one whose size follows."""


def check_any_size(network: Network, steps: Plan) -> None:
    """Refuse, by the name of the node, a network that may not exist at another multiple of its grid's step."""
    is_open: dict[str, bool] = {}
    for node in network.nodes:
        sources = [is_open[name] for name in node.inputs]
        if isinstance(node.operator, op.Input):
            is_open[node.name] = len(node.operator.shape) > 1
        elif not any(sources) or isinstance(node.operator, op.GlobalPool):
            is_open[node.name] = False
        else:
            _check(node, all(sources), steps)
            is_open[node.name] = True


def _check(node: Node, open_alone: bool, steps: Plan) -> None:
    if not open_alone:
        got = "one whose size follows the input's, and one of a fixed size"
        raise _refusal(node, "values whose sizes all follow the input's", got)
    operator, name = node.operator, type(node.operator).__name__
    if isinstance(operator, Conv) and operator.input_size is not None:
        raise _refusal(node, "a layer for any size", f"input_size={operator.input_size}")
    if isinstance(operator, WINDOWED):
        _check_cells(node, steps)
    if isinstance(operator, op.AveragePool):
        _check_smallest(node, operator, steps.grids[node.inputs[0]].phases)
    if isinstance(operator, SIZE_FREE):
        return
    source, result = (steps.grids[value].phases for value in (node.inputs[0], node.name))
    ratio = STARTING[type(operator)](operator, len(source)) if type(operator) in STARTING else None
    if ratio is None:
        raise _refusal(node, "an operator that means the same at every size", f"{name}, which is for the size it has")
    if not _fits(source, ratio, result):
        got = f"{name} from {_cells(source)} to {_cells(result)}"
        raise _refusal(node, "a whole number of its cells for each cell that it reads", got)


def _check_cells(node: Node, steps: Plan) -> None:
    """As many cells before and behind, all of them whole: a layer that loses one has no outputs on a small map."""
    source, result = steps.grids[node.inputs[0]], steps.grids[node.name]
    if source.cells != result.cells or source.has_ghosts or result.has_ghosts:
        rows = zip(source.size, source.phases, result.size, result.phases, strict=True)
        got = "; ".join(f"{n} places by {a}, to {m} by {b}" for n, a, m, b in rows)
        raise _refusal(node, "input and output in equally many cells, all of them whole", got)


def _check_smallest(node: Node, pool: op.AveragePool, cell: Shape) -> None:
    """Each window meets a map of one cell; then it meets larger ones, seen from their start or from their end."""
    try:
        counts(pool, cell)
    except SpecError as why:
        raise _refusal(node, why.expected, f"{why.got}, on a map of one cell, {_cells(cell)}") from None


def _fits(source: Shape, ratio: tuple[Fraction, ...], result: Shape) -> bool:
    """Along each axis ``a`` places of the source become ``a*ratio``, a multiple of the cell of the result."""
    return all((a * r / b).denominator == 1 for a, r, b in zip(source, ratio, result, strict=True))


def _cells(phases: Shape) -> str:
    return f"cells of {' x '.join(map(str, phases))}"


def _refusal(node: Node, expected: str, got: str) -> NotSupported:
    asked = f"prove(network, any_size=True), node {node.title!r}"
    return NotSupported(asked, expected, got, "leave any_size out: prove it for the sizes that it has")
