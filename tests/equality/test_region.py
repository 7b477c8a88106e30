"""Values of one symbol: the classes that z3 decides, against answers for all sizes at each value, and in words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
import sympy

import symstride as ss
from symstride.equality.deciding import equal
from symstride.equality.region import InPhases, Region, valid_region
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.verdict import Kind

K = sympy.Symbol("k", integer=True, positive=True)
P = sympy.Symbol("p", integer=True, nonnegative=True)
HALF = (K - 1) // 2


def layer(low: Any, high: Any, kernel: Any = K, stride: int = 1, dilation: int = 1) -> Conv:
    return Conv(1, 1, kernel, stride, padding=((low, high),), dilation=dilation, bias=False, ndim=1)


def same(stride: int) -> Conv:
    return Conv(1, 1, K, stride, padding="same", bias=False, ndim=1)


STEM = layer(HALF, K - 1 - HALF, stride=2), InPhases(2, front=K % 2, padding=((HALF + 1) // 2, HALF // 2))
CASES = {
    "a stem on two phases": (*STEM, "right iff k mod 4 is 2 or 3"),
    "same at stride 1 as half the kernel": (same(1), layer(K // 2, K // 2), "right iff k mod 2 is 1"),
    "same at stride 2 as fixed padding": (
        same(2), layer(HALF, K - 1 - HALF, stride=2), "right iff k mod 2 is 0, or k is 1"),
    "dilation forgotten": (layer(K - 1, K - 1, dilation=2), layer(HALF, HALF, dilation=2), "right iff k = 1"),
    "two ways of rounding": (layer(K // 2, 0), layer(K - 1 - HALF, 0), "right for every k"),
    "one place too many": (layer(P, P, 3, 2), layer(P, P + 1, 3, 2), "wrong for every p"),
    "an odd padding on phases": (
        layer(P, P, 3, 2), InPhases(2, P % 2, ((P + 1) // 2, (P + 1) // 2)), "right iff p mod 2 is 0"),
    "from some kernel on": (layer(0, 0, stride=3), layer(0, K // 6, stride=3), "right iff k = 1, 2, 3, 4, 5"),
    "a kernel cut short": (layer(0, 0, stride=2), InPhases(2, kernel=sympy.Min(2, (K + 1) // 2)),
        "right iff k = 1, 2, 3, 4"),
}  # fmt: skip


@pytest.fixture(scope="module")
def regions() -> dict[str, Region]:
    pytest.importorskip("z3", reason="z3 is not installed; to get it: pip install 'symstride[smt]'")
    return {name: valid_region(left, right) for name, (left, right, _) in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_each_region_is_said_in_a_line(name: str, regions: dict[str, Region]) -> None:
    words = CASES[name][2]
    region = regions[name]
    assert str(region).splitlines()[0] == words
    assert region.open == ()
    kind = Kind.PROVED if words.startswith("right for every") else Kind.REFUTED
    assert region.to_verdict().kind is kind


def numbers(side: Conv, value: int) -> Conv:
    """The layer with a number for the symbol."""

    def put(part: Any) -> int:
        return int(sympy.sympify(part).subs({K: value, P: value}))

    padding = side.padding if isinstance(side.padding, str) else tuple(tuple(map(put, pair)) for pair in side.padding)
    return Conv(1, 1, tuple(map(put, side.kernel)), side.stride, padding, side.dilation, bias=False)


@pytest.mark.parametrize("name", [name for name, (_, right, _) in CASES.items() if isinstance(right, Conv)])
def test_a_value_is_right_when_the_layers_are_equal_at_all_sizes(name: str, regions: dict[str, Region]) -> None:
    left, right, _ = CASES[name]
    for value in range(1, 7):
        pair = [numbers(side, value) for side in (left, right)]
        assert regions[name].holds(value) == (equal(*pair, sizes="all", seed=1).status == "equal"), value


def test_a_lowering_is_right_when_its_network_is_equal_at_all_sizes(root: Any, regions: dict[str, Region]) -> None:
    sys.path.append(str(root / "docs"))
    from lowerings import chain, conv, in_phases

    for value in range(1, 9):
        left = chain(conv(value, 2, ((value - 1) // 2, value // 2)))
        verdict = equal(left, in_phases(value), sizes="all", seed=1)
        assert regions["a stem on two phases"].holds(value) == (verdict.status == "equal"), value


def test_counterexamples_are_the_smallest(regions: dict[str, Region]) -> None:
    region = regions["a stem on two phases"]
    assert str(region).splitlines()[1:] == [
        "k = 1: at N = 2: tap 0 of output 0 reads x[0] against x[1]",
        "k = 4: at N = 2: tap 1 of output 0 reads x[0] against no place",
    ]
    assert region.to_dict()["counterexamples"][1] == "at N = 2: tap 0 of output 0 reads x[0] against x[1]"
    assert str(regions["one place too many"].counterexamples[0]) == "at N = 4: 1 outputs against 2"
    assert not region.holds(101)
    assert region.holds(10**9 + 2)


def test_what_z3_does_not_decide_is_open(monkeypatch: pytest.MonkeyPatch, need: Callable[[str], str]) -> None:
    """A counterexample that lies beyond what is tried, and no modulus that fits."""
    need("z3")
    far = valid_region(layer(0, 0, stride=7), layer(0, (K // 5) * 0 + sympy.Min(1, K // 40), stride=7))
    assert far.open
    assert far.to_verdict().kind is Kind.UNKNOWN
    assert str(far).startswith("open: ")
    with pytest.raises(NotSupported, match="classes that were decided"):
        far.holds(3)
    beyond = valid_region(layer(0, 0, stride=200), layer(0, 1, stride=200))
    assert "z3 says sat" in beyond.open[0]


@pytest.mark.parametrize(
    ("left", "right", "error", "words"),
    [
        (layer(K, 0), layer(P, 0), NotSupported, "one symbol"),
        (layer(0, 0, 3), layer(1, 0, 3), NotSupported, "one symbol"),
        (layer(0, 0), layer(0, 0, kernel=K + 1), NotSupported, "weights of the same shapes"),
        (layer(K * K, 0), layer(0, 0), NotSupported, "linear"),
        (Conv(1, 1, 3, K, ndim=1), layer(0, 0, 3), NotSupported, "a number as stride"),
        (Conv(1, 1, K, padding_mode="circular", ndim=1), layer(0, 0), NotSupported, "zero padding"),
        (layer(0, 0, kernel=100 * K), layer(1, 0, kernel=100 * K), NotSupported, "taps"),
        (layer(sympy.Symbol("N", integer=True), 0, 3), layer(0, 0, 3), NotSupported, "not called N"),
        ("nn.Conv1d(1, 1, 3)", layer(0, 0), SpecError, "a Conv on the left"),
    ],
)
def test_what_is_refused(left: Any, right: Any, error: type[Exception], words: str, need: Callable[[str], str]) -> None:
    need("z3")
    with pytest.raises(error, match=words):
        valid_region(left, right)


def test_without_z3_there_is_a_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(NotSupported, match=r"symstride\[smt\]"):
        ss.valid_region(*STEM)


@pytest.mark.parametrize("wrong", [{"cell": K}, {"cell": 0}, {"cell": 2, "front": -1}, {"cell": 2, "kernel": 0}])
def test_phases_take_numbers_that_make_sense(wrong: dict[str, Any]) -> None:
    with pytest.raises(SpecError, match="InPhases"):
        ss.InPhases(**wrong)
