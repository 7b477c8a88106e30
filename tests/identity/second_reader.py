"""Texts read by both readers, the one in Python and the one of the page, and what they make of them compared."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from checker_tools import NOTATION, spelled
from identity_cases import read_cases
from random_texts import Texts
from text_mutation import changed

from symstride.errors import SymstrideError
from symstride.proof.kernel.replay import canonical
from symstride.proof.language.notation.parsing import one_line
from symstride.proof.statements.identity import IdentitySubject

LETTERS = ("n", "m", "s", "i", "j", "a", "q", "r", "u", "v", "p", "l", "o", "t")
About = dict[str, Any]


@cache
def house() -> Mapping[str, IdentitySubject]:
    """The identities that the tests of the prover have, true and false, by name."""

    def line(text: str) -> str:
        return one_line(text, "a case")

    return {
        case.name: IdentitySubject(
            line(case.left),
            line(case.right),
            tuple(map(line, case.given)),
            tuple((line(head), line(body)) for head, body in case.where),
            tuple(case.letters.split()),
        )
        for case in read_cases()
    }


def meaning(about: Mapping[str, Any]) -> dict[str, Any] | None:
    """The statement that the first reader builds, spelled out, and its lines; None when it refuses the texts."""
    try:
        subject = IdentitySubject.from_plain(about)
        hyps, concl = subject.statement
    except SymstrideError:
        return None
    return {"hyps": sorted(map(spelled, hyps)), "concl": spelled(concl), "lines": list(subject.details)}


def second_meanings(node: str, subjects: Sequence[About], script: Path = NOTATION) -> list[dict[str, Any]]:
    """What the second reader makes of them, all in one run."""
    lines = "".join(json.dumps(canonical(about)) + "\n" for about in subjects)
    done = subprocess.run([node, str(script), "--texts"], input=lines, capture_output=True, text=True, check=True)
    answers = list(map(json.loads, done.stdout.splitlines()))
    assert len(answers) == len(subjects), "the second reader has stopped"
    return answers


@dataclass
class Readings:
    """``counts``: texts that both read, and that both refuse; ``differing``: those of which they make other things."""

    counts: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)

    def add(self, about: About, mine: Mapping[str, Any] | None, theirs: Mapping[str, Any]) -> None:
        if mine == (theirs if "concl" in theirs else None) and (mine is not None or theirs["where"] == "about"):
            self.counts["refused" if mine is None else "read"] += 1
        else:
            self.differing.append(f"{json.dumps(about)}: first {mine}, second {theirs}"[:3000])


def random_subjects(rng: Random, count: int) -> Iterator[About]:
    """Random texts, a third of them on two axes."""
    for n in range(count):
        letters, axes = ((), 1) if n % 3 else (LETTERS, 2)
        yield Texts(rng, letters, odd=rng.choice((0.0, 0.02, 0.1))).subject(axes).about


def changed_subjects(rng: Random, count: int) -> Iterator[About]:
    """House identities with a token or two changed, definitions in another order, letters left out."""
    subjects = list(house().values())
    for _ in range(count):
        about = json.loads(canonical(rng.choice(subjects).about))
        about["axes"] = rng.randint(1, 3)
        places = [
            (texts, n) for texts in (about["identity"], about["given"], *about["where"]) for n in range(len(texts))
        ]
        for _ in range(rng.choice((1, 1, 2))):
            texts, at = rng.choice(places)
            texts[at] = changed(texts[at], rng) if texts[at] else "x"
        if rng.random() < 0.2:
            rng.shuffle(about["where"])
        if rng.random() < 0.1 and about["letters"]:
            about["letters"].pop()
        yield about


PIECES = ("x[i]", "c", "1", "i", "x", "D[i]", "i == k", "(i)", "[i == k]")
WORDS = ("x c f i k q D E F sum range for in if else and or not ( ) [ ] , + - * // % ** < <= == != 0 1 2 / = is lambda "
         "True").split()  # fmt: skip
DEFINITIONS = [["D[t]", "x[t]"], ["E(z)[t]", "z[t]"], ["F", "x[0]"]]
GIVEN = ("1 <= k", "k <= 0 - 1", "k == 2", "0 <= i < k", "c == 1", "k > 0 and c == x[0]", "k != 0", "1 < k or i < 0")


def soup(rng: Random, depth: int = 3) -> str:
    """Forms of the grammar over each other, whether they make sense or not, and now and then a word too many."""
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(PIECES)
    a, b, word = soup(rng, depth - 1), soup(rng, depth - 1), rng.choice(WORDS)
    return rng.choice(
        (f"{a} {word} {b}", f"({a})", f"[{a}]", f"x[{a}]", f"f({a})", f"sum({a} for q in range({b}))", f"{a} + {b}",
         f"{a} if {b} else {a}", f"{a}*{b}", f"[{a} < {b}]", f"x[{a}, {b}]", f"not {a}", f"-{a}", f"{a} {word}")
    )  # fmt: skip


def around(text: str, given: tuple[str, ...] = (), axes: int = 1) -> About:
    """A subject whose left side is the text."""
    return {"identity": [text, "0"], "given": list(given), "where": DEFINITIONS, "letters": ["i", "k"], "axes": axes}


def soups(rng: Random, count: int) -> Iterator[About]:
    """Subjects with texts of which most mean nothing."""
    for _ in range(count):
        yield around(soup(rng), rng.choice(((), ("1 <= k",))), rng.choice((1, 2)))


def compared(subjects: Iterable[About], node: str) -> Readings:
    """What both readers make of some subjects."""
    readings, several = Readings(), list(subjects)
    for about, theirs in zip(several, second_meanings(node, several), strict=True):
        readings.add(about, meaning(about), theirs)
    return readings
