"""A layer as text and back: repr, plain JSON data, LaTeX, HTML."""

from __future__ import annotations

import json

import pytest
import sympy

from symstride.errors import SpecError
from symstride.layers.layer import Conv

C, N, k, s = sympy.symbols("C N k s")
K = sympy.Symbol("K", integer=True, positive=True)

LAYERS = {
    "plain": Conv(3, 64, (7, 7), 2, 3),
    "one axis": Conv(3, 64, (7,), 2, ((1, 2),), bias=False),
    "three axes": Conv(3, 64, (3, 7, 7), (1, 2, 2), (1, 3, 3)),
    "same": Conv(3, 64, (3, 3), 2, "same", activation="relu", input_size=(64, 64)),
    "symbols": Conv(C, 2 * C, k, s, "same", groups=C, ndim=2, dilation=2),
    "resolved symbols": Conv(C, C, k, s, "same", ndim=1).resolved(N),
    "assumptions": Conv(2 * K, 3 * K, (K,), K + 1, -K, groups=K),
    "circular": Conv(4, 4, (3, 3), 2, 1, groups=2, padding_mode="circular", input_size=(8, 8)),
    "floor": Conv(3, 4, (sympy.floor(k / 2) + 1, sympy.Mod(k, 3) + 1), padding=(sympy.ceiling(k / s), 0)),
}


@pytest.mark.parametrize("name", LAYERS)
def test_repr_evaluates_back(name):
    """Symbols are printed by their names, and are what these stand for."""
    names = {key: getattr(sympy, key) for key in dir(sympy)} | {"Conv": Conv}
    names |= {symbol.name: symbol for symbol in LAYERS[name].symbols}
    assert eval(repr(LAYERS[name]), names) == LAYERS[name]


def test_repr_is_readable():
    assert repr(LAYERS["plain"]) == (
        "Conv(in_channels=3, out_channels=64, kernel=(7, 7), stride=(2, 2), padding=((3, 3), (3, 3)), dilation=(1, 1))"
    )


def test_repr_names_symbols():
    layer = Conv(3, 64, k, sympy.Mod(k, 2) + 1, ndim=1)
    assert "kernel=(k,), stride=(Mod(k, 2) + 1,), padding=((0, 0),)" in repr(layer)


@pytest.mark.parametrize("name", LAYERS)
def test_plain_data_round_trip(name):
    data = json.loads(json.dumps(LAYERS[name].to_dict(), allow_nan=False))
    again = Conv.from_dict(data)
    assert again == LAYERS[name]
    assert again.to_dict() == data


def test_plain_data_of_expressions():
    data = Conv(2 * C, K, (3,)).to_dict()
    assert data["layer"] == "Conv"
    assert data["in_channels"] == {"expr": "2*C"}
    assert data["out_channels"] == {"expr": "K", "symbols": {"K": {"integer": True, "positive": True}}}
    assert data["padding"] == [[0, 0]]


def edited(**changes):
    return Conv(4, 4, (3, 3)).to_dict() | changes


DEEP: list = []
for _ in range(2000):
    DEEP = [DEEP]

BAD_DATA = {
    "not an object": [],
    "nothing": None,
    "empty": {},
    "another layer": edited(layer="Pool"),
    "layer as a list": edited(layer=["Conv"]),
    "unknown field": edited(strides=2),
    "key that is no string": {**edited(), 3: 4},
    "missing field": {key: value for key, value in edited().items() if key != "stride"},
    "float": edited(groups=1.0),
    "code": edited(kernel=[{"expr": "__import__('os').system('x')"}, 3]),
    "keyword": edited(in_channels={"expr": "in"}),
    "no expression": edited(in_channels={"symbols": {}}),
    "more than an expression": edited(in_channels={"expr": "C", "code": 1}),
    "expression that is no text": edited(in_channels={"expr": 3}),
    "symbols as a list": edited(in_channels={"expr": "C", "symbols": ["C"]}),
    "symbol without assumptions": edited(in_channels={"expr": "C", "symbols": {"C": True}}),
    "unknown assumption": edited(in_channels={"expr": "C", "symbols": {"C": {"cls": True}}}),
    "assumption that is no bool": edited(in_channels={"expr": "C", "symbols": {"C": {"integer": 1}}}),
    "assumptions that contradict": edited(in_channels={"expr": "C", "symbols": {"C": {"even": True, "odd": True}}}),
    "declared non-integer": edited(in_channels={"expr": "C", "symbols": {"C": {"integer": False}}}),
    "hostile symbol name": edited(in_channels={"expr": "C", "symbols": {"__class__": {"integer": True}}}),
    "deep nesting": edited(kernel=DEEP),
    "huge integer": edited(in_channels=10**6000),
    "huge power": edited(in_channels={"expr": "9**9**9"}),
    "groups": edited(groups=3),
}


@pytest.mark.parametrize("name", BAD_DATA)
def test_bad_plain_data(name, refused):
    refused(lambda: Conv.from_dict(BAD_DATA[name]), SpecError)


LATEX = {
    "plain": (
        Conv(3, 64, (7,), 2, 3),
        r"$\displaystyle y[o, j] = b[o] + \sum_{c=0}^{2}\sum_{i=0}^{6} w[o, c, i] \, \bar{x}[c, 2 \, j + i - 3] "
        r"\qquad \bar{x}[c, t] = [0 \le t < N] \, x[c, t]$",
    ),
    "two axes, no bias, relu": (
        Conv(C, 64, (k, 3), (s, 1), ((0, 0), (-1, 0)), bias=False, activation="leaky_relu"),
        r"$\displaystyle y[o, j_{1}, j_{2}] = \operatorname{leaky\_relu}\Bigl(\sum_{c=0}^{C - 1}\sum_{i_{1}=0}^{k - 1}"
        r"\sum_{i_{2}=0}^{2} w[o, c, i_{1}, i_{2}] \, \bar{x}[c, s \, j_{1} + i_{1}, j_{2} + i_{2} + 1]\Bigr) "
        r"\qquad \bar{x}[c, t_{1}, t_{2}] = [0 \le t_{1} < N_{1}] \, [0 \le t_{2} < N_{2}] \, x[c, t_{1}, t_{2}]$",
    ),
    "depthwise, same": (
        Conv(4, 4, (3,), 2, "same", groups=4, bias=False),
        r"$\displaystyle y[o, j] = \sum_{i=0}^{2} w[o, 0, i] \, \bar{x}[o, 2 \, j + i - p] "
        r"\qquad \bar{x}[c, t] = [0 \le t < N] \, x[c, t]$",
    ),
    "grouped, dilated, circular": (
        Conv(6, 4, (3,), k + 1, 1, 2, groups=2, bias=False, padding_mode="circular", input_size=(8,)),
        r"$\displaystyle y[o, j] = \sum_{c=0}^{2}\sum_{i=0}^{2} w[o, c, i] \, "
        r"x[3 \, \lfloor o / 2 \rfloor + c, (\left(k + 1\right) \, j + 2 \, i - 1) \bmod 8]$",
    ),
}


@pytest.mark.parametrize("name", LATEX)
def test_latex(name):
    layer, expected = LATEX[name]
    assert layer._repr_latex_() == expected


@pytest.mark.parametrize("name", LAYERS)
def test_html_is_formulas_and_a_closed_table_with_nothing_raw(name):
    from xml.etree import ElementTree

    whole = ElementTree.fromstring(LAYERS[name]._repr_html_())
    assert [part.tag for part in whole][-1:] == ["table"]
    assert len(whole.findall("p")) == (1 if LAYERS[name].padding_mode == "circular" else 2)
    table = whole[-1]
    cells = [cell.text for cell in table.iter("td")]
    assert all(cells)
    assert LAYERS[name]._repr_html_() == LAYERS[name]._repr_html_()


def test_html_escapes():
    layer = Conv(sympy.Max(C, 1), 4, (3,))
    object.__setattr__(layer, "activation", "<script>&")  # cannot be made by the constructor
    assert "<script>" not in layer._repr_html_()
    assert "&lt;script&gt;&amp;" in layer._repr_html_()


def test_the_letter_for_the_size_is_none_of_the_layers_own():
    N, L = sympy.symbols("N L")
    layer = Conv(1, 1, (N,), stride=L, ndim=1)
    assert r"[0 \le t < H]" in layer._repr_latex_()


def test_html_shows_sizes_when_known():
    assert "64 × 64 → 32 × 32" in LAYERS["same"]._repr_html_()
    assert "(depthwise)" in LAYERS["symbols"]._repr_html_()
