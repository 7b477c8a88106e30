"""The door ``expand``: the unit-stride form of a layer, of a transposed layer or of a pool."""

from __future__ import annotations

from typing import Any, overload

from symstride.algebra.bank import Bank
from symstride.algebra.bank import expand as expand_layer
from symstride.algebra.transposed import TransposedBank, expand_transposed
from symstride.errors import SpecError
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.pool_bank import PoolBank, expand_pool


@overload
def expand(
    layer: Conv,
    phases: PerAxis = 1,
    origin: str = "image",
    order: str = "channel_major",
    drop_dead: bool = False,
    input_size: PerAxis | None = None,
) -> Bank: ...
@overload
def expand(layer: ConvTranspose, phases: PerAxis = 1, *, order: str = "channel_major") -> TransposedBank: ...
@overload
def expand(layer: MaxPool | AveragePool, phases: PerAxis = 1, *, order: str = "channel_major") -> PoolBank: ...


def expand(
    layer: Any,
    phases: PerAxis = 1,
    origin: str = "image",
    order: str = "channel_major",
    drop_dead: bool = False,
    input_size: PerAxis | None = None,
) -> Any:
    """The unit-stride form of ``layer`` on phases: its expanded filter bank, which says which weight goes where.

        expand(Conv(3, 64, (7, 7), 2, 3))             # a Bank: space-to-depth, then a layer of stride 1
        expand(ConvTranspose(8, 3, (4, 4), 2, 1))     # a TransposedBank: a layer of stride 1, then depth-to-space
        expand(MaxPool((3, 3), 2, 1))                 # a PoolBank: which taps of the window read which phase

    ``phases``: how many phases ``a`` the output is to have, one number or one per axis; of a transposed layer the
    input.  ``origin``: ``"image"`` starts phase 0 at the first place of the image, as layers inside a network need it;
    ``"padded"`` starts where the padding starts, which gives the smallest kernel, ``ceil((D + 1)/S)`` for ``a = 1``.
    ``order``: the layout of channels and phases, ``"channel_major"`` (PyTorch) or ``"phase_major"`` (ONNX,
    TensorFlow).  ``drop_dead`` leaves out input phases that no tap reads.  ``input_size`` is needed for ``"same"``
    padding, unless the layer carries it.  Origin and ``drop_dead`` are a ``Conv``'s alone.

    Raises ``SpecError`` for what is none of these, and for an option that is not one of the layer.
    """
    if not isinstance(layer, ConvTranspose | MaxPool | AveragePool):
        return expand_layer(layer, phases, origin, order, drop_dead, input_size)
    if origin != "image" or drop_dead or input_size is not None:
        got = f"origin={origin!r}, drop_dead={drop_dead!r}, input_size={input_size!r}"[:120]
        hint = "leave these out: the form of a transposed layer or a pool is the same for every size"
        raise SpecError(f"expand({type(layer).__name__})", "phases and order alone", got, hint)
    if isinstance(layer, ConvTranspose):
        return expand_transposed(layer, phases, order)
    return expand_pool(layer, phases, order)
