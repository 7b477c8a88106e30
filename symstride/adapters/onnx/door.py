"""Networks from ONNX models and back.  Needs ``pip install 'symstride[onnx]'``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from symstride.adapters.onnx.files import Beside, Model, load_model
from symstride.adapters.onnx.keeping import read_kept
from symstride.adapters.onnx.reading import declared_shapes, read_model, whole_constants
from symstride.adapters.onnx.splicing import spliced, write_kept
from symstride.adapters.onnx.wired import wired
from symstride.adapters.onnx.writing import EMBEDDED_LIMIT, model_of, write_model
from symstride.errors import NotSupported, SpecError
from symstride.network.graph import Network
from symstride.network.model import Model as KeptModel
from symstride.network.rewriting.bytes import DEFAULT_LIMIT
from symstride.network.wiring import Wiring


def from_onnx(
    model: str | os.PathLike[str] | Model, input_size: Sequence[int] | Mapping[str, Sequence[int]] | None = None
) -> Network:
    """The network of an ONNX model: a path, or an ``onnx.ModelProto``.

    Opsets from 9 on; weights in initialisers, in Constant nodes, or made from constants by rearrangement alone.
    Nodes are named after their first output; the node's own name is kept as its label, and that of an initialiser as
    the label of its array.  ``input_size`` gives sizes that the model leaves open, without the batch:
    ``(3, 224, 224)``, or for several inputs one for each by its name, ``{"data": (3, 224, 224)}``.

    Refuses, by node name and operator, what it does not know; cycles, missing initialisers, sizes that do not agree
    with the stored bytes, sizes given for what the model declares otherwise, and external data outside of the model's
    folder.
    """
    return _read(model, lambda loaded: _open_sizes(loaded, input_size))


def at_sizes(model: str | os.PathLike[str] | Model, shapes: Mapping[str, Sequence[int]]) -> Network:
    """The network of the model with inputs of these shapes, whatever it declares: another model, for comparisons."""
    return _read(model, lambda _: shapes)


def _read(model: str | os.PathLike[str] | Model, sizes: Callable[[Model], Mapping[str, Sequence[int]]]) -> Network:
    if isinstance(model, str | os.PathLike):
        loaded, folder = load_model(model)
        return read_model(loaded, folder, sizes(loaded), os.fspath(model))
    return read_model(model, None, sizes(model), "")


def keep_onnx(
    model: str | os.PathLike[str] | Model,
    input_size: Sequence[int] | Mapping[str, Sequence[int]] | None = None,
    check: bool = True,
    scope: str = "layer",
    only: Iterable[str] | None = None,
) -> KeptModel:
    """The model with its strided layers read, each by itself, and everything else kept; see ``keeping``.

    ``check``: each layer is run in ONNX Runtime, where that is installed, and compared with what was read.
    """
    return read_kept(model, lambda loaded: _by_name(loaded, input_size), check, scope, only)


def wired_onnx(
    model: str | os.PathLike[str] | Model | KeptModel,
    input_size: Sequence[int] | Mapping[str, Sequence[int]] | None = None,
    check: bool = True,
) -> Wiring:
    """The model as regions that are read and nodes of which nothing is known; see ``wired``.

    Of a model that is kept the one that it was read from, with the sizes that it was read with, or what became of it.
    """
    folder = None
    if isinstance(model, KeptModel):
        model, folder = (model.source if model.origin is None else spliced(model)), model.folder
    return wired(model, lambda loaded: _by_name(loaded, input_size), check, folder)


def input_shapes(model: str | os.PathLike[str] | Model) -> dict[str, list[int | None]]:
    """The shape of each input, without the batch; None for each size that the model leaves open."""
    loaded = load_model(model)[0] if isinstance(model, str | os.PathLike) else model
    return {name: declared_shapes(loaded.graph.input).get(name, [])[1:] for name in _input_names(loaded)}


def whole_numbers(model: str | os.PathLike[str] | Model) -> set[int]:
    """The whole numbers among the attributes and the short constants of a model or its path, and what these make.

    What a model does otherwise from some size on, it does because of one of them.
    """
    loaded, folder = load_model(model) if isinstance(model, str | os.PathLike) else (model, None)
    found: set[int] = set()
    for node in loaded.graph.node:
        for attribute in node.attribute:
            found.update((attribute.i, *attribute.ints))
    for array in whole_constants(loaded, folder):
        found.update(int(n) for n in array.reshape(-1))
    return found


def _input_names(model: Model) -> list[str]:
    constants = {tensor.name for tensor in model.graph.initializer}
    return [value.name for value in model.graph.input if value.name not in constants]


def _by_name(
    model: Model, input_size: Sequence[int] | Mapping[str, Sequence[int]] | None
) -> Mapping[str, Sequence[int]]:
    if input_size is None or isinstance(input_size, Mapping):
        return input_size or {}
    names = _input_names(model)
    if len(names) == 1:
        return {names[0]: input_size}
    expected = f"a size for each input by its name: {', '.join(names)}"[:200]
    raise SpecError("read(model, input_size)", expected, f"{input_size!r}"[:80], "write {name: size}")


def _open_sizes(
    model: Model, input_size: Sequence[int] | Mapping[str, Sequence[int]] | None
) -> Mapping[str, Sequence[int]]:
    """Sizes by name; refused where the model has no such input, or declares another size."""
    given, declared = _by_name(model, input_size), declared_shapes(model.graph.input)
    for name, shape in given.items():
        if any(name in node.output for node in model.graph.node):
            asked, got = f"from_onnx, sizes of {name!r}"[:200], "a value that a node gives"
            raise NotSupported(asked, "sizes of inputs alone", got, "read it with keep=True")
        if name not in _input_names(model):
            expected = f"inputs of the model: {', '.join(_input_names(model))}"[:200]
            raise SpecError("read(model, input_size)", expected, repr(name)[:80], "compare the names")
        own = declared.get(name, [])[1:]
        if own and (len(own) != len(shape) or any(n not in (None, m) for n, m in zip(own, shape, strict=True))):
            asked = f"read(model, input_size), input {name!r}"[:200]
            said = ", ".join("?" if n is None else str(n) for n in own)
            hint = "leave the size out, or export the model with open sizes"
            raise SpecError(asked, f"({said}), as the model declares, without the batch", f"{tuple(shape)}"[:80], hint)
    return given


def to_onnx(
    network: Network | KeptModel,
    path: str | os.PathLike[str],
    max_bytes: int = DEFAULT_LIMIT,
    external_from: int = EMBEDDED_LIMIT,
) -> list[Path]:
    """Write the network as an ONNX model and answer with the files written.

    Valid by ``onnx.checker`` and in standard operators.  Inputs, outputs and all other values keep their names, nodes
    and arrays where the names are free.  Weights are bit-exact copies, those of more than ``external_from`` bytes in
    ``<name>.data`` beside the model.  Bytes are predicted first: past ``max_bytes`` the answer is a refusal with the
    figure per layer.  Files are written beside and moved into place; what the network was read from is refused as a
    place, through links too.

    Of a model with nodes that are kept all of these are written as they are, and the opset is that of the model.
    """
    with beside(network, path, max_bytes, external_from) as written:
        return written.files


def beside(
    network: Network | KeptModel,
    path: str | os.PathLike[str],
    max_bytes: int = DEFAULT_LIMIT,
    external_from: int = EMBEDDED_LIMIT,
) -> AbstractContextManager[Beside]:
    """The same as a context: within it the finished model stands beside its place, where it can be looked at.

    Behind it the files are moved; what is raised within stops that.  The network is held here no longer then.
    """
    if isinstance(network, KeptModel):
        return write_kept(network, path, max_bytes, external_from)
    return write_model(network, path, max_bytes, external_from)


def to_model(network: Network | KeptModel) -> Any:
    """The network as an ``onnx.ModelProto``, with every initialiser inside."""
    if isinstance(network, KeptModel):
        return spliced(network, inside=True)
    return model_of(network)
