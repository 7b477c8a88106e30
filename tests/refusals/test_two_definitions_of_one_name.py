"""Two definitions with one name: two constants inside, refused where a reader would take them for one."""

import pytest
from forging import data_of, text_of
from soundness import check, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import ring, unfold
from symstride.proof.kernel.terms import Term, make, plus
from symstride.proof.language.syntax import entry, integer, tensor, use, variable

X, INDEX = ("x", 1), variable("i")
ONE_, NEXT = (make("define", "D", entry("x", f"i + {n}"), (X, INDEX)) for n in (0, 1))


def applied(definition: Term) -> Term:
    return use(definition, tensor("x", 1), "i")


def test_they_are_not_equal() -> None:
    with refused("ring: different normal forms"):
        ring(applied(ONE_), applied(NEXT))


def test_unfolding_one_leaves_the_other() -> None:
    both = plus(applied(ONE_), applied(NEXT))
    unfolded = unfold(both, NEXT).concl.args[1]
    check(unfolded is plus(applied(ONE_), entry("x", "i + 1")), unfolded)
    check(unfold(applied(ONE_), NEXT).concl.args[1] is applied(ONE_))


def test_a_statement_with_both_is_refused() -> None:
    both = plus(applied(ONE_), applied(NEXT))
    with refused("two definitions share the name D"):
        replay(text_of(data_of(ring(both, both))))


def test_other_parameters_make_another_definition() -> None:
    renamed = make("define", "D", entry("x", "j"), (X, variable("j")))
    same = make("define", "D", entry("x", "i + 0"), (X, INDEX))
    check(renamed is not same)
    both = plus(applied(renamed), applied(same))
    with refused("two definitions share the name D"):
        replay(text_of(data_of(ring(both, both))))


@pytest.mark.parametrize("name", ["x", "i"])
def test_a_definition_called_like_something_free_is_refused(name: str) -> None:
    definition = make("define", name, entry("x", integer("i")), (X, INDEX))
    t = use(definition, tensor("x", 1), "i")
    with refused("one name means two things"):
        replay(text_of(data_of(ring(t, t))))
