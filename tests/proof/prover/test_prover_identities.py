"""The prover on whole identities: true ones are proved, replayed and say what was asked; false ones are left."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from identity_cases import Case, counterexample, read_cases
from reading_texts import formulas, scalar

from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.terms import KernelError, make
from symstride.proof.language.syntax import at_most, equal
from symstride.proof.tactics.inequalities import HOLE
from symstride.proof.tactics.prover import Effort, Unproved, prove_identity

CASES = read_cases()
MORE = read_cases("more_identities.toml")
TRUE = [case for case in CASES if case.true]
FALSE = [case for case in CASES if not case.true]
IN_AXES = [case for case in TRUE if case.letters]
QUICK = ("a1", "a2", "b1", "b2", "b3", "c2", "h1", "h2", "e3")
"""Entries that are proved in two axes in some hundredths of a second."""


def prove_and_replay(case: Case, axes: int) -> None:
    given, left, right = case.statement(axes)
    chain = prove_identity(given, left, right)
    assert chain.theorem.concl is equal(left, right)
    assert chain.theorem.hyps <= set(given)
    assert all(line.theorem.concl.args[0] is left and line.reason for line in chain.lines)
    assert replay(certificate_text({"identity": chain.theorem}, {})).claims["identity"].concl is equal(left, right)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("case", TRUE, ids=lambda case: case.name)
def test_true_is_proved(case: Case) -> None:
    prove_and_replay(case, 1)


@pytest.mark.full
def test_some_more_true_ones_are_proved(rng: random.Random) -> None:
    for case in rng.sample([case for case in MORE if case.true], 30):
        prove_and_replay(case, 1)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("case", [case for case in MORE if case.true], ids=lambda case: case.name)
def test_all_more_true_ones_are_proved(case: Case) -> None:
    prove_and_replay(case, 1)


@pytest.mark.parametrize("case", [case for case in IN_AXES if case.name[:2] in QUICK], ids=lambda case: case.name)
def test_true_is_proved_in_two_axes(case: Case) -> None:
    prove_and_replay(case, 2)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("axes", [2, 3])
@pytest.mark.parametrize("case", IN_AXES, ids=lambda case: case.name)
def test_true_is_proved_in_more_axes(case: Case, axes: int) -> None:
    prove_and_replay(case, axes)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("case", FALSE, ids=lambda case: case.name)
def test_false_is_left(case: Case) -> None:
    check_false(case)


def test_some_more_false_ones_are_left(rng: random.Random) -> None:
    for case in rng.sample([case for case in MORE if not case.true], 6):
        check_false(case)


@pytest.mark.full
@pytest.mark.parametrize("case", [case for case in MORE if not case.true], ids=lambda case: case.name)
def test_all_more_false_ones_are_left(case: Case) -> None:
    check_false(case)


def check_false(case: Case) -> None:
    given, left, right = case.statement()
    assert counterexample(given, left, right) is not None
    with pytest.raises(Unproved) as left_over:
        prove_identity(given, left, right, budget=Effort(5_000))
    assert left_over.value.left_over
    assert left_over.value.advice


def test_each_kind_has_two_examples() -> None:
    kinds = {case.kind for case in TRUE}
    assert all(sum(case.kind == kind for case in TRUE) >= 2 for kind in kinds)
    assert len(kinds) >= 9


# ------------------------------------------------------------------------------------------------ bounded, repeatable


def test_a_spent_budget_is_unknown() -> None:
    given, left, right = next(case for case in TRUE if case.name.startswith("h3")).statement()
    with pytest.raises(Unproved, match="unknown: the budget of 100 is used up"):
        prove_identity(given, left, right, budget=Effort(100))


def test_many_blocks_are_refused() -> None:
    many = "(" + " + ".join(f"x{n}[0]" for n in range(9)) + ")"
    wide = scalar(f"{many}*{many}")
    with pytest.raises(Unproved, match="too many blocks"):
        prove_identity([], wide, scalar("y[0]"))


@pytest.mark.parametrize("place", ["given", "left", "right", "step"])
def test_the_name_of_holes_is_taken(place: str) -> None:
    hole = make("entry", "f", make("var", HOLE))
    parts = {"given": at_most(make("var", HOLE), 0), "left": hole, "right": hole, "step": hole}
    t, used = scalar("f[i]"), {place: parts[place]}
    with pytest.raises(KernelError, match=f"the name {HOLE} is taken"):
        prove_identity([used["given"]] if "given" in used else [], used.get("left", t), used.get("right", t),
                       [used["step"]] if "step" in used else [])  # fmt: skip


@pytest.mark.parametrize("text", ["hole_0", "hole", "i0_", "j0_", "v0_"])
def test_names_like_those_of_the_prover_are_names(text: str) -> None:
    left, right = (
        scalar(f"sum(f[{text}, i] for i in range(n + {text}))"),
        scalar(f"sum(f[{text}, n + {text} - 1 - i] for i in range(n + {text}))"),
    )
    assert prove_identity([], left, right).theorem.concl is equal(left, right)


def test_steps_are_lines_on_the_way() -> None:
    left, step, right = map(scalar, ("sum(f[i + 1] for i in range(n))", "sum(f[i] for i in range(1, n + 1))",
                                              "sum(f[n - i] for i in range(n))"))  # fmt: skip
    chain = prove_identity([], left, right, [step])
    assert step in [line.term for line in chain.lines]
    assert chain.theorem.concl is equal(left, right)


def test_hypotheses_that_are_not_needed_are_not_used() -> None:
    left, right = map(scalar, ("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))"))
    assert prove_identity(formulas("3 <= n"), left, right).theorem.hyps == frozenset()


_DIGESTS = """
import hashlib, sys
sys.path.insert(0, {folder!r})
from identity_cases import read_cases
from symstride.proof.certificate import certificate_text
from symstride.proof.tactics.prover import prove_identity
cases = [case for case in read_cases() if case.true and case.name[:2] in ("c4", "e2", "g2", "co")][:7]
for case in cases[::{step}]:
    chain = prove_identity(*case.statement())
    print(case.name, hashlib.sha256(certificate_text({{"i": chain.theorem}}, {{}}).encode()).hexdigest())
"""


@pytest.mark.full
def test_certificates_do_not_depend_on_hash_seed_or_order(request: pytest.FixtureRequest) -> None:
    answers = []
    for seed, step in (("0", 1), ("123", -1)):
        code = _DIGESTS.format(folder=str(request.path.parent), step=step)
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        answers.append(sorted(run.stdout.splitlines()))
    assert answers[0] == answers[1]
    assert len(answers[0]) == 7


# ------------------------------------------------------------------------------------------------ random neighbours


def mutant(case: Case, rng: random.Random) -> Case:
    """The case with one number or one range changed by one, in one of its sides."""
    side = rng.choice(("left", "right"))
    text = getattr(case, side)
    places = [match.end() for match in re.finditer(r"range\(|\[(?=[a-z])|\b1\b", text)]
    at = rng.choice(places or [0])
    changed = text[:at] + ("*2" if text[at - 1 : at] == "1" else "1 + ") + text[at:]
    return replace(case, **{side: changed if places else f"2*({text})"})


def check_mutants(cases: list[Case], rng: random.Random) -> int:
    """How many were false at numbers, none of which may be proved."""
    false = 0
    for case in cases:
        statement = mutant(case, rng).statement()
        if counterexample(*statement, trials=40) is not None:
            false += 1
            with pytest.raises(Unproved):
                prove_identity(*statement, budget=Effort(1_000))
    return false


def test_random_neighbours_that_are_false_are_not_proved(rng: random.Random) -> None:
    assert check_mutants(rng.sample(TRUE, 12), rng) >= 4


@pytest.mark.full
def test_many_random_neighbours_that_are_false_are_not_proved(rng: random.Random) -> None:
    assert check_mutants([case for case in TRUE for _ in range(2)], rng) >= 80
