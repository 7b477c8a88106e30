"""A paper as plain data: everything that the templates print, worked out from a finished proof.

``paper_of`` reads theorems, never the other way round: statements, chains, hypotheses and lemmas are printed from the
kernel's own terms, and nothing here can change what was proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from symstride.proof.kernel import AXIOMS, RULES
from symstride.proof.lemmas import LEMMAS
from symstride.proof.statements.catalogue import TITLES
from symstride.proof.statements.axis import TAP_END, TAP_LOW
from symstride.proof.syntax import integer
from symstride.proof.terms import VARIABLE, Term, substitute
from symstride.proof.theorems.catalogue import prove_theorem
from symstride.proof.theorems.record import GeneralProof, LayerProof, Proposition
from symstride.render.abbreviations import abbreviations, axis_letters
from symstride.render.figures import Figure, palette_tex
from symstride.render.glossary import (
    Entry,
    Short,
    abbreviation_entries,
    definition_equations,
    names_entries,
    own_symbols,
    sign_entries,
)
from symstride.render.hypotheses import hypotheses_latex, settled_by_numbers
from symstride.render.notation import BREAK, Notation, Spelling, checked_tidy, free_names, plain
from symstride.render.prose import quote
from symstride.render.references import Reference, cited
from symstride.render.tables import (
    BankTables,
    Row,
    bank_tables,
    count,
    each,
    example_figure,
    figures,
    has_table,
    size_rows,
    times,
)
from symstride.spec.integer import multiply

if TYPE_CHECKING:
    from symstride.spec.integer import Integer
    from symstride.spec.layer import Conv

REPLAY: Final = "symstride replay certificate.json"
ALWAYS_CITED: Final = ("graham1994concrete", "vaidyanathan1993multirate", "harrison1996hollight")
"""For the brackets and sums, for phases (polyphase components), for the kernel's design."""

VOWELS: Final = ("8", "11", "18")
"""Kernel sizes that are read with a vowel in front: an 8 x 8 convolution."""
MOST_NAMED: Final = 8
"""A theorem about more integers than these does not list them."""


# ------------------------------------------------------------------------------------------------ the record


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a chain: the term, the reason for it, the lemmas it uses by their numbers in the paper."""

    formula: str
    reason: str
    lemmas: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A claim in print.  ``claim`` is its name in the certificate; ``start`` and ``steps`` are empty without a chain."""

    kind: str
    number: int
    title: str
    words: str
    quantified: str
    hypotheses: tuple[str, ...]
    settled: tuple[str, ...]
    statement: str
    start: str
    steps: tuple[Step, ...]
    claim: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Claims of one kind that are not printed one by one: how many, and one of them in full."""

    title: str
    words: str
    size: int
    statement: str
    claim: str


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
        wanted = [3 + max(min(max(map(len, c)), 24), *(len(word) for cell in c for word in cell.split() or [""])) for c in columns]
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

    ``definitions`` are equations with marks for breaks, ``palette`` names and values of the picture's colours.
    """

    title: str
    subtitle: str
    abstract: tuple[str, ...]
    conventions: tuple[str, ...]
    definitions: tuple[str, ...]
    symbols: tuple[Entry, ...]
    shorts: tuple[Short, ...]
    results: tuple[Result, ...]
    families: tuple[Family, ...]
    lemmas: tuple[Result, ...]
    bank: BankTables | None
    figures: tuple[Figure, ...]
    sizes: tuple[Row, ...]
    remarks: tuple[str, ...]
    checks: tuple[Checks, ...]
    seal: Seal
    references: tuple[Reference, ...]
    palette: tuple[tuple[str, str], ...]
    version: str


# ------------------------------------------------------------------------------------------------ composing


def paper_of(
    proof: LayerProof | GeneralProof,
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
    chosen, families = _sorted(proof)
    lemma_names = tuple(dict.fromkeys(name for p in chosen for line in p.lines for name in line.lemmas))
    notation = _notation([*chosen, *(first for first, _ in families)])
    numbers = {name: n + 1 for n, name in enumerate(lemma_names)}
    settled = _settled(proof)
    results = tuple(_result(p, n, notation, settled if n == 0 else (), numbers) for n, p in enumerate(chosen))
    printed_families = tuple(_family(first, size, notation) for first, size in families)
    lemmas = tuple(_lemma(name, number, notation, proof) for name, number in numbers.items())
    definitions = definition_equations(notation)
    shorts = abbreviation_entries(notation)
    seal = Seal(digest, steps, len(proof.claims), command, len(RULES), len(AXIOMS))
    sources = [key for p in proof.propositions for key in p.sources]
    face = _layer_face(proof, notation) if isinstance(proof, LayerProof) else _general_face(proof)
    return Paper(
        title=face.title,
        subtitle=face.subtitle,
        abstract=face.abstract,
        conventions=_conventions(notation),
        definitions=definitions,
        symbols=names_entries(notation, _own(proof)),
        shorts=shorts,
        results=results,
        families=printed_families,
        lemmas=lemmas,
        bank=face.bank,
        figures=face.figures,
        sizes=face.sizes,
        remarks=face.remarks,
        checks=tuple(checks),
        seal=seal,
        references=cited([*sources, *ALWAYS_CITED]),
        palette=tuple(palette_tex()),
        version=version,
    )


def _sorted(proof: LayerProof | GeneralProof) -> tuple[list[Proposition], list[tuple[Proposition, int]]]:
    """Claims that are printed one by one, and a layer's families: claims without a chain whose titles begin alike.

    A family is given by its first member and its size.
    """
    if isinstance(proof, GeneralProof):
        return list(proof.propositions), []
    families: dict[str, list[Proposition]] = {}
    for p in proof.propositions:
        beginning, comma, _ = p.title.partition(",")
        if comma and not p.lines:
            families.setdefault(beginning, []).append(p)
    members = [p for family in families.values() for p in family]
    return [p for p in proof.propositions if p not in members], [(f[0], len(f)) for f in families.values()]


def _notation(propositions: Iterable[Proposition]) -> Notation:
    terms: list[Term] = []
    for p in propositions:
        terms += [p.theorem.concl, *(line.term for line in p.lines)]
    free = [formula for p in propositions for formula in p.theorem.hyps]
    return Notation([*terms, *free], abbreviations(terms))


def _settled(proof: LayerProof | GeneralProof) -> tuple[str, ...]:
    if isinstance(proof, GeneralProof):
        return ()
    from symstride.proof.statements.request import LayerRequest, values_of

    return settled_by_numbers(proof.layer.ndim, values_of(LayerRequest.from_plain(proof.about)))


def _result(
    p: Proposition, place: int, notation: Notation, settled: tuple[str, ...], lemmas: Mapping[str, int]
) -> Result:
    return Result(
        kind="Theorem" if place == 0 else "Proposition",
        number=place + 1,
        title=p.title,
        words=p.words,
        quantified=_quantified(p.theorem.concl, p.theorem.hyps, notation),
        hypotheses=hypotheses_latex(p.theorem.hyps, notation),
        settled=settled,
        statement=_statement(p, notation),
        start=notation(p.start, _names(p)) if p.lines else "",
        steps=tuple(_steps(p, notation, lemmas)),
        claim=p.name,
        sources=p.sources,
    )


def _steps(p: Proposition, notation: Notation, lemmas: Mapping[str, int]) -> Iterator[Step]:
    """The lines, without those that change nothing at this layer's numbers, such as a shift by 0."""
    before = checked_tidy(p.start)
    for line in p.lines:
        term = checked_tidy(line.term)
        if term is not before:
            yield Step(notation(line.term, _names(p)), line.reason, tuple(lemmas[name] for name in line.lemmas))
        before = term


def _statement(p: Proposition, notation: Notation) -> str:
    """The claim with a good break at its sign.

    The ends of a chain are tidy, like the chain; a claim without one is printed as it stands, so that its numbers and
    letters are seen in their places.
    """
    write = notation if p.lines else notation.as_it_is
    concl = p.theorem.concl
    if concl.tag != "eq":
        return write(concl)
    left, right = (write(side, _names(p)) for side in concl.args)
    return f"{left} = {BREAK}{right}"


def _names(p: Proposition) -> frozenset[str]:
    """All free names of a claim: bound indices keep away from them in every line of its chain."""
    return free_names(p.theorem.concl, *p.theorem.hyps)


def _quantified(concl: Term, hyps: Iterable[Term], notation: Notation) -> str:
    """For all integers k, s and all w, x: the free names of a theorem."""
    keys = frozenset[tuple[str, int]]().union(concl.free, *(h.free for h in hyps))
    integers = [notation.spell(name) for name, kind in sorted(keys) if kind == VARIABLE]
    tensors = [notation.spell(name) for name, kind in sorted(keys) if kind != VARIABLE]
    few = ", ".join(f"${name}$" for name in integers)
    parts = [f"integers {few}" if len(integers) <= MOST_NAMED else "integers that occur in it"] if integers else []
    parts += [", ".join(f"${name}$" for name in tensors)] if tensors else []
    return " and all ".join(parts)


def _family(first: Proposition, size: int, notation: Notation) -> Family:
    return Family(first.title.partition(",")[0], first.words, size, _statement(first, notation), first.name)


def _lemma(name: str, number: int, notation: Notation, proof: LayerProof | GeneralProof) -> Result:
    """What a chain cites: a lemma with its statement in letters of its own, or a theorem of the catalogue by name."""
    if name not in LEMMAS:
        return _cited_theorem(name, number, proof)
    theorem = LEMMAS[name]()
    shorts = {latex: term for term, latex in notation.abbreviations.items()} if isinstance(proof, GeneralProof) else {}
    own = Notation([theorem.concl, *theorem.hyps], shorts)
    result = Result(
        kind="Lemma",
        number=number,
        title=LEMMAS[name].title,
        words="",
        quantified=_quantified(theorem.concl, theorem.hyps, own),
        hypotheses=hypotheses_latex(theorem.hyps, own),
        settled=(),
        statement=_statement(Proposition(name, LEMMAS[name].title, "", theorem), own),
        start="",
        steps=(),
        claim=name,
        sources=(),
    )
    signs = [key for key in own.seen if key in ("bracket", "div", "mod") or key.startswith("short ")]
    notation.seen.update(signs)
    return result


def _cited_theorem(name: str, number: int, proof: LayerProof | GeneralProof) -> Result:
    axes = proof.axes if isinstance(proof, GeneralProof) else proof.layer.ndim
    known = name.replace("_", "-")
    main = prove_theorem(known, axes).main
    words = f"{main.words} (Theorem `{known}` of the catalogue.)"
    return Result("Lemma", number, main.title, words, "", (), (), "", "", (), known, main.sources)


def _conventions(notation: Notation) -> tuple[str, ...]:
    """What holds throughout, then the signs that were printed."""
    fixed = (
        "scalars lie in any commutative semiring: the reals, the integers, polynomials in symbolic weights, or (max, +)",
        "indices are integers, and a sum over an empty range is 0",
    )
    return (*fixed, *sign_entries(notation))


def _own(proof: LayerProof | GeneralProof) -> dict[str, str]:
    if isinstance(proof, GeneralProof):
        return {}
    layer = proof.layer
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
            ("the input size", proof.input_size or ()),
            ("the number of output phases", proof.bank.phases),
        ]
    )


# ------------------------------------------------------------------------------------------------ what differs by kind


@dataclass(frozen=True, slots=True)
class _Face:
    """The parts of a paper that a layer and a general theorem do not share."""

    title: str
    subtitle: str
    abstract: tuple[str, ...]
    bank: BankTables | None
    figures: tuple[Figure, ...]
    sizes: tuple[Row, ...]
    remarks: tuple[str, ...]


def _general_face(proof: GeneralProof) -> _Face:
    axes = "one axis" if proof.axes == 1 else f"{proof.axes} axes"
    return _Face(
        title=f"{TITLES.get(proof.name, proof.main.title)}, for {axes}",
        subtitle="A theorem for all values of its parameters",
        abstract=(
            f"{proof.main.words} The sizes are symbols: this is one theorem for all of their values. {_PROVENANCE}",
        ),
        bank=None,
        figures=(example_figure("An example"),),
        sizes=(),
        remarks=(),
    )


_PROVENANCE: Final = (
    f"Every line below is printed from a theorem of a small proof kernel ({len(RULES)} rules, {len(AXIOMS)} axioms), and the "
    "certificate beside this paper lets anyone run the kernel again."
)


def _layer_face(proof: LayerProof, notation: Notation) -> _Face:
    spell = notation.spell
    kernels = _kernel_sizes(proof, notation)
    layer, bank = proof.bank.layer_spec, proof.bank
    tables = bank_tables(bank) if has_table(bank) else None
    return _Face(
        title=_title(layer, bank.phases, spell),
        subtitle=_subtitle(proof, spell),
        abstract=_abstract(proof, spell, kernels),
        bank=tables,
        figures=figures(bank),
        sizes=size_rows(bank, proof.input_size, notation, kernels),
        remarks=_remarks(proof, spell),
    )


def _kernel_sizes(proof: LayerProof, notation: Notation) -> list[str]:
    """K for each axis, in the paper's own symbols."""
    size = integer(f"({TAP_END}) - ({TAP_LOW})")
    return [plain(notation(substitute(size, letters))) for letters in axis_letters([proof.main.theorem.concl])]


def _title(layer: Conv, phases: Sequence[Integer], spell: Spelling) -> str:
    kind = "depthwise convolution" if layer.is_depthwise and layer.groups != 1 else "convolution"
    size = f"${times(layer.kernel, spell)}$" if layer.ndim > 1 else f"length-${count(layer.kernel[0], spell)}$"
    with_ = [f"stride ${each(layer.stride, spell)}$"]
    if any(dilation != 1 for dilation in layer.dilation):
        with_.append(f"dilation ${each(layer.dilation, spell)}$")
    article = "An" if str(layer.kernel[0]) in VOWELS and layer.ndim > 1 else "A"
    if all(stride == 1 for stride in layer.stride):
        return f"{article} {size} {kind} with {' and '.join(with_)} on ${count(multiply(*phases), spell)}$ phases of its output"
    return f"{article} {size} {kind} with {' and '.join(with_)} as one with stride $1$"


def _subtitle(proof: LayerProof, spell: Spelling) -> str:
    layer = proof.layer
    parts = [f"${count(layer.in_channels, spell)}$ to ${count(layer.out_channels, spell)}$ channels"]
    if layer.groups != 1:
        parts.append(f"${count(layer.groups, spell)}$ groups")
    parts.append(_padding_words(proof, spell))
    parts.append("bias" if layer.bias else "no bias")
    if layer.activation is not None:
        parts.append(f"activation `{quote(layer.activation)}`")
    if proof.input_size is not None:
        parts.append(f"input ${times(proof.input_size, spell)}$")
    return ", ".join(parts)


def _padding_words(proof: LayerProof, spell: Spelling) -> str:
    layer = proof.bank.layer_spec
    pairs = [(count(axis.low, spell), count(axis.high, spell)) for axis in layer.axes()]
    texts = list(dict.fromkeys(low if low == high else f"({low}, {high})" for low, high in pairs))
    words = f"${texts[0]}$" if len(texts) == 1 else ", ".join(f"${text}$" for text in texts)
    return f"{'circular ' if layer.padding_mode == 'circular' else ''}padding {words}"


def _abstract(proof: LayerProof, spell: Spelling, kernels: Sequence[str]) -> tuple[str, ...]:
    bank = proof.bank
    phases = f"the ${count(bank.input_phases, spell)}$ phases of its input"
    outputs = f" and gives the ${count(bank.output_phases, spell)}$ phases of its output" if bank.output_phases != 1 else ""
    sizes = r" \times ".join(k if k.isdigit() else f"({k})" for k in kernels)
    kernel = f"kernel ${sizes}$"
    first = (
        f"The layer equals, for every input and all weights, a convolution of stride 1, dilation 1 and {kernel} that acts on "
        f"{phases}{outputs}. The new weights are copies of the old ones and structural zeros; the table of the expanded bank "
        "says which stands where."
    )
    return (f"{first} {_PROVENANCE}",)


def _remarks(proof: LayerProof, spell: Spelling) -> tuple[str, ...]:
    layer, bank = proof.layer, proof.bank
    origin = {
        "image": "Phase 0 starts at the first place of the image.",
        "padded": "Phase 0 starts where the padding starts, which gives the smallest kernel.",
    }
    order = {
        "channel_major": "Phases of one channel are neighbours (PyTorch's order of `pixel_unshuffle`).",
        "phase_major": "Channels of one phase are neighbours (the order of ONNX `SpaceToDepth` and of TensorFlow).",
    }
    out = [origin[bank.origin], order[bank.order]]
    if layer.bias and bank.output_phases != 1:
        out.append("Each bias is repeated for every output phase.")
    return tuple(out)
