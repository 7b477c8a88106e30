"""The singular values of strided layers, by phases and frequencies.

A circular layer whose stride ``s`` divides the input size ``N`` is, on phases, a unit-stride circular layer on the
``M = N/s`` cells of the coarse grid.  Frequencies of that grid make it block diagonal.  At frequency ``f`` the block is

    B(f)[o, (c, rho)] = sum over u of  W~[o, c, rho, u] * exp(2*pi*i*<f, u/M>)        0 <= f < M on each axis

and the singular values of the layer are those of all blocks together.  Padding only turns the input and drops out.
Phases that no tap reads are left out: their singular values are 0 by structure, and not by a rounding error.

Sources: Sedghi, Gupta and Long, arXiv 1805.10408, for stride 1; Senderovich et al., NeurIPS 2022, for strides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import cos, pi, prod, sqrt
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.algebra.content import symbols_in
from symstride.algebra.shapes import as_array, check_shape, known_size, need_numbers
from symstride.algebra.tensor import symbolic_weights
from symstride.errors import NotSupported, SpecError
from symstride.layers.asked import need_layer, need_whole
from symstride.layers.integer import shown
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import MAX_EXACT, MAX_PRODUCTS, check_product

CHUNK = 2**22
"""Complex numbers of blocks that are held at a time."""

LARGE_BLOCK = 48
"""From so many rows and columns on it is cheaper to show that a block has no larger norm than to find its norm."""

UNIT = 2.0**-52
"""The distance from 1 to the next double."""


class NormBounds(NamedTuple):
    """Bounds of the largest norm that a layer has at any size."""

    lower: float
    upper: float

    def _repr_html_(self) -> str:
        from symstride.markup import mathml

        return mathml(rf"{self.lower:.6g} \le \| T \| \le {self.upper:.6g}")


@dataclass(frozen=True, eq=False)
class Spectrum:
    """The singular values of a circular layer with these weights on inputs of ``input_size``.  Numeric, in doubles.

    Each of ``values`` is right up to ``error``, absolutely; what is left out is 0 exactly.
    """

    layer: Conv
    weights: NDArray[Any]
    input_size: tuple[int, ...]

    @property
    def grid(self) -> tuple[int, ...]:
        """``M``: cells, and frequencies, on each axis."""
        return tuple(n // int(s) for n, s in zip(self.input_size, self.layer.stride, strict=True))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the matrix of the layer."""
        out, into = int(self.layer.out_channels), int(self.layer.in_channels)
        return out * prod(self.grid), into * prod(self.input_size)

    @cached_property
    def _blocks(self) -> _Blocks:
        return _Blocks.of(self.layer, self.weights)

    def block(self, frequency: PerAxis) -> NDArray[Any]:
        """``B(f)``, one matrix for each group: ``(groups, O/groups, (C/groups)*phases)``, dead phases left out."""
        listed = need_whole("Spectrum.block(frequency)", frequency, len(self.grid))
        found: NDArray[Any] = self._blocks.at(np.array([listed]), self.grid)[0]
        return found

    def _frequencies(self) -> Iterator[tuple[NDArray[Any], int]]:
        """The frequencies in chunks, and how often each of a chunk counts.

        Real weights have ``B(-f)`` conjugate to ``B(f)``: of two such frequencies one is computed.
        """
        grid = np.array(self.grid)
        every = np.stack(np.unravel_index(np.arange(prod(self.grid)), self.grid), axis=1)
        if np.iscomplexobj(self.weights):
            kinds = [(every, 1)]
        else:
            mirror = np.ravel_multi_index(tuple((-every % grid).T), self.grid)
            own = np.arange(len(every))
            kinds = [(every[mirror == own], 1), (every[mirror > own], 2)]
        for chosen, times in kinds:
            for start in range(0, len(chosen), self._blocks.chunk):
                yield chosen[start : start + self._blocks.chunk], times

    @cached_property
    def values(self) -> NDArray[np.float64]:
        """The singular values that are not 0 by structure, descending: ``min(O/g, (C/g)*phases)`` for each block."""
        found = [
            np.repeat(np.linalg.svd(self._blocks.at(chunk, self.grid), compute_uv=False).ravel(), times)
            for chunk, times in self._frequencies()
        ]
        values = np.sort(np.concatenate(found))[::-1]
        values.setflags(write=False)
        return values

    @cached_property
    def norm(self) -> float:
        """The largest singular value, from the eigenvalues of the smaller one of ``B B^*`` and ``B^* B``.

        Blocks of which it is certain that their norm is no larger than one that is known are left out.
        """
        return self._blocks.largest((chunk for chunk, _ in self._frequencies()), self.grid)

    @property
    def structural_zeros(self) -> int:
        """Singular values that are 0 whatever the weights are: those of dead phases.  Exact."""
        rows, columns = self._blocks.size
        return min(self.shape) - prod(self.grid) * int(self.layer.groups) * min(rows, columns)

    @property
    def error(self) -> float:
        """How far a value may be off: of the sums of products in a block, and of a decomposition of its size.

        Backward stable decompositions move singular values by a modest multiple of the unit roundoff times the norm.
        """
        rows, columns = self._blocks.size
        return UNIT * (self._blocks.rounding + 10 * max(rows, columns) * self.norm)

    @property
    def rank(self) -> int:
        """How many values are larger than ``error``; of the others nobody can say whether they are 0."""
        return int((self.values > self.error).sum())

    @property
    def condition(self) -> float:
        """The largest value by the least one; infinity where one is 0 by structure, or not larger than ``error``."""
        least = float(self.values[-1])
        return float("inf") if self.structural_zeros or least <= self.error else float(self.values[0]) / least

    @property
    def frobenius_squared(self) -> Any:
        """The sum of the squares of all entries of the matrix; exact for integers, Fractions and expressions.

        Taps that meet at one place of a small circle are added first.
        """
        w = self.weights.astype(object) if self.weights.dtype.kind in "biu" else self.weights
        sizes, kernel = self.input_size, w.shape[2:]
        wrapped = np.zeros((*w.shape[:2], *sizes), dtype=w.dtype)
        for tap in np.ndindex(*kernel):
            rows = zip(tap, self.layer.dilation, sizes, strict=True)
            place = tuple(int(dl) * i % n for i, dl, n in rows)
            wrapped[(..., *place)] += w[(..., *tap)]
        total = (wrapped * wrapped.conj()).sum() if np.iscomplexobj(w) else (wrapped * wrapped).sum()
        return prod(self.grid) * total

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        names = ("shape", "grid", "norm", "rank", "condition", "structural_zeros", "error")
        shown = ((name.replace("_", " "), getattr(self, name)) for name in names)
        rows = ((name, f"{value:.6g}" if isinstance(value, float) else value) for name, value in shown)
        return facts("singular values", rows)

    def __repr__(self) -> str:
        sizes = " x ".join(map(str, self.shape))
        return f"<Spectrum of a matrix of {sizes}: norm {self.norm:.6g}, {self.structural_zeros:,} zeros by structure>"


@dataclass(frozen=True, eq=False)
class _Blocks:
    """``B`` of a bank whose phases start with the padding: ``scale*weight`` is (groups, O/g, (C/g)*phases, offsets).

    ``scale`` is a power of two with which the largest weight is about 1, so that no square is too large or too small.
    """

    weight: NDArray[Any]
    offsets: NDArray[np.int64]
    scale: float

    @classmethod
    def of(cls, layer: Conv, w: NDArray[Any]) -> _Blocks:
        try:
            numbers = w.astype(np.complex128 if np.iscomplexobj(w) else np.float64)
        except (TypeError, ValueError):
            numbers = np.array(np.nan)
        if not np.isfinite(numbers).all():
            raise SpecError("the weights of a spectrum", "finite numbers", shown(w.ravel()[0]), "take numbers")
        scale = 2.0 ** int(np.frexp(np.abs(numbers).max())[1])
        weight = _bare(layer).weight(numbers / scale)
        groups, sizes = int(layer.groups), weight.shape[2:]
        offsets = np.stack(np.unravel_index(np.arange(prod(sizes)), sizes), axis=1)
        return cls(weight.reshape(groups, weight.shape[0] // groups, weight.shape[1], -1), offsets, scale)

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of a block."""
        return self.weight.shape[1], self.weight.shape[2]

    @property
    def chunk(self) -> int:
        """How many frequencies are taken at a time."""
        return max(1, CHUNK // prod(self.weight.shape[:3]))

    @property
    def rounding(self) -> float:
        """A bound on the rounding errors of a block, in units of the last place: terms times their sizes."""
        terms = self.weight.shape[3] + 8 * (self.offsets.shape[1] + 1)
        return float(terms * self.scale * np.linalg.norm(np.abs(self.weight).sum(axis=3)))

    @cached_property
    def _mass(self) -> float:
        """The sum of the squares of the largest sizes that the entries of a block can have."""
        return float(np.linalg.norm(np.abs(self.weight).sum(axis=3)) ** 2)

    def at(self, frequencies: NDArray[Any], grid: tuple[int, ...]) -> NDArray[Any]:
        """``B`` at whole frequencies of a grid, ``(n, axes)`` to ``(n, groups, O/g, (C/g)*phases)``."""
        return self.scale * self._scaled(frequencies, grid)

    def _scaled(self, frequencies: NDArray[Any], grid: tuple[int, ...]) -> NDArray[Any]:
        m = np.array(grid)
        turns = (frequencies[:, None, :] * self.offsets % m / m).sum(axis=2)  # whole turns drop out exactly
        phase = np.exp(2j * pi * turns)  # (n, offsets)
        return np.moveaxis(self.weight @ phase.T, -1, 0)

    def largest(self, chunks: Iterable[NDArray[Any]], grid: tuple[int, ...]) -> float:
        """The largest norm of the blocks at all these frequencies."""
        found = 0.0
        for chunk in chunks:
            if min(self.size) < LARGE_BLOCK:
                found = max(found, self._largest_squared(chunk, grid))
                continue
            for frequency in chunk[: 1 if len(self.offsets) == 1 else None]:  # one offset: all blocks have one norm
                if not self._is_at_most(found, frequency, grid):
                    found = max(found, self._largest_squared(frequency[None], grid))
        return float(self.scale * sqrt(max(0.0, found)))

    def _largest_squared(self, frequencies: NDArray[Any], grid: tuple[int, ...]) -> float:
        blocks = self._scaled(frequencies, grid)
        other = blocks.conj().swapaxes(-1, -2)
        squared = blocks @ other if blocks.shape[-2] <= blocks.shape[-1] else other @ blocks
        return float(np.linalg.eigvalsh(squared)[..., -1].max())

    def _is_at_most(self, bound: float, frequency: NDArray[Any], grid: tuple[int, ...]) -> bool:
        """Whether it is certain that the square of the norm at one frequency is at most ``bound``.

        It is where ``bound - B B^*`` has a Cholesky decomposition, once ``bound`` is lowered by what rounding may do:
        to the sums of products in ``B B^*``, and to the decomposition.

        Source: Higham, Accuracy and Stability of Numerical Algorithms, 2002, theorems 3.5 and 10.3.
        """
        offsets, parts = self._squares
        side = parts.shape[-1]
        terms = max(self.size) + len(offsets) + 8 * (self.offsets.shape[1] + 1)
        doubt = 4 * terms * self._mass + 8 * side * (side + 1) * bound
        lowered = bound - UNIT * doubt
        if lowered <= 0:
            return False
        turns = (frequency * offsets % np.array(grid) / np.array(grid)).sum(axis=1)
        rest = -np.tensordot(np.exp(2j * pi * turns), parts, axes=1)
        rest[..., np.arange(side), np.arange(side)] += lowered
        try:
            np.linalg.cholesky(rest)
        except np.linalg.LinAlgError:
            return False
        return True

    @cached_property
    def _squares(self) -> tuple[NDArray[np.int64], NDArray[Any]]:
        """``B B^*`` or ``B^* B``, whichever is smaller, by offset: ``sum over v of parts[v]*exp(2*pi*i*<f, v/M>)``.

        ``offsets``, ``(n, axes)``, and ``parts``, ``(n, groups, side, side)``.
        """
        rows, columns = self.size
        weight = self.weight if rows <= columns else self.weight.swapaxes(1, 2).conj()
        sign = 1 if rows <= columns else -1
        found: dict[tuple[int, ...], Any] = {}
        for (i, u), (j, t) in product(enumerate(self.offsets), repeat=2):
            v = tuple((sign * (u - t)).tolist())
            part = weight[..., i] @ weight[..., j].conj().swapaxes(1, 2)
            found[v] = found[v] + part if v in found else part
        return np.array(list(found)), np.stack(list(found.values())).astype(np.complex128)


def spectrum(layer: Conv, weights: NDArray[Any], input_size: PerAxis | None = None) -> Spectrum:
    """The singular values of a circular layer, on an input whose size the stride divides.

    Refuses layers with zero padding, whose matrix no frequencies make diagonal: ``norm_bounds`` is for them.  Refuses
    padding that gives more or fewer than ``N/s`` outputs.
    """
    asked = "spectrum(layer, weights, input_size)"
    w = _checked(asked, layer, weights)
    if layer.padding_mode != "circular":
        hint = 'take norm_bounds(layer, weights), or padding_mode="circular"'
        raise NotSupported(asked, "a circular layer", f"padding_mode={layer.padding_mode!r}", hint)
    known = known_size(layer, input_size, asked)
    need_numbers(asked, symbols_in(known), "give the input a size")
    sizes = tuple(int(n) for n in known)
    layer.check_circular(sizes)
    outputs, grid = layer.output_size(sizes), tuple(n // int(s) for n, s in zip(sizes, layer.stride, strict=True))
    if outputs != grid:
        hint = "pad by low + high = dilation*(kernel - 1) places, or fewer by less than a stride"
        raise SpecError(asked, f"a padding with which there are {grid} outputs", f"{outputs}", hint)
    found = Spectrum(layer, w, sizes)
    rows, columns = found._blocks.size
    work = (*grid, int(layer.groups), rows, columns, min(rows, columns))
    check_product(asked, work, MAX_PRODUCTS, "steps of a singular value decomposition", "take a smaller input")
    return found


def norm_bounds(layer: Conv, weights: NDArray[Any], samples: int = 64) -> NormBounds:
    """Bounds of the norm of a layer, for zero padding, for none, and for circular padding, at every size.

    At each size the norm is at most ``upper``: the matrix of the layer is a part of that of the layer on all integers,
    whose norm is the supremum of that of ``B`` over all frequencies.  ``lower`` is a lower bound of this supremum, to
    which norms come near as the size grows.  The norm of the circular layer at one size is no bound for zero padding.

    ``samples`` frequencies are tried on each axis, or more for large kernels.  Between them, the square of the norm is
    at most ``1/cos(pi*(K - 1)/m)`` times what it is at one of ``m`` samples, on each axis with ``K`` offsets.  Both
    bounds leave room for rounding errors.

    Source: Ehlich and Zeller, Mathematische Zeitschrift 86, 1964, on polynomials between their samples.
    """
    asked = "norm_bounds(layer, weights)"
    w = _checked(asked, layer, weights)
    if not isinstance(samples, int) or samples < 1:
        raise SpecError(f"{asked}, samples", "a number of samples per axis", shown(samples), "write samples=64")
    blocks, sizes = _Blocks.of(layer, w), [int(axis.size) for axis in _bare(layer).axes]
    counts = tuple(max(samples, 4 * k) for k in sizes)
    rows, columns = blocks.size
    work = (*counts, int(layer.groups), rows, columns, min(rows, columns))
    check_product(asked, work, MAX_PRODUCTS, "steps of an eigenvalue problem", "take fewer samples")
    starts = range(0, prod(counts), blocks.chunk)
    numbers = (np.arange(start, min(start + blocks.chunk, prod(counts))) for start in starts)
    largest = blocks.largest((np.stack(np.unravel_index(n, counts), axis=1) for n in numbers), counts)
    room = UNIT * (blocks.rounding + 10 * max(rows, columns) * largest)
    factor = prod(cos(pi * (k - 1) / m) for k, m in zip(sizes, counts, strict=True)) ** -0.5
    return NormBounds(max(0.0, largest - room), (largest + room) * factor * (1 + 16 * UNIT))


# ---------------------------------------------------------------- Gram matrices: exact


def gram(
    layer: Conv, weights: NDArray[Any] | None = None, side: Literal["rows", "columns"] = "rows"
) -> Mapping[tuple[int, ...], NDArray[Any]]:
    """``T T^T`` or ``T^T T`` of the layer on all integers, which is a unit-stride layer: its kernel, by offset.

    For ``side="rows"``, with a matrix for each group, ``(groups, O/g, O/g)``,

        G[v][o, q] = sum over c, i and j with dl*(i - j) = s*v  of  w[o, c, i] * w[q, c, j]

    is the product of rows ``(o, m)`` and ``(q, m + v)``.  For ``side="columns"`` it is the product of columns, which
    are phases of channels, ``(groups, (C/g)*phases, (C/g)*phases)``.  Exact for integers, Fractions and expressions;
    without ``weights`` these are the symbols ``w[o, c, i]``.  Offsets whose matrix is empty are left out.

    Proved: "gram-matrix" in ``symstride.CATALOGUE``, for rows and for columns.
    """
    asked = "gram(layer, weights)"
    if not isinstance(side, str) or side not in ("rows", "columns"):
        raise SpecError(asked, 'side "rows" or "columns"', shown(side), 'write side="rows"')
    _check_layer(asked, layer)
    w = symbolic_weights(layer) if weights is None else _checked(asked, layer, weights)
    w = w.astype(object) if w.dtype.kind in "biu" else w
    groups, bank = int(layer.groups), _bare(layer, drop_dead=False)
    weight = bank.weight(w).reshape(groups, -1, int(layer.in_per_group) * int(bank.input_phases), *_sizes(bank))
    if side == "columns":
        weight = weight.swapaxes(1, 2)
    work = (*weight.shape[:3], weight.shape[1], prod(weight.shape[3:]) ** 2)
    limit = MAX_EXACT * 100 if weight.dtype == object else MAX_PRODUCTS
    check_product(asked, work, limit, "products", "take fewer channels or a smaller kernel")
    found: dict[tuple[int, ...], Any] = {}
    for u, t in product(np.ndindex(*weight.shape[3:]), repeat=2):
        here, there = weight[(..., *u)], weight[(..., *t)]
        # rows o and q a cell apart read the same cell at offsets u and t = u - v; columns the other way round
        v = tuple(a - b if side == "rows" else b - a for a, b in zip(u, t, strict=True))
        part = here @ there.swapaxes(1, 2)
        found[v] = found[v] + part if v in found else part
    expanded = {v: _expanded(matrix) for v, matrix in sorted(found.items())}
    return {v: matrix for v, matrix in expanded.items() if matrix.astype(bool).any() or not any(v)}


def orthogonality(layer: Conv, side: Literal["rows", "columns"] = "rows") -> list[Any]:
    """The polynomials in the weights ``w[o, c, i]`` that are all 0 exactly where the rows (or columns) are orthonormal.

    That is on all integers, and then for circular padding at every size that the stride divides, and for no padding.
    Each equation stands once: those of ``v`` and ``-v`` are one.
    """
    found: dict[Any, None] = {}
    for v, matrix in gram(layer, side=side).items():
        if v < (0,) * len(v):
            continue
        for group, row, column in product(*map(range, matrix.shape)):
            if any(v) or row <= column:
                polynomial = matrix[group, row, column] - int(not any(v) and row == column)
                if polynomial != 0:
                    found[polynomial] = None
    return list(found)


def is_orthogonal(layer: Conv, weights: NDArray[Any], side: Literal["rows", "columns"] = "rows") -> bool:
    """Whether the rows (or columns) of the layer on all integers are orthonormal.  Exact.

    Floats are taken as the fractions that they are, so that weights with rounding errors are hardly ever orthonormal.
    Refuses expressions of which SymPy cannot tell whether they are 0.
    """
    import sympy

    asked = "is_orthogonal(layer, weights)"
    w = _checked(asked, layer, weights)
    if np.iscomplexobj(w):
        raise SpecError(asked, "real weights", f"dtype {w.dtype}", "orthogonal matrices are real")
    w = w.astype(object) if w.dtype.kind != "b" else w.astype(int)
    numbers = [sympy.Rational(n) if isinstance(n, float) else sympy.sympify(n) for n in w.ravel().tolist()]
    exact = np.array([*numbers, None], dtype=object)[:-1].reshape(w.shape)
    for v, matrix in gram(layer, exact, side).items():
        one = np.eye(matrix.shape[1], dtype=int) if not any(v) else 0
        for entry in (matrix - one).ravel():
            zero = sympy.sympify(entry).equals(0)
            if zero is None:
                raise NotSupported(asked, "weights whose products can be compared with 0", shown(entry), "take numbers")
            if not zero:
                return False
    return True


# ---------------------------------------------------------------- shared


def _bare(layer: Conv, drop_dead: bool = True) -> Bank:
    """The bank of one output phase without padding."""
    none = ((0, 0),) * layer.ndim
    plain = replace(layer, padding=none, bias=False, padding_mode="zeros", input_size=None, activation=None)
    return expand(plain, origin="padded", drop_dead=drop_dead)


def _sizes(bank: Bank) -> tuple[int, ...]:
    return tuple(int(axis.size) for axis in bank.axes)


def _expanded(matrix: NDArray[Any]) -> NDArray[Any]:
    """The same with expressions multiplied out."""
    import sympy

    if matrix.dtype != object:
        return matrix
    found = np.empty(matrix.shape, dtype=object)
    for place in np.ndindex(*matrix.shape):
        entry = matrix[place]
        found[place] = sympy.expand(entry) if isinstance(entry, sympy.Expr) else entry
    return found


def _check_layer(asked: str, layer: object) -> None:
    need_numbers(asked, need_layer(asked, layer).symbols, "give the layer's sizes numbers")


def _checked(asked: str, layer: Conv, weights: Any) -> NDArray[Any]:
    _check_layer(asked, layer)
    w: NDArray[Any] = as_array(asked, weights)
    check_shape(asked, w, layer.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    return w
