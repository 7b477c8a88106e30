"""A definition that uses itself, which would prove D = D + 1: its content cannot contain itself."""

import pytest
from forging import written
from soundness import check, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import unfold
from symstride.proof.kernel.terms import make, plus
from symstride.proof.language.syntax import ONE, use

CIRCLES = {
    "of itself": [["nat", 1], ["use", 2], ["define", "D", 1, []]],
    "by its own row": [["define", "D", 0, []]],
    "by way of another": [["use", 3], ["define", "D", 0, []], ["use", 1], ["define", "E", 2, []]],
}


@pytest.mark.parametrize("rows", CIRCLES.values(), ids=CIRCLES)
def test_a_circle_needs_a_reference_forward(rows: list[list[object]]) -> None:
    with refused("a reference to something not made yet"):
        replay(written(rows))


def test_a_body_with_the_same_name_means_another_constant() -> None:
    """D = (an older D) + 1 is no circle: the older D is another definition, and unfolds to what it was."""
    old = make("define", "D", ONE, ())
    new = make("define", "D", plus(use(old), ONE), ())
    check(unfold(use(new), new).concl.args[1] is plus(use(old), ONE))
    check(unfold(use(new), old).concl.args[1] is use(new))


def test_a_name_alone_is_no_use() -> None:
    with refused("use: wrong kind of argument"):
        make("use", "D")
