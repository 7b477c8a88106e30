"""A call in a PyTorch module: what its arguments stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.live.call import LiveCall, Value
from symstride.errors import NotSupported


class Batch:
    """The batch size, which no network fixes."""

    def __repr__(self) -> str:
        return "the batch size"


BATCH = Batch()


@dataclass(frozen=True)
class TorchCall(LiveCall):
    """A call whose arguments are values, tensors that are constants, sizes and plain numbers.

    ``labels`` is what the module calls its tensors and the arrays copied from them, by identity: (object, name).
    """

    labels: dict[int, tuple[Any, str]] = field(default_factory=dict, repr=False)

    def label_of(self, array: NDArray[Any]) -> str:
        """What the module calls the array."""
        return self.labels.get(id(array), (None, ""))[1]

    def value(self, given: Any) -> Value:
        """An argument that depends on the input."""
        if not isinstance(given, Value):
            raise self.unsupported("a value that depends on the input", _named(given), "compute it beforehand")
        return given

    def array(self, given: Any) -> NDArray[Any]:
        """A copy of a constant, in the element type of the network; numbers take that type, as they do in PyTorch."""
        import torch

        if isinstance(given, bool | int | float):
            return np.asarray(given, dtype=self.dtype)
        if not isinstance(given, torch.Tensor):
            raise self.unsupported("a constant tensor or a number", _named(given), "make it a parameter or a buffer")
        if given.ndim and str(given.dtype).removeprefix("torch.") != self.dtype.name:
            raise self.unsupported(f"constants of the network's {self.dtype.name}", f"{given.dtype}", "convert them")
        if given.is_meta:
            got = f"a tensor of {given.numel():,} numbers on the device meta, where there are none"
            raise self.unsupported("a tensor with numbers", got, "make the module on another device, or write ONNX")
        copied = np.array(given.detach().cpu().numpy(), dtype=self.dtype)
        if id(given) in self.labels:
            self.labels[id(copied)] = (copied, self.labels[id(given)][1])
        return copied

    def optional(self, given: Any) -> NDArray[Any] | None:
        """The same, or None."""
        return None if given is None else self.array(given)

    def number(self, given: Any, role: str) -> float:
        """A plain number."""
        if isinstance(given, bool) or not isinstance(given, int | float):
            raise self.unsupported(f"a number for {role}", _named(given), "write a number")
        return given

    def integer(self, given: Any, role: str) -> int:
        """A plain integer."""
        if type(given) is not int:
            raise self.unsupported(f"an integer for {role}", _named(given), "write an integer")
        return given

    def each(self, given: Any, axes: int, role: str) -> tuple[int, ...]:
        """One integer per axis; a single one stands for all."""
        listed = tuple(given) if isinstance(given, Sequence) and not isinstance(given, str) else (given,)
        listed = listed * axes if len(listed) == 1 else listed
        if len(listed) != axes:
            raise self.wrong(f"one integer for {role}, or {axes}", repr(given)[:80])
        return tuple(self.integer(n, role) for n in listed)

    def axis(self, given: Any, shape: Sequence[int]) -> int:
        """An axis, counted without the batch."""
        place = self.integer(given, "dim")
        rank = len(shape) + 1
        if not -rank <= place < rank:
            raise self.wrong(f"an axis of {rank}", f"{place}")
        if place % rank == 0:
            raise self.unsupported("an axis behind the batch", f"dim={place}", "work on each sample by itself")
        return place % rank - 1

    def must(self, holds: bool, expected: str, got: str, hint: str) -> None:
        """Refuse unless that holds."""
        if not holds:
            raise self.refused(expected, got, hint)

    def refused(self, expected: str, got: str, hint: str) -> NotSupported:
        """The refusal itself."""
        return self.unsupported(expected, got, hint)


def _named(given: Any) -> str:
    return "a value of the network" if isinstance(given, Value) else f"{type(given).__name__} {given!r}"[:80]
