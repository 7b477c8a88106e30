"""A layer's own symbols may be called as the letters of the general statements are: nothing is taken for another."""

from __future__ import annotations

import pytest
import sympy
from soundness import check

from symstride import Conv, ConvTranspose, prove, replay
from symstride.proof.kernel.terms import make, num, show, var
from symstride.proof.language.syntax import entry, mapping, variable
from symstride.proof.language.tidy import tidied_at
from symstride.proof.statements.operator import operator_request

LETTERS = ("p", "k", "s", "dl", "a", "C", "O", "N", "G", "t", "m", "c", "o", "i", "u", "rho", "tau")


def symbol(name: str) -> sympy.Symbol:
    return sympy.Symbol(name, integer=True, positive=True)


def test_a_letter_inside_of_a_value_is_no_letter_of_the_statement() -> None:
    """x[p + t] with x -> (t -> y[p*t]) and p -> 3 is y[p*(3 + t)]: the inner p is somebody else's."""
    inner = mapping(["t"], entry("y", make("mul", var("p"), var("t"))))
    term = entry("x", make("add", var("p"), var("t")))
    found = tidied_at(term, {("x", 1): inner, variable("p"): num(3)})
    check(found == entry("y", make("mul", var("p"), make("add", var("t"), num(3)))), found)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_size_may_have_the_name_of_any_letter(letter: str) -> None:
    size = symbol(letter)
    layer = Conv(2, 2, kernel=2, stride=2, padding=3, dilation=3, ndim=1, groups=2, bias=False)
    for each in (layer, Conv(1, 1, kernel=2, stride=2, padding=3, ndim=1, bias=False)):
        claims = replay(prove(each, input_size=2 * size).certificate()).claims
        check("unit stride" in {claim.name for claim in claims})
    ring = Conv(1, 1, kernel=2, stride=2, padding=3, ndim=1, bias=False, padding_mode="circular")
    check(replay(prove(ring, input_size=2 * size).certificate()).claims)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_number_of_channels_may_have_the_name_of_any_letter(letter: str) -> None:
    channels = 2 * symbol(letter)
    up = ConvTranspose(channels, 2, kernel=2, stride=2, padding=3, dilation=3, groups=2, ndim=1)
    check(replay(prove(up).certificate()).claims)
    layer = Conv(channels, 2, kernel=2, stride=2, padding=3, dilation=3, groups=2, ndim=1)
    check(replay(prove(layer, input_size=9).certificate()).claims)


def test_a_statement_keeps_the_symbol_where_it_stands() -> None:
    """The offset of a group in the weights is the symbol p of the layer, and not the 3 of its padding."""
    p = symbol("p")
    subject = operator_request(ConvTranspose(2 * p, 2, 2, 2, 3, groups=2, ndim=1, bias=False), 1, None)
    _, conclusion = dict(subject.statements())["layer"]
    text = show(conclusion)
    check(text.count("(p*G + ") == 4 and "3*G" not in text, text)
