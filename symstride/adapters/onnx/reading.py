"""From an ONNX graph to a network: constants first, then node by node in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from symstride.adapters.onnx.arithmetic import ARITHMETIC
from symstride.adapters.onnx.call import Call, call_of
from symstride.adapters.onnx.constants import CARRIED, FOLDED, MADE, dequantised_from, names_batch
from symstride.adapters.onnx.files import (
    Model,
    check_text,
    input_files,
    is_outside,
    numbers_outside,
    onnx_module,
    opset_of,
    tensor_array,
)
from symstride.adapters.onnx.fused import standard_nodes
from symstride.adapters.onnx.nodes import READERS as NODES
from symstride.adapters.onnx.nodes import Reader
from symstride.adapters.onnx.places import PLACES
from symstride.adapters.onnx.quantised import QUANTISED
from symstride.adapters.onnx.values import SEVERAL, VALUES
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.limits import MAX_COMPUTED, MAX_LISTED, MAX_READ, check
from symstride.network.graph import Builder, Network, Node
from symstride.network.names import Names
from symstride.network.operators.records import Operator, Shape
from symstride.network.operators.shapes import parameters
from symstride.network.rewriting.foldings import fused_foldings, fused_shuffles, fused_transposes
from symstride.network.stored import Stored

_CONSTANT = {"value": None, "value_float": "float32", "value_floats": "float32", "value_int": "int64",
             "value_ints": "int64"}  # fmt: skip

_WHOLE = (2, 3, 4, 5, 6, 7, 12, 13)
"""Element types of whole numbers, by ONNX's numbers."""

_FIXED = "export the model with a fixed batch size"

READERS = {**NODES, **ARITHMETIC, **PLACES, **VALUES}
"""Every operator that is read, and by whom."""


def read_model(
    model: Model, folder: Path | None, input_shapes: Mapping[str, Sequence[int]], source: str, part: bool = False
) -> Network:
    """The network of a model, from the file ``source`` or from none.

    ``input_shapes`` overrides what the model declares, without the batch.  ``part``: it is one of a model that is kept,
    and may be quantised.
    """
    check_text(model)
    opset, files = opset_of(model), input_files(model, source)
    graph = OnnxReading(opset, folder, Builder(model.graph.name or "network"))
    graph.readers = {**READERS, **QUANTISED} if part else READERS
    if len(model.graph.sparse_initializer) or len(model.functions):
        got = "sparse initialisers" if len(model.graph.sparse_initializer) else "functions of its own"
        raise NotSupported("from_onnx", "dense initialisers and standard operators", got, "export the model again")
    outside = sum(map(numbers_outside, model.graph.initializer))
    check("from_onnx", outside, MAX_READ // 4, "numbers in files beside the model")
    for tensor in model.graph.initializer:
        graph.define_constant(tensor.name, tensor_array(tensor, folder))
    defaults = [value.name for value in model.graph.input if graph.is_constant(value.name)]
    for value in model.graph.input:
        if not graph.is_constant(value.name):
            graph.declare_input(value, dict(input_shapes))
    outputs = [value.name for value in model.graph.output]
    values = [*model.graph.value_info, *model.graph.output]
    graph.types = {v.name: v.type.tensor_type.elem_type for v in values if v.type.HasField("tensor_type")}
    if not input_shapes:  # what is declared is about the sizes that are declared
        graph.declared = declared_shapes(values)
    graph.produced = {name for node in model.graph.node for name in node.output}
    graph.used = {name for node in model.graph.node for name in node.input}.union(outputs)
    graph.names.add(*graph.produced, *graph.used, *graph.constants, *graph.build.shapes)
    for node in standard_nodes(model.graph.node, graph.names.free, graph.define_constant):
        graph.read(call_of(node, folder, opset))
    for name in outputs:
        if name not in graph.build.shapes:
            raise SpecError(f"from_onnx, output {name!r}", "a value of a node", "none of that name", "export it again")
    return fused_transposes(
        fused_foldings(fused_shuffles(graph.build.network(*outputs, files=files, defaults=defaults)))
    )


def whole_constants(model: Model, folder: Path | None) -> list[NDArray[Any]]:
    """The short constants of whole numbers that a model has, or makes of such constants alone, whatever its sizes."""
    graph = OnnxReading(opset_of(model), folder, Builder("constants"))
    for tensor in model.graph.initializer:
        if tensor.data_type in _WHOLE and prod(tensor.dims) <= MAX_LISTED and (folder or not is_outside(tensor)):
            graph.constants[tensor.name] = tensor_array(tensor, folder)
    for node in model.graph.node:
        if node.op_type == "Constant" or (node.op_type in FOLDED and graph.constants.keys() >= {*node.input} - {""}):
            try:
                graph.read(call_of(node, folder, graph.opset))
            except SymstrideError:  # said where the model is read
                continue
    return [array for array in graph.constants.values() if array.dtype.kind in "iu" and array.size <= MAX_LISTED]


def declared_shapes(values: Sequence[Any]) -> dict[str, list[int | None]]:
    """The shapes that a model declares for its values, batch first; None for each size that it leaves open."""
    tensors = [v for v in values if v.type.HasField("tensor_type") and v.type.tensor_type.HasField("shape")]
    return {v.name: sizes_of(v.type.tensor_type) for v in tensors}


def sizes_of(tensor_type: Any) -> list[int | None]:
    """The sizes of a declared tensor; None where one has no number, or -1 or 0, which some exporters write for it."""
    return [n.dim_value if n.HasField("dim_value") and n.dim_value > 0 else None for n in tensor_type.shape.dim]


def _shown(sizes: Sequence[int | None]) -> str:
    return f"({', '.join('?' if n is None else str(n) for n in sizes)})"


@dataclass
class OnnxReading:
    """The graph read so far: what readers in ``onnx_nodes`` see.  ``names`` are all names of the model."""

    version: int
    folder: Path | None
    build: Builder
    constants: dict[str, NDArray[Any]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    produced: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    declared: dict[str, list[int | None]] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)
    made: int = 0
    """Bytes of constants that are computed."""
    readers: Mapping[str, Reader] = field(default_factory=lambda: READERS)
    kinds: dict[str, str] = field(default_factory=dict)
    """Element types of values that have another one than the inputs."""
    held: dict[str, Stored] = field(default_factory=dict)
    """Arrays that layers may read, by label, which the model has in whole numbers."""

    @property
    def opset(self) -> int:
        """The version of the operators."""
        return self.version

    @property
    def dtype(self) -> str:
        """The element type of the inputs."""
        return self.build.dtype

    @property
    def batch(self) -> int | None:
        """The batch size that the model was written for, if it has one."""
        return self.build.batch

    # ------------------------------------------------------------ values

    def define_constant(self, name: str, array: NDArray[Any]) -> None:
        """A name for an array; names are given once."""
        if name in self.constants or name in self.build.shapes:
            raise SpecError("from_onnx", "one value per name", f"{name!r} twice", "export the model again")
        self.constants[name] = array

    def declare_input(self, value: Any, given: Mapping[str, Sequence[int]]) -> None:
        """A value from outside, with the shape that the model declares or the caller gives."""
        onnx, asked = onnx_module(), f"from_onnx, input {value.name!r}"
        declared = value.type.tensor_type
        if not value.type.HasField("tensor_type"):
            raise NotSupported(asked, "a tensor", "something else", "export the model with tensors")
        sizes = sizes_of(declared)
        shape: list[Any] = list(given[value.name]) if value.name in given else sizes[1:]
        if not shape or any(n is None or n < 1 for n in shape):
            got = f"shape {sizes}" if declared.HasField("shape") else "none"
            words = f"input_size={{{value.name!r}: (channels, height, width)}}"
            hint = f"pass {words}, or from a shell --input {value.name}=3x224x224, without the batch"
            raise SpecError(asked, "a shape (batch, channels, *space) of positive numbers", got, hint)
        dtype = str(onnx.helper.tensor_dtype_to_np_dtype(declared.elem_type))
        batch = sizes[0] if sizes else None
        if self.build.nodes and (dtype, batch) != (self.build.dtype, self.build.batch):
            expected = f"{self.build.dtype} and batch {self.build.batch or 'open'}, as the inputs before it have"
            hint = "give all inputs one element type and one batch size"
            raise NotSupported(asked, expected, f"{dtype} and batch {batch or 'open'}", hint)
        self.build.dtype, self.build.batch = dtype, batch
        self.build.input(value.name, [int(n) for n in shape])

    def kind(self, name: str) -> str:
        """The element type of a value."""
        return self.kinds.get(name, self.dtype)

    def typed(self, name: str, kind: str) -> None:
        """The element type of a value, where that is not the one of what it is made from."""
        self.kinds[name] = kind

    def hold(self, label: str, stored: Stored) -> None:
        """How the model holds an array that a layer is about to read under this label."""
        self.held[label] = stored

    def shape(self, call: Call, number: int = 0) -> Shape:
        """The shape of an input that is a value."""
        if number >= len(call.inputs):
            raise call.wrong(f"at least {number + 1} inputs", f"{len(call.inputs)}")
        name = call.inputs[number]
        if name not in self.build.shapes:
            raise call.unsupported("a value that depends on the input", f"the constant {name!r}", "fold it")
        return self.build.shapes[name]

    def is_constant(self, name: str) -> bool:
        """Whether the name stands for a constant."""
        return name in self.constants

    def constant(self, call: Call, number: int, with_batch: bool = False) -> NDArray[Any] | None:
        """An input that is a constant; None where there is no such input.

        An open batch size among its numbers is refused, but ``with_batch``.
        """
        name = call.inputs[number] if number < len(call.inputs) else ""
        if name and name not in self.constants:
            raise call.unsupported(f"a constant as input {number}", f"the value {name!r}", "fold it into the model")
        if not name:
            return None
        array = self.constants[name]
        if not with_batch and names_batch(array):
            raise call.unsupported("numbers that are known", "the batch size, which is open", _FIXED)
        return array

    # ------------------------------------------------------------ nodes

    def read(self, call: Call) -> None:
        """One node.  Whatever goes wrong is said with its name and operator."""
        self._check_names(call)
        if call.operator == "Constant":
            self.define_constant(call.outputs[0], constant_of(call))
        elif call.operator in FOLDED and all(name in self.constants for name in call.inputs if name):
            self.define_constant(call.outputs[0], self._folded(call))
        else:
            self._read(call)
            kinds = [self.kinds[name] for name in call.inputs if name in self.kinds]
            for name in call.outputs:
                if kinds:
                    self.kinds.setdefault(name, kinds[0])
                self._check_type(name)
                self._check_declared(name)

    def _check_type(self, name: str) -> None:
        """All values have the element type of the inputs; what the model says about one is the same, or nothing."""
        declared = self.types.get(name)
        if not declared or name not in self.build.shapes:
            return
        onnx = onnx_module()
        try:
            said = str(onnx.helper.tensor_dtype_to_np_dtype(declared))
        except (KeyError, TypeError, ValueError):
            said = f"type {declared}"
        if said != self.kind(name):
            hint = "correct what the model declares, or export it again"
            raise SpecError(f"from_onnx, value {name!r}", f"{said}, as the model declares", self.kind(name), hint)

    def _check_declared(self, name: str) -> None:
        """What the model says about the shape of a value, batch first, is what it has; an open size says nothing."""
        declared, found = self.declared.get(name), self.build.shapes.get(name)
        if declared is None or found is None:
            return
        whole = [self.batch, *found]
        pairs = zip(declared, whole, strict=False)
        if len(declared) != len(whole) or any(None not in pair and pair[0] != pair[1] for pair in pairs):
            expected, got = (_shown(sizes) for sizes in (declared, whole))
            hint = "correct what the model declares, or export it again"
            raise SpecError(f"from_onnx, value {name!r}", f"shape {expected}, as the model declares", got, hint)

    def _check_names(self, call: Call) -> None:
        for name in call.inputs:
            if name and name not in self.constants and name not in self.build.shapes:
                later = "made only later: the nodes form a cycle, or stand out of order"
                got = f"{name!r}, which is {later if name in self.produced else 'not in the model'}"
                hint = (
                    "sort the nodes"
                    if name in self.produced
                    else "add the initialiser, or the first output that makes it"
                )
                raise call.wrong("inputs that exist", got, hint)
        for name in call.outputs:
            if name in self.constants or name in self.build.shapes:
                raise call.wrong("outputs with names of their own", f"{name!r} twice")
        extra = [name for name in call.outputs[1:] if name in self.used]
        if (
            extra and call.operator not in SEVERAL
        ):  # the indices of MaxPool, the mask of Dropout, statistics of training
            raise call.unsupported("one output in use", f"{extra[0]!r} is used too", "drop what reads it")

    def _read(self, call: Call) -> None:
        if call.operator not in self.readers:
            hint = "replace the node by supported ones, or cut the model in front of it"
            hint = "read it with keep=True" if call.operator in QUANTISED else hint
            raise call.unsupported("a supported operator", call.operator, hint)
        try:
            self.readers[call.operator](self, call)
        except SymstrideError as why:
            if why.asked.startswith("from_onnx"):
                raise
            raise type(why)(f"{call.asked}: {why.asked}", why.expected, why.got, why.hint) from None
        except (ArithmeticError, IndexError, KeyError, TypeError, ValueError) as why:
            # a malformed node: attributes of the wrong kind, inputs left out, ranks that do not fit
            got = f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
            raise call.wrong("a well-formed node", got) from None

    def _folded(self, call: Call) -> NDArray[Any]:
        given = [self.constants[name] if name else None for name in call.inputs]
        read = given[CARRIED.get(call.operator, 1) :] if CARRIED.get(call.operator, 1) is not None else []
        if any(array is not None and names_batch(array) for array in read):
            raise call.unsupported("numbers that are known", "the batch size, which is open", _FIXED)
        try:
            if call.operator == "DequantizeLinear":
                arrays: list[Any] = given
                stored = dequantised_from(*arrays, **call.attributes)
                if stored is not None:
                    self.hold(call.outputs[0], stored)
            if call.operator in MADE:
                self.made += MADE[call.operator](*given, **call.attributes)
                check(call.asked, self.made, MAX_COMPUTED, "bytes of constants computed so far", "fold them yourself")
            return FOLDED[call.operator](*given, **call.attributes)
        except SymstrideError as why:
            if why.asked.startswith("from_onnx"):
                raise
            raise type(why)(f"{call.asked}: {why.asked}", why.expected, why.got, why.hint) from None
        except (ArithmeticError, AttributeError, IndexError, TypeError, ValueError) as why:
            got = f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
            raise call.wrong("a well-formed constant", got) from None

    def emit(self, call: Call, operator: Operator, inputs: Sequence[str], **arrays: tuple[str, NDArray[Any]]) -> None:
        """The node that gives the call's output."""
        label = call.label if call.label != call.outputs[0] else ""
        self._append(call.outputs[0], operator, inputs, label, arrays)

    def step(self, call: Call, operator: Operator, source: str, suffix: str, **arrays: tuple[str, NDArray[Any]]) -> str:
        """A node in front of the one that gives the call's output."""
        name, label = self.names.free(f"{call.outputs[0]}/{suffix}"), f"{call.label}/{suffix}" if call.label else ""
        return self._append(name, operator, (source,), label, arrays)

    def _append(
        self,
        name: str,
        operator: Operator,
        inputs: Sequence[str],
        label: str,
        arrays: Mapping[str, tuple[str, NDArray[Any]]],
    ) -> str:
        given = [(role, *arrays[role]) for role in parameters(operator, [self.build.shapes[each] for each in inputs])]
        keys = [self.build.parameter(name, role, array, known) for role, known, array in given]
        for key, (_, known, _) in zip(keys, given, strict=True):
            stored = self.held.get(known)
            if stored is not None and (isinstance(operator, Conv) or not stored.zero.ndim):
                self.build.stored[key] = stored
        return self.build.append(Node(name, operator, tuple(inputs), tuple(keys), label))

    def join(self, call: Call, operator: Operator, sources: Sequence[str], suffix: str) -> str:
        """A node of several inputs in front of it."""
        name, label = self.names.free(f"{call.outputs[0]}/{suffix}"), f"{call.label}/{suffix}" if call.label else ""
        return self._append(name, operator, sources, label, {})


def constant_of(call: Call) -> NDArray[Any]:
    import numpy as np

    names = [name for name in call.attributes if name in _CONSTANT]
    if len(names) != 1 or len(call.attributes) != 1:
        raise call.unsupported(f"one of {', '.join(_CONSTANT)}", ", ".join(call.attributes) or "none", "use a tensor")
    return np.asarray(call.attributes[names[0]], dtype=_CONSTANT[names[0]])
