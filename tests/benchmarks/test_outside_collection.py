"""Identities by others in the field: the texts stay as they are, true ones hold and false ones fail by plain Python."""

from __future__ import annotations

import json
import random
import re
import tomllib
import zlib
from collections.abc import Callable
from itertools import islice
from math import inf
from pathlib import Path
from typing import Any

import pytest
from plain_python import Tropical, meets, sides, tropical

from benchmarks.outside import __main__ as command
from benchmarks.outside.collection import FIELDS, HERE, digest, false_ones, files, true_ones
from symstride.check.falsify import Counterexample
from symstride.identity import Identity
from symstride.verdict import Kind

DIGEST = "cf7af9e94ada89f043f4d28c282e8ce559ae7cd863dc9c848460be38753242a7"
"""Of the texts as they were before any proof was tried."""
LARGE = {
    "boxcar-factors-false-2": {"a": -1, "b": -2, "t": 0},
    "square-root-sum-false-1": {"n": 17},
    "division-by-ten-false-1": {"n": 1029},
    "division-by-ten-false-2": {"n": 69},
}
"""Numbers for variants that fail rarely."""


def table(seed: int) -> Callable[[str, Any], int]:
    """Random integers for tensors and functions, a value for every name and place."""
    return lambda name, place: zlib.crc32(repr((seed, name, place)).encode()) % 1000 - 500


def drawn(identity: Identity, rng: random.Random) -> dict[str, int]:
    """Small integers for the free letters."""
    most = rng.choice((3, 4, 6))
    return {
        name: rng.randint(-1 if rng.random() < 0.3 else 0, most) for name in identity.subject().reading.free_letters
    }


def differs(identity: Identity, integers: dict[str, int], seed: int) -> bool | None:
    """Do the two sides differ there?  None where the hypotheses do not hold."""
    try:
        met = meets(identity, integers, table(seed), table(seed))
    except ZeroDivisionError:  # the hypothesis that excludes it may stand behind
        return None
    left, right = sides(identity, integers, table(seed), table(seed)) if met else (0, 0)
    return left != right if met else None


def test_the_texts_are_as_they_were() -> None:
    assert digest() == DIGEST
    assert {path.name for path in HERE.rglob("*.toml")} == {path.name for path in files()} | {"steps.toml"}


def test_it_is_large_enough_and_every_row_says_where_it_comes_from() -> None:
    true, false = true_ones(), false_ones()
    assert len(true) >= 60
    assert len(false) >= 100
    names = [one.name for one in true]
    assert len(set(names)) == len(names)
    assert {one.field for one in true} == set(FIELDS)
    assert all(one.source and one.asked.identity.title for one in true)
    assert all(one.spoils in names and one.how for one in false)
    assert set(tomllib.loads((HERE / "steps.toml").read_text(encoding="utf-8"))) <= set(names)


def test_every_variant_differs_from_the_identity_that_it_spoils() -> None:
    true = {one.name: one.asked.identity.subject() for one in true_ones()}
    assert all(one.asked.identity.subject() != true[one.spoils] for one in false_ones())


SCALED = "lifting-scaling"
"""The one identity with a hypothesis on scalars, which random ones do not meet."""


@pytest.mark.sampled(4)
@pytest.mark.parametrize("one", [one for one in true_ones() if one.name != SCALED], ids=lambda one: one.name)
def test_true_ones_hold_by_plain_python(one: Any, rng: random.Random) -> None:
    identity = one.asked.identity
    answers = (differs(identity, drawn(identity, rng), seed) for seed in range(3000))
    found = list(islice((answer for answer in answers if answer is not None), 12))
    assert True not in found
    assert len(found) == 12


def test_the_scaling_steps_hold_by_plain_python() -> None:
    (one,) = (one for one in true_ones() if one.name == SCALED)
    for sign in (1, -1):
        entries = lambda name, place, sign=sign: sign if name in "uv" else table(1)(name, place)  # noqa: E731
        for t in range(-3, 4):
            assert meets(one.asked.identity, {"t": t}, entries, table(1))
            left, right = sides(one.asked.identity, {"t": t}, entries, table(1))
            assert left == right


@pytest.mark.parametrize("one", false_ones(), ids=lambda one: one.name)
def test_false_ones_fail_by_plain_python(one: Any, rng: random.Random) -> None:
    identity = one.asked.identity
    if one.name in LARGE:
        assert any(differs(identity, LARGE[one.name], seed) for seed in range(3))
    else:
        assert any(differs(identity, drawn(identity, rng), seed) for seed in range(2000))


# ------------------------------------------------------------------------- what decide says


def fails_there(identity: Identity, found: Counterexample) -> bool:
    """Does plain Python find at these numbers what the verdict says: that the hypotheses hold, and both sides?"""
    number: Callable[[Any], Any] = Tropical if "max" in found.semiring else lambda value: value
    zero = -inf if "max" in found.semiring else 0
    shown: Callable[[Any], Any] = tropical if "max" in found.semiring else lambda value: value

    def entry(name: str, index: tuple[int, ...]) -> Any:
        return number(found.entries.get(f"{name}[{', '.join(map(str, index))}]" if index else name, zero))

    def function(name: str, scalar: Any) -> Any:
        return number(found.table[f"{name}({shown(scalar)})"])

    integers = dict(found.integers)
    left, right = map(shown, sides(identity, integers, entry, function))
    return meets(identity, integers, entry, function) and (left, right) == (found.left, found.right) and left != right


def check_false(one: Any) -> Kind:
    verdict = one.asked.identity.decide()
    assert verdict.kind in (Kind.REFUTED, Kind.UNKNOWN), one.name
    if verdict.kind is Kind.REFUTED:
        assert isinstance(verdict.witness, Counterexample)
        assert fails_there(one.asked.identity, verdict.witness), f"{one.name}: {verdict.witness}"
    return verdict.kind


@pytest.mark.full
def test_a_sample_of_variants_is_not_proved(rng: random.Random) -> None:
    kinds = [check_false(one) for one in rng.sample(false_ones(), 16)]
    assert kinds.count(Kind.REFUTED) >= 12


@pytest.mark.full
def test_a_sample_of_identities_is_not_refuted(rng: random.Random) -> None:
    kinds = [one.asked.identity.decide().kind for one in rng.sample(true_ones(), 8)]
    assert set(kinds) <= {Kind.PROVED, Kind.UNKNOWN}
    assert kinds.count(Kind.PROVED) >= 3


@pytest.mark.whole
@pytest.mark.timeout(900)
def test_no_variant_is_proved_and_ninety_are_refuted() -> None:
    kinds = [check_false(one) for one in false_ones()]
    assert kinds.count(Kind.REFUTED) >= 90


@pytest.mark.whole
@pytest.mark.timeout(900)
def test_no_identity_is_refuted() -> None:
    kinds = [one.asked.identity.decide(axes).kind for one in true_ones() for axes in one.asked.axes]
    assert set(kinds) <= {Kind.PROVED, Kind.UNKNOWN}


def test_what_plain_python_says_can_be_no() -> None:
    found = Counterexample({"n": 1}, "integers", 2, 0, {"x[0]": 2})
    assert fails_there(Identity("sum(x[i] for i in range(n))", "0"), found)
    assert not fails_there(Identity("sum(x[i] for i in range(n))", "0", given="2 <= n"), found)
    assert not fails_there(Identity("sum(x[i + 1] for i in range(n))", "0"), found)
    assert not fails_there(Identity("sum(x[i] for i in range(n))", "x[0]"), found)


# ------------------------------------------------------------------------- the command and its page


def test_the_command_writes_what_it_counts(tmp_path: Path) -> None:
    assert command.main(["--every", "100", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "outside.json").read_text())
    assert {row["name"] for row in data["identities"]} == {one.name for one in true_ones()[::100]}
    assert [row["name"] for row in data["variants"]] == [one.name for one in false_ones()[::100]]
    assert (tmp_path / "outside.md").read_text() == command.page(data)


def test_mistakes_are_told() -> None:
    good = [{"verdict": "proved"}, {"verdict": "unknown"}, {"verdict": "proved with steps"}]
    assert command.mistakes({"identities": good, "variants": [{"verdict": "refuted"}, {"verdict": "unknown"}]}) == []
    refuted, proved = {"verdict": "refuted"}, {"verdict": "proved"}
    assert command.mistakes({"identities": [*good, refuted], "variants": [proved]}) == [refuted, proved]


def test_the_page_has_the_figures_of_the_data() -> None:
    """Of the texts as they are, all of them, each on all its axes."""
    data = json.loads((HERE.parent / "outside.json").read_text())
    assert data["texts"] == DIGEST
    stated = [(one.name, axes) for one in true_ones() for axes in one.asked.axes]
    assert [(row["name"], row["axes"]) for row in data["identities"]] == stated
    assert [row["name"] for row in data["variants"]] == [one.name for one in false_ones()]
    assert not command.mistakes(data)
    page = (HERE.parent / "outside.md").read_text()
    assert page == command.page(data)
    alone = sum(row["verdict"] == "proved" for row in data["identities"] if row["axes"] == 1)
    assert re.search(rf"Of {len(true_ones())} identities {alone} are proved alone", page)
