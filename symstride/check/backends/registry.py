"""What a backend is, and the table of all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, ClassVar

from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv


class Backend(ABC):
    """Evaluates layers with somebody's code.  ``numbers`` lists what it computes with: keys of ``NUMBERS``.

    ``module`` is what has to be importable, and ``requirement`` how to get it.
    """

    name: ClassVar[str]
    module: ClassVar[str]
    requirement: ClassVar[str]
    numbers: ClassVar[tuple[str, ...]]
    strides: ClassVar[bool]
    """Whether it evaluates strided layers itself, so that its own answer for the original layer is compared too."""
    others: ClassVar[frozenset[str]] = frozenset()
    """Which of ConvTranspose, MaxPool and AveragePool it evaluates itself."""

    def version(self) -> str | None:
        """The version of the framework, or None when it is not installed.

        Refuses with NotSupported when it is there and does not load.
        """
        if find_spec(self.module) is None:
            return None
        try:
            return str(self.load().__version__)
        except Exception as why:  # noqa: BLE001 -- somebody else's start-up code: whatever it raises is the answer
            asked, got = f"import {self.module}", f"{type(why).__name__}: {' '.join(str(why).split())[:200]}"
            raise NotSupported(asked, "a framework that loads", got, f"install it again: {self.requirement}") from None

    def load(self) -> Any:
        """The framework's module."""
        return import_module(self.module)

    @abstractmethod
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        """``layer`` on ``x``, without its activation: ``(batch, C, *N)`` to ``(batch, O, *M)``, in the dtype of ``x``.

        May refuse with NotSupported; the report then says so.
        """

    def operate(self, layer: Any, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        """A transposed layer or a pool on ``x``, by the framework's own operator; a pool does not look at ``w``."""
        asked, expected = f"{self.name}, operate", f"one of {', '.join(sorted(self.others)) or 'no layers but Conv'}"
        raise NotSupported(asked, expected, type(layer).__name__, "use another backend")

    # ------------------------------------------------------------ phases by the framework's own operator

    def operators(self) -> Mapping[Order, str]:
        """The framework's own space-to-depth for 2-D signals, by the channel order that it makes; often none."""
        return MappingProxyType({})

    def space_to_depth(self, x: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        """``(batch, C, S*H, S*W)`` to ``(batch, C*S*S, H, W)`` for ``S = cell``, with channels in ``order``."""
        raise self._no_operator(order)

    def depth_to_space(self, y: NDArray[Any], cell: int, order: Order) -> NDArray[Any]:
        """Undoes ``space_to_depth``."""
        raise self._no_operator(order)

    def _no_operator(self, order: Order) -> NotSupported:
        asked, expected = f"{self.name}, phases", f"a space-to-depth operator for {order} channels"
        return NotSupported(asked, expected, "none", "split the signal with bank.split(x)")


BACKENDS: dict[str, type[Backend]] = {}
"""Every known backend by name, installed or not."""


def register(backend: type[Backend]) -> type[Backend]:
    """Make a backend known under its name."""
    BACKENDS[backend.name] = backend
    return backend


def find(name: object) -> Backend:
    """The backend of that name; unknown names are refused, with the known ones."""
    if isinstance(name, str) and name in BACKENDS:
        return BACKENDS[name]()
    known = ", ".join(sorted(BACKENDS))
    raise SpecError("cross_check(backends=...)", f"names among: {known}", repr(name)[:80], "spell the name as listed")
