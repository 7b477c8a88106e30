"""A network: named nodes in topological order, with their shapes, and weights where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symstride.errors import SpecError
from symstride.network.bits import same_numbers
from symstride.network.names import Names
from symstride.network.operators.records import Input, Operator, Shape
from symstride.network.operators.shapes import output_shape, parameters
from symstride.network.stored import Stored

if TYPE_CHECKING:
    from numpy.typing import NDArray
else:  # what hints say at run time; NumPy is loaded where there are arrays
    NDArray = Sequence

SHOWN_NODES = 60
"""A notebook shows this many nodes at most and says how many it leaves out."""

SHOWN_OPERATOR = 200
"""Characters of an operator that it shows."""


def shortened(text: str) -> str:
    """The text, or what a notebook shows of it."""
    return text if len(text) <= SHOWN_OPERATOR else text[: SHOWN_OPERATOR - 1] + "…"


@dataclass(frozen=True, slots=True)
class Node:
    """One node.  ``inputs`` are names of nodes, ``parameters`` keys of arrays in the order of their roles.

    ``label`` is what a model called the node itself, where that differs from the name of its value.
    """

    name: str
    operator: Operator
    inputs: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    label: str = ""

    @property
    def title(self) -> str:
        """What messages call the node."""
        return self.label or self.name


@dataclass(frozen=True)
class Network:
    """Nodes in topological order; made by ``Builder``, by an adapter, or by ``unstride``.

    ``weights`` are the arrays by key, and may lack any: shapes, rewriting and proofs need none.  What ``Builder`` or an
    adapter makes has keys ``node.role``, after the first node that uses the array; nodes that share it share the key.
    ``labels`` tells what a model called an array, where that is something else: for messages, and for the names in a
    file that is written.  ``dtype`` is the element type of the inputs, ``batch`` the batch size that a model was
    written for (None: any).  ``files`` are the model and its data that it was read from; none of them is ever written.
    ``defaults`` are the names of inputs of a model that have a number each: those numbers are meant, always.
    ``unchecked`` says why the network was not compared with the model that it was read from, if it was not.
    ``stored`` tells of a parameter that a file holds in whole numbers how it does so.
    What ``unstride`` made knows its ``origin``, the network that it was made from, and the ``scope``.
    """

    nodes: tuple[Node, ...]
    outputs: tuple[str, ...]
    weights: Mapping[str, NDArray[Any]] = field(default_factory=dict, compare=False)
    name: str = "network"
    dtype: str = "float32"
    batch: int | None = None
    files: tuple[Path, ...] = field(default=(), compare=False)
    origin: Network | None = field(default=None, compare=False)
    scope: str = field(default="", compare=False)
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)
    defaults: tuple[str, ...] = field(default=(), compare=False)
    unchecked: str = field(default="", compare=False)
    stored: Mapping[str, Stored] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        _ = self.shapes  # infers, and refuses what does not fit
        missing = [name for name in self.outputs if not isinstance(name, str) or name not in self.shapes]
        if missing or not self.outputs:
            got = ", ".join(str(name)[:80] for name in missing) or "none"
            raise SpecError("Network(outputs=...)", "names of nodes", got, "name the nodes whose values it gives")

    @cached_property
    def shapes(self) -> dict[str, Shape]:
        """The shape of each node's value, without the batch."""
        shapes: dict[str, Shape] = {}
        for node in self.nodes:
            shapes[node.name] = checked_shape(node, shapes, self.weights)
        return shapes

    @property
    def inputs(self) -> tuple[Node, ...]:
        """The nodes whose values come from outside."""
        return tuple(node for node in self.nodes if isinstance(node.operator, Input))

    def node(self, name: str) -> Node:
        """The node of that name."""
        if name not in self._by_name:
            raise SpecError("Network.node(name)", "the name of a node", repr(name)[:80], "look at Network.nodes")
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Node]:
        return {node.name: node for node in self.nodes}

    def input_shapes(self, node: Node) -> tuple[Shape, ...]:
        """The shapes that a node is fed with."""
        return tuple(self.shapes[name] for name in node.inputs)

    def parameter_shapes(self) -> dict[str, Shape]:
        """The shape of every parameter of every node, by name, whether or not there are weights."""
        found: dict[str, Shape] = {}
        for node in self.nodes:
            shapes = parameters(node.operator, self.input_shapes(node)).values()
            found.update(zip(node.parameters, shapes, strict=True))
        return found

    def label(self, key: str) -> str:
        """What messages call a parameter."""
        return self.labels.get(key, key)

    def free_names(self) -> Names:
        """What a rewriting takes its names from, for nodes and for parameters: none that the network has itself."""
        return Names((*self.shapes, *(key for node in self.nodes for key in node.parameters)))

    @property
    def strided(self) -> tuple[Node, ...]:
        """The nodes with a stride or a dilation above 1."""
        return tuple(node for node in self.nodes if is_strided(node.operator))

    def with_weights(self, weights: Mapping[str, NDArray[Any]]) -> Network:
        """The same network with these weights."""
        return replace(self, weights=dict(weights))

    def without_weights(self) -> Network:
        """The same network with nothing but shapes, for proofs and predictions."""
        return replace(self, weights={})

    def _repr_html_(self) -> str:
        """The nodes in their order with the shapes of what they make; those with a stride or a dilation are bold."""
        from markupsafe import Markup

        from symstride.markup import table

        bold = Markup("<b>{}</b>")
        rows = (
            (
                bold.format(node.title) if is_strided(node.operator) else node.title,
                shortened(str(node.operator)),
                ", ".join(node.inputs),
                " × ".join(map(str, self.shapes[node.name])),
            )
            for node in self.nodes[:SHOWN_NODES]
        )
        rest = len(self.nodes) - SHOWN_NODES
        left_out = Markup("<p>and {} more nodes</p>").format(rest) if rest > 0 else ""
        return table(("node", "operator", "reads", "shape"), rows, repr(self).strip("<>")) + left_out

    def __repr__(self) -> str:
        return f"<Network {self.name}: {len(self.nodes)} nodes, {len(self.strided)} strided or dilated>"


def is_strided(operator: Operator) -> bool:
    """Whether the operator has a stride or a dilation above 1."""
    steps = (*getattr(operator, "stride", ()), *getattr(operator, "dilation", ()))
    return any(n != 1 for n in steps)


def checked_shape(node: Node, shapes: Mapping[str, Shape], weights: Mapping[str, NDArray[Any]]) -> Shape:
    """The shape of the node's value, once its name, inputs and parameters are found to be right."""
    asked = f"node {node.title!r} ({type(node.operator).__name__})"
    if node.name in shapes:
        raise SpecError(asked, "a name of its own", f"{node.name!r} twice", "rename one of the two")
    unknown = [name for name in node.inputs if name not in shapes]
    if unknown:
        hint = "nodes stand in topological order; a cycle has none"
        raise SpecError(asked, "inputs that stand before it", f"no {unknown[0]!r} so far", hint)
    inputs = [shapes[name] for name in node.inputs]
    try:
        shape = output_shape(node.operator, inputs)
    except SpecError as why:
        raise SpecError(f"{asked}: {why.asked}", why.expected, why.got, why.hint) from None
    _check_parameters(asked, node, parameters(node.operator, inputs), weights)
    return shape


def _check_parameters(
    asked: str, node: Node, expected: Mapping[str, Shape], weights: Mapping[str, NDArray[Any]]
) -> None:
    if len(node.parameters) != len(expected):
        raise SpecError(asked, f"parameters: {', '.join(expected) or 'none'}", f"{len(node.parameters)}", "name each")
    for name, (role, shape) in zip(node.parameters, expected.items(), strict=True):
        if name in weights and weights[name].shape != shape:
            raise SpecError(f"{asked}, {role} {name!r}", f"shape {shape}", f"{weights[name].shape}", "reshape it")
        if role == "variance" and name in weights:
            _check_variance(f"{asked}, {role} {name!r}", node.operator, weights[name])


def _check_variance(asked: str, operator: Operator, variance: NDArray[Any]) -> None:
    """Refuse a normalisation by the root of what has none or is 0, in the precision in which epsilon is added.

    That is single precision, or double for doubles: half precision may round both to 0, and is computed in single.
    """
    import numpy as np

    epsilon, kept = getattr(operator, "epsilon", 0.0), variance
    if variance.dtype.kind in "fV":  # "V" is how NumPy calls bfloat16
        kind: Any = np.float64 if variance.dtype.itemsize > 4 else np.float32
        epsilon, kept = kind(epsilon), variance.astype(kind, copy=False)
    with np.errstate(all="ignore"):  # an epsilon above all numbers of the type is infinite
        roots = kept + epsilon > 0
    if not roots.all():
        got = f"{variance[~roots][0]} + {epsilon}"
        raise SpecError(asked, "variance + epsilon above 0, which has a root", got, "correct the statistics")


class Builder:
    """Networks by hand.

        build = Builder("tiny")
        x = build.input("x", (3, 32, 32))
        y = build.add(Conv(3, 8, (3, 3), stride=2, padding=1), x, name="conv", weight=w, bias=b)
        y = build.add(Pointwise("relu"), y)
        network = build.network(y)

    Arrays are optional.  Each ``add`` checks shapes at once and answers with the new node's name.
    """

    def __init__(self, name: str = "network", dtype: str = "float32", batch: int | None = None) -> None:
        self.name, self.dtype, self.batch = name, dtype, batch
        self.nodes: list[Node] = []
        self.shapes: dict[str, Shape] = {}
        self.weights: dict[str, NDArray[Any]] = {}
        self.labels: dict[str, str] = {}
        self.stored: dict[str, Stored] = {}
        self.names, self._keys = Names(), Names()
        self._labelled: dict[str, list[str]] = {}

    def input(self, name: str, shape: Iterable[int]) -> str:
        """A value from outside, ``shape`` without the batch."""
        return self.append(Node(name, Input(tuple(shape))))

    def add(self, operator: Operator, *inputs: str, name: str = "", **arrays: NDArray[Any]) -> str:
        """A node; ``arrays`` are its parameters by role (``weight=``, ``bias=``, ``scale=``, ...)."""
        name = name or self.names.numbered(type(operator).__name__.lower())
        known = [self.shapes[given] for given in inputs if given in self.shapes]
        roles = list(parameters(operator, known)) if len(known) == len(inputs) else []
        unknown = sorted(set(arrays) - set(roles))
        if unknown:
            expected = f"parameters among: {', '.join(roles) or 'none'}"
            raise SpecError(f"Builder.add, node {name!r}", expected, ", ".join(unknown), "check operator and inputs")
        keys = {role: self._keys.free(f"{name}.{role}") for role in roles}
        self.weights.update({keys[role]: array for role, array in arrays.items()})
        return self.append(Node(name, operator, inputs, tuple(keys.values())))

    def parameter(self, node: str, role: str, array: NDArray[Any], label: str = "") -> str:
        """The key of an array that ``node`` is about to use; ``label`` is what the model calls it.

        An array of the same label and the same bits is the same array: it is stored once, under the key that it has.
        """
        known = self._labelled.setdefault(label, []) if label else []
        for key in known:
            if same_numbers(self.weights[key], array):
                return key
        key = self._keys.free(f"{node}.{role}")
        self.weights[key] = array
        known.append(key)
        if label not in ("", key):
            self.labels[key] = label
        return key

    def append(self, node: Node) -> str:
        """A node that is made already; its parameters may have any keys."""
        self.shapes[node.name] = checked_shape(node, self.shapes, self.weights)
        self.nodes.append(node)
        self.names.add(node.name)
        self._keys.add(*node.parameters)
        return node.name

    def network(self, *outputs: str, files: Iterable[Path] = (), defaults: Iterable[str] = ()) -> Network:
        """The network that gives ``outputs``, read from ``files``."""
        about = (self.name, self.dtype, self.batch, tuple(files))
        made = Network(tuple(self.nodes), outputs, self.weights, *about, labels=self.labels, defaults=tuple(defaults))
        return replace(made, stored=self.stored)


def has_weights(network: Network) -> bool:
    """Whether every parameter has its array."""
    return all(name in network.weights for node in network.nodes for name in node.parameters)
