"""Replay loads what it needs: a reader who checks a theorem reads so many lines and no more."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest
from sympy import symbols

import symstride as ss

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
sys.path.append(str(DOCS))

import trusted  # noqa: E402 -- made importable above

LIMITS = {"theorem": 1_500, "layer": 3_000}
"""Code lines, without blank ones, comments and docstrings, by what a certificate is about."""

BOOK = [path for path in trusted.certificates() if LIMITS.keys() & json.loads(path.read_text())["about"].keys()]
SAMPLE = ("finite-layer-2d", "unit-stride-2d", "phase-lemma-2d", "keras-introduction", "resnet-conv1", "dilated")


def check(path: Path) -> None:
    (kind,) = LIMITS.keys() & json.loads(path.read_text())["about"].keys()
    lines = trusted.loaded_by_replay(path)
    listed = ", ".join(f"{name} {count}" for name, count in sorted(lines.items(), key=lambda row: -row[1]))
    assert sum(lines.values()) < LIMITS[kind], listed


@pytest.mark.parametrize("name", SAMPLE)
def test_replay_loads_few_lines(name: str) -> None:
    check(trusted.ROOT / "proofs" / name / "certificate.json")


def test_replay_of_a_layer_with_symbols_loads_few_lines(tmp_path: Path) -> None:
    kernel, stride = symbols("k s")
    path = tmp_path / "certificate.json"
    path.write_text(ss.prove(ss.Conv(2, 4, kernel=kernel, stride=stride, ndim=2, groups=2)).certificate())
    check(path)


@pytest.mark.full
@pytest.mark.parametrize("path", BOOK, ids=lambda path: path.parent.name)
def test_replay_of_the_book_loads_few_lines(path: Path) -> None:
    check(path)


def test_lines_of_code_are_counted() -> None:
    silent = '"""Doc."""\n\n# a comment\n\n\n'
    source = silent + 'x = 1  # one\ndef f():\n    """Doc,\n    longer."""\n    return """a\n    text"""\n'
    assert trusted.code_lines(source) == 4


@pytest.mark.parametrize("name", ss.CATALOGUE)
def test_a_theorem_has_one_file(name: str) -> None:
    """It says each of its claims in words, and replay of it loads the file of no other theorem."""
    file = f"symstride.proof.statements.catalogue.{name.replace('-', '_')}"
    theorem = import_module(file)
    assert list(theorem.WORDS) == list(theorem.claims(2))
    assert [p.words for p in ss.prove_general(name, 1).propositions] == list(theorem.WORDS.values())
    loaded = trusted.loaded_by_replay(trusted.ROOT / "proofs" / f"{name}-1d" / "certificate.json")
    assert {module for module in loaded if module.startswith("symstride.proof.statements.catalogue.")} == {file}
