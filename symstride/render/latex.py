r"""A paper as LaTeX.

Templates use ``\VAR{...}`` for values, ``%%`` at the start of a line for statements and ``%#`` for comments.
Every value that is printed is escaped, unless it is marked as ``TeX`` already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined

from symstride.drawing.tikz import tikz
from symstride.errors import InternalError
from symstride.escaping import TeX, code, digits, tex
from symstride.render.notation import BREAK, WEAK
from symstride.render.prose import listed, spans

if TYPE_CHECKING:
    from symstride.render.glossary import GlossaryEntry
    from symstride.render.paper import Paper


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
