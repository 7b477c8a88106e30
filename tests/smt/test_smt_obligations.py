"""z3's opinion on every integer fact that the proofs use, each with a control so that no answer is vacuous.

Each lemma on integers is exported as it stands; its negation has to be unsatisfiable.  Then one hypothesis at a time is
left out, and z3 has to find integers that break the conclusion, which Python evaluates.  A hypothesis that turns out
not to be needed is named below with the reason.  z3 decides all of them: no lemma is excused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules

import pytest
from solver import ask, is_counterexample, refute
from soundness import theorems

from symstride.export.smt import is_integer_statement
from symstride.proof import lemmas as lemma_modules
from symstride.proof.certificate import derivation
from symstride.proof.kernel.rules import AXIOMS, Theorem
from symstride.proof.kernel.terms import Term, make, num, plus
from symstride.proof.language.syntax import at_most, equal
from symstride.proof.lemmas import LEMMAS
from symstride.proof.repeatable import ordered

for _module in iter_modules(lemma_modules.__path__):
    import_module(f"{lemma_modules.__name__}.{_module.name}")

Sequent = tuple[tuple[Term, ...], Term]

LEMMAS_ON_INTEGERS: dict[str, Sequent] = {
    name: (tuple(ordered(lemma().hyps)), lemma().concl)
    for name, lemma in LEMMAS.items()
    if is_integer_statement(lemma().hyps, lemma().concl)
}
AXIOMS_ON_INTEGERS: dict[str, Sequent] = {
    name: (tuple(hyps), concl) for name, (hyps, concl) in AXIOMS.items() if is_integer_statement(hyps, concl)
}
OBLIGATIONS = LEMMAS_ON_INTEGERS | AXIOMS_ON_INTEGERS

UNDECIDED: dict[str, str] = {}
"""Obligations that z3 may answer with unknown, with the reason.  There are none."""

NOT_NEEDED = {
    ("div_unique", "1 <= b"): "follows from 0 <= r < b",
    ("mod_unique", "1 <= b"): "follows from 0 <= r < b",
    ("cells_wrap", "1 <= S"): "follows from 0 <= rho < S",
    ("offset_mod", "1 <= s"): "holds for negative s, and for s = 0, where x mod 0 = x",
    ("taps_low", "1 <= s"): "holds for negative s, where both sides round down as well, and for s = 0",
    ("taps_high", "1 <= s"): "holds for negative s, where both sides round down as well, and for s = 0",
    ("shift_remainder", "1 <= b"): "holds for negative b, and for b = 0, where x mod 0 = x",
    ("nested_quotient", "1 <= a"): "holds for negative a, and for a = 0, where both sides are 0",
    ("adjoint_low", "0 = (((rho + p) + -1*dl*i) mod s)"): "only the matching upper bound uses divisibility",
}
"""Hypotheses without which the conclusion still holds.  They are kept: the figure reads better, or a use has them."""


def test_what_is_exported() -> None:
    assert set(AXIOMS_ON_INTEGERS) == {"antisymmetry", "division", "mod_low", "mod_high"}
    assert {
        "div_monotone", "div_unique", "mod_unique", "cancel_factor", "step_positive", "tap_low", "tap_high",
        "tap_unique", "cell_below", "cell_above", "cells_wrap", "output_place", "output_low", "output_count",
        "output_end", "div_one", "taps_low", "taps_high", "taps_padded",
    } <= set(LEMMAS_ON_INTEGERS)  # fmt: skip


@pytest.mark.parametrize("name", OBLIGATIONS)
def test_z3_agrees(name: str, need: Callable[[str], str]) -> None:
    need("z3")
    verdict = ask(*OBLIGATIONS[name]).verdict
    assert verdict == "unsat" or (verdict == "unknown" and name in UNDECIDED)


@pytest.mark.parametrize(("name", "position"), [(n, i) for n, (h, _) in OBLIGATIONS.items() for i in range(len(h))])
def test_each_hypothesis_is_needed(name: str, position: int, need: Callable[[str], str]) -> None:
    need("z3")
    hypotheses, conclusion = OBLIGATIONS[name]
    dropped, rest = hypotheses[position], hypotheses[:position] + hypotheses[position + 1 :]
    answer = refute(rest, conclusion)
    if (name, str(dropped)) in NOT_NEEDED:
        assert answer.verdict == "unsat"
    else:
        assert answer.verdict == "sat", f"without {dropped}: {answer.verdict}"
        assert is_counterexample(answer.values, rest, conclusion), answer.values


@pytest.mark.parametrize("name", OBLIGATIONS)
def test_no_conclusion_can_be_sharpened_by_one(name: str, need: Callable[[str], str]) -> None:
    """The other control, and the only one for statements without hypotheses: a <= b - 1, a = b + 1 are refuted."""
    need("z3")
    hypotheses, conclusion = OBLIGATIONS[name]
    sharper = _sharpened(conclusion)
    answer = refute(hypotheses, sharper)
    assert answer.verdict == "sat"
    assert is_counterexample(answer.values, hypotheses, sharper), answer.values


def _sharpened(conclusion: Term) -> Term:
    left, right = conclusion.args
    return make("le", plus(left, num(1)), right) if conclusion.tag == "le" else make("eq", left, plus(right, num(1)))


def test_every_excuse_is_still_one() -> None:
    hypotheses = {(name, str(h)) for name, (hyps, _) in OBLIGATIONS.items() for h in hyps}
    assert set(NOT_NEEDED) <= hypotheses
    assert set(UNDECIDED) <= set(OBLIGATIONS)


# ---------------------------------------------------------------- steps of derivations


def integer_steps(proved: Iterable[Theorem]) -> dict[Sequent, Theorem]:
    """Every theorem on integers that the derivations pass through, the rules' own axioms left out."""
    steps = derivation(*proved)
    found = [step for step in steps if step.step[0] != "assume" and is_integer_statement(step.hyps, step.concl)]
    return {(tuple(ordered(step.hyps)), step.concl): step for step in found}


def check_steps(proved: Iterable[Theorem]) -> int:
    steps = integer_steps(proved)
    doubtful = [f"{step.step[0]}: {step}" for sequent, step in steps.items() if ask(*sequent).verdict != "unsat"]
    assert doubtful == []
    return len(steps)


def test_every_integer_step_of_the_lemmas(need: Callable[[str], str]) -> None:
    need("z3")
    assert check_steps(lemma() for lemma in LEMMAS.values()) > 250


@pytest.mark.full
def test_every_integer_step_of_the_theorems(need: Callable[[str], str]) -> None:
    need("z3")
    assert check_steps(theorems().values()) > 200


# ---------------------------------------------------------------- the floor shift

SHIFT_DIV: Sequent = ((at_most(1, "s"),), equal("(s*o + t) // s", "o + t // s"))
SHIFT_MOD: Sequent = ((at_most(1, "s"),), equal("(s*o + t) % s", "t % s"))


def test_the_floor_shift_and_what_follows_from_it(need: Callable[[str], str]) -> None:
    """z3 5.4 sees the remainder at once.  Older solvers give up on it unless they are handed the quotient first."""
    need("z3")
    assert ask(*SHIFT_DIV).verdict == "unsat"
    assert ask((*SHIFT_MOD[0], SHIFT_DIV[1]), SHIFT_MOD[1]).verdict == "unsat"
    assert ask(*SHIFT_MOD).verdict in ("unsat", "unknown")
    assert ask((at_most("s", 0),), SHIFT_DIV[1]).verdict == "sat"  # s = 0: the quotient is 0, whatever o is
    assert ask((), _sharpened(SHIFT_MOD[1])).verdict == "sat"
