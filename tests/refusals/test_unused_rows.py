"""Rows that serve nothing: room for a false step beside a true claim."""

import pytest
from forging import edited, genuine, text_of
from soundness import refused

from symstride.proof.kernel.replay import replay

EDITS = {
    "a term at the end": (lambda d: d["terms"].append(["num", 77]), "a term serves nothing"),
    "a term twice": (lambda d: d["terms"].append(d["terms"][0]), "a term serves nothing"),
    "two terms, one using the other": (
        lambda d: d["terms"].extend([["num", 77], ["add", len(d["terms"]), len(d["terms"])]]), "a term serves nothing"
    ),
    "a step at the end": (lambda d: d["steps"].append(["axiom", "division"]), "a step serves nothing"),
    "a step twice": (lambda d: d["steps"].append(d["steps"][0]), "a step serves nothing"),
    "a chain of steps": (
        lambda d: d["steps"].extend([["axiom", "division"], ["instantiate", len(d["steps"]), []]]),
        "a step serves nothing",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "why"), EDITS.values(), ids=EDITS)
def test_it_is_refused(edit: object, why: str) -> None:
    with refused(why):
        replay(edited(edit))  # type: ignore[arg-type]


def test_an_assumption_of_the_absurd_beside_a_true_claim() -> None:
    data = genuine()
    n = len(data["terms"])
    data["terms"] += [["num", 1], ["num", 0], ["le", n, n + 1]]
    data["steps"].append(["assume", n + 2])
    with refused("a step serves nothing"):
        replay(text_of(data))
