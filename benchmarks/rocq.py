"""Rocq: how long it needs for the library, for the file of one layer on top of it, and for certificates of the book.

The yardstick is our own replay of the same certificates.  Rocq does more per file: it starts, loads its standard
library and ours, runs the checker that is proved there twice, and compares every claim with what is printed of it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import symstride
from benchmarks.certificates import LAYERS
from benchmarks.clock import in_turn, rounds
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing
from symstride.export.rocq_check import RocqReport, check_folder, library_files
from symstride.proof.kernel.replay import replay

TOPIC = "Rocq"
ROUNDS = 3
TIME_OUT = 240.0
BOOK = Path(__file__).resolve().parent.parent / "proofs"
EVERY = 8
_CACHE = "XDG_CACHE_HOME"
"""Where the compiled library is kept; see ``symstride.export.rocq_check``."""


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """The library compiled from nothing, and the file of each layer."""
    if absent := missing("Rocq, the library and the files of three layers", "coqc", "coqchk"):
        yield from absent
        return
    theorems = [symstride.prove(symstride.read(line), input_size=size) for _, line, size in LAYERS]
    with tempfile.TemporaryDirectory() as folder, _cache(Path(folder) / "cache"):
        files = Path(folder) / "files"
        files.mkdir()
        for number, theorem in enumerate(theorems):
            (files / f"layer{number}.v").write_text(theorem.rocq(), encoding="utf-8")
        reports = [_checked(files) for _ in range(rounds(ROUNDS, quick))]
    texts = [theorem.certificate() for theorem in theorems]
    replays = in_turn(*(lambda text=text: replay(text) for text in texts), rounds=9)
    for number, ((words, _, _), replayed) in enumerate(zip(LAYERS, replays, strict=True)):
        compiled = median(report.files[number].seconds for report in reports)
        what = f"Rocq compiles the file of {words}"
        yield Figure(what, compiled, "replay in Python", replayed, 10, "s", topic=TOPIC)
    book = [path.read_text(encoding="utf-8") for path in sorted(BOOK.glob("*/certificate.json"))[::EVERY]]
    with tempfile.TemporaryDirectory() as folder, _cache(Path(folder) / "cache"):
        for number, text in enumerate(book):
            (Path(folder) / "book" / str(number)).mkdir(parents=True)
            (Path(folder) / "book" / str(number) / "certificate.json").write_text(text, encoding="utf-8")
        compiled = sum(file.seconds for file in _checked(Path(folder) / "book").files)
    (replayed,) = in_turn(lambda: [replay(text) for text in book], rounds=rounds(3, quick))
    what = f"Rocq compiles {len(book)} certificates of the book, every {EVERY}th"
    yield Figure(what, compiled, "replay of all of them in Python", replayed, topic=TOPIC)
    general = symstride.prove_general("phase-lemma", 3).certificate()
    (replayed,) = in_turn(lambda: replay(general), rounds=9)
    library = f"Rocq compiles the library, {len(library_files())} files"
    yardstick = "replay of the 3-D phase lemma in Python"
    yield Figure(library, reports[0].library_seconds, yardstick, replayed, 60, "s", topic=TOPIC)


def _checked(files: Path) -> RocqReport:
    report = check_folder(files, timeout=TIME_OUT)
    if not report.ok:
        raise RuntimeError(f"Rocq refuses what it should accept, so nothing was measured:\n{report}")
    return report


@contextmanager
def _cache(folder: Path) -> Iterator[None]:
    """An empty place for the compiled library, so that it is compiled and not found."""
    before = os.environ.get(_CACHE)
    os.environ[_CACHE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CACHE]
        else:
            os.environ[_CACHE] = before
