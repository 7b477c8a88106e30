"""The campaign of substituted networks: what it counts, that it can be repeated, and that it can say no."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import symstride
from benchmarks.substitution import __main__ as command
from benchmarks.substitution.campaign import KINDS, Proved, Tally, campaign, difference, every_operator
from symstride.network import correspondence
from symstride.network.correspondence import Correspondence
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


@pytest.fixture
def _onnx(need: Callable[[str], str]) -> None:
    need("onnx")


@pytest.mark.usefixtures("_onnx")
def test_the_command_writes_what_it_counts(tmp_path: Path) -> None:
    assert command.main(["--count", "4", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "substitution.json").read_text())
    assert [row["tried"] for row in data["kinds"].values()] == [4, 4]
    for row in data["kinds"].values():
        assert row["digest"] + row["identical"] == 4
        assert row["layers"] + row["numbers"] + row["equal"] == row["digest"]
    assert "| pairs tried | 4 | 4 |" in (tmp_path / "substitution.md").read_text()


@pytest.mark.usefixtures("_onnx")
def test_a_campaign_can_be_repeated() -> None:
    first, second = (campaign("edited model", range(6)) for _ in range(2))
    assert (first.counts, first.identical, first.equal) == (second.counts, second.identical, second.equal)


@pytest.mark.usefixtures("_onnx")
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_accepted_wrongly_is_told(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison that is blind lets through what the digests, recomputed, do not stop; and a blind replay all."""
    monkeypatch.setattr(correspondence, "check_correspondence", lambda *_: Correspondence(0, 0, 0))
    tally = campaign(kind, range(8))
    assert any("recomputed" not in how for how in tally.false)
    assert not tally.good
    monkeypatch.setattr(symstride, "replay", lambda *_: None)
    blind = campaign(kind, range(8))
    assert any("as it is: accepted" in how for how in blind.false)
    assert len(blind.false) + len(blind.identical) == 8


@pytest.mark.usefixtures("_onnx")
def test_refusals_of_another_kind_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that the kernel refuses shows nothing about files."""
    monkeypatch.setattr(Proved, "about", lambda self, **_: "{}")
    tally = campaign("edited model", range(4))
    assert tally.broken
    assert not tally.good


def test_tallies_are_added() -> None:
    tally = Tally(Counter(tried=1), equal=["a"])
    tally.add(Tally(Counter(tried=2, digest=1), equal=["b"], broken=["a limit"]))
    assert tally == Tally(Counter(tried=3, digest=1), equal=["a", "b"], broken=["a limit"])


def one(operator: op.Operator) -> Network:
    build = Builder()
    return build.network(build.add(operator, build.input("x", (2, 5)), name="y"))


def test_the_evaluation_tells_functions_apart() -> None:
    relu, leaky = one(op.Pointwise("relu")), one(op.Pointwise("leaky_relu", (("alpha", 0.0),)))
    assert not difference(relu, leaky, random.Random(1))
    assert difference(relu, one(op.Pointwise("abs")), random.Random(1))
    assert difference(one(op.Pointwise("sigmoid")), one(op.Pointwise("tanh")), random.Random(1))
    assert difference(relu, one(op.Pad(((0, 1),))), random.Random(1))


def test_networks_with_every_operator_differ() -> None:
    kinds = {type(node.operator) for n in range(40) for node in every_operator(random.Random(n)).nodes}
    assert {op.Pixelwise, op.BatchNorm, op.PRelu, op.ChannelGather, op.GlobalPool, op.Gemm, op.Softmax} <= kinds
    assert all(np.isfinite(a).all() for a in every_operator(random.Random(1)).weights.values())
