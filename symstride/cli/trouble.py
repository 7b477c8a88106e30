"""Whatever went wrong, as one of symstride's own errors with its four parts and its exit code."""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from collections.abc import Sequence

from symstride.errors import InternalError, NotSupported, SpecError, SymstrideError

INTERRUPTED = 130  # what shells answer with after Ctrl-C
CLOSED = 141  # and what they show for a command whose reader has gone, as in `symstride show ... | head -1`


class Interrupted(SymstrideError):
    """The user stopped the command."""

    exit_code = INTERRUPTED


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
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED
