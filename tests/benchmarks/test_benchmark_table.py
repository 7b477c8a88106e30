"""``results.md``: numbers as people read them, one kind of row per section, and headings that the docs rely on."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks import __main__ as runner
from benchmarks import table
from benchmarks.record import TOPICS, Certificate, Figure, Missing

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(12.34, "12.3 s"), (1.0, "1 s"), (0.99, "990 ms"), (0.00159, "1.59 ms"), (2.5e-6, "2.5 µs"), (4e-8, "0.04 µs")],
)
def test_durations(seconds: float, words: str) -> None:
    assert table.duration(seconds) == words.replace(" ", table.SPACE)


@pytest.mark.parametrize(
    ("value", "words"),
    [(1.7345, "1.73"), (0.1, "0.1"), (0.05, "1/20"), (0.00116, "1/862"), (784.2, "784"), (12345.6, "12,346")],
)
def test_ratios(value: float, words: str) -> None:
    assert table.ratio(value) == words


def test_each_kind_of_row_has_its_section() -> None:
    page = table.page([
        Figure("kept", 0.1, "b", 1.0, 0.2, "s"),
        Figure("broken", 0.5, "b", 1.0, 1000, "faster"),
        Figure("held", 1.2e9, "a file", 5e8, 3, "x", measure="bytes"),
        Figure("compared, k = 3", 0.001, "c", 1.0, topic="einconv"),
        Certificate("lemma", 1234, 56789, 0.1, 0.02),
        Missing("Rocq", "coqc", "apt-get install coq"),
    ]).replace(table.SPACE, " ")  # fmt: skip
    promises, *compared, certificates, absent, machine = page.split("\n## ")[1:]
    (einconv,) = (section for section in compared if section.startswith("einconv\n"))
    assert "| kept | 100 ms | b | 1 s | 0.1 | at most 0.2 s | yes |" in promises
    assert "| broken | 500 ms | b | 1 s | 0.5 | at least 1,000 times faster | **no** |" in promises
    assert "| held | 1,200 MB | a file | 500 MB | 2.4 | at most 3 times | yes |" in promises
    assert "| compared, k = 3 | 1 ms | c | 1 s | 1/1,000 |" in einconv
    assert "| lemma | 1,234 | 56,789 | 100 ms | 20 ms | 0.2 |" in certificates
    assert "| Rocq | not measured: no coqc | `apt-get install coq` |" in absent
    assert machine.startswith("Machine\n\nMeasured with Python")


def test_short_formulas_are_not_broken() -> None:
    assert table.line(["2-D, k = 3, s = 2"]) == "| 2\N{NON-BREAKING HYPHEN}D, k\xa0=\xa03, s\xa0=\xa02 |"


def test_every_comparison_has_a_topic_of_the_page() -> None:
    modules = [import_module(f"benchmarks.{name}") for name in runner.names()]
    assert sorted(module.TOPIC for module in modules if hasattr(module, "TOPIC")) == sorted(TOPICS)


def test_rows_are_as_wide_as_their_heads() -> None:
    page = table.page([Figure("kept", 0.1, "b", 1.0, 0.2, "s", "Rocq"), Certificate("lemma", 1, 2, 0.1, 0.02)])
    for block in re.findall(r"(?:^\|.*\n)+", page, flags=re.M):
        assert len({line.count("|") for line in block.splitlines()}) == 1


def test_the_docs_include_sections_that_are_always_there() -> None:
    headings = set(re.findall(r"^## .*$", table.page([]), flags=re.M))
    committed = (DOCS.parent / "benchmarks" / "results.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## .*$", committed, flags=re.M)) == headings
    wanted = set(
        re.findall(r'^:(?:start-after|end-before): "(## .*)"$', (DOCS / "benchmarks.md").read_text("utf-8"), flags=re.M)
    )
    assert wanted
    assert wanted <= headings


def test_the_processor_is_named(tmp_path: Path) -> None:
    listing = tmp_path / "cpuinfo"
    listing.write_text("processor\t: 0\nmodel name\t: Some Chip 5\nmodel name\t: Some Chip 5\n", encoding="utf-8")
    assert table.processor(listing) == "Some Chip 5"
    assert table.processor(tmp_path / "absent")
