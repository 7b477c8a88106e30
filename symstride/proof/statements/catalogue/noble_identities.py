"""Filters and changes of rate exchange, when the filter is dilated."""

from __future__ import annotations

from symstride.proof.statements.texts import Texts

TITLE = "The noble identities"
LINE = "a filter behind a decimator or in front of an expander goes to the other side dilated, pointwise maps included"
SOURCES = ("vaidyanathan1993multirate",)

UP = {"up(x)[t]": "[0 == t % s]*x[t//s]"}
FILTERED = {"filtered[m]": "sum(h[i]*x[m - i] for i in range(k))"}
DILATED = {"dilated[t]": "sum([t == s*i]*h[i] for i in range(k))"}
LETTERS = "i k s j t m n"

CLAIMS = {
    "decimation": Texts(
        "sum(h[i]*down[j - i] for i in range(k))",
        "sum(dilated[t]*x[s*j - t] for t in range(s*(k - 1) + 1))",
        "1 <= s",
        {"down[m]": "x[s*m]", **DILATED},
        LETTERS,
        "Filtering what was decimated is decimating what the dilated filter gives.",
    ),
    "expansion": Texts(
        "up(filtered)[t]",
        "sum(dilated[n]*up(x)[t - n] for n in range(s*(k - 1) + 1))",
        "1 <= s",
        {**UP, **FILTERED, **DILATED},
        LETTERS,
        "Expanding what was filtered is filtering, by the dilated filter, what was expanded.",
    ),
    "decimation with a map between": Texts(
        "sum(h[i]*f(down[j - i]) for i in range(k))",
        "sum(dilated[t]*f(x[s*j - t]) for t in range(s*(k - 1) + 1))",
        "1 <= s",
        {"down[m]": "x[s*m]", **DILATED},
        LETTERS,
        "Any map of each entry by itself may stand between the decimator and the filter.",
    ),
    "expansion with a map behind": Texts(
        "[0 == t % s]*f(up(x)[t])",
        "up(mapped)[t]",
        "1 <= s",
        {**UP, "mapped[m]": "f(x[m])"},
        LETTERS,
        "A map of each entry by itself, kept to the places that the expander fills, may go in front of it.",
    ),
}

FALSE = {
    "the filter has to be dilated": Texts(
        "sum(h[i]*down[j - i] for i in range(k))",
        "sum(h[i]*x[s*j - i] for i in range(k))",
        "1 <= s",
        {"down[m]": "x[s*m]"},
        LETTERS,
    ),
    "a map that takes 0 elsewhere does not go through an expander": Texts(
        "f(up(x)[t])", "up(mapped)[t]", "1 <= s", {**UP, "mapped[m]": "f(x[m])"}, LETTERS
    ),
    "decimation does not undo expansion by another factor": Texts(
        "up(x)[r*j]", "up(x)[s*j]", "1 <= s; 1 <= r", UP, "j m r s t"
    ),
}
