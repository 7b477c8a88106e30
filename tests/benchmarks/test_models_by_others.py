"""The benchmark over models that others wrote: a list fixed in advance, and a table that hides nobody."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toolbox import ROOT

from benchmarks.models import __main__ as command
from benchmarks.models.collection import BUILDERS, FAMILIES, Entry, entries
from benchmarks.models.one import far, short
from symstride.errors import NotSupported

KEPT = ROOT / "benchmarks" / "models.json"
ROW = {"package": "timm", "name": "a", "family": "attention"}
GONE = {
    **ROW, "door": "ONNX", "nodes": 1200, "strided": 3, "kept": 2, "left": [], "proved": 18, "unchecked": "",
    "difference": 2e-7, "sensitivity": 1e-7, "seconds": 1.24,
}  # fmt: skip


def test_the_list_has_many_of_each_kind() -> None:
    listed = list(entries())
    assert len({entry.title for entry in listed}) == len(listed) >= 150
    assert {entry.package for entry in listed} == set(BUILDERS)
    families = Counter(entry.family for entry in listed)
    assert set(families) == set(FAMILIES)
    assert min(families.values()) >= 10


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (GONE, "1 go through with no stride left and every rewriting proved (100.0%)"),
        ({**GONE, "left": ["conv: why"]}, "| timm `a` | 1 strided nodes left: conv: why |"),
        ({**ROW, "refused": "it | broke"}, "| timm `a` | it / broke |"),
        ({**ROW, "not run": "no"}, "1 of them do not run here. Of the other 0, 0 go through"),
    ],
)
def test_whatever_did_not_go_through_is_named(row: dict[str, Any], said: str) -> None:
    assert said in command.page({"models": {"timm a": row}, "versions": {}, "machine": "m"})


def test_a_page_says_of_which_day_its_rows_are() -> None:
    rows = {"a": {**GONE, "date": "2026-11-29"}, "b": GONE, "c": {**GONE, "date": "2026-11-30"}, "d": GONE}
    page = command.page({"models": rows, "versions": {"Python": "3"}, "machine": "m"})
    assert "on m; 1 rows on 2026-11-30, 1 rows on 2026-11-29, 2 earlier.\n" in page
    assert "on m.\n" in command.page({"models": {"b": GONE}, "versions": {"Python": "3"}, "machine": "m"})


def test_layers_whose_sizes_are_declared_are_told() -> None:
    data = {"models": {"timm a": {**GONE, "declared": 3}}, "versions": {}, "machine": "m"}
    assert "from the numbers of its input: timm `a` (3 layers).\n" in command.page(data)


def test_a_row_says_how_far_it_came() -> None:
    page = command.page({"models": {"timm a": GONE}, "versions": {"Python": "3"}, "machine": "m"})
    assert "| timm `a` | ONNX | 1,200 | 3 | 2 | 18 | 2.0e-07 | 1.0e-07 | 1.2 |" in page


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [([1.0, 4.0], [1.0, 3.0], 0.25), ([np.inf, 1.0], [np.inf, 1.0], 0.0), ([np.nan], [0.0], np.inf), ([], [], 0.0)],
)
def test_distances_are_relative_to_the_largest(one: list[float], other: list[float], distance: float) -> None:
    assert far([np.array(one)], [np.array(other)]) == distance


def test_other_outputs_are_far() -> None:
    with pytest.raises(ValueError, match="zip"):
        far([np.zeros(1)], [])


def test_refusals_fit_a_line() -> None:
    assert short(NotSupported("node 'a'", "one\nof \x1b[96mthese\x1b[0m", "that", "hint")) == (
        "NotSupported: node 'a': expected one of these, got that"
    )


def test_a_process_that_ends_early_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry("nowhere", "nothing", "audio", (1,))
    row = command.tried(entry, 100)
    assert row["name"] == "nothing"
    assert "its process ended with 1" in row["refused"]


def test_a_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fake(entry: Entry, seconds: int) -> dict[str, Any]:
        asked.append(entry.title)
        return {**GONE, "package": entry.package, "name": entry.name, "family": entry.family}

    monkeypatch.setattr(command, "tried", fake)
    assert command.main(["rapidocr", "--output", str(tmp_path)]) == 1
    assert command.main(["--output", str(tmp_path)]) == 0
    assert asked == [*(e.title for e in entries() if e.package == "rapidocr"),
                     *(e.title for e in entries() if e.package != "rapidocr")]  # fmt: skip
    data = json.loads((tmp_path / "models.json").read_text())
    assert list(data["models"]) == [entry.title for entry in entries()]
    assert (tmp_path / "models.md").read_text() == command.page(data)


def test_the_page_is_that_of_the_data() -> None:
    assert KEPT.with_suffix(".md").read_text(encoding="utf-8") == command.page(json.loads(KEPT.read_text()))


def test_what_optimisations_change_is_told() -> None:
    row = {**GONE, "optimised": 4e-3}
    assert "before anything was rewritten, in units of the largest number: timm `a` (4.0e-03)" in command.page(
        {"models": {"timm a": row}, "versions": {}, "machine": "m"}
    )
