"""Formulas of the pages as MathML, made while they are built: to read them takes no script and no network."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from symstride.render.page import mathml


def inline(translator: Any, node: nodes.math) -> None:
    """A formula in a line of text."""
    translator.body.append(f'<span class="math notranslate nohighlight">{mathml(node.astext())}</span>')
    raise nodes.SkipNode


def block(translator: Any, node: nodes.math_block) -> None:
    """A formula on its own."""
    translator.body.append(translator.starttag(node, "div", CLASS="math notranslate nohighlight"))
    translator.body.append(f"{mathml(node.astext(), display=True)}</div>\n")
    raise nodes.SkipNode


def setup(app: Any) -> dict[str, bool]:
    """Sphinx calls this once; ``html_math_renderer`` chooses it."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
