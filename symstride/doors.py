"""The door in and the door out: ``read`` takes a pasted line or a model, ``write`` gives a network as a model."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from symstride.errors import NotSupported, SpecError

if TYPE_CHECKING:
    from symstride.adapters.agreement import Run
    from symstride.layers.lines.others import Layer
    from symstride.network.graph import Network
    from symstride.network.model import Model
    from symstride.network.wiring import Wiring

MODEL_SUFFIX = ".onnx"
OTHER_MODELS = frozenset({".h5", ".keras", ".pt", ".pth", ".safetensors", ".tflite", ".pb"})
"""What the names of models of others end in, which are not read."""

InputSize: TypeAlias = Sequence[int] | Mapping[str, Sequence[int]]
"""The shape of the input without the batch, ``(3, 224, 224)``; for several inputs, one for each by its name."""


Keep: TypeAlias = Literal[True, "layer", "network"]
Whole: TypeAlias = Literal[False]


@overload
def read(source: str, input_size: InputSize | None = None, *, check: bool = True, keep: Whole = False) -> Any: ...
@overload
def read(
    source: PathLike[str], input_size: InputSize | None = None, *, check: bool = True, keep: Whole = False
) -> Network: ...
@overload
def read(
    source: Any, input_size: InputSize | None = None, *, check: bool = True, keep: Whole = False
) -> Layer | Network: ...
@overload
def read(
    source: Any,
    input_size: InputSize | None = None,
    *,
    check: bool = True,
    keep: Keep | str,
    parts: Iterable[str] | None = None,
) -> Model: ...


def read(
    source: Any,
    input_size: InputSize | None = None,
    *,
    check: bool = True,
    keep: bool | str = False,
    parts: Iterable[str] | None = None,
) -> Any:
    """The layer that a pasted line describes, or the network in a model.

        read("nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)")    # a Conv; the line is parsed and never run
        read("nn.ConvTranspose2d(8, 3, 4, stride=2, padding=1)")        # a ConvTranspose; a pool is a MaxPool, ...
        read("model.onnx")                                              # a Network; a path, or an onnx.ModelProto
        read(module, (3, 224, 224))                                     # a torch.nn.Module in eval() mode
        read(model)                                                     # a Keras model
        read("model.onnx", keep=True)                                   # a Model, whatever nodes there are in it
        read(module, (3, 224, 224), keep=True)                          # a Model of the module as PyTorch exports it

    ``input_size`` is the shape of the input without the batch and with channels first: PyTorch modules need it, ONNX
    and Keras models where they leave sizes open.  A model with several inputs takes one shape for each, by name.  A
    size that an ONNX model declares otherwise is refused.
    A model is run, and what it gives is compared with what the network gives, at random numbers, at zeros and at the
    opposite numbers: an ONNX model in ONNX Runtime, a module or a Keras model itself.  Where they differ by more than
    rounding the model is refused.  Where it cannot be run here, or with ``check=False``, the network says so in
    ``unchecked``, and so does whatever is proved of it.
    ``keep``: of an ONNX model, or of a module, only the strided layers are read, each by itself, and nothing is asked
    of all other nodes, which ``unstride`` keeps as they are.  Sizes that the model leaves open stay open, and layers
    are rewritten for all of them at once (``model.open_parts``), unless ``input_size`` gives those that it is rewritten
    for; they may be given for values inside of it too, by name: these count as declared.
    A strided node that cannot be read is kept too, and named in ``rest.left``.
    A module is exported to ONNX in memory, for a batch of one, and the exported model is compared with the module.
    ``keep="network"``: read are the largest regions of nodes that are known, each of which goes to a grid of its own.
    ``parts``: rewritten are only the layers, or regions, of these names, as ``model.parts`` has them; all else is kept.
    What each of them understands is said by ``layers.lines.reading.read`` and by ``from_onnx``, ``from_torch`` and
    ``from_keras`` in ``symstride.adapters``.

    Raises ``SpecError`` and ``NotSupported`` for what cannot be read, by the name of the argument, node or layer.
    """
    if keep:
        return _kept(source, input_size, check, "layer" if keep is True else keep, parts)
    if parts is not None:
        raise SpecError("read(source, parts=...)", "keep=True or keep='network'", f"keep={keep!r}", "say what is kept")
    if isinstance(source, str) and not is_model_path(source):
        return _line(source, input_size)
    if isinstance(source, str | PathLike) or _is_proto(source):
        from symstride.adapters.onnx.door import from_onnx
        from symstride.adapters.onnx.running import OnnxRunning

        network = from_onnx(source, input_size)
        return _compared(network, "read(model)", lambda: OnnxRunning(source, network), check)
    if _is_instance(source, "keras", "Layer"):  # before PyTorch: with that backend a Keras model is a Module too
        from symstride.adapters.keras.door import from_keras
        from symstride.adapters.keras.running import KerasRunning

        network = from_keras(source, input_size)
        return _compared(network, "read(model)", lambda: KerasRunning(source, network), check)
    if _is_instance(source, "torch.nn", "Module"):
        from symstride.adapters.torch.door import from_torch
        from symstride.adapters.torch.running import TorchRunning

        network = from_torch(source, _size_of_module(input_size))
        return _compared(network, "read(module)", lambda: TorchRunning(source, network), check)
    expected = "a pasted line, an ONNX model or its path, a torch.nn.Module or a Keras model"
    hint = "build a network of your own with symstride.Builder"
    raise SpecError("read(source)", expected, type(source).__name__, hint)


def _kept(source: Any, input_size: InputSize | None, check: bool, scope: Any, parts: Iterable[str] | None) -> Model:
    if scope not in ("layer", "network"):
        raise SpecError("read(source, keep=...)", "True, layer or network", repr(scope)[:80], "write keep=True")
    if _is_instance(source, "torch.nn", "Module") and not _is_instance(source, "keras", "Layer"):
        from symstride.adapters.torch.keeping import keep_torch

        return keep_torch(source, _size_of_module(input_size), check, scope, parts)
    if not (isinstance(source, PathLike) or _is_proto(source) or (isinstance(source, str) and is_model_path(source))):
        hint = "export the model with model.export, and read the file"
        raise SpecError(
            "read(source, keep=True)", "an ONNX model, its path, or a torch.nn.Module", type(source).__name__, hint
        )
    from symstride.adapters.onnx.door import keep_onnx

    return keep_onnx(source, input_size, check, scope, parts)


def _size_of_module(input_size: InputSize | None) -> InputSize:
    if input_size is None:
        hint = "read(module, (3, 224, 224)), channels first and without the batch"
        raise SpecError("read(module)", "input_size, the shape of the input", "none", hint)
    return input_size


def read_alike(source: Any, first: Model) -> Model:
    """Another ONNX model, cut where ``first`` has its layers; refused unless all else is the same to the bit."""
    from symstride.adapters.onnx.keeping import read_alike as alike

    return alike(source, first)


def _compared(network: Network, asked: str, running: Callable[[], Run], check: bool) -> Network:
    from symstride.adapters.agreement import compared

    if not check:
        return replace(network, unchecked="check=False")
    return compared(network, asked, running())


def read_at(source: Any, shapes: Mapping[str, Sequence[int]]) -> Network:
    """The network of an ONNX model or its path with inputs of these shapes, whatever it declares: another model.

    For comparisons at several sizes; ``read`` refuses sizes that a model declares otherwise.
    """
    from symstride.adapters.onnx.door import at_sizes
    from symstride.adapters.onnx.running import OnnxRunning

    network = at_sizes(source, shapes)
    return _compared(network, "read(model)", lambda: OnnxRunning(source, network), True)


def write(network: Any, path: str | PathLike[str], max_bytes: int | None = None) -> list[Path]:
    """Write a ``Network``, or an unstrided ``Model``, as an ONNX model, ``path``, and answer with the files written.

    Large weights go to ``<name>.data`` beside it.  Weights of more than ``max_bytes`` (None: the default of
    ``unstride``) are refused with the figure per layer.  Files are written beside and moved into place, and what the
    network was read from is never touched.  See ``symstride.adapters.onnx.door.to_onnx``.
    """
    from symstride.adapters.onnx.door import to_onnx
    from symstride.network.graph import Network
    from symstride.network.model import Model

    if not isinstance(network, Network | Model):
        hint = "unstride(network) gives one; of a single layer make one with symstride.Builder"
        raise SpecError("write(network, path)", "a Network", type(network).__name__, hint)
    if PurePath(path).suffix.lower() != MODEL_SUFFIX:
        raise SpecError(
            f"write(network, {fspath(path)!r})", "a file name that ends in .onnx", fspath(path), "add .onnx"
        )
    return to_onnx(network, path) if max_bytes is None else to_onnx(network, path, max_bytes)


def input_shapes(model: Any) -> dict[str, list[int | None]]:
    """The shape of each input of an ONNX model or its path, without the batch; None for each size that is left open."""
    from symstride.adapters.onnx.door import input_shapes as declared

    return declared(model)


def whole_numbers(model: Any) -> set[int]:
    """The whole numbers in an ONNX model or its path, by which it may compute otherwise at other sizes."""
    from symstride.adapters.onnx.door import whole_numbers as found

    return found(model)


def wiring(model: Any, input_size: InputSize | None = None, *, check: bool = True) -> Wiring:
    """An ONNX model, its path, or a ``Model``, with all its nodes: those that are known in regions, the others as such.

    ``input_size`` and ``check`` are those of ``read``.  Raises ``SpecError`` for what is no model.
    """
    from symstride.adapters.onnx.door import wired_onnx

    return wired_onnx(model, input_size, check)


def is_model_path(text: str) -> bool:
    """Whether a text names a model file, and is no pasted line.

    A line has brackets, which the name of a file may have too; it ends in ``.onnx`` in a comment only.
    """
    is_one = PurePath(text).suffix.lower() == MODEL_SUFFIX
    return is_one and (not {"(", "#"} <= set(text) or os.path.isfile(text))


def _line(text: str, input_size: InputSize | None) -> Layer:
    from symstride.layers.lines.reading import read as read_line

    _refuse_file(text)
    if input_size is not None:
        hint = "leave it out here, and pass it to prove, expand or output_size"
        raise SpecError("read(line, input_size)", "a line alone", f"input_size={input_size!r}"[:80], hint)
    return read_line(text)


def _refuse_file(text: str) -> None:
    """Say of a file that is no ONNX model, or is not called as one, that it is a file."""
    name = repr(text)[:200]
    if "(" not in text and PurePath(text).suffix.lower() in OTHER_MODELS:
        hint = "paste the line that makes the layer, or export the model to ONNX"
        raise NotSupported(
            "read(text)", "one layer, as a line of code, or an ONNX model", f"{name}, a model file", hint
        )
    if os.path.exists(text):
        got = f"{name}, which is a {'folder' if os.path.isdir(text) else 'file'}"
        hint = "name a file that ends in .onnx, or paste one layer: nn.Conv2d(3, 64, kernel_size=7, stride=2)"
        raise SpecError("read(text)", "a pasted line, or a model in a file called *.onnx", got, hint)


def _is_proto(source: object) -> bool:
    return type(source).__name__ == "ModelProto"


def _is_instance(source: object, module: str, name: str) -> bool:
    """Whether it is of that class, in a framework that is loaded: whoever made the object has loaded it."""
    loaded = sys.modules.get(module)
    return loaded is not None and isinstance(source, getattr(loaded, name, ()))
