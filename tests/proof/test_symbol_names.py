"""Symbols of a layer may have any name: theorems tell them apart from the names that they have themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_letters

import pytest
from soundness import check
from sympy import Symbol

from symstride import Conv, prove
from symstride.proof.kernel.terms import Term
from symstride.proof.language import definitions
from symstride.proof.language.translate import own_name
from symstride.render.parts import free_names


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


OWN = {*own_names()}
NAMES = sorted({*OWN, *ascii_letters, "tau_", "p_", "f_", "g1", "k_1", "sum", "lo", "alpha", "infty", "hole", "ownx"})
OFTEN = ("o", "m", "tau", "w", "x", "act", "conv", "p", "N", "hole_")
"""Those that are free in the statement, or could be: with these it would say something else."""


def test_names_are_found() -> None:
    check({"conv", "bank", "phases", "extend", "grouped", "wrap", "f", "w", "x", "act"} <= OWN, OWN)


def test_no_symbol_is_mistaken_for_a_name_of_the_theorems_or_for_another() -> None:
    names = [*NAMES, *(f"own{name}" for name in NAMES), *(f"{name}_" for name in NAMES)]
    check(len(set(map(own_name, names))) == len(set(names)))
    layer = Conv(4, 4, (3,), 2, padding=1, groups=2, activation="relu")
    claims = prove(layer, Symbol("a"), input_size=9).claims.values()
    terms = [term for claim in claims for term in (claim.concl, *claim.hyps)]
    stated = {key[0] for term in terms for key in term.free}.union(*map(free_names, terms)) - {"a", "f"}
    check({"o", "m", "tau", "w", "x", "b", "act", "phases", "bank"} <= stated, stated)
    check(not stated & set(map(own_name, names)), stated & set(map(own_name, names)))


@pytest.mark.parametrize("name", OFTEN)
def test_a_layer_with_a_symbol_of_any_name_is_proved(name: str) -> None:
    """Never is a certificate of our own refused, whatever its symbols are called."""
    symbol = Symbol(name)
    for layer, phases in ((Conv(4, 4, (symbol,), 2, groups=2), 1), (Conv(4, 4, (3,), symbol, bias=False), symbol)):
        theorem = prove(layer, phases, input_size=Symbol("N") if name != "N" else None)
        check(theorem.replayed.steps > 0)
        free = [key for claim in theorem.claims.values() for t in (claim.concl, *claim.hyps) for key in t.free]
        check((own_name(name), -1) in free, "the symbol is gone")
        usual = prove(layer_with(layer, Symbol("k")), Symbol("k") if phases is symbol else phases)
        check(len({*free}) >= len(usual.proof.main.theorem.concl.free), "two names are one")


def layer_with(layer: Conv, symbol: Symbol) -> Conv:
    """The layer with another symbol in place of its own."""
    kernel, stride = (tuple(symbol if isinstance(n, Symbol) else n for n in x) for x in (layer.kernel, layer.stride))
    return replace(layer, kernel=kernel, stride=stride)


@pytest.mark.full
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OFTEN])
def test_a_layer_with_a_symbol_of_every_name_is_proved(name: str) -> None:
    test_a_layer_with_a_symbol_of_any_name_is_proved(name)


def test_numbered_symbols_are_told_apart_in_print() -> None:
    layer = Conv(3, 4, (Symbol("k1"), Symbol("k_1")), 2)
    for text in (prove(layer).statement, layer._repr_latex_()):
        check("k_{1}" in text)
        check(r"\mathtt{k\_1}" in text)
