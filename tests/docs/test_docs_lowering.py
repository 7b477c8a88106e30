"""The page on other people's lowerings runs as it stands, and prints what stands beside and below its lines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "lowering.md"


def test_the_page_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """A line that prints has its comment; one without has the block below."""
    page = PAGE.read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    found = 0
    for code, below in re.findall(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", page, flags=re.M | re.S):
        exec(compile(code, "example", "exec"), names)  # noqa: S102 -- an example of ours
        printed = capsys.readouterr().out
        said = "".join(f"{words}\n" for words in re.findall(r"^print\(.*\)  # (.*)$", code, flags=re.M))
        assert printed == (below or said)
        found += 1
    assert found == 6
