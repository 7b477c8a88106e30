"""Verify the book:  ``python -m proofs.verify``

Every certificate is replayed, every ``proof.tex`` is compiled and may not give one warning, and every Rocq file and
every certificate is compiled after the library and checked for axioms.  Needs a TeX and Rocq; a missing one is an
error.  ``--every 3`` looks at one file in three of each kind, from the first on.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from proofs.regenerate import BOOK, CERTIFICATE

THOROUGH = True  # Rocq's standard library is checked too
TIME_LIMIT = 600.0  # seconds for one run of a program


def main(words: Sequence[str] | None = None) -> int:
    """Run the named checks, or all; 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m proofs.verify", description="Verify the book of proofs.")
    parser.add_argument("checks", nargs="*", help=f"some of: {', '.join(CHECKS)}; all of them when left out")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one in so many files only (default: all)")
    arguments = parser.parse_args(words)
    chosen = arguments.checks or list(CHECKS)
    if arguments.every < 1:
        parser.error(f"--every {arguments.every}: expected a number of at least 1")
    if unknown := set(chosen) - set(CHECKS):
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    wrong = []
    for name in chosen:
        count = 0
        for subject, problem in CHECKS[name](arguments.every):
            count += 1
            if problem:
                wrong.append(f"{name}: {subject}: {problem}")
        print(f"{name}: {count} looked at", flush=True)
        if count == 0:
            wrong.append(f"{name}: nothing to look at, which cannot be right")
    print("\n".join(wrong) or "all of it holds")
    return 1 if wrong else 0


Findings = Iterator[tuple[str, str]]
"""What was looked at, and what is wrong with it; empty when nothing is."""


def certificates(every: int = 1) -> Findings:
    """Each certificate, run again."""
    import symstride

    for path in sorted(BOOK.glob(f"*/{CERTIFICATE}"))[::every]:
        try:
            symstride.replay(path)
        except symstride.CertificateRejected as why:
            yield path.parent.name, str(why)
        else:
            yield path.parent.name, ""


def papers(every: int = 1) -> Findings:
    """Each paper, compiled: overfull boxes and missing characters count as warnings too."""
    from symstride.render.engine import compile_pdf

    paths = sorted(BOOK.glob("*/proof.tex"))[::every]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, compiled in zip(
            paths, pool.map(lambda p: compile_pdf(p.read_text(encoding="utf-8")), paths), strict=True
        ):
            yield path.parent.name, compiled.reason or "; ".join(compiled.warnings)


def rocq(every: int = 1) -> Findings:
    """Each Rocq file and each certificate, compiled on top of the library.

    No axiom may be left in any of them, nor in what they import.  The book is dealt out to as many runs as there are
    processors; the first of them has Rocq's standard library checked too.
    """
    from symstride.export.rocq_check import RocqReport, check_folder

    files = sorted([*BOOK.glob("*/*.v"), *BOOK.glob(f"*/{CERTIFICATE}")])[::every]
    runs = max(1, min(os.cpu_count() or 1, len(files)))

    def checked(number: int) -> RocqReport:
        with tempfile.TemporaryDirectory() as scratch:
            for file in files[number::runs]:
                copy = Path(scratch, file.relative_to(BOOK))
                copy.parent.mkdir(exist_ok=True)
                shutil.copy(file, copy)
            return check_folder(scratch, timeout=TIME_LIMIT, thorough=THOROUGH and number == 0)

    with ThreadPoolExecutor(runs) as pool:
        for report in pool.map(checked, range(runs)):
            for file in report.files:
                yield file.name, "" if file.ok else str(file)
            if report.problem:
                yield "the run", report.problem


CHECKS: dict[str, Callable[[int], Findings]] = {"certificates": certificates, "papers": papers, "rocq": rocq}


if __name__ == "__main__":
    sys.exit(main())
