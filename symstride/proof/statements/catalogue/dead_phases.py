"""Phases of the input whose kernels are empty: they may be left out."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Dead phases"
LINE = "a phase of the input that no tap falls on has an empty kernel, and may be left out of the bank"
SOURCES = ("kong2017stride",)
FOLLOWS = ("single-layer", "unread-places")

BANK = {"bank[rho, u]": "sum([i == s*u + rho]*w[i] for i in range(k))"}
TAPS = "range((k - 1)//s + 1)"
LETTERS = "dl i j k m q rho s u"

CLAIMS = {
    "an empty kernel": Texts(
        "sum([i == s*u + rho]*w[i] for i in range(k))",
        "0",
        "k <= rho; rho < s; 0 <= u",
        {},
        LETTERS,
        "Count from the padded origin.  A phase $\\rho \\ge k$ of a layer without dilation has nothing but zeros.",
    ),
    "left out": Texts(
        f"sum(bank[rho, u]*X[rho, j + u] for rho in range(s) for u in {TAPS})",
        "sum(w[rho]*X[rho, j] for rho in range(k))",
        "1 <= s; k <= s",
        BANK,
        LETTERS,
        "With $k \\le s$ it is enough to take $k$ of the $s$ phases, and one tap on each.",
    ),
    "a common factor": Texts(
        "sum([q*dl*i == q*s*u + rho]*w[i] for i in range(k))",
        "0",
        "1 <= q; 1 <= rho % q",
        {},
        LETTERS,
        "Where $q$ divides stride and dilation, only the phases that $q$ divides are alive.",
    ),
    "alive": Texts(
        "sum([i == rho]*w[i] for i in range(k))",
        "w[rho]",
        "0 <= rho < k",
        {},
        LETTERS,
        "A phase below $k$ starts with a weight: without dilation there are exactly $\\min(k, s)$ phases alive.",
    ),
}

FALSE = {
    "a phase below k is not dead": Texts(
        "sum([i == s*u + rho]*w[i] for i in range(k))",
        "0",
        "k - 1 <= rho; rho < s; 0 <= u",
        {},
        LETTERS,
    ),
    "one phase too few": Texts(
        f"sum(bank[rho, u]*X[rho, j + u] for rho in range(s) for u in {TAPS})",
        "sum(w[rho]*X[rho, j] for rho in range(k - 1))",
        "1 <= s; k <= s",
        BANK,
        LETTERS,
    ),
}
