"""Does a filter bank give its input back?  An exact verdict for filters that are given as numbers.

Analysis and synthesis filters act by convolution, as signal processing means it, with ``s``-fold decimation and
expansion between them:

    band[c, j] = sum over i of h[c, i]*x[s*j - i]
    y[t]       = sum over c, j of g[c, t - s*j]*band[c, j]

The theorem ``bank-response`` of the catalogue says that y[t] = sum over u of taps[t, u]*x[t - u], where the taps depend
on t mod s alone.  So the bank reconstructs, y[t] = gain*x[t - delay] for every input, exactly when in each of the s
phases the tap at the delay is the gain and every other one is 0.  Source: P. P. Vaidyanathan, Multirate Systems and
Filter Banks, Prentice Hall, 1993, chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from numbers import Integral
from typing import TYPE_CHECKING, Any, Final

import sympy
from sympy.polys.constructor import construct_domain
from sympy.polys.polyerrors import BasePolynomialError

from symstride.errors import NotSupported, SpecError
from symstride.limits import MAX_EXACT, MAX_LISTED, check

if TYPE_CHECKING:
    from symstride.verdict import Verdict

_ASKED: Final = "perfect_reconstruction(h, g, s)"
MAX_BITS: Final = 4_096
"""Most bits of a numerator or denominator."""
MAX_DEGREE: Final = 8
"""Largest product of the degrees of all roots in the filters."""
MAX_PARTS: Final = 200
"""Most parts of the expression that one tap is."""


@dataclass(frozen=True, slots=True)
class Tap:
    """What the bank gives at time ``t`` for an impulse at time ``t - lag``, and what it should give."""

    t: int
    lag: int
    value: sympy.Expr
    expected: str

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        impulse = f"an impulse at {self.t - self.lag}"
        return f"for {impulse} the output at {self.t} is {self.value}, which has to be {self.expected}"


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """The outcome: y[t] = gain*x[t - delay] for every input, or the first tap for which that fails.

    It is true when the bank reconstructs.  ``delay`` and ``gain`` are None when it does not, ``failure`` when it does.
    """

    delay: int | None = None
    gain: sympy.Expr | None = None
    failure: Tap | None = None

    def __bool__(self) -> bool:
        return self.failure is None

    def __str__(self) -> str:
        if self.failure is not None:
            return f"no reconstruction: {self.failure}"
        late = f"x[t - {self.delay}]" if self.delay else "x[t]"
        return f"perfect reconstruction: y[t] = ({self.gain})*{late}"

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    @property
    def verdict(self) -> Verdict:
        """The same as a verdict: proved, or refuted with the tap as its witness."""
        from symstride.verdict import proved, refuted

        return proved() if self.failure is None else refuted(self.failure)


def perfect_reconstruction(h: Sequence[Sequence[Any]], g: Sequence[Sequence[Any]], s: int) -> Reconstruction:
    """Does the bank with analysis filters ``h``, synthesis filters ``g`` and decimation by ``s`` give its input back?

    ``h[c]`` and ``g[c]`` are the taps of band ``c``, for ``0 <= c < M``, beginning at time 0; they may have different
    lengths.  Taps are exact: integers, fractions, or SymPy's rational and algebraic numbers, complex ones too, such as
    ``(1 + sqrt(3))/8``.  The answer is exact as well, and its ``delay`` and ``gain`` say what comes out.

    >>> str(perfect_reconstruction([[1, 1], [1, -1]], [[1, 1], [-1, 1]], 2))
    'perfect reconstruction: y[t] = (2)*x[t - 1]'

    Raises ``SpecError`` for what is no bank, and for floats; ``NotSupported`` for other numbers and too many taps.
    """
    if type(s) is not int or s < 1:
        raise SpecError(_ASKED, "s, a positive integer", repr(s)[:80], "write s=2")
    banks = _bank("h", h), _bank("g", g)
    if len(banks[0]) != len(banks[1]):
        got = f"{len(banks[0])} in h and {len(banks[1])} in g"
        raise SpecError(_ASKED, "as many synthesis filters as analysis filters", got, "give one of each for every band")
    products = sum(len(a) * len(b) for a, b in zip(*banks))
    degree = _degree([*banks[0], *banks[1]])
    check(
        _ASKED, products, MAX_EXACT // (1 if degree == 1 else 10 * degree), "products of taps", "take shorter filters"
    )
    longest = max(len(a) + len(b) - 1 for a, b in zip(*banks))
    check(_ASKED, s * longest, MAX_LISTED, "taps in all phases together", "take a smaller s")
    domain, (analysis, synthesis) = _exact(banks)
    taps = _taps(domain, analysis, synthesis, s, longest)
    delay = next((u for u, value in enumerate(taps[0]) if value), None)
    if delay is None:
        return Reconstruction(failure=Tap(0, 0, sympy.Integer(0), "other than 0 for one impulse"))
    gain = taps[0][delay]
    for tau, row in enumerate(taps):
        for u, value in enumerate(row):
            if value != (gain if u == delay else domain.zero):
                expected = str(domain.to_sympy(gain)) if u == delay else "0"
                return Reconstruction(failure=Tap(tau, u, domain.to_sympy(value), expected))
    return Reconstruction(delay, domain.to_sympy(gain))


def _taps(domain: Any, h: list[list[Any]], g: list[list[Any]], s: int, longest: int) -> list[list[Any]]:
    """taps[tau][u] = sum over c and i, i = tau mod s, of g[c][i]*h[c][u - i]."""
    taps = [[domain.zero] * longest for _ in range(s)]
    for a, b in zip(h, g):
        for i, y in enumerate(b):
            if y:
                row = taps[i % s]
                for n, x in enumerate(a):
                    row[i + n] += y * x
    return taps


# ------------------------------------------------------------------------- reading


def _bank(name: str, filters: Any) -> list[list[sympy.Expr]]:
    """The filters of a bank, each a list of exact numbers."""
    rows = [_listed(f"{name}[{c}]", f) for c, f in enumerate(_listed(name, filters))]
    if not rows or not all(rows):
        got = "no filter" if not rows else "a filter without taps"
        raise SpecError(_ASKED, f"{name}, filters of at least one tap each", got, "write [[1, 1], [1, -1]]")
    return [[_number(f"{name}[{c}][{i}]", x) for i, x in enumerate(row)] for c, row in enumerate(rows)]


def _listed(name: str, x: Any) -> list[Any]:
    if isinstance(x, str | bytes | dict | set) or not isinstance(x, Iterable):
        raise SpecError(_ASKED, f"{name}, a sequence", repr(x)[:80], "write [[1, 1], [1, -1]]")
    out = []
    for item in x:
        out.append(item)
        check(_ASKED, len(out), MAX_EXACT, f"entries of {name}", "take shorter filters")
    return out


def _number(name: str, x: Any) -> sympy.Expr:
    """An exact number; what SymPy makes of it has rational numbers, I, sums, products and roots in it."""
    if type(x) is not bool and isinstance(x, Integral):
        x = sympy.Integer(int(x))
    elif isinstance(x, Fraction):
        x = sympy.Rational(x.numerator, x.denominator)
    if not isinstance(x, sympy.Expr) or x.has(sympy.Float):
        hint = "write integers, Fraction(1, 3) or sympy.sqrt(2)"
        raise SpecError(_ASKED, f"{name}, an exact number", repr(x)[:80], hint)
    for count, part in enumerate(sympy.preorder_traversal(x), start=1):
        check(_ASKED, count, MAX_PARTS, f"parts of the expression {name}", "simplify it first")
        _check_part(name, part)
    return x


def _check_part(name: str, part: sympy.Basic) -> None:
    if isinstance(part, sympy.Rational):
        check(_ASKED, max(int(part.p).bit_length(), int(part.q).bit_length()), MAX_BITS, f"bits in {name}")
    elif isinstance(part, sympy.Pow):
        exponent = part.exp
        if not (isinstance(exponent, sympy.Rational) and abs(exponent.p) <= MAX_DEGREE and exponent.q <= MAX_DEGREE):
            hint = "write roots as sympy.sqrt or sympy.root"
            raise NotSupported(_ASKED, f"{name}, with powers and roots up to {MAX_DEGREE}", str(part)[:80], hint)
    elif not (isinstance(part, sympy.Add | sympy.Mul) or part is sympy.I):
        hint = "write it with rational numbers and roots"
        raise NotSupported(_ASKED, f"{name}, an algebraic number", str(part)[:80], hint)


def _degree(filters: Iterable[list[sympy.Expr]]) -> int:
    """At most how large a field the taps lie in: the product of the degrees of all roots; 1 for rational numbers."""
    roots, degree = set[tuple[sympy.Expr, int]](), 1
    for x in (x for row in filters for x in row if not x.is_Rational):
        roots |= {(part.base, int(part.exp.q)) for part in x.atoms(sympy.Pow) if part.exp.q > 1}
        roots |= {(sympy.Integer(-1), 2)} if x.has(sympy.I) else set()
        degree = prod(q for _, q in roots)
        check(_ASKED, degree, MAX_DEGREE, "as the degree of all roots together", "write all taps with the same roots")
    return degree


def _exact(banks: Iterable[list[list[sympy.Expr]]]) -> tuple[Any, list[list[list[Any]]]]:
    """All taps as elements of one field in which they are compared exactly, and that field."""
    pairs = [[list(row) for row in bank] for bank in banks]
    flat = [x for bank in pairs for row in bank for x in row]
    try:
        domain, elements = construct_domain(flat, extension=True, field=True)
    except (ArithmeticError, BasePolynomialError) as why:
        hint = "simplify the taps first: one of them may divide by 0"
        raise NotSupported(_ASKED, "taps that are algebraic numbers", repr(why)[:200], hint) from None
    if not (domain.is_QQ or domain.is_QQ_I or domain.is_AlgebraicField):
        raise NotSupported(_ASKED, "algebraic numbers", str(domain)[:80], "write them with rational numbers and roots")
    found = iter(elements)
    return domain, [[[next(found) for _ in row] for row in bank] for bank in pairs]
