"""What subsampling does to frequencies: those of the fine grid that differ by a turn of the coarse grid are added.

On a circle of ``N`` places, with ``M = N/s`` outputs, and with the transforms of input, output and kernel

    x^[F] = sum over t of x[t]*exp(-2*pi*i*F*t/N)            y^[f] = sum over j of y[j]*exp(-2*pi*i*f*j/M)
    w^[o, c, F] = sum over i of w[o, c, i]*exp(2*pi*i*F*(dl*i - p)/N)

a strided layer is

    y^[o, f] = s^-1 * sum over c and 0 <= r < s of  w^[o, c, f + M*r] * x^[c, f + M*r]        0 <= f < M

on each axis.  For ``s = 1`` nothing is folded.  Of a white input the frequencies beyond the coarse grid, those at least
``pi/s`` away from 0, bring a share of the output's energy that the correlation of the kernel with itself tells:

    1 - sum over all lags of  R[lag]/R[0] * sin(pi*lag/s)/(pi*lag)        where the quotient is 1/s at lag 0

with a product over the axes for the quotient.

Source: Vaidyanathan, Multirate Systems and Filter Banks, 1993, chapter 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import isfinite, prod
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.shapes import as_array, check_shape, known_size, need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import need_whole
from symstride.layers.integer import shown
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import check_bytes
from symstride.theory.rational import check_layer
from symstride.theory.translation import autocorrelation


@dataclass(frozen=True, eq=False, repr=False)
class Folding:
    """How a layer with these weights takes frequencies to those of its coarse grid.  Made by ``folding``."""

    layer: Conv
    weights: NDArray[Any]

    def __repr__(self) -> str:
        return f"<Folding of {self.layer!r}, weights of shape {self.weights.shape}>"

    def aliases(self, frequency: PerAxis, input_size: PerAxis | None = None) -> list[tuple[int, ...]]:
        """The frequencies of the input that meet in one of the output, ``f + M*r`` modulo ``N``: ``prod s`` of them."""
        sizes, grid = self._grid(input_size, "Folding.aliases(frequency)")
        single = not isinstance(frequency, list | tuple) and getattr(frequency, "ndim", 0) == 0
        listed = need_whole("Folding.aliases(frequency)", (frequency,) * len(grid) if single else frequency, len(grid))
        rows = zip(listed, grid, sizes, strict=True)
        return list(product(*(range(f % m, n, m) for f, m, n in rows)))

    def response(self, input_size: PerAxis | None = None) -> NDArray[np.complex128]:
        """``w^``, the transform of the kernel at all frequencies of the input: ``(O, C/groups, *N)``.  Numeric."""
        sizes, _ = self._grid(input_size, "Folding.response(input_size)")
        found: NDArray[np.complex128] = self.weights.astype(np.complex128)
        check_bytes("Folding.response(input_size)", (*found.shape[:2], *sizes), found.itemsize)
        for axis, n in zip(self.layer.axes(sizes), sizes, strict=True):
            place = int(axis.dilation) * np.arange(int(axis.kernel)) - int(axis.low)
            turns = np.outer(place % n, np.arange(n)) % n / n  # whole turns drop out exactly
            found = np.tensordot(found, np.exp(2j * np.pi * turns), axes=(2, 0))  # this axis of the kernel goes last
        return found

    def output(self, transform: NDArray[Any]) -> NDArray[np.complex128]:
        """The transform of the output from that of the input, ``(C, *N)`` to ``(O, *M)``.  Numeric.

        The layer is taken on a circle, whatever its padding is, and without its bias.
        """
        asked = "Folding.output(transform)"
        x, layer = as_array(asked, transform), self.layer
        check_shape(asked, x, (layer.in_channels, *(None,) * layer.ndim), "(in_channels, *space)")
        sizes, grid = self._grid(x.shape[1:], asked)
        groups = int(layer.groups)
        response = self.response(sizes)
        kernel = response.reshape(groups, -1, *response.shape[1:])  # (g, O/g, C/g, *N)
        fine: NDArray[np.complex128] = (kernel * x.reshape(groups, 1, -1, *sizes)).sum(axis=2).reshape(-1, *sizes)
        for number, (m, s) in enumerate(zip(grid, layer.stride, strict=True), start=1):
            cells = fine.reshape(*fine.shape[:number], int(s), m, *fine.shape[number + 1 :])
            fine = cells.sum(axis=number) / int(s)
        return fine

    @property
    def energy(self) -> Any:
        """The share of the output's energy that comes from frequencies beyond the coarse grid, for a white input.

        0 where nothing is folded, ``1 - 1/prod s`` for a kernel of one tap.  An exact expression of SymPy for integers,
        Fractions and expressions; a float for floats, up to rounding errors.
        """
        found = autocorrelation(self.layer, self.weights)
        exact = self.weights.dtype.kind in "biuO"
        strides = [int(s) for s in self.layer.stride]
        kept: Any = 0
        for lag, value in found.items():
            rows = zip(lag, strides, strict=True)
            if exact:
                kept += sympy.sympify(value) * sympy.Mul(*(_quotient(n, s) for n, s in rows))
            else:
                kept += value * prod(float(np.sinc(n / s)) / s for n, s in rows)
        whole = found[(0,) * len(strides)]
        if whole == 0 or (isinstance(whole, float) and not isfinite(whole)):
            raise SpecError("Folding.energy", "finite weights that are not all 0", shown(whole), "scale the weights")
        return 1 - sympy.expand(kept / sympy.sympify(whole)) if exact else float(1 - kept / whole)

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        rows = (
            ("frequencies that meet", prod(int(s) for s in self.layer.stride)),
            ("energy that is folded", self.energy),
        )
        return facts("folding", rows)

    def _grid(self, input_size: Any, asked: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        sizes = known_size(self.layer, input_size, asked)
        need_numbers(asked, {s for n in sizes if isinstance(n, sympy.Expr) for s in n.free_symbols}, "give numbers")
        wrong = [n for n, s in zip(sizes, self.layer.stride, strict=True) if int(n) % int(s)]
        if wrong:
            expected = f"an input size that the stride {self.layer.stride} divides"
            raise SpecError(asked, expected, f"{wrong[0]} places", "take whole cells")
        numbers = tuple(int(n) for n in sizes)
        return numbers, tuple(n // int(s) for n, s in zip(numbers, self.layer.stride, strict=True))


def _quotient(lag: int, stride: int) -> sympy.Expr:
    """The mean of ``exp(i*lag*theta)`` over a circle, with the frequencies beyond ``pi/stride`` left out."""
    if lag == 0:
        return sympy.Rational(1, stride)
    return sympy.sin(sympy.pi * lag / stride) / (sympy.pi * lag)


def folding(layer: Conv, weights: NDArray[Any]) -> Folding:
    """How a strided layer folds frequencies: which meet, with which weight, and with which share of the energy."""
    asked = "folding(layer, weights)"
    check_layer(asked, layer)
    w = as_array(asked, weights)
    check_shape(asked, w, layer.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    return Folding(layer, w)
