"""How far two floating-point evaluations of one layer may lie apart: a derived bound, not a tolerance.

One output is a sum of ``n`` products (a bias counts as one: 1*b).  Computed in any order, with unit roundoff ``u``,

    | fl(sum of w*x) - sum of w*x |  <=  gamma_n * sum of |w|*|x|,      gamma_n = n*u/(1 - n*u),   n*u < 1

N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., SIAM 2002, section 3.1.  The strided and the
expanded layer are two orders of one sum, because adding a structural zero is exact; so they lie within twice that.
A product that underflows is off by half the smallest subnormal number ``eta`` at most, which the additions after it
enlarge by ``1 + gamma_n`` at most; underflowing additions are exact.  Gradual underflow is assumed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.check.reference import convolve
from symstride.errors import NotSupported
from symstride.layers.layer import Conv


def unit_roundoff(dtype: Any) -> float:
    """``u`` = half the distance from 1 to the next number: 2^-24 for float32, 2^-53 for float64."""
    kind = np.dtype(dtype)
    if kind.kind != "f":
        hint = "compare other numbers exactly"
        raise NotSupported("unit_roundoff(dtype)", "a real floating-point dtype", str(kind), hint)
    return float(np.finfo(kind).eps) / 2


def gamma(terms: int, roundoff: float) -> float:
    """``gamma_n = n*u/(1 - n*u)``; infinite when ``n*u >= 1``, where nothing can be promised."""
    return terms * roundoff / (1 - terms * roundoff) if terms * roundoff < 1 else float("inf")


def terms_per_output(layer: Conv) -> int:
    """``n``: products that one output sums, the bias included."""
    fan_in = int(layer.in_per_group)
    for k in layer.kernel:
        fan_in *= int(k)
    return fan_in + (1 if layer.bias else 0)


def error_bound(
    layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None, dtype: Any = None
) -> NDArray[np.float64]:
    """For each output, how far two evaluations in ``dtype`` (that of ``x``, by default) may differ.

    ``2*gamma_n*sum of |w|*|x| + n*eta*(1 + gamma_n)``; infinite where ``n*u >= 1``.  The sum of absolute products is
    itself computed, in float64, so it is divided by ``1 - gamma_{n+8}`` of float64 to stay a bound: 8 for the last few
    operations here and for the subtraction of the two results.
    """
    magnitudes = [None if part is None else np.abs(part.astype(np.float64)) for part in (x, w, b)]
    total = convolve(replace(layer, bias=b is not None), *magnitudes)  # type: ignore[arg-type]  # only b may be None
    return rounding_bound(total, terms_per_output(layer), x.dtype if dtype is None else dtype)


def rounding_bound(total: NDArray[Any], terms: int, dtype: Any) -> NDArray[np.float64]:
    """The bound of ``error_bound`` for sums of so many terms whose absolute values add up to ``total``, in float64."""
    kind, own = np.dtype(dtype), unit_roundoff(np.float64)
    safe = total / (1 - gamma(terms + 8, own))
    relative = gamma(terms, unit_roundoff(kind))
    if relative == float("inf"):
        return np.full(total.shape, relative)
    underflow = terms * float(np.finfo(kind).smallest_subnormal) * (1 + relative)
    return np.asarray(2 * relative * safe + underflow, dtype=np.float64)
