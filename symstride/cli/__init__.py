"""The command line: ``symstride VERB ...``.  One file per verb; the verdict is the exit code.

A new verb is one file with a ``VERB`` and one entry in ``VERBS``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from symstride.cli import check_rocq, draw, identity, prove, replay, show, unstride, verify
from symstride.cli.parser import Leave, parse
from symstride.cli.screen import Screen, open_streams
from symstride.cli.trouble import explained, nobody_reads, silence, stopped_in_order
from symstride.cli.verb import Verb
from symstride.errors import SymstrideError

VERBS: tuple[Verb, ...] = (
    prove.VERB, replay.VERB, show.VERB, draw.VERB, unstride.VERB, verify.VERB, identity.VERB, check_rocq.VERB,
)  # fmt: skip
"""Every verb, in the order of the help page."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 proved or done, 1 refuted or a check failed, 2 the request could not be understood, 3 refused, 70 a bug of ours.
    Every failure is four labelled lines on the error stream: what was asked, what was expected, what came, what to try.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    screen = Screen(as_json="--json" in words)
    with open_streams():
        try:
            with stopped_in_order():
                return _run(words, screen)
        except BaseException as problem:  # noqa: BLE001 -- a reader of the command line never meets a traceback
            if nobody_reads(problem):
                return silence()
            return _failed(explained(problem, words), screen)


def _failed(error: SymstrideError, screen: Screen) -> int:
    try:
        screen.failed(error)
    except (OSError, SystemExit):  # a full disk, or a reader that has gone: the exit code is all that can be said
        silence()
    return error.exit_code


def _run(words: Sequence[str], screen: Screen) -> int:
    try:
        arguments = parse(words, VERBS)
        code: int = arguments.verb.run(arguments, screen)
    except Leave as page:
        code = screen.leave(page.text)
    sys.stdout.flush()  # here, where a reader that has gone can still be dealt with
    return code


def command() -> NoReturn:
    """What ``python -m symstride`` runs."""
    sys.exit(main())
