"""Striding is subsampling of the convolution tensor (Kong and Lucey, arXiv 1712.02502, section 3)."""

from __future__ import annotations

from collections.abc import Sequence

from symstride.proof.kernel.rules import Theorem, assume, ring, unfold
from symstride.proof.kernel.terms import Term, make, open_binder
from symstride.proof.language.definitions import conv, extend, names
from symstride.proof.language.operators import toeplitz
from symstride.proof.language.syntax import (
    Integer,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    totals,
)
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.sums import pick_guarded, pick_index, pull_factor, push_factor, swap_sums
from symstride.proof.record import Proposition
from symstride.proof.statements.catalogue.subsampling import (
    SOURCES,
    WORDS,
    applied_tensor,
    extended_conv,
    subsampled,
    tensor_entry,
)
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at_argument,
    beginning,
    ending,
    right,
    symmetric,
    then,
    under,
)
from symstride.proof.theorems.phase_lemma import unfold_all


def striding_subsamples(d: int) -> Proposition:
    """toeplitz_s[o, j, c, t] = sum_l [l = s*j] * toeplitz_1[o, l, c, t], for 0 <= s*j < M on each axis."""
    start = tensor_entry(d, None, [integer(j) for j in names(d, "j")])
    rows = [integer(f"{s}*{j}") for s, j in zip(names(d, "s"), names(d, "j"))]
    picked = tensor_entry(d, 1, rows)
    chain = Calculation(start)
    opened = unfold(picked, toeplitz(d))
    chain.equation(ending(unfold(start, toeplitz(d)), right(opened)), "unfold the tensor: row $j$ at stride $s$")
    chain.equation(symmetric(opened), "this is row $s j$ of the unit-stride tensor")
    ranges = [(assume(at_most(0, row)), assume(below(row, M))) for row, M in zip(rows, names(d, "M"))]
    selected = subsampled(d)
    chain.equation(symmetric(_pick_rows(ranges)(selected)), "one row of a sum with a delta")
    return Proposition(
        name="striding subsamples the tensor",
        title="Striding is subsampling",
        words=WORDS["striding subsamples the tensor"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys([*names(d, "s"), *names(d, "M")], 1) | dict.fromkeys(names(d, "j"), 0),
        sources=SOURCES,
    )


def _pick_rows(ranges: Sequence[tuple[Theorem, Theorem]]) -> Conversion:
    """sum_l1 [l1 = e1]*(sum_l2 [l2 = e2]*f) = f at (e1, e2): outermost first, since f mentions every l."""
    if not ranges:
        return lambda t: ring(t, t)
    return then(pick_index(*ranges[0]), _pick_rows(ranges[1:]))


@lemma("a tap that reads inside the array, or nothing")
def read_axis() -> Theorem:
    """|- sum_{t in [0,N)} sum_i [t = e i]*H[i,t] = sum_i [0 <= e i]*[e i < N]*H[i, e i], with e i = s*j + dl*i - p."""
    position = "s*j + dl*i - p"
    inner = totals([("i", 0, "k")], product(bracket(equal("t", position)), entry("H", "i", "t")))
    place: dict[str, Integer] = {"lo": 0, "hi": "N", "e": position}
    picked = apply_lemma(pick_guarded(), place, {"f": mapping(["v"], entry("H", "i", "v"))})
    return then(swap_sums, under(["i"], lambda body: beginning(body, picked)))(totals([("t", 0, "N")], inner))


def tensor_is_layer(d: int) -> Proposition:
    """sum_c sum_{0<=t<N} toeplitz[o, j, c, t] * x[c, t] = conv(w, extend(x; N); C, k, s, dl, p)[o, j]."""
    chain = Calculation(applied_tensor(d))
    indices = ["c", *names(d, "t")]
    x = entry("x", "c", *names(d, "t"))
    chain.by("unfold the tensor", lambda t: unfold(t, toeplitz(d)))
    chain.by("$x$ does not depend on the taps: bring it inside", under(indices, _push_in(names(d, "i"), x)))
    for n in reversed(range(d)):
        before = ["c", *names(d, "t")[:n]]
        chain.by(f"each tap reads one position{_along(d, n)}", under(before, _read(d, n)), lemmas=(read_axis.name,))
    if d > 1:
        chain.by("bring the ranges inside", under(["c", names(d, "i")[0]], _inward(names(d, "i")[1:])))
    closed = unfold_all(conv(d), extend(d))(extended_conv(d))
    chain.equation(beginning(chain.term, symmetric(closed)), "fold the convolution of the zero extension")
    return Proposition(
        name="the tensor is the layer",
        title="The tensor is the layer",
        words=WORDS["the tensor is the layer"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        sources=SOURCES,
    )


def _along(d: int, n: int) -> str:
    return "" if d == 1 else f" along axis {n + 1}"


def _push_in(taps: Sequence[str], x: Term) -> Conversion:
    """(sum_i1 [..]*(sum_i2 [..]*w))*x = sum_i1 [..]*(sum_i2 [..]*(w*x))."""

    def convert(t: Term) -> Theorem:
        if not taps:
            return ring(t, t)
        inside = then(_turned, push_factor, under([taps[0]], _past_bracket))(t)
        deeper = under([taps[0]], at_argument(1, _push_in(taps[1:], x)))
        return then(lambda _: inside, deeper)(t)

    return convert


def _turned(t: Term) -> Theorem:
    return ring(t, product(t.args[1], t.args[0]))


def _past_bracket(t: Term) -> Theorem:
    """x*([..]*f) = [..]*(f*x)."""
    x, (guard, f) = t.args[0], t.args[1].args
    return ring(t, product(guard, product(f, x)))


def _read(d: int, n: int) -> Conversion:
    """sum_t sum_i1 .. [t_n = ..] ..: bring the sum over t_n to its own tap sum, and read."""

    def convert(t: Term) -> Theorem:
        return _to_tap(names(d, "i")[:n], lambda body: _read_here(d, n, body))(t)

    return convert


def _to_tap(outer: Sequence[str], read: Conversion) -> Conversion:
    """sum_t sum_i1 [..]*F = sum_i1 [..]*sum_t F, down to the tap sum of t itself."""
    if not outer:
        return read

    def passing(body: Term) -> Theorem:
        return then(pull_factor, at_argument(1, _to_tap(outer[1:], read)))(body)

    return then(swap_sums, under([outer[0]], passing))


def _inward(taps: Sequence[str]) -> Conversion:
    """[..]*([..]*sum_i2 [..]*([..]*sum_i3 f)) = sum_i2 sum_i3 (([..]*[..])*([..]*[..]))*f."""

    def convert(t: Term) -> Theorem:
        if not taps:
            return ring(t, t)
        guards, rest = _leading(t)
        return then(lambda _: ring(t, product(guards, rest)), push_factor, under([taps[0]], _inward(taps[1:])))(t)

    return convert


def _leading(t: Term) -> tuple[Term, Term]:
    """The product of all factors before the sum that ends t, and that sum."""
    head, rest = t.args
    while rest.tag == "mul":
        head, rest = product(head, rest.args[0]), rest.args[1]
    return head, rest


def _read_here(d: int, n: int, t: Term) -> Theorem:
    """The lemma at H = what stands beside the bracket of axis n."""
    values = {x: names(d, x)[n] for x in ("k", "s", "dl", "p", "j", "N")}
    body = under_two(t)
    lemma_ = apply_lemma(read_axis(), values, {"H": body})
    return beginning(t, lemma_)


def under_two(t: Term) -> Term:
    """The map (i, t) -> f of sum_t sum_i [t = ..]*f."""

    inner = t.args[2].args[2].args[1]
    return make("map", 2, open_binder(inner, (make("bound", 0), make("bound", 1))))
