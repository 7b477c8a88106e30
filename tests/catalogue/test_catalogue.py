"""The catalogue: each theorem is proved and replayed, agrees with numbers, and its false neighbours are refuted."""

from __future__ import annotations

import pytest

import symstride as ss
from symstride.catalogue import GROUPS, CatalogueEntry
from symstride.check.falsify import SEMIRINGS, Search
from symstride.proof.statements.catalogue import MAX_AXES, NAMES
from symstride.verdict import Kind

IN_TEXTS = [name for name, entry in ss.CATALOGUE.items() if entry.in_texts]
CLAIMS = [(name, claim) for name in IN_TEXTS for claim in ss.CATALOGUE[name].identities]
NEIGHBOURS = [(name, wrong) for name, entry in ss.CATALOGUE.items() for wrong in entry.false]


def marks(n: int, axes: int) -> tuple[pytest.MarkDecorator, ...]:
    """Every fifth runs always, in one axis; three axes are tried for every third unless whole campaigns are wanted."""
    if axes == 3 and n % 3:
        return (pytest.mark.whole,)
    return (pytest.mark.full,) if axes > 1 or n % 5 else ()


PROVED = [pytest.param(name, axes, marks=marks(n, axes)) for n, name in enumerate(IN_TEXTS) for axes in (1, 2, 3)]
"""Each claim is decided in one axis by another test."""


@pytest.mark.sampled(2, 3)
@pytest.mark.parametrize(("name", "axes"), PROVED)
def test_a_theorem_is_proved_and_replayed(name: str, axes: int) -> None:
    """What replay finds is what the identities of the file say."""
    entry = ss.CATALOGUE[name]
    if axes > entry.most_axes:
        with pytest.raises(ss.SpecError, match="1 axis"):
            ss.prove_general(name, axes)
        return
    theorem = ss.prove_general(name, axes)
    report = ss.replay(theorem.certificate())
    assert report.about == {"theorem": name, "axes": axes}
    assert [claim.name for claim in report.claims] == list(entry.identities)
    for claim, identity in zip(report.claims, entry.identities.values()):
        hypotheses, conclusion = identity.statement(axes)
        assert (claim.theorem.hyps, claim.theorem.concl) == (frozenset(hypotheses), conclusion)
        assert claim.witness.keys() >= {key[0] for f in hypotheses for key in f.free}
    assert [p.words for p in theorem.propositions] == list(entry.words.values())
    assert all(p.lines for p in theorem.propositions)
    assert entry.title in theorem.latex()


@pytest.mark.sampled(10, 3)
@pytest.mark.parametrize(
    ("name", "claim", "semiring"),
    [
        pytest.param(*claim, semiring, id=f"{'-'.join(claim)}-{semiring.name}")
        for claim in CLAIMS
        for semiring in SEMIRINGS
    ],
)
def test_a_claim_agrees_with_numbers(name: str, claim: str, semiring: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """By Python's own rules, in one semiring at a time."""
    monkeypatch.setattr("symstride.check.falsify.SEMIRINGS", (semiring,))
    search = Search(ss.CATALOGUE[name].identities[claim].subject(), budget=40)
    assert search.counterexample(seed=5) is None
    assert search.met >= 20


@pytest.mark.parametrize(("name", "wrong"), NEIGHBOURS)
def test_a_false_neighbour_is_refuted(name: str, wrong: str) -> None:
    assert ss.CATALOGUE[name].false[wrong].decide().kind is Kind.REFUTED


@pytest.mark.parametrize("name", ss.CATALOGUE)
def test_an_entry_says_what_it_has_to(name: str) -> None:
    entry = ss.CATALOGUE[name]
    assert isinstance(entry, CatalogueEntry)
    assert str(entry) == entry.line
    assert not entry.line.endswith(".")
    assert all(entry.words.values())
    assert set(entry.follows) <= set(ss.CATALOGUE) - {name}
    assert 1 <= entry.most_axes <= MAX_AXES
    assert entry.false


@pytest.mark.sampled(12, 3)
@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_no_hypothesis_is_idle(name: str, claim: str) -> None:
    """Without it either the proof or the texts mean nothing, since a divisor may be 0."""
    assert ss.CATALOGUE[name].identities[claim].decide().unneeded == ()


def test_every_file_has_its_place_in_a_group() -> None:
    assert sorted(ss.CATALOGUE) == list(NAMES)
    assert sum(len(names.split()) for names in GROUPS.values()) == len(NAMES)


@pytest.mark.parametrize("axes", [0, 10, True, 1.0, "1", None])
def test_axes_that_are_none_are_refused(axes: object) -> None:
    with pytest.raises(ss.SpecError, match="1 to 9 axes"):
        ss.prove_general("composition", axes)  # type: ignore[arg-type]


def test_a_name_with_a_slip_is_answered_with_the_one_meant() -> None:
    with pytest.raises(ss.SpecError, match="did you mean composition"):
        ss.prove_general("compositon", 1)
    with pytest.raises(ss.SpecError, match="pick a name of the catalogue"):
        ss.prove_general("qqqq", 1)


def test_a_certificate_of_another_theorem_is_rejected() -> None:
    """The name in a certificate decides what is compared."""
    text = ss.prove_general("polyphase", 1).certificate()
    with pytest.raises(ss.CertificateRejected, match="claim"):
        ss.replay(text.replace('"theorem":"polyphase"', '"theorem":"resampling"'))
