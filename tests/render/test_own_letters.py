"""Any name may be a symbol of a layer: the theorem is the same, and whatever else is called so gives way in print."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path
from string import ascii_letters

import pytest
import sympy
from latex_reader import Book

import symstride as ss
from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.proof.language.translate import own_name
from symstride.render.composition import document_of
from symstride.render.letters import Renaming, formulas_of, own_letters
from symstride.render.notation import Notation, plain
from symstride.render.paper import Paper, paper_of
from symstride.render.spelling import spelled
from symstride.theorem import Theorem

WORDS = ("tau", "rho", "act", "conv", "bank", "hole_", "m1", "x_", "own", "ownm", "sigma", "m_1", "w_in", "K1", "dl")
NAMES = (*ascii_letters, *WORDS)
USUAL = ("C_in", "C_out", "k", "s", "p", "dl")
SIZES = (2, 3, 3, 2, 1, 2)
"""Channels, kernel, stride, padding and dilation; the names that stand for them differ, so that none is mistaken."""


@cache
def proved(names: tuple[str, ...], axes: int = 1) -> Theorem:
    """A layer with these symbols, on each axis the same."""
    channels, outputs, k, s, p, d = map(sympy.Symbol, names)
    return ss.prove(Conv(channels, outputs, k, s, p, d, ndim=axes), input_size=sympy.Symbol("N_0"))


def noise(seed: str) -> Callable[..., int]:
    return lambda *places: zlib.crc32(f"{seed} {places}".encode()) % 11 - 5


@cache
def paper(names: tuple[str, ...]) -> tuple[Paper, Renaming]:
    """The paper about that layer, without checks on numbers, and how its letters were found."""
    plain_paper = paper_of(proved(names).proof)
    own = own_letters(plain_paper)
    renamed = own.paper(plain_paper)
    assert isinstance(renamed, Paper)
    return renamed, own


def printed(names: tuple[str, ...]) -> list[int]:
    """The values of both sides of the theorem, and of each line of its proof, read from what is printed."""
    made, renaming = paper(names)
    moved = renaming.letters
    own = {renaming.formula(spelled(own_name(name))): size for name, size in zip(names, SIZES, strict=True)}
    assert len(own) == len(names)
    book = Book(own | {"N_{0}": 7}, {moved.get(name, name): noise(name) for name in ("w", "x", "b")})
    for entry in made.shorts:
        book.shorts |= dict(plain(equation).split(" = ") for equation in entry.equations)
    for equation in made.definitions:
        book.define(plain(equation))
    result = made.results[0]
    chain = [plain(formula) for formula in (result.start, *(step.formula for step in result.steps))]
    at = [{moved.get("o", "o"): o, moved.get("m", "m"): m} for o, m in ((0, 0), (2, 1), (1, 2))]
    return [book.value(text, names) for names in at for text in (*plain(result.statement).split(" = "), *chain)]


def check(names: tuple[str, ...]) -> None:
    assert printed(names) == printed(USUAL)
    letters = paper(names)[1].letters
    assert len(set(letters.values())) == len(letters)
    for name in names:
        if len(name) == 1:  # it is printed as it is called, and stands for nothing else
            assert letters.get(rf"\mathit{{own{name}}}", name) == name
            assert letters.get(name, "") != name
    strange = re.findall(r"own\w*", " ".join(map(plain, formulas_of(document_of(paper(names)[0])))))
    assert set(strange) <= {*names}


GROUPS = [(NAMES[n : n + 6] + USUAL)[:6] for n in range(0, len(NAMES), 6)]
"""All names, six at a time."""


HERS = ("m", "q", "x", "w", "i", "W")


def test_the_theorem_is_the_same_whatever_the_symbols_are_called() -> None:
    check(HERS)


@pytest.mark.full
@pytest.mark.parametrize("names", [("o", "j", "m", "m1", "tau", "c"), ("u", "b", "X", "y", "rho", "act")], ids=" ".join)
def test_the_theorem_is_the_same_in_more_letters(names: tuple[str, ...]) -> None:
    check(names)


@pytest.mark.whole
@pytest.mark.parametrize("names", GROUPS, ids=" ".join)
def test_the_theorem_is_the_same_in_all_letters(names: tuple[str, ...]) -> None:
    check(names)


def test_symbols_of_each_axis_are_bold_together() -> None:
    m = sympy.symbols("m1:3")
    theorem = ss.prove(Conv(1, 1, m, 2, ndim=2))
    formulas = " ".join(plain(formula) for formula in formulas_of(theorem.document))
    assert r"\mathbf{m}" in formulas
    assert "own" not in formulas


@pytest.mark.full
def test_every_face_has_them(tmp_path: Path) -> None:
    """Page, paper, slides, fragment, notebook, and the certificate, which is replayed from its file."""
    theorem = proved(HERS)
    faces = {
        "page": re.sub(r"(?s)<script.*?</script>|<textarea.*?</textarea>", "", theorem.html()),
        "paper": theorem.latex(), "slides": theorem.slides(), "fragment": theorem.fragment(),
        "notebook": theorem._repr_html_(), "line": theorem.proof[0]._repr_html_(), "markdown": theorem.markdown(),
    }  # fmt: skip
    assert [name for name, text in faces.items() if re.search(r"\bown[a-z]\b", text)] == []
    said = dict(re.findall(r"\\providecommand\{\\ss(\w+)\}\{(.*)\}", faces["fragment"]))
    assert all(said[name] == name for name in HERS)
    assert len(set(said.values())) == len(said)
    (tmp_path / "certificate.json").write_text(theorem.certificate(), encoding="utf-8")
    report = ss.replay(tmp_path / "certificate.json")
    assert report.hypotheses == ("1 <= ownW", "1 <= ownw")
    assert tuple(map(str, theorem.hypotheses)) == ("1 <= W", "1 <= w")
    assert json.loads(theorem.certificate())["about"]["layer"]["kernel"] == [{"expr": "x"}]


def test_what_is_said_in_sympy_captures_no_symbol() -> None:
    """The place of the output is m too, and is another one."""
    m, i = sympy.symbols("m i_1", integer=True)
    said = ss.prove(Conv(1, 1, m, i, ndim=1)).to_sympy()
    assert {"m", "ownm", "owni_1"} <= {symbol.name for symbol in said.free_symbols}
    assert {str(each) for each in ss.prove(Conv(1, 1, m, i, ndim=1)).hypotheses} == {"1 <= owni_1"}


def test_a_letter_for_one_of_them_is_a_letter_for_the_symbol() -> None:
    theorem = proved(HERS).in_letters("m=M,x=n")
    assert r"\sum_{c=0}^{M - 1}" in plain(theorem.document.claims[0].formula)
    with pytest.raises(SpecError, match="m and q would both be printed"):
        proved(HERS).in_letters("m=q")


def test_the_layer_and_its_bank_have_them() -> None:
    k, s = sympy.symbols("u x", integer=True)
    layer = Conv(2, 3, k, s, 1, ndim=1)
    bank = ss.expand(layer)
    for rho, u, c in permutations(range(3)):
        at = {bank.indices.rho[0]: rho, bank.indices.u[0]: u, bank.indices.c: c}
        found = bank.entry.subs(at).subs({k: 3, s: 4})
        tap = 4 * u + rho + 1
        assert found == (bank.indices.w[bank.indices.o, c, tap] if tap < 3 else 0)
    assert {symbol.name for symbol in bank.entry.free_symbols} >= {"u", "x"}
    for text in (bank._repr_latex_(), layer._repr_latex_()):
        assert "{x}[" not in text
        assert " x[" not in text


def test_an_operator_with_the_name_of_its_index_is_refused() -> None:
    """Its formula could not tell the two apart."""
    with pytest.raises(SpecError, match="rename"):
        ss.convolution_tensor(Conv(1, 1, 3, sympy.Symbol("j"), ndim=1), sympy.Symbol("N"))


def test_an_identity_keeps_its_letters_whatever_they_are() -> None:
    """What is printed, read back with these names alone, is the sum that the text says."""
    names = [name for name in ascii_letters if name not in "i"]
    for tensor, size, shift in zip(names, names[1:] + names[:1], names[2:] + names[:2], strict=True):
        subject = ss.Identity(f"sum({tensor}[i + {shift}] for i in range({size}))", "0").subject()
        left = subject.statement[1].args[0]
        signal = noise(tensor)
        book = Book({size: 3, shift: 2}, {tensor: signal})
        assert book.value(plain(Notation([left])(left)), {}) == sum(signal(i + 2) for i in range(3))
