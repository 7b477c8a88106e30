"""The second checker beside the first: both read the same text, and what they answer is compared."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from mutation import mutant

import symstride
from symstride.proof.kernel.replay import Refused, Replay, replay
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term

CHECKER = Path(symstride.__file__).parent / "render" / "checker" / "checker.js"
NOTATION = CHECKER.with_name("notation.js")
"""The second reader of texts, which also judges certificates of identities."""
Answer = dict[str, Any]


class SecondChecker:
    """The JavaScript checker, running under Node until the block ends; one question is one certificate text."""

    def __init__(self, node: str, script: Path = CHECKER, mode: str = "--lines") -> None:
        command = [node, str(script), mode]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> SecondChecker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, text: str) -> Answer:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the second checker has stopped"
        answer: Answer = json.loads(line)
        return answer


def first_checker(text: str) -> Answer:
    """The same answer from Python."""
    try:
        return answer_of(replay(text))
    except Refused as why:
        return refusal_of(why)


def refusal_of(why: Refused) -> Answer:
    return {"proved": False, "where": why.where, "why": why.why}


def answer_of(result: Replay) -> Answer:
    return {
        "proved": True,
        "claims": [[name, *spelled_sequent(theorem)] for name, theorem in result.claims.items()],
        "steps": result.steps,
        "terms": result.terms,
        "rules": dict(result.rules),
        "axioms": list(result.axioms),
        "work": result.work,
    }


def spelled_sequent(theorem: Theorem) -> tuple[list[str], str]:
    return sorted(map(spelled, theorem.hyps)), spelled(theorem.concl)


def spelled(term: Term) -> str:
    """A term without notation, for comparison: its distinct parts, each a tag and its arguments, @n the n-th part."""
    parts: dict[Term, tuple[str, str]] = {}

    def visit(x: Any) -> str:
        if type(x) is tuple:
            return f"({' '.join(f'{name}/{arity}' for name, arity in x)})"
        if type(x) is not Term:
            return str(x)
        if x not in parts:
            text = " ".join([x.tag, *map(visit, x.args)])
            parts[x] = (f"@{len(parts)}", text)
        return parts[x][0]

    visit(term)
    return "; ".join(text for _, text in parts.values())


def difference(mine: Answer, theirs: Answer) -> str:
    """In what the second checker's answer differs from the first one's; empty when in nothing.

    Verdicts have to agree, the place of a refusal though not its words, and of a proof everything: claims, counts, and
    the work counted.
    """
    if theirs.get("crash"):
        return f"the second checker failed: {theirs}"
    differing = {key: (mine[key], theirs.get(key)) for key in mine if key != "why" and mine[key] != theirs.get(key)}
    return f"first and second: {str(differing)[:500]} ({theirs.get('why')})" if differing else ""


# ------------------------------------------------------------------------------------------------ certificates

LAYERS = (
    "nn.Conv1d(1, 16, 9, stride=4)",
    "nn.Conv2d(3, 64, 7, stride=2, padding=3)",
    "nn.Conv2d(32, 32, 3, stride=2, padding=1, groups=32)",
    "nn.Conv3d(4, 8, (1, 3, 3), stride=(1, 2, 2), padding=(0, 1, 1))",
    "nn.Conv2d(2, 4, 3, stride=2, dilation=2, bias=False)",
)
DIMENSIONS = (1, 2, 3)


@cache
def genuine() -> Mapping[str, str]:
    """The theorems of the catalogue, those in terms in one, two and three dimensions, and some layers."""
    texts = {layer: symstride.prove(symstride.read(layer)).certificate() for layer in LAYERS}
    for name, entry in symstride.CATALOGUE.items():
        for axes in DIMENSIONS[:1] if entry.in_texts else DIMENSIONS:
            texts[f"{name}, {axes} axes"] = symstride.prove_general(name, axes).certificate()
    return texts


# ------------------------------------------------------------------------------------------------ mutants


def one_character_changed(text: str, rng: Random) -> tuple[str, str]:
    """What a reader does in the page: another character, one more, one less, two swapped."""
    at = rng.randrange(len(text) - 1)
    new = rng.choice('0123456789012345678901234567890123456789[],"{}:-.abeinrstuvx_ \\\n\t\u00e9')
    change = rng.choice(["replaced", "replaced", "inserted", "deleted", "swapped"])
    changed = {
        "replaced": text[:at] + new + text[at + 1 :],
        "inserted": text[:at] + new + text[at:],
        "deleted": text[:at] + text[at + 1 :],
        "swapped": text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    }[change]
    return changed, f"character {at} {change}, {text[at]!r} and {new!r}"


def changed_somewhere(text: str, rng: Random) -> tuple[str, str]:
    """One change, sometimes two; most of them keep the text canonical, so that the rules are reached."""
    kind = rng.random()
    if kind < 0.2:
        return one_character_changed(text, rng)
    once, how = mutant(text, rng)
    if kind < 0.7 or not all(json.loads(once)[part] for part in ("terms", "steps", "claims")):
        return once, how
    twice, more = mutant(once, rng)
    return twice, f"{how} and {more}"


@dataclass
class Agreement:
    """``counts`` by verdict, ``disagreements`` with the change that led to them."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = ", ".join(f"{verdict} {n}" for verdict, n in sorted(self.counts.items()))
        return f"{counts}, disagreements {len(self.disagreements)}"

    def compare(self, text: str, how: str, second: SecondChecker) -> None:
        mine = first_checker(text)
        differs = difference(mine, second.ask(text))
        verdict = "proved" if mine["proved"] else f"refused in {mine['where'].split('[')[0]}"
        self.counts["compared"] += 1
        self.counts[verdict] += 1
        if differs:
            self.disagreements.append(f"{how}: {differs}")


def campaign(second: SecondChecker, texts: Mapping[str, str], count: int, rng: Random) -> Agreement:
    """Compare the checkers on ``count`` mutants, spread evenly over the certificates."""
    outcome = Agreement()
    names = sorted(texts)
    for n in range(count):
        name = names[n % len(names)]
        text, how = changed_somewhere(texts[name], rng)
        outcome.compare(text, f"{name}: {how}", second)
    return outcome


def agreement(second: SecondChecker, texts: Iterable[tuple[str, str]]) -> Agreement:
    """Compare the checkers on named texts."""
    outcome = Agreement()
    for name, text in texts:
        outcome.compare(text, name, second)
    return outcome
