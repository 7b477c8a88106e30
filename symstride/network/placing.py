"""Files that are written: put into their places all together or not at all, and never where a network was read from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from symstride.errors import SpecError


def check_apart(asked: str, places: Iterable[Path], files: Iterable[Path]) -> None:
    """Refuse to write ``places`` when one of them is among ``files``: models, and behind each its data.

    Links are followed, a hard link is the file itself, and ``a/../b`` is ``b``.
    """
    listed, places = list(files), list(places)
    for file in listed:
        for place in places:
            if _same(place, file):
                got = f"{place.name}, which {'is the input itself' if file == listed[0] else 'belongs to the input'}"
                raise SpecError(asked, "other files than the input's", got, "choose another name, or another folder")


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there, or no name that a file can have
        return False


def put_together(beside: Path, folder: Path, names: Sequence[str]) -> None:
    """Move the files ``names`` from the folder ``beside`` into ``folder``: all of them, or none.

    What is raised on the way, an interruption too, leaves what there was before.  ``beside`` is a temporary folder on
    the same disk, in which earlier files are kept meanwhile.
    """
    taken = next((name for name in names if (folder / name).is_dir()), None)
    if taken is not None:
        raise IsADirectoryError(f"there is a folder called {taken}")
    kept = Path(tempfile.mkdtemp(dir=beside))
    begun: list[str] = []
    try:
        for name in names:
            begun.append(name)
            _keep(folder / name, kept / name)
            os.replace(beside / name, folder / name)
    except BaseException:
        for name in begun:
            _put_back(beside / name, folder / name, kept / name)
        raise


def _keep(place: Path, kept: Path) -> None:
    """A second name for what is there, if something is; where a disk has no hard links it is moved."""
    if os.path.lexists(place):
        try:
            os.link(place, kept, follow_symlinks=False)
        except OSError:
            os.replace(place, kept)


def _put_back(new: Path, place: Path, kept: Path) -> None:
    if os.path.lexists(kept):
        os.replace(kept, place)
    elif not new.exists():  # it was moved, and nothing was there before
        place.unlink(missing_ok=True)
