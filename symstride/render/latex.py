r"""A paper as LaTeX.

Templates use ``\VAR{...}`` for values, ``%%`` at the start of a line for statements and ``%#`` for comments.
Every value that is printed is escaped, unless it is marked as ``TeX`` already.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined

from symstride.drawing.diagram import Diagram
from symstride.drawing.pictures.network import on_pages, weight
from symstride.drawing.scene import Scene
from symstride.drawing.tikz import tikz
from symstride.errors import InternalError
from symstride.escaping import TeX, code, digits, tex
from symstride.network.words import shortened
from symstride.render.document import Cell, ModelNames, Statement, Table
from symstride.render.notation import BREAK, WEAK
from symstride.render.prose import Text, anchor, listed, spans, words

if TYPE_CHECKING:
    from symstride.render.document import Document
    from symstride.render.glossary import GlossaryEntry


# ------------------------------------------------------------------------------------------------ running text


def math(text: str) -> TeX:
    """Mathematics inside a line, with its marks turned into chances to break."""
    return TeX(f"${broken(text)}$")


def broken(text: str) -> TeX:
    """Mathematics with its marks turned into chances to break: good ones between factors, poor ones inside lists."""
    return TeX(text.replace(BREAK, r"\goodbrk ").replace(WEAK, r"\poorbrk "))


def prose(text: Text) -> TeX:
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


def cites(keys: Sequence[str]) -> TeX:
    """A citation behind a word, if there is one."""
    return TeX(rf"~\cite{{{','.join(keys)}}}" if keys else "")


def lemmas(numbers: Sequence[int]) -> TeX:
    """(Lemma 1), behind a reason."""
    if not numbers:
        return TeX("")
    word = "Lemma" if len(numbers) == 1 else "Lemmas"
    links = [rf"\hyperlink{{{anchor(f'Lemma {n}')}}}{{{n}}}" for n in numbers]
    return TeX(rf" \textup{{({word}~{listed(links)})}}")


def target(statement: Statement) -> TeX:
    """Where a link to a numbered statement leads."""
    return TeX(rf"\hypertarget{{{anchor(words(statement.name))}}}{{}}" if statement.title else "")


def mathheads(columns: Sequence[str]) -> TeX:
    """Heads of columns, each behind its separator."""
    return TeX(" ".join(f"& ${column}$" for column in columns))


def cells(row: Sequence[str]) -> TeX:
    """A row of formulas."""
    return TeX(" & ".join(f"${cell}$" for cell in row))


def matrix(rows: Sequence[Sequence[str]]) -> TeX:
    """The inside of a matrix."""
    return TeX(r" \\ ".join(" & ".join(row) for row in rows))


def size(table: Table) -> TeX:
    """The command for the size of its letters."""
    return TeX((r"\small", r"\footnotesize", r"\footnotesize", r"\scriptsize")[table.size])


def columns(table: Table) -> TeX:
    """Columns of text, each with its share of the line less the gaps between them."""
    whole, gap = sum(column.share for column in table.columns), 6 * (1 - 1 / len(table.columns))
    out = ""
    for column in table.columns:
        side = r"\raggedleft" if column.is_number else r"\raggedright"
        out += rf">{{{side}}}p{{\dimexpr{0.99 * column.share / whole:.4g}\linewidth-{gap:.3f}pt\relax}}"
    return TeX(out)


def groups(table: Table) -> TeX:
    """Headings over several columns, with the rules below them."""
    cells, rules, place = [], "", 1
    for head, many in table.groups:
        cells.append(rf"\multicolumn{{{many}}}{{l}}{{{prose(head)}}}" if head else " &" * (many - 1))
        rules += rf"\cmidrule(lr){{{place}-{place + many - 1}}}" if head else ""
        place += many
    return TeX(" & ".join(cells) + r"\tabularnewline" + "\n" + rules)


def lead(statement: Statement) -> TeX:
    """What stands in front of a claim: its hypotheses, and all that it holds for."""
    let = f"Let {mathlist(statement.hypotheses)}. Then, " if statement.hypotheses else ""
    every = f"{'for' if let else 'For'} all {prose(statement.quantified)}," if statement.quantified else ""
    return TeX(f"{let}{every}".rstrip())


def heads(table: Table) -> TeX:
    """The headings of the columns."""
    return TeX(" & ".join(prose(column.head) for column in table.columns))


def row(table: Table, cells: Sequence[Cell]) -> TeX:
    """A row of cells; what a name may take of a line is what its column has."""
    letters = 92 if table.size == 0 else 103
    return TeX(" & ".join(_cell(cell, int(letters * column.share)) for cell, column in zip(cells, table.columns)))


def _cell(cell: Cell, room: int) -> TeX:
    return names(cell, room) if isinstance(cell, ModelNames) else prose(cell)


def names(cell: ModelNames, room: int) -> TeX:
    """ModelNames in typewriter letters, broken only when longer than ``room``, and how many there are beside."""
    printed = [rf"\mbox{{{code(n)}}}" if weight(n) <= room else code(shortened(n)) for n in cell.names]
    return TeX(", ".join(printed) + (f" and {cell.more} more" if cell.more else ""))


def entries(row: Sequence[GlossaryEntry]) -> TeX:
    """Up to two symbols with their meanings, side by side."""
    texts = [f"${broken(entry.symbols)}$ & {prose(entry.meaning)}" for entry in row]
    return TeX(" & ".join(texts) + " & &" * (2 - len(row)))


# ------------------------------------------------------------------------------------------------ titles, pictures


LONG: Final = 24
"""A word of a title with more characters may break wherever ``code`` may."""


def title(text: Text) -> TeX:
    """Running text in which very long words may break."""
    pieces = [_breakable(span.text) if span.kind == "text" else prose((span,)) for span in spans(text)]
    return TeX("".join(pieces))


def _breakable(text: str) -> TeX:
    words = re.split(r"( )", text)
    return TeX("".join(_inside(code(word)) if len(word) > LONG else tex(word) for word in words))


def _inside(typewriter: str) -> str:
    return typewriter.removeprefix(r"\texttt{").removesuffix("}")


def metadata(text: Text) -> TeX:
    """Running text for the properties of a PDF file: letters, digits and plain signs, 200 at most."""
    plainly = words(text).replace("\u00d7", "x").replace("\u03b4", "delta")
    return TeX(" ".join(re.sub(r"[^A-Za-z0-9 ,.:;()+*/=-]", " ", plainly).split())[:200])


def remark(text: str) -> TeX:
    """Any text as one line behind a comment sign."""
    return TeX(json.dumps(text))


def pictures(picture: Scene | Diagram) -> tuple[TeX, ...]:
    """The picture, or its parts, each as a tikzpicture that fits on a page."""
    if isinstance(picture, Diagram):
        return tuple(TeX(tikz(scene)) for scene in on_pages(picture))
    return (TeX(tikz(picture)),)


def place(picture: Scene | Diagram) -> str:
    """The environment that a picture stands in: a large one may move to another page."""
    return "floating" if isinstance(picture, Diagram) else "center"


# ------------------------------------------------------------------------------------------------ rendering


FILTERS: Final[tuple[Callable[..., Any], ...]] = (
    tex, code, digits, math, broken, prose, mathlist, proselist, cites, lemmas, mathheads, cells, matrix, size, columns,
    groups, heads, row, lead, target, entries, title, metadata, remark, pictures, place,
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
    return made


def finalize(value: Any) -> Any:
    """What a template prints: numbers as they are, text escaped; None is a mistake in the template or its data."""
    if isinstance(value, Undefined):
        return value
    if value is None:
        raise InternalError("printing a paper", "a value", "None", "report this, with the layer")
    return value if isinstance(value, TeX) else tex(value)


def render_tex(document: Document) -> str:
    """The whole document: compiles by itself with pdflatex, two runs, no bibtex run."""
    source = environment().get_template("paper.tex.j2").render(document=document)
    return source.replace(r"\bar{X'}", r"\bar{X}'")  # the prime beside the bar; names have their braces escaped
