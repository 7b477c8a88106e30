"""Transposed layers of whatever Keras is installed: read as that Keras computes them, or refused.

Keras before 3.15 shifts some of them on PyTorch.  ``.ci/run`` runs this file with such a Keras too, in an environment
of its own; with a newer one nothing is refused.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest

from symstride.adapters.keras.door import from_keras
from symstride.check.backends import find
from symstride.errors import NotSupported
from symstride.network.evaluate import evaluate

if find("keras").version() is None:
    pytest.skip(f"keras is not installed; to get it: {find('keras').requirement}", allow_module_level=True)
keras = find("keras").load()  # with a backend that is installed

SHIFTS = tuple(map(int, keras.__version__.split(".")[:2])) < (3, 15) and keras.backend.backend() == "torch"
ROWS = [
    (word, kernel, stride, more, size)
    for word in ("same", "valid")
    for kernel in (1, 2, 3, 4, 5)
    for stride in (1, 2, 3)
    for more in ((None,) if SHIFTS and stride == 1 else (None, 1)[:stride])
    for size in (2, 4)
]
"""Padding, kernel, stride, output_padding and places."""


def model(word: str, kernel: int, stride: int, more: int | None, size: int) -> Any:
    layer = keras.layers.Conv1DTranspose(1, kernel, stride, word, output_padding=more, use_bias=False)
    made = keras.Sequential([keras.Input((size, 1)), layer])
    layer.kernel.assign(np.arange(1, kernel + 1, dtype="float32").reshape(kernel, 1, 1))
    return made


def outcome(row: tuple[Any, ...]) -> str:
    """Whether the network computes what Keras does: "right", "wrong", "refused", or "none" where Keras fails."""
    x = np.arange(1, row[-1] + 1, dtype=np.float32)[None, :, None]
    try:
        made = model(*row)
        expected = keras.ops.convert_to_numpy(made(x))
    except (RuntimeError, ValueError):  # the sizes that older ones declare and compute differ
        return "none"
    try:
        network = from_keras(made)
    except NotSupported:
        return "refused"
    (value,) = evaluate(network, np.moveaxis(x, -1, 1)).values()
    return "right" if np.array_equal(np.moveaxis(value, 1, -1), expected) else "wrong"


def test_transposed_layers_are_read_as_keras_computes_them_or_refused() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old ones warn where they are wrong
        found = {row: outcome(row) for row in ROWS}
    assert [row for row, word in found.items() if word == "wrong"] == []
    assert ("refused" in found.values()) == SHIFTS
    assert list(found.values()).count("right") > len(ROWS) / 2
    assert {row[0] for row, word in found.items() if word == "refused"} <= {"same"}


@pytest.mark.parametrize(("kernel", "stride"), [(3, 2), (2, 1)])
def test_the_shifted_ones_are_refused_by_name(kernel: int, stride: int) -> None:
    """The smallest ones: one place has to go, and it is the wrong one."""
    made = model("same", kernel, stride, None, 2)
    if not SHIFTS:
        assert from_keras(made).shapes[made.layers[-1].name] == (1, 2 * stride)
        return
    with pytest.raises(NotSupported) as refusal:
        from_keras(made)
    assert made.layers[-1].name in refusal.value.asked
    assert keras.__version__ in refusal.value.got
    assert "keras>=3.15" in refusal.value.hint


LAYERS = {
    "a transposed layer": ("3.14.0", lambda: keras.layers.Conv1DTranspose(1, 3, 2, "same")),
    "a layer that ends before the map": ("3.7.0", lambda: keras.layers.Conv1D(1, 1, 4, "same")),
    "a pool that ends before the map": ("3.7.0", lambda: keras.layers.MaxPooling1D(1, 2, "same")),
}


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("backend", ["torch", "jax"])
def test_by_what_keras_says_of_itself(name: str, backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong on PyTorch alone, and in versions before the one that the refusal asks for."""
    version, layer = LAYERS[name]
    made = keras.Sequential([keras.Input((8, 1)), layer()])
    monkeypatch.setattr(keras, "__version__", version)
    monkeypatch.setattr(keras.backend, "backend", lambda: backend)
    if backend == "jax":
        from_keras(made)
        return
    with pytest.raises(NotSupported) as refusal:
        from_keras(made)
    assert all(refusal.value.args[:4])
    monkeypatch.setattr(keras, "__version__", "3.15.0")
    from_keras(made)
