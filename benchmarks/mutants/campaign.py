"""Many changes, one verdict on each: refused by both checkers, or accepted by both and true on numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

from checker_tools import Answer, answer_of, difference, refusal_of
from mutation import mutant
from soundness import examine

from symstride.proof.kernel.replay import Refused, Replay, replay
from symstride.proof.kernel.terms import Term

Statement = tuple[frozenset[Term], Term]
SAMPLES = 10
"""Environments that satisfy the hypotheses, on each of which a new statement is evaluated."""
TRIES = 600
"""Environments that are drawn for them."""


class Second(Protocol):
    """The second checker: it is asked with a certificate's text."""

    def ask(self, text: str) -> Answer: ...


@dataclass
class Tally:
    """``counts`` by verdict, ``refused`` by part of the certificate, and what must not happen, with the change."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    disagreements: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not (self.false or self.disagreements or self.crashes)


def campaign(
    texts: Mapping[str, str], count: int, seed: int, second: Second, told: Callable[[int, Tally], None]
) -> Tally:
    """Judge ``count`` changes, spread evenly over the certificates.  The n-th depends on the seed and n alone."""
    tally = Tally()
    known = {name: statements(replay(text)) for name, text in texts.items()}
    names = sorted(texts)
    for n in range(count):
        name = names[n % len(names)]
        rng = Random(f"{seed} {n}")
        text, how = changed(texts[name], rng)
        judge(text, f"change {n}, {name}, {how}", known[name], rng, second, tally)
        told(n + 1, tally)
    return tally


def changed(text: str, rng: Random) -> tuple[str, str]:
    """The text with one place changed, and how; a change that changes nothing is drawn again."""
    while True:
        other, how = mutant(text, rng)
        if other != text:
            return other, how


def statements(result: Replay) -> set[Statement]:
    return {(theorem.hyps, theorem.concl) for theorem in result.claims.values()}


def judge(text: str, how: str, known: set[Statement], rng: Random, second: Second, tally: Tally) -> None:
    """Both checkers, and then, if it is accepted, numbers."""
    tally.counts["tried"] += 1
    result: Replay | None = None
    try:
        result = replay(text)
        mine = answer_of(result)
    except Refused as why:
        mine = refusal_of(why)
        tally.refused[why.where.split("[")[0]] += 1
    except Exception as why:  # noqa: BLE001  any other exception is what is being looked for
        tally.crashes.append(f"{how}: {type(why).__name__} {why}")
        return
    if differs := difference(mine, second.ask(text)):
        tally.disagreements.append(f"{how}: {differs}")
    if result is not None:
        tally.counts[_evaluated(statements(result) - known, how, rng, tally)] += 1


def _evaluated(new: set[Statement], how: str, rng: Random, tally: Tally) -> str:
    """What is to be said of an accepted change that proves these statements besides those of the original."""
    if not new:
        return "same"
    verdicts = [examine(hyps, concl, rng, SAMPLES, TRIES) for hyps, concl in sorted(new, key=str)]
    tally.counts["statements"] += len(verdicts)
    tally.counts["evaluations"] += sum(verdict.samples for verdict in verdicts)
    wrong = [verdict.counterexample for verdict in verdicts if verdict.counterexample]
    tally.false += [f"{how}: false at {counterexample}" for counterexample in wrong]
    if wrong:
        return "false"
    return "true" if all(verdict.samples for verdict in verdicts) else "not evaluated"
