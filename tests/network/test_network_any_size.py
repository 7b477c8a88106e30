"""A network on its grid, for all sizes that the grid's step divides, in one proof."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from scope_networks import random_network
from soundness import check_true

from symstride import prove, replay, unstride
from symstride.errors import CertificateRejected, NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.claims import subject_of
from symstride.network.graph import Builder, Network, Node
from symstride.network.grid.plan import plan
from symstride.network.operators import records as op
from symstride.network.proof import prove_network


def branched(size: int) -> Network:
    """Two strides, a pool, a sum of two branches, and a transposed layer back: 8 places make a cell."""
    build = Builder("branched")
    x = build.input("x", (2, size, 2 * size))
    y = build.add(Conv(2, 4, (3, 3), 2, 1), x, name="stem")
    y = build.add(op.MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), y, name="pool")
    left = build.add(Conv(4, 6, (3, 3), 2, 1, groups=2, bias=False), y, name="left")
    right = build.add(Conv(4, 6, (1, 1), 2), y, name="right")
    y = build.add(op.Pointwise("relu"), build.add(op.Add(), left, right), name="relu")
    return build.network(build.add(ConvTranspose(6, 3, (4, 4), 2, 1), y, name="up"))


def test_one_proof_for_all_sizes(rng: Random) -> None:
    """The certificate does not depend on the size that it was made at, and every claim is true for any n."""
    small, large = (prove_network(branched(size), "network", any_size=True) for size in (8, 64))
    assert json.loads(small.certificate)["about"] == json.loads(large.certificate)["about"]
    replay(small.certificate, branched(64))
    sizes = [t for name, t in small.claims.items() if "outputs" in name]
    assert len(sizes) == 2 * len(subject_of(branched(8), "network").groups)
    assert all(("n1", -1) in t.concl.free or ("n2", -1) in t.concl.free for t in sizes)
    for theorem in small.claims.values():
        assert check_true(theorem.hyps, theorem.concl, rng, want=4, tries=200) >= 1 or theorem.concl.size > 300


@pytest.mark.parametrize("size", [7, 12])
def test_sizes_that_are_not_whole_are_refused(size: int) -> None:
    with pytest.raises(NotSupported, match="equally many cells, all of them whole"):
        prove_network(branched(size), "network", any_size=True)


def test_layers_that_lose_a_cell_are_refused() -> None:
    build = Builder("valid")
    network = build.network(build.add(Conv(1, 1, (3,), 2, 0), build.input("x", (1, 8))))
    prove_network(network, "network")
    with pytest.raises(NotSupported, match="8 places by 2, to 3 by 1"):
        prove_network(network, "network", any_size=True)


def _edited(change: Callable[[Any], None]) -> str:
    data = json.loads(prove_network(branched(16), "network", any_size=True).certificate)
    change(data["about"])
    return json.dumps(data, sort_keys=True, separators=(",", ":"))


def _say_given(about: Any) -> None:
    about["sizes"] = "given"


def _name_a_number(about: Any) -> None:
    about["groups"][0]["request"]["input"] = [16, 32]


def _other_multiple(about: Any) -> None:
    about["groups"][0]["request"]["input"] = [{"expr": "4*n1"}, {"expr": "8*n2"}]


def _not_whole(about: Any) -> None:
    about["groups"][0]["request"]["reasons"] = ["clean", "clean"]


def _drop_a_layer(about: Any) -> None:
    del about["groups"][1]


@pytest.mark.parametrize("change", [_say_given, _name_a_number, _other_multiple, _not_whole, _drop_a_layer])
def test_edited_certificates_are_rejected(change: Callable[[Any], None]) -> None:
    with pytest.raises(SymstrideError) as refusal:
        replay(_edited(change), branched(16))
    assert all(refusal.value.args[:4])


def test_the_proof_for_all_sizes_is_not_one_for_another_network() -> None:
    build = Builder("branched")
    other = build.network(build.add(Conv(2, 4, (3, 3), 2, 1), build.input("x", (2, 8, 16)), name="stem"))
    with pytest.raises(CertificateRejected):
        replay(prove_network(branched(16), "network", any_size=True).certificate, other)


def test_the_public_face_says_for_which_sizes() -> None:
    theorem = prove(branched(16), scope="network", any_size=True)
    assert "for all sizes that its step divides" in theorem.summary()
    assert r"2 \times 8 n_1 \times 8 n_2" in theorem.latex()
    replay(theorem.certificate())
    flat = unstride(branched(16), scope="network")
    assert prove(flat, any_size=True).certificate() == theorem.certificate()


@pytest.mark.parametrize("subject", [branched(16), Conv(1, 1, (3,), 2)], ids=["layer scope", "one layer"])
def test_any_size_is_refused_elsewhere(subject: Any) -> None:
    with pytest.raises(SymstrideError) as refusal:
        prove(subject, any_size=True)
    assert "any_size=True" in refusal.value.args[0]


# ------------------------------------------------------------------------------------------------ one size only


def behind_a_layer(*operators: op.Operator, size: int = 8) -> Network:
    """A strided layer, and then each operator fed with the one before; all without weights."""
    build = Builder("behind")
    x = build.add(Conv(2, 4, (2, 2), 2), build.input("x", (2, size, size)), name="layer")
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"y{number}")
    return build.network(x)


ONE_SIZE: dict[str, tuple[op.Operator, ...]] = {
    "select": (op.Select(),),
    "quotients by place": (op.Quotient(True),),
    "flatten and a matrix": (op.Reshape((64,)), op.Gemm(3)),
    "a fixed shape": (op.Reshape((16, 4)),),
    "a fixed slice": (op.Take(1, (0, 1)),),
    "a transposition": (op.Transpose((0, 2, 1)),),
    "a mask": (op.Mask((2, 2), (7, 8), "channel_major"),),
    "circular padding": (op.Wrap(((1, 1), (1, 1))),),
    "counts of windows": (op.Divide(((1, 2, 2, 1), (1, 1, 1, 1))),),
    "a crop": (op.Pad(((0, -2), (0, 0))), Conv(4, 1, (1, 1))),
    "a pool of the whole map": (op.AveragePool((4, 4), (1, 1), ((0, 0),) * 2, (1, 1)),),
    "finer cells": (op.SpaceToDepth((2, 2), "phase_major"),),
    "larger cells behind softmax": (op.Softmax(1), Conv(4, 1, (2, 2), 2)),
    "a layer of one size": (Conv(4, 1, (3, 3), padding=1, input_size=(4, 4)),),
    "windows that miss a small map": (op.AveragePool((2, 2), (1, 1), ((2, 2),) * 2, (4, 4)),),
}


@pytest.mark.parametrize("name", ONE_SIZE)
def test_networks_of_one_size_are_refused_by_name(name: str) -> None:
    network = behind_a_layer(*ONE_SIZE[name])
    prove_network(network, "network")
    with pytest.raises(NotSupported) as refusal:
        prove_network(network, "network", any_size=True)
    assert all(refusal.value.args[:4])
    assert any(f"node {name!r}" in refusal.value.asked for name in ("y0", "y1"))


def test_repeated_numbers_of_a_global_pool_are_of_one_size() -> None:
    """A squeeze-and-excitation block: what is repeated has the size that the map has."""
    build = Builder("gate")
    x = build.add(Conv(2, 4, (2,), 2), build.input("x", (2, 8)))
    gate = build.add(op.Wrap(((0, 3),)), build.add(op.GlobalPool("average"), x), name="repeat")
    network = build.network(build.add(op.Multiply(), x, gate, name="gated"))
    with pytest.raises(NotSupported, match="node 'gated'"):
        prove_network(network, "network", any_size=True)


ANY_SIZE: dict[str, tuple[op.Operator, ...]] = {
    "nothing": (),
    "a classifier": (op.GlobalPool("average"), op.Reshape((4,)), op.Gemm(3), op.Softmax(0)),
    "softmax of places": (op.Softmax(1),),
    "quotients by channel": (op.Quotient(),),
    "phases as channels": (Conv(4, 4, (4, 4), 2, 1), ConvTranspose(4, 4, (2, 2), 2),
                           op.SpaceToDepth((2, 2), "phase_major")),
    "channels as phases": (op.DepthToSpace((2, 2), "phase_major"), Conv(1, 1, (2, 2), 2)),
    "all sorts": (op.Affine(), op.BatchNorm(), op.PRelu(), op.Pointwise("gelu"), op.Pixelwise("softmax"),
                  op.ChannelPermutation((1, 0, 2, 3)), op.Channels(0, 2), op.ChannelGather((1, 1)),
                  op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1), True),
                  op.AveragePool((3, 3), (1, 1), ((1, 1),) * 2, (1, 1))),
}  # fmt: skip


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", ANY_SIZE)
def test_accepted_networks_exist_at_other_sizes_and_have_the_same_groups(name: str) -> None:
    proof = prove_network(behind_a_layer(*ANY_SIZE[name]), "network", any_size=True)
    for size in (4, 12, 16, 40):
        assert (
            prove_network(behind_a_layer(*ANY_SIZE[name], size=size), "network", any_size=True).subject.about
            == proof.subject.about
        )
        replay(proof.certificate, behind_a_layer(*ANY_SIZE[name], size=size))


def at_other_size(network: Network, cells: int) -> Network:
    """The same nodes on inputs of that many cells of the grid."""
    build, steps = Builder(network.name, network.dtype), plan(network)
    for node in network.nodes:
        if isinstance(node.operator, op.Input):
            build.input(node.name, (node.operator.shape[0], *(a * cells for a in steps.grids[node.name].phases)))
        else:
            build.append(Node(node.name, node.operator, node.inputs, node.parameters))
    return build.network(*network.outputs)


def test_random_networks_that_are_accepted_exist_at_all_sizes() -> None:
    accepted = 0
    for number in range(300):
        rng = Random(f"any size {number}")
        drawn = random_network(rng, rng.randint(1, 3), rng.choice([1, 2])).without_weights()
        try:
            network = at_other_size(drawn, 4)
            about = subject_of(network, "network", any_size=True).about
        except SymstrideError:  # at four cells there is no such network, or it is of one size
            continue
        accepted += 1
        for cells in (1, 2, 3, 7):
            other = at_other_size(network, cells)
            assert subject_of(other, "network", any_size=True).about == about, number
    assert accepted > 20
