"""A paper as one web page: MathML that the browser knows, nothing from the network, everything escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from render_examples import PROOFS, document

from symstride.errors import InternalError
from symstride.markup import mathml
from symstride.render.page import display, environment, render_html

VOID = {"meta", "br", "wbr", "img", "hr", "link", "input", "rect", "mspace"}


class Balance(HTMLParser):
    """Collects tags that are closed out of order, and every attribute that could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "srcset", "href", "data", "action") and not str(value).startswith("#"):
                self.loads.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


def parsed(text: str) -> Balance:
    out = Balance()
    out.feed(text)
    out.close()
    return out


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", PROOFS)
def test_a_page_is_balanced_and_loads_nothing(name: str) -> None:
    text = render_html(document(name))
    found = parsed(text)
    assert (found.wrong, found.open, found.loads) == ([], [], [])
    assert not found.tags & {"script", "link", "iframe", "img", "object"}
    assert "@import" not in text
    assert "url(" not in text
    assert set(re.findall(r"https?://[^\s\"<]+", text)) <= {"http://www.w3.org/1998/Math/MathML"}


def test_a_page_is_for_phones_and_for_the_dark() -> None:
    text = render_html(document("keras"))
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert "prefers-color-scheme: dark" in text


def test_the_title_bar_is_plain_text() -> None:
    assert "<title>A 3 × 3 convolution with stride 2 as one with stride 1</title>" in render_html(document("keras"))


def test_what_comes_from_outside_arrives_escaped() -> None:
    text = render_html(document("keras"))
    assert "torch &lt;b&gt;2&lt;/b&gt;" in text
    assert "<b>2</b>" not in text


def test_an_unknown_name_stops_the_template() -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        environment().from_string("{{ document.nothing }}").render(document=document("keras"))


def test_none_stops_the_template() -> None:
    with pytest.raises(InternalError, match="None"):
        environment().from_string("{{ x }}").render(x=None)


def test_a_command_that_the_converter_does_not_know_is_refused() -> None:
    with pytest.raises(InternalError, match="MathML"):
        mathml(r"a \allowbreak b")


def test_limits_of_sums_go_above_and_below_in_displays() -> None:
    assert "munderover" in mathml(r"\sum_{i=0}^{k} f", display=True)
    assert "munderover" not in mathml(r"\sum_{i=0}^{k} f")


def test_a_sign_is_not_a_difference() -> None:
    assert '<mo form="prefix">&#x02212;</mo>' in mathml(r"\lfloor -p / s \rfloor")
    assert "prefix" not in mathml("a - p")


def test_a_prime_is_raised_once() -> None:
    assert "msup" not in mathml("x'_{2}")
    assert "\u2032" in mathml("x'_{2}")


def test_a_formula_breaks_at_its_marks() -> None:
    broken = display("a \x1f b \x1e + c")
    assert broken.count('<span class="factor">') == 2
    assert broken.count("<wbr>") == 2
    assert broken.count("<math") == 3
    assert '<mo form="infix">&#x0002B;</mo>' in broken


def test_citations_are_numbered_as_the_list_is() -> None:
    text = render_html(document("keras"))
    keys = re.findall(r'<li id="ref-([\w-]+)">', text)
    for key, number in re.findall(r'<a href="#ref-([\w-]+)">(\d+)</a>', text):
        assert keys[int(number) - 1] == key


def test_every_reference_is_cited() -> None:
    for name in ("keras", "phase-lemma-1", "audio"):
        text = render_html(document(name))
        keys = set(re.findall(r'<li id="ref-([\w-]+)">', text))
        assert keys == set(re.findall(r'<a href="#ref-([\w-]+)">', text))


def test_bold_letters_have_code_points_of_their_own() -> None:
    made = mathml(r"\boldsymbol{\rho} + \rho + \mathbf{j}")
    assert ("&#x1D746;" in made, "&#x003C1;" in made, "&#x1D423;" in made) == (True, True, True)
    assert "mathvariant" not in made
