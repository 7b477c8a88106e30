"""Certificates of equality: true pairs get one that replays; whatever is changed in it, another pair never does."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from equal_cases import lowered, mutants, small_network, unknowns

from symstride.certifying.certificate import replay_equality
from symstride.certifying.joining import Cut, Join
from symstride.certifying.making import certify
from symstride.certifying.repeating import Repeat, free_places, repeats_of
from symstride.certifying.settling import WAYS, SegmentAsked, settled
from symstride.cli import main
from symstride.equality.cutoffs import Building
from symstride.equality.cutoffs import repeats_of as place_by_place
from symstride.equality.deciding import equal
from symstride.equality.sides import Side
from symstride.errors import CertificateRejected, NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.digest import canonical_digest
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.theorem import prove

Data = dict[str, Any]

SAME = "nn.Conv(1, (3,), strides=2, padding='SAME', use_bias=False)"
HALF = "nn.Conv1d(1, 1, 3, stride=2, padding=1, bias=False)"
"""Equal at odd sizes."""


def line(seed: int = 1, size: int = 13) -> Network:
    """Strides 2, 1, 2 along one axis, a map behind each layer."""
    rng = random.Random(seed)
    build = Builder("line", dtype="float64")
    x = build.input("x", (2, size))
    for number, stride in enumerate((2, 1, 2), start=1):
        arrays = {"weight": unknowns(rng, (2, 2, 3)), "bias": unknowns(rng, (2,))}
        x = build.add(Conv(2, 2, (3,), stride, 1), x, name=f"conv{number}", **arrays)
        x = build.add(op.Pointwise(("relu", "tanh", "sigmoid")[number - 1]), x, name=f"map{number}")
    return build.network(x)


@pytest.fixture(scope="module")
def pair() -> tuple[Network, Network]:
    network = line()
    return network, unstride(network, "network")


@pytest.fixture(scope="module")
def genuine(pair: tuple[Network, Network]) -> Data:
    made = certify(*pair, seed=1)
    assert not made.report.is_decided
    data: Data = json.loads(made.certificate())
    return data


@pytest.fixture(scope="module")
def plain(genuine: Data) -> Data:
    """The same without theorems, which take most of the time: what was proved is compared only."""
    data = deepcopy(genuine)
    for cut in cuts(data):
        cut.update({"theorems": [], "way": "compared"} if cut["way"] == "proved" else {})
    return data


def refused(data: Any, left: Any, right: Any, where: str = "") -> None:
    with pytest.raises(CertificateRejected) as why:
        replay_equality(data, left, right)
    assert where in str(why.value.where)


# ------------------------------------------------------------------------------------------------ true pairs


def test_a_certificate_says_how_each_segment_was_settled(pair: tuple[Network, Network], genuine: Data) -> None:
    report = replay_equality(genuine, *pair)
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


def stem(by_hand: bool) -> Network:
    """A layer of 3 taps with stride 2, or 2 taps with stride 1 on phases that were laid out by hand."""
    rng, build = random.Random(5), Builder("stem", dtype="float64")
    w = unknowns(rng, (3, 2, 3))
    x = build.input("x", (2, 10))
    if not by_hand:
        return build.network(build.add(Conv(2, 3, (3,), 2, ((1, 0),), bias=False), x, weight=w))
    wide = np.concatenate([np.zeros((3, 2, 1)), w], axis=2).reshape(3, 2, 2, 2)  # (o, c, cell, phase)
    phases = np.ascontiguousarray(wide.transpose(0, 3, 1, 2)).reshape(3, 4, 2)
    x = build.add(op.SpaceToDepth((2,), "phase_major"), x)
    y = build.add(op.Pad(((1, 0),)), x)
    return build.network(build.add(Conv(4, 3, (2,), bias=False), y, weight=phases))


@pytest.mark.full
def test_a_stem_laid_out_by_hand_and_two_strided_layers_get_a_theorem() -> None:
    found = certify(stem(False), stem(True)).report
    assert found.counts == {"proved": 1}
    build = Builder("padded", dtype="float64")
    x = build.add(op.Pad(((1, 0),)), build.input("x", (2, 10)))
    other = build.network(build.add(Conv(2, 3, (3,), 2, bias=False), x, weight=stem(False).weights["conv1.weight"]))
    both = certify(stem(False), other)
    assert both.report.counts == {"proved": 1}
    assert len(json.loads(both.text)["at"][0]["cuts"][0]["theorems"]) == 2
    wrong = stem(False).with_weights({"conv1.weight": stem(False).weights["conv1.weight"] * 2})
    for way in ("proved", "compared"):  # each of the two is compared with the network between them
        for left, right in ((wrong, other), (other, wrong)):
            data = json.loads(both.text)
            data["at"][0]["cuts"][0]["way"] = way
            data["at"][0] |= {"left": canonical_digest(left), "right": canonical_digest(right)}
            if way == "compared":
                data["at"][0]["cuts"][0]["theorems"] = []
            data["at"][0]["cuts"][0] |= {"left": left.outputs[0], "right": right.outputs[0]}
            refused(data, left, right, "segment")


def folded_pair(off: float = 0.0) -> tuple[Network, Network]:
    """A layer and a normalisation, and both in one layer, as an optimiser writes it."""
    rng = random.Random(3)
    w, b = unknowns(rng, (2, 2, 3)).astype("f"), unknowns(rng, (2,)).astype("f")
    scale, bias, mean = (unknowns(rng, (2,)).astype("f") for _ in range(3))
    variance = np.array([0.7, 1.3], "f")
    layer = Conv(2, 2, (3,), 2, 1)
    first, second = Builder("two"), Builder("one")
    y = first.add(layer, first.input("x", (2, 9)), weight=w, bias=b)
    y = first.add(op.BatchNorm(1e-5), y, scale=scale, bias=bias, mean=mean, variance=variance)
    factor = scale / np.sqrt(variance + np.float32(1e-5))
    both = {"weight": w * factor[:, None, None] * np.float32(1 + off), "bias": (b - mean) * factor + bias}
    return first.network(y), second.network(second.add(layer, second.input("x", (2, 9)), **both))


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
    """relu(relu(x)) and relu(x): a fact about relu, which only the field and the normal forms know."""

    def network(times: int) -> Network:
        build = Builder("relus", dtype="float64")
        x = build.input("x", (2, 5))
        for _ in range(times):
            x = build.add(op.Pointwise("relu"), x)
        return build.network(x)

    monkeypatch.setattr("symstride.certifying.settling.MAX_EXACT", -1)
    made = certify(network(1), network(2), activation="relu")
    assert made.report.counts == {"decided": 1}
    assert 0 < made.report.error <= 1e-9
    assert "wrong with probability at most" in str(made)
    refused({**json.loads(made.text), "activation": "any"}, network(1), network(2), "segment")
    exact = json.loads(made.text)
    exact["at"][0]["cuts"][0]["way"] = "exact"
    assert replay_equality(exact, network(1), network(2)).counts == {"exact": 1}


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


def cuts(data: Data) -> list[Data]:
    found: list[Data] = data["at"][0]["cuts"]
    return found


def other_theorem(data: Data) -> None:
    network = stem(False)
    theorem = prove(network, rewritten=unstride(network)).certificate()
    cuts(data)[0]["theorems"] = [json.loads(theorem)]


def exchanged_theorems(data: Data) -> None:
    one, other = cuts(data)[0], cuts(data)[2]  # of a map in phases, and of a layer
    one["theorems"], other["theorems"] = other["theorems"], one["theorems"]


def change(*path: Any, to: Any) -> Callable[[Data], None]:
    def made(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = to(data[path[-1]]) if callable(to) else to

    return made


C = ("at", 0, "cuts")
FORGERIES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "the last segment dropped": (lambda d: cuts(d).pop(), "cuts"),
    "all segments dropped": (lambda d: cuts(d).clear(), "cuts"),
    "a segment in front of the last dropped": (lambda d: cuts(d).pop(2), "segment"),
    "the order reversed": (lambda d: cuts(d).reverse(), ""),
    "a cut twice": (lambda d: cuts(d).insert(1, deepcopy(cuts(d)[0])), "cut"),
    "a cut at another node of the left": (change(*C, 1, "left", to="conv2"), "segment"),
    "a cut at another node of the right": (change(*C, 3, "right", to="conv3"), "segment"),
    "a cut at no node": (change(*C, 1, "left", to="nothing"), "cut"),
    "a cut at an input": (change(*C, 0, "left", to="x"), "cut"),
    "another order of phases": (change(*C, 0, "held", "order", to="phase_major"), "segment"),
    "another cell": (change(*C, 0, "held", "cell", to=[4]), "cut"),
    "no phases": (change(*C, 0, "held", to=None), "cut"),
    "a cell of nothing": (change(*C, 0, "held", "cell", to=[]), "cuts"),
    "a cell below 1": (change(*C, 0, "held", "cell", to=[-2]), "cut"),
    "a cell in words": (change(*C, 0, "held", "cell", to=["2"]), "cuts"),
    "a cell that is a truth": (change(*C, 0, "held", "cell", to=[True]), "cuts"),
    "compared called same": (change(*C, 1, "way", to="same"), "segment"),
    "compared called proved": (change(*C, 1, "way", to="proved"), "segment"),
    "compared in phases called same": (change(*C, 0, "way", to="same"), "segment"),
    "an unknown way": (change(*C, 0, "way", to="obvious"), "cuts"),
    "the digest of the left": (change("at", 0, "left", to="0" * 64), "left"),
    "the digest of the right": (change("at", 0, "right", to="f" * 64), "right"),
    "digests exchanged": (lambda d: d["at"][0].update(left=d["at"][0]["right"], right=d["at"][0]["left"]), "left"),
    "another size": (change("at", 0, "size", to=[12]), ""),
    "a size twice": (lambda d: d["at"].append(deepcopy(d["at"][0])), "at"),
    "no size at all": (change("at", to=[]), "certificate"),
    "all sizes": (change("repeats", to=[{"step": 1, "settled": [13]}]), ""),
    "another format": (change("format", to="symstride equality 2"), "certificate"),
    "an unknown mode of weights": (change("weights", to="any"), "certificate"),
    "an unknown activation": (change("activation", to="ladder"), "certificate"),
    "an error of 1": (change("error", to=1.0), "certificate"),
    "an error below 0": (change("error", to=-0.5), "certificate"),
    "an error that is no number": (change("error", to=True), "certificate"),
    "one field more": (lambda d: d.update(proved=True), "certificate"),
    "one field less": (lambda d: d.pop("weights"), "certificate"),
    "one field more in a cut": (lambda d: cuts(d)[0].update(ok=True), "cuts"),
}  # fmt: skip
THEOREMS: dict[str, tuple[Callable[[Data], Any], str]] = {
    "proved with its theorems called exact": (change(*C, 0, "way", to="exact"), "segment"),
    "a theorem dropped": (change(*C, 0, "theorems", to=[]), "segment"),
    "a theorem twice": (change(*C, 0, "theorems", to=lambda x: x * 2), "segment"),
    "the theorem of another layer": (other_theorem, "segment"),
    "theorems exchanged": (exchanged_theorems, "segment"),
    "a theorem where nothing is proved": (lambda d: cuts(d)[3].update(theorems=cuts(d)[0]["theorems"]), "segment"),
    "a theorem without steps": (change(*C, 0, "theorems", 0, "steps", to=[]), "segment"),
    "a theorem without claims": (change(*C, 0, "theorems", 0, "claims", to=[]), "segment"),
    "a theorem about something else": (change(*C, 0, "theorems", 0, "about", to={}), "segment"),
    "a theorem with the digest of another": (change(*C, 0, "theorems", 0, "about", "source", to="0" * 64), "segment"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORGERIES)
def test_forgeries_are_refused(kind: str, pair: tuple[Network, Network], plain: Data) -> None:
    forge, where = FORGERIES[kind]
    data = deepcopy(plain)
    forge(data)
    assert data != plain
    refused(data, *pair, where)


@pytest.mark.parametrize("kind", THEOREMS)
def test_forged_theorems_are_refused(kind: str, pair: tuple[Network, Network], genuine: Data) -> None:
    forge, where = THEOREMS[kind]
    data = deepcopy(genuine)
    forge(data)
    assert data != genuine
    refused(data, *pair, where)


def test_what_is_no_certificate_is_refused(pair: tuple[Network, Network], tmp_path: Path) -> None:
    for text in ("{", "{}", "[]", '{"format":NaN}', "[" * 100_000, '{"at":1e999}'):
        (tmp_path / "c.json").write_text(text)
        refused(tmp_path / "c.json", *pair)
    refused(tmp_path / "none.json", *pair, "file")
    refused(tmp_path, *pair, "file")


def with_digests(data: Data, left: Network, right: Network) -> Data:
    data["at"][0] |= {"left": canonical_digest(left), "right": canonical_digest(right)}
    return data


@pytest.mark.parametrize("most", [8, pytest.param(10_000, marks=pytest.mark.full)])
def test_no_certificate_carries_over_to_another_pair(most: int, pair: tuple[Network, Network], plain: Data) -> None:
    """One place of either side is changed, and the digests with it: what is accepted is equal."""
    rng = random.Random(7)
    left, right = pair
    for side in (0, 1):
        found = mutants(pair[side], rng)
        assert len(found) > 20
        for kind, other in rng.sample(found, min(most, len(found))):
            networks = (other, right) if side == 0 else (left, other)
            try:
                replay_equality(with_digests(deepcopy(plain), *networks), *networks)
            except CertificateRejected:
                continue
            assert equal(*networks).status == "equal", kind
    refused(deepcopy(plain), right, left)
    refused(deepcopy(plain), left, left)
    refused(deepcopy(plain), line(2), right, "left")


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


def test_shaken_certificates_are_never_accepted_for_another_pair(plain: Data) -> None:
    """The right has one bias moved in its last layer; every certificate for that pair would be a lie."""
    rng, left = random.Random(11), line()
    right = unstride(left, "network")
    name = next(name for name in right.weights if name.startswith("conv3") and name.endswith("bias"))
    wrong = right.with_weights({**right.weights, name: right.weights[name] * 1.25})
    assert replay_equality(plain, left, right).counts == {"same": 1, "compared": 3}
    data = with_digests(deepcopy(plain), left, wrong)
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


def test_ghosts_that_are_not_zero_are_no_cut(pair: tuple[Network, Network], plain: Data) -> None:
    """Behind a mask the ghosts are 0; without it a cut there would say more than is true."""
    left, right = pair
    mask = next(node for node in right.nodes if isinstance(node.operator, op.Mask))
    all_of_it = replace(mask.operator, size=(mask.operator.cell[0] * right.shapes[mask.name][1],))
    nodes = tuple(replace(node, operator=all_of_it) if node is mask else node for node in right.nodes)
    bare = replace(right, nodes=nodes, origin=None)
    refused(with_digests(deepcopy(plain), left, bare), left, bare, "segment")


# ------------------------------------------------------------------------------------------------ all sizes


def padded(before: int) -> Network:
    rng, build = random.Random(9), Builder("padded", dtype="float64")
    x = build.input("x", (1, 7))
    y = build.add(op.Pad(((before, 0),)), x) if before else x
    layer = Conv(1, 1, (3,), 2, ((1 - before, 1),), bias=False)
    y = build.add(layer, y, name="layer", weight=unknowns(rng, (1, 1, 3)))
    return build.network(build.add(op.MaxPool((2,), (1,), ((0, 0),), (1,)), y, name="pool"))


@pytest.fixture(scope="module")
def all_sizes() -> Data:
    made = certify(padded(0), padded(1), sizes="all", seed=1)
    assert "at all sizes" in str(made)
    assert not made.report.is_decided
    data: Data = json.loads(made.text)
    return data


def test_a_certificate_for_all_sizes_has_every_size_up_to_its_cutoffs(all_sizes: Data) -> None:
    (repeat,) = all_sizes["repeats"]
    assert repeat["step"] == 2
    assert [n % 2 for n in repeat["settled"]] == [0, 1]
    report = replay_equality(all_sizes, padded(0), padded(1))
    assert len(report.sizes) == len(all_sizes["at"])
    assert "in steps of 2" in report.scope


@pytest.mark.parametrize(
    "forge",
    [
        lambda d: d["at"].pop(),
        lambda d: d["at"].pop(0),
        change("repeats", 0, "step", to=1),
        change("repeats", 0, "step", to=4),
        change("repeats", 0, "settled", to=lambda x: x[:-1]),
        change("repeats", 0, "settled", to=lambda x: x[::-1]),
        change("repeats", 0, "settled", to=lambda x: [n - 2 if n > 2 else n for n in x]),
        lambda d: d.update(repeats=[{"step": 1, "settled": [max(each["size"][0] for each in d["at"])]}]),
        lambda d: d.update(repeats=d["repeats"] * 2),
        lambda d: d.update(repeats=[]),
        change("repeats", 0, "step", to=0),
        change("repeats", 0, "settled", 0, to=600),
    ],
)
def test_forged_cutoffs_are_refused(forge: Callable[[Data], Any], all_sizes: Data) -> None:
    data = deepcopy(all_sizes)
    forge(data)
    refused(data, padded(0), padded(1))


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
    with pytest.raises(SymstrideError, match="error"):
        certify(line(1), line(1), error=0)
    with pytest.raises(NotSupported, match="files, or functions"):
        repeats_of([Side(lambda n: padded(0)), Side(padded(0))])
