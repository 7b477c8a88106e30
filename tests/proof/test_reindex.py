"""The change of index and what is made with it: needed hypotheses, lines that are read, banks by cases, groups."""

from __future__ import annotations

import re
from itertools import product
from random import Random

import pytest
import sympy
from soundness import check, check_false, check_true

from symstride.layers.layer import Conv
from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import bank, bank_parameters
from symstride.proof.language.meaning import Environment, evaluate
from symstride.proof.language.syntax import at_most, below
from symstride.proof.lemmas import LEMMAS
from symstride.proof.lemmas.adjoint import dilated_transposed_change_of_index, split_adjoint, transposed_change_of_index
from symstride.proof.lemmas.reindex import change_of_index, dilated_change_of_index, remainder_pair
from symstride.proof.statements.bank import placed_sum, weight
from symstride.proof.statements.layer import Form
from symstride.proof.statements.request import request_of
from symstride.proof.tactics.rewriting import left, right
from symstride.proof.theorems.bank_entries import as_placed_sum, open_bank
from symstride.proof.theorems.layer_proof import prove_layer
from symstride.proof.theorems.phase_lemma import phase_lemma
from symstride.proof.theorems.strided_layer import strided_layer
from symstride.proof.theorems.transposed_layer import transposed_layer

STRIDED = [remainder_pair, change_of_index, dilated_change_of_index]
CHAINS = [*STRIDED, split_adjoint, transposed_change_of_index, dilated_transposed_change_of_index]
FLAGS = [flags for d in (1, 2) for flags in product((False, True), repeat=d)]


@pytest.mark.parametrize("lemma", STRIDED, ids=lambda lemma: lemma.name)
def test_no_hypothesis_of_a_change_of_index_is_idle(lemma, rng: Random) -> None:
    theorem = lemma()
    for left_out in theorem.hyps:
        check_false(theorem.hyps - {left_out}, theorem.concl, rng)


NEEDED = {
    "l <= (-p)//(s*a)": {"s": 2, "a": 2, "dl": 2, "k": 3, "p": 2, "i": 0, "rho": 2, "l": 1, "h": 1},
    "(s*(a - 1) + dl*(k - 1) - p)//(s*a) <= h": {"s": 2, "a": 2, "p": 2, "l": -1, "h": -2},
    "0 <= rho": {"k": 2, "p": 2, "i": 1, "rho": -2, "l": -2, "h": -1},
    "rho < s*a": {"a": 2, "dl": 2, "rho": 4},
    "0 <= i": {"p": 1, "i": -1, "l": -1, "h": -1},
    "i < k": {"p": 1, "i": 1, "l": -1, "h": -1},
    "1 <= dl": {"s": 3, "dl": -2, "k": 2, "p": 2, "i": 1, "rho": 2, "l": -1, "h": -2},
}
"""Hypotheses of ``split_adjoint``, and numbers at which only this one fails, the identity with it.

1 <= s and 1 <= a are not here: with 0 <= rho < s*a each follows from the other.
"""


@pytest.mark.parametrize("text", NEEDED)
def test_no_hypothesis_of_the_transposed_change_of_index_is_idle(text: str) -> None:
    theorem = split_adjoint()
    low, sign, high = re.split(r" (<=?) ", text)
    formula = (at_most if sign == "<=" else below)(low, high)
    assert formula in theorem.hyps
    numbers = dict.fromkeys(("s", "a", "dl", "k"), 1) | dict.fromkeys(("p", "i", "rho", "m", "l", "h"), 0)
    here = Environment(integers=numbers | NEEDED[text], tensors={("H", 1): lambda place: 3 ** (place + 9)})
    assert [f for f in theorem.hyps if not evaluate(f, here)] == [formula]
    assert not evaluate(theorem.concl, here)


@pytest.mark.parametrize("lemma", CHAINS, ids=lambda lemma: lemma.name)
def test_the_lines_of_a_lemma_lead_from_its_left_side_to_its_right_side(lemma) -> None:
    assert all(left(line.theorem) is left(lemma()) for line in lemma.lines)
    assert lemma.lines[-1].term is right(lemma())
    assert len(lemma.lines) <= 3
    assert all(name in LEMMAS for line in lemma.lines for name in line.lemmas)


def _tags(term: Term) -> set[str]:
    return {term.tag}.union(*(_tags(x) for x in term.args if type(x) is Term))


@pytest.mark.parametrize("flags", FLAGS, ids=str)
def test_a_bank_has_a_dilation_on_dilated_axes_only(flags: tuple[bool, ...], rng: Random) -> None:
    d = len(flags)
    body = bank(d, flags).args[1]
    assert "sum" not in _tags(body)
    assert ("div" in _tags(body)) == ("mod" in _tags(body)) == any(flags)
    assert sum(name.startswith("dl") for name in bank_parameters(d, flags)) == sum(flags)
    theorem = as_placed_sum(d, flags)
    assert (left(theorem), right(theorem)) == (weight(d, flags), placed_sum(d, flags))
    assert right(open_bank(weight(d, flags))) is right(theorem)
    check(check_true(theorem.hyps, theorem.concl, rng, want=12, tries=2000) >= 6, "too few samples")


@pytest.mark.parametrize("flags", FLAGS, ids=str)
def test_the_phase_lemma_takes_three_lines(flags: tuple[bool, ...], rng: Random) -> None:
    found = phase_lemma(len(flags), flags)
    assert len(found.lines) == 3
    check(check_true(found.theorem.hyps, found.theorem.concl, rng, want=6, tries=3000) >= 3, "too few samples")


@pytest.mark.parametrize("flags", FLAGS, ids=str)
def test_the_transposed_layer_takes_three_lines(flags: tuple[bool, ...], rng: Random) -> None:
    found = transposed_layer(len(flags), flags)
    assert [line.reason for line in found.lines] == ["definition", "change of index", "phases of $x$"]
    check(check_true(found.theorem.hyps, found.theorem.concl, rng, want=6, tries=3000) >= 3, "too few samples")


@pytest.mark.parametrize("signal", ["zeros", "circular", "zeros-padded", "circular-padded"])
def test_a_layer_takes_four_lines_at_most(signal: str) -> None:
    for grouped, activation in product((False, True), repeat=2):
        form = Form(2, grouped, True, activation, signal, (False, True))
        assert len(strided_layer(form)) == 4 - form.padded_origin


s, p, C, O = sympy.symbols("s p C O", integer=True)  # noqa: E741 -- channels are called so
GROUPED = [
    Conv(2 * C, 2 * O, 3, s, p, groups=2, ndim=1),
    Conv(4, 6, (3, 2), (2, 3), 1, groups=2, dilation=(1, 2)),
    Conv(3, 3, 2, 2, 0, groups=3, ndim=1, bias=False),
]


@pytest.mark.parametrize("spec", GROUPED, ids=str)
def test_a_grouped_layer_is_a_grouped_unit_stride_layer(spec: Conv, rng: Random) -> None:
    proof = prove_layer(request_of(spec, 1, "image", "channel_major", None))
    theorem = proof.claims["unit stride"]
    names = [side.args[0].args[0] for side in theorem.concl.args]
    assert names == ["grouped", "grouped"]
    check(check_true(theorem.hyps, theorem.concl, rng, want=6, tries=3000) >= 3, "too few samples")


def test_phases_outside_the_channels_take_groups_apart() -> None:
    proof = prove_layer(request_of(GROUPED[1], 1, "image", "phase_major", None))
    assert "unit stride" not in proof.claims
