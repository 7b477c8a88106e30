"""Guards that are summed away.

For an index v of the block, an expression e and a monomial c >= 1 that mention no index they should not:

    sum_{lo <= v < hi} [v = e]*f(v)  =  [lo <= e]*[e < hi]*f(e)                                   picking
    [t = c*u + r]  =  [r = t mod c]*[u = t div c]            0 <= r < c, r an index or 0          splitting
    [e = (t - u) mod c]  =  [u = (t - e) mod c]              0 <= u < c, 0 <= e < c               residues
    sum_{n*lo <= q < n*hi} F(q div n, q mod n)  =  sum_{lo <= c < hi} sum_{0 <= rho < n} F(c, rho)   merged indices

Splitting and residues prepare picking; u may be any expression, so that [t = s*tau - s*a*v] becomes
[0 = t mod s]*[tau - a*v = t div s] and, tau being an index below a, is split once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from symstride.proof.kernel.polynomials import Polynomial, constant, normal
from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import KernelError, Term, close_binder, make, minus, num, open_binder, plus, var
from symstride.proof.language.syntax import NOTHING, at_most, below, bracket, equal, product
from symstride.proof.lemmas.arithmetic import mod_unique
from symstride.proof.lemmas.sums import bracket_split, flatten_sums, pick_guarded
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
    body_of,
    polished,
    read_block,
    to_inside,
    without,
)
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.guards import decide, guarded
from symstride.proof.tactics.prover.polynomials import (
    difference,
    divide,
    linear,
    mentions,
    negated,
    not_negative,
    quotients,
    replaced,
    signed,
    term_of,
    unit,
)
from symstride.proof.tactics.prover.quotients import by_equations
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    beginning,
    congruent,
    is_one,
    law,
    left,
    reflexive,
    right,
    symmetric,
    trans,
    under,
)

Step: TypeAlias = Callable[[], Theorem]
Option: TypeAlias = tuple[int, Step]
"""A rank, small first, and the step itself, which may fail."""


def reduce(ctx: Context, t: Term) -> Theorem:
    """A block = the block without the sums that its guards decide, and without guards that follow; or 0."""
    eq = _unmerged(ctx, t)
    while right(eq) is not NOTHING:
        b = read_block(ctx, right(eq))
        steps = [step for _, step in sorted(_options(ctx, b), key=lambda option: option[0])]
        step = ctx.first(*steps)
        if step is None:
            return trans(eq, decide(ctx, b))
        eq = trans(eq, step)
    return eq


def _options(ctx: Context, b: SumBlock) -> Iterator[Option]:
    ctx.budget.spend(1)
    for guard in b.guards:
        if guard.tag == "eq":
            D = difference(guard)
            for v in b.names:
                line = linear(D, v)
                if line is not None and unit(line[0]):
                    yield from _picks(ctx, b, guard, v, term_of(negated(line[1]) if unit(line[0]) == 1 else line[1]))
                elif line is not None and len(line[0]) == 1:
                    yield from _splits(ctx, b, guard, v, D, signed(line[0])[1])
            yield from _residues(ctx, b, guard)


# ------------------------------------------------------------------------------------------------ picking


def _picks(ctx: Context, b: SumBlock, guard: Term, v: str, e: Term) -> Iterator[Option]:
    if b.movable(v):
        lo, hi = b.range_of(v)
        facts = [f for f in b.facts if f is not guard and not mentions(f, v)]
        inside = ctx.holds(at_most(lo, e), facts) and ctx.holds(below(e, hi), facts)
        yield 1 if inside else 3, partial(pick, ctx, b, guard, v, e)


def pick(ctx: Context, b: SumBlock, guard: Term, v: str, e: Term) -> Theorem:
    """sum_v [v = e]*f(v) = [lo <= e]*[e < hi]*f(e), v moved innermost first."""
    (lo, hi), others = b.range_of(v), tuple(name for name in b.names if name != v)
    rest = body_of(without(b.guards, guard), b.factors)
    picked = apply_lemma(pick_guarded(), {"lo": lo, "hi": hi, "e": e}, {"f": make("map", 1, close_binder(rest, (v,)))})

    def inner(t: Term) -> Theorem:
        delta = product(bracket(equal(var(v), e)), rest)
        first = under([v], lambda body: ring(body, delta))(t)
        return polished(trans(first, beginning(right(first), picked)))

    moved = to_inside(ctx, b, v)
    return trans(moved, under(others, inner)(right(moved)))


# ------------------------------------------------------------------------------------------------ splitting


def _splits(ctx: Context, b: SumBlock, guard: Term, v: str, D: Polynomial, c: Polynomial) -> Iterator[Option]:
    """The guard D = 0 with D = c*q + rest, q mentioning v; rest = r + t or t - r for an index 0 <= r < c, or no r."""
    if mentions(term_of(c), *b.names):
        return
    q, rest = divide(D, c)
    line = linear(q, v)
    if line is None:
        return
    for r, (lo, hi) in zip(b.names, b.ranges):
        other = linear(rest, r)
        if other is not None and unit(other[0]) and not_negative(lo) and normal(hi) == c:
            positive = unit(other[0]) == 1  # c*q + r + t = 0, or c*q - r + t = 0
            u, t = (q, negated(other[1])) if positive else (negated(q), other[1])
            yield 0, partial(_split, ctx, b, guard, term_of(u), term_of(c), var(r), term_of(t))
            return
    u, t = (q, negated(rest)) if signed(line[0])[0] == 1 else (negated(q), rest)
    yield 4, partial(_split, ctx, b, guard, term_of(u), term_of(c), num(0), term_of(t))


def _split(ctx: Context, b: SumBlock, guard: Term, u: Term, c: Term, r: Term, t: Term) -> Theorem:
    """[t = c*u + r] = [r = t mod c]*[u = t div c]."""
    facts = [ctx.prove(f, b.bounds) for f in (at_most(1, c), at_most(0, r), below(r, c))]
    split = apply_lemma(bracket_split(), {"t": t, "n": c, "rho": r, "u": u}, facts=facts)
    return _guard_replaced(b, guard, split)


def _guard_replaced(b: SumBlock, guard: Term, equation: Theorem) -> Theorem:
    """The block with [guard], which is the left side by ring, replaced by the right side."""
    others = body_of(without(b.guards, guard), b.factors)
    changed = congruent(equation, lambda z: product(z, others))
    return under(b.names, lambda body: polished(beginning(body, changed)))(b.term)


# ------------------------------------------------------------------------------------------------ residues


def _residues(ctx: Context, b: SumBlock, guard: Term) -> Iterator[Option]:
    """Guards [e = X mod c] with X = t - u or X = u - t for an index lo <= u < lo + c."""
    for m, e in (guard.args, guard.args[::-1]):
        if m.tag != "mod":
            continue
        for u, (lo, hi) in zip(b.names, b.ranges):
            line = linear(normal(m.args[0]), u)
            whole = normal(minus(hi, lo)) == normal(m.args[1])
            if line and unit(line[0]) and whole and b.movable(u) and not mentions(e, u):
                yield 2, partial(_residue, ctx, b, guard, u, m, e)


def _residue(ctx: Context, b: SumBlock, guard: Term, u: str, m: Term, e: Term) -> Theorem:
    """[e = X mod c] = [u = lo + (t + sign*e - lo) mod c], where X = sign*(u - t), lo <= u < lo + c and 0 <= e < c."""
    (X, c), lo = m.args, b.range_of(u)[0]
    slope, rest = linear(normal(X), u) or ((), ())
    sign = unit(slope) or 1
    t = term_of(rest if sign == -1 else negated(rest))
    place = term_of(normal(minus(plus(t, make("mul", num(sign), e)), lo)))
    start = lo is num(0)
    w = var(u) if start else minus(var(u), lo)
    remainder = make("mod", place, c)
    solved = equal(var(u), remainder if start else plus(lo, remainder))
    positive, low, high = (ctx.prove(f, b.bounds) for f in (at_most(1, c), at_most(0, w), below(w, c)))
    zero, more = (ctx.prove(f, b.bounds) for f in (at_most(0, e), below(e, c)))
    given = assume(guard)
    if guard.args[0] is m:
        given = symmetric(given)  # e = X mod c
    # forth: place = c*(-sign*(X div c)) + w
    q = make("mul", num(-sign), make("div", X, c))
    steps = ((num(-sign), law("division", a=X, b=c)), (num(sign), given))
    whole = by_equations(place, plus(make("mul", c, q), w), *steps)
    forth = apply_lemma(mod_unique(), {"b": c, "x": place, "q": q, "r": w}, facts=[positive, low, high, whole])
    forth = symmetric(forth) if start else by_equations(*solved.args, (num(-1), forth))
    # back: X = c*(-sign*(place div c)) + e
    q = make("mul", num(-sign), make("div", place, c))
    steps = ((num(-sign), law("division", a=place, b=c)), (num(sign), assume(solved)))
    whole = by_equations(X, plus(make("mul", c, q), e), *steps)
    back = apply_lemma(mod_unique(), {"b": c, "x": X, "q": q, "r": e}, facts=[positive, zero, more, whole])
    back = back if guard.args[0] is m else symmetric(back)
    return _guard_replaced(b, guard, _same_bracket(guard, solved, forth, back))


def _same_bracket(one: Term, other: Term, forth: Theorem, back: Theorem) -> Theorem:
    """[P] = [Q] from P |- Q and Q |- P."""
    there = guarded(one, symmetric(is_one(forth)))  # [P]*1 = [P]*[Q]
    here = guarded(other, symmetric(is_one(back)))  # [Q]*1 = [Q]*[P]
    start = beginning(bracket(one), there)
    return trans(start, ring(right(start), right(here)), symmetric(here), ring(left(here), bracket(other)))


# ------------------------------------------------------------------------------------------------ merged indices


def _unmerged(ctx: Context, t: Term) -> Theorem:
    """Every index that occurs only as q div n and q mod n, in two."""
    eq = reflexive(t)
    for _ in range(8):
        b = read_block(ctx, right(eq))
        step = ctx.first(*(partial(unmerge, ctx, b, q, n) for q in b.names for n in _moduli(b, q)))
        if step is None:
            return eq
        eq = trans(eq, step)
    return eq


def _moduli(b: SumBlock, q: str) -> list[Term]:
    """The n for which the index occurs as q div n or as q mod n, and in no other way."""
    parts = [*b.guards, *b.factors, *(x for bounds in b.ranges for x in bounds)]
    found = [n for part in parts for _, x, n in quotients(part) if x is var(q) and not mentions(n, *b.names)]
    out = []
    for n in dict.fromkeys(found):
        pair = [make(tag, var(q), n) for tag in ("div", "mod")]
        hidden = [replaced(replaced(part, pair[0], num(0)), pair[1], num(0)) for part in parts]
        if not any(mentions(part, q) for part in hidden):
            out.append(n)
    return out


def unmerge(ctx: Context, b: SumBlock, q: str, n: Term) -> Theorem:
    """The block with q div n and q mod n as two indices; ``KernelError`` unless n divides both ends of the range."""
    at = b.names.index(q)
    lo, hi = (divide(normal(x), normal(n)) for x in b.ranges[at])
    if lo[1] or hi[1] or (lo[0] == () and hi[0] == constant(1)):
        raise KernelError("the range is not that of a merged index")
    positive = ctx.prove(at_most(1, n), b.bounds[: 2 * at])
    c, rho = ctx.fresh(), ctx.fresh()

    def convert(t: Term) -> Theorem:
        body = open_binder(t.args[2], (var(q),))
        F = replaced(replaced(body, make("div", var(q), n), var(c)), make("mod", var(q), n), var(rho))
        values = {"n": n, "lo": term_of(lo[0]), "hi": term_of(hi[0])}
        flat = apply_lemma(flatten_sums(), values, {"F": make("map", 2, close_binder(F, (c, rho)))}, [positive])
        return beginning(t, symmetric(flat))

    return under(b.names[:at], convert)(b.term)
