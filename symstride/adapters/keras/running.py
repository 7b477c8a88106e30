"""Running a Keras model, to compare it with the network that was read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from symstride.adapters.agreement import Array, by_node, called
from symstride.adapters.keras.reading import channels_last_model, functional
from symstride.network.graph import Network


class KerasRunning:
    """The model at inference; maps have their channels moved where Keras has them last."""

    def __init__(self, model: Any, network: Network) -> None:
        self.model, self.network, self.last = model, network, channels_last_model(model)

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        """Its outputs, channels first."""
        return self._given(self.model, arrays)

    def inner(self, arrays: Sequence[Array]) -> dict[str, Array]:
        """What its layers give that are called once and give one tensor, by the nodes that they became."""
        import keras

        graph = functional(self.model, "running the model")
        nodes = [node for level in graph._nodes_by_depth.values() for node in level]
        calls = Counter(node.operation.name for node in nodes)
        tensors = {
            node.operation.name: node.outputs[0]
            for node in nodes
            if calls[node.operation.name] == len(node.outputs) == 1
            and not isinstance(node.operation, keras.Model | keras.layers.InputLayer)
        }
        inputs = graph.inputs if len(graph.inputs) > 1 else graph.inputs[0]
        parts = called("the model's layers", lambda: keras.Model(inputs, list(tensors.values())))
        return by_node(self.network, dict(zip(tensors, self._given(parts, arrays), strict=True)))

    def _given(self, model: Any, arrays: Sequence[Array]) -> list[Array]:
        import keras

        given = [np.moveaxis(array, 1, -1) if self.last and array.ndim > 2 else array for array in arrays]
        found = called("running the model", lambda: model(given if len(given) > 1 else given[0], training=False))
        listed = found if isinstance(found, list | tuple) else [found]
        outputs = [np.asarray(keras.ops.convert_to_numpy(one)) for one in listed]
        return [np.moveaxis(array, -1, 1) if self.last and array.ndim > 2 else array for array in outputs]
