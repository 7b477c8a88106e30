"""Nested lists and terms, deep enough for a recursion to fail."""

import pytest
from forging import accepted, genuine, text_of, written
from soundness import check, refused

from symstride.proof.kernel.replay import MAX_NESTING, Refused, replay
from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import MAX_DEPTH, make
from symstride.proof.language.syntax import entry, integer

DEPTH = 100_000


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")], ids=["lists", "objects"])
def test_deep_json_alone(open_: str, close: str) -> None:
    with refused("file: not a certificate: nested too deeply", Refused):
        replay(open_ * DEPTH + "0" + close * DEPTH)


@pytest.mark.parametrize("depth", [MAX_NESTING - 1, 300, 900, 20_000])  # two levels are around them
@pytest.mark.parametrize("place", ["terms", "about", "claims"])
def test_deep_json_inside(depth: int, place: str) -> None:
    with refused("file: not a certificate: nested too deeply", Refused):
        replay(nested_in(place, depth))


@pytest.mark.parametrize(("place", "where"), [("terms", "terms[0]"), ("about", "file: "), ("claims", "claims[0]")])
def test_json_just_not_too_deep(place: str, where: str) -> None:
    """It is read, and refused for another reason: in the row where it stands, or because nothing is claimed."""
    with pytest.raises(Refused) as caught:
        replay(nested_in(place, MAX_NESTING - 2))
    check(str(caught.value).startswith(where) and "nested" not in str(caught.value), caught.value)


def nested_in(place: str, depth: int) -> str:
    nested = "[" * depth + "]" * depth
    if place == "about":
        return written([]).replace('"about":{}', f'"about":{{"a":{nested}}}')
    return written([]).replace(f'"{place}":[]', f'"{place}":[{nested}]')


@pytest.mark.parametrize("text", ["[", "{]", '"[', '\\"[', "\\"])
def test_brackets_in_strings_are_no_nesting(text: str) -> None:
    data = genuine()
    check(len(accepted(text_of(data | {"about": {"a": text * 500}})).claims) == 1)


def test_a_caller_with_little_stack_left_gets_a_refusal() -> None:
    text = text_of(genuine())

    def deeper() -> None:
        try:
            deeper()
        except RecursionError:  # there is no frame left here; each caller above has one more
            replay(text)

    with refused("file: too deeply nested", Refused):
        deeper()


def test_a_term_is_not_deep() -> None:
    t = integer("a")
    for n in range(MAX_DEPTH - 2):
        t = make("div", t, integer(n + 2))
    check(ring(t, t).hyps == frozenset() and len(str(t)) > 0)
    with refused("term too large"):
        make("div", make("div", t, t), t)


def test_sums_inside_sums() -> None:
    t = entry("f", "i")
    for _ in range(MAX_DEPTH - 3):
        t = make("sum", integer(0), integer(1), t)
    check(ring(t, t).concl.args[0] is t)
    with refused("term too large"):
        make("sum", integer(0), integer(1), make("sum", integer(0), integer(1), t))
