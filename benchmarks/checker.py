"""The second checker: how long a page needs to replay its certificate, in Chromium and in real time.

The page measures itself from the first row to the verdict, pauses between slices included; the yardstick is the first
checker in this process, which replays the same certificate without a page around it.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import symstride
from benchmarks.clock import in_turn, rounds
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing
from symstride.proof.kernel.replay import replay
from symstride.render.checker.embed import checker_fragment

ROUNDS = 3
PROMISE = 2.0
WAIT = 60
"""Seconds for Chromium to start and answer."""
MARK = "replayed in milliseconds:"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--enable-logging=stderr",
)  # fmt: skip
REPORT = """
const root = document.getElementById("checker");
const look = () => {
  if (root.dataset.verdict === "proved") console.log("%s" + root.dataset.milliseconds + ";");
  else setTimeout(look, 20);
};
look();
"""


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """The phase lemma in two dimensions with everything symbolic."""
    what = "a page replays the 2-D phase lemma, Chromium"
    chromium = shutil.which("chromium")
    if chromium is None:
        yield from missing(what, "chromium")
        return
    text = symstride.prove_general("phase-lemma", 2).certificate()
    page = median(_replayed_in_a_page(chromium, text) for _ in range(rounds(ROUNDS, quick)))
    (python,) = in_turn(lambda: replay(text), rounds=9)
    yield Figure(what, page, "replay in Python", python, PROMISE, "s")


def _replayed_in_a_page(chromium: str, certificate: str) -> float:
    """Seconds, as the page has measured them."""
    script = f"<script>{REPORT % MARK}</script>"
    page = f'<!DOCTYPE html><meta charset="utf-8"><title>proof</title>{checker_fragment(certificate)}{script}'
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        log = Path(folder) / "log"
        command = ["timeout", str(WAIT), chromium, *FLAGS, f"--user-data-dir={folder}/profile", path.as_uri()]
        with log.open("w") as stderr:
            browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)
        try:
            return _reported(log, browser)
        finally:
            browser.terminate()
            browser.wait()


def _reported(log: Path, browser: subprocess.Popen[bytes]) -> float:
    """What the page writes to the console, which Chromium copies to its log."""
    while True:
        text = log.read_text(errors="replace")
        if MARK in text and ";" in text.split(MARK)[1]:
            return float(text.split(MARK)[1].split(";")[0]) / 1000
        try:
            browser.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise RuntimeError(f"Chromium has ended without a verdict: {text[-500:]}")
