"""Theorems as SymPy expressions: with numbers put in, both sides are the same polynomial, and the kernel's."""

from __future__ import annotations

import random

import pytest
import sympy

import symstride as ss
from symstride.proof.kernel.terms import VARIABLE, make, var
from symstride.proof.language.as_sympy import Iverson, to_sympy
from symstride.proof.language.meaning import Environment, evaluate
from symstride.proof.language.syntax import bracket, entry, integer, total

k, s, p = sympy.symbols("k s p")
SYMBOLIC = ss.Conv(2, 4, kernel=k, stride=s, padding=p, ndim=1)


def value(name: str, places: tuple[int, ...]) -> int:
    """A number for each entry of a tensor."""
    return random.Random(f"{name} {places}").randint(-9, 9)


def computed(expression: sympy.Expr, numbers: dict[sympy.Symbol, int]) -> sympy.Expr:
    found = expression.subs(numbers).doit()
    entries = {e: value(str(e.base), tuple(int(n) for n in e.indices)) for e in found.atoms(sympy.Indexed)}
    return sympy.expand(found.subs(entries).replace(sympy.Function("act"), lambda v: v**2 + 1))


CASES = ["no-other-shifts", "equivariance"]
MORE = ["phase-lemma", "composition", "transposed-layer", "finite-layer"]


@pytest.mark.parametrize("name", [*CASES, *(pytest.param(name, marks=pytest.mark.full) for name in MORE)])
def test_sympy_and_the_kernel_mean_the_same(name: str, rng: random.Random) -> None:
    claim = ss.prove_general(name, 1).propositions[0]
    sides = to_sympy(claim.theorem.concl)
    tried = 0
    while tried < 2:
        names = sorted(n for n, arity in claim.theorem.concl.free if arity == VARIABLE)
        numbers = {n: rng.randint(0, 3) for n in names}
        symbols = {sympy.Symbol(n, integer=True): number for n, number in numbers.items()}
        try:
            if not all(to_sympy(given).subs(symbols) for given in claim.theorem.hyps):
                continue
        except TypeError:  # a hypothesis about something that is no letter of the conclusion
            continue
        tensors = {
            (n, arity): lambda *places, n=n: value(n, places)
            for n, arity in claim.theorem.concl.free
            if arity != VARIABLE
        }
        environment = Environment(integers=numbers, tensors=tensors, functions={"act": lambda v: v * v + 1})
        for side, term in zip(sides.args, claim.theorem.concl.args, strict=True):
            assert computed(side, symbols) == evaluate(term, environment)
        tried += 1


def test_a_theorem_about_a_layer_has_the_layers_symbols() -> None:
    theorem = ss.prove(SYMBOLIC)
    assert theorem.hypotheses == (sympy.Le(1, s, evaluate=False),)
    assert {k, s, p} <= theorem.to_sympy().free_symbols
    equation = theorem.to_sympy("layer").subs({k: 3, s: 2, p: 1, sympy.Symbol("N", integer=True): 5})
    at = equation.subs(sympy.Symbol("m", integer=True), 1)
    w, x, b = (sympy.IndexedBase(name) for name in "wxb")
    o = sympy.Symbol("o", integer=True)
    expected = b[o] + sum(w[o, c, i] * x[c, 1 + i] for c in range(2) for i in range(3))
    assert sympy.expand(at.lhs.doit() - expected) == 0
    assert sympy.expand(at.rhs.doit() - expected) == 0


def test_strict_inequalities_are_printed_as_such() -> None:
    found = ss.prove_general("phase-lemma", 1).hypotheses
    a, tau = (sympy.Symbol(name, integer=True) for name in ("a", "tau"))
    assert sympy.Lt(tau, a, evaluate=False) in found
    assert [str(given) for given in found] == sorted(["0 <= tau", "1 <= a", "1 <= dl", "1 <= s", "tau < a"])


def test_sums_over_nothing_are_zero() -> None:
    """SymPy reads such a sum by Karr's convention, where it need not be 0."""
    n = sympy.Symbol("n", integer=True)
    found = to_sympy(total("i", 0, "n", entry("x", "i")))
    assert found.subs(n, -3).doit() == 0
    x = sympy.IndexedBase("x")
    assert found.subs(n, 2).doit() == x[0] + x[1]


def test_brackets_stay_inside_of_sums() -> None:
    inner = total("i", 0, 3, make("mul", bracket(make("le", integer("i"), var("n"))), entry("x", "i", "j")))
    found = to_sympy(total("j", 0, 2, inner))
    x = sympy.IndexedBase("x")
    assert sympy.expand(found.subs(sympy.Symbol("n", integer=True), 0).doit()) == x[0, 0] + x[0, 1]
    assert sympy.latex(Iverson(k > 0)) == r"\left[k > 0\right]"
    assert str(Iverson(k > 0)) == "[k > 0]"
    assert (Iverson(sympy.true), Iverson(sympy.false)) == (1, 0)


def test_what_has_no_counterpart_is_refused() -> None:
    with pytest.raises(ss.NotSupported, match="an integer, a scalar or a formula"):
        to_sympy(make("map", 1, make("nat", 0)))


# ------------------------------------------------------------------------- theorems as values


def test_theorems_are_equal_when_their_statements_are() -> None:
    theorem, again = ss.prove(SYMBOLIC), ss.prove(SYMBOLIC)
    assert theorem == again
    assert theorem == theorem.in_letters("x=z")
    assert len({theorem, again, ss.prove(SYMBOLIC, phases=2)}) == 2
    assert theorem != ss.prove_general("phase-lemma", 1)
    assert theorem != "a theorem"


def test_claims_have_names() -> None:
    claims = ss.prove(SYMBOLIC).propositions
    assert claims["layer"] is claims[0]
    assert claims["unit stride"] in claims[1:]
    with pytest.raises(ss.SpecError, match="one of layer, unit stride"):
        claims["layers"]
