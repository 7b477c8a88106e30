"""Integers beyond what every JSON reader agrees on, and beyond what Python itself converts."""

import pytest
from forging import accepted, written
from soundness import check, refused

from symstride.proof.kernel.replay import Refused, replay
from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import MAX_LITERAL, make
from symstride.proof.language.syntax import integer


@pytest.mark.parametrize("n", [2**53, -(2**53), 2**64, 10**400], ids=["2^53", "-2^53", "2^64", "10^400"])
def test_a_number_is_moderate(n: int) -> None:
    for tag in ("num", "nat", "bound"):
        with refused(f"{tag}: wrong kind of argument"):
            make(tag, n)
    with refused("terms[0]: num: wrong kind of argument"):
        replay(written([["num", n]]))


def test_the_largest_number_is_accepted() -> None:
    check(make("num", MAX_LITERAL).args[0] == 2**53 - 1 and make("num", -MAX_LITERAL).args[0] == 1 - 2**53)
    rows = [["num", MAX_LITERAL], ["le", 0, 0]]
    check(len(accepted(written(rows, [["cone", 1, [], []]], [["c", [], 1, 0]])).claims) == 1)


@pytest.mark.parametrize("place", ["terms", "steps", "about"])
def test_thousands_of_digits(place: str) -> None:
    digits = "9" * 5000
    text = written([["num", 12345]], [["axiom", 23456]], about={"n": 34567})
    number = {"terms": "12345", "steps": "23456", "about": "34567"}[place]
    with refused("file: not a certificate", Refused):
        replay(text.replace(number, digits))


def test_a_reference_of_many_digits() -> None:
    with refused("a reference to something not made yet", Refused):
        replay(written([["num", 1], ["le", 0, 10**300]]))


def test_integers_in_about_are_moderate() -> None:
    with refused("about", Refused):
        replay(written([["num", 1], ["le", 0, 0]], [["cone", 1, [], []]], [["c", [], 1, 0]], about={"n": 2**53}))


def test_arithmetic_beyond_them_is_exact() -> None:
    """Results may be larger than literals: 2^53 - 1 squared."""
    check(ring(integer(f"{MAX_LITERAL}*{MAX_LITERAL} + x"), integer(f"x + {MAX_LITERAL}*{MAX_LITERAL}")).hyps == set())
    with refused("ring: different normal forms"):
        ring(integer(f"{MAX_LITERAL}*{MAX_LITERAL}"), integer(f"{MAX_LITERAL}*{MAX_LITERAL} + 1"))
