"""Where a map ends on a grid, and when what lies behind its end is not read."""

from __future__ import annotations

from symstride.proof.language.syntax import ONE, at_most, below, bracket, equal
from symstride.proof.statements.axis import PLACE
from symstride.proof.statements.catalogue import Claims

TITLE = "Boundaries on a grid"
LINE = "where a map ends on a grid, and when what lies behind its end is not read"
SOURCES = ()
WORDS = {
    "low boundary": "A position is negative exactly when its cell is.",
    "high boundary": "If $S$ divides the size, the last cell ends with the signal, and no mask is needed.",
    "unread ghosts": "Ghosts behind the last entry do no harm if no output that counts reads them.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    cell = [at_most(1, "S"), at_most(0, "rho"), below("rho", "S")]
    reads = [at_most(1, "s"), at_most(0, "dl"), below("i", "k"), below("j", "M")]
    last = below("s*(M - 1) + dl*(k - 1) - p", "N")
    return {
        "low boundary": (cell, equal(bracket(at_most(0, PLACE)), bracket(at_most(0, "m")))),
        "high boundary": (cell, equal(bracket(below(PLACE, "S*n")), bracket(below("m", "n")))),
        "unread ghosts": ([*reads, last], equal(bracket(below("s*j + dl*i - p", "N")), ONE)),
    }
