"""Changing a theorem, a term or a rule after it was made."""

import pytest
from forging import FALSE
from soundness import check, refused

from symstride.proof.kernel.rules import RULES, axiom, ring
from symstride.proof.kernel.terms import ARGUMENTS, SORTS
from symstride.proof.language.syntax import integer


@pytest.mark.parametrize("slot", ["hyps", "concl", "step", "note"])
def test_theorems_are_immutable(slot: str) -> None:
    with refused("theorems are immutable"):
        setattr(axiom("division"), slot, FALSE)


@pytest.mark.parametrize("slot", ["tag", "args", "sort", "loose", "free", "_polynomial", "note"])
def test_terms_are_immutable(slot: str) -> None:
    with refused("terms are immutable"):
        setattr(integer("a + b"), slot, None)


@pytest.mark.parametrize("slot", ["name", "kinds", "figure", "_infer", "note"])
def test_rules_are_immutable(slot: str) -> None:
    with refused("rules are immutable"):
        setattr(ring, slot, lambda s, t: ([], FALSE))


@pytest.mark.parametrize("table", [ARGUMENTS, SORTS, RULES], ids=["ARGUMENTS", "SORTS", "RULES"])
def test_tables_are_immutable(table: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        table["nat"] = "z"
    check("sorry" not in table)


def test_hypotheses_cannot_be_taken_away_in_place() -> None:
    theorem = axiom("antisymmetry")
    with pytest.raises(AttributeError):
        theorem.hyps.clear()  # type: ignore[attr-defined]
    check(len(theorem.hyps) == 2)
