"""What a paper says: statements, reasons, hypotheses, references, all from the proof."""

from __future__ import annotations

import dataclasses
import re

import pytest
from latex_reader import Book
from render_examples import LAYERS, PROOFS, document, layer, paper

from symstride.errors import InternalError
from symstride.export.checks import checks_of
from symstride.layers.layer import Conv
from symstride.proof.kernel.rules import axiom, ring
from symstride.proof.language.syntax import integer
from symstride.proof.lemmas import LEMMAS
from symstride.proof.statements.phase_lemma import axis_hypotheses
from symstride.render.claims import printed_lines, rests_on
from symstride.render.document import Prose
from symstride.render.hypotheses import hypotheses_latex
from symstride.render.notation import WEAK, Notation, plain
from symstride.render.paper import paper_of
from symstride.render.parts import checked_tidy
from symstride.render.prose import listed, words
from symstride.render.references import bibtex, cited, library


def test_the_chain_is_the_theorems_own() -> None:
    proof = PROOFS["keras"]()
    steps = paper("keras").results[0].steps
    assert [step.reason for step in steps] == [line.reason for line in proof.main.lines]
    notation = Notation([proof.main.theorem.concl], axes=2)
    assert plain(notation(proof.main.lines[-1].term)) == plain(steps[-1].formula)


def test_lines_that_change_nothing_are_left_out() -> None:
    proof = PROOFS["keras"]()
    unit = next(p for p in proof.propositions[1:] if p.lines)
    still = [line for before, line in zip(unit.lines, unit.lines[1:])
             if checked_tidy(before.term) is checked_tidy(line.term)]  # fmt: skip
    assert still
    assert len(printed_lines(unit)) == len(unit.lines) - len(still)


def test_every_cited_lemma_is_stated() -> None:
    made = paper("finite-layer-1")
    cited_numbers = {n for result in (*made.results, *made.lemmas) for step in result.steps for n in step.lemmas}
    assert cited_numbers == {lemma.number for lemma in made.lemmas}
    assert all(lemma.statement for lemma in made.lemmas if lemma.claim in LEMMAS)


@pytest.mark.parametrize(
    "name", ["keras", "grouped", "finite-layer-1", "single-layer-1", "transposed-layer-1", "linearity"]
)
def test_no_claim_stands_without_steps_or_a_reason(name: str) -> None:
    made = paper(name)
    for result in (*made.results, *made.lemmas):
        assert bool(result.steps) + bool(result.reasons) + bool(result.rests) == 1
    texts = [words(block.text) for block in document(name).blocks if isinstance(block, Prose)]
    grounds = [words(block.ground) for block in document(name).claims if block.ground]
    said = [f"By {listed(result.rests)}." for result in made.results if result.rests]
    said += [f"By {'; '.join(result.reasons)}.".replace("$", "") for result in made.results if result.reasons]
    assert set(said) <= set(texts)
    behind = [lemma.used_at or f"By {listed(lemma.rests)}." for lemma in made.lemmas if lemma.used_at or lemma.rests]
    assert grounds == [words(text) for text in behind]


def test_what_a_claim_rests_on_is_in_its_derivation() -> None:
    assert rests_on(LEMMAS["cell_above"]()) == ("division with remainder", "inequalities")
    assert rests_on(axiom("sum_swap")) == ("rules of finite sums",)
    assert rests_on(ring(integer("a + b"), integer("b + a"))) == ("the laws of rings",)
    assert "cases" in rests_on(LEMMAS["cells_suffice"]())


def test_hypotheses_are_merged() -> None:
    found = axis_hypotheses(2)
    assert [plain(h) for h in hypotheses_latex(found, Notation(found))] == [
        r"s_{1}, s_{2}, \delta_{1}, \delta_{2}, a_{1}, a_{2} \ge 1",
        r"0 \le \tau_{1} < a_{1}",
        r"0 \le \tau_{2} < a_{2}",
    ]
    assert [plain(h) for h in hypotheses_latex(found, Notation(found, axes=2))] == [
        r"\mathbf{s}, \boldsymbol{\delta}, \mathbf{a} \ge 1",
        r"0 \le \boldsymbol{\tau} < \mathbf{a}",
    ]


def test_a_layer_of_numbers_has_no_hypotheses_left() -> None:
    result = paper("keras").results[0]
    assert result.hypotheses == ()
    assert paper("symbols").results[0].hypotheses == (rf"s, {WEAK}\delta \ge 1",)


def test_lemmas_that_no_line_cites_are_left_out() -> None:
    assert "shift_sum" in {name for p in PROOFS["keras"]().propositions for line in p.lines for name in line.lemmas}
    assert "shift_sum" not in {lemma.claim for lemma in paper("keras").lemmas}


@pytest.mark.parametrize("name", PROOFS)
def test_every_lemma_is_cited_and_has_a_formula(name: str) -> None:
    made = paper(name)
    numbers = [n for result in (*made.results, *made.lemmas) for step in result.steps for n in step.lemmas]
    assert set(numbers) == {lemma.number for lemma in made.lemmas}
    assert [lemma.number for lemma in made.lemmas] == list(range(1, len(made.lemmas) + 1))
    assert all(n < lemma.number for lemma in made.lemmas for step in lemma.steps for n in step.lemmas)
    assert all(lemma.statement for lemma in made.lemmas)


@pytest.mark.parametrize("name", [name for name in PROOFS if name in LAYERS])
def test_the_abstract_speaks_of_what_the_paper_has(name: str) -> None:
    made = paper(name)
    assert ("table of the expanded bank" in made.abstract[0]) == (made.bank is not None)
    assert ("closed form of the bank" in made.abstract[0]) == (made.bank is None)


RANGE = re.compile(r"\$0 \\le (\S+) < (\S+|\(.*?\))\$")


@pytest.mark.parametrize("name", LAYERS)
def test_the_setting_gives_shapes_and_ranges_of_everything(name: str) -> None:
    setting, subject = paper(name).setting, PROOFS[name]().subject
    (convolution, *_) = (e for e in map(plain, paper(name).opening) if re.match(r"\(w .*?\)\[", e))
    places = re.search(r"\)\[(.*?)\] = ", convolution)[1].split(", ")
    ranges = RANGE.findall(setting)
    assert [place for place, _ in ranges] == places
    assert ranges[0][1] in (r"C_{\mathrm{out}}", str(subject.layer.out_channels))
    layer = subject.layer
    shape = rf"R^{{{ranges[0][1]} \times {layer.in_per_group if layer.groups > 1 else ''}"
    assert f"$w \\in {shape}" in setting
    assert ("a bias $b" in setting) == layer.bias
    if subject.input_size is not None:
        ends = tuple(map(int, ranges[1][1].strip("()").split(", ")))
        assert ends in {layer.output_size(subject.input_size), layer.output_size(subject.input_size)[:1]}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("keras", "on every axis, $k = 3$, $s = 2$, $p = 0$, $l = 0$, $h = 1$"),
        ("audio", "$k = 10$, $s = 5$, $p = 0$, $l = 0$, $h = 1$"),
        ("video", "on every axis, $k = (3, 7, 7)$, $s = (1, 2, 2)$, $p = (1, 3, 3)$, $l = (-1, -2, -2)$, $h = 1$"),
        ("circular", r"$k = 3$, $s = 4$, $p = -2 \tau + 1$, $l = -1$, $h = 0$"),
        ("grouped", r"on every axis, $k = 3$, $s = 4$, $p = -2 \boldsymbol{\tau} + 1$, $l = -1$, $h = 0$"),
        ("padded", "on every axis, $k = 7$, $s = 2$, $p = 0$, $l = 0$, $h = 3$"),
        ("dilated", r"on every axis, $k = 3$, $s = 2$, $\delta = 2$, $p = 2$, $l = -1$, $h = 1$"),
    ],
)  # fmt: skip
def test_the_change_of_index_says_at_which_numbers_it_is_used(name: str, said: str) -> None:
    (lemma,) = (lemma for lemma in paper(name).lemmas if "change_of_index" in lemma.claim)
    assert plain(lemma.used_at) == f"In Theorem 1, {said}."
    (printed,) = (block for block in document(name).claims if block.claim == lemma.claim)
    assert printed.ground == lemma.used_at


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_the_number_of_outputs_has_a_closed_form(axes: int) -> None:
    letter, size = ("M", "N") if axes == 1 else (r"\mathbf{M}", r"\mathbf{N}")
    setting = paper(f"all symbols, {axes}").setting
    said = re.search(rf"where \${re.escape(letter)} = (.*?)\$", setting)[1]
    book = Book({size: 9, r"\delta": 2, "k": 3, "p": 1, "s": 2}, {})
    assert book.value(said, {}) == Conv(1, 1, 3, 2, 1, dilation=2, ndim=1).output_size((9,))[0] == 4
    after = {row.what: row.after for row in paper("symbols-3d").sizes}
    assert after["outputs"] == r"$\lceil \mathbf{M} / a \rceil$"
    assert not any(row.what == "outputs" for row in paper("keras").sizes)


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_a_transposed_paper_speaks_of_a_transposed_layer(axes: int) -> None:
    made = paper(f"transposed-layer-{axes}")
    bold = re.compile(r"\\(?:mathbf|boldsymbol)\{(.*?)\}")
    meanings = {
        name: entry.meaning for entry in made.letters for name in bold.sub(r"\1", plain(entry.symbols)).split(", ")
    }
    assert meanings["w"] == "the weights: input channel, output channel, tap"
    assert meanings[r"\rho"] == "output phase"
    assert meanings[r"\tau"].startswith("input phase")
    assert meanings["t"] == "output position"
    heads = [plain(equation).partition("[")[0].partition(" = ")[0] for equation in made.definitions]
    assert bold.sub(r"\1", heads[0]).startswith(r"Y_{\rho")
    assert bold.sub(r"\1", heads[-1]).startswith(r"X_{\tau")
    (bank,) = (plain(e) for e in made.definitions if e.startswith(r"\widetilde{W}"))
    assert "[c, o, u" in bold.sub(r"\1", bank.partition(" = ")[0])
    assert bank.rpartition("w[")[2].startswith(r"c, o, \lfloor")
    (figure,) = made.figures
    assert "a transposed layer" in figure.caption
    assert "makes its outputs in phases" in figure.caption
    keys = [reference.key for reference in made.references]
    assert "kong2017stride" not in keys
    assert "shi2016deconvolution" in keys


def test_checks_that_are_too_large_are_left_out() -> None:
    large = layer(Conv(1, 1, (3, 3, 3), 4, 1, input_size=(16, 16, 16)), phases=4)
    identities, numbers = checks_of(large)
    assert [row[0] for row in identities.rows] == ["striding is subsampling of the tensor"]
    assert [row[0] for row in numbers.rows] == ["integers", "float32", "float64"]


def test_a_pool_has_the_letters_of_a_layer_and_no_output_channel() -> None:
    made = paper("pooling-1")
    assert [short.equations[0].partition(" = ")[0] for short in made.shorts] == ["S", "e", "u^-", "u^+"]
    assert "output channel" not in {entry.meaning for entry in made.letters}
    assert plain(made.definitions[0]).startswith(r"Y_{\tau}[c, m] = ")


def test_a_tap_is_times_the_dilation_only_where_there_is_one() -> None:
    meanings = {name: [short.meaning for short in paper(name).shorts] for name in ("grouped", "symbols-3d")}
    assert meanings["grouped"] == ["the tap that sits there, if one does"]
    assert "the tap that sits there, times the dilation, if one does" in meanings["symbols-3d"]


def test_families_stand_for_their_members() -> None:
    proof = PROOFS["keras"]()
    made = paper("keras")
    entries = int(re.search(r"(\d+) in all", made.bank.about)[1])
    assert entries == sum(name.startswith("axis 1, tau") for name in proof.claims)
    assert len(made.results) + sum(family.size for family in made.families) + entries == len(proof.propositions)
    assert all(family.claim in proof.claims for family in made.families)


def test_a_general_paper_prints_every_claim() -> None:
    for name in ("finite-layer-1", "bank-entries-2", "single-layer-3"):
        assert [result.claim for result in paper(name).results] == list(PROOFS[name]().claims)


def test_a_claim_without_a_chain_is_printed_as_it_stands() -> None:
    statements = {result.claim: plain(result.statement) for result in paper("finite-layer-1").results}
    assert r"u_{\min}" in statements["padding in cells"]
    assert statements["output cell, low"] == r"0 \le \lfloor j / a \rfloor"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("keras", r"A $3 \times 3$ convolution with stride $2$ as one with stride $1$"),
        ("alexnet", r"An $11 \times 11$ convolution with stride $4$ as one with stride $1$"),
        ("audio", "A length-$10$ convolution with stride $5$ as one with stride $1$"),
        ("depthwise", r"A $3 \times 3$ depthwise convolution with stride $2$ as one with stride $1$"),
        ("dilated", r"A $3 \times 3$ convolution with stride $2$ and dilation $2$ as one with stride $1$"),
        ("video", r"A $3 \times 7 \times 7$ convolution with stride $(1, 2, 2)$ as one with stride $1$"),
        ("unit", r"A $3 \times 3$ convolution with stride $1$ on $4$ phases of its output"),
        ("phase-lemma-2", "The phase lemma, for 2 axes"),
    ],
)
def test_the_title_names_the_layer(name: str, title: str) -> None:
    assert paper(name).title == title


def test_symbols_of_the_layer_are_explained_by_their_place() -> None:
    meanings = {entry.symbols: entry.meaning for entry in paper("symbols").letters}
    assert meanings[r"C_{\mathrm{in}}"] == "the number of input channels"
    assert meanings["p"] == "the low padding and the high padding"


def test_an_activation_cannot_inject_marks() -> None:
    made = paper_of(layer(Conv(1, 1, 3, 2, ndim=1, activation="leaky_relu")))
    assert "`leaky_relu`" in made.subtitle


def test_a_paper_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        paper("keras").title = "x"  # type: ignore[misc]


# ------------------------------------------------------------------------- references


def test_every_source_is_in_the_library() -> None:
    for prove in PROOFS.values():
        for proposition in prove().propositions:
            assert set(proposition.sources) <= set(library())


def test_references_are_printed() -> None:
    assert [reference.printed for reference in cited(["kong2017stride", "graham1994concrete", "kong2017stride"])] == [
        "Chen Kong and Simon Lucey. *Take it in your stride: Do we need striding in CNNs?* arXiv:1712.02502, 2017.",
        "Ronald L. Graham, Donald E. Knuth and Oren Patashnik. *Concrete Mathematics: A Foundation for Computer "
        "Science*. 2nd edition, Addison-Wesley, 1994.",
    ]


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(InternalError, match="nobody1999"):
        cited(["nobody1999"])


def test_the_bibtex_file_has_the_cited_entries() -> None:
    text = bibtex(cited(["kong2017stride"]))
    assert text.startswith("@article{kong2017stride,\n  author = {Kong, Chen and Lucey, Simon},\n")
    assert text.count("@") == 1


def test_the_library_is_read_whole() -> None:
    from importlib.resources import files

    text = files("symstride.render").joinpath("templates/references.bib").read_text(encoding="utf-8")
    assert text.count("@") == len(library())


def test_a_proof_without_entries_has_no_families() -> None:
    proof = PROOFS["keras"]()
    alone = dataclasses.replace(proof, propositions=proof.propositions[:1])
    assert paper_of(alone).families == ()
