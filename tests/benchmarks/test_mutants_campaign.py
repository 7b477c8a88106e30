"""The campaign of changed certificates: what it counts, that it can be repeated, and that it can say no."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mutation import certificates
from soundness import lemmas

from benchmarks.mutants import __main__ as command
from benchmarks.mutants import campaign as module
from benchmarks.mutants.campaign import Tally, answer_of, campaign, refusal_of
from symstride.proof.kernel import rules as kernel
from symstride.proof.kernel.replay import Refused, Replay, replay
from symstride.proof.kernel.terms import make, num


class Echo:
    """A second checker that agrees with the first one on everything."""

    def ask(self, text: str) -> dict[str, Any]:
        try:
            return answer_of(replay(text))
        except Refused as why:
            return refusal_of(why)


class Believer:
    """A second checker that refuses nothing."""

    def ask(self, text: str) -> dict[str, Any]:
        return {"proved": True, "claims": []}


def texts(*names: str) -> dict[str, str]:
    return certificates({name: lemmas()[name] for name in names})


def run(count: int, seed: int, second: Any, names: tuple[str, ...] = ("div_unique", "mod_unique")) -> Tally:
    return campaign(texts(*names), count, seed, second, lambda n, tally: None)


def test_every_change_gets_one_verdict() -> None:
    tally = run(60, 1, Echo())
    accepted = sum(tally.counts[verdict] for verdict in ("same", "true", "not evaluated"))
    assert tally.good
    assert tally.counts["tried"] == 60 == tally.refused.total() + accepted
    assert tally.refused["steps"] > 5


def test_the_seed_decides() -> None:
    assert run(40, 1, Echo()) == run(40, 1, Echo())
    assert run(40, 1, Echo()) != run(40, 2, Echo())


def test_a_false_statement_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a checker that believes ``1 <= 0``."""
    theorem = object.__new__(kernel.Theorem)
    for slot, value in (("hyps", frozenset()), ("concl", make("le", num(1), num(0))), ("step", ("axiom", ("x",)))):
        object.__setattr__(theorem, slot, value)
    original = texts("div_unique")["div_unique"]
    believed = Replay({}, {"claim": theorem}, 1, 1, {}, (), 1)
    monkeypatch.setattr(module, "replay", lambda text: replay(text) if text == original else believed)
    tally = run(5, 1, Echo(), ("div_unique",))
    assert not tally.good
    assert len(tally.false) == 5 == tally.counts["false"]


def test_a_disagreement_is_reported() -> None:
    tally = run(20, 1, Believer())
    assert not tally.good
    assert len(tally.disagreements) >= tally.refused.total() > 0


def test_a_crash_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    original = texts("div_unique")["div_unique"]

    def crash(text: str) -> Replay:
        if text != original:
            raise IndexError("list index out of range")
        return replay(text)

    monkeypatch.setattr(module, "replay", crash)
    assert len(run(5, 1, Echo(), ("div_unique",)).crashes) == 5


def test_what_is_written(need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("node")
    monkeypatch.setattr(command, "certificates", lambda: texts("div_unique"))
    assert command.main(["--count", "30", "--seed", "4", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "mutants.json").read_text())
    assert data["tried"] == 30 == data["refused"] + data["same"] + data["true"] + data["not evaluated"]
    assert (data["seed"], data["certificates"], data["false"], data["disagreements"]) == (4, 1, 0, 0)
    lines = (tmp_path / "mutants.md").read_text().splitlines()
    assert "| changes tried | 30 |" in lines
    assert "| accepted, and false | 0 |" in lines
    assert "Written by `python -m benchmarks.mutants --count 30 --seed 4`." in lines


def test_a_bad_outcome_has_another_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "node")
    data = {**command.counted(Tally(false=["it"])), "certificates": 1, "seed": 1, "versions": {}, "seconds": 0}
    monkeypatch.setattr(command, "measured", lambda count, seed, node: (data, False))
    assert command.main(["--output", str(tmp_path)]) == 1
    assert "| accepted, and false | 1 |" in (tmp_path / "mutants.md").read_text()


def test_the_result_in_the_repository_is_of_this_form(root: Path) -> None:
    """And nothing happened in that run that must not."""
    data = json.loads((root / "benchmarks" / "mutants.json").read_text())
    assert (root / "benchmarks" / "mutants.md").read_text() == command.page(data)
    assert data["tried"] >= 100_000
    assert [data[name] for name in ("false", "disagreements", "crashes")] == [0, 0, 0]
    assert data["tried"] == data["refused"] + data["same"] + data["true"] + data["not evaluated"]
