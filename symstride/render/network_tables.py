"""The tables of a paper about a network: why ghosts do no harm, what each layer becomes, and what it costs.

Rows with equal contents stand once, with the names of all their layers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from symstride.network.graph import Network
from symstride.network.grid.plan import AxisEdge, Edge, Plan
from symstride.network.operators.records import Fill
from symstride.network.table import Amounts, LayerRow, LayerTable
from symstride.network.words import operator_words, title_of, visible
from symstride.render.tables import count, times

MOST_NAMES: Final = 6
"""A row with more layers names the first ones and counts the rest."""
MOST_IN_ROW: Final = 3
"""The same for tables with many columns."""
AXES: Final = ("", "the axis", "both axes", "all three axes")
"""All axes of a map with so many."""


class Named(Protocol):
    """A row that is about layers."""

    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def more(self) -> int: ...


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """Why the ghosts that some layers read along some axes do no harm.

    ``names`` are layers, ``more`` how many beside.  ``sizes`` is LaTeX, ``reason`` a word, ``fact`` running text.
    """

    names: tuple[str, ...]
    more: int
    axes: str
    sizes: str
    reason: str
    fact: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """What some layers are before and after: plain words for the layer, LaTeX for all else."""

    names: tuple[str, ...]
    more: int
    layer: str
    channels: str
    places: str
    phases: str
    kernel: str
    unit_channels: str
    cells: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """Numbers of some layers, each LaTeX."""

    names: tuple[str, ...]
    more: int
    parameters: str
    copies: str
    zeros: str
    work: str
    unit_work: str


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A number of the whole network before and after, and by how much it grows: words and LaTeX."""

    what: str
    before: str
    after: str
    factor: str


Key = TypeVar("Key")


def _together(pairs: Iterable[tuple[str, Key]], most: int) -> Iterator[tuple[tuple[str, ...], int, Key]]:
    """Names with equal contents: the first few, how many more, the contents."""
    groups: dict[Key, list[str]] = {}
    for name, contents in pairs:
        groups.setdefault(contents, []).append(name)
    for contents, names in groups.items():
        shown = names if len(names) <= most else names[: most - 1]
        yield tuple(shown), len(names) - len(shown), contents


# ------------------------------------------------------------------------------------------------ edges


def edge_rows(network: Network, steps: Plan) -> tuple[EdgeRow, ...]:
    """One row for each distinct fact about an axis of a layer that reads windows."""
    pairs = [
        (title_of(network.node(edge.consumer)), (axes, *_edge_texts(edge, axis)))
        for edge in steps.edges
        for axes, axis in _distinct(edge)
    ]
    return tuple(EdgeRow(names, more, *texts) for names, more, texts in _together(pairs, MOST_NAMES))


def _distinct(edge: Edge) -> Iterator[tuple[str, AxisEdge]]:
    """Each different axis of an edge, with words for the axes that are like it."""
    groups: dict[AxisEdge, list[int]] = {}
    for n, axis in enumerate(edge.axes, 1):
        groups.setdefault(axis, []).append(n)
    for axis, numbers in groups.items():
        together = len(numbers) == len(edge.axes) < len(AXES)
        yield AXES[len(numbers)] if together else f"axis {', '.join(map(str, numbers))}", axis


def _edge_texts(edge: Edge, axis: AxisEdge) -> tuple[str, str, str]:
    """N and the phases, the reason, the fact."""
    reason = "mask" if edge.infinite and axis.decision != "masked" and axis.phases != 1 else WORDS[axis.decision]
    sizes = rf"{{N = {count(axis.size)}}}, \; {axis.phases} \text{{ {'phase' if axis.phases == 1 else 'phases'}}}"
    return sizes, reason, _fact(edge, axis)


WORDS: Final[Mapping[str, str]] = {
    "whole": "whole cells",
    "unread": "not reached",
    "gaps": "stepped over",
    "clean": "clean",
    "masked": "mask",
}
"""The reasons, for the decisions of a plan."""


def _fact(edge: Edge, axis: AxisEdge) -> str:
    match axis.decision:
        case "whole":
            said = rf"${axis.phases} \cdot {count(axis.cells)} = {count(axis.size)}$"
        case "unread":
            said = _reach(axis)
        case "gaps":
            reach, ghosts = count(axis.window.reach(axis.outputs)), range(axis.size, axis.phases * axis.cells)
            said = f"outputs read as far as place ${reach}$, but none reads {_ghosts(ghosts)}"
        case "clean":
            said = f"outputs read {_ghosts(axis.read)}, where the way into phases has put {_fill(edge.fill)}"
        case "masked":
            return f"outputs read {_ghosts(axis.read)}; the mask sets ghosts to {_fill(edge.fill)}"
    infinite = "; a mask keeps infinite numbers from structural zeros" if edge.infinite and axis.phases != 1 else ""
    return said + infinite


def _reach(axis: AxisEdge) -> str:
    """The last place that is read lies in the map: the inequality of the claim, at its numbers."""
    w, M, N = axis.window, axis.outputs, axis.size
    if w.transposed:
        return rf"${count(M)} \le {w.stride} \cdot {count(N)} {_minus(w.low)}$"
    left = rf"{w.stride} \cdot {count(M - 1)} + {w.dilation} \cdot {w.kernel - 1} {_minus(w.low)}"
    return rf"${left} = {count(w.reach(M))} < {count(N)}$"


def _minus(number: int) -> str:
    return f"- {number}" if number >= 0 else f"+ {-number}"


def _ghosts(ghosts: Sequence[int]) -> str:
    return f"the ghost{'s' * (len(ghosts) > 1)} {_numbers(ghosts)}"


def _numbers(places: Sequence[int]) -> str:
    """12, 13 or 12 to 15, or all of a list with gaps."""
    first, last = places[0], places[-1]
    if len(places) > 2 and list(places) == list(range(first, last + 1)):
        return f"${count(first)}$ to ${count(last)}$"
    return ", ".join(f"${count(t)}$" for t in places)


def _fill(fill: Fill) -> str:
    return "the lowest number" if fill == "lowest" else f"${fill:g}$"


# ------------------------------------------------------------------------------------------------ layers


READING: Final = ("Conv", "ConvTranspose", "MaxPool", "AveragePool", "Pad")
"""Kinds of layers that read windows; what works place by place keeps its form."""


def form_rows(table: LayerTable, network: Network) -> tuple[FormRow, ...]:
    """What each layer that changes becomes."""
    nodes = iter(network.nodes)
    words = [next(operator_words(node.operator) for node in nodes if node.title == row.name) for row in table.rows]
    rows = [(row, layer) for row, layer in zip(table.rows, words, strict=True) if row.kind in READING]
    pairs = [(visible(row.name), _form(row, layer)) for row, layer in rows]
    return tuple(FormRow(names, more, *texts) for names, more, texts in _together(pairs, MOST_IN_ROW))


def _form(row: LayerRow, layer: str) -> tuple[str, ...]:
    cells = [_cells(row.size, row.phases), _cells(row.output_size, row.output_phases)]
    return (
        layer,
        _arrow(*map(count, row.channels)),
        _arrow(times(row.size), times(row.output_size)),
        _arrow(*(times(phases) for phases in (row.phases, row.output_phases))),
        times(row.unit_kernel) if row.unit_kernel else r"\text{gathered}",
        _arrow(*map(count, row.unit_channels)),
        _arrow(*map(times, cells)),
    )


def _cells(size: Sequence[int], phases: Sequence[int]) -> list[int]:
    return [-(-n // a) for n, a in zip(size, phases, strict=True)]


def _arrow(before: str, after: str) -> str:
    return before if before == after else rf"{before} \to {after}"


def cost_rows(table: LayerTable) -> tuple[CostRow, ...]:
    """Parameters and work of each layer that changes and has any; what works place by place is in the totals only."""
    rows = [row for row in table.rows if row.amounts.copies and row.kind in READING]
    pairs = [(visible(row.name), _cost(row.amounts)) for row in rows]
    return tuple(CostRow(names, more, *texts) for names, more, texts in _together(pairs, MOST_IN_ROW))


def _cost(amounts: Amounts) -> tuple[str, ...]:
    entries = amounts.copies + amounts.zeros
    share = f"{100 * amounts.zeros / entries:.1f}".removesuffix(".0")
    zeros = rf"{count(amounts.zeros)} \; ({share}\,\%)" if amounts.zeros else "0"
    work = count(amounts.multiply_adds), count(amounts.unit_multiply_adds)
    return (count(amounts.parameters), count(amounts.copies), zeros, *work)


def total_rows(totals: Amounts) -> tuple[TotalRow, ...]:
    """The whole network before and after; nothing of a network that has neither weights nor products."""
    if not any((totals.copies, totals.zeros, totals.parameters, totals.unit_multiply_adds)):
        return ()
    entries = totals.copies + totals.zeros
    rows = [
        ("numbers stored", totals.parameters, entries),
        ("of them copies of parameters", totals.parameters, totals.copies),
        ("structural zeros", 0, totals.zeros),
        ("multiply-adds", totals.multiply_adds, totals.unit_multiply_adds),
        ("bytes of parameters", totals.bytes, totals.unit_bytes),
    ]
    return tuple(TotalRow(what, count(a), count(b), _factor(a, b)) for what, a, b in rows)


def _factor(before: int, after: int) -> str:
    """How many times as much, to three digits."""
    if not before or before == after:
        return ""
    ratio = after / before
    figure = f"{ratio:,.0f}".replace(",", r"\,") if ratio >= 100 else f"{ratio:.3g}"
    return rf"\times \, {figure}"
