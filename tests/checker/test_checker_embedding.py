"""The checker as a piece of HTML: what goes in comes out, nothing escapes, nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from checker_browser import page_with, read_page
from checker_draft import Draft
from checker_tools import CHECKER
from markupsafe import Markup

import symstride
from symstride.errors import InternalError
from symstride.render.checker import embed
from symstride.render.checker.embed import checker_fragment, checker_source, policy_sources

FOLDER = CHECKER.parent


IDENTITY = symstride.Identity("x[t]*c", "c*x[t]")


def certificate(name: str = "c") -> str:
    draft = Draft()
    draft.step("ring", "x", "x")
    return draft.claim([], ("eq", "x", "x"), 0, name).text()


def embedded_certificate(fragment: str) -> str:
    found = re.search(r'<script type="application/json" id="certificate">(.*?)</script>', fragment, flags=re.S)
    assert found is not None
    return found[1]


def unescaped(text: str) -> str:
    """As page.js does it."""
    return re.sub(r"\\(u003c|.)", lambda found: "<" if found[1] == "u003c" else found[0], text)


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "</script>",
        "</SCRIPT >",
        "<!--",
        "<script>",
        "<",
        "\\",
        "\\u003c",
        "\\\\u003c",
        '"',
        "&lt;",
        "]]>",
        "-->",
    ],
)
def test_the_certificate_comes_back_and_cannot_end_its_element(name: str) -> None:
    text = certificate(name)
    inside = embedded_certificate(checker_fragment(text))
    assert "<" not in inside
    assert unescaped(inside) == text


def test_a_genuine_certificate_is_embedded_as_it_is() -> None:
    text = symstride.prove_general("subsampling", 1).certificate()
    assert embedded_certificate(checker_fragment(text)) == text


@pytest.mark.parametrize("text", ['{"a":"\\u003c"}', "{}\n\n", "\ufeff{}", "{\t}", "é", "{}\r\n", "\x00", "\u2028"])
def test_a_text_that_would_not_come_back_is_refused(text: str) -> None:
    with pytest.raises(InternalError, match="one line of canonical JSON"):
        checker_fragment(text)


def test_the_fragment_is_safe_markup_and_the_same_each_time() -> None:
    text = certificate()
    assert isinstance(checker_fragment(text), Markup)
    assert checker_fragment(text) == checker_fragment(text)


def test_a_page_forbids_everything_but_its_scripts_and_the_style() -> None:
    fragment = checker_fragment(IDENTITY.prove().certificate())
    scripts = re.findall(r"<script(?: id=[^>]*)?>(.*?)</script>", fragment, flags=re.S)
    styles = re.findall(r"<style>(.*?)</style>", fragment, flags=re.S)
    assert policy_sources().scripts == tuple(map(source_hash, scripts))
    assert policy_sources().styles == tuple(map(source_hash, styles))


def source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_markup_has_no_handlers_no_inline_styles_and_no_addresses() -> None:
    markup = (FOLDER / "fragment.html").read_text(encoding="utf-8")
    for tag in re.findall(r"<[^>]*>", markup):
        assert not re.search(r"\s(?:on\w+|style|href|src|action)\s*=", tag), tag


def test_every_element_that_is_opened_is_closed() -> None:
    fragment = checker_fragment(certificate())
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", fragment, flags=re.S)
    opened = re.findall(r"<([a-z0-9]+)\b", markup)
    closed = re.findall(r"</([a-z0-9]+)>", markup)
    assert sorted(opened) == sorted(closed)


def test_ids_belong_to_the_checker() -> None:
    names = read_page(page_with(checker_fragment(certificate()))).attributes
    assert set(names) >= {"certificate", "checker", "checker-source"}
    assert all(name.startswith("checker") for name in names if name != "certificate")


@pytest.mark.parametrize("name", ["checker.js", "formulas.js", "notation.js", "page.js", "page.css", "fragment.html"])
def test_sources_fetch_nothing_and_can_be_read(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8").replace("http://www.w3.org/1998/Math/MathML", "")  # a name
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 120
    for word in ("http:", "https:", "fetch(", "XMLHttpRequest", "import(", "WebSocket", "@import", "url(", "innerHTML",
                 "insertAdjacentHTML", "document.write", "eval(", "new Function", "Date", "Math.random"):  # fmt: skip
        assert word not in text, word


@pytest.mark.parametrize("name", ["checker.js", "formulas.js", "notation.js", "page.js"])
def test_scripts_are_strict(name: str) -> None:
    code = re.sub(r"/\*.*?\*/", "", (FOLDER / name).read_text(encoding="utf-8"), flags=re.S)
    assert code.lstrip().startswith('"use strict";')


def test_the_reader_of_texts_comes_with_certificates_that_carry_texts() -> None:
    assert "checker-notation" in read_page(page_with(checker_fragment(IDENTITY.prove().certificate()))).attributes
    for name in ("c", '"identity":', "identity"):
        assert "checker-notation" not in read_page(page_with(checker_fragment(certificate(name)))).attributes


@pytest.mark.parametrize("piece", ["</script>", "<!--", "<SCRIPT"])
def test_a_script_that_would_end_its_element_is_refused(
    piece: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bad.js").write_text(f'const text = "{piece}";')
    monkeypatch.setattr(embed, "files", lambda package: tmp_path)
    with pytest.raises(InternalError, match="may stand inside a script element"):
        embed._source("bad.js")


def test_the_checker_can_be_had_alone() -> None:
    assert checker_source() == CHECKER.read_text(encoding="utf-8")


def test_the_page_without_scripts_is_in_the_markup() -> None:
    page = read_page(page_with(checker_fragment(certificate())))
    assert page.state == "none"
    assert page.verdict == "The proof has not been replayed on this page."
    assert "hidden" in page.attributes["checker-panel"]
