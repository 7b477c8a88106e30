"""A paper as LaTeX: escaping, strictness, repeatability, and documents without a single warning."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from render_examples import CHECKS, LAYERS, document, paper

from symstride.errors import InternalError
from symstride.escaping import SPECIAL, TeX, code, tex
from symstride.render.engine import Compiled, compile_pdf
from symstride.render.latex import environment, metadata, prose, render_tex
from symstride.render.prose import quote, spans, words

ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}",
    "--": "-{}-", "---": "-{}-{}-", ",,": ",{},", "''": "'{}'", "``": "`{}`", "?`": "?{}`", "!`": "!{}`",
    "a-b, c": "a-b, c", "line\nbreak\ttab": "line break tab", "": "",
    "é": "é", "e\u0301": "é", "ß": "ß", "ρ": r"\ensuremath{\rho}", "λ": r"\ensuremath{\lambda}",
    "×": r"\ensuremath{\times}", "−": r"\ensuremath{-}", "–": "--", "…": r"\dots{}", "\u00a0": "~",
    "中": r"\textless{}U+4E2D\textgreater{}\allowbreak{}", "😀": r"\textless{}U+1F600\textgreater{}\allowbreak{}",
    "\x00": r"\textless{}U+0000\textgreater{}\allowbreak{}", "\u202e": r"\textless{}U+202E\textgreater{}\allowbreak{}",
}  # fmt: skip


@pytest.mark.parametrize("text", ESCAPED)
def test_text_is_escaped(text: str) -> None:
    assert tex(text) == ESCAPED[text]


def test_every_special_character_has_a_case() -> None:
    assert set(SPECIAL) <= set(ESCAPED)


def test_latex_is_not_escaped_twice() -> None:
    assert tex(tex("a_b")) == r"a\_b"


def test_values_in_templates_are_escaped_without_being_asked() -> None:
    template = environment().from_string(r"\VAR{a} \VAR{b} \VAR{n}")
    assert template.render(a="50%", b=TeX(r"\alpha"), n=3) == r"50\% \alpha 3"


def test_an_unknown_name_stops_the_template() -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        environment().from_string(r"\VAR{document.nothing}").render(document=document("keras"))


def test_none_stops_the_template() -> None:
    with pytest.raises(InternalError, match="None"):
        environment().from_string(r"\VAR{x}").render(x=None)


def test_code_can_break_and_keeps_its_characters() -> None:
    assert code("a_b --x 'y'") == (
        r"\texttt{a\allowbreak{}\_\allowbreak{}b\allowbreak{} \allowbreak{}-\allowbreak{}-\allowbreak{}x\allowbreak{} "
        r"\allowbreak{}\textquotesingle{}\allowbreak{}y\allowbreak{}\textquotesingle{}}"
    )


def test_a_comma_or_a_bracket_does_not_begin_a_line_of_code() -> None:
    assert code("f(a, b)") == r"\texttt{f\allowbreak{}(\allowbreak{}a,\allowbreak{} \allowbreak{}b)}"
    assert code(",,") == r"\texttt{,\allowbreak{},}"


def test_running_text_has_four_kinds_of_marks() -> None:
    text = r"a_b $x_1$ *so* `f_g` @key@ \$5"
    assert prose(text) == r"a\_b $x_1$ \emph{so} \texttt{f\allowbreak{}\_\allowbreak{}g} \cite{key} \$5"


def test_quoted_text_has_no_marks() -> None:
    text = r"$a$ *b* `c` @d@ \e"
    assert [(span.kind, span.text) for span in spans(quote(text))] == [("text", text)]


def test_an_open_mark_is_refused() -> None:
    with pytest.raises(InternalError, match="closing"):
        spans("a $x")


@pytest.mark.parametrize("name", ["preamble", "paper", "blocks", "macros", "fragment", "slides"])
def test_no_command_runs_into_a_value(name: str) -> None:
    source = files("symstride.render").joinpath(f"templates/{name}.tex.j2").read_text(encoding="utf-8")
    assert re.findall(r"\\(?!ss\b)[A-Za-z]+\\VAR", source) == []


def test_what_comes_from_outside_arrives_escaped() -> None:
    source = render_tex(document("keras"))
    assert r"torch \textless{}b\textgreater{}2\textless{}/b\textgreater{}" in source
    assert r"100\% \textbackslash{}of \{the\} \$bound\$" in source


def test_whoever_compiles_it_gets_no_date_and_no_random_number() -> None:
    source = render_tex(document("keras"))
    for command in (r"\pdfinfoomitdate=1", r"\pdftrailerid{}", r"\pdfsuppressptexinfo=15", r"\date"):
        assert (command in source) == (command != r"\date")
    assert r"\today" not in source


def test_the_digest_and_the_steps_are_in_print() -> None:
    source = render_tex(document("keras"))
    assert r"1\,234 kernel steps" in source
    assert source.count("01234567") == 4


@pytest.mark.full
def test_output_does_not_depend_on_the_hash_seed() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from render_examples import document\n"
        "from symstride.render.latex import render_tex\n"
        "from symstride.render.page import render_html\n"
        "papers = [document(name) for name in ('keras', 'finite-layer-1')]\n"
        "texts = [render(p) for p in papers for render in (render_tex, render_html)]\n"
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


# ------------------------------------------------------------------------- with a TeX


FEW = ("keras", "patches", "audio", "all symbols, 3", "unit-stride-3")
"""One of each kind: small, wide table, one axis, symbols, the longest formulas."""


@cache
def compiled_paper(name: str) -> Compiled:
    return compile_pdf(render_tex(document(name)))


def without_warning(name: str) -> None:
    compiled = compiled_paper(name)
    assert (compiled.reason, compiled.warnings) == ("", ())
    assert compiled.pdf is not None
    assert compiled.pdf.startswith(b"%PDF-")


@pytest.mark.parametrize("name", FEW)
def test_it_compiles_without_a_warning(name: str, need: Callable[[str], str]) -> None:
    need("pdflatex")
    without_warning(name)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("name", [name for name in LAYERS if name not in FEW])
def test_every_layer_compiles_without_a_warning(name: str, need: Callable[[str], str]) -> None:
    """The theorems of the catalogue stand in proofs/, where each paper is compiled."""
    need("pdflatex")
    without_warning(name)


def page_texts(name: str, folder: Path, need: Callable[[str], str]) -> list[str]:
    """What stands on each page."""
    need("pdflatex")
    compiled = compiled_paper(name)
    (folder / "proof.pdf").write_bytes(compiled.pdf or b"")
    command = [need("pdftotext"), "-layout", "proof.pdf", "-"]
    text = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60).stdout.decode()
    return text.split("\f")[: compiled.pages]


MOST_PAGES = {
    **{f"all symbols, {axes}": 2 for axes in (3, 2, 1)},
    **dict.fromkeys(("keras", "circular", "grouped", "dilated", "video", "resnet"), 3),
}
"""The longest of each kind, and how many pages they may have."""


@pytest.mark.parametrize(
    "name",
    [n if n in ("all symbols, 3", "keras") else pytest.param(n, marks=pytest.mark.full) for n in MOST_PAGES],
)
def test_a_layer_fits_on_few_pages(name: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    """Theorem and picture are on the first page, and no page has references alone."""
    pages = page_texts(name, tmp_path, need)
    assert 1 <= len(pages) <= MOST_PAGES[name]
    first, last = " ".join(pages[0].split()), pages[-1]
    assert "Theorem 1" in first
    (caption, *_) = paper(name).figures
    assert " ".join(words(caption.caption).split()[:3]) in first
    assert "References" in last
    assert last.partition("References")[0].strip()


def test_lemmas_are_linked() -> None:
    source = render_tex(document("keras"))
    assert source.count(r"\hypertarget{lemma-1}") == 1
    assert r"(Lemma~\hyperlink{lemma-1}{1})" in source


def test_the_pdf_is_repeatable(need: Callable[[str], str]) -> None:
    need("pdflatex")
    assert compile_pdf(render_tex(document("keras"))).pdf == compiled_paper("keras").pdf


def test_every_character_compiles(need: Callable[[str], str]) -> None:
    need("pdflatex")
    text = "".join(map(chr, [*range(32, 127), *range(160, 384)])) + "".join(ESCAPED) + "αβγδεζηθικλμνξπρστυφχψω"
    body = "\\par\n".join(tex(text[n : n + 40]) for n in range(0, len(text), 40))
    preamble = render_tex(document("keras")).split(r"\begin{document}")[0]
    ragged = preamble + r"\begin{document}\raggedright " + body + "\n" + code(text[:95]) + "\n\\end{document}\n"
    compiled = compile_pdf(ragged)
    assert (compiled.reason, compiled.warnings) == ("", ())


def test_the_warnings_are_seen(need: Callable[[str], str]) -> None:
    need("pdflatex")
    wide = r"\documentclass{article}\begin{document}\noindent\hbox{\vrule width 30cm}\ref{no}\end{document}"
    seen = " ".join(compile_pdf(wide).warnings)
    assert "Overfull" in seen
    assert "Reference `no'" in seen


def test_checks_have_columns_that_fill_the_line() -> None:
    widths = CHECKS[0].widths
    assert len(widths) == 4
    assert 0.98 < sum(widths) <= 1.0


def test_the_properties_of_a_file_are_plain_text() -> None:
    title = r"A $3 \times 3$ layer, $\delta$ of \\input{x}% #1 \_ {"
    assert metadata(title) == "A 3 x 3 layer, delta of input x 1"
    assert len(metadata("a" * 1000)) == 200


def test_a_paper_names_itself_in_the_file() -> None:
    source = render_tex(document("keras"))
    assert "pdftitle={A 3 x 3 convolution with stride 2 as one with stride 1}" in source
    assert "hyperref" in source
