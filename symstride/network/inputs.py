"""What a network was read from is never written: compared as files, whatever they are called and linked by."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from symstride.errors import SpecError


def check_apart(asked: str, places: Iterable[Path], files: Iterable[Path]) -> None:
    """Refuse to write ``places`` when one of them is among ``files``: a model, and behind it its data.

    Links are followed, a hard link is the file itself, and ``a/../b`` is ``b``.
    """
    listed, places = list(files), list(places)
    for number, file in enumerate(listed):
        for place in places:
            if _same(place, file):
                what = "the input itself" if number == 0 else "which holds weights of the input"
                hint = "choose another name, or another folder"
                raise SpecError(asked, "other files than the input's", f"{place.name}, {what}", hint)


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there, or no name that a file can have
        return False
