"""The campaigns of identities: what they count, that they can be repeated, and that they can say no."""

from __future__ import annotations

import itertools
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

import symstride as ss
from benchmarks.identities import __main__ as command
from benchmarks.identities import campaign as module
from benchmarks.identities.campaign import Tally, certificates, first_verdict, random_identities, texts_inside
from benchmarks.identities.drawing import Drawn, canonical_form, drawn, is_true
from benchmarks.identities.numbers import examined, integer_names
from symstride.proof.statements.identity import IdentitySubject

MOVED = ss.Identity("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))", "0 <= n")
UP = ss.Identity("up(x)[s*t]", "x[t]", "1 <= s", {"up(x)[t]": "[0 == t % s]*x[t//s]"}, "s t")


@cache
def texts() -> dict[str, str]:
    return {"moved": MOVED.prove().certificate(), "up": UP.prove(2).certificate()}


class Echo:
    """A second checker that agrees with the first one on everything."""

    def ask(self, text: str) -> dict[str, Any]:
        return first_verdict(text)[1]


class Believer:
    """A second checker that refuses nothing."""

    def ask(self, text: str) -> dict[str, Any]:
        return {"proved": True, "lines": []}


def told(n: int, tally: Tally) -> None:
    assert n <= tally.counts["tried"]


def some(count: int, seed: int = 1) -> Iterator[Drawn]:
    return itertools.islice(drawn(Random(seed)), count)


# ------------------------------------------------------------------------- changed certificates

CAMPAIGNS = pytest.mark.parametrize("campaign", [certificates, texts_inside])


@pytest.mark.sampled(2)
@CAMPAIGNS
def test_every_change_gets_one_verdict(campaign: Callable[..., Tally]) -> None:
    tally = campaign(texts(), 60, 1, Echo(), told)
    verdicts = ("refused by the kernel", "refused by the comparison", "accepted")
    assert tally.good
    assert sum(tally.counts[verdict] for verdict in verdicts) == 60 == tally.counts["tried"]
    assert tally == campaign(texts(), 60, 1, Echo(), told) != campaign(texts(), 60, 2, Echo(), told)


@pytest.mark.full
def test_rows_fall_in_the_kernel_and_texts_in_the_comparison() -> None:
    assert certificates(texts(), 60, 1, Echo(), told).counts["refused by the kernel"] > 40
    counts = texts_inside(texts(), 60, 1, Echo(), told).counts
    assert counts["refused by the comparison"] > 30
    assert counts["accepted, other texts"] > 3
    assert counts["evaluations"] > 50


@CAMPAIGNS
def test_both_checkers_judge_alike(campaign: Callable[..., Tally], need: Callable[[str], str]) -> None:
    from checker_tools import NOTATION, SecondChecker

    with SecondChecker(need("node"), NOTATION) as second:
        tally = campaign(texts(), 150, 7, second, told)
    assert (tally.false, tally.disagreements, tally.crashes) == ([], [], [])


@CAMPAIGNS
def test_a_second_checker_that_believes_everything_is_reported(campaign: Callable[..., Tally]) -> None:
    tally = campaign(texts(), 20, 1, Believer(), told)
    assert not tally.good
    assert len(tally.disagreements) > 10


def test_a_replay_that_is_blind_to_texts_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """It reports whatever the texts say, as long as the steps are derived."""
    from symstride import replaying

    monkeypatch.setattr(replaying, "_compared", lambda result: IdentitySubject.from_plain(result.about))
    tally = texts_inside(texts(), 60, 1, Echo(), told)
    assert len(tally.false) > 2
    assert len(tally.false) + len(tally.crashes) > 20
    assert any("accepted, integers" in what for what in tally.false)


def test_a_crash_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(text: str) -> None:
        raise IndexError("list index out of range")

    known = texts()
    monkeypatch.setattr(module, "compared", crash)
    assert len(certificates(known, 5, 1, Echo(), told).crashes) == 5


# ------------------------------------------------------------------------- random identities


@pytest.mark.full
def test_no_false_one_is_proved() -> None:
    tally = random_identities(some(40), 1, told)
    assert (tally.false, tally.disagreements, tally.crashes) == ([], [], [])
    assert tally.counts["true"] > 10
    assert tally.counts["true, proved"] > 10
    assert tally.counts["false"] > 10


@pytest.mark.full
def test_a_prover_that_lies_is_reported() -> None:
    lies = random_identities(some(20), 1, told, lambda subject, budget: "proved")
    assert len(lies.false) == lies.counts["false"] > 3
    alone = random_identities(some(30), 1, told, lambda subject, budget: "unknown", lambda subject, budget: "proved")
    assert len(alone.false) == alone.counts["false"] > 3


def test_a_refutation_of_what_is_true_is_reported() -> None:
    true = [one for one in some(30) if is_true(one.subject, Random(1))][:3]
    assert len(random_identities(true, 1, told, lambda subject, budget: "refuted").disagreements) == 3


def test_identities_are_distinct_up_to_names_and_order() -> None:
    found = [one.subject for one in some(200)]
    assert len({canonical_form(subject) for subject in found}) == 200
    a = IdentitySubject("x[n] + c", "c + x[n]", ("1 <= n",))
    b = IdentitySubject("d + y[m]", "y[m] + d", ("1 <= m",))
    assert canonical_form(a) == canonical_form(b) != canonical_form(IdentitySubject("x[n] + c", "c + x[n]"))
    assert [one.subject for one in some(20)] == found[:20]


# ------------------------------------------------------------------------- truth


@pytest.mark.parametrize(
    ("left", "right", "given", "true"),
    [
        ("sum(x[i] for i in range(n))", "sum(x[n - 1 - i] for i in range(n))", (), True),
        ("sum(x[i] for i in range(n))", "sum(x[n - i] for i in range(n))", (), False),
        ("x[s*(t//s) + t % s]", "x[t]", ("1 <= s",), True),
        ("x[n]", "x[0]", ("0 <= n", "n < 1"), True),
        ("c + c", "c", (), False),
        ("2*c", "c + c", (), True),
        ("x[0]", "x[1]", ("n < 0", "0 < n"), None),
        ("x[t//s]", "x[t//s]", (), None),
    ],
)
def test_truth_is_by_numbers(left: str, right: str, given: tuple[str, ...], true: bool | None) -> None:
    assert is_true(IdentitySubject(left, right, given), Random(1)) is true


def test_integers_are_told_from_scalars() -> None:
    subject = IdentitySubject("c*x[n + j] + sum(h[i]*d for i in range(m) if i < k)", "f(e)", ("a == b + 1", "c == d"))
    assert integer_names(subject) == ["a", "b", "i", "j", "k", "m", "n"]


def test_a_text_without_a_value_is_reported() -> None:
    assert "division by 0" in examined(IdentitySubject("x[1//s]", "x[1//s]", ("0 <= s",)), Random(1)).without
    assert examined(IdentitySubject("x[1//s]", "x[1//s]", ("0 <= 1//s", "1 <= s")), Random(1)).good


# ------------------------------------------------------------------------- the command


def test_what_is_written(need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("node")
    monkeypatch.setattr(command, "genuine", texts)
    for part in (["texts"], ["rows", "identities"], ["rows"]):
        assert command.main([*part, "--count", "12", "--seed", "4", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "identities.json").read_text())
    assert list(data) == ["rows", "texts", "identities"]
    assert [(part["tried"], part["seed"], part["false"]) for part in data.values()] == [(12, 4, 0)] * 3
    lines = (tmp_path / "identities.md").read_text().splitlines()
    assert lines.count("| changes tried | 12 |") == 2
    assert "| accepted or derived, and false | 0 |" in lines
    assert "| identities | 12 |" in lines


def test_a_bad_outcome_has_another_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "node")
    bad = command.counted(Tally(Counter(tried=1), false=["it"]))
    data = {**bad, "certificates": 1, "seed": 1, "budget": 1, "versions": {}, "seconds": 0}
    monkeypatch.setattr(command, "measured", lambda *words: (data, False))
    assert command.main(["--output", str(tmp_path)]) == 1
    assert "| accepted or derived, and false | 1 |" in (tmp_path / "identities.md").read_text()


@pytest.mark.whole
@pytest.mark.timeout(6 * 3600)
@pytest.mark.parametrize("part", command.PARTS)
def test_whole_campaigns(part: str, need: Callable[[str], str], tmp_path: Path) -> None:
    need("node")
    assert command.main([part, "--output", str(tmp_path)]) == 0


def test_the_results_in_the_repository_are_of_this_form(root: Path) -> None:
    """And nothing happened in those runs that must not."""
    data = json.loads((root / "benchmarks" / "identities.json").read_text())
    assert (root / "benchmarks" / "identities.md").read_text() == command.page(data)
    assert list(data) == list(command.PARTS)
    for part in data.values():
        assert [part[name] for name in ("false", "disagreements", "crashes")] == [0, 0, 0]
    assert data["identities"]["true"] >= data["identities"]["tried"] / 10
