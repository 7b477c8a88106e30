"""True for 1 and False for 0, which are equal to them and mean something else in JSON."""

import pytest
from forging import genuine, text_of, written
from soundness import check, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import axiom, instantiate
from symstride.proof.kernel.terms import make, num
from symstride.proof.language.syntax import ONE, at_most, integer

NODES = [("num", (True,)), ("nat", (True,)), ("nat", (False,)), ("bound", (False,)), ("map", (True, ONE))]


@pytest.mark.parametrize(("tag", "arguments"), NODES, ids=[f"{tag} {args[0]}" for tag, args in NODES])
def test_in_terms(tag: str, arguments: tuple[object, ...]) -> None:
    check(num(1) is integer(1), "1 is interned already, and True == 1")
    with refused(f"{tag}: wrong kind of argument"):
        make(tag, *arguments)


def test_in_keys() -> None:
    with refused("instantiate takes"):
        instantiate(axiom("sum_factor"), ((("c", False), make("map", 0, ONE)),))


@pytest.mark.parametrize("row", [["num", True], ["nat", True], ["map", False, 0], ["bound", False]])
def test_in_a_certificate(row: list[object]) -> None:
    with refused("wrong kind of argument"):
        replay(written([["nat", 1], row]))


@pytest.mark.parametrize("part", ["terms", "steps"])
def test_as_a_reference(part: str) -> None:
    data = genuine()
    rows = data[part]
    row = next(row for row in rows if type(row[1]) is int and row[1] in (0, 1) and row[0] not in ("num", "nat"))
    row[1] = bool(row[1])
    with refused("a reference to something not made yet"):
        replay(text_of(data))


def test_python_would_have_taken_them_for_equal() -> None:
    check({1: "one"}.get(True) == "one" and at_most(0, 1) is at_most(0, 1))  # type: ignore[call-overload]
