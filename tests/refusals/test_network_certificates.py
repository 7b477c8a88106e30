"""A network's certificate that speaks of other layers, of fewer, of one twice, with other reasons, or of nothing real.

The steps stay genuine; it is the independently built statement that differs, or that cannot be built.  What leaves
layers out, and proves the rest, is found when the network itself is given.
"""

import json
from functools import cache
from random import Random
from typing import Any

import pytest
from forging import Data, text_of
from soundness import check, refused

from symstride.errors import CertificateRejected
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.proof import prove_network
from symstride.proof.certificate import certificate_text
from symstride.replaying import replay


def network(stride: int = 2) -> Network:
    """On the grid: ghosts that a mask covers, ghosts that nobody reads, whole cells; and a layer that comes twice."""
    build = Builder("victim")
    x = build.input("x", (3, 13))
    x = build.add(Conv(3, 4, (3,), stride=stride, padding=1), x, name="first")
    x = build.add(op.MaxPool((2,), (2,), ((0, 0),), (1,)), build.add(op.Affine(), x, name="scaled"), name="pool")
    x = build.add(Conv(4, 4, (3,), padding=1), x, name="second")
    x = build.add(Conv(4, 4, (3,), padding=1), build.add(op.Affine(), x, name="again"), name="third")
    return build.network(build.add(Conv(4, 2, (3,), stride=2, padding=1), x, name="last"))


SCOPES = ("layer", "network")


@cache
def genuine_text(scope: str) -> str:
    return prove_network(network(), scope).certificate


def with_about(scope: str, *path_and_value: Any) -> str:
    """The genuine certificate with one place of ``about`` changed."""
    *path, last, value = path_and_value
    data: Data = json.loads(genuine_text(scope))
    place = data["about"]
    for key in path:
        place = place[key]
    place[last] = value
    return text_of(data)


def rejected(text: str, given: Network | None = None) -> None:
    with refused("replay(certificate)", CertificateRejected):
        replay(text, given)


@pytest.mark.parametrize("scope", SCOPES)
def test_the_genuine_certificate_is_accepted(scope: str) -> None:
    report = replay(genuine_text(scope), network())
    check(len(report.claims) > 10, report)
    check("'victim'" in report.subject, report)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize(
    "change",
    [("network", None), ("groups", 0, "nodes", []), ("groups", []), ("scope", "all"), ("groups", 5),
     ("groups", 0, "request", 5)],
    ids=repr,
)  # fmt: skip
def test_a_subject_that_is_none_is_refused(scope: str, change: tuple[Any, ...]) -> None:
    with refused("replay(certificate)", CertificateRejected):
        replay(with_about(scope, *change))


# ------------------------------------------------------------------------------------------------ reasons and axes


def reasons() -> list[list[str]]:
    return [group["request"]["reasons"] for group in json.loads(genuine_text("network"))["about"]["groups"]]


def test_the_victim_has_masks_and_whole_cells() -> None:
    check({"masked", "unread"} <= {word for row in reasons() for word in row}, reasons())


@pytest.mark.sampled(3)
@pytest.mark.parametrize("group", range(4))
@pytest.mark.parametrize("reason", ["whole", "unread", "gaps", "clean", "masked", "fill", "", None, 1])
def test_another_reason_is_refused(group: int, reason: Any) -> None:
    if reasons()[group] != [reason]:
        rejected(with_about("network", "groups", group, "request", "reasons", [reason]))


@pytest.mark.parametrize("value", [[], ["masked", "masked"], "masked", None, [["masked"]]], ids=repr)
def test_reasons_that_are_none(value: Any) -> None:
    rejected(with_about("network", "groups", 0, "request", "reasons", value))


AXES = [[], [1, 1], [1, 2], [2], [0], [-1], [9], [10**9], [True], [1.0], ["1"], [None], "1", None, {}]


@pytest.mark.parametrize("axes", AXES, ids=repr)
def test_other_axes_are_refused(axes: Any) -> None:
    rejected(with_about("network", "axes", axes))


# ------------------------------------------------------------------------------------------------ nodes and groups


@pytest.mark.parametrize("scope", SCOPES)
def test_a_group_left_out_of_the_subject(scope: str) -> None:
    groups = json.loads(genuine_text(scope))["about"]["groups"]
    for position in range(len(groups)):
        rejected(with_about(scope, "groups", groups[:position] + groups[position + 1 :]))
    rejected(with_about(scope, "groups", []))
    rejected(with_about(scope, "groups", groups[::-1]))


@pytest.mark.parametrize("scope", SCOPES)
def test_a_group_left_out_altogether(scope: str) -> None:
    """Its claims too: what is left is true, and replays; but it is not about the whole network."""
    proof = prove_network(network(), scope)
    about = proof.subject.about
    (*kept, dropped) = about["groups"]
    claims = {name: claim for name, claim in proof.claims.items() if not name.startswith(f"{dropped['nodes'][0]}: ")}
    check(len(claims) < len(proof.claims))
    text = certificate_text(claims, {**about, "groups": kept})
    check(len(replay(text).claims) == len(claims))
    rejected(text, network())


@pytest.mark.parametrize("scope", SCOPES)
def test_a_node_named_twice(scope: str) -> None:
    groups = json.loads(genuine_text(scope))["about"]["groups"]
    names = [group["nodes"] for group in groups]
    rejected(with_about(scope, "groups", 0, "nodes", [*names[0], names[0][0]]))
    rejected(with_about(scope, "groups", 0, "nodes", [*names[0], *names[1]]))
    rejected(with_about(scope, "groups", [*groups, groups[0]]))


@pytest.mark.parametrize("scope", SCOPES)
def test_other_nodes_are_found_when_the_network_is_given(scope: str) -> None:
    """A name says nothing to the kernel: only the network knows which layer has it."""
    (first, *_) = json.loads(genuine_text(scope))["about"]["groups"]
    for nodes in ([*first["nodes"], "invented"], first["nodes"][:1] if len(first["nodes"]) > 1 else ["other"]):
        with refused("replay(certificate)", CertificateRejected):
            replay(with_about(scope, "groups", 0, "nodes", nodes), network())
    renamed = replay(with_about(scope, "network", "another label"), network())  # names are labels, and are said as such
    assert "original" in renamed.compared[0]


@pytest.mark.parametrize("scope", SCOPES)
def test_claims_of_another_layer(scope: str) -> None:
    """All is genuine, and about a network whose first layer has another stride."""
    other: Data = json.loads(prove_network(network(stride=3), scope).certificate)
    mine: Data = json.loads(genuine_text(scope))
    rejected(text_of({**other, "about": mine["about"]}))
    rejected(text_of({**mine, "about": other["about"]}))
    rejected(text_of(other), network())
    replay(text_of(other), network(stride=3))


def test_one_scope_for_the_other() -> None:
    both = {scope: json.loads(genuine_text(scope)) for scope in SCOPES}
    rejected(text_of({**both["layer"], "about": both["network"]["about"]}))
    rejected(text_of({**both["network"], "about": both["layer"]["about"]}))
    for scope in SCOPES:
        for value in (SCOPES[scope == "layer"], "", None, 1, ["layer"], {"layer": 1}):
            rejected(with_about(scope, "scope", value))


# ------------------------------------------------------------------------------------------------ numbers and types


NUMBERS: dict[str, tuple[Any, ...]] = {
    "stride": ("layer", "stride", [3]), "kernel": ("layer", "kernel", [5]), "groups": ("layer", "groups", 2),
    "padding": ("layer", "padding", [[0, 1]]), "channels": ("layer", "in_channels", 4), "size": ("input", [14]),
    "phases": ("phases", [3]), "origin": ("origin", "padded"), "no size": ("input", None),
    "a symbol": ("layer", "kernel", [{"expr": "k"}]), "two axes": ("layer", "ndim", 2), "true": ("phases", [True]),
}  # fmt: skip
ENORMOUS: dict[str, tuple[Any, ...]] = {
    "stride": ("layer", "stride", [10**6]), "kernel": ("layer", "kernel", [10**6]), "phases": ("phases", [10**6]),
    "some phases": ("phases", [1000]), "size": ("input", [2**53 - 1]), "past all bounds": ("input", [10**400]),
    "dilation": ("layer", "dilation", [10**30]), "channels": ("layer", "in_channels", 10**300),
    "padding": ("layer", "padding", [[2**53 - 1, 0]]), "axes": ("layer", "ndim", 10**9),
}  # fmt: skip


@pytest.mark.sampled(3)
@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("change", NUMBERS.values(), ids=NUMBERS)
def test_other_numbers_are_refused(scope: str, change: tuple[Any, ...]) -> None:
    rejected(with_about(scope, "groups", 0, "request", *change))


@pytest.mark.timeout(90)
@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("change", ENORMOUS.values(), ids=ENORMOUS)
def test_enormous_numbers_are_refused_soon(scope: str, change: tuple[Any, ...]) -> None:
    rejected(with_about(scope, "groups", 0, "request", *change))


MALFORMED = [None, 5, "all", {}, [None], [5], [[]], [{}], [{"nodes": ["a"]}], [{"nodes": "a", "request": {}}]]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("scope", SCOPES)
def test_malformed_subjects_are_refused(scope: str) -> None:
    for value in MALFORMED:
        rejected(with_about(scope, "groups", value))
    for value in (None, 5, ["victim"], {}):
        rejected(with_about(scope, "network", value))
    for value in (None, 5, "first", [], [None], [["first"]], [{}]):
        rejected(with_about(scope, "groups", 0, "nodes", value))
    rejected(with_about(scope, "more", 1))


@pytest.mark.parametrize("scope", SCOPES)
def test_random_changes_are_refused(scope: str, rng: Random) -> None:
    """Or they say nothing else, as other names of nodes do; but nothing else is raised."""
    from test_hostile_about import _change

    accepted = 0
    for _ in range(20):
        data = json.loads(genuine_text(scope))
        _change(data["about"], rng)
        try:
            replay(text_of(data))
            accepted += 1
        except CertificateRejected:
            continue
    check(accepted < 10, accepted)
