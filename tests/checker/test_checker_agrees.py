"""Two checkers, one verdict: on genuine certificates, on cases written by hand, on forgeries and on mutants.

    SYMSTRIDE_FULL=1 SYMSTRIDE_MUTANTS=100000 pytest -s -m full tests/checker

runs more mutants; the seed stands in the header of every run.  Limits of the machine apart (recursion, memory), the
verdicts have to be the same, and so has the place of a refusal.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import checker_cases
import checker_limit_cases
import checker_rule_cases
import pytest
from checker_draft import Case
from checker_tools import CHECKER, Agreement, SecondChecker, agreement, campaign, difference, first_checker, genuine
from mutation import certificates
from soundness import lemmas, theorems

from symstride.proof.kernel import polynomials, replay, terms
from symstride.proof.kernel import rules as kernel

MANY = int(os.environ.get("SYMSTRIDE_MUTANTS", "1000"))
PARTS = 2
CASES = (checker_cases.text_cases, checker_cases.row_cases, checker_cases.term_cases, checker_cases.arithmetic_cases,
         checker_rule_cases.rule_cases, checker_limit_cases.limit_cases)  # fmt: skip


@pytest.fixture
def second(need: Callable[[str], str]) -> Iterator[SecondChecker]:
    with SecondChecker(need("node")) as checker:
        yield checker


def report(outcome: Agreement) -> None:
    print(outcome)
    assert outcome.disagreements == []


# ------------------------------------------------------------------------------------------------ genuine, by hand


def test_genuine_certificates_are_proved_alike(second: SecondChecker) -> None:
    outcome = agreement(second, genuine().items())
    report(outcome)
    assert outcome.counts["proved"] == len(genuine()) >= 23


@pytest.mark.parametrize(
    "cases",
    [*CASES, pytest.param(checker_limit_cases.crowd_cases, marks=pytest.mark.full)],
    ids=lambda cases: cases.__name__,
)
def test_cases_written_by_hand(cases: Callable[[], Iterator[Case]], second: SecondChecker) -> None:
    wrong = []
    for case in cases():
        mine = first_checker(case.text)
        if mine["proved"] != case.accepted:
            wrong.append(f"{case.name}: expected {case.accepted}, the first checker says {mine}")
        if differs := difference(mine, second.ask(case.text)):
            wrong.append(f"{case.name}: {differs}")
    assert wrong == []


def test_cases_have_names_of_their_own() -> None:
    names = [case.name for cases in CASES for case in cases()]
    assert len(set(names)) == len(names) > 600


# ------------------------------------------------------------------------------------------------ mutants


@cache
def small() -> dict[str, str]:
    """Lemmas, one to a file: short certificates, of which more mutants are accepted."""
    return certificates({**lemmas(), **theorems()})


def test_mutants_are_judged_alike(second: SecondChecker, rng: Random) -> None:
    outcome = campaign(second, {**genuine(), **small()}, 500, rng)
    report(outcome)
    assert outcome.counts["proved"] > 10, "a campaign that nothing survives says little about the rules"
    assert outcome.counts["refused in file"] < 250, "a campaign that stops at the text says little about the rules"


@pytest.mark.full
@pytest.mark.timeout(6 * 3600)
@pytest.mark.parametrize("part", range(PARTS))
def test_many_mutants_are_judged_alike(part: int, second: SecondChecker, rng: Random) -> None:
    report(campaign(second, {**genuine(), **small()}, MANY // PARTS, rng))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "every", [pytest.param(4, marks=pytest.mark.full), pytest.param(1, marks=pytest.mark.whole)], ids="every {}".format
)
def test_the_forgeries_of_the_refusal_suite_are_judged_alike(
    every: int, second: SecondChecker, tmp_path: Path, root: Path
) -> None:
    record = tmp_path / "texts.jsonl"
    paths = os.pathsep.join(map(str, (Path(__file__).parent, *sys.path)))
    env = {**os.environ, "SYMSTRIDE_RECORD": str(record), "SYMSTRIDE_FULL": "0", "PYTHONPATH": paths}
    run = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "checker_recorder", str(root / "tests" / "refusals")]
    done = subprocess.run(run, env=env, check=False, capture_output=True, text=True, timeout=1800)
    assert record.exists(), done.stdout[-2000:] + done.stderr[-2000:]  # that suite judges itself elsewhere
    texts = list(map(json.loads, record.read_text().splitlines()))
    assert len(texts) > 250
    report(agreement(second, ((text[:200], text) for text in texts[::every])))


# ------------------------------------------------------------------------------------------------ the tables


def ask_node(node: str, expression: str) -> object:
    code = f"const checker = require({json.dumps(str(CHECKER))}); console.log(JSON.stringify({expression}))"
    done = subprocess.run([node, "-e", code], capture_output=True, text=True, check=True, timeout=60)
    answer: object = json.loads(done.stdout)
    return answer


def test_the_limits_are_the_same(need: Callable[[str], str]) -> None:
    digits = 4300  # that of Python itself
    assert sys.int_info.default_max_str_digits == digits
    assert ask_node(need("node"), "checker.LIMITS") == {
        "literal": terms.MAX_LITERAL,
        "size": terms.MAX_SIZE,
        "depth": terms.MAX_DEPTH,
        "names": terms.MAX_NAMES,
        "arity": terms.MAX_ARITY,
        "polynomial": polynomials.MAX_POLYNOMIAL,
        "factors": polynomials.MAX_FACTORS,
        "hypotheses": kernel.MAX_HYPOTHESES,
        "characters": replay.MAX_BYTES,
        "work": replay.MAX_WORK,
        "digits": digits,
        "nesting": replay.MAX_NESTING,
    }


@pytest.mark.parametrize(
    ("table", "names"),
    [("nodes", list(terms.ARGUMENTS)), ("rules", list(kernel.RULES)), ("axioms", list(kernel.AXIOMS))],
    ids=["nodes", "rules", "axioms"],
)
def test_the_tables_speak_of_the_same_things(table: str, names: list[str], need: Callable[[str], str]) -> None:
    assert ask_node(need("node"), f"checker.{table}().map((row) => row.name).sort()") == sorted(names)
