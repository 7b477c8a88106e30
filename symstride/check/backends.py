"""Who can evaluate a convolution: one class per framework, looked up by name.

A backend imports its framework inside its methods, so that asking for one that is not installed costs nothing and is
answered with its name.  A new backend is one class with ``@register``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.spec.layer import Conv


class Backend(ABC):
    """Evaluates layers with somebody's code.  ``numbers`` lists what it computes with: keys of ``NUMBERS``."""

    name: ClassVar[str]
    numbers: ClassVar[tuple[str, ...]]
    strides: ClassVar[bool]
    """Whether it evaluates strided layers itself, so that its own answer for the original layer is compared too."""

    @abstractmethod
    def version(self) -> str | None:
        """The version of the framework, or None when it is not installed."""

    @abstractmethod
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        """``layer`` on ``x``, without its activation: ``(batch, C, *N)`` to ``(batch, O, *M)``, in the dtype of ``x``.

        May refuse with NotSupported; the report then says so.
        """


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


@register
class NumpyBackend(Backend):
    """Unit-stride correlation tap by tap in plain NumPy, exact on integers and objects.

    The strided layer has its own evaluation, ``check.reference``, which every backend is compared with.
    """

    name = "numpy"
    numbers = ("integers", "fractions", "float32", "float64")
    strides = False

    def version(self) -> str | None:
        import numpy as np

        return np.__version__

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        from symstride.algebra.correlation import correlate

        return correlate(layer, x, w, b)
