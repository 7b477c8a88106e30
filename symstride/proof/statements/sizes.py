"""How many outputs a layer has: the formula, at a layer's numbers or symbols."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from symstride.proof.kernel.terms import Term, make, substitute
from symstride.proof.language.syntax import equal, integer, variable
from symstride.proof.language.translate import to_term

if TYPE_CHECKING:
    from symstride.layers.axis import Integer
    from symstride.proof.subject import Statement


def letters_of(axis: Any) -> dict[str, Integer | Term]:
    """The letters of ``OUTPUTS`` but N; D is left as a product."""
    reach = make("mul", to_term(axis.dilation), to_term(axis.kernel - 1))
    return {"p": axis.low, "r": axis.high, "s": axis.stride, "D": reach}


def size_statement(formula: str, letters: Mapping[str, Integer | Term], outputs: Integer) -> Statement:
    """The formula at these values gives that number of outputs."""
    values = {variable(name): x if isinstance(x, Term) else to_term(x) for name, x in letters.items()}
    return frozenset(), equal(substitute(integer(formula), values), to_term(outputs))
