"""Kernel terms in LaTeX: names, brackets, signs, ranges, definitions; golden output that people can read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_examples import PROOFS, TEXTS, paper

import symstride as ss
from symstride.errors import InternalError
from symstride.proof.kernel.terms import Term, make, num, plus
from symstride.proof.language.definitions import bank, conv, extend, phases, wrap
from symstride.proof.language.syntax import (
    apply,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    use,
)
from symstride.proof.language.syntax import total as summed
from symstride.render import parts
from symstride.render.abbreviations import abbreviations
from symstride.render.claims import Result
from symstride.render.forms import FORMS
from symstride.render.notation import Notation, plain
from symstride.render.parts import checked_tidy
from symstride.render.spelling import Spelling, spelled

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("SYMSTRIDE_GOLDEN") == "write"


def latex(term: Term) -> str:
    return plain(Notation([term])(term))


def compare(name: str, text: str) -> None:
    """The text against its golden file; SYMSTRIDE_GOLDEN=write writes the file instead."""
    file = GOLDEN / name
    if WRITE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


# ------------------------------------------------------------------------- node by node

x, w = tensor("x", 2), tensor("w", 3)
strided = mapping(["o", "j"], use(conv(1), w, x, "C", "k", "s", "dl", "p", "o", "j"))

TERMS: dict[str, tuple[Term, str]] = {
    "subtraction": (integer("a - b"), "a - b"),
    "negative first": (integer("-p + i"), "i - p"),
    "negative alone": (integer("-p"), "-p"),
    "number last": (integer("3 + a - 5"), "a - 2"),
    "minus a sum": (integer("a - 2*(b + c)"), "a - 2 b - 2 c"),
    "product of a sum": (integer("s*(a - 1)"), "s (a - 1)"),
    "number behind a factor": (make("mul", integer("s//2"), make("mul", integer("t"), num(3))),
                               r"3 \lfloor s / 2 \rfloor t"),
    "numbers meet": (make("mul", integer("s%2"), integer("5//k")), r"(s \bmod 2) \lfloor 5 / k \rfloor"),
    "floor": (integer("(-p)//(s*a)"), r"\lfloor -p / (s a) \rfloor"),
    "floor of a sum": (integer("(a + b)//2"), r"\lfloor (a + b) / 2 \rfloor"),
    "remainder": (integer("t % n"), r"t \bmod n"),
    "remainder in a sum": (integer("a + t % n"), r"a + (t \bmod n)"),
    "remainder of a sum": (integer("(a + b) % n"), r"(a + b) \bmod n"),
    "words": (integer("n*hi*lo"), r"n \, \mathit{hi} \, \mathit{lo}"),
    "less": (below("tau", "a"), r"\tau < a"),
    "less than a sum": (below("j", "M + 1"), "j < M + 1"),
    "at most": (at_most("dl", 3), r"\delta \le 3"),
    "bracket": (bracket(equal("t", "s*u + rho")), r"[t = s u + \rho]"),
    "two brackets in one": (product(bracket(at_most(0, "t")), bracket(below("t", "N")), entry("x", "c", "t")),
                            r"[0 \le t < N] \, x[c, t]"),
    "brackets apart": (product(bracket(at_most(0, "t")), bracket(below("u", "N")), entry("x", "c", "t")),
                       r"[0 \le t] \, [u < N] \, x[c, t]"),
    "sum": (summed("i", 0, "k", entry("w", "o", "c", "i")), r"\sum_{i=0}^{k - 1} w[o, c, i]"),
    "sum to a number": (summed("i", 0, 3, entry("w", "o", "c", "i")), r"\sum_{i=0}^{2} w[o, c, i]"),
    "sum from below": (summed("u", -1, "m + 1", entry("f", "u")), r"\sum_{i=-1}^{m} f[i]"),
    "sum of a sum of terms": (summed("i", 0, "k", plus(entry("f", "i"), entry("g", "i"))),
                              r"\sum_{i=0}^{k - 1} (f[i] + g[i])"),
    "sum as a factor in front": (product(summed("i", 0, "k", entry("f", "i")), entry("g", "j")),
                                 r"(\sum_{i=0}^{k - 1} f[i]) \, g[j]"),
    "sum as the last factor": (product(entry("g", "j"), summed("i", 0, "k", entry("f", "i"))),
                               r"g[j] \, \sum_{i=0}^{k - 1} f[i]"),
    "sum and a bias": (plus(summed("i", 0, "k", entry("f", "i")), entry("b", "o")), r"b[o] + \sum_{i=0}^{k - 1} f[i]"),
    "free name kept": (product(entry("f", "i"), summed("v", 0, "k", entry("f", "v"))),
                       r"f[i] \, \sum_{i'=0}^{k - 1} f[i']"),
    "scalar": (entry("c"), "c"),
    "activation": (apply("act", entry("b", "o")), r"\sigma\bigl(b[o]\bigr)"),
    "convolution": (use(conv(1), w, x, "C", "k", "s", "dl", "p", "o", "j"), r"(w \star x)[o, j]"),
    "extension": (use(extend(1), x, "N", "c", "t"), r"\bar{x}[c, t]"),
    "repetition": (use(wrap(1), x, "N", "c", "t - 1"), r"\mathring{x}[c, t - 1]"),
    "phases of the input": (use(phases(1), x, "S", "rho", "c", "m + u"), r"X_{\rho}[c, m + u]"),
    "phases of the output": (use(phases(1), strided, "a", "tau", "o", "m"), r"Y_{\tau}[o, m]"),
    "one phase of the output": (use(phases(1), strided, 1, 0, "o", "m"), r"(w \star x)[o, m]"),
    "bank": (use(bank(1), w, "k", "s", "dl", "p", "a", "tau", "o", "rho", "c", "u"),
             r"\widetilde{W}_{\tau;\rho}[o, c, u]"),
    "bank for one phase": (use(bank(1), w, "k", "s", "dl", "p", 1, 0, "o", "rho", "c", "u"),
                           r"\widetilde{W}_{\rho}[o, c, u]"),
}  # fmt: skip


@pytest.mark.parametrize("title", TERMS)
def test_a_term_is_printed(title: str) -> None:
    term, expected = TERMS[title]
    assert latex(term) == expected


def test_other_parameters_are_another_symbol() -> None:
    usual = use(conv(1), w, x, "C", "k", "s", "dl", "p", "o", "j")
    other = use(conv(1), w, x, "C", "k", 1, "dl", "p", "o", "s*j")
    assert latex(equal(usual, other)) == r"(w \star x)[o, j] = (w \star_{1} x)[o, s j]"


def test_an_unknown_definition_is_printed_with_all_its_arguments() -> None:
    from symstride.proof.language.syntax import bracket, define

    odd = define("odd_one", [], ["n", "m"], bracket(below("n", "m")))
    assert latex(equal(use(odd, 1, "k"), bracket(below(1, "k")))) == r"\mathrm{odd\_one}[1, k] = [2 \le k]"


def test_an_abbreviation_stands_where_exactly_its_term_does() -> None:
    notation = Notation([integer("s*a*m + t")], {"S": integer("s*a")})
    assert plain(notation(integer("s*a*m + s*b"))) == "S m + s b"


def test_an_abbreviation_yields_to_a_name() -> None:
    notation = Notation([integer("S + s*a")], {"S": integer("s*a")})
    assert plain(notation(integer("S + s*a"))) == "S + s a"


# ------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "expected"),
    [("k", "k"), ("s1", "s_{1}"), ("tau2", r"\tau_{2}"), ("dl", r"\delta"), ("i_", "i'"), ("i1__", "i_{1}''"),
     ("kh3", r"\mathit{kh}_{3}"), ("C_in", r"C_{\mathrm{in}}"), ("C2_in_a", r"C_{2,\mathrm{in\_a}}"),
     ("hi", r"\mathit{hi}")],
)  # fmt: skip
def test_a_name_is_spelled(name: str, expected: str) -> None:
    assert spelled(name) == expected


def test_names_that_would_look_alike_are_told_apart() -> None:
    spell = Spelling()
    assert [spell("dl"), spell("delta"), spell("dl")] == [r"\delta", r"\mathtt{delta}", r"\delta"]


@given(st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,4}", fullmatch=True), unique=True, max_size=30))
def test_spelling_is_one_to_one(names: list[str]) -> None:
    spell = Spelling()
    assert len({spell(name) for name in names}) == len(names)


# ------------------------------------------------------------------------- what is printed equals what was proved


def test_tidying_is_checked_by_the_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "tidy", lambda term: integer("s*j + i + 1"))
    with pytest.raises(InternalError, match="ring"):
        checked_tidy(integer("s*j + i"))


@pytest.mark.parametrize("name", TEXTS)
def test_letters_of_texts_are_their_authors(name: str) -> None:
    assert paper(name).letters == ()
    assert paper(name).figures == ()


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", [name for name in PROOFS if name not in TEXTS])
def test_every_symbol_is_explained(name: str) -> None:
    made = paper(name)
    shorts = [equation for entry in made.shorts for equation in entry.equations]
    explained = _symbols([entry.symbols for entry in made.symbols] + shorts + _heads(made.opening))
    main, *others = made.results
    assert _symbols(_formulas(main)) - explained - SIGNS == set()  # by what stands in front of the theorem
    explained |= _symbols([entry.symbols for entry in made.further] + _heads(made.definitions))
    printed = _symbols([text for result in others for text in _formulas(result)])
    assert printed - explained - SIGNS == set()


@pytest.mark.parametrize("name", TEXTS)
def test_texts_name_their_letters_themselves(name: str) -> None:
    made = paper(name)
    explained = _symbols(_heads(made.definitions))
    for result in made.results:
        bound = ["".join(found) for text in _formulas(result) for found in BOUND.findall(plain(text))]
        explained |= _symbols([result.quantified, *bound])
        assert _symbols(_formulas(result)) - explained - SIGNS == set()


def _formulas(result: Result) -> list[str]:
    return [result.statement, result.start, *(step.formula for step in result.steps)]


def _heads(definitions: Iterable[str]) -> list[str]:
    return [definition.split("[")[0] for definition in definitions]


BOUND = re.compile(r"\\sum_\{([^=]*)=|\(([^()]*) \\mapsto")


def _symbols(texts: list[str]) -> set[str]:
    """Letters and commands."""
    return {token for text in texts for token in re.findall(r"\\[A-Za-z]+|[A-Za-z]", plain(text))}


SIGNS = _symbols(
    [
        r"\sum \le \lfloor \rfloor \lceil \rceil \mid \bmod \star \circledast \bigl \bigr \cdot \mapsto",
        r"\mathit \mathrm \mathtt \mathbf \boldsymbol T",
    ]
)


# ------------------------------------------------------------------------- golden output


@pytest.mark.parametrize("name", ["phase-lemma-1", "phase-lemma-2", "keras", "grouped", "symbols"])
def test_a_chain_reads_as_before(name: str) -> None:
    made = paper(name)
    lines = [f"# {made.title}", "", *(plain(d) for d in made.definitions), ""]
    lines += [f"{q}" for e in made.shorts for q in map(plain, e.equations)]
    for result in made.results:
        lines += ["", f"## {result.kind} {result.number}"]
        lines += [f"let  {plain(h)}" for h in result.hypotheses]
        lines += [f"then {plain(result.statement)}"]
        lines += [f"     {plain(result.start)}"] if result.start else []
        lines += [f"  =  {plain(step.formula)}" for step in result.steps]
    compare(f"{name}.txt", "\n".join(lines) + "\n")


def test_the_abbreviations_come_from_the_first_bank() -> None:
    proof = PROOFS["phase-lemma-1"]()
    found = abbreviations([proof.main.theorem.concl])
    assert {k: str(v) for k, v in found.items()} == {
        "S": "s*a",
        "e": "(((s*a*u + rho) + p) + -1*s*tau)",
        "u^-": "(-1*p div s*a)",
        "u^+": "(((s*(a + -1) + dl*(k + -1)) + -1*p) div s*a)",
    }


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_known_by_its_content(name: str) -> None:
    """A definition of one's own under the name of a printed form is printed in full, and nothing is abbreviated."""
    identity = ss.Identity(f"{name}[3*t + 1]", "h[6*t + 2]", where={f"{name}[t]": "h[2*t]"})
    assert rf"\mathrm{{{name}" in identity.prove().paper.results[0].statement.replace(r"\_", "_")
    assert identity.prove().paper.shorts == ()
