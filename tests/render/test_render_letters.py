"""Letters of one's own: every formula says the same in them, clashes are refused by name, indices give way."""

from __future__ import annotations

import re
from functools import cache

import network_examples
import pytest
import sympy
from latex_reader import Book
from render_examples import PROOFS, document

import symstride as ss
from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.proof.record import Proof
from symstride.render.document import Definitions, Items
from symstride.render.letters import Renaming, formulas_of, parse_letters, renaming
from symstride.render.notation import plain
from symstride.render.prose import spans
from symstride.theorem import Theorem

k, s, p = sympy.symbols("k s p", integer=True)
HERS = {"x": "z", "w": r"\theta", "k": "n", "s": r"\sigma"}


@cache
def line() -> Theorem:
    """One axis, all sizes symbols."""
    return ss.prove(Conv(2, 3, k, s, p, ndim=1))


NAMES = ["phase-lemma-1", "finite-layer-1", "transposed-layer-1", "depthwise", "resampling"]
MAPS = [
    {"x": "z", "w": r"\theta", "k": "n", "s": r"\omega"}, {"x": "i", "k": "j", "w": "m", "o": "u"},
    {"x": "w", "w": "x"}, {"k": "S"}, {"s": r"\mathbf{s}", "C_in": "D", "rho": r"\varphi"},
]  # fmt: skip


@cache
def proof(name: str) -> Proof:
    return PROOFS[name]()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("letters", MAPS, ids=str)
def test_a_renaming_is_undone_by_its_inverse(name: str, letters: dict[str, str]) -> None:
    before = document(name)
    found = renaming(letters, before, proof(name))
    assert len(set(found.letters.values())) == len(found.letters)
    after = found.document(before)
    assert Renaming({new: old for old, new in found.letters.items()}).document(after) == before
    assert (after != before) == bool(found.letters)


def test_the_displayed_theorem_is_in_her_letters() -> None:
    theorem = line().in_letters(HERS)
    old, new = plain(line().document.claims[0].formula), plain(theorem.document.claims[0].formula)
    assert old != new
    sizes = {r"\sigma": 2, "s": 2, "k": 3, "n": 3, "p": 1, "N": 5}
    w, x, b = (lambda o, c, i: o + 3 * c + 5 * i), (lambda c, t: 7 * c + t * t), (lambda o: o)
    books = [(Book(sizes, {"w": w, "x": x, "b": b}), line()), (Book(sizes, {r"\theta": w, "z": x, "b": b}), theorem)]
    for book, printed in books:
        for block in printed.document.blocks:
            if isinstance(block, Definitions):
                for equation in block.equations:
                    book.define(plain(equation))
            if isinstance(block, Items) and block.look == "shorts":
                formulas = [span.text for text in block.texts for span in spans(text) if " = " in span.text]
                book.shorts |= dict(plain(formula).split(" = ") for formula in formulas)
    for o, m in ((0, 0), (2, 3), (1, 1)):
        names = {"o": o, "m": m}
        values = {book.value(side, names) for (book, _), text in zip(books, (old, new)) for side in text.split(" = ")}
        assert len(values) == 1


def test_paper_page_and_notebook_have_them() -> None:
    theorem = line().in_letters(r"x=z, w=\theta, k=n, s=\sigma")
    assert r"\sigma - 1" in theorem.statement
    assert theorem.statement in theorem._repr_latex_()
    formulas = " ".join(plain(formula) for formula in formulas_of(theorem.document))
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", formulas))
    assert "z" in letters
    assert letters.isdisjoint({"x", "w", "k", "s"})
    assert r"\theta[o, \poorbrk c" in theorem.latex()
    assert "<mi>&#x003B8;</mi>" in theorem.html()
    lines = [line.formula for line in theorem.proof]
    assert [plain(step.formula) for step in theorem.document.section("proof")[-1].steps] == lines  # type: ignore[union-attr]
    shown = theorem._repr_html_()
    assert "<mi>&#x003B8;</mi>" in shown
    assert "<mi>w</mi>" not in shown
    assert theorem.certificate() == line().certificate()


def test_an_index_of_the_proof_gives_way() -> None:
    """The sum over taps has another index than i where i is the kernel size."""
    found = line().in_letters("k=i")._renaming.letters
    assert found["k"] == "i"
    assert found["i"] not in {"i", *"wxbkspomju"}
    formulas = formulas_of(line().in_letters("k=i").document)
    assert any(rf"\sum_{{{found['i']}=0}}^{{i - 1}}" in formula for formula in formulas)


@pytest.mark.parametrize(
    ("letters", "one", "other"),
    [
        ("k=w", "k", "w"),
        ("x=z,w=z", "x", "w"),
        ("s=p", "s", "p"),
        ("b=X", "b", "X"),
        ("k=y", "k", "y"),
    ],
)
def test_a_clash_is_refused_by_name(letters: str, one: str, other: str) -> None:
    with pytest.raises(SpecError, match=rf"\b{one} and {other} would both be printed|\b{other} and {one} would both"):
        line().in_letters(letters)


def test_the_activation_keeps_its_sigma() -> None:
    theorem = ss.prove(Conv(1, 1, k, s, ndim=1, activation="relu"))
    with pytest.raises(SpecError, match="s and act would both be printed"):
        theorem.in_letters(r"s=\sigma")
    assert r"\phi" in theorem.in_letters(r"s=\sigma,act=\phi").statement


@pytest.mark.parametrize(
    "letters",
    [
        "x",
        "x=",
        "=z",
        "x=zz",
        "x=1",
        r"x=\input",
        r"x=\mathbf{xy}",
        "x=z_1",
        "x=z,x=y",
        "nothing=z",
        "x=z}",
        r"x=\def",
        "x=$",
    ],
)
def test_what_is_no_letter_is_refused(letters: str) -> None:
    with pytest.raises(SpecError, match="letters"):
        line().in_letters(letters)


def test_letters_are_read_from_one_line() -> None:
    assert parse_letters(r" x = z,w=\mathbf{w}, ") == {"x": "z", "w": r"\mathbf{w}"}


def test_a_letter_that_a_theorem_does_not_have_is_no_slip() -> None:
    """The same letters serve a layer without an activation."""
    assert line().in_letters("act=r,x=z").document == line().in_letters("x=z").document


def test_a_network_is_printed_in_them_and_keeps_its_names() -> None:
    theorem = network_examples.theorem("hourglass").in_letters("x=z,w=v")
    assert r"\bar{z}" in theorem.latex() or "z[" in theorem.latex()
    assert "down" in theorem.latex()
