"""The face of networks: what ``prove`` takes and refuses, what a theorem offers, how it is saved and replayed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from masks import masks_needed, without_mask
from networks import random_network
from numpy.typing import NDArray

import symstride as ss
from symstride.network.bits import same_numbers
from symstride.network.operators import records as op
from symstride.network.rewriting.genuine import check_rewriting
from symstride.network.subject import NetworkSubject

SCOPES = ["layer", "network"]


def small(size: int = 13, weights: bool = True) -> ss.Network:
    """Two strided layers, a pool, one of unit stride; with 13 places the grid needs a mask."""
    build, drawn = ss.Builder("small"), np.random.default_rng(3)
    x = build.input("x", (3, size, size))
    for number, (before, after, stride) in enumerate([(3, 8, 2), (8, 4, 1), (4, 4, 2)], start=1):
        shapes = {"weight": (after, before, 3, 3), "bias": (after,)}
        arrays = {role: drawn.integers(-4, 5, shape).astype(np.float32) for role, shape in shapes.items()}
        conv = ss.Conv(before, after, (3, 3), stride=stride, padding=1)
        x = build.add(conv, x, name=f"conv{number}", **(arrays if weights else {}))
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number}")
        if number == 1:
            x = build.add(op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), x, name="pool")
    return build.network(x)


# ------------------------------------------------------------------------- what unstride made


@pytest.mark.parametrize("scope", SCOPES)
def test_a_rewriting_knows_what_it_was_made_from(scope: str) -> None:
    network = small()
    assert (network.origin, network.scope) == (None, "")
    flat = ss.unstride(network, scope)
    assert flat.origin is network
    assert flat.scope == scope
    assert flat == replace(flat, origin=None, scope="")  # where a network comes from is no part of it
    bare = flat.without_weights()
    assert bare.origin is network


@pytest.mark.parametrize("scope", SCOPES)
def test_a_rewriting_is_proved_equal_to_its_origin(scope: str) -> None:
    network = small()
    flat = ss.unstride(network, scope)
    theorem = ss.prove(flat)
    subject = theorem.subject
    assert isinstance(subject, NetworkSubject)
    assert (subject.network, subject.scope, subject.name) == (network.without_weights(), scope, "small")
    assert (subject.plan is None) == (scope == "layer")
    assert theorem.certificate() == ss.prove(network, scope=scope).certificate()
    assert theorem.certificate() == ss.prove(flat, scope=scope).certificate()
    for_all_weights = ss.prove(small(weights=False), scope=scope)
    assert [str(claim) for claim in for_all_weights.claims.values()] == [
        str(claim) for claim in theorem.claims.values()
    ]
    assert for_all_weights.subject.about["source"] != subject.source
    assert "for all of them" in ss.replay(for_all_weights.certificate(), network).compared[0]


def test_without_a_word_the_scope_is_layer() -> None:
    assert ss.prove(small()).subject.about["scope"] == "layer"


@pytest.mark.parametrize("scope", SCOPES)
def test_random_rewritings_are_genuine(scope: str, rng: random.Random) -> None:
    for _ in range(3):
        flat = ss.unstride(random_network(rng, 2), scope)
        check_rewriting(flat)
        check_rewriting(flat.without_weights())


# ------------------------------------------------------------------------- what is refused


def refused_words(call: Callable[[], object], *words: str) -> None:
    with pytest.raises(ss.SpecError) as caught:
        call()
    assert all(word in str(caught.value) for word in words), str(caught.value)


def refused(network: ss.Network, *words: str) -> None:
    refused_words(partial(ss.prove, network), "prove(network)", *words)


def bumped(array: NDArray[Any]) -> NDArray[Any]:
    """The last number, one unit in the last place further."""
    changed = array.copy()
    changed.flat[-1] = np.nextafter(changed.flat[-1], np.float32(np.inf), dtype=np.float32)
    return changed


@pytest.mark.parametrize("scope", SCOPES)
def test_any_changed_weight_is_found(scope: str) -> None:
    flat = ss.unstride(small(), scope)
    for name, array in flat.weights.items():
        refused(flat.with_weights({**flat.weights, name: bumped(array)}), "copies of the weights", repr(name))


@pytest.mark.parametrize("scope", SCOPES)
def test_a_zero_of_the_other_sign_is_another_weight(scope: str) -> None:
    flat = ss.unstride(small(), scope)
    for name, array in flat.weights.items():
        if (array == 0).any():
            refused(
                flat.with_weights({**flat.weights, name: np.where(array == 0, np.float32(-0.0), array)}), repr(name)
            )


def test_a_nan_is_a_copy_of_a_nan() -> None:
    """Compared by bits, since a NaN does not equal itself."""
    network = small()
    weights = {name: np.where(array == 1, np.float32(np.nan), array) for name, array in network.weights.items()}
    check_rewriting(ss.unstride(network.with_weights(weights)))


@pytest.mark.parametrize("scope", SCOPES)
def test_weights_from_elsewhere_are_refused(scope: str) -> None:
    flat = ss.unstride(small(weights=False), scope)
    refused(flat.with_weights(ss.unstride(small(), scope).weights), "copies of the weights")


def test_arrays_are_compared_by_type_and_shape_too() -> None:
    ones = np.ones((2, 2), np.float32)
    assert same_numbers(ones, ones.copy())
    assert not same_numbers(ones, None)
    assert not same_numbers(np.zeros(2, np.float32), np.zeros(2, np.int32))  # the same bits
    assert not same_numbers(ones, ones.reshape(4))
    assert same_numbers(np.array([1, 2], object), np.array([1, 2], object))
    assert not same_numbers(np.array([1, 2], object), np.array([1, 3], object))
    assert not same_numbers(np.array([1, 2], object), np.array([1, 2.0], object))
    assert same_numbers(np.zeros(0), np.zeros(0))


@pytest.mark.parametrize("scope", SCOPES)
def test_any_node_left_out_is_found(scope: str) -> None:
    flat = ss.unstride(small(weights=False), scope)
    for position, node in enumerate(flat.nodes):
        readers = {n.name: replace(n, inputs=tuple(node.inputs[0] if i == node.name else i for i in n.inputs))
                   for n in flat.nodes if node.inputs}  # fmt: skip
        nodes = [readers.get(n.name, n) for k, n in enumerate(flat.nodes) if k != position]
        try:
            changed = replace(flat, nodes=tuple(nodes))
        except ss.SymstrideError:  # nothing fits without it
            continue
        refused(changed, "as unstride made it")


def test_a_mask_left_out_is_found() -> None:
    network = small()
    flat = ss.unstride(network, "network")
    (mask, *_) = masks_needed(network, flat).masks
    refused(without_mask(flat, mask.mask), "Mask")


def test_one_node_more_is_found() -> None:
    flat = ss.unstride(small(), "layer")
    more = replace(flat.nodes[-1], name="more", inputs=(flat.nodes[-1].name,), label="")
    refused(replace(flat, nodes=(*flat.nodes, more)), "'more'")
    refused(replace(flat, nodes=flat.nodes, outputs=(flat.nodes[-2].name,)), "outputs")
    refused(replace(flat, dtype="float64"), "dtype")
    refused(replace(flat, batch=7), "batch")


def test_the_rewriting_of_another_network_is_refused() -> None:
    refused(replace(ss.unstride(small(15)), origin=small(13)), "node")
    refused(replace(ss.unstride(small(), "layer"), scope="network"), "node")


def test_the_scope_of_a_rewriting_is_its_own() -> None:
    with pytest.raises(ss.SpecError, match="a rewriting with scope='layer'"):
        ss.prove(ss.unstride(small(), "layer"), scope="network")


def test_options_belong_to_layers_or_to_networks() -> None:
    prove: Callable[..., Any] = ss.prove
    for options in ({"phases": 2}, {"origin": "padded"}, {"order": "phase_major"}, {"input_size": 13}):
        with pytest.raises(ss.SpecError, match=f"{next(iter(options))}="):
            prove(small(), **options)
    with pytest.raises(ss.SpecError, match="scope"):
        prove(ss.Conv(2, 3, (3,), 2), scope="layer")
    with pytest.raises(ss.NotSupported, match="scope"):
        prove(small(), scope="all")


# ------------------------------------------------------------------------- what a theorem offers


@pytest.mark.parametrize("scope", SCOPES)
def test_a_theorem_says_what_it_has(scope: str) -> None:
    theorem = ss.prove(small(), scope=scope)
    data = json.loads(theorem.certificate())
    assert theorem.steps == len(data["steps"])
    assert [name for name, *_ in data["claims"]] == list(theorem.claims)
    assert theorem.replayed.digest == theorem.digest
    assert theorem.verdict.ok
    assert theorem.replayed.about == theorem.subject.about
    assert isinstance(theorem.subject, NetworkSubject)
    assert theorem.subject.table.scope == scope
    named = [name for name, theorem in theorem.claims.items() if theorem.hyps]
    assert [line.rpartition(": ")[0] for line in theorem.verdict.hypotheses] == named
    assert (scope == "network") == bool(named)
    assert "small" in repr(theorem)
    assert "$" in theorem._repr_latex_()
    assert "<math" in theorem._repr_html_()
    assert theorem.digest in theorem.summary()


@pytest.mark.parametrize("scope", SCOPES)
def test_the_folder(scope: str, tmp_path: Path) -> None:
    theorem = ss.prove(small(), scope=scope)
    files = theorem.save(tmp_path / "proof", pdf=False)
    assert {file.name for file in files} == {"proof.tex", "proof.html", "certificate.json", "references.bib"}
    assert sorted(files) == sorted((tmp_path / "proof").iterdir())
    assert (tmp_path / "proof" / "proof.tex").read_text(encoding="utf-8") == theorem.latex()
    assert (tmp_path / "proof" / "proof.html").read_text(encoding="utf-8") == theorem.html()
    assert ss.replay(tmp_path / "proof" / "certificate.json", small()).digest == theorem.digest


@pytest.mark.parametrize("scope", SCOPES)
def test_the_folder_with_a_tex(scope: str, tmp_path: Path, need: Callable[[str], str]) -> None:
    from symstride.render.engine import ENGINE

    need(ENGINE)
    ss.prove(small(), scope=scope).save(tmp_path, pdf=True)
    assert (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("scope", "library"), [("layer", "Readable"), ("network", "Composition")])
def test_rocq_is_for_both_scopes(scope: str, library: str, tmp_path: Path) -> None:
    theorem = ss.prove(small(), scope=scope)
    theorem.save(tmp_path / "proof", pdf=False, rocq=True)
    text = (tmp_path / "proof" / "proof.v").read_text()
    assert text == theorem.rocq()
    assert f"From Symstride.Kernel Require Import {library}.\n" in text


def test_a_network_without_strides_has_nothing_to_prove() -> None:
    build = ss.Builder("plain")
    plain = build.network(build.add(op.Pointwise("relu"), build.input("x", (1, 4))))
    for scope in SCOPES:
        flat = ss.unstride(plain, scope)
        assert flat == plain
        refused_words(partial(ss.prove, flat), "nothing changes", "its own rewriting")


# ------------------------------------------------------------------------- doors


def test_from_onnx_and_back(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    network = small()
    flat = ss.unstride(network)
    (file,) = ss.write(flat, tmp_path / "flat.onnx")
    again = ss.read(file)
    assert again.strided == ()
    assert again.origin is None
    assert again.shapes["conv3"] == network.shapes["conv3"]
    with pytest.raises(ss.NotSupported, match="bytes"):
        ss.write(flat, tmp_path / "small.onnx", max_bytes=100)
    assert [path.name for path in tmp_path.iterdir()] == ["flat.onnx"]
