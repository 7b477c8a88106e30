"""A filter is the sum of its polyphase components, delayed."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "Polyphase decomposition"
LINE = "a filter is the sum of its s polyphase components, type 1 and type 2"
SOURCES = ("vaidyanathan1993multirate",)

LETTERS = "i k s t r u"
FILTER = "sum(h[i]*x[t - i] for i in range(k))"

CLAIMS = {
    "type 1": Texts(
        FILTER,
        "sum(E[r, u]*x[t - s*u - r] for r in range(s) for u in range((k + s - 1)//s))",
        "1 <= s",
        {"E[r, u]": "[s*u + r < k]*h[s*u + r]"},
        LETTERS,
        "With the components $E_r[u] = h[s u + r]$ the filter is the sum of $s$ filters, delayed by $r$.",
    ),
    "type 2": Texts(
        FILTER,
        "sum(R[r, u]*x[t - s*u - (s - 1 - r)] for r in range(s) for u in range((k + s - 1)//s))",
        "1 <= s",
        {"R[r, u]": "[s*u + s - 1 - r < k]*h[s*u + s - 1 - r]"},
        LETTERS,
        "The same with the phases counted from the other end.",
    ),
}

FALSE = {
    "the number of taps of a component is rounded up": Texts(
        FILTER, "sum(h[s*u + r]*x[t - s*u - r] for r in range(s) for u in range(k//s))", "1 <= s", letters=LETTERS
    ),
    "type 2 has its delays the other way round": Texts(
        FILTER,
        "sum(R[r, u]*x[t - s*u - r] for r in range(s) for u in range((k + s - 1)//s))",
        "1 <= s",
        {"R[r, u]": "[s*u + s - 1 - r < k]*h[s*u + s - 1 - r]"},
        LETTERS,
    ),
}
