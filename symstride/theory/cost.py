"""What a layer takes in three forms that compute the same: multiply-adds, weights, and numbers read and written.

    strided       the layer as it is
    unit_stride   without its stride, and then every stride-th output
    expanded      the unit-stride layer on phases, ``algebra.bank``

An expanded layer multiplies by its structural zeros too, unless an implementation skips them.  The edges of the map
apart, it takes per product of the strided layer

    overhead = phases * K_1 * ... * K_d / (k_1 * ... * k_d)

products, with ``phases`` of the input and ``K`` offsets on each axis.  That is never less than 1, since each tap stands
somewhere for every output.  It is 1 exactly where the taps fill all cells that they touch: ``no_worse``.

All numbers are exact.  That the forms compute the same is proved: "single-layer" and "subsampling" in
``symstride.CATALOGUE``; and so is where the expanded one takes no more products: "no-worse".

Source: Williams, Waterman and Patterson, Roofline, Communications of the ACM 52(4), 2009, for what bounds a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, overload

import sympy

from symstride.algebra.bank import Bank, expand
from symstride.algebra.operators import unit_stride
from symstride.algebra.shapes import known_size
from symstride.algebra.sizes import AxisBank
from symstride.errors import SpecError
from symstride.layers.asked import no_layer
from symstride.layers.integer import Integer, add, integer, multiply, shown
from symstride.layers.layer import Conv, PerAxis

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.network.table import LayerTable
    from symstride.theorem import Theorem


@dataclass(frozen=True, slots=True)
class LayerForm:
    """One way to compute a layer, for one sample: ints, or expressions where the layer has symbols.

    ``layer`` is the convolution that runs.  It takes ``multiply_adds`` products, those with padded zeros included; the
    ``useful`` ones are products of a weight for an output that is kept.  It has ``parameters``, weights and biases with
    their copies and zeros, reads ``read`` numbers of its input and writes ``written``.  Rearranging what goes in, and
    what comes out, reads and writes ``moved`` more.
    """

    layer: Conv
    multiply_adds: Integer
    useful: Integer
    parameters: Integer
    read: Integer
    written: Integer
    moved: Integer

    def bytes(self, itemsize: Integer = 4) -> Integer:
        """Bytes read and written, each number once: ``itemsize*(parameters + read + written + moved)``."""
        each = integer(itemsize, "LayerForm.bytes(itemsize)", 1)
        return multiply(each, add(self.parameters, self.read, self.written, self.moved))

    def intensity(self, itemsize: Integer = 4) -> Any:
        """Operations per byte, a product and a sum being two: a Fraction, or an expression."""
        return _quotient(multiply(2, self.multiply_adds), self.bytes(itemsize))

    def seconds(self, operations: float, bandwidth: float, itemsize: int = 4) -> float:
        """The least time on a machine of so many operations, and bytes, a second: what the roofline model says.

        max(2*multiply_adds/operations, bytes/bandwidth)
        """
        for name, rate in (("operations", operations), ("bandwidth", bandwidth)):
            if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 < rate < float("inf"):
                asked = f"LayerForm.seconds({name}=...)"
                raise SpecError(asked, "a number above 0, per second", shown(rate), "for instance 1e11")
        taken = (self.multiply_adds, self.bytes(itemsize))
        if not all(isinstance(n, int) for n in taken):
            raise SpecError(
                "LayerForm.seconds(...)", "numbers for all sizes", shown(taken[0]), "give the layer numbers"
            )
        return max(2 * int(taken[0]) / operations, int(taken[1]) / bandwidth)


class Forms(NamedTuple):
    """The three forms of one layer at one size."""

    strided: LayerForm
    unit_stride: LayerForm
    expanded: LayerForm

    @property
    def theorem(self) -> Theorem:
        """Proved: the strided layer is the expanded one; "single-layer" in ``symstride.CATALOGUE``.

        That it is every stride-th output of the unit-stride one is "subsampling" there.
        """
        from symstride.theorem import prove_general

        return prove_general("single-layer", self.strided.layer.ndim)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Per form its name, multiply-adds, parameters, numbers read, written and moved, and intensity, as texts."""
        return tuple((name.replace("_", " "), *_cells(form)) for name, form in self._asdict().items())

    def __repr__(self) -> str:
        return f"<Forms: {'; '.join(f'{row[0]} {row[1]} multiply-adds' for row in self.rows())}>"

    def _repr_html_(self) -> str:
        from symstride.markup import table

        heads = ("form", "multiply-adds", "parameters", "read", "written", "moved", "operations per byte")
        return table(heads, self.rows(), "three forms of one layer, float32")


def _cells(form: LayerForm) -> tuple[str, ...]:
    counts = (form.multiply_adds, form.parameters, form.read, form.written, form.moved)
    intensity = form.intensity()
    last = f"{float(intensity):.1f}" if isinstance(intensity, Fraction) else str(intensity)
    return (*(f"{n:,}" if isinstance(n, int) else str(n) for n in counts), last)


@overload
def forms(subject: Conv, input_size: PerAxis | None = ..., **options: Any) -> Forms: ...
@overload
def forms(subject: Network, input_size: None = ..., **options: Any) -> LayerTable: ...


def forms(subject: Any, input_size: PerAxis | None = None, **options: Any) -> Any:
    """What a layer takes strided, with unit stride and then subsampled, and expanded; exact.

    ``input_size`` is a number per axis, or symbols; ``options`` are those of ``expand``, for the expanded form.

    A network gives the ``LayerTable`` of its layers before and after, with its totals and the peak of its values, for
    ``scope="layer"`` or ``scope="network"``, as ``unstride`` has them.
    """
    from symstride.network.graph import Network

    if isinstance(subject, Network):
        return _of_network(subject, input_size, **options)
    if not isinstance(subject, Conv):
        raise no_layer("forms(subject)", subject, "a layer (Conv) or a network")
    size = known_size(subject, input_size, "forms(layer, input_size)")
    bank = expand(subject, input_size=size, **options)
    spec, dense, unit = bank.layer_spec, unit_stride(bank.layer_spec, size), bank.layer(size)
    useful = spec.cost(size).multiply_adds
    kept = multiply(spec.out_channels, *spec.output_size(size))
    every, cells = multiply(spec.out_channels, *dense.output_size(size)), unit.cost().outputs
    places, phases = multiply(spec.in_channels, *size), multiply(unit.in_channels, *(unit.input_size or ()))
    # what rearranges nothing moves nothing: no subsampling by 1, no split into one phase, no merge of one
    subsampled = 0 if all(s == 1 for s in spec.stride) else add(every, kept)
    split = 0 if _is_whole(bank, size) else add(places, phases)
    merged = 0 if all(a == 1 for a in bank.phases) else add(cells, kept)
    return Forms(
        _form(spec, size, useful, 0),
        _form(dense, size, useful, subsampled),
        _form(unit, unit.input_size or (), useful, add(split, merged)),
    )


def _of_network(network: Network, input_size: object, scope: str = "layer", **unknown: Any) -> LayerTable:
    from symstride.network.grid.plan import plan
    from symstride.network.table import layer_table

    if input_size is not None or unknown:
        got = ", ".join(["input_size"] * (input_size is not None) + list(unknown))
        raise SpecError("forms(network, ...)", "scope alone", got, 'write forms(network, scope="network")')
    if scope not in ("layer", "network"):
        raise SpecError("forms(scope=...)", '"layer" or "network"', shown(scope), 'write scope="layer"')
    return layer_table(network, plan(network) if scope == "network" else None)


def _form(layer: Conv, size: tuple[Integer, ...], useful: Integer, moved: Integer) -> LayerForm:
    cost = layer.cost(size)
    read = multiply(layer.in_channels, *size)
    return LayerForm(layer, cost.multiply_adds, useful, cost.parameters, read, cost.outputs, moved)


def _is_whole(bank: Bank, size: tuple[Integer, ...]) -> bool:
    """Whether the phases are the map as it is."""
    pairs = zip(bank.axes, size, strict=True)
    return all(
        axis.S == 1 and axis.places(n) == n and (axis.axis.low == 0 or bank.origin == "image") for axis, n in pairs
    )


# ---------------------------------------------------------------- the edges apart


def overhead(layer: Conv, input_size: PerAxis | None = None, **options: Any) -> Any:
    """How many products the expanded layer takes per product of the strided one; a Fraction, or an expression.

    Exact, the edges of the map apart: ``phases*K_1*...*K_d/(k_1*...*k_d)``.  ``options`` are those of ``expand``;
    ``input_size`` is needed where padding is "same".
    """
    bank = expand(layer, input_size=input_size, **options)
    sizes = (axis.size for axis in bank.axes)
    return _quotient(multiply(bank.input_phases, *sizes), multiply(*bank.layer_spec.kernel))


def no_worse(layer: Conv, input_size: PerAxis | None = None, drop_dead: bool = False, **options: Any) -> Any:
    """Whether the expanded layer takes no more products than the strided one, the edges of the map apart.

    True or False, or for symbols the condition, an expression of SymPy.  With one output phase, on each axis,

        dilation = 1 (or kernel = 1), stride | kernel, and for the origin "image" stride | low

    which is proved: "no-worse" in ``symstride.CATALOGUE``.  Where phases that no tap reads are dropped, all taps in one
    cell suffice as well, and so does

        dilation | stride, stride/dilation | kernel, (-low) mod stride < dilation        (low = 0 for "padded")

    which is exact, and no theorem of the kernel.  With more output phases it is always worse.  ``options`` are those of
    ``expand``.
    """
    bank = expand(layer, input_size=input_size, **options)
    condition = sympy.And(*(_fills(axis, bool(drop_dead)) for axis in bank.axes))
    return bool(condition) if condition in (sympy.true, sympy.false) else condition


def _fills(bank: AxisBank, drop_dead: bool) -> sympy.Basic:
    """Whether the taps of each output fill all cells that they touch, as far as these are read at all."""
    k, s, dl = (sympy.sympify(n) for n in (bank.axis.kernel, bank.axis.stride, bank.axis.dilation))
    shift, one = sympy.sympify(bank.shift), sympy.Eq(bank.a, 1)
    if not drop_dead:
        dense = sympy.Or(sympy.Eq(dl, 1), sympy.Eq(k, 1))
        return sympy.And(one, dense, sympy.Eq(sympy.Mod(k, s), 0), sympy.Eq(sympy.Mod(shift, s), 0))
    # all taps in one cell; or, on the places that some tap reads, one dilation apart, whole cells
    together = sympy.Eq(bank.umin, bank.umax)
    even = sympy.Eq(sympy.Mod(s, dl), 0), sympy.Eq(sympy.Mod(k * dl, s), 0), sympy.Mod(-shift, s) < dl
    return sympy.And(one, sympy.Or(together, sympy.And(*even)))


def _quotient(a: Integer, b: Integer) -> Any:
    if isinstance(a, int) and isinstance(b, int):
        return Fraction(a, b)
    return sympy.sympify(a) / sympy.sympify(b)
