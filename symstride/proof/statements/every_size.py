"""How many outputs a layer has, before and after, for an input of every size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import equal, integer, variable
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS
from symstride.proof.statements.sizes import letters_of

if TYPE_CHECKING:
    from symstride.proof.statements.request import LayerRequest
    from symstride.proof.subject import Statement

WHOLE_CELLS: Final = "(N + p + r - D - 1 + s*K)//s - K + 1"
"""The outputs of K taps of stride 1 on the whole cells of N + p + r - D - 1 + s*K places."""

CLAIM: Final = "outputs at every size"


def outputs_at_every_size(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    """Per axis, for every N: the layer has as many outputs as its bank on whole cells.

    The signal is padded by ``low`` in front, and behind so that there are ``N + low + high - span + s*K`` places.
    """
    for n, (name, axis) in enumerate(zip(names(request.layer.ndim, "N"), request.bank.axes, strict=True)):
        values = letters_of(axis.axis) | {"N": integer(name), "K": axis.size}
        given = {variable(letter): x if isinstance(x, Term) else to_term(x) for letter, x in values.items()}
        sides = (substitute(integer(formula), given) for formula in (OUTPUTS, WHOLE_CELLS))
        yield f"axis {n + 1}, {CLAIM}", (frozenset(), equal(*sides))
