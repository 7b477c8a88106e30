"""How many outputs a layer has, before and after, for an input of every size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from symstride.proof.kernel.terms import Term, num, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import equal, integer, variable
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS
from symstride.proof.statements.operator import PLACES, OperatorRequest, size_letters
from symstride.proof.statements.request import LayerRequest
from symstride.proof.statements.sizes import letters_of

if TYPE_CHECKING:
    from symstride.proof.subject import Statement

WHOLE_CELLS: Final = "(N + p + r - D - 1 + s*K)//s - K + 1"
"""The outputs of K taps of stride 1 on the whole cells of N + p + r - D - 1 + s*K places."""

CELLS_PUT_TOGETHER: Final = "s*(N + F - K + 1) - R"
"""The places of N + F - K + 1 cells of outputs, those of K taps on N + F places, less the last R."""

CLAIM: Final = "outputs at every size"


def outputs_at_every_size(request: LayerRequest | OperatorRequest) -> Iterator[tuple[str, Statement]]:
    """Per axis, for every N: the layer has as many outputs as its form without stride.

    The signal is padded by ``low`` in front, and behind so that there are ``N + low + high - span + s*K`` places.  Of a
    transposed layer the cells of outputs are put together, and the places behind the last output cut off.
    """
    if not isinstance(request, LayerRequest):
        yield from _transposed(request)
        return
    for n, (name, axis) in enumerate(zip(names(request.layer.ndim, "N"), request.bank.axes, strict=True)):
        values = letters_of(axis.axis) | {"N": integer(name), "K": axis.size}
        given = {variable(letter): x if isinstance(x, Term) else to_term(x) for letter, x in values.items()}
        sides = (substitute(integer(formula), given) for formula in (OUTPUTS, WHOLE_CELLS))
        yield f"axis {n + 1}, {CLAIM}", (frozenset(), equal(*sides))


def _transposed(request: OperatorRequest) -> Iterator[tuple[str, Statement]]:
    """``T = s*N + c``, so that there are ``ceil(T/s) = N + ceil(c/s)`` cells."""
    layer: Any = request.layer
    rows = zip(layer.kernel, layer.stride, layer.dilation, layer.padding, layer.output_padding, strict=True)
    for n, (k, s, dl, (low, high), more) in enumerate(rows):
        letters = size_letters(request, n)
        taps = (dl * (k - 1) - low) // s - (-low) // s + 1
        rest = dl * (k - 1) + 1 - s - low - high + more
        cells = -(-rest // s)
        numbers = {"s": s, "K": taps, "F": cells + taps - 1, "R": s * cells - rest}
        given = {variable(letter): num(int(value)) for letter, value in numbers.items()}
        given |= {variable("N"): letters[variable("N")]}
        sides = substitute(PLACES, letters), substitute(integer(CELLS_PUT_TOGETHER), given)
        yield f"axis {n + 1}, {CLAIM}", (frozenset(), equal(*sides))
