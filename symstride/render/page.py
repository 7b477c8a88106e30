"""A paper as one web page: no network, no script, mathematics as MathML."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from symstride.errors import InternalError
from symstride.render.notation import BREAK, WEAK, plain
from symstride.render.prose import spans

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from symstride.render.paper import Paper

_EDGE = re.compile(r'(<mrow>(?:<mstyle [^>]*>)?)<mo>|<mo>(?=[^<]*</mo>(?:</mstyle>)?</mrow></math>$)')
_RELATION = re.compile(r"&#x0(?:002B|2212|003D|2264|003C|2265|003E);")


@cache
def mathml(latex: str, display: bool = False) -> Markup:
    """LaTeX without marks as one MathML element; refuses a command that the converter does not know."""
    from latex2mathml.converter import convert
    from markupsafe import Markup

    # Limits of sums go above and below in displays, as TeX sets them.
    source = rf"\displaystyle {latex}".replace(r"\sum_", r"\sum\limits_") if display else latex
    out = convert(source)
    if "\\" in out:
        raise InternalError("printing mathematics", "LaTeX that the MathML converter knows", latex, "report this")
    return Markup(_infix(out))


def _infix(element: str) -> str:
    """A plus or an equals sign at the edge of a piece keeps the spacing that it has in the middle."""

    def marked(found: re.Match[str]) -> str:
        rest = element[found.end() : found.end() + 9]
        return found[0][:-1] + ' form="infix">' if _RELATION.match(rest) else found[0]

    return _EDGE.sub(marked, element)


def math(latex: str) -> Markup:
    """Mathematics inside a line."""
    return mathml(plain(latex))


def display(latex: str) -> Markup:
    """A formula that may break over several lines: one element for each piece between two marks."""
    from markupsafe import Markup

    pieces = [piece.strip() for piece in re.split(f"[{BREAK}{WEAK}]", latex)]
    joined = Markup("<wbr>").join(mathml(piece, display=True) for piece in pieces if piece)
    return Markup('<span class="formula">{}</span>').format(joined)


def prose(text: str) -> Markup:
    """Running text with marks, as HTML."""
    from markupsafe import Markup

    tags = {"code": Markup("<code>{}</code>"), "stress": Markup("<em>{}</em>"), "text": Markup("{}")}
    out = Markup("")
    for span in spans(text):
        out += math(span.text) if span.kind == "math" else tags[span.kind].format(span.text)
    return out


def words(text: str) -> str:
    """Running text as plain text, for the title bar."""
    signs = {r"\times": "×", r"\le": "≤", r"\,": " "}
    out = ""
    for span in spans(text):
        piece = span.text
        for command, sign in signs.items():
            piece = piece.replace(command, sign) if span.kind == "math" else piece
        out += piece
    return out


@cache
def environment() -> Environment:
    """The one Jinja2 environment for HTML."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from symstride.render.figures import svg

    made = Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=True, undefined=StrictUndefined,
        loader=PackageLoader("symstride.render"), finalize=finalize,
    )  # fmt: skip
    made.filters |= {"prose": prose, "math": math, "display": display, "words": words,
                     "svg": lambda figure: Markup(svg(figure))}  # fmt: skip
    return made


def finalize(value: Any) -> Any:
    """None is a mistake in the template or its data."""
    if value is None:
        raise InternalError("printing a page", "a value", "None", "report this, with the layer")
    return value


def render_html(paper: Paper) -> str:
    """The whole page."""
    return environment().get_template("page.html.j2").render(paper=paper)
