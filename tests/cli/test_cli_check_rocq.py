"""``symstride check-rocq``: Rocq's word on a folder, as text, as JSON and as exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from symstride.cli import main
from symstride.export import rocq_check
from symstride.export.rocq_check import RocqFile, RocqReport

Streams = pytest.CaptureFixture[str]
GOOD = "Lemma two : 1 + 1 = 2. Proof. reflexivity. Qed.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, need: Callable[[str], str]) -> Path:
    """A folder for Rocq files, and a library that compiles in no time, kept away from the user's cache."""
    need("coqc")
    need("coqchk")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(rocq_check, "library_files", lambda: {"Base.v": GOOD})
    place = tmp_path / "proof"
    place.mkdir()
    return place


def test_a_proof_is_accepted(folder: Path, capsys: Streams) -> None:
    (folder / "proof.v").write_text("From Symstride Require Import Base.\n" + GOOD.replace("two", "again"))
    assert main(["check-rocq", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "all of it holds, with no axioms" in out


@pytest.mark.parametrize(
    ("text", "found"),
    [(GOOD.replace("= 2", "= 3"), "refused"), ("Axiom wrong : 1 = 2.\n", "assumes wrong")],
    ids=["a false lemma", "an axiom"],
)
def test_what_is_wrong_is_said(text: str, found: str, folder: Path, capsys: Streams) -> None:
    (folder / "proof.v").write_text(text)
    assert main(["check-rocq", str(folder)]) == 1
    assert found in capsys.readouterr().out


def test_a_certificate_is_replayed_first(folder: Path, capsys: Streams) -> None:
    (folder / "certificate.json").write_text('{"format":"symstride-certificate-1"}')
    (folder / "proof.v").write_text(GOOD)
    assert main(["check-rocq", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "proof.v: compiled" in out
    assert "certificate.json: refused after 0.0 s\nreplay refuses it: " in out
    (folder / "certificate.json").write_bytes(b"\xff{")
    assert main(["check-rocq", str(folder / "certificate.json")]) == 1
    assert "replay refuses it" in capsys.readouterr().out


def test_json(folder: Path, capsys: Streams) -> None:
    (folder / "proof.v").write_text("Axiom wrong : 1 = 2.\n")
    assert main(["check-rocq", str(folder), "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["verdict"], data["exit_code"], data["axioms"]) == ("refused", 1, ["wrong"])
    assert data["files"] == [{"name": "proof.v", "ok": False, "claims": None, "problem": ""}]


def test_the_options_reach_the_check(monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    seen: list[object] = []

    def check(*arguments: object) -> RocqReport:
        seen.extend(arguments)
        return RocqReport("8", 0.0, (RocqFile("proof.v", 1.0, (), ""),), "", True)

    monkeypatch.setattr(rocq_check, "check_folder", check)
    assert main(["check-rocq", "here", "--thorough", "--timeout", "2.5"]) == 0
    assert seen == ["here", 2.5, True]


def test_without_rocq_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    (tmp_path / "proof.v").write_text(GOOD)
    monkeypatch.setenv("PATH", "")
    assert main(["check-rocq", str(tmp_path)]) == 3
    assert rocq_check.HOW_TO_GET in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["x", "0", "-1", "inf", "nan", "1e400"])
def test_times_that_make_no_sense(seconds: str, capsys: Streams) -> None:
    assert main(["check-rocq", "here", f"--timeout={seconds}"]) == 2
    assert "seconds above 0" in capsys.readouterr().err


def test_nothing_to_check(tmp_path: Path, capsys: Streams) -> None:
    assert main(["check-rocq", str(tmp_path)]) == 2
    assert "no .v file there" in capsys.readouterr().err
