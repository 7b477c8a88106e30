"""Are the masks of a network on its grid the right ones?  Found from its nodes, whoever put them there.

The rewritten network is read again: which layer is fed through which mask, if any.  Then what is known about ghosts
(``ghosts``) goes through it with the masks as they are.  A mask is *missing* where an output that counts still reads a
ghost that may be wrong, or a layer multiplies one that may be infinite.  A mask is *needed* when that happens
somewhere without it, all other masks staying.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from symstride.errors import SpecError
from symstride.network.graph import Network, Node
from symstride.network.grid import ghosts as known
from symstride.network.grid.ghosts import Ghosts
from symstride.network.grid.grid import WINDOWED
from symstride.network.grid.plan import Edge, Plan, behind, edge_into, followed, plan
from symstride.network.operators import records as op
from symstride.network.operators.magnitudes import overflowing
from symstride.network.operators.records import Fill
from symstride.network.rewriting.on_grid import ORDER, names_of


def ghosts_of(network: Network, made: Plan) -> dict[str, Ghosts]:
    """What is known about the ghosts of each value on the grid, with the masks of the plan in their places."""
    changed = [network.node(name) for name in made.rewritten]
    return followed(made.grids, changed, made.entries, overflowing(network))[1]


@dataclass(frozen=True, slots=True)
class MaskVerdict:
    """One mask of the rewritten network: the value that it masks, and whether anything is wrong without it."""

    mask: str
    value: str
    fill: Fill
    needed: bool


@dataclass(frozen=True, slots=True)
class MaskReport:
    """``missing`` are the edges on which a mask is needed and none stands."""

    masks: tuple[MaskVerdict, ...]
    missing: tuple[Edge, ...]

    @property
    def exact(self) -> bool:
        """Whether every mask is needed and none is missing."""
        return not self.missing and all(mask.needed for mask in self.masks)


def masks_needed(network: Network, flat: Network) -> MaskReport:
    """The masks of ``flat``, which was made from ``network`` by ``unstride(scope="network")`` and maybe edited since.

    Refuses a network that is no such rewriting, and a mask that stands on anything but a value in phases.
    """
    reading = _Reading.of(network, flat)
    wrong = _wrong(reading)
    verdicts = []
    for name, mask in reading.masks.items():
        without = _wrong(reading.without(name))
        needed = {edge.consumer for edge in without} != {edge.consumer for edge in wrong}
        verdicts.append(MaskVerdict(name, reading.value_behind(name), mask.fill, needed))
    return MaskReport(tuple(verdicts), wrong)


def without_mask(flat: Network, name: str) -> Network:
    """The network without that node: its readers read what it masked."""
    mask = flat.node(name)
    if not isinstance(mask.operator, op.Mask):
        got = type(mask.operator).__name__
        raise SpecError("without_mask(name)", "the name of a Mask", got, "look at masks_needed(...).masks")
    (source,) = mask.inputs
    nodes = [n for n in flat.nodes if n.name != name]
    nodes = [replace(n, inputs=tuple(source if i == name else i for i in n.inputs)) for n in nodes]
    return replace(flat, nodes=tuple(nodes))


# ------------------------------------------------------------------------------------------------ reading the nodes


@dataclass(frozen=True, slots=True)
class _Reading:
    """``feeds`` has, for each rewritten layer, what feeds it: names of values of the network, or of masks."""

    network: Network
    plan: Plan
    feeds: Mapping[str, tuple[str, ...]]
    masks: Mapping[str, op.Mask]
    below: Mapping[str, str]

    @classmethod
    def of(cls, network: Network, flat: Network) -> _Reading:
        made = plan(network)
        value_of = {name: value for value, name in names_of(network, made).items()}
        nodes = {node.name: node for node in flat.nodes}
        absent = [name for name in value_of if name not in nodes]
        if absent:
            hint = 'compare a network with its own unstride(scope="network")'
            raise SpecError("masks_needed(network, flat)", "every value of the network", f"no {absent[0]!r}", hint)
        inserted = {n.name: n for n in flat.nodes if isinstance(n.operator, op.Mask) and n.name not in network.shapes}
        masks = {name: _fitting(node, value_of, inserted, made) for name, node in inserted.items()}
        ends = {**value_of, **{name: name for name in inserted}}
        name_of = {value: name for name, value in value_of.items()}
        feeds = {value: _ends(nodes[name_of[value]], nodes, ends) for value in made.rewritten}
        below = {name: ends[node.inputs[0]] for name, node in inserted.items()}
        return cls(network, made, feeds, masks, below)

    def without(self, mask: str) -> _Reading:
        """The same, with whatever stood behind the mask in its place."""
        under = self.below[mask]
        feeds = {value: tuple(under if f == mask else f for f in row) for value, row in self.feeds.items()}
        below = {name: under if f == mask else f for name, f in self.below.items() if name != mask}
        return replace(self, feeds=feeds, below=below, masks={n: m for n, m in self.masks.items() if n != mask})

    def value_behind(self, name: str) -> str:
        """The value of the network that a mask, or a mask of a mask, was put on."""
        while name in self.below:
            name = self.below[name]
        return name


def _fitting(node: Node, value_of: Mapping[str, str], inserted: Mapping[str, Node], made: Plan) -> op.Mask:
    """The mask, when it stands on a value in phases, or on another mask, and masks just its ghosts."""
    mask, source = node.operator, node.inputs[0]
    asked, hint = f"masks_needed, node {node.title!r}", "put it between a value in phases and the layers that read it"
    while source in inserted:
        source = inserted[source].inputs[0]
    if source not in value_of or not isinstance(mask, op.Mask):
        raise SpecError(asked, "a mask of a value in phases", f"one of {source!r}", hint)
    grid = made.grids[value_of[source]]
    if (mask.cell, mask.size, mask.order) != (grid.phases, grid.size, ORDER):
        expected, got = f"cell {grid.phases} and size {grid.size}, {ORDER}", f"{mask}"
        raise SpecError(asked, expected, got, hint)
    return mask


def _ends(node: Node, nodes: Mapping[str, Node], ends: Mapping[str, str]) -> tuple[str, ...]:
    """What the nodes of one layer are fed with, each once, in the order of the inputs."""
    found: dict[str, None] = {}
    for name in node.inputs:
        found |= dict.fromkeys([ends[name]] if name in ends else _ends(nodes[name], nodes, ends))
    return tuple(found)


# ------------------------------------------------------------------------------------------------ going through it


def _wrong(reading: _Reading) -> tuple[Edge, ...]:
    """The edges on which what feeds the layer has ghosts that it must not meet."""
    where, rewritten, large = reading.plan.grids, set(reading.plan.rewritten), overflowing(reading.network)
    content: dict[str, Ghosts] = {name: known.dead(where[name], 0.0) for name in reading.plan.entries}
    wrong = []
    for node in reading.network.nodes:
        if node.name not in rewritten:
            content.setdefault(node.name, known.alive(where[node.name]))
            continue
        sources = _content(reading, content, reading.feeds[node.name])
        if isinstance(node.operator, WINDOWED):
            edge = edge_into(node, where, sources[0])
            wrong += [edge] if edge.masked else []
        content[node.name] = behind(node, where, sources, large)
    return tuple(wrong)


def _content(reading: _Reading, content: Mapping[str, Ghosts], feeds: Sequence[str]) -> list[Ghosts]:
    found = []
    for name in feeds:
        mask = reading.masks.get(name)
        grid = reading.plan.grids[reading.value_behind(name)]
        found.append(content[name] if mask is None else known.dead(grid, mask.fill))
    return found
