"""The checker that is extracted from Rocq: it is what Rocq writes, and it accepts whatever the kernel in Python does.

    SYMSTRIDE_FULL=2 pytest -s -m whole tests/export/test_rocq_checker.py

compares the two on 20,000 mutants of certificates, on 200,000 theorems of random rule applications, and on a million
pairs of terms with and without one normal form.  SYMSTRIDE_COMPARED=10 does ten times as much.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fuzzing import MOVES, Prover, small
from mutation import certificates, mutant, steps_of
from rocqing import Rocq
from soundness import lemmas
from toolbox import ROOT

import symstride as ss
from symstride.proof.certificate import _Writer, certificate_text
from symstride.proof.kernel.replay import FORMAT, canonical, replay
from symstride.proof.kernel.rules import AXIOMS, Theorem, axiom, ring
from symstride.proof.kernel.terms import KernelError, Term, make

SOURCES = ROOT / "symstride" / "export" / "rocq_checker"
MANY = int(os.environ.get("SYMSTRIDE_COMPARED", "1"))
BOOK = sorted((ROOT / "proofs").glob("*/certificate.json"))


class Checker:
    """The program, compiled; ``asked`` is one of it that waits for certificates."""

    def __init__(self, program: Path) -> None:
        self.program = program
        self.asked = subprocess.Popen(
            [str(program), "-s"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
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


@pytest.fixture(scope="session")
def compile_checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Checker]]:
    made: list[Checker] = []

    def compiled() -> Checker:
        if not made:
            folder = tmp_path_factory.mktemp("checker")
            for source in SOURCES.glob("*.ml*"):
                shutil.copy(source, folder)
            command = ["ocamlopt", "-w", "-a", "kernel.mli", "kernel.ml", "main.ml", "-o", "symstride-check"]
            subprocess.run(command, cwd=folder, check=True, timeout=300)
            made.append(Checker(folder / "symstride-check"))
        return made[0]

    yield compiled
    for checker in made:
        checker.asked.communicate()


@pytest.fixture
def checker(need: Callable[[str], str], compile_checker: Callable[[], Checker]) -> Checker:
    """The program; the test is skipped by name where OCaml is missing."""
    need("ocamlopt")
    return compile_checker()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["kernel.ml", "kernel.mli"])
def test_the_sources_are_what_rocq_extracts(rocq: Rocq, tmp_path: Path, name: str) -> None:
    shutil.copy(SOURCES / "Extract.v", tmp_path)
    command = ["coqc", "-q", "-w", "none", "-Q", str(rocq.library), "Symstride", "Extract.v"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert (tmp_path / name).read_text().split() == (SOURCES / name).read_text().split()


def test_the_book_is_accepted_claim_by_claim(checker: Checker) -> None:
    done = checker.run("-q", *map(str, BOOK))
    expected = [f"{path}: proved, {len(replay(path.read_text()).claims)} claims" for path in BOOK]
    assert done.stdout.splitlines() == expected
    assert done.returncode == 0


def test_an_identity_is_accepted_and_said(checker: Checker, tmp_path: Path) -> None:
    same = ss.Identity("sum(x[s*j + i] for i in range(k))", "sum(y[j, i] for i in range(k))",
                       where={"y[j, i]": "x[s*j + i]"}, given="s < k; j == 2*k")  # fmt: skip
    (tmp_path / "certificate.json").write_text(same.prove().certificate())
    done = checker.run(str(tmp_path / "certificate.json"))
    assert done.stdout.splitlines()[1:] == [
        "  y(x, s, j, i) := x[(s*j + i)]",
        "identity:",
        "  j = 2*k, s < k |- (sum 0 <= v0 < k: x[(s*j + v0)]) = (sum 0 <= v0 < k: y((v1 -> x[v1]), s, j, v0))",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [('["ring",', '["axiom",'), ('"claims":[[', '"claims":[[1,'), ('"format":', '"formats":'), ("", "[")],
    ids=["another rule", "a claim that is none", "another format", "no JSON"],
)
def test_what_is_no_certificate_is_refused(checker: Checker, old: str, new: str, tmp_path: Path) -> None:
    text = BOOK[0].read_text()
    assert old in text
    (tmp_path / "wrong.json").write_text(text.replace(old, new, 1))
    done = checker.run("-q", str(tmp_path / "wrong.json"), str(BOOK[0]))
    refused, accepted = done.stdout.splitlines()
    assert "refused (" in refused
    assert accepted.endswith("claims")
    assert done.returncode == 1


def test_a_file_that_is_not_there_is_refused(checker: Checker, tmp_path: Path) -> None:
    done = checker.run(str(tmp_path / "missing.json"))
    assert "No such file" in done.stdout
    assert done.returncode == 1


# ------------------------------------------------------------------------- beside the kernel in Python


FORM = re.compile(
    "serves nothing|not the canonical text|two definitions share the name|means two things|too large|more work|"
    "not made yet|wrong kind of argument|wrong length|no such|malformed|not an integer"
)
"""Reasons for which Python refuses what is true nevertheless: form and limits."""


def accepted(checker: Checker, theorems: list[Theorem]) -> None:
    """Each of the theorems is accepted; they are asked for together, and one by one where that fails."""
    unique = {(theorem.hyps, theorem.concl): theorem for theorem in theorems}
    named = {f"theorem {n}": theorem for n, theorem in enumerate(unique.values())}
    if not named or checker(certificate_text(named, {})) == f"ok {len(named)}":
        return
    for theorem in named.values():
        assert checker(certificate_text({"theorem": theorem}, {})) == "ok 1", theorem


def test_the_axioms_are_accepted(checker: Checker) -> None:
    accepted(checker, [axiom(name) for name in AXIOMS])


def refusal(attempt: Callable[[], object]) -> str | None:
    """What the kernel in Python says against an attempt; None when it succeeds."""
    try:
        attempt()
    except KernelError as why:
        return str(why)
    return None


def compare_mutants(checker: Checker, count: int, rng: random.Random) -> None:
    """What the steps of mutants derive is accepted; what is refused in Python alone is refused for its form."""
    texts = certificates(lemmas())
    names, compared = sorted(texts), 0
    for n in range(count):
        text, how = mutant(texts[names[n % len(names)]], rng)
        derived = steps_of(text)
        compared += len(derived)
        accepted(checker, derived)
        why = refusal(lambda text=text: replay(text))
        if why is None:
            assert checker(text).startswith("ok "), how
        else:
            assert checker(text).startswith("no ") or FORM.search(why), f"{how}: {why}"
    assert compared > 10 * count


def test_mutants_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    compare_mutants(checker, 60, rng)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_many_mutants_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    compare_mutants(checker, 2_000, rng)


def compare_theorems(checker: Checker, count: int, rng: random.Random) -> None:
    """So many theorems that random rule applications derive are accepted, 300 at a time.

    Every 300 are derived from the axioms anew, so that derivations stay short.
    """
    prover, seen, batch = Prover(rng), set[object](), list[Theorem]()
    while len(seen) < count:
        try:
            theorem = prover.move(rng.choice(sorted(MOVES)))
        except KernelError:
            continue
        statement = (theorem.hyps, theorem.concl)
        if statement not in seen and small(theorem):
            seen.add(statement)
            prover.keep(theorem)
            batch.append(theorem)
        if len(batch) == 300:
            accepted(checker, batch)
            prover, batch = Prover(rng), []
    accepted(checker, batch)


def test_what_random_rules_derive_is_accepted(checker: Checker, rng: random.Random) -> None:
    compare_theorems(checker, 600, rng)


def compare_normal_forms(checker: Checker, count: int, rng: random.Random) -> None:
    """Two terms have one normal form in both kernels or in none; half of the pairs are one term, turned round."""
    prover, same = Prover(rng), Counter[bool]()
    for _ in range(count):
        left = rng.choice([prover.grammar.integer, prover.grammar.scalar])(rng.randint(1, 3))
        other = prover.grammar.integer(1) if left.sort == "I" else prover.grammar.scalar(1)
        right = prover._shuffled(left) if rng.random() < 0.7 else make("add", left, other)
        why = refusal(lambda left=left, right=right: ring(left, right))
        assert why is None or "different normal forms" in why, why
        same[why is None] += 1
        assert checker(ring_step(left, right)) == ("ok 1" if why is None else "no refused"), (left, right)
    assert min(same.values()) > count // 10, same


def ring_step(left: Term, right: Term) -> str:
    """A certificate that claims by ``ring`` that two terms are equal, whether they are or not."""
    writer = _Writer()
    terms = [writer._term(term) for term in (left, right, make("eq", left, right))]
    claims = [["claim", [], terms[2], 0]]
    data = {"format": FORMAT, "about": {}, "terms": writer.terms, "steps": [["ring", *terms[:2]]], "claims": claims}
    return canonical(data)


def test_normal_forms_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    compare_normal_forms(checker, 1_000, rng)


@pytest.mark.whole
@pytest.mark.timeout(6 * 3600)
@pytest.mark.parametrize(
    ("compare", "count"),
    [(compare_mutants, 20_000), (compare_theorems, 20_000), (compare_normal_forms, 300_000)],
    ids=["mutants", "theorems", "normal forms"],
)
def test_the_two_kernels_agree(
    compare: Callable[[Checker, int, random.Random], None], count: int, checker: Checker, rng: random.Random
) -> None:
    compare(checker, count * MANY, rng)
