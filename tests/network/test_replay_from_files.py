"""``symstride.replay(certificate, original, rewritten)`` from files alone: what it accepts, and what it must refuse."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_digest import renamed

import symstride
from symstride.adapters.onnx.door import to_onnx
from symstride.errors import CertificateRejected, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.digest import canonical_digest
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.proof.kernel.replay import canonical

SCOPES = ("layer", "network")


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


def numbers(*shape: int) -> np.ndarray[Any, Any]:
    return 1 + np.arange(np.prod(shape), dtype=np.float32).reshape(shape)


def network(
    name: str = "first",
    size: int = 10,
    pool: op.MaxPool | None = None,
    activation: tuple[str, op.Attributes] = ("relu", ()),
    **layer: Any,
) -> Network:
    """A layer of unit stride, a strided one, an activation and a pool."""
    build = Builder(name)
    x = build.input("x", (2, size, size))
    same = Conv(2, 2, (3, 3), **{"padding": 1, "bias": False, **layer})
    x = build.add(same, x, name="same", weight=numbers(2, 2, 3, 3))
    x = build.add(Conv(2, 3, (3, 3), 2, 1), x, name="half", weight=numbers(3, 2, 3, 3), bias=numbers(3))
    x = build.add(op.Pointwise(*activation), x, name="map")
    return build.network(build.add(pool or op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), x, name="pool"))


def pooled(channels: int, size: tuple[int, int], padding: int, ceil_mode: bool) -> Network:
    build = Builder("pool")
    pool = op.MaxPool((3, 3), (2, 2), ((padding, padding),) * 2, (1, 1), ceil_mode)
    return build.network(build.add(pool, build.input("x", (channels, *size)), name="y"))


def files(folder: Path, *given: Network) -> list[Path]:
    places = [folder / f"{number}.onnx" for number in range(len(given))]
    for place, each in zip(places, given, strict=True):
        to_onnx(each, place)
    return places


def with_digests(certificate: str, **digests: Any) -> str:
    data = json.loads(certificate)
    return canonical(data | {"about": data["about"] | digests}) + "\n"


def certificate_of(original: Path, rewritten: Path, scope: str) -> str:
    return symstride.prove(symstride.read(original), scope=scope, rewritten=rewritten).certificate()


def proved(folder: Path, scope: str, source: Network | None = None) -> tuple[str, Path, Path]:
    source = source or network()
    original, rewritten = files(folder, source, symstride.unstride(source, scope=scope))
    return certificate_of(original, rewritten, scope), original, rewritten


def _pool(**changes: Any) -> op.MaxPool:
    return replace(op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), **changes)


OTHERS: Mapping[str, Callable[[], Network]] = {
    "padding": lambda: network(padding=((0, 2), (1, 1))),
    "circular": lambda: network(padding_mode="circular"),
    "pool padding": lambda: network(pool=_pool(padding=((1, 1), (1, 1)))),
    "pool ceil_mode": lambda: network(pool=_pool(ceil_mode=True)),
    "pool size": lambda: network(pool=_pool(kernel=(3, 3))),
    "pool kind": lambda: network(pool=op.AveragePool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1))),  # type: ignore[arg-type]
    "activation": lambda: network(activation=("abs", ())),
    "slope": lambda: network(activation=("leaky_relu", (("alpha", 0.5),))),
    "size": lambda: network(size=13),
}


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("what", OTHERS)
def test_another_network_is_refused_whatever_the_digests_say(what: str, scope: str, tmp_path: Path) -> None:
    certificate, original, rewritten = proved(tmp_path, scope)
    other = tmp_path / "other.onnx"
    to_onnx(OTHERS[what](), other)
    with pytest.raises(CertificateRejected) as why:
        symstride.replay(certificate, other)
    assert why.value.where == "about.source"
    for digest in (None, canonical_digest(symstride.read(other))):
        told = with_digests(certificate, source=digest)
        with pytest.raises(SymstrideError):
            symstride.replay(told, other, rewritten)
    symstride.replay(certificate, original, rewritten)


@pytest.mark.parametrize("scope", SCOPES)
def test_another_pool_is_refused(scope: str, tmp_path: Path) -> None:
    one, other = pooled(2, (12, 12), 0, False), pooled(7, (31, 12), 1, True)
    certificate, _, rewritten = proved(tmp_path, scope, one)
    for digest in (canonical_digest(one), canonical_digest(other), None):
        for given in ((other,), (other, rewritten)):
            with pytest.raises(SymstrideError):
                symstride.replay(with_digests(certificate, source=digest), *given)


@pytest.mark.parametrize("scope", SCOPES)
def test_names_do_not_matter(scope: str, tmp_path: Path) -> None:
    certificate, _, rewritten = proved(tmp_path, scope)
    other, flat = tmp_path / "other.onnx", tmp_path / "flat.onnx"
    to_onnx(renamed(network("second"), lambda name: f"{name[::-1]}/weight"), other)
    to_onnx(renamed(symstride.read(rewritten), lambda name: f"~{name}"), flat)
    report = symstride.replay(certificate, other, flat)
    assert ["the network of the certificate" in line for line in report.compared] == [True, True]


@pytest.mark.parametrize("scope", SCOPES)
def test_proved_without_weights(scope: str, tmp_path: Path) -> None:
    """It holds for all weights: said so, and the weights of the two files are compared all the same."""
    certificate = symstride.prove(network().without_weights(), scope=scope).certificate()
    original, rewritten = files(tmp_path, network(), symstride.unstride(network(), scope=scope))
    report = symstride.replay(certificate, original, rewritten)
    assert "proved without weights, for all of them" in report.compared[0]
    assert "number by number" in report.compared[1]
    flat = symstride.read(rewritten)
    for name in flat.weights:
        if name.startswith("half"):
            wrong = flat.with_weights({**flat.weights, name: flat.weights[name] * 2})
            with pytest.raises(CertificateRejected, match="half"):
                symstride.replay(certificate, original, wrong)


def test_certificates_about_all_sizes(tmp_path: Path) -> None:
    def of(size: int) -> Network:
        build = Builder("any")
        x = build.input("x", (1, size, size))
        x = build.add(Conv(1, 2, (2, 2), 2, bias=False), x, name="a", weight=numbers(2, 1, 2, 2))
        return build.network(build.add(Conv(2, 1, (2, 2), 2, bias=False), x, name="b", weight=numbers(1, 2, 2, 2)))

    flat = [symstride.unstride(of(size), scope="network") for size in (8, 16, 20)]
    small, large, larger, *flats = files(tmp_path, of(8), of(16), of(20), *flat)
    theorem = symstride.prove(symstride.read(small), scope="network", any_size=True, rewritten=flats[0])
    certificate = theorem.certificate()
    for original, rewritten in zip((small, large, larger), flats, strict=True):
        symstride.replay(certificate, original, rewritten)
    with pytest.raises(CertificateRejected, match="shape of input 0"):
        symstride.replay(certificate, large, flats[2])
    given = symstride.prove(symstride.read(small), scope="network", rewritten=flats[0]).certificate()
    with pytest.raises(CertificateRejected) as why:
        symstride.replay(given, large, flats[1])
    assert why.value.where == "about.source"


def test_digests_of_a_certificate(tmp_path: Path) -> None:
    certificate, original, rewritten = proved(tmp_path, "layer")
    report = symstride.replay(with_digests(certificate, source=None, rewritten=None), original, rewritten)
    assert "which has no digest of it" in report.compared[0]
    assert "the network of the certificate" not in report.compared[1]
    for field in ("source", "rewritten"):
        other = with_digests(certificate, **{field: canonical_digest(network(size=14))})
        with pytest.raises(CertificateRejected) as why:
            symstride.replay(other, original, rewritten)
        assert why.value.where == f"about.{field}"
        for garbage in ("", "0" * 63, "G" * 64, 0, [], True, {"sha256": "0" * 64}):
            with pytest.raises(CertificateRejected) as why:
                symstride.replay(with_digests(certificate, **{field: garbage}), original, rewritten)
            assert why.value.where == "about"


def test_the_rewritten_network_alone_is_not_enough(tmp_path: Path) -> None:
    certificate, original, rewritten = proved(tmp_path, "layer")
    with pytest.raises(SpecError, match="the rewritten one alone"):
        symstride.replay(certificate, rewritten=rewritten)
    for pair in ((rewritten, original), (rewritten, rewritten), (original, original)):
        with pytest.raises(SymstrideError):
            symstride.replay(certificate, *pair)
    layer = symstride.prove(Conv(1, 1, (3,), 2, 1)).certificate()
    with pytest.raises(CertificateRejected, match="a certificate about a network"):
        symstride.replay(layer, original, rewritten)
