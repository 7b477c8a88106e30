"""``symstride identity``: files with identities, their verdicts as text, as JSON and as exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import symstride as ss
from symstride.cli import main
from symstride.export.rocq_certificate import certificate_file

TRUE = """
[[identity]]
name = "reversal"
left = "sum(f[i] for i in range(n))"
right = "sum(f[n - 1 - i] for i in range(n))"

[[identity]]
left = "up(x)[s*t]"
right = "x[t]"
given = ["1 <= s"]
letters = "s t"
axes = [1, 2]
[identity.where]
"up(x)[t]" = "[0 == t % s]*x[t//s]"
"""
FALSE = '{"left": "x[0]", "right": "x[1]"}'
UNKNOWN = '[{"left": "x[0]", "right": "x[0]", "steps": ["x[1]"]}]'


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_proved_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["identity", written(tmp_path, "mine.toml", TRUE)]) == 0
    out = capsys.readouterr().out
    assert "reversal (1-D): proved: without hypotheses" in out
    assert "identity-2 (2-D): proved: for 1 <= s1; 1 <= s2" in out


def test_a_folder_for_every_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "mine.toml", TRUE)
    assert main(["identity", path, "--axes", "1", "--json", "-o", str(tmp_path / "proofs")]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [(row["name"], row["axes"], row["verdict"]) for row in data["verdicts"]] == [
        ("reversal", 1, "proved"), ("identity-2", 1, "proved"),
    ]  # fmt: skip
    certificate = tmp_path / "proofs" / "reversal-1d" / "certificate.json"
    assert str(certificate) in data["files"]
    assert ss.replay(certificate).about["identity"] == [
        "sum(f[i] for i in range(n))",
        "sum(f[n - 1 - i] for i in range(n))",
    ]


def test_it_is_written_for_a_paper_of_her_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.toml"
    path.write_text('[[identity]]\nname = "ends"\nleft = "sum(f[i] for i in range(n + 1))"\n'
                    'right = "sum(f[i] for i in range(n)) + f[n]"\ngiven = "n >= 0"\n')  # fmt: skip
    words = ["identity", str(path), "--letters", "f=g", "--fragment", "--prefix", "mine", "--slides"]
    assert main([*words, "-o", str(tmp_path / "proofs")]) == 0
    folder = tmp_path / "proofs" / "ends-1d"
    fragment = (folder / "theorem.tex").read_text()
    assert r"\label{thm:mine:theorem}" in fragment
    assert r"\providecommand{\minef}{g}" in fragment
    assert (folder / "slides.tex").is_file()


@pytest.mark.parametrize("option", ["--pdf", "--rocq", "--fragment", "--slides", "--letters=f=g"])
def test_what_is_written_needs_a_folder(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.toml"
    path.write_text('[[identity]]\nleft = "f[0]"\nright = "f[0]"\n')
    assert main(["identity", str(path), option]) == 2
    assert "no -o DIR" in capsys.readouterr().err


def test_the_rocq_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "mine.toml", TRUE)
    assert main(["identity", path, "--axes", "1", "-o", str(tmp_path / "proofs"), "--rocq"]) == 0
    folder = tmp_path / "proofs" / "reversal-1d"
    assert (folder / "proof.v").read_text() == certificate_file((folder / "certificate.json").read_text())
    assert main(["identity", path, "--rocq"]) == 2
    assert "no -o DIR" in capsys.readouterr().err


def test_a_refuted_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["identity", written(tmp_path, "mine", FALSE)]) == 1
    assert "refuted: over the integers" in capsys.readouterr().out


def test_an_unknown_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["identity", written(tmp_path, "mine.txt", UNKNOWN)]) == 3
    assert "unknown: " in capsys.readouterr().out


def test_the_budget_is_the_callers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "mine.toml", TRUE)
    assert main(["identity", path, "--budget", "1"]) == 3
    assert "the budget of 1 is used up" in capsys.readouterr().out
    assert main(["identity", path, "--budget", "60000"]) == 0
    assert main(["identity", path, "--budget", "0"]) == 2
    assert "a positive integer" in capsys.readouterr().err


def test_a_refuted_one_outweighs_an_unknown_one(tmp_path: Path) -> None:
    assert main(["identity", written(tmp_path, "mine.txt", f"{UNKNOWN[:-1]}, {FALSE}]")]) == 1


BAD = {
    "no TOML": ("mine.toml", "[[identity"), "no literal": ("mine.py", "import os"),
    "a call": ("mine.py", "[dict(left='1')]"),
    "nothing": ("mine.py", ""), "an empty list": ("mine.py", "[]"), "a number": ("mine.py", "3"),
    "one side": ("mine.py", '{"left": "1"}'),
    "a misspelt field": ("mine.py", '{"left": "1", "right": "1", "givn": ""}'),
    "a number for a side": ("mine.py", '{"left": 1, "right": "1"}'), "no text": ("mine.toml", "identity = 3"),
    "axes that are none": ("mine.py", '{"left": "1", "right": "1", "axes": "two"}'),
    "no axes": ("mine.py", '{"left": "1", "right": "1", "axes": 0}'),
    "another table": ("mine.toml", TRUE + "\n[other]\n"), "one name twice": ("mine.toml", TRUE + TRUE),
    "a deep literal": ("mine.py", "[" * 5000), "a text that is run": ("mine.py", "__import__('os').abort()"),
    "a large one": ("mine.py", "#" * 1_000_001), "bytes": ("mine.py", '{"left": b"1", "right": "1"}'),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    assert main(["identity", written(tmp_path, name, text)]) == 2
    assert "expected:" in capsys.readouterr().err


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert main(["identity", str(tmp_path / "nothing.toml")]) == 2
    assert main(["identity", str(tmp_path)]) == 2
