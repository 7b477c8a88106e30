"""One axis of the phase lemma: strides, offsets, sizes and where each tap falls.  Integers only, no weights.

With ``a`` phases of the output, ``S = stride*a`` phases of the input and ``D = dilation*(kernel - 1)``, tap ``i`` of
output phase ``tau`` reads input place ``stride*tau + dilation*i - shift``, counted from the first place of its cell.
That place is phase ``rho`` of the cell ``u`` further on, where ``S*u + rho`` is that number and ``0 <= rho < S``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, add, ceil_div, floor_div, multiply

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Origin: TypeAlias = Literal["image", "padded"]
"""Where phase 0 starts: at the first place of the image, or ``low`` places before it, where the padding starts."""

LAST_PLACE = 2**62
"""Places beyond are refused: they are counted in 64 bits."""

EMPTY = -1
"""What stands in an index table where no tap falls: a structural zero."""


@dataclass(frozen=True)
class AxisBank:
    """The expanded filter bank along one axis.

    Tap ``i`` of output phase ``tau`` stands at input phase ``rho`` and offset ``u`` exactly when

        stride*tau + dilation*i - shift = S*u + rho,      0 <= tau < a,  0 <= rho < S,  umin <= u <= umax

    with ``shift = axis.low`` for the origin ``"image"`` and 0 for ``"padded"``.
    """

    axis: Axis
    a: Integer
    origin: Origin

    @property
    def S(self) -> Integer:
        """Input phases: ``stride*a``."""
        return multiply(self.axis.stride, self.a)

    @property
    def shift(self) -> Integer:
        """Places between the first input place and the start of phase 0."""
        return self.axis.low if self.origin == "image" else 0

    @property
    def umin(self) -> Integer:
        """The first offset, ``(-shift) div S``: that of tap 0 in output phase 0."""
        return floor_div(multiply(-1, self.shift), self.S)

    @property
    def umax(self) -> Integer:
        """The last offset, ``(stride*(a-1) + D - shift) div S``: that of the last tap in the last output phase."""
        reach = multiply(self.axis.dilation, add(self.axis.kernel, -1))
        return floor_div(add(multiply(self.axis.stride, add(self.a, -1)), reach, multiply(-1, self.shift)), self.S)

    @property
    def size(self) -> Integer:
        """The expanded kernel size ``K = umax - umin + 1``."""
        return add(self.umax, multiply(-1, self.umin), 1)

    # ------------------------------------------------------------ finite signals

    def places(self, size: Integer) -> Integer:
        """Input places that are sorted into phases: ``N``, or ``N + low + high`` for the padded origin."""
        return size if self.origin == "image" else add(size, self.axis.low, self.axis.high)

    def cells(self, size: Integer) -> Integer:
        """Input cells ``N' = ceil(places/S)``; what the last cell has too many is filled with zeros."""
        return ceil_div(self.places(size), self.S)

    def outputs(self, size: Integer) -> Integer:
        """Output cells ``M' = ceil(M/a)``; what the last cell has too many is cut off by ``merge``."""
        return ceil_div(self.axis.output_size(size), self.a)

    def padding(self, size: Integer) -> tuple[Integer, Integer]:
        """Padding in cells, ``(-umin, M' + umax - N')``; a negative one crops."""
        high = add(self.outputs(size), self.umax, multiply(-1, self.cells(size)))
        return multiply(-1, self.umin), high

    # ------------------------------------------------------------ index table, numbers only

    @cached_property
    def table(self) -> NDArray[np.int64]:
        """``table[tau, rho, u - umin]`` is the tap that stands there, or -1.  Shape ``(a, S, K)``.

        The tap is ``i = n/dilation`` for ``n = S*u + rho + shift - stride*tau``, when that is a whole number in
        ``[0, kernel)``: at most one tap fits, because ``dilation >= 1``.  Refuses more than ``MAX_LISTED`` entries.
        """
        import numpy as np

        from symstride.limits import MAX_LISTED, check_product

        sizes = int(self.a), int(self.S), int(self.size)
        check_product("AxisBank.table", sizes, MAX_LISTED, "entries in a table of taps", "use the closed form")
        self._check_places("AxisBank.table")
        a, cell, offsets = int(self.a), int(self.S), np.arange(int(self.umin), int(self.umax) + 1)
        tau = np.arange(a)[:, None, None]
        rho = np.arange(cell)[None, :, None]
        n = cell * offsets + rho + int(self.shift) - int(self.axis.stride) * tau
        tap, rest = np.divmod(n, int(self.axis.dilation))
        table = np.where((rest == 0) & (tap >= 0) & (tap < int(self.axis.kernel)), tap, EMPTY)
        table.setflags(write=False)
        return table

    def tap(self, tau: int, rho: int, u: int) -> int:
        """One entry of the table, without making it: the tap that stands at ``(tau, rho, u)``, or -1."""
        tap, rest = divmod(
            int(self.S) * u + rho + int(self.shift) - int(self.axis.stride) * tau, int(self.axis.dilation)
        )
        return tap if not rest and 0 <= tap < int(self.axis.kernel) else EMPTY

    @cached_property
    def live(self) -> tuple[int, ...]:
        """The input phases that some tap reads, ascending."""
        import numpy as np

        return tuple(np.unique(self.standing[0]).tolist())

    @cached_property
    def standing(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """``(rho, u - umin)``, two arrays of shape (a, kernel): where tap ``i`` stands for output phase ``tau``.

        In every output phase each tap stands exactly once.  Refuses more than ``MAX_LISTED`` of them.
        """
        import numpy as np

        from symstride.limits import MAX_LISTED, check_product

        sizes = int(self.a), int(self.axis.kernel)
        check_product("AxisBank.standing", sizes, MAX_LISTED, "taps for all output phases", "take a smaller kernel")
        self._check_places("AxisBank.standing")
        tau, i = np.arange(sizes[0])[:, None], np.arange(sizes[1])
        place = int(self.axis.stride) * tau + int(self.axis.dilation) * i - int(self.shift)
        u, rho = np.divmod(place, int(self.S))
        return rho, u - int(self.umin)

    def _check_places(self, asked: str) -> None:
        """Refuse places that 64 bits do not hold."""
        from symstride.limits import check

        steps = int(self.axis.stride) * int(self.a) + int(self.axis.dilation) * int(self.axis.kernel)
        check(asked, steps + 2 * abs(int(self.shift)) + int(self.S), LAST_PLACE, "places that a layer reaches over")
