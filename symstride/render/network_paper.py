"""A paper about a network as plain data: everything that its templates print, worked out from a finished record.

As in ``paper``: formulas are printed from the kernel's own theorems, and nothing here can change what was proved.
What models have named goes into fields that the templates escape, never into running text as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Final

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.record import NetworkRecord
from symstride.network.table import LayerTable
from symstride.proof.kernel.rules import AXIOMS, RULES, Theorem
from symstride.render.abbreviations import abbreviations
from symstride.render.claims import Result, lemma_of
from symstride.render.figures import palette_tex
from symstride.render.glossary import (
    Entry,
    Short,
    abbreviation_entries,
    definition_equations,
    names_entries,
    sign_entries,
)
from symstride.render.hypotheses import hypotheses_latex
from symstride.render.network_graph import Diagram, diagram_of
from symstride.render.network_notation import GhostNotation, PlaceNotation
from symstride.render.network_tables import (
    READING,
    CostRow,
    EdgeRow,
    FormRow,
    TotalRow,
    cost_rows,
    edge_rows,
    form_rows,
    total_rows,
)
from symstride.render.network_words import operator_words, title_of, visible
from symstride.render.notation import BREAK, Notation
from symstride.render.paper import REPLAY, Seal
from symstride.render.prose import listed
from symstride.render.references import Reference, cited
from symstride.render.tables import times
from symstride.version import __version__

SOURCES: Final = ("kong2017stride", "graham1994concrete", "vaidyanathan1993multirate", "harrison1996hollight")
"""For the question, for the brackets and sums, for phases, for the kernel's design."""

GHOSTS: Final = "arbitrary numbers, whatever stands on the ghosts of an axis"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the certificate in print.

    ``node`` is the layer that it is about and ``more`` how many others have the same; ``name`` is its name in the
    certificate.  ``arbitrary`` are the letters, in LaTeX, of what stands on ghosts; ``where`` has the definitions of
    what the statement mentions, LaTeX with marks.
    """

    words: str
    arbitrary: tuple[str, ...]
    node: str
    more: int
    name: str
    hypotheses: tuple[str, ...]
    statement: str
    where: tuple[str, ...]
    shorts: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class PlaceClaim:
    """A claim about what is computed place by place: in words, what z is, and the statement about its phases."""

    words: str
    made: str
    statement: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Layers with equal numbers, proved once: their names, how many more there are, the layer, the claims."""

    names: tuple[str, ...]
    more: int
    layer: str
    claims: int


@dataclass(frozen=True, slots=True)
class NetworkPaper:
    """Everything that is printed.

    Strings are running text (``prose``), but for ``scope``, ``name``, ``version`` and where a record says otherwise.
    """

    scope: str
    name: str
    subtitle: str
    abstract: tuple[str, ...]
    theorem: str
    provisos: tuple[str, ...]
    diagram: Diagram
    caption: str
    invariant: tuple[str, ...]
    claims: tuple[Claim, ...]
    others: str
    places: tuple[PlaceClaim, ...]
    edges: tuple[EdgeRow, ...]
    ghosts: str
    lemmas: tuple[Result, ...]
    groups: tuple[GroupRow, ...]
    joined: tuple[str, ...]
    symbols: tuple[Entry, ...]
    conventions: tuple[str, ...]
    forms: tuple[FormRow, ...]
    costs: tuple[CostRow, ...]
    totals: tuple[TotalRow, ...]
    remarks: tuple[str, ...]
    seal: Seal
    references: tuple[Reference, ...]
    palette: tuple[tuple[str, str], ...]
    version: str


def network_paper(record: NetworkRecord) -> NetworkPaper:
    """The paper about a proved network."""
    bare = record.network.without_weights()
    diagram = diagram_of(bare, record.plan)
    claims, notation = _claims(record)
    table = record.table
    edges = edge_rows(bare, record.plan) if record.plan is not None else ()
    seal = Seal(record.replay.digest, record.replay.steps, len(record.claims), REPLAY, len(RULES), len(AXIOMS))
    return NetworkPaper(
        scope=record.scope,
        name=visible(record.name),
        subtitle=_subtitle(record),
        abstract=tuple(_abstract(record, table.masks)),
        theorem=_theorem(record),
        provisos=tuple(_provisos(record)),
        diagram=diagram,
        caption=_caption(record, diagram),
        invariant=_INVARIANT if record.plan is not None else _BY_LAYER,
        claims=claims,
        others=_others(record),
        places=tuple(_places(record)),
        edges=edges,
        ghosts=_GHOST_WORDS if record.plan is not None else "",
        lemmas=_lemmas(edges, notation),
        groups=tuple(_groups(record)) if record.plan is None else (),
        joined=_JOINED if record.plan is not None else _JOINED_BY_LAYER,
        symbols=names_entries(notation, dict.fromkeys(_ghost_names(notation), GHOSTS)),
        conventions=_conventions(notation),
        forms=form_rows(table, bare),
        costs=cost_rows(table),
        totals=total_rows(table.totals),
        remarks=tuple(_remarks(table)),
        seal=seal,
        references=cited(SOURCES),
        palette=tuple(palette_tex()),
        version=__version__,
    )


# ------------------------------------------------------------------------------------------------ words


def _subtitle(record: NetworkRecord) -> str:
    sizes = listed([f"${times(record.network.shapes[node.name])}$" for node in record.network.inputs])
    scope = "each strided layer by itself"
    if record.plan is not None:
        most = max((g.phases for g in record.plan.grids.values()), key=prod)
        scope = f"the whole network on one grid, up to ${times(most)}$ places to a cell"
        scope = scope if len(most) else "the whole network"
    return f"input {sizes}; {scope}"


def _abstract(record: NetworkRecord, masks: int) -> Iterator[str]:
    network = record.network
    strided = len(network.strided)
    has = f"${strided}$ {'have' if strided != 1 else 'has'} a stride or a dilation above 1"
    size = f"The network has ${len(network.nodes)}$ nodes, of which {has}. "
    same = "For every input and for all weights it computes the same as a network in which every layer has stride 1 "
    same += "and dilation 1"
    if record.plan is None:
        yield (
            f"{size}{same} @kong2017stride@: each of these layers by itself goes to phases, becomes a layer of stride "
            "1 there, and comes back. All other layers stay as they are."
        )
    else:
        masked = "No mask is needed; why no ghost does harm"
        if masks:
            said = "$1$ mask sets" if masks == 1 else f"${masks}$ masks set"
            masked = f"{said} ghosts to a fixed number; why no other does harm"
        yield (
            f"{size}{same} @kong2017stride@: the input is sorted into phases once, every layer then runs on phases of "
            f"one coarse grid, and values are put together again at the end. {masked} "
            "is listed for every layer and axis, with its numbers."
        )
    yield (
        "No weight was looked at. Every formula below is printed from a theorem of a small proof kernel "
        f"({len(RULES)} rules, {len(AXIOMS)} axioms), and the certificate beside this paper lets anyone run the kernel "
        "again."
    )


def _theorem(record: NetworkRecord) -> str:
    shape = [_shape(record, node.name) for node in record.network.inputs]
    one = len(shape) == 1
    inputs = f"input $x$ of shape {shape[0]}" if one else f"inputs $x$ of shapes {listed(shape)}"
    equal = "$f'(x) = f(x)$, place by place"
    how = (
        "in which each layer with a stride or dilation above 1 is replaced by its unit-stride form on phases of its "
        "own input"
        if record.plan is None
        else "in which all layers run on phases and have stride 1 and dilation 1"
    )
    return (
        f"Let $f$ be the network of Figure 1 and $f'$ its rewriting, {how}; the weights of $f'$ are copies of those of "
        f"$f$ and structural zeros. For {'every' if one else 'all'} {inputs}, and for all weights and biases, {equal}, "
        f"at every {'value on the grid' if _any_size(record) else 'output'}."
        f"{_CELLS if _any_size(record) else ''}"
    )


_CELLS: Final = (
    " The numbers of cells $n_1, n_2, ...$ are arbitrary: one certificate covers all sizes that the step divides, and "
    "the sizes below are an example."
)


def _any_size(record: NetworkRecord) -> bool:
    return record.about.get("sizes") == "multiples"


def _shape(record: NetworkRecord, name: str) -> str:
    """The shape of an input; with n cells along each axis where the claims hold for every n."""
    channels, *size = record.network.shapes[name]
    if record.plan is None or not _any_size(record):
        return f"${times((channels, *size))}$"
    letters = [f"n_{n + 1}" if len(size) > 1 else "n" for n in range(len(size))]
    cells = [f"{a} {n}" if a != 1 else n for a, n in zip(record.plan.grids[name].phases, letters, strict=True)]
    return "$" + r" \times ".join([str(channels), *cells]) + "$"


def _provisos(record: NetworkRecord) -> Iterator[str]:
    operators = [node.operator for node in record.network.nodes]
    yield (
        "Sums and products are those of any commutative semiring, for example the reals, the integers, or the integers "
        "of a machine, which wrap."
    )
    if any(isinstance(operator, op.MaxPool) for operator in operators):
        yield (
            "A max-pool is a layer with weights 1 and one group for each channel over (max, +), the semiring whose "
            "sum is the maximum and whose zero, the fill of padding and ghosts, is minus infinity."
        )
    if any(isinstance(operator, op.AveragePool) for operator in operators):
        yield "An average is the sum over its window; both networks then divide by the same counts."
    yield (
        "Maps of one number, such as activations, and maps across the channels of one place may be any functions, the "
        "same in both networks; layers that read whole values are the same in both."
    )
    yield "Arithmetic is exact; in floating point the order of summation changes the last bits."


def _caption(record: NetworkRecord, diagram: Diagram) -> str:
    text = (
        "*Figure 1:* the network from its input to its output. A box is a layer with the maps behind it that work "
        "place by place; it says what the layer is in $f$, its name in the model, and the channels and places of its "
        "value. "
    )
    if record.plan is not None:
        text += "Phases are those places that share a cell of the coarse grid in $f'$, and give the colour. "
        text += "*Mask* stands where ghosts are set. " if any(edge.masked for edge in record.plan.edges) else ""
    if any(segment.times > 1 for segment in diagram.segments):
        text += "A dashed frame stands for as many equal parts as it says, under the names of the first. "
    return text + "A thick border marks the layers that $f'$ has in another form."


_INVARIANT: Final = (
    "The proof goes by induction along the network, from its input to its output. A value $v$ with $N$ places along an "
    r"axis of which $a$ share a cell stands on the grid in $n = \lceil N/a \rceil$ cells. Places $N \le t < a n$ of "
    "the last cell are its *ghosts*: $v$ has no such place, but the rewritten network computes something there.",
    r"*What is kept up:* in phase $\rho$ and cell $m$ the rewritten network has $v[c, a m + \rho]$ wherever "
    r"$0 \le a m + \rho < N$; on ghosts it may have anything. This holds of an input, which is sorted into phases with "
    "zeros for ghosts. That each node hands it on is what the claims of the certificate say.",
)

_BY_LAYER: Final = (
    "A layer with a stride or a dilation above 1 and the nodes that stand in its place are two ways to compute one "
    "value from the same input, and all other nodes are the same. So the networks are equal when each rewritten layer "
    "is, and layers with equal numbers need one proof. Each claim speaks of all weights and all inputs.",
)

_JOINED: Final = (
    "*What the kernel does not see.* A claim is about one layer, for all inputs and all ghosts, so that it may be used "
    "wherever the value in front is in phases; between one claim and the next stands no more than that both speak of "
    "the same tensor. That the claims are those of this network, each node once, with its numbers, phases and reasons, "
    "is what `symstride.replay(certificate, network)` compares.",
)

_JOINED_BY_LAYER: Final = (
    "*What the kernel does not see.* Putting equals for equals, layer by layer, is left to the reader. That the claims "
    "are those of this network, each strided node once with its numbers, is what "
    "`symstride.replay(certificate, network)` compares.",
)


def _remarks(table: LayerTable) -> Iterator[str]:
    yield "Products with structural zeros and with padding are counted, as a plain implementation multiplies them."
    if any(row.kind not in READING for row in table.rows):
        yield "Numbers per channel, as in batch normalisation, are repeated for each phase; they count in the totals."
    if any(not row.unit_kernel and row.kind in READING for row in table.rows):
        yield "*Gathered:* each tap takes its channels from the phases, and the sum or the maximum goes over the taps."


def _conventions(notation: Notation) -> tuple[str, ...]:
    fixed = ("indices are integers, and a sum over an empty range is 0", "sizes and phases are given per axis")
    return (*fixed, *sign_entries(notation))


# ------------------------------------------------------------------------------------------------ claims


def _claims(record: NetworkRecord) -> tuple[tuple[Claim, ...], Notation]:
    """The claims that are printed in full, one for each kind of layer, and a notation that has seen all their letters.

    Preferred are layers behind a mask, then strided ones without groups.
    """
    chosen: dict[str, Mapping[str, Any]] = {}
    for data in sorted(record.about["groups"], key=lambda data: _plainness(record, data)):
        chosen.setdefault(_kind(record, record.network.node(data["nodes"][0])), data)
    notation: Notation | None = None
    claims = []
    for kind in sorted(chosen, key=KINDS.index):
        claim, seen = _claim(record, kind, chosen[kind])
        claims.append(claim)
        notation = notation or seen
        notation.seen.update(seen.seen)
    return tuple(claims), notation or Notation()


KINDS: Final = ("layer", "transposed", "maximum")
"""Kinds of layers whose claims differ; pools on the grid are layers with groups."""


def _kind(record: NetworkRecord, node: Node) -> str:
    if isinstance(node.operator, ConvTranspose):
        return "transposed"
    return "maximum" if isinstance(node.operator, op.MaxPool) and record.plan is None else "layer"


def _plainness(record: NetworkRecord, data: Mapping[str, Any]) -> tuple[bool, ...]:
    """Sorts in front what shows most: masks, several phases, strides, no groups."""
    node = record.network.node(data["nodes"][0])
    masked = record.plan is not None and record.plan.edge(node.name).masked
    coarse = record.plan is not None and record.plan.grids[node.inputs[0]].is_coarse
    plain = isinstance(node.operator, Conv | ConvTranspose) and node.operator.groups == 1
    strided = any(s != 1 for s in getattr(node.operator, "stride", ()))
    return (not masked, not coarse, not plain, not strided)


def _claim(record: NetworkRecord, kind: str, data: Mapping[str, Any]) -> tuple[Claim, Notation]:
    first, *others = data["nodes"]
    prefix = f"{first}: "
    names = [name for name in record.claims if name.startswith(prefix)]
    wanted = {"transposed": "transposed", "maximum": "pooling"}.get(kind, "")
    name = next((n for n in names if n == prefix + wanted), names[0])
    theorem = record.claims[name]
    notation = GhostNotation([theorem.concl, *theorem.hyps], abbreviations([theorem.concl]))
    statement = _statement(theorem, notation)
    where = (*definition_equations(notation), *notation.arrays.values(), *notation.extended.values())
    node = record.network.node(first)
    return Claim(
        words=operator_words(node.operator),
        arbitrary=tuple(notation.spell(ghost) for ghost in _ghost_names(notation)),
        node=title_of(node),
        more=len(others),
        name=visible(name),
        hypotheses=hypotheses_latex(theorem.hyps, notation),
        statement=statement,
        where=where,
        shorts=abbreviation_entries(notation),
    ), notation


def _statement(theorem: Theorem, notation: Notation) -> str:
    left, right = (notation(side) for side in theorem.concl.args)
    return f"{left} = {BREAK}{right}"


def _ghost_names(notation: Notation) -> list[str]:
    return [name for name in notation.seen if name.rstrip("0123456789") == "g"]


def _others(record: NetworkRecord) -> str:
    groups = record.about["groups"]
    layers = sum(len(data["nodes"]) for data in groups)
    return (
        f"The certificate has such claims for ${layers}$ layers in ${len(groups)}$ groups of equal numbers, and beside "
        "them, for each group, that an entry of its bank is one weight or a structural zero, and its output sizes: "
        f"${len(record.claims)}$ claims in all."
    )


def _places(record: NetworkRecord) -> Iterator[PlaceClaim]:
    """The claims about what is computed place by place, for the largest number of axes."""
    if record.plan is None or not record.about["axes"]:
        return
    d = max(record.about["axes"])
    prefix = "1 axis, " if d == 1 else f"{d} axes, "
    for name, theorem in record.claims.items():
        if name.startswith(prefix):
            notation = PlaceNotation([theorem.concl])
            statement = _statement(theorem, notation)
            yield PlaceClaim(PLACE_WORDS[name.removeprefix(prefix)], notation.made, statement)


PLACE_WORDS: Final[Mapping[str, str]] = {
    "a map of one number": "A map of one number",
    "numbers per channel": "Numbers per channel, as in batch normalisation",
    "sums": "Sums of two values, over (max, +) their maxima",
    "products": "Products of two values",
    "linear maps of channels": "Linear maps of the channels; permutations, slices, concatenation",
    "back to places": "Back to places",
}
"""What is computed place by place, by the name of its claim."""


# ------------------------------------------------------------------------------------------------ ghosts and groups


_GHOST_WORDS: Final = (
    "Why the ghosts of what a layer reads do no harm is decided for each axis, and each claim has its reason built "
    "in. *Whole cells:* $a n = N$, so there are no ghosts. *Not reached:* the last place that an output reads, "
    r"$s (M - 1) + \delta (k - 1) - p$ for $M$ outputs, comes before $N$; for a transposed layer, $M \le s N - p$. "
    "*Stepped over:* stride and dilation leave the ghosts out. *Hold the fill:* the ghosts are right already. *Mask:* "
    r"the layer reads the value times $[a m + \rho < N]$, on all axes."
)

LEMMAS: Final = {"whole cells": "whole_cells", "not reached": "unread_tap", "mask": "masked_ghost"}
"""The lemma behind a reason."""


def _lemmas(edges: Sequence[EdgeRow], notation: Notation) -> tuple[Result, ...]:
    """The lemmas behind the reasons that occur."""
    occurring = {row.reason for row in edges}
    names = [name for reason, name in LEMMAS.items() if reason in occurring]
    return tuple(lemma_of(name, n, notation) for n, name in enumerate(names, 1))


def _groups(record: NetworkRecord) -> Iterator[GroupRow]:
    network: Network = record.network
    for data in record.about["groups"]:
        names = [title_of(network.node(name)) for name in data["nodes"]]
        claims = sum(name.startswith(f"{data['nodes'][0]}: ") for name in record.claims)
        shown = names if len(names) <= 6 else names[:5]
        layer = operator_words(network.node(data["nodes"][0]).operator)
        yield GroupRow(tuple(shown), len(names) - len(shown), layer, claims)
