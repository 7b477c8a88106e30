"""A call in a Keras model: its layer, the data format of the model, and the weights as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.live.call import LiveCall
from symstride.errors import NotSupported


@dataclass(frozen=True)
class KerasCall(LiveCall):
    """A call of ``layer``; ``channels_last`` holds for the whole model."""

    layer: Any = None
    channels_last: bool = True

    def array(self, variable: Any) -> NDArray[Any]:
        """A copy of a variable."""
        import keras

        return np.array(keras.ops.convert_to_numpy(variable), dtype=self.dtype)

    def optional(self, variable: Any) -> NDArray[Any] | None:
        """The same, or None."""
        return None if variable is None else self.array(variable)

    def must(self, holds: bool, expected: str, got: str, hint: str) -> None:
        """Refuse unless that holds."""
        if not holds:
            raise self.refused(expected, got, hint)

    def refused(self, expected: str, got: str, hint: str) -> NotSupported:
        """The refusal itself."""
        return self.unsupported(expected, got, hint)

    def axis(self, given: Any, rank: int) -> int:
        """The axis of a network's value, without the batch, for Keras' axis of a tensor with ``rank`` axes."""
        place = given[0] if isinstance(given, list | tuple) and len(given) == 1 else given
        if type(place) is not int or not -rank <= place < rank or place % rank == 0:
            raise self.refused("one axis behind the batch", repr(given)[:80], "work on each sample by itself")
        place %= rank
        if not self.channels_last:
            return place - 1
        return 0 if place == rank - 1 else place

    def pairs(self, given: Sequence[Any]) -> tuple[tuple[int, int], ...]:
        """(low, high) per axis; layers of one axis have a single pair."""
        listed = [given] if given and type(given[0]) is int else given
        return tuple((int(low), int(high)) for low, high in listed)
