"""Modules of which only the strided layers are read: exported to ONNX by PyTorch, in memory, and kept as such a model.

What is proved is proved of the exported model.  That it computes what the module computes is checked on numbers: the
module runs in its own precision, there with numbers a unit of rounding away too, and in double precision, which tells
what rounding costs (``adapters.agreement``), and the exported model runs in ONNX Runtime.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from symstride.adapters.agreement import SEED, Allowed, Array, CannotRun, called, compare
from symstride.adapters.onnx.door import keep_onnx
from symstride.adapters.onnx.files import load_model
from symstride.adapters.onnx.running import session_of
from symstride.adapters.torch.exporting import quiet
from symstride.adapters.torch.running import listed
from symstride.adapters.torch.tracing import arguments, torch_module
from symstride.errors import NotSupported
from symstride.network.model import Model

ASKED = "read(module, keep=True)"


def keep_torch(
    module: Any,
    input_size: Sequence[int] | Mapping[str, Sequence[int]],
    check: bool = True,
    scope: str = "layer",
    only: Iterable[str] | None = None,
) -> Model:
    """The module as an ONNX model for a batch of one, with its strided layers read and everything else kept.

    ``input_size`` as for ``from_torch``.  ``check``: the exported model is run beside the module, at zeros, at random
    numbers and at their opposites; where it cannot be, the model says so in ``unchecked``.

    Raises ``NotSupported`` for a module in training mode, one that no exporter of PyTorch takes, and one whose export
    computes something else.
    """
    torch_module()
    trained = [name or type(module).__name__ for name, part in module.named_modules() if part.training]
    if trained:
        raise NotSupported(ASKED, "a module for inference", f"{trained[0]!r} in training mode", "call module.eval()")
    sizes, _ = arguments(module, input_size)
    kind = next((each.dtype for each in module.parameters() if each.is_floating_point()), None)
    dtype = str(kind or "torch.float32").removeprefix("torch.")
    model = _exported(module, sizes, dtype)
    kept = keep_onnx(model, None, check, scope, only)
    try:
        doubt = "" if check else "check=False"
        if check:
            _compare(module, model, sizes, dtype)
    except CannotRun as why:
        doubt = f"the exported model beside the module: {why}"
    return replace(kept, doubt=doubt)


def _exported(module: Any, sizes: Mapping[str, tuple[int, ...]], dtype: str) -> Any:
    """A ``ModelProto``, by the newer or by the older of PyTorch's exporters; whatever is in its way is somebody's."""
    import torch

    said = []
    for newer in (True, False):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "model.onnx"
            given = tuple(torch.zeros(1, *size, dtype=getattr(torch, dtype)) for size in sizes.values())
            more: dict[str, Any] = {"external_data": False, "verbose": False} if newer else {}
            try:
                with torch.no_grad(), quiet():
                    torch.onnx.export(copy.deepcopy(module), given, path, dynamo=newer, input_names=list(sizes), **more)
                return load_model(path, whole=True)[0]
            except Exception as why:  # noqa: BLE001  forward is the user's code, and refusals have no class of their own
                said.append(f"{type(why).__name__}: {' '.join(str(why).split())[:120]}")
    raise NotSupported(ASKED, "a module that torch.onnx.export takes", "; ".join(said)[:300], "export it to a file")


def _compare(module: Any, model: Any, sizes: Mapping[str, tuple[int, ...]], dtype: str) -> None:
    """Refuse an export that does not give what the module gives; ``CannotRun`` where that is not known."""
    import torch

    rng, step = np.random.default_rng(SEED), float(torch.finfo(getattr(torch, dtype)).eps)
    drawn = [rng.standard_normal((1, *size)).astype(dtype) for size in sizes.values()]
    session = session_of(model)
    names = [each.name for each in session.get_inputs()]
    single = called("copying the module", lambda: copy.deepcopy(module))
    double = called("the module in double precision", lambda: copy.deepcopy(module).double())

    def runs(one: Any, feeds: Sequence[Array], kind: str) -> list[Array]:
        given = [torch.from_numpy(each.astype(kind)) for each in feeds]
        with torch.no_grad():
            return [each.detach().numpy() for each in listed(called("the module", lambda: one(*given)))]

    for words, feeds in (
        ("zeros", [np.zeros_like(each) for each in drawn]),
        ("random numbers", drawn),
        ("random numbers", [-each for each in drawn]),
    ):
        fed = dict(zip(names, feeds, strict=False))
        given: list[Array] = called("ONNX Runtime", partial(session.run, None, fed))
        low, again, high = runs(single, feeds, dtype), runs(single, feeds, dtype), runs(double, feeds, "float64")
        if not all(map(_same, low, again)):
            raise CannotRun("it gives other numbers each time")
        moved = runs(single, [each + step * noise for each, noise in zip(feeds, drawn, strict=True)], dtype)
        low = [_farther(*each) for each in zip(low, moved, high, strict=True)]
        if not len(given) == len(low) == len(high):
            raise CannotRun(f"it gives {len(given)} outputs, and the module {len(low)}")
        for number, arrays in enumerate(zip(given, high, low, strict=True)):
            if arrays[0].dtype.kind == "f":
                compare(f"{ASKED}: the exported model", f"output {number}", words, arrays, Allowed(dtype, 0.0))


def _farther(low: Array, moved: Array, high: Array) -> Array:
    """What lies farther from the numbers in double precision: those of the module, or of the module a little away.

    A normalisation of a constant map divides rounding by almost nothing, and then each runtime gives other numbers.
    """
    if low.dtype.kind != "f" or not low.shape == moved.shape == high.shape:
        return low
    with np.errstate(invalid="ignore"):
        return np.where(np.abs(moved - high) > np.abs(low - high), moved, low)


def _same(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(((one == other) | ((one != one) & (other != other))).all())
