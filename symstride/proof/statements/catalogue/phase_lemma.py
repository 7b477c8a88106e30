"""Every phase of a strided convolution is a unit-stride convolution of its input's phases."""

from __future__ import annotations

from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.phase_lemma import phase_lemma_statement
from symstride.proof.statements.texts import Texts

TITLE = "The phase lemma"
LINE = "every phase of a strided convolution is a unit-stride convolution of its input's phases"
SOURCES = ("kong2017stride",)
WORDS = {
    "phase lemma": "Every phase of a strided convolution is a unit-stride, undilated convolution of its "
    "input's phases.",
}
FALSE = {
    "with padding the offsets do not begin at 0": Texts(
        "sum(w[i]*x[s*(a*m + tau) + dl*i - p] for i in range(k))",
        "sum(bank[tau, rho, u]*x[s*a*(m + u) + rho] for rho in range(s*a) "
        "for u in range((s*(a - 1) + dl*(k - 1) - p)//(s*a) + 1))",
        "1 <= s; 1 <= a; 0 <= dl; 0 <= tau < a; 0 <= p",
        {"bank[tau, rho, u]": "sum([s*tau + dl*i - p == s*a*u + rho]*w[i] for i in range(k))"},
        "i k s a dl p m tau rho u",
    ),
}


def claims(d: int) -> Claims:
    """For d axes."""
    return {"phase lemma": phase_lemma_statement(d)}
