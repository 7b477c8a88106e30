"""The expanded filter bank: one strided layer as a layer of stride 1 and dilation 1 on phases.

For ``a`` phases of the output and ``S = stride*a`` phases of the input, per axis (several axes are a product of axes):

    X[rho, c, m] = x[c, S*m + rho]        0 <= rho < S
    Y[tau, o, m] = y[o, a*m + tau]        0 <= tau < a
    W~[tau, o, rho, c, u] = sum over i of [stride*tau + dilation*i - shift = S*u + rho] * w[o, c, i]
    Y[tau, o, m] = sum over rho, c and umin <= u <= umax of  W~[tau, o, rho, c, u] * X[rho, c, m + u]

Correlation throughout: no kernel flip.  For ``a = 1`` this is the construction of Kong and Lucey, "Take it in your
stride: Do we need striding in CNNs?", arXiv 1712.02502.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.layout import ORDERS, Order
from symstride.algebra.shapes import check_shape, known_size, need_numbers, per_axis
from symstride.algebra.sizes import AxisBank, Origin
from symstride.errors import SpecError
from symstride.layers.integer import Integer, multiply, shown
from symstride.layers.layer import Conv, PerAxis

if TYPE_CHECKING:
    from symstride.algebra.entry import EntryIndices
    from symstride.algebra.weights import Places
else:  # replay does without these two, and a type hint with them resolves all the same
    EntryIndices = Places = Any

ORIGINS: tuple[str, ...] = get_args(Origin)


@dataclass(frozen=True)
class Bank:
    """The filter bank that ``expand`` made.  ``layer_spec`` has explicit padding; ``axes`` has one AxisBank per axis.

    ``made_for`` is the input size when the layer's padding was a word such as ``"same"``, which depends on it.
    """

    layer_spec: Conv
    phases: tuple[Integer, ...]
    origin: Origin
    order: Order
    drop_dead: bool
    made_for: tuple[Integer, ...] | None

    @cached_property
    def axes(self) -> tuple[AxisBank, ...]:
        """The bank along each axis."""
        pairs = zip(self.layer_spec.axes(), self.phases, strict=True)
        return tuple(AxisBank(axis, a, self.origin) for axis, a in pairs)

    # ------------------------------------------------------------ symbols

    @cached_property
    def symbols(self) -> tuple[sympy.Symbol, ...]:
        """The symbols that have no value yet, sorted by name."""
        found = {s for a in self.phases if isinstance(a, sympy.Expr) for s in a.free_symbols}
        return tuple(sorted(found.union(self.layer_spec.symbols), key=str))

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> Bank:
        """The bank with numbers (or expressions) for symbols: ``bank.subs(k=3, s=2)`` or ``bank.subs({k: 3})``."""
        from symstride.layers.substitution import by_symbol, substitute, substitute_layer

        symbols = by_symbol(self.symbols, {**(values or {}), **named}, "Bank.subs(...)")
        made_for = None if self.made_for is None else substitute(self.made_for, symbols)
        layer = substitute_layer(self.layer_spec, symbols)
        phases = substitute(self.phases, symbols)
        return Bank(layer, _phases(phases, layer.ndim), self.origin, self.order, self.drop_dead, made_for)

    @cached_property
    def indices(self) -> EntryIndices:
        """The index symbols of ``entry``, and its weights: in other letters where the layer has these for symbols."""
        from symstride.algebra.entry import entry_indices

        return entry_indices(self.layer_spec.ndim, map(str, self.symbols))

    @cached_property
    def entry(self) -> sympy.Expr:
        """``W~[tau, o, rho, c, u]`` in closed form, for symbols and numbers alike; ``indices`` names its symbols.

        It holds for ``0 <= tau < a``, ``0 <= rho < S`` and every integer ``u``; outside ``[umin, umax]`` it is 0.
        Phases have the numbers that they have before dead ones are dropped.
        """
        from symstride.algebra.entry import bank_entry

        return bank_entry(self.axes, self.indices)

    def polyphase(self, z: Any, weights: NDArray[Any] | None = None) -> sympy.ImmutableDenseMatrix:
        """The unit-stride layer in the z-domain: ``P(z) = sum over u of W[u]*z^u``, with ``z`` one for each axis.

        ``(O*A, C*phases)``, a matrix of Laurent polynomials whose rows and columns are ordered as in ``weight``, with
        zeros between groups.  Exact; without ``weights`` these are the symbols ``w[o, c, i]``.
        """
        from symstride.algebra.polyphase import polyphase

        return polyphase(self, z, weights)

    def symbol(self, theta: Any, weights: NDArray[Any] | None = None) -> sympy.ImmutableDenseMatrix:
        """``polyphase`` on the unit circle, at ``z = exp(i*theta)``: what the layer does at a frequency, exactly."""
        from symstride.algebra.polyphase import symbol

        return symbol(self, theta, weights)

    # ------------------------------------------------------------ the table of taps

    @cached_property
    def table(self) -> NDArray[np.int64]:
        """``table[tau, rho, u_1, ..., u_d]`` is the row-major number of the tap that stands there, or -1.

        Shape ``(A, S_total, K_1, ..., K_d)`` with ``A = prod a`` and ``S_total = prod S``, phases numbered row-major;
        after ``drop_dead`` only the phases in ``kept`` are left.
        """
        from symstride.algebra.weights import table_of_taps

        self.need_numbers("Bank.table", self._axis_symbols)
        return table_of_taps(self.axes, self.kept_by_axis)

    @property
    def output_phases(self) -> Integer:
        """``A``: how many phases the output has, over all axes."""
        return multiply(*self.phases)

    @property
    def input_phases(self) -> Integer:
        """How many phases of the input the bank reads channels for: ``S_total``, or fewer after ``drop_dead``."""
        if not self.drop_dead:
            return multiply(*(axis.S for axis in self.axes))
        self.need_numbers("Bank.input_phases", self._axis_symbols)
        return multiply(*(len(axis.live) for axis in self.axes))

    @cached_property
    def live(self) -> tuple[int, ...]:
        """The input phases that some tap reads, by their row-major numbers."""
        self.need_numbers("Bank.live", self._axis_symbols)
        return self._flat([axis.live for axis in self.axes])

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The input phases that the bank has channels for: all of them, or ``live`` after ``drop_dead``."""
        self.need_numbers("Bank.kept", self._axis_symbols)
        return self._flat(self.kept_by_axis)

    @property
    def kept_by_axis(self) -> tuple[Sequence[int], ...]:
        """Per axis, the input phases that the bank has channels for."""
        return tuple(axis.live if self.drop_dead else range(int(axis.S)) for axis in self.axes)

    def _flat(self, by_axis: Sequence[Sequence[int]]) -> tuple[int, ...]:
        from symstride.limits import MAX_LISTED, check_product

        sizes = [
            int(axis.S) if isinstance(row, range) else len(row) for axis, row in zip(self.axes, by_axis, strict=True)
        ]
        check_product("Bank.kept", sizes, MAX_LISTED, "input phases in a list", "input_phases counts them")
        numbers = [0]
        for axis, phases in zip(self.axes, by_axis, strict=True):
            numbers = [number * int(axis.S) + rho for number in numbers for rho in phases]
        return tuple(numbers)

    # ------------------------------------------------------------ the equivalent layer

    def layer(self, input_size: PerAxis | None = None) -> Conv:
        """The equivalent layer of stride 1 and dilation 1, for an input of ``input_size``.

        It runs on ``split(x)`` and its output is what ``merge`` takes.  Its low padding is ``-umin`` cells; its high
        padding is whatever makes ``ceil(M/a)`` outputs.  With the origin ``"padded"`` the phases carry the padding,
        circular or not, so that the layer itself pads with zeros.
        """
        spec, sizes = self.layer_spec, self._sizes(input_size, "Bank.layer(input_size)")
        circular = spec.padding_mode == "circular" and self.origin == "image"
        return Conv(
            in_channels=multiply(spec.in_channels, self.input_phases),
            out_channels=multiply(spec.out_channels, self.output_phases),
            kernel=tuple(axis.size for axis in self.axes),
            padding=tuple(axis.padding(n) for axis, n in zip(self.axes, sizes, strict=True)),
            groups=spec.groups,
            bias=spec.bias,
            padding_mode="circular" if circular else "zeros",
            activation=spec.activation,
            input_size=tuple(axis.cells(n) for axis, n in zip(self.axes, sizes, strict=True)),
        )

    def output_cells(self, input_size: PerAxis | None = None) -> tuple[Integer, ...]:
        """The output size of ``layer(input_size)``: ``ceil(M/a)`` per axis."""
        sizes = self._sizes(input_size, "Bank.output_cells(input_size)")
        return tuple(axis.outputs(n) for axis, n in zip(self.axes, sizes, strict=True))

    def _sizes(self, input_size: PerAxis | None, asked: str) -> tuple[Integer, ...]:
        sizes = known_size(self.layer_spec, input_size, asked)
        if self.made_for is not None and self.made_for != sizes:
            raise SpecError(
                asked,
                f"the input size {self.made_for} that this bank was made for",
                f"{sizes}, for which the layer's padding would be another",
                "expand the layer again with input_size=...",
            )
        if self.origin == "image":
            self.layer_spec.check_circular(sizes, self.phases)
        return sizes

    # ------------------------------------------------------------ numbers in, numbers out
    #
    # All of these take arrays of NumPy, PyTorch, JAX, or a library that follows the array API standard, answer with one
    # of the same library and dtype, and can be differentiated there.

    def weight(self, w: Any) -> Any:
        """The weights of the equivalent layer: ``(O, C/groups, *k)`` to ``(O*A, (C/groups)*phases, *K)``.

        Each weight is copied ``A`` times, bit for bit; every other entry is the dtype's zero.  Any dtype will do:
        floats of any width, integers, complex numbers, objects such as Fractions or SymPy expressions.
        """
        from symstride.algebra.bank_arrays import expanded

        return expanded(self, w)

    @cached_property
    def gather(self) -> NDArray[np.int64]:
        """For each entry of ``weight(w)``, the row-major number of the weight that stands there, or -1 for a zero.

        So ``weight(w)`` is ``numpy.append(w, 0)[gather]``, in any library that takes an array of indices.
        """
        from symstride.algebra.bank_arrays import numbers_of_weights

        return numbers_of_weights(self)

    def copies(self, weight: Any) -> Any:
        """The places of each weight in a bank: ``(O*A, (C/groups)*phases, *K)`` to ``(A, O, C/groups, *k)``.

        Whatever the bank is: ``copies(W)[tau]`` are the entries where ``weight`` puts its copies for output phase
        number ``tau``, and ``copies(weight(w))[tau]`` is ``w``.
        """
        from symstride.algebra.bank_arrays import copied

        return copied(self, weight)

    def kernel(self, weight: NDArray[Any]) -> NDArray[Any]:
        """The weights whose bank this is: undoes ``weight``.

        ``(O*A, (C/groups)*phases, *K)`` to ``(O, C/groups, *k)``, NumPy arrays of any dtype; NaN equals NaN here.
        SpecError for an array that is no bank of weights, with its first entry that is not what it must be: zero, or
        equal to the entry of the first output phase that it is a copy of.
        """
        from symstride.algebra.bank_arrays import kernel_of

        return kernel_of(self, weight)

    @cached_property
    def places(self) -> Places:
        """Which weight stands where, axis by axis: what the arrays below are filled by."""
        from symstride.algebra.weights import places

        return places(self.axes, self.kept_by_axis)

    @cached_property
    def weight_shape(self) -> tuple[int, ...]:
        """The shape of ``weight(w)``."""
        self.need_numbers("Bank.weight_shape", self.symbols)
        out, per_group, *_ = self.layer_spec.weight_shape
        sizes = (int(axis.size) for axis in self.axes)
        return (int(out) * int(self.output_phases), int(per_group) * int(self.input_phases), *sizes)

    def bias(self, b: Any) -> Any:
        """The bias of the equivalent layer, ``(O,)`` to ``(O*A,)``: repeated for each output phase.  None stays."""
        from symstride.algebra.bank_arrays import repeated

        return repeated(self, b)

    def split(self, x: Any) -> Any:
        """The phases of a signal, ``X[rho, c, m] = x[c, S*m + rho]``: ``(batch, C, *N)`` to ``(batch, C*phases, *N')``.

        ``N' = ceil(N/S)``; the last cell is filled up with zeros.  For the origin ``"padded"`` the signal is padded
        (or cropped) first.  Channels are ordered as ``order`` says, inside each group.
        """
        from symstride.algebra.arrays import rearranged

        x = self._checked_input("Bank.split(x)", x)
        self._check_split("Bank.split(x)", x)
        return rearranged(x, self._split)

    def _split(self, x: NDArray[Any]) -> NDArray[Any]:
        from symstride.algebra import signals

        spec = self.layer_spec
        return signals.split(x, self.axes, self.kept_by_axis, int(spec.groups), self.order, spec.padding_mode)

    def split_output(self, y: Any) -> Any:
        """The phases of an output, ``Y[tau, o, m] = y[o, a*m + tau]``: what ``merge`` puts together again.

        ``(batch, O, *M)`` to ``(batch, O*A, *M')`` with ``M' = ceil(M/a)``; the last cell is filled up with zeros.
        """
        from symstride.algebra.bank_arrays import split_output

        return split_output(self, y)

    def merge(self, y: Any, output_size: PerAxis) -> Any:
        """The signal with these phases, ``y[o, a*m + tau] = Y[tau, o, m]``.

        ``(batch, O*A, *M')`` to ``(batch, O, *M)`` with ``M = output_size`` and ``M' = ceil(M/a)``.
        What the last cell has past ``M`` is cut off.
        """
        from symstride.algebra.bank_arrays import merged

        return merged(self, y, output_size)

    def apply(self, x: Any, w: Any, b: Any = None) -> Any:
        """The strided layer, evaluated without stride: split, the equivalent layer, merge.

        ``(batch, C, *N)`` to ``(batch, O, *M)``.  Equal to the strided layer over every commutative semiring: on
        integers (wrapping ones too), Fractions and expressions exactly, on floats up to the order of summation.
        Infinities and NaN in ``x`` are outside of that: a structural zero times infinity is NaN.
        The activation, a pointwise map that commutes with phases, is left out.
        """
        from symstride.algebra.bank_arrays import applied

        return applied(self, x, w, b)

    def _checked_input(self, asked: str, x: Any) -> Any:
        from symstride.algebra.arrays import as_any_array

        self.need_numbers(asked, self.symbols)
        x = as_any_array(asked, x)
        spec = self.layer_spec
        check_shape(asked, x, (None, spec.in_channels, *(None,) * spec.ndim), "(batch, in_channels, *space)")
        self._sizes(x.shape[2:], asked)
        spec.output_size(x.shape[2:])  # refuses an input that the kernel does not fit into
        return x

    # ------------------------------------------------------------ refusals

    def _check_split(self, asked: str, x: Any) -> None:
        """Refuse a signal whose phases, padding included, take too many bytes."""
        from symstride.algebra.arrays import each_bytes
        from symstride.limits import check_bytes

        places = (multiply(axis.S, axis.cells(n)) for axis, n in zip(self.axes, x.shape[2:], strict=True))
        check_bytes(asked, (*x.shape[:2], *places), each_bytes(x))

    @cached_property
    def _axis_symbols(self) -> set[sympy.Symbol]:
        values = [v for axis in self.axes for v in (axis.axis.kernel, axis.axis.dilation, axis.S, axis.shift)]
        return {symbol for value in values if isinstance(value, sympy.Expr) for symbol in value.free_symbols}

    def need_numbers(self, asked: str, symbols: Sequence[sympy.Symbol] | set[sympy.Symbol]) -> None:
        """Refuse symbols where only numbers will do."""
        names = ", ".join(f"{name}=..." for name in sorted(str(symbol) for symbol in symbols))
        need_numbers(asked, symbols, f"give them numbers: bank.subs({names}); entry and sizes work with symbols")

    # ------------------------------------------------------------ display

    def _repr_html_(self) -> str:
        from symstride.algebra.display import bank_html

        return bank_html(self)

    def _repr_latex_(self) -> str:
        from symstride.algebra.display import bank_latex

        return bank_latex(self)


def expand(
    layer: Conv,
    phases: PerAxis = 1,
    origin: str = "image",
    order: str = "channel_major",
    drop_dead: bool = False,
    input_size: PerAxis | None = None,
) -> Bank:
    """The filter bank of the unit-stride layer that equals ``layer`` on phases.

    ``phases``: how many phases ``a`` the output is to have, one number or one per axis.
    ``origin``: ``"image"`` starts phase 0 at the first place of the image, as layers inside a network need it;
    ``"padded"`` starts where the padding starts, which gives the smallest kernel, ``ceil((D + 1)/S)`` for ``a = 1``.
    ``order``: the layout of channels and phases, ``"channel_major"`` (PyTorch) or ``"phase_major"`` (ONNX,
    TensorFlow).  ``drop_dead`` leaves out input phases that no tap reads.  ``input_size`` is needed for ``"same"``
    padding, unless the layer carries it.
    """
    if not isinstance(layer, Conv):
        raise _no_layer(layer)
    _one_of("origin", origin, ORIGINS)
    _one_of("order", order, ORDERS)
    made_for = known_size(layer, input_size, "expand(input_size=...)") if isinstance(layer.padding, str) else None
    counts = _phases(phases, layer.ndim)
    resolved = layer.resolved(made_for)
    bank = Bank(resolved, counts, origin, order, bool(drop_dead), made_for)  # type: ignore[arg-type]  # checked above
    _check_now(bank, input_size)
    return bank


def _check_now(bank: Bank, input_size: PerAxis | None) -> None:
    """What can be refused at once: a size that the phases do not divide, dead phases of unknown number."""
    if input_size is not None or bank.layer_spec.input_size is not None:
        bank._sizes(input_size, "expand(input_size=...)")
    if bank.drop_dead:
        bank.need_numbers("expand(drop_dead=True)", bank._axis_symbols)


def _no_layer(got: object) -> SpecError:
    from symstride.layers.asked import no_layer  # replay, which has a layer, does not load it

    return no_layer("expand(layer)", got)


def _one_of(name: str, value: object, known: Sequence[str]) -> None:
    if value not in known:
        spelled = " or ".join(f'"{word}"' for word in known)
        raise SpecError(f"expand({name}=...)", spelled, shown(value), f'write {name}="{known[0]}"')


def _phases(value: object, ndim: int) -> tuple[Integer, ...]:
    return per_axis(value, ndim, "expand(phases=...)")
