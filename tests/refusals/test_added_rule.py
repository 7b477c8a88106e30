"""A rule of one's own: made with the kernel's class or decorator, it proves nothing and no replay knows it."""

from forging import FALSE, forged_theorem, written
from soundness import check, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import RULES, Rule, Sequent, rule


def sorry() -> Sequent:
    """
    --------
    |- 1 <= 0
    """
    return [], FALSE


def test_a_rule_made_with_the_class() -> None:
    with refused("not a rule of the kernel"):
        Rule("", sorry)()


def test_a_rule_made_with_the_decorator() -> None:
    with refused("not a rule of the kernel"):
        rule("")(sorry)()
    check("sorry" not in RULES)


def test_a_rule_that_takes_the_name_of_a_genuine_one() -> None:
    def ring() -> Sequent:
        return [], FALSE

    with refused("not a rule of the kernel"):
        rule("")(ring)()


def test_the_replay_does_not_know_it() -> None:
    rows = [["num", 1], ["num", 0], ["le", 0, 1]]
    with refused("steps[0]: no such rule: 'sorry'"):
        replay(written(rows, [["sorry"]], [["claim", [], 2, 0]]))
    check(forged_theorem().concl is FALSE)
