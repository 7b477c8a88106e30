"""A document as Markdown, read by somebody else's parser: the same formulas, every text as text."""

from __future__ import annotations

import re

import pytest
from network_examples import HOSTILE, document

from symstride.render.markdown import escaped, render_markdown
from symstride.render.notation import plain

pytest.importorskip("markdown_it", reason="to get it: pip install 'symstride[docs]'")
pytest.importorskip("mdit_py_plugins", reason="to get it: pip install 'symstride[docs]'")


def tokens(text: str) -> list:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    return MarkdownIt("commonmark").enable("table").use(dollarmath_plugin).parse(text)


@pytest.mark.parametrize("name", ["keras", "grouped", "symbols", "finite-layer-1", "linearity", "hourglass", "hostile"])
def test_what_is_displayed_is_what_the_document_displays(name: str) -> None:
    made = document(name)
    read = tokens(render_markdown(made))
    blocks = [token.content.strip().removeprefix("{} = ") for token in read if token.type == "math_block"]
    matrices = [text for text in blocks if r"\begin{bmatrix}" in text]
    assert [text for text in blocks if text not in matrices] == [plain(formula).strip() for formula in made.formulas]
    titles = [token for token in read if token.type == "heading_open" and token.tag == "h2"]
    assert len(titles) == len(made.sections) + 1


@pytest.mark.parametrize("name", ["keras", "hostile"])
def test_nothing_but_pictures_is_html(name: str) -> None:
    read = tokens(render_markdown(document(name)))
    inline = [child for token in read for child in token.children or ()]
    html = [token.content for token in (*read, *inline) if token.type in ("html_block", "html_inline")]
    assert html
    assert all(text.strip().startswith("<figure>") for text in html)
    assert not any(child.type in ("link_open", "image") for child in inline)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "1. one", "- two", "+ three", "a_b_c", "![x](y)", "[x](y)", "# head", "a  b", "> q"]
)
def test_text_arrives_as_text(text: str) -> None:
    if not text.strip() or "\n" in text:
        assert "\n" not in escaped(text)
        return
    (inline,) = (token for token in tokens(escaped(text)) if token.type == "inline")
    assert "".join(child.content for child in inline.children) == re.sub(r"\s+$", "", text)
