"""The five outcomes, and that none of them can be had for nothing."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from symstride.check import Kind, Verdict, decided, proved, refuted, sampled, unknown
from symstride.errors import SpecError

OUTCOMES = {
    Kind.PROVED: (proved("1 <= s", "1 <= k"), True, 0, "proved: for 1 <= s; 1 <= k"),
    Kind.DECIDED: (
        decided(1e-9, 7, "at 3x5"),
        True,
        0,
        "decided: for at 3x5; wrong with probability at most 1.0e-09, seed 7",
    ),
    Kind.SAMPLED: (sampled(20000, 7), True, 0, "sampled: 20,000 cases, seed 7"),
    Kind.REFUTED: (refuted("y[0] = 1, not 2"), False, 1, "refuted: y[0] = 1, not 2"),
    Kind.UNKNOWN: (unknown("torch is not installed"), False, 3, "unknown: torch is not installed"),
}


@pytest.mark.parametrize("kind", Kind)
def test_outcome(kind):
    verdict, ok, code, text = OUTCOMES[kind]
    assert verdict.kind is kind
    assert verdict.ok is bool(verdict) is ok
    assert verdict.exit_code == code
    assert str(verdict) == text


def test_short_forms():
    assert str(proved()) == "proved: without hypotheses"
    assert str(sampled(1, None)) == "sampled: 1 case, seed None"


@pytest.mark.parametrize("kind", [Kind.DECIDED, Kind.SAMPLED, Kind.REFUTED, Kind.UNKNOWN])
def test_an_outcome_without_its_evidence_is_refused(kind):
    with pytest.raises(SpecError, match="saw nothing"):
        Verdict(kind)


def test_verdicts_are_frozen():
    with pytest.raises(FrozenInstanceError):
        unknown("no").kind = Kind.PROVED
