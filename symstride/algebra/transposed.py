"""The bank of a transposed convolution: the forward bank with input and output phases exchanged and ``u -> -u``.

Per axis, for ``a`` phases of the input and ``S = stride*a`` phases of the output (several axes are a product of axes):

    X[tau, c, n] = x[c, a*n + tau]        0 <= tau < a
    Z[rho, o, m] = z[o, S*m + rho]        0 <= rho < S
    Z[rho, o, m] = b[o] + sum over c, tau and umin <= u <= umax of  W~[tau, c, rho, o, u] * X[tau, c, m - u]

with ``W~`` the bank of the forward layer (``algebra.bank``), so the right side has stride 1 and dilation 1.  It is the
theorem ``transposed-layer`` of the catalogue.  For ``a = 1`` this is sub-pixel convolution: a unit-stride layer, then
depth-to-space (Shi et al., arXiv 1609.05158).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from symstride.algebra.bank import Bank, expand
from symstride.algebra.layout import Order
from symstride.algebra.shapes import as_array, check_shape, need_numbers, per_axis
from symstride.algebra.sizes import AxisBank
from symstride.errors import SpecError
from symstride.layers.integer import Integer, add, multiply
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.rounding import ceil_div
from symstride.layers.transposed import ConvTranspose

if TYPE_CHECKING:
    import sympy
    from numpy.typing import NDArray


@dataclass(frozen=True)
class TransposedBank:
    """The unit-stride form of ``layer_spec``.  ``forward`` is the bank of its adjoint layer, at the same ``a``."""

    layer_spec: ConvTranspose
    forward: Bank

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    @property
    def order(self) -> Order:
        """How channels and phases are laid out, inside each group: see ``algebra.layout``."""
        return self.forward.order

    @property
    def axes(self) -> tuple[AxisBank, ...]:
        """The forward bank along each axis: ``a``, ``S``, ``umin``, ``umax`` and the table of taps."""
        return self.forward.axes

    @property
    def input_phases(self) -> Integer:
        """``A``: how many phases the input has, over all axes."""
        return self.forward.output_phases

    @property
    def output_phases(self) -> Integer:
        """How many phases the output has, over all axes.  None is left out: those that no tap writes hold the bias."""
        return self.forward.input_phases

    # ------------------------------------------------------------ symbols

    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]:
        """The symbols that have no value yet, sorted by name."""
        return tuple(sorted({*self.layer_spec.symbols, *self.forward.symbols}, key=str))

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> TransposedBank:
        """The bank with numbers (or expressions) for symbols: ``bank.subs(k=3, s=2)`` or ``bank.subs({k: 3})``."""
        from symstride.layers.substitution import by_symbol, substitute, substitute_layer

        symbols = by_symbol(self.symbols, {**(values or {}), **named}, "TransposedBank.subs(...)")
        layer, phases = substitute_layer(self.layer_spec, symbols), substitute(self.forward.phases, symbols)
        return expand_transposed(layer, phases, self.order)

    def need_numbers(self, asked: str) -> None:
        """Refuse symbols where only numbers will do."""
        names = ", ".join(f"{symbol}=..." for symbol in self.symbols)
        hint = f"give them numbers: bank.subs({names}); layer, sizes and forward.entry work with symbols"
        need_numbers(asked, self.symbols, hint)

    # ------------------------------------------------------------ the equivalent layer

    def layer(self, input_size: PerAxis) -> Conv:
        """The equivalent layer of stride 1 and dilation 1, for an input of ``input_size`` places.

        It takes the ``N' = ceil(N/a)`` cells of the input to the ``T' = ceil(T/S)`` cells of the output.  As a
        correlation its tap ``v`` is ``u = umax - v``, so its low padding is ``umax`` cells and its high padding
        ``T' - N' - umin``; negative ones crop.
        """
        spec = self.layer_spec
        rows = zip(self.axes, self.cells(input_size), self.output_cells(input_size), strict=True)
        padding = [(axis.umax, add(after, -cells, -axis.umin)) for axis, cells, after in rows]
        return Conv(
            in_channels=multiply(spec.in_channels, self.input_phases),
            out_channels=multiply(spec.out_channels, self.output_phases),
            kernel=tuple(axis.size for axis in self.axes),
            padding=tuple(padding),
            groups=spec.groups,
            bias=spec.bias,
        )

    def cells(self, input_size: PerAxis) -> tuple[Integer, ...]:
        """``N' = ceil(N/a)`` per axis: the input size of ``layer(input_size)``."""
        sizes = per_axis(input_size, len(self.axes), "TransposedBank.cells(input_size)")
        return tuple(ceil_div(n, axis.a) for n, axis in zip(sizes, self.axes, strict=True))

    def output_cells(self, input_size: PerAxis) -> tuple[Integer, ...]:
        """``T' = ceil(T/S)`` per axis: the output size of ``layer(input_size)``."""
        outputs = self.layer_spec.output_size(input_size)
        return tuple(ceil_div(t, axis.S) for t, axis in zip(outputs, self.axes, strict=True))

    # ------------------------------------------------------------ numbers in, numbers out

    @property
    def weight_shape(self) -> tuple[int, ...]:
        """The shape of ``weight(w)``: ``(O*phases, (C/groups)*A, *K)``."""
        self.need_numbers("TransposedBank.weight_shape")
        spec, sizes = self.layer_spec, (int(axis.size) for axis in self.axes)
        return (int(spec.out_channels * self.output_phases), int(spec.in_per_group * self.input_phases), *sizes)

    def weight(self, w: NDArray[Any]) -> NDArray[Any]:
        """The weights of the equivalent layer: ``(C, O/groups, *k)`` to ``(O*phases, (C/groups)*A, *K)``.

        Entry ``((o, rho), (c, tau), umax - u)`` is ``W~[tau, c, rho, o, u]``.  Bit-exact copies, in any dtype.
        """
        import numpy as np

        self.need_numbers("TransposedBank.weight(w)")
        spec, forward = self.layer_spec, self.forward.weight(w)  # (C*A, (O/groups)*phases, *K)
        parts = forward.reshape(spec.groups, -1, *forward.shape[1:]).swapaxes(1, 2)  # (g, (o, rho), (c, tau), *K)
        mirrored = np.flip(parts, axis=tuple(range(3, parts.ndim)))
        return np.ascontiguousarray(mirrored).reshape(self.weight_shape)

    def bias(self, b: NDArray[Any] | None) -> NDArray[Any] | None:
        """The bias of the equivalent layer, ``(O,)`` to ``(O*phases,)``: repeated for each output phase."""
        import numpy as np

        from symstride.algebra.layout import flatten

        if b is None:
            return None
        self.need_numbers("TransposedBank.bias(b)")
        b = as_array("TransposedBank.bias(b)", b)
        check_shape("TransposedBank.bias(b)", b, (self.layer_spec.out_channels,), "(out_channels,)")
        parts = b.reshape(1, self.layer_spec.groups, -1, 1)  # (1, g, o, 1)
        repeated: NDArray[Any] = flatten(np.repeat(parts, self.output_phases, axis=3), self.order)[0]
        return repeated

    def split(self, x: NDArray[Any]) -> NDArray[Any]:
        """The phases of a signal, ``X[tau, c, n] = x[c, a*n + tau]``: ``(batch, C, *N)`` to ``(batch, C*A, *N')``.

        The last cell is filled up with zeros.
        """
        from symstride.algebra import signals

        self.need_numbers("TransposedBank.split(x)")
        spec = self.layer_spec
        x = as_array("TransposedBank.split(x)", x)
        expected = (None, spec.in_channels, *(None,) * spec.ndim)
        check_shape("TransposedBank.split(x)", x, expected, "(batch, in_channels, *space)")
        cells = [AxisBank(type(axis.axis)(1), axis.a, "image") for axis in self.axes]  # phases by a, nothing else
        return signals.split(x, cells, [range(int(c.S)) for c in cells], int(spec.groups), self.order, "zeros")

    def merge(self, z: NDArray[Any], output_size: Sequence[int]) -> NDArray[Any]:
        """The signal with these phases, ``z[o, S*m + rho] = Z[rho, o, m]``: ``(batch, O*phases, *T')`` to
        ``(batch, O, *T)``; what the last cell has past ``T = output_size`` is cut off."""
        from symstride.algebra import signals

        self.need_numbers("TransposedBank.merge(z)")
        spec = self.layer_spec
        z = as_array("TransposedBank.merge(z)", z)
        expected = (None, spec.out_channels * self.output_phases, *(None,) * spec.ndim)
        check_shape("TransposedBank.merge(z)", z, expected, "(batch, out_channels * phases, *cells)")
        steps = [int(axis.S) for axis in self.axes]
        return signals.merge(z, steps, tuple(int(n) for n in output_size), int(spec.groups), self.order)

    def apply(self, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None = None) -> NDArray[Any]:
        """The transposed layer, evaluated without stride: ``(batch, C, *N)`` to ``(batch, O, *T)``.

        Phases of ``x``, the equivalent layer, and its output's phases in their places; what is past ``T`` goes.
        """
        from symstride.algebra.correlation import correlate

        phases, sizes = self.split(x), as_array("TransposedBank.apply(x, w, b)", x).shape[2:]
        z = correlate(self.layer(sizes), phases, self.weight(w), self.bias(b))
        return self.merge(z, self.layer_spec.output_size(sizes))


def expand_transposed(layer: ConvTranspose, phases: PerAxis = 1, order: str = "channel_major") -> TransposedBank:
    """The bank of the unit-stride layer that equals ``layer`` on phases.

    ``phases``: how many phases ``a`` the *input* has, one number or one per axis; the output then has ``stride*a``.
    ``order``: the layout of channels and phases, ``"channel_major"`` or ``"phase_major"``, inside each group.
    """
    if not isinstance(layer, ConvTranspose):
        raise SpecError("expand_transposed(layer)", "a ConvTranspose", repr(layer)[:80], "expand(layer) takes a Conv")
    return TransposedBank(layer, expand(layer.adjoint, phases, "image", order))
