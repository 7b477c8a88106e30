"""Proved networks that the tests of rendering print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from itertools import cycle

import render_examples

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.subject import NetworkSubject
from symstride.render.document import Document
from symstride.render.network_paper import NetworkPaper
from symstride.theorem import Theorem, prove

HOSTILE = (
    r"a_b%c$d#e&f{g}h^i~j\k", "<script>alert('x')</script>", "中文/layer.0", "\u202egnp", "tab\tand\nline",
    "a`b`$c$*d*@e@",
    "--,,''``?`!`", "x" * 120, "]]>&lt;!--", "\\end{document}", "\ud800", "ρ→∞", "",
)  # fmt: skip
"""Names that a model may have."""


def chain(size: int = 33) -> Network:
    """Odd sizes, so that masks are needed: strided layers, a dilated one, a pool, and a tail."""
    build = Builder("a chain")
    x = build.input("image", (3, size, size))
    x = build.add(op.Pointwise("relu"), build.add(Conv(3, 4, (3, 3), 2, 1), x, name="conv1"), name="relu1")
    x = build.add(Conv(4, 5, (3, 3), 1, 2, 2), x, name="conv2")
    x = build.add(op.MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), x, name="pool")
    x = build.add(op.GlobalPool("average"), build.add(op.BatchNorm(), x, name="norm"), name="all")
    return build.network(build.add(op.Gemm(7), build.add(op.Reshape((5,)), x, name="flat"), name="last"))


def residual(blocks: int = 2) -> Network:
    """Residual blocks of one shape, then one with a stride and a projection."""
    build = Builder("residual")
    x = build.add(Conv(3, 4, (3, 3), 1, 1), build.input("image", (3, 21, 21)), name="stem")
    for n in range(blocks):
        y = build.add(op.Pointwise("relu"), build.add(Conv(4, 4, (3, 3), 1, 1), x, name=f"b{n}.c"), name=f"b{n}.r")
        x = build.add(op.Add(), x, build.add(Conv(4, 4, (3, 3), 1, 1), y, name=f"b{n}.d"), name=f"b{n}.sum")
    y = build.add(Conv(4, 8, (3, 3), 2, 1), x, name="down.c")
    return build.network(build.add(op.Add(), build.add(Conv(4, 8, (1, 1), 2), x, name="down.p"), y, name="down.sum"))


def hourglass() -> Network:
    """Down and up again, the way down laid beside the way up; one axis."""
    build = Builder("hourglass")
    x = build.input("sound", (2, 24))
    first = build.add(Conv(2, 4, 3, 1, 1, ndim=1), x, name="in")
    low = build.add(Conv(4, 6, 4, 2, 1, ndim=1), first, name="down")
    up = build.add(ConvTranspose(6, 4, 2, 2, ndim=1), low, name="up")
    return build.network(build.add(op.Concat(), first, up, name="beside"), low)


NETWORKS: Mapping[str, Callable[[], tuple[Network, str]]] = {
    "chain": lambda: (chain(), "network"),
    "chain, layer by layer": lambda: (chain(), "layer"),
    "residual": lambda: (residual(), "network"),
    "many blocks": lambda: (residual(12), "network"),
    "hourglass": lambda: (hourglass(), "network"),
    "hourglass, layer by layer": lambda: (hourglass(), "layer"),
}


@cache
def theorem(name: str) -> Theorem:
    """The theorem about the network of that name; "hostile" is the chain under other names."""
    network, scope = (renamed(chain()), "network") if name == "hostile" else NETWORKS[name]()
    return prove(network, scope=scope)


def subject(name: str) -> NetworkSubject:
    """What it is about."""
    found = theorem(name).subject
    assert isinstance(found, NetworkSubject)
    return found


def network_of(name: str) -> Network:
    """The network, without weights."""
    return subject(name).known_network


def paper(name: str) -> NetworkPaper:
    """The paper about it."""
    found = theorem(name).paper
    assert isinstance(found, NetworkPaper)
    return found


def document(name: str) -> Document:
    """The document about the network of that name, or else about the layer or theorem that ``render_examples`` has."""
    return theorem(name).document if name in (*NETWORKS, "hostile") else render_examples.document(name)


def renamed(network: Network) -> Network:
    """The network with hostile labels on its nodes and a hostile title, as a model's file may have them."""
    labels = dict(zip((node.name for node in network.nodes), cycle(HOSTILE)))
    nodes = tuple(replace(node, label=labels[node.name]) for node in network.nodes)
    return replace(network, name="".join(HOSTILE), nodes=nodes)
