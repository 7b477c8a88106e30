"""What results show of themselves in a notebook: well-formed, escaped, in the notation of the papers."""

from __future__ import annotations

import inspect
import re
import sys
import typing
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import sympy

import symstride
from symstride.check.crosscheck import cross_check
from symstride.equality.verdict import Equality
from symstride.errors import InternalError
from symstride.layers.lines.others import Layer
from symstride.layers.pools import AveragePool, MaxPool
from symstride.markup import mathml, table
from symstride.render.notebook import definitions_of
from symstride.theory.fields import receptive_field
from symstride.verdict import proved, refuted, unknown

k, s, p = sympy.symbols("k s p")
NUMBERS = symstride.Conv(3, 4, kernel=3, stride=2, padding=1, ndim=2)
SYMBOLS = symstride.Conv(3, 4, kernel=k, stride=s, padding=p, ndim=1)
CIRCULAR = symstride.Conv(2, 2, 3, 2, 1, ndim=1, padding_mode="circular", bias=False)
UP = symstride.ConvTranspose(4, 6, k, s, p, output_padding=sympy.Symbol("c"), ndim=2, groups=2)
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
    "identity": lambda: symstride.Identity("sum(f[i] for i in range(n))", "f[n - 1]", given="n >= 1"),
    "transposed layer": lambda: symstride.ConvTranspose(4, 6, (3, 2), 2, 1, groups=2),
    "transposed layer with symbols": lambda: UP,
    "theorem of a transposed layer": lambda: symstride.prove(UP),
    "form of a transposed layer": lambda: symstride.expand(UP),
    "pool with symbols": lambda: MaxPool((k,), s, p),
    "theorem of a pool": lambda: symstride.prove(MaxPool((k,), s, p)),
    "pool": lambda: MaxPool((3, 2), (2, 2), ((1, 1), (0, 0)), (1, 1)),
    "average pool": lambda: AveragePool((3,), (2,), ((1, 1),), (1,)),
    "cost": lambda: SYMBOLS.cost(sympy.Symbol("N")),
    "spectrum": lambda: symstride.spectrum(CIRCULAR, np.ones((2, 2, 3)), (8,)),
    "bounds of a norm": lambda: symstride.norm_bounds(CIRCULAR, np.ones((2, 2, 3))),
    "defect": lambda: symstride.shift_defect(CIRCULAR, np.ones((2, 2, 3), dtype=int), 1),
    "field": lambda: receptive_field(NUMBERS)[0],
    "sharing": lambda: symstride.sharing(SYMBOLS),
    "counterexample": lambda: symstride.Identity("f[0]", "f[1]").decide().witness,
    "coherence": lambda: symstride.coherence(CIRCULAR, np.arange(12).reshape(2, 2, 3)),
    "folding": lambda: symstride.folding(CIRCULAR, np.arange(12).reshape(2, 2, 3)),
    "singular value": lambda: symstride.singular_values(CIRCULAR, np.arange(12).reshape(2, 2, 3), 4)[0],
    "rank": lambda: symstride.rank(NUMBERS),
    "shifts": lambda: symstride.equivariance(NUMBERS),
    "shift refuted": lambda: symstride.equivariance(NUMBERS).at((1, 0)),
    "comparison": lambda: cross_check(NUMBERS, (8, 8), backends=["numpy"]),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", SHOWN)
def test_what_a_notebook_shows_is_whole_and_escaped(name: str) -> None:
    text = SHOWN[name]()._repr_html_()
    whole = ElementTree.fromstring(f"<div>{text}</div>".replace("<wbr>", "").replace("<br>", ""))
    assert "".join(whole.itertext()).strip()
    assert not {element.tag for element in whole.iter()} & {"script", "style", "link", "img", "iframe"}
    if name in ("network", "refuted", "unknown", "equality"):
        assert "&lt;script&gt;&amp;" in text


@pytest.mark.parametrize("name", ["table of layers", "equality", "folding"])
def test_a_prompt_shows_one_line(name: str) -> None:
    text = repr(SHOWN[name]())
    assert text.startswith("<")
    assert text.endswith(">")
    assert len(text) < 250
    assert "\n" not in text


FORMS = ("_repr_html_", "_repr_svg_", "_repr_latex_")
NO_RESULTS = {"Builder", "InPhases"}
"""What makes networks, and what is asked about; they show nothing by themselves."""
UNSAID = {"receptive_field": "ReceptiveField FieldTable", **dict.fromkeys(("no_worse", "overhead"), "None")}
"""What functions answer whose annotation leaves it open; of a number or a condition, nothing of ours."""
NOT_OURS = {"Any", "Integer", "Mapping", "NDArray", "None", "OrderedDict", "Sequence"}


def results() -> Iterator[type]:
    """The public classes, and those of what public functions answer."""
    public = {name: getattr(symstride, name) for name in symstride.__all__ if name not in NO_RESULTS}
    yield from (value for value in public.values() if isinstance(value, type) and not issubclass(value, Exception))
    modules = [module for name, module in sys.modules.items() if name.startswith("symstride.")]
    known = {name: value for module in modules for name, value in vars(module).items() if isinstance(value, type)}
    known |= {name: value for name, value in public.items() if isinstance(value, type)}
    known["Layer"] = symstride.Conv  # an alias, whose parts come now
    yield from typing.get_args(Layer)
    for name, function in public.items():
        if inspect.isfunction(function):
            variants = typing.get_overloads(function) or [function]
            answers = UNSAID.get(name) or " ".join(str(each.__annotations__["return"]) for each in variants)
            assert answers != "Any", name
            said = set(re.findall(r"[A-Z]\w+", answers))
            assert said <= NOT_OURS | known.keys(), name
            yield from (known[word] for word in said - NOT_OURS)


def test_every_public_result_has_a_form_for_notebooks() -> None:
    found = {each.__name__: each for each in results() if each.__module__.startswith("symstride.")}
    assert {"Theorem", "Bank", "Conv", "Network", "Verdict", "Equality", "Spectrum", "FieldTable"} <= found.keys()
    assert [name for name, each in found.items() if not any(hasattr(each, form) for form in FORMS)] == []


def test_an_identity_shows_its_sides_and_does_not_say_that_it_is_true() -> None:
    text = SHOWN["identity"]()._repr_html_()
    assert r'alttext="\sum_{i=0}^{n - 1} f[i] ="' in text
    assert 'alttext="n \\ge 1"' in text
    assert "neither proved nor refuted" in text


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
