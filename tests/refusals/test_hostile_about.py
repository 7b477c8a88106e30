"""A layer certificate whose ``about`` names another layer, an enormous one, or none: refused, and soon.

The steps stay genuine; it is the independently built statement that differs, or that cannot be built.
"""

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from forging import Data, text_of
from soundness import check, refused

from symstride.errors import CertificateRejected
from symstride.layers.layer import Conv
from symstride.proof.statements.request import request_of
from symstride.proof.theorems.layer_proof import prove_layer
from symstride.replaying import replay


@cache
def genuine_text() -> str:
    layer = Conv(2, 4, (3, 3), stride=(2, 2), padding=1, activation="relu")
    return prove_layer(request_of(layer, 1, "image", "channel_major", (8, 8))).certificate


def with_about(*path_and_value: Any) -> str:
    """The genuine certificate with one place of ``about`` changed."""
    *path, last, value = path_and_value
    data: Data = json.loads(genuine_text())
    place = data["about"]
    for key in path:
        place = place[key]
    place[last] = value
    return text_of(data)


OTHER_LAYERS = {
    "another stride": ("layer", "stride", [2, 1]), "another kernel": ("layer", "kernel", [3, 5]),
    "another padding": ("layer", "padding", [[1, 1], [1, 0]]), "another dilation": ("layer", "dilation", [1, 2]),
    "another mode": ("layer", "padding_mode", "circular"), "without bias": ("layer", "bias", False),
    "without activation": ("layer", "activation", None), "another origin": ("origin", "padded"),
    "two phases": ("phases", [2, 1]), "another size": ("input", [8, 9]), "more channels": ("layer", "in_channels", 4),
    "groups": ("layer", "groups", 2), "a symbolic size": ("input", None),
}  # fmt: skip
NO_LAYERS = {
    "no layer": ("layer", None), "a number": ("layer", 5), "kernel 0": ("layer", "kernel", [0, 3]),
    "stride 0": ("layer", "stride", [2, 0]), "stride -2": ("layer", "stride", [2, -2]),
    "groups that do not divide": ("layer", "groups", 3), "true for 1": ("phases", [True, 1]),
    "an expression that runs": ("layer", "kernel", [{"expr": "__import__('os').getpid()"}, 3]),
    "a deep expression": ("layer", "kernel", [{"expr": "(" * 200 + "n" + ")" * 200}, 3]),
    "an expression that divides by zero": ("layer", "kernel", [{"expr": "n//0"}, 3]), "no origin": ("origin", "middle"),
    "an extra key": ("layer", "extra", 1), "another extra key": ("extra", 1), "three sizes": ("input", [8, 8, 8]),
}  # fmt: skip
ENORMOUS = {
    "kernel": ("layer", "kernel", [10**6, 3]), "stride": ("layer", "stride", [10**6, 2]),
    "dilation": ("layer", "dilation", [10**6, 1]), "some phases": ("phases", [1000, 1]),
    "phases": ("phases", [10**6, 1]), "axes": ("layer", "ndim", 10**6), "size": ("input", [2**53 - 1, 8]),
    "padding": ("layer", "padding", [[2**53 - 1, 0], [1, 1]]), "channels": ("layer", "in_channels", 2**53 - 1),
}  # fmt: skip


def test_the_genuine_certificate_is_accepted() -> None:
    check(len(replay(genuine_text()).claims) > 5)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("change", [*OTHER_LAYERS.values(), *NO_LAYERS.values()], ids=[*OTHER_LAYERS, *NO_LAYERS])
def test_another_subject_is_refused(change: tuple[Any, ...]) -> None:
    with refused("replay(certificate)", CertificateRejected):
        replay(with_about(*change))


@pytest.mark.timeout(90)
@pytest.mark.parametrize("change", ENORMOUS.values(), ids=ENORMOUS)
def test_an_enormous_layer_is_refused_soon(change: tuple[Any, ...]) -> None:
    with refused("replay(certificate)", CertificateRejected):
        replay(with_about(*change))


NO_THEOREMS = [
    {}, {"theorem": "phase-lemma", "axes": 1}, {"theorem": "x", "axes": 1}, {"theorem": "phase-lemma", "axes": 10**6},
    {"theorem": "phase-lemma", "axes": True}, {"theorem": [], "axes": {}},
]  # fmt: skip


@pytest.mark.parametrize("about", NO_THEOREMS, ids=repr)
def test_a_theorem_that_it_does_not_prove_is_refused(about: Data) -> None:
    data = json.loads(genuine_text())
    with refused("replay(certificate)", CertificateRejected):
        replay(text_of({**data, "about": about}))


@pytest.mark.parametrize("count", [20, pytest.param(60, marks=pytest.mark.full)])
def test_random_changes_of_the_subject_are_refused(count: int, rng: Random) -> None:
    """Or they say nothing else, as another name for an arbitrary activation does; but nothing else is raised."""
    accepted = 0
    for _ in range(count):
        data = json.loads(genuine_text())
        _change(data["about"], rng)
        try:
            replay(text_of(data))
            accepted += 1
        except CertificateRejected:
            pass
    check(accepted < count / 3, accepted)


VALUES = (0, -1, 2, 7, True, None, "x", "same", [], {}, [1], [[1, 2]], {"expr": "n"}, {"expr": 5}, {"expr": "n**9"})


def _change(about: Data, rng: Random) -> None:
    holder, key = rng.choice(list(_places(about)))
    if rng.random() < 0.15:
        del holder[key]
    else:
        holder[key] = rng.choice(VALUES)


def _places(x: Any) -> Iterator[tuple[Any, Any]]:
    keys = x if isinstance(x, dict) else range(len(x)) if isinstance(x, list) else ()
    for key in keys:
        yield x, key
        yield from _places(x[key])
