"""The nodes that stand in the place of one node, while they are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from symstride.algebra.bank import Bank
from symstride.algebra.transposed import TransposedBank
from symstride.network.finite import refuse_unsure
from symstride.network.graph import Network, Node, checked_shape
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Pairs, Shape


@dataclass(frozen=True, slots=True)
class ExpandedWeight:
    """The parameter ``bank.weight(w)``, not allocated yet.  ``source`` is the key of ``w``; None: all weights are 1.

    With ``role="bias"`` it is ``bank.bias(b)``, and ``source`` is the key of ``b``.
    """

    bank: Bank | TransposedBank
    source: str | None
    role: Literal["weight", "bias"] = "weight"


@dataclass
class Fragment:
    """Nodes named ``name/suffix`` that end in a node called ``name``, so that everything behind stays as it is.

    ``names`` are those of the whole rewriting: nothing that is made has the name of a node or the key of a parameter
    that is there already.  ``unsure`` is the title of the node that may make infinity or NaN of what the node reads,
    empty without one: structural zeros are refused then.
    """

    network: Network
    node: Node
    names: Names
    unsure: str = ""
    nodes: list[Node] = field(default_factory=list)
    weights: dict[str, ExpandedWeight] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shapes.update({name: self.network.shapes[name] for name in self.node.inputs})

    @property
    def source(self) -> str:
        """The value that the node reads."""
        return self.node.inputs[0]

    def add(self, operator: Operator, *inputs: str, suffix: str, parameters: Sequence[str] = ()) -> str:
        """One more node; answers with its name."""
        name = self.names.free(f"{self.node.name}/{suffix}")
        node = Node(name, operator, inputs, tuple(parameters), self.node.title + name.removeprefix(self.node.name))
        self.shapes[name] = checked_shape(node, self.shapes, {})
        self.nodes.append(node)
        return name

    def expanded(self, bank: Bank | TransposedBank, source: str | None, role: Literal["weight", "bias"]) -> str:
        """A parameter that is copied from ``source``; answers with its key.  Refuses zeros for what may be infinite."""
        if self.unsure and role == "weight" and _has_zeros(bank):
            refuse_unsure("unstride", self.node, self.unsure)
        key = self.names.free(f"{self.node.name}/{role}")
        self.weights[key] = ExpandedWeight(bank, source, role)
        return key

    def finish(self) -> Fragment:
        """The last node takes the name of the one that is replaced."""
        last = self.nodes[-1]
        self.nodes[-1] = Node(self.node.name, last.operator, last.inputs, last.parameters, self.node.label)
        return self


def _has_zeros(bank: Bank | TransposedBank) -> bool:
    """Whether along some axis there are more entries than taps, for each output phase."""
    kept = bank.forward.kept_by_axis if isinstance(bank, TransposedBank) else bank.kept_by_axis
    rows = zip(bank.axes, kept, strict=True)
    return any(int(axis.axis.kernel) != len(phases) * int(axis.size) for axis, phases in rows)


def in_front(fragment: Fragment, amounts: Pairs, fill: op.Fill, source: str = "") -> str:
    source = source or fragment.source
    return fragment.add(op.Pad(amounts, fill), source, suffix="pad") if any(map(any, amounts)) else source
