"""How many numbers a network holds at once while it runs, node after node in its order."""

from __future__ import annotations

from math import prod
from typing import NamedTuple

from symstride.network.graph import Network
from symstride.network.operators.records import Input


class Peak(NamedTuple):
    """The most numbers that are held at once, for one sample, and the first node at which it is so many."""

    numbers: int
    node: str


def peak(network: Network) -> Peak:
    """The peak of the values of a network, its weights left out.

    Inputs are there from the beginning.  Each node writes its value beside those that it reads; a value goes once its
    last reader has run, and outputs stay to the end.  So nothing is computed in place, and nothing twice.
    """
    numbers = {name: prod(shape) for name, shape in network.shapes.items()}
    last = {name: name for name in numbers} | {name: node.name for node in network.nodes for name in node.inputs}
    held = sum(numbers[node.name] for node in network.inputs)
    most = Peak(held, network.nodes[0].name)
    for node in network.nodes:
        if not isinstance(node.operator, Input):
            held += numbers[node.name]
            if held > most.numbers:
                most = Peak(held, node.name)
        gone = {name for name in (*node.inputs, node.name) if last[name] == node.name and name not in network.outputs}
        held -= sum(numbers[name] for name in gone)
    return most
