"""Running a Keras model, to compare it with the network that was read from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from symstride.adapters.agreement import Array, called
from symstride.adapters.keras.reading import channels_last_model


class KerasRunning:
    """The model at inference; maps have their channels moved where Keras has them last."""

    def __init__(self, model: Any) -> None:
        self.model, self.last = model, channels_last_model(model)

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        """Its outputs, channels first."""
        import keras

        given = [np.moveaxis(array, 1, -1) if self.last and array.ndim > 2 else array for array in arrays]
        found = called("running the model", lambda: self.model(given if len(given) > 1 else given[0], training=False))
        listed = found if isinstance(found, list | tuple) else [found]
        outputs = [np.asarray(keras.ops.convert_to_numpy(one)) for one in listed]
        return [np.moveaxis(array, -1, 1) if self.last and array.ndim > 2 else array for array in outputs]
