"""Pooling with a stride is pooling of phases without one."""

from __future__ import annotations

from symstride.proof.language.syntax import equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.phase_lemma import axis_hypotheses
from symstride.proof.statements.pooling import pooled_phases, window_sum

TITLE = "Pooling"
LINE = "pooling with a stride is pooling of phases without one; over (max, +) this is max-pooling"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "pooling": "Pooling with a stride is pooling of phases without stride; over $(\\max, +)$ this is max-pooling.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"pooling": (axis_hypotheses(d), equal(pooled_phases(d), window_sum(d)))}
