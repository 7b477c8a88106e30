"""The graphs of a model: the main one, and the bodies of ``If``, ``Loop``, ``Scan`` and whatever else has some.

A body sees the values of the graphs around it that were made before the node it belongs to.  Each name stands for one
value there, as ONNX asks; bodies that do not see each other may use a name twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeAlias

from symstride.adapters.onnx.constants import FOLDED
from symstride.adapters.onnx.files import onnx_module
from symstride.errors import SpecError

Place: TypeAlias = tuple[tuple[int, str, int], ...]
"""Where a graph stands: from the main one, the number of a node, its attribute, and which graph of that attribute."""

Way: TypeAlias = Place
"""The same with a node's number among those that are kept, so that two models with the same rest have the same ways."""

FIRST_FREE: Final = 4
"""From this version of the format on an initialiser need not be an input; one that is, is the default of that input."""

SMALL: Final = 4096
"""Bytes of a constant that shape inference looks at: shapes and places are that small."""

STEPS = ("strides", "dilations")
STANDARD = ("", "ai.onnx")

Called: TypeAlias = tuple[str, str, str]
"""How nodes call a function of a model: its domain, its name, and which one of that name (https://onnx.ai, IR 10)."""
_ASKED = "read(model, keep=True)"
_HINT = "check the file with onnx.checker"


@dataclass(frozen=True, slots=True)
class ValueType:
    """The element type of a tensor by ONNX's number, and its sizes, batch first; None for each that is open."""

    element: int
    sizes: tuple[int | None, ...] | None

    @property
    def known(self) -> bool:
        """Whether every size but the first is a number."""
        return self.sizes is not None and all(n is not None and n > 0 for n in self.sizes[1:])


@dataclass(frozen=True)
class GraphScope:
    """A graph, where it stands, and the graph around it.  ``words`` is the place in the names of its nodes."""

    graph: Any
    place: Place = ()
    outer: GraphScope | None = None
    words: str = ""

    @cached_property
    def maker(self) -> Mapping[str, int]:
        """The number of the node that makes a value."""
        return {name: number for number, node in enumerate(self.graph.node) for name in node.output if name}

    @cached_property
    def initialisers(self) -> Mapping[str, Any]:
        """Constants by name."""
        return {tensor.name: tensor for tensor in self.graph.initializer}

    @cached_property
    def constants(self) -> frozenset[str]:
        """The values that follow from constants by what a reader carries out: of this graph alone."""
        found = set(self.initialisers)
        for node in self.graph.node:
            if is_folded(node) and all(name in found or self._outside(name) for name in node.input if name):
                found.update(node.output)
        return frozenset(found)

    def _outside(self, name: str) -> bool:
        return name not in self.maker and self.outer is not None and self.outer.is_constant(name)

    def is_constant(self, name: str) -> bool:
        """Whether a value that is seen here is a constant."""
        return name in self.constants or (name not in self.own and self._outside(name))

    @cached_property
    def own(self) -> frozenset[str]:
        """The names that this graph gives itself."""
        sparse = (tensor.values.name for tensor in self.graph.sparse_initializer)
        return frozenset((*self.maker, *self.initialisers, *sparse, *(value.name for value in self.graph.input)))

    def bodies(self) -> Iterator[GraphScope]:
        """The graphs of its nodes."""
        for number, node in enumerate(self.graph.node):
            for attribute, count, graph in bodies_of(node):
                title = node.name or next(iter(node.output), "")
                words = f"{self.words}{title}/{attribute.name}{count or ''}/"
                yield GraphScope(graph, (*self.place, (number, attribute.name, count)), self, words)


def bodies_of(node: Any) -> Iterator[tuple[Any, int, Any]]:
    """The graphs among the attributes of a node: the attribute, which one of it, the graph."""
    kinds = onnx_module().AttributeProto
    for attribute in node.attribute:
        if attribute.type == kinds.GRAPH:
            yield attribute, 0, attribute.g
        elif attribute.type == kinds.GRAPHS:
            for count, graph in enumerate(attribute.graphs):
                yield attribute, count, graph


def scopes_of(graph: Any) -> list[GraphScope]:
    """The main graph and all bodies, each behind the one around it."""
    found = [GraphScope(graph)]
    for scope in found:
        found += scope.bodies()
    return found


def is_folded(node: Any) -> bool:
    """Whether a reader carries the node out where all that it reads is constant; such nodes have no state."""
    return node.domain in STANDARD and (node.op_type == "Constant" or node.op_type in FOLDED)


def is_strided(node: Any) -> bool:
    """Whether a node has a stride or a dilation above 1, whatever operator it is."""
    return any(n != 1 for attribute in node.attribute if attribute.name in STEPS for n in attribute.ints)


def operator_of(node: Any) -> str:
    """The operator with its domain, as people write it: ``com.microsoft.Gelu``."""
    return node.op_type if node.domain in STANDARD else f"{node.domain}.{node.op_type}"


def called_by(node: Any) -> Called:
    """What a node calls, where the model has such a function."""
    return node.domain, node.op_type, getattr(node, "overload", "")


def name_of(function: Any) -> Called:
    """What a function of a model is called by."""
    return function.domain, function.name, getattr(function, "overload", "")


def title_of(node: Any) -> str:
    """What a node is called, or what it makes."""
    return node.name or next(filter(None, node.output), "") or node.op_type


def reads(node: Any) -> set[str]:
    """All names that a node mentions: its inputs, and everything in its bodies."""
    found = {name for name in node.input if name}
    for _, _, graph in bodies_of(node):
        found |= names_in(graph)
    return found


def names_in(graph: Any) -> set[str]:
    """All names in a graph and its bodies, of whatever kind."""
    found = {value.name for value in (*graph.input, *graph.output)} | {tensor.name for tensor in graph.initializer}
    found |= {tensor.values.name for tensor in graph.sparse_initializer}
    for node in graph.node:
        found |= reads(node)
        found.update(node.output)
    return found


# ------------------------------------------------------------------------------------------------ names


def check_names(graph: Any, asked: str = _ASKED) -> None:
    """Refuse a model in which a name stands for two values, for none, or for one that is made only later."""
    _check_names(graph, [], asked)


def _check_names(graph: Any, around: Sequence[set[str]], asked: str) -> None:
    here: set[str] = set()
    seen = [*around, here]

    def define(name: str, where: str) -> None:
        if not isinstance(name, str):
            raise SpecError(asked, "text in UTF-8", repr(name)[:80], _HINT)
        if any(name in names for names in seen):
            raise SpecError(asked, "one value per name", f"{name!r} twice, at {where!r}"[:200], _HINT)
        here.add(name)

    constants = [tensor.name for tensor in graph.initializer]
    constants += [tensor.values.name for tensor in graph.sparse_initializer]
    for name in constants:
        define(name, "a constant")
    for value in graph.input:
        if around or value.name not in constants:  # a constant is the default of an input of the model, not of a body
            define(value.name, "an input")
    for node in graph.node:
        texts = (node.name, node.op_type, node.domain, *node.input, *(attribute.name for attribute in node.attribute))
        odd = [text for text in texts if not isinstance(text, str)]
        if odd:
            raise SpecError(asked, "text in UTF-8", repr(odd[0])[:80], _HINT)
        calls = [attribute.name for attribute in node.attribute if attribute.ref_attr_name]
        if calls:
            got = f"{calls[0]!r} of node {title_of(node)!r}, the one of a function around"
            raise SpecError(asked, "attributes with values, outside of functions", got[:200], _HINT)
        for name in filter(None, node.input):
            _check_seen(name, seen, f"node {title_of(node)!r}", asked)
        for _, _, body in bodies_of(node):
            _check_names(body, seen, asked)
        for name in filter(None, node.output):
            define(name, title_of(node))
    for value in graph.output:
        _check_seen(value.name, seen, "the outputs", asked)


def _check_seen(name: str, seen: Sequence[set[str]], where: str, asked: str) -> None:
    if not any(name in names for names in seen):
        raise SpecError(asked, f"values that exist, for {where}"[:200], f"none called {name!r} so far"[:200], _HINT)


# ------------------------------------------------------------------------------------------------ cutting out


@dataclass(frozen=True, slots=True)
class Hole:
    """What is cut out of a graph: everything from values that it reads to values that it gives."""

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass
class HoledGraph:
    """A graph with holes: which of its nodes are inside, and which constants go with them.

    A node goes with a hole where nothing else reads what it makes; so does a constant.  What the holes share with the
    rest stays there.
    """

    scope: GraphScope
    holes: Sequence[Hole]
    has_defaults: bool = False
    """Whether an initialiser that is an input, too, is a default that a caller of the model may replace."""
    bodies: dict[Place, HoledGraph] = field(default_factory=dict)
    """The cuts of the bodies of its nodes, each by its one step from here."""
    inside: list[list[int]] = field(default_factory=list)
    """For each hole the nodes between its inputs and its outputs, those for constants included, in order."""

    def __post_init__(self) -> None:
        self.inside = [self._between(hole) for hole in self.holes]

    def _between(self, hole: Hole) -> list[int]:
        found: set[int] = set()
        waiting = list(hole.outputs)
        while waiting:
            name = waiting.pop()
            number = self.scope.maker.get(name)
            if name in hole.inputs or number is None or number in found:
                continue
            found.add(number)
            waiting += [each for each in self.scope.graph.node[number].input if each]
        return sorted(found)

    @cached_property
    def gone(self) -> frozenset[int]:
        """The nodes that nobody outside of the holes reads, but for what the holes give."""
        nodes, given = self.scope.graph.node, {name for hole in self.holes for name in hole.outputs}
        gone = {number for numbers in self.inside for number in numbers}
        wanted = {value.name for value in self.scope.graph.output}
        for number in range(len(nodes) - 1, -1, -1):
            makes = {name for name in nodes[number].output if name}
            if number in gone and (makes & given or not makes & wanted):
                continue
            gone.discard(number)
            wanted |= reads(nodes[number])
        return frozenset(gone)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The names that the rest reads, here and in bodies."""
        found = {value.name for value in self.scope.graph.output}
        for number, node in self.kept:
            found.update(node.input)
            for body in self._bodies.get(number, ()):
                found |= body.mentioned
        return frozenset(found)

    @cached_property
    def swallowed(self) -> frozenset[str]:
        """The names that holes read, here and in bodies."""
        found = {name for number in self.gone for name in self.scope.graph.node[number].input}
        for body in self.bodies.values():
            found |= body.swallowed
        return frozenset(found)

    @cached_property
    def read(self) -> frozenset[str]:
        """The names that anything in a hole reads, here and in bodies."""
        found = {name for numbers in self.inside for number in numbers for name in self.scope.graph.node[number].input}
        for body in self.bodies.values():
            found |= body.read
        return frozenset(found)

    @cached_property
    def fixed(self) -> frozenset[str]:
        """The defaults that what stands in the holes is made for: what these read, and all that sizes may go by."""
        if not (self.has_defaults and self.read):
            return frozenset()
        given = self.scope.initialisers.items()
        return frozenset(name for name, tensor in given if name in self.read or tensor.ByteSize() <= SMALL)

    @cached_property
    def _bodies(self) -> Mapping[int, list[HoledGraph]]:
        found: dict[int, list[HoledGraph]] = {}
        for ((number, _, _),), body in self.bodies.items():
            found.setdefault(number, []).append(body)
        return found

    @cached_property
    def constants(self) -> frozenset[str]:
        """The initialisers that the rest does not read; one that nobody reads, and is an input too, stays an input."""
        inputs = {value.name for value in self.scope.graph.input} - self.swallowed
        return frozenset(name for name in self.scope.initialisers if name not in self.mentioned | inputs)

    def kept_constants(self) -> Iterator[Any]:
        """The initialisers of the rest."""
        return (tensor for tensor in self.scope.graph.initializer if tensor.name not in self.constants)

    @property
    def kept(self) -> list[tuple[int, Any]]:
        """The nodes of the rest, with their numbers."""
        return [(number, node) for number, node in enumerate(self.scope.graph.node) if number not in self.gone]

    def header(self, graph: Any = None) -> Any:
        """The graph without its nodes and constants, and without what goes with the holes; in an empty ``graph``.

        A default that is ``fixed`` is no input any more: another number would count for the rest alone.
        """
        graph = onnx_module().GraphProto() if graph is None else graph
        for descriptor, value in self.scope.graph.ListFields():
            if descriptor.name not in ("node", "initializer", "input", "value_info"):
                copy_field(graph, descriptor.name, value)
        lost = self.constants | {name for number in self.gone for name in self.scope.graph.node[number].output}
        lost -= {name for hole in self.holes for name in hole.outputs}
        gone = self.constants | self.fixed
        graph.input.extend(value for value in self.scope.graph.input if value.name not in gone)
        graph.value_info.extend(value for value in self.scope.graph.value_info if value.name not in lost)
        return graph


def cuts_of(
    graph: Any, holes: Callable[[GraphScope, Way], Sequence[Hole]], has_defaults: bool = False
) -> dict[Way, HoledGraph]:
    """The main graph and all bodies of nodes that are kept, each with its holes, by the way to it."""
    found: dict[Way, HoledGraph] = {}
    waiting: list[tuple[GraphScope, Way, HoledGraph | None]] = [(GraphScope(graph), (), None)]
    while waiting:
        scope, way, around = waiting.pop()
        cut = found[way] = HoledGraph(scope, holes(scope, way), has_defaults and around is None)
        if around is not None:
            around.bodies[scope.place[-1:]] = cut
        rank = {number: count for count, (number, _) in enumerate(cut.kept)}
        for body in scope.bodies():
            number, attribute, count = body.place[-1]
            if number in rank:
                waiting.append((body, (*way, (rank[number], attribute, count)), cut))
    return found


def copy_field(message: Any, name: str, value: Any) -> None:
    """A field of another message: a plain value, or a list of messages."""
    if isinstance(value, str | int):
        setattr(message, name, value)
    else:
        getattr(message, name).extend(value)
