"""A paper as plain data: everything that the templates print, worked out from a finished proof.

``paper_of`` reads theorems, never the other way round: statements, chains, hypotheses and lemmas are printed from the
kernel's own terms, and nothing here can change what was proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from symstride.drawing.scene import Scene
from symstride.layers.transposed import ConvTranspose
from symstride.proof.kernel.rules import AXIOMS, RULES
from symstride.proof.kernel.terms import Term
from symstride.proof.lemmas.reindex import change_of_index, dilated_change_of_index
from symstride.proof.record import Proof, Proposition
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.statements.identity import IdentitySubject
from symstride.proof.statements.operator import OperatorRequest
from symstride.proof.statements.request import LayerRequest, layer_request
from symstride.render.abbreviations import abbreviations
from symstride.render.claims import (
    ALL_NAMED,
    MOST_NAMED,
    Family,
    Result,
    cited_lemmas,
    family_of,
    lemma_of,
    printed_claims,
    result_of,
)
from symstride.render.faces import general_face, layer_face, operator_face
from symstride.render.glossary import (
    GlossaryEntry,
    Short,
    abbreviation_entries,
    definition_equations,
    mention,
    names_entries,
    own_symbols,
    says_what_is_made,
    sign_entries,
)
from symstride.render.notation import Notation
from symstride.render.references import Reference, cited
from symstride.render.setting import SEMIRINGS, lemma_at, setting_of, setting_of_operator
from symstride.render.tables import BankTables, SizeRow, has_table

REPLAY: Final = "symstride replay certificate.json"
ALWAYS_CITED: Final = ("graham1994concrete", "vaidyanathan1993multirate", "harrison1996hollight")
"""For the brackets and sums, for phases (polyphase components), for the kernel's design."""


# ------------------------------------------------------------------------------------------------ the record


@dataclass(frozen=True, slots=True)
class Checks:
    """A table of numerical checks, plain text: headings, rows of the same length, and what the table amounts to."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    outcome: str = ""

    @property
    def widths(self) -> tuple[float, ...]:
        """The share of each column in the width of the page, by its longest word and its longest cell."""
        columns = list(zip(self.headings, *self.rows))
        wanted = [
            3 + max(min(max(map(len, c)), 24), *(len(word) for cell in c for word in cell.split() or [""]))
            for c in columns
        ]
        return tuple(round(0.99 * w / sum(wanted), 4) for w in wanted)


@dataclass(frozen=True, slots=True)
class Seal:
    """The certificate: SHA-256 digest of its text, kernel steps, number of claims, the command that replays it."""

    digest: str
    steps: int
    claims: int
    command: str
    rules: int
    axioms: int


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that is printed.  Strings are running text (``prose``), except where a field is said to be LaTeX.

    ``definitions`` are equations with marks for breaks.
    ``opening`` are those of the definitions that the main theorem and its proof need, ``made`` those of them that say
    what the theorem makes: the bank and the phases of the input.  ``symbols`` are the letters that occur there,
    ``further`` those that occur only later.
    """

    title: str
    subtitle: str
    abstract: tuple[str, ...]
    conventions: tuple[str, ...]
    setting: str
    opening: tuple[str, ...]
    made: tuple[str, ...]
    definitions: tuple[str, ...]
    symbols: tuple[GlossaryEntry, ...]
    further: tuple[GlossaryEntry, ...]
    shorts: tuple[Short, ...]
    results: tuple[Result, ...]
    families: tuple[Family, ...]
    lemmas: tuple[Result, ...]
    bank: BankTables | None
    figures: tuple[Scene, ...]
    sizes: tuple[SizeRow, ...]
    remarks: tuple[str, ...]
    checks: tuple[Checks, ...]
    seal: Seal
    references: tuple[Reference, ...]
    version: str

    @property
    def letters(self) -> tuple[GlossaryEntry, ...]:
        """All letters that are explained."""
        return (*self.symbols, *self.further)


# ------------------------------------------------------------------------------------------------ composing


def paper_of(
    proof: Proof,
    checks: Sequence[Checks] = (),
    digest: str = "",
    steps: int = 0,
    command: str = REPLAY,
    version: str = "",
) -> Paper:
    """The paper about a proof.

    ``checks`` are tables of results, printed as they are; ``digest`` and ``steps`` belong to the certificate that is
    saved beside the paper, ``command`` replays it; ``version`` is that of symstride.
    """
    chosen, families = printed_claims(proof)
    notation = _notation([*chosen, *(first for first, _ in families)], _axes(proof))
    subject = proof.subject
    request = subject if isinstance(subject, LayerRequest) else None
    numbers = cited_lemmas(chosen if request is None else chosen[:1])
    in_texts = isinstance(subject, GeneralSubject | IdentitySubject) and subject.in_texts
    operator = subject if isinstance(subject, OperatorRequest) else None
    most = ALL_NAMED if in_texts else MOST_NAMED
    first, *others = chosen
    main = result_of(first, 0, notation, numbers, most, proof)
    mention(notation, [step.reason for step in main.steps])
    own = _own(request) if request else _own_of_operator(operator) if operator else {}
    opening = definition_equations(notation)
    symbols, known = names_entries([notation], own), frozenset(notation.seen)
    chains = request is None  # the other claims of a layer have theirs in the certificate only
    further_ = (result_of(p, n, notation, numbers, most, proof, chains) for n, p in enumerate(others, 1))
    results = (main, *further_)
    of_entries = [family for family in families if family[0].title.startswith(ENTRIES)]
    entries = sum(size for _, size in of_entries) if request is not None and has_table(request.bank) else 0
    told = [family for family in families if not entries or family not in of_entries]
    printed_families = tuple(family_of(first, size, notation) for first, size in told)
    lemmas = tuple(lemma_of(name, notation, numbers, proof) for name in numbers)
    if request is not None and has_table(request.bank):
        lemmas = tuple(_at_numbers(lemma, request, notation) for lemma in lemmas)
    definitions = definition_equations(notation)
    shorts = abbreviation_entries(notation)
    mention(notation, [step.reason for result in results for step in result.steps])
    further = names_entries([notation], own, known)
    seal = Seal(digest, steps, len(proof.claims), command, len(RULES), len(AXIOMS))
    sources = [key for p in proof.propositions for key in p.sources]
    if isinstance(subject, GeneralSubject | IdentitySubject):
        # in texts, letters are their author's: no meaning is known of them
        symbols, further = ((), ()) if in_texts else (symbols, further)
        face = general_face(subject, proof)
    elif isinstance(subject, OperatorRequest):
        face = operator_face(subject, proof, notation)
    else:
        face = layer_face(layer_request(subject), proof, notation)
    setting = setting_of(request, notation) if request is not None else ""
    setting = setting_of_operator(operator, notation) if operator is not None else setting
    return Paper(
        title=face.title,
        subtitle=face.subtitle,
        abstract=face.abstract,
        conventions=_conventions(notation, bool(setting)),
        setting=setting,
        opening=opening,
        made=tuple(equation for equation in opening if says_what_is_made(equation, notation)),
        definitions=definitions,
        symbols=symbols,
        further=further,
        shorts=shorts,
        results=results,
        families=printed_families,
        lemmas=lemmas,
        bank=_with_count(face.bank, entries),
        figures=face.figures,
        sizes=face.sizes,
        remarks=face.remarks,
        checks=tuple(checks),
        seal=seal,
        references=cited([*sources, *ALWAYS_CITED]),
        version=version,
    )


def _at_numbers(lemma: Result, request: LayerRequest, notation: Notation) -> Result:
    """A change of index with the numbers that the proof uses it at; other lemmas as they are."""
    used_for = {change_of_index.name: False, dilated_change_of_index.name: True}
    if lemma.claim not in used_for:
        return lemma
    return replace(lemma, used_at=lemma_at(request, notation, used_for[lemma.claim]))


ENTRIES: Final = "Bank entry"
"""How the titles of claims about single entries of a table begin."""


def _with_count(bank: BankTables | None, entries: int) -> BankTables | None:
    """The tables, and that the certificate has their entries."""
    if bank is None or not entries:
        return bank
    along = f"The certificate has a claim about each place along an axis, {entries} in all."
    return replace(bank, about=f"{bank.about} {along}")


def _axes(proof: Proof) -> int:
    """How many axes the subject has."""
    subject = proof.subject
    if isinstance(subject, GeneralSubject | IdentitySubject | OperatorRequest):
        return subject.axes
    return layer_request(subject).layer.ndim


def _notation(propositions: Iterable[Proposition], axes: int) -> Notation:
    terms: list[Term] = []
    for p in propositions:
        terms += [p.theorem.concl, *(line.term for line in p.lines)]
    free = [formula for p in propositions for formula in p.theorem.hyps]
    return Notation([*terms, *free], abbreviations(terms), axes)


def _conventions(notation: Notation, has_setting: bool) -> tuple[str, ...]:
    """What holds throughout, scalars included where no setting has said what they are, then the signs of formulas."""
    scalars = f"scalars lie in any commutative semiring: {SEMIRINGS}"
    fixed = (*(() if has_setting else (scalars,)), "indices are integers, and a sum over an empty range is 0")
    return (*fixed, *sign_entries([notation]))


def _own(request: LayerRequest) -> dict[str, str]:
    layer = request.layer
    pads = [] if isinstance(layer.padding, str) else layer.padding
    return own_symbols(
        [
            ("the number of input channels", [layer.in_channels]),
            ("the number of output channels", [layer.out_channels]),
            ("the kernel size", layer.kernel),
            ("the stride", layer.stride),
            ("the dilation", layer.dilation),
            ("the low padding", [low for low, _ in pads]),
            ("the high padding", [high for _, high in pads]),
            ("the number of groups", [layer.groups]),
            ("the input size", request.input_size or ()),
            ("the number of output phases", request.bank.phases),
        ]
    )


def _own_of_operator(request: OperatorRequest) -> dict[str, str]:
    layer = request.layer
    rows = [
        ("the kernel size", layer.kernel),
        ("the stride", layer.stride),
        ("the dilation", layer.dilation),
        ("the low padding", [low for low, _ in layer.padding]),
        ("the high padding", [high for _, high in layer.padding]),
        ("the input size", request.input_size or ()),
        (f"the number of {request.phased} phases", request.phases),
    ]
    if isinstance(layer, ConvTranspose):
        rows += [
            ("the number of input channels", [layer.in_channels]),
            ("the number of output channels", [layer.out_channels]),
            ("the number of groups", [layer.groups]),
            ("the output padding", layer.output_padding),
        ]
    return own_symbols(rows)
