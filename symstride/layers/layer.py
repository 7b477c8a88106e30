"""A convolution layer as a frozen record: checked once, normalised once, then plain data."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import sympy

from symstride.errors import NotSupported, SpecError
from symstride.layers.activations import IDENTITY, KNOWN, OF_KERAS
from symstride.layers.axis import Axis, same_padding
from symstride.layers.integer import Integer, add, exact_quotient, integer, multiply, shown
from symstride.layers.plain import layer_from_dict, layer_to_dict
from symstride.layers.rounding import ceil_div

if TYPE_CHECKING:
    from symstride.layers.cost import Cost
else:
    Cost = Any  # loaded where a cost is asked for

PerAxis: TypeAlias = Integer | Sequence[Integer]
"""One value for every axis, or one value per axis."""

Padding: TypeAlias = str | Integer | Sequence[Integer | Sequence[Integer]]
"""``"valid"``, ``"same"``, ``"same_lower"``, a number of places for both sides of every axis, or one entry per axis:
a number for both sides or a pair (low, high)."""

MAX_AXES = 9  # the theorems number their bound variables m1 to m9, one per axis

_ODD_PLACE = {"same": "high", "same_lower": "low"}
_ACTIVATION = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_EDGE_MODES = ("reflect", "replicate")


class Record:
    """A record that refuses an argument that it does not know, and names the one that may be meant."""

    __slots__ = ()

    def __new__(cls, *given: object, **named: object) -> Self:
        if not named.keys() <= cls.__init__.__annotations__.keys():
            from symstride.layers.keywords import unknown_argument

            raise unknown_argument(cls, named)
        return super().__new__(cls)


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Conv(Record):
    """A convolution (cross-correlation, no kernel flip) over ``ndim`` axes:

        y[o, j] = act( b[o] + sum over c, i of  w[o, c, i] * x[in_per_group*g + c, stride*j + dilation*i - low] )

    per axis ``0 <= i < kernel``, ``0 <= j < output_size``; ``0 <= c < in_per_group``, ``0 <= o < out_channels`` and
    ``g = o // out_per_group``.  ``w`` has shape ``weight_shape``.  ``x`` is 0 outside its range
    (``padding_mode="zeros"``) or repeats (``"circular"``).

    Every integer may be a SymPy expression.  ``kernel``, which may be called ``kernel_size`` as well, ``stride`` and
    ``dilation`` take one value or one per axis; ``ndim`` is needed when nothing else tells the number of axes.
    ``padding`` takes a number, one entry per axis (a number or a pair (low, high); negative crops), ``"valid"``,
    ``"same"`` (SAME_UPPER: ONNX, TensorFlow, Keras, JAX) or ``"same_lower"``.  ``"same"`` depends on the input size
    unless all strides are 1, so it stays a word until ``axes`` or ``resolved`` is given that size.  ``activation``
    names a pointwise map (``layers.activations``).

    Refuses, with SpecError: sizes below 1, groups that do not divide the channels, lists of the wrong length,
    booleans and floats for integers, unknown modes, a kernel larger than the padded input when all are known.
    """

    in_channels: Integer
    out_channels: Integer
    kernel: tuple[Integer, ...]
    stride: tuple[Integer, ...]
    padding: str | tuple[tuple[Integer, Integer], ...]
    dilation: tuple[Integer, ...]
    groups: Integer
    bias: bool
    padding_mode: str
    ndim: int
    activation: str | None
    input_size: tuple[Integer, ...] | None

    def __init__(
        self,
        in_channels: Integer,
        out_channels: Integer,
        kernel: PerAxis | None = None,
        stride: PerAxis = 1,
        padding: Padding = 0,
        dilation: PerAxis = 1,
        groups: Integer = 1,
        bias: bool = True,
        padding_mode: str = "zeros",
        ndim: int | None = None,
        activation: str | None = None,
        input_size: PerAxis | None = None,
        *,
        kernel_size: PerAxis | None = None,
    ) -> None:
        kernel = one_kernel("Conv(...)", kernel, kernel_size)
        axes = _count_axes(
            ndim, kernel=kernel, stride=stride, dilation=dilation, padding=padding, input_size=input_size
        )
        strides = _per_axis("stride", stride, axes, 1)
        values = {
            "in_channels": integer(in_channels, _asked("in_channels"), 1),
            "out_channels": integer(out_channels, _asked("out_channels"), 1),
            "kernel": _per_axis("kernel", kernel, axes, 1),
            "stride": strides,
            "padding": _padding(padding, axes),
            "dilation": _per_axis("dilation", dilation, axes, 1),
            "groups": integer(groups, _asked("groups"), 1),
            "bias": _flag(bias),
            "padding_mode": _mode(padding_mode),
            "ndim": axes,
            "activation": _activation(activation),
            "input_size": None if input_size is None else _per_axis("input_size", input_size, axes, 1),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)
        if self.padding in _ODD_PLACE and all(s == 1 for s in strides):
            # stride 1 makes "same" independent of the input size, so any size will do; checked like what is passed
            object.__setattr__(self, "padding", _padding(self._same((1,) * axes), axes))
        self._check()

    def _check(self) -> None:
        check_symbols(self.symbols)
        for name, channels in (("in_channels", self.in_channels), ("out_channels", self.out_channels)):
            per_group(name, channels, self.groups)
        if self.input_size is not None:
            self.output_size()

    # ------------------------------------------------------------ shapes

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
        """``(out_channels, in_channels // groups, *kernel)``."""
        return (self.out_channels, self.in_per_group, *self.kernel)

    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]:
        """The symbols that occur, sorted by name."""
        found = {symbol for value in leaves(self) if isinstance(value, sympy.Expr) for symbol in value.free_symbols}
        return tuple(sorted(found, key=lambda symbol: (symbol.name, sympy.srepr(symbol))))

    @property
    def is_symbolic(self) -> bool:
        """Whether any size is an expression and not an int."""
        return any(isinstance(value, sympy.Expr) for value in leaves(self))

    @property
    def is_depthwise(self) -> bool:
        """Whether each input channel is a group of its own: ``groups == in_channels``."""
        return bool(self.groups == self.in_channels)

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> Conv:
        """The layer with numbers (or expressions) for symbols: ``layer.subs(k=3, s=2)`` or ``layer.subs({k: 3})``."""
        from symstride.layers.substitution import by_symbol, substitute_layer

        return substitute_layer(self, by_symbol(self.symbols, {**(values or {}), **named}, "Conv.subs(...)"))

    # ------------------------------------------------------------ sizes

    def axes(self, input_size: PerAxis | None = None) -> tuple[Axis, ...]:
        """One ``Axis`` per spatial axis, with explicit padding.

        ``"same"`` is worked out from ``input_size``, or else from the layer's own; SpecError when neither is known.
        """
        padding = self.padding
        if isinstance(padding, str):
            padding = self._same(self._size(input_size, "Conv.axes(input_size)"))
        rows = zip(self.kernel, self.stride, self.dilation, padding, strict=True)
        return tuple(Axis(k, s, dl, low, high) for k, s, dl, (low, high) in rows)

    def output_size(self, input_size: PerAxis | None = None) -> tuple[Integer, ...]:
        """The number of outputs per axis, ``floor((N + low + high - dilation*(kernel-1) - 1)/stride) + 1``.

        Under ``"same"`` that is ``ceil(N/stride)``.
        """
        sizes = self._size(input_size, "Conv.output_size(input_size)")
        if isinstance(self.padding, str):
            return tuple(ceil_div(n, s) for n, s in zip(sizes, self.stride, strict=True))
        return tuple(axis.output_size(n) for axis, n in zip(self.axes(), sizes, strict=True))

    def cost(self, input_size: PerAxis | None = None) -> Cost:
        """Multiply-adds, parameters and outputs for one sample of ``input_size``."""
        from symstride.layers.cost import Cost

        outputs = multiply(self.out_channels, *self.output_size(input_size))
        weights = multiply(*self.weight_shape)
        parameters = add(weights, self.out_channels) if self.bias else weights
        return Cost(multiply(outputs, self.in_per_group, *self.kernel), parameters, outputs)

    def resolved(self, input_size: PerAxis | None = None) -> Conv:
        """The same layer with explicit padding.  One whose padding is explicit already is returned as it is.

        The result of resolving ``"same"`` carries the input size, since it holds for that size only.
        """
        if not isinstance(self.padding, str):
            return self
        sizes = self._size(input_size, "Conv.resolved(input_size)")
        return replace(self, padding=self._same(sizes), input_size=sizes)

    def check_circular(self, input_size: PerAxis | None = None, phases: PerAxis = 1) -> None:
        """Refuse a circular layer whose input does not consist of whole cells: ``stride*phases`` must divide ``N``.

        Layers with zero padding pass; so do symbols, for which divisibility is a hypothesis and not a fact.
        """
        if self.padding_mode != "circular":
            return
        sizes = self._size(input_size, "Conv.check_circular(input_size)")
        counts = _per_axis("phases", phases, self.ndim, 1)
        for n, s, a in zip(sizes, self.stride, counts, strict=True):
            cell = multiply(s, a)
            if isinstance(n, int) and isinstance(cell, int) and n % cell:
                raise SpecError(
                    "a circular layer in phases",
                    f"an input size that stride*phases = {s}*{a} = {cell} divides",
                    f"an input of {n} places, which leaves {n % cell} over",
                    f"use {n - n % cell + cell} places, fewer phases, or zero padding",
                )

    def _size(self, input_size: PerAxis | None, asked: str) -> tuple[Integer, ...]:
        if input_size is not None:
            return _per_axis("input_size", input_size, self.ndim, 1, asked)
        if self.input_size is not None:
            return self.input_size
        raise SpecError(
            asked,
            "the size of the input",
            f"none, and the layer carries none; its padding is {shown(self.padding)}",
            "pass input_size, one number per axis, for instance (224, 224) or a symbol N",
        )

    def _same(self, sizes: Sequence[Integer]) -> tuple[tuple[Integer, Integer], ...]:
        odd = _ODD_PLACE[str(self.padding)]
        rows = zip(self.kernel, self.stride, self.dilation, sizes, strict=True)
        return tuple(same_padding(k, s, dl, n, odd) for k, s, dl, n in rows)

    # ------------------------------------------------------------ text

    def __repr__(self) -> str:
        from symstride.layers.printed import conv_repr

        return conv_repr(self)

    def _repr_latex_(self) -> str:
        from symstride.layers.display import conv_latex

        return conv_latex(self)

    def _repr_html_(self) -> str:
        from symstride.layers.display import conv_html

        return conv_html(self)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON data; expressions become ``{"expr": "2*n"}``."""
        return layer_to_dict(self, [field.name for field in fields(self)])

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Conv:
        """The layer that ``to_dict`` described.  Expressions are parsed, never evaluated."""
        return layer_from_dict(cls, [field.name for field in fields(cls)], data)


# ---------------------------------------------------------------- checks of single arguments


def _asked(name: str) -> str:
    return f"Conv({name}=...)"


def one_kernel(asked: str, kernel: PerAxis | None, kernel_size: PerAxis | None) -> PerAxis:
    """The kernel, under one of its two names."""
    given = kernel if kernel_size is None else kernel_size
    if given is None or (kernel is not None and kernel_size is not None):
        got = "neither" if given is None else f"kernel={shown(kernel)} and kernel_size={shown(kernel_size)}"
        raise SpecError(asked, "kernel or kernel_size, one of them", got, "write kernel=(3, 3)")
    return given


def _is_list(value: object) -> bool:
    # arrays count as lists, except those with no axes: numpy scalars are single values
    if isinstance(value, Sequence):
        return not isinstance(value, str | bytes)
    return hasattr(value, "tolist") and getattr(value, "ndim", 0) > 0


def _count_axes(ndim: object, **arguments: Any) -> int:
    lengths = {name: len(value) for name, value in arguments.items() if _is_list(value)}
    if ndim is not None:
        lengths["ndim"] = _number_of_axes(ndim)
    if not lengths:
        raise SpecError(
            _asked("ndim"),
            "the number of axes",
            "single values for every argument",
            "pass ndim=2, or one value per axis, for instance kernel=(3, 3)",
        )
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name}: {length}" for name, length in sorted(lengths.items()))
        hint = "give each list one entry per axis; write one axis' low and high padding as ((low, high),)"
        raise SpecError("Conv(...)", "lists of one length, the number of axes", found, hint)
    return _number_of_axes(next(iter(lengths.values())))


def _number_of_axes(count: object) -> int:
    number = integer(count, _asked("ndim"))
    if isinstance(number, int) and 1 <= number <= MAX_AXES:
        return number
    raise SpecError(_asked("ndim"), f"1 to {MAX_AXES} axes", f"{shown(count)} axes", "split the layer, or drop axes")


def _per_axis(name: str, value: Any, axes: int, least: int | None, asked: str = "") -> tuple[Integer, ...]:
    where = asked or _asked(name)
    if not _is_list(value):
        return (integer(value, where, least),) * axes
    if len(value) != axes:
        raise SpecError(
            where, f"one value, or {axes} (one per axis)", f"{len(value)}: {shown(value)}", "count the axes"
        )
    return tuple(integer(entry, where, least) for entry in value)


def _padding(value: Any, axes: int) -> str | tuple[tuple[Integer, Integer], ...]:
    if isinstance(value, str):
        return _padding_word(value, axes)
    if _is_list(value):
        return tuple(_pair(entry) for entry in value)
    return (_pair(value),) * axes


def _padding_word(word: str, axes: int) -> str | tuple[tuple[Integer, Integer], ...]:
    if word == "valid":
        return ((0, 0),) * axes
    if word in _ODD_PLACE:
        return word
    raise SpecError(
        _asked("padding"),
        'a number, one entry per axis, "valid", "same" or "same_lower"',
        shown(word),
        "spell one of these words in lower case",
    )


def _pair(entry: Any) -> tuple[Integer, Integer]:
    where = _asked("padding")
    if not _is_list(entry):
        both = integer(entry, where)
        return both, both
    if len(entry) != 2:
        raise SpecError(
            where, "pairs (low, high)", f"{len(entry)} numbers: {shown(entry)}", "write (low, high) per axis"
        )
    return integer(entry[0], where), integer(entry[1], where)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise SpecError(_asked("bias"), "True or False", f"{shown(value)} ({type(value).__name__})", "write bias=True")


def _mode(mode: object) -> str:
    asked, expected = _asked("padding_mode"), '"zeros" or "circular"'
    if isinstance(mode, str) and mode in ("zeros", "circular"):
        return mode
    if isinstance(mode, str) and mode in _EDGE_MODES:
        found = f'"{mode}", which is not invariant under shifts at the edge'
        raise NotSupported(asked, expected, found, f"pad explicitly in front ({mode}) and use padding=0 here")
    raise SpecError(asked, expected, shown(mode), 'write padding_mode="zeros"')


def _activation(name: object) -> str | None:
    if name is None:
        return None
    if not isinstance(name, str) or not _ACTIVATION.fullmatch(name):
        raise SpecError(_asked("activation"), "the name of a pointwise map, or None", shown(name), 'write "relu"')
    if name in IDENTITY:
        return None
    if name not in KNOWN and name not in OF_KERAS:
        raise NotSupported(
            _asked("activation"),
            "a function that is known to take one number to one number, such as relu, gelu or tanh",
            f'"{name}"',
            f"leave it out and apply {name} after the layer, or use one of symstride.layers.activations",
        )
    return name


def per_group(name: str, channels: Integer, groups: Integer) -> Integer:
    quotient = exact_quotient(channels, groups)
    if quotient is not None:
        return quotient
    raise SpecError(
        f"Conv({name}=..., groups=...)",
        f"groups that divide {name}",
        f"{name}={channels}, groups={groups}",
        f"use a divisor, for instance groups={math.gcd(channels, groups)}"
        if isinstance(channels, int) and isinstance(groups, int)
        else f"write {name} as a multiple of groups",
    )


def check_symbols(symbols: Iterable[sympy.Symbol]) -> None:
    seen: dict[str, sympy.Symbol] = {}
    for symbol in symbols:
        if seen.setdefault(symbol.name, symbol) != symbol:
            raise SpecError(
                "Conv(...)",
                "one symbol per name",
                f"two symbols called {symbol.name} with different assumptions, which SymPy holds to be different",
                f"make one sympy.Symbol({symbol.name!r}, ...) and use it everywhere",
            )


def leaves(layer: Any) -> Iterator[object]:
    stack: list[object] = [getattr(layer, field.name) for field in fields(layer)]
    while stack:
        value = stack.pop()
        if isinstance(value, tuple):
            stack.extend(value)
        else:
            yield value
