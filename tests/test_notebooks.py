"""What results show of themselves in a notebook: well-formed, escaped, in the notation of the papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
import sympy

import symstride
from symstride.check.crosscheck import cross_check
from symstride.equality.verdict import Equality
from symstride.errors import InternalError
from symstride.markup import mathml, table
from symstride.render.notebook import definitions_of
from symstride.theory.fields import receptive_field
from symstride.verdict import proved, refuted, unknown

k, s, p = sympy.symbols("k s p")
NUMBERS = symstride.Conv(3, 4, kernel=3, stride=2, padding=1, ndim=2)
SYMBOLS = symstride.Conv(3, 4, kernel=k, stride=s, padding=p, ndim=1)
HOSTILE = "<script>&"


def network(name: str = "tiny") -> symstride.Network:
    build = symstride.Builder(name)
    x = build.input("x", (3, 9, 9))
    return build.network(build.add(NUMBERS, x, name="stem"))


SHOWN: dict[str, Callable[[], Any]] = {
    "layer": lambda: NUMBERS,
    "bank": lambda: symstride.expand(NUMBERS),
    "symbolic bank": lambda: symstride.expand(SYMBOLS, phases=2),
    "theorem": lambda: symstride.prove(SYMBOLS),
    "catalogue": lambda: symstride.prove_general("phase-lemma", 1),
    "network": lambda: network(HOSTILE),
    "network theorem": lambda: symstride.prove(network(HOSTILE)),
    "line": lambda: symstride.prove(SYMBOLS).proof[1],
    "replay": lambda: symstride.prove(SYMBOLS).replayed,
    "proved": lambda: proved("1 <= s"),
    "refuted": lambda: refuted(HOSTILE),
    "unknown": lambda: unknown(HOSTILE),
    "table of layers": lambda: symstride.prove(network()).subject.table,
    "fields": lambda: receptive_field(network()),
    "reconstruction": lambda: symstride.perfect_reconstruction([[1, 1], [1, -1]], [[1, 1], [-1, 1]], 2),
    "entry of the catalogue": lambda: symstride.CATALOGUE["phase-lemma"],
    "equality": lambda: Equality("open", HOSTILE, reasons=(HOSTILE,)),
    "rank": lambda: symstride.rank(NUMBERS),
    "shifts": lambda: symstride.equivariance(NUMBERS),
    "shift refuted": lambda: symstride.equivariance(NUMBERS).at((1, 0)),
    "comparison": lambda: cross_check(NUMBERS, (8, 8), backends=["numpy"]),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_notebook_shows_is_whole_and_escaped(name: str) -> None:
    text = SHOWN[name]()._repr_html_()
    whole = ElementTree.fromstring(f"<div>{text}</div>".replace("<wbr>", "").replace("<br>", ""))
    assert "".join(whole.itertext()).strip()
    assert not {element.tag for element in whole.iter()} & {"script", "style", "link", "img", "iframe"}
    if name in ("network", "refuted", "unknown", "equality"):
        assert "&lt;script&gt;&amp;" in text


def test_a_theorem_shows_statement_definitions_hypotheses_and_its_folded_proof() -> None:
    theorem = symstride.prove(SYMBOLS)
    text = theorem._repr_html_()
    assert 'alttext="s \\ge 1"' in text
    assert text.count("<details>") == 1
    (folded,) = ElementTree.fromstring(text.replace("<wbr>", "").replace("<br>", "")).iter("details")
    assert len(list(folded.iter("li"))) == len(theorem.proof.lines) == len(theorem.propositions[0].lines)


def test_the_bank_has_one_name_in_theorem_and_bank() -> None:
    head = r"\widetilde{W}_{\rho}[o, c, u]"
    assert head in symstride.prove(SYMBOLS).statement
    assert head in symstride.expand(SYMBOLS)._repr_latex_()
    several = r"\widetilde{W}_{\tau;\rho}[o, c, u]"
    assert several in symstride.prove(SYMBOLS, phases=2).statement
    assert several in symstride.expand(SYMBOLS, phases=2)._repr_latex_()


def test_a_proof_is_read_line_by_line() -> None:
    theorem = symstride.prove_general("phase-lemma", 1)
    lines = list(theorem.proof)
    assert [line.number for line in lines] == list(range(1, len(theorem.proof.main.lines) + 1))
    assert lines[0].start == lines[-1].start
    assert lines[-1].behind is not None
    assert lines[-1].behind.is_it
    assert lines[-1].behind.steps == (theorem.steps - 1,)
    assert theorem.proof[-2:] == tuple(lines[-2:])


def test_a_networks_proof_has_no_lines() -> None:
    assert list(symstride.prove(network()).proof) == []


def test_only_definitions_that_are_needed_are_shown() -> None:
    definitions = ("z = 0", r"\bar{x}[t] = x[t] \, c", "c = 5", "e = f", "y[j] = \\bar{x}[2 j]")
    assert definitions_of("y[j] + z", definitions) == (
        "z = 0",
        r"\bar{x}[t] = x[t] \, c",
        "c = 5",
        "y[j] = \\bar{x}[2 j]",
    )


def test_a_table_escapes_all_but_markup() -> None:
    text = table(["a<b"], [[HOSTILE], [mathml("x")]], HOSTILE)
    assert text.count("&lt;script&gt;&amp;") == 2
    assert "<th>a&lt;b</th>" in text
    assert "<td><math " in text


def test_a_notebook_shows_an_error_as_an_error_and_our_own_bugs_with_their_traceback() -> None:
    with pytest.raises(symstride.SpecError) as caught:
        symstride.read("nn.Conv2d(3, 64, kernel_size=7, strides=2)")
    shown = caught.value._render_traceback_()
    assert shown == ["SpecError", *str(caught.value).splitlines()]
    assert [line.partition(":")[0] for line in shown[1:]] == ["asked", "expected", "got", "try"]
    assert not hasattr(InternalError, "_render_traceback_")
