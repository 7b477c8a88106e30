"""Models may call their nodes anything; a certificate speaks of them in printable ASCII."""

from __future__ import annotations

import pytest

from symstride import Builder, prove, replay
from symstride.layers.layer import Conv
from symstride.network.graph import Network
from symstride.network.operators import records as op
from symstride.network.plain_names import plain_name, plainly_named

STRANGE = ["größe", "r\x00", "ein\u202egang", "\ud800", "名前", "a\\b", "plain"]


def strange() -> Network:
    build = Builder("Grüße\n")
    value = build.input("ein\u202egang", (2, 32))
    for number, name in enumerate(STRANGE):
        layer = Conv(2, 2, (3,), 2 if number % 2 else 1, 1)
        value = build.add(layer, value, name=name if name != "ein\u202egang" else "ein\u202egang ")
    return build.network(build.add(op.Pointwise("relu"), value, name="gr\\xf6\\xdfe"))


def test_names_are_plain_and_stay_apart() -> None:
    network = strange()
    plain = plainly_named(network)
    names = [node.name for node in plain.nodes]
    assert all(name.isascii() and name.isprintable() for name in (*names, plain.name))
    assert len(set(names)) == len(names)
    assert plainly_named(plain) is plain
    assert [node.title for node in plain.nodes] == [node.title for node in network.nodes]
    assert [node.operator for node in plain.nodes] == [node.operator for node in network.nodes]
    assert plain.shapes[plain.outputs[0]] == network.shapes[network.outputs[0]]


@pytest.mark.parametrize("name", STRANGE)
def test_a_plain_name_is_its_own(name: str) -> None:
    assert plain_name(plain_name(name)) == plain_name(name)
    assert (plain_name(name) == name) == (name in ("a\\b", "plain"))


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_networks_with_strange_names_are_proved(scope: str) -> None:
    network = strange()
    text = prove(network, scope=scope).certificate()
    replay(text)
    replay(text, network)
