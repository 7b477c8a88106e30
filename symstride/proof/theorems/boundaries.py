"""Boundaries inside a network on a grid: where zero padding in cells is right, and where a mask is needed."""

from __future__ import annotations

from symstride.proof.lemmas.boundaries import high_boundary, low_boundary, unread_ghosts
from symstride.proof.record import Proposition
from symstride.proof.statements.catalogue.boundaries import WORDS


def boundary_facts() -> tuple[Proposition, ...]:
    """The two brackets of the exact mask, and when reads never reach the ghosts behind the last entry."""
    return (
        Proposition(
            name="low boundary",
            title="Low boundary",
            words=WORDS["low boundary"],
            theorem=low_boundary(),
            witness={"S": 1, "rho": 0},
        ),
        Proposition(
            name="high boundary",
            title="High boundary",
            words=WORDS["high boundary"],
            theorem=high_boundary(),
            witness={"S": 1, "rho": 0},
        ),
        Proposition(
            name="unread ghosts",
            title="Unread ghosts",
            words=WORDS["unread ghosts"],
            theorem=unread_ghosts(),
            witness={"s": 1, "dl": 0, "i": 0, "k": 1, "j": 0, "M": 1, "p": 0, "N": 1},
        ),
    )
