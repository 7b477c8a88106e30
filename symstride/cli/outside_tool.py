"""Somebody else's tool, run on a model: no shell, an argument list, a time limit, and files of its own."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from symstride.errors import NotSupported, SpecError

_HINT = "write --tool 'python -m onnxsim {in} {out}'"


def words_of(command: str) -> list[str]:
    """The command as an argument list.  Raises ``SpecError`` without ``{in}`` and ``{out}``."""
    asked = f"--tool {command}"[:200]
    try:
        words = shlex.split(command)
    except ValueError as why:
        raise SpecError(asked, "words of a command, with quotes that close", str(why), _HINT) from None
    missing = [mark for mark in ("{in}", "{out}") if not any(mark in word for word in words)]
    if missing or not words:
        raise SpecError(asked, "a command with {in} and {out} for the two files", f"no {', '.join(missing)}", _HINT)
    return words


def run_tool(words: Sequence[str], given: Path, wanted: Path, seconds: float) -> None:
    """Run it on the file ``given``; it has to write ``wanted``.

    Raises ``SpecError`` for a command that is not there, and ``NotSupported`` where it fails, takes longer than
    ``seconds`` or writes nothing.  What it starts is ended with it.
    """
    asked = f"--tool {shlex.join(words)}"[:200]
    listed = [word.replace("{in}", str(given)).replace("{out}", str(wanted)) for word in words]
    said = given.parent / "said.txt"
    try:
        with said.open("wb") as output:
            process = subprocess.Popen(
                listed,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            code = _ended(process, seconds)
    except OSError as why:
        got = str(why.strerror or why)
        raise SpecError(asked, "a command that can be run", got, "check its name and that it is installed") from None
    if code is None:
        raise NotSupported(asked, f"an end within {seconds:g} s", "none", "raise --time-limit")
    if code:
        raise NotSupported(asked, "exit code 0", f"{code}: {_last_line(said)}", "run the tool alone on the model")
    if not wanted.is_file():
        raise NotSupported(asked, "a model in the place of {out}", "none", "check where the tool writes")


def _ended(process: subprocess.Popen[bytes], seconds: float) -> int | None:
    """The exit code, or None for a process that was ended."""
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End whatever of its group is left."""
    group = getattr(os, "killpg", None)
    try:
        if group is None:
            process.kill()
        else:
            group(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # nothing is left, or nothing of ours
        return
    finally:
        process.wait()


def _last_line(file: Path) -> str:
    """The last line that the tool printed, shortened; of much text the end is read only."""
    with file.open("rb") as text:
        text.seek(max(0, file.stat().st_size - 4000))
        lines = text.read().decode("utf-8", "replace").split("\n")
    found = [" ".join(line.split()) for line in lines if line.strip()]
    return found[-1][:200] if found else "it printed nothing"
