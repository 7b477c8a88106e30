"""A paper as one web page: no network, no script, mathematics as MathML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from symstride.drawing.diagram import Diagram
from symstride.drawing.pictures.network import on_screen
from symstride.drawing.scene import Scene
from symstride.drawing.svg import svg
from symstride.errors import InternalError
from symstride.markup import mathml
from symstride.render.checker.embed import checker_fragment
from symstride.render.document import Cell, Column, ModelNames, Table
from symstride.render.node_lines import node_lines
from symstride.render.notation import BREAK, WEAK, plain
from symstride.render.prose import Text, anchor, listed, spans, words

if TYPE_CHECKING:
    from symstride.render.document import Document
    from symstride.render.tables import Block


def math(latex: str) -> Markup:
    """Mathematics inside a line; what has marks for good breaks may break there."""
    return display(latex) if BREAK in latex else mathml(plain(latex))


def display(latex: str) -> Markup:
    """A formula that may break over several lines: between factors first, inside one that is wider than the page."""
    factors = Markup("<wbr>").join(_factor(factor) for factor in latex.split(BREAK) if factor.strip())
    return Markup('<span class="formula">{}</span>').format(factors)


def _factor(latex: str) -> Markup:
    """One element for each piece between two weak marks."""
    pieces = [piece.strip() for piece in latex.split(WEAK)]
    joined = Markup("<wbr>").join(mathml(piece, display=True) for piece in pieces if piece)
    return Markup('<span class="factor">{}</span>').format(joined)


@pass_context
def prose(context: Context, text: Text) -> Markup:
    """Running text with marks, as HTML."""
    tags = {"code": Markup("<code>{}</code>"), "stress": Markup("<em>{}</em>"), "text": Markup("{}")}
    out, formula = Markup(""), Markup("")
    for span in spans(text):
        rest = span.text
        if formula and span.kind == "text":
            sign = _SIGNS.match(rest).group()  # type: ignore[union-attr]  # matches the empty text too
            formula = Markup('<span class="glued">{}{}</span>').format(formula, sign) if sign else formula
            rest = rest[len(sign) :]
        out, formula = out + formula, Markup("")
        if span.kind == "math":
            formula = math(span.text)
        elif span.kind == "cite":
            out += cite(context, [span.text])
        else:
            out += tags[span.kind].format(rest)
    return out + formula


_SIGNS = re.compile(r"[,.;:)?!]*")
"""What stays on the line of the formula in front of it."""


@pass_context
def cite(context: Context, keys: Sequence[str]) -> Markup:
    """Numbers of references in square brackets, each a link into the list."""
    known = [reference.key for reference in context["document"].references]
    link = Markup('<a href="#ref-{}">{}</a>')
    return Markup("[{}]").format(Markup(", ").join(link.format(key, known.index(key) + 1) for key in keys))


def mathlist(formulas: Sequence[str], sign: str = "") -> Markup:
    """Formulas in a row: a, b and c; a sign behind them stays on the line of the last."""
    *most, last = map(math, formulas)
    return Markup(listed([*most, Markup('<span class="glued">{}{}</span>').format(last, sign) if sign else last]))


@pass_context
def proselist(context: Context, texts: Sequence[str]) -> Markup:
    """Running texts in a row."""
    return Markup(listed([prose(context, text) for text in texts]))


def lemmas(numbers: Sequence[int]) -> Markup:
    """(Lemma 1), behind a reason, each number a link."""
    if not numbers:
        return Markup("")
    links = [Markup('<a href="#{}">{}</a>').format(anchor(f"Lemma {n}"), n) for n in numbers]
    return Markup(" ({} {})").format("Lemma" if len(numbers) == 1 else "Lemmas", Markup(listed(links)))


def matrix(block: Block) -> Markup:
    """A label and its matrix."""
    rows = r" \\ ".join(" & ".join(row) for row in block.rows)
    return mathml(rf"{block.label} = \begin{{bmatrix}}{rows}\end{{bmatrix}}")


# ------------------------------------------------------------------------------------------------ tables, pictures


def looks(table: Table) -> str:
    """The classes of a table: where its columns repeat their headings, narrow pages set it as a list."""
    listed = any(column.narrow for column in table.columns)
    has_numbers = any(column.is_number for column in table.columns)
    return "rows" + " checks" * listed + " numbers" * has_numbers + " dense" * (table.size == 2)


@pass_context
def cell(context: Context, value: Cell, column: Column) -> Markup:
    """A cell of a table, or the head of its row."""
    inside = names(value) if isinstance(value, ModelNames) else prose(context, value)
    look = "names" if isinstance(value, ModelNames) else column.look or "numeral" * column.is_number
    marks = Markup(' class="{}"').format(look) if look else Markup("")
    if column.is_head:
        return Markup('<th scope="row"{}>{}</th>').format(marks, inside)
    marks += Markup(' data-head="{}"').format(column.narrow) if column.narrow else ""
    return Markup("<td{}>{}</td>").format(marks, inside)


def names(value: ModelNames) -> Markup:
    """ModelNames, and how many there are beside."""
    listed = Markup(", ").join(Markup("<code>{}</code>").format(name) for name in value.names)
    return listed + (f" and {value.more} more" if value.more else "")


def picture_svg(picture: Scene | Diagram) -> Markup:
    """The picture as one svg element."""
    return Markup(svg(on_screen(picture) if isinstance(picture, Diagram) else picture.frame(picture.still), page=True))


def stack(picture: Diagram) -> tuple[Text, ...]:
    """The boxes of a network's drawing, one below the other, in words."""
    return tuple(node_lines(picture))


def is_wide(picture: Scene | Diagram) -> bool:
    """A drawing of a network of which a narrow page could show no letter."""
    return isinstance(picture, Diagram) and on_screen(picture).width > WIDEST


WIDEST: Final = 110.0
"""Millimetres of a network's drawing, two boxes, that a narrow page shows so that it can be read."""


FILTERS: Final[tuple[Callable[..., object], ...]] = (
    math, display, prose, cite, words, mathlist, proselist, lemmas, anchor, matrix, looks, cell,
    stack, is_wide,
)  # fmt: skip
"""What templates may say behind a bar, each under its own name."""


@cache
def environment() -> Environment:
    """The one Jinja2 environment for HTML."""
    made = Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=True, undefined=StrictUndefined,
        loader=PackageLoader("symstride.render"), finalize=finalize,
    )  # fmt: skip
    made.filters |= {filter_.__name__: filter_ for filter_ in FILTERS}
    made.filters["svg"] = picture_svg
    made.filters["checker"] = checker_fragment
    return made


def finalize(value: Any) -> Any:
    """None is a mistake in the template or its data."""
    if value is None:
        raise InternalError("printing a page", "a value", "None", "report this, with the layer")
    return value


def render_html(document: Document, certificate: str = "") -> str:
    """The whole page.  With the certificate's text, the second checker stands in it and replays that text."""
    return environment().get_template("page.html.j2").render(document=document, certificate=certificate)
