"""Tools for forgeries: certificates to edit, false statements to claim, the phase lemma with one thing wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from random import Random
from typing import Any

from soundness import check_false, lemmas, refused

from symstride.proof.certificate import certificate, certificate_text
from symstride.proof.kernel.replay import FORMAT, Replay, canonical, replay
from symstride.proof.kernel.rules import Theorem, ring
from symstride.proof.kernel.terms import Term, make, num
from symstride.proof.language.definitions import bank, phases
from symstride.proof.language.syntax import Integer, product, tensor, totals, use
from symstride.proof.statements.axis import TAP_END, TAP_LOW
from symstride.proof.statements.phase_lemma import phase_lemma_statement

FALSE = make("le", num(1), num(0))
Data = dict[str, Any]


# ------------------------------------------------------------------------------------------------ certificates


def genuine() -> Data:
    """A genuine certificate, as data of one's own: that an empty sum is zero."""
    return data_of(lemmas()["empty_sum"])


def data_of(theorem: Theorem) -> Data:
    data: Data = json.loads(certificate_text({"claim": theorem}, {}))
    return data


def text_of(data: Any) -> str:
    return canonical(data) + "\n"


def edited(change: Callable[[Data], object]) -> str:
    """The genuine certificate after a change of its data."""
    data = genuine()
    change(data)
    return text_of(data)


def written(terms: list[Any], steps: Iterable[Any] = (), claims: Iterable[Any] = (), about: Any = None) -> str:
    """A certificate from its rows."""
    about = {} if about is None else about
    return text_of({"format": FORMAT, "about": about, "terms": terms, "steps": list(steps), "claims": list(claims)})


def accepted(text: str) -> Replay:
    """What a genuine certificate proves: the counterpart of a forgery, to show that only the forgery is at fault."""
    return replay(text)


def add_term(data: Data, term: Term) -> int:
    """Write a term, and what it needs, behind the terms of a certificate; its position."""
    row: list[Any] = [term.tag, *(_argument(data, x) for x in term.args)]
    if row not in data["terms"]:
        data["terms"].append(row)
    return int(data["terms"].index(row))


def _argument(data: Data, x: Any) -> Any:
    if type(x) is Term:
        return add_term(data, x)
    return [list(key) for key in x] if type(x) is tuple else x


def claiming(theorem: Theorem, hyps: Iterable[Term], concl: Term) -> str:
    """The certificate of a theorem, with another statement as its claim."""
    data = data_of(theorem)
    name, _, _, step = data["claims"][0]
    data["claims"] = [[name, [add_term(data, h) for h in hyps], add_term(data, concl), step]]
    return text_of(data)


# ------------------------------------------------------------------------------------------------ false identities


HYPOTHESES, PHASE_LEMMA = phase_lemma_statement(1)
STRIDED, EXPANDED = PHASE_LEMMA.args


def expanded(
    *, low: Integer = TAP_LOW, end: Integer = TAP_END, phase_count: Integer = "s*a", tau: str = "tau",
    bank_rho: str = "rho", rho: str = "rho", cell: str = "m + u", weights: Term | None = None, channels: str = "C",
) -> Term:  # fmt: skip
    """The right side of the phase lemma, for one axis, with one thing changed."""
    w = weights or tensor("w", 3)
    weight = use(bank(1), w, "k", "s", "dl", "p", "a", tau, "o", bank_rho, "c", "u")
    signal = use(phases(1), tensor("x", 2), "s*a", rho, "c", cell)
    return totals([("c", 0, channels), ("rho", 0, phase_count), ("u", low, end)], product(weight, signal))


@cache
def proved_phase_lemma() -> Theorem:
    from symstride.proof.theorems.phase_lemma import phase_lemma  # proves some lemmas already

    return phase_lemma(1).theorem


def check_forgery_of_phase_lemma(concl: Term, rng: Random, hyps: Iterable[Term] = tuple(HYPOTHESES)) -> None:
    """False on numbers, not a ring identity, and not what the certificate of the phase lemma proves."""
    hyps = tuple(hyps)
    check_false(hyps, concl, rng)
    with refused("ring: different normal forms"):
        ring(*concl.args)
    with refused("the step proves another statement"):
        replay(claiming(proved_phase_lemma(), hyps, concl))


# ------------------------------------------------------------------------------------------------ forged objects


def forged(kind: type, *values: object) -> Any:
    """An object whose slots were filled by force, as no rule or constructor would."""
    thing = object.__new__(kind)
    for slot, value in zip(kind.__slots__, values):  # type: ignore[attr-defined]  # Term, Theorem and Rule have slots
        object.__setattr__(thing, slot, value)
    return thing


def forged_theorem(hyps: Iterable[Term] = (), concl: Term = FALSE, step: Any = ("axiom", ("division",))) -> Theorem:
    theorem: Theorem = forged(Theorem, frozenset(hyps), concl, step)
    return theorem


def replayed(theorem: Theorem) -> Replay:
    """The promise: whatever object it is, its certificate has to stand on its own."""
    return replay(text_of(certificate({"claim": theorem}, {})))
