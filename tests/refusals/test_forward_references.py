"""References forwards, to oneself, before the beginning: a derivation would support itself."""

import pytest
from forging import edited, written
from soundness import refused

from symstride.proof.kernel.replay import replay

WHY = "a reference to something not made yet"
TERMS = {
    "to itself": [["add", 0, 0]],
    "forwards": [["add", 1, 1], ["num", 1]],
    "before the first": [["num", 1], ["add", -1, -1]],
    "far away": [["num", 1], ["add", 0, 2]],
}


@pytest.mark.parametrize("rows", TERMS.values(), ids=TERMS)
def test_in_terms(rows: list[list[object]]) -> None:
    with refused(WHY):
        replay(written(rows))


@pytest.mark.parametrize("reference", [0, 1, -1, 10**6])
def test_in_steps(reference: int) -> None:
    with refused(f"steps[0]: {WHY}"):
        replay(edited(lambda data: data["steps"].__setitem__(0, ["cut", reference, reference])))


def test_two_steps_that_support_each_other() -> None:
    false = [["num", 1], ["num", 0], ["le", 0, 1]]
    steps = [["cut", 1, 1], ["cut", 0, 0]]
    with refused(f"steps[0]: {WHY}"):
        replay(written(false, steps, [["claim", [], 2, 1]]))
