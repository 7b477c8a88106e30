"""A strided layer is a unit-stride layer, literally: ``conv`` with s = dl = 1 on channels that merge c and rho."""

from __future__ import annotations

from functools import cache

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term, make, open_binder
from symstride.proof.language.definitions import conv, names
from symstride.proof.lemmas.sums import flatten_sums, shift_sum, swap_sums
from symstride.proof.record import Proposition
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.catalogue.unit_stride import SOURCES, WORDS
from symstride.proof.statements.merged import merged_conv, tap_bounds
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import Conversion, apply_lemma, beginning, symmetric, under
from symstride.proof.theorems.single_layer import image_phases

_ORDERS = {
    "channel_major": r"$(c, \rho)$ as in PyTorch's `pixel_unshuffle`",
    "phase_major": r"$(\rho, c)$ as in ONNX's `SpaceToDepth`",
}


@cache
def unit_stride(d: int, order: str, dilated: Dilated = None) -> Proposition:
    """conv(w, x; C, k, s, dl, p)[o, m] = conv(W', X'; C*St, K, 1, 1, -umin)[o, m]."""
    phased = image_phases(d, dilated)
    chain = Calculation(phased.start)
    cited = dict.fromkeys(name for line in phased.lines for name in line.lemmas)
    chain.equation(phased.theorem, "definition, change of index and phases of $x$", lemmas=tuple(cited))
    low, _ = tap_bounds(d)
    sums = ["c", *names(d, "rho")]
    shifts = [under([*sums, *names(d, "v")[:n]], _shift(low[n])) for n in range(d)]
    chain.by("taps counted from $0$", *shifts, lemmas=(shift_sum.name,))
    exchanges = [under(names(d, "rho")[:n], swap_sums) for n in range(d)] if order == "phase_major" else []
    merges = [_flatten] * d
    chain.by("one index for channel and phase", *exchanges, *merges, lemmas=(flatten_sums.name,))
    goal = merged_conv(d, order, dilated)
    chain.equation(beginning(chain.term, symmetric(unfold(goal, conv(d)))), "definition, at stride $1$")
    return Proposition(
        name=order,
        title=f"A strided layer is a unit-stride layer, channels {_ORDERS[order]}",
        words=WORDS[order],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys((*names(d, "s"), *names(d, "dl"), "C"), 1),
        sources=SOURCES,
    )


def _shift(low: Term) -> Conversion:
    """sum_{u in [umin, end)} f u = sum_{v in [0, end - umin)} f(v + umin)."""

    def convert(t: Term) -> Theorem:
        lo, hi, body = t.args
        by = make("mul", make("num", -1), low)
        return apply_lemma(shift_sum(), {"lo": lo, "hi": hi, "n": by}, {"f": make("map", 1, body)})

    return convert


def _flatten(t: Term) -> Theorem:
    """sum_{c in [lo, hi)} sum_{rho in [0, n)} F = sum_{q in [n*lo, n*hi)} F[q div n, q mod n]."""
    lo, hi, inner = t.args
    _, n, body = inner.args
    F = make("map", 2, open_binder(body, (make("bound", 1), make("bound", 0))))
    flat = apply_lemma(flatten_sums(), {"lo": lo, "hi": hi, "n": n}, {"F": F})
    return beginning(t, flat)
