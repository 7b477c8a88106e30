"""Mutants of genuine certificates are refused or prove something true.

    SYMSTRIDE_FULL=1 SYMSTRIDE_MUTANTS=100000 pytest -s -m full tests/proof/test_mutants.py

runs more of them; the seed stands in the header of every run.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import pytest
from mutation import Outcome, campaign, certificates, derive_from_mutants, mutant, sites
from soundness import check, lemmas, theorems

from symstride.proof.kernel import rules as kernel
from symstride.proof.kernel.replay import canonical, replay
from symstride.proof.kernel.terms import make, num

MANY = int(os.environ.get("SYMSTRIDE_MUTANTS", "6000"))
PARTS = 6


@cache
def texts() -> Mapping[str, str]:
    return certificates({**lemmas(), **theorems()})


@pytest.mark.parametrize("count", [200, pytest.param(600, marks=pytest.mark.full)])
def test_mutants_are_refused_or_true(count: int, rng: Random) -> None:
    _report(campaign(texts(), count, rng))


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.timeout(6 * 3600)
@pytest.mark.parametrize("part", range(PARTS))
def test_many_mutants_are_refused_or_true(part: int, rng: Random) -> None:
    _report(campaign(texts(), MANY // PARTS, rng, samples=15))


@pytest.mark.full
def test_what_the_steps_of_mutants_derive_is_true(rng: Random) -> None:
    _report_derived(derive_from_mutants(texts(), 200, rng), at_least=25)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.timeout(6 * 3600)
@pytest.mark.parametrize("part", range(PARTS))
def test_what_the_steps_of_many_mutants_derive_is_true(part: int, rng: Random) -> None:
    _report_derived(derive_from_mutants(texts(), MANY // 4 // PARTS, rng), at_least=MANY // 4 // PARTS // 8)


def _report_derived(outcome: Outcome, at_least: int) -> None:
    print(outcome)
    check(outcome.false == [], *outcome.false[:5])
    check(outcome.counts["new theorems"] >= at_least, outcome)


def _report(outcome: Outcome) -> None:
    print(outcome)
    check(outcome.crashes == [], *outcome.crashes[:5])
    check(outcome.false == [], *outcome.false[:5])
    check(outcome.counts["refused"] > 0.7 * outcome.counts["mutants"], outcome)
    check(outcome.counts["mutants"] > 0.8 * (outcome.counts["mutants"] + outcome.counts["unchanged"]), outcome)


# ------------------------------------------------------------------------------------------------ the harness says no


def test_one_place_is_changed(rng: Random) -> None:
    """All rows but one are kept in their order: a mutant is close to its original."""
    text = texts()["mod_unique"]
    genuine = json.loads(text)
    for _ in range(200):
        changed = json.loads(mutant(text, rng)[0])
        differing = [part for part in genuine if canonical(genuine[part]) != canonical(changed[part])]
        check(len(differing) <= 1 and set(differing) <= {"terms", "steps", "claims"}, differing)


def test_every_part_is_changed_now_and_then(rng: Random) -> None:
    text = texts()["mod_unique"]
    parts = {mutant(text, rng)[1].split("[")[0] for _ in range(100)}
    check(parts == {"terms", "steps", "claims"}, parts)


def test_sites_are_all_places() -> None:
    check(list(sites([1, [2, "x"]])) == [(0,), (1,), (1, 0), (1, 1)])


def test_a_false_statement_is_reported(rng: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a checker that believes ``1 <= 0``, the campaign says so."""
    false = make("le", num(1), num(0))
    theorem = object.__new__(kernel.Theorem)
    for slot, value in (("hyps", frozenset()), ("concl", false), ("step", ("axiom", ("division",)))):
        object.__setattr__(theorem, slot, value)
    genuine = replay(texts()["div_unique"])
    believed = type(genuine)(genuine.about, {"claim": theorem}, 1, 1, {}, (), 1)
    check(len(_with_replay(lambda text: believed, rng, monkeypatch).false) > 0)


def test_a_crash_is_reported(rng: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(text: str) -> Any:
        raise IndexError("list index out of range")

    outcome = _with_replay(crash, rng, monkeypatch)
    check(len(outcome.crashes) == outcome.counts["mutants"] > 0)


def _with_replay(judge: Any, rng: Random, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """A small campaign in which mutants, but not the original, are put before another checker."""
    text = texts()["div_unique"]
    monkeypatch.setattr("mutation.replay", lambda t: replay(t) if t == text else judge(t))
    return campaign({"div_unique": text}, 20, rng)
