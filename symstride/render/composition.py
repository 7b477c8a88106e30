"""What a paper has and in which order: from the facts of a ``Paper`` or a ``NetworkPaper`` to a document of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from symstride.network.words import shortened
from symstride.render.claims import Family, Result
from symstride.render.document import (
    Block,
    Column,
    Definitions,
    Document,
    Grids,
    Items,
    Literal,
    Matrices,
    ModelNames,
    Picture,
    ProofChain,
    Prose,
    Section,
    Statement,
    Symbols,
    Table,
)
from symstride.render.glossary import Short
from symstride.render.network_paper import GroupRow, NetworkPaper, PlaceClaim, PrintedClaim
from symstride.render.network_tables import CostRow, EdgeRow, FormRow, TotalRow
from symstride.render.paper import Checks, Paper, Seal
from symstride.render.prose import Span, listed, quote, spans
from symstride.render.tables import SizeRow


def document_of(paper: Paper | NetworkPaper) -> Document:
    """The document that prints these facts."""
    return _network(paper) if isinstance(paper, NetworkPaper) else _layer(paper)


# ------------------------------------------------------------------------------------------------ layers and theorems


def _layer(paper: Paper) -> Document:
    main, *others = paper.results
    first = [lemma for lemma in paper.lemmas if lemma.number in _cited(main, paper.lemmas)]
    proof = (*chain.from_iterable(map(_lemma, first)), *_chain(main))
    told = _told(paper.checks) if paper.bank is None else ""
    sections = [
        Section("setting", "Setting", tuple(_setting(paper))),
        Section("theorem", "Theorem", tuple(_theorem(paper))),
        Section("proof", "Proof", proof),
        Section("further", "Further propositions", tuple(_further(paper, others))),
        Section("sizes", "Sizes and cost", tuple(_sizes(paper))),
        Section("bank", "The expanded bank", tuple(_bank(paper))),
        Section("checks", "Checks on numbers", tuple(_checks(() if told else paper.checks))),
        _certificate(paper.seal, paper.version, "the layer" if paper.setting else "the theorem", told=told),
    ]
    return Document(
        title=paper.title,
        subtitle=paper.subtitle,
        abstract=paper.abstract,
        sections=tuple(section for section in sections if section.blocks),
        references=paper.references,
    )


def _cited(result: Result, lemmas: Sequence[Result]) -> set[int]:
    """The numbers of the lemmas that a proof cites, and of those that their proofs cite."""
    numbers = {number for step in result.steps for number in step.lemmas}
    return numbers.union(*(_cited(lemma, lemmas) for lemma in lemmas if lemma.number in numbers))


def _lemma(lemma: Result) -> Iterator[Block]:
    """A lemma, with its proof where it has one."""
    yield replace(_statement(lemma, compact=True), has_proof=bool(lemma.steps), ground=lemma.used_at or _rests(lemma))
    yield from _chain(lemma, compact=True)


def _rests(result: Result) -> str:
    """On what a claim without a chain rests; nothing for others."""
    return f"By {listed(result.rests)}." if result.rests else ""


def _chain(result: Result, compact: bool = False) -> Iterator[Block]:
    if result.steps:
        yield ProofChain(result.start, result.steps, result.claim, f"{result.kind} {result.number}", compact)


def _theorem(paper: Paper) -> Iterator[Block]:
    """The main claim with everything that it makes, and pictures of it."""
    yield _statement(paper.results[0])
    if paper.made:
        yield Definitions(paper.made, lead="where")
    if paper.shorts:
        yield Items(tuple(map(_short, paper.shorts)), "" if paper.made else "Short for", in_a_row=True, look="shorts")
    yield from (Picture(scene, scene.caption) for scene in paper.figures)


def _setting(paper: Paper) -> Iterator[Block]:
    if paper.setting:
        yield Prose(paper.setting)
    layer = tuple(equation for equation in paper.opening if equation not in paper.made)
    if layer:
        yield Definitions(layer)
    if paper.symbols:
        yield Symbols(paper.symbols, "Letters")
    yield Items(paper.conventions, "Conventions", in_a_row=True)


def _short(entry: Short) -> str:
    return f"{', '.join(f'${equation}$' for equation in entry.equations)}: {entry.meaning}"


def _further(paper: Paper, results: Sequence[Result]) -> Iterator[Block]:
    """The other claims, behind the definitions and letters that only they need."""
    definitions = tuple(equation for equation in paper.definitions if equation not in paper.opening)
    if definitions:
        yield Definitions(definitions)
    if paper.further:
        yield Symbols(paper.further)
    known = _cited(paper.results[0], paper.lemmas)
    yield from chain.from_iterable(_lemma(lemma) for lemma in paper.lemmas if lemma.number not in known)
    for result in results:
        yield _statement(result)
        yield from _chain(result)
        if result.reasons:
            yield Prose(f"By {'; '.join(result.reasons)}.", head="Steps")
        if result.rests:
            yield Prose(_rests(result))
    yield from map(_family, paper.families)


def _statement(result: Result, compact: bool = False) -> Statement:
    return Statement(
        name=f"{result.kind} {result.number}",
        title=result.title,
        sources=result.sources,
        words=result.words,
        hypotheses=result.hypotheses,
        quantified=result.quantified,
        formula=result.statement,
        claim=result.claim,
        compact=compact,
    )


def _family(family: Family) -> Statement:
    name = Span("code", family.claim)
    ways = (Span("text", " The certificate has it as "), name, Span("text", ":"))
    if family.size != 1:
        many = f" There are {family.size} claims of this kind in the certificate; the first of them, "
        ways = (Span("text", many), name, Span("text", ", reads:"))
    return Statement(
        name=quote(family.title),
        words=(*spans(family.words), *ways),
        hypotheses=family.hypotheses,
        quantified=family.quantified,
        formula=family.statement,
        claim=family.claim,
        compact=True,
    )


def _bank(paper: Paper) -> Iterator[Block]:
    if paper.bank is not None:
        yield Prose(paper.bank.about)
        if paper.bank.grids:
            yield Grids(paper.bank.grids)
        if paper.bank.blocks:
            yield Matrices(paper.bank.blocks)


def _sizes(paper: Paper) -> Iterator[Block]:
    if paper.sizes:
        yield _across(paper.sizes) if sum(map(_room, paper.sizes)) <= MOST_ACROSS else _upright(paper.sizes)
        yield Prose(" ".join(paper.remarks))


LAYERS: Final = ("strided layer", "unit-stride layer")
MOST_ACROSS: Final = 120
"""So many characters of a line are enough for a table with a column for each size."""


def _upright(rows: Sequence[SizeRow]) -> Table:
    """A row for each size."""
    columns = (Column("", 0.28, is_head=True), *(Column(head, 0.32, head) for head in LAYERS))
    return Table(columns, tuple((row.what, row.before, row.after) for row in rows), size=1)


def _across(rows: Sequence[SizeRow]) -> Table:
    """A column for each size."""
    whole = max(map(len, LAYERS)) + sum(map(_room, rows))
    columns = (Column("", max(map(len, LAYERS)) / whole, is_head=True),
               *(Column(row.what, _room(row) / whole, row.what) for row in rows))  # fmt: skip
    before, after = tuple(row.before for row in rows), tuple(row.after for row in rows)
    return Table(columns, ((LAYERS[0], *before), (LAYERS[1], *after)), size=1)


def _room(row: SizeRow) -> int:
    """About how many characters wide a column for it is: its longest cell, or the longest word of its head."""
    return 2 + max(len(row.what) // 2 + 1, *map(len, row.what.split()), *map(_seen, (row.before, row.after)))


def _seen(text: str) -> int:
    """About how many characters of a formula are seen."""
    signs = re.sub(r"\\[a-z]+|\\,", "x", re.sub(r"\\(?:mathrm|mathbf|boldsymbol|text)|[${}_^]", "", text))
    return len(signs) + len(signs) // 8


def _checks(tables: Sequence[Checks]) -> Iterator[Block]:
    if tables:
        yield Prose(
            "The proof needs no experiment; these compare the layer, its bank and other implementations on actual "
            "numbers."
        )
    for table in tables:
        yield Prose(quote(table.outcome), head=quote(table.title))
        columns = tuple(Column(quote(head), share, head) for head, share in zip(table.headings, table.widths))
        yield Table(columns, tuple(tuple(map(quote, row)) for row in table.rows), size=1)


def _told(tables: Sequence[Checks]) -> str:
    """One sentence about the checks of a small example, where the layer itself has symbols."""
    if not tables:
        return ""
    told = [f"{quote(table.title)} ({quote(table.outcome)}): {_rows(table)}." for table in tables]
    return f"Beside the proof: {' '.join(told)}"


def _rows(table: Checks) -> str:
    """What each row is about and what came out, rows with one outcome together."""
    found: dict[str, list[str]] = {}
    for row in table.rows:
        found.setdefault(row[-1], []).append(quote(row[0]))
    return "; ".join(f"{listed(rows)}, {quote(outcome)}" for outcome, rows in found.items())


def _certificate(
    seal: Seal, version: str, described: str, digests: Sequence[tuple[str, str]] = (), told: str = ""
) -> Section:
    """How to run the proof again, behind what is ``told`` of checks on numbers."""
    claims = "1 claim" if seal.claims == 1 else f"{_count(seal.claims)} claims"
    holds = (
        f"The file `certificate.json` holds the derivation: {_count(seal.steps)} kernel steps for {claims}, by "
        f"{seal.rules} rules from {seal.axioms} axioms\u00a0@harrison1996hollight@."
    )
    replays = (
        f"The command `{seal.command}` runs every step again and compares the claims with statements that are built "
        f"from the description of {described} alone."
    )
    written = f" Written by symstride {version}." if version else ""
    named = " The certificate's SHA-256 is" if seal.digest else ""
    blocks: list[Block] = [*([Prose(told)] if told else []), Prose(f"{holds} {replays}{written}{named}")]
    blocks += [Literal(seal.digest, is_digest=True)] if seal.digest else []
    for words, digest in digests:
        blocks += [Prose(words), Literal(digest, is_digest=True)]
    return Section("certificate", "Checks and certificate" if told else "Certificate", tuple(blocks))


def _count(number: int) -> str:
    """A number with thin spaces between thousands."""
    return f"{number:,}".replace(",", "\u2009")


# ------------------------------------------------------------------------------------------------ networks


def _network(paper: NetworkPaper) -> Document:
    theorem = (
        Prose(paper.theorem, head="Theorem"),
        Items(paper.provisos, look="provisos"),
        Prose(paper.caption) if paper.diagram is None else Picture(paper.diagram, paper.caption),
    )
    notation = (Symbols(paper.symbols), Items(paper.conventions, "Conventions", in_a_row=True))
    sections = [
        Section("theorem", "Theorem", theorem),
        Section("setting", "Notation", notation),
        Section("proof", "Proof", tuple(_induction(paper))),
        Section("sizes", "Layers and cost", tuple(_costs(paper))),
        _certificate(paper.seal, paper.version, "the layers", paper.digests),
    ]
    return Document(
        title=f"Without strides: {quote(shortened(paper.name))}",
        subtitle=paper.subtitle,
        abstract=paper.abstract,
        sections=tuple(sections),
        references=paper.references,
    )


def _induction(paper: NetworkPaper) -> Iterator[Block]:
    yield from map(Prose, paper.invariant)
    yield from chain.from_iterable(map(_claim, paper.claims))
    yield Prose(paper.others)
    if paper.places:
        yield Prose(_PLACE_BY_PLACE, head="Place by place")
        yield from map(_place, paper.places)
    if paper.edges:
        yield Prose(paper.ghosts, head="Ghosts")
        yield Table(_EDGES, tuple(map(_edge_row, paper.edges)), long=True)
    if paper.groups:
        yield Prose("", head="The layers that are proved")
        yield Table(_GROUPS, tuple(map(_group_row, paper.groups)), long=True)
    yield from (replace(_statement(lemma, compact=True), ground=_rests(lemma)) for lemma in paper.lemmas)
    *most, last = paper.joined
    yield from map(Prose, most)
    yield Prose(last, ends_proof=True)


_PLACE_BY_PLACE: Final = (
    "What has no window commutes with taking phases: $Z$ are the phases of $z$, $X$ those of $x$, $Y$ those of $y$, "
    r"for any numbers $a \ge 1$ of phases."
)


def _claim(claim: PrintedClaim) -> Iterator[Block]:
    """The claim, and the definitions of what it mentions."""
    shared = ""
    if claim.more:
        layers = "layer" if claim.more == 1 else "layers"
        shared = f"It is shared by {claim.more} other {layers} with the same numbers."
    ghosts = listed([f"${letter}$" for letter in claim.arbitrary]) if claim.arbitrary else ""
    yield Statement(
        name=(Span("text", "The claim about "), Span("code", claim.node)),
        words=shared,
        hypotheses=claim.hypotheses,
        quantified="weights and inputs" + (f", and all {ghosts} on ghosts" if ghosts else ""),
        formula=claim.statement,
        claim=claim.name,
    )
    yield Prose("where")
    yield Definitions(claim.where, inner=True)
    if claim.shorts:
        yield Items(tuple(map(_short, claim.shorts)), look="shorts", in_a_row=True)


def _place(claim: PlaceClaim) -> Statement:
    made = f"If ${claim.made}$, then" if claim.made else ""
    return Statement(name=quote(claim.words), words=made, formula=claim.statement, claim=claim.claim, compact=True)


_EDGES: Final = (
    Column("layers", 0.27, "layers"),
    Column("along", 0.09, "along", look="along"),
    Column("what is read", 0.19, "what is read"),
    Column("reason", 0.11, "reason", look="along"),
    Column("in numbers", 0.28, "in numbers"),
)


def _edge_row(row: EdgeRow) -> tuple[ModelNames | str, ...]:
    return ModelNames(row.names, row.more), quote(row.axes), f"${row.sizes}$", quote(row.reason), row.fact


_GROUPS: Final = (
    Column("layers with equal numbers", 0.42, "layers with equal numbers"),
    Column("layer", 0.36, "layer", look="words"),
    Column("claims", 0.12, "claims", is_number=True),
)


def _group_row(row: GroupRow) -> tuple[ModelNames | str, ...]:
    return ModelNames(row.names, row.more), quote(row.layer), str(row.claims)


def _costs(paper: NetworkPaper) -> Iterator[Block]:
    yield Prose(
        r"What each layer that reads windows becomes; $\to$ leads from what it reads to what it gives.",
    )
    groups = (("", 1), ("in $f$", 3), ("in $f'$", 4))
    yield Table(_FORMS, tuple(map(_form_row, paper.forms)), groups, long=True, size=2)
    if paper.costs:
        yield Table(_COSTS, tuple(map(_cost_row, paper.costs)), long=True, size=1)
    if paper.totals:
        yield Table(_totals(paper.extent), tuple(map(_total_row, paper.totals)))
    if paper.remarks:
        yield Prose(" ".join(paper.remarks))


_FORMS: Final = (
    Column("layers", 0.145, "layers"),
    Column("layer", 0.13, "layer", look="words"),
    Column("channels", 0.085, "channels"),
    Column("places", 0.145, "places"),
    Column("phases", 0.125, "phases afterwards"),
    Column("kernel", 0.075, "kernel afterwards"),
    Column("channels", 0.11, "channels afterwards"),
    Column("cells", 0.09, "cells"),
)


def _form_row(row: FormRow) -> tuple[ModelNames | str, ...]:
    rest = row.channels, row.places, row.phases, row.kernel, row.unit_channels, row.cells
    return ModelNames(row.names, row.more), quote(row.layer), *map(_math, rest)


_COSTS: Final = (
    Column("each of the layers", 0.2, is_head=True),
    Column("parameters", 0.12, "parameters", is_number=True),
    Column("copies in $f'$", 0.12, "copies afterwards", is_number=True),
    Column("structural zeros", 0.19, "structural zeros", is_number=True),
    Column("multiply-adds", 0.14, "multiply-adds", is_number=True),
    Column("in $f'$", 0.15, "multiply-adds afterwards", is_number=True),
)


def _cost_row(row: CostRow) -> tuple[ModelNames | str, ...]:
    rest = row.parameters, row.copies, row.zeros, row.work, row.unit_work
    return ModelNames(row.names, row.more), *map(_math, rest)


def _totals(extent: str) -> tuple[Column, ...]:
    return (
        Column(extent, 0.31, is_head=True),
        Column("$f$", 0.2, "before", is_number=True),
        Column("$f'$", 0.2, "afterwards", is_number=True),
        Column("factor", 0.14, "factor", is_number=True),
    )


def _total_row(row: TotalRow) -> tuple[str, ...]:
    return quote(row.what), _math(row.before), _math(row.after), _math(row.factor)


def _math(latex: str) -> str:
    return f"${latex}$" if latex else ""
