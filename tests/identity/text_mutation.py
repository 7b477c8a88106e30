"""Random changes of the texts inside genuine certificates about identities, and what replay makes of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from symstride.check.falsify import Search
from symstride.errors import CertificateRejected
from symstride.proof.kernel.replay import canonical
from symstride.proof.statements.identity import IdentitySubject
from symstride.replaying import replay

TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+|<=|>=|==|!=|//|\*\*|\S")
WORDS = ("and", "or", "not", "if", "else", "for", "in", "range", "sum")
ARITHMETIC = ("+", "-", "*", "//", "%", "**")
COMPARISONS = ("<", "<=", "==", "!=", ">", ">=")
OTHERS = (",", "(", ")", "[", "]", *WORDS, *ARITHMETIC, *COMPARISONS, "0", "1", "2")


def changed(text: str, rng: Random) -> str:
    """The text with one token changed, most of them into one of its kind, taken out, doubled, or swapped."""
    tokens = TOKEN.findall(text)
    at = rng.randrange(len(tokens))
    match rng.choice(("kind", "kind", "kind", "kind", "other", "out", "double", "swap", "more")):
        case "kind":
            tokens[at] = _of_its_kind(tokens[at], tokens, rng)
        case "other":
            tokens[at] = rng.choice((*OTHERS, *tokens))
        case "out":
            del tokens[at]
        case "double":
            tokens.insert(at, tokens[at])
        case "swap":
            other = rng.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case _:
            tokens[at] = f"({tokens[at]} {rng.choice(ARITHMETIC)} {rng.choice((0, 1, 2))})"
    return " ".join(" ".join(tokens).split())


def _of_its_kind(token: str, tokens: list[str], rng: Random) -> str:
    if token.isdigit():
        return str(int(token) + rng.choice((1, -1)))
    for kind in (WORDS, ARITHMETIC, COMPARISONS):
        if token in kind:
            return rng.choice(kind)
    if token.isidentifier():
        return rng.choice([name for name in tokens if name.isidentifier() and name not in WORDS])
    return rng.choice(OTHERS)


def mutant(certificate: str, rng: Random) -> tuple[str, str]:
    """A certificate with one place of its ``about`` changed, and what was done."""
    data = json.loads(certificate)
    about: dict[str, Any] = data["about"]
    places: list[tuple[list[Any], int]] = [(about["identity"], 0), (about["identity"], 1)]
    places += [(about["given"], n) for n in range(len(about["given"]))]
    places += [(pair, n) for pair in about["where"] for n in (0, 1)]
    holder, at = rng.choice(places)
    before = holder[at]
    match rng.randrange(12):
        case 0 if about["given"]:
            del about["given"][rng.randrange(len(about["given"]))]
        case 1 if about["where"]:
            rng.shuffle(about["where"])
        case 2 if about["letters"]:
            del about["letters"][rng.randrange(len(about["letters"]))]
        case 3:
            about["axes"] += rng.choice((-1, 1))
        case 4:
            about["identity"].reverse()
        case _:
            holder[at] = changed(before, rng)
    return canonical(data) + "\n", f"{before!r} in {json.dumps(about)}"


@dataclass
class Outcome:
    """``counts`` by verdict; ``wrong`` has the accepted ones that numbers refute, and what crashed."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def campaign(certificates: list[str], count: int, rng: Random) -> Outcome:
    """Judge so many mutants.  An accepted one is a true identity, of the very terms that the certificate proves."""
    outcome = Outcome()
    for n in range(count):
        genuine = certificates[n % len(certificates)]
        text, how = mutant(genuine, rng)
        if text == genuine:
            outcome.counts["unchanged"] += 1
            continue
        try:
            report = replay(text)
        except CertificateRejected:
            outcome.counts["refused"] += 1
            continue
        except Exception as why:  # noqa: BLE001  any other exception is what is being looked for
            outcome.wrong.append(f"{how}: {type(why).__name__} {why}")
            continue
        outcome.counts["accepted"] += 1
        failure = Search(IdentitySubject.from_plain(report.about), budget=40).counterexample(seed=n)
        if failure is not None:
            outcome.wrong.append(f"{how}: {failure}")
    return outcome
