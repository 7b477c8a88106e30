"""The pictures of the gallery against files that anyone can open; SYMSTRIDE_GOLDEN=write writes the files instead."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from toolbox import ROOT

sys.path.append(str(ROOT / "docs"))

from gallery import GALLERY

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("SYMSTRIDE_GOLDEN") == "write"
CASES = {case.__name__: case for cases in GALLERY.values() for case in cases.values()}


def one_shape_a_line(svg: str) -> str:
    """The same picture, in which a difference is a line: without its checksum."""
    named = re.sub(r"\bs[0-9a-f]{8}\b", "s", svg)
    return re.sub(r"(?<=>)(?=<(?:rect|g|path|text|style|title))", "\n", named) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_pictures_are_as_they_were(name: str) -> None:
    graphic, file = CASES[name](), GOLDEN / f"{name}.svg"
    text = one_shape_a_line(graphic.svg(steps=False))
    if WRITE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def test_every_file_is_compared() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)
