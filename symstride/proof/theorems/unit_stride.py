"""A strided layer is a unit-stride layer, literally: ``conv`` with s = dl = 1 on channels that merge c and rho."""

from __future__ import annotations

from functools import cache, partial

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term, make, open_binder, plus
from symstride.proof.language.definitions import conv, grouped_conv, names
from symstride.proof.language.syntax import Integer, entry, integer, mapping, product, tensor, use
from symstride.proof.lemmas.arithmetic import shift_quotient, shift_remainder
from symstride.proof.lemmas.sums import flatten_sums, shift_sum, swap_sums
from symstride.proof.record import Proposition
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.catalogue.unit_stride import SOURCES, WORDS
from symstride.proof.statements.merged import merged_channels, merged_conv, merged_grouped, plain_grouped, tap_bounds
from symstride.proof.tactics.calculation import Calculation, Line
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at_argument,
    beginning,
    left,
    reflexive,
    replace_all,
    right,
    symmetric,
    trans,
    under,
)
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
    chain.equation(phased.theorem, "change of index", lemmas=tuple(cited))
    low, _ = tap_bounds(d)
    sums = ["c", *names(d, "rho")]
    shifts = [under([*sums, *names(d, "v")[:n]], _shift(low[n])) for n in range(d)]
    chain.by("taps counted from $0$", *shifts, lemmas=(shift_sum.name,))
    exchanges = [under(names(d, "rho")[:n], swap_sums) for n in range(d)] if order == "phase_major" else []
    merges = [_flatten] * d
    chain.by("channels merged", *exchanges, *merges, lemmas=(flatten_sums.name,))
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


@cache
def grouped_unit_stride(d: int, dilated: Dilated = None) -> Proposition:
    """grouped(w, x; C, O, k, s, dl, p)[o, m] = grouped(W', X'; C*St, O, K, 1, 1, -umin)[o, m], channel-major.

    Hypotheses per axis: 1 <= s, and 1 <= dl where it is dilated.
    """
    dense, start = unit_stride(d, "channel_major", dilated), plain_grouped(d, dilated)
    seen = mapping(["c", *names(d, "t")], entry("x", "C*(o//O) + c", *names(d, "t")))
    as_dense = apply_lemma(dense.theorem, {}, {"x": seen})
    opened = unfold(start, grouped_conv(d))
    same = trans(opened, beginning(right(opened), symmetric(unfold(left(as_dense), conv(d)))))
    taps = ["c", *names(d, "rho"), *names(d, "u")]
    chain = Calculation(start)
    for line, sums in zip(dense.lines, (taps, taps, ["q", *names(d, "v")]), strict=False):
        here = trans(same, apply_lemma(line.theorem, {}, {"x": seen}))
        whole = trans(here, under(sums, at_argument(1, partial(_of_the_signal, d)))(right(here)))
        chain.lines.append(Line(whole, line.reason, line.lemmas))
    folded = unfold(merged_grouped(d, dilated), grouped_conv(d))
    inside = under(["q", *names(d, "v")], at_argument(1, partial(_within_the_group, d)))(right(folded))
    chain.equation(beginning(chain.term, symmetric(trans(folded, inside))), "definition, at stride $1$")
    return Proposition(
        name="channel_major",
        title="A grouped strided layer is a grouped unit-stride layer, channels within a group "
        + _ORDERS["channel_major"],
        words="The strided layer is a grouped convolution with stride 1 and dilation 1, of the same groups, on more "
        "channels.",
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys((*names(d, "s"), *names(d, "dl"), "C", "O"), 1),
        sources=SOURCES,
    )


def _of_the_signal(d: int, t: Term) -> Theorem:
    """phases(what the group of o sees)[rho, c, n] = phases(x)[rho, C*(o div O) + c, n]."""
    definition, _, *places = t.args
    places[2 * d] = plus(integer("C*(o//O)"), places[2 * d])
    whole = use(definition, tensor("x", d + 1), *places)
    opened = unfold(t, definition)
    return trans(opened, beginning(right(opened), symmetric(unfold(whole, definition))))


def _within_the_group(d: int, t: Term) -> Theorem:
    """phases(x)[rho(Q), c(Q), n] = phases(x)[rho(q), C*(o div O) + c(q), n], where Q = C*St*(o div O) + q."""
    out, rest = reflexive(t), integer("q")
    whole = plus(product(merged_channels(d, "channel_major"), integer("o//O")), rest)
    for n in reversed(range(d)):
        step = integer(names(d, "s")[n])
        before = product(*map(integer, reversed(names(d, "s")[:n])), integer("C"), integer("o//O"))
        values: dict[str, Integer] = {"b": step, "x": before, "c": rest}
        for tag, shift in (("mod", shift_remainder), ("div", shift_quotient)):
            apart = beginning(make(tag, whole, step), apply_lemma(shift(), values))
            out = trans(out, replace_all(right(out), apart))
        whole, rest = right(apart), make("div", rest, step)
    return out


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
