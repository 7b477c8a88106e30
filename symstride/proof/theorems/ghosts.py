"""Removing what stands on ghosts from a unit-stride sum over cells: every term that has it is zero.

Where a layer reads X + sum_n [N_n <= place_n]*g_n, the bank, the brackets of the cells or a mask are 0 on the ghosts of
each axis.  The reasons differ by axis; the argument is the same for a layer and for the adjoint (``Reading``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from symstride.proof.kernel.polynomials import constant_value, normal
from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import KernelError, Key, Term, make, names_of, plus, substitute, var
from symstride.proof.language.definitions import names, phases
from symstride.proof.language.syntax import NOTHING, Integer, at_most, below, product, variable
from symstride.proof.lemmas.ghosts import (
    idle_mask,
    masked_ghost,
    one_by_one,
    skipped_tap,
    unread_tap,
    unwritten_tap,
    whole_cells,
)
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.lemmas.sums import push_factor, zero_sum
from symstride.proof.statements.axis import Reason, on_axis
from symstride.proof.statements.grid import Reading, grid_array
from symstride.proof.statements.layer import Form, extension
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at_argument,
    beginning,
    congruent,
    discharge_numbers,
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
from symstride.proof.theorems.bank_entries import dilated_axes, open_bank
from symstride.proof.theorems.phase_lemma import unfold_all

Zero: TypeAlias = Callable[[int, Term, list[Term], Term], Theorem]
"""From an axis, the bank, the brackets of the cells and masks, and a garbage term: bank*brackets*garbage = 0."""


@dataclass(frozen=True)
class Removal:
    """Which ghosts go: those of the axes where ``after`` is "clean" and ``before`` is not, at the ``values``."""

    form: Form
    reading: Reading
    before: tuple[Reason, ...]
    after: tuple[Reason, ...]
    values: Mapping[Key, Term]
    zero: Zero

    def __call__(self, total: Term) -> Theorem:
        """sum_c sum_rho sum_u bank*extend(X + ghosts before) = the same with the ghosts after."""
        sums = ["c", *self.reading.phases, *names(self.form.axes, "u")]
        return under(sums, self._one_term)(substitute(total, self.values))

    def _one_term(self, t: Term) -> Theorem:
        """bank*extend(masks*(X + [ghost]*g + ..))[c, cell] without the ghosts that go."""
        (weight, read), axes = t.args, range(self.form.axes)
        array = substitute(grid_array(self.form, self.after, self.reading), self.values)
        open_all = unfold_all(extension(self.form), phases(self.form.axes))
        goal = open_all(make("mul", weight, make("use", read.args[0], array, *read.args[2:])))
        opened = open_all(t)
        *inside, value = _factors(right(opened).args[1], 2 * self.form.axes + self.before.count("masked"))
        dirty = [n for n in axes if self.before[n] != "clean"]
        image, garbage = _summands(value, len(dirty))
        kept, terms = product(weight, *inside, image), [product(weight, *inside, g) for g in garbage]
        out = ending(opened, _sum(kept, *terms))
        for j, n in enumerate(dirty):
            if self.after[n] == "clean":
                out = trans(out, replace_all(right(out), self.zero(n, weight, inside, garbage[j])))
                terms[j] = NOTHING
        out = ending(out, _sum(kept, *(term for term in terms if term is not NOTHING)))
        for n in axes:
            if self.before[n] == "masked":
                out = trans(out, _idle(self.reading, n, right(out)))
        return trans(out, beginning(right(out), symmetric(goal)))


def in_letters(form: Form, reading: Reading, reasons: tuple[Reason, ...]) -> Removal:
    """All ghosts go, for all sizes at once."""

    def zero(n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
        return _REASONS[reasons[n]](reading, n, weight, inside, garbage)

    nothing: Reason = "clean"
    return Removal(form, reading, reasons, (nothing,) * form.axes, {}, zero)


def at_numbers(form: Form, reasons: tuple[Reason, ...], values: Mapping[Key, Term]) -> Removal:
    """The ghosts of axes with "gaps" go, at these numbers."""
    zero = partial(_gaps, form.axes, values)
    return Removal(form, Reading(form.axes), reasons, without_gaps(reasons), values, zero)


def without_gaps(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons with "clean" for "gaps"."""
    nothing: Reason = "clean"
    return tuple(nothing if reason == "gaps" else reason for reason in reasons)


# ------------------------------------------------------------------------------------------------ terms


def _factors(t: Term, count: int) -> list[Term]:
    """The first factors of f1*(f2*(...*rest)), then the rest."""
    return [t] if count == 0 else [t.args[0], *_factors(t.args[1], count - 1)]


def _all_factors(t: Term) -> list[Term]:
    return [*_all_factors(t.args[0]), *_all_factors(t.args[1])] if t.tag == "mul" else [t]


def _without(factors: list[Term], one: Term) -> list[Term]:
    """The factors without one occurrence of ``one``."""
    j = factors.index(one)
    return factors[:j] + factors[j + 1 :]


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


# ------------------------------------------------------------------------------------------------ the reasons


def _whole(reading: Reading, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """The ghost stands outside of the cells: [cell < n]*[ghost] = 0."""
    d, step = reading.axes, reading.steps[n]
    positive = [assume(at_most(1, step))] if reading.transposed else [_forward_step(d, n)]
    zero = apply_lemma(
        whole_cells(),
        {"S": step, "N": names(d, "N")[n], "n": reading.counts[n], "m": reading.cells[n], "rho": reading.phases[n]},
        facts=positive,
    )
    others = [factor for j, factor in enumerate(inside) if j != 2 * n + 1]
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(weight, *others, garbage.args[1])))


def _forward_step(d: int, n: int) -> Theorem:
    """1 <= s*a on axis n."""
    return apply_lemma(step_positive(), {x: names(d, x)[n] for x in ("s", "a")})


def _masked(reading: Reading, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """One of the factors is the mask: [place < N]*[N <= place] = 0."""
    place, size = reading.place(n, reading.cells[n]), names(reading.axes, "N")[n]
    zero = apply_lemma(masked_ghost(), {"t": place, "N": size})
    others = _without(inside, left(zero).args[0])
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(weight, *others, garbage.args[1])))


def _idle(reading: Reading, n: int, t: Term) -> Theorem:
    """The mask of axis n is dropped from a product in which the same bracket stands once more."""
    place, size = reading.place(n, reading.cells[n]), names(reading.axes, "N")[n]
    once = apply_lemma(idle_mask(), {"t": place, "N": size})
    rest = _without(_without(_all_factors(t), right(once)), right(once))
    return beginning(t, congruent(once, lambda z: product(z, *rest)))


def _unread(reading: Reading, n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """The bank has no tap there: [ghost]*bank = 0."""
    ghost, value = garbage.args
    opened = at_argument(1, open_bank)(make("mul", ghost, weight))
    zero = trans(opened, _no_tap(reading, dilated_axes(weight), n, 0)(right(opened)))
    return beginning(product(weight, *inside, garbage), vanishing(zero, product(*inside, value)))


def _no_tap(reading: Reading, dilated: tuple[bool, ...], n: int, axis: int) -> Conversion:
    """[ghost of axis n]*sum_i [t = S*u + rho]*rest = 0, for the taps of ``axis`` and the axes after it."""
    d = reading.axes

    def inside(body: Term) -> Theorem:
        ghost, (placed, rest) = body.args[0], body.args[1].args
        if axis == n:
            lemma = unwritten_tap() if reading.transposed else unread_tap()
            letters = (name for name, _ in sorted(names_of((*lemma.hyps, lemma.concl))))
            values: dict[str, Integer] = {x: names(d, x)[n] for x in letters}
            values["dl"] = values["dl"] if dilated[n] else 1
            gone = discharge_numbers(apply_lemma(lemma, values))
            return beginning(body, vanishing(gone, rest))
        inner = _no_tap(reading, dilated, n, axis + 1)(make("mul", ghost, rest))
        return beginning(body, ending(congruent(inner, lambda z: make("mul", placed, z)), NOTHING))

    return then(push_factor, under([names(d, "i")[axis]], inside), zero_sum)


_REASONS: dict[Reason, Callable[[Reading, int, Term, list[Term], Term], Theorem]] = {
    "whole": _whole,
    "unread": _unread,
    "masked": _masked,
}


# ------------------------------------------------------------------------------------------------ gaps, at numbers


def _gaps(d: int, values: Mapping[Key, Term], n: int, weight: Term, inside: list[Term], garbage: Term) -> Theorem:
    """Tap by tap, stride and dilation step over the ghosts: [ghost]*[cell < n]*bank = 0."""
    ghost, value = garbage.args
    guard = make("mul", ghost, inside[2 * n + 1])
    opened = at_argument(1, open_bank)(make("mul", guard, weight))
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
