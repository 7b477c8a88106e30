"""Subclasses of theorems, terms and rules, and things that merely look like them."""

from types import SimpleNamespace

import pytest
from forging import FALSE
from soundness import refused

from symstride.proof.kernel.rules import Rule, Theorem, assume, cone, cut, ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import ONE, at_most


@pytest.mark.parametrize(
    ("kind", "why"), [(Theorem, "Theorem is final"), (Term, "Term is final"), (Rule, "Rule is final")]
)
def test_there_are_no_subclasses(kind: type, why: str) -> None:
    with refused(why):
        type("Mine", (kind,), {})


def test_a_duck_is_no_theorem() -> None:
    duck = SimpleNamespace(hyps=frozenset(), concl=FALSE, step=("axiom", ("division",)))
    with refused("cut takes (theorem, theorem)"):
        cut(duck, assume(FALSE))
    with refused("cone takes"):
        cone(FALSE, ((1, (duck,)),), ())


def test_a_duck_is_no_term() -> None:
    duck = SimpleNamespace(tag="nat", args=(1,), sort="S", loose=0, free=frozenset(), size=1, depth=1)
    with refused("ring takes (term, term)"):
        ring(duck, ONE)
    with refused("add: wrong kind of argument"):
        make("add", duck, ONE)


class Tuple(tuple):  # type: ignore[type-arg]
    """A tuple of another type, which could change its mind."""


def test_containers_have_the_exact_type() -> None:
    fact = assume(at_most("a", "b"))
    with refused("cone takes"):
        cone(at_most("a", "b"), Tuple([(1, (fact,))]), ())
    with refused("cone takes"):
        cone(at_most("a", "b"), (Tuple([1, (fact,)]),), ())
