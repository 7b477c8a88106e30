"""Entries of the expanded bank as terms, with values for some of its letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import bank, bank_parameters, names
from symstride.proof.language.syntax import Integer, entry, integer, product, tensor, total, use, variable
from symstride.proof.statements.axis import PLACED, on_axis

Dilated: TypeAlias = tuple[bool, ...] | None
"""Which axes are dilated; None for all of them.  On the others the letter dl is the number 1."""


def weight(d: int, dilated: Dilated = None, letters: Mapping[str, Integer] = MappingProxyType({})) -> Term:
    """bank(w; ..)[tau, o, rho, c, u]; ``letters`` gives some of these letters other values."""
    order = [*bank_parameters(d, dilated), "o", *names(d, "rho"), "c", *names(d, "u")]
    return use(bank(d, dilated), tensor("w", d + 2), *(letters.get(letter, letter) for letter in order))


def placed_sum(d: int, dilated: Dilated = None) -> Term:
    """The same entry as a sum over all taps: sum_i [s*tau + dl*i - p = s*a*u + rho] * w[o, c, i], axis by axis."""
    body = entry("w", "o", "c", *names(d, "i"))
    for n in reversed(range(d)):
        body = total(names(d, "i")[n], 0, names(d, "k")[n], product(on_axis(d, n, PLACED), body))
    return at_its_dilation(d, dilated, body)


def undilated(d: int, dilated: Dilated) -> dict[str, int]:
    """dl = 1 for each axis that is not dilated."""
    flags = dilated or (True,) * d
    return {dl: 1 for dl, is_dilated in zip(names(d, "dl"), flags, strict=True) if not is_dilated}


def at_its_dilation(d: int, dilated: Dilated, term: Term) -> Term:
    """The term with the number 1 for dl on the axes that are not dilated."""
    ones = undilated(d, dilated)
    return substitute(term, {variable(x): integer(n) for x, n in ones.items()}) if ones else term
