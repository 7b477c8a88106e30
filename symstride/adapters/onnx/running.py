"""Running an ONNX model in ONNX Runtime, to compare it with the network that was read from it.

Without optimisation: a runtime that folds nodes computes something else now and then, and then the model is not at
fault.  Only nodes that were read are run: a model with others is refused here, which might take any time and memory.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from symstride.adapters.agreement import Array, CannotRun, called
from symstride.adapters.onnx.files import Model, is_outside, load_model, tensor_array
from symstride.network.graph import Network


class OnnxRunning:
    """A session for the model: a path, or a ``ModelProto`` with data in ``folder``."""

    def __init__(self, model: str | os.PathLike[str] | Model, network: Network, folder: Path | None = None) -> None:
        self.model, self.names, self.folder = model, [node.name for node in network.inputs], folder

    @cached_property
    def session(self) -> Any:
        """What runs it."""
        unread = _leading_nowhere(self.model)
        if unread:
            raise CannotRun(f"{len(unread):,} of its nodes lead to no output, such as the one of {unread[0]!r}")
        return session_of(self.model, self.folder)

    def inner(self, arrays: Sequence[Array]) -> dict[str, Array]:
        """The values of all nodes, by name."""
        loaded, folder = _loaded(self.model, self.folder)
        made = type(loaded)()
        made.CopyFrom(loaded)
        outputs = {value.name for value in made.graph.output}
        names = [name for node in made.graph.node for name in node.output if name and name not in outputs]
        for name in names:
            made.graph.output.add(name=name)
        session = session_of(made, folder)
        known = [value.name for value in session.get_outputs()]
        feeds = dict(zip(self.names, arrays, strict=True))
        found = called("ONNX Runtime", lambda: session.run(None, feeds))
        return dict(zip(known, found, strict=True))

    def __call__(self, arrays: Sequence[Array]) -> list[Array]:
        """Its outputs."""
        feeds, session = dict(zip(self.names, arrays, strict=True)), self.session
        found: list[Array] = called("ONNX Runtime", lambda: session.run(None, feeds))
        return found


def session_of(model: str | os.PathLike[str] | Model, folder: Path | None = None) -> Any:
    """What runs a model, without optimisation; ``CannotRun`` where there is nothing that does.

    Of a ``ModelProto`` the numbers that lie in files of ``folder`` are handed over, and not copied.
    """
    if find_spec("onnxruntime") is None:
        raise CannotRun("onnxruntime is not installed: pip install 'symstride[onnx]'")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    source: Any
    held: dict[str, Any] = {}
    if isinstance(model, str | os.PathLike):
        source = os.fspath(model)
    else:
        source = model.SerializeToString()
        for tensor in filter(is_outside, model.graph.initializer):
            held[tensor.name] = onnxruntime.OrtValue.ortvalue_from_numpy(tensor_array(tensor, folder))
    if held:
        options.add_external_initializers([*held], [*held.values()])
    providers = ["CPUExecutionProvider"]
    session: Any = called("ONNX Runtime", lambda: onnxruntime.InferenceSession(source, options, providers=providers))
    session.held = held  # the numbers have to be there as long as it
    return session


def _leading_nowhere(model: str | os.PathLike[str] | Model) -> list[str]:
    """Of each node that no output depends on, a value; such nodes are not read."""
    graph = _loaded(model)[0].graph
    needed, unread = {value.name for value in graph.output}, []
    for node in reversed(graph.node):  # in topological order, or it could not have been read
        if needed.isdisjoint(node.output):
            unread.append(node.output[0] if node.output else node.name)
        else:
            needed.update(node.input)
    return unread


def _loaded(model: str | os.PathLike[str] | Model, folder: Path | None = None) -> tuple[Model, Path | None]:
    """The model of a path with its folder, or the model itself."""
    return load_model(model) if isinstance(model, str | os.PathLike) else (model, folder)
