"""A talk about a proof: the formulas are the document's, lines come one by one, and nothing leaves its slide."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from network_examples import document

from symstride.drawing.scene import Scene
from symstride.render.document import Picture, ProofChain, Statement
from symstride.render.engine import compile_pdf
from symstride.render.latex import broken
from symstride.render.slides import render_slides, slides_of


@pytest.mark.parametrize("name", ["keras", "phase-lemma-1", "linearity", "hourglass"])
def test_every_formula_of_the_theorem_and_its_proof_is_shown(name: str) -> None:
    made = document(name)
    shown = [block for slide in slides_of(made) for block in slide.blocks]
    for section in ("setting", "theorem", "proof"):
        for block in made.section(section):
            if isinstance(block, Statement):
                assert block in shown
            if isinstance(block, ProofChain) and not block.compact:
                lines = [piece for piece in shown if isinstance(piece, ProofChain)]
                assert [piece.steps for piece in lines] == [(step,) for step in block.steps]
                assert [piece.start for piece in lines][1:] == [step.formula for step in block.steps][:-1]
    source = render_slides(made)
    claims = [
        claim for section in ("theorem", "proof") for claim in made.section(section) if isinstance(claim, Statement)
    ]
    assert all(broken(claim.formula) in source for claim in claims)


def test_phases_come_one_after_the_other() -> None:
    source = render_slides(document("audio"))
    frames = set(re.findall(r"\\only<([\d,]+)>", source))
    turns = [",".join(map(str, range(rho, 7))) for rho in range(2, 7)]
    assert frames == set(turns)  # behind the places, each of five phases from its turn on
    (picture,) = (slide for slide in slides_of(document("audio")) if slide.has_steps)
    assert isinstance(picture.blocks[0], Picture)
    assert isinstance(picture.blocks[0].picture, Scene)


@pytest.mark.parametrize("name", ["keras", "chain"])
def test_nothing_leaves_its_slide(name: str, need: Callable[[str], str]) -> None:
    need("pdflatex")
    compiled = compile_pdf(render_slides(document(name)))
    assert (compiled.reason, compiled.warnings) == ("", ())
    assert 6 <= compiled.pages <= 40


@pytest.mark.full
@pytest.mark.parametrize("name", ["symbols-3d", "wide", "hostile"])
def test_nothing_leaves_more_slides(name: str, need: Callable[[str], str]) -> None:
    test_nothing_leaves_its_slide(name, need)


MORE = [
    "patches", "grouped", "depthwise", "transposed-layer-2", "unit-stride-3", "finite-layer-1", "resampling",
    "many blocks", "chain, layer by layer", "hourglass",
]  # fmt: skip


@pytest.mark.whole
@pytest.mark.parametrize("name", MORE)
def test_nothing_leaves_the_slides_of_any(name: str, need: Callable[[str], str]) -> None:
    test_nothing_leaves_its_slide(name, need)
