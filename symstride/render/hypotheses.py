"""Hypotheses in print: bounds of one kind together, two bounds of one letter as a chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from symstride.proof.kernel.terms import Term, num
from symstride.proof.language.syntax import at_most
from symstride.proof.repeatable import ordered
from symstride.render.notation import WEAK, Notation, plain
from symstride.render.parts import take_one
from symstride.render.spelling import PRIME, stem

ORDER: Final = ("C", "O", "k", "s", "dl", "p", "a", "N", "n", "tau", "rho", "o", "c", "i", "u", "m")


def hypotheses_latex(formulas: Iterable[Term], notation: Notation) -> tuple[str, ...]:
    """The formulas in LaTeX: ``s_1, s_2 >= 1`` for two bounds of one kind, ``0 <= tau < a`` for two of one letter."""
    rest = sorted(ordered(formulas), key=_place)
    chains, rest = _chains(rest)
    grouped = _grouped(rest, notation)
    written = [plain(notation.chain(*chain)) for chain in notation.together_in_chains(chains)]
    return (*grouped, *written)


def _place(formula: Term) -> tuple[int, str]:
    names = sorted((key[0] for key in formula.free), key=lambda name: (_rank(name), name), reverse=True)
    return (_rank(names[0]), names[0]) if names else (len(ORDER), "")


def _rank(name: str) -> int:
    letter = stem(name.rstrip(PRIME))
    return ORDER.index(letter) if letter in ORDER else len(ORDER)


def _chains(formulas: Sequence[Term]) -> tuple[list[tuple[Term, Term, Term]], list[Term]]:
    """Pairs a <= e and e < b, and what is left."""
    lower = {f.args[1]: f for f in formulas if f.tag == "le" and f.args[0].tag == "num"}
    chains: list[tuple[Term, Term, Term]] = []
    used: set[Term] = set()
    for f in formulas:
        middle = take_one(f.args[0]) if f.tag == "le" else None
        if middle is not None and middle in lower:
            chains.append((lower[middle].args[0], middle, f.args[1]))
            used |= {f, lower[middle]}
    return chains, [f for f in formulas if f not in used]


def _grouped(formulas: Sequence[Term], notation: Notation) -> list[str]:
    """Bounds n <= x with one n together, as x, y >= n; anything else by itself."""
    out: list[str] = []
    bounds: dict[int, list[Term]] = {}
    for f in formulas:
        if f.tag == "le" and f.args[0].tag == "num":
            bounds.setdefault(f.args[0].args[0], []).append(f.args[1])
    for bound, terms in bounds.items():
        out.append(rf"{f', {WEAK}'.join(plain(notation(t)) for t in notation.together(terms))} \ge {bound}")
    done = {at_most(num(bound), t) for bound, terms in bounds.items() for t in terms}
    return out + [plain(notation(f)) for f in formulas if f not in done]
