"""A model of which only some layers are read, each as a network of its own; everything else is kept as it is.

Putting equals for equals: where a layer and what is put in its place are the same function of the same values, and all
else is the same, the models are the same function.  So nothing has to be known of the rest (``rest``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from symstride.network.digest import canonical_digest, encoded
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.open_sizes import has_open_sizes
from symstride.network.operators.records import Input
from symstride.network.plain_names import plain_name
from symstride.network.rest import Rest

_FORMAT = "symstride model 1"


@dataclass(frozen=True, slots=True)
class ModelPart:
    """A layer of a model as a network, or a region: what it reads are the network's inputs, what it gives the outputs.

    ``name`` is that of its value, behind those of the bodies that it stands in: ``if_1/then_branch/conv``.
    ``place`` says to the reader that made it where in the model it stands.  The names of its nodes stand behind the
    ``prefix``, but for that of a layer's value; a region has none.
    """

    name: str
    network: Network
    place: Any = field(default=None, compare=False)
    prefix: str = ""


@dataclass(frozen=True)
class Model:
    """A model whose strided layers are read, one by one; made by ``read(path, keep=True)``.

    In the ``scope`` "network" the parts are regions: what hangs together of nodes that are known.  ``rest`` is what
    is kept.  ``source`` is the model as it was read, sizes included that a caller gave; ``folder`` holds its external
    data, and its file where large numbers were left in that.  What ``unstride`` made has an ``origin``, and parts
    without strides.  ``doubt`` says why a model that was exported from a module was not compared with that module, if
    it was not.
    """

    name: str
    parts: tuple[ModelPart, ...]
    rest: Rest
    source: Any = field(repr=False, compare=False)
    folder: Path | None = None
    files: tuple[Path, ...] = field(default=(), compare=False)
    defaults: tuple[str, ...] = ()
    origin: Model | None = field(default=None, compare=False, repr=False)
    scope: str = "layer"
    doubt: str = field(default="", compare=False)

    @cached_property
    def joint(self) -> Network:
        """All parts side by side, as one network without weights, each with inputs of its own."""
        made = joint_network(self.name, self.parts, self.defaults).without_weights()
        return replace(made, unchecked=self.unchecked)

    @property
    def unchecked(self) -> str:
        """Why parts, or all of it, were not compared with what they were read from, if they were not."""
        return self.doubt or next((part.network.unchecked for part in self.parts if part.network.unchecked), "")

    @property
    def open_parts(self) -> tuple[str, ...]:
        """The names of the layers of which sizes are open: they are rewritten for all sizes at once."""
        return tuple(part.name for part in self.parts if has_open_sizes(part.network))

    @cached_property
    def digest(self) -> str:
        """64 hexadecimal digits for the rest and all parts, weights included."""
        parts = tuple((part.name, canonical_digest(part.network)) for part in self.parts)
        return sha256(encoded((_FORMAT, self.rest.digest, parts))).hexdigest()

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        said = [f"sizes stay open: {', '.join(self.open_parts)}"] if self.open_parts else []
        return lines("\n".join([repr(self), *said, *self.rest.lines]))

    def __repr__(self) -> str:
        what = "strided layers" if self.scope == "layer" else "regions"
        return f"<Model {self.name}: {what} read: {len(self.parts)}, nodes kept: {len(self.rest.nodes)}>"


def joint_network(name: str, parts: Sequence[ModelPart], defaults: Sequence[str] = ()) -> Network:
    """Networks side by side as one.  The value that a layer gives has the name of the part.

    The element type is that of the first: the networks may have different ones, of which no claim speaks.
    """
    names = Names(part.name for part in parts if part.prefix)
    outputs: list[str] = []
    nodes: list[Node] = []
    weights: dict[str, Any] = {}
    for part in parts:
        called = dict.fromkeys(part.network.outputs, part.name) if part.prefix else {}
        for node in part.network.nodes:
            if node.name not in called:
                read = isinstance(node.operator, Input)
                called[node.name] = names.free(f"{part.name}/reads/{node.name}" if read else part.prefix + node.name)
            keys = tuple(f"{part.name}/{key}" for key in node.parameters)
            inputs = tuple(called[each] for each in node.inputs)
            nodes.append(Node(called[node.name], node.operator, inputs, keys))
        outputs += [called[name] for name in part.network.outputs]
        weights |= {f"{part.name}/{key}": array for key, array in part.network.weights.items()}
    dtype = parts[0].network.dtype if parts else "float32"
    unchecked = next((part.network.unchecked for part in parts if part.network.unchecked), "")
    made = Network(tuple(nodes), tuple(outputs), weights, plain_name(name), dtype)
    return replace(made, defaults=tuple(defaults), unchecked=unchecked)
