"""Whole pages in Chromium, at 1,200 and 390 pixels, light and dark: nothing is cut, and what can be clicked works."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest
import sympy
from checker_browser import Browser

import symstride
from symstride.render.claims import Step
from symstride.render.document import ProofChain
from symstride.render.notation import plain

BEFORE = """
window.copied = [];
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { copied.push(text); } } });
"""
"""Stands in front of the page's scripts: what is copied is kept, as no clipboard is at hand without a window."""

READ = """
const pages = [...document.querySelectorAll("iframe")];
const until = (holds) => new Promise((done) => {
  const look = () => (holds() ? done() : setTimeout(look, 5));
  look();
});
const name = (x) => `${x.tagName} ${x.className} ${x.id}: ${x.textContent.slice(0, 60)}`;
const luminance = (color) => {
  const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map((x) => x / 255)
    .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
function measured(page) {
  const root = page.documentElement;
  const width = root.clientWidth;
  const shown = (x) => x.getClientRects().length > 0;
  const all = (selector) => [...page.querySelectorAll(selector)].filter(shown);
  const out = (x) => x.getBoundingClientRect().right > width + 0.5 || x.getBoundingClientRect().left < -0.5;
  const clips = (x) => x.scrollWidth > x.clientWidth + 1;
  return {
    sideways: root.scrollWidth - width,
    cut: [
      ...all("math, button, p, li").filter(out),
      ...all(".formula, .factor, pre, .opened, .wide").filter(clips),
    ].map(name),
  };
}
async function look(frame) {
  const verdict = () => frame.contentDocument.getElementById("checker")?.dataset.verdict;
  const isReady = () => frame.contentDocument.querySelector("button.tex") !== null;
  await until(() => isReady() && ["proved", "refused"].includes(verdict()));
  const page = frame.contentDocument;
  const seen = { width: frame.clientWidth, state: page.getElementById("checker").dataset.verdict, ...measured(page) };
  const links = [...page.querySelectorAll("a[href^='#']")];
  seen.links = links.length;
  seen.broken = links.map((a) => a.getAttribute("href")).filter((to) => page.getElementById(to.slice(1)) === null);
  const ids = [...page.querySelectorAll("[id]")].map((x) => x.id);
  seen.twice = ids.filter((id, k) => ids.indexOf(id) !== k);
  const here = (x) => x !== null && page.querySelector(`a[href="#${x.id}"]`) !== null;
  const displays = [...page.querySelectorAll("main .formula:not(.checker *, p *, .shorts *)")];
  seen.unplaced = displays.filter((x) => !here(x.closest(".placed, .chain > li"))).map(name);
  const formulas = [...page.querySelectorAll("main math:not(.checker *)")];
  seen.without = formulas.filter((x) => !x.hasAttribute("alttext")).length;
  const box = page.querySelector(".formula button.tex");
  box.click();
  await until(() => frame.contentWindow.copied.length > 0);
  seen.copied = frame.contentWindow.copied[0];
  const told = [...page.querySelectorAll("main p")].find((each) => each.querySelector("math") !== null);
  page.getSelection().selectAllChildren(told);
  const copy = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), cancelable: true });
  page.dispatchEvent(copy);
  seen.selected = copy.clipboardData.getData("text/plain");
  page.getSelection().removeAllRanges();
  seen.lines = page.querySelectorAll(".chain > li:not(.start)").length;
  page.querySelectorAll("button.open").forEach((each) => each.click());
  page.querySelectorAll("details:not(.checker details)").forEach((each) => { each.open = true; });
  await new Promise((done) => setTimeout(done, 50)); // events of opening come later
  seen.opened = [...page.querySelectorAll(".opened")].map((each) => each.textContent);
  seen.checked = page.querySelectorAll(".opened .kernel code").length;
  seen.afterwards = measured(page);
  const style = frame.contentWindow.getComputedStyle(page.body);
  const [ink, paper] = [luminance(style.color), luminance(style.backgroundColor)];
  seen.isDark = paper < ink;
  seen.contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  return seen;
}
Promise.all(pages.map(look)).then((seen) => {
  document.getElementById("seen").textContent = JSON.stringify(seen);
}, (error) => { document.getElementById("seen").textContent = JSON.stringify(String(error)); });
"""

k, s, p, d = sympy.symbols("k s p d")


def symbolic(axes: int) -> symstride.Theorem:
    return symstride.prove(symstride.Conv(3, 4, kernel=k, stride=s, padding=p, dilation=d, ndim=axes))


def network() -> symstride.Theorem:
    build = symstride.Builder("tiny")
    x = build.input("x", (3, 33, 33))
    x = build.add(symstride.Conv(3, 8, (3, 3), stride=2, padding=1, bias=False), x)
    x = build.add(symstride.Conv(8, 4, (3, 3), stride=2, bias=False), x)
    return symstride.prove(build.network(x), scope="network")


THEOREMS: dict[str, Callable[[], symstride.Theorem]] = {
    "symbols": lambda: symbolic(1),
    "two axes": lambda: symbolic(2),
    "numbers": lambda: symstride.prove(symstride.read("nn.Conv2d(3, 64, 7, stride=2, padding=3)")),
    "transposed": lambda: symstride.prove_general("transposed-layer", 1),
    "catalogue": lambda: symstride.prove_general("phase-lemma", 2),
    "identity": lambda: symstride.Identity(
        "sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))"
    ).prove(),
    "network": network,
}


@cache
def made(name: str) -> symstride.Theorem:
    return THEOREMS[name]()


@cache
def page(name: str) -> str:
    return made(name).html().replace("<head>", f"<head><script>{BEFORE}</script>", 1)


@pytest.fixture
def browser(need: Callable[[str], str], tmp_path: Path) -> Browser:
    return Browser(need("chromium"), tmp_path)


def steps_of(theorem: symstride.Theorem) -> list[Step]:
    """The lines of all chains, in the order of the page."""
    blocks = (block for section in theorem.document.sections for block in section.blocks)
    return [step for block in blocks if isinstance(block, ProofChain) for step in block.steps]


def seen(browser: Browser, name: str, dark: bool) -> list[dict[str, Any]]:
    """What a reader has in front of them, once for a wide page and once for a narrow one."""
    frames = "".join(
        f'<iframe style="border:0;width:{width}px;height:900px" srcdoc="{escape(page(name))}"></iframe>'
        for width in (1200, 390)
    )
    outer = f'<!DOCTYPE html><meta charset="utf-8">{frames}<pre id="seen"></pre><script>{READ}</script>'
    found = browser.open(outer, *(["--blink-settings=preferredColorScheme=0"] if dark else []))
    return json.loads(found.texts["seen"])


@pytest.mark.sampled(3, 3)
@pytest.mark.parametrize(
    "name", [name if name == "identity" else pytest.param(name, marks=pytest.mark.full) for name in THEOREMS]
)
def test_a_page_is_whole_at_every_width(browser: Browser, name: str) -> None:
    dark = list(THEOREMS).index(name) % 2 == 1
    wide, narrow = seen(browser, name, dark)
    assert (wide["width"], narrow["width"]) == (1200, 390)
    lines = len(steps_of(made(name)))
    for frame in (wide, narrow):
        assert frame["state"] == "proved"
        assert (frame["sideways"], frame["cut"]) == (0, [])
        assert (frame["afterwards"]["sideways"], frame["afterwards"]["cut"]) == (0, [])
        assert (frame["broken"], frame["twice"], frame["without"], frame["unplaced"]) == ([], [], 0, [])
        assert frame["links"] >= 3
        assert frame["isDark"] is dark
        assert frame["contrast"] >= 7
        assert frame["lines"] == len(frame["opened"]) == lines
        assert frame["checked"] >= lines
        assert frame["selected"].count("$") >= 2


@pytest.mark.full
def test_copying_gives_the_tex_that_the_paper_has(browser: Browser) -> None:
    (wide, _), theorem = seen(browser, "catalogue", dark=False), made("catalogue")
    assert re.sub(r"\s", "", wide["copied"]) == re.sub(r"\s", "", plain(theorem.paper.definitions[0]))


@pytest.mark.full
def test_an_opened_line_says_its_theorem_and_its_step(browser: Browser) -> None:
    (wide, _), theorem = seen(browser, "catalogue", dark=False), made("catalogue")
    found = steps_of(theorem)
    assert len(found) > len(theorem.propositions[0].lines) == len(theorem.proof.lines)
    for step, text in zip(found, wide["opened"], strict=True):
        assert step.behind is not None
        assert step.behind.is_it
        assert f"This page has derived step {step.behind.steps[0]} by " in text
        assert "It is a theorem of the kernel." in text
