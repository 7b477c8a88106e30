"""The checker that is extracted from Rocq: it is what Rocq writes, and it accepts whatever the kernel in Python does.

``python -m benchmarks.kernels`` compares the two on many more cases than these.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from extracted import SOURCES, Checker, Tally, accept, compare_mutants, compare_normal_forms, compare_theorems
from rocqing import Rocq
from toolbox import ROOT

import symstride as ss
from symstride.proof.kernel.replay import FORMAT, canonical, replay
from symstride.proof.kernel.rules import AXIOMS, axiom

BOOK = sorted((ROOT / "proofs").glob("*/certificate.json"))


@pytest.fixture(scope="session")
def compile_checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Checker]]:
    made: list[Checker] = []

    def compiled() -> Checker:
        if not made:
            made.append(Checker(tmp_path_factory.mktemp("checker")))
        return made[0]

    yield compiled
    for checker in made:
        checker.close()


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


def test_the_axioms_are_accepted(checker: Checker) -> None:
    tally = Tally()
    accept(checker, [axiom(name) for name in AXIOMS], tally)
    assert tally.wrong == []


@pytest.mark.parametrize(("body", "said"), [(["nat", 1], "ok 1"), (["num", 1], "no refused")], ids=["1", "an integer"])
def test_a_definition_stands_for_a_scalar(checker: Checker, body: list[object], said: str) -> None:
    rows = [body, ["define", "D", 0, []], ["use", 1], ["eq", 2, 2]]
    data = {"format": FORMAT, "about": {}, "terms": rows, "steps": [["ring", 2, 2]], "claims": [["c", [], 3, 0]]}
    assert checker(canonical(data)) == said


def test_mutants_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    tally = compare_mutants(checker, 60, rng)
    assert tally.wrong == []
    assert tally.counts["theorems"] > 600


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_many_mutants_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    assert compare_mutants(checker, 2_000, rng).wrong == []


def test_what_random_rules_derive_is_accepted(checker: Checker, rng: random.Random) -> None:
    for _ in range(2):
        assert compare_theorems(checker, 300, rng).wrong == []


def test_normal_forms_are_judged_alike(checker: Checker, rng: random.Random) -> None:
    tally = compare_normal_forms(checker, 1_000, rng)
    assert tally.wrong == []
    assert min(tally.counts["equal"], tally.counts["different"]) > 100


def test_a_checker_that_differs_is_found(checker: Checker, rng: random.Random) -> None:
    for answer in ("ok 1", "no refused"):
        assert compare_normal_forms(lambda _, answer=answer: answer, 50, rng).wrong  # type: ignore[arg-type]
    assert compare_theorems(lambda _: "no refused", 20, rng).wrong  # type: ignore[arg-type, return-value]
    assert compare_mutants(lambda _: "no refused", 20, rng).wrong  # type: ignore[arg-type, return-value]
