"""Formulas of the docs: all of them become MathML, rules are typeset as the kernel has them, the front page is true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import symstride
from symstride.markup import mathml
from symstride.proof.kernel.rules import RULES

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
sys.path.append(str(DOCS))

import pages  # noqa: E402 -- made importable above
import typeset  # noqa: E402 -- made importable above

WRITTEN = [path for path in sorted(DOCS.glob("*.md")) if "outside" not in path.name]


def formulas(text: str) -> list[tuple[str, bool]]:
    """What stands between dollars outside of code, and whether it is a display."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    found = re.findall(r"\$\$(.*?)\$\$|(?<!\$)\$([^$]+)\$", prose, flags=re.S)
    return [((display or inline).strip(), bool(display)) for display, inline in found]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_formula_becomes_mathml(path: Path) -> None:
    for latex, display in formulas(path.read_text(encoding="utf-8")):
        assert mathml(latex, display).startswith("<math "), latex


def test_every_formula_of_the_pages_on_rules_becomes_mathml() -> None:
    texts = [*(text for _, text in pages.rule_pages()), pages.axioms_page()]
    found = [mathml(latex, display) for text in texts for latex, display in formulas(text)]
    assert len(found) > 3 * len(RULES)


def test_a_display_breaks_outside_of_brackets() -> None:
    pytest.importorskip("docutils", reason="the docs are built by Sphinx")
    latex = r"a = \frac{b = c}{d} \; e[x = y] \qquad \left( f = g \right)"
    import mathml as renderer

    assert list(renderer.pieces(latex)) == [
        "a ",
        r"= \frac{b = c}{d} \;",
        r" e[x = y] \qquad",
        r" \left( f = g \right)",
    ]


# ------------------------------------------------------------------------- the rules


PLAIN = {
    r"\vdash": "|-", r"\dots": "...", r"\qquad": "", r"\quad": "", r"\le": "<=", r"\ge": ">=", r"\equiv": "==",
    r"\cdot": "*", r"\sum": "sum", r"\prod": "prod",
}  # fmt: skip


def in_characters(latex: str) -> str:
    """A figure's LaTeX in the kernel's plain characters."""
    text = re.sub(r"\\sum_\{(\S+) \\le (\w) < (\S+)\} (\w)", r"sum_[\1,\3) (\2. \4)", latex)
    text = re.sub(r"\b([A-Z])_1, \1_2, \\dots", r"\1..", text)
    text = re.sub(r"\\mathit\{(\w+)\}", r"\1", text)
    for sign, plain in PLAIN.items():
        text = text.replace(sign, plain)
    return " ".join(text.replace("$", "").split())


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_typeset_as_the_kernel_has_it(name: str) -> None:
    found = re.fullmatch(r"\\frac\{(.*)\}\{(.*)\}", typeset.figure_latex(name))
    assert found is not None
    printed = [in_characters(part) for part in (found[1], found[2], typeset.SIDES[name])]
    assert printed == [" ".join(part.split()) for part in typeset.figure_parts(name)]
    words = re.sub(r"-{2,}", " ", RULES[name].figure).split()
    assert sorted(" ".join(printed).split()) == sorted(words), "a part of the figure is left out"


# ------------------------------------------------------------------------- the front page


def test_the_front_pages_show_one_formula() -> None:
    readme, index = (path.read_text(encoding="utf-8") for path in (DOCS.parent / "README.md", DOCS / "index.md"))
    (formula,) = [latex for latex, display in formulas(readme) if display]
    assert (formula, True) in formulas(index)


def test_the_formula_of_the_front_pages_holds() -> None:
    weight = "[0 <= s*u + r + p]*[s*u + r + p < k]*w[s*u + r + p]"
    small = f"sum({weight}*x[s*(j + u) + r] for r in range(s) for u in range(-p//s, (k - 1 - p)//s + 1))"
    identity = symstride.Identity("sum(w[i]*x[s*j + i - p] for i in range(k))", small, "1 <= s; 0 <= k")
    assert identity.decide().kind.name == "PROVED"


# ------------------------------------------------------------------------- a page by Sphinx


def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="the docs are built by Sphinx")
    pytest.importorskip("myst_nb", reason="they are written in MyST")
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(DOCS)!r})\n"
        "extensions = ['myst_parser', 'mathml']\nhtml_math_renderer = 'mathml'\n"
        "myst_enable_extensions = ['dollarmath', 'amsmath']\n"
    )
    (tmp_path / "index.md").write_text("# Title\n\nA $k < s$ and\n\n$$\nx_{1} = \\sum_{i=0}^{k} y\n$$\n")
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(tmp_path), str(tmp_path / "out")],
        check=True, timeout=100,
    )  # fmt: skip
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"alttext=\"(.*?)\"", page) == ["k &lt; s", "x_{1}", r"= \sum_{i=0}^{k} y"]
    assert not re.findall(r"<(?:script|link)[^>]*(?:src|href)=\"(?:https?:)?//", page)
