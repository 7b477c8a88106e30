"""Formulas of the pages as MathML, made while they are built: to read them takes no script and no network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes

from symstride.markup import mathml
from symstride.render.notation import BREAK
from symstride.render.page import display

_TOKEN = re.compile(r"\\(?:left|right|begin|end|q?quad)\b|\\;|[][(){}=]")
_INSIDE = {"{": 1, "}": -1, "[": 1, "]": -1, "(": 1, ")": -1, r"\left": 1, r"\right": -1, r"\begin": 1, r"\end": -1}


def inline(translator: Any, node: nodes.math) -> None:
    """A formula in a line of text."""
    translator.body.append(f'<span class="math notranslate nohighlight">{mathml(node.astext())}</span>')
    raise nodes.SkipNode


def block(translator: Any, node: nodes.math_block) -> None:
    """A formula on its own."""
    translator.body.append(translator.starttag(node, "div", CLASS="math notranslate nohighlight"))
    translator.body.append(f"{display(BREAK.join(pieces(node.astext())))}</div>\n")
    raise nodes.SkipNode


def pieces(latex: str) -> Iterator[str]:
    """Where a formula may break on a narrow page: before an equals sign, behind a space, not inside of brackets."""
    depth = start = 0
    for token in _TOKEN.finditer(latex):
        depth += _INSIDE.get(token[0], 0)
        if depth == 0 and token[0] not in _INSIDE:
            end = token.start() if token[0] == "=" else token.end()
            yield latex[start:end]
            start = end
    yield latex[start:]


def setup(app: Any) -> dict[str, bool]:
    """Sphinx calls this once; ``html_math_renderer`` chooses it."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
