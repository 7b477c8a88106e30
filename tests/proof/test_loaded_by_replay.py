"""Replay loads what it needs: a reader who checks a theorem reads so many lines and no more."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from sympy import symbols

import symstride as ss
from symstride.proof.statements.catalogue import GeneralSubject

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
sys.path.append(str(DOCS))

import trusted  # noqa: E402 -- made importable above

LIMITS = {"theorem": 1_500, "theorem in texts": 2_500, "layer": 3_000, "operator": 3_000}
"""Code lines, by what a certificate is about: no blank ones, comments, docstrings, or imports for type checkers alone.

A theorem that is stated as texts has the reader of the notation on top of what other theorems have.
"""


def kind_of(path: Path) -> str:
    """The key in LIMITS, or an empty text."""
    about = json.loads(path.read_text())["about"]
    if "theorem" in about and ss.CATALOGUE[about["theorem"]].in_texts:
        return "theorem in texts"
    return next((kind for kind in LIMITS if kind in about), "")


BOOK = [path for path in trusted.certificates() if kind_of(path)]
SAMPLE = (
    "finite-layer-2d",
    "unit-stride-2d",
    "phase-lemma-2d",
    "keras-introduction",
    "resnet-conv1",
    "dilated",
    "resampling-1d",
)


def check(path: Path) -> None:
    lines = trusted.loaded_by_replay(path)
    listed = ", ".join(f"{name} {count}" for name, count in sorted(lines.items(), key=lambda row: -row[1]))
    assert sum(lines.values()) < LIMITS[kind_of(path)], listed


@pytest.mark.parametrize("page", ["docs/kernel.md", "CHANGELOG.md"])
def test_the_pages_say_these_limits(page: str) -> None:
    text = " ".join((DOCS.parent / page).read_text(encoding="utf-8").split())
    (said,) = re.findall(r"Replay of a general theorem loads.*?(?::|;)", text)
    numbers = [int(n.replace(",", "")) for n in re.findall(r"\d,\d{3}", said)]
    assert numbers == [LIMITS[kind] for kind in list(LIMITS)[:3]]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", SAMPLE)
def test_replay_loads_few_lines(name: str) -> None:
    check(trusted.ROOT / "proofs" / name / "certificate.json")


def test_replay_of_a_layer_with_symbols_loads_few_lines(tmp_path: Path) -> None:
    kernel, stride = symbols("k s")
    path = tmp_path / "certificate.json"
    path.write_text(ss.prove(ss.Conv(2, 4, kernel=kernel, stride=stride, ndim=2, groups=2)).certificate())
    check(path)


def test_replay_of_a_transposed_layer_with_symbols_loads_few_lines(tmp_path: Path) -> None:
    kernel, stride, more = symbols("k s e")
    path = tmp_path / "certificate.json"
    layer = ss.ConvTranspose(2, 4, kernel, stride, output_padding=more, ndim=2, groups=2)
    path.write_text(ss.prove(layer).certificate())
    check(path)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("path", BOOK, ids=lambda path: path.parent.name)
def test_replay_of_the_book_loads_few_lines(path: Path) -> None:
    check(path)


def test_lines_of_code_are_counted() -> None:
    silent = '"""Doc."""\n\n# a comment\n\n\n'
    source = silent + 'x = 1  # one\ndef f():\n    """Doc,\n    longer."""\n    return """a\n    text"""\n'
    assert trusted.code_lines(source) == 4
    typed = (
        "if TYPE_CHECKING:\n    from a import b\n    from c import d\nelse:\n    b = d = None\nif OTHER:\n    x = 2\n"
    )
    assert trusted.code_lines(source + typed) == 4 + 4


def test_replay_loads_no_prover() -> None:
    """The reader asks ``inequalities`` whether a divisor may be 0; nothing else that finds proofs is loaded."""
    untrusted = ("proof.tactics", "proof.theorems", "proof.lemmas", "identity", "catalogue", "render", "check")
    for name in ("resampling", "phase-lemma"):
        loaded = trusted.loaded_by_replay(trusted.ROOT / "proofs" / f"{name}-1d" / "certificate.json")
        extra = {m for m, lines in loaded.items() if lines and m.startswith(tuple(f"symstride.{u}" for u in untrusted))}
        assert extra <= {"symstride.proof.tactics.inequalities"}


SOME = [name for n, (name, entry) in enumerate(ss.CATALOGUE.items()) if not entry.in_texts or n % 6 == 0]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", SOME)
def test_a_theorem_has_one_file(name: str) -> None:
    """It says each of its claims in words, and replay of it loads the file of no other theorem."""
    file = f"symstride.proof.statements.catalogue.{name.replace('-', '_')}"
    entry = ss.CATALOGUE[name]
    assert list(entry.words) == [claim for claim, _ in GeneralSubject(name, 1).statements()]
    if not entry.in_texts:
        assert [p.words for p in ss.prove_general(name, 1).propositions] == list(entry.words.values())
    loaded = trusted.loaded_by_replay(trusted.ROOT / "proofs" / f"{name}-1d" / "certificate.json")
    assert {module for module in loaded if module.startswith("symstride.proof.statements.catalogue.")} == {file}
