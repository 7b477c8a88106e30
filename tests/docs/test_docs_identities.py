"""The chapter on identities runs as it stands, and prints what stands beside its lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import symstride.cli

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "identities.md"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without a TeX, which other tests try
    monkeypatch.chdir(tmp_path)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.M | re.S)


@pytest.mark.full
def test_the_chapter_prints_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that prints has what it prints as its comment; the one without a comment has it in the block below."""
    code = "".join(blocks("python"))
    names: dict[str, Any] = {}
    exec(compile(code, "example", "exec"), names)  # noqa: S102 -- an example of ours
    (below,) = blocks("text")
    comments = [line.partition("#")[2].strip() for line in code.splitlines() if line.startswith("print(")]
    assert capsys.readouterr().out.splitlines() == [comment or " ".join(below.split()) for comment in comments]
    assert comments.count("") == 1
    assert (tmp_path / "composed" / "proof.html").is_file()


def test_its_file_is_decided_from_a_shell(tmp_path: Path) -> None:
    (file,), (command,) = blocks("toml"), blocks("console")
    (tmp_path / "mine.toml").write_text(file)
    assert symstride.cli.main(command.removeprefix("$ symstride ").split()) == 0
