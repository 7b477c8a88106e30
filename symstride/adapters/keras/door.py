"""Networks from Keras models.  Needs ``pip install 'symstride[keras]'`` and a backend for Keras."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from symstride.adapters.keras.reading import read_keras
from symstride.network.graph import Network


def from_keras(model: Any, input_size: Sequence[int] | Mapping[str, Sequence[int]] | None = None) -> Network:
    """The network of a live Keras 3 model, functional or ``Sequential`` and built, at inference, for any batch size.

    Values of a network have their channels first, ``(batch, C, *space)``, whatever the model's data format is.  A
    channels_last model ``(batch, *space, C)`` is fed, and its maps are read, with the axis moved:

        x = rng.standard_normal((8, 32, 32, 3), dtype=np.float32)      # as the model takes it
        y = evaluate(from_keras(model), np.moveaxis(x, -1, 1))         # np.moveaxis(y, 1, -1) is what it gives

    Feature vectors ``(batch, F)`` are the same in both.  ``Flatten`` and ``Reshape`` keep the order of numbers that the
    model has, by a ``Transpose`` in front.  ``input_size`` gives sizes that the model leaves open, channels first and
    without the batch: ``(3, 224, 224)``, or one for each input by its name.

    Weights are copied, ``kernel`` as ``(out, in, *kernel)``, so later training does not reach the network.  Nodes have
    the names of their layers; activations that a layer brings along are nodes ``layer/activation`` behind it.  "same"
    pads as Keras does; a transposed layer's output has ``stride*N`` places under "same" and ``stride*(N - 1) +
    max(span, stride)`` under "valid" unless ``output_padding`` says otherwise, with the padding that Keras 3.15 gives
    JAX and PyTorch (``layers.lines.others``).  The sizes of all values are compared with those that Keras
    declares.  Nothing is read from files.

    Refuses, by layer name and type, what it does not know: subclassed models and layers, mixed data formats, layers
    that compute in another type than their weights have, quantised layers, layers called with ``training=True``; and on
    PyTorch averages under "same" with an odd total, where Keras repeats the edge and counts it, unlike elsewhere; and
    with Keras before 3.15 transposed layers under "same" with an odd total, which it shifts by one place, and before
    3.10 layers and pools under "same" whose last window ends before the map, which it crops.

    Keras 3.15 rounds means, batch normalisation and products of matrices to float32 even in float64 models.
    """
    return read_keras(model, input_size)
