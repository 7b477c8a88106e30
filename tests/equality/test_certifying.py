"""Certificates of equality: true pairs get one that replays; whatever is changed in it, another pair never does."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from certified_cases import (
    all_sizes,
    cut,
    cuts,
    folded_pair,
    genuine,
    line,
    lines,
    of,
    padded,
    padded_stem,
    plain,
    relus,
    stem,
    theorem_of_stem,
    with_digests,
)
from edited_certificates import unnamed
from equal_cases import lowered, mutants, small_network, unknowns

import symstride as ss
from symstride.certifying.certificate import replay_equality
from symstride.certifying.joining import Cut, Join
from symstride.certifying.making import certify, repeats_of
from symstride.certifying.repeating import Repeat, free_places
from symstride.certifying.settling import WAYS, SegmentAsked, Way, settled
from symstride.cli import main
from symstride.equality.cutoffs import Building
from symstride.equality.cutoffs import repeats_of as place_by_place
from symstride.equality.deciding import equal
from symstride.equality.sides import Side
from symstride.errors import CertificateRejected, NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.digest import canonical_digest
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

SAME = "nn.Conv(1, (3,), strides=2, padding='SAME', use_bias=False)"
HALF = "nn.Conv1d(1, 1, 3, stride=2, padding=1, bias=False)"
"""Equal at odd sizes."""


@pytest.fixture(scope="module")
def pair() -> tuple[Network, Network]:
    return lines()


def refused(data: Any, left: Any, right: Any, where: str = "") -> None:
    with pytest.raises(CertificateRejected) as why:
        replay_equality(data, left, right)
    assert where in str(why.value.where)


# ------------------------------------------------------------------------------------------------ true pairs


def test_a_certificate_says_how_each_segment_was_settled(pair: tuple[Network, Network]) -> None:
    report = replay_equality(genuine(), *pair)
    assert [(step.left, step.settled.way) for step in report.steps] == [
        ("map1", "proved"),
        ("map2", "compared"),
        ("conv3", "proved"),
        ("map3", "same"),
    ]
    assert report.error == 0
    assert "nothing left to chance" in str(report)
    assert "2x13" in report.scope
    assert report.to_dict()["counts"] == {"same": 1, "proved": 2, "compared": 1}


@pytest.mark.parametrize("count", [1, pytest.param(12, marks=pytest.mark.full)])
def test_random_lowerings_are_settled_without_chance(count: int, rng: random.Random) -> None:
    done = 0
    while done < count:
        network = small_network(rng)
        other = lowered(network, rng)
        try:
            report = certify(network, other).report
        except NotSupported:
            assert equal(network, other).status == "open"
            continue
        assert not report.is_decided
        done += 1


@pytest.mark.full
def test_a_stem_laid_out_by_hand_and_two_strided_layers_get_a_theorem() -> None:
    found = certify(stem(False), stem(True)).report
    assert found.counts == {"proved": 1}
    both = certify(stem(False), padded_stem())
    assert both.report.counts == {"proved": 1}
    assert len(json.loads(both.text)["at"][0]["cuts"][0]["theorems"]) == 2


def test_a_fold_is_equal_up_to_rounding_and_the_report_says_how_far() -> None:
    made = certify(*folded_pair())
    (at,) = made.report.sizes
    assert made.report.counts == {"same": 1}
    assert at.rounded == 2
    assert 0 < at.distance < 1e-6
    assert str(made).startswith("equal up to rounding: ")
    assert "2 folded arrays" in str(made)
    other = folded_pair(off=1e-3)
    data = json.loads(made.text)
    data["at"][0]["right"] = canonical_digest(other[1])
    refused(data, *other, "segment")


def test_what_is_decided_only_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.certifying.making.MAX_EXACT", -1)
    made = certify(relus(1), relus(2), activation="relu")
    assert made.report.counts == {"decided": 1}
    assert 0 < made.report.error <= 1e-9
    assert "wrong with probability at most" in str(made)
    refused({**json.loads(made.text), "activation": "any"}, relus(1), relus(2), "segment")
    exact = json.loads(made.text)
    exact["at"][0]["cuts"][0]["way"] = "exact"
    assert replay_equality(exact, relus(1), relus(2)).counts == {"exact": 1}


def test_a_certificate_leaves_nothing_to_chance_where_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In both scopes of a network that is too long as a whole, and of one whose right a tool has folded."""
    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 50)
    network = line()
    for scope in ("layer", "network"):
        made = certify(network, unstride(network, scope), error=0, seed=1)
        assert not made.report.is_decided
        assert made.report.error == 0
        assert json.loads(made.text)["error"] == 0
        assert "nothing left to chance" in str(made)
    assert equal(network, unstride(network, "network"), error=0).status == "open"
    with pytest.raises(NotSupported, match="none decided only"):
        certify(relus(1), relus(5), activation="relu", error=0, seed=1)
    assert str(certify(*folded_pair(), error=0, seed=1)).startswith("equal up to rounding")
    one, other = "nn.Conv1d(1, 1, 3, padding='same')", "nn.Conv1d(1, 1, 3, padding=1)"
    rest = ["--sizes", "5", "--error", "0", "--cert", str(tmp_path / "equal.json")]
    assert main(["verify", one, other, *rest]) == 0
    assert json.loads((tmp_path / "equal.json").read_text())["error"] == 0


def test_maps_that_have_no_number_somewhere_are_said() -> None:
    """0 times a logarithm is 0 wherever that has a number."""

    def network(side: int) -> Network:
        build = Builder("logarithm", dtype="float64")
        x = build.input("x", (1, 4))
        y = build.add(op.Affine(shift=False), build.add(op.Pointwise("log"), x), scale=np.zeros(1))
        return build.network(build.add(op.Add(), x, y) if side else build.add(op.Add(), y, x, y))

    made = certify(network(0), network(1), seed=1)
    assert made.report.counts["exact"]
    assert "wherever log give numbers" in made.report.scope
    build = Builder("alone", dtype="float64")
    alone = build.network(build.add(op.Pointwise("log"), build.input("x", (1, 4))))
    assert "wherever" not in certify(alone, alone, seed=1).report.scope


def behind_map(network: Network, name: str) -> Network:
    """A map behind the input."""
    x = network.inputs[0]
    given = Node("given", op.Input(network.shapes[x.name]))
    front = given, Node(x.name, op.Pointwise(name), ("given",))
    return replace(network, nodes=(*front, *(node for node in network.nodes if node is not x)), origin=None)


@pytest.mark.parametrize("name", ["log", "sqrt", "reciprocal", "tanh"])
@pytest.mark.parametrize("way", ["compared", "proved", "exact", "decided"])
def test_each_way_but_the_first_says_which_maps_may_have_no_number(way: Way, name: str) -> None:
    """A structural zero of the lowering reads a place that the layer does not read there; numbers would show it."""
    pair = behind_map(stem(False), name), behind_map(stem(True), name)
    x = np.zeros((1, 2, 10))
    with np.errstate(all="ignore"):
        found = [next(iter(evaluate(network, x).values())) for network in pair]
    assert np.isfinite(found).all() == (name in ("tanh", "sqrt"))
    pair = pair if way != "decided" else (pair[0], pair[0])
    data = of(pair, cut(*(network.outputs[0] for network in pair), way))
    if way == "proved":
        cuts(data)[0]["theorems"] = cuts(json.loads(theorem_of_stem()))[0]["theorems"]
        unnamed(data)
    said = f", wherever {name} give numbers" if name != "tanh" else ""
    if said and way in ("compared", "proved"):
        with pytest.raises(CertificateRejected, match=r"weight\[0, 0, 0\] as 'conv1' has it"):
            replay_equality(data, *pair)
        pair = pair[1], pair[1]  # with the same zeros on both sides
        way, data = "compared", of(pair, cut(*(network.outputs[0] for network in pair), "compared"))
    report = replay_equality(data, *pair)
    assert report.counts == {way: 1}
    assert report.scope == f"all inputs, these weights{said}, at 2x10"
    same = replay_equality(of((pair[0], pair[0]), cut(pair[0].outputs[0], pair[0].outputs[0])), pair[0], pair[0])
    assert "wherever" not in same.scope


def test_what_several_segments_take_for_granted_is_said_once() -> None:
    def network() -> Network:
        build = Builder("maps", dtype="float64")
        y = build.input("x", (1, 4))
        for number, name in enumerate(("log", "sqrt", "log")):
            y = build.add(op.Pointwise(name), y, name=f"map{number}")
        return build.network(y)

    rows = [cut(f"map{n}", f"map{n}", "compared") for n in range(3)]
    report = replay_equality(of((network(), network()), *rows), network(), network())
    assert report.scope == "all inputs, these weights, wherever log, sqrt give numbers, at 1x4"


@pytest.mark.full
def test_the_strong_ways_use_nothing_that_decides(tmp_path: Path) -> None:
    """The first three ways run where the field, the interpreter over it and what finds cuts cannot be imported."""
    file = certify(SAME, HALF, sizes=[5]).save(tmp_path / "equal.json")
    text = f"""
import sys
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("symstride.equality.") and name.split(".")[-1] not in ("sides", "folded", "hashing"):
            raise ImportError(name)
sys.meta_path.insert(0, Refusing())
from symstride.certifying.certificate import replay_equality
print(dict(replay_equality({str(file)!r}, {SAME!r}, {HALF!r}).counts))
"""
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "{'proved': 1}", done.stderr


# ------------------------------------------------------------------------------------------------ forgeries


def test_a_certificate_takes_the_place_of_no_model(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="models are ONNX models")
    model, link = tmp_path / "model.onnx", tmp_path / "link.json"
    ss.write(relus(1), model)
    link.hardlink_to(model)
    before = model.read_bytes()
    made = certify(str(model), str(model), seed=1)
    for place in (model, link):
        with pytest.raises(SpecError, match="other files than the input's"):
            made.save(place)
        assert main(["verify", str(model), str(model), "--cert", str(place)]) == 2
    assert model.read_bytes() == before
    assert made.save(tmp_path / "equal.json").is_file()


def test_what_is_no_certificate_is_refused(pair: tuple[Network, Network], tmp_path: Path) -> None:
    for text in ("{", "{}", "[]", '{"format":NaN}', "[" * 100_000, '{"at":1e999}'):
        (tmp_path / "c.json").write_text(text)
        refused(tmp_path / "c.json", *pair)
    refused(tmp_path / "none.json", *pair, "file")
    refused(tmp_path, *pair, "file")


@pytest.mark.parametrize("most", [8, pytest.param(10_000, marks=pytest.mark.full)])
def test_no_certificate_carries_over_to_another_pair(most: int, pair: tuple[Network, Network]) -> None:
    """One place of either side is changed, and the digests with it: what is accepted is equal."""
    rng = random.Random(7)
    left, right = pair
    for side in (0, 1):
        found = mutants(pair[side], rng)
        assert len(found) > 20
        for kind, other in rng.sample(found, min(most, len(found))):
            networks = (other, right) if side == 0 else (left, other)
            try:
                replay_equality(with_digests(plain(), *networks), *networks)
            except CertificateRejected:
                continue
            assert equal(*networks).status == "equal", kind
    refused(plain(), right, left)
    refused(plain(), left, left)
    refused(plain(), line(2), right, "left")


def shaken(data: Any, rng: random.Random) -> Any:
    """One value somewhere inside is replaced by another one from somewhere, dropped, or written twice."""
    data = deepcopy(data)
    places: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        for key in list(keys):
            places.append((value, key))
            if key != "theorems":
                walk(value[key])

    walk(data)
    holder, key = rng.choice(places)
    kind = rng.random()
    if kind < 0.6:
        there, of = rng.choice(places)
        holder[key] = deepcopy(there[of])
    elif kind < 0.8 and isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
    else:
        del holder[key]
    return data


def test_shaken_certificates_are_never_accepted_for_another_pair() -> None:
    """The right has one bias moved in its last layer; every certificate for that pair would be a lie."""
    rng, left = random.Random(11), line()
    right = unstride(left, "network")
    name = next(name for name in right.weights if name.startswith("conv3") and name.endswith("bias"))
    wrong = right.with_weights({**right.weights, name: right.weights[name] * 1.25})
    assert replay_equality(plain(), left, right).counts == {"same": 1, "compared": 3}
    data = with_digests(plain(), left, wrong)
    for _ in range(60):
        changed = data
        for _ in range(rng.randint(1, 4)):
            changed = shaken(changed, rng) if isinstance(changed, dict) and changed else data
        refused(changed, left, wrong)


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("proved", "decided")])
def test_no_way_settles_what_differs(way: Any, rng: random.Random) -> None:
    asked, met = SegmentAsked("symbolic", "any", 1e-9), 0
    while met < 10:
        network = small_network(rng, 2)
        other = lowered(network, rng)
        found = mutants(other, rng)
        for kind, wrong in rng.sample(found, min(5, len(found))):
            join = Join(network, replace(wrong, origin=None))
            try:
                settled(join.segment(Cut(network.outputs[0], wrong.outputs[0])), way, [], asked)
            except SymstrideError:
                met += 1
                continue
            assert equal(network, wrong).status in ("equal", "open"), kind


def test_ghosts_that_are_not_zero_are_no_cut(pair: tuple[Network, Network]) -> None:
    """Behind a mask the ghosts are 0; without it a cut there would say more than is true."""
    left, right = pair
    mask = next(node for node in right.nodes if isinstance(node.operator, op.Mask))
    all_of_it = replace(mask.operator, size=(mask.operator.cell[0] * right.shapes[mask.name][1],))
    nodes = tuple(replace(node, operator=all_of_it) if node is mask else node for node in right.nodes)
    bare = replace(right, nodes=nodes, origin=None)
    refused(with_digests(plain(), left, bare), left, bare, "segment")


# ------------------------------------------------------------------------------------------------ all sizes


def test_a_certificate_for_all_sizes_has_every_size_up_to_its_cutoffs() -> None:
    data = all_sizes()
    (repeat,) = data["repeats"]
    assert repeat["step"] == 2
    assert [n % 2 for n in repeat["settled"]] == [0, 1]
    report = replay_equality(data, padded(0), padded(1))
    assert len(report.sizes) == len(data["at"])
    assert "at all sizes" in str(report)
    assert not report.is_decided
    assert "in steps of 2" in report.scope


def test_cutoffs_are_no_lower_than_those_found_place_by_place(rng: random.Random) -> None:
    met = 0
    while met < 6:
        network = small_network(rng, 2)
        sides = [Side(network), Side(network)]
        try:
            (mine,), (other,) = repeats_of(sides), place_by_place(Building(sides))
        except NotSupported:
            continue
        met += 1
        assert mine.step % other.step == 0 or other.step % mine.step == 0
        assert all(mine.settled[n % mine.step] >= other.settled[n % other.step] or mine.step < other.step
                   for n in range(mine.step))  # fmt: skip
    far = Builder("far", dtype="float64")
    y = far.add(op.Pad(((-9, 0),)), far.add(op.Pad(((9, 0),)), far.input("x", (1, 5))))
    network = far.network(far.add(op.MaxPool((1,), (4,), ((0, 0),), (1,)), y))
    (repeat,) = repeats_of([Side(network), Side(network)])
    assert repeat == Repeat(4, (4, 5, 6, 7))


def test_free_places_see_no_edge() -> None:
    """Changing an edge of the input changes no free place: tried with numbers, on every operator that is known."""
    build = Builder("free", dtype="float64")
    x = build.input("x", (2, 24))
    rng = random.Random(1)
    y = build.add(Conv(2, 2, (3,), 2, ((2, 1),), (2,), bias=False), x, name="a", weight=unknowns(rng, (2, 2, 3)))
    y = build.add(op.Pad(((1, -1),)), y, name="b")
    y = build.add(op.AveragePool((2,), (1,), ((1, 0),), (1,), count_include_pad=False), y, name="c")
    y = build.add(ConvTranspose(2, 2, (3,), (2,), ((1, 0),), bias=False), y, name="d", weight=unknowns(rng, (2, 2, 3)))
    y = build.add(op.Pad(((0, build.shapes[y][1] % 2),)), y, name="e")
    y = build.add(op.SpaceToDepth((2,), "channel_major"), y, name="f")
    y = build.add(op.DepthToSpace((2,), "channel_major"), y, name="g")
    network = build.network(y)
    places = free_places(network, 0)
    ones = np.ones((1, 2, 24))
    values = evaluate(network, ones, every=True)
    for name, free in places.items():
        assert 0 <= free.start <= free.stop <= free.size == network.shapes[name][1]
        assert free.stop - free.start >= free.size - 16
        row = values[name][0, :, free.start : free.stop]
        period = int(2 * free.rate) or 1  # away from the edges a constant input gives rows that repeat
        assert np.allclose(row[:, period:], row[:, :-period]), name


# ------------------------------------------------------------------------------------------------ the command line


def test_verify_writes_what_replay_repeats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = "nn.Conv1d(1, 1, 3, padding='same')", "nn.Conv1d(1, 1, 3, padding=1)"
    file = tmp_path / "equal.json"
    assert main(["verify", one, other, "--sizes", "5", "--cert", str(file)]) == 0
    said = capsys.readouterr().out
    assert "layer | layer: same" in said
    assert f"written: {file}" in said
    assert main(["replay", str(file), "--model", one, "--rewritten", other, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"same": 1}
    assert main(["replay", str(file), "--model", one, "--rewritten", "nn.Conv1d(1, 1, 3, padding=2)"]) != 0
    capsys.readouterr()
    assert main(["replay", str(file)]) == 2
    assert "--model" in capsys.readouterr().err
    file.unlink()
    assert main(["verify", SAME, HALF, "--sizes", "6", "--cert", str(file)]) == 1
    assert not file.exists()


def test_what_has_no_certificate_says_why() -> None:
    with pytest.raises(NotSupported, match="two networks that are equal"):
        certify(line(1), line(2))
    with pytest.raises(NotSupported, match="files, or functions"):
        repeats_of([Side(lambda n: padded(0)), Side(padded(0))])


def test_models_with_nodes_that_nobody_knows_have_none_and_say_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    onnx = pytest.importorskip("onnx", reason="models are ONNX models")
    from kept_models import OUT_OF_REACH, model_of

    from symstride.doors import read

    model = model_of(OUT_OF_REACH)
    onnx.save(model, tmp_path / "model.onnx")
    path = str(tmp_path / "model.onnx")
    assert main(["verify", path, path, "--cert", str(tmp_path / "equal.json")]) == 3
    said = capsys.readouterr()
    assert "every function in the place of" in said.out  # that they are equal is told nevertheless
    assert "no rule of a certificate" in said.err
    assert not (tmp_path / "equal.json").exists()
    for side in (path, model, read(model, keep=True)):
        with pytest.raises(NotSupported, match="all of whose nodes are read"):
            certify(side, side)
        with pytest.raises(NotSupported, match="all of whose nodes are read"):
            replay_equality(plain(), side, side)
