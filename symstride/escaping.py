"""Any text as LaTeX that prints it, character for character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final


class TeX(str):
    """Text that is LaTeX already: it is printed as it is."""

    __slots__ = ()


SPECIAL: Final[Mapping[str, str]] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}",
}  # fmt: skip
"""Characters that LaTeX reads as commands."""

_JOINING: Final = re.compile(r"([-,'`])(?=\1)|[?!](?=`)")
"""Characters that the fonts would join with the next one into another: -- ,, '' `` ?` !`."""

SYMBOLS: Final[Mapping[str, str]] = {
    "\u2013": "--", "\u2014": "---", "\u2018": "`{}", "\u2019": "'{}", "\u201c": "``{}", "\u201d": "''{}",
    "\u2026": r"\dots{}", "\u00a0": "~", "\u2009": r"\,", "\u202f": r"\,",
    "\u00d7": r"\ensuremath{\times}", "\u00b7": r"\ensuremath{\cdot}", "\u00b1": r"\ensuremath{\pm}",
    "\u2212": r"\ensuremath{-}", "\u2264": r"\ensuremath{\le}", "\u2265": r"\ensuremath{\ge}",
    "\u2260": r"\ensuremath{\ne}", "\u2248": r"\ensuremath{\approx}", "\u2192": r"\ensuremath{\to}",
    "\u2208": r"\ensuremath{\in}", "\u221e": r"\ensuremath{\infty}", "\u00b0": r"\ensuremath{{}^{\circ}}",
    "\u2211": r"\ensuremath{\sum}", "\u22c6": r"\ensuremath{\star}",
}  # fmt: skip
"""Characters beyond ASCII that have a command of their own."""

GREEK_SIGNS: Final[Mapping[str, str]] = {
    rf"\{unicodedata.name(char).rsplit(' ', 1)[1].lower().replace('lamda', 'lambda')}": char
    for char in "αβγδεζηθικλμνξπρστυφχψω"
}
"""Greek letters by their commands."""

GREEK: Final[Mapping[str, str]] = {char: rf"\ensuremath{{{command}}}" for command, char in GREEK_SIGNS.items()}

ACCENTED: Final = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    "ĂăĄąĆćČčĎďĐđĘęĚěĞğĹĺĽľŁłŃńŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽž"
)
"""Letters of the T1 encoding, which LaTeX reads as they are."""


def tex(text: object) -> TeX:
    """Any text as LaTeX that prints it, character for character; what is ``TeX`` already stays.

    Line ends become spaces.  A character that the fonts do not have is printed as its code point, <U+4E2D>.
    """
    if isinstance(text, TeX):
        return text
    plain = unicodedata.normalize("NFC", str(text))
    joining = {found.start() for found in _JOINING.finditer(plain)}
    return TeX("".join(_character(char) + "{}" * (n in joining) for n, char in enumerate(plain)))


def _character(char: str) -> str:
    for table in (SPECIAL, SYMBOLS, GREEK):
        if char in table:
            return table[char]
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if " " <= char <= "~" or char in ACCENTED:
        return char
    return rf"\textless{{}}U+{ord(char):04X}\textgreater{{}}\allowbreak{{}}"


def code(text: object) -> TeX:
    """Text in typewriter letters, with a chance to break the line after punctuation and between letter groups.

    A comma or a closing bracket stays with the word in front of it.
    """
    quoted = {"'": r"\textquotesingle{}", "`": r"\textasciigrave{}"}
    pieces = []
    for word, mark in re.findall(r"([A-Za-z0-9]{1,12}|.)((?<=[A-Za-z0-9])[,;)\]])?", str(text), flags=re.DOTALL):
        pieces.append((quoted.get(word) or tex(word)) + mark)
    return TeX(r"\texttt{" + r"\allowbreak{}".join(pieces) + "}")


def digits(text: str) -> TeX:
    """A long hexadecimal number in typewriter letters, in groups of eight."""
    groups = [text[n : n + 8] for n in range(0, len(text), 8)]
    return TeX(r"\texttt{" + r"\,\allowbreak{}".join(map(tex, groups)) + "}")
