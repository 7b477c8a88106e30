"""Docstrings as reStructuredText.

Ours are plain text: prose with ``code`` in double backticks, and formulas or figures as indented blocks.  Sphinx would
take ``s*tau`` for emphasis and an indented block for a quotation.  So: blocks become literal, and the characters that
mean something to Sphinx are escaped in prose, outside of backticks.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"(``.+?``)")
_SPECIAL = re.compile(r"([*|`\\]|\b_|_\b)")


def as_rest(lines: list[str]) -> list[str]:
    """The lines of one docstring, dedented, as reStructuredText."""
    out: list[str] = []
    inside = False
    for line in lines:
        block = line.startswith((" ", "\t"))
        if block and not inside:
            out += ["", "::", ""]
        if inside and line.strip() and not block:
            out.append("")
        inside = block or (inside and not line.strip())
        out.append(line if block else escaped(line))
    return out


def escaped(line: str) -> str:
    """A line of prose with everything but ``code`` escaped."""
    parts = _CODE.split(line)
    return "".join(part if part.startswith("``") else _SPECIAL.sub(r"\\\1", part) for part in parts)
