"""Reading a model that is kept: each strided node is cut out and read by itself, everything else stays as it is.

What is cut out of the graph is a model of one node and its constants, which the ordinary reader reads.  The shape of
what the node reads comes from shape inference (``inferred``); the batch stays open, and so may sizes (``every_size``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from symstride.adapters.agreement import compared
from symstride.adapters.onnx.computed import Computed, check_moved, computed_weights, stand_ins
from symstride.adapters.onnx.every_size import read_layer, read_part
from symstride.adapters.onnx.files import check_text, initialiser, input_files, load_model, onnx_module, opset_of
from symstride.adapters.onnx.inferred import Shapes, shapes_of
from symstride.adapters.onnx.measured import checked_shapes
from symstride.adapters.onnx.quantised import QUANTISED, SATURATES, with_halved_weights
from symstride.adapters.onnx.reading import read_model
from symstride.adapters.onnx.regions import Regions
from symstride.adapters.onnx.remainder import Item, Remainder, remainder
from symstride.adapters.onnx.running import OnnxRunning
from symstride.adapters.onnx.scopes import (
    FIRST_FREE,
    STANDARD,
    Called,
    GraphScope,
    Hole,
    HoledGraph,
    ValueType,
    check_names,
    cuts_of,
    is_strided,
    name_of,
    operator_of,
    reads,
    scopes_of,
    title_of,
)
from symstride.errors import CertificateRejected, NotSupported, SpecError, SymstrideError
from symstride.network.claims import subject_of
from symstride.network.graph import Network
from symstride.network.model import Model, ModelPart
from symstride.network.names import Names
from symstride.network.open_sizes import with_open
from symstride.network.plain_names import plain_name
from symstride.network.rest import Left, Rest
from symstride.network.rewriting.unstride import unstride

ASKED: Final = "read(model, keep=True)"
ALIKE: Final = "replay(certificate, original, rewritten)"

TAKEN: Final = ("com.microsoft", "symstride.")
"""How the domains begin in which no model has functions: those of operators of ONNX Runtime, and of this package."""


@dataclass(frozen=True)
class Place:
    """Where a part stands in its model, the types of what it reads, which of that is ``computed`` weights, the element
    types of what it gives, and the axes of the map that it reads whose size is ``open``, counted without the batch."""

    scope: GraphScope
    hole: Hole
    types: Mapping[str, ValueType]
    computed: Computed = field(default_factory=dict)
    given: tuple[int, ...] = ()
    open: tuple[int, ...] = ()


def read_kept(
    source: str | os.PathLike[str] | Any,
    sizes: Callable[[Any], Mapping[str, Sequence[int]]],
    check: bool = True,
    scope: str = "layer",
    only: Iterable[str] | None = None,
) -> Model:
    """The model in a file, or a ``ModelProto``.

    ``sizes`` gives those of inputs that the model leaves open, by name and without the batch, and those of values in
    it, which count as declared.

    ``scope``: each strided node is a part ("layer"), or what hangs together of nodes that are known ("network").
    ``only``: the names of the parts that are wanted; all others are kept.

    Raises ``SpecError`` for a model that is none: names without values, sizes that do not fit.
    """
    given, folder, files = loaded(source, ASKED)
    model = with_sizes(given, sizes(given), inside=True)
    shapes = checked_shapes(model, check=check)
    parts, left, declared = _Parts(model, folder, shapes, check, scope).read()
    if only is not None:
        parts, left = _chosen(parts, left, tuple(only))
    places = [part.place for part in parts]
    frame = remainder(model, cuts_around(model, places), folder)
    names = tuple(part.name for part in parts)
    rest = Rest(frame.digest, frame.kept, tuple(left), tuple(name for name in declared if name in names), names)
    numbers = {tensor.name for tensor in model.graph.initializer}
    defaults = tuple(value.name for value in model.graph.input if value.name in numbers)
    name = plain_name(model.graph.name or "model")
    return Model(name, tuple(parts), rest, model, folder, files, defaults, None, scope)


def _chosen(
    parts: Sequence[ModelPart], left: Sequence[Left], only: Sequence[str]
) -> tuple[list[ModelPart], list[Left]]:
    """The parts of these names; the strided nodes of all others are left."""
    unknown = sorted(set(only) - {part.name for part in parts})
    if unknown:
        names = ", ".join(part.name for part in parts) or "none"
        raise SpecError("read(model, parts=...)", f"parts among: {names}"[:200], unknown[0][:80], "compare the names")
    more = []
    for part in parts:
        for node in filter(is_strided, _nodes_of(part.place) if part.name not in only else ()):
            name = part.name if part.prefix else plain_name(title_of(node))
            more.append(Left(name, plain_name(operator_of(node)), "not chosen"))
    return [part for part in parts if part.name in only], [*left, *more]


def loaded(source: Any, asked: str) -> tuple[Any, Path | None, tuple[Path, ...]]:
    """A model that is one, the folder with its data, and its files; refused where a name may mean two things."""
    in_file = isinstance(source, str | os.PathLike)
    model, folder = load_model(source) if in_file else (source, None)
    check_text(model)
    opset_of(model)
    check_names(model.graph, asked)
    check_functions(model, asked)
    return model, folder, tuple(input_files(model, os.fspath(source) if in_file else ""))


def check_functions(model: Any, asked: str) -> None:
    """Refuse functions that are called as an operator may be, and two that are called alike."""
    known: set[Called] = set()
    for function in model.functions:
        name = name_of(function)
        if name in known or name[0] in STANDARD or name[0].startswith(TAKEN):
            said = f"{'.'.join(filter(None, name[:2]))!r}"
            got = f"two called {said}, {name[2]!r}" if name in known else f"one called {said}"
            hint = "give it another domain, or another name"
            raise NotSupported(asked, "functions in domains of their own, each once", got[:200], hint)
        known.add(name)


def cuts_around(model: Any, places: Sequence[Place]) -> Mapping[Any, HoledGraph]:
    """The graphs of the model with these holes."""
    holes: dict[Any, list[Hole]] = {}
    for each in places:
        holes.setdefault(each.scope.place, []).append(each.hole)
    return cuts_of(model.graph, lambda scope, _: holes.get(scope.place, ()), model.ir_version >= FIRST_FREE)


def read_alike(source: str | os.PathLike[str] | Any, first: Model) -> Model:
    """Another model, cut at the places of the first, whose rest has to be the same to the bit.

    Its parts are what it has between what the parts of the first read and what they give, read by the ordinary reader.
    Raises ``CertificateRejected`` at the first piece of the rest that is another one.
    """
    model, folder, files = loaded(source, ALIKE)
    mine = cuts_around(first.source, [part.place for part in first.parts])
    holes = {way: cut.holes for way, cut in mine.items()}
    cuts = cuts_of(model.graph, lambda _, way: holes.get(way, ()))
    frame = remainder(model, cuts, folder)
    _check_alike(remainder(first.source, mine, first.folder), frame)
    _check_defaults(model, cuts[()], first.defaults)
    scopes = {hole.name: cut.scope for cut in cuts.values() for hole in cut.holes}
    parts = []
    for part in first.parts:
        place = replace(part.place, scope=scopes[part.name])
        try:
            alone = cut_out(model, place)
            if place.computed:
                check_moved(alone, place.computed, folder, ALIKE)
            parts.append(replace(part, network=_read_again(alone, folder, part), place=place))
        except SymstrideError as why:
            raise CertificateRejected(ALIKE, why.expected, f"{why.asked}: {why.got}", why.hint, part.name) from None
    rest = replace(first.rest, digest=frame.digest, nodes=frame.kept)
    name = plain_name(model.graph.name or "model")
    return Model(name, tuple(parts), rest, model, folder, files, (), None, first.scope)


def _read_again(alone: Any, folder: Path | None, part: ModelPart) -> Network:
    """What stands in the place of a part; where sizes are open, in a form in which nothing depends on them."""
    if not part.place.open:
        return read_model(alone, folder, {}, "", part=True)
    (given,) = part.network.inputs
    return read_part(alone, folder, given.operator)  # type: ignore[arg-type]  # it is an Input


def _check_alike(mine: Remainder, other: Remainder) -> None:
    hint = "what is kept is the same in both models, and in the same order"
    for kind in ("nodes", "constants", "others"):
        for expected, got in zip_longest(getattr(mine, kind), getattr(other, kind)):
            if expected != got:
                where = (expected or got).name
                raise CertificateRejected(ALIKE, _said(expected)[:200], _said(got)[:200], hint, where)


def _check_defaults(model: Any, cut: HoledGraph, known: Sequence[str]) -> None:
    """What stands for layers reads constants: no inputs whose numbers a caller may replace.

    Before ``FIRST_FREE`` every constant is listed among the inputs; then it is one that the first model has, too.
    """
    listed = {value.name for value in model.graph.input} & set(cut.scope.initialisers) & cut.read
    free = sorted(listed if model.ir_version >= FIRST_FREE else listed - set(known))
    if free:
        expected, hint = "layers that read constants", "leave it out of the inputs of the model"
        raise CertificateRejected(ALIKE, expected, f"{free[0]!r}, which is an input, too"[:200], hint, free[0])


def _said(item: Item | None) -> str:
    return "nothing more" if item is None else f"{item.name!r} ({item.kind}) with the digest {item.digest}"


def with_sizes(model: Any, sizes: Mapping[str, Sequence[int]], inside: bool = False) -> Any:
    """The model itself, or a copy with these sizes in the place of open ones of its inputs, behind the batch.

    ``inside``: and of what nodes of the main graph give, where the model declares them from then on.
    """
    if not sizes:
        return model
    made = type(model)()
    made.CopyFrom(model)
    values = {value.name: value for value in made.graph.input}
    inner = [name for name in sizes if name not in values] if inside else []
    values |= {name: value for name, value in _declared(made, inner).items() if value is not None}
    for name, shape in sizes.items():
        if name not in values:
            more = ", or what its nodes give" if inside else ""
            expected = f"inputs of the model: {', '.join(values)}"[: 200 - len(more)] + more
            raise SpecError(ASKED, expected, repr(name)[:80], "compare names")
        asked, dims = f"{ASKED}, {name!r}"[:200], values[name].type.tensor_type.shape.dim
        if len(dims) != len(shape) + 1:
            got = f"{len(shape)} sizes for {len(dims)} axes"
            raise SpecError(asked, "a size for each axis but the first", got, "compare shapes")
        for dim, size in zip(dims[1:], shape, strict=True):
            if dim.HasField("dim_value") and dim.dim_value not in (0, size):
                raise SpecError(asked, f"{dim.dim_value}, as it says", f"{size}", "leave it out")
            dim.Clear()
            dim.dim_value = int(size)
    return made


def _declared(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """Declarations of what nodes of the main graph give, in the model itself, with all that is known of their types.

    None for each that no node gives.  Raises ``SpecError`` for values that are no tensors or of an unknown type.
    """
    if not names:
        return {}
    scope, shapes, graph = GraphScope(model.graph), shapes_of(model), model.graph
    found: dict[str, Any] = {}
    for name in names:
        kind, _ = shapes.find(scope, name) if name in scope.maker else (None, False)
        found[name] = next((value for value in (*graph.value_info, *graph.output) if value.name == name), None)
        if name not in scope.maker:
            continue
        if kind is None or not kind.element or kind.sizes is None:
            hint = "declare it in the model, with its element type and open sizes"
            raise SpecError(f"{ASKED}, {name!r}"[:200], "a tensor with known axes", "a value of unknown type", hint)
        if found[name] is None:
            found[name] = graph.value_info.add()
        found[name].CopyFrom(onnx_module("onnx.helper").make_tensor_value_info(name, kind.element, kind.sizes))
    return found


@dataclass
class _Parts:
    """The parts of a model, read one by one; ``left`` are the strided nodes that are kept, and why."""

    model: Any
    folder: Path | None
    shapes: Shapes
    check: bool
    kind: str
    parts: list[ModelPart] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    declared: list[str] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    def read(self) -> tuple[list[ModelPart], list[Left], list[str]]:
        """The parts; the strided nodes that are kept; the parts whose sizes are declared alone."""
        for function in self.model.functions:
            for node in filter(is_strided, function.node):
                self._leave(f"{function.name}/{title_of(node)}", node, "in a function of the model")
        main, *bodies = scopes_of(self.model.graph)
        if self.kind == "network":
            self._regions(main)
        else:
            self._layers(main, main.graph.node)
        for scope in bodies:
            self._layers(scope, scope.graph.node)
        for part in self.parts:
            self._check_sizes(part)
        return self.parts, self.left, self.declared

    def _check_sizes(self, part: ModelPart) -> None:
        """What a part gives has the sizes that other parts were read with."""
        hole, shapes = part.place.hole, part.network.shapes
        for value, output in zip(hole.outputs, part.network.outputs, strict=True):
            kind, _ = self.shapes.find(part.place.scope, value)
            sizes = None if kind is None or kind.sizes is None else kind.sizes[1:]
            own: list[int | None] = [None if n in part.place.open else m for n, m in enumerate(shapes[output])]
            if sizes is not None and (len(sizes) != len(own) or any(_differ(n, m) for n, m in zip(sizes, own))):
                expected, hint = f"sizes {_shown(own)} for {value!r}, as it has", "correct what the model declares"
                raise SpecError(f"{ASKED}, {part.name!r}"[:200], expected[:200], f"{_shown(sizes)}", hint)

    def _leave(self, name: str, node: Any, why: str) -> None:
        self.left.append(Left(plain_name(name), plain_name(operator_of(node)), why))

    def _layers(self, scope: GraphScope, nodes: Iterable[Any]) -> None:
        """Each strided node by itself."""
        strided = [node for node in nodes if is_strided(node)]
        used = _used(scope) if strided else set()
        for node in strided:
            name = self.names.free(plain_name(scope.words + title_of(node)))
            outputs = tuple(v for v in node.output if v in used)
            ways = dict.fromkeys((_stored_values(scope, node), _values(scope, node)))
            for number, values in enumerate(ways, start=1):
                try:
                    if len(outputs) != 1:
                        got = f"{len(outputs)} of them"
                        raise NotSupported(ASKED, "one output that is read", got, "leave it as it is")
                    if node.op_type in QUANTISED and len(values) > 1:
                        got = f"values: {', '.join(values[1:])}"[:80]
                        raise NotSupported(ASKED, "weights, zero points and scales that are constants", got, "")
                    self._add(scope, Hole(name, values, outputs), f"{name}/", computed_weights(scope, node, ASKED))
                    break
                except SymstrideError as why:
                    if number == len(ways):
                        self._leave(name, node, f"{why.expected}, not {why.got}"[:200])

    def _regions(self, scope: GraphScope) -> None:
        """What hangs together of what is known; strided nodes that are in no region go by themselves, if they can."""
        regions = Regions(scope, self.shapes)

        def add(numbers: Sequence[int]) -> None:
            if any(is_strided(regions.nodes[number]) for number in numbers):
                title = plain_name(title_of(regions.nodes[numbers[-1]]))
                name = self.names.free(title) if title in self.names else title
                self._add(scope, Hole(name, *regions.ends(numbers)), "")

        regions.settle(add)
        inside = {name for part in self.parts for name in _made(part.place)}
        self._layers(scope, [node for node in scope.graph.node if inside.isdisjoint(node.output)])

    def _add(self, scope: GraphScope, hole: Hole, prefix: str, computed: Computed = MappingProxyType({})) -> None:
        """One more part; refused where it cannot be read, or not be rewritten."""
        found = {value: self.shapes.find(scope, value) for value in hole.inputs}
        open_axes = self._open(hole, computed, found)
        types = {value: _known(value, kind, bool(open_axes)) for value, (kind, _) in found.items()}
        if prefix:  # a layer has any batch; a region the one that the model was written for
            weights = set(computed.values())
            types |= {value: _of_any_batch(kind) for value, kind in types.items() if value not in weights}
        gives = [self.shapes.find(scope, value)[0] for value in hole.outputs]
        elements = tuple(0 if kind is None else kind.element for kind in gives)
        place = Place(scope, hole, types, computed, elements, open_axes)
        alone = cut_out(self.model, place)
        network = self._network(alone, place)
        if not network.strided:
            raise NotSupported(ASKED, "a stride or a dilation", "a layer that has none", "leave it as it is")
        unstride(network.without_weights(), self.kind)  # refuses what cannot be rewritten
        subject_of(network, self.kind)  # refuses what has no proof
        if self.check:
            network = self._compared(network, f"read(model), {hole.name!r}", alone)
        if self.check and open_axes and not network.unchecked:  # and at another size
            (given,) = network.inputs
            larger = tuple(n + (axis in open_axes) for axis, n in enumerate(network.shapes[given.name]))
            other = self._compared(with_open(network, open_axes, larger), f"read(model), {hole.name!r}", alone)
            network = replace(network, unchecked=other.unchecked)
        self.names.add(hole.name)
        self.parts.append(ModelPart(hole.name, network, place, prefix))
        said = any(alone for _, alone in found.values())
        if open_axes:  # of which nothing is said but how many axes and channels there are
            said = not all(self.shapes.same_channels(scope, value, kind) for value, kind in types.items())
        self.declared += [hole.name] if said else []

    def _open(
        self, hole: Hole, computed: Computed, found: Mapping[str, tuple[ValueType | None, bool]]
    ) -> tuple[int, ...]:
        """The spatial axes of the one map that a layer reads whose size is open; none where they are needed."""
        if self.kind != "layer" or computed or len(hole.inputs) != 1:
            return ()
        ((kind, _),) = found.values()
        sizes = () if kind is None or kind.sizes is None else kind.sizes
        if len(sizes) < 3:
            return ()
        return tuple(axis for axis, size in enumerate(sizes[1:]) if axis > 0 and size is None)

    def _network(self, alone: Any, place: Place) -> Network:
        """What a part is, read by the ordinary reader."""
        if not place.open:
            return read_model(alone, self.folder, {}, "", part=True)
        ((name, kind),) = place.types.items()
        _, channels, *sizes = kind.sizes or ()
        return read_layer(alone, self.folder, name, channels, place.open, sizes)

    def _compared(self, network: Network, asked: str, alone: Any) -> Network:
        """What was read, which agrees with what runs.

        Where products of 8 bits are added up in pairs that saturate, what runs is not the layer that the model has.
        That it was read rightly is then seen on the same model with smaller weights, and said not to be checked.
        """
        try:
            return compared(network, asked, OnnxRunning(alone, network, self.folder))
        except NotSupported:
            smaller = with_halved_weights(alone, self.folder)
            if smaller is None:
                raise
            other = read_model(smaller, self.folder, {}, "", part=True)
            why = compared(other, asked, OnnxRunning(smaller, other, self.folder)).unchecked
            return replace(network, unchecked=why or SATURATES)


def _nodes_of(place: Place) -> list[Any]:
    """The nodes of a part."""
    (numbers,) = HoledGraph(place.scope, [place.hole]).inside
    return [place.scope.graph.node[number] for number in numbers]


def _made(place: Place) -> set[str]:
    """The values that are made in a part."""
    return {name for node in _nodes_of(place) for name in node.output if name}


def _known(name: str, kind: ValueType | None, may_be_open: bool = False) -> ValueType:
    if kind is None or not (kind.known or may_be_open):
        got = "open ones" if kind is None or kind.sizes is None else _shown(kind.sizes)
        raise NotSupported(ASKED, f"sizes of {name!r} that are numbers", got, "give the sizes of the inputs")
    return kind


def _of_any_batch(kind: ValueType) -> ValueType:
    return replace(kind, sizes=(None, *(kind.sizes or ())[1:]))


def _differ(one: int | None, other: int | None) -> bool:
    """Whether both are known, and are two sizes."""
    return None not in (one, other) and one != other


def _shown(sizes: Sequence[int | None]) -> str:
    return f"({', '.join('?' if n is None else str(n) for n in sizes)})"


def _used(scope: GraphScope) -> set[str]:
    """What something reads, in this graph or in a body."""
    found = {value.name for value in scope.graph.output}
    for node in scope.graph.node:
        found |= reads(node)
    return found


def _values(scope: GraphScope, node: Any) -> tuple[str, ...]:
    """What the node reads that is no constant."""
    return tuple(dict.fromkeys(name for name in node.input if name and not scope.is_constant(name)))


def _stored_values(scope: GraphScope, node: Any) -> tuple[str, ...]:
    """The same, but of a Conv the whole numbers that what it reads is made of: they go with it, as compilers look for.

    Its DequantizeLinear stands in the same graph and has constants for its scale and its zero point.
    """
    values = _values(scope, node)
    if node.op_type != "Conv" or len(values) != 1 or values[0] not in scope.maker:
        return values
    made = scope.graph.node[scope.maker[values[0]]]
    known = made.op_type == "DequantizeLinear" and made.domain in STANDARD and len(_values(scope, made)) == 1
    return _values(scope, made) if known else values


def cut_out(model: Any, place: Place) -> Any:
    """What is in the hole as a model: its nodes and constants, with what the hole reads as inputs.

    Computed weights are constants there, of numbers that stand for them.
    """
    onnx, hole, scope = onnx_module(), place.hole, place.scope
    finder = _Constants(scope, set(hole.inputs))
    (numbers,) = HoledGraph(scope, [hole]).inside
    nodes = [scope.graph.node[number] for number in numbers]
    made = {name for node in nodes for name in node.output}
    for node in nodes:
        for name in node.input:
            if name and name not in made:
                finder.find(name, scope)
    value = onnx.helper.make_tensor_value_info
    weights = stand_ins(place.computed, place.types, ASKED)
    types = {name: kind for name, kind in place.types.items() if name not in weights}
    inputs = [value(name, kind.element, _shape_of(kind)) for name, kind in types.items()]
    element = next((kind.element for kind in types.values()), onnx.TensorProto.FLOAT)
    given = place.given or (0,) * len(hole.outputs)
    outputs = [value(name, kind or element, None) for name, kind in zip(hole.outputs, given, strict=True)]
    graph = onnx.GraphProto(name=hole.name or "layer")
    graph.node.extend([*finder.nodes, *nodes])
    graph.initializer.extend([*finder.tensors.values(), *(initialiser(*each) for each in weights.items())])
    graph.input.extend(inputs)
    graph.output.extend(outputs)
    alone = onnx.ModelProto(ir_version=max(model.ir_version, 4))
    alone.opset_import.extend(entry for entry in model.opset_import if entry.domain in STANDARD)
    alone.graph.CopyFrom(graph)
    return alone


def _shape_of(kind: ValueType) -> list[int | str | None]:
    batch, *sizes = kind.sizes or (None,)
    return [batch or "N", *sizes]


@dataclass
class _Constants:
    """The constants that are read, from this graph and from those around it."""

    scope: GraphScope
    given: set[str]

    def __post_init__(self) -> None:
        self.tensors: dict[str, Any] = {}
        self.nodes: list[Any] = []
        self._seen: set[str] = set()

    def find(self, name: str, scope: GraphScope | None) -> None:
        """Add what makes a constant; refuse what is none."""
        if name in self.given or name in self._seen:
            return
        self._seen.add(name)
        while scope is not None and name not in scope.own:
            scope = scope.outer
        if scope is not None and name in scope.initialisers:
            self.tensors[name] = scope.initialisers[name]
        elif scope is not None and name in scope.constants and name in scope.maker:
            node = scope.graph.node[scope.maker[name]]
            for each in filter(None, node.input):
                self.find(each, scope)
            self.nodes.append(node)
        else:
            expected = f"what the layer reads: {', '.join(sorted(self.given))}"[:200]
            raise SpecError(ASKED, expected, f"{name!r}"[:80], "unstride the model again")
