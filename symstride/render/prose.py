r"""Running text with mathematics: ``$...$`` is LaTeX, ``*...*`` stressed, ``@...@`` a citation, backquotes hold code.

A backslash before one of these marks, or before another backslash, makes it an ordinary character outside of
mathematics.  ``quote`` does that for text that comes from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from symstride.errors import InternalError

Kind: TypeAlias = Literal["text", "math", "code", "stress", "cite"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text of one kind; ``text`` is free of marks."""

    kind: Kind
    text: str


MARKS: Final[dict[str, Kind]] = {"$": "math", "`": "code", "*": "stress", "@": "cite"}
_TOKEN: Final = re.compile(r"\\([\\$`*@])|([$`*@])")
_QUOTED: Final = re.compile(r"[\\$`*@]")


def quote(text: str) -> str:
    """Text from elsewhere as ordinary running text."""
    return _QUOTED.sub(lambda found: "\\" + found[0], text)


def spans(text: str) -> tuple[Span, ...]:
    """The pieces of a running text.  Refuses a mark that is not closed."""
    out: list[Span] = []
    words, position = "", 0
    while found := _TOKEN.search(text, position):
        words += text[position : found.start()]
        position = found.end()
        if found[1]:
            words += found[1]
            continue
        mark = found[2]
        end = text.find(mark, position)
        if end < 0:
            raise InternalError("printing a text", f"a closing {mark}", text, "close or quote the mark")
        if words:
            out.append(Span("text", words))
        out.append(Span(MARKS[mark], text[position:end]))
        words, position = "", end + 1
    words += text[position:]
    return (*out, Span("text", words)) if words else tuple(out)


def listed(texts: Sequence[str]) -> str:
    """a, b and c."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
