"""What is compared: two networks, whatever they were given as, at one size or at several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from inspect import isroutine
from os import PathLike
from typing import Any, TypeAlias, cast

import numpy as np

from symstride.doors import input_shapes, is_model_path, read, read_at, whole_numbers, wiring
from symstride.equality.hashing import key
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.activations import IDENTITY, KNOWN
from symstride.layers.layer import Conv
from symstride.layers.lines.others import Layer
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.model import Model
from symstride.network.one_layer import network_of
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape
from symstride.network.wiring import Wiring

Size: TypeAlias = tuple[int, ...]
"""Places per axis; one number stands for all axes."""

Sizes: TypeAlias = Iterable[int | Sequence[int]] | int | None

MAX_SIZES = 2_000
"""Sizes that one call goes through."""

ASKED = "equal(left, right)"


def sizes_of(sizes: Sizes) -> list[Size]:
    """The sizes that were asked for, smallest first, each once; none where each side has its own."""
    if sizes is None:
        return []
    listed: Iterable[Any] = [sizes] if isinstance(sizes, int) else sizes
    if isinstance(listed, str) or not isinstance(listed, Iterable):
        raise SpecError(f"{ASKED}, sizes", "numbers, or tuples with one for each axis", repr(sizes)[:80], _SIZES)
    found: set[Size] = set()
    for each in listed:
        size = tuple(each) if isinstance(each, Sequence) and not isinstance(each, str) else (each,)
        if not size or any(type(n) is not int or n < 1 for n in size):
            raise SpecError(f"{ASKED}, sizes", "whole numbers of at least 1", repr(each)[:80], _SIZES)
        found.add(size)
        if len(found) > MAX_SIZES:
            raise NotSupported(f"{ASKED}, sizes", f"at most {MAX_SIZES:,} sizes", "more", "ask for fewer sizes")
    if not found:
        raise SpecError(f"{ASKED}, sizes", "at least one size", "none", _SIZES)
    return sorted(found, key=lambda size: (sum(size), size))


_SIZES = "write sizes=range(1, 41), or sizes=[(224, 224)]; from a shell --sizes 1-40, or --sizes 224x224"


class Side:
    """One side; ``at(size)`` is the network there.

    A layer becomes a network with weights of its own, which a layer with the same shapes shares.  A path or a model is
    read again for each size, a function is called with it, and of a network the inputs are resized and nothing else:
    padding that was worked out for its size stays.
    """

    def __init__(self, given: Any) -> None:
        self.given = given
        self.known: Network | Layer | None = None
        self.open: dict[str, Shape] = {}
        if isinstance(given, str) and not is_model_path(given):
            self.known = read(given)
        elif isinstance(given, Network | Conv | ConvTranspose | MaxPool | AveragePool):
            self.known = given
        elif self.is_model:
            self.open = open_shapes(given)
            self.known = None if self.open else read(given)
        elif not self.is_family:
            self.known = read(given)

    @property
    def is_family(self) -> bool:
        """Whether it is a function from sizes to networks."""
        return isroutine(self.given) or isinstance(self.given, partial)

    @property
    def is_model(self) -> bool:
        """Whether it is a file, or a model in its format, that is read for each size."""
        return _is_model(self.given)

    @property
    def is_layer(self) -> bool:
        return isinstance(self.known, Conv | ConvTranspose | MaxPool | AveragePool)

    @property
    def numbers(self) -> set[int]:
        """The whole numbers in it, if it is a model: sizes past one of them may be built otherwise."""
        return whole_numbers(self.given) if self.is_model else set()

    def at(self, size: Size | None) -> Network:
        """The network at that size.  Raises ``SymstrideError`` where there is none."""
        if isinstance(self.known, Conv | ConvTranspose | MaxPool | AveragePool):
            return layer_network(self.known, size)
        if self.is_family:
            return self._called(size)
        if self.is_model and self.known is None:
            if size is None:
                return cast("Network", read(self.given))
            return read_at(self.given, {name: resized_shape(shape, size) for name, shape in self.open.items()})
        if not isinstance(self.known, Network):
            raise SpecError(ASKED, "a layer or a network", type(self.given).__name__, "read it first")
        if size is None:
            return self.known
        shapes = {node.name: resized_shape(self.known.shapes[node.name], size) for node in self.known.inputs}
        if self.is_model:
            return read_at(self.given, shapes)
        return resized(self.known, shapes)

    def _called(self, size: Size | None) -> Network:
        if size is None:
            raise SpecError(ASKED, "sizes for a function of a size", "none", _SIZES)
        made = self.given(*size)
        if not isinstance(made, Network):
            raise SpecError(ASKED, "a function that gives networks", type(made).__name__, "return a Network")
        return made


def _is_model(given: Any) -> bool:
    is_path = isinstance(given, PathLike) or (isinstance(given, str) and is_model_path(given))
    return is_path or type(given).__name__ == "ModelProto"


def as_wirings(left: Any, right: Any) -> tuple[Wiring, Wiring] | None:
    """Two models with all their nodes, known or not; None where one of them is none."""
    if not all(isinstance(given, Model | Wiring) or _is_model(given) for given in (left, right)):
        return None
    made = [given if isinstance(given, Wiring) else wiring(given) for given in (left, right)]
    return made[0], made[1]


def is_about_a_model(why: SymstrideError, left: Any, right: Any) -> bool:
    """Whether a model is not understood for what it is, and not because sizes of its maps are left open."""
    if not why.asked.startswith("from_onnx") or not (_is_model(left) and _is_model(right)):
        return False
    shapes = [shape for model in (left, right) for shape in input_shapes(model).values()]
    return isinstance(why, NotSupported) or not any(None in shape[1:] for shape in shapes)


def open_shapes(model: Any) -> dict[str, Shape]:
    """The inputs of a model that leaves sizes of its maps open, with 1 for these; none where it has its sizes."""
    shapes = input_shapes(model)
    is_open = any(None in shape[1:] and shape[0] is not None for shape in shapes.values() if shape)
    if not is_open or any(not shape or shape[0] is None for shape in shapes.values()):
        return {}
    return {name: tuple(n or 1 for n in shape) for name, shape in shapes.items()}


def same_channels(left: Side, right: Side) -> tuple[Side, Side]:
    """A line that does not say how many channels it reads, as lines from Keras and Flax do, reads the other's."""
    known = [side.known for side in (left, right)]
    numbers = [k.in_channels for k in known if isinstance(k, Conv | ConvTranspose) and isinstance(k.in_channels, int)]
    for side in (left, right):
        if isinstance(side.known, Conv) and len(numbers) == 1 and not isinstance(side.known.in_channels, int):
            side.known = replace(side.known, in_channels=numbers[0])
    return left, right


def resized_shape(shape: Shape, size: Size) -> Shape:
    """The same channels on ``size`` places; one number stands for all axes.  Vectors have no size."""
    axes = len(shape) - 1
    if len(size) not in (1, axes) and axes:
        asked, got = f"{ASKED}, sizes", f"{size} for an input of shape {shape}"
        raise SpecError(asked, f"one number, or {axes}", got, "count the axes of the input")
    return (shape[0], *(size if len(size) == axes else size[:1] * axes))


def resized(network: Network, shapes: Mapping[str, Shape]) -> Network:
    """The same nodes on inputs of other shapes; ``SpecError`` where one of them is tied to its size."""
    nodes = (
        replace(node, operator=op.Input(shapes[node.name])) if isinstance(node.operator, op.Input) else node
        for node in network.nodes
    )
    return replace(network, nodes=tuple(nodes), origin=None)


_TENSORS = ("clip", "divide", "power")
"""Maps whose numbers are tensors in a file, and no attributes."""


def with_stored_numbers(network: Network) -> Network:
    """The same network, with the numbers of its operators as a file stores them.

    Attributes, as an epsilon of 1e-5, are kept in single precision, and runtimes compute with that in half precision,
    too.  What a map is padded, clipped or divided with has the element type.
    """
    if network.dtype not in ("float32", "float16", "bfloat16"):
        return network
    element: Any = np.float16 if network.dtype == "float16" else np.float32
    nodes = []
    for node in network.nodes:
        made: Any = node.operator
        found = {name: (np.float32, getattr(made, name, None)) for name in ("epsilon", "alpha", "beta")}
        found["fill"] = element, getattr(made, "fill", None)
        numbers: dict[str, Any] = {name: float(kind(n)) for name, (kind, n) in found.items() if isinstance(n, float)}
        if getattr(made, "attributes", ()):
            kind = element if made.name in _TENSORS else np.float32
            numbers["attributes"] = tuple((name, n if n is None else float(kind(n))) for name, n in made.attributes)
        made = replace(made, **numbers) if numbers else made
        nodes.append(node if made == node.operator else replace(node, operator=made))
    return replace(network, nodes=tuple(nodes), origin=None)


def layer_network(layer: Layer, size: Size | None) -> Network:
    """A layer as a network of one node, or two with an activation, with a random number for each weight."""
    if layer.is_symbolic:
        got = ", ".join(map(str, layer.symbols))
        raise NotSupported(ASKED, "numbers", f"symbols {got}", "give numbers, one case at a time")
    if size is None and isinstance(layer, Conv) and layer.input_size is not None:
        size = tuple(int(n) for n in layer.input_size)
    if size is None:
        raise SpecError(ASKED, "sizes, for layers that carry none", "none", _SIZES)
    if isinstance(layer, MaxPool | AveragePool):
        return network_of(layer, resized_shape((1,) * (layer.ndim + 1), size)[1:])
    build = Builder(type(layer).__name__)
    x = build.input("x", resized_shape((int(layer.in_channels), *(1,) * layer.ndim), size))
    activation = layer.activation if isinstance(layer, Conv) else None
    plain = replace(layer, activation=None, input_size=None) if isinstance(layer, Conv) else layer
    arrays = {"weight": tuple(int(n) for n in layer.weight_shape)}
    if layer.bias:
        arrays["bias"] = (int(layer.out_channels),)
    drawn = {role: np.random.default_rng(key("layer", role)).standard_normal(shape) for role, shape in arrays.items()}
    y = build.add(plain, x, name="layer", **drawn)
    return build.network(y if activation in (None, *IDENTITY) else build.add(_activation(str(activation)), y))


def _activation(name: str) -> op.Pointwise:
    if name == "relu6":
        return op.Pointwise("clip", (("low", 0.0), ("high", 6.0)))
    known = KNOWN.get(name, "")
    if known in maps.POINTWISE and (name == known or name in ("silu", "exponential", "absolute")):
        return op.Pointwise(known)
    raise NotSupported(ASKED, "an activation that a network has", name, "leave it out on both sides")


def paired(left: Network, right: Network) -> tuple[Network, str]:
    """The right with its inputs and outputs in the order of the left, and why they do not pair up, if so.

    They pair up by name where both have the same names, and by position where they share none.
    """
    inputs = [node.name for node in left.inputs], [node.name for node in right.inputs]
    order, why = _order("inputs", *inputs)
    outputs, wrong = _order("outputs", list(left.outputs), list(right.outputs))
    if why or wrong:
        return right, why or wrong
    first = [right.node(name) for name in order]
    rest = [node for node in right.nodes if not isinstance(node.operator, op.Input)]
    for node, name in zip(left.inputs, order, strict=True):
        if left.shapes[node.name] != right.shapes[name]:
            return right, f"inputs {node.name!r}: shapes {left.shapes[node.name]} and {right.shapes[name]}"
    if _kind(left.dtype) != _kind(right.dtype):
        return right, f"element types {left.dtype} and {right.dtype}"
    return replace(right, nodes=(*first, *rest), outputs=tuple(outputs), origin=None), ""


def another_order(left: Network | Wiring, right: Network | Wiring) -> str:
    """Which of inputs and outputs were paired by name, and stand in another order on the right: part of a scope."""
    moved = [what for what in ("inputs", "outputs") if _names(left, what) != _names(right, what)]
    moved = [what for what in moved if set(_names(left, what)) == set(_names(right, what))]
    return f", {' and '.join(moved)} by name, in another order" if moved else ""


def _names(side: Network | Wiring, what: str) -> list[str]:
    if what == "outputs":
        return list(side.outputs)
    return list(side.inputs) if isinstance(side, Wiring) else [node.name for node in side.inputs]


def in_order(left: Wiring, right: Wiring) -> tuple[Wiring, str]:
    """The right with its inputs and outputs in the order of the left, and why they do not pair up, if so."""
    order, why = _order("inputs", list(left.inputs), list(right.inputs))
    outputs, wrong = _order("outputs", list(left.outputs), list(right.outputs))
    if why or wrong:
        return right, why or wrong
    for one, other in zip(left.inputs, order, strict=True):
        if left.inputs[one] != right.inputs[other]:
            return right, f"inputs {one!r}: of two element types"
        sizes = left.shapes.get(one), right.shapes.get(other)
        if None not in sizes and sizes[0] != sizes[1]:
            return right, f"inputs {one!r}: shapes {sizes[0]} and {sizes[1]}, batch first"
    return replace(right, inputs={name: right.inputs[name] for name in order}, outputs=tuple(outputs)), ""


def _order(what: str, left: list[str], right: list[str]) -> tuple[list[str], str]:
    if len(left) != len(right):
        return right, f"{len(left)} and {len(right)} {what}"
    if set(left) == set(right) and len(set(left)) == len(left):
        return left, ""
    moved = [name for name in dict.fromkeys(left) if name in right and left.index(name) != right.index(name)]
    if moved:
        return right, f"{what} of the same name stand in other positions: {', '.join(moved)[:200]}"
    return right, ""


def _kind(dtype: str) -> str:
    """Whole numbers apart from the others: what divides them differs."""
    return "whole numbers" if "int" in dtype else "numbers"


def common_size(sides: Sequence[Side], size: Size | None) -> tuple[list[Network | None], str]:
    """The networks at that size, None for a side that has none, and what that side says."""
    made: list[Network | None] = []
    said = ""
    for side in sides:
        try:
            made.append(side.at(size))
        except SymstrideError as why:
            if size is None:
                raise
            made.append(None)
            said = said or f"{why.asked}: expected {why.expected}, got {why.got}"
    return made, said
