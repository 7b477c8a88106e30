"""Texts as terms, read by ``symstride.Identity``; every name in a divisor counts as positive while they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from symstride import Identity
from symstride.proof.kernel.terms import Term

_DIVISOR = re.compile(r"(?://|%)\s*\(?([A-Za-z]\w*(?:\*[A-Za-z]\w*)*)")


def scalar(text: str, where: Mapping[str, str] = {}) -> Term:
    """The term of an expression."""
    given = _positive([text, *where.values()])
    return Identity(text, "0", given, where).subject(1).reading.terms["left"]


def formulas(*texts: str) -> list[Term]:
    """The formulas of conditions, one after the other."""
    given = [text for text in _positive(texts) if text not in texts]  # what is said twice counts once
    return list(Identity("0", "0", [*given, *texts]).subject(1).hypotheses[len(given) :])


def _positive(texts: Sequence[str]) -> list[str]:
    found = [name for text in texts for product in _DIVISOR.findall(text) for name in product.split("*")]
    return [f"1 <= {name}" for name in dict.fromkeys(found)]
