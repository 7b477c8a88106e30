"""A filter bank on phases is the product of its two polyphase matrices."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Polyphase matrices"
LINE = "analysis and synthesis, on phases, are one product of polyphase matrices"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("resampling",)

BANDS = {"band[c, j]": "sum(h[c, i]*x[s*j - i] for i in range(k1))"}
UP = {"up(y)[c, t]": "[0 == t % s]*y[c, t//s]"}
MATRICES = {
    "E[c, rho, u]": "[s*u + rho < k1]*h[c, s*u + rho]",
    "R[tau, c, v]": "[s*v + tau < k2]*g[c, s*v + tau]",
}
LETTERS = "i j k1 k2 m n rho s t tau u v"

CLAIMS = {
    "the bank is a product": Texts(
        "sum(g[c, i]*up(band)[c, s*m + tau - i] for c in range(B) for i in range(k2))",
        "sum(P[rho, v, u]*x[s*(m - v - u) - rho] for rho in range(s) for v in range((k2 + s - 1)//s) "
        "for u in range((k1 + s - 1)//s))",
        "1 <= s; 0 <= tau < s",
        {**BANDS, **UP, **MATRICES, "P[rho, v, u]": "sum(R[tau, c, v]*E[c, rho, u] for c in range(B))"},
        LETTERS,
        "Output phase $\\tau$ of the bank reads input phase $\\rho$ through the entry of the product $R E$, taken as "
        "matrices whose entries are filters.",
    ),
    "analysis": Texts(
        "band[c, m]",
        "sum(E[c, rho, u]*x[s*(m - u) - rho] for rho in range(s) for u in range((k1 + s - 1)//s))",
        "1 <= s",
        {**BANDS, **MATRICES},
        LETTERS,
        "The bands are the polyphase matrix $E$ applied to the phases of the input.",
    ),
    "synthesis": Texts(
        "sum(g[c, i]*up(y)[c, s*m + tau - i] for c in range(B) for i in range(k2))",
        "sum(R[tau, c, v]*y[c, m - v] for c in range(B) for v in range((k2 + s - 1)//s))",
        "1 <= s; 0 <= tau < s",
        {**UP, **MATRICES},
        LETTERS,
        "The phases of the output are the polyphase matrix $R$ applied to the bands.",
    ),
}

FALSE = {
    "the matrices do not exchange": Texts(
        "sum(g[c, i]*up(band)[c, s*m + tau - i] for c in range(B) for i in range(k2))",
        "sum(P[rho, v, u]*x[s*(m - v - u) - rho] for rho in range(s) for v in range((k2 + s - 1)//s) "
        "for u in range((k1 + s - 1)//s))",
        "1 <= s; 0 <= tau < s",
        {**BANDS, **UP, **MATRICES, "P[rho, v, u]": "sum(R[rho, c, v]*E[c, tau, u] for c in range(B))"},
        LETTERS,
    ),
}
