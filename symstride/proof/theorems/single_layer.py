"""One strided layer (a = 1): from the image's phases or the padded signal's, and how large the expanded kernel is.

Kong and Lucey, arXiv 1712.02502, section 3: one strided layer is a unit-stride layer with more and smaller filters.
"""

from __future__ import annotations

from functools import cache

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import conv, names, phases
from symstride.proof.language.syntax import Integer, tensor
from symstride.proof.lemmas.cells import taps_high, taps_low, taps_padded
from symstride.proof.record import Proposition
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.catalogue.single_layer import SOURCES, WORDS, shifted_signal, single_sum
from symstride.proof.statements.merged import plain_conv
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import apply_lemma, beginning, discharge_numbers, ending, right, symmetric, trans
from symstride.proof.theorems.phase_lemma import phase_lemma


@cache
def image_phases(d: int, dilated: Dilated = None) -> Proposition:
    """conv(w, x; C, k, s, dl, p)[o, m] = sum over the bank with a = 1 and the phases of x."""
    lines = _lines(d, list(names(d, "p")), tensor("x", d + 1), dilated)
    return Proposition(
        name="phases of the image",
        title="One strided layer, phases of the image",
        words=WORDS["phases of the image"],
        theorem=lines[-1].theorem,
        chain=lambda: lines,
        witness=dict.fromkeys((*names(d, "s"), *names(d, "dl")), 1),
        sources=SOURCES,
    )


def padded_phases(d: int) -> Proposition:
    """The same with the phases of the padded signal x[c, t - p]: the bank of low padding 0."""
    lines = _lines(d, [0] * d, shifted_signal(d))
    return Proposition(
        name="phases of the padded signal",
        title="One strided layer, phases of the padded signal",
        words=WORDS["phases of the padded signal"],
        theorem=lines[-1].theorem,
        chain=lambda: lines,
        witness=dict.fromkeys((*names(d, "s"), *names(d, "dl")), 1),
        sources=SOURCES,
    )


def _lines(d: int, low: list[Integer], signal: Term, dilated: Dilated = None) -> tuple[Line, ...]:
    """The chain of the phase lemma at a = 1, tau = 0 for the convolution of the signal with low padding ``low``."""
    values: dict[str, Integer] = {**dict.fromkeys(names(d, "a"), 1), **dict.fromkeys(names(d, "tau"), 0)}
    values.update(zip(names(d, "p"), low))
    lemma = phase_lemma(d, dilated)

    def here(theorem: Theorem) -> Theorem:
        return discharge_numbers(apply_lemma(theorem, values, {"x": signal}))

    opened = unfold(plain_conv(d, dilated), conv(d))
    lines = []
    for line in lemma.lines:
        theorem = here(line.theorem)
        start = unfold(theorem.concl.args[0], phases(d))
        whole = trans(start, unfold(right(start), conv(d)))
        lines.append(Line(trans(opened, beginning(right(opened), symmetric(whole)), theorem), line.reason, line.lemmas))
    lines[-1] = Line(ending(lines[-1].theorem, single_sum(d, low, signal, dilated)), lines[-1].reason, lines[-1].lemmas)
    return tuple(lines)


def kernel_sizes() -> tuple[Proposition, ...]:
    """ceil((D+1)/s) <= K <= ceil(D/s) + 1, and K = ceil((D+1)/s) for the padded origin; D = dl*(k-1)."""
    table = (
        ("size, at least", taps_low()),
        ("size, at most", taps_high()),
        ("size, padded origin", taps_padded()),
    )
    return tuple(Proposition(name, f"Kernel {name}", WORDS[name], theorem, witness={"s": 1}) for name, theorem in table)
