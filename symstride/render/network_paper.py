"""A paper about a network as plain data: everything that its templates print, worked out from a finished proof.

As in ``paper``: formulas are printed from the kernel's own theorems, and nothing here can change what was proved.
What models have named goes into fields that the templates escape, never into running text as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from symstride.drawing.diagram import Diagram, diagram_of
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network
from symstride.network.grid.plan import Plan
from symstride.network.open_sizes import has_open_sizes
from symstride.network.operators import records as op
from symstride.network.subject import Group, NetworkSubject
from symstride.network.table import LayerTable
from symstride.network.words import operator_words, title_of, visible
from symstride.proof.kernel.rules import AXIOMS, RULES, Theorem
from symstride.proof.record import Proof
from symstride.proof.statements.request import LayerRequest
from symstride.render.abbreviations import abbreviations
from symstride.render.claims import Result, lemma_of
from symstride.render.glossary import (
    GlossaryEntry,
    Short,
    abbreviation_entries,
    definition_equations,
    names_entries,
    sign_entries,
)
from symstride.render.hypotheses import hypotheses_latex
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
from symstride.render.notation import BREAK, Notation
from symstride.render.paper import REPLAY, Seal
from symstride.render.prose import listed
from symstride.render.references import Reference, cited
from symstride.render.rest_words import drawn, rest_words
from symstride.render.tables import times
from symstride.version import __version__

SOURCES: Final = ("kong2017stride", "graham1994concrete", "vaidyanathan1993multirate", "harrison1996hollight")
"""For the question, for the brackets and sums, for phases, for the kernel's design."""

GHOSTS: Final = "arbitrary numbers, whatever stands on the ghosts of an axis"


@dataclass(frozen=True, slots=True)
class PrintedClaim:
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
    """A claim about what is computed place by place: in words, what z is, and the statement about its phases.

    ``claim`` is its name in the certificate.
    """

    words: str
    made: str
    statement: str
    claim: str


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
    Without a ``diagram``, which would have too many boxes, ``caption`` says so.
    """

    scope: str
    name: str
    subtitle: str
    abstract: tuple[str, ...]
    theorem: str
    provisos: tuple[str, ...]
    diagram: Diagram | None
    caption: str
    invariant: tuple[str, ...]
    claims: tuple[PrintedClaim, ...]
    others: str
    places: tuple[PlaceClaim, ...]
    edges: tuple[EdgeRow, ...]
    ghosts: str
    lemmas: tuple[Result, ...]
    groups: tuple[GroupRow, ...]
    joined: tuple[str, ...]
    symbols: tuple[GlossaryEntry, ...]
    conventions: tuple[str, ...]
    forms: tuple[FormRow, ...]
    costs: tuple[CostRow, ...]
    totals: tuple[TotalRow, ...]
    extent: str
    remarks: tuple[str, ...]
    seal: Seal
    digests: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    version: str


def network_paper(proof: Proof, digest: str, steps: int) -> NetworkPaper:
    """The paper about a proved network; ``digest`` and ``steps`` are those of its certificate."""
    subject = proof.subject
    if not isinstance(subject, NetworkSubject):
        raise TypeError(f"no network: {subject.title}")
    network, plan = subject.known_network, subject.plan
    diagram = _diagram(network if subject.kept is None else drawn(subject), plan)
    claims, notations = _claims(proof, subject)
    table = subject.table
    edges = edge_rows(network, plan) if plan is not None else ()
    seal = Seal(digest, steps, len(proof.claims), REPLAY, len(RULES), len(AXIOMS))
    paper = NetworkPaper(
        scope=subject.scope,
        name=visible(subject.name),
        subtitle=_subtitle(subject),
        abstract=tuple(_abstract(subject, table.masks)),
        theorem=_theorem(subject) if diagram is not None else _theorem(subject).replace(FIGURE, ""),
        provisos=tuple(_provisos(subject)),
        diagram=diagram,
        caption=_caption(subject, diagram) if diagram is not None else _NOT_DRAWN,
        invariant=_INVARIANT if plan is not None else _BY_LAYER,
        claims=claims,
        others=_others(proof, subject),
        places=tuple(_places(proof, subject)),
        edges=edges,
        ghosts=_GHOST_WORDS if plan is not None else "",
        lemmas=_lemmas(proof, edges, notations[0]),
        groups=tuple(_groups(proof, subject)) if plan is None else (),
        joined=_JOINED if plan is not None else _JOINED_BY_LAYER,
        symbols=names_entries(notations, {name: GHOSTS for made in notations for name in _ghost_names(made)}),
        conventions=_conventions(notations),
        forms=form_rows(table, network),
        costs=cost_rows(table),
        totals=total_rows(table.totals),
        extent="the whole network",
        remarks=tuple(_remarks(table, network)),
        seal=seal,
        digests=tuple(_digests(subject)),
        references=cited(SOURCES),
        version=__version__,
    )
    if subject.kept is None:
        return paper
    return replace(paper, **rest_words(subject, subject.kept, paper))


# ------------------------------------------------------------------------------------------------ words


def _digests(subject: NetworkSubject) -> Iterator[tuple[str, str]]:
    """What the certificate knows of the two networks: words, and the digest."""
    if subject.source is not None:
        yield "The digest of $f$, of its nodes, sizes and weights but not of names, is", subject.source
    if subject.rewritten is not None:
        yield "Place by place and bit for bit $f$ was compared with the network $f'$ with the digest", subject.rewritten


def _subtitle(subject: NetworkSubject) -> str:
    network = subject.known_network
    whole = [f"${times(network.shapes[node.name])}$" for node in network.inputs]
    sizes = listed(whole if subject.plan is not None else [_shape(subject, node.name) for node in network.inputs])
    scope = "each strided layer by itself"
    if subject.plan is not None:
        most = max((g.phases for g in subject.plan.grids.values()), key=prod)
        scope = f"the whole network on one grid, up to ${times(most)}$ places to a cell"
        scope = scope if len(most) else "the whole network"
    return f"input {sizes}; {scope}"


def _abstract(subject: NetworkSubject, masks: int) -> Iterator[str]:
    network = subject.known_network
    strided = len(network.strided)
    has = f"${strided}$ {'have' if strided != 1 else 'has'} a stride or a dilation above 1"
    size = f"The network has ${len(network.nodes)}$ nodes, of which {has}. "
    same = "For every input and for all weights it computes the same as a network in which every layer has stride 1 "
    same += "and dilation 1"
    if subject.plan is None:
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
            f"one grid, and values are put together again at the end. {masked} "
            "is listed for every layer and axis, with its numbers."
        )
    yield (
        "The proof looks at no weight. Every formula below is printed from a theorem of a small proof kernel "
        f"({len(RULES)} rules, {len(AXIOMS)} axioms), and the certificate beside this paper lets anyone run the kernel "
        "again."
    )


def _theorem(subject: NetworkSubject) -> str:
    shape = [_shape(subject, node.name) for node in subject.known_network.inputs]
    one = len(shape) == 1
    inputs = f"input $x$ of shape {shape[0]}" if one else f"inputs $x$ of shapes {listed(shape)}"
    equal = "$f'(x) = f(x)$, place by place"
    how = (
        "in which each layer with a stride or dilation above 1 is replaced by its unit-stride form on phases of its "
        "own input"
        if subject.plan is None
        else "in which all layers run on phases and have stride 1 and dilation 1"
    )
    return (
        f"Let $f$ be the network{FIGURE} and $f'$ its rewriting, {how}; the weights of $f'$ are copies of those of "
        f"$f$ and structural zeros. For {'every' if one else 'all'} {inputs}, and for all weights and biases, {equal}, "
        f"at every {'value on the grid' if subject.any_size else 'output'}."
        f"{_CELLS if subject.any_size else ''}"
    )


FIGURE: Final = " of Figure 1"
"""What is left out where the drawing is not."""

_CELLS: Final = (
    " The numbers of cells $n_1, n_2, ...$ are arbitrary: one certificate covers all sizes that the step divides, and "
    "the sizes below are an example."
)


def _shape(subject: NetworkSubject, name: str) -> str:
    """The shape of an input: n cells along each axis where the claims hold for every n, N places where it is open."""
    channels, *size = subject.known_network.shapes[name]
    if open_axes := getattr(subject.known_network.node(name).operator, "open", ()):
        places = [f"N_{n}" if n in open_axes else f"{size}" for n, size in enumerate(size, 1)]
        return "$" + r" \times ".join([str(channels), *places]) + "$"
    if subject.plan is None or not subject.any_size:
        return f"${times((channels, *size))}$"
    letters = [f"n_{n + 1}" if len(size) > 1 else "n" for n in range(len(size))]
    cells = [f"{a} {n}" if a != 1 else n for a, n in zip(subject.plan.grids[name].phases, letters, strict=True)]
    return "$" + r" \times ".join([str(channels), *cells]) + "$"


def _provisos(subject: NetworkSubject) -> Iterator[str]:
    operators = [node.operator for node in subject.known_network.nodes]
    yield (
        "Sums and products are those of any commutative semiring, for example the reals, the integers, or the integers "
        "of a machine, which wrap."
    )
    if subject.known_network.defaults:
        yield (
            f"The model lists {len(subject.known_network.defaults)} of its arrays of numbers among its inputs, where "
            "others might be passed; the numbers of the model are meant."
        )
    if subject.known_network.unchecked:
        yield "Whether the network is what the model computes was not tried on numbers."
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
    yield (
        "Arithmetic is exact, and every value of $f$ is a number: of an input at which one is infinite or not a number "
        "nothing is said. In floating point the order of summation changes the last bits."
    )


def _diagram(network: Network, steps: Plan | None) -> Diagram | None:
    """The drawing, unless there would be too much in it."""
    try:
        return diagram_of(network, steps)
    except NotSupported:
        return None


_NOT_DRAWN: Final = "The network has too many nodes for a drawing."


def _caption(subject: NetworkSubject, diagram: Diagram) -> str:
    text = (
        "*Figure 1:* the network from its input to its output. A box is a layer with the maps behind it that work "
        "place by place; it says what the layer is in $f$, its name in the model, and the channels and places of its "
        "value. "
    )
    if subject.plan is not None:
        text += "Phases are those places that share a cell of the grid in $f'$, and give the colour. "
        text += "*Mask* stands where ghosts are set. " if any(edge.masked for edge in subject.plan.edges) else ""
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


def _remarks(table: LayerTable, network: Network) -> Iterator[str]:
    if has_open_sizes(network):
        yield "Where sizes are open, places, cells and products are those of an example."
    if table.totals.unit_multiply_adds:
        yield "Products with structural zeros and with padding are counted, as a plain implementation multiplies them."
    if any(row.kind not in READING for row in table.rows):
        yield "Numbers per channel, as in batch normalisation, are repeated for each phase; they count in the totals."
    if any(not row.unit_kernel and row.kind in READING for row in table.rows):
        yield "*Gathered:* each tap takes its channels from the phases, and the sum or the maximum goes over the taps."


def _conventions(notations: Sequence[Notation]) -> tuple[str, ...]:
    fixed = ("indices are integers, and a sum over an empty range is 0", "sizes and phases are given per axis")
    return (*fixed, *sign_entries(notations))


# ------------------------------------------------------------------------------------------------ claims


def _claims(proof: Proof, subject: NetworkSubject) -> tuple[tuple[PrintedClaim, ...], list[Notation]]:
    """The claims that are printed in full, one for each kind of layer, and the notation of each.

    Preferred are layers behind a mask, then strided ones without groups.
    """
    chosen: dict[bool, Group] = {}
    for group in sorted(subject.groups, key=lambda group: _plainness(subject, group)):
        chosen.setdefault(bool(group.request.transposed), group)
    made = [_claim(proof, subject, chosen[transposed]) for transposed in sorted(chosen)]
    return tuple(claim for claim, _ in made), [notation for _, notation in made] or [Notation()]


def _plainness(subject: NetworkSubject, group: Group) -> tuple[bool, ...]:
    """Sorts in front what shows most: masks, several phases, strides, no groups."""
    node = subject.known_network.node(group.nodes[0])
    phased = subject.plan is not None and subject.plan.grids[node.inputs[0]].has_phases
    plain = isinstance(node.operator, Conv | ConvTranspose) and node.operator.groups == 1
    strided = any(s != 1 for s in getattr(node.operator, "stride", ()))
    masked = isinstance(group.request, LayerRequest) and "masked" in group.request.reasons
    return (not masked, not phased, not plain, not strided)


def _claim(proof: Proof, subject: NetworkSubject, group: Group) -> tuple[PrintedClaim, Notation]:
    first, *others = group.nodes
    name = f"{first}: layer"
    theorem = proof.claims[name]
    shorts = abbreviations([theorem.concl])
    notation = GhostNotation([theorem.concl, *theorem.hyps], shorts, group.request.layer.ndim)
    statement = _statement(theorem, notation)
    where = (*definition_equations(notation), *notation.arrays.values(), *notation.extended.values())
    node = subject.known_network.node(first)
    return PrintedClaim(
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


def _others(proof: Proof, subject: NetworkSubject) -> str:
    layers, groups = sum(len(group.nodes) for group in subject.groups), len(subject.groups)
    besides = "that an entry of its bank is one weight or a structural zero, and its output sizes"
    total = f"${len(proof.claims)}$ claims in all"
    if layers == 1:
        return f"Beside this claim the certificate has, for the layer, {besides}: {total}."
    grouped = "one group" if groups == 1 else f"${groups}$ groups"
    return (
        f"The certificate has such claims for ${layers}$ layers in {grouped} of equal numbers, and beside them, for "
        f"each group, {besides}: {total}."
    )


def _places(proof: Proof, subject: NetworkSubject) -> Iterator[PlaceClaim]:
    """The claims about what is computed place by place, for the largest number of axes."""
    d = max(subject.axes, default=0)
    prefix = "1 axis, " if d == 1 else f"{d} axes, "
    for name, theorem in proof.claims.items():
        if name.startswith(prefix):
            notation = PlaceNotation([theorem.concl])
            statement = _statement(theorem, notation)
            yield PlaceClaim(PLACE_WORDS[name.removeprefix(prefix)], notation.made, statement, name)


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
    "*Stepped over:* stride and dilation leave the ghosts out. *Clean:* the ghosts are right already. *Mask:* "
    r"the layer reads the value times $[a m + \rho < N]$, on all axes."
)

LEMMAS: Final = {"whole cells": "whole_cells", "not reached": "unread_tap", "mask": "masked_ghost"}
"""The lemma behind a reason."""


def _lemmas(proof: Proof, edges: Sequence[EdgeRow], notation: Notation) -> tuple[Result, ...]:
    """The lemmas behind the reasons that occur."""
    occurring = {row.reason for row in edges}
    names = [name for reason, name in LEMMAS.items() if reason in occurring]
    numbers = {name: n for n, name in enumerate(names, 1)}
    return tuple(lemma_of(name, notation, numbers, proof) for name in names)


def _groups(proof: Proof, subject: NetworkSubject) -> Iterator[GroupRow]:
    network = subject.known_network
    for group in subject.groups:
        names = [title_of(network.node(name)) for name in group.nodes]
        claims = sum(name.startswith(f"{group.nodes[0]}: ") for name in proof.claims)
        shown = names if len(names) <= 6 else names[:5]
        layer = operator_words(network.node(group.nodes[0]).operator)
        yield GroupRow(tuple(shown), len(names) - len(shown), layer, claims)
