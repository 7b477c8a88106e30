"""Every axiom and every rule against the meaning of terms: what they give is true in all semirings.

Forward fuzzing applies the rules to random theorems and terms, so it also meets combinations that no proof needs.
"""

from __future__ import annotations

from random import Random

import pytest
from fuzzing import MOVES, Prover, campaign
from soundness import check, check_true, lemmas

from symstride.proof.kernel.rules import AXIOMS, RULES


@pytest.mark.parametrize("name", AXIOMS)
def test_axioms_are_true(name: str, rng: Random) -> None:
    hyps, concl = AXIOMS[name]
    check(check_true(hyps, concl, rng, want=150, tries=4000) == 150, "too few samples")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_gives_true_theorems(name: str, rng: Random) -> None:
    prover = Prover(rng, lemmas().values())
    campaign(prover, steps=120, samples=2)  # something to work with
    counts = campaign(prover, steps=80, samples=8, moves=[name])
    print(dict(counts))
    check(counts[name] >= (len(AXIOMS) - 3 if name == "axiom" else 15), counts)


def test_every_rule_has_its_move() -> None:
    check(set(MOVES) - {"guarded"} == set(RULES))


def test_random_derivations_are_true(rng: Random) -> None:
    counts = campaign(Prover(rng, lemmas().values()), steps=1200, samples=6)
    print(dict(counts))
    check(counts["samples"] > 2000, counts)


@pytest.mark.full
@pytest.mark.sampled(8, 8)
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(8))
def test_many_random_derivations_are_true(part: int, rng: Random) -> None:
    counts = campaign(Prover(rng, lemmas().values()), steps=15_000, samples=6)
    print(part, dict(counts))
    check(counts["samples"] > 20_000, counts)
