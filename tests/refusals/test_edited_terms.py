"""A genuine certificate with a term edited, and rows that are no terms."""

from typing import Any

import pytest
from forging import edited, genuine, text_of, written
from soundness import refused

from symstride.proof.kernel.replay import Refused, replay

ROWS = {
    "unknown node": (["lambda", 0], "no such node: 'lambda'"),
    "dunder node": (["__class__", 0], "no such node: '__class__'"),
    "definition of nothing": (["define", "D", 0], "wrong length for define"),
    "sum of two": (["sum", 0, 0], "wrong length for sum"),
    "sum of four": (["sum", 0, 0, 1, 1], "wrong length for sum"),
    "entry of nothing": (["entry"], "wrong length for entry"),
    "use of nothing": (["use"], "wrong length for use"),
    "use of a number": (["use", 0], "use: wrong kind of argument"),
    "number in words": (["num", "one"], "num: wrong kind of argument"),
    "no number": (["num", None], "num: wrong kind of argument"),
    "number in a list": (["num", [1]], "num: wrong kind of argument"),
    "negative index": (["bound", -1], "bound: wrong kind of argument"),
    "negative arity": (["map", -1, 1], "map: wrong kind of argument"),
    "parameters not a list": (["define", "D", 1, "x"], "malformed list"),
    "parameter not a pair": (["define", "D", 1, [["x"]]], "malformed list"),
    "a list": ([["num"], 1], "a row begins with a name"),
    "a dictionary": ({"tag": "num"}, "malformed list"),
    "a text": ("num", "malformed list"),
    "nothing": (None, "malformed list"),
    "an empty row": ([], "a row begins with a name"),
    "a bare tag": (["num"], "wrong length for num"),
}


@pytest.mark.parametrize(("row", "why"), ROWS.values(), ids=ROWS)
def test_a_row_that_is_no_term_is_refused(row: Any, why: str) -> None:
    with refused(f"terms[2]: {why}", Refused):
        replay(written([["num", 1], ["nat", 1], row]))


@pytest.mark.parametrize("tag", ["add", "mul", "eq", "le", "div", "mod"])
def test_another_node_in_its_place_is_refused(tag: str) -> None:
    data = genuine()
    row = next(row for row in data["terms"] if row[0] == "le" and row[1:] != [0, 0])
    row[0] = tag if tag != "le" else "eq"
    with pytest.raises(Refused):
        replay(text_of(data))


def test_terms_that_are_no_list() -> None:
    with refused("malformed list", Refused):
        replay(edited(lambda data: data.update(terms={"0": ["num", 1]})))
