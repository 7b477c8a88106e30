"""Changed certificates of identities, changed texts in them, and random identities; one verdict on each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from random import Random
from typing import Any

from checker_tools import Answer, difference
from mutation import mutant as changed_rows
from soundness import examine
from text_mutation import mutant as changed_text

import symstride as ss
from benchmarks.identities.drawing import PYTHON, WORD, Drawn, is_true
from benchmarks.identities.numbers import Found, examined
from benchmarks.mutants.campaign import Second, Tally
from symstride.errors import CertificateRejected, NotSupported
from symstride.proof.kernel.replay import Refused, Replay, canonical
from symstride.proof.kernel.replay import replay as derived
from symstride.proof.kernel.terms import KernelError, Term
from symstride.proof.statements.identity import IdentitySubject
from symstride.replaying import ReplayReport
from symstride.replaying import replay as compared

Told = Callable[[int, Tally], None]


# ------------------------------------------------------------------------- certificates


def certificates(texts: Mapping[str, str], count: int, seed: int, second: Second, told: Told) -> Tally:
    """Judge ``count`` certificates with one row changed each, spread evenly over the genuine ones."""
    return _changes(texts, count, f"rows {seed}", changed_rows, second, told)


def texts_inside(texts: Mapping[str, str], count: int, seed: int, second: Second, told: Told) -> Tally:
    """Judge ``count`` certificates with other texts in them than those that they were made for."""
    return _changes(texts, count, f"texts {seed}", other_texts, second, told)


def _changes(
    texts: Mapping[str, str],
    count: int,
    seed: str,
    change: Callable[[str, Random], tuple[str, str]],
    second: Second,
    told: Told,
) -> Tally:
    """The n-th change depends on the seed and n alone."""
    tally, names = Tally(), sorted(texts)
    for n in range(count):
        rng, genuine = Random(f"{seed} {n}"), texts[names[n % len(names)]]
        text, how = change(genuine, rng)
        while text == genuine:
            text, how = change(genuine, rng)
        judge(text, genuine, f"change {n}, {names[n % len(names)]}, {how}", rng, second, tally)
        told(n + 1, tally)
    return tally


def other_texts(certificate: str, rng: Random) -> tuple[str, str]:
    """A certificate with one text changed, or two names exchanged everywhere, or other letters."""
    data = json.loads(certificate)
    about: dict[str, Any] = data["about"]
    match rng.randrange(6):
        case 0:
            names = sorted(set(WORD.findall(json.dumps([about[k] for k in ("identity", "given", "where")]))) - PYTHON)
            if len(names) > 1:
                a, b = rng.sample(names, 2)
                data["about"] = _renamed(about, {a: b, b: a} if rng.random() < 0.7 else {a: b})
                return canonical(data) + "\n", f"{a} and {b} exchanged, or one for both"
        case 1 if about["letters"]:
            names = sorted(set(WORD.findall(json.dumps(about))) - PYTHON)
            about["letters"][rng.randrange(len(about["letters"]))] = rng.choice(names)
            return canonical(data) + "\n", f"letters {about['letters']}"
    return changed_text(certificate, rng)


def _renamed(x: Any, names: Mapping[str, str]) -> Any:
    if isinstance(x, dict):
        return {key: value if key == "axes" else _renamed(value, names) for key, value in x.items()}
    if isinstance(x, list):
        return [_renamed(item, names) for item in x]
    return re.sub(WORD, lambda found: names.get(found[0], found[0]), x)


def judge(text: str, genuine: str, how: str, rng: Random, second: Second, tally: Tally) -> None:
    """Both checkers; then numbers for what is accepted, and for what only the comparison with the texts refuses."""
    tally.counts["tried"] += 1
    try:
        report, mine = first_verdict(text)
        result = None if report is not None or _rows(text) == _rows(genuine) else _derived(text, mine["where"])
        found = examined(IdentitySubject.from_plain(report.about), rng, more=4, most=12) if report else Found()
    except Exception as why:  # noqa: BLE001  any other exception is what is being looked for
        tally.crashes.append(f"{how}: {type(why).__name__} {why}")
        return
    if differs := difference(mine, second.ask(text)):
        tally.disagreements.append(f"{how}: {differs}")
    if report is not None:
        tally.counts["accepted"] += 1
        tally.counts["accepted, other texts"] += json.loads(text)["about"] != json.loads(genuine)["about"]
        tally.counts["evaluations"] += found.compared
        tally.counts["not evaluated"] += not found.compared
        if not found.good:
            tally.false.append(f"{how}: accepted, {found.failure or found.without}")
    elif result is not None or _rows(text) == _rows(genuine):
        tally.counts["refused by the comparison"] += 1
        _examine_derived(result, genuine, how, rng, tally)
    else:
        tally.counts["refused by the kernel"] += 1


def first_verdict(text: str) -> tuple[ReplayReport | None, Answer]:
    """What replay reports, and the answer for comparison with that of the second checker."""
    try:
        report = compared(text)
    except CertificateRejected as why:
        return None, {"proved": False, "where": why.where}
    counts = {"steps": report.steps, "rules": dict(report.rules), "axioms": list(report.axioms)}
    return report, {"proved": True, **counts, "lines": list(report.details)}


def _rows(text: str) -> str:
    """All of a certificate but its subject."""
    return text[text.rindex('"terms":') :]


def _derived(text: str, where: str) -> Replay | None:
    """What the kernel makes of a certificate that is refused there; None when it is the kernel that refuses it."""
    if not where.startswith(("about", "claims")):
        return None
    try:
        return derived(text)
    except Refused:
        return None


def _examine_derived(result: Replay | None, genuine: str, how: str, rng: Random, tally: Tally) -> None:
    """Nothing false is derived either, whatever the texts say."""
    for theorem in result.claims.values() if result is not None else ():
        if (theorem.hyps, theorem.concl) in _statements(genuine):
            continue
        verdict = examine(theorem.hyps, theorem.concl, rng, 6, 200)
        tally.counts["derived statements"] += 1
        if verdict.counterexample:
            tally.false.append(f"{how}: derived, and false at {verdict.counterexample}")


@lru_cache(maxsize=1024)
def _statements(genuine: str) -> frozenset[tuple[frozenset[Term], Term]]:
    return frozenset((theorem.hyps, theorem.concl) for theorem in derived(genuine).claims.values())


# ------------------------------------------------------------------------- random identities

BUDGET = 3000
"""How much the prover may work on one of them."""
SECOND_LOOK = 3000
"""Random numbers at which an identity is evaluated again that somebody says is false."""
Decide = Callable[[IdentitySubject, int], str]


def decided(subject: IdentitySubject, budget: int) -> str:
    """proved, refuted or unknown, as a user is told."""
    return _identity(subject).decide(subject.axes, budget).kind.name.lower()


def proved_alone(subject: IdentitySubject, budget: int) -> str:
    """What the prover does without looking for numbers first."""
    from symstride.proof.theorems.identity import prove_statement

    try:
        proof = prove_statement(subject, (), budget)
    except (KernelError, NotSupported):
        return "unknown"
    return "proved" if (proof.theorem.hyps, proof.theorem.concl) == subject.statement else "something else"


def random_identities(
    found: Iterable[Drawn], seed: int, told: Told, decide: Decide = decided, alone: Decide = proved_alone
) -> Tally:
    """Decide each; those that are false by numbers are handed to the prover as well, which then gets no help."""
    tally = Tally()
    for n, one in enumerate(found):
        subject, rng = one.subject, Random(f"truth {seed} {n}")
        truth, said = is_true(subject, rng), f"{one.kind}: {subject.title}"
        tally.counts["tried"] += 1
        try:
            verdict = decide(subject, BUDGET)
            if truth is True and verdict == "refuted":  # by numbers that this has to find, too, or they are wrong
                truth = is_true(subject, rng, SECOND_LOOK)
            lie = truth is False and alone(subject, BUDGET) != "unknown"
        except Exception as why:  # noqa: BLE001  any other exception is what is being looked for
            tally.crashes.append(f"{said}: {type(why).__name__} {why}")
            continue
        word = {True: "true", False: "false", None: "open"}[truth]
        tally.counts[word] += 1
        tally.counts[f"{word}, {verdict}"] += 1
        tally.counts[f"{one.kind}, {word}"] += 1
        tally.counts[f"{one.kind}, {word}, {verdict}"] += 1
        if lie or (truth is False and verdict == "proved"):
            tally.false.append(f"{said}: proved, and false")
        if truth is True and verdict == "refuted":
            tally.disagreements.append(f"{said}: refuted, and true at all numbers that were tried")
        told(n + 1, tally)
    return tally


def _identity(subject: IdentitySubject) -> ss.Identity:
    return ss.Identity(subject.left, subject.right, subject.given, dict(subject.where), subject.letters)
