"""The proof kernel: one theorem type, ten rules, eleven axioms.

A theorem ``H |- C`` says: for every commutative semiring R, all integers for the free variables and all functions
``Z^n -> R`` for the free tensors, if every formula of H holds then C holds.  Rules are the only source of theorems;
each one's docstring is its inference figure, premises above the bar, with its side conditions.  A side condition
that fails raises ``KernelError``; nothing here is an ``assert``.

Every theorem keeps the rule application that it came from, so its whole derivation can be written down as plain
data and run again by ``symstride.proof.kernel.replay``.  That replay is the promise; the private token below only prevents
accidents, since Python cannot hide anything from ``object.__setattr__``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NoReturn, TypeAlias

from symstride.proof.kernel.polynomials import Polynomial, add_polynomials, constant, multiply_polynomials, normal
from symstride.proof.kernel.terms import (
    VARIABLE,
    KernelError,
    Key,
    Term,
    close_binder,
    fits,
    is_key,
    is_number,
    is_term,
    less,
    make,
    minus,
    num,
    plus,
    require,
    substitute,
    unfold_uses,
    var,
)

_TOKEN: Final = object()
MAX_HYPOTHESES: Final = 1000
"""Most hypotheses of a theorem."""

Sequent: TypeAlias = tuple[Iterable[Term], Term]
"""Hypotheses and conclusion, before they are a theorem."""


class Theorem:
    """``hyps |- concl``, with the rule application ``step = (rule name, arguments)`` that it came from."""

    __slots__ = ("hyps", "concl", "step")

    hyps: frozenset[Term]
    concl: Term
    step: tuple[str, tuple[Any, ...]]

    def __init__(self, token: object, hyps: frozenset[Term], concl: Term, step: tuple[str, tuple[Any, ...]]) -> None:
        require(token is _TOKEN, "theorems are made by rules only")
        require(len(hyps) <= MAX_HYPOTHESES, "too many hypotheses")
        for formula in (*hyps, concl):
            require(is_term(formula, "F") and formula.loose == 0, "not a closed formula:", formula)
        for slot, value in zip(Theorem.__slots__, (hyps, concl, step)):
            object.__setattr__(self, slot, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise KernelError("theorems are immutable")

    def __init_subclass__(cls) -> NoReturn:
        raise KernelError("Theorem is final")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise KernelError("theorems are neither copied nor pickled; replay the certificate")

    def __repr__(self) -> str:
        return f"{', '.join(sorted(map(str, self.hyps)))} |- {self.concl}".lstrip()


# ------------------------------------------------------------------------------------------------ the rule table

Substitution: TypeAlias = tuple[tuple[Key, Term], ...]
Products: TypeAlias = tuple[tuple[int, tuple[Theorem, ...]], ...]
Equations: TypeAlias = tuple[tuple[Term, Theorem], ...]


def _is_theorem(x: object) -> bool:
    return type(x) is Theorem


def _pairs(x: object, first: Callable[[Any], bool], second: Callable[[Any], bool]) -> bool:
    if type(x) is not tuple:
        return False
    return all(type(p) is tuple and len(p) == 2 and first(p[0]) and second(p[1]) for p in x)


KINDS: Final[Mapping[str, Callable[[Any], bool]]] = MappingProxyType({
    "theorem": _is_theorem,
    "formula": lambda x: is_term(x, "F"),
    "integer": lambda x: is_term(x, "I"),
    "term": lambda x: is_term(x, "IS"),
    "definition": lambda x: is_term(x, "D"),
    "key": is_key,
    "name": lambda x: type(x) is str,
    "substitution": lambda x: _pairs(x, is_key, lambda t: is_term(t, "IL")),
    "products": lambda x: _pairs(x, lambda n: is_number(n) and n > 0,
                                 lambda ths: type(ths) is tuple and all(map(_is_theorem, ths))),
    "equations": lambda x: _pairs(x, lambda t: is_term(t, "I"), _is_theorem),
})  # fmt: skip
"""What a rule's argument of each kind must be, exactly; ``replay`` decodes certificates by the same words."""


class Rule:
    """One rule of the kernel: its name, the kinds of its arguments and its figure.  Calling it makes a theorem."""

    __slots__ = ("name", "kinds", "figure", "_infer")

    name: str
    kinds: tuple[str, ...]
    figure: str
    _infer: Callable[..., Sequent]

    def __init__(self, kinds: str, infer: Callable[..., Sequent]) -> None:
        values = (infer.__name__, tuple(kinds.split()), infer.__doc__ or "", infer)
        for slot, value in zip(Rule.__slots__, values):
            object.__setattr__(self, slot, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise KernelError("rules are immutable")

    def __init_subclass__(cls) -> NoReturn:
        raise KernelError("Rule is final")

    def __call__(self, *args: Any) -> Theorem:
        require(RULES.get(self.name) is self, "not a rule of the kernel")
        admitted = len(args) == len(self.kinds) and all(KINDS[kind](x) for kind, x in zip(self.kinds, args))
        require(admitted, f"{self.name} takes ({', '.join(self.kinds)})")
        hyps, concl = self._infer(*args)
        return Theorem(_TOKEN, frozenset(hyps), concl, (self.name, args))


def rule(kinds: str) -> Callable[[Callable[..., Sequent]], Rule]:
    """A rule with the kinds of its arguments.  It makes theorems only if it stands in ``RULES`` below."""
    return lambda infer: Rule(kinds, infer)


# ------------------------------------------------------------------------------------------------ the ten rules


@rule("formula")
def assume(f: Term) -> Sequent:
    """
    --------
    f |- f
    """
    return [f], f


@rule("theorem theorem")
def cut(fact: Theorem, theorem: Theorem) -> Sequent:
    """
    H |- f     G, f |- g
    --------------------
    H, G |- g
    """
    require(fact.concl in theorem.hyps, "cut: not a hypothesis of the second theorem:", fact.concl)
    return fact.hyps | (theorem.hyps - {fact.concl}), theorem.concl


@rule("formula theorem theorem")
def cases(f: Term, yes: Theorem, no: Theorem) -> Sequent:
    """
    H, a <= b |- g     G, b + 1 <= a |- g
    -------------------------------------   f is a <= b, on integers
    H, G |- g
    """
    require(f.tag == "le" and yes.concl is no.concl, "cases: needs a <= b and one conclusion")
    a, b = f.args
    return (yes.hyps - {f}) | (no.hyps - {less(b, a)}), yes.concl


@rule("theorem substitution")
def instantiate(theorem: Theorem, values: Substitution) -> Sequent:
    """
    H |- g
    ------------   s sends integer variables to integers and tensors of n indices to maps of exactly n indices;
    H[s] |- g[s]   every name once, no value with a loose index
    """
    s = dict(values)
    require(len(s) == len(values), "instantiate: a name is given twice")
    for key, value in values:
        require(fits(key, value) and value.loose == 0, "instantiate: the value does not fit", key)
    return [substitute(h, s) for h in theorem.hyps], substitute(theorem.concl, s)


@rule("term term")
def ring(s: Term, t: Term) -> Sequent:
    """
    --------   s and t are of one sort and have one polynomial normal form: the laws of commutative rings (integers)
    |- s = t   or semirings (scalars), numbers folded in div, mod and brackets, at every depth, under binders too
    """
    require(s.sort == t.sort and normal(s) == normal(t), "ring: different normal forms:", s, "and", t)
    return [], make("eq", s, t)


@rule("theorem theorem formula key")
def rewrite(equation: Theorem, theorem: Theorem, template: Term, hole: Key) -> Sequent:
    """
    H |- a = b     G |- f[z := a]
    -----------------------------   f (template) and z (hole) are given; z is an integer variable or a tensor without
    H, G |- f[z := b]               indices, as a is an integer or a scalar; f[z := a] is the second conclusion itself
    """
    require(equation.concl.tag == "eq", "rewrite: the first theorem is not an equation")
    a, b = equation.concl.args
    require(hole[1] == (VARIABLE if a.sort == "I" else 0), "rewrite: the hole has another sort")

    def filled(t: Term) -> Term:
        return substitute(template, {hole: t if t.sort == "I" else make("map", 0, t)})

    require(filled(a) is theorem.concl, "rewrite: the template does not give the second conclusion")
    return equation.hyps | theorem.hyps, filled(b)


@rule("formula products equations")
def cone(f: Term, products: Products, equations: Equations) -> Sequent:
    """
    H_j |- a_j <= b_j ...     G_i |- c_i = d_i ...
    ----------------------------------------------   b - a == sum n_m * prod_j (b_j - a_j) + sum p_i * (c_i - d_i) as
    H.., G.. |- a <= b                               polynomials; n_m >= 1, products may be empty, c_i are integers
    """
    require(f.tag == "le", "cone: the goal is not a <= b")
    hyps: frozenset[Term] = frozenset()
    total: Polynomial = ()
    for n, factors in products:
        product = constant(n)
        for theorem in factors:
            require(theorem.concl.tag == "le", "cone: a factor is not an inequality")
            product = multiply_polynomials(product, _difference(theorem.concl))
            hyps |= theorem.hyps
        total = add_polynomials(total, product)
    for p, theorem in equations:
        require(theorem.concl.tag == "eq" and theorem.concl.args[0].sort == "I", "cone: not an equation of integers")
        total = add_polynomials(total, multiply_polynomials(normal(p), _difference(theorem.concl)), -1)
        hyps |= theorem.hyps
    require(_difference(f) == total, "cone: the combination is not the goal:", f)
    return hyps, f


def _difference(f: Term) -> Polynomial:
    """Right side minus left side."""
    return normal(minus(f.args[1], f.args[0]))


@rule("theorem key integer integer")
def under_sum(theorem: Theorem, v: Key, lo: Term, hi: Term) -> Sequent:
    """
    H, lo <= v, v + 1 <= hi |- f = g
    ----------------------------------------------   v is an integer variable, free in none of H, lo and hi;
    H |- sum_[lo,hi) (v. f) = sum_[lo,hi) (v. g)     f and g are scalars
    """
    scalars = theorem.concl.tag == "eq" and theorem.concl.args[0].sort == "S"
    require(scalars and v[1] == VARIABLE, "under_sum: needs an equation of scalars and a variable")
    index = var(v[0])
    hyps = theorem.hyps - {make("le", lo, index), less(index, hi)}
    require(not any(v in t.free for t in (lo, hi, *hyps)), "under_sum:", v[0], "occurs outside the sum")
    return hyps, make("eq", *(make("sum", lo, hi, close_binder(t, (v[0],))) for t in theorem.concl.args))


@rule("term definition")
def unfold(t: Term, definition: Term) -> Sequent:
    """
    ---------   t' is t with every D(args) replaced by the body of D at these arguments
    |- t = t'
    """
    return [], make("eq", t, unfold_uses(t, definition))


@rule("name")
def axiom(name: str) -> Sequent:
    """
    --------   the axiom of that name
    H |- g
    """
    require(name in AXIOMS, "no axiom is called", repr(name))
    return AXIOMS[name]


RULES: Final[Mapping[str, Rule]] = MappingProxyType({
    each.name: each
    for each in (assume, cut, cases, instantiate, ring, rewrite, cone, under_sum, unfold, axiom)
})  # fmt: skip
"""The ten rules by name, for good: this table serves replay, documentation and tests."""


# ------------------------------------------------------------------------------------------------ the axioms


def _axioms() -> dict[str, tuple[tuple[Term, ...], Term]]:
    a, b, lo, hi, lo2, hi2, e = map(var, ("a", "b", "lo", "hi", "lo2", "hi2", "e"))
    inner, outer, zero, one = make("bound", 0), make("bound", 1), num(0), num(1)
    nothing, unit, c = make("nat", 0), make("nat", 1), make("entry", "c")
    quotient, remainder = make("div", a, b), make("mod", a, b)

    def at_most(x: Term, y: Term) -> Term:
        return make("le", x, y)

    def equal(x: Term, y: Term) -> Term:
        return make("eq", x, y)

    def bracket(formula: Term) -> Term:
        return make("bracket", formula)

    def f(*indices: Term) -> Term:
        return make("entry", "f", *indices)

    def times(x: Term, y: Term) -> Term:
        return make("mul", x, y)

    def total(body: Term, low: Term = lo, high: Term = hi) -> Term:
        return make("sum", low, high, body)

    g = make("entry", "g", inner)
    positive = at_most(one, b)
    return {
        "antisymmetry": ((at_most(a, b), at_most(b, a)), equal(a, b)),
        "division": ((), equal(a, plus(times(b, quotient), remainder))),
        "mod_low": ((positive,), at_most(zero, remainder)),
        "mod_high": ((positive,), less(remainder, b)),
        "bracket_le": ((at_most(a, b),), equal(bracket(at_most(a, b)), unit)),
        "bracket_not_le": ((less(b, a),), equal(bracket(at_most(a, b)), nothing)),
        "bracket_not_eq": ((less(a, b),), equal(bracket(equal(a, b)), nothing)),
        "sum_delta": ((at_most(lo, e), less(e, hi)), equal(total(times(bracket(equal(inner, e)), f(inner))), f(e))),
        "sum_swap": ((), equal(total(total(f(outer, inner), lo2, hi2)), total(total(f(inner, outer)), lo2, hi2))),
        "sum_factor": ((), equal(total(times(c, f(inner))), times(c, total(f(inner))))),
        "sum_add": ((), equal(total(plus(f(inner), g)), plus(total(f(inner)), total(g)))),
    }


AXIOMS: Final[Mapping[str, tuple[tuple[Term, ...], Term]]] = MappingProxyType(_axioms())
"""Fixed sequents with free names, used through ``instantiate``: facts of integer order and division (first four),
what brackets are worth (next three), and finite sums (last four)."""
