r"""A paper as LaTeX.

Templates use ``\VAR{...}`` for values, ``%%`` at the start of a line for statements and ``%#`` for comments.
Every value that is printed is escaped, unless it is marked as ``TeX`` already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined

from symstride.errors import InternalError
from symstride.render.figures import tikz
from symstride.render.notation import BREAK, WEAK
from symstride.render.prose import listed, spans

if TYPE_CHECKING:
    from symstride.render.glossary import GlossaryEntry
    from symstride.render.paper import Paper


class TeX(str):
    """Text that is LaTeX already: it is printed as it is."""

    __slots__ = ()


# ------------------------------------------------------------------------------------------------ escaping

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

GREEK: Final[Mapping[str, str]] = {
    char: rf"\ensuremath{{\{unicodedata.name(char).rsplit(' ', 1)[1].lower().replace('lamda', 'lambda')}}}"
    for char in "αβγδεζηθικλμνξπρστυφχψω"
}

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
    """Text in typewriter letters, with a chance to break the line after punctuation and between letter groups."""
    quoted = {"'": r"\textquotesingle{}", "`": r"\textasciigrave{}"}
    pieces = []
    for word in re.findall(r"[A-Za-z0-9]{1,12}|.", str(text), flags=re.DOTALL):
        pieces.append(quoted.get(word) or tex(word))
    return TeX(r"\texttt{" + r"\allowbreak{}".join(pieces) + "}")


def digits(text: str) -> TeX:
    """A long hexadecimal number in typewriter letters, in groups of eight."""
    groups = [text[n : n + 8] for n in range(0, len(text), 8)]
    return TeX(r"\texttt{" + r"\,\allowbreak{}".join(map(tex, groups)) + "}")


def math(text: str) -> TeX:
    """Mathematics inside a line, with its marks turned into chances to break."""
    return TeX(f"${broken(text)}$")


def broken(text: str) -> TeX:
    """Mathematics with its marks turned into chances to break: good ones between factors, poor ones inside lists."""
    return TeX(text.replace(BREAK, r"\goodbrk ").replace(WEAK, r"\poorbrk "))


def prose(text: str) -> TeX:
    """Running text with marks, as LaTeX."""
    kinds: dict[str, Callable[[str], TeX]] = {
        "text": tex, "math": math, "code": code,
        "stress": lambda s: TeX(rf"\emph{{{tex(s)}}}"),
        "cite": lambda key: TeX(rf"\cite{{{key}}}"),
    }  # fmt: skip
    return TeX("".join(kinds[span.kind](span.text) for span in spans(text)))


# ------------------------------------------------------------------------------------------------ lists and tables


def mathlist(formulas: Sequence[str]) -> TeX:
    """Formulas in a row: a, b and c."""
    return TeX(listed([math(formula) for formula in formulas]))


def proselist(texts: Sequence[str]) -> TeX:
    """Running texts in a row."""
    return TeX(listed([prose(text) for text in texts]))


def maths(formulas: Sequence[str]) -> TeX:
    """Formulas with commas between them."""
    return TeX(", ".join(map(math, formulas)))


def cites(keys: Sequence[str]) -> TeX:
    """A citation behind a word, if there is one."""
    return TeX(rf"~\cite{{{','.join(keys)}}}" if keys else "")


def lemmas(numbers: Sequence[int]) -> TeX:
    """(Lemma 1), behind a reason."""
    if not numbers:
        return TeX("")
    word = "Lemma" if len(numbers) == 1 else "Lemmas"
    return TeX(rf" \textup{{({word}~{listed([str(n) for n in numbers])})}}")


def heads(columns: Sequence[str]) -> TeX:
    """Heads of columns, each behind its separator."""
    return TeX(" ".join(f"& ${column}$" for column in columns))


def cells(row: Sequence[str]) -> TeX:
    """A row of formulas."""
    return TeX(" & ".join(f"${cell}$" for cell in row))


def matrix(rows: Sequence[Sequence[str]]) -> TeX:
    """The inside of a matrix."""
    return TeX(r" \\ ".join(" & ".join(row) for row in rows))


def columns(widths: Sequence[float]) -> TeX:
    """Columns of text, each with its share of the line less the gaps between them."""
    gap = f"{6 * (len(widths) - 1) / len(widths):.3f}"
    return TeX("".join(rf">{{\raggedright}}p{{\dimexpr{w:g}\linewidth-{gap}pt\relax}}" for w in widths))


def textcells(row: Sequence[str]) -> TeX:
    """A row of plain texts."""
    return TeX(" & ".join(map(tex, row)))


def entries(row: Sequence[GlossaryEntry]) -> TeX:
    """Up to two symbols with their meanings, side by side."""
    texts = [f"${broken(entry.symbols)}$ & {prose(entry.meaning)}" for entry in row]
    return TeX(" & ".join(texts) + " & &" * (2 - len(row)))


def number(value: int) -> TeX:
    """A number with thin spaces between thousands."""
    return TeX(f"{value:,}".replace(",", r"\,"))


# ------------------------------------------------------------------------------------------------ rendering


FILTERS: Final[tuple[Callable[..., TeX], ...]] = (
    tex, code, digits, math, broken, prose, mathlist, maths, proselist, cites, lemmas, heads, cells, matrix, columns,
    textcells, entries, number,
)  # fmt: skip
"""What templates may say behind a bar, each under its own name."""


@cache
def environment() -> Environment:
    """The one Jinja2 environment for LaTeX."""
    made = Environment(
        block_start_string=r"\BLOCK{", block_end_string="}", variable_start_string=r"\VAR{", variable_end_string="}",
        comment_start_string=r"\#{", comment_end_string="}", line_statement_prefix="%%", line_comment_prefix="%#",
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False, undefined=StrictUndefined,
        loader=PackageLoader("symstride.render"), finalize=finalize,
    )  # fmt: skip
    made.filters |= {filter_.__name__: filter_ for filter_ in FILTERS}
    made.filters["tikz"] = lambda figure: TeX(tikz(figure))
    return made


def finalize(value: Any) -> Any:
    """What a template prints: numbers as they are, text escaped; None is a mistake in the template or its data."""
    if isinstance(value, Undefined):
        return value
    if value is None:
        raise InternalError("printing a paper", "a value", "None", "report this, with the layer")
    return value if isinstance(value, TeX) else tex(value)


def render_tex(paper: Paper) -> str:
    """The whole document: compiles by itself with pdflatex, two runs, no bibtex run."""
    return environment().get_template("paper.tex.j2").render(paper=paper)
