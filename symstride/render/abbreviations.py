"""Short symbols for the integers of the phase lemma, as the first bank in the paper has them.

The formulas are those that the statements are made from; a symbol is printed only where exactly its term stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from symstride.proof.kernel.terms import Key, Term, make, num, substitute
from symstride.proof.language.syntax import integer, variable
from symstride.proof.language.tidy import tidy
from symstride.proof.statements.axis import QUOTIENT, STEP, TAP_END, TAP_LOW
from symstride.render.forms import read_use

FORMULAS: Final[Mapping[str, tuple[Term, int]]] = {
    "S": (integer(STEP), 2),
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


def axis_letters(terms: Iterable[Term]) -> list[dict[Key, Term]]:
    """The parameters of the first bank in the terms, of weights or of ones, as a substitution for each axis."""
    return next((values for term in terms for values in _banks(term)), [])


def _numbered(symbol: str, axis: int) -> str:
    letter, _, sign = symbol.partition("^")
    return f"{letter}_{{{axis}}}" + (f"^{sign}" if sign else "")


def _banks(term: Term) -> Iterator[list[dict[Key, Term]]]:
    """The parameters of each bank in the term, as a substitution for each axis."""
    if term.tag == "use" and (used := read_use(term)).name in ("bank", "window"):
        axes = len(used.values["k"])
        if all(x.loose == 0 for letter in SIZES for x in used.values.get(letter, ())):
            named = {name: value for (name, _), value in zip(used.definition.args[2], term.args[1:])}
            yield [_axis_letters(named, axes, n) for n in range(axes)]
    for x in term.args:
        if type(x) is Term and x.tag != "define":
            yield from _banks(x)


SIZES: Final = ("k", "s", "dl", "p", "a")


def _axis_letters(named: Mapping[str, Term], axes: int, n: int) -> dict[Key, Term]:
    """What each letter of a formula of one axis is on axis n: indices have their own names, no dilation is 1."""
    number = "" if axes == 1 else str(n + 1)
    letters = {variable(x): integer(x + number) for x in ("u", "rho", "tau")}
    letters |= {variable(x): named.get(x + number, num(1)) for x in SIZES}
    tau = named["tau" + number]
    return letters if tau.loose else letters | {variable("tau"): tau}
