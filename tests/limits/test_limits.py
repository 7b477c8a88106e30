"""The refusal of what is too large: in four parts, with the figure; and the guide names every limit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from symstride import limits
from symstride.drawing.diagram import MAX_BOXES
from symstride.errors import NotSupported


def test_what_is_at_most_the_limit_passes() -> None:
    limits.check("asked", 10, 10, "phases")
    limits.check_product("asked", (2, 5), 10, "phases")
    limits.check_bytes("asked", (2, 5), 4, 40)


def test_more_is_refused_with_the_figure_and_its_factors() -> None:
    with pytest.raises(NotSupported) as one:
        limits.check("asked", 1_001, 1_000, "phases", "take fewer")
    assert (one.value.asked, one.value.expected, one.value.got) == ("asked", "at most 1,000 phases", "1,001")
    assert one.value.hint == "take fewer"
    with pytest.raises(NotSupported) as two:
        limits.check_product("asked", (3_000, 3_000), 1_000_000, "phases")
    assert two.value.got == "9,000,000 (3,000 x 3,000)"
    with pytest.raises(NotSupported) as three:
        limits.check_bytes("asked", (10, 11), 4, 400)
    assert three.value.got == "440: shape 10 x 11 at 4 bytes each"


def test_a_figure_too_long_to_be_written_is_said_in_bits() -> None:
    with pytest.raises(NotSupported, match=r"about 2\*\*33220"):
        limits.check_product("asked", (10**10_000,), 10, "phases")


def test_the_guide_names_every_limit(root: Path) -> None:
    text = (root / "docs" / "guide.md").read_text(encoding="utf-8")
    table = text.partition("## How much is too much")[2]
    numbers = {int(word.replace(",", "")) for word in re.findall(r"[0-9][0-9,]*[0-9]", table)}
    known = {name: value for name, value in vars(limits).items() if name.startswith("MAX_")}
    missing = [name for name, value in known.items() if value not in numbers and name not in NOT_FOR_USERS]
    assert not missing
    assert MAX_BOXES in numbers


NOT_FOR_USERS = {"MAX_REGIONS"}
"""Nobody meets it with a network that is not made for it."""
