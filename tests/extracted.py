"""The checker that is extracted from Rocq, beside the kernel in Python: what this proves, that has to accept.

Cases are drawn in pieces.  A piece depends on the seed and its number alone, so that any of them can be judged again.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from fuzzing import MOVES, Prover, small
from mutation import certificates, mutant, steps_of
from soundness import lemmas
from toolbox import ROOT

from symstride.proof.certificate import _Writer, certificate_text
from symstride.proof.kernel.replay import FORMAT, canonical, replay
from symstride.proof.kernel.rules import Theorem, ring
from symstride.proof.kernel.terms import KernelError, Term, make

SOURCES = ROOT / "symstride" / "export" / "rocq_checker"
FORM = re.compile(
    "serves nothing|not the canonical text|two definitions share the name|means two things|too large|more work|"
    "not made yet|wrong kind of argument|wrong length|no such|malformed|not an integer"
)
"""Reasons for which Python refuses what is true nevertheless: form and limits."""


class Checker:
    """The program, compiled into a folder; ``asked`` is one of it that waits for certificates."""

    def __init__(self, folder: Path) -> None:
        for source in SOURCES.glob("*.ml*"):
            shutil.copy(source, folder)
        command = ["ocamlopt", "-w", "-a", "kernel.mli", "kernel.ml", "main.ml", "-o", "symstride-check"]
        subprocess.run(command, cwd=folder, check=True, timeout=300)
        self.program = folder / "symstride-check"
        self.asked = subprocess.Popen(
            [str(self.program), "-s"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def __call__(self, text: str) -> str:
        """What it says of one certificate: ``ok`` and how many claims, or ``no`` and why."""
        assert self.asked.stdin is not None
        assert self.asked.stdout is not None
        self.asked.stdin.write(text.removesuffix("\n") + "\n")
        self.asked.stdin.flush()
        return self.asked.stdout.readline().strip()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([str(self.program), *words], capture_output=True, text=True, timeout=60)

    def close(self) -> None:
        self.asked.communicate()


@dataclass
class Tally:
    """``counts`` of what was judged and how, and ``wrong``: where the two kernels do not agree."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def accept(checker: Checker, theorems: list[Theorem], tally: Tally) -> None:
    """Each of the theorems has to be accepted; they are asked for together, and one by one where that fails."""
    unique = {(theorem.hyps, theorem.concl): theorem for theorem in theorems}
    named = {f"theorem {n}": theorem for n, theorem in enumerate(unique.values())}
    tally.counts["theorems"] += len(named)
    if not named or checker(certificate_text(named, {})) == f"ok {len(named)}":
        return
    tally.wrong += [
        f"not accepted: {theorem}"
        for theorem in named.values()
        if checker(certificate_text({"theorem": theorem}, {})) != "ok 1"
    ]


def refusal(attempt: Callable[[], object]) -> str | None:
    """What the kernel in Python says against an attempt; None when it succeeds."""
    try:
        attempt()
    except KernelError as why:
        return str(why)
    return None


def originals() -> dict[str, str]:
    """The certificates that are changed: each lemma by itself."""
    return certificates(lemmas())


def compare_mutants(checker: Checker, count: int, rng: Random, texts: Mapping[str, str] | None = None) -> Tally:
    """What the steps of mutants derive is accepted; what is refused in Python alone is refused for its form."""
    tally, texts = Tally(), originals() if texts is None else texts
    names = sorted(texts)
    for _ in range(count):
        text, how = mutant(texts[rng.choice(names)], rng)
        accept(checker, steps_of(text), tally)
        why, said = refusal(lambda text=text: replay(text)), checker(text)
        verdict = "accepted by both" if why is None else "refused by both" if said.startswith("no ") else "for form"
        tally.counts["judged"] += 1
        tally.counts[verdict] += 1
        if (why is None and not said.startswith("ok ")) or (verdict == "for form" and not FORM.search(str(why))):
            tally.wrong.append(f"{how}: {why or 'accepted'} in Python, {said} in Rocq")
    return tally


def compare_theorems(checker: Checker, count: int, rng: Random) -> Tally:
    """So many theorems that random rule applications derive from the axioms are accepted."""
    prover, tally, batch = Prover(rng), Tally(), dict[object, Theorem]()
    while len(batch) < count:
        try:
            theorem = prover.move(rng.choice(sorted(MOVES)))
        except KernelError:
            continue
        if small(theorem) and (theorem.hyps, theorem.concl) not in batch:
            batch[theorem.hyps, theorem.concl] = theorem
            prover.keep(theorem)
    accept(checker, list(batch.values()), tally)
    tally.counts["judged"] += count
    return tally


def compare_normal_forms(checker: Checker, count: int, rng: Random) -> Tally:
    """Two terms have one normal form in both kernels or in none; half of the pairs are one term, turned round."""
    prover, tally = Prover(rng), Tally()
    for _ in range(count):
        left = rng.choice([prover.grammar.integer, prover.grammar.scalar])(rng.randint(1, 3))
        other = prover.grammar.integer(1) if left.sort == "I" else prover.grammar.scalar(1)
        right = prover._shuffled(left) if rng.random() < 0.7 else make("add", left, other)
        why = refusal(lambda left=left, right=right: ring(left, right))
        said = checker(ring_step(left, right))
        tally.counts["judged"] += 1
        tally.counts["equal" if why is None else "different"] += 1
        if said != ("ok 1" if why is None else "no refused") or (why and "different normal forms" not in why):
            tally.wrong.append(f"{left} and {right}: {why or 'equal'} in Python, {said} in Rocq")
    return tally


def ring_step(left: Term, right: Term) -> str:
    """A certificate that claims by ``ring`` that two terms are equal, whether they are or not."""
    writer = _Writer()
    terms = [writer._term(term) for term in (left, right, make("eq", left, right))]
    claims = [["claim", [], terms[2], 0]]
    data = {"format": FORMAT, "about": {}, "terms": writer.terms, "steps": [["ring", *terms[:2]]], "claims": claims}
    return canonical(data)
