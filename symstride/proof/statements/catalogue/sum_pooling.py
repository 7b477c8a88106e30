"""Pooling by sums: on phases, in a row, and one axis after the other."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Sums over windows"
LINE = "a sum over windows is a sum of phases; two in a row are one where windows tile, and a weighted one elsewhere"
SOURCES = ("dumoulin2016guide",)
FOLLOWS = ("pooling", "composition")

LETTERS = "i i1 i2 j k k1 k2 m n p rho s s1 s2 t u"

CLAIMS = {
    "a sum of phases": Texts(
        "sum(x[s*j + i] for i in range(s*n))",
        "sum(X[rho, j + u] for rho in range(s) for u in range(n))",
        "1 <= s",
        {"X[rho, m]": "x[s*m + rho]"},
        LETTERS,
        "Where the stride divides the window, all phases are summed over $n$ places.  Over $(\\max, +)$ it says that a "
        "maximum over windows is the largest of the maxima of the phases.",
    ),
    "windows that tile": Texts(
        "sum(sum(x[k1*(k2*j + i2) + i1] for i1 in range(k1)) for i2 in range(k2))",
        "sum(x[k1*k2*j + t] for t in range(k1*k2))",
        "1 <= k1",
        {},
        LETTERS,
        "Pooling by $k_1$ and then by $k_2$ is pooling by $k_1 k_2$.",
    ),
    "windows that overlap": Texts(
        "sum(sum(x[s1*(s2*j + i2) + i1] for i1 in range(k1)) for i2 in range(k2))",
        "sum(ways[t]*x[s1*s2*j + t] for t in range(k1 + s1*(k2 - 1)))",
        "0 <= s1",
        {"ways[t]": "sum([t == i1 + s1*i2] for i1 in range(k1) for i2 in range(k2))"},
        LETTERS,
        "Elsewhere the joined window has weights: in how many ways a place is reached.",
    ),
    "what padding is counted": Texts(
        "sum([0 <= s*j + i - p < n] for i in range(k))",
        "sum(1 for t in range(n) if s*j - p <= t and t < s*j - p + k)",
        "",
        {},
        LETTERS,
        "A mean that leaves padding out divides by the number of places of the window inside the input.",
    ),
}

FALSE = {
    "overlapping windows count some places twice": Texts(
        "sum(sum(x[s1*(s2*j + i2) + i1] for i1 in range(k1)) for i2 in range(k2))",
        "sum(x[s1*s2*j + t] for t in range(k1 + s1*(k2 - 1)))",
        "1 <= s1; 1 <= k1; 1 <= k2",
        {},
        LETTERS,
    ),
    "a window that the stride does not divide": Texts(
        "sum(x[s*j + i] for i in range(k))",
        "sum(X[rho, j + u] for rho in range(s) for u in range((k + s - 1)//s))",
        "1 <= s",
        {"X[rho, m]": "x[s*m + rho]"},
        LETTERS,
    ),
}
