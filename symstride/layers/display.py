"""A layer as LaTeX and as a small HTML table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Protocol

import sympy

from symstride.layers.integer import Integer, add
from symstride.layers.letters import beside


class ShownLayer(Protocol):
    """What is printed of a layer: the fields of ``symstride.Conv``."""

    @property
    def in_channels(self) -> Integer: ...
    @property
    def out_channels(self) -> Integer: ...
    @property
    def kernel(self) -> tuple[Integer, ...]: ...
    @property
    def stride(self) -> tuple[Integer, ...]: ...
    @property
    def padding(self) -> str | tuple[tuple[Integer, Integer], ...]: ...
    @property
    def dilation(self) -> tuple[Integer, ...]: ...
    @property
    def groups(self) -> Integer: ...
    @property
    def bias(self) -> bool: ...
    @property
    def padding_mode(self) -> str: ...
    @property
    def ndim(self) -> int: ...
    @property
    def activation(self) -> str | None: ...
    @property
    def input_size(self) -> tuple[Integer, ...] | None: ...
    @property
    def in_per_group(self) -> Integer: ...
    @property
    def out_per_group(self) -> Integer: ...
    @property
    def weight_shape(self) -> tuple[Integer, ...]: ...
    @property
    def is_depthwise(self) -> bool: ...
    def output_size(self) -> tuple[Integer, ...]: ...


SIZES = ("N", "L", "H", r"\mathsf{N}")
"""Letters for an input size that has no number, the first that the layer does not use; none looks like the last."""
USUAL = ("y", "o", "j", "w", "x", "c", "i", "b", "t", "p")
"""Letters of the defining equation; one that the layer has for a symbol gives way."""


# ---------------------------------------------------------------- LaTeX


def conv_latex(layer: ShownLayer) -> str:
    """The defining equation of ``layer`` in display mathematics; with zero padding, what its bar means."""
    return "$\\displaystyle " + r" \qquad ".join(conv_equations(layer)) + "$"


def conv_equations(layer: ShownLayer) -> tuple[str, ...]:
    """What the layer computes, and for zero padding how the bar extends its input: LaTeX, without dollar signs."""
    letters = beside(USUAL, (symbol.name for symbol in _used(layer)))
    outputs, taps = _indexed(letters["j"], layer.ndim), _indexed(letters["i"], layer.ndim)
    channel = "0" if layer.in_per_group == 1 else letters["c"]  # one channel needs no sum and no index
    sums = "" if layer.in_per_group == 1 else _sum(letters["c"], layer.in_per_group)
    sums += "".join(_sum(tap, size) for tap, size in zip(taps, layer.kernel, strict=True))
    reads = ", ".join([_channel(layer, letters), *_places(layer, outputs, taps, letters)])
    signal = letters["x"] if layer.padding_mode != "zeros" else rf"\bar{{{letters['x']}}}"
    body = rf"{sums} {letters['w']}[{letters['o']}, {channel}, {', '.join(taps)}] \, {signal}[{reads}]"
    body = f"{letters['b']}[{letters['o']}] + {body}" if layer.bias else body
    if layer.activation is not None:
        body = rf"\operatorname{{{_escaped(layer.activation)}}}\Bigl({body}\Bigr)"
    equation = f"{letters['y']}[{letters['o']}, {', '.join(outputs)}] = {body}"
    return (equation, _extension(layer, letters)) if layer.padding_mode == "zeros" else (equation,)


def _extension(layer: ShownLayer, letters: Mapping[str, str]) -> str:
    """x with a bar is x where it has places, and 0 elsewhere."""
    places = _indexed(letters["t"], layer.ndim)
    inside = r" \, ".join(rf"[0 \le {t} < {size}]" for t, size in zip(places, _sizes(layer), strict=True))
    at, x = f"{letters['c']}, {', '.join(places)}", letters["x"]
    return rf"\bar{{{x}}}[{at}] = {inside} \, {x}[{at}]"


def _sizes(layer: ShownLayer) -> list[str]:
    """The input size along each axis; where the layer has none, a letter that it does not use itself."""
    if layer.input_size is not None:
        return [_factor(n) for n in layer.input_size]
    used = {symbol.name[:1] for symbol in _used(layer)}
    return _indexed(next(letter for letter in SIZES if letter not in used), layer.ndim)


def _used(layer: ShownLayer) -> set[sympy.Symbol]:
    """The symbols in what the layer is described by."""
    values = (layer.in_channels, layer.out_channels, layer.groups, *layer.kernel, *layer.stride, *layer.dilation)
    padding = () if isinstance(layer.padding, str) else (value for pair in layer.padding for value in pair)
    return {symbol for value in (*values, *padding, *(layer.input_size or ())) for symbol in _symbols(value)}


def _symbols(value: Integer) -> set[sympy.Symbol]:
    return value.free_symbols if isinstance(value, sympy.Expr) else set()


def _sum(variable: str, count: Integer) -> str:
    return rf"\sum_{{{variable}=0}}^{{{integer_latex(add(count, -1))}}}"


def _places(layer: ShownLayer, outputs: list[str], taps: list[str], letters: Mapping[str, str]) -> list[str]:
    """Per axis, the place ``stride*j + dilation*i - low`` that is read; modulo the input size for a circular layer."""
    rows = zip(layer.stride, layer.dilation, outputs, taps, _lows(layer, letters), strict=True)
    places = [f"{_coefficient(s)}{j} + {_coefficient(dl)}{i}{low}" for s, dl, j, i, low in rows]
    if layer.padding_mode == "zeros":
        return places
    return [rf"({place}) \bmod {size}" for place, size in zip(places, _sizes(layer), strict=True)]


def _lows(layer: ShownLayer, letters: Mapping[str, str]) -> list[str]:
    if isinstance(layer.padding, str):  # the low padding is a function of the input size: it keeps its letter
        return [f" - {letter}" for letter in _indexed(letters["p"], layer.ndim)]
    return [_minus(low) for low, _ in layer.padding]


def _minus(value: Integer) -> str:
    if isinstance(value, int):
        return "" if value == 0 else f" - {value}" if value > 0 else f" + {-value}"
    return f" - {_factor(value)}"


def _plus(value: Integer) -> str:
    return _minus(-value) if isinstance(value, int) else f" + {integer_latex(value)}"


def _channel(layer: ShownLayer, letters: Mapping[str, str]) -> str:
    o, c = letters["o"], letters["c"]
    if layer.groups == 1:
        return "0" if layer.in_per_group == 1 else c
    group = o if layer.out_per_group == 1 else rf"\lfloor {o} / {_factor(layer.out_per_group)} \rfloor"
    return group if layer.in_per_group == 1 else rf"{_factor(layer.in_per_group)} \, {group} + {c}"


def _coefficient(value: Integer) -> str:
    return "" if value == 1 else _factor(value) + r" \, "


def _factor(value: Integer) -> str:
    text = integer_latex(value)
    return rf"\left({text}\right)" if isinstance(value, sympy.Add) else text


def _indexed(letter: str, axes: int) -> list[str]:
    return [letter] if axes == 1 else [f"{letter}_{{{axis + 1}}}" for axis in range(axes)]


def integer_latex(value: Integer) -> str:
    """SymPy's LaTeX, in which ``k_1`` is spelt out: it prints ``k1`` with the same subscript."""
    alike = [symbol for symbol in _symbols(value) if re.search(r"[A-Za-z]_\d+$", str(symbol))]
    return str(sympy.latex(value, symbol_names={s: rf"\mathtt{{{_escaped(str(s))}}}" for s in alike}))


def _escaped(word: str) -> str:
    return word.replace("_", r"\_")


# ---------------------------------------------------------------- transposed layers, and one axis


def axis_latex(kernel: Integer, stride: Integer, dilation: Integer, low: Integer) -> str:
    """What one axis with these numbers computes of a signal on all integers."""
    taken = (symbol.name for value in (kernel, stride, dilation, low) for symbol in _symbols(value))
    y, j, i, w, x = beside("yjiwx", taken).values()
    place = f"{_coefficient(stride)}{j} + {_coefficient(dilation)}{i}{_minus(low)}"
    return rf"$\displaystyle {y}[{j}] = {_sum(i, kernel)} {w}[{i}] \, {x}[{place}]$"


class ShownTransposed(Protocol):
    """What is printed of a transposed layer: the fields of ``symstride.ConvTranspose``."""

    @property
    def in_channels(self) -> Integer: ...
    @property
    def out_channels(self) -> Integer: ...
    @property
    def kernel(self) -> tuple[Integer, ...]: ...
    @property
    def stride(self) -> tuple[Integer, ...]: ...
    @property
    def padding(self) -> tuple[tuple[Integer, Integer], ...]: ...
    @property
    def dilation(self) -> tuple[Integer, ...]: ...
    @property
    def output_padding(self) -> tuple[Integer, ...]: ...
    @property
    def groups(self) -> Integer: ...
    @property
    def bias(self) -> bool: ...
    @property
    def ndim(self) -> int: ...
    @property
    def in_per_group(self) -> Integer: ...
    @property
    def out_per_group(self) -> Integer: ...
    @property
    def weight_shape(self) -> tuple[Integer, ...]: ...
    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]: ...


def transposed_equations(layer: ShownTransposed) -> tuple[str, ...]:
    """What a transposed layer computes, and how the bar extends its input: LaTeX, without dollar signs."""
    z, t, o, i, c, w, x, b, j, size = beside("ztoicwxbjN", (symbol.name for symbol in layer.symbols)).values()
    outputs, taps = _indexed(t, layer.ndim), _indexed(i, layer.ndim)
    sums = "".join(map(_sum, (c, *taps), (layer.in_per_group, *layer.kernel)))
    channel, own = c, o
    if layer.groups != 1:
        per_group = _factor(layer.out_per_group)
        group = rf"\lfloor {o} / {per_group} \rfloor"
        channel, own = rf"{_factor(layer.in_per_group)} \, {group} + {c}", rf"{o} \bmod {per_group}"
    met, places = [], []
    for at, tap, s, dl, (low, _) in zip(outputs, taps, layer.stride, layer.dilation, layer.padding, strict=True):
        place = f"{at}{_plus(low)} - {_coefficient(dl)}{tap}"
        met += [] if s == 1 else [rf"[{_factor(s)} \mid {place}] \, "]
        places.append(place if s == 1 else rf"\lfloor ({place}) / {_factor(s)} \rfloor")
    read = rf"\bar{{{x}}}[{channel}, {', '.join(places)}]"
    body = rf"{sums} {''.join(met)}{w}[{channel}, {own}, {', '.join(taps)}] \, {read}"
    cells = _indexed(j, layer.ndim)
    inside = r" \, ".join(rf"[0 \le {cell} < {n}]" for cell, n in zip(cells, _indexed(size, layer.ndim), strict=True))
    place = f"{c}, {', '.join(cells)}"
    bias = f"{b}[{o}] + " if layer.bias else ""
    equation = f"{z}[{o}, {', '.join(outputs)}] = {bias}{body}"
    return equation, rf"\bar{{{x}}}[{place}] = {inside} \, {x}[{place}]"


def transposed_html(layer: ShownTransposed) -> str:
    """What it computes, and a table of two columns: what, and its value."""
    from symstride.markup import facts, mathml

    equations = "".join(f"<p>{mathml(equation, display=True)}</p>" for equation in transposed_equations(layer))
    names = ("kernel", "stride", "dilation", "output_padding", "weight_shape")
    rows = [(name.replace("_", " "), _by_axis(getattr(layer, name))) for name in names]
    rows += [("padding", ", ".join(str(low) if low == high else f"({low}, {high})" for low, high in layer.padding))]
    rows += [("channels", f"{layer.in_channels} → {layer.out_channels}"), ("groups", str(layer.groups))]
    return f"<div>{equations}{facts(f'{layer.ndim}-D transposed convolution', rows)}</div>"


class ShownPool(Protocol):
    """What is printed of a pool: the fields that ``MaxPool`` and ``AveragePool`` share."""

    @property
    def kernel(self) -> tuple[Integer, ...]: ...
    @property
    def stride(self) -> tuple[Integer, ...]: ...
    @property
    def padding(self) -> tuple[tuple[Integer, Integer], ...]: ...
    @property
    def dilation(self) -> tuple[Integer, ...]: ...
    @property
    def ceil_mode(self) -> bool: ...
    @property
    def ndim(self) -> int: ...
    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]: ...


def pool_html(pool: ShownPool, kind: str, counts: str = "") -> str:
    """What becomes of a window, and a table of two columns: what, and its value.

    ``kind`` is "max" or "average"; ``counts`` says which places an average counts.
    """
    from symstride.markup import facts, mathml

    y, j, i, x, c, n = beside("yjixcn", (symbol.name for symbol in pool.symbols)).values()
    outputs, taps = _indexed(j, pool.ndim), _indexed(i, pool.ndim)
    rows = zip(pool.stride, pool.dilation, outputs, taps, pool.padding, strict=True)
    places = ", ".join(f"{_coefficient(s)}{at} + {_coefficient(dl)}{tap}{_minus(p)}" for s, dl, at, tap, (p, _) in rows)
    window = ", \\, ".join(rf"0 \le {tap} < {integer_latex(k)}" for tap, k in zip(taps, pool.kernel, strict=True))
    at = ", ".join(outputs)
    made = rf"\max_{{{window}}} {x}[{c}, {places}]"
    if kind != "max":
        made = rf"\frac{{1}}{{{n}[{at}]}} \, {''.join(map(_sum, taps, pool.kernel))} {x}[{c}, {places}]"
    said = "places outside the map are left out" + (f"; {n} counts {counts}" if counts else "")
    names = ("kernel", "stride", "dilation", "padding", "ceil_mode")
    table = facts(f"{pool.ndim}-D {kind}-pool", ((name.replace("_", " "), str(getattr(pool, name))) for name in names))
    return f"<div><p>{mathml(f'{y}[{c}, {at}] = {made}', display=True)}, {said}</p>{table}</div>"


# ---------------------------------------------------------------- HTML


def conv_html(layer: ShownLayer) -> str:
    """What it computes, and a table of two columns: what, and its value.

    Everything that a caller can name is escaped.
    """
    from symstride.markup import mathml

    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{escape(value)}</td></tr>'
        for name, value in _rows(layer)
    )
    equations = "".join(f"<p>{mathml(equation, display=True)}</p>" for equation in conv_equations(layer))
    table = f"<table><caption>{layer.ndim}-D convolution</caption><tbody>{rows}</tbody></table>"
    return f"<div>{equations}{table}</div>"


def _rows(layer: ShownLayer) -> list[tuple[str, str]]:
    rows = [
        ("channels", f"{layer.in_channels} → {layer.out_channels}"),
        ("kernel", _by_axis(layer.kernel)),
        ("stride", _by_axis(layer.stride)),
        ("dilation", _by_axis(layer.dilation)),
        ("padding", _padding_text(layer)),
        ("groups", f"{layer.groups}{' (depthwise)' if layer.is_depthwise and layer.groups != 1 else ''}"),
        ("bias", "yes" if layer.bias else "no"),
        ("activation", layer.activation or "none"),
        ("weight shape", _by_axis(layer.weight_shape)),
    ]
    if layer.input_size is not None:
        rows.append(("size", f"{_by_axis(layer.input_size)} → {_by_axis(layer.output_size())}"))
    return rows


def _by_axis(values: tuple[Integer, ...]) -> str:
    return " × ".join(f"({v})" if isinstance(v, sympy.Add) else str(v) for v in values)


def _padding_text(layer: ShownLayer) -> str:
    if isinstance(layer.padding, str):
        text = layer.padding
    else:
        text = ", ".join(str(low) if low == high else f"({low}, {high})" for low, high in layer.padding)
    return f"{text} ({layer.padding_mode})"
