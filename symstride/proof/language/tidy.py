"""Terms as a reader wants them: numbers folded, sums collected.  Formatting only; ``ring`` checks every use of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from symstride.proof.kernel.terms import VARIABLE, Key, Term, make, num, plus, substitute
from symstride.proof.language.syntax import product


def tidied_at(term: Term, values: Mapping[Key, Term]) -> Term:
    """``tidy(substitute(term, values))``, in one pass where only integer variables have values.

    All letters are replaced at once: a symbol inside of a value stays itself, whatever it is called.
    """
    known = {key: value for key, value in values.items() if key in term.free}
    if any(key[1] != VARIABLE for key in known):
        return tidy(substitute(term, known))
    return tidy(term, {key: tidy(value) for key, value in known.items()})


def tidy(term: Term, values: Mapping[Key, Term] = MappingProxyType({})) -> Term:
    """The same value with integer subterms collected: positive parts first, the number last, numbers multiplied out.

    Integer variables are replaced by their tidy ``values`` on the way.
    """
    if term.tag == "var":
        return values.get((term.args[0], VARIABLE), term)
    if term.tag in ("num", "nat", "bound", "define"):
        return term
    args = tuple(tidy(x, values) if type(x) is Term else x for x in term.args)
    if term.sort == "I" and term.tag in ("add", "mul"):
        return _written(_collect(make(term.tag, *args)))
    if term.tag in ("div", "mod") and args[0].tag == args[1].tag == "num":
        return _folded(term.tag, args[0].args[0], args[1].args[0])
    return make(term.tag, *args)


def _folded(tag: str, x: int, y: int) -> Term:
    quotient = x // y if y else 0
    return num(quotient if tag == "div" else x - y * quotient)


def _collect(term: Term) -> dict[tuple[Term, ...], int]:
    """The sum as coefficients of products, in order of first appearance; () is the number."""
    match term.tag:
        case "num":
            return {(): term.args[0]}
        case "add":
            out = _collect(term.args[0])
            for factors, n in _collect(term.args[1]).items():
                out[factors] = out.get(factors, 0) + n
            return out
        case "mul":
            return _multiplied(*(_collect(x) for x in term.args))
    return {(term,): 1}


def _multiplied(p: dict[tuple[Term, ...], int], q: dict[tuple[Term, ...], int]) -> dict[tuple[Term, ...], int]:
    """A number times a sum is multiplied out; a product of two sums is left as it is."""
    for number, other in ((p, q), (q, p)):
        if set(number) <= {()}:
            return {factors: number.get((), 0) * n for factors, n in other.items()}
    (left_, n), (right_, m) = (_as_factor(x) for x in (p, q))
    return {left_ + right_: n * m}


def _as_factor(p: dict[tuple[Term, ...], int]) -> tuple[tuple[Term, ...], int]:
    kept = {factors: n for factors, n in p.items() if n}
    if len(kept) == 1:
        return next(iter(kept.items()))
    return (_written(p),), 1


def _written(p: dict[tuple[Term, ...], int]) -> Term:
    kept = [(factors, n) for factors, n in p.items() if n and factors]
    parts = [_scaled(n, factors) for factors, n in kept if n > 0] + [
        _scaled(n, factors) for factors, n in kept if n < 0
    ]
    if p.get((), 0) or not parts:
        parts.append(num(p.get((), 0)))
    out = parts[0]
    for part in parts[1:]:
        out = plus(out, part)
    return out


def _scaled(n: int, factors: tuple[Term, ...]) -> Term:
    return product(*factors) if n == 1 else product(num(n), *factors)
