"""The expanded layer with its phases made by a framework's own space-to-depth, in place of ``bank.split``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.arrays import gather
from symstride.algebra.bank import Bank
from symstride.algebra.signals import cell_sources
from symstride.check.backends.registry import Backend


@dataclass(frozen=True)
class ByOperator:
    """``bank`` in ``engine``, with the operator ``name`` in front and its inverse behind."""

    engine: Backend
    bank: Bank
    name: str

    def evaluate(self, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        """``(batch, C, *N)`` to ``(batch, O, *M)``."""
        bank, engine = self.bank, self.engine
        equivalent = bank.layer(x.shape[2:])
        y = engine.convolve(equivalent, self._split(x), bank.weight(w), bank.bias(b))
        if y.shape != (len(x), equivalent.out_channels, *equivalent.output_size()):
            return y  # wrong already, and for the caller to see
        return self._merge(y, bank.layer_spec.output_size(x.shape[2:]))

    def _split(self, x: NDArray[Any]) -> NDArray[Any]:
        bank, spec = self.bank, self.bank.layer_spec
        for number, axis in enumerate(bank.axes):  # to whole cells, which is all that these operators take
            x = gather(x, 2 + number, cell_sources(axis, x.shape[2 + number], spec.padding_mode))
        cell = int(bank.axes[0].S)
        return self._by_group(x, lambda part: self.engine.space_to_depth(part, cell, bank.order))

    def _merge(self, y: NDArray[Any], sizes: Any) -> NDArray[Any]:
        cell = int(self.bank.phases[0])
        if cell > 1:  # some operators refuse a cell of one place
            y = self._by_group(y, lambda part: self.engine.depth_to_space(part, cell, self.bank.order))
        return y[(slice(None), slice(None), *(slice(int(m)) for m in sizes))]

    def _by_group(self, x: NDArray[Any], operator: Any) -> NDArray[Any]:
        """The operator on the channels of each group: phases stay inside their group."""
        groups = int(self.bank.layer_spec.groups)
        y = operator(np.ascontiguousarray(x.reshape(x.shape[0] * groups, -1, *x.shape[2:])))
        whole: NDArray[Any] = y.reshape(x.shape[0], -1, *y.shape[2:])
        return whole


def expanded_by_operator(engine: Backend, bank: Bank) -> ByOperator | None:
    """The bank by the framework's own operator; None where it has none for this order, or none that fits.

    These operators take 2-D signals, one cell size for both axes, and every phase.
    """
    cells, phases = {int(axis.S) for axis in bank.axes}, {int(a) for a in bank.phases}
    if len(bank.axes) != 2 or len(cells) > 1 or len(phases) > 1:
        return None
    cell = int(bank.axes[0].S)
    name = engine.operators().get(bank.order)
    return ByOperator(engine, bank, name) if name and cell > 1 and len(bank.kept) == cell**2 else None
