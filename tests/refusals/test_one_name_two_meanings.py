"""One name for two things in a statement: variable and tensor, two arities, a function and a tensor."""

import pytest
from forging import data_of, text_of
from soundness import check, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import assume, rewrite, ring
from symstride.proof.kernel.terms import Term, make, plus
from symstride.proof.language.syntax import ONE, apply, entry, equal, integer, mapping, tensor, use

D = make("define", "D", entry("x", 0), (("x", 1),))
CONFUSING = {
    "variable and tensor": entry("x", "x"),
    "two arities": plus(entry("x", "i"), entry("x", "i", "i")),
    "tensor with no index and variable": plus(entry("i"), entry("x", "i")),
    "function and tensor": apply("x", entry("x", "i")),
    "function and variable": apply("i", entry("x", "i")),
    "definition and tensor": plus(entry("D", 0), use(D, tensor("x", 1))),
    "definition and variable": use(D, mapping(["i"], entry("y", "D"))),
    "definition and function": apply("D", use(D, tensor("x", 1))),
}


@pytest.mark.parametrize("term", CONFUSING.values(), ids=CONFUSING)
def test_it_is_refused(term: Term) -> None:
    with refused("one name means two things"):
        replay(text_of(data_of(ring(term, term))))


def test_across_hypotheses_and_conclusion() -> None:
    """x[] = 1 |- x = x, with the tensor x on the left and the variable x on the right."""
    fact, same = assume(equal(entry("x"), ONE)), ring(integer("x"), integer("x"))
    theorem = rewrite(fact, same, same.concl, ("z", 0))
    check(theorem.hyps == {fact.concl} and theorem.concl is same.concl)
    with refused("one name means two things"):
        replay(text_of(data_of(theorem)))
