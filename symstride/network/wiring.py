"""A model as steps that read and make values: regions that are read as networks, and nodes of which nothing is known.

Every node that no reader knows is a function of what it reads, whatever function that is: its operator, version,
attributes, bodies and constants say which.  An operator that draws random numbers is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from symstride.network.graph import Network


@dataclass(frozen=True)
class Opaque:
    """A node of which nothing is known but that it is a function, where ``why_not`` is empty.

    ``digest`` covers what it is, but for names and for its ``bodies``, each by the words for its place.  Inputs that
    are left out have the name ''.
    """

    title: str
    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    digest: str
    bodies: tuple[tuple[str, Wiring], ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class ReadRegion:
    """Nodes that are read: the network's inputs are the values ``inputs``, in order, and its outputs ``outputs``."""

    title: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    network: Network
    unsaid: bool = False
    """Whether the batch is open."""


@dataclass(frozen=True)
class Same:
    """A node that hands its input on."""

    title: str
    inputs: tuple[str]
    outputs: tuple[str]


Step: TypeAlias = Opaque | ReadRegion | Same


@dataclass(frozen=True)
class Wiring:
    """A model, or a body of one of its nodes: its inputs by name with their element types, and its steps.

    ``shapes`` are those of the inputs as they are declared, batch first, as far as there are any.  ``constants`` are
    digests of element type, shape and numbers.  A body may read values of the graph around it.
    """

    name: str
    inputs: Mapping[str, str]
    shapes: Mapping[str, tuple[int | None, ...]]
    outputs: tuple[str, ...]
    constants: Mapping[str, str]
    steps: tuple[Step, ...] = field(repr=False)
    defaults: tuple[str, ...] = ()
    """Inputs with a number each, which is meant always."""

    @property
    def all_steps(self) -> Iterator[Step]:
        """Its steps and those of all bodies."""
        for step in self.steps:
            yield step
            for _, body in step.bodies if isinstance(step, Opaque) else ():
                yield from body.all_steps

    @property
    def regions(self) -> list[ReadRegion]:
        return [step for step in self.all_steps if isinstance(step, ReadRegion)]

    @property
    def operators(self) -> Mapping[str, int]:
        """How many nodes there are of each operator of which nothing is known, the most frequent first."""
        return dict(Counter(step.operator for step in self.all_steps if isinstance(step, Opaque)).most_common())
