"""The bank that runs is the theorem's own term: both are evaluated, entry by entry, and compared.

In the semiring of formal polynomials, with weight w[o, c, i] the indeterminate "i", an entry of the term is a single
indeterminate or zero; the table of the bank says which.
"""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from soundness import check, check_true

from symstride.layers.layer import Conv
from symstride.proof.kernel.terms import VARIABLE, Term, names_of
from symstride.proof.language.meaning import FORMAL, INTEGERS, Environment, evaluate, indeterminate
from symstride.proof.record import Proof
from symstride.proof.statements.request import layer_request, request_of
from symstride.proof.theorems.layer_proof import prove_layer

LAYERS = {
    "3x3, stride 2, padding 1": (Conv(2, 2, (3, 3), stride=2, padding=1), 1, "image", (5, 6)),
    "padded origin": (Conv(2, 2, (3, 3), stride=2, padding=1), 1, "padded", (5, 6)),
    "two phases": (Conv(2, 3, (3,), stride=(2,), padding=(1,)), 2, "image", (9,)),
    "dilation shares a factor with the stride": (Conv(2, 2, (3,), stride=(4,), dilation=(2,)), 1, "image", (17,)),
    "stride longer than the kernel": (Conv(2, 2, (2,), stride=(5,), bias=False), 1, "image", (13,)),
    "asymmetric and negative padding": (Conv(2, 2, (4,), stride=(3,), padding=((-1, 2),)), 2, "image", (13,)),
    "groups, activation": (Conv(4, 4, (3,), stride=(2,), groups=2, activation="relu"), 1, "image", (8,)),
    "circular": (Conv(2, 2, (3,), stride=(2,), padding=(1,), padding_mode="circular"), 1, "image", (8,)),
    "unit stride, dilated": (Conv(2, 2, (3,), stride=(1,), dilation=(2,)), 2, "image", (8,)),
}


def proof_of(name: str, order: str = "channel_major") -> Proof:
    layer, phases, origin, size = LAYERS[name]
    return prove_layer(request_of(layer, phases, origin, order, size))


def bank_term(theorem_side: Term) -> Term:
    """The one use of the definition ``bank`` in a term, its loose indices being those of the sums around it."""
    found = {part for part in _parts(theorem_side) if part.tag == "use" and part.args[0].args[0] == "bank"}
    check(len(found) == 1, found)
    return found.pop()


def _parts(term: Term) -> list[Term]:
    below = [part for x in term.args if type(x) is Term and x.sort != "D" for part in _parts(x)]
    return [term, *below]


@pytest.mark.parametrize("name", LAYERS)
def test_the_table_is_the_term(name: str) -> None:
    proof = proof_of(name)
    bank, term = layer_request(proof.subject).bank, bank_term(proof.main.theorem.concl.args[1])
    taus = sorted(key[0] for key in names_of([term]) if key[1] == VARIABLE and key[0].startswith("tau"))
    kernel = LAYERS[name][0].kernel
    weights = {("w", len(kernel) + 2): lambda o, c, *tap: indeterminate(repr(tap))}
    phases = list(product(*(range(axis.a) for axis in bank.axes)))
    cells = list(product(*(range(axis.S) for axis in bank.axes)))
    taps = list(product(*(range(axis.umin, axis.umax + 1) for axis in bank.axes)))
    check(bank.table.shape[:2] == (len(phases), len(cells)))
    for (flat_tau, tau), (flat_rho, rho), u in product(enumerate(phases), enumerate(cells), taps):
        env = Environment(FORMAL, {"o": 1, **dict(zip(taus, tau))}, weights)
        value = evaluate(term, env, indices=(*reversed(u), *reversed(rho), 0))
        place = tuple(v - axis.umin for v, axis in zip(u, bank.axes))
        index = int(bank.table[(flat_tau, flat_rho, *place)])
        check(value == _weight(index, kernel), name, tau, rho, u, value, index)


def _weight(index: int, kernel: tuple[int, ...]) -> object:
    """The indeterminate of a flat tap index; zero for -1."""
    if index == -1:
        return FORMAL.zero
    tap = []
    for k in reversed(kernel):
        index, i = divmod(index, k)
        tap.append(i)
    return indeterminate(repr(tuple(reversed(tap))))


@pytest.mark.parametrize("name", LAYERS)
def test_each_claim_about_a_layer_is_true(name: str, rng: Random) -> None:
    for proposition in proof_of(name).propositions:
        theorem = proposition.theorem
        check(check_true(theorem.hyps, theorem.concl, rng, want=6, tries=200) > 0, proposition.name, "without a sample")


def test_a_table_that_differs_is_noticed() -> None:
    """With the taps turned round, or one phase further, the comparison above would fail."""
    term = bank_term(proof_of("two phases").main.theorem.concl.args[1])
    weights = {("w", 3): lambda o, c, i: 10 + i}
    env = Environment(INTEGERS, {"o": 0, "tau": 0}, weights)
    row = [evaluate(term, env, (u, rho, 0)) for rho in range(4) for u in (-1, 0)]
    check(row != row[::-1] and sorted(row)[-3:] == [10, 11, 12], row)
