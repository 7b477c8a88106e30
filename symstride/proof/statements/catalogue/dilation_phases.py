"""Dilation, and what stride and dilation have in common, goes away on phases."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Phases of dilated layers"
LINE = "a dilated layer has no dilation on phases; a common factor of stride and dilation leaves one phase per output"
SOURCES = ("vaidyanathan1993multirate", "kong2017stride")
FOLLOWS = ("phase-lemma", "noble-identities")

PHASES = {"X[r, m]": "x[q*m + r]"}
LETTERS = "i k dl q s j p r m tau"

CLAIMS = {
    "a common factor": Texts(
        "sum(w[i]*x[q*s*j + q*dl*i - p] for i in range(k))",
        "sum(w[i]*X[(-p) % q, s*j + dl*i + (-p)//q] for i in range(k))",
        "1 <= q",
        PHASES,
        LETTERS,
        "Where $q$ divides stride and dilation, one of the $q$ phases is read, with both of them divided by $q$.",
    ),
    "dilation alone": Texts(
        "sum(w[i]*x[q*m + tau + q*i] for i in range(k))",
        "sum(w[i]*X[tau, m + i] for i in range(k))",
        where=PHASES,
        letters=LETTERS,
        words="A layer of stride 1 and dilation $q$ is one of dilation 1 on each of $q$ phases.",
    ),
}

FALSE = {
    "padding moves the phase that is read": Texts(
        "sum(w[i]*x[q*s*j + q*dl*i - p] for i in range(k))",
        "sum(w[i]*X[0, s*j + dl*i - p//q] for i in range(k))",
        "1 <= q",
        PHASES,
        LETTERS,
    ),
    "truncation is not the floor of a negative number": Texts(
        "sum(w[i]*x[q*s*j + q*dl*i - p] for i in range(k))",
        "sum(w[i]*X[(-p) % q, s*j + dl*i - p//q] for i in range(k))",
        "1 <= q",
        PHASES,
        LETTERS,
    ),
}
