"""``error=0``: normal forms themselves, of a whole network or of its segments, leave nothing to chance."""

from __future__ import annotations

import random

import pytest
from certified_cases import folded_pair
from equal_cases import chain, lowered, mutants, one_of_each, small_network

from symstride.equality.bound import draw
from symstride.equality.cuts import Meeting
from symstride.equality.deciding import equal
from symstride.equality.exact import same_forms
from symstride.equality.exactly import same_in_segments
from symstride.equality.field import Field
from symstride.equality.interpret import interpret
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.verdict import Kind


def test_normal_forms_leave_nothing_to_chance(rng: random.Random) -> None:
    """The same answers, with an error of 0; and what is too long is open."""
    for number in range(5):
        network = small_network(rng, 2)
        for other in (lowered(network, rng), *(made for _, made in mutants(network, rng)[:1])):
            exact, drawn = (equal(network, other, error=error, seed=number) for error in (0, 1e-9))
            assert exact.status == drawn.status
            if exact.status == "equal":
                assert exact.error == 0
                assert str(exact).endswith("; exact")
                assert exact.to_verdict().kind is Kind.DECIDED


def test_segments_of_what_is_too_long_are_settled_exactly(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole that is too long for normal forms, in segments that are not, or that are the same nodes."""
    layers = [Conv(2, 2, 3, 2, 1, bias=False, ndim=1), op.Pointwise("tanh")]
    network = chain(rng, *layers * 4, shape=(2, 150))
    made = unstride(network)
    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 13_000)
    with pytest.raises(NotSupported, match="normal forms of at most"):
        same_forms(network, made)
    verdict = equal(network, made, error=0)
    assert (verdict.status, verdict.error) == ("equal", 0)
    assert str(verdict).endswith("; exact")
    for kind, other in one_of_each(made, rng):
        assert equal(network, other, error=0).status != "equal" or equal(network, other).status == "equal", kind
    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 500)
    verdict = equal(network, made, error=0)
    assert verdict.status == "open"
    assert "error=0, segment" in verdict.reasons[0]
    assert equal(network, network, error=0).status == "equal"  # the same nodes, however large they are


def test_segments_that_differ_for_other_inputs_say_nothing_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The larger of relu(x) and 0 is relu(x), but only of what relu gives; then the segment begins further in front."""

    def network(side: int) -> Network:
        build = Builder("clipped", dtype="float64")
        y = build.add(op.Pointwise("relu"), build.input("x", (1, 4)), name="relu")
        y = build.add(op.Pointwise("relu"), y, name="again") if side else y
        for _ in range(10):
            y = build.add(op.Pointwise("tanh"), y)
        return build.network(y)

    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 60)
    with pytest.raises(NotSupported, match="products"):
        same_forms(network(0), network(1), activation="relu")
    verdict = equal(network(0), network(1), error=0)
    assert verdict.status == "equal"
    assert "relu as the larger of x and 0" in verdict.scope


def test_folded_weights_are_compared_exactly_once_they_are_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to rounding still, and without any other chance; the whole is too long, its segments are the same."""
    monkeypatch.setattr("symstride.equality.exact.MAX_TERMS", 50)
    verdict = equal(*folded_pair(), error=0)
    assert (verdict.status, verdict.error) == ("equal", 0)
    assert verdict.line.startswith("equal up to rounding")
    assert equal(*folded_pair(off=1e-3), error=0).status != "equal"


@pytest.mark.parametrize("count", [4, pytest.param(25, marks=pytest.mark.full)])
def test_no_segments_settle_what_differs(count: int, rng: random.Random) -> None:
    """Whatever cuts are guessed, networks whose segments are the same are equal."""
    settled = 0
    for _ in range(count):
        network = small_network(rng, 3)
        made = lowered(network, rng)
        for kind, other in [("none", made), *one_of_each(made, rng)]:
            meeting, algebra = Meeting((network, other)), Field(draw(rng.randrange(2**32), 2))
            try:
                interpret(network, algebra, meeting.left)
                interpret(other, algebra, meeting.right)
                same_in_segments(meeting, frozenset(meeting.classes()), "symbolic", "any")
            except NotSupported:
                continue
            settled += 1
            assert equal(network, other, seed=1).status == "equal", kind
    assert settled
