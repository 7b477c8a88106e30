"""Symbols of a layer may have any name that the theorems have no use for; others are refused at once, with the use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from string import ascii_letters

import pytest
from soundness import check
from sympy import Symbol

from symstride import Conv, SpecError, prove
from symstride.layers.form import RESERVED, name_problem
from symstride.proof.kernel.terms import Term
from symstride.proof.language import definitions


def own_names() -> Iterator[str]:
    """Every name in a certificate about a layer with groups, bias, activation and symbols, and every definition's."""
    layer = Conv(4, 4, (Symbol("k"),), 2, padding=1, groups=2, activation="relu")
    for phases in (1, Symbol("a")):
        for tag, *arguments in json.loads(prove(layer, phases).certificate())["terms"]:
            if tag in ("var", "entry", "tensor", "apply", "define"):
                yield str(arguments[0])
    for name in vars(definitions):
        made = getattr(definitions, name)
        if hasattr(made, "__wrapped__") and isinstance(made(1), Term):
            yield made(1).args[0]


NAMES = sorted({*own_names(), *ascii_letters, "tau_", "p_", "f_", "g1", "k_1", "sum", "lo", "alpha", "infty", "hole"})


def test_names_are_found() -> None:
    check({"conv", "bank", "phases", "extend", "grouped", "wrap", "f", "w", "x", "act"} <= set(NAMES), NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_symbol_is_refused_with_the_reason_or_its_certificate_is_accepted(name: str) -> None:
    """Never is a certificate of our own refused, whatever its symbols are called."""
    if name_problem(name) is not None:
        with pytest.raises(SpecError, match=r"the theorems write it for|a name is a letter|Python keyword"):
            Conv(4, 4, (Symbol(name),), 2, groups=2)
        return
    symbol = Symbol(name)
    for layer, phases in ((Conv(4, 4, (symbol,), 2, groups=2), 1), (Conv(4, 4, (3,), symbol, bias=False), symbol)):
        theorem = prove(layer, phases, input_size=Symbol("N") if name != "N" else None)
        check(theorem.replayed.steps > 0)
        check(any((name, -1) in claim.concl.free for claim in theorem.claims.values()), "the symbol is gone")


def test_what_is_refused_has_a_use() -> None:
    """A pattern stands for something that occurs, or may: bound letters have no names in a certificate."""
    check(all(meaning for meaning in RESERVED.values()))
    check(name_problem("conv") == "the theorems write it for a definition, by that word")
    check(name_problem("n") is None)


def test_numbered_symbols_are_told_apart_in_print() -> None:
    layer = Conv(3, 4, (Symbol("k1"), Symbol("k_1")), 2)
    for text in (prove(layer).statement, layer._repr_latex_()):
        check("k_{1}" in text)
        check(r"\mathtt{k\_1}" in text)
