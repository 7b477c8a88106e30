"""Sizes that shape inference finds, against those that one run gives: where the two differ, inference is not believed.

Run are the nodes of the main graph, on zeros, and with zeros in the place of large constants: sizes do not go by these.
What is not run, such as branches, nodes of other domains and the most expensive ones, is zeros of the size that is
known of it.  So each node that is run has the sizes that the others are read with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from math import prod
from threading import Timer
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.agreement import CannotRun, called
from symstride.adapters.onnx.contributed import DOMAIN
from symstride.adapters.onnx.files import onnx_module
from symstride.adapters.onnx.inferred import Shapes, shapes_of, without_numbers
from symstride.adapters.onnx.running import session_of
from symstride.adapters.onnx.scopes import STANDARD, GraphScope, ValueType, bodies_of
from symstride.limits import MAX_SAMPLED

MAX_PRODUCTS: Final = 1_000_000_000
"""Products of two numbers in the nodes that are run; one that does not fit in what is left is not run."""

MAX_NODES: Final = 1_000
"""Nodes that are run at once: what ONNX Runtime takes for more of them grows faster than they do."""

MAX_FAILED: Final = 32
"""How many runs may fail; the nodes of one that does are tried again in two halves."""

SECONDS: Final = 60.0
"""How long one run may take."""

Array: TypeAlias = NDArray[Any]


def checked_shapes(model: Any, every: bool = False, check: bool = True) -> Shapes:
    """The shapes of all values, as ``shapes_of`` finds them; with ``check``, none that a run has otherwise."""
    shapes = shapes_of(model, every)
    runs = check and find_spec("onnxruntime") is not None
    wrong = _Measuring(model, shapes).wrong() if runs else frozenset[str]()
    return shapes_of(model, every, wrong) if wrong else shapes


@dataclass
class _Measuring:
    """The nodes of a main graph that are run, some at a time, and the values that are found to differ."""

    model: Any
    shapes: Shapes
    differing: set[str] = field(default_factory=set)

    @cached_property
    def bare(self) -> Any:
        """The model, in which large constants are inputs."""
        return without_numbers(self.model)

    @cached_property
    def scope(self) -> GraphScope:
        """Its main graph."""
        return GraphScope(self.bare.graph)

    def wrong(self) -> frozenset[str]:
        """The values of the main graph that have other sizes, or another element type, in a run than by inference."""
        count, failed = len(self.bare.graph.node), 0
        waiting: list[Sequence[int]] = [range(n, min(n + MAX_NODES, count)) for n in range(0, count, MAX_NODES)]
        while waiting and failed < MAX_FAILED:
            numbers, feeds = self._plan(waiting.pop())
            try:
                self._compare(numbers, feeds)
            except CannotRun:
                failed, half = failed + 1, len(numbers) // 2
                waiting += [numbers[half:], numbers[:half]] if half else []
        return frozenset(self.differing)

    # ------------------------------------------------------------ which nodes

    def _plan(self, wanted: Sequence[int]) -> tuple[list[int], dict[str, Array]]:
        """The nodes among the wanted ones that are run, in order, and zeros for what they read and nobody gives."""
        inputs = {value.name for value in self.bare.graph.input}
        given, feeds, found = set(self.scope.initialisers) - inputs, dict[str, Array](), list[int]()
        products, numbers = 0, 0
        for number in wanted:
            node = self.bare.graph.node[number]
            read = [name for name in node.input if name]
            zeros = {name: self._zeros(name, name in inputs) for name in read if name not in given}
            makes = [self._inferred(name) for name in node.output if name]
            if not _is_plain(node) or None in zeros.values() or None in makes:
                continue
            sizes = [_whole(kind) for kind in makes if kind is not None]
            more = sum(map(prod, sizes)) + sum(prod(each[0]) for each in zeros.values() if each is not None)
            cost = self._products(node, prod(sizes[0])) if sizes else 0
            if products + cost > MAX_PRODUCTS or numbers + more > MAX_SAMPLED:
                continue
            products, numbers = products + cost, numbers + more
            feeds |= {name: np.zeros(*each) for name, each in zeros.items() if each is not None}
            given.update(zeros)
            given.update(name for name in node.output if name)
            found.append(number)
        return found, feeds

    def _inferred(self, name: str) -> ValueType | None:
        kind = self.shapes.inferred[()].get(name)
        return kind if kind is not None and kind.known and kind.element else None

    def _zeros(self, name: str, is_input: bool) -> tuple[Sequence[int], Any] | None:
        """Shape and type of zeros for a value; None where there are none, or where its numbers may be sizes."""
        kind, _ = self.shapes.find(self.scope, name)
        if kind is None or not kind.known:
            return None
        tensors = onnx_module().TensorProto
        floats = (tensors.FLOAT, tensors.DOUBLE, tensors.FLOAT16)
        if kind.element not in (*floats, *(_WHOLE if is_input else ())):
            return None
        return _whole(kind), onnx_module("onnx.helper").tensor_dtype_to_np_dtype(kind.element)

    def _products(self, node: Any, made: int) -> int:
        """Of a layer, of a product of matrices and of a pool; a node of any other kind counts what it makes."""
        values: dict[str, Sequence[int]] = {attribute.name: attribute.ints for attribute in node.attribute}
        if node.op_type in ("MaxPool", "AveragePool", "LpPool"):
            return made * prod(values.get("kernel_shape", ()))
        if node.op_type not in _WEIGHTED or len(node.input) < 2:
            return made
        first, second = (self._sizes(node.input[n]) for n in (0, 3 if node.op_type.startswith("QLinear") else 1))
        if node.op_type in _LAYERS:
            return made * prod(second[1:])
        return prod(first[:-1]) * max(prod(second), prod(second[-2:]))

    def _sizes(self, name: str) -> Sequence[int]:
        if name in self.scope.initialisers:
            return tuple(self.scope.initialisers[name].dims)
        kind, _ = self.shapes.find(self.scope, name)
        return _whole(kind) if kind is not None and kind.known else ()

    # ------------------------------------------------------------ running them

    def _compare(self, numbers: Sequence[int], feeds: Mapping[str, Array]) -> None:
        nodes = [self.bare.graph.node[number] for number in numbers]
        if not nodes:
            return
        names = [name for node in nodes for name in node.output if name]
        for name, sizes, element in zip(names, *_run(self.bare, nodes, names, feeds), strict=True):
            kind = self._inferred(name)
            if kind is not None and not (kind.element == element and _fits(kind.sizes or (), sizes)):
                self.differing.add(name)


def _is_plain(node: Any) -> bool:
    """Whether a runtime has the node, and it has no bodies, which may take any time."""
    return node.domain in (*STANDARD, DOMAIN) and not any(True for _ in bodies_of(node))


def _whole(kind: ValueType) -> Sequence[int]:
    """Its sizes, with one sample where the batch is open."""
    return tuple(n or 1 for n in kind.sizes or ())


def _fits(inferred: Sequence[int | None], sizes: Sequence[int]) -> bool:
    """Whether sizes are those that are known; an open first one may be anything."""
    return len(inferred) == len(sizes) and all(n in (None, m) for n, m in zip(inferred, sizes, strict=True))


def _run(model: Any, nodes: Sequence[Any], names: Sequence[str], feeds: Mapping[str, Array]) -> Iterator[list[Any]]:
    """The sizes of these values, and their element types, in a model of the nodes alone."""
    onnx = onnx_module()
    alone = onnx.ModelProto(ir_version=max(model.ir_version, 4))
    alone.opset_import.extend(model.opset_import)
    alone.graph.name = "sizes"
    read = {name for node in nodes for name in node.input}
    alone.graph.initializer.extend(t for t in model.graph.initializer if t.name in read and t.name not in feeds)
    for name, array in feeds.items():
        element = onnx.helper.np_dtype_to_tensor_dtype(array.dtype)
        alone.graph.input.append(onnx.helper.make_tensor_value_info(name, element, array.shape))
    alone.graph.node.extend(nodes)
    taken = {*names, *read}
    sizes = [next(f"{name}/{n}" for n in range(len(taken) + 1) if f"{name}/{n}" not in taken) for name in names]
    alone.graph.node.extend(onnx.helper.make_node("Shape", [name], [size]) for name, size in zip(names, sizes))
    for name in (*names, *sizes):
        alone.graph.output.add(name=name)
    session = session_of(alone)
    options = import_module("onnxruntime").RunOptions()
    options.log_severity_level = 4
    timer = Timer(SECONDS, lambda: setattr(options, "terminate", True))
    timer.start()
    try:
        found = called("ONNX Runtime", lambda: session.run(sizes, dict(feeds), options))
    finally:
        timer.cancel()
    types = {value.name: _element(value.type) for value in session.get_outputs()}
    yield [tuple(int(n) for n in size) for size in found]
    yield [types[name] for name in names]


def _element(text: str) -> int:
    """ONNX's number for what ONNX Runtime calls ``tensor(float)``; 0 for what it has none for."""
    kinds = dict(onnx_module().TensorProto.DataType.items())
    return int(kinds.get(text.removeprefix("tensor(").removesuffix(")").upper(), 0))


_WHOLE: Final = (2, 3, 4, 5, 6, 7, 9, 12, 13)
"""Element types of whole numbers and of truth values, by ONNX's numbers."""

_LAYERS: Final = ("Conv", "ConvTranspose", "ConvInteger", "QLinearConv", "FusedConv")
_WEIGHTED: Final = (*_LAYERS, "MatMul", "Gemm", "MatMulInteger", "QLinearMatMul", "FusedGemm")
