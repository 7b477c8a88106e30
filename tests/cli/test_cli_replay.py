"""``symstride replay``: what a certificate proves, and what is rejected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import symstride
from symstride.cli import main, replay

Streams = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def text() -> str:
    return symstride.prove(symstride.read("nn.Conv1d(2, 3, kernel_size=k, stride=s)")).certificate()


@pytest.fixture
def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "certificate.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_accepted_certificate(file: Path, capsys: Streams) -> None:
    assert main(["replay", str(file)]) == 0
    out, err = capsys.readouterr()
    report = symstride.replay(file)
    assert err == ""
    assert out.startswith(f"{report}\n")
    assert report.digest in out
    assert "1 <= s" in out
    assert "s = 1" in out
    assert all(axiom in out for axiom in report.axioms)


def test_the_folder_will_do(file: Path, capsys: Streams) -> None:
    assert main(["replay", str(file.parent)]) == 0
    assert "proved" in capsys.readouterr().out


def test_json(file: Path, capsys: Streams) -> None:
    assert main(["replay", str(file), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    report = symstride.replay(file)
    assert (data["verdict"], data["exit_code"], data["files"]) == ("proved", 0, [str(file)])
    assert (data["digest"], data["steps"], data["axioms"]) == (report.digest, report.steps, list(report.axioms))
    assert data["witness"] == dict(report.witness)


def test_many_claims_are_cut(tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "certificate.json"
    theorem = symstride.prove(symstride.read("nn.Conv1d(1, 1, kernel_size=2, stride=2)"))
    path.write_text(theorem.certificate(), encoding="utf-8")
    monkeypatch.setattr(replay, "SHOWN_CLAIMS", 1)
    assert main(["replay", str(path)]) == 0
    assert f"and {len(theorem.replayed.claims) - 1} more" in capsys.readouterr().out


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"stride":[{"expr":"s"}]', '"stride":[{"expr":"k"}]'),
        lambda text: text.replace('"cone"', '"ring"', 1),
        lambda text: "{}",
        lambda text: "",
        lambda text: "[" * 100_000,
    ],
    ids=["truncated", "about another layer", "another rule", "no fields", "empty", "deep"],
)
def test_rejected_certificates(edit: object, file: Path, text: str, capsys: Streams) -> None:
    assert callable(edit)
    edited = edit(text)
    assert edited != text
    file.write_text(edited, encoding="utf-8")
    assert main(["replay", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["asked", "expected", "got", "try"]


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_nothing_there(name: str, tmp_path: Path, capsys: Streams) -> None:
    assert main(["replay", str(tmp_path / name)]) == 2
    assert "no such file" in capsys.readouterr().err
