"""What comes out the same in every run: the digest of a certificate, and formulas in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from symstride.proof.kernel.terms import Term


def digest(text: str) -> str:
    """SHA-256 of a certificate text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def ordered(formulas: Iterable[Term]) -> list[Term]:
    """Formulas in an order that depends on what they say alone: sets have none that is repeatable."""
    return sorted(formulas, key=lambda formula: (formula.size, structure(formula)))


def structure(term: Term) -> str:
    """A text that tells different terms apart."""
    return f"({term.tag} {' '.join(structure(x) if type(x) is Term else repr(x) for x in term.args)})"
