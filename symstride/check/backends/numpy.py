"""NumPy: this package's own unit-stride correlation, which needs nothing else."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from symstride.check.backends.registry import Backend, register
from symstride.layers.layer import Conv


@register
class NumpyBackend(Backend):
    """Unit-stride correlation tap by tap in plain NumPy, exact on integers and objects.

    The strided layer has its own evaluation, ``check.reference``, which every backend is compared with.
    """

    name = "numpy"
    module = "numpy"
    requirement = "pip install numpy"
    numbers = ("integers", "fractions", "float32", "float64")
    strides = False

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        from symstride.algebra.correlation import correlate

        y: NDArray[Any] = correlate(layer, x, w, b)
        return y
