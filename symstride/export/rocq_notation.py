"""Rocq's notation: names, numbers, binders, comments, lines.  Text in, text out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Final

WIDTH: Final = 110

KEYWORDS: Final = frozenset(
    "as at by cofix do else end exists exists2 fix for forall fun if in let match mod return then using where with "
    "Axiom CoFixpoint Definition Fixpoint Hypothesis IF Parameter Prop SProp SUM Set Theorem Type Variable "
    "Z".split()
)
"""Names that a symbol cannot keep in a Rocq file, besides those that the file uses itself."""


def named_apart(symbols: Sequence[str], write: Callable[[Mapping[str, str]], str]) -> str:
    """``write(names)`` with a Rocq name for each symbol: its own, and underscores where the text has that name itself.

    Written twice: first with names that occur nowhere, to see which words the text uses.
    """
    if not symbols:
        return write({})
    text = re.sub(r"\(\*.*?\*\)", "", write({name: f"{name}__symbol" for name in symbols}), flags=re.DOTALL)
    used = KEYWORDS | set(re.findall(r"[A-Za-z_]\w*", text))
    names: dict[str, str] = {}
    for name in symbols:
        new = name
        while new in used or new in names.values():
            new += "_"
        names[name] = new
    return write(names)


def number(n: int) -> str:
    """An integer as an operand: ``3``, ``(-3)``."""
    return str(n) if n >= 0 else f"({n})"


def comment(text: str) -> str:
    """``text`` as a comment; one long line is broken into several, and several lines stay as they are.

    Rocq reads quotes and comments inside of comments, so these are taken apart.
    """
    harmless = text.replace("(*", "( *").replace("*)", "* )").replace('"', "'")
    laid_out = harmless if "\n" in harmless else "\n    ".join(wrap(harmless, WIDTH - 6))
    return f"(** {laid_out} *)\n"


def trimmed(text: str) -> str:
    """``text`` without blanks at the ends of lines, and with one line break at its own end."""
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


_BLANK: Final = "\N{NO-BREAK SPACE}"


def whole(text: str) -> str:
    """The text, to be kept on one line where it fits on one."""
    return text if len(text) > WIDTH - 4 else text.replace(" ", _BLANK)


def wrapped(text: str, indent: str = "") -> list[str]:
    """A text laid out in lines; Rocq takes a line break for a blank."""
    lines: list[str] = []
    for n, line in enumerate(text.split("\n")):
        first = indent if n == 0 else f"{indent}  "
        lines += wrap(
            line, WIDTH, initial_indent=first, subsequent_indent=f"{first}  ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return [line.replace(_BLANK, " ") for line in lines]


def binders(typed: Iterable[tuple[str, str]]) -> str:
    """`` (act : R -> R) (w : Z -> Z -> R) (k s : Z)`` for names with types: neighbours of one type together."""
    groups = ((kind, " ".join(name for name, _ in group)) for kind, group in groupby(typed, key=itemgetter(1)))
    return "".join(" " + whole(f"({names} : {kind})") for kind, names in groups)


def tensor(count: int, values: str = "R") -> str:
    """The type of a function of so many integers."""
    return "Z -> " * count + values
