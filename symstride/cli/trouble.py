"""Whatever went wrong, as one of symstride's own errors with its four parts and its exit code."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import UnsupportedOperation
from threading import current_thread, main_thread

from symstride.errors import InternalError, NotSupported, SpecError, SymstrideError

INTERRUPTED = 130  # what shells answer with after Ctrl-C
CLOSED = 141  # and what they show for a command whose reader has gone, as in `symstride show ... | head -1`


class Interrupted(SymstrideError):
    """The user stopped the command."""

    exit_code = INTERRUPTED


class Stopped(BaseException):
    """Another program asked the command to end, by a signal of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stopped_in_order() -> Iterator[None]:
    """Within it such a signal is raised, so that temporary files are cleared away and what was started is ended."""
    asked = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    is_ours = current_thread() is main_thread()
    taken = [number for number in asked if is_ours and signal.getsignal(number) is signal.SIG_DFL]

    def stop(number: int, _: object) -> None:
        raise Stopped(number)

    for number in taken:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def explained(problem: BaseException, words: Sequence[str]) -> SymstrideError:
    """The four-part error for any exception.  Interpreter exits that are none of ours pass through."""
    asked = shlex.join(["symstride", *words])
    if len(asked) > 200:
        asked = asked[:197] + "..."
    match problem:
        case SymstrideError():
            return problem
        case OSError():
            where = f" ({problem.filename})" if problem.filename else ""
            return SpecError(
                asked, "files that can be read and written", f"{problem.strerror or problem}{where}", _FILE
            )
        case KeyboardInterrupt():
            return Interrupted(asked, "time to finish", "an interruption from the keyboard", "run it again")
        case Stopped():
            error = Interrupted(asked, "time to finish", signal.Signals(problem.number).name, "run it again")
            error.exit_code = 128 + problem.number
            return error
        case MemoryError() | RecursionError():
            size = f"too much of it for this machine ({type(problem).__name__})"
            return NotSupported(
                asked, "a request that fits into memory", size, "use smaller sizes, or symbols for them"
            )
        case Exception():
            return _bug(problem, asked)
    raise problem


_FILE = "name another folder with -o, or change its permissions; the disk may also be full"


def _bug(problem: Exception, asked: str) -> InternalError:
    last = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{os.path.basename(os.path.dirname(last.filename))}/{os.path.basename(last.filename)}:{last.lineno}"
    got = f"{type(problem).__name__} at {place}: {' '.join(str(problem).split())[:300]}"
    return InternalError(asked, "an answer or a clear refusal", got, "this is our bug: please report these four lines")


def nobody_reads(problem: BaseException) -> bool:
    """Whether the reader of a pipe has gone: nothing went wrong, and nobody is there to be told."""
    # rich turns it into an exit of its own
    return isinstance(problem.__context__ if isinstance(problem, SystemExit) else problem, BrokenPipeError)


def silence() -> int:
    """Let the interpreter's last flush go nowhere, and answer with the exit code."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(UnsupportedOperation):  # one that is no file
            os.dup2(nowhere, stream.fileno())
    return CLOSED
