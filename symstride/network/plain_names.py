"""Names as a certificate can hold them: printable ASCII, which every reader of JSON takes for the same text."""

from __future__ import annotations

from dataclasses import replace

from symstride.network.graph import Network, Node
from symstride.network.names import Names


def plain_name(name: str) -> str:
    """The name itself, or with escapes as in Python where it has other characters: ``Größe`` is ``Gr\\xf6\\xdfe``."""
    if name.isascii() and name.isprintable():
        return name
    return name.encode("unicode_escape", "backslashreplace").decode("ascii")


def plainly_named(network: Network) -> Network:
    """The network with plain names, its own and those of its nodes; what the model called a node stays its label.

    The same object where all names are plain.  Names that would become equal are numbered.
    """
    names: dict[str, str] = {}
    free = Names(node.name for node in network.nodes if plain_name(node.name) == node.name).free
    for node in network.nodes:
        found = plain_name(node.name)
        names[node.name] = found if found == node.name else free(found)
    if all(old == new for old, new in names.items()) and plain_name(network.name) == network.name:
        return network
    nodes = tuple(_renamed(node, names) for node in network.nodes)
    outputs = tuple(names[name] for name in network.outputs)
    return replace(network, nodes=nodes, outputs=outputs, name=plain_name(network.name))


def _renamed(node: Node, names: dict[str, str]) -> Node:
    inputs = tuple(names[name] for name in node.inputs)
    label = node.label or (node.name if names[node.name] != node.name else "")
    return replace(node, name=names[node.name], inputs=inputs, label=label)
