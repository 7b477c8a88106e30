"""Changes of rate by an integer and by a ratio, computed on phases."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Decimator, interpolator, rational resampling"
LINE = "a decimator adds up filtered phases, an interpolator has filtered phases, and so does resampling by a ratio"
SOURCES = ("vaidyanathan1993multirate",)
FOLLOWS = ("polyphase", "noble-identities")

UP = {"up(x)[t]": "[0 == t % s]*x[t//s]"}
LETTERS = "i k s j r u m t rho q"

CLAIMS = {
    "decimator": Texts(
        "sum(h[i]*x[s*j - i] for i in range(k))",
        "sum(E[r, u]*X[r, j - u] for r in range(s) for u in range((k + s - 1)//s))",
        "1 <= s",
        {"E[r, u]": "[s*u + r < k]*h[s*u + r]", "X[r, m]": "x[s*m - r]"},
        LETTERS,
        "A filter in front of a decimator by $s$ is a sum of $s$ filters at the low rate, one for each phase.",
    ),
    "interpolator": Texts(
        "sum(h[i]*up(x)[s*m + rho - i] for i in range(k))",
        "sum([s*u + rho < k]*h[s*u + rho]*x[m - u] for u in range((k + s - 1)//s))",
        "1 <= s; 0 <= rho < s",
        UP,
        LETTERS,
        "A filter behind an expander by $s$ gives $s$ phases, each of them a filter of the input at the low rate.",
    ),
    "rational resampling": Texts(
        "sum(h[i]*up(x)[q*j - i] for i in range(k))",
        "sum([s*u + (q*j) % s < k]*h[s*u + (q*j) % s]*x[(q*j)//s - u] for u in range((k + s - 1)//s))",
        "1 <= s",
        UP,
        LETTERS,
        "Up by $s$, a filter, down by $q$: output $j$ reads the phase $q j \\bmod s$ of the filter, and nothing that "
        "is multiplied by an inserted 0.",
    ),
    "expander and decimator exchange": Texts(
        "up(x)[q*j]",
        "[0 == j % s]*x[q*(j//s)]",
        "1 <= s; A*s + B*q == 1",
        UP,
        LETTERS + " A B",
        "Up by $s$ and down by $q$ may be exchanged where $s$ and $q$ have no common factor.",
    ),
}

FALSE = {
    "an interpolator reads each phase of its filter, not the first one": Texts(
        "sum(h[i]*up(x)[s*m + rho - i] for i in range(k))",
        "sum([s*u < k]*h[s*u]*x[m - u] for u in range((k + s - 1)//s))",
        "1 <= s; 0 <= rho < s",
        UP,
        LETTERS,
    ),
    "they do not exchange where there is a common factor": Texts(
        "up(x)[q*j]", "[0 == j % s]*x[q*(j//s)]", "1 <= s; 1 <= q", UP, LETTERS
    ),
}
