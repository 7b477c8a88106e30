"""What of a model is kept as it is: nodes that no theorem touches, each with the digest of all that it is.

A node that is kept is the same function of the same values before and after, whatever function that is: its operator,
attributes, subgraphs, domain and constants are the same to the bit, its inputs are the same values under the same
names, and it stands at the same position among all nodes that are kept.  The last counts for operators that draw random
numbers or have a state.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from symstride.errors import SpecError

FIELDS: Final = ("digest", "nodes", "left", "declared", "parts")
"""What a certificate says about the rest of a model."""

SHOWN: Final = 8
"""Kinds of operators that a line has room for."""

_ASKED = "a network's certificate, kept"
_AGAIN = "prove the model again"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A node that is kept: its name, its operator with its domain, and a digest of everything in it."""

    name: str
    operator: str
    digest: str


@dataclass(frozen=True, slots=True)
class Left:
    """A node with a stride or a dilation that is kept all the same, and why; a certificate does not say why."""

    name: str
    operator: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Rest:
    """Everything of a model but the layers that are rewritten.

    ``digest`` covers all of it: nodes, constants, inputs, outputs, what the model says of itself.  ``nodes`` are those
    of the main graph in their order; what bodies hold is in the digest of the node with the body.  ``left`` are the
    strided nodes among all that is kept, in bodies too.  ``declared`` are the rewritten layers whose sizes nothing but
    the model's own declaration gives, where shape inference cannot.  ``parts`` are the names of all layers, or regions,
    that are rewritten.
    """

    digest: str
    nodes: tuple[Kept, ...]
    left: tuple[Left, ...] = ()
    declared: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def operators(self) -> Mapping[str, int]:
        """How many there are of each operator, the most frequent first."""
        return dict(Counter(node.operator for node in self.nodes).most_common())

    @property
    def lines(self) -> tuple[str, ...]:
        """In words: how many nodes are kept, of which operators, and which strided ones are left."""
        kinds = [f"{operator} {count:,}" for operator, count in self.operators.items()]
        more = [f"{len(kinds) - SHOWN:,} more operators"] if len(kinds) > SHOWN else []
        said = f" ({', '.join([*kinds[:SHOWN], *more])})" if kinds else ""
        found = [f"kept as it is: {len(self.nodes):,} node{'' if len(self.nodes) == 1 else 's'}{said}"]
        found += [f"left with its stride: {each.name} ({each.operator})" for each in self.left]
        return tuple(found)

    @property
    def provisos(self) -> tuple[str, ...]:
        """What the theorem takes for granted, beyond what it says of a network that is known in full."""
        found = ["where rewritten layers read numbers, neither infinite nor NaN"]
        if self.declared:
            count = f"{len(self.declared):,} layer{'' if len(self.declared) == 1 else 's'}"
            found.append(f"the sizes of {count} are those that the model declares")
        if self.left:
            found.append(f"{len(self.left):,} strided node{'' if len(self.left) == 1 else 's'} left as they are")
        return tuple(found)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        nodes = [[node.name, node.operator, node.digest] for node in self.nodes]
        left = [[each.name, each.operator] for each in self.left]
        return dict(zip(FIELDS, (self.digest, nodes, left, list(self.declared), list(self.parts)), strict=True))

    @classmethod
    def from_plain(cls, data: Any) -> Rest:
        """What ``to_plain`` described; ``SpecError`` for anything else."""
        if not isinstance(data, Mapping) or set(data) != set(FIELDS):
            raise SpecError(_ASKED, ", ".join(FIELDS), repr(data)[:80], _AGAIN)
        nodes, left = data["nodes"], data["left"]
        lists = [data[word] for word in ("declared", "parts")]
        names = [[[name] for name in each] if type(each) is list else None for each in lists]
        for table, width in ((nodes, 3), (left, 2), *((each, 1) for each in names)):
            texts = type(table) is list and all(type(row) is list and len(row) == width for row in table)
            if not texts or not all(type(text) is str for row in table for text in row):
                raise SpecError(_ASKED, "lists of names, operators and digests", repr(table)[:80], _AGAIN)
        digests = [data["digest"], *(row[2] for row in nodes)]
        wrong = [text for text in digests if type(text) is not str or not _DIGEST.fullmatch(text)]
        if wrong:
            raise SpecError(_ASKED, "digests of 64 hexadecimal digits", repr(wrong[0])[:80], _AGAIN)
        kept = tuple(Kept(*row) for row in nodes)
        return cls(data["digest"], kept, tuple(Left(*row) for row in left), *map(tuple, lists))
