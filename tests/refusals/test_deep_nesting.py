"""Nested lists and terms, deep enough for a recursion to fail."""

import pytest
from forging import written
from soundness import check, refused

from symstride.proof.kernel.replay import Refused, replay
from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import MAX_DEPTH, make
from symstride.proof.language.syntax import entry, integer

DEPTH = 100_000


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a":', "}")], ids=["lists", "objects"])
def test_deep_json_alone(open_: str, close: str) -> None:
    with refused("file", Refused):
        replay(open_ * DEPTH + "0" + close * DEPTH)


@pytest.mark.parametrize("depth", [100, 900, 20_000])
@pytest.mark.parametrize("place", ["terms", "about", "claims"])
def test_deep_json_inside(depth: int, place: str) -> None:
    nested = "[" * depth + "]" * depth
    text = written([], claims=[]).replace(f'"{place}":[]', f'"{place}":[{nested}]')
    text = text.replace('"about":{}', f'"about":{{"a":{nested}}}') if place == "about" else text
    with pytest.raises(Refused):
        replay(text)


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
