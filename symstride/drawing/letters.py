r"""Words of a picture: plain text, with a little mathematics between dollars.

Mathematics is one letter after another, Greek letters and signs by their LaTeX names, ``\tilde{w}``, and sub- and
superscripts, ``w_{12}``; ``\$`` is a dollar.  TikZ and matplotlib take that as it is; SVG takes it in runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from symstride.escaping import GREEK_SIGNS

_CAPITALS: Final = dict(zip("Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(), "ΓΔΘΛΞΠΣΦΨΩ", strict=True))
GREEK: Final[Mapping[str, str]] = {
    **GREEK_SIGNS, **{rf"\{name}": sign for name, sign in _CAPITALS.items()}, r"\varepsilon": "ε", r"\varphi": "φ",
}  # fmt: skip
SIGNS: Final[Mapping[str, str]] = {
    r"\cdot": "·", r"\dots": "…", r"\times": "×", r"\to": "→", r"\max": "max", r"\mid": "|", r"\le": "≤",
    r"\,": "\u2009",
}  # fmt: skip
"""Commands that may stand between dollars; others are shown by their names."""

_DOLLAR: Final = re.compile(r"(?<!\\)\$")
_TOKEN: Final = re.compile(r"\\tilde\{(\w)\}|\\[a-z]+\{(\w)\}|\\[a-zA-Z]+ ?|\\,|[_^]\{[^}]*\}|[_^].|.")
_NARROW: Final = dict.fromkeys("iljtfrI.,:;·|()[]' ", 0.36)
_WIDE: Final = dict.fromkeys("mwMW…", 0.92)
_WIDTHS: Final = {**_NARROW, **_WIDE, **dict.fromkeys("+−=", 0.76), "\u2009": 0.26, "\u0303": 0.0}
"""Widths of characters, as shares of the size; others take 0.6."""

SMALL: Final = 0.68
"""How large sub- and superscripts are."""
_SMALL_IN_PRINT: Final = 0.8
"""How large they are in print, with the gap behind them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; ``level`` is -1 for a subscript and 1 for a superscript."""

    characters: str
    italic: bool = False
    level: int = 0


def runs(text: str, verbatim: bool = False) -> tuple[Run, ...]:
    """A text in pieces of one look."""
    if verbatim:
        return (Run(text),)
    pieces: list[Run] = []
    for part, is_mathematics in parted(text):
        pieces += _mathematics(part, 0) if is_mathematics else [Run(part)]
    return tuple(pieces)


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text, and whether each is mathematics."""
    for number, part in enumerate(_DOLLAR.split(text)):
        if part:
            yield (part, True) if number % 2 else (part.replace(r"\$", "$"), False)


def literal(text: str) -> str:
    """Text from elsewhere, whose dollars are dollars."""
    return text.replace("$", r"\$")


def _mathematics(text: str, level: int) -> Iterator[Run]:
    before = "="
    for found in _TOKEN.finditer(text):
        token = found.group()
        is_sign, before = token == "-" and before in "=,(", token if token != " " else before
        if found.group(1):
            yield Run(found.group(1) + "\u0303", True, level)
        elif found.group(2):  # a letter in another type
            yield Run(found.group(2), True, level)
        elif token[0] in "_^" and len(token) > 1:
            yield from _mathematics(token[1:].strip("{}"), -1 if token[0] == "_" else 1)
        elif token[0] == "\\":
            name = token.strip()
            yield Run({**GREEK, **SIGNS}.get(name, name[1:]), name in GREEK, level)
        elif token in "+=-" and level == 0 and not is_sign:
            yield Run(f"\u2009{_sign(token)}\u2009")
        elif token != " ":
            yield Run(_sign(token), token.isalpha(), level)


def _sign(token: str) -> str:
    return "−" if token == "-" else token


def plain(text: str) -> str:
    """A text without mathematics, for titles and readers of screens."""
    return "".join(run.characters for run in runs(text))


def width_of(text: str, size: float, verbatim: bool = False) -> float:
    """How wide a text is at most, near enough for a layout.  No font is read, so it is the same everywhere."""
    return sum(
        _WIDTHS.get(character, 0.6) * size * (_SMALL_IN_PRINT if run.level else 1.0)
        for run in runs(text, verbatim)
        for character in run.characters
    )
