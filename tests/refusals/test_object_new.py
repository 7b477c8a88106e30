"""Theorems and terms made by ``object.__new__``: Python cannot stop that, and nothing of it survives a replay."""

import pytest
from forging import FALSE, forged, forged_theorem, replayed
from soundness import check, refused

from symstride.proof.kernel.rules import RULES, Theorem, assume, axiom, cut, instantiate, ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import ONE, integer

OTHER = "claims[0]: the step proves another statement"
STEPS = {
    "an axiom": (("axiom", ("division",)), OTHER),
    "an unknown axiom": (("axiom", ("ex falso",)), "steps[0]: no axiom is called 'ex falso'"),
    "a ring identity": (("ring", (ONE, ONE)), OTHER),
    "a false ring identity": (("ring", (ONE, make("nat", 2))), "steps[0]: ring: different normal forms"),
    "an assumption": (("assume", (FALSE,)), OTHER),
    "an empty cone": (("cone", (FALSE, (), ())), "steps[0]: cone: the combination is not the goal"),
}


@pytest.mark.parametrize(("step", "why"), STEPS.values(), ids=STEPS)
def test_a_theorem_out_of_nothing_does_not_replay(step: object, why: str) -> None:
    with refused(why):
        replayed(forged_theorem((), FALSE, step))


def test_rules_believe_it_and_the_replay_does_not() -> None:
    """Inside the process anything follows from a forged theorem; the certificate of what follows does not replay."""
    forgery = forged_theorem((), FALSE, ("axiom", ("division",)))
    derived = cut(forgery, assume(FALSE))
    check(derived.concl is FALSE and derived.hyps == frozenset())
    with refused("steps[2]: cut: not a hypothesis of the second theorem"):
        replayed(derived)


def test_a_step_that_names_no_rule_cannot_even_be_written() -> None:
    for name in ("sorry", "__init__", "trust me"):
        check(name not in RULES)
        with pytest.raises(KeyError):
            replayed(forged_theorem((), FALSE, (name, ())))


def test_a_term_with_a_lie_about_its_free_names() -> None:
    """A variable that says it is closed survives a substitution; in JSON there are no such lies."""
    closed = forged(Term, "var", ("x",), "I", 0, frozenset(), 1, 1, None)
    kept = instantiate(ring(closed, closed), ((("x", -1), integer(1)),))
    check(str(kept.concl) == "x = x", kept)
    with refused("the step proves another statement"):
        replayed(kept)


def test_an_empty_object_is_refused_by_every_rule() -> None:
    empty_theorem, empty_term = object.__new__(Theorem), object.__new__(Term)
    with refused("assume takes (formula)"):
        assume(empty_term)
    with pytest.raises(AttributeError):
        cut(empty_theorem, axiom("division"))


def test_a_term_of_another_tag() -> None:
    """An entry that calls itself a formula."""
    formula = forged(Term, "entry", ("f",), "F", 0, frozenset(), 1, 1, None)
    with refused("assume takes (formula)"):
        replayed(assume(formula))


def test_a_genuine_one_replays() -> None:
    check(replayed(axiom("division")).claims["claim"].concl is axiom("division").concl)
