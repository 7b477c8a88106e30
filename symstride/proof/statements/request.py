"""What a proof of one layer must claim, worked out from the layer alone: no theorem, no derivation is looked at.

``LayerRequest`` is what is asked, ``to_plain``/``from_plain`` its JSON in a certificate's ``about``, and
``expected_claims`` the statements that the certificate has to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import KernelError, Key, Term, make, num, substitute, var
from symstride.proof.language.definitions import names, per_axis
from symstride.proof.language.syntax import (
    NOTHING,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    product,
    total,
    variable,
)
from symstride.proof.language.tidy import tidied_at, tidy
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS, PLACED, QUOTIENT
from symstride.proof.statements.layer import Form, pixelwise, signal, strided, unit_stride_sum
from symstride.proof.statements.merged import merged_conv, plain_conv

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank
    from symstride.layers.axis import Integer
    from symstride.layers.layer import Conv

MAX_ENTRIES = 4096
"""Most table entries that are claimed one by one; a larger bank has its closed form, which says the same."""

Statement = tuple[frozenset[Term], Term]
"""Hypotheses and conclusion."""


@dataclass(frozen=True, slots=True)
class LayerRequest:
    """A layer, how many phases of its output, from which origin, in which channel order, and its input size or None."""

    layer: Conv
    phases: tuple[Integer, ...]
    origin: str
    order: str
    input_size: tuple[Integer, ...] | None

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
        )

    def to_plain(self) -> dict[str, Any]:
        from symstride.layers.plain import to_plain

        return {"layer": self.layer.to_dict(), "phases": to_plain(self.phases), "origin": self.origin,
                "order": self.order, "input": to_plain(self.input_size)}  # fmt: skip

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> LayerRequest:
        """The request in a certificate; ``SpecError`` when it is not one."""
        from symstride.layers.layer import Conv
        from symstride.layers.plain import from_plain

        if not isinstance(data, Mapping) or set(data) != {"layer", "phases", "origin", "order", "input"}:
            asked, expected = "a certificate's about", "layer, phases, origin, order and input"
            got = ", ".join(sorted(data)) or "nothing" if isinstance(data, Mapping) else repr(data)[:80]
            raise SpecError(asked, expected, got, "prove the layer again")
        phases, sizes = from_plain(data["phases"], 1), from_plain(data["input"], 1)
        return request_of(Conv.from_dict(data["layer"]), phases, data["origin"], data["order"], sizes)


@lru_cache(maxsize=64)
def _bank_of(request: LayerRequest) -> Bank:
    from symstride.algebra.bank import expand

    return expand(request.layer, request.phases, request.origin, request.order, input_size=request.input_size)


def request_of(layer: Conv, phases: Any, origin: str, order: str, input_size: Any) -> LayerRequest:
    """The request with one number per axis everywhere; ``SpecError`` for what ``expand`` refuses.

    The input size is the one given, or else the layer's own, or None: any size.
    """
    from symstride.algebra.bank import expand
    from symstride.algebra.shapes import per_axis

    if input_size is None:
        input_size = layer.input_size
    bank = expand(layer, phases, origin, order, input_size=input_size)
    sizes = None if input_size is None else per_axis(input_size, layer.ndim, "prove(input_size=...)")
    return LayerRequest(layer, bank.phases, origin, order, sizes)


# ------------------------------------------------------------------------------------------------ values of letters


@lru_cache(maxsize=64)
def values_of(request: LayerRequest) -> Mapping[Key, Term]:
    """The value of every letter of the general statement: numbers, the layer's symbols, or the letter itself.

    The low padding of a ``same`` layer of symbolic size has no closed form in this language (it takes a maximum);
    then p stays a letter, and the theorem holds for every padding.
    """
    d = request.layer.ndim
    taken = {str(symbol) for symbol in request.bank.symbols}
    out: dict[Key, Term] = {variable("C"): to_term(request.layer.in_per_group)}
    if request.form.grouped:
        out[variable("O")] = to_term(request.layer.out_per_group)
    for n in range(d):
        for letter, value in _axis_values(request, n, taken):
            out[variable(names(d, letter)[n])] = value
    return MappingProxyType(out)


def _axis_values(request: LayerRequest, n: int, taken: set[str]) -> Iterator[tuple[str, Term]]:
    d, axis, a = request.layer.ndim, request.bank.axes[n].axis, request.phases[n]

    def letter(stem: str) -> Term:
        name = names(d, stem)[n]
        while name in taken:
            name += "_"
        return var(name)

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


def main_statement(request: LayerRequest) -> Statement:
    """phases(y; a)[tau, o, m] = act(b[o] + sum over the bank), at the layer's numbers; hypotheses on symbols only."""
    form, values = request.form, values_of(request)
    concl = equal(*(tidied_at(side, values) for side in (strided(form), pixelwise(form, unit_stride_sum(form)))))
    return frozenset(main_hypotheses(request)), concl


def main_hypotheses(request: LayerRequest) -> list[Term]:
    """1 <= s, 1 <= a, 0 <= dl, 0 <= tau < a (and 1 <= n) for each axis, as far as they are not about numbers."""
    d, values = request.layer.ndim, values_of(request)
    out = []
    for n in range(d):
        s, a, dl, tau = (values[variable(names(d, x)[n])] for x in ("s", "a", "dl", "tau"))
        out += [at_most(1, s), at_most(1, a), at_most(0, dl), at_most(0, tau), below(tau, a)]
        if request.form.signal == "circular":
            out.append(at_most(1, values[variable(names(d, "n")[n])]))
    return [f for f in out if f.free]


def merged_statement(request: LayerRequest) -> dict[str, Statement]:
    """conv(w, x; ..)[o, m] = conv(W', X'; .., 1, 1, ..)[o, m]: the sums of the layer are those of a unit-stride layer.

    Stated where one channel index is enough to say it: one group, one output phase, phases of the image.
    """
    if request.form.grouped or request.origin != "image" or any(a != 1 for a in request.phases):
        return {}
    d, values = request.layer.ndim, merged_values(request)
    sides = (plain_conv(d), merged_conv(d, request.order))
    concl = equal(*(tidied_at(side, values) for side in sides))
    axes = [(values[variable(s)], values[variable(dl)]) for s, dl in zip(names(d, "s"), names(d, "dl"))]
    hyps = [f for s, dl in axes for f in (at_most(1, s), at_most(0, dl))]
    if request.order == "phase_major":
        hyps.append(at_most(1, values[variable("C")]))
    return {"unit stride": (frozenset(f for f in hyps if f.free), concl)}


def merged_values(request: LayerRequest) -> dict[Key, Term]:
    """The values of the letters of ``statements.merged``, and the layer's own signal for x."""
    d, values = request.layer.ndim, values_of(request)
    letters = {variable(name) for name in ("C", *per_axis(d, "k", "s", "dl", "p"))}
    kept = {key: value for key, value in values.items() if key in letters}
    return {**kept, ("x", d + 1): substitute(signal(request.form), values)}


def closed_statements(request: LayerRequest) -> dict[str, Statement]:
    """Along each axis, any entry in closed form: at most one tap i = q div dl stands at (tau, rho, u).

    Axes with equal parameters are stated once.
    """
    out: dict[str, Statement] = {}
    axes = _letters_of_axes(request)
    for n, letters in enumerate(axes):
        if letters not in axes[:n]:
            concl = equal(*(tidied_at(side, letters) for side in closed_axis()))
            spread = at_most(1, letters[variable("dl")])
            out[f"axis {n + 1}, any entry"] = (frozenset([spread] if spread.free else []), concl)
    return out


def closed_letters(request: LayerRequest, name: str) -> dict[Key, Term]:
    """The values of the axis's letters in one of ``closed_statements``."""
    return _letters_of_axes(request)[int(name.split(",")[0].split()[1]) - 1]


def _letters_of_axes(request: LayerRequest) -> list[dict[Key, Term]]:
    """k, s, dl, a and the bank's shift p of each axis.  A padding without a closed form stays the letter p."""
    d, values, out = request.layer.ndim, values_of(request), []
    for n in range(d):
        letters = {variable(x): values[variable(names(d, x)[n])] for x in ("k", "s", "dl", "a")}
        letters[variable("p")] = num(0) if request.form.padded_origin else values[variable(names(d, "p")[n])]
        out.append(letters)
    return out


@cache
def closed_axis() -> tuple[Term, Term]:
    """sum_i [t = S*u + rho]*f[i] and [0 = q mod dl]*[0 <= q div dl]*[q div dl < k]*f[q div dl], with symbols."""
    tap = integer(f"({QUOTIENT})//dl")
    divides, inside = bracket(equal(0, integer(f"({QUOTIENT}) % dl"))), (at_most(0, tap), below(tap, "k"))
    value = product(divides, *map(bracket, inside), entry("f", tap))
    return total("i", 0, "k", product(PLACED, entry("f", "i"))), value


def entry_statements(request: LayerRequest) -> dict[str, Statement]:
    """Along each axis, what stands at (tau, rho, u): sum_i [t = S*u + rho]*f[i] = f[the table's tap], or 0.

    The table is the one that ``bank.weight`` copies by.  Axes with equal numbers are stated once.
    """
    if request.bank.symbols or _cells_in_tables(request.bank) > MAX_ENTRIES:
        return {}
    out: dict[str, Statement] = {}
    seen: set[Term] = set()
    for n, axis in enumerate(request.bank.axes):
        formula = tidied_at(closed_axis()[0], _numbers_of_axis(request, n))
        if formula in seen:
            continue
        seen.add(formula)
        for (tau, rho, column), tap in _cells_of(axis.table):
            u = int(axis.umin) + column
            left = tidy(formula, {variable(x): num(y) for x, y in (("tau", tau), ("rho", rho), ("u", u))})
            right = entry("f", tap) if tap >= 0 else NOTHING
            out[f"axis {n + 1}, tau {tau}, rho {rho}, u {u}"] = (frozenset(), equal(left, right))
    return out


def _cells_in_tables(bank: Bank) -> int:
    """How many entries the tables of all axes have together, without making them."""
    return sum(int(axis.a) * int(axis.S) * int(axis.size) for axis in bank.axes)


def _cells_of(table: Any) -> Iterator[tuple[tuple[int, int, int], int]]:
    a, cells, taps = table.shape
    for tau in range(a):
        for rho in range(cells):
            for column in range(taps):
                yield (tau, rho, column), int(table[tau, rho, column])


def _numbers_of_axis(request: LayerRequest, n: int) -> dict[Key, Term]:
    """The numbers of one axis under the letters of a single axis; the low padding is the bank's own shift."""
    bank_axis = request.bank.axes[n]
    axis = bank_axis.axis
    numbers = {"k": axis.kernel, "s": axis.stride, "dl": axis.dilation, "p": bank_axis.shift, "a": bank_axis.a}
    return {variable(letter): to_term(x) for letter, x in numbers.items()}


def size_statements(request: LayerRequest) -> dict[str, Statement]:
    """The output size of each axis before and after: both layers' formula gives the number."""
    if request.input_size is None or request.bank.symbols or not all(type(n) is int for n in request.input_size):
        return {}
    out: dict[str, Statement] = {}
    coarse = request.bank.layer(request.input_size)
    fine_outputs = request.layer.output_size(request.input_size)
    for n in range(request.layer.ndim):
        before, after = request.bank.layer_spec.axes()[n], coarse.axes()[n]
        cells = request.bank.axes[n].cells(request.input_size[n])
        outputs = request.bank.output_cells(request.input_size)[n]
        out[f"axis {n + 1}, outputs"] = _size_statement(before, request.input_size[n], fine_outputs[n])
        out[f"axis {n + 1}, coarse outputs"] = _size_statement(after, cells, outputs)
    return out


def _size_statement(axis: Any, size: Integer, outputs: Integer) -> Statement:
    reach = make("mul", to_term(axis.dilation), to_term(axis.kernel - 1))
    letters = {
        "N": to_term(size),
        "p": to_term(axis.low),
        "r": to_term(axis.high),
        "s": to_term(axis.stride),
        "D": reach,
    }
    formula = substitute(integer(OUTPUTS), {variable(letter): x for letter, x in letters.items()})
    return frozenset(), equal(formula, to_term(outputs))


class Stated(NamedTuple):
    """The statements about one layer, by kind and by the name of their claim."""

    main: Mapping[str, Statement]
    merged: Mapping[str, Statement]
    closed: Mapping[str, Statement]
    entries: Mapping[str, Statement]
    sizes: Mapping[str, Statement]


def stated(request: LayerRequest) -> Stated:
    """Everything that is claimed about a layer; ``NotSupported`` where numbers leave the kernel's range."""
    try:
        return Stated(
            main={"layer": main_statement(request)},
            merged=merged_statement(request),
            closed=closed_statements(request),
            entries=entry_statements(request),
            sizes=size_statements(request),
        )
    except KernelError as why:
        asked, expected = "a proof about this layer", "sizes whose sums and products stay below 2**53"
        raise NotSupported(asked, expected, str(why)[:200], "use smaller sizes, or symbols") from None


def expected_claims(request: LayerRequest) -> dict[str, Statement]:
    """Every statement that a certificate about this layer makes, by the name of its claim."""
    return {name: statement for group in stated(request) for name, statement in group.items()}
