"""Every theorem inside every derivation, evaluated: not only the lemmas and theorems, but each step towards them."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from soundness import check, check_true, lemmas, theorems

from symstride.proof.certificate import derivation
from symstride.proof.kernel.rules import Theorem
from symstride.proof.language.witness import find_witness
from symstride.proof.lemmas import LEMMAS

lemmas()  # proves them, so that LEMMAS is complete when the parameters below are listed


@pytest.mark.parametrize("name", LEMMAS)
def test_a_lemma_is_true_and_not_vacuous(name: str, rng: Random) -> None:
    theorem = LEMMAS[name]()
    check(check_true(theorem.hyps, theorem.concl, rng, want=25, tries=3000) >= 10, "too few samples")
    check(find_witness(theorem.hyps) is not None, "no witness for the hypotheses")


@pytest.mark.parametrize("name", theorems())
def test_a_theorem_is_true_and_not_vacuous(name: str, rng: Random) -> None:
    theorem = theorems()[name]
    check(check_true(theorem.hyps, theorem.concl, rng, want=12, tries=4000) >= 6, "too few samples")
    check(find_witness(theorem.hyps) is not None, "no witness for the hypotheses")


@pytest.mark.full
def test_each_step_of_each_derivation_is_true(rng: Random) -> None:
    samples, vacuous, statements = _evaluate([*lemmas().values(), *theorems().values()], rng, want=6, tries=60)
    print(f"{statements} statements, {samples} samples, {vacuous} statements without one")
    check(statements > 500 and samples > 3 * statements)
    check(vacuous < 0.15 * statements, "contradictory hypotheses belong into proofs by contradiction only")


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("axes", "want", "tries"),
    [
        pytest.param((1, 2), 15, 600, marks=pytest.mark.full),
        pytest.param((1, 2, 3), 40, 1500, marks=pytest.mark.whole),
    ],
)
def test_each_step_of_each_derivation_is_true_on_many_samples(
    axes: tuple[int, ...], want: int, tries: int, rng: Random
) -> None:
    proved = [*lemmas().values(), *theorems(axes).values()]
    samples, vacuous, statements = _evaluate(proved, rng, want, tries)
    print(f"{statements} statements, {samples} samples, {vacuous} statements without one")
    check(vacuous < 0.12 * statements)


def _evaluate(proved: Iterable[Theorem], rng: Random, want: int, tries: int) -> tuple[int, int, int]:
    """Satisfying samples in all, statements without any, statements."""
    statements = list({(t.hyps, t.concl): t for t in derivation(*proved)}.values())
    counts = [check_true(t.hyps, t.concl, rng, want, tries) for t in statements]
    return sum(counts), counts.count(0), len(counts)
