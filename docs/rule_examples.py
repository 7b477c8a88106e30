"""One small application of each kernel rule, run while the pages are built; its source and its theorem are shown."""

from __future__ import annotations

from collections.abc import Callable

from symstride.proof.kernel.rules import (
    Theorem,
    assume,
    axiom,
    cases,
    cone,
    cut,
    instantiate,
    rewrite,
    ring,
    under_sum,
    unfold,
)
from symstride.proof.language.syntax import (
    at_most,
    below,
    define,
    entry,
    equal,
    integer,
    tensor,
    use,
    variable,
)


def example_assume() -> Theorem:
    return assume(at_most(1, "s"))


def example_cut() -> Theorem:
    # mod_low needs 1 <= b.  With s + 1 for b that follows from 0 <= s, and cut puts the one in place of the other.
    needs = instantiate(axiom("mod_low"), ((variable("b"), integer("s + 1")),))
    fact = cone(at_most(1, "s + 1"), ((1, (assume(at_most(0, "s")),)),), ())
    return cut(fact, needs)


def example_cases() -> Theorem:
    # 0 <= a*a + a, whatever a is: as a*(a + 1) when 0 <= a, and as (-a)*(-a - 1) when a < 0.
    goal = at_most(0, "a*a + a")
    low, high = assume(at_most(0, "a")), assume(below("a", 0))
    yes = cone(goal, ((1, (low, low)), (1, (low,))), ())
    no = cone(goal, ((1, (high, high)), (1, (high,))), ())
    return cases(at_most(0, "a"), yes, no)


def example_instantiate() -> Theorem:
    return instantiate(axiom("division"), ((variable("a"), integer("dl*i - p")), (variable("b"), integer("s"))))


def example_ring() -> Theorem:
    return ring(integer("s*(a*m + tau) + dl*i - p"), integer("s*a*m + (s*tau + dl*i - p)"))


def example_rewrite() -> Theorem:
    # Equals for equals at one place of the second theorem: the template says where, by the hole z.
    equation = assume(equal("t", "S*u + rho"))
    theorem = ring(entry("x", "t"), entry("x", "t"))
    return rewrite(equation, theorem, equal(entry("x", "t"), entry("x", "z")), variable("z"))


def example_cone() -> Theorem:
    # 0 <= s*tau + dl*i, since (s*tau + dl*i) - 0 is one product of known things plus another.
    s, tau, dl, i = (assume(at_most(0, name)) for name in ("s", "tau", "dl", "i"))
    return cone(at_most(0, "s*tau + dl*i"), ((1, (s, tau)), (1, (dl, i))), ())


def example_under_sum() -> Theorem:
    # Inside the sum over 0 <= i < k the index is not negative, so the bracket is 1 there.
    inside = instantiate(axiom("bracket_le"), ((variable("a"), integer(0)), (variable("b"), integer("i"))))
    return under_sum(inside, variable("i"), integer(0), integer("k"))


def example_unfold() -> Theorem:
    phase = define("phases", [("x", 1)], ["S", "rho", "m"], entry("x", "S*m + rho"))
    return unfold(use(phase, tensor("x", 1), "s", "rho", "m + u"), phase)


def example_axiom() -> Theorem:
    return axiom("sum_delta")


EXAMPLES: dict[str, Callable[[], Theorem]] = {
    function.__name__.removeprefix("example_"): function
    for function in (
        example_assume,
        example_cut,
        example_cases,
        example_instantiate,
        example_ring,
        example_rewrite,
        example_cone,
        example_under_sum,
        example_unfold,
        example_axiom,
    )
}
"""By rule; ``pages.py`` refuses a rule without an example, and an example without a rule."""
