"""A transposed convolution is a unit-stride sum over the phases of the same bank."""

from __future__ import annotations

from symstride.proof.language.syntax import equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.transposed import adjoint_sum, transposed_hypotheses, transposed_phases

TITLE = "Transposed convolution"
LINE = "a transposed convolution is a unit-stride sum over the same bank, its phases exchanged"
SOURCES = ("shi2016deconvolution", "dumoulin2016guide")
FOLLOWS = ("phase-lemma",)
WORDS = {
    "transposed layer": "A transposed convolution is a unit-stride sum over the same bank, its phases exchanged.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"transposed layer": (transposed_hypotheses(d), equal(transposed_phases(d), adjoint_sum(d)))}
