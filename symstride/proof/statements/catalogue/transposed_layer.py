"""A transposed convolution is a unit-stride sum over the phases of the same bank."""

from __future__ import annotations

from symstride.proof.language.syntax import equal
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.texts import Texts
from symstride.proof.statements.transposed import adjoint_sum, transposed_hypotheses, transposed_phases

TITLE = "Transposed convolution"
LINE = "a transposed convolution is a unit-stride sum over the same bank, its phases exchanged"
SOURCES = ("shi2016deconvolution", "dumoulin2016guide")
FOLLOWS = ("phase-lemma",)
WORDS = {
    "transposed layer": "A transposed convolution is a unit-stride sum over the same bank, its phases exchanged.",
}
FALSE = {
    "the cells are read backwards": Texts(
        "sum([0 == (s*m + rho - i) % s]*w[i]*x[(s*m + rho - i)//s] for i in range(k))",
        "sum([s*u + rho < k]*w[s*u + rho]*x[m + u] for u in range((k + s - 1)//s))",
        "1 <= s; 0 <= rho < s",
    ),
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"transposed layer": (transposed_hypotheses(d), equal(transposed_phases(d), adjoint_sum(d)))}
