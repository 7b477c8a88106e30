"""ONNX files: read with every declared size checked against what is there, written beside and moved into place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from math import prod
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported, SpecError
from symstride.limits import MAX_READ, check

Model: TypeAlias = Any
"""An onnx.ModelProto.  onnx is optional, so its types are not named."""

OLDEST_OPSET = 9
OPSET = 19
"""What a model that is written from nothing is written in."""
_HINT = "export the model again, or check the file with onnx.checker"


def onnx_module(name: str = "onnx") -> Any:
    """The module, or a refusal that says how to get it."""
    try:
        return import_module(name)
    except ImportError:
        hint = "pip install 'symstride[onnx]'"
        raise NotSupported("an ONNX model", "the package onnx", "it is not installed", hint) from None


def load_model(path: str | os.PathLike[str]) -> tuple[Model, Path]:
    """The model in a file, without its external data, and the folder where that data must lie."""
    onnx, file = onnx_module(), Path(path)
    asked = f"from_onnx({str(path)!r})"
    try:
        check(asked, file.stat().st_size, MAX_READ, "bytes", "weights may lie in a file beside the model")
        data = file.read_bytes()
    except (OSError, ValueError) as why:  # ValueError: no name that a file can have
        got = str(getattr(why, "strerror", None) or why)
        raise SpecError(asked, "a file that can be read", got, "check the path") from None
    model = onnx.ModelProto()
    try:
        model.ParseFromString(data)
    except onnx_module("google.protobuf.message").DecodeError:
        raise SpecError(
            asked, "an ONNX model", f"{len(data):,} bytes that are none", "is it cut off? " + _HINT
        ) from None
    if not model.graph.node and not model.graph.input:
        raise SpecError(asked, "a model with a graph", "an empty one", "is it cut off? " + _HINT)
    return model, file.resolve().parent


def check_text(model: Model) -> None:
    """Refuse names that are no text in UTF-8.  Protocol buffers hand those on as bytes."""
    graph = model.graph
    texts = [graph.name, *(value.name for value in (*graph.input, *graph.output))]
    tensors = [*graph.initializer]
    for node in graph.node:
        texts += [node.name, node.op_type, node.domain, *node.input, *node.output]
        texts += [attribute.name for attribute in node.attribute]
        tensors += [attribute.t for attribute in node.attribute if attribute.HasField("t")]
    for tensor in tensors:
        texts += [tensor.name, *(text for entry in tensor.external_data for text in (entry.key, entry.value))]
    odd = [text for text in texts if not isinstance(text, str)]
    if odd:
        raise SpecError("from_onnx, names of the model", "text in UTF-8", repr(odd[0])[:80], _HINT)


def opset_of(model: Model) -> int:
    """The version of the standard operators; refuses those that are too old or not known yet."""
    newest = int(onnx_module("onnx.defs").onnx_opset_version())
    found = [int(entry.version) for entry in model.opset_import if entry.domain in ("", "ai.onnx")]
    if len(found) != 1 or not OLDEST_OPSET <= found[0] <= newest:
        got = ", ".join(map(str, found)) or "none"
        hint = "convert it with onnx.version_converter, or install a newer onnx"
        raise NotSupported("from_onnx, opset", f"one version of {OLDEST_OPSET} to {newest}", got, hint)
    return found[0]


# ------------------------------------------------------------------------------------------------ tensors


def tensor_array(tensor: Any, folder: Path | None) -> NDArray[Any]:
    """The numbers of a TensorProto.  Declared and stored sizes must agree, so nothing large is made from nothing."""
    asked = f"from_onnx, tensor {tensor.name!r}"
    onnx, shape = onnx_module(), tuple(int(n) for n in tensor.dims)
    if any(n < 0 for n in shape):
        raise SpecError(asked, "sizes that are not negative", f"{shape}", _HINT)
    try:
        dtype = np.dtype(onnx.helper.tensor_dtype_to_np_dtype(tensor.data_type))
    except (KeyError, TypeError, ValueError):
        raise SpecError(asked, "a known data type", f"number {tensor.data_type}", _HINT) from None
    if tensor.data_location == onnx.TensorProto.EXTERNAL:
        return _external(asked, tensor, shape, dtype, folder)
    stored = _stored(onnx, tensor, dtype)
    if stored != prod(shape):
        raise SpecError(asked, f"{prod(shape):,} numbers for shape {shape}", f"{stored:,} stored", _HINT)
    array: NDArray[Any] = onnx.numpy_helper.to_array(tensor)
    return array


def _stored(onnx: Any, tensor: Any, dtype: np.dtype[Any]) -> float:
    """How many numbers are there; no whole number of them where bytes are left over."""
    if dtype.itemsize * 8 * prod(tensor.dims) and tensor.HasField("raw_data"):
        return len(tensor.raw_data) / dtype.itemsize
    field = onnx.helper.tensor_dtype_to_field(tensor.data_type)
    return len(getattr(tensor, field))


def numbers_outside(tensor: Any) -> int:
    """How many numbers of another file a tensor asks for."""
    outside = tensor.data_location == onnx_module().TensorProto.EXTERNAL
    return prod(max(int(n), 0) for n in tensor.dims) if outside else 0


def _external(
    asked: str, tensor: Any, shape: tuple[int, ...], dtype: np.dtype[Any], folder: Path | None
) -> NDArray[Any]:
    entries = {entry.key: entry.value for entry in tensor.external_data}
    place = _inside(asked, entries.get("location", ""), folder)
    wanted = prod(shape) * dtype.itemsize
    numbers = [entries.get("offset", "0"), entries.get("length", str(wanted))]
    if not all(text.isascii() and text.isdigit() for text in numbers):
        raise SpecError(asked, "an offset and a length in bytes", f"{numbers}", _HINT)
    offset, length = map(int, numbers)
    if length != wanted or offset + length > place.stat().st_size:
        got = f"{length:,} bytes from {offset:,} in a file of {place.stat().st_size:,}"
        raise SpecError(asked, f"{wanted:,} bytes for shape {shape}", got, _HINT)
    return np.fromfile(place, dtype=dtype.newbyteorder("<"), count=prod(shape), offset=offset).reshape(shape)


def _inside(asked: str, location: str, folder: Path | None) -> Path:
    expected = "external data in the model's own folder"
    if folder is None:
        raise SpecError(asked, "data in the model itself", f"external data in {location!r}", "pass the model's path")
    try:
        place = (folder / location).resolve()
        there = place.is_file()
    except (OSError, RuntimeError, ValueError):  # no name that a file can have, or a link in a circle
        place, there = folder, False
    if not location or not place.is_relative_to(folder):
        raise SpecError(asked, expected, f"location {location[:200]!r}", "move the data beside the model")
    if not there:
        raise SpecError(asked, expected, f"no file {location[:200]!r}", "move the data beside the model")
    return place


def input_files(model: Model, source: str) -> list[Path]:
    """The file that a model is read from, and those beside it that it says hold its external data."""
    if not source:
        return []
    path = Path(source).resolve()
    tensors = [*model.graph.initializer, *(a.t for node in model.graph.node for a in node.attribute)]
    entries = [entry for tensor in tensors for entry in tensor.external_data if entry.key == "location"]
    return [path, *sorted({path.parent / entry.value for entry in entries})]


# ------------------------------------------------------------------------------------------------ writing


def initialiser(name: str, array: NDArray[Any], place: str = "", offset: int = 0) -> Any:
    """A TensorProto with the array's bytes, or with a pointer to ``place``."""
    onnx = onnx_module()
    if not place:
        return onnx.numpy_helper.from_array(np.ascontiguousarray(array).reshape(array.shape), name)
    tensor = onnx.TensorProto(name=name, dims=array.shape)
    tensor.data_type = onnx.helper.np_dtype_to_tensor_dtype(array.dtype)
    tensor.data_location = onnx.TensorProto.EXTERNAL
    for key, value in (("location", place), ("offset", str(offset)), ("length", str(array.nbytes))):
        tensor.external_data.add(key=key, value=value)
    return tensor


Inspect: TypeAlias = Callable[[Path], object]
"""Looks at a finished file, and raises what stops it from being put into its place."""


def save_model(
    model: Model,
    external: Mapping[Any, NDArray[Any]],
    path: Path,
    data: str,
    inspect: Inspect | None = None,
    source: Model = None,
) -> list[Path]:
    """Write model and data beside ``path``, check them there, and move them into place, the data first.

    ``inspect`` is called with the model there; what it raises stops the move, and nothing is left.  ``source`` is a
    model most of which is in the new one: where it is refused itself, what the new one is refused for is its own.
    """
    with _beside(path) as folder:
        parts = [path.name]
        if external:
            with (folder / data).open("wb") as file:
                for array in external.values():
                    np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")).tofile(file)
            parts = [data, path.name]
        (folder / path.name).write_bytes(model.SerializeToString(deterministic=True))
        _check_model(folder / path.name, path, source)
        if inspect is not None:
            inspect(folder / path.name)
        for part in parts:
            os.replace(folder / part, path.parent / part)
    return [path.parent / part for part in parts]


def _check_model(written: Path, path: Path, source: Model = None) -> None:
    """Refuse what the onnx package does not take: it counts a last window of a pool that lies in padding alone."""
    why = _complaint(str(written), source is None)
    if why and (source is None or not _complaint(source, False)):
        got = why[:200]
        hint = "where a pool rounds up (ceil_mode), write the padding that its windows reach, and round down"
        raise NotSupported(f"to_onnx({str(path)!r})", "a model that onnx.checker takes", got, hint) from None


def _complaint(model: Model | str, shapes: bool) -> str:
    """What the onnx package has against a model, or against the one in a file; empty where it has nothing.

    ``shapes``: also where shapes do not fit, which they need not in a branch that is never taken.
    """
    onnx, inference = onnx_module(), onnx_module("onnx.shape_inference")
    try:
        onnx.checker.check_model(model, full_check=shapes)
    except (onnx.checker.ValidationError, inference.InferenceError) as why:
        return " ".join(str(why).split()) or type(why).__name__
    return ""


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".symstride-") as folder:
            yield Path(folder)
    except OSError as why:
        asked, got = f"to_onnx({str(path)!r})", str(why.strerror or why)
        raise SpecError(asked, "a folder that can be written", got, "choose another place, or make room") from None
