"""Finding certificates for the rule ``cone``, so that nobody does it by hand.  Untrusted: a wrong answer is refused.

Wanted for a goal a <= b and known facts (inequalities l_j <= r_j, integer equations c_i = d_i):

    b - a  =  sum of n_m * (product of at most two of the r_j - l_j)  +  sum of p_i * (c_i - d_i),   n_m >= 0,

as polynomials.  With the products listed, the monomials of both sides give linear equations in the unknowns n_m >= 0
and in the coefficients of the p_i (free signs); that is a linear program over the rationals, solved exactly by the
first phase of the simplex method with Bland's rule (Bland 1977), which cannot cycle, on integers over one common
denominator (Edmonds 1967).  Unknowns that have to be 0 are left out before: a monomial that is not wanted, and that all
columns carry with one sign, makes those columns 0, and so on; most searches that fail, fail there.  Denominators are
cleared by a proof by contradiction.  Products of two facts make this the degree-two part of the Positivstellensatz for
polyhedra (Handelman 1988), enough for every inequality that strides, dilations and phases give rise to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement
from math import lcm
from typing import Final, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from symstride.proof.kernel.polynomials import Atom, Monomial, Polynomial, multiply_polynomials, normal
from symstride.proof.kernel.rules import Theorem, assume, cases, cone, cut, instantiate, rewrite, ring
from symstride.proof.kernel.rules import axiom as _axiom
from symstride.proof.kernel.terms import KernelError, Term, less, make, minus, num
from symstride.proof.language.syntax import FALSE, NOTHING, at_most, variable

HOLE: Final = "hole_"
"""The name of the hole in rewrite templates; nothing else may use it."""
ROWS: Final = 32
"""So many rows of a linear program are one more unit of work."""
STEPS: Final = 8
"""Work is told after so many steps of the simplex method."""

_ATOM_TEXTS: WeakKeyDictionary[Atom, str] = WeakKeyDictionary()


Spend: TypeAlias = Callable[[int], None]
"""Is told of work as it is done, and may end a search by raising an exception of its own."""


def _freely(work: int) -> None:
    """Any amount of work is welcome."""


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
        found = search(goal, facts, degree)
        if found is not None:
            return found
    negation = assume(less(goal.args[1], goal.args[0]))
    for degree in (1, 2):
        found = search(FALSE, (*facts, negation), degree)
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
    z = make("entry", HOLE)
    unit = zero.concl.args[0]

    def vanishes(x: Term) -> Theorem:
        """x = 0, with one rewrite of ring's x = [0 <= 0]*x."""
        start = ring(x, make("mul", unit, x))
        ended = rewrite(zero, start, make("eq", x, make("mul", z, x)), (HOLE, 0))
        close = ring(ended.concl.args[1], NOTHING)
        return rewrite(close, ended, make("eq", x, z), (HOLE, 0))

    left, right = vanishes(s), vanishes(t)
    back = rewrite(right, ring(t, t), make("eq", z, t), (HOLE, 0))  # 0 = t
    return rewrite(back, left, make("eq", s, z), (HOLE, 0))


def search(goal: Term, facts: Sequence[Theorem], degree: int, spend: Spend = _freely) -> Theorem | None:
    """a <= b by one application of ``cone`` to products of at most ``degree`` facts, or None.

    One linear program.  ``prove_at_most`` calls it for both degrees, then with the negation of the goal.  ``spend`` is
    told of the steps of the simplex method.
    """
    wanted = _difference(goal)
    products = list(_products(facts, degree))
    multiples = list(_multiples(facts, wanted, products, degree))
    solution = _solve(wanted, products, multiples, spend)
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


@lru_cache(maxsize=4096)
def _difference(formula: Term) -> Polynomial:
    """Right side minus left side."""
    return normal(minus(formula.args[1], formula.args[0]))


@lru_cache(maxsize=16384)
def _multiplied(p: Polynomial, q: Polynomial) -> Polynomial:
    return multiply_polynomials(p, q)


def _products(facts: Sequence[Theorem], degree: int) -> Iterator[Product]:
    """1, every known nonnegative, and for degree two their products in pairs."""
    known = [Product((fact,), _difference(fact.concl)) for fact in facts if fact.concl.tag == "le"]
    yield Product((), normal(num(1)))
    yield from known
    if degree == 2:
        for left, right in combinations_with_replacement(known, 2):
            yield Product(left.factors + right.factors, _multiplied(left.value, right.value))


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
            yield Multiple(factor, equation, _multiplied(normal(factor), value))


def _variables(*polynomials: Polynomial) -> list[Term]:
    """The variables among the atoms, by name: the same list in every process."""
    atoms: set[Atom] = {atom for p in polynomials for monomial, _ in p for atom, _ in monomial}
    return [make(*atom.form) for atom in sorted(atoms, key=lambda a: str(a.form[1])) if atom.form[0] == "var"]


Column: TypeAlias = dict[Monomial, int]
"""One unknown's polynomial: its coefficient in the equation of every monomial."""


def _solve(
    wanted: Polynomial, products: Sequence[Product], multiples: Sequence[Multiple], spend: Spend
) -> tuple[list[Fraction], list[Fraction]] | None:
    """Weights >= 0 of the products and free factors of the multiples that add up to the wanted polynomial."""
    free = [dict(multiple.value) for multiple in multiples]
    columns = [dict(product.value) for product in products] + free
    columns += [{monomial: -c for monomial, c in column.items()} for column in free]  # a free sign is a difference
    target = dict(wanted)
    alive = _alive(target, columns)
    if alive is None:
        return None
    kept = [columns[j] for j in alive]
    monomials = _monomials(target, *kept)
    rows = [[column.get(monomial, 0) for column in kept] for monomial in monomials]
    found = feasible(rows, [target.get(monomial, 0) for monomial in monomials], spend)
    if found is None:
        return None
    answer = [Fraction(0)] * len(columns)
    for j, x in zip(alive, found):
        answer[j] = x
    n, k = len(products), len(multiples)
    return answer[:n], [answer[n + j] - answer[n + k + j] for j in range(k)]


def _alive(target: Column, columns: Sequence[Column]) -> list[int] | None:
    """The columns that need not be 0, in order; None when some monomial of the target cannot be reached.

    All unknowns are >= 0.  A monomial that is not wanted, and that every column left carries with one sign, makes
    all of these columns 0.
    """
    alive = {j for j, column in enumerate(columns) if column}
    rows: dict[Monomial, set[int]] = {monomial: set() for monomial in target}
    for j in alive:
        for monomial in columns[j]:
            rows.setdefault(monomial, set()).add(j)
    todo = list(rows)
    while todo:
        monomial = todo.pop()
        here, wanted = rows[monomial], target.get(monomial, 0)
        signs = {columns[j][monomial] > 0 for j in here}
        if len(signs) == 2:
            continue
        if wanted and signs != {wanted > 0}:
            return None
        if wanted == 0:
            for j in tuple(here):
                alive.discard(j)
                for other in columns[j]:
                    rows[other].discard(j)
                    todo.append(other)
    return sorted(alive)


def _monomials(*polynomials: Column) -> list[Monomial]:
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


def feasible(rows: Sequence[Sequence[int]], target: Sequence[int], spend: Spend = _freely) -> list[Fraction] | None:
    """Some x >= 0 with rows*x = target, exactly, or None: the first phase of the simplex method, Bland's rule.

    ``rows`` is m by n and is not changed; the answer has n entries.  The tableau holds integers, to be read over the
    last pivot; artificial variables are the columns n..n+m-1, never needed once they have left, and n+m is the target.
    """
    m, n = len(rows), len(rows[0]) if rows else 0
    last = n + m
    table = [_row(row, b, last) for row, b in zip(rows, target)]
    basis = list(range(n, last))
    cost: dict[int, int] = {}
    for row in table:
        for j, x in row.items():
            cost[j] = cost.get(j, 0) + x
    denominator, steps = 1, 0
    while cost.get(last, 0) > 0:
        steps += 1
        if steps % STEPS == 0:
            spend(1 + m // ROWS)
        enter = min((j for j, x in cost.items() if j < n and x > 0), default=None)
        if enter is None:
            return None
        leave = _leaving(table, basis, enter, last)
        if leave is None:
            return None
        denominator = _pivot(table, cost, leave, enter, denominator)
        basis[leave] = enter
    answer = [Fraction(0)] * n
    for row, j in zip(table, basis):
        if j < n:
            answer[j] = Fraction(row.get(last, 0), denominator)
    return answer


def _row(row: Sequence[int], b: int, last: int) -> dict[int, int]:
    """The entries that are not 0, with the target, which is made >= 0."""
    sign = -1 if b < 0 else 1
    out = {j: sign * x for j, x in enumerate(row) if x}
    if b:
        out[last] = abs(b)
    return out


def _leaving(table: Sequence[dict[int, int]], basis: Sequence[int], enter: int, last: int) -> int | None:
    """The row with the least ratio of target to entry, then with the first basic variable."""
    best: tuple[Fraction, int, int] | None = None
    for i, row in enumerate(table):
        if row.get(enter, 0) > 0:
            ratio = (Fraction(row.get(last, 0), row[enter]), basis[i], i)
            best = ratio if best is None else min(best, ratio)
    return None if best is None else best[2]


def _pivot(table: list[dict[int, int]], cost: dict[int, int], leave: int, enter: int, denominator: int) -> int:
    """One step of the simplex method on integers; the new common denominator is the pivot."""
    chosen = table[leave]
    pivot = chosen[enter]
    for row in (*(row for i, row in enumerate(table) if i != leave), cost):
        factor = row.get(enter, 0)
        if factor == 0 and pivot == denominator:
            continue
        for j in row:
            row[j] *= pivot
        for j, x in chosen.items():
            value = row.get(j, 0) - factor * x
            if value:
                row[j] = value
            else:
                row.pop(j, None)
        for j in row:
            row[j] //= denominator  # exact: every entry is a minor of the first table
    return pivot
