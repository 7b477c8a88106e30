"""Definitions of the operators beside the layer: the convolution tensor, pools, the transposed convolution."""

from __future__ import annotations

from functools import cache

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import PARAMETERS, bank_parameters, names, per_axis, placement, positions
from symstride.proof.language.syntax import ONE, bracket, define, entry, equal, integer, product, totals


@cache
def toeplitz(d: int) -> Term:
    """toeplitz(w; k, s, dl, p)[o, j, c, t] = sum_{0<=i<k} [t = s*j + dl*i - p] * w[o, c, i]: the convolution tensor.

    Its entry at output (o, j) and input (c, t); block Toeplitz for s = 1.  Kong and Lucey, arXiv 1712.02502, section 3.
    """
    body = entry("w", "o", "c", *names(d, "i"))
    for i, k, t, position in reversed(list(zip(names(d, "i"), names(d, "k"), names(d, "t"), positions(d)))):
        body = totals([(i, 0, k)], product(bracket(equal(t, position)), body))
    integers = [*per_axis(d, *PARAMETERS), "o", *names(d, "j"), "c", *names(d, "t")]
    return define("toeplitz", [("w", d + 2)], integers, body)


@cache
def pool(d: int) -> Term:
    """pool(x; k, s, dl, p)[c, j] = sum_{0<=i<k} x[c, s*j + dl*i - p].

    Over (max, +) this is max-pooling, and zero extension is extension by minus infinity; over a ring, sum-pooling.
    """
    ranges = [(i, 0, k) for i, k in zip(names(d, "i"), names(d, "k"))]
    integers = [*per_axis(d, *PARAMETERS), "c", *names(d, "j")]
    return define("pool", [("x", d + 1)], integers, totals(ranges, entry("x", "c", *positions(d))))


@cache
def window(d: int, dilated: tuple[bool, ...] | None = None) -> Term:
    """window(k, s, dl, p, a)[tau, rho, u] = 1 where a tap sits, else 0: the bank of weights 1."""
    guards = [guard for n in range(d) for guard in placement(d, n, dilated)[0]]
    integers = [*bank_parameters(d, dilated), *names(d, "rho"), *names(d, "u")]
    return define("window", [], integers, product(*guards, ONE))


@cache
def transposed(d: int) -> Term:
    """transposed(w, x; C, k, s, dl, p)[o, t] = sum_{0<=c<C} sum_{0<=i<k} [s divides q] * w[c, o, i] * x[c, q div s].

    Here q = t + p - dl*i: the adjoint of conv, which adds w[c, o, i]*x[c, j] to output t = s*j + dl*i - p for every j.
    """
    q = [f"{t} + {p} - {dl}*{i}" for t, p, dl, i in zip(*(names(d, x) for x in ("t", "p", "dl", "i")))]
    s = names(d, "s")
    divides = [bracket(equal(0, f"({q[n]}) % {s[n]}")) for n in range(d)]
    places = [integer(f"({q[n]})//{s[n]}") for n in range(d)]
    body = product(*divides, entry("w", "c", "o", *names(d, "i")), entry("x", "c", *places))
    ranges = [("c", 0, "C"), *((i, 0, k) for i, k in zip(names(d, "i"), names(d, "k")))]
    integers = ["C", *per_axis(d, *PARAMETERS), "o", *names(d, "t")]
    return define("transposed", [("w", d + 2), ("x", d + 1)], integers, totals(ranges, body))
