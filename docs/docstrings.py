"""Docstrings as reStructuredText.

Ours are plain text: prose with ``code`` in double backticks, and formulas or figures as indented blocks.  Sphinx would
take ``s*tau`` for emphasis and an indented block for a quotation.  So: blocks become literal, and the characters that
mean something to Sphinx are escaped in prose, outside of backticks.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"(``.+?``)")
_RULER = re.compile(r"=+( +=+)+")
_SPECIAL = re.compile(r"([*|`\\]|\b_|_\b)")


def as_rest(lines: list[str]) -> list[str]:
    """The lines of one docstring, dedented, as reStructuredText."""
    out: list[str] = []
    for block in blocks(lines):
        if is_literal(block):
            out += ["::", "", *("    " + line for line in block), ""]
        else:
            out += [*map(escaped, block), ""]
    return out


def blocks(lines: list[str]) -> list[list[str]]:
    """Runs of lines between blank lines, split too where prose meets indented lines."""
    found: list[list[str]] = []
    before: str | None = None
    for line in lines:
        if line.strip():
            if before is None or _indented(before) != _indented(line):
                found.append([])
            found[-1].append(line)
        before = line if line.strip() else None
    return found


def is_literal(block: list[str]) -> bool:
    """A formula, a figure, or a table drawn with equals signs: to be shown as it stands."""
    return _indented(block[0]) or any(_RULER.fullmatch(line) for line in block)


def _indented(line: str) -> bool:
    return line.startswith((" ", "\t"))


def escaped(line: str) -> str:
    """A line of prose with everything but ``code`` escaped."""
    parts = _CODE.split(line)
    return "".join(part if part.startswith("``") else _SPECIAL.sub(r"\\\1", part) for part in parts)
