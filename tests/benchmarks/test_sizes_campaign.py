"""The campaign on all sizes: what it counts, what it writes, and what it says of a wrong answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.sizes import __main__ as command


def test_what_is_written(tmp_path: Path) -> None:
    assert command.main(["--count", "3", "--seed", "4", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "sizes.json").read_text())
    assert (data["pairs"], data["seed"], data["wrong"]) == (3, 4, 0)
    assert sum(sum(row.values()) for row in data["kinds"].values()) == 3
    assert data["sizes"] >= 3 * 43
    assert (tmp_path / "sizes.md").read_text() == command.page(data)


@pytest.mark.full
def test_deep_chains_are_decided_in_segments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*rest: object) -> None:
        raise AssertionError("a whole network at once")

    monkeypatch.setattr("symstride.equality.every_size.tried_at", never)
    assert command.main(["--count", "1", "--seed", "1", "--deep", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "sizes_deep.json").read_text())
    assert (data["pairs"], data["wrong"], data["deep"]) == (1, 0, True)
    assert (tmp_path / "sizes_deep.md").read_text() == command.page(data)
    assert "--deep`" in command.page(data)


def test_a_wrong_answer_has_another_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import size_cases

    monkeypatch.setattr(size_cases, "truth", lambda case, size, rng, said: "neither")
    assert command.main(["--count", "1", "--output", str(tmp_path)]) == 1
    assert "and it is neither" in capsys.readouterr().err
    assert "**0 wrong.**" not in (tmp_path / "sizes.md").read_text()


@pytest.mark.parametrize("stem", ["sizes", "sizes_deep"])
def test_the_result_in_the_repository_is_of_this_form(stem: str, root: Path) -> None:
    """And no answer was wrong in that run."""
    data = json.loads((root / "benchmarks" / f"{stem}.json").read_text())
    assert (root / "benchmarks" / f"{stem}.md").read_text() == command.page(data)
    assert data["pairs"] >= 200
    assert data["wrong"] == 0
    decided = sum(row["equal"] + row["different"] for row in data["kinds"].values())
    assert decided >= 0.9 * data["pairs"]
