"""Certificates of equality that somebody edited, and files that are none; what has to be refused, and what has not."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from certified_cases import (
    Data,
    all_sizes,
    change,
    cuts,
    forged,
    genuine,
    lines,
    padded,
    plain,
    stem,
)

from symstride.certifying.certificate import replay_equality
from symstride.errors import CertificateRejected, SymstrideError
from symstride.network.rewriting.unstride import unstride
from symstride.theorem import prove


@dataclass(frozen=True)
class Genuine:
    """``run`` has to be accepted."""

    run: Callable[[], object]

    def tried(self) -> tuple[str, Exception | None]:
        """(what came out, empty when it is as it has to be, and the error that was raised)"""
        try:
            self.run()
        except Exception as why:  # noqa: BLE001  what is no refusal is wrong too, and told
            return self.of_error(why), why
        return self.of_none(), None

    def of_error(self, why: Exception) -> str:
        return f"{type(why).__name__}: {why}"

    def of_none(self) -> str:
        return ""


@dataclass(frozen=True)
class Attack(Genuine):
    """``run`` has to be refused: at a place that has ``where`` in it, and in words that have ``said`` in them.

    ``kind`` is the error; what is wrong with the networks themselves, and not with the certificate, has its own.
    """

    where: str
    said: str
    kind: type[SymstrideError] = CertificateRejected

    def of_error(self, why: Exception) -> str:
        if not isinstance(why, self.kind):
            return super().of_error(why)
        where = getattr(why, "where", "")
        is_right = self.where in where and self.said in f"{why.expected} {why.got}"
        return "" if is_right else f"refused otherwise: {where}: {why.expected}, got {why.got}"

    def of_none(self) -> str:
        return "accepted"


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
