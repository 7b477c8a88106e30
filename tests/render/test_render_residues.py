"""Residues of generality are put away before print, by equations of the kernel, and nothing else is changed."""

from __future__ import annotations

import random
import re

import pytest
from claims_reader import noise
from render_examples import paper

from symstride.proof.kernel.terms import Term
from symstride.proof.language.meaning import Environment, evaluate
from symstride.proof.language.syntax import apply, bracket, entry, equal, integer, product, total
from symstride.proof.tactics.rewriting import left, right
from symstride.render.notation import Notation, plain
from symstride.render.parts import checked_tidy
from symstride.render.residues import has_residues, without_residues

wx = product(entry("w", "o", "c", "i"), entry("x", "c + o//1", "t + i%1"))
RESIDUES: dict[str, tuple[Term, str]] = {
    "a quotient": (entry("x", "o//1", "t"), "x[o, t]"),
    "a remainder": (entry("x", "o", "t + i % 1"), "x[o, t]"),
    "of what is bound": (total("i", 0, "k", entry("x", "i//1", "(i + t) % 1")), r"\sum_{c=0}^{k - 1} x[c, 0]"),
    "one channel": (total("c", 0, 1, total("i", 0, "k", wx)), r"\sum_{i=0}^{k - 1} w[o, 0, i] \, x[o, t]"),
    "one tap": (total("c", 0, "C", total("i", "p", "p + 1", wx)), r"\sum_{c=0}^{C - 1} w[o, c, p] \, x[c + o, t]"),
    "in brackets": (product(bracket(equal("o//1", "t")), entry("b", "o")), "[o = t] \\, b[o]"),
    "behind an activation": (apply("act", total("c", 0, 1, entry("b", "c + o"))), r"\sigma\bigl(b[o]\bigr)"),
}


@pytest.mark.parametrize("name", RESIDUES)
def test_a_residue_is_not_printed(name: str, rng: random.Random) -> None:
    term, printed = RESIDUES[name]
    assert has_residues(term)
    assert plain(Notation([term])(term)) == printed
    proved = without_residues(term)
    assert (left(proved), proved.hyps) == (term, frozenset())
    for seed in range(5):
        numbers = {key[0]: rng.randrange(4) for key in term.free if key[1] < 0}
        tensors = {key: noise(seed, key[0]) for key in term.free if key[1] >= 0}
        world = Environment(integers=numbers, tensors=tensors, functions={"act": noise(seed, "act")})
        assert evaluate(term, world) == evaluate(right(proved), world) == evaluate(checked_tidy(term), world)


def test_what_is_no_residue_stays() -> None:
    for text in ("o//2", "o % 2", "o//s", "1//o", "0 % o"):
        assert not has_residues(integer(text))
    pair = total("c", 0, 2, entry("x", "c", "t"))
    assert right(without_residues(pair)) is pair


def test_sums_over_a_position_go_all_or_none() -> None:
    """One axis of three with one tap keeps its sum, so that one bold index stands for all three."""
    body = entry("x", "c", "i1", "i2", "i3")
    some = total("c", 0, 1, total("i1", 0, 1, total("i2", 0, 7, total("i3", 0, 7, body))))
    assert plain(Notation([some], axes=3)(some)) == r"\sum_{\mathbf{t}=0}^{(0, 6, 6)} x[0, \mathbf{t}]"
    none = total("c", 0, 4, total("i1", 0, 1, total("i2", 0, 1, total("i3", 0, 1, body))))
    assert plain(Notation([none], axes=3)(none)) == r"\sum_{c=0}^{3} x[c, 0, 0, 0]"


@pytest.mark.parametrize("name", ["depthwise", "patches", "shortcut", "audio", "unit"])
def test_no_paper_of_a_layer_prints_one(name: str) -> None:
    made = paper(name)
    printed = [*made.definitions, *(result.statement for result in made.results)]
    printed += [step.formula for result in made.results for step in result.steps]
    for formula in map(plain, printed):
        assert not re.search(r"/ 1 \\rfloor|\\bmod 1\b|\\sum_\{(\S+)=(-?\d+)\}\^\{\2\}", formula)
