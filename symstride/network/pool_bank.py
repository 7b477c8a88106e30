"""The unit-stride form of a pool: which tap of the window reads which phase, and the pool by that table.

Per axis, for ``a`` phases of the output and ``S = stride*a`` phases of the input, with minus infinity (for a maximum)
or 0 (for a sum) outside of the map:

    X[rho, c, m] = x[c, S*m + rho]        0 <= rho < S
    Y[tau, c, m] = max, or sum, of  X[rho, c, m + u]  over the (rho, u) at which some tap stands for tau

It is the bank of one channel whose weights are the unit of the arithmetic: 1 for sums, and 0 in (max, +), where a place
without a tap has minus infinity.  An average is the sum, divided by what its window counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.algebra.shapes import as_array, check_shape, need_numbers
from symstride.algebra.sizes import EMPTY, AxisBank
from symstride.errors import SpecError
from symstride.layers.integer import Integer
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.substitution import by_symbol, substitute, substitute_layer
from symstride.limits import MAX_PIECES, MAX_PRODUCTS, check_bytes, check_product
from symstride.network.operators.arrays import depth_to_space, divide, pad, space_to_depth
from symstride.network.operators.windows import counts, pool_output

if TYPE_CHECKING:
    import sympy


@dataclass(frozen=True)
class PoolBank:
    """The unit-stride form of ``pool``.  ``forward`` is the bank of one channel whose weights are all one.

    How many windows there are, and by what an average divides, depends on the size: see ``apply``.
    """

    pool: MaxPool | AveragePool
    forward: Bank

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    @property
    def axes(self) -> tuple[AxisBank, ...]:
        """The bank along each axis: ``a``, ``S``, ``umin``, ``umax`` and its table of taps."""
        return self.forward.axes

    @property
    def symbols(self) -> tuple[sympy.Symbol, ...]:
        """The symbols that have no value yet, sorted by name."""
        return self.forward.symbols

    def subs(self, values: Mapping[Any, Integer] | None = None, **named: Integer) -> PoolBank:
        """The form with numbers (or expressions) for symbols: ``bank.subs(k=3, s=2)`` or ``bank.subs({k: 3})``."""
        symbols = by_symbol(self.symbols, {**(values or {}), **named}, "PoolBank.subs(...)")
        pool, phases = substitute_layer(self.pool, symbols), substitute(self.forward.phases, symbols)
        return expand_pool(pool, phases, self.forward.order)

    def need_numbers(self, asked: str) -> None:
        """Refuse symbols where only numbers will do."""
        names = ", ".join(f"{symbol}=..." for symbol in self.symbols)
        need_numbers(asked, self.symbols, f"give them numbers: bank.subs({names}); axes and forward.entry have symbols")

    @property
    def table(self) -> NDArray[np.int64]:
        """``table[tau, rho, u_1, ..., u_d]``: the row-major number of the tap that stands there, or -1 for none."""
        return self.forward.table

    def layer(self, input_size: PerAxis, channels: int = 1) -> Conv:
        """The sums of an average pool as one depthwise layer of stride 1 on phases, channel by channel.

        Its weights are 1 where ``table`` has a tap, and 0 elsewhere.  SpecError for a maximum, which is no sum.
        """
        if isinstance(self.pool, MaxPool):
            hint = "table says which taps each phase has; unstride gives a network of pools without stride"
            raise SpecError("PoolBank.layer(...)", "an AveragePool", "a MaxPool, which is no layer with weights", hint)
        self.need_numbers("PoolBank.layer(...)")
        bank = expand_sums(self.pool, input_size, channels, self.forward.phases, self.forward.order)
        return bank.layer(input_size)

    def apply(self, x: Any) -> NDArray[Any]:
        """The pool, evaluated without stride: ``(batch, C, *N)`` to ``(batch, C, *M)``, NumPy arrays of any dtype.

        Averages of whole numbers are Fractions.
        """
        self.need_numbers("PoolBank.apply(x)")
        x = as_array("PoolBank.apply(x)", x)
        check_shape("PoolBank.apply(x)", x, (None, None, *(None,) * self.pool.ndim), "(batch, channels, *space)")
        size = x.shape[2:]
        outputs = pool_output(self.pool, size)
        check_product("PoolBank.apply(x)", (*x.shape[:2], *outputs, *self.pool.kernel), MAX_PRODUCTS, "places read")
        check_product("PoolBank.apply(x)", self.pool.kernel, MAX_PIECES, "taps that are gone through one by one")
        cells = [-(-m // int(axis.a)) for m, axis in zip(outputs, self.axes, strict=True)]
        phases = product(*(range(int(axis.a)) for axis in self.axes))
        exact = isinstance(self.pool, AveragePool) and x.dtype.kind in "iu"  # sums that do not wrap around
        x = x.astype(object) if exact else x
        fine = np.stack([self._at(x, tau, cells) for tau in phases], axis=2)
        steps = [int(axis.a) for axis in self.axes]
        merged = depth_to_space(fine.reshape(x.shape[0], -1, *cells), steps, "channel_major")
        whole = merged[(slice(None), slice(None), *map(slice, outputs))]
        if isinstance(self.pool, MaxPool):
            return whole
        rows = [np.asarray(row, dtype=np.int64) for row in counts(self.pool, size)]
        return divide(whole, reduce(np.multiply.outer, rows))

    def _at(self, x: NDArray[Any], tau: Sequence[int], cells: Sequence[int]) -> NDArray[Any]:
        """Output phase ``tau``: what its taps read in the cells from ``umin`` on, taken together."""
        maximum = isinstance(self.pool, MaxPool)
        rows = list(zip(self.axes, cells, x.shape[2:], strict=True))
        around = [(-int(b.S) * int(b.umin), int(b.S) * (m + int(b.umax)) - n) for b, m, n in rows]
        wide = (n + sum(pair) for pair, n in zip(around, x.shape[2:], strict=True))
        check_bytes("PoolBank.apply(x)", (*x.shape[:2], *wide), x.itemsize)
        inside = pad(x, tuple(around), "lowest" if maximum else 0)
        read = []
        for where in product(*(_standing(axis, t) for axis, t in zip(self.axes, tau, strict=True))):
            steps = [int(axis.S) for axis in self.axes]
            phase = space_to_depth(inside, steps, "channel_major", [[rho] for rho, _ in where])
            starts = zip((u for _, u in where), cells, strict=True)
            read.append(phase[(slice(None), slice(None), *(slice(u, u + m) for u, m in starts))])
        return reduce(np.maximum if maximum else np.add, read)


def _standing(axis: AxisBank, tau: int) -> list[tuple[int, int]]:
    """(rho, u - umin) of every place with a tap, for one output phase along one axis."""
    return [(int(rho), int(u)) for rho, u in np.argwhere(axis.table[tau] != EMPTY)]


def expand_pool(pool: MaxPool | AveragePool, phases: PerAxis = 1, order: str = "channel_major") -> PoolBank:
    """The table by which the pool reads phases; ``phases`` and ``order`` as in ``expand``."""
    layer = Conv(1, 1, pool.kernel, pool.stride, pool.padding, pool.dilation, bias=False)
    return PoolBank(pool, expand(layer, phases, "image", order))


def expand_sums(
    pool: AveragePool, input_size: PerAxis, channels: int, phases: PerAxis = 1, order: str = "channel_major"
) -> Bank:
    """The bank of the sums that an average pool takes on a map of that size, a group for each channel."""
    from symstride.network.as_layer import summed_layer

    axes = pool.ndim
    size = tuple(input_size) if isinstance(input_size, Sequence) else (input_size,) * axes
    if len(size) != axes or any(type(n) is not int or n < 1 for n in size):
        raise SpecError("input_size=...", f"{axes} numbers of places", repr(input_size)[:80], "write input_size=(7, 7)")
    whole = tuple(int(n) for n in size)
    return expand(summed_layer(pool, (channels, *whole))[0], phases, "image", order, input_size=whole)
