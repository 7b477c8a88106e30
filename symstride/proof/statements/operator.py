"""What a proof of one transposed layer or one pool must claim, its sizes being numbers or symbols.

The statements are instances of those of the catalogue, ``transposed-layer`` and ``pooling``, on finitely many places.
Per axis, with a phases and the map's places zero outside of N (in (max, +), minus infinity):

    ConvTranspose    b[o] + z[o, S*m + rho] = b[o] + sum_c sum_tau sum_u bank[tau, c, rho, o, u] * X'[tau, c, m - u]
                     for one phase of the input also z[o, s*m + rho] = conv(W_rho, x; C, K, 1, 1, umax)[o, m]
    a pool           y[c, a*m + tau] = sum_rho sum_u window[tau, rho, u] * X'[rho, c, m + u]

``X'`` are the phases in their cells.  Sums are those of the semiring: over (max, +) a pool takes the maximum, over a
ring the sum, which an average divides by what its window counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

import sympy

from symstride.errors import SpecError
from symstride.layers.layer import check_symbols
from symstride.layers.plain import from_plain, to_plain
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.printed import as_python
from symstride.layers.transposed import ConvTranspose
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.terms import Key, Term, make, minus, num, open_binder, plus, substitute, var
from symstride.proof.language.definitions import conv, names
from symstride.proof.language.syntax import at_most, below, entry, equal, integer, mapping, use, variable
from symstride.proof.language.tidy import tidied_at, tidy
from symstride.proof.language.translate import own_name, to_term, within_range
from symstride.proof.statements.axis import CELLS, OUTPUTS, PLACE, TRANSPOSED_OUTPUTS, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.grid import adjoint_phases, grid_adjoint
from symstride.proof.statements.layer import Form, cell_signal, signal
from symstride.proof.statements.merged import tap_bounds
from symstride.proof.statements.phase_lemma import axis_hypotheses
from symstride.proof.statements.pooling import pooled_phases, window_weight
from symstride.proof.statements.sums import cells, sum_over_bank
from symstride.proof.statements.transposed import transposed_hypotheses

if TYPE_CHECKING:
    from symstride.layers.axis import Integer
    from symstride.proof.statements.axis import Reason
    from symstride.proof.subject import Statement

Operator: TypeAlias = ConvTranspose | MaxPool | AveragePool
OPERATORS: Final[Mapping[str, type[Operator]]] = {kind.__name__: kind for kind in (ConvTranspose, MaxPool, AveragePool)}

FIELDS: Final = ("operator", "phases", "input")
"""What a certificate says about a transposed layer or a pool."""


@dataclass(frozen=True, slots=True)
class OperatorRequest:
    """A transposed layer or a pool, in how many phases, and the size of its input, or None: any.

    Phases are those of the input of a transposed layer, whose output then has ``stride`` times as many, and those of
    the output of a pool.
    """

    layer: Operator
    phases: tuple[Integer, ...]
    input_size: tuple[Integer, ...] | None
    details: ClassVar[tuple[str, ...]] = ()  # the title says it all
    files: ClassVar[tuple[Path, ...]] = ()
    headline: ClassVar[str] = ""  # the first claim says it
    in_texts: ClassVar[bool] = False

    @property
    def axes(self) -> int:
        """The number of axes."""
        return self.layer.ndim

    @property
    def transposed(self) -> ConvTranspose | None:
        """The transposed layer, if it is one."""
        return self.layer if isinstance(self.layer, ConvTranspose) else None

    @property
    def phased(self) -> str:
        """What ``phases`` are of: the input or the output."""
        return "output" if self.transposed is None else "input"

    @property
    def dilated(self) -> tuple[bool, ...]:
        """Which axes have another dilation than the number 1."""
        return tuple(dilation != 1 for dilation in self.layer.dilation)

    @property
    def symbols(self) -> frozenset[str]:
        """What the symbols that occur are called in theorems, those of phases and input size included."""
        return frozenset(own_name(symbol.name) for symbol in self.all_symbols)

    @property
    def all_symbols(self) -> tuple[sympy.Symbol, ...]:
        """Those of the layer, of the phases and of the input size, sorted by name."""
        given = (n for n in (*self.phases, *(self.input_size or ())) if isinstance(n, sympy.Expr))
        return tuple(sorted(set(self.layer.symbols).union(*(n.free_symbols for n in given)), key=str))

    @property
    def sizes(self) -> tuple[Integer, ...]:
        """The size of the input along each axis, a letter for one that is open."""
        return self.input_size or tuple(sympy.Symbol(_free(N, self.symbols)) for N in names(self.axes, "N"))

    # ------------------------------------------------------------ the subject of a certificate

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        values = (self.layer.to_dict(), to_plain(self.phases), to_plain(self.input_size))
        return dict(zip(FIELDS, values, strict=True))

    @property
    def title(self) -> str:
        """What is equal to what, for which sizes, in one line."""
        size = "every input size" if self.input_size is None else f"input size {as_python(self.input_size)}"
        phases = f"phases {as_python(self.phases)} of the {self.phased}"
        said = {
            "ConvTranspose": f"{self.layer!r} equals a unit-stride sum over its bank for each phase of its output",
            "MaxPool": f"{self.layer!r} over (max, +), or the sum over its window, equals one without stride on phases",
            "AveragePool": f"the sum that {self.layer!r} divides equals one without stride on phases",
        }
        return f"{said[type(self.layer).__name__]} ({size}; {phases})"

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Every statement about it, by the name of its claim; made one by one."""
        yield from within_range(_statements(self))

    @classmethod
    def from_plain(cls, data: Any) -> OperatorRequest:
        """The request in a certificate; ``SpecError`` when it is not one, or is not spelt as ``about`` spells it."""
        asked, hint = "a certificate's about", "prove the layer again"
        if not isinstance(data, Mapping) or set(data) != set(FIELDS):
            got = ", ".join(sorted(data)) or "nothing" if isinstance(data, Mapping) else repr(data)[:80]
            raise SpecError(asked, ", ".join(FIELDS), got[:200], hint)
        operator = data["operator"]
        kind = operator.get("layer") if isinstance(operator, Mapping) else None
        if type(kind) is not str or kind not in OPERATORS:
            raise SpecError(asked, f"one of {', '.join(OPERATORS)}", repr(kind)[:80], hint)
        layer = OPERATORS[kind].from_dict(operator)
        found = operator_request(layer, from_plain(data["phases"], 1), from_plain(data["input"], 1))
        if found.about != data:
            expected = f"a layer as its request writes it: {found.about}"
            raise SpecError(asked, expected[:300], repr(dict(data))[:300], hint)
        return found


def operator_request(layer: Operator, phases: Any, input_size: Any) -> OperatorRequest:
    """The request with one number or expression per axis everywhere; ``SpecError`` for what makes no layer."""
    from symstride.algebra.shapes import per_axis

    counts = per_axis(phases, layer.ndim, "prove(phases=...)")
    sizes = None if input_size is None else per_axis(input_size, layer.ndim, "prove(input_size=...)")
    found = OperatorRequest(layer, counts, sizes)
    check_symbols(found.all_symbols)
    if isinstance(layer, ConvTranspose):
        layer.output_size(found.sizes)  # refuses a size that gives no output
    return found


# ------------------------------------------------------------------------------------------------ values of letters


@lru_cache(maxsize=16)
def values_of(request: OperatorRequest) -> Mapping[Key, Term]:
    """The value of every letter of the general statement: numbers, the layer's symbols, or the letter itself.

    With groups, w and x are those of any group G.
    """
    layer, d, taken = request.layer, request.axes, request.symbols
    rows = zip(layer.kernel, layer.stride, layer.dilation, layer.padding, request.phases, request.sizes, strict=True)
    out: dict[Key, Term] = {}
    for n, (k, s, dl, (low, _), a, size) in enumerate(rows):
        letters = {"k": k, "s": s, "dl": dl, "p": low, "a": a, "N": size}
        out |= {variable(names(d, letter)[n]): to_term(value) for letter, value in letters.items()}
        if a == 1:
            out[variable(names(d, "tau")[n])] = num(0)
    if isinstance(layer, ConvTranspose):
        out[variable("C")] = to_term(layer.in_per_group)
        if layer.groups != 1:
            group, t, taps = var(_free("G", taken)), names(d, "t"), names(d, "i")
            channel = plus(make("mul", out[variable("C")], group), var("c"))
            out["x", d + 1] = mapping(["c", *t], entry("x", channel, *t))
            out["w", d + 2] = mapping(["c", "o", *taps], entry("w", channel, "o", *taps))
    return MappingProxyType(out)


def _free(name: str, taken: frozenset[str]) -> str:
    """The name, with as many underscores behind it as keep it apart from the layer's own symbols."""
    while name in taken:
        name += "_"
    return name


def bias_of(request: OperatorRequest) -> Term | None:
    """b[o], or b[O*G + o] in any group G; None where there is no bias."""
    layer = request.transposed
    if layer is None or not layer.bias:
        return None
    if layer.groups == 1:
        return entry("b", "o")
    group = var(_free("G", request.symbols))
    return entry("b", plus(make("mul", to_term(layer.out_per_group), group), var("o")))


# ------------------------------------------------------------------------------------------------ statements


def hypotheses(request: OperatorRequest) -> list[Term]:
    """1 <= s, 1 <= a, 1 <= dl, and 0 <= rho < s*a or 0 <= tau < a, for each axis, but those about numbers alone."""
    return [f for f in map(stated, instances(request)) if f.free]


def instances(request: OperatorRequest) -> list[Term]:
    """The hypotheses of the general theorem at the values of its letters."""
    d, values = request.axes, values_of(request)
    general = axis_hypotheses(d) if request.transposed is None else transposed_hypotheses(d)
    return [substitute(formula, values) for formula in general]


def stated(formula: Term) -> Term:
    """An inequality as it is stated: numbers folded."""
    return make(formula.tag, *map(tidy, formula.args))


def phases_of_pool(d: int, dilated: Dilated) -> Term:
    """phases(y; a)[tau, c, m] for y = pool(X; ..), X the zero extension of an array of N entries."""
    return substitute(pooled_phases(d, dilated), {("x", d + 1): signal(Form(d))})


def finite_window_sum(d: int, dilated: Dilated) -> Term:
    """sum_rho sum_u window(k, s, dl, p, a)[tau, rho, u] * X'[rho, c, m + u], X' zero outside of its cells."""
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    read = cell_signal(Form(d))(cells(d))
    sums = sum_over_bank(d, window_weight(d, dilated), read, zip(names(d, "rho"), steps), channels=False)
    return at_its_dilation(d, dilated, sums)


def with_bias(phased: Term, bias: Term) -> Term:
    """phases((o, t) -> z[o, t] + b[o]; S)[rho, o, m] from phases((o, t) -> z[o, t]; S)[rho, o, m]."""
    definition, z, *places = phased.args
    indices = ["o", *names(z.args[0] - 1, "t")]
    return use(definition, mapping(indices, plus(open_binder(z.args[1], tuple(map(var, indices))), bias)), *places)


def sides(request: OperatorRequest) -> tuple[Term, Term]:
    """The layer's phases, and the sum without stride, in the letters of the general statement; no bias."""
    d, dilated = request.axes, request.dilated
    if request.transposed is None:
        return phases_of_pool(d, dilated), finite_window_sum(d, dilated)
    clean: Reason = "clean"
    return adjoint_phases(d, dilated), grid_adjoint(d, (clean,) * d, dilated)


def _statements(request: OperatorRequest) -> Iterator[tuple[str, Statement]]:
    yield "layer", _main(request)
    if request.transposed is not None:
        yield from _unit_stride(request)
        yield from _sizes(request, request.transposed)


def _main(request: OperatorRequest) -> Statement:
    left, right = (tidied_at(side, values_of(request)) for side in sides(request))
    bias = bias_of(request)
    if bias is not None:
        left, right = with_bias(left, bias), plus(right, bias)
    return frozenset(hypotheses(request)), equal(left, right)


def phase_weight(d: int, dilated: Dilated) -> Term:
    """(o, c, v) -> bank(w; k, s, dl, p, a = 1)[tau = 0, c, rho, o, umax - v]: the kernel of the phase rho."""
    last = [make("add", make("add", low, taps), num(-1)) for low, taps in zip(*tap_bounds(d), strict=True)]
    letters: dict[str, Any] = {"o": "c", "c": "o"}
    letters |= dict.fromkeys(names(d, "a"), 1) | dict.fromkeys(names(d, "tau"), 0)
    letters |= {u: plus(end, integer(f"-{v}")) for u, v, end in zip(names(d, "u"), names(d, "v"), last, strict=True)}
    return mapping(["o", "c", *names(d, "v")], weight(d, dilated, letters))


def phase_convolution(d: int, dilated: Dilated) -> Term:
    """conv(W_rho, X; C, K, 1, 1, umax)[o, m]: stride 1 and dilation 1."""
    low, taps = tap_bounds(d)
    padding = [make("add", make("add", first, many), num(-1)) for first, many in zip(low, taps, strict=True)]
    parameters: list[Term | int | str] = ["C", *taps, *[1] * d, *[1] * d, *padding, "o", *names(d, "m")]
    return at_its_dilation(d, dilated, use(conv(d), phase_weight(d, dilated), signal(Form(d)), *parameters))


def _unit_stride(request: OperatorRequest) -> Iterator[tuple[str, Statement]]:
    """phases(z; s)[rho, o, m] = conv(W_rho, X; C, K, 1, 1, umax)[o, m]: each phase is a unit-stride layer's output."""
    if any(a != 1 for a in request.phases):
        return
    d, values = request.axes, values_of(request)
    both = (adjoint_phases(d, request.dilated), phase_convolution(d, request.dilated))
    yield "unit stride", (frozenset(hypotheses(request)), equal(*(tidied_at(side, values) for side in both)))


REACH: Final = "dl*(k - 1)"
PLACES: Final = on_axis(1, 0, f"{TRANSPOSED_OUTPUTS} + e", D=REACH)
"""T, how many places there are for N of the input, high padding r and output padding e."""
BACK: Final = equal(on_axis(1, 0, OUTPUTS, N=PLACES, D=REACH), "N")
"""A strided layer with the same paddings takes T places to N."""
COUNTS: Final = below(on_axis(1, 0, PLACE, S="s*a"), PLACES)
"""Place rho of cell m counts: S*m + rho < T."""
IN_CELLS: Final = (
    (at_most(1, "s"), at_most(1, "a"), at_most(0, "rho"), COUNTS),
    below("m", on_axis(1, 0, CELLS, N=PLACES, S="s*a")),
)
"""Then m < ceil(T/S), which is how many outputs the unit-stride layer has."""


def size_letters(request: OperatorRequest, n: int) -> Mapping[Key, Term]:
    """The values of the letters of one axis, those of its sizes included."""
    d, values, layer = request.axes, values_of(request), request.transposed
    out = {variable(x): values[variable(names(d, x)[n])] for x in ("k", "s", "dl", "p", "a", "N")}
    more = 0 if layer is None else layer.output_padding[n]
    out |= {variable("r"): to_term(request.layer.padding[n][1]), variable("e"): to_term(more)}
    return out | {variable(x): var(names(d, x)[n]) for x in ("m", "rho")}


def output_terms(request: OperatorRequest) -> list[Term]:
    """T along each axis of a transposed layer."""
    return [substitute(PLACES, size_letters(request, n)) for n in range(request.axes)]


def _sizes(request: OperatorRequest, layer: ConvTranspose) -> Iterator[tuple[str, Statement]]:
    """Along each axis: a strided layer takes the places back, if 0 <= e < s, and in which cells they are.

    Where it is known that e is not below s, nothing is taken back.
    """
    for n, (more, step) in enumerate(zip(layer.output_padding, layer.stride, strict=True)):
        letters = size_letters(request, n)
        if not _is_at_least(more, step):
            fits = [stated(substitute(f, letters)) for f in (at_most(0, "e"), below("e", "s"))]
            yield f"axis {n + 1}, back again", (_unknown(fits), substitute(BACK, letters))
        conditions, conclusion = IN_CELLS
        counts = [stated(substitute(f, letters)) for f in conditions]
        yield f"axis {n + 1}, cells of outputs", (_unknown(counts), stated(substitute(conclusion, letters)))


def _is_at_least(more: Integer, step: Integer) -> bool:
    """Whether it is for all values of symbols, those of a stride being positive: 3 of 2, s of s, and 2*s of s."""
    over = sympy.expand(more - step)
    positive = {x: sympy.Dummy(positive=True, integer=True) for x in sympy.sympify(step).free_symbols}
    return bool(over.subs(positive).is_nonnegative)


def _unknown(formulas: Iterable[Term]) -> frozenset[Term]:
    """Those that do not hold whatever the letters are."""
    return frozenset(f for f in formulas if not _is_known(f))


def _is_known(formula: Term) -> bool:
    """Whether a <= b is seen to be true for all integers."""
    a, b = formula.args
    difference = dict(normal(minus(b, a)))
    return difference.keys() <= {()} and difference.get((), 0) >= 0
