"""One layer inside a network on a coarse grid: its outputs that count do not depend on what the ghosts hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TypeAlias

from symstride.proof.calculation import Line
from symstride.proof.definitions import bank, names, phases
from symstride.proof.kernel import Theorem, assume, unfold
from symstride.proof.lemmas.ghosts import idle_mask, masked_ghost, one_by_one, skipped_tap, unread_tap, whole_cells
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.lemmas.sums import push_factor, zero_sum
from symstride.proof.rewriting import (
    Conversion,
    apply_lemma,
    beginning,
    congruent,
    ending,
    left,
    replace_all,
    right,
    symmetric,
    then,
    trans,
    under,
    vanishing,
)
from symstride.proof.statements.axis import CELLS, PLACE, on_axis
from symstride.proof.statements.coarse import Reason, coarse_array, coarse_sum
from symstride.proof.statements.layer import Form, extension, pixelwise, unit_stride_sum
from symstride.proof.syntax import NOTHING, at_most, below, product, variable
from symstride.proof.terms import (
    KernelError,
    Key,
    Term,
    constant_value,
    make,
    normal,
    plus,
    require,
    substitute,
    var,
)
from symstride.proof.theorems.phase_lemma import unfold_all
from symstride.proof.theorems.strided_layer import strided_layer


@cache
def coarse_layer(form: Form, reasons: tuple[Reason, ...]) -> tuple[Line, ...]:
    """The lines of: phases of the layer's outputs = pixelwise(form, coarse_sum(form, reasons)).

    Hypotheses per axis: 1 <= s, 1 <= a, 0 <= dl, 0 <= tau < a, and those of ``coarse_hypotheses``.  Zero padding,
    phases of the image.  What is skipped ("gaps") is shown at numbers only, by ``with_gaps``.
    """
    require(form.signal == "zeros", "ghosts are stated for zero padding and phases of the image")
    require("gaps" not in reasons, "gaps are shown at numbers")
    layer = strided_layer(form)
    if all(reason == "clean" for reason in reasons):
        return layer

    def zero(n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
        return _REASONS[reasons[n]](form.axes, n, weight, inside, garbage)

    nothing: Reason = "clean"
    clean = (nothing,) * form.axes
    cleaned = _cleaned(form, reasons, clean, {}, zero)
    same = ending(cleaned, unit_stride_sum(form))
    theorem = trans(layer[-1].theorem, congruent(symmetric(same), lambda z: pixelwise(form, z)))
    lemmas = tuple(dict.fromkeys(_LEMMAS[reason] for reason in reasons if reason != "clean"))
    return (*layer, Line(theorem, "no output that counts reads a ghost", lemmas))


def without_gaps(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons with "clean" for "gaps"."""
    clean: Reason = "clean"
    return tuple(clean if reason == "gaps" else reason for reason in reasons)


def with_gaps(form: Form, reasons: tuple[Reason, ...], theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The theorem at numbers, stated for clean ghosts where outputs skip them, with anything on these ghosts.

    ``theorem`` is H |- outputs = pixelwise(form, coarse_sum(form, r)) at the values, r having "clean" for "gaps".
    Adds the hypotheses 0 <= a*m + tau < M of those axes, where they are needed.
    """
    after = without_gaps(reasons)
    cleaned = _cleaned(form, reasons, after, values, partial(_gaps, form.axes, values))
    same = symmetric(ending(cleaned, substitute(coarse_sum(form, after), values)))
    return trans(theorem, beginning(right(theorem), congruent(same, lambda z: pixelwise(form, z))))


Zero: TypeAlias = Callable[[int, Term, list[Term], Term], Theorem]
"""From an axis, the bank, the brackets of the cells and a garbage term: bank*brackets*garbage = 0."""


def _cleaned(
    form: Form, before: tuple[Reason, ...], after: tuple[Reason, ...], values: Mapping[Key, Term], zero: Zero
) -> Theorem:
    """coarse_sum(before) = coarse_sum(after) at the values; ``after`` differs by axes that became clean."""
    sums = ["c", *names(form.axes, "rho"), *names(form.axes, "u")]
    clean = substitute(coarse_array(form, after), values)
    removed = [n for n in range(form.axes) if before[n] != after[n]]
    start = substitute(coarse_sum(form, before), values)
    return under(sums, lambda t: _without_ghosts(form, before, removed, clean, zero, t))(start)


def _without_ghosts(
    form: Form, reasons: tuple[Reason, ...], removed: list[int], clean: Term, zero: Zero, t: Term
) -> Theorem:
    """bank*extend(masks*(X + [ghost]*g + ..))[c, m + u] without the ghosts of the axes ``removed``."""
    d = form.axes
    weight, read = t.args
    goal = unfold_all(extension(form), phases(d))(make("mul", weight, make("use", read.args[0], clean, *read.args[2:])))
    opened = unfold_all(extension(form), phases(d))(t)
    masked = [n for n in removed if reasons[n] == "masked"]
    *inside, value = _factors(right(opened).args[1], 2 * d + reasons.count("masked"))
    dirty = [n for n in range(d) if reasons[n] != "clean"]
    image, garbage = _summands(value, len(dirty))
    terms = [product(weight, *inside, summand) for summand in garbage]
    kept = product(weight, *inside, image)
    out = ending(opened, _sum(kept, *terms))
    for j, n in enumerate(dirty):
        if n in removed:
            out = trans(out, replace_all(right(out), zero(n, weight, inside, garbage[j])))
            terms[j] = NOTHING
    out = ending(out, _sum(kept, *(term for term in terms if term is not NOTHING)))
    for n in masked:
        out = trans(out, _idle(d, n, right(out)))
    return trans(out, beginning(right(out), symmetric(goal)))


def _factors(t: Term, count: int) -> list[Term]:
    """The first factors of f1*(f2*(...*rest)), then the rest."""
    return [t] if count == 0 else [t.args[0], *_factors(t.args[1], count - 1)]


def _summands(t: Term, count: int) -> tuple[Term, list[Term]]:
    """first, [t1, ..., tn] of ((first + t1) + ..) + tn."""
    if count == 0:
        return t, []  # nothing on ghosts
    first, others = _summands(t.args[0], count - 1)
    return first, [*others, t.args[1]]


def _sum(*terms: Term) -> Term:
    out = terms[0]
    for term in terms[1:]:
        out = plus(out, term)
    return out


# ------------------------------------------------------------------------------------------------ the two reasons


def _whole(d: int, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """weight*[..]*..*[ghost]*g = 0: the ghost stands outside of the cells."""
    cell = f"{names(d, 'm')[n]} + {names(d, 'u')[n]}"
    step, size = on_axis(d, n, "s*a"), names(d, "N")[n]
    values: dict[str, Term | int | str] = {
        "S": step,
        "N": size,
        "n": on_axis(d, n, CELLS, S=step, N=size),
        "m": cell,
        "rho": names(d, "rho")[n],
    }
    zero = apply_lemma(whole_cells(), values, facts=[_step(d, n)])
    others = [factor for j, factor in enumerate(inside) if j != 2 * n + 1]
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(weight, *others, garbage.args[1])))


def _unread(d: int, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """weight*[..]*..*[ghost]*g = 0: the bank has no tap there."""
    ghost, value = garbage.args
    opened = unfold(make("mul", ghost, weight), bank(d))
    zero = trans(opened, _no_tap(d, n, 0)(right(opened)))
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(*inside, value)))


def _no_tap(d: int, n: int, axis: int) -> Conversion:
    """[ghost of axis n]*sum_i [t = S*u + rho]*rest = 0, for the taps of ``axis`` and the axes after it."""

    def inside(body: Term) -> Theorem:
        ghost, (placed, rest) = body.args[0], body.args[1].args
        if axis == n:
            letters = ("s", "dl", "k", "p", "a", "tau", "i", "u", "rho", "m", "M", "N")
            return beginning(body, vanishing(apply_lemma(unread_tap(), {x: names(d, x)[n] for x in letters}), rest))
        inner = _no_tap(d, n, axis + 1)(make("mul", ghost, rest))
        return beginning(body, ending(congruent(inner, lambda z: make("mul", placed, z)), NOTHING))

    return then(push_factor, under([names(d, "i")[axis]], inside), zero_sum)


def _masked(d: int, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """weight*[..]*..*[ghost]*g = 0: one of the factors is the mask."""
    zero = apply_lemma(masked_ghost(), {"t": _read_place(d, n), "N": names(d, "N")[n]})
    others = _without(inside, left(zero).args[0])
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(weight, *others, garbage.args[1])))


def _idle(d: int, n: int, t: Term) -> Theorem:
    """The mask of axis n is dropped from a product in which the same bracket stands once more."""
    once = apply_lemma(idle_mask(), {"t": _read_place(d, n), "N": names(d, "N")[n]})
    factors = _all_factors(t)
    rest = _without(_without(factors, right(once)), right(once))
    return beginning(t, congruent(once, lambda z: product(z, *rest)))


def _read_place(d: int, n: int) -> Term:
    """S*(m + u) + rho, the place that is read on axis n."""
    cell = f"{names(d, 'm')[n]} + {names(d, 'u')[n]}"
    return on_axis(d, n, PLACE, S=on_axis(d, n, "s*a"), m=cell)


def _all_factors(t: Term) -> list[Term]:
    return [*_all_factors(t.args[0]), *_all_factors(t.args[1])] if t.tag == "mul" else [t]


def _without(factors: list[Term], one: Term) -> list[Term]:
    """The factors without one occurrence of ``one``."""
    j = factors.index(one)
    return factors[:j] + factors[j + 1 :]


def _step(d: int, n: int) -> Theorem:
    return apply_lemma(step_positive(), {x: names(d, x)[n] for x in ("s", "a")})


_REASONS: dict[Reason, Callable[[int, int, Term, list[Term], Term], Theorem]] = {
    "whole": _whole,
    "unread": _unread,
    "masked": _masked,
}
_LEMMAS: dict[Reason, str] = {"whole": whole_cells.name, "unread": unread_tap.name, "masked": masked_ghost.name}


# ------------------------------------------------------------------------------------------------ gaps, at numbers


def _gaps(d: int, values: Mapping[Key, Term], n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """weight*[..]*..*[ghost]*g = 0 at numbers: tap by tap, stride and dilation step over the ghosts."""
    ghost, value = garbage.args
    guard = make("mul", ghost, inside[2 * n + 1])
    opened = unfold(make("mul", guard, weight), bank(d))
    zero = trans(opened, _skipped(d, values, n, 0)(right(opened)))
    others = [factor for j, factor in enumerate(inside) if j != 2 * n + 1]
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(*others, value)))


def _skipped(d: int, values: Mapping[Key, Term], n: int, axis: int) -> Conversion:
    """[ghost][in a cell]*sum_i [t = S*u + rho]*rest = 0, for the taps of ``axis`` and the axes after it."""

    def inside(body: Term) -> Theorem:
        guard, (placed, rest) = body.args[0], body.args[1].args
        if axis == n:
            taps = _number(values, names(d, "k")[n])
            return one_by_one(var(names(d, "i")[n]), taps, partial(_skipped_tap, d, values, n, body))
        inner = _skipped(d, values, n, axis + 1)(make("mul", guard, rest))
        return beginning(body, ending(congruent(inner, lambda z: make("mul", placed, z)), NOTHING))

    return then(push_factor, under([names(d, "i")[axis]], inside), zero_sum)


def _skipped_tap(d: int, values: Mapping[Key, Term], n: int, body: Term, tap: int, facts: list[Theorem]) -> Theorem:
    """The summand of one tap, which reads s*j + c: up to which output it reads in front of the ghosts."""
    s, dl, p, size = (_number(values, names(d, letter)[n]) for letter in ("s", "dl", "p", "N"))
    output = substitute(on_axis(d, n, "a*m + tau", m=names(d, "m")[n]), values)
    step = substitute(on_axis(d, n, "s*a"), values)
    counts = [at_most(0, output), below(output, values[variable(names(d, "M")[n])]), below(names(d, "rho")[n], step)]
    return skipped_tap(body, output, (size - 1 - dl * tap + p) // s, [*facts, *map(assume, counts)])


def _number(values: Mapping[Key, Term], name: str) -> int:
    number = constant_value(normal(values[variable(name)]))
    if number is None:
        raise KernelError(f"{name} is not a number")
    return number
