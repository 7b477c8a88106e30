"""Hypotheses in print: bounds of one kind together, two bounds of one letter as a chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from symstride.proof.kernel.terms import Key, Term, num, substitute
from symstride.proof.language.syntax import at_most
from symstride.proof.repeatable import ordered
from symstride.proof.statements.phase_lemma import axis_hypotheses
from symstride.render.notation import WEAK, Notation, plain
from symstride.render.parts import take_one
from symstride.render.spelling import PRIME, stem

ORDER: Final = ("C", "O", "k", "s", "dl", "p", "a", "N", "n", "tau", "rho", "o", "c", "i", "u", "m")
WORDS: Final[Mapping[str, str]] = {
    "s": "the stride",
    "a": "the number of output phases",
    "dl": "the dilation",
    "tau": "the output phase",
}


def hypotheses_latex(formulas: Iterable[Term], notation: Notation) -> tuple[str, ...]:
    """The formulas in LaTeX: ``s_1, s_2 >= 1`` for two bounds of one kind, ``0 <= tau < a`` for two of one letter."""
    rest = sorted(ordered(formulas), key=_place)
    chains, rest = _chains(rest)
    grouped = _grouped(rest, notation)
    written = [plain(notation.chain(*chain)) for chain in chains]
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
        out.append(rf"{f', {WEAK}'.join(plain(notation(t)) for t in terms)} \ge {bound}")
    done = {at_most(num(bound), t) for bound, terms in bounds.items() for t in terms}
    return out + [plain(notation(f)) for f in formulas if f not in done]


def settled_by_numbers(axes: int, values: Mapping[Key, Term]) -> tuple[str, ...]:
    """The general hypotheses that hold because the values are numbers, in words, each with its numbers."""
    found: dict[str, dict[str, None]] = {}
    chains, single = _chains(sorted(axis_hypotheses(axes), key=_place))
    for formulas, letters in [((f,), f.free) for f in single] + [(c, c[1].free) for c in chains]:
        letter = stem(next(iter(letters))[0])
        written = [substitute(x, values) for x in (formulas[0].args if len(formulas) == 1 else formulas)]
        if not any(x.free for x in written):
            signs = [r"\le", "<"]
            text = str(written[0].args[0])
            for sign, x in zip(signs, written[1:]):
                text += f" {sign} {x.args[0]}"
            found.setdefault(letter, {})[text] = None
    return tuple(f"{WORDS[letter]} (${'$, $'.join(texts)}$)" for letter, texts in found.items())
