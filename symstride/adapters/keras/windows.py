"""Padding of Keras: "same", "valid" and "causal" for layers, pools and transposed layers, by the size of the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from symstride.adapters.keras.call import KerasCall
from symstride.layers.axis import same_padding
from symstride.network.operators.records import Pairs, Shape


def padding(call: KerasCall, size: Shape, kernel: Shape, stride: Shape, dilation: Shape) -> Pairs:
    """(low, high) per axis of a layer or a pool.  "same" puts an odd place behind; "causal" puts all in front."""
    word = call.layer.padding
    rows = list(zip(kernel, stride, dilation, size, strict=True))
    if word == "same":
        check_same(call, rows)
        pairs = [same_padding(k, s, dl, n, "high") for k, s, dl, n in rows]
        return tuple((int(low), int(high)) for low, high in pairs)
    if word == "causal":
        return tuple((dl * (k - 1), 0) for k, _, dl, _ in rows)
    call.must(word == "valid", "padding valid, same or causal", repr(word), "write one of them")
    return ((0, 0),) * len(kernel)


def check_same(call: KerasCall, rows: Iterable[tuple[int, int, int, int]]) -> None:
    """Refuse (kernel, stride, dilation, size) where the last window ends before the map and an older Keras crops there.

    Seen with PyTorch in Keras 3.5 to 3.7, and no more in 3.9.2 and later; Keras elsewhere leaves the rest unread.
    """
    early = [row for row in rows if _ends_early(*row)]
    call.must(not (early and _older_on_pytorch(3, 10)), 'padding="same" with windows up to the end',
              f"(kernel, stride, dilation, size) = {early}, where this Keras on PyTorch crops in front"[:200],
              'install "keras>=3.10", or run Keras on JAX')  # fmt: skip


def _ends_early(kernel: int, stride: int, dilation: int, size: int) -> bool:
    return (-(-size // stride) - 1) * stride + dilation * (kernel - 1) + 1 < size


def _older_on_pytorch(*version: int) -> bool:
    import keras

    installed = tuple(int(part) for part in keras.__version__.split(".")[:2])
    return keras.backend.backend() == "torch" and installed < version


def check_transposed(call: KerasCall, pairs: Pairs) -> None:
    """Refuse a padding whose sides differ when an older Keras runs on PyTorch.

    PyTorch takes one number for both sides: such a Keras took the larger one away, and put places back behind.
    """
    import keras

    uneven = any(low != high for low, high in pairs)
    call.must(not (uneven and _older_on_pytorch(3, 15)), 'padding="same" with as much on both sides',
              f"padding {pairs} in Keras {keras.__version__}, which shifts the output on PyTorch",
              'install "keras>=3.15", or run Keras on JAX')  # fmt: skip


def each(given: Any, axes: int) -> Shape:
    """One integer per axis."""
    listed = tuple(given) if isinstance(given, Sequence) else (given,) * axes
    return tuple(int(n) for n in listed)
