"""ONNX files: read with every declared size checked against what is there, written beside and moved into place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from math import prod
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.apart import LARGE, model_bytes
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.limits import MAX_READ, check
from symstride.network.placing import put_together

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


def load_model(path: str | os.PathLike[str], whole: bool = False) -> tuple[Model, Path]:
    """The model in a file, without its external data, and the folder where that data must lie.

    Large initialisers count as such: they stay in the file, unless the ``whole`` of it is asked for.
    """
    onnx, file = onnx_module(), Path(path)
    asked = f"from_onnx({str(path)!r})"
    try:
        found = file.stat()
        if not (S_ISREG(found.st_mode) or S_ISDIR(found.st_mode)):  # it may never end
            raise SpecError(asked, "a file that can be read", "a pipe or a device", "write it into a file first")
        check(asked, found.st_size, MAX_READ, "bytes", "weights may lie in a file beside the model")
        data = file.read_bytes() if whole else model_bytes(file.resolve())
    except SymstrideError:
        raise
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
    if tensor.HasField("segment"):
        raise NotSupported(asked, "a whole tensor", "a segment of one", "export the model again")
    try:
        dtype = np.dtype(onnx.helper.tensor_dtype_to_np_dtype(tensor.data_type))
    except (KeyError, TypeError, ValueError):
        raise SpecError(asked, "a known data type", f"number {tensor.data_type}", _HINT) from None
    if is_outside(tensor):
        return _external(tensor, shape, dtype, folder)
    stored = _stored(onnx, tensor, dtype)
    if stored != prod(shape):
        raise SpecError(asked, f"{prod(shape):,} numbers for shape {shape}", f"{stored:,} stored", _HINT)
    try:
        array: NDArray[Any] = onnx.numpy_helper.to_array(tensor)
    except (TypeError, ValueError) as why:
        raise SpecError(asked, "a tensor that the onnx package reads", " ".join(str(why).split())[:80], _HINT) from None
    return array


def _stored(onnx: Any, tensor: Any, dtype: np.dtype[Any]) -> float:
    """How many numbers are there; no whole number of them where bytes are left over."""
    if dtype.itemsize * 8 * prod(tensor.dims) and tensor.HasField("raw_data"):
        return len(tensor.raw_data) / dtype.itemsize
    field = onnx.helper.tensor_dtype_to_field(tensor.data_type)
    return len(getattr(tensor, field))


def is_outside(tensor: Any) -> bool:
    """Whether the numbers of a tensor lie in another file, or were left in the model's own."""
    return bool(tensor.data_location == onnx_module().TensorProto.EXTERNAL)


def numbers_outside(tensor: Any) -> int:
    """How many numbers of a file a tensor asks for."""
    return prod(max(int(n), 0) for n in tensor.dims) if is_outside(tensor) else 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The bytes of a tensor where they lie in a file."""

    place: Path
    offset: int
    nbytes: int

    def chunks(self) -> Iterator[bytes]:
        """All of them, a few at a time."""
        with self.place.open("rb") as file:
            file.seek(self.offset)
            for start in range(0, self.nbytes, LARGE):
                yield file.read(min(LARGE, self.nbytes - start))


def stretch_of(tensor: Any, folder: Path | None, wanted: int | None = None) -> Stretch:
    """Where the numbers of a tensor lie that is outside of its model, ``wanted`` bytes of them if that is known."""
    asked = f"from_onnx, tensor {tensor.name!r}"
    entries = {entry.key: entry.value for entry in tensor.external_data}
    place = _inside(asked, entries.get("location", ""), folder)
    size, default = place.stat().st_size, "" if wanted is None else str(wanted)
    numbers = [entries.get("offset", "0"), entries.get("length", default)]
    if not all(text.isascii() and text.isdigit() for text in numbers):
        raise SpecError(asked, "an offset and a length in bytes", f"{numbers}", _HINT)
    offset, length = map(int, numbers)
    if length != (length if wanted is None else wanted) or offset + length > size:
        expected = f"{wanted or length:,} bytes for shape {tuple(tensor.dims)}"
        raise SpecError(asked, expected, f"{length:,} bytes from {offset:,} in a file of {size:,}", _HINT)
    return Stretch(place, offset, length)


def _external(tensor: Any, shape: tuple[int, ...], dtype: np.dtype[Any], folder: Path | None) -> NDArray[Any]:
    found = stretch_of(tensor, folder, prod(shape) * dtype.itemsize)
    kind, count = dtype.newbyteorder("<"), prod(shape)
    return np.fromfile(found.place, dtype=kind, count=count, offset=found.offset).reshape(shape)


def apart_digest(tensor: Any, folder: Path | None) -> bytes | None:
    """The digest of the bytes of a tensor that are large or lie outside, wherever they lie; None for all others."""
    if is_outside(tensor):
        found = sha256()
        for chunk in stretch_of(tensor, folder).chunks():
            found.update(chunk)
        return found.digest()
    if tensor.ByteSize() <= LARGE:
        return None
    raw = tensor.raw_data
    return sha256(raw).digest() if len(raw) > LARGE else None


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
    return [path, *sorted({path.parent / entry.value for entry in entries} - {path})]


# ------------------------------------------------------------------------------------------------ writing


def initialiser(name: str, array: NDArray[Any], place: str = "", offset: int = 0) -> Any:
    """A TensorProto with the array's bytes, or with a pointer to ``place``."""
    onnx = onnx_module()
    if not place:
        return onnx.numpy_helper.from_array(np.ascontiguousarray(array).reshape(array.shape), name)
    tensor = onnx.TensorProto(name=name, dims=array.shape)
    tensor.data_type = onnx.helper.np_dtype_to_tensor_dtype(array.dtype)
    point_to(tensor, place, offset, array.nbytes)
    return tensor


def point_to(tensor: Any, place: str, offset: int, size: int) -> None:
    """Say of a TensorProto that its bytes lie in the file ``place``, and no longer where they lay."""
    for name in ("raw_data", "external_data"):
        tensor.ClearField(name)
    tensor.data_location = onnx_module().TensorProto.EXTERNAL
    for key, value in (("location", place), ("offset", str(offset)), ("length", str(size))):
        tensor.external_data.add(key=key, value=value)


Numbers: TypeAlias = NDArray[Any] | Stretch
"""What goes to a data file: an array, or bytes of another file."""


def _write_numbers(path: Path, external: Iterable[Numbers]) -> None:
    """One behind the other."""
    with path.open("wb") as file:
        for numbers in external:
            if isinstance(numbers, Stretch):
                file.writelines(numbers.chunks())
            else:
                np.ascontiguousarray(numbers, dtype=numbers.dtype.newbyteorder("<")).tofile(file)


@dataclass(frozen=True, slots=True)
class Beside:
    """A finished model at ``path``, beside its place, and the ``files`` that there will be when it is put there."""

    path: Path
    files: list[Path]


@contextlib.contextmanager
def saved_model(
    model: Model, external: Collection[Numbers], path: Path, data: str, source: Callable[[], Model] | None = None
) -> Iterator[Beside]:
    """Write model and data beside ``path`` and check them there; behind the block they are moved into place.

    Within it the numbers are held here no longer.  What is raised there stops the move, and nothing is left; where one
    of both cannot be moved, what there was is put back.
    ``source`` gives a model most of which is in the new one: where it is refused itself, what the new one is refused
    for is its own.
    """
    with _beside(path) as folder:
        parts = [path.name]
        if external:
            _write_numbers(folder / data, external)
            parts = [data, path.name]
        (folder / path.name).write_bytes(model.SerializeToString(deterministic=True))
        del model, external
        _check_model(folder / path.name, path, source)
        yield Beside(folder / path.name, [path.parent / part for part in parts])
        put_together(folder, path.parent, parts)


def _check_model(written: Path, path: Path, source: Callable[[], Model] | None = None) -> None:
    """Refuse what the onnx package does not take: it counts a last window of a pool that lies in padding alone."""
    why = _complaint(str(written), source is None)
    if why and (source is None or not _complaint(source(), False)):
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
