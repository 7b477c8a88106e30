"""A paper about a network: names of every kind, no warning, the same bytes, and reasons that are those of the plan."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from network_examples import HOSTILE, NETWORKS, network_of, paper, subject, theorem

import symstride as ss
from symstride.network.grid.plan import AxisEdge, Edge, Plan
from symstride.network.words import operator_words, title_of, visible
from symstride.render.document import ModelNames
from symstride.render.engine import compile_pdf
from symstride.render.latex import names as tex_names
from symstride.render.network_paper import NetworkPaper
from symstride.render.network_tables import WORDS, EdgeRow, FormRow, edge_rows, form_rows, total_rows
from symstride.render.notation import plain
from symstride.render.page import environment, render_html

EXAMPLES = (*NETWORKS, "hostile")
VOID = {"meta", "br", "wbr", "hr", "link", "input", "rect", "mspace", "polyline", "path"}


def on_grid(name: str) -> tuple[Plan, tuple[EdgeRow, ...]]:
    plan = subject(name).plan
    assert plan is not None
    return plan, edge_rows(network_of(name), plan)


# ------------------------------------------------------------------------------------------------ what it says


@pytest.mark.parametrize("name", [name for name in NETWORKS if "layer" not in name])
def test_the_reasons_are_those_of_the_plan(name: str) -> None:
    steps, rows = on_grid(name)
    for edge in steps.edges:
        mine = [row for row in rows if edge.consumer in row.names or (row.more and matches(row, edge))]
        said = {"mask" if edge.infinite and axis.phases != 1 else WORDS[axis.decision] for axis in edge.axes}
        assert {row.reason for row in mine} == said
    assert sum(len(row.names) + row.more for row in rows) == sum(len(set(edge.axes)) for edge in steps.edges)


def matches(row: EdgeRow, edge: Edge) -> bool:
    return any(f"N = {axis.size}}}" in row.sizes and row.reason == WORDS[axis.decision] for axis in edge.axes)


@pytest.mark.parametrize("name", ["chain", "residual", "hourglass"])
def test_the_facts_hold_as_they_are_printed(name: str) -> None:
    steps, rows = on_grid(name)
    axes = {(axis.size, axis.phases, WORDS[axis.decision]): axis for edge in steps.edges for axis in edge.axes}
    seen = set()
    for row in rows:
        size, phases = re.findall(r"\d+", row.sizes)
        axis = axes[int(size), int(phases), row.reason]
        seen.add(row.reason)
        assert holds(row.fact, axis), row
    assert seen


def holds(fact: str, axis: AxisEdge) -> bool:
    """Calculate what the fact says, from its text alone, and compare it with the axis."""
    if axis.decision in ("whole", "unread"):
        parts = [calculated(part) for part in re.split(r"\\le|[<=]", fact.strip("$"))]
        return sorted(parts) == parts and (parts[-1] == axis.size or axis.window.transposed)
    first = re.search(r" the ghosts? \$(\d+)\$", fact)
    return first is not None and int(first[1]) == axis.read[0]


def calculated(text: str) -> int:
    """A sum of numbers and of products of two, such as 2*26 + 1*2 - 0."""
    terms = re.findall(r"([+-]?) *(\d+)(?: *\\cdot *(\d+))?", text.replace(r"\,", ""))
    return sum((-1 if sign == "-" else 1) * int(a) * int(b or 1) for sign, a, b in terms)


def test_every_mask_is_said() -> None:
    steps, rows = on_grid("chain")
    masked = {edge.consumer for edge in steps.edges if edge.masked}
    assert masked == {name for row in rows if row.reason == "mask" for name in row.names} == {"conv2", "pool"}
    fills = [row.fact.rpartition(" to ")[2] for row in rows if row.reason == "mask"]
    assert fills == ["$0$", "the lowest number"]


def test_many_equal_layers_are_counted() -> None:
    _, rows = on_grid("many blocks")
    assert max(len(row.names) + row.more for row in rows) == 25 - 1 + 1
    assert all(len(row.names) <= 6 for row in rows)


def test_layers_are_printed_with_the_numbers_of_the_table() -> None:
    table = subject("chain").table
    rows = form_rows(table, network_of("chain"))
    assert rows[0] == FormRow(
        ("conv1",), 0, "3×3 conv, stride\u00a02", r"3 \to 4", r"33 \times 33 \to 17 \times 17",
        r"4 \times 4 \to 2 \times 2", r"2 \times 2", r"48 \to 16", r"9 \times 9",
    )  # fmt: skip
    totals = table.totals
    stored = total_rows(totals)[0]
    assert (stored.before, stored.after) == (
        f"{totals.parameters}",
        rf"{totals.copies + totals.zeros:,}".replace(",", r"\,"),
    )


def test_the_claim_is_the_kernel_s_own() -> None:
    """The representative is the masked layer, and its statement has the numbers of its theorem."""
    (claim,) = paper("chain").claims
    assert (claim.node, claim.name, claim.arbitrary) == ("conv2", "conv2: layer", ("g_{1}", "g_{2}"))
    written = " ".join(map(plain, (claim.statement, *claim.where)))
    numbers = set(re.findall(r"(?<![\w{])\d+", str(theorem("chain").claims["conv2: layer"])))
    assert "17" in numbers
    assert r"[17 \le 2 m_{1} + \rho_{1}]" in written
    assert r"X'_{\boldsymbol{\rho}}[c, \mathbf{m}] = [2 \mathbf{m} + \boldsymbol{\rho} < 17]" in written


def test_transposed_layers_have_a_claim_of_their_own() -> None:
    claims = paper("hourglass").claims
    assert [claim.words for claim in claims] == ["4 conv, stride\u00a02", "2 transposed conv, stride\u00a02"]


def test_what_works_place_by_place_is_claimed_for_each_kind() -> None:
    assert [plain(claim.made) for claim in paper("hourglass").places] == [
        r"z[c, t] = \sigma\bigl(x[c, t]\bigr)",
        r"z[c, t] = v[c] \, x[c, t] + b[c]",
        "z[c, t] = x[c, t] + y[c, t]",
        r"z[c, t] = x[c, t] \, y[c, t]",
        r"z[i, t] = \sum_{c=0}^{C - 1} w[i, c] \, x[c, t]",
        "",
    ]


def test_the_caption_explains_what_the_drawing_has() -> None:
    captions = {name: paper(name).caption for name in ("chain", "hourglass", "many blocks")}
    assert ["*Mask*" in caption for caption in captions.values()] == [True, False, True]
    assert ["dashed frame" in caption for caption in captions.values()] == [False, False, True]


def test_layer_by_layer_nothing_is_said_of_ghosts() -> None:
    made = paper("chain, layer by layer")
    assert (made.edges, made.places, made.lemmas, made.ghosts) == ((), (), (), "")
    assert [row.layer for row in made.groups] == [
        "3×3 conv, stride\u00a02",
        "3×3 conv, dilation\u00a02",
        "3×3 max-pool, stride\u00a02",
    ]


# ------------------------------------------------------------------------------------------------ names


def test_what_is_not_seen_is_spelled_out() -> None:
    assert visible("a\u202eb\ud800c\n") == "a<U+202E>b<U+D800>c<U+000A>"
    assert visible("é中ρ") == "é中ρ"


def test_every_operator_has_words() -> None:
    for name in NETWORKS:
        assert all(operator_words(node.operator).strip() for node in network_of(name).nodes)


def test_names_arrive_escaped_in_latex() -> None:
    source = theorem("hostile").latex()
    assert r"\textless{}U+202E\textgreater{}" in source or "202E" in source
    body = source.partition(r"\begin{document}")[2]
    assert body.count(r"\end{document}") == 1
    assert "<script" not in body
    printed = tex_names(ModelNames(HOSTILE, 3), 10)
    assert re.search(r"(?<!\\)[$#&%_^~]", printed) is None
    assert printed.endswith(" and 3 more")


def test_names_arrive_escaped_in_html() -> None:
    text = theorem("hostile").html().partition('<section class="checker"')[0]
    assert "<script" not in text
    assert "&lt;script&gt;alert" in text
    assert "\u202e" not in text
    text.encode()


# ------------------------------------------------------------------------------------------------ the page


class Balance(HTMLParser):
    """Collects tags that are closed out of order, and every attribute that could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "srcset", "href", "data", "action") and not str(value).startswith("#"):
                self.loads.append(f"{tag} {name}={value}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_page_is_balanced_and_loads_nothing(name: str) -> None:
    found = Balance()
    text = theorem(name).html()
    found.feed(text)
    found.close()
    assert (found.wrong, found.open, found.loads) == ([], [], [])
    assert "@import" not in text
    names = {f"http://www.w3.org/{name}" for name in ("1998/Math/MathML", "2000/svg")}  # of languages, not addresses
    assert set(re.findall(r"https?://[^\s\"<]+", text)) <= names


def test_a_page_is_for_phones_and_the_dark_and_replays_its_certificate() -> None:
    text = theorem("chain").html()
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert "prefers-color-scheme: dark" in text
    certificate = theorem("chain").certificate().replace("<", r"\u003c")
    assert f'<script type="application/json" id="certificate">{certificate}</script>' in text


def test_every_reference_is_cited() -> None:
    for name in ("chain", "hourglass, layer by layer"):
        text = theorem(name).html()
        keys = set(re.findall(r'<li id="ref-([\w-]+)">', text))
        assert keys == set(re.findall(r'<a href="#ref-([\w-]+)">', text))


# ------------------------------------------------------------------------------------------------ the document


@pytest.mark.full
def test_output_does_not_depend_on_the_hash_seed() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from network_examples import theorem\n"
        "made = [theorem(name) for name in ('many blocks', 'hourglass')]\n"
        "texts = [text for theorem in made for text in (theorem.latex(), theorem.html())]\n"
        "sys.stdout.buffer.write('\\0'.join(texts).encode())"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, timeout=100,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert outputs[0]


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_compiles_without_a_warning(name: str, need: Callable[[str], str]) -> None:
    need("pdflatex")
    compiled = compile_pdf(theorem(name).latex())
    assert (compiled.reason, compiled.warnings) == ("", ())
    assert 2 <= compiled.pages <= 4


def test_titles_are_those_of_the_model() -> None:
    nodes = network_of("hostile").nodes
    assert title_of(nodes[3]) == visible(HOSTILE[3])


@pytest.mark.parametrize(
    ("text", "glued"),
    [("for $x$, and", 1), ("($x$); $y$.", 2), ("$x$ and, $y$", 0), ("of $x$", 0), ("$x$,$y$, `c`, *d*", 2)],
)
def test_a_sign_behind_a_formula_stays_on_its_line(text: str, glued: int) -> None:
    html = environment().from_string("{{ text|prose }}").render(text=text)
    assert html.count('<span class="glued">') == glued
    plain = re.sub(r"<math.*?</math>", "F", html)
    assert re.sub(r"<[^>]*>", "", plain) == re.sub(r"[`*]", "", re.sub(r"\$.\$", "F", text))
    assert not re.search(r"(?<!glued\">)F[,.;:)]", plain)


def test_one_layer_is_no_plural_and_what_has_no_number_has_no_table_of_numbers() -> None:
    pool = ss.prove(ss.MaxPool(3, 2, ndim=1), input_size=9).paper
    up = ss.prove(ss.ConvTranspose(2, 2, (4,), 2), input_size=5).paper
    assert isinstance(pool, NetworkPaper)
    assert isinstance(up, NetworkPaper)
    for made in (pool, up):
        assert "layers" not in made.others
        assert "groups" not in made.others
    assert (pool.totals, pool.remarks) == ((), ())
    assert up.totals != ()


def test_numbers_stand_at_the_right_of_a_page_and_words_at_the_left() -> None:
    made = ss.prove(ss.ConvTranspose(2, 2, (4,), 2), input_size=5)
    page = render_html(made.document)
    assert '<th scope="col">layer</th><th scope="col" class="numeral">claims</th>' in page
    assert '<td class="names" data-head="layers with equal numbers"><code>y</code></td>' in page
    assert re.search(r'<td class="numeral" data-head="claims">\d+</td>', page)
