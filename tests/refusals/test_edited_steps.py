"""A genuine certificate with a step edited: another rule, another axiom, arguments exchanged, a number changed."""

from typing import Any

import pytest
from forging import Data, data_of, edited, text_of
from soundness import lemmas, refused

from symstride.proof.kernel.replay import Refused, replay


def first(data: Data, rule: str) -> list[Any]:
    return next(row for row in data["steps"] if row[0] == rule)


EDITS = {
    "another axiom": (lambda d: first(d, "axiom").__setitem__(1, "division"), "steps["),
    "an unknown axiom": (lambda d: first(d, "axiom").__setitem__(1, "choice"), "no axiom is called 'choice'"),
    "an axiom by number": (lambda d: first(d, "axiom").__setitem__(1, 0), "axiom takes (name)"),
    "an unknown rule": (lambda d: first(d, "axiom").__setitem__(0, "sorry"), "no such rule: 'sorry'"),
    "a method for a rule": (lambda d: first(d, "axiom").__setitem__(0, "__init__"), "no such rule: '__init__'"),
    "a rule by number": (lambda d: first(d, "axiom").__setitem__(0, 9), "a row begins with a name"),
    "an argument too few": (lambda d: first(d, "rewrite").pop(), "wrong length for rewrite"),
    "an argument too many": (lambda d: first(d, "axiom").append(0), "wrong length for axiom"),
    "premises exchanged": (lambda d: first(d, "cut").__setitem__(slice(1, 3), first(d, "cut")[2:0:-1]), "cut: not a"),
    "a key of three": (lambda d: first(d, "under_sum").__setitem__(2, ["v", -1, 0]), "malformed list"),
    "a key with a bad name": (lambda d: first(d, "under_sum").__setitem__(2, ["v v", -1]), "under_sum takes"),
    "a key with a bad arity": (lambda d: first(d, "under_sum").__setitem__(2, ["v", -2]), "under_sum takes"),
    "a list for a name in a key": (lambda d: first(d, "under_sum").__setitem__(2, [["v"], -1]), "under_sum takes"),
    "another index": (lambda d: first(d, "under_sum").__setitem__(2, ["w", -1]), "steps["),
    "a list for a term": (lambda d: first(d, "assume").__setitem__(1, [0]), "something not made yet"),
    "a text for a term": (lambda d: first(d, "assume").__setitem__(1, "0"), "something not made yet"),
    "a dictionary for a term": (lambda d: first(d, "assume").__setitem__(1, {}), "something not made yet"),
    "nothing for a term": (lambda d: first(d, "assume").__setitem__(1, None), "something not made yet"),
    "a definition for a formula": (lambda d: first(d, "assume").__setitem__(1, 0), "assume takes (formula)"),
    "substitution not a list": (lambda d: first(d, "instantiate").__setitem__(2, {}), "malformed list"),
    "substitution of pairs": (lambda d: first(d, "instantiate").__setitem__(2, [["a", 0]]), "malformed list"),
    "products not lists": (lambda d: first(d, "cone").__setitem__(2, [[1, 0]]), "malformed list"),
    "an empty row": (lambda d: d["steps"].__setitem__(0, []), "steps[0]: a row begins with a name"),
    "a text for a row": (lambda d: d["steps"].__setitem__(0, "axiom"), "steps[0]: malformed list"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "why"), EDITS.values(), ids=EDITS)
def test_an_edited_step_is_refused(edit: Any, why: str) -> None:
    with refused(why, Refused):
        replay(edited(edit))


def test_mod_low_for_mod_high() -> None:
    text = text_of(data_of(lemmas()["mod_unique"]))
    with refused("steps[", Refused):
        replay(text.replace('"axiom","mod_high"', '"axiom","mod_low"'))
