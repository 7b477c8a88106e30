"""Random single-site changes of genuine certificates, and what replay makes of them.

A mutant is refused, or it proves statements that are true: those are evaluated on numbers in all semirings.  Anything
else than ``Refused`` is a crash, and a crash may be mistaken for an answer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from types import SimpleNamespace
from typing import Any

from soundness import examine

from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.replay import Refused, Replay, _Checker, canonical, replay
from symstride.proof.kernel.rules import AXIOMS, RULES, Theorem
from symstride.proof.kernel.terms import ARGUMENTS, KernelError

Path = tuple[int | str, ...]
NAMES = ("a", "b", "v", "hole_", "i", "rho", "u", "s", "f", "lo", "hi", "lo2", "hi2", "e", "w", "x", "k", "t", "n", "c")
"""Names to write in place of others: those of the axioms and of many lemmas, so that collisions are likely."""
PARTS = ("terms", "terms", "steps", "steps", "steps", "claims")


def sites(x: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in nested lists, by path."""
    if path:
        yield path
    if isinstance(x, list):
        for position, item in enumerate(x):
            yield from sites(item, (*path, position))


def mutant(text: str, rng: Random) -> tuple[str, str]:
    """The text of a certificate with one place changed, and what was done."""
    data = json.loads(text)
    part = rng.choice(PARTS)
    *above, last = rng.choice(list(sites(data[part])))
    holder = data[part]
    for step in above:
        holder = holder[step]
    before = canonical(holder[last])
    how = _change(holder, last, len(data[part]), rng)
    return canonical(data) + "\n", f"{part}{[*above, last]}: {how}, was {before}"


def _change(holder: list[Any], at: int, rows: int, rng: Random) -> str:
    x = holder[at]
    if isinstance(x, list):
        return _change_list(holder, at, rng)
    if isinstance(x, int):
        holder[at] = _other_number(x, rows, rng)
    else:
        holder[at] = _other_word(x, at, rng)
    return f"now {canonical(holder[at])}"


def _change_list(holder: list[Any], at: int, rng: Random) -> str:
    x = holder[at]
    match rng.choice(["delete", "double", "swap inside", "swap with another"]):
        case "delete":
            del holder[at]
            return "deleted"
        case "double":
            holder.insert(at, json.loads(canonical(x)))
            return "doubled"
        case "swap inside" if len(x) > 1:
            i, j = rng.sample(range(len(x)), 2)
            x[i], x[j] = x[j], x[i]
            return f"items {i} and {j} swapped"
    other = rng.randrange(len(holder))
    holder[at], holder[other] = holder[other], x
    return f"swapped with {other}"


def _other_number(n: int, rows: int, rng: Random) -> Any:
    near = [n + 1, n - 1, max(0, n - rng.randint(1, 6)), -n, 0]
    return rng.choice([*near, *near, rng.randrange(rows), rng.randrange(max(1, n + 1)), _not_a_number(n, rng)])


def _not_a_number(n: int, rng: Random) -> Any:
    return rng.choice([True, float(n), str(n), None, [n], n + 2**53])


def _other_word(word: Any, at: int, rng: Random) -> Any:
    for table in (RULES, AXIOMS, ARGUMENTS):
        if word in table and (at == 0 or table is AXIOMS):
            return rng.choice(list(table))
    return rng.choice(NAMES)


# ------------------------------------------------------------------------------------------------ a campaign


@dataclass
class Outcome:
    """``counts`` by verdict, ``crashes`` and ``false`` with the change that led to them."""

    counts: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return ", ".join(f"{verdict} {n}" for verdict, n in sorted(self.counts.items()))


def certificates(theorems: Mapping[str, Theorem]) -> dict[str, str]:
    """The certificate text of each theorem, on its own."""
    return {name: certificate_text({"claim": theorem}, {"theorem": name}) for name, theorem in theorems.items()}


def campaign(texts: Mapping[str, str], count: int, rng: Random, samples: int = 10) -> Outcome:
    """Judge ``count`` mutants, spread evenly over the certificates."""
    outcome = Outcome()
    genuine = {name: replay(text) for name, text in texts.items()}
    names = sorted(texts)
    for n in range(count):
        name = names[n % len(names)]
        text, how = mutant(texts[name], rng)
        if text == texts[name]:
            outcome.counts["unchanged"] += 1
            continue
        outcome.counts["mutants"] += 1
        _judge(text, f"{name}: {how}", genuine[name], rng, samples, outcome)
    return outcome


def _judge(text: str, how: str, genuine: Replay, rng: Random, samples: int, outcome: Outcome) -> None:
    try:
        result = replay(text)
    except Refused:
        outcome.counts["refused"] += 1
        return
    except Exception as why:  # noqa: BLE001  any other exception is what is being looked for
        outcome.counts["crashed"] += 1
        outcome.crashes.append(f"{how}: {type(why).__name__} {why}")
        return
    outcome.counts["accepted"] += 1
    known = {(t.hyps, t.concl) for t in genuine.claims.values()}
    for theorem in result.claims.values():
        if (theorem.hyps, theorem.concl) in known:
            outcome.counts["accepted, same statement"] += 1
            continue
        verdict = examine(theorem.hyps, theorem.concl, rng, want=samples, tries=60 * samples)
        outcome.counts["accepted, another statement"] += 1
        outcome.counts["accepted, no sample"] += verdict.samples == 0
        if verdict.counterexample:
            outcome.false.append(f"{how}: {theorem} at {verdict.counterexample}")


# ------------------------------------------------------------------------------------------------ before the claims


REFUSED_ROW: Any = SimpleNamespace(hyps=(), free=())
"""In the place of what a refused row would have made: no kind of argument, so that what refers to it is refused too."""


def steps_of(text: str) -> list[Theorem]:
    """The theorems that the steps of a certificate derive, whatever is claimed; a refused row is passed over."""
    data = json.loads(text)
    checker = _Checker(data)
    for made, check_row, rows in (
        (checker.terms, checker._term_row, data["terms"]),
        (checker.steps, checker._step_row, data["steps"]),
    ):
        for row in rows:
            try:
                made.append(check_row(row))  # type: ignore[attr-defined]  # terms first, theorems second
            except KernelError:
                made.append(REFUSED_ROW)
    return [theorem for theorem in checker.steps if theorem is not REFUSED_ROW]


def derive_from_mutants(texts: Mapping[str, str], count: int, rng: Random, samples: int = 6) -> Outcome:
    """Evaluate everything that the steps of mutants derive.  Many mutants fall at the claims only after having proved
    something new, so this says more about the rules than ``campaign`` does."""
    outcome = Outcome()
    seen = {(t.hyps, t.concl) for text in texts.values() for t in steps_of(text)}
    names = sorted(texts)
    for n in range(count):
        text, how = mutant(texts[names[n % len(names)]], rng)
        outcome.counts["mutants"] += 1
        for theorem in steps_of(text):
            if (theorem.hyps, theorem.concl) in seen:
                continue
            seen.add((theorem.hyps, theorem.concl))
            verdict = examine(theorem.hyps, theorem.concl, rng, want=samples, tries=15 * samples)
            outcome.counts["new theorems"] += 1
            outcome.counts["without a sample"] += verdict.samples == 0
            if verdict.counterexample:
                outcome.false.append(f"{how}: {theorem} at {verdict.counterexample}")
    return outcome
