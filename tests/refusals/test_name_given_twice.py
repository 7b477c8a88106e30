"""A substitution that gives one name two values."""

import pytest
from forging import genuine, text_of
from soundness import refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import axiom, instantiate
from symstride.proof.language.syntax import entry, integer, mapping, variable


@pytest.mark.parametrize("second", [1, 2])
def test_two_values_for_an_integer(second: int) -> None:
    with refused("instantiate: a name is given twice"):
        instantiate(axiom("division"), ((variable("a"), integer(1)), (variable("a"), integer(second))))


def test_two_values_for_a_tensor() -> None:
    value = mapping(["i"], entry("g", "i"))
    with refused("instantiate: a name is given twice"):
        instantiate(axiom("sum_factor"), ((("f", 1), value), (("f", 1), value)))


def test_in_a_certificate() -> None:
    data = genuine()
    row = next(row for row in data["steps"] if row[0] == "instantiate" and row[2])
    row[2].append(row[2][0])
    with refused("instantiate: a name is given twice"):
        replay(text_of(data))
