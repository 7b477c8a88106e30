"""A layer of stride 1 and dilation 1, evaluated tap by tap.  Exact on ints and objects, and differentiable.

Arrays of PyTorch, JAX and the like are multiplied in their own library.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from symstride.algebra.arrays import gather
from symstride.algebra.signals import sources
from symstride.errors import SpecError
from symstride.layers.layer import Conv


def correlate(layer: Conv, x: Any, w: Any, b: Any = None) -> Any:
    """``y[o, m] = b[o] + sum over c, u of w[o, c, u] * x[c, m + u - low]`` for a unit-stride ``layer``.

    ``x`` has shape ``(batch, C, *N)``, ``w`` ``(O, C/groups, *K)``, ``b`` ``(O,)`` or None; the result
    ``(batch, O, *M)``.  Sums are taken in the dtype that the library gives the product of ``x`` and ``w``.
    The activation is left out.  Refuses layers whose stride or dilation is not 1.
    """
    _need_unit(layer)
    groups = int(layer.groups)
    padded, outputs = _padded(layer, x)
    batch, channels = padded.shape[:2]
    grouped = padded.reshape(batch, groups, channels // groups, *padded.shape[2:])
    rows = w.reshape(groups, -1, *w.shape[1:])  # (g, o, c, *K)
    total: Any = None
    for tap in product(*map(range, w.shape[2:])):
        here: tuple[Any, ...] = (..., *(slice(u, u + m) for u, m in zip(tap, outputs, strict=True)))
        at_tap: tuple[Any, ...] = (..., *tap)
        window = grouped[here]
        part = rows[at_tap] @ window.reshape(batch, groups, channels // groups, -1)  # (batch, g, o, M)
        if total is None:
            total = part
        else:
            total += part
    y = total.reshape(batch, -1, *outputs)
    return y if b is None else y + b.reshape(-1, *(1,) * len(outputs))


def _padded(layer: Conv, x: Any) -> tuple[Any, tuple[int, ...]]:
    """``x`` on the places that the outputs read, from ``-low`` on, and the number of outputs per axis."""
    outputs = []
    for number, axis in enumerate(layer.axes()):
        size = x.shape[2 + number]
        outputs.append(int(axis.output_size(size)))
        length = outputs[-1] + int(axis.kernel) - 1
        x = gather(x, 2 + number, sources(-int(axis.low), length, size, layer.padding_mode))
    return x, tuple(outputs)


def _need_unit(layer: Conv) -> None:
    if any(n != 1 for n in (*layer.stride, *layer.dilation)):
        raise SpecError(
            "correlate(layer, x, w, b)",
            "a layer of stride 1 and dilation 1",
            f"stride {layer.stride}, dilation {layer.dilation}",
            "pass bank.layer(input_size), or evaluate the layer itself with check.reference",
        )
