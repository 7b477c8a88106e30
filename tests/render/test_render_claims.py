"""Every formula that a paper displays is a definition or a theorem's, under the theorem's hypotheses: read back."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
import sympy
from claims_reader import Block, blocks_of, faults, points, unclaimed, without_marks
from network_examples import paper as network_paper
from network_examples import theorem as network_theorem
from render_examples import PROOFS, layer

import symstride as ss
from symstride.layers.layer import Conv
from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import Theorem
from symstride.proof.lemmas import LEMMAS
from symstride.proof.record import Proof
from symstride.proof.statements.catalogue import GeneralSubject
from symstride.proof.statements.identity import IdentitySubject
from symstride.render.composition import document_of
from symstride.render.document import Document, ProofChain, Statement
from symstride.render.latex import broken, render_tex
from symstride.render.notation import plain
from symstride.render.page import display, mathlist, render_html
from symstride.render.paper import Paper, paper_of

k, s, p, r, d, C, D, a, N = sympy.symbols("k s p r d C_in C_out a N", integer=True)


def identity(axes: int) -> Proof:
    """A statement of one's own, with hypotheses and definitions."""
    return ss.Identity(
        "conv(w, late)[o, j]", "conv(w, x)[o, j + n]", given="0 <= n; 1 <= s",
        where={"conv(w, x)[o, j]": "sum(w[o, c, i]*x[c, s*j + i] for c in range(C) for i in range(k))",
               "late[c, t]": "x[c, t + s*n]"},
        letters="i k s j t n",
    ).prove(axes).proof  # fmt: skip


MADE: dict[str, Callable[[], Proof]] = {
    "dilated symbols": lambda: layer(Conv(3, 4, k, s, p, d, ndim=1)),
    "groups": lambda: layer(Conv(2 * C, 2 * D, k, s, p, d, groups=2, ndim=1)),
    "groups on phases": lambda: layer(Conv(2 * C, 2 * D, k, s, p, 1, groups=2, ndim=1), phases=a),
    "padded origin in groups": lambda: layer(Conv(2 * C, 2 * D, k, s, p, d, groups=2, ndim=1), origin="padded"),
    "two paddings": lambda: layer(Conv(C, 2, k, 2, ((p, r),), ndim=1, activation="relu")),
    "a plane, symbols for each axis": lambda: layer(Conv(1, 1, (k, r), (s, a), p, ndim=2, bias=False)),
    "groups in a plane": lambda: layer(Conv(2, 4, k, (s, 2), (p, 0), (d, 1), groups=2)),
    "plane of symbols": lambda: layer(Conv(1, 1, k, s, p, d, ndim=2, bias=False)),
    "circular symbols": lambda: layer(Conv(1, 1, k, s, p, 1, ndim=1, padding_mode="circular")),
    "circular padded": lambda: layer(Conv(1, 1, k, s, p, 1, ndim=1, padding_mode="circular"), origin="padded"),
    "size in symbols": lambda: layer(Conv(1, 2, 3, s, 1, ndim=1), size=(N,)),
    "depthwise in numbers": lambda: layer(Conv(4, 4, (2, 2), (2, 1), 1, groups=4, input_size=(5, 4))),
    "dilated in numbers": lambda: layer(Conv(2, 3, 3, 2, 1, dilation=2, ndim=1, input_size=(6,)), phases=2),
    "plane in numbers": lambda: layer(Conv(2, 1, (2, 3), 2, "same", activation="relu", input_size=(4, 3))),
}
GENERAL = [
    "phase-lemma-1", "subsampling-1", "single-layer-1", "finite-layer-1", "bank-entries-1", "pooling-1",
    "transposed-layer-1", "unit-stride-1", "boundaries-1",
]  # fmt: skip
LONG = ["phase-lemma-2", "unit-stride-2", "transposed-layer-2", "bank-entries-2", "pooling-2"]
NAMES = [*MADE, *GENERAL, *(pytest.param(name, marks=pytest.mark.full) for name in LONG)]


@cache
def made(name: str) -> tuple[Proof, Paper]:
    proof = (MADE | PROOFS)[name]()
    return proof, paper_of(proof)


@cache
def document(name: str) -> Document:
    return document_of(made(name)[1])


def claims_of(name: str) -> list[tuple[Block, Theorem]]:
    """What the document claims, each with its theorem: a claim of the certificate, or a lemma."""
    proof, _ = made(name)
    certified = replay(proof.certificate).claims
    blocks = [block for block in blocks_of(render_tex(document(name))) if block.claim]
    return [(block, certified.get(block.claim) or LEMMAS[block.claim]()) for block in blocks]


def is_lemma(name: str, block: Block) -> bool:
    """Is it cited, and not a claim of the certificate?  Such a one has letters of its own."""
    return block.claim not in made(name)[0].claims


def axes_of(proof: Proof) -> int:
    """How many axes a proof is about."""
    subject = proof.subject
    return subject.axes if isinstance(subject, GeneralSubject | IdentitySubject) else subject.layer.ndim


def sample(name: str, theorem: Theorem, rng: random.Random, own: bool) -> list:
    """Points for a theorem; a lemma (``own``) has letters of its own and none of the paper's definitions."""
    proof, paper = made(name)
    lines = [line.term for p in proof.propositions if p.theorem.concl is theorem.concl for line in p.lines]
    definitions = [] if own else [plain(text) for text in paper.definitions]
    shorts = [plain(text) for entry in paper.shorts for text in entry.equations]
    return points(theorem, lines, definitions, shorts, rng, 1 if own else axes_of(proof))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_every_formula_is_a_theorem_s_under_its_hypotheses(name: str, rng: random.Random) -> None:
    for block, theorem in claims_of(name):
        assert faults(block, theorem, sample(name, theorem, rng, is_lemma(name, block))) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_document_displays_nothing_else(name: str) -> None:
    source = render_tex(document(name))
    read = [formula for block in blocks_of(source) for formula in block.formulas]
    assert sorted(read) == sorted(without_marks(broken(text)) for text in document(name).formulas)
    assert unclaimed(source) == []
    _, paper = made(name)
    shown = [claim.claim for claim in document(name).claims]
    assert shown[0] == paper.results[0].claim
    assert sorted(shown) == sorted(claim.claim for claim in (*paper.results, *paper.lemmas, *paper.families))


@pytest.mark.parametrize("name", NAMES)
def test_a_lemma_stands_before_the_proof_that_cites_it(name: str) -> None:
    _, paper = made(name)
    shown = [block.claim for block in document(name).blocks if isinstance(block, Statement | ProofChain)]
    numbers = {lemma.number: lemma.claim for lemma in paper.lemmas}
    proofs = {claim: len(shown) - 1 - shown[::-1].index(claim) for claim in shown}
    for result in (*paper.results, *paper.lemmas):
        cited = {numbers[number] for step in result.steps for number in step.lemmas}
        assert all(shown.index(lemma) < proofs[result.claim] for lemma in cited)


def _first_display(text: str) -> str:
    """The page from its next displayed formula on."""
    return text[text.find('<span class="formula">') :]


@pytest.mark.parametrize("name", ["dilated symbols", "groups on phases", "finite-layer-1"])
def test_the_page_has_the_same_hypotheses_in_front_of_the_same_formulas(name: str) -> None:
    page = render_html(document(name))
    for claim in document(name).claims:
        let = f"Let {mathlist(claim.hypotheses, '.')} Then" if claim.hypotheses else ""
        behind = page.split(let) if let else [page]
        shown = str(display(claim.formula))
        assert any(_first_display(text).startswith(shown) for text in behind[1:]) or (not let and shown in page)


SAMPLED = ["dilated symbols", "groups on phases", "groups in a plane", "finite-layer-1", "unit-stride-1"]
OTHERS = [name for name in (*MADE, *GENERAL, *LONG) if name not in SAMPLED]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", [*SAMPLED, *(pytest.param(name, marks=pytest.mark.full) for name in OTHERS)])
def test_a_hypothesis_that_is_left_out_is_noticed(name: str, rng: random.Random) -> None:
    tried = 0
    for block, theorem in claims_of(name):
        where = sample(name, theorem, rng, is_lemma(name, block))
        for n in range(len(block.hypotheses)):
            short = dataclasses.replace(block, hypotheses=block.hypotheses[:n] + block.hypotheses[n + 1 :])
            assert faults(short, theorem, where)
            tried += 1
    assert tried >= 1


@pytest.mark.parametrize("name", ["single-layer-1", "unit-stride-1"])
def test_a_wrong_formula_is_noticed(name: str, rng: random.Random) -> None:
    block, theorem = claims_of(name)[0]
    where = sample(name, theorem, rng, own=False)
    for n, formula in enumerate(block.formulas):
        left, sign, right = formula.partition(" = ") if n == 0 else ("", "", formula)
        formulas = (*block.formulas[:n], f"{left}{sign}{right} + 1", *block.formulas[n + 1 :])
        assert faults(dataclasses.replace(block, formulas=formulas), theorem, where)


# ------------------------------------------------------------------------------------------------ networks


@pytest.mark.parametrize("name", ["hourglass", "hourglass, layer by layer"])
def test_every_claim_of_a_network_is_a_theorem_s_under_its_hypotheses(name: str, rng: random.Random) -> None:
    certified = replay(network_theorem(name).certificate()).claims
    source, paper = network_theorem(name).latex(), network_paper(name)
    assert unclaimed(source) == []
    blocks = blocks_of(source)
    printed = [(block, after) for block, after in pairwise(blocks) if block.claim and not after.claim]
    for (block, where), claim in zip(printed, paper.claims, strict=True):
        theorem = certified[block.claim]
        shorts = [plain(text) for entry in claim.shorts for text in entry.equations]
        sample = points(theorem, (), where.formulas, shorts, rng)
        assert faults(block, theorem, sample) == []
        for n in range(len(block.hypotheses)):
            short = block.hypotheses[:n] + block.hypotheses[n + 1 :]
            assert faults(dataclasses.replace(block, hypotheses=short), theorem, sample)


def test_what_works_place_by_place_is_true_as_printed(rng: random.Random) -> None:
    certified = replay(network_theorem("hourglass").certificate()).claims
    phases = [rf"{big}_{{\tau}}[c, m] = {small}[c, a m + \tau]" for big, small in ("Xx", "Yy", "Zz")]
    blocks = {block.claim: block for block in blocks_of(network_theorem("hourglass").latex())}
    for claim in network_paper("hourglass").places:
        theorem = certified[claim.claim]
        made = [plain(claim.made)] if claim.made else []
        where = [p for p in points(theorem, (), [*phases, *made], [], rng) if p.book.numbers["a"] >= 1]
        assert faults(blocks[claim.claim], theorem, where) == []


def test_letters_of_a_transposed_layer_beside_others_are_its_own() -> None:
    said = {(plain(entry.symbols), entry.meaning) for entry in network_paper("hourglass").symbols}
    assert {(r"\rho", "input phase: place inside a cell"), (r"\rho", "for a transposed layer, output phase")} <= said
    _, claim = network_paper("hourglass").claims
    heads = {plain(equation).partition("[")[0] for equation in claim.where}
    assert {r"Y_{\rho}", r"\widetilde{W}_{\rho}"} <= heads
    assert not any(r"\tau" in equation for equation in claim.where)  # its input has one phase
