"""Short symbols for the integers of the phase lemma: S, the position of a tap and the range of u, as the first bank in the paper has them.

The formulas are those that the statements are made from; a symbol is printed only where exactly its term stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from symstride.proof.statements.axis import POSITION, QUOTIENT, STEP, TAP_END, TAP_LOW
from symstride.proof.syntax import integer, variable
from symstride.proof.terms import Term, make, num, substitute
from symstride.proof.tidy import tidy
from symstride.render.notation import read_use

FORMULAS: Final[Mapping[str, tuple[Term, int]]] = {
    "S": (integer(STEP), 2),
    r"\theta": (integer(POSITION), 9),
    "e": (integer(QUOTIENT), 9),
    "u^-": (integer(TAP_LOW), 2),
    "u^+": (make("add", integer(TAP_END), num(-1)), 2),
}
"""Symbol: its formula for one axis, and the least size of a term that is worth the symbol."""


def abbreviations(terms: Iterable[Term]) -> dict[str, Term]:
    """Symbols for the first bank that occurs in the terms, one for each axis; one for all axes where they agree."""
    letters = axis_letters(terms)
    out: dict[str, Term] = {}
    for symbol, (formula, least) in FORMULAS.items():
        values = [tidy(substitute(formula, axis)) for axis in letters]
        same = len(set(values)) == 1
        for n, value in enumerate(values):
            if value.size >= least and value.tag != "num":
                out[symbol if same else _numbered(symbol, n + 1)] = value
    return out


def axis_letters(terms: Iterable[Term]) -> list[dict[tuple[str, int], Term]]:
    """The parameters of the first bank in the terms, as a substitution for each axis; none without a bank."""
    return next((values for term in terms for values in _banks(term)), [])


def _numbered(symbol: str, axis: int) -> str:
    letter, _, sign = symbol.partition("^")
    return f"{letter}_{{{axis}}}" + (f"^{sign}" if sign else "")


def _banks(term: Term) -> Iterator[list[dict[tuple[str, int], Term]]]:
    """The parameters of each bank in the term, as a substitution for each axis."""
    if term.tag == "use" and term.args[0].args[0] == "bank":
        values = read_use(term).values
        rows = [values[letter] for letter in ("k", "s", "dl", "p", "a", "tau")]
        axes = len(rows[0])
        if all(x.loose == 0 for row in rows for x in row):
            yield [
                {variable(letter): row[n] for letter, row in zip(("k", "s", "dl", "p", "a", "tau"), rows)}
                | {variable(x): integer(x if axes == 1 else f"{x}{n + 1}") for x in ("i", "u", "rho")}
                for n in range(axes)
            ]
    for x in term.args:
        if type(x) is Term and x.tag != "define":
            yield from _banks(x)
