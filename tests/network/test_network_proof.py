"""Certificates about networks: proved, replayed, compared with statements built from ``about`` alone."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
import zoo
from networks import random_network
from sympy import Symbol

from symstride.errors import CertificateRejected, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.claims import subject_of
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.proof import prove_network
from symstride.network.subject import Group
from symstride.proof.kernel.replay import canonical
from symstride.proof.statements.request import request_of
from symstride.proof.theorems.layer_proof import prove_layer
from symstride.replaying import replay


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
    assert [group.nodes for group in groups_of(network)] == [("stem", "twin"), ("dilated",), ("best",), ("mean",)]
    assert {"stem: layer", "stem: unit stride", "dilated: layer", "best: layer", "mean: layer"} <= set(proof.claims)
    assumed = {name: sorted(map(str, theorem.hyps)) for name, theorem in proof.claims.items() if theorem.hyps}
    assert assumed == {"dilated: layer": ["(tau1 + 1) <= 2", "0 <= tau1"]}  # its outputs have two phases
    result = replay(proof.certificate, network)
    assert [claim.name for claim in result.claims] == list(proof.claims)
    assert result.steps > 100


def groups_of(network: Network) -> tuple[Group, ...]:
    return subject_of(network, "layer").groups


def test_what_is_said_about_a_maximum() -> None:
    """Over (max, +) these sums are maxima, the weights are 1, and 0 is minus infinity."""
    build = Builder()
    pool = op.MaxPool((3,), (2,), ((1, 0),), (1,))
    network = build.network(build.add(pool, build.input("x", (2, 9)), name="y"))
    (group,) = groups_of(network)
    assert group.request.layer == Conv(2, 2, (3,), 2, ((1, -1),), groups=2, bias=False)
    said = {name: str(theorem.concl) for name, theorem in prove_network(network).claims.items()}
    assert list(said) == [f"y: {name}" for name in ("layer", *ENTRIES)]
    assert "window" not in said["y: layer"]
    assert said["y: axis 1, outputs"].endswith(" = 4")


ENTRIES = ("unit stride", "axis 1, outputs", "axis 1, cells of outputs")


def upsampling() -> Network:
    """A transposed layer, its twin with a bias, which is left out, one with groups, and one of unit stride."""
    build = Builder("upsampling")
    x = build.input("x", (4, 5))
    y = build.add(ConvTranspose(4, 4, (3,), 2, 1, 1, 1, bias=False), x, name="up")
    z = build.add(ConvTranspose(4, 4, (3,), 2, ((1, 0),)), x, name="twin")
    y = build.add(ConvTranspose(4, 6, (3,), 3, 0, 2, groups=2), build.add(op.Add(), y, z), name="grouped")
    return build.network(build.add(ConvTranspose(6, 2, (3,)), y, name="plain"))


def test_what_is_said_about_a_dilated_layer() -> None:
    """Two phases of outputs and of the padded map; what joins the one with the other is 0."""
    build = Builder()
    network = build.network(build.add(Conv(2, 3, (2,), 1, 1, 2), build.input("x", (2, 9)), name="y"))
    proof = prove_network(network)
    (group,) = groups_of(network)
    assert (group.request.phases, group.request.origin) == ((2,), "padded")
    entries = {name: str(prove_layer(group.request).claims[name].concl) for name, _ in group.request.statements()}
    assert {name: text.split(" = ")[-1] for name, text in entries.items() if "tau" in name} == {
        "axis 1, tau 0, rho 0, u 0": "f[0]",
        "axis 1, tau 0, rho 0, u 1": "f[1]",
        "axis 1, tau 0, rho 1, u 0": "0",
        "axis 1, tau 0, rho 1, u 1": "0",
        "axis 1, tau 1, rho 0, u 0": "0",
        "axis 1, tau 1, rho 0, u 1": "0",
        "axis 1, tau 1, rho 1, u 0": "f[0]",
        "axis 1, tau 1, rho 1, u 1": "f[1]",
    }
    assert not any("tau" in name for name in proof.claims)  # the closed form says it for all entries at once
    replay(proof.certificate, network)


def test_what_is_said_about_a_transposed_layer() -> None:
    proof = prove_network(upsampling())
    assert [(group.nodes, group.request.transposed) for group in groups_of(upsampling())] == [
        (("up", "twin"), True),
        (("grouped",), True),
    ]
    said = {name: str(theorem.concl) for name, theorem in proof.claims.items()}
    assert said["up: layer"].startswith("phases((v0, v1 -> transposed((v2, v3, v4 -> w[v2, v3, v4]), ")
    assert said["up: layer"].endswith(", v0, (m + -1*v2))")
    assert sorted(map(str, proof.claims["up: layer"].hyps)) == ["(rho + 1) <= 2*1", "0 <= rho"]
    assert {name: text for name, text in said.items() if name.startswith("up: axis") and "outputs" in name} == {
        "up: axis 1, outputs": "((((2*(5 + -1) + 1*2) + 1) + -1*1) + -1*0) = 10",
        "up: axis 1, cells of outputs": "((((((5 + 0) + 1) + -1*1) + -1) div 1) + 1) = 5",
    }
    assert "w[(2*G + v" in said["grouped: layer"]
    replay(proof.certificate, upsampling())


def test_a_circular_layer_is_proved_on_the_map_that_its_padding_makes() -> None:
    build = Builder()
    conv = Conv(2, 3, (3,), 2, ((1, 2),), padding_mode="circular")
    network = build.network(build.add(conv, build.input("x", (2, 9)), name="y"))
    proof = prove_network(network)
    (group,) = groups_of(network)
    assert group.request.layer == Conv(2, 3, (3,), 2)
    assert group.request.input_size == (12,)
    replay(proof.certificate, network)


def test_random_networks(rng: random.Random) -> None:
    for _ in range(2):
        network = random_network(rng, 3).without_weights()
        proof = prove_network(network)
        assert sorted(n for group in groups_of(network) for n in group.nodes) == sorted(n.name for n in network.strided)
        replay(proof.certificate, network)


def rejected(text: str, network: Network | None = None) -> None:
    with pytest.raises(SymstrideError):
        replay(text, network)


def edited(change: Callable[[dict[str, Any]], object], network: Network | None = None) -> str:
    data = json.loads(prove_network(network or sample()).certificate)
    change(data)
    return canonical(data) + "\n"


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "another stride": lambda d: d["about"]["groups"][0]["request"]["layer"].update(stride=[3, 3]),
    "another size": lambda d: d["about"]["groups"][0]["request"].update(input=[16, 18]),
    "a kind": lambda d: d["about"]["groups"][2].update(kind="layer"),
    "a claim dropped": lambda d: d["claims"].pop(),
    "a group dropped": lambda d: d["about"]["groups"].pop(),
    "a group twice": lambda d: d["about"]["groups"].append(d["about"]["groups"][0]),
    "another scope": lambda d: d["about"].update(scope="network"),
    "no nodes": lambda d: d["about"]["groups"][0].update(nodes=[]),
    "no groups": lambda d: d["about"].update(groups="all"),
    "a claim renamed": lambda d: d["claims"][0].__setitem__(0, "twin: layer"),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", EDITS)
def test_an_edited_certificate_is_rejected(name: str) -> None:
    rejected(edited(EDITS[name]))


def of_first(part: str, **values: Any) -> Callable[[dict[str, Any]], object]:
    """A change of the first group's request, or of its layer."""

    def change(data: dict[str, Any]) -> object:
        request = data["about"]["groups"][0]["request"]
        return (request if part == "request" else request["layer"]).update(values)

    return change


TRANSPOSED_EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "another stride": of_first("layer", stride=[3]),
    "another padding": of_first("layer", padding=[[0, 1]]),
    "another dilation": of_first("layer", dilation=[2]),
    "other groups": of_first("layer", groups=2),
    "more channels": of_first("layer", out_channels=8),
    "a bias": of_first("layer", bias=True),
    "circular padding": of_first("layer", padding_mode="circular"),
    "a word for the padding": of_first("layer", padding="same"),
    "a symbol": of_first("layer", kernel=[{"expr": "k"}]),
    "two phases": of_first("request", phases=[2]),
    "the padded origin": of_first("request", origin="padded"),
    "another size": of_first("request", input=[12]),
    "a size that no input gives": of_first("request", input=[11]),
    "no size": of_first("request", input=None),
    "a forward layer": of_first("request", transposed=False),
    "a number for transposed": of_first("request", transposed=1),
    "ghosts that hold anything": of_first("request", reasons=["masked"]),
    "gaps": of_first("request", reasons=["gaps"]),
    "an unproved claim": lambda d: d["claims"].pop(0),
    "another conclusion": lambda d: d["claims"][0].__setitem__(1, d["claims"][1][1]),
    "claims exchanged": lambda d: d["claims"].__setitem__(slice(0, 2), d["claims"][1::-1]),
}


@pytest.mark.parametrize("name", TRANSPOSED_EDITS)
def test_an_edited_certificate_about_a_transposed_layer_is_rejected(name: str) -> None:
    rejected(edited(TRANSPOSED_EDITS[name], upsampling()))


def test_an_adjoint_is_stated_in_phases_of_the_image_and_sizes_in_numbers() -> None:
    request = groups_of(upsampling())[0].request
    assert next(name for name, _ in request.steps()) == "layer"
    layer, size = request.layer, request.input_size
    with pytest.raises(SpecError, match="phases of the image, and zero padding"):
        request_of(layer, 1, "padded", "channel_major", size, transposed=True)
    with pytest.raises(SpecError, match="sizes in numbers"):
        request_of(layer, 1, "image", "channel_major", Symbol("N"), transposed=True)


def test_the_letter_of_a_group_is_no_ghost() -> None:
    """Grouped transposed layers on the grid: on one axis as on two, G counts groups and g is what stands on ghosts."""
    for d in (1, 2):
        build = Builder()
        up = ConvTranspose(4, 4, (3,) * d, (2,) * d, groups=2, bias=False)
        network = build.network(build.add(up, build.input("x", (4, *(8,) * d)), name="up"))
        proof = prove_network(network, "network")
        assert "2*G" in str(proof.claims["up: layer"].concl)
        replay(proof.certificate, network)


def test_a_certificate_about_another_transposed_layer_is_rejected() -> None:
    """A sound certificate, but of a network whose layer has one output more."""
    build = Builder("upsampling")
    x = build.input("x", (4, 5))
    other = build.network(build.add(ConvTranspose(4, 4, (3,), 2, ((1, -1),)), x, name="up"))
    text = prove_network(other).certificate
    replay(text, other)
    build = Builder("upsampling")
    x = build.input("x", (4, 5))
    network = build.network(build.add(ConvTranspose(4, 4, (3,), 2, ((1, 0),)), x, name="up"))
    rejected(text, network)


def test_an_unedited_certificate_is_not() -> None:
    replay(edited(lambda data: None, upsampling()), upsampling())
    replay(edited(lambda data: None), sample())


def test_a_certificate_of_another_network_is_rejected() -> None:
    text = prove_network(sample()).certificate
    build = Builder("sample")
    x = build.input("x", (4, 17, 18))
    other = build.network(build.add(Conv(4, 4, (3, 3), 2, 1), x, name="stem"))
    with pytest.raises(CertificateRejected, match="layers"):
        replay(text, other)


def test_weights_are_not_looked_at(rng: random.Random) -> None:
    network = random_network(rng, 3)
    assert prove_network(network).certificate == prove_network(network.without_weights()).certificate


def check_zoo(name: str) -> None:
    network = zoo_network(name)
    proof = prove_network(network)
    assert sum(len(group.nodes) for group in groups_of(network)) == zoo.STRIDED[name]
    replay(proof.certificate, network)


def zoo_network(name: str) -> Network:
    from symstride.adapters.onnx.door import from_onnx

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


def test_digests_of_the_two_networks_are_carried_along() -> None:
    network, digests = sample(), ("0" * 64, "f" * 64)
    plain = replay(prove_network(network).certificate, network)
    carried = replay(prove_network(network, "layer", False, *digests).certificate)
    rejected(prove_network(network, "layer", False, *digests).certificate, network)
    assert (plain.about["source"], plain.about["rewritten"]) == (None, None)
    assert (carried.about["source"], carried.about["rewritten"]) == digests
    assert plain.subject != carried.subject
    for wrong in ("0" * 63, "F" * 64, 0, "", ["0" * 64]):
        rejected(edited(lambda data, wrong=wrong: data["about"].update(source=wrong)))  # type: ignore[misc]
