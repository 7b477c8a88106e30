"""Polynomials as terms and terms as polynomials: collecting, dividing, replacing.

The kernel's normal form of an integer term is a list of monomials in *atoms*: variables, quotients ``a div b`` and
remainders ``a mod b``.  Everything here is arithmetic on such lists; nothing is a theorem.
"""

from __future__ import annotations

from functools import lru_cache

from symstride.proof.kernel.polynomials import Atom, Monomial, Polynomial, add_polynomials, constant_value, normal
from symstride.proof.kernel.terms import VARIABLE, Term, make, num, plus, rebuild
from symstride.proof.language.syntax import product


@lru_cache(maxsize=16384)
def term_of(p: Polynomial) -> Term:
    """A tidy integer term with this normal form: positive parts first, the number last."""
    rows = sorted(p, key=lambda row: (row[0] == (), row[1] < 0, str(_atoms(row[0]))))
    if not rows:
        return num(0)
    out = _monomial_term(*rows[0])
    for monomial, c in rows[1:]:
        out = plus(out, _monomial_term(monomial, c))
    return out


def _monomial_term(monomial: Monomial, c: int) -> Term:
    atoms = _atoms(monomial)
    if not atoms:
        return num(c)
    return product(*([num(c)] if c != 1 else []), *atoms)


def _atoms(monomial: Monomial) -> list[Term]:
    """The atoms as terms, as often as they occur, by their text: the same in every process."""
    return sorted((_atom_term(atom) for atom, exponent in monomial for _ in range(exponent)), key=str)


def _atom_term(atom: Atom) -> Term:
    tag, *parts = atom.form
    if tag in ("var", "bound"):
        return make(tag, parts[0])
    return make(tag, term_of(parts[0]), term_of(parts[1]))


def tidy_integer(t: Term) -> Term:
    """The tidy term with the same normal form."""
    return term_of(normal(t))


def in_order(p: Polynomial) -> list[tuple[Monomial, int]]:
    """The monomials with their coefficients by their text: the same order in every process."""
    return sorted(p, key=lambda row: str(_atoms(row[0])))


def negated(p: Polynomial) -> Polynomial:
    return tuple((monomial, -c) for monomial, c in p)


def difference(formula: Term) -> Polynomial:
    """Left side minus right side of an equation of integers, or of an inequality."""
    return add_polynomials(normal(formula.args[0]), normal(formula.args[1]), -1)


def mentions(t: Term, *names: str) -> bool:
    """Does the term mention one of these integer variables?"""
    return any((name, VARIABLE) in t.free for name in names)


def linear(p: Polynomial, name: str) -> tuple[Polynomial, Polynomial] | None:
    """(c, rest) with p = c*name + rest, neither mentioning the name and c not 0; None if there is no such c."""
    if not mentions(term_of(p), name):
        return None
    c: Polynomial = ()
    rest: Polynomial = ()
    for monomial, k in p:
        powers = [exponent for atom, exponent in monomial if atom.form == ("var", name)]
        others = tuple((atom, exponent) for atom, exponent in monomial if atom.form != ("var", name))
        if powers not in ([], [1]) or mentions(term_of(((others, 1),)), name):
            return None
        if powers:
            c = add_polynomials(c, ((others, k),))
        else:
            rest = add_polynomials(rest, ((monomial, k),))
    return c, rest


def unit(c: Polynomial) -> int | None:
    """1 or -1 if the polynomial is that, else None."""
    value = constant_value(c)
    return value if value in (1, -1) else None


def signed(c: Polynomial) -> tuple[int, Polynomial]:
    """(sign, c*sign): with a positive coefficient wherever all coefficients have one sign."""
    return (1, c) if all(k > 0 for _, k in c) else (-1, negated(c))


def divide(p: Polynomial, c: Polynomial) -> tuple[Polynomial, Polynomial]:
    """(q, r) with p = c*q + r, where q collects what the monomial c divides; q = 0 if c is not a monomial."""
    if len(c) != 1:
        return (), p
    monomial, k = c[0]
    q: Polynomial = ()
    r: Polynomial = ()
    for other, n in p:
        powers = dict(other)
        for atom, exponent in monomial:
            powers[atom] = powers.get(atom, 0) - exponent
        rest = tuple(sorted((atom, exponent) for atom, exponent in powers.items() if exponent))
        if all(exponent >= 0 for exponent in powers.values()):
            whole, left = divmod(n, k) if not monomial else (n // k, 0) if n % k == 0 else (0, n)
            q = add_polynomials(q, ((rest, whole),)) if whole else q
            r = add_polynomials(r, ((other, left),)) if left else r
        else:
            r = add_polynomials(r, ((other, n),))
    return q, r


def common_monomial(*polynomials: Polynomial) -> Polynomial:
    """The variables (and quotients) that divide every monomial of the polynomials, as a monomial."""
    powers: dict[Atom, int] | None = None
    for p in polynomials:
        for monomial, _ in p:
            here = dict(monomial)
            if powers is None:
                powers = here
            else:
                powers = {a: min(e, here[a]) for a, e in powers.items() if a in here}
    return ((tuple(sorted((powers or {}).items())), 1),)


# ------------------------------------------------------------------------------------------------ terms


def not_negative(t: Term) -> bool:
    """Is the term a number >= 0?"""
    return t.tag == "num" and t.args[0] >= 0


def replaced(t: Term, old: Term, new: Term) -> Term:
    """The term with every occurrence of ``old``, which is closed, replaced."""
    if not old.free <= t.free:
        return t
    return rebuild(t, lambda node, depth: new if node is old else None)


def occurs(x: Term, t: Term) -> bool:
    return x is t or any(occurs(x, part) for part in t.args if type(part) is Term)


@lru_cache(maxsize=16384)
def quotients(t: Term) -> tuple[tuple[str, Term, Term], ...]:
    """(tag, a, b) for every ``a div b`` and ``a mod b`` without loose indices, innermost first, each once."""
    out = [q for part in t.args if type(part) is Term for q in quotients(part)]
    if t.tag in ("div", "mod") and t.loose == 0:
        out.append((t.tag, *t.args))
    return tuple(dict.fromkeys(out))


def variables(t: Term) -> list[str]:
    """The integer variables, sorted."""
    return sorted(name for name, arity in t.free if arity == VARIABLE)
