"""What of its input a strided layer keeps.

An input place that no window covers is lost whatever the weights are: on all integers these are whole phases, of which
the taps read

    min(k, s/gcd(s, dl))        of s on each axis

and on a finite map also places at its end.  Of what is read, the layer keeps as much as the rank of its matrix says.
For weights in general position, that is all but a set of measure 0, it is

    g * M * min(O/g, (C/g)*phases)        on M cells

on a circle whose size the stride divides, and the layer is injective where no phase is dead and ``O/g`` is at least
``(C/g)*s``, over all axes.  The reason: at each frequency the block of the spectrum has entries that are sums of
different weights, so that its minors are polynomials that are not 0.  Everything here is exact, or says what the chance
of an error is.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import gcd, prod
from random import Random
from secrets import randbits
from typing import Any, Final

import numpy as np
import sympy
from numpy.typing import NDArray
from sympy import QQ
from sympy.polys.matrices import DomainMatrix

from symstride.algebra.bank import expand
from symstride.algebra.shapes import known_size, need_numbers
from symstride.algebra.tensor import convolution_tensor
from symstride.errors import NotSupported, SpecError
from symstride.layers.asked import need_layer
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.rounding import lowered
from symstride.limits import MAX_EXACT, MAX_LISTED, check_product
from symstride.theory.ranks import BITS, Rank, chance_of_division, minor_bits, modular_rank, random_prime
from symstride.theory.rational import check_layer, whole

MAX_STEPS: Final = 5_000_000_000
"""Steps of an elimination, rows times columns times the smaller of them."""

TRIES: Final = 3
"""Random points, each modulo a prime of its own, where a rank is less than what the shape allows."""


# ---------------------------------------------------------------- what is read at all


def live_phases(layer: Conv) -> tuple[Integer, ...]:
    """How many of the ``s`` phases some tap reads, on each axis: ``min(k, s/gcd(s, dl))``.

    The rest of ``s`` is dead.  Exact, for symbols too where the dilation is 1 or stride and dilation are numbers.
    """
    need_layer("live_phases(layer)", layer)
    return tuple(_live(k, s, dl) for k, s, dl in zip(layer.kernel, layer.stride, layer.dilation, strict=True))


def _live(kernel: Integer, stride: Integer, dilation: Integer) -> Integer:
    if isinstance(stride, int) and isinstance(dilation, int):
        apart: Integer = stride // gcd(stride, dilation)
    elif dilation == 1:
        apart = stride
    else:  # SymPy's gcd of two symbols is 1, as of polynomials, which is not that of all integers
        expected, got = "numbers for stride and dilation, or dilation 1", f"stride {stride}, dilation {dilation}"
        raise NotSupported("live_phases(layer)", expected, got, "give them numbers: layer.subs(...)")
    return lowered(sympy.Min(kernel, apart))


def unread(layer: Conv, input_size: PerAxis | None = None) -> NDArray[np.bool_]:
    """Which places of the input no output reads: True there, an array of the shape ``input_size``.  Exact.

    The same for every channel and all weights: a place counts as read where a tap meets it, whatever its weight is.
    """
    asked = "unread(layer, input_size)"
    check_layer(asked, layer)
    sizes = known_size(layer, input_size, asked)
    need_numbers(asked, _symbols(sizes), "give the input a size")
    check_product(asked, (int(n) for n in sizes), MAX_LISTED, "places of a map", "take a smaller input")
    layer.check_circular(sizes)
    read = np.ones((), dtype=bool)
    for axis, size, outputs in zip(layer.axes(sizes), sizes, layer.output_size(sizes), strict=True):
        read = read[..., None] & _read(axis, int(size), int(outputs), layer.padding_mode == "circular")
    return ~read


def _read(axis: Axis, size: int, outputs: int, turns: bool) -> NDArray[np.bool_]:
    check_product("unread(layer, input_size)", (int(axis.kernel), outputs), MAX_LISTED, "taps of all windows")
    seen = np.zeros(size, dtype=bool)
    windows = int(axis.stride) * np.arange(outputs) - int(axis.low)
    for tap in range(int(axis.kernel)):
        place = windows + int(axis.dilation) * tap
        seen[place % size if turns else place[(place >= 0) & (place < size)]] = True
    return seen


# ---------------------------------------------------------------- rank


def rank(
    layer: Conv, weights: NDArray[Any] | None = None, input_size: PerAxis | None = None, seed: int | None = None
) -> Rank:
    """The rank of a layer, without its bias: of these weights, or without ``weights`` of almost all weights.

    With ``input_size`` it is the rank of the layer's matrix at this size, padding and all; without, of the layer on all
    integers, as a matrix of Laurent polynomials on the phases, whatever size the layer carries.  There injective means:
    on inputs with finitely many places that are not 0.

    Weights are integers, Fractions, rational numbers of SymPy, or floats, which are taken as the fractions that they
    are.  Nothing is rounded: the rank is found modulo primes, and is a lower bound for certain.  It is exact, ``error``
    0, where it is as large as what is read allows, where a formula gives it, and at a size with given weights where
    the work is small enough for primes that exceed all minors.  Otherwise it is too small with a chance of at most
    ``error`` over the choice of ``seed``, which is drawn when it is left out.
    """
    asked = "rank(layer, weights, input_size)"
    check_layer(asked, layer)
    if seed is not None and (type(seed) is not int or not 0 <= seed < 2**63):
        raise SpecError("rank(seed=...)", "a whole number below 2**63", shown(seed), "leave it out")
    numbers = None if weights is None else whole(asked, layer, weights).numbers
    drawn = randbits(63) if seed is None else seed
    plain = replace(layer, bias=False, activation=None)
    if input_size is None:
        return _on_integers(plain, numbers, drawn)
    sizes = known_size(layer, input_size, asked)
    need_numbers(asked, _symbols(sizes), "give the input a size")
    plain.check_circular(sizes)
    return _at_size(plain.resolved(sizes), numbers, tuple(int(n) for n in sizes), drawn)


def _on_integers(layer: Conv, weights: NDArray[Any] | None, seed: int) -> Rank:
    groups, fan_in, fan_out = int(layer.groups), int(layer.in_per_group), int(layer.out_per_group)
    cell = prod(int(s) for s in layer.stride)
    shape = int(layer.out_channels), int(layer.in_channels) * cell
    most = min(fan_out, fan_in * prod(int(n) for n in live_phases(layer)))
    if weights is None:
        return Rank(groups * most, shape)
    none = ((0, 0),) * layer.ndim
    bank = expand(replace(layer, padding=none, padding_mode="zeros", input_size=None), origin="padded", drop_dead=True)
    taps = bank.weight(weights)  # (O, (C/g)*phases, *K)
    check_product("rank(layer, weights)", (*taps.shape, min(taps.shape[:2])), MAX_STEPS, "steps of an elimination")
    degree = sum(n - 1 for n in taps.shape[2:])
    pieces = [_At(block, degree) for block in np.split(taps, groups)]
    return _together(pieces, most, shape, seed)


def _at_size(layer: Conv, weights: NDArray[Any] | None, sizes: tuple[int, ...], seed: int) -> Rank:
    outputs = [int(n) for n in layer.output_size(sizes)]
    groups, fan_in, fan_out = int(layer.groups), int(layer.in_per_group), int(layer.out_per_group)
    shape = int(layer.out_channels) * prod(outputs), int(layer.in_channels) * prod(sizes)
    cells = [n // int(s) for n, s in zip(sizes, layer.stride, strict=True)]
    if weights is None and layer.padding_mode == "circular" and outputs == cells:
        live = prod(int(n) for n in live_phases(layer))
        return Rank(groups * prod(cells) * min(fan_out, fan_in * live), shape)
    read = fan_in * int((~unread(layer, sizes)).sum())
    if weights is None and layer.padding_mode == "zeros" and fan_in * _selection(layer, sizes) <= fan_out:
        return Rank(groups * read, shape)
    one = replace(layer, in_channels=fan_in, out_channels=fan_out, groups=1, input_size=None)
    work = (fan_out, *outputs, fan_in, *sizes, min(fan_out * prod(outputs), read))
    hint = "take a smaller input, or leave the size out: that is the layer on all integers"
    check_product("rank(layer, weights, input_size)", work, MAX_STEPS, "steps of an elimination", hint)
    most = min(fan_out * prod(outputs), read)
    if weights is None:
        found = _together([_Of(one, sizes, None)], most, shape, seed)
        return replace(found, value=groups * found.value)  # one chance: groups are alike
    pieces = [_Of(one, sizes, part) for part in np.split(weights, groups)]
    return _together(pieces, most, shape, seed)


def _selection(layer: Conv, sizes: tuple[int, ...]) -> int:
    """Output channels for each input channel with which weights 0 and 1 pick every place that is read.

    Each channel has one tap.  Along an axis, tap ``i`` picks the places ``s*j + dl*i - low``, an interval of one phase;
    for each phase as few of them as cover what is read there.
    """
    return prod(
        _picked(axis, n, int(m)) for axis, n, m in zip(layer.axes(), sizes, layer.output_size(sizes), strict=True)
    )


def _picked(axis: Axis, size: int, outputs: int) -> int:
    stride, by_phase = int(axis.stride), dict[int, list[tuple[int, int]]]()
    for tap in range(int(axis.kernel)):
        first = int(axis.dilation) * tap - int(axis.low)
        phase, start = first % stride, first // stride
        end = min(start + outputs - 1, (size - 1 - phase) // stride)
        if max(start, 0) <= end:
            by_phase.setdefault(phase, []).append((max(start, 0), end))
    count = 0
    for spans in by_phase.values():
        reached = -1
        for _, end in sorted(spans):
            if end > reached:  # nothing is left out: what begins before this one ends at or before ``reached``
                reached = max([end, *(e for s, e in spans if s <= reached + 1)])
                count += 1
    return count


class _At:
    """The matrix of Laurent polynomials of one group, ``(O/g, (C/g)*phases, *K)``, at random points."""

    def __init__(self, taps: NDArray[Any], degree: int) -> None:
        self.taps, self.degree, self.is_given = taps, degree, False

    def drawn(self, draw: Random, prime: int) -> NDArray[np.int64]:
        found: NDArray[np.int64] = (self.taps % prime).astype(np.int64)
        while found.ndim > 2:
            z = draw.randrange(1, prime)
            powers = np.array([pow(z, n, prime) for n in range(found.shape[-1])], dtype=np.int64)
            found = (found * powers % prime).sum(axis=-1) % prime
        return found

    def degree_of(self, size: int) -> int:
        """Of a minor of that size, in all letters together."""
        return self.degree * size

    def bits(self) -> NDArray[np.int64]:
        """For each row, those of the sum of all coefficients in absolute value."""
        return np.array([sum(abs(int(n)) for n in row.ravel()).bit_length() for row in self.taps])


class _Of:
    """The matrix of one group at a size, with its weights or with random ones."""

    def __init__(self, layer: Conv, sizes: tuple[int, ...], weights: NDArray[Any] | None) -> None:
        self.layer, self.sizes, self.weights = layer, sizes, weights
        self.is_given = weights is not None

    def drawn(self, draw: Random, prime: int) -> NDArray[np.int64]:
        shape = tuple(int(n) for n in self.layer.weight_shape)
        if self.weights is None:
            w = np.array([draw.randrange(prime) for _ in range(prod(shape))], dtype=np.int64).reshape(shape)
        else:
            w = (self.weights % prime).astype(np.int64)
        return convolution_tensor(self.layer, self.sizes, weights=w).toarray() % prime

    def degree_of(self, size: int) -> int:
        """In the weights, where these are random."""
        return size if self.weights is None else 0

    def bits(self) -> NDArray[np.int64]:
        """For each row, those of the sum of its absolute values; where weights are letters, of how many there are."""
        rows = prod(int(n) for n in self.layer.output_size(self.sizes))
        if self.weights is None:
            taps = prod(int(n) for n in self.layer.weight_shape[1:])
            return np.full(int(self.layer.out_channels) * rows, taps.bit_length())
        return np.repeat([sum(abs(int(n)) for n in row.ravel()).bit_length() for row in self.weights], rows)


def _together(pieces: list[_At] | list[_Of], most: int, shape: tuple[int, int], seed: int) -> Rank:
    """The sum of the ranks of all groups, each at most ``most``, and of the chances that they are larger."""
    draw, total, error = Random(seed), 0, 0.0
    for piece in pieces:
        value, chance = _one(piece, most, draw)
        total, error = total + value, error + chance
    return Rank(total, shape, min(error, 1.0), seed if error else None)


def _one(piece: _At | _Of, most: int, draw: Random) -> tuple[int, float]:
    """The rank of one matrix, and the chance that it is larger."""
    value, tried, primes = 0, 0, set[int]()
    bits = piece.bits()
    while True:
        prime = random_prime(draw)
        matrix = piece.drawn(draw, prime)
        value, tried = max(value, modular_rank(matrix, prime)), tried + 1
        primes.add(prime)
        if value >= most:
            return most, 0.0
        needed = minor_bits(bits, value + 1) / BITS  # so many primes exceed all minors that would have to be 0
        if piece.is_given and len(primes) > needed:
            return value, 0.0
        if tried >= TRIES and not (piece.is_given and needed * matrix.size * min(matrix.shape) <= MAX_STEPS):
            missed = piece.degree_of(most) / 2**BITS + chance_of_division(minor_bits(bits, most))
            return value, float(min(1.0, missed) ** TRIES)


# ---------------------------------------------------------------- what is lost


def null_space(layer: Conv, weights: NDArray[Any], input_size: PerAxis | None = None) -> NDArray[Any]:
    """A basis of the inputs that the layer, without its bias, takes to 0: an array of Fractions, ``(n, C, *N)``.

    Exact, for weights as ``rank`` takes them, and for small layers.  Each vector is 1 at a place of its own, at which
    all others are 0; a place that is not read has a vector that is 0 elsewhere.
    """
    asked = "null_space(layer, weights, input_size)"
    numbers, sizes = whole(asked, layer, weights).numbers, known_size(layer, input_size, asked)
    need_numbers(asked, _symbols(sizes), "give the input a size")
    layer.check_circular(sizes)
    tensor = convolution_tensor(replace(layer, bias=False, activation=None), sizes, weights=numbers)
    rows, columns = (int(n) for n in tensor.shape)
    check_product(
        asked, (rows, columns, min(rows, columns)), MAX_EXACT * 20, "steps in fractions", "take a smaller input"
    )
    entries: dict[int, dict[int, Any]] = {}
    for (row, column), value in tensor.entries.items():
        entries.setdefault(row, {})[column] = QQ(int(value))
    vectors = DomainMatrix(entries, (rows, columns), QQ).nullspace(divide_last=True).to_list()
    found = np.empty((len(vectors), columns), dtype=object)
    for number, vector in enumerate(vectors):
        found[number] = [Fraction(int(entry.numerator), int(entry.denominator)) for entry in vector]
    return found.reshape(-1, int(layer.in_channels), *(int(n) for n in sizes))


# ---------------------------------------------------------------- shared


def _symbols(sizes: tuple[Integer, ...]) -> set[sympy.Symbol]:
    return {symbol for size in sizes if isinstance(size, sympy.Expr) for symbol in size.free_symbols}
