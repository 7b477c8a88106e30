"""LaTeX to PDF with the TeX of this machine: no shell escape, its own folder, a time limit, every warning reported."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ENGINE: Final = "pdflatex"
HOW_TO_GET: Final = (
    "install TeX Live or MiKTeX (Debian and Ubuntu: apt-get install texlive-latex-recommended texlive-pictures "
    "texlive-latex-extra lmodern; macOS: MacTeX); proof.tex compiles with two runs of pdflatex"
)
MAX_RUNS: Final = 3
_OPTIONS: Final = ("-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error")
_KEPT: Final = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "TEXMFCNF")


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of it: ``pdf`` is None exactly when ``reason`` says why.  ``warnings`` are those of the last run."""

    pdf: bytes | None
    warnings: tuple[str, ...]
    reason: str = ""
    pages: int = 0


def find_engine() -> str | None:
    """The path of pdflatex, or None."""
    return shutil.which(ENGINE)


def compile_pdf(source: str, timeout: float = 60.0, engine: str | None = None) -> Compiled:
    """The PDF of a LaTeX document that needs no other file.

    Nothing is left behind: the work is done in a temporary folder and the PDF comes back as bytes.  ``timeout`` is in
    seconds, for each run.
    """
    path = engine or find_engine()
    if path is None:
        return Compiled(None, (), f"no {ENGINE} was found: {HOW_TO_GET}")
    with tempfile.TemporaryDirectory(prefix="symstride-") as folder:
        Path(folder, "proof.tex").write_text(source, encoding="utf-8", newline="\n")
        try:
            return _runs(path, Path(folder), timeout)
        except subprocess.TimeoutExpired:
            return Compiled(None, (), f"{ENGINE} took longer than {timeout:g} seconds")
        except OSError as problem:
            return Compiled(None, (), f"{ENGINE} could not be started ({problem.strerror}): {HOW_TO_GET}")


def _runs(path: str, folder: Path, timeout: float) -> Compiled:
    log = ""
    for _ in range(MAX_RUNS):
        before = _read(folder / "proof.aux")
        done = subprocess.run(
            [path, *_OPTIONS, "proof.tex"], cwd=folder, env=_environment(), timeout=timeout, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        log = _read(folder / "proof.log")
        if done.returncode != 0:
            return Compiled(None, warnings(log), f"{ENGINE} stopped: {_first_error(log)}")
        if before == _read(folder / "proof.aux"):
            break
    pages = re.search(r"Output written on .*\((\d+) page", log)
    return Compiled((folder / "proof.pdf").read_bytes(), warnings(log), pages=int(pages[1]) if pages else 0)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _environment() -> dict[str, str]:
    """Only what TeX needs; no writing outside of the folder, long log lines, and the clock stands at the epoch."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    fixed = {"openout_any": "p", "openin_any": "p", "max_print_line": "1000", "SOURCE_DATE_EPOCH": "0"}
    return kept | fixed | {"FORCE_SOURCE_DATE": "1", "shell_escape": "f", "LC_ALL": "C"}


# ------------------------------------------------------------------------------------------------ the log

_WARNING: Final = re.compile(
    r"^(?:LaTeX|Package|Class|pdfTeX)\b[^:]*\bwarning\b|^(?:Over|Under)full |^Missing character|^LaTeX Font Warning",
    re.IGNORECASE,
)


def warnings(log: str) -> tuple[str, ...]:
    """The warnings in a log, boxes and missing characters included, in order, each once."""
    return tuple(dict.fromkeys(line.strip() for line in log.splitlines() if _WARNING.match(line)))


def _first_error(log: str) -> str:
    lines = log.splitlines()
    found = next((n for n, line in enumerate(lines) if re.match(r"^(!|[^ ]*:\d+: )", line)), None)
    return _joined(lines[found : found + 3]) if found is not None else "the log names no error"


def _joined(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())[:300]
