"""The largest parts of a model that can go to a grid: what lies between nodes that are not known.

A node is a candidate when the reader has its operator, and when all values that it reads and makes are tensors of one
element type whose sizes are known.  A region must not be left and entered again, or it could not be put back as one.
So each node has a level: how often, at most, a way from the inputs to it goes from something else into a candidate.
Candidates of one level that hang together are a region: ways that leave it come back on a higher level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from symstride.adapters.onnx.inferred import Shapes
from symstride.adapters.onnx.reading import READERS
from symstride.adapters.onnx.scopes import STANDARD, GraphScope, ValueType, bodies_of, names_in, reads, title_of
from symstride.errors import SymstrideError

ROUNDS: Final = 1_000
"""How many nodes may turn out not to be readable, one after the other."""


@dataclass
class Regions:
    """The regions of the main graph.  ``opaque`` are numbers of nodes that turned out to be no candidates."""

    scope: GraphScope
    shapes: Shapes
    opaque: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.nodes = list(self.scope.graph.node)
        self.readers: dict[str, list[int]] = {}
        for number, node in enumerate(self.nodes):
            for name in node.input:
                self.readers.setdefault(name, []).append(number)
        self.live = self._live()
        self.opaque |= {n for n, node in enumerate(self.nodes) if n not in self.live or not self._is_candidate(node)}

    def _live(self) -> set[int]:
        """The nodes that an output depends on: a region is what leads to its outputs, and has no others."""
        wanted, live = {value.name for value in self.scope.graph.output}, set[int]()
        for number, node in reversed([*enumerate(self.nodes)]):
            if not wanted.isdisjoint(filter(None, node.output)):
                live.add(number)
                wanted |= reads(node)
        return live

    def _is_candidate(self, node: Any) -> bool:
        if node.domain not in STANDARD or node.op_type not in READERS or any(True for _ in bodies_of(node)):
            return False
        values = [*self.values(node), *(name for name in node.output if name)]
        kinds = [self.shapes.find(self.scope, name)[0] for name in values]
        known = [kind for kind in kinds if kind is not None and kind.known]
        return len(known) == len(values) > 1 and len({_of_one_kind(kind) for kind in known}) == 1

    def values(self, node: Any) -> list[str]:
        """What the node reads that is no constant."""
        return [name for name in dict.fromkeys(node.input) if name and not self.scope.is_constant(name)]

    def found(self) -> Iterator[list[int]]:
        """The numbers of the nodes of each region, in order."""
        level: dict[str, int] = {}
        inside: dict[str, int] = {}
        root = list(range(len(self.nodes)))

        def top(number: int) -> int:
            while root[number] != number:
                root[number] = number = root[root[number]]
            return number

        for number, node in enumerate(self.nodes):
            if all(name in self.scope.constants for name in node.output if name):
                continue
            candidate, values = number not in self.opaque, self.values(node)
            steps = [level.get(name, 0) + (candidate and name not in inside) for name in values]
            mine = max(steps, default=0)
            level |= dict.fromkeys(node.output, mine)
            if candidate:
                inside |= dict.fromkeys(node.output, number)
                for name in values:
                    if name in inside and level[name] == mine:
                        root[top(number)] = top(inside[name])
        groups: dict[int, list[int]] = {}
        for number in sorted(set(inside.values())):
            groups.setdefault(top(number), []).append(number)
        yield from groups.values()

    def ends(self, numbers: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The values that a region reads from outside, and those that it gives there."""
        inside, outside = set(numbers), {value.name for value in self.scope.graph.output} | self.captured
        made = dict.fromkeys(name for number in numbers for name in self.nodes[number].output if name)
        read = dict.fromkeys(name for number in numbers for name in self.values(self.nodes[number]))
        given = (
            name for name in made if name in outside or any(each not in inside for each in self.readers.get(name, ()))
        )
        return tuple(name for name in read if name not in made), tuple(given)

    @cached_property
    def captured(self) -> set[str]:
        """The names that bodies mention."""
        return {name for node in self.nodes for _, _, body in bodies_of(node) for name in names_in(body)}

    def settle(self, attempt: Callable[[Sequence[int]], object]) -> None:
        """Try each region once.  Where the attempt refuses, what it names is left out and regions are found anew."""
        tried = set[tuple[int, ...]]()
        for _ in range(ROUNDS):
            refused = False
            for numbers in self.found():
                if tuple(numbers) in tried:
                    continue
                tried.add(tuple(numbers))
                try:
                    attempt(numbers)
                except SymstrideError as why:
                    culprit = self._culprit(why, numbers)
                    self.opaque |= set(numbers) if culprit is None else {culprit}
                    refused = True
            if not refused:
                break

    def _culprit(self, why: SymstrideError, numbers: Sequence[int]) -> int | None:
        """The node of a region that a refusal names."""
        named = [(len(name), number) for number in numbers for name in self._names(number) if repr(name) in why.asked]
        return max(named)[1] if named else None

    def _names(self, number: int) -> list[str]:
        return [title_of(self.nodes[number]), *self.nodes[number].output]


def _of_one_kind(kind: ValueType) -> tuple[int, int | None]:
    """Element type and batch."""
    return kind.element, (kind.sizes or (None,))[0]
