"""Pages made from the program: every rule and axiom has one, examples hold, docstrings become what Sphinx reads."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from symstride.catalogue import CATALOGUE
from symstride.proof.kernel.rules import AXIOMS, KINDS, RULES, Theorem

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
sys.path.append(str(DOCS))

import docstrings  # noqa: E402 -- made importable above
import pages  # noqa: E402 -- made importable above
import rule_examples  # noqa: E402 -- made importable above
import trusted  # noqa: E402 -- made importable above

KERNEL = DOCS.parent / "symstride/proof/kernel"


def test_every_rule_has_a_page_in_the_kernels_order() -> None:
    assert [name for name, _ in pages.rule_pages()] == list(RULES)
    listed = re.findall(r"^generated/rules/(\w+)$", (DOCS / "kernel.md").read_text(encoding="utf-8"), flags=re.M)
    assert listed == list(RULES)


@pytest.mark.parametrize("name", RULES)
def test_each_example_ends_with_its_rule(name: str) -> None:
    theorem = rule_examples.EXAMPLES[name]()
    assert isinstance(theorem, Theorem)
    assert theorem.step[0] == name
    assert repr(theorem) in pages.rule_page(name, RULES[name])


def test_a_rule_without_an_example_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(rule_examples.EXAMPLES, "cut")
    with pytest.raises(ValueError, match="cut"):
        list(pages.rule_pages())


def test_kinds_and_axioms_are_all_explained() -> None:
    assert pages.KINDS.keys() == KINDS.keys()
    assert pages.AXIOM_WORDS.keys() == AXIOMS.keys()
    page = pages.axioms_page()
    assert all(str(concl) in page for _, concl in AXIOMS.values())


@pytest.mark.full
def test_the_lines_that_are_trusted_are_counted() -> None:
    page = pages.trusted_page()
    kernel = {path.stem: trusted.code_lines(path.read_text(encoding="utf-8")) for path in KERNEL.glob("[!_]*.py")}
    assert len(kernel) == 4
    assert all(page.count(f"`symstride.proof.kernel.{name}` | {lines} |") == 3 for name, lines in kernel.items())
    assert page.count(f"| {sum(kernel.values()):,} | ") == 3
    assert f"fewer than {100 * (sum(kernel.values()) // 100 + 1)} lines of code" in (DOCS / "kernel.md").read_text()


def test_the_lines_that_check_certificates_of_equality_are_counted() -> None:
    files = [path for path in (DOCS.parent / "symstride/certifying").glob("*.py") if path.name != "making.py"]
    lines = sum(trusted.code_lines(path.read_text(encoding="utf-8")) for path in files)
    assert len(files) == 6
    text = " ".join((DOCS / "lowering.md").read_text(encoding="utf-8").split())
    assert f"fewer than {100 * (lines // 100 + 1)} lines of code, those of `symstride/certifying`" in text
    others = [DOCS.parent / "symstride/equality" / name for name in ("sides.py", "folded.py")]
    more = sum(trusted.code_lines(path.read_text(encoding="utf-8")) for path in others)
    assert f"fewer than {100 * (more // 100 + 1)} more that read, pair up and fold networks" in text


def test_every_module_has_one_role() -> None:
    roles = [trusted.role_of(f"symstride.proof.{name}") for name in ("kernel.rules", "statements.layer", "repeatable")]
    assert roles == list(trusted.ROLES)


def test_the_files_that_the_page_on_trust_names_are_there() -> None:
    text = (DOCS / "kernel.md").read_text(encoding="utf-8")
    folders = [DOCS.parent / "symstride/proof" / folder for folder in ("kernel", "language")]
    for name in re.findall(r"`(?:(?!/)\S)+\.py`", text):
        assert any((folder / name.strip("`")).is_file() for folder in folders), name
    for path in re.findall(r"`(symstride/[^`]*)`", text):
        assert (DOCS.parent / path).exists(), path


def test_the_help_pages_are_there() -> None:
    page = pages.commands_page()
    assert "## symstride prove" in page
    assert "--phases A" in page


def test_the_gallery_has_every_case_with_the_line_that_draws_it() -> None:
    page = pages.gallery_page()
    titles = [title for cases in pages.GALLERY.values() for title in cases]
    assert (
        len(titles)
        == len(set(titles))
        == page.count("\n### ")
        == page.count("<svg ")
        == page.count("```python\nss.draw(")
    )
    assert all(
        f"\n### {title}\n\n{case.__doc__}\n" in page for c in pages.GALLERY.values() for title, case in c.items()
    )
    assert "\n\n" not in "".join(re.findall(r"<figure>.*?</figure>", page, flags=re.S))  # one block of the page each


def test_the_catalogue_page_has_every_part_of_a_theorem() -> None:
    names = ("phase-lemma", "equivariance", "no-other-shifts")
    page = pages.catalogue_page({name: CATALOGUE[name] for name in names})
    assert page.replace("\n", " ").isprintable(), "a mark for breaking lines"
    for name in names:
        entry = CATALOGUE[name]
        assert f"### {entry.title}\n\n`{name}`: {entry.line}." in page
        assert all(words in page for words in entry.words.values())
        assert all(f"*False:* {wrong}: refuted: over the " in page for wrong in entry.false)
    assert "## Shifts and sums" in page
    assert "Follows from `equivariance`." in page
    assert "Behind `no-other-shifts`." in page
    assert "P. P. Vaidyanathan" in page


def test_every_page_of_the_docs_is_in_a_table_of_contents() -> None:
    listed: set[str] = set()
    for page in DOCS.rglob("*.md"):
        for block in re.findall(r"```\{toctree\}(.*?)```", page.read_text(encoding="utf-8"), flags=re.S):
            names = [line for line in block.split() if not line.startswith(":")]
            listed |= {(page.parent / name).relative_to(DOCS).as_posix() for name in names}
    have = {path.relative_to(DOCS).with_suffix("").as_posix() for path in [*DOCS.rglob("*.md"), *DOCS.glob("*.ipynb")]}
    assert {name for name in have if not name.startswith(("generated/", "_build/"))} - {"index"} <= listed


# ------------------------------------------------------------------------- docstrings


@pytest.mark.parametrize(
    ("plain", "rest"),
    [
        (["One line."], ["One line.", ""]),
        (["``s*tau`` but s*tau"], ["``s*tau`` but s\\*tau", ""]),
        (["Formula:", "", "    y = s*j", "", "after"], ["Formula:", "", "::", "", "        y = s*j", "", "after", ""]),
        (["Formula:", "    y = s*j"], ["Formula:", "", "::", "", "        y = s*j", ""]),
        (["=== ===", "a*  b", "=== ==="], ["::", "", "    === ===", "    a*  b", "    === ===", ""]),
        (["a_ and _b, a_b"], ["a\\_ and \\_b, a_b", ""]),
    ],
)
def test_docstrings(plain: list[str], rest: list[str]) -> None:
    assert docstrings.as_rest(plain) == rest
