"""The definitions that statements about layers are written in, one family each, for d spatial axes.

With d axes a letter stands for d integers: k is k for d = 1 and k1, ..., kd otherwise.  Deep learning's convolution
is cross-correlation: no kernel flip.  Signals are functions on all integers; ``extend`` and ``wrap`` make one out of
a finite array.  Source: Kong and Lucey, arXiv 1712.02502, for conv and bank (there for one stride, without padding).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, below, bracket, define, entry, equal, integer, product, totals

PARAMETERS: Final = ("k", "s", "dl", "p")
"""Kernel size, stride, dilation, low padding of each axis, in the order of every parameter list."""


def names(d: int, stem: str) -> tuple[str, ...]:
    """k for one axis; k1, ..., kd for d axes."""
    return (stem,) if d == 1 else tuple(f"{stem}{n + 1}" for n in range(d))


def per_axis(d: int, *stems: str) -> list[str]:
    """All the names of some letters, letter by letter: k1 k2 s1 s2 ..."""
    return [name for stem in stems for name in names(d, stem)]


def positions(d: int) -> list[Term]:
    """s*j + dl*i - p of each axis: what tap i of output j reads."""
    return [
        integer(f"{s}*{j} + {dl}*{i} - {p}")
        for s, j, dl, i, p in zip(*(names(d, x) for x in ("s", "j", "dl", "i", "p")))
    ]


@cache
def conv(d: int) -> Term:
    """conv(w, x; C, k, s, dl, p)[o, j] = sum_{0<=c<C} sum_{0<=i<k} w[o, c, i] * x[c, s*j + dl*i - p]."""
    body = product(entry("w", "o", "c", *names(d, "i")), entry("x", "c", *positions(d)))
    ranges = [("c", 0, "C"), *((i, 0, k) for i, k in zip(names(d, "i"), names(d, "k")))]
    integers = ["C", *per_axis(d, *PARAMETERS), "o", *names(d, "j")]
    return define("conv", [("w", d + 2), ("x", d + 1)], integers, totals(ranges, body))


@cache
def grouped_conv(d: int) -> Term:
    """grouped(w, x; C, O, k, s, dl, p)[o, j]: output channel o reads the C channels of group o div O.

    = sum_{0<=c<C} sum_{0<=i<k} w[o, c, i] * x[C*(o div O) + c, s*j + dl*i - p]; C and O are channels per group.
    """
    body = product(entry("w", "o", "c", *names(d, "i")), entry("x", "C*(o//O) + c", *positions(d)))
    ranges = [("c", 0, "C"), *((i, 0, k) for i, k in zip(names(d, "i"), names(d, "k")))]
    integers = ["C", "O", *per_axis(d, *PARAMETERS), "o", *names(d, "j")]
    return define("grouped", [("w", d + 2), ("x", d + 1)], integers, totals(ranges, body))


@cache
def phases(d: int) -> Term:
    """phases(x; S)[rho, c, m] = x[c, S*m + rho]: space-to-depth, for 0 <= rho < S."""
    places = [integer(f"{S}*{m} + {rho}") for S, m, rho in zip(*(names(d, x) for x in ("S", "m", "rho")))]
    integers = [*per_axis(d, "S", "rho"), "c", *names(d, "m")]
    return define("phases", [("x", d + 1)], integers, entry("x", "c", *places))


@cache
def bank(d: int, dilated: tuple[bool, ...] | None = None) -> Term:
    """bank(w; k, s, dl, p, a)[tau, o, rho, c, u] = w[o, c, q div dl] if dl divides q and 0 <= q div dl < k, else 0.

    Here q = s*a*u + rho - s*tau + p, which is dl times the tap that sits there.  On an axis that is not dilated there
    is no dl: w[o, c, q] if 0 <= q < k.  All axes are dilated where ``dilated`` is left out.
    """
    placed = [placement(d, n, dilated) for n in range(d)]
    guards, taps = [guard for guards, _ in placed for guard in guards], [tap for _, tap in placed]
    integers = [*bank_parameters(d, dilated), "o", *names(d, "rho"), "c", *names(d, "u")]
    return define("bank", [("w", d + 2)], integers, product(*guards, entry("w", "o", "c", *taps)))


def placement(d: int, axis: int, dilated: tuple[bool, ...] | None = None) -> tuple[list[Term], Term]:
    """[0 = q mod dl], [0 <= q div dl], [q div dl < k] and the tap q div dl on one axis, as ``bank`` has them.

    Without dilation q is the tap, and nothing has to divide.
    """
    s, a, u, rho, tau, p, dl, k = (names(d, x)[axis] for x in ("s", "a", "u", "rho", "tau", "p", "dl", "k"))
    q, is_dilated = f"{s}*{a}*{u} + {rho} - {s}*{tau} + {p}", dilated is None or dilated[axis]
    tap = integer(f"({q})//{dl}" if is_dilated else q)
    divides = [bracket(equal(0, f"({q}) % {dl}"))] if is_dilated else []
    return [*divides, bracket(at_most(0, tap)), bracket(below(tap, k))], tap


def bank_parameters(d: int, dilated: tuple[bool, ...] | None = None) -> list[str]:
    """The parameters of ``bank`` in front of its indices: k, s, p, a, tau of each axis, dl of the dilated ones."""
    spread = [dl for dl, is_dilated in zip(names(d, "dl"), dilated or (True,) * d, strict=True) if is_dilated]
    return [*per_axis(d, "k", "s"), *spread, *per_axis(d, "p", "a", "tau")]


@cache
def extend(d: int) -> Term:
    """extend(x; N)[c, t] = [0 <= t]*[t < N]*x[c, t]: an array of N entries, zero everywhere else."""
    inside = [bracket(f) for N, t in zip(names(d, "N"), names(d, "t")) for f in (at_most(0, t), below(t, N))]
    integers = [*names(d, "N"), "c", *names(d, "t")]
    return define("extend", [("x", d + 1)], integers, product(*inside, entry("x", "c", *names(d, "t"))))


@cache
def wrap(d: int) -> Term:
    """wrap(x; N)[c, t] = x[c, t mod N]: circular padding."""
    places = [integer(f"{t} % {N}") for N, t in zip(names(d, "N"), names(d, "t"))]
    return define("wrap", [("x", d + 1)], [*names(d, "N"), "c", *names(d, "t")], entry("x", "c", *places))
