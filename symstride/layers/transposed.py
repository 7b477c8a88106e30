"""A transposed convolution as a frozen record: the adjoint of a ``Conv``, with a bias of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from symstride.errors import SpecError
from symstride.layers.axis import Axis
from symstride.layers.described import Described
from symstride.layers.integer import Integer, add, integer, multiply, shown
from symstride.layers.layer import Conv, Padding, PerAxis, check_symbols, one_kernel, per_group


@dataclass(frozen=True, slots=True, init=False, repr=False)
class ConvTranspose(Described):
    """A transposed convolution (no kernel flip) over ``ndim`` axes:

        z[o, t] = b[o] + sum over c, j, i with stride*j + dilation*i - low = t of  w[c, o', i] * x[c, j]

    per axis ``0 <= i < kernel``, ``0 <= j < N``, ``0 <= t < output_size``; ``c`` runs over the input channels of the
    group of ``o``, which is ``g = o // out_per_group``, and ``o' = o - out_per_group*g``.  ``w`` has shape
    ``weight_shape = (in_channels, out_channels // groups, *kernel)``, as in PyTorch and ONNX.

    ``low`` and ``high`` of ``padding`` take places away from the full output, ``output_padding`` adds some behind it;
    negative padding adds places too.  Nothing is summed up in places that no product reaches: they hold the bias.

    ``kernel`` (or ``kernel_size``), ``stride``, ``dilation`` and ``output_padding`` take one value or one per axis;
    ``padding`` as in ``Conv``, but no word: what "same" means depends on the framework.  Every integer may be a SymPy
    expression.  Refuses, with SpecError, what ``Conv`` refuses.
    """

    in_channels: Integer
    out_channels: Integer
    kernel: tuple[Integer, ...]
    stride: tuple[Integer, ...]
    padding: tuple[tuple[Integer, Integer], ...]
    dilation: tuple[Integer, ...]
    output_padding: tuple[Integer, ...]
    groups: Integer
    bias: bool

    def __init__(
        self,
        in_channels: Integer,
        out_channels: Integer,
        kernel: PerAxis | None = None,
        stride: PerAxis = 1,
        padding: Padding = 0,
        dilation: PerAxis = 1,
        output_padding: PerAxis = 0,
        groups: Integer = 1,
        bias: bool = True,
        ndim: int | None = None,
        *,
        kernel_size: PerAxis | None = None,
    ) -> None:
        kernel = one_kernel("ConvTranspose(...)", kernel, kernel_size)
        if isinstance(padding, str):
            raise SpecError(_asked("padding"), "numbers", repr(padding)[:80], "write (low, high) for each axis")
        try:
            plain = Conv(out_channels, in_channels, kernel, stride, padding, dilation, groups, bias, ndim=ndim)
        except SpecError as why:
            raise SpecError(f"ConvTranspose, as a {why.asked}", why.expected, why.got, why.hint) from None
        values: dict[str, Any] = {
            "in_channels": plain.out_channels,
            "out_channels": plain.in_channels,
            "output_padding": _per_axis(output_padding, plain.ndim),
        }
        for name in ("kernel", "stride", "padding", "dilation", "groups", "bias"):
            values[name] = getattr(plain, name)
        for name, value in values.items():
            object.__setattr__(self, name, value)
        check_symbols(self.symbols)

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return len(self.kernel)

    @property
    def in_per_group(self) -> Integer:
        """``in_channels // groups``: the channels that one output reads."""
        return per_group("in_channels", self.in_channels, self.groups)

    @property
    def out_per_group(self) -> Integer:
        """``out_channels // groups``."""
        return per_group("out_channels", self.out_channels, self.groups)

    @property
    def weight_shape(self) -> tuple[Integer, ...]:
        """``(in_channels, out_channels // groups, *kernel)``."""
        return (self.in_channels, self.out_per_group, *self.kernel)

    def output_size(self, input_size: PerAxis) -> tuple[Integer, ...]:
        """``T = stride*(N - 1) + dilation*(kernel - 1) + 1 - low - high + output_padding`` per axis."""
        given = tuple(input_size) if isinstance(input_size, Sequence) else (input_size,) * self.ndim
        if len(given) != self.ndim:
            asked, expected = "ConvTranspose.output_size(input_size)", f"one size for each of {self.ndim} axes"
            raise SpecError(asked, expected, f"{len(given)} sizes", "count the axes")
        rows = zip(given, self.kernel, self.stride, self.padding, self.dilation, self.output_padding, strict=True)
        sizes = tuple(
            add(multiply(s, n - 1), multiply(dl, k - 1), 1, -low, -high, more)
            for n, k, s, (low, high), dl, more in rows
        )
        if any(n < 1 for n in (*given, *sizes) if isinstance(n, int)):
            asked, got = "ConvTranspose.output_size(input_size)", f"{sizes} outputs for {given} places"
            raise SpecError(asked, "at least one place before and after", got, "shrink the padding")
        return sizes

    def _repr_latex_(self) -> str:
        from symstride.layers.display import transposed_equations

        return "$\\displaystyle " + r" \qquad ".join(transposed_equations(self)) + "$"

    def _repr_html_(self) -> str:
        from symstride.layers.display import transposed_html

        return transposed_html(self)

    @property
    def adjoint(self) -> Conv:
        """The layer whose transpose this is: it takes ``output_size(N)`` places to ``N``, by the same weights.

        Its high padding is ``high - output_padding``.  It has no bias.
        """
        rows = zip(self.padding, self.output_padding, strict=True)
        padding = tuple((low, add(high, -more)) for (low, high), more in rows)
        steps = (self.kernel, self.stride, padding, self.dilation)
        return Conv(self.out_channels, self.in_channels, *steps, groups=self.groups, bias=False)


def output_padding(layer: Conv, input_size: PerAxis | None = None) -> tuple[Integer, ...]:
    """With which ``output_padding`` the transpose of ``layer`` gives its input size ``N`` back, per axis:

        (N + low + high - dilation*(kernel - 1) - 1) mod stride

    the places that no window of the layer reaches.  Numbers or symbols, as in ``Conv.output_size``, which says what is
    refused.
    """
    from symstride.layers.asked import need_layer

    need_layer("output_padding(layer)", layer)
    given: Any = input_size
    known = layer if given is None else replace(layer, input_size=given)
    outputs = known.output_size()
    rows = zip(known.resolved().axes(), known.input_size or (), outputs, strict=True)
    return tuple(_left(axis, n, m) for axis, n, m in rows)


def _left(axis: Axis, size: Integer, outputs: Integer) -> Integer:
    """The places behind the last of ``outputs`` windows: as many as the size reaches past them."""
    reach = add(multiply(axis.stride, add(outputs, -1)), multiply(axis.dilation, add(axis.kernel, -1)), 1)
    return add(size, axis.low, axis.high, multiply(-1, reach))


def _asked(name: str) -> str:
    return f"ConvTranspose({name}=...)"


def _per_axis(value: PerAxis, axes: int) -> tuple[Integer, ...]:
    listed = tuple(value) if isinstance(value, Sequence) else (value,) * axes
    if len(listed) != axes:
        raise SpecError(_asked("output_padding"), f"one number, or {axes}", shown(value), "count the axes")
    return tuple(integer(n, _asked("output_padding"), 0) for n in listed)
