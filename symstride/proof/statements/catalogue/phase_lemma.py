"""Every phase of a strided convolution is a unit-stride convolution of its input's phases."""

from __future__ import annotations

from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.phase_lemma import phase_lemma_statement

TITLE = "The phase lemma"
LINE = "every phase of a strided convolution is a unit-stride convolution of its input's phases"
SOURCES = ("kong2017stride",)
WORDS = {
    "phase lemma": "Every phase of a strided convolution is a unit-stride, undilated convolution of its "
    "input's phases.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"phase lemma": phase_lemma_statement(d)}
