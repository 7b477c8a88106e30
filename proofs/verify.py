"""Verify the book:  ``python -m proofs.verify``

Every certificate is replayed, every ``proof.tex`` is compiled and may not give one warning, and every Rocq file is
compiled after the library and checked for axioms.  Needs a TeX and Rocq; a missing one is an error.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from proofs.regenerate import BOOK, CERTIFICATE

LIBRARY = BOOK.parent / "symstride" / "export" / "rocq_library"
LOGICAL_NAME = "Symstride"
TIME_LIMIT = 600.0  # seconds for one run of a program


def main(words: Sequence[str] | None = None) -> int:
    """Run the named checks, or all; 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m proofs.verify", description="Verify the book of proofs.")
    parser.add_argument("checks", nargs="*", help=f"some of: {', '.join(CHECKS)}; all of them when left out")
    chosen = parser.parse_args(words).checks or list(CHECKS)
    if unknown := set(chosen) - set(CHECKS):
        parser.error(f"no such check: {', '.join(sorted(unknown))}")
    wrong = []
    for name in chosen:
        count = 0
        for subject, problem in CHECKS[name]():
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


def certificates() -> Findings:
    """Each certificate, run again."""
    import symstride

    for path in sorted(BOOK.glob(f"*/{CERTIFICATE}")):
        try:
            symstride.replay(path)
        except symstride.CertificateRejected as why:
            yield path.parent.name, str(why)
        else:
            yield path.parent.name, ""


def papers() -> Findings:
    """Each paper, compiled: overfull boxes and missing characters count as warnings too."""
    from symstride.render.engine import compile_pdf

    for path in sorted(BOOK.glob("*/proof.tex")):
        compiled = compile_pdf(path.read_text(encoding="utf-8"))
        yield path.parent.name, compiled.reason or "; ".join(compiled.warnings)


def rocq() -> Findings:
    """The library and then each file of the book, compiled; no axiom may be left in any of them."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / LOGICAL_NAME
        shutil.copytree(LIBRARY, place)
        library = _in_order(place)
        yield from ((name, _run("coqc", "-Q", ".", LOGICAL_NAME, name, place=place)) for name in library)
        yield "axioms of the library", _axioms(place, [f"{LOGICAL_NAME}.{Path(name).stem}" for name in library])
        for path in sorted(BOOK.glob("*/*.v")):
            name = f"{path.parent.name}_{path.stem}".replace("-", "_")
            shutil.copyfile(path, place / f"{name}.v")
            problem = _run("coqc", "-Q", ".", LOGICAL_NAME, f"{name}.v", place=place)
            yield path.relative_to(BOOK).as_posix(), problem or _axioms(place, [f"{LOGICAL_NAME}.{name}"])


CHECKS: dict[str, Callable[[], Findings]] = {"certificates": certificates, "papers": papers, "rocq": rocq}


def _in_order(place: Path) -> list[str]:
    """The library's files, each after what it needs."""
    names = sorted(path.name for path in place.glob("*.v"))
    sort = ["coqdep", "-sort", "-Q", ".", LOGICAL_NAME, *names]
    done = subprocess.run(sort, cwd=place, capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return [Path(name).name for name in done.stdout.split()]


def _axioms(place: Path, modules: Sequence[str]) -> str:
    """What Rocq's separate checker finds that was assumed and not proved."""
    check = ["coqchk", "-silent", "-o", "-Q", ".", LOGICAL_NAME, *modules]
    done = subprocess.run(check, cwd=place, capture_output=True, text=True, check=False, timeout=TIME_LIMIT)
    if done.returncode:
        return _tail(done)
    return "" if "* Axioms: <none>" in done.stdout + done.stderr else _tail(done)


def _run(*command: str, place: Path) -> str:
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, timeout=TIME_LIMIT)
    return _tail(done) if done.returncode else ""


def _tail(done: subprocess.CompletedProcess[str]) -> str:
    return (done.stdout + done.stderr).strip()[-1500:] or f"exit code {done.returncode}"


if __name__ == "__main__":
    sys.exit(main())
