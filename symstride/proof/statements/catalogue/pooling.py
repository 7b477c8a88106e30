"""Pooling with a stride is pooling of phases without one."""

from __future__ import annotations

from symstride.proof.language.syntax import equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.phase_lemma import axis_hypotheses
from symstride.proof.statements.pooling import pooled_phases, window_sum
from symstride.proof.statements.texts import Texts

TITLE = "Pooling"
LINE = "pooling with a stride is pooling of phases without one; over (max, +) this is max-pooling"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "pooling": "Pooling with a stride is pooling of phases without stride; over $(\\max, +)$ this is max-pooling.",
}
FALSE = {
    "pooling with a stride is not pooling of one phase": Texts(
        "sum(x[s*j + i] for i in range(k))", "sum(x[s*(j + u)] for u in range((k + s - 1)//s))", "1 <= s"
    ),
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"pooling": (axis_hypotheses(d), equal(pooled_phases(d), window_sum(d)))}
