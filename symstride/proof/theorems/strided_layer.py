"""One strided layer, finite, with groups, bias and activation: an instance of the phase lemma."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.definitions import conv, names, phases
from symstride.proof.language.syntax import integer, mapping, product, use
from symstride.proof.lemmas.cells import cells_suffice, cells_wrap
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.statements.axis import PLACE, on_axis
from symstride.proof.statements.layer import (
    Form,
    cell_signal,
    channel,
    convolution,
    extension,
    phased_signal,
    pixelwise,
    seen_signal,
    strided,
    unit_stride_sum,
)
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    at_argument,
    beginning,
    congruent,
    ending,
    reflexive,
    right,
    symmetric,
    trans,
    under,
)
from symstride.proof.theorems.phase_lemma import phase_lemma, unfold_all


@cache
def strided_layer(form: Form) -> tuple[Line, ...]:
    """The lines of the layer theorem: strided(form) = ... = pixelwise(form, unit_stride_sum(form)).

    Hypotheses per axis: 1 <= s, 1 <= a, 1 <= dl, 0 <= tau < a; for "circular" also 1 <= n.
    """
    d = form.axes
    lemma = phase_lemma(d, form.dilated)
    low = dict.fromkeys(names(d, "p"), 0) if form.padded_origin else {}
    maps = {"x": seen_signal(form)}

    def here(theorem: Theorem) -> Theorem:
        return apply_lemma(theorem, low, maps)

    start = _as_dense(form, here(reflexive(lemma.start)))
    lines = []
    for line in lemma.lines:
        theorem = trans(start, congruent(here(line.theorem), lambda z: pixelwise(form, z)))
        lines.append(Line(theorem, line.reason, line.lemmas))
    if form.grouped:
        lines[-1] = Line(trans(lines[-1].theorem, _in_sums(form, right(lines[-1].theorem), _whole_phases)),
                         lines[-1].reason, lines[-1].lemmas)  # fmt: skip
    if not form.padded_origin:
        lines.append(_on_cells(form, lines[-1]))
    final = ending(lines[-1].theorem, pixelwise(form, unit_stride_sum(form)))
    lines[-1] = Line(final, lines[-1].reason, lines[-1].lemmas)
    return tuple(lines)


def _as_dense(form: Form, dense: Theorem) -> Theorem:
    """strided(form) = pixelwise(phases(conv(w, seen signal))): both unfold to the same sum."""
    d = form.axes
    opened = unfold_all(phases(d), convolution(form))(strided(form))
    target = pixelwise(form, right(dense))
    closed = unfold_all(phases(d), conv(d))(target)
    return trans(opened, beginning(right(opened), symmetric(closed)))


def _whole_phases(form: Form, t: Term) -> Theorem:
    """phases(what o sees)[rho, c, cell] = phases(the signal)[rho, C*(o div O) + c, cell]."""
    definition, _, *places = t.args
    d = form.axes
    places[2 * d] = channel(form)
    whole = use(definition, phased_signal(form), *places)
    opened = unfold(whole, definition)
    return trans(unfold(t, definition), beginning(right(unfold(t, definition)), symmetric(opened)))


def _in_sums(form: Form, body: Term, conversion: Callable[[Form, Term], Theorem]) -> Theorem:
    """The conversion at the signal inside the sums, behind bias and activation."""
    d = form.axes
    sums = ["c", *names(d, "rho"), *names(d, "u")]
    inner = body.args[1] if form.activation else body
    inner = inner.args[0] if form.bias else inner
    changed = under(sums, at_argument(1, lambda t: conversion(form, t)))(inner)
    return congruent(changed, lambda z: pixelwise(form, z)) if form.activation or form.bias else changed


def _on_cells(form: Form, line: Line) -> Line:
    d = form.axes
    equation = cell_equation(form)
    cell = {m: f"{m} + {u}" for m, u in zip(names(d, "m"), names(d, "u"))}
    facts = [apply_lemma(step_positive(), {x: names(d, x)[n] for x in ("s", "a")}) for n in range(d)]
    moved = apply_lemma(equation, cell, facts=facts)
    on_cells = _in_sums(form, right(line.theorem), lambda _, read: beginning(read, moved))
    theorem = trans(line.theorem, on_cells)
    if form.circular:
        return Line(theorem, "circular padding wraps cells", (cells_wrap.name,))
    return Line(theorem, "zero outside the cells", (cells_suffice.name,))


@cache
def cell_equation(form: Form) -> Theorem:
    """1 <= S, 0 <= rho < S |- phases(signal; S)[rho, C*(o div O) + c, m] = cell_signal(form)[m], with S = s*a."""
    d = form.axes
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    rho, m = names(d, "rho"), names(d, "m")
    fine = use(phases(d), phased_signal(form), *steps, *rho, channel(form), *m)
    in_cells = cell_signal(form)([integer(x) for x in m])
    extended = extension(form)
    opened = unfold_all(phases(d), extended)(fine)
    closed = unfold_all(extended, phases(d), extended)(in_cells)
    step = _wrap_cells(form, right(opened)) if form.circular else _extend_cells(form, right(opened))
    return trans(opened, ending(step, right(closed)), symmetric(closed))


def _axis_values(form: Form, n: int) -> dict[str, Term | str]:
    d = form.axes
    values: dict[str, Term | str] = {"S": on_axis(d, n, "s*a"), "rho": names(d, "rho")[n], "m": names(d, "m")[n]}
    return values | ({"n": names(d, "n")[n]} if form.circular else {"N": names(d, "N")[n]})


def _extend_cells(form: Form, t: Term) -> Theorem:
    """Insert [0 <= m]*[m < ceil(N/S)] for each axis into the product of brackets t."""
    d = form.axes
    out = reflexive(t)
    for n in range(d):
        rest = [x for x in _factors(right(out)) if not _mentions(x, form, n)]
        lemma = apply_lemma(cells_suffice(), _axis_values(form, n), {"f": mapping([], product(*rest))})
        out = trans(out, beginning(right(out), lemma))
    return out


def _factors(t: Term) -> list[Term]:
    return [*_factors(t.args[0]), *_factors(t.args[1])] if t.tag == "mul" else [t]


def _mentions(factor: Term, form: Form, n: int) -> bool:
    """Is the factor one of the two fine brackets of axis n, [0 <= S*m + rho] or [S*m + rho < N]?"""
    d = form.axes
    place = on_axis(d, n, PLACE, S=on_axis(d, n, "s*a"), m=names(d, "m")[n])
    return factor.tag == "bracket" and place in (factor.args[0].args[1], factor.args[0].args[0].args[0])


def _wrap_cells(form: Form, t: Term) -> Theorem:
    """x[c, (S*m + rho) mod (S*n)] = x[c, S*(m mod n) + rho], axis by axis."""
    out = reflexive(t)
    for n in range(form.axes):
        lemma = apply_lemma(cells_wrap(), _axis_values(form, n))
        out = trans(out, beginning(right(out), congruent(lemma, _with_argument(right(out), n + 2))))
    return out


def _with_argument(t: Term, position: int) -> Callable[[Term], Term]:
    return lambda z: make(t.tag, *t.args[:position], z, *t.args[position + 1 :])
