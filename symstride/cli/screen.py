"""Where the command line writes: results on the output stream, progress and errors on the error stream."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from symstride.errors import SymstrideError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

PARTS = ("asked", "expected", "got", "try")
"""The four parts of every error, by the labels under which they are printed."""

NARROW = 100  # characters of a line where no terminal says how wide it is


@contextmanager
def open_streams() -> Iterator[None]:
    """Within it a stream that was closed leads nowhere, and one that lacks a letter shows its number in its place."""
    closed = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    for name in closed:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 -- closed below
    changed = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, TextIOWrapper)]
    before = [stream.errors for stream in changed]
    for stream in changed:
        stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        for stream, errors in zip(changed, before, strict=True):
            stream.reconfigure(errors=errors)
        for name in closed:
            getattr(sys, name).close()
            setattr(sys, name, None)


class Screen:
    """The two streams.  With ``as_json`` the output stream carries one JSON object and nothing else."""

    def __init__(self, as_json: bool = False) -> None:
        self.as_json = as_json

    # ------------------------------------------------------------ results

    def line(self, text: str = "", style: str = "") -> None:
        """One line of text as it is, never wrapped: it may be copied."""
        if not self.as_json:
            self._console().print(text, style=style or None, soft_wrap=True)

    def table(self, rows: Iterable[Sequence[object]], heads: Sequence[str] = (), title: str = "") -> None:
        """A table; the first column names what the row is about."""
        if self.as_json:
            return
        from rich.box import SIMPLE_HEAD
        from rich.table import Table

        table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", show_header=bool(heads))
        filled = [tuple(map(str, row)) for row in rows]
        for head in heads or ("",) * len(filled[0]):
            table.add_column(head, overflow="fold")
        for row in filled:
            table.add_row(*row)
        self._console().print(table)

    def data(self, **fields: Any) -> None:
        """The one JSON object, when JSON was asked for."""
        if self.as_json:
            has_all_letters = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
            sys.stdout.write(json.dumps(fields, indent=2, ensure_ascii=not has_all_letters) + "\n")

    def raw(self, data: bytes) -> None:
        """A file on the output stream, byte for byte."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def leave(self, page: str) -> int:
        """Print a page of help and be done."""
        sys.stdout.write(page)
        return 0

    # ------------------------------------------------------------ the way there

    def working(self, what: str) -> Status:
        """A spinner on the error stream while something runs; silent where no terminal is."""
        return self._console(error=True).status(what)

    def note(self, text: str) -> None:
        """One line of progress on the error stream, for work that takes a while."""
        self._console(error=True).print(text, style="dim", soft_wrap=True)

    def failed(self, error: SymstrideError) -> int:
        """Print the four parts, and answer with the exit code."""
        from rich.text import Text

        values = dict(zip(PARTS, (error.asked, error.expected, error.got, error.hint), strict=True))
        console = self._console(error=True)
        for label, value in values.items():
            text = Text.assemble((f"{label + ':':<10}", "bold red" if label == "got" else "bold"), value)
            console.print(text, soft_wrap=True)
        self.data(verdict="error", exit_code=error.exit_code, error=values)
        return error.exit_code

    def _console(self, error: bool = False) -> Console:
        from rich.console import Console

        # markup off: brackets in formulas are brackets.  Made at each use, so that redirected streams are followed.
        stream = sys.stderr if error else sys.stdout
        width = None if stream.isatty() else NARROW
        return Console(stderr=error, markup=False, highlight=False, emoji=False, width=width)
