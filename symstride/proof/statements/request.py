"""What a proof of one layer must claim, worked out from the layer alone: no theorem, no derivation is looked at.

``LayerRequest`` is what is asked, its ``about`` the JSON of that in a certificate, and ``statements`` what the
certificate has to say.

A layer by itself reads an input that is zero outside of its places, so that the *ghosts* of its last cell, where a cell
is not full, are clean.  Inside a network on the grid they may hold anything, and per axis there is a reason why they
do no harm (``proof.statements.grid``).  A pool is a layer of one group per channel, a transposed layer is told by its
adjoint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

import sympy

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import Key, Term, make, num, substitute, var
from symstride.proof.language.definitions import names, per_axis
from symstride.proof.language.syntax import (
    NOTHING,
    at_most,
    below,
    entry,
    equal,
    product,
    total,
    variable,
)
from symstride.proof.language.tidy import tidied_at, tidy
from symstride.proof.language.translate import own_name, to_term, within_range
from symstride.proof.statements.axis import OUTPUTS, PLACED, Reason
from symstride.proof.statements.layer import Form, pixelwise, signal, strided, unit_stride_sum
from symstride.proof.statements.merged import merged_conv, merged_grouped, plain_conv, plain_grouped
from symstride.proof.statements.sizes import letters_of, size_statement

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank
    from symstride.layers.axis import Integer
    from symstride.layers.layer import Conv
    from symstride.proof.subject import Statement, Subject

FIELDS = ("layer", "phases", "origin", "order", "input", "reasons", "transposed")
"""What a certificate says about a layer."""

MAX_ENTRIES = 4096
"""Most table entries that are claimed one by one; a larger bank has its closed form, which says the same."""


@dataclass(frozen=True, slots=True)
class LayerRequest:
    """A layer, the phases of its output, from which origin, in which channel order, and its input size or None: any.

    The layer itself carries no input size: there is one, here.  ``reasons`` say per axis why the ghosts of the input
    do no harm.  ``transposed``: the layer is the adjoint of the one that is spoken of, and takes its output to its
    input.

    Where all cells are whole, the input size may be the step times the letter n (n1, n2, ...), for any number of cells.
    Otherwise a layer whose ghosts are not all clean, or a transposed one, has numbers throughout.
    """

    layer: Conv
    phases: tuple[Integer, ...]
    origin: str
    order: str
    input_size: tuple[Integer, ...] | None
    reasons: tuple[Reason, ...]
    transposed: bool = False

    @property
    def bank(self) -> Bank:
        """The expanded filter bank, the one that runs."""
        return _bank_of(self)

    @property
    def form(self) -> Form:
        """The general statement that this one is an instance of."""
        layer = self.layer
        mode = "circular" if layer.padding_mode == "circular" else "zeros"
        return Form(
            axes=layer.ndim,
            grouped=layer.groups != 1,
            bias=layer.bias,
            activation=layer.activation is not None,
            signal=mode if self.origin == "image" else f"{mode}-padded",
            dilated=self.dilated,
        )

    @property
    def dilated(self) -> tuple[bool, ...]:
        """Which axes have another dilation than the number 1."""
        return tuple(dilation != 1 for dilation in self.layer.dilation)

    @property
    def is_clean(self) -> bool:
        """Whether the ghosts of every axis are clean, as they are of a layer by itself."""
        return all(reason == "clean" for reason in self.reasons)

    @property
    def symbols(self) -> frozenset[str]:
        """What the symbols that occur are called in theorems, those of the input size included."""
        sizes = [n for n in self.input_size or () if isinstance(n, sympy.Expr)]
        return frozenset(own_name(str(s)) for s in {*self.bank.symbols}.union(*(n.free_symbols for n in sizes)))

    @property
    def has_numbers(self) -> bool:
        """Whether everything is a number, the input size too."""
        return self.input_size is not None and not self.symbols

    @property
    def cells(self) -> tuple[sympy.Symbol, ...] | None:
        """The letters that stand for the number of cells, where the input size is the step times them, or None.

        For a transposed layer the input of the adjoint counts, which is its output.
        """
        if self.has_numbers or (self.is_clean and not self.transposed):
            return None
        return tuple(map(sympy.Symbol, names(self.layer.ndim, "n")))

    @property
    def outputs(self) -> tuple[int, ...]:
        """M per axis; for a transposed layer this is N, the size of its input."""
        return tuple(int(m) for m in self.layer.output_size(self.input_size))

    # ------------------------------------------------------------ the subject of a certificate

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON; its layer's own ``input_size`` is null, since the size stands in ``input``."""
        from symstride.layers.plain import to_plain

        values = (self.layer.to_dict(), to_plain(self.phases), self.origin, self.order, to_plain(self.input_size))
        return dict(zip(FIELDS, (*values, list(self.reasons), self.transposed), strict=True))

    @property
    def details(self) -> tuple[str, ...]:
        """Nothing: the title says it all."""
        return ()

    @property
    def files(self) -> tuple[Path, ...]:
        """None."""
        return ()

    @property
    def headline(self) -> str:
        """Empty: the first claim says it."""
        return ""

    @property
    def title(self) -> str:
        """All of the above in one line: different requests have different titles."""
        from symstride.layers.printed import as_python

        size = "every input size" if self.input_size is None else f"input size {as_python(self.input_size)}"
        parts = [size, f"phases {as_python(self.phases)} of the {self.origin}", f"order {self.order}"]
        if isinstance(self.layer.padding, str) and self.symbols:  # "same" depends on signs that symbols have
            parts.append(f"padding {as_python(tuple((a.low, a.high) for a in self.layer.axes(self.input_size)))}")
        parts += [] if self.is_clean else [f"ghosts {', '.join(self.reasons)}"]
        layer = f"the transposed layer with the adjoint {self.layer!r}" if self.transposed else repr(self.layer)
        return f"{layer} equals its unit-stride layer ({'; '.join(parts)})"

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Every statement about this layer by itself, by the name of its claim; made one by one."""
        for kind in (main_statement, merged_statement, entry_statements, size_statements):
            yield from within_range(kind(self))

    def steps(self) -> Iterator[tuple[str, Statement]]:
        """What a network's proof claims of this layer: the same, without the table of its bank."""
        for kind in (main_statement, merged_statement, size_statements):
            yield from within_range(kind(self))

    @classmethod
    def from_plain(cls, data: Any) -> LayerRequest:
        """The request in a certificate; ``SpecError`` when it is not one, or is not spelt as ``about`` spells it."""
        from symstride.layers.layer import Conv
        from symstride.layers.plain import from_plain

        asked, hint = "a certificate's about", "prove the layer again"
        if not isinstance(data, Mapping) or set(data) != set(FIELDS):
            got = ", ".join(sorted(data)) or "nothing" if isinstance(data, Mapping) else repr(data)[:80]
            raise SpecError(asked, ", ".join(FIELDS), got[:200], hint)
        reasons, transposed = data["reasons"], data["transposed"]
        known = type(reasons) is list and all(type(r) is str and r in get_args(Reason) for r in reasons)
        if not known or type(transposed) is not bool:
            raise SpecError(asked, "a reason per axis, and transposed", f"{reasons!r}, {transposed!r}"[:80], hint)
        layer, (phases, sizes) = Conv.from_dict(data["layer"]), (from_plain(data[x], 1) for x in ("phases", "input"))
        found = request_of(layer, phases, data["origin"], data["order"], sizes, tuple(reasons), transposed)
        if found.about != data:
            expected = f"a layer as its request writes it: {found.about}"
            raise SpecError(asked, expected[:300], repr(dict(data))[:300], hint)
        return found


def layer_request(subject: Subject) -> LayerRequest:
    """The subject of a theorem about one layer; ``SpecError`` for another."""
    if isinstance(subject, LayerRequest):
        return subject
    raise SpecError("a paper about a layer", "a theorem about one layer", subject.title[:200], "prove(layer)")


@lru_cache(maxsize=64)
def _bank_of(request: LayerRequest) -> Bank:
    from symstride.algebra.bank import expand

    return expand(request.layer, request.phases, request.origin, request.order, input_size=request.input_size)


def request_of(
    layer: Conv,
    phases: Any,
    origin: str,
    order: str,
    input_size: Any,
    reasons: tuple[Reason, ...] | None = None,
    transposed: bool = False,
) -> LayerRequest:
    """The request with one number per axis everywhere; ``SpecError`` for what ``expand`` refuses.

    The input size is the one given, or else the layer's own, or None: any size; two that differ are refused.  Without
    reasons all ghosts are clean.
    """
    from symstride.algebra.bank import expand
    from symstride.algebra.shapes import per_axis

    asked = "prove(input_size=...)"
    sizes = layer.input_size if input_size is None else per_axis(input_size, layer.ndim, asked)
    if layer.input_size not in (None, sizes):
        hint = "leave one of the two out"
        raise SpecError(asked, f"the input size that the layer carries, {layer.input_size}", f"{sizes}", hint)
    bank = expand(layer, phases, origin, order, input_size=sizes)
    clean: Reason = "clean"
    why = (clean,) * layer.ndim if reasons is None else reasons
    found = LayerRequest(replace(layer, input_size=None), bank.phases, origin, order, sizes, why, transposed)
    _check_reasons(found)
    return found


def _check_reasons(request: LayerRequest) -> None:
    """Refuse reasons and adjoints of which no statement speaks."""
    layer, asked, hint = request.layer, "a layer in phases", "prove the network again, or the layer by itself"
    if len(request.reasons) != layer.ndim:
        raise SpecError(asked, f"a reason for each of {layer.ndim} axes", ", ".join(request.reasons), hint)
    if request.is_clean and not request.transposed:
        return
    if request.origin != "image" or layer.padding_mode != "zeros":
        got = f"phases of the {request.origin}, padding_mode={layer.padding_mode!r}"
        raise SpecError(asked, "phases of the image, and zero padding", got, hint)
    if request.cells is not None:
        rows = zip(layer.stride, request.phases, request.cells, strict=True)
        multiples = tuple(s * a * n for s, a, n in rows)
        whole = all(reason == "whole" for reason in request.reasons)
        if not whole or request.input_size != multiples or request.bank.symbols:
            got = f"{request.input_size}, {', '.join(request.reasons)}"
            raise SpecError(asked, "sizes in numbers, or steps times n with whole cells", got[:120], hint)
    if request.transposed:
        from symstride.proof.statements.adjoint import check_adjoint

        check_adjoint(request)


# ------------------------------------------------------------------------------------------------ values of letters


@lru_cache(maxsize=64)
def values_of(request: LayerRequest) -> Mapping[Key, Term]:
    """The value of every letter of the general statement: numbers, the layer's symbols, or the letter itself.

    The low padding of a ``same`` layer of symbolic size has no closed form in this language (it takes a maximum);
    then p stays a letter, and the theorem holds for every padding.
    """
    if not request.transposed:
        return MappingProxyType(_layer_values(request))
    from symstride.proof.statements.adjoint import adjoint_values

    return MappingProxyType(adjoint_values(request))


def _layer_values(request: LayerRequest) -> dict[Key, Term]:
    """Those of the layer; also M where it matters that only these outputs count."""
    d = request.layer.ndim
    out: dict[Key, Term] = {variable("C"): to_term(request.layer.in_per_group)}
    if request.form.grouped:
        out[variable("O")] = to_term(request.layer.out_per_group)
    for n in range(d):
        for letter, value in _axis_values(request, n, request.symbols):
            out[variable(names(d, letter)[n])] = value
    if not request.is_clean and request.cells is None:
        out |= {variable(M): num(m) for M, m in zip(names(d, "M"), request.outputs)}
    return out


def _axis_values(request: LayerRequest, n: int, taken: frozenset[str]) -> Iterator[tuple[str, Term]]:
    d, axis, a = request.layer.ndim, request.bank.axes[n].axis, request.phases[n]

    def letter(stem: str) -> Term:
        return var(_free(names(d, stem)[n], taken))

    yield "k", to_term(axis.kernel)
    yield "s", to_term(axis.stride)
    yield "dl", to_term(axis.dilation)
    yield "p", _or_letter(axis.low, letter("p"))
    yield "a", to_term(a)
    yield "tau", num(0) if a == 1 else letter("tau")
    size = None if request.input_size is None else request.input_size[n]
    if request.form.signal == "circular":
        cells = None if size is None else _circular_cells(size, axis.stride, a)
        yield "n", letter("n") if cells is None else to_term(cells)
    else:
        yield "N", letter("N") if size is None else to_term(size)


def _free(name: str, taken: frozenset[str]) -> str:
    """The name, with as many underscores behind it as keep it apart from the layer's own symbols."""
    while name in taken:
        name += "_"
    return name


def _or_letter(value: Integer, letter: Term) -> Term:
    try:
        return to_term(value)
    except NotSupported:
        return letter


def _circular_cells(size: Integer, stride: Integer, a: Integer) -> Integer | None:
    """n with size = stride*a*n, or None when that is not known; ``expand`` has refused numbers that do not divide."""
    from symstride.layers.integer import exact_quotient, multiply

    return exact_quotient(size, multiply(stride, a))


# ------------------------------------------------------------------------------------------------ statements


def main_statement(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    """phases(y; a)[tau, o, m] = act(b[o] + sum over the bank), at the layer's numbers; hypotheses on symbols only.

    A transposed layer: phases(z; S)[rho, o, m] = sum over the bank of its adjoint.
    """
    values = values_of(request)
    hyps, sides = _sides(request)
    stated = frozenset([*(f for f in hyps if f.free), *ghost_hypotheses(request).values()])
    yield "layer", (stated, equal(*(tidied_at(side, values) for side in sides)))


def _sides(request: LayerRequest) -> tuple[list[Term], tuple[Term, Term]]:
    """Hypotheses, and the two sides in the letters of the general statement."""
    if request.transposed:
        from symstride.proof.statements.adjoint import adjoint_sides

        return adjoint_sides(request)
    form = request.form
    if request.is_clean:
        return main_hypotheses(request), (strided(form), pixelwise(form, unit_stride_sum(form)))
    from symstride.proof.statements.grid import grid_sum

    return main_hypotheses(request), (strided(form), pixelwise(form, grid_sum(form, request.reasons)))


def ghost_hypotheses(request: LayerRequest) -> dict[Term, Term]:
    """0 <= a*m + tau < M on the axes where it matters that only these outputs count: as instantiated, and as stated.

    For a transposed layer S*m + rho < T.
    """
    if request.is_clean or request.cells is not None:
        return {}  # all cells are whole, and all outputs count
    from symstride.proof.statements.grid import Reading, grid_hypotheses

    d, values = request.layer.ndim, values_of(request)
    reading = Reading(d, request.transposed)
    found = [substitute(f, values) for n in range(d) for f in grid_hypotheses(reading, n, request.reasons[n])]
    return {f: make(f.tag, *map(tidy, f.args)) for f in found if f.free}


def main_hypotheses(request: LayerRequest) -> list[Term]:
    """1 <= s, 1 <= a, 1 <= dl, 0 <= tau < a for each axis, as far as they are not about numbers.

    And that what the two sides divide by is positive: O with groups, the size of a circular layer.
    """
    d, values = request.layer.ndim, values_of(request)
    out = [at_most(1, values[variable("O")])] if request.form.grouped else []
    for n in range(d):
        s, a, dl, tau = (values[variable(names(d, x)[n])] for x in ("s", "a", "dl", "tau"))
        out += [at_most(1, s), at_most(1, a), at_most(1, dl), at_most(0, tau), below(tau, a)]
    return [f for f in [*out, *_circular_sizes(request)] if f.free]


def _circular_sizes(request: LayerRequest) -> list[Term]:
    """1 <= n, or 1 <= N, for each axis of a circular layer."""
    if not request.form.circular:
        return []
    letter = "N" if request.form.padded_origin else "n"
    return [at_most(1, values_of(request)[variable(x)]) for x in names(request.layer.ndim, letter)]


def merged_statement(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    """conv(w, x; ..)[o, m] = conv(W', X'; .., 1, 1, ..)[o, m]: the sums of the layer are those of a unit-stride layer.

    Stated where one channel index is enough to say it: one output phase, phases of the image, clean ghosts; for groups
    the order that keeps their channels together.
    """
    special = request.transposed or not request.is_clean or request.origin != "image"
    apart = request.form.grouped and request.order != "channel_major"
    if special or apart or any(a != 1 for a in request.phases):
        return
    d, values = request.layer.ndim, merged_values(request)
    sides = (plain_conv(d, request.dilated), merged_conv(d, request.order, request.dilated))
    if request.form.grouped:
        sides = (plain_grouped(d, request.dilated), merged_grouped(d, request.dilated))
    concl = equal(*(tidied_at(side, values) for side in sides))
    axes = [(values[variable(s)], values[variable(dl)]) for s, dl in zip(names(d, "s"), names(d, "dl"))]
    hyps = [f for s, dl in axes for f in (at_most(1, s), at_most(1, dl))] + _circular_sizes(request)
    if request.order == "phase_major":
        hyps.append(at_most(1, values[variable("C")]))
    if request.form.grouped:
        hyps.append(at_most(1, values[variable("O")]))
    yield "unit stride", (frozenset(f for f in hyps if f.free), concl)


def merged_values(request: LayerRequest) -> dict[Key, Term]:
    """The values of the letters of ``statements.merged``, and the layer's own signal for x."""
    d, values = request.layer.ndim, values_of(request)
    letters = {variable(name) for name in ("C", "O", *per_axis(d, "k", "s", "dl", "p"))}
    kept = {key: value for key, value in values.items() if key in letters}
    return {**kept, ("x", d + 1): substitute(signal(request.form), values)}


@cache
def placed_axis() -> Term:
    """sum_i [t = S*u + rho]*f[i], with symbols: what stands at (tau, rho, u) along one axis."""
    return total("i", 0, "k", product(PLACED, entry("f", "i")))


def entry_statements(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    """Along each axis, what stands at (tau, rho, u): sum_i [t = S*u + rho]*f[i] = f[the table's tap], or 0.

    The table is the one that ``bank.weight`` copies by.  Axes with equal numbers are stated once.
    """
    if request.bank.symbols or _cells_in_tables(request.bank) > MAX_ENTRIES:
        return
    seen: set[Term] = set()
    for n, axis in enumerate(request.bank.axes):
        formula = tidied_at(placed_axis(), numbers_of_axis(request, n))
        if formula in seen:
            continue
        seen.add(formula)
        for (tau, rho, column), tap in _cells_of(axis.table):
            u = int(axis.umin) + column
            left = tidy(formula, {variable(x): num(y) for x, y in (("tau", tau), ("rho", rho), ("u", u))})
            right = entry("f", tap) if tap >= 0 else NOTHING
            yield f"axis {n + 1}, tau {tau}, rho {rho}, u {u}", (frozenset(), equal(left, right))


def _cells_in_tables(bank: Bank) -> int:
    """How many entries the tables of all axes have together, without making them."""
    return sum(int(axis.a) * int(axis.S) * int(axis.size) for axis in bank.axes)


def _cells_of(table: Any) -> Iterator[tuple[tuple[int, int, int], int]]:
    a, cells, taps = table.shape
    for tau in range(a):
        for rho in range(cells):
            for column in range(taps):
                yield (tau, rho, column), int(table[tau, rho, column])


def numbers_of_axis(request: LayerRequest, n: int) -> dict[Key, Term]:
    """The numbers of one axis under the letters of a single axis; the low padding is the bank's own shift."""
    bank_axis = request.bank.axes[n]
    axis = bank_axis.axis
    numbers = {"k": axis.kernel, "s": axis.stride, "dl": axis.dilation, "p": bank_axis.shift, "a": bank_axis.a}
    return {variable(letter): to_term(x) for letter, x in numbers.items()}


def size_statements(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    """The output size of each axis before and after: both layers' formula gives the number; nothing for any size."""
    if request.cells is not None:
        from symstride.proof.statements.cells import sizes_in_cells

        yield from sizes_in_cells(request.layer.axes(), request.phases, request.cells, request.transposed)
    elif request.transposed:
        from symstride.proof.statements.adjoint import adjoint_sizes

        yield from adjoint_sizes(request)
    elif request.has_numbers:
        yield from _sizes(request)


def _sizes(request: LayerRequest) -> Iterator[tuple[str, Statement]]:
    size, bank = request.input_size, request.bank
    rows = (bank.layer_spec.axes(), bank.layer(size).axes(), request.layer.output_size(size), bank.output_cells(size))
    for n, (before, after, outputs, cells) in enumerate(zip(*rows, strict=True)):
        fine, own = (size or ())[n], bank.axes[n].cells((size or ())[n])
        yield f"axis {n + 1}, outputs", size_statement(OUTPUTS, letters_of(before) | {"N": fine}, outputs)
        yield f"axis {n + 1}, cells of outputs", size_statement(OUTPUTS, letters_of(after) | {"N": own}, cells)
