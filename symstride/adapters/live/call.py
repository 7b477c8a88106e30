"""One call of a live model, of a PyTorch module or a Keras layer: its names, its messages, the nodes it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported, SpecError
from symstride.network.graph import Builder, Node
from symstride.network.operators.records import Operator, Shape
from symstride.network.operators.shapes import parameters

Arrays: TypeAlias = Mapping[str, NDArray[Any]]
"""Parameters of a node by role."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that depends on the input: the node of that name."""

    name: str


@dataclass(frozen=True)
class LiveCall:
    """A call that becomes the node ``name``, with helpers ``name/suffix`` around it.

    ``door`` is the function that the user called, ``kind`` what is called in the model, ``owner`` where the model keeps
    its weights: two calls with one owner share them.
    """

    door: str
    build: Builder = field(repr=False)
    name: str
    kind: str
    owner: str = ""

    @property
    def asked(self) -> str:
        """What messages call it."""
        return f"{self.door}, node {self.owner or self.name!r} ({self.kind})"

    @property
    def dtype(self) -> np.dtype[Any]:
        """The element type of the network."""
        return np.dtype(self.build.dtype)

    def shape(self, value: Value) -> Shape:
        """The shape of a value, without the batch."""
        return self.build.shapes[value.name]

    def emit(self, operator: Operator, *inputs: Value, arrays: Arrays | None = None, suffix: str = "") -> Value:
        """A node with ``arrays`` as its parameters by role; without a suffix it has the call's own name."""
        wanted = f"{self.name}/{suffix}" if suffix else self.name
        name = self.build.names.free(wanted)
        label = "/".join(filter(None, (self.owner, suffix))) if self.owner else wanted
        roles = parameters(operator, [self.shape(value) for value in inputs])
        given = {role: (arrays or {})[role] for role in roles}
        keys = [self.build.parameter(name, role, array, self.label_of(array) or f"{label}.{role}")
                for role, array in given.items()]  # fmt: skip
        sources = tuple(value.name for value in inputs)
        self.build.append(Node(name, operator, sources, tuple(keys), label if self.owner and label != name else ""))
        return Value(name)

    def label_of(self, array: NDArray[Any]) -> str:
        """What the model itself calls the array, if anything."""
        return ""

    def unsupported(self, expected: str, got: str, hint: str) -> NotSupported:
        """A refusal of this call."""
        return NotSupported(self.asked, expected, got, hint)

    def wrong(self, expected: str, got: str, hint: str = "correct the model") -> SpecError:
        """An error about this call."""
        return SpecError(self.asked, expected, got, hint)
