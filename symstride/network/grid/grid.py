"""On which grid each value of a network stands when the whole network moves to its grid.  Integers only.

A value ``v`` has a *scale* ``J_v`` per axis, its distance between neighbouring places, counted in places of some
first value:

    Conv, MaxPool, AveragePool of stride s:     J_out = J_in*s
    ConvTranspose of stride s:                  J_out = J_in/s
    what works place by place, Concat, Pad:     J_out = J_in, the same for all inputs

Values that these operators join are a *component*.  With ``S`` the least common multiple of the scales of a component,
``a_v = S/J_v`` phases of ``v`` share one cell of the grid, on which every operator then has stride 1:

    v/phases[c*A + tau, m] = v[c, a_v*m + tau]      0 <= tau < a_v,  0 <= m < n_v = ceil(N_v/a_v),  A = prod a_v

Places ``N_v <= a_v*m + tau < a_v*n_v`` of the last cell are *ghosts*: the value has no such place.

All other operators (global pools, reshaping, the tail, rearrangements that a network has already) read whole values
and start a component of their own.  Kong and Lucey, arXiv 1712.02502, section 3, is the case of a chain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import TypeAlias

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_GHOSTS, MAX_PHASES, check, check_product
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Shape

Scale: TypeAlias = tuple[Fraction, ...]
"""``J_v`` per axis."""

_HINT = 'the strides of this network make too fine a grid; remove them one by one with scope="layer"'


@dataclass(frozen=True, slots=True)
class Grid:
    """Where one value stands: ``size`` places ``N`` per axis, ``phases`` ``a`` of them in each cell."""

    value: str
    size: Shape
    phases: Shape
    component: int

    @property
    def cells(self) -> Shape:
        """``n = ceil(N/a)`` per axis."""
        return tuple(-(-n // a) for n, a in zip(self.size, self.phases, strict=True))

    @property
    def ghosts(self) -> tuple[range, ...]:
        """Per axis, the places ``N <= t < a*n`` that the last cell has too many."""
        rows = zip(self.size, self.phases, self.cells, strict=True)
        return tuple(range(size, a * n) for size, a, n in rows)

    @property
    def has_phases(self) -> bool:
        """Whether any axis has more than one phase: whether ``v/phases`` is another value than ``v``."""
        return any(a != 1 for a in self.phases)

    @property
    def has_ghosts(self) -> bool:
        """Whether on some axis ``a`` does not divide ``N``."""
        return any(self.ghosts)


BY_PLACE = (op.Affine, op.BatchNorm, op.PRelu, op.Pointwise, op.Pixelwise, op.Add, op.Multiply, op.Maximum, op.Divide,
            op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels)  # fmt: skip
"""What gives place ``t`` of its value from places ``t`` of its inputs alone."""

WINDOWED = (Conv, ConvTranspose, op.MaxPool, op.AveragePool, op.Pad)
"""What reads other places too, and so may read ghosts."""


def grids(network: Network) -> dict[str, Grid]:
    """The grid of every value, by name.  Refuses a node whose inputs cannot stand on one grid."""
    scales = _scales(network)
    found: dict[str, Grid] = {}
    for component, members in enumerate(_components(scales)):
        steps = [_common(column) for column in zip(*(scales[name][1] for name in members), strict=True)]
        for name in members:
            phases = tuple(int(whole / j) for whole, j in zip(steps, scales[name][1], strict=True))
            check_product(f"plan, node {name!r}", phases, MAX_PHASES, "phases in a cell of the grid", _HINT)
            found[name] = Grid(name, network.shapes[name][1:], phases, component)
    ghosts = sum(len(row) for grid in found.values() for row in grid.ghosts)
    check("plan", ghosts, MAX_GHOSTS, "ghosts in last cells, over all values", _HINT)
    return {node.name: found[node.name] for node in network.nodes}


def on_grid(node: Node) -> bool:
    """Whether the node's value stands on the grid of its inputs; other nodes read whole values."""
    if isinstance(node.operator, op.Divide) and node.operator.cell is not None:
        return False
    return bool(node.inputs) and isinstance(node.operator, (*BY_PLACE, *WINDOWED))


def step(operator: Operator) -> Scale | None:
    """``J_out/J_in`` per axis; None stands for 1 on all axes."""
    if isinstance(operator, Conv | op.MaxPool | op.AveragePool):
        return tuple(Fraction(int(s)) for s in operator.stride)
    if isinstance(operator, ConvTranspose):
        return tuple(Fraction(1, s) for s in operator.stride)
    return None


# ------------------------------------------------------------------------------------------------ scales


def _scales(network: Network) -> dict[str, tuple[str, Scale]]:
    """For each value, its component (named after its first value) and its scale there."""
    found: dict[str, tuple[str, Scale]] = {}
    members: dict[str, list[str]] = {}
    for node in network.nodes:
        axes = len(network.shapes[node.name]) - 1
        if not on_grid(node):
            found[node.name], members[node.name] = (node.name, (Fraction(1),) * axes), [node.name]
            continue
        first, *others = dict.fromkeys(node.inputs)
        for name in others:
            _join(found, members, node, first, name)
        component, scale = found[first]
        members[component].append(node.name)
        ratio = step(node.operator)
        found[node.name] = (component, scale if ratio is None else _times(scale, ratio))
    return found


def _join(
    found: dict[str, tuple[str, Scale]], members: dict[str, list[str]], node: Node, first: str, name: str
) -> None:
    """``first`` and ``name`` get equal scales in one component, the larger one of theirs; a contradiction is refused.

    ``members`` has the values of each component, so that the smaller one is what changes.
    """
    (here, scale), (there, other) = found[first], found[name]
    if here == there:
        if scale != other:
            hint = 'this network has no common grid; remove its strides with scope="layer"'
            got = f"{first!r} at {_shown(scale)}, {name!r} at {_shown(other)} places of {here!r}"
            raise NotSupported(f"plan, node {node.title!r}", "inputs of one scale", got, hint)
        return
    if len(members[here]) < len(members[there]):
        (here, scale), (there, other) = (there, other), (here, scale)
    ratio = tuple(a / b for a, b in zip(scale, other, strict=True))
    moved = members.pop(there)
    members[here] += moved
    for value in moved:
        found[value] = (here, _times(found[value][1], ratio))


def _times(scale: Scale, ratio: Scale) -> Scale:
    return tuple(a * b for a, b in zip(scale, ratio, strict=True))


def _shown(scale: Scale) -> str:
    return " x ".join(map(str, scale)) or "1"


def _components(scales: Mapping[str, tuple[str, Scale]]) -> list[list[str]]:
    members: dict[str, list[str]] = {}
    for name, (component, _) in scales.items():
        members.setdefault(component, []).append(name)
    return list(members.values())


def _common(scales: tuple[Fraction, ...]) -> Fraction:
    """The least number that is a multiple of each: ``lcm`` of numerators over ``gcd`` of denominators."""
    over = reduce(lcm, (j.numerator for j in scales))
    under = reduce(gcd, (j.denominator for j in scales))
    return Fraction(over, under)
