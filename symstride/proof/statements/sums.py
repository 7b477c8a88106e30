"""The unit-stride sum over the bank, which every statement about a layer ends in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import Integer, integer, product, totals
from symstride.proof.statements.axis import TAP_END, TAP_LOW, on_axis


def sum_over_bank(
    d: int,
    weight: Term,
    value: Term,
    phases: Iterable[tuple[str, Term]],
    channels: bool = True,
    letters: Mapping[str, Integer] = MappingProxyType({}),
) -> Term:
    """sum_c sum_rho sum_u weight*value, 0 <= c < C, 0 <= rho < its end, u over the cell offsets.

    ``phases`` gives the phase and its end for each axis; ``letters`` replace letters in the range of the taps.
    """
    ranges: list[tuple[str, Integer, Integer]] = [("c", 0, "C")] if channels else []
    ranges += [(rho, 0, end) for rho, end in phases]
    bounds = [[on_axis(d, n, end, **letters) for end in (TAP_LOW, TAP_END)] for n in range(d)]
    ranges += [(u, low, end) for u, (low, end) in zip(names(d, "u"), bounds)]
    return totals(ranges, product(weight, value))


def cells(d: int, sign: str = "+") -> list[Term]:
    """The cell that is read on each axis, m + u or m - u."""
    return [integer(f"{m} {sign} {u}") for m, u in zip(names(d, "m"), names(d, "u"))]
