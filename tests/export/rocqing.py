"""Helpers for the tests that run Rocq: the library is compiled once for all of them, tables are spoilt on purpose."""

from __future__ import annotations

import re
import resource
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride.algebra.bank import Bank
from symstride.export.rocq import RocqFile, check_folder

CHECK_LINE = "Proof. by_computation. Qed."
DISAGREES = 'Unable to unify "true" with "false"'
"""What Rocq says where a table was compared with the closed form and differs."""

NOTHING = "From Symstride Require Import Instance.\n"


class Rocq:
    """Rocq with a compiled library, in a cache of this test run's own.  ``cpu`` is the time that compiling it took."""

    def __init__(self, cache: Path, scratch: Path) -> None:
        self.cache, self.scratch = cache, scratch
        self.cpu = self._built()

    def _built(self) -> float:
        """One process compiles; the others wait for its figure."""
        figure = self.cache / "cpu-seconds"
        try:
            (self.cache / "building").mkdir(parents=True)
        except FileExistsError:
            deadline = time.monotonic() + 300
            while not figure.exists() and time.monotonic() < deadline:
                time.sleep(0.2)
        else:
            before = children_cpu()
            self.check({"Nothing.v": NOTHING})
            (self.cache / "cpu-seconds.part").write_text(str(children_cpu() - before))
            (self.cache / "cpu-seconds.part").rename(figure)
        return float(figure.read_text())

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

    def output(self, text: str) -> str:
        """What coqc prints about a file that compiles."""
        folder, (library,) = self.folder({"Said.v": text}), self.cache.glob("symstride/rocq/*/complete")
        command = ["coqc", "-q", "-Q", str(library.parent), "Symstride", "Said.v"]
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True, timeout=300
        ).stdout.strip()

    def refusal(self, text: str) -> tuple[str, str]:
        """The line at which Rocq stops, and what it says there."""
        (file,) = self.check({"Wrong.v": text}).values()
        assert file.problem, "Rocq accepts the file"
        (line,) = re.findall(r"line (\d+)", file.problem)
        return text.splitlines()[int(line) - 1], file.problem


def children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def spoilt(bank: Bank, spoil: Callable[[NDArray[np.int64]], None], axis: int = 0) -> Bank:
    """The bank with its table along one axis changed, as a wrong implementation would have it."""
    table = bank.axes[axis].table.copy()
    spoil(table)
    bank.axes[axis].__dict__["table"] = table
    return bank
