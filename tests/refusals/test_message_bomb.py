"""Refusals with a very long reason: messages are cut, so that a log or a screen survives them."""

import pytest
from forging import edited, genuine, text_of, written
from soundness import check

from symstride.proof.kernel.replay import Refused, replay
from symstride.proof.kernel.rules import assume, axiom
from symstride.proof.kernel.terms import KernelError, make
from symstride.proof.language.syntax import entry, equal, integer

LONG = "y" * 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        written([["var", LONG]]),
        written([[LONG, 0]]),
        written([], [[LONG]]),
        written([], [["axiom", LONG]]),
        written([["num", [LONG]]]),
        edited(lambda data: data["claims"][0].__setitem__(0, [LONG])),
        edited(lambda data: data.update({LONG: 0})),
        text_of({**genuine(), "format": LONG}),
    ],
    ids=["a name", "a node", "a rule", "an axiom", "a number", "a claim", "a field", "the format"],
)
def test_a_refusal_is_short(text: str) -> None:
    with pytest.raises(Refused) as caught:
        replay(text)
    check(len(str(caught.value)) < 1500, len(str(caught.value)))


def test_the_kernel_is_short_too() -> None:
    with pytest.raises(KernelError) as caught:
        axiom(LONG)
    check(len(str(caught.value)) < 1500)
    with pytest.raises(KernelError) as caught:
        make("var", LONG)
    check(len(str(caught.value)) < 1500)


def test_a_large_term_prints_as_a_stub() -> None:
    t = integer("a")
    for _ in range(12):
        t = make("add", t, t)
    check(str(t) == f"<add of {t.size} nodes>", str(t)[:100])
    check(len(repr(assume(equal(t, t)))) < 500 and str(entry("x", t)).startswith("<entry"))
