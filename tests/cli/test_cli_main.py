"""The command line as a whole: help, exit codes, errors of four parts, never a traceback."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import symstride
from symstride import cli
from symstride.cli import VERBS, main
from symstride.cli.screen import PARTS, Screen
from symstride.cli.trouble import CLOSED, INTERRUPTED, Stopped, stopped_in_order
from symstride.errors import CertificateRejected, InternalError, NotSupported, SpecError

Streams = pytest.CaptureFixture[str]


def four_parts(text: str) -> dict[str, str]:
    """The labelled lines of an error; fails when they are not exactly four."""
    lines = [line.partition(":") for line in text.splitlines()]
    assert tuple(label for label, _, _ in lines) == PARTS
    return {label: value.strip() for label, _, value in lines}


# ------------------------------------------------------------------------- help


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"]])
def test_help_lists_the_verbs_and_the_exit_codes(words: list[str], capsys: Streams) -> None:
    assert main(words) == 0
    page = capsys.readouterr().out
    assert all(re.search(rf"^ +{verb.name}\s", page, flags=re.M) for verb in VERBS)
    assert all(f"\n  {code}  " in page for code in range(4))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_each_verb_teaches_by_examples_that_parse(verb: cli.Verb, capsys: Streams) -> None:
    import shlex

    assert main([verb.name, "--help"]) == 0
    page = capsys.readouterr().out
    for command, words in verb.examples:
        assert command in page
        assert words in page
        name, *rest = shlex.split(command)
        assert name == "symstride"
        assert cli.parse(rest, VERBS).verb is verb


def test_version(capsys: Streams) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"symstride {symstride.__version__}\n"


# ------------------------------------------------------------------------- slips


@pytest.mark.parametrize(
    ("words", "got", "hint"),
    [
        (["prov", "nn.Conv1d(1, 1, 3)"], "invalid choice: 'prov'", "did you mean prove?"),
        (["nn.Conv1d(1, 1, 3)"], "invalid choice", "a layer comes after a verb"),
        (["show", "--krnel", "3"], "no such argument: --krnel", "did you mean --kernel?"),
        (["show", "nn.Conv2d(1,", "1, 3)"], "no such argument: 1, 3)", "quotes"),
        (["show", "--kernel"], "expected one argument", "symstride show --help"),
        (["show", "--kernel", "3", "--origin", "corner"], "invalid choice: 'corner'", "symstride show --help"),
        (["show", "--ker", "3"], "no such argument: --ker", "did you mean --kernel?"),
        (["replay"], "FILE", "symstride replay --help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_slips(words: list[str], got: str, hint: str, capsys: Streams) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    parts = four_parts(err)
    assert out == ""
    assert got in parts["got"]
    assert hint in parts["try"]


# ------------------------------------------------------------------------- whatever a verb raises


def raising(problem: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``show`` raise that."""

    def run(arguments: Namespace, screen: Screen) -> int:
        raise problem

    verbs = tuple(replace(verb, run=run) if verb.name == "show" else verb for verb in VERBS)
    monkeypatch.setattr(cli, "VERBS", verbs)


FOUR = ("what", "this", "that", "so")


@pytest.mark.parametrize(
    ("problem", "code", "got"),
    [
        (SpecError(*FOUR), 2, "that"),
        (NotSupported(*FOUR), 3, "that"),
        (CertificateRejected(*FOUR, where="steps[3]"), 1, "that"),
        (InternalError(*FOUR), 70, "that"),
        (PermissionError(13, "Permission denied", "/proof"), 2, "Permission denied (/proof)"),
        (OSError(28, "No space left on device"), 2, "No space left on device"),
        (MemoryError(), 3, "MemoryError"),
        (RecursionError("deep"), 3, "RecursionError"),
        (KeyboardInterrupt(), INTERRUPTED, "interruption"),
        (Stopped(signal.SIGTERM), 143, "SIGTERM"),
        (ZeroDivisionError("two\nlines"), 70, "test_cli_main.py"),
        (AssertionError(), 70, "AssertionError"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_every_failure_has_four_parts_and_its_code(
    problem: BaseException, code: int, got: str, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    raising(problem, monkeypatch)
    assert main(["show", "nn.Conv1d(1, 1, 3)"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert got in four_parts(err)["got"]


def test_json_has_the_error_too(monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    assert main(["prove", "--json", "nn.Conv2d(3, 64)"]) == 2
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert data["verdict"] == "error"
    assert data["exit_code"] == 2
    assert data["error"] == four_parts(err)


class _Full(io.StringIO):
    """A stream to a full disk."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("words", [["prove", "nn.Conv1d(1, 1, 3)", "--json"], ["-h"]])
def test_streams_that_are_closed_or_full(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    """The exit code is the answer where nothing can be said, and nothing is raised."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(words) == 0
    assert (sys.stdout, sys.stderr) == (None, None)
    assert main([*words, "--slip"]) == (0 if words == ["-h"] else 2)
    monkeypatch.setattr(sys, "stdout", _Full())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(words) == 2
    assert "No space left" in sys.stderr.getvalue()
    monkeypatch.setattr(sys, "stderr", _Full())
    assert main(words) == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
@pytest.mark.parametrize(
    "words",
    [["show", "nn.Conv1d(1, 1, 7, stride=2)"], ["prove", "nn.Conv1d(1, 1, 3)", "--json"], ["verify", "\udcff模", "é"]],
    ids=["show", "prove", "verify"],
)
def test_streams_that_lack_letters(encoding: str, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    made = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", made[0])
    monkeypatch.setattr(sys, "stderr", made[1])
    assert main(words) == (2 if words[0] == "verify" else 0)
    assert [stream.errors for stream in made] == ["strict", "strict"]
    printed = [stream.buffer.getvalue().decode(encoding) for stream in made if stream.flush() is None]
    if "--json" in words:
        assert json.loads(printed[0])["exit_code"] == 0
    if words[0] == "verify":
        four_parts(printed[1])


def test_a_picture_on_the_output_stream_is_a_file_whatever_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for encoding in ("ascii", "utf-8"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["draw", "nn.Conv2d(3, 4, 3, stride=2)"]) == 0
        found.append(stream.buffer.getvalue())
    assert found[0] == found[1]
    assert "×" in found[0].decode()


@pytest.fixture
def unhandled() -> Iterator[list[signal.Signals]]:
    """The signals that ask a program to end, not ignored, as they are by nohup."""
    asked = [signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__]
    before = {number: signal.signal(number, signal.SIG_DFL) for number in asked}
    yield asked
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_request_to_end_is_raised(unhandled: list[signal.Signals]) -> None:
    def end(number: signal.Signals) -> None:
        os.kill(os.getpid(), number)
        time.sleep(5)

    for number in unhandled:
        with pytest.raises(Stopped), stopped_in_order():
            end(number)
        assert signal.getsignal(number) is signal.SIG_DFL


def test_a_request_to_end_that_is_ignored_stays_so(unhandled: list[signal.Signals]) -> None:
    signal.signal(unhandled[-1], signal.SIG_IGN)
    with stopped_in_order():
        os.kill(os.getpid(), unhandled[-1])
        assert signal.getsignal(unhandled[-1]) is signal.SIG_IGN


def test_exits_of_the_interpreter_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    raising(SystemExit(7), monkeypatch)
    with pytest.raises(SystemExit):
        main(["show", "nn.Conv1d(1, 1, 3)"])


# ------------------------------------------------------------------------- as a program


def command(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "symstride", *words]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}  # as users have it
    settings = {
        "env": buffered,
        "capture_output": True,
        "text": True,
        "timeout": 60,
        "cwd": Path(symstride.__file__).parent.parent,
    }
    return subprocess.run(run, **settings | options)  # type: ignore[call-overload, no-any-return]


def test_as_a_module() -> None:
    done = command("show", "--kernel", "0")
    assert done.returncode == 2
    assert done.stdout == ""
    four_parts(done.stderr)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "words", [["show", "nn.Conv1d(1, 1, 3)"], ["--help"], ["prove", "nn.Conv1d(1, 1, 3)", "--json"]]
)
def test_a_reader_that_has_gone_is_no_error(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = command(*words, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert done.returncode == CLOSED
    assert done.stderr == ""


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b" not in command("show", "nn.Conv1d(1, 1, 3)").stdout
