"""Models with nodes that no reader knows: each such node is a function of which nothing is known.

The same operator with the same attributes, bodies and constants gives equal values where what it reads is equal; more
is not assumed.  So its outputs are known by a digest of all that it is and of all that it reads, and where something
that is known reads them they are fresh unknowns, drawn by that digest.  What it reads of a known region counts by its
residues, as arguments of a named map do.  Bodies are run once, on unknowns for what they are called with.

That congruence decides equality with uninterpreted functions is due to Ackermann (Solvable Cases of the Decision
Problem, 1954).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, TypeAlias

import numpy as np

from symstride.equality.field import Field, Tuples
from symstride.equality.hashing import key
from symstride.equality.interpret import interpret
from symstride.equality.sides import with_stored_numbers
from symstride.errors import NotSupported
from symstride.network.digest import encoded
from symstride.network.graph import Network
from symstride.network.wiring import Opaque, ReadRegion, Same, Step, Wiring

ASKED = "equal(model, model)"


@dataclass(frozen=True, slots=True)
class Digested:
    """A value of which nothing is known but what made it: equal digests are equal values."""

    digest: str


@dataclass(frozen=True, slots=True)
class Made:
    """A value that a region gives, with the element type that it has."""

    element: str
    tuples: Tuples


Value: TypeAlias = Digested | Made


class Point:
    """Values of wirings at one random point; ``drawn`` are the values that stand for unknowns, by their residues."""

    def __init__(self, algebra: Field) -> None:
        self.algebra = algebra
        self.drawn: dict[tuple[str, str], str] = {}

    def unknown(self, value: Digested, network: Network, shape: tuple[int, ...]) -> Tuples:
        """The fresh unknowns in the place of a value, the same for the same digest and shape."""
        made = self.algebra.input(key("unknown", value.digest), shape)
        self.drawn[network.dtype, self._print(made)] = value.digest
        return made

    def known(self, value: Value) -> Digested:
        """The digest by which a value is told from others."""
        if isinstance(value, Digested):
            return value
        numbers = value.tuples.numbers
        if numbers.size and int(numbers.min()) < 0:
            expected, got = "numbers, where a node reads them of which nothing is known", "minus infinity among them"
            raise NotSupported(ASKED, expected, got, "pad with numbers")
        seen = self._print(value.tuples)
        again = self.drawn.get((value.element, seen))
        return Digested(again or _hashed("made", value.element, seen))

    def _print(self, value: Tuples) -> str:
        """Counts as one more argument: it is enough that two arrays differ in one place."""
        self.algebra.met.arguments(1, value.degree, value.size, value.common)
        numbers = np.ascontiguousarray(value.numbers)
        return sha256(encoded(("residues", tuple(numbers.shape))) + numbers.tobytes()).hexdigest()


def _hashed(*words: Any) -> str:
    return sha256(encoded(words)).hexdigest()


@dataclass
class WiredRun:
    """One graph at a point: a model, or a body on unknowns.  Steps run when something reads what they make."""

    wiring: Wiring
    point: Point
    depth: int = 0
    outer: WiredRun | None = None
    values: dict[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.maker = {name: step for step in self.wiring.steps for name in step.outputs if name}
        for number, (name, kind) in enumerate(self.wiring.inputs.items()):
            self.values[name] = Digested(_hashed("input", self.depth, number, kind))
        for name, digest in self.wiring.constants.items():
            self.values[name] = Digested(digest)

    def outputs(self) -> list[Value]:
        return [self.value(name) for name in self.wiring.outputs]

    def value(self, name: str) -> Value:
        """The value of that name, here or in a graph around."""
        waiting = [name]
        while waiting:
            now = waiting[-1]
            if now in self.values:
                waiting.pop()
                continue
            step = self.maker.get(now)
            if step is None:
                if self.outer is None:
                    raise NotSupported(ASKED, "values that are made somewhere", repr(now)[:80], "check the model")
                self.values[now] = self.outer.value(now)
                continue
            missing = [each for each in step.inputs if each and each not in self.values]
            if missing:
                waiting += missing
            else:
                made = zip(step.outputs, self._ran(step), strict=True)
                self.values |= {each: value for each, value in made if each}
        return self.values[name]

    def known(self, name: str) -> str:
        """The digest of a value that was computed; empty where there is none."""
        try:
            return self.point.known(self.values[name]).digest
        except NotSupported:
            return ""

    def _ran(self, step: Step) -> Sequence[Value]:
        if isinstance(step, Same):
            return [self.values[step.inputs[0]]]
        if isinstance(step, ReadRegion):
            return self._computed(step)
        if step.why_not:
            raise NotSupported(
                f"{ASKED}, node {step.title!r}", "a function of what it reads", step.why_not, "leave it out of both"
            )
        read = tuple(self.point.known(self.values[name]).digest if name else "" for name in step.inputs)
        bodies = tuple((words, self._of_body(body)) for words, body in step.bodies)
        whole = ("node", step.digest, read, bodies)
        return [Digested(_hashed(*whole, number)) for number in range(len(step.outputs))]

    def _of_body(self, body: Wiring) -> tuple[Any, ...]:
        run = WiredRun(body, self.point, self.depth + 1, self)
        return len(body.inputs), tuple(self.point.known(value).digest for value in run.outputs())

    def _computed(self, region: ReadRegion) -> list[Value]:
        network, given = region.network, dict[str, Tuples]()
        for node, name in zip(network.inputs, region.inputs, strict=True):
            value, shape = self.values[name], network.shapes[node.name]
            if isinstance(value, Digested):
                given[node.name] = self.point.unknown(value, network, shape)
            elif value.element != network.dtype or value.tuples.numbers.shape[1:] != shape:
                got = f"{value.element} of shape {value.tuples.numbers.shape[1:]}"
                raise NotSupported(f"{ASKED}, {name!r}", f"{network.dtype} of shape {shape}", got, "declare its type")
            else:
                given[node.name] = value.tuples
        found = interpret(network, self.point.algebra, lambda node, value: given.get(node.name))
        return [Made(network.dtype, value) for value in found]


def stored(wiring: Wiring) -> Wiring:
    """The same, with the numbers of operators as element types store them."""

    def of(step: Step) -> Step:
        if isinstance(step, ReadRegion):
            return replace(step, network=with_stored_numbers(step.network))
        if isinstance(step, Opaque):
            return replace(step, bodies=tuple((words, stored(body)) for words, body in step.bodies))
        return step

    return replace(wiring, steps=tuple(map(of, wiring.steps)))
