"""What layers print of themselves, read back from its LaTeX, gives what loops over their definition give."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from itertools import product

import pytest
import sympy
from latex_reader import Book

from symstride.layers.axis import Axis
from symstride.layers.display import conv_equations, transposed_equations
from symstride.layers.layer import Conv
from symstride.layers.letters import SPARE
from symstride.layers.transposed import ConvTranspose

SIZE = 4


def noise(seed: str) -> Callable[..., int]:
    return lambda *places: zlib.crc32(f"{seed} {places}".encode()) % 11 - 5


w, x, b = map(noise, "wxb")


def book(equations: tuple[str, ...], **sizes: int) -> Book:
    made = Book({"N": SIZE, "N_{1}": SIZE, "N_{2}": SIZE, **sizes}, {"w": w, "x": x, "b": b})
    for equation in equations[1:]:
        made.define(equation)
    made.define(equations[0])
    return made


def inside(places: tuple[int, ...]) -> bool:
    return all(0 <= t < SIZE for t in places)


TRANSPOSED = [
    ConvTranspose(2, 3, 3, 2, 1, ndim=1),
    ConvTranspose(4, 2, 2, 3, -1, 2, groups=2, ndim=1, bias=False),
    ConvTranspose(2, 2, (3, 1), (1, 2), ((0, 1), (1, 0)), output_padding=(0, 1)),
]


@pytest.mark.parametrize("layer", TRANSPOSED, ids=["one axis", "groups", "two axes"])
def test_a_transposed_layers_formula_is_its_scattered_sum(layer: ConvTranspose) -> None:
    z = book(transposed_equations(layer)).functions["z"]
    for o, *t in product(range(layer.out_channels), *map(range, layer.output_size((SIZE,) * layer.ndim))):
        total = b(o) if layer.bias else 0
        group, own = divmod(o, layer.out_per_group)
        taps, cells = product(*map(range, layer.kernel)), list(product(range(SIZE), repeat=layer.ndim))
        for c, i, j in product(range(group * layer.in_per_group, (group + 1) * layer.in_per_group), taps, cells):
            rows = zip(layer.stride, j, layer.dilation, i, layer.padding, t, strict=True)
            if all(s * cell + dl * tap - low == place for s, cell, dl, tap, (low, _), place in rows):
                total += w(c, own, *i) * x(c, *j)
        assert z(o, *t) == total


def test_a_layers_formula_is_its_sum_whatever_its_symbols_are_called() -> None:
    layer = Conv(2, 3, sympy.Symbol("x"), sympy.Symbol("j"), sympy.Symbol("w"), sympy.Symbol("o"), ndim=1)
    equations = conv_equations(layer)
    signal = equations[1][len(r"\bar{") :].partition("}")[0]
    (weights,) = (letter for letter in SPARE if rf" {letter}[" in equations[0])
    named = Book({"N": SIZE, "x": 3, "j": 2, "w": 1, "o": 1}, {signal: x, weights: w, "b": b})
    named.define(equations[1])
    named.define(equations[0])
    for o, place in product(range(3), range(2)):
        read = [(c, i, 2 * place + i - 1) for c in range(2) for i in range(3)]
        total = b(o) + sum(w(o, c, i) * x(c, t) for c, i, t in read if inside((t,)))
        assert named.functions["y"](o, place) == total


def test_an_axis_is_its_sum() -> None:
    text = Axis(3, 2, 2, 1)._repr_latex_().strip("$").removeprefix(r"\displaystyle ")
    made = Book({}, {"w": w, "x": x})
    made.define(text)
    assert [made.functions["y"](j) for j in range(4)] == [
        sum(w(i) * x(2 * j + 2 * i - 1) for i in range(3)) for j in range(4)
    ]
