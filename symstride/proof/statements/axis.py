"""The integer formulas of one axis, and their copies for the axes of d.

Along one axis, with stride s, dilation dl, low padding p, a phases of the output and S = s*a of the input, output
phase tau reads at tap i the position S*m + t with t = s*tau + dl*i - p.  Its phase is t mod S and its cell offset
t div S, which lies in [(-p) div S, (s*(a-1) + dl*(k-1) - p) div S].
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import PARAMETERS, names
from symstride.proof.language.syntax import Integer, bracket, equal, integer, variable

STEP: Final = "s*a"
"""S, the number of input phases."""
POSITION: Final = "s*tau + dl*i - p"
"""t, what output phase tau reads at tap i, counted from S*m."""
TAP_LOW: Final = "(-p)//(s*a)"
"""The first cell offset u."""
TAP_END: Final = "(s*(a - 1) + dl*(k - 1) - p)//(s*a) + 1"
"""One past the last cell offset u."""
PLACED: Final = bracket(equal(POSITION, "s*a*u + rho"))
"""[t = S*u + rho]: tap i of output phase tau sits in input phase rho at cell offset u."""
QUOTIENT: Final = "s*a*u + rho - s*tau + p"
"""q, which is dl*i when tap i sits at (tau, rho, u)."""
PLACE: Final = "S*m + rho"
"""The fine position of cell m in phase rho."""
CELLS: Final = "(N + S - 1)//S"
"""ceil(N/S), the number of cells that a signal of N entries needs."""
OUTPUTS: Final = "(N + p + r - D - 1)//s + 1"
"""M, the number of outputs, for low padding p, high padding r and D = dl*(k - 1)."""
TRANSPOSED_OUTPUTS: Final = "s*(N - 1) + D + 1 - p - r"
"""T, the number of outputs of a transposed layer, for the same letters."""
TAPS: Final = "(D - p)//s - (-p)//s + 1"
"""K, the number of cell offsets for one output phase, with D = dl*(k - 1)."""

AXIS_LETTERS: Final = (*PARAMETERS, "a", "tau")
"""The letters of one axis's parameters."""

Reason: TypeAlias = Literal["whole", "unread", "gaps", "masked", "clean"]
"""Why the ghosts of one axis do no harm; ``clean`` ones hold 0 already, and nothing is added there."""


def on_axis(d: int, axis: int, text: Integer, /, **more: Integer) -> Term:
    """A formula of one axis with the letters of that axis of d; ``more`` gives further letters their values."""
    letters: dict[str, Integer] = {letter: names(d, letter)[axis] for letter in (*AXIS_LETTERS, "i", "u", "rho")} | more
    return substitute(integer(text), {variable(x): integer(y) for x, y in letters.items()})
