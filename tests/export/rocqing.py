"""Helpers for the tests that run Rocq: the library is compiled once for all of them."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pytest

from symstride.export.rocq_check import RocqFile, check_folder

NOTHING = "From Symstride.Kernel Require Import Readable.\n"


class Rocq:
    """Rocq with a compiled library, in a cache of this test run's own."""

    def __init__(self, cache: Path, scratch: Path) -> None:
        self.cache, self.scratch = cache, scratch
        self._build()

    def _build(self) -> None:
        """One process compiles; the others wait until it is done."""
        done = self.cache / "built"
        try:
            (self.cache / "building").mkdir(parents=True)
        except FileExistsError:
            deadline = time.monotonic() + 300
            while not done.exists() and time.monotonic() < deadline:
                time.sleep(0.2)
        else:
            self.check({"Nothing.v": NOTHING})
            done.write_text("")

    def check(self, files: dict[str, str], timeout: float = 300.0) -> dict[str, RocqFile]:
        """What ``check_folder`` says of these files, by name."""
        folder = self.folder(files)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(self.cache))
            report = check_folder(folder, timeout)
        assert report.problem == ""
        return {file.name: file for file in report.files}

    def folder(self, files: dict[str, str]) -> Path:
        folder = self.scratch / f"folder-{len(list(self.scratch.iterdir()))}"
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    @property
    def library(self) -> Path:
        """The folder with the compiled library."""
        (complete,) = self.cache.glob("symstride/rocq/*/complete")
        return complete.parent

    def output(self, text: str) -> str:
        """What coqc prints about a file that compiles."""
        folder = self.folder({"Said.v": text})
        command = ["coqc", "-q", "-Q", str(self.library), "Symstride", "Said.v"]
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True, timeout=300
        ).stdout.strip()

    def refusal(self, text: str) -> tuple[str, str]:
        """The line at which Rocq stops, and what it says there."""
        (file,) = self.check({"Wrong.v": text}).values()
        assert file.problem, "Rocq accepts the file"
        (line,) = re.findall(r"line (\d+)", file.problem)
        return text.splitlines()[int(line) - 1], file.problem


def refused_in(rocq: Rocq, text: str) -> tuple[str, str]:
    """The lemma or theorem at which Rocq stops, and what it says."""
    _, problem = rocq.refusal(text)
    (line,) = re.findall(r"line (\d+)", problem)
    return re.findall(r"(?:Lemma|Theorem) (\w+)", "\n".join(text.splitlines()[: int(line)]))[-1], problem


def changed(text: str, old: str, new: str) -> str:
    """The text with another word in the one place where the old one stands."""
    assert text.count(old) == 1, text.count(old)
    return text.replace(old, new)


def one_line(text: str) -> str:
    """The text without comments, on one line."""
    return " ".join(re.sub(r"\(\*.*?\*\)", "", text, flags=re.DOTALL).split())
