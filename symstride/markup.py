"""What a browser shows without a script, on pages, in notebooks and in the docs: formulas as MathML, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

from latex2mathml.converter import convert
from markupsafe import Markup, escape

from symstride.errors import InternalError

PRIME_SIGN: Final = "\u2032"
# As a superscript the sign would be raised twice.
_PRIMED: Final = re.compile(r"(\\[a-z]+|[A-Za-z])(_\{[^{}]*\})?('+)")
_EDGE: Final = re.compile(r"(<mrow>(?:<mstyle [^>]*>)?)<mo>|<mo>(?=[^<]*</mo>(?:</mstyle>)?</mrow></math>$)")
# A minus behind an opening bracket, a comma or a relation is a sign, whatever its place in the row.
_UNARY: Final = re.compile(
    r"(<mo[^>]*>(?:\[|&#x(?:00028|0230A|0003D|0002C|02264|0003C|02265);)</mo>)<mo>(&#x02212;)</mo>"
)
# Browsers know bold Greek letters by their own code points only: from alpha on.
_BOLD: Final = re.compile(r'<mi mathvariant="bold-italic">&#x0*(3[BC][0-9A-F]);</mi>')
_RELATION: Final = re.compile(r"&#x0(?:002B|2212|003D|2264|003C|2265|003E);")


@cache
def mathml(latex: str, display: bool = False) -> Markup:
    """LaTeX without marks as one MathML element; refuses a command that the converter does not know.

    The element keeps the LaTeX as its ``alttext``.
    """
    written = latex
    # Limits of sums go above and below in displays, as TeX sets them.
    latex = _PRIMED.sub(lambda found: f"{{{found[1]}{PRIME_SIGN * len(found[3])}}}{found[2] or ''}", latex)
    source = rf"\displaystyle {latex}".replace(r"\sum_", r"\sum\limits_") if display else latex
    out = convert(source)
    if "\\" in out:
        raise InternalError("printing mathematics", "LaTeX that the MathML converter knows", latex, "report this")
    out = _BOLD.sub(lambda found: f"<mi>&#x{0x1D736 + int(found[1], 16) - 0x3B1:X};</mi>", out)
    out = _infix(_UNARY.sub(r'\1<mo form="prefix">\2</mo>', _floors(out)))
    return Markup(out.replace("<math ", f'<math alttext="{escape(written)}" ', 1))


def _floors(element: str) -> str:
    """Floor and ceiling signs as brackets, which the converter takes for letters."""
    for sign, form in (("0230A", "prefix"), ("0230B", "postfix"), ("02308", "prefix"), ("02309", "postfix")):
        element = element.replace(f"<mi>&#x{sign};</mi>", f'<mo stretchy="false" form="{form}">&#x{sign};</mo>')
    return element


def _infix(element: str) -> str:
    """A plus or an equals sign at the edge of a piece keeps the spacing that it has in the middle."""

    def marked(found: re.Match[str]) -> str:
        rest = element[found.end() : found.end() + 9]
        return found[0][:-1] + ' form="infix">' if _RELATION.match(rest) else found[0]

    return _EDGE.sub(marked, element)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> Markup:
    """An HTML table; everything in it that is no markup is escaped."""
    above = Markup("<caption>{}</caption>").format(caption) if caption else Markup("")
    head = Markup("").join(Markup("<th>{}</th>").format(heading) for heading in headings)
    lines = (Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row) for row in rows)
    body = Markup("").join(Markup("<tr>{}</tr>").format(line) for line in lines)
    whole = "<table>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    return Markup(whole).format(above, head, body)


def facts(caption: str, rows: Iterable[tuple[object, object]]) -> Markup:
    """A table of two columns: what, and its value; expressions of SymPy are formulas."""
    return table(("", caption), ((name, _value(value)) for name, value in rows))


def _value(value: object) -> object:
    latex = getattr(value, "_repr_latex_", None) if hasattr(value, "free_symbols") else None
    return value if latex is None else mathml(latex().strip("$").removeprefix(r"\displaystyle "))


def lines(text: object) -> Markup:
    """What an object says as text, line by line."""
    return Markup("<pre>{}</pre>").format(str(text))


def replay_table(report: Any) -> str:
    """What a replay found, a ``ReplayReport``, as a table of two columns."""
    rows = [
        ("proved", report.subject), ("claims", f"{len(report.claims):,}"), ("kernel steps", f"{report.steps:,}"),
        ("hypotheses of the first claim", "; ".join(report.hypotheses) or "none"),
        ("axioms", ", ".join(report.axioms)), ("sha256", report.digest),
        *(("compared", text) for text in report.compared),
    ]  # fmt: skip
    return table(("", "replayed from the certificate's text"), rows)
