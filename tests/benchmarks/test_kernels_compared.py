"""The command that compares the two kernels: it goes on where it was left, and says when they do not agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from toolbox import ROOT

from benchmarks.kernels import __main__ as command

KEPT = ROOT / "benchmarks" / "kernels.json"


@pytest.fixture
def tools(need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in ("ocamlopt", "coqc", "coqchk"):
        need(tool)
    monkeypatch.setattr(command, "GOALS", {"mutants": 3, "theorems": 25, "normal forms": 30})
    monkeypatch.setattr(command, "PIECES", {"mutants": 2, "theorems": 10, "normal forms": 20})


@pytest.mark.usefixtures("tools")
def test_it_goes_on_where_it_was_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--output", str(tmp_path)]
    assert command.main(["--minutes", "0", *words]) == 0
    assert "mutants: 0 of 3, 0 wrong" in capsys.readouterr().out
    assert command.main(["theorems", *words]) == 0
    one = json.loads((tmp_path / "kernels.json").read_text())["kinds"]["theorems"]
    assert (one["judged"], one["pieces"], one["counts"], one["wrong"]) == (25, 3, {"theorems": 25}, [])
    assert command.main(words) == 0
    data = json.loads((tmp_path / "kernels.json").read_text())
    assert data["kinds"]["theorems"] == one
    assert {kind: row["judged"] for kind, row in data["kinds"].items()} == command.GOALS
    assert (tmp_path / "kernels.md").read_text() == command.page(data)
    assert "| pairs of terms, for one normal form | 30 of 30 |" in command.page(data)


@pytest.mark.usefixtures("tools")
def test_what_must_not_happen_is_kept_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extracted.Checker.__call__", lambda self, text: "no refused")
    assert command.main(["theorems", "--output", str(tmp_path)]) == 1
    wrong = json.loads((tmp_path / "kernels.json").read_text())["kinds"]["theorems"]["wrong"]
    assert len(wrong) == 25
    assert all(line.startswith("not accepted: ") for line in wrong)


@pytest.mark.usefixtures("tools")
def test_figures_of_other_versions_are_not_added_to(tmp_path: Path) -> None:
    (tmp_path / "kernels.json").write_text(json.dumps({"versions": {"Rocq": "1"}, "kinds": {}}))
    with pytest.raises(SystemExit):
        command.main(["--output", str(tmp_path)])


def test_a_change_that_compiles_is_wrong() -> None:
    row = {"judged": 0, "goal": 2, "pieces": 0, "counts": {}, "wrong": [], "seconds": 0.0}
    for lemma in ("rule_sound", ""):
        counts = Counter({"judged": 1, "without a proof": bool(lemma)})
        wrong = [] if lemma else ["cut: any fact"]
        command.continued(row, "sabotage", lambda _, __, it=(counts, wrong): it, 2)
    assert (row["judged"], row["counts"], row["wrong"]) == (2, {"without a proof": 1}, ["cut: any fact"])


def test_the_figures_on_the_page_are_good() -> None:
    data = json.loads(KEPT.read_text())
    assert KEPT.with_suffix(".md").read_text() == command.page(data)
    for kind, row in data["kinds"].items():
        assert row["wrong"] == []
        assert row["judged"] <= row["goal"] == (command.GOALS[kind] or row["goal"])
