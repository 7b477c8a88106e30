"""Certificates about networks: proved, replayed, compared with statements built from ``about`` alone."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
import zoo
from networks import random_network

from symstride.errors import CertificateRejected, SymstrideError
from symstride.network import operators as op
from symstride.network.graph import Builder, Network
from symstride.network.proof import prove_network, replay_network
from symstride.proof.replay import canonical
from symstride.spec.layer import Conv


def sample() -> Network:
    """A strided Conv, the same one again, a dilated one with groups, and both pools; no weights at all."""
    build = Builder("sample")
    x = build.input("x", (4, 17, 18))
    y = build.add(Conv(4, 4, (3, 3), 2, 1), x, name="stem")
    z = build.add(Conv(4, 4, (3, 3), 2, 1), build.add(op.Pointwise("relu"), x, name="relu"), name="twin")
    y = build.add(op.Add(), y, z, name="sum")
    y = build.add(Conv(4, 6, (2, 3), 1, 2, (2, 1), groups=2), y, name="dilated")
    y = build.add(op.MaxPool((3, 2), (2, 1), ((1, 0), (0, 1)), (1, 2), True), y, name="best")
    return build.network(build.add(op.AveragePool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), y, name="mean"))


def test_every_strided_layer_is_proved_and_equal_ones_once() -> None:
    network = sample()
    proof = prove_network(network)
    assert [(group.nodes, group.kind) for group in proof.groups] == [
        (("stem", "twin"), "layer"),
        (("dilated",), "layer"),
        (("best",), "maximum"),
        (("mean",), "layer"),
    ]
    assert {"stem: layer", "stem: unit stride", "dilated: layer", "best: pooling", "mean: layer"} <= set(proof.claims)
    assert all(not theorem.hyps for theorem in proof.claims.values())
    result = replay_network(proof.certificate(), network)
    assert list(result.claims) == list(proof.claims)
    assert result.steps > 100


def test_what_is_said_about_a_maximum() -> None:
    build = Builder()
    pool = op.MaxPool((3,), (2,), ((1, 0),), (1,))
    network = build.network(build.add(pool, build.input("x", (2, 9)), name="y"))
    x = "(v2, v3 -> x[v2, v3])"
    assert {name: str(theorem.concl) for name, theorem in prove_network(network).claims.items()} == {
        "y: pooling": f"phases((v0, v1 -> pool({x}, 3, 2, 1, 0, v0, v1)), 1, 0, c, m) = sum(v0 in [0, 2)) "
        f"sum(v1 in [0, 2)) window(3, 2, 1, 0, 1, 0, v0, v1)*phases({x}, 2, v0, c, (m + v1))",
        "y: axis 1, tau 0, rho 0, u 0": "sum(v0 in [0, 3)) [v0 = 0]*f[v0] = f[0]",
        "y: axis 1, tau 0, rho 0, u 1": "sum(v0 in [0, 3)) [v0 = 2]*f[v0] = f[2]",
        "y: axis 1, tau 0, rho 1, u 0": "sum(v0 in [0, 3)) [v0 = 1]*f[v0] = f[1]",
        "y: axis 1, tau 0, rho 1, u 1": "sum(v0 in [0, 3)) [v0 = 3]*f[v0] = 0",
    }


def test_random_networks(rng: random.Random) -> None:
    for _ in range(2):
        network = random_network(rng, 3).without_weights()
        proof = prove_network(network)
        assert sorted(n for group in proof.groups for n in group.nodes) == sorted(n.name for n in network.strided)
        replay_network(proof.certificate(), network)


def rejected(text: str, network: Network | None = None) -> None:
    with pytest.raises(SymstrideError):
        replay_network(text, network)


def edited(change: Callable[[dict[str, Any]], object]) -> str:
    data = json.loads(prove_network(sample()).certificate())
    change(data)
    return canonical(data) + "\n"


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "another stride": lambda d: d["about"]["groups"][0]["request"]["layer"].update(stride=[3, 3]),
    "another size": lambda d: d["about"]["groups"][0]["request"].update(input=[16, 18]),
    "another kind": lambda d: d["about"]["groups"][2].update(kind="layer"),
    "a claim dropped": lambda d: d["claims"].pop(),
    "a group dropped": lambda d: d["about"]["groups"].pop(),
    "a group twice": lambda d: d["about"]["groups"].append(d["about"]["groups"][0]),
    "another scope": lambda d: d["about"].update(scope="network"),
    "no nodes": lambda d: d["about"]["groups"][0].update(nodes=[]),
    "no groups": lambda d: d["about"].update(groups="all"),
    "a claim renamed": lambda d: d["claims"][0].__setitem__(0, "twin: layer"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_certificate_is_rejected(name: str) -> None:
    rejected(edited(EDITS[name]))


def test_an_unedited_certificate_is_not() -> None:
    replay_network(edited(lambda data: None), sample())


def test_a_certificate_of_another_network_is_rejected() -> None:
    text = prove_network(sample()).certificate()
    build = Builder("sample")
    x = build.input("x", (4, 17, 18))
    other = build.network(build.add(Conv(4, 4, (3, 3), 2, 1), x, name="stem"))
    with pytest.raises(CertificateRejected, match="layers"):
        replay_network(text, other)


def test_weights_are_not_looked_at(rng: random.Random) -> None:
    network = random_network(rng, 3)
    assert prove_network(network).certificate() == prove_network(network.without_weights()).certificate()


def check_zoo(name: str) -> None:
    network = zoo_network(name)
    proof = prove_network(network)
    assert sum(len(group.nodes) for group in proof.groups) == zoo.STRIDED[name]
    replay_network(proof.certificate(), network)


def zoo_network(name: str) -> Network:
    from symstride.adapters.onnx import from_onnx

    return from_onnx(zoo.path(name)).without_weights()


@pytest.mark.parametrize("name", ["resnet50"])
def test_a_real_network(name: str, need: Callable[[str], str]) -> None:
    need("onnx")
    check_zoo(name)


@pytest.mark.full
@pytest.mark.parametrize("name", zoo.NAMES)
def test_all_nine_real_networks(name: str, need: Callable[[str], str]) -> None:
    need("onnx")
    check_zoo(name)
