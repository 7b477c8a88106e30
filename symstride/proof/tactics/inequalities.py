"""Finding certificates for the rule ``cone``, so that nobody does it by hand.  Untrusted: a wrong answer is refused.

Wanted for a goal a <= b and known facts (inequalities l_j <= r_j, integer equations c_i = d_i):

    b - a  =  sum of n_m * (product of at most two of the r_j - l_j)  +  sum of p_i * (c_i - d_i),   n_m >= 0,

as polynomials.  With the products listed, the monomials of both sides give linear equations in the unknowns n_m >= 0
and in the coefficients of the p_i (free signs); that is a linear program over the rationals, solved exactly by the
first phase of the simplex method with Bland's rule (Bland 1977), which cannot cycle.  Denominators are cleared by a
proof by contradiction.  Products of two facts make this the degree-two part of the Positivstellensatz for polyhedra
(Handelman 1988), enough for every inequality that strides, dilations and phases give rise to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import lcm
from typing import NamedTuple
from weakref import WeakKeyDictionary

from symstride.proof.kernel.polynomials import Atom, Monomial, Polynomial, multiply_polynomials, normal
from symstride.proof.kernel.rules import Theorem, assume, cases, cone, cut, instantiate, rewrite, ring
from symstride.proof.kernel.rules import axiom as _axiom
from symstride.proof.kernel.terms import KernelError, Term, less, make, minus, num
from symstride.proof.language.syntax import FALSE, NOTHING, at_most, variable

_ATOM_TEXTS: WeakKeyDictionary[Atom, str] = WeakKeyDictionary()


class Product(NamedTuple):
    """A product of known nonnegatives, as a polynomial."""

    factors: tuple[Theorem, ...]
    value: Polynomial


class Multiple(NamedTuple):
    """A term times a known equation, as a polynomial that is zero."""

    factor: Term
    equation: Theorem
    value: Polynomial


def prove_at_most(goal: Term, facts: Sequence[Theorem] = ()) -> Theorem:
    """H |- a <= b from the facts, with H the facts' own hypotheses; ``KernelError`` when no certificate is found.

    Tried in turn: linear combinations, products of two facts, then the same against the negation of the goal.
    """
    for degree in (1, 2):
        found = _search(goal, facts, degree)
        if found is not None:
            return found
    negation = assume(less(goal.args[1], goal.args[0]))
    for degree in (1, 2):
        found = _search(FALSE, (*facts, negation), degree)
        if found is not None:
            return cases(goal, assume(goal), from_false(found, goal))
    raise KernelError(f"no certificate found for {goal} from {'; '.join(str(fact.concl) for fact in facts)}")


def prove_equal(goal: Term, facts: Sequence[Theorem] = ()) -> Theorem:
    """H |- a = b for integers, from two inequalities."""
    a, b = goal.args
    if normal(a) == normal(b):
        return ring(a, b)
    return antisymmetric(prove_at_most(at_most(a, b), facts), prove_at_most(at_most(b, a), facts))


def prove(goal: Term, facts: Sequence[Theorem] = ()) -> Theorem:
    """A formula on integers from facts on integers."""
    return prove_at_most(goal, facts) if goal.tag == "le" else prove_equal(goal, facts)


def antisymmetric(forth: Theorem, back: Theorem) -> Theorem:
    """From a <= b and b <= a, a = b."""
    a, b = forth.concl.args
    law = instantiate(_axiom("antisymmetry"), ((variable("a"), a), (variable("b"), b)))
    return cut(forth, cut(back, law))


def from_false(absurd: Theorem, goal: Term) -> Theorem:
    """From H |- 1 <= 0, H |- goal, whatever the goal."""
    if goal.tag == "le":
        a, b = goal.args
        negation = assume(less(b, a))
        everything = cone(goal, ((1, (negation, absurd)), (1, (absurd,))), ())
        return cases(goal, assume(goal), everything)
    s, t = goal.args
    if s.sort == "I":
        return antisymmetric(from_false(absurd, at_most(s, t)), from_false(absurd, at_most(t, s)))
    none = instantiate(_axiom("bracket_not_le"), ((variable("a"), num(0)), (variable("b"), num(0))))
    (wanted,) = none.hyps  # 0 + 1 <= 0
    return _all_equal(cut(cone(wanted, ((1, (absurd,)),), ()), none), s, t)


def _all_equal(zero: Theorem, s: Term, t: Term) -> Theorem:
    """From [0 <= 0] = 0, any two scalars are equal: s = [0 <= 0]*s = 0*s = 0*t = [0 <= 0]*t = t."""
    z = make("entry", "hole_")
    unit = zero.concl.args[0]

    def vanishes(x: Term) -> Theorem:
        """x = 0, with one rewrite of ring's x = [0 <= 0]*x."""
        start = ring(x, make("mul", unit, x))
        ended = rewrite(zero, start, make("eq", x, make("mul", z, x)), ("hole_", 0))
        close = ring(ended.concl.args[1], NOTHING)
        return rewrite(close, ended, make("eq", x, z), ("hole_", 0))

    left, right = vanishes(s), vanishes(t)
    back = rewrite(right, ring(t, t), make("eq", z, t), ("hole_", 0))  # 0 = t
    return rewrite(back, left, make("eq", s, z), ("hole_", 0))


def _search(goal: Term, facts: Sequence[Theorem], degree: int) -> Theorem | None:
    """One linear program; the resulting application of ``cone``, or None."""
    wanted = normal(minus(goal.args[1], goal.args[0]))
    products = list(_products(facts, degree))
    multiples = list(_multiples(facts, wanted, products, degree))
    solution = _solve(wanted, products, multiples)
    if solution is None:
        return None
    weights, factors = solution
    scale = lcm(*(x.denominator for x in (*weights, *factors)))
    if scale > 1 and goal is not FALSE:
        return None  # the refutation that is tried next clears denominators
    chosen = [(int(scale * n), product.factors) for n, product in zip(weights, products) if n]
    if scale > 1:
        chosen.append((scale - 1, ()))  # -1 = (scale*(-1)) + (scale - 1)
    used = [(make("mul", num(int(scale * n)), multiple.factor), multiple.equation)
            for n, multiple in zip(factors, multiples) if n]  # fmt: skip
    return cone(goal, tuple(chosen), tuple(used))


def _products(facts: Sequence[Theorem], degree: int) -> Iterator[Product]:
    """1, every known nonnegative, and for degree two their products in pairs."""
    known = [Product((fact,), normal(minus(*reversed(fact.concl.args)))) for fact in facts if fact.concl.tag == "le"]
    yield Product((), normal(num(1)))
    yield from known
    if degree == 2:
        for left, right in combinations_with_replacement(known, 2):
            yield Product(left.factors + right.factors, multiply_polynomials(left.value, right.value))


def _multiples(
    facts: Sequence[Theorem], wanted: Polynomial, products: Sequence[Product], degree: int
) -> Iterator[Multiple]:
    """Every known equation, and for degree two its multiples by the integer variables in play."""
    equations = [fact for fact in facts if fact.concl.tag == "eq" and fact.concl.args[0].sort == "I"]
    factors = [num(1)]
    if degree == 2 and equations:
        factors += _variables(wanted, *(product.value for product in products))
    for equation in equations:
        value = normal(minus(*equation.concl.args))
        for factor in factors:
            yield Multiple(factor, equation, multiply_polynomials(normal(factor), value))


def _variables(*polynomials: Polynomial) -> list[Term]:
    """The variables among the atoms, by name: the same list in every process."""
    atoms: set[Atom] = {atom for p in polynomials for monomial, _ in p for atom, _ in monomial}
    return [make(*atom.form) for atom in sorted(atoms, key=lambda a: str(a.form[1])) if atom.form[0] == "var"]


def _solve(
    wanted: Polynomial, products: Sequence[Product], multiples: Sequence[Multiple]
) -> tuple[list[Fraction], list[Fraction]] | None:
    """Weights >= 0 of the products and free factors of the multiples that add up to the wanted polynomial."""
    free = [dict(multiple.value) for multiple in multiples]
    columns = [dict(product.value) for product in products] + free
    columns += [{monomial: -c for monomial, c in column.items()} for column in free]  # a free sign is a difference
    target = dict(wanted)
    monomials = _monomials(target, *columns)
    rows = [[Fraction(column.get(monomial, 0)) for column in columns] for monomial in monomials]
    answer = feasible(rows, [Fraction(target.get(monomial, 0)) for monomial in monomials])
    if answer is None:
        return None
    n, k = len(products), len(multiples)
    return answer[:n], [answer[n + j] - answer[n + k + j] for j in range(k)]


def _monomials(*polynomials: dict[Monomial, int]) -> list[Monomial]:
    """All monomials, by their text: atoms' serial numbers depend on what was proved before, certificates must not."""
    return sorted({monomial for p in polynomials for monomial in p}, key=_text_of_monomial)


def _text_of_monomial(monomial: Monomial) -> str:
    return "*".join(sorted(f"{_text_of_atom(atom)}^{exponent}" for atom, exponent in monomial))


def _text_of_atom(atom: Atom) -> str:
    if atom not in _ATOM_TEXTS:
        tag, *parts = atom.form
        _ATOM_TEXTS[atom] = f"{tag}({','.join(_text_of_part(part) for part in parts)})"
    return _ATOM_TEXTS[atom]


def _text_of_part(part: object) -> str:
    if not isinstance(part, tuple):
        return str(part)
    return "+".join(sorted(f"{c}*{_text_of_monomial(monomial)}" for monomial, c in part))


def feasible(rows: list[list[Fraction]], target: list[Fraction]) -> list[Fraction] | None:
    """Some x >= 0 with rows*x = target, exactly, or None: the first phase of the simplex method, Bland's rule.

    ``rows`` is m by n and is not changed; the answer has n entries.
    """
    m, n = len(rows), len(rows[0]) if rows else 0
    table = [([-x for x in row] if b < 0 else list(row)) + [abs(b)] for row, b in zip(rows, target)]
    basis = list(range(n, n + m))  # artificial variables, whose columns are never needed
    cost = [sum((row[j] for row in table), Fraction(0)) for j in range(n + 1)]
    while cost[n] > 0:
        enter = next((j for j in range(n) if cost[j] > 0), None)
        if enter is None:
            return None
        ratios = [(table[i][n] / table[i][enter], basis[i], i) for i in range(m) if table[i][enter] > 0]
        if not ratios:
            return None
        leave = min(ratios)[2]
        _pivot(table, cost, leave, enter)
        basis[leave] = enter
    answer = [Fraction(0)] * n
    for i, j in enumerate(basis):
        if j < n:
            answer[j] = table[i][n]
    return answer


def _pivot(table: list[list[Fraction]], cost: list[Fraction], leave: int, enter: int) -> None:
    pivot_row = table[leave] = [x / table[leave][enter] for x in table[leave]]
    support = [j for j, x in enumerate(pivot_row) if x]
    for row in (*(row for i, row in enumerate(table) if i != leave), cost):
        factor = row[enter]
        if factor:
            for j in support:
                row[j] -= factor * pivot_row[j]
