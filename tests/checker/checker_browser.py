"""Chromium without a window: a page with the checker is opened, and what has become of it is read.

Chromium runs on virtual time here: it jumps over waiting, and stops when the page has had so many milliseconds.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from symstride.render.checker.embed import checker_fragment, policy_sources

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
BUDGET = 20_000
"""Milliseconds that a page may have; virtual ones cost next to nothing."""


def page_with(fragment: str, script: str = "", policy: bool = True) -> str:
    """A page of nothing but the checker.  Its policy forbids everything else, the network above all.

    ``script`` runs behind the checker, as a reader's hands; such a page has no policy.
    """
    sources = policy_sources()
    allowed = f"default-src 'none'; script-src {' '.join(sources.scripts)}; style-src {' '.join(sources.styles)}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">' if policy and not script else ""
    head = f'<head><meta charset="utf-8">{meta}<title>proof</title></head>'
    hands = f"<script>{script}</script>" if script else ""
    return f'<!DOCTYPE html>\n<html lang="en">{head}<body><main>{fragment}</main>{hands}</body></html>\n'


def checker_page(certificate: str, script: str = "") -> str:
    return page_with(checker_fragment(certificate), script)


@dataclass(frozen=True)
class Opened:
    """The page after its scripts have run: texts and attributes by id."""

    texts: dict[str, str]
    attributes: dict[str, dict[str, str | None]]

    @property
    def state(self) -> str | None:
        return self.attributes["checker"].get("data-verdict")

    @property
    def verdict(self) -> str:
        return self.texts["checker-verdict"]


READ_FRAME = """
document.getElementById("frame").addEventListener("load", (event) => {
  const page = event.target.contentDocument;
  document.getElementById("seen").textContent = page.body.innerText;
  document.getElementById("source").textContent = page.documentElement.outerHTML;
});
"""


@dataclass(frozen=True)
class Browser:
    """Chromium, with a folder for its profile and its pages."""

    chromium: str
    folder: Path

    def open(self, page: str, *flags: str) -> Opened:
        """The page after its scripts have run."""
        path = self.folder / "page.html"
        path.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={self.folder / 'profile'}"
        ask = (f"--virtual-time-budget={BUDGET}", "--dump-dom", path.as_uri())
        done = subprocess.run(
            [self.chromium, *FLAGS, *flags, profile, *ask], capture_output=True, timeout=100, check=True
        )
        return read_page(done.stdout.decode())

    def open_without_scripts(self, page: str) -> tuple[Opened, str]:
        """The page with scripts off, and the text that is visible then.

        It is opened in a frame that may not run scripts: with scripts off in the whole browser (the flag
        --blink-settings=scriptEnabled=false), a headless Chromium cannot answer at all.
        """
        frame = f'<iframe id="frame" sandbox="allow-same-origin" srcdoc="{escape(page)}"></iframe>'
        outside = f'{frame}<script>{READ_FRAME}</script><pre id="seen"></pre><pre id="source"></pre>'
        found = self.open(f"<!DOCTYPE html><meta charset=utf-8><title>frame</title>{outside}")
        return read_page(found.texts["source"]), found.texts["seen"]


def read_page(text: str) -> Opened:
    reader = _Reader()
    reader.feed(text)
    return Opened({name: "".join(parts) for name, parts in reader.texts.items()}, reader.attributes)


class _Reader(HTMLParser):
    VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.texts: dict[str, list[str]] = {}
        self.attributes: dict[str, dict[str, str | None]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        found = dict(attrs)
        name = found.get("id")
        self.open.append((tag, name))
        if name is not None:
            self.texts.setdefault(name, [])
            self.attributes[name] = found

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        for _, name in self.open:
            if name is not None:
                self.texts[name].append(data)
