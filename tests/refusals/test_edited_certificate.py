"""A genuine certificate with its claim edited: a hypothesis dropped, added or doubled, another conclusion or step."""

from typing import Any

import pytest
from forging import FALSE, Data, accepted, add_term, edited, genuine, text_of
from soundness import check, refused

from symstride.proof.kernel.replay import replay


def claim(data: Data) -> list[Any]:
    row: list[Any] = data["claims"][0]
    return row


OTHER = "claims[0]: the step proves another statement"
EDITS = {
    "drop a hypothesis": (lambda data: claim(data)[1].pop(), OTHER),
    "add a hypothesis": (lambda data: claim(data)[1].append(claim(data)[2]), OTHER),
    "double a hypothesis": (lambda data: claim(data)[1].append(claim(data)[1][0]), "a hypothesis is given twice"),
    "the hypothesis for the conclusion": (lambda data: claim(data).__setitem__(2, claim(data)[1][0]), OTHER),
    "1 <= 0 for the conclusion": (lambda data: claim(data).__setitem__(2, add_term(data, FALSE)), OTHER),
    "an earlier step": (lambda data: claim(data).__setitem__(3, 0), OTHER),
    "a step that is not there": (lambda data: claim(data).__setitem__(3, 10**6), "something not made yet"),
    "a step before the first": (lambda data: claim(data).__setitem__(3, -1), "something not made yet"),
    "the claim twice": (lambda data: data["claims"].append(claim(data)), "a claim has a name of its own"),
    "no name": (lambda data: claim(data).__setitem__(0, None), "a claim has a name of its own"),
    "an escape in the name": (lambda data: claim(data).__setitem__(0, "\x1b[2J"), "a claim has a name of its own"),
    "too short": (lambda data: claim(data).pop(), "claims[0]: malformed list"),
    "too long": (lambda data: claim(data).append(0), "claims[0]: malformed list"),
    "not a list": (lambda data: data["claims"].__setitem__(0, {"name": "claim"}), "claims[0]: malformed list"),
    "no claims": (lambda data: data.update(claims=[]), "no claim is made"),
    "no steps": (lambda data: data.update(steps=[]), "something not made yet"),
    "no terms": (lambda data: data.update(terms=[]), "something not made yet"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "why"), EDITS.values(), ids=EDITS)
def test_an_edited_claim_is_refused(edit: Any, why: str) -> None:
    with refused(why):
        replay(edited(edit))


def test_the_order_of_hypotheses_does_not_matter() -> None:
    from forging import data_of, proved_phase_lemma

    data = data_of(proved_phase_lemma())
    claim(data)[1].reverse()
    check(accepted(text_of(data)).claims["claim"].concl is proved_phase_lemma().concl)
    check(len(accepted(text_of(genuine())).claims) == 1)
