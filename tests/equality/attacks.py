"""Attacks on the checker of certificates of equality: each has to be refused, at its place and in its words."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from certified_cases import (
    Data,
    Pair,
    all_sizes,
    change,
    cut,
    cuts,
    folded_pair,
    forged,
    genuine,
    line,
    lines,
    of,
    padded,
    padded_stem,
    plain,
    relus,
    stem,
    with_digests,
)

from symstride.certifying.certificate import replay_equality
from symstride.certifying.joining import Join, SegmentNetworks
from symstride.certifying.making import certify
from symstride.certifying.settling import SegmentAsked, settled
from symstride.equality.deciding import equal
from symstride.errors import CertificateRejected, NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.digest import canonical_digest
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.network.wiring import Wiring
from symstride.theorem import prove


@dataclass(frozen=True)
class Attack:
    """``run`` has to be refused: at a place that has ``where`` in it, and in words that have ``said`` in them.

    ``kind`` is the error; what is wrong with the networks themselves, and not with the certificate, has its own.
    """

    run: Callable[[], object]
    where: str
    said: str
    kind: type[SymstrideError] = CertificateRejected

    def outcome(self) -> str:
        """Empty when it is refused as it has to be."""
        try:
            self.run()
        except self.kind as why:
            where = getattr(why, "where", "")
            right = self.where in where and self.said in f"{why.expected} {why.got}"
            return "" if right else f"refused otherwise: {where}: {why.expected}, got {why.got}"
        except Exception as why:  # noqa: BLE001  any other error is no refusal
            return f"{type(why).__name__}: {why}"
        return "accepted"


@dataclass(frozen=True)
class Genuine:
    """``run`` has to be accepted."""

    run: Callable[[], object]

    def outcome(self) -> str:
        """Empty when it is."""
        try:
            self.run()
        except Exception as why:  # noqa: BLE001  whatever it is, it is no acceptance
            return f"{type(why).__name__}: {why}"
        return ""


# ------------------------------------------------------------------------------------------------ edited certificates


def edited(forge: Callable[[Data], Any], where: str, said: str, of: Callable[[], Data] = plain) -> Attack:
    """A change of the certificate of ``lines()``."""
    return Attack(lambda: replay_equality(forged(of(), forge), *lines()), where, said)


def proved(forge: Callable[[Data], Any], said: str, where: str = "segment map1") -> Attack:
    return edited(forge, where, said, genuine)


def limited(name: str, most: int, run: Callable[[], object]) -> Callable[[], object]:
    """The same with another limit of the checker."""

    def made() -> object:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(import_module("symstride.certifying.certificate"), name, most)
            return run()

    return made


def sized(forge: Callable[[Data], Any], where: str, said: str) -> Attack:
    """A change of the certificate for all sizes."""
    return Attack(lambda: replay_equality(forged(all_sizes(), forge), padded(0), padded(1)), where, said)


@cache
def _other_theorem() -> str:
    """A theorem of another layer."""
    return prove(stem(False), rewritten=unstride(stem(False))).certificate()


def other_theorem(data: Data) -> None:
    cuts(data)[0]["theorems"] = [json.loads(_other_theorem())]


def other_theorem_about_this(data: Data) -> None:
    """It says that it is about this network."""
    about = {key: cuts(data)[0]["theorems"][0]["about"][key] for key in ("source", "rewritten")}
    other_theorem(data)
    cuts(data)[0]["theorems"][0]["about"] |= about


def unnamed(data: Data) -> None:
    """Theorems about whatever networks have such layers, and not about those with certain digests."""
    for theorem in cuts(data)[0]["theorems"]:
        theorem["about"] |= {"source": None, "rewritten": None}


def other_theorem_about_nothing(data: Data) -> None:
    """It does not say which network it is about."""
    other_theorem(data)
    unnamed(data)


def exchanged_theorems(data: Data) -> None:
    one, other = cuts(data)[0], cuts(data)[2]  # of a map in phases, and of a layer
    one["theorems"], other["theorems"] = other["theorems"], one["theorems"]


def theorem_where_nothing_is_strided(data: Data) -> None:
    cuts(data)[3].update(way="proved", theorems=cuts(data)[0]["theorems"])


_KEYS = "an object with"
_ROW = "two ends, a way among"
_ENTRY = "a size, two digests and cuts"
_HELD = "a cell and an order of phases"
_FIRST = "how weights are read and what is known of activations"
_ERROR = "an error of 0, or between 0 and 1"
_STEP = "a step, and a size for each remainder"
C = ("at", 0, "cuts")
R = ("repeats", 0)

EDITED = {
    "the last segment dropped": edited(lambda d: cuts(d).pop(), "cuts", "cuts that reach every output"),
    "all segments dropped": edited(lambda d: cuts(d).clear(), "cuts", "cuts that reach every output"),
    "a segment dropped": edited(lambda d: cuts(d).pop(2), "segment map3", "a segment that is same"),
    "the order reversed": edited(lambda d: cuts(d).reverse(), "segment map3", "a segment that is same"),
    "a cut twice": edited(
        lambda d: cuts(d).insert(1, deepcopy(cuts(d)[0])), "cut 'map1'", "ends that are not known to be equal yet"),
    "another node of the left": edited(change(*C, 1, "left", to="conv2"), "segment conv2", "that is compared"),
    "another node of the right": edited(change(*C, 3, "right", to="conv3"), "segment map3", "that is same"),
    "no node of the left": edited(change(*C, 1, "left", to="nothing"), "cut 'nothing'", "a node of the left"),
    "no node of the right": edited(change(*C, 1, "right", to="nothing"), "cut 'map2'", "a node of the right"),
    "a cut at an input": edited(change(*C, 0, "left", to="x"), "cut 'x'", "a value that holds one of shape (2, 13)"),
    "another order of phases": edited(change(*C, 0, "held", "order", to="phase_major"), "segment map1", "compared"),
    "another cell": edited(change(*C, 0, "held", "cell", to=[4]), "cut", "a value that holds one of shape (2, 7)"),
    "a cell of two axes": edited(
        change(*C, 0, "held", "cell", to=[2, 1]), "cut", "a value that holds one of shape (2, 7)"),
    "no phases": edited(change(*C, 0, "held", to=None), "cut", "a value that holds one of shape (2, 7), the same"),
    "a cell below 1": edited(change(*C, 0, "held", "cell", to=[-2]), "cut", "one of shape (2, 7), in phases of -2"),
    "a cell of nothing": edited(change(*C, 0, "held", "cell", to=[]), "at[0].cuts[0]", _HELD),
    "a cell in words": edited(change(*C, 0, "held", "cell", to=["2"]), "at[0].cuts[0]", _HELD),
    "a cell that is a truth": edited(change(*C, 0, "held", "cell", to=[True]), "at[0].cuts[0]", _HELD),
    "a cell that is no list": edited(change(*C, 0, "held", "cell", to="2"), "at[0].cuts[0]", _HELD),
    "an order of nobody": edited(change(*C, 0, "held", "order", to="rows"), "at[0].cuts[0]", _HELD),
    "one field more in phases": edited(lambda d: cuts(d)[0]["held"].update(size=[7]), "at[0].cuts[0]", _KEYS),
    "phases that are no object": edited(change(*C, 0, "held", to=[2]), "at[0].cuts[0]", _KEYS),
    "compared called same": edited(change(*C, 1, "way", to="same"), "segment map2", "a segment that is same"),
    "compared called proved": edited(change(*C, 1, "way", to="proved"), "segment map2", "theorems where something"),
    "phases called same": edited(change(*C, 0, "way", to="same"), "segment map1", "a segment that is same"),
    "an unknown way": edited(change(*C, 0, "way", to="obvious"), "at[0].cuts[0]", _ROW),
    "an end that is no text": edited(change(*C, 0, "left", to=1), "at[0].cuts[0]", _ROW),
    "another end that is no text": edited(change(*C, 0, "right", to=None), "at[0].cuts[0]", _ROW),
    "theorems that are no list": edited(change(*C, 0, "theorems", to=None), "at[0].cuts[0]", _ROW),
    "a theorem that is a text": edited(change(*C, 0, "theorems", to=["{}"]), "at[0].cuts[0]", _ROW),
    "the digest of the left": edited(change("at", 0, "left", to="0" * 64), "left", "with the digest 000"),
    "the digest of the right": edited(change("at", 0, "right", to="f" * 64), "right", "with the digest fff"),
    "digests exchanged": edited(
        lambda d: d["at"][0].update(left=d["at"][0]["right"], right=d["at"][0]["left"]), "left", "with the digest"),
    "a digest that is no text": edited(change("at", 0, "right", to=0), "at[0]", _ENTRY),
    "cuts that are no list": edited(change("at", 0, "cuts", to={}), "at[0]", _ENTRY),
    "a size of 0": edited(change("at", 0, "size", to=[0]), "at[0]", _ENTRY),
    "a size of no axis": edited(change("at", 0, "size", to=[]), "at[0]", _ENTRY),
    "a size that is a text": edited(change("at", 0, "size", to="13"), "at[0]", _ENTRY),
    "a size that is a truth": edited(change("at", 0, "size", to=[True]), "at[0]", _ENTRY),
    "another size": edited(change("at", 0, "size", to=[12]), "networks", "two networks of that size"),
    "a size that one side lacks": edited(change("at", 0, "size", to=[14]), "networks", "two networks of that size"),
    "a size that the left lacks": Attack(
        lambda: replay_equality(forged(plain(), change("at", 0, "size", to=[14])), *lines()[::-1]),
        "networks", "two networks of that size"),
    "a size twice": edited(lambda d: d["at"].append(deepcopy(d["at"][0])), "at", "each size once"),
    "no size at all": edited(change("at", to=[]), "certificate", _ERROR),
    "sizes that are no list": edited(change("at", to={}), "certificate", _ERROR),
    "one field more at a size": edited(lambda d: d["at"][0].update(ok=True), "at[0]", _KEYS),
    "more cuts than are read": Attack(
        limited("MAX_CUTS", 3, lambda: replay_equality(plain(), *lines())), "certificate", "at most 3 cuts"),
    "another format": edited(change("format", to="symstride equality 2"), "certificate", _FIRST),
    "an unknown mode of weights": edited(change("weights", to="any"), "certificate", _FIRST),
    "an unknown activation": edited(change("activation", to="ladder"), "certificate", _FIRST),
    "an error of 1": edited(change("error", to=1.0), "certificate", _ERROR),
    "an error below 0": edited(change("error", to=-0.5), "certificate", _ERROR),
    "an error that is no number": edited(change("error", to=True), "certificate", _ERROR),
    "an error in words": edited(change("error", to="1e-9"), "certificate", _ERROR),
    "sizes by names": edited(change("at", to={"size": None}), "certificate", _ERROR),
    "one field more": edited(lambda d: d.update(proved=True), "certificate", "at, error, format, proved, repeats"),
    "one field less": edited(lambda d: d.pop("weights"), "certificate", _KEYS),
    "one field more in a cut": edited(lambda d: cuts(d)[0].update(ok=True), "at[0].cuts[0]", _KEYS),
    "a cut that is no object": edited(change(*C, 0, to=None), "at[0].cuts[0]", _KEYS),
    "all sizes of what has one": edited(
        change("repeats", to=[{"step": 1, "settled": [13]}]), "size (13,)", "a side that does not exist"),
    "all sizes of what is on the right": Attack(
        lambda: replay_equality(
            forged(plain(), change("repeats", to=[{"step": 1, "settled": [13]}])), *lines()[::-1]),
        "size (13,)", "a side that does not exist"),
    "theorems called exact": proved(change(*C, 0, "way", to="exact"), "theorems where something is proved"),
    "a theorem dropped": proved(change(*C, 0, "theorems", to=[]), "theorems where something is proved"),
    "a theorem twice": proved(change(*C, 0, "theorems", to=lambda x: x * 2), "theorems for the 1 sides"),
    "the theorem of another layer": proved(other_theorem, "the network with the digest"),
    "another theorem about this layer": proved(other_theorem_about_this, "every layer of 'line, map1' that changes"),
    "another theorem about nothing": proved(other_theorem_about_nothing, "every layer of 'line, map1' that changes"),
    "theorems exchanged": proved(exchanged_theorems, "the network with the digest"),
    "a theorem beside the same": proved(
        lambda d: cuts(d)[3].update(theorems=cuts(d)[0]["theorems"]), "theorems where something", "segment map3"),
    "a theorem without a stride": proved(theorem_where_nothing_is_strided, "a layer with a stride", "segment map3"),
    "a theorem without steps": proved(change(*C, 0, "theorems", 0, "steps", to=[]), "that the kernel accepts"),
    "a theorem without claims": proved(change(*C, 0, "theorems", 0, "claims", to=[]), "that the kernel accepts"),
    "a theorem about nothing": proved(change(*C, 0, "theorems", 0, "about", to={}), "a subject with one of"),
    "a theorem with another digest": proved(
        change(*C, 0, "theorems", 0, "about", "source", to="0" * 64), "the network with the digest 000"),
    "a theorem with another digest of the right": proved(
        change(*C, 0, "theorems", 0, "about", "rewritten", to="0" * 64), "the rewritten network with the digest 000"),
    "one of the sizes dropped": sized(lambda d: d["at"].pop(), "at", "1 that were not, and 0 others"),
    "a small size dropped": sized(lambda d: d["at"].pop(0), "at", "1 that were not, and 0 others"),
    "a size too many": sized(
        lambda d: d["at"].append({**d["at"][0], "size": [99]}), "at", "0 that were not, and 1 others"),
    "a smaller step": sized(change(*R, "step", to=1), "repeats[0]", "a size for each remainder"),
    "a larger step": sized(change(*R, "step", to=4), "repeats[0]", "a size for each remainder"),
    "a step beyond all": sized(change(*R, "step", to=10**15), "repeats[0]", "a step and sizes of at most"),
    "a remainder dropped": sized(change(*R, "settled", to=lambda x: x[:-1]), "repeats[0]", "a size for each"),
    "remainders exchanged": sized(change(*R, "settled", to=lambda x: x[::-1]), "repeats[0]", "a size for each"),
    "a settled size of 0": sized(change(*R, "settled", 0, to=0), "repeats[0]", "a size for each remainder"),
    "a lower cutoff": sized(
        change(*R, "settled", to=lambda x: [n - 2 if n > 2 else n for n in x]), "size (", "fewer free places"),
    "a step that divides it": sized(
        lambda d: d.update(repeats=[{"step": 1, "settled": [max(each["size"][0] for each in d["at"])]}]),
        "size (", "fewer free places than a step"),
    "a step that divides it, from the size before": sized(
        lambda d: d.update(repeats=[{"step": 1, "settled": [max(each["size"][0] for each in d["at"]) - 1]}]),
        "size (", "fewer free places than a step"),
    "an axis too many": sized(lambda d: d.update(repeats=d["repeats"] * 2), "size (", "a side that does not exist"),
    "more sizes than are compared": sized(
        lambda d: d.update(repeats=[{"step": 1, "settled": [240]}] * 2), "repeats", "at most 2,000 sizes"),
    "a cutoff beyond all": sized(change(*R, "settled", 0, to=600), "repeats[0]", "a step and sizes of at most"),
    "no axis": sized(change("repeats", to=[]), "repeats", "how sizes repeat along each axis"),
    "axes that are no list": sized(change("repeats", to={"step": 1}), "repeats", "how sizes repeat along each axis"),
    "one field more along an axis": sized(lambda d: d["repeats"][0].update(ok=True), "repeats", _KEYS),
    "a step of 0": sized(change(*R, "step", to=0), "repeats", _STEP),
    "a step that is a truth": sized(change(*R, "step", to=True), "repeats", _STEP),
    "no settled size": sized(change(*R, "settled", to=[]), "repeats", _STEP),
    "a settled size in words": sized(change(*R, "settled", 0, to="4"), "repeats", _STEP),
}  # fmt: skip


# ------------------------------------------------------------------------------------------------ files


def filed(text: str | None, where: str, said: str, most: int = 2**28) -> Attack:
    """A file with that text, none for None, where at most so many bytes are read."""

    def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "equal.json"
            if text is not None:
                path.write_text(text)
            replay_equality(path, *lines())

    return Attack(limited("MAX_BYTES", most, run), where, said)


_NO_FILE = "a certificate of equality, its text or its data"
FILES = {
    "no file": filed(None, "file", _NO_FILE),
    "half of a file": filed('{"format":', "file", _NO_FILE),
    "brackets without end": filed("[" * 100_000, "file", _NO_FILE),
    "a list": filed("[]", "file", "a JSON object"),
    "what is no number": filed('{"format":NaN}', "file", "NaN is no number of JSON"),
    "more bytes than are read": filed("{}", "file", "at most 1 bytes", 1),
    "nothing in it": filed("{}", "certificate", "weights nothing"),
    "a file by its name": Attack(lambda: replay_equality("no/equal.json", *lines()), "file", "No such file"),
}


# ------------------------------------------------------------------------------------------------ other networks


def pair_of(build: Callable[[Builder, str, int], tuple[str, ...]], shape: tuple[int, ...]) -> Pair:
    """Two networks on one input, built by ``build(builder, input, side)``, which gives the outputs."""
    made = []
    for side in (0, 1):
        builder = Builder("side", dtype="float64")
        made.append(builder.network(*build(builder, builder.input("x", shape), side)))
    return made[0], made[1]


def two_values_in_one() -> object:
    """A value in phases with a ghost, and the same with a place more that is 0: the right holds both alike."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        k = builder.add(op.Pointwise("relu"), x, name="k")
        wide = builder.add(op.Pad(((0, 1),)), k, name="wide")
        phases = builder.add(op.SpaceToDepth((2,), "channel_major"), wide, name="phases")
        z = builder.add(op.Pointwise("relu"), phases, name="z")
        pool = op.AveragePool((2,), (2,), ((0, 0),), (1,), ceil_mode=True)
        return builder.add(pool, (wide, k)[side], name="y"), z

    rows = [cut("k", "k"), cut("k", "phases", cell=(2,)), cut("z", "z"), cut("wide", "phases", cell=(2,))]
    return replayed(pair_of(build, (2, 13)), *rows, cut("y", "y"))


def replayed(pair: Pair, *rows: Data, **how: Any) -> object:
    assert equal(*pair, seed=1).status != "equal"
    return replay_equality(of(pair, *rows, **how), *pair)


def outputs_exchanged() -> object:
    """Both outputs are known, each as the other one."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        outputs = [builder.add(op.Pointwise(name), x, name=name) for name in ("relu", "tanh")]
        made = [builder.add(op.Pointwise("sigmoid"), name, name=f"{name}/end") for name in outputs]
        return tuple(made[::-1] if side else made)

    left, right = pair_of(build, (2, 5))
    plain_names = {name: f"out {number}" for number, name in enumerate(right.outputs)}
    nodes = tuple(replace(node, name=plain_names.get(node.name, node.name)) for node in right.nodes)
    right = replace(right, nodes=nodes, outputs=tuple(plain_names.values()))
    return replayed((left, right), cut("relu/end", "out 1"), cut("tanh/end", "out 0"))


def at_no_number(strange: Callable[[Builder, str], str], numbers: int = 5) -> Callable[[], object]:
    """0 times a value that is minus infinity somewhere, and 0 times the larger of that and a number."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        value = strange(builder, x)
        wide = builder.add(op.Pad(((1, 0),)), x, name="wide")
        larger = builder.add(op.Maximum(), value, wide, name="larger")
        both = (builder.add(op.Maximum(), value, value, name="value"), larger)
        return (builder.add(op.Affine(shift=False), both[side], name="y", scale=np.zeros(1)), larger)

    def run() -> object:
        rows = [cut("strange", "strange"), cut("y", "y", "exact"), cut("larger", "larger")]
        return replayed(pair_of(build, (1, numbers)), *rows)

    return run


def unfilled(builder: Builder, x: str) -> str:
    return builder.add(op.MaxPool((1,), (1,), ((1, 0),), (1,)), x, name="strange")


def wrong_number(builder: Builder, x: str) -> str:
    wide = builder.add(op.Pad(((1, 0),)), x)
    return builder.add(op.Affine(shift=False), wide, name="strange", scale=np.full(1, -np.inf))


def behind_wrong_number(builder: Builder, x: str) -> str:
    wide = builder.add(op.Pad(((1, 0),)), x)
    first = builder.add(op.Affine(shift=False), wide, scale=np.full(1, -np.inf))
    return builder.add(op.Affine(shift=False), first, name="strange", scale=np.full(1, 0.3))


def wrong_right(way: str) -> Callable[[], object]:
    """One bias of the first layer of the right is another one; the theorems are genuine."""

    def run() -> object:
        left, right = lines()
        name = next(name for name in right.weights if name.startswith("conv1") and name.endswith("bias"))
        wrong = right.with_weights({**right.weights, name: right.weights[name] * 1.25})
        data = genuine() if way == "proved" else plain()
        unnamed(data)
        return replay_equality(with_digests(data, left, wrong), left, wrong)

    return run


@cache
def _both_strided(way: str) -> str:
    made = certify(stem(False), padded_stem(), seed=1)
    data = json.loads(made.text)
    assert len(cuts(data)[0]["theorems"]) == 2
    cuts(data)[0].update({} if way == "proved" else {"way": way, "theorems": []})
    return json.dumps(data)


def wrong_stem(network: Network) -> Network:
    return network.with_weights({name: array * 2 for name, array in network.weights.items()})


def beside_the_middle(way: str, *wrong: str) -> Callable[[], object]:
    """Both sides are strided, and some of left, right and the network between them are twice what they are."""

    def run() -> object:
        left, middle, right = (
            wrong_stem(one) if side in wrong else one
            for side, one in (("left", stem(False)), ("middle", padded_stem()), ("right", padded_stem()))
        )
        data = json.loads(_both_strided(way))
        unnamed(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(import_module("symstride.certifying.settling"), "unstride", lambda *_: unstride(middle))
            return replay_equality(with_digests(data, left, right), left, right)

    return run


def relu_twice(way: str) -> Callable[[], object]:
    """Not the same for every map in the place of relu."""
    return lambda: replay_equality(of((relus(1), relus(2)), cut("relu1", "relu2", way)), relus(1), relus(2))


def folded_apart() -> object:
    """Weights that are further from those of the left than rounding brings them."""
    data = json.loads(certify(*folded_pair()).text)
    other = folded_pair(off=1e-3)
    data["at"][0]["right"] = canonical_digest(other[1])
    return replay_equality(data, *other)


def of_other_shapes() -> object:
    """Outputs of two shapes."""
    pair = line(), line(size=15)
    return replay_equality(of(pair, cut("map3", "map3")), *pair)


def of_more_outputs() -> object:
    left = line()
    right = replace(left, outputs=("map3", "map2"), origin=None)
    return replay_equality(of((left, right), cut("map3", "map3")), left, right)


def of_another_output() -> object:
    left = line()
    right = replace(left, outputs=("map1",), origin=None)
    return replay_equality(of((left, right), cut("map3", "map1")), left, right)


def without_weights(side: int) -> Callable[[], object]:
    pair = line(), line().without_weights()
    pair = pair if side else pair[::-1]
    return lambda: replay_equality(of(pair, cut("map3", "map3")), *pair)


def phases_of_a_list() -> object:
    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        return (builder.add(op.Reshape((8,)), x, name="list"),)

    pair = pair_of(build, (2, 4))
    return replay_equality(of(pair, cut("x", "list", cell=(2,))), *pair)


def seen_to_be_numbers(unsure: int) -> object:
    """A maximum that takes minus infinity away, on one side, which is a number on the other one for all to see."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        wide = builder.add(op.Pad(((1, 0),)), x, name="wide")
        y = builder.add(op.Maximum(), wide, unfilled(builder, x), name="w") if side == unsure else wide
        return (builder.add(op.Pointwise("sigmoid"), y, name="y"),)

    pair = pair_of(build, (1, 5))
    ends = ("wide", "w") if unsure else ("w", "wide")
    return replay_equality(of(pair, cut(*ends, "exact"), cut("y", "y")), *pair)


def of_fractions() -> object:
    """Numbers that are no floats."""
    network = alone(op.Quotient(each_place=True), (1, 3), by=np.array([[Fraction(1, 3)] * 3], object))
    return replay_equality(of((network, network), cut("y", "y")), network, network)


def alone(operator: Any, shape: tuple[int, ...], **arrays: Any) -> Network:
    """A network of one operator."""
    build = Builder("alone", dtype="float64")
    return build.network(build.add(operator, build.input("x", shape), name="y", **arrays))


def every_size(left: Any, right: Any, settled: int = 3, step: int = 1) -> Callable[[], object]:
    """What says that all sizes are like one."""

    def run() -> object:
        known = [alone(op.Pointwise("relu"), (1, 3))] * 2
        data = of((known[0], known[1]), cut("y", "y")) | {"repeats": [{"step": step, "settled": [settled] * step}]}
        return replay_equality(data, left, right)

    return run


def averaged() -> Network:
    return alone(op.GlobalPool("average"), (1, 3))


def circular() -> Network:
    return alone(Conv(1, 1, (3,), padding=1, padding_mode="circular", bias=False), (1, 3), weight=np.ones((1, 1, 3)))


def in_a_file() -> Any:
    from symstride.adapters.onnx.door import to_model

    return to_model(alone(op.Pointwise("relu"), (1, 3)))


def moved(low: int, high: int) -> Network:
    """Places are cut off at the edges, and zeros put there instead."""
    build = Builder("moved", dtype="float64")
    y = build.add(op.Pad(((-low, -high),)), build.input("x", (1, 12)), name="less")
    return build.network(build.add(op.Pad(((low, high),)), y, name="y"))


def of_two_outputs() -> Network:
    network = alone(op.Pointwise("relu"), (1, 3))
    return replace(network, outputs=("y", "x"), origin=None)


def other_inputs() -> object:
    return Join(line(), line(size=15))


def other_ends() -> object:
    left = stem(False)
    shorter = replace(left.node(left.outputs[0]), name="y", operator=Conv(2, 3, (3,), 2, ((0, 0),), bias=False))
    right = replace(left, nodes=(left.nodes[0], shorter), outputs=("y",))
    return settled(SegmentNetworks(left, right, ("a", "b")), "same", (), SegmentAsked("symbolic", "any", 1e-9))


_REACHED = "a segment that is exact: outputs that are numbers"
NETWORKS = {
    "two values in one": Attack(two_values_in_one, "cut 'wide'", "as the right end was taken before"),
    "outputs exchanged": Attack(outputs_exchanged, "cuts", "cuts that reach every output"),
    "0 times minus infinity": Attack(at_no_number(unfilled), "segment y", _REACHED),
    "0 times what a weight made infinite": Attack(at_no_number(wrong_number), "segment y", "that is exact: numbers"),
    "0 times a map of that": Attack(at_no_number(behind_wrong_number), "segment y", "that is exact: numbers"),
    "a wrong right, proved": Attack(wrong_right("proved"), "segment map1", "that is proved: bias[0] of 'conv1'"),
    "a wrong right, compared": Attack(wrong_right("compared"), "segment map1", "that is compared: bias[0] of 'conv1'"),
    "weights further apart than rounding": Attack(folded_apart, "segment", "a segment that is same"),
    "inputs of other shapes": Attack(of_other_shapes, "networks", "networks that pair up"),
    "more outputs": Attack(of_more_outputs, "networks", "1 and 2 outputs"),
    "an output of another shape": Attack(of_another_output, "networks", "outputs of shapes"),
    "no weights": Attack(without_weights(1), "networks", "a parameter without numbers"),
    "no weights of the left": Attack(without_weights(0), "networks", "a parameter without numbers"),
    "phases of a list": Attack(phases_of_a_list, "cut 'x'", "a value that holds one of shape (2, 4), in phases of 2"),
    "all sizes of a whole map": Attack(every_size(averaged(), averaged()), "networks", "operators that read places"),
    "all sizes around a circle": Attack(every_size(circular(), circular()), "networks", "operators that read places"),
    "all sizes of a function": Attack(every_size(averaged(), lambda n: averaged()), "networks", "layers, lines or"),
    "all sizes of more outputs": Attack(
        every_size(alone(op.Pointwise("relu"), (1, 3)), of_two_outputs()), "size (3,)", "1 and 2 outputs"),
    "one axis for two": Attack(
        every_size(*[alone(op.Pointwise("relu"), (1, 3, 3))] * 2), "size (3,)", "an input of another size"),
    "free places of the left alone": Attack(
        every_size(moved(9, 0), moved(0, 9), 12), "size (12,)", "outputs of which fewer places are free"),
    "a step in which nothing seems to change": Attack(
        every_size(*[alone(op.MaxPool((1,), (2,), ((0, 0),), (1,)), (1, 3))] * 2, settled=5),
        "size (5,)", "fewer free places than a step"),
    "outputs of other sizes": Attack(
        every_size(alone(op.Pad(((0, 2),)), (1, 3)), alone(op.Pad(((0, 1),)), (1, 3)), 9),
        "size (9,)", "outputs of which fewer places are free"),
    "relu twice, exactly": Attack(relu_twice("exact"), "segment relu1", "that is exact: the same normal forms"),
    "relu twice, decided": Attack(relu_twice("decided"), "segment relu1", "that is decided: two sides that are equal"),
    "nodes that nobody knows": Attack(
        lambda: replay_equality(plain(), Wiring("w", {}, {}, (), {}, ()), line()),
        "", "models all of whose nodes are read", NotSupported),
    "a line that nobody reads": Attack(
        lambda: replay_equality(plain(), "nn.Nothing()", line()), "", "nn.Nothing", SpecError),
    "decided, where nothing may be": Attack(
        lambda: replay_equality(
            of((relus(1), relus(1)), cut("relu1", "relu1", "decided")) | {"error": 0.0}, relus(1), relus(1)),
        "segment relu1", "nothing that is decided only"),
    "a join of other inputs": Attack(other_inputs, "inputs", "inputs of shapes"),
    "ends of two shapes": Attack(other_ends, "segment", "ends of one shape"),
    **{f"both strided, {way}, another {' and '.join(wrong)}": Attack(
        beside_the_middle(way, *wrong), "segment", f"a segment that is {way}: weight[0, 0, 0] as 'conv1' has it")
        for way in ("compared", "proved")
        for count in (1, 2)
        for wrong in combinations(("left", "middle", "right"), count)},
}  # fmt: skip

if find_spec("onnx") is not None:
    NETWORKS["all sizes of a file"] = Attack(every_size(in_a_file(), in_a_file()), "networks", "layers, lines or")

ATTACKS: dict[str, Attack] = {**EDITED, **FILES, **NETWORKS}

GENUINE: dict[str, Genuine] = {
    "theorems": Genuine(lambda: replay_equality(genuine(), *lines())),
    "all sizes": Genuine(lambda: replay_equality(all_sizes(), padded(0), padded(1))),
    "nothing left to chance": Genuine(lambda: replay_equality(plain() | {"error": 0.0}, *lines())),
    "a text": Genuine(lambda: replay_equality(json.dumps(plain()), *lines())),
    "a fold": Genuine(lambda: replay_equality(certify(*folded_pair()).text, *folded_pair())),
    "the left may be no number": Genuine(lambda: seen_to_be_numbers(0)),
    "the right may be no number": Genuine(lambda: seen_to_be_numbers(1)),
    "fractions": Genuine(of_fractions),
}
