"""The page on other people's lowerings runs as it stands, and prints what stands beside and below its lines."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

import symstride as ss
from symstride.network.operators import records as op

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = DOCS / "lowering.md"
sys.path.append(str(DOCS))

import lowerings  # noqa: E402 -- made importable above


@pytest.mark.full
def test_the_page_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    """A line that prints has its comment; one without has the block below.  What asks z3 runs where it is installed."""
    page = PAGE.read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    found = 0
    for code, below in re.findall(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", page, flags=re.M | re.S):
        found += 1
        if "valid_region" in code and importlib.util.find_spec("z3") is None:
            continue
        exec(compile(code, "example", "exec"), names)  # noqa: S102 -- an example of ours
        printed = capsys.readouterr().out
        said = "".join(f"{words}\n" for words in re.findall(r"^print\(.*\)  # (.*)$", code, flags=re.M))
        assert printed == (below or said)
    assert found == 7


def test_the_table_is_what_comes_out() -> None:
    """Every verdict, and the classes of sizes and first numbers of those that are false, computed again."""
    assert lowerings.table() in PAGE.read_text(encoding="utf-8")


def test_behind_a_relu_zeros_may_be_folded_into_a_maximum() -> None:
    """As the second story says: not for every activation, and for relu."""
    relu, pad = op.Pointwise("relu"), op.Pad(((1, 1),))
    left = lowerings.chain(relu, pad, lowerings.max_pool(3, 3))
    right = lowerings.chain(relu, lowerings.max_pool(3, 3, 1))
    verdict = ss.equal(left, right, sizes="all", seed=1)
    assert verdict.line == "equal at all sizes N"
    assert "relu as the larger of x and 0" in verdict.scope
    assert ss.equal(left, right, sizes=5, activation="zero", seed=1).status == "open"
