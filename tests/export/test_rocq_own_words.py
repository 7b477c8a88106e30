"""Theorems of the book restated with nothing of ours, over every semiring, the integers, (max, +) and the reals."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from rocqing import Rocq
from toolbox import ROOT

import symstride as ss
from symstride.export.rocq_certificate import certificate_file

OWN_WORDS = ROOT / "docs" / "own_words"
BOOK = ("phase-lemma", "single-layer", "finite-layer", "transposed-layer", "pooling")
OF_THE_REALS = {"ClassicalDedekindReals.sig_forall_dec", "FunctionalExtensionality.functional_extensionality_dep"}
"""What the standard library builds the real numbers on."""


ROCQS_OWN = (
    set("forall fun else then mod map seq fold_right of_nat to_nat".split())
    | set(
        "zero one add mul act rho tau TOTAL".split()  # what is bound, and the notation for a sum
    )
    | set("level name left right associativity".split())
)
"""The words of three letters and more in the statements and notations."""


def two_layers() -> ss.Theorem:
    build = ss.Builder("two layers")
    x = build.add(ss.Conv(2, 3, (3,), 2, 1), build.input("x", (2, 7)), name="h")
    return ss.prove(build.network(build.add(ss.Conv(3, 2, (3,), 2, 1), x, name="y")), scope="network")


@pytest.mark.timeout(600)
def test_theorems_can_be_said_in_words_of_ones_own(rocq: Rocq, tmp_path: Path) -> None:
    texts = {name: (ROOT / "proofs" / f"{name}-1d" / "certificate.json").read_text() for name in BOOK}
    files = {name.replace("-", "_"): certificate_file(text) for name, text in texts.items()}
    files["two_layers"] = two_layers().rocq()
    for name, text in files.items():
        (tmp_path / f"{name}.v").write_text(text)
    said = {}
    for path in OWN_WORDS.glob("*.v"):
        shutil.copy(path, tmp_path)
    for name in (*files, "OwnWords", "Reals"):
        command = ["coqc", "-q", "-w", "none", "-Q", str(rocq.library), "Symstride", "-R", ".", "", f"{name}.v"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        said[name] = done.stdout
    assert said["OwnWords"].split("\n")[:2] == ["Closed under the global context"] * 2
    assert said["Reals"].startswith("Axioms:\n")
    assert set(re.findall(r"^(\w+\.\w+)", said["Reals"], flags=re.MULTILINE)) == OF_THE_REALS


def test_the_statements_use_nothing_of_ours() -> None:
    text = (OWN_WORDS / "OwnWords.v").read_text()
    text = re.sub(r"\(\*.*?\*\)", "", text, flags=re.DOTALL)
    statements = re.findall(r"^Theorem (.*?)\.\nProof", text, flags=re.DOTALL | re.MULTILINE)
    notations = re.findall(r"^Local Notation (.*?)\.\n", text, flags=re.DOTALL | re.MULTILINE)
    assert (len(statements), len(notations)) == (6, 4)
    words = set(re.findall(r"[A-Za-z_]\w\w+", " ".join([*statements, *notations])))
    assert words == ROCQS_OWN | {statement.split()[0] for statement in statements}
