"""Run the campaign and write mutants.json and mutants.md."""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.mutants import ROOT  # finds the tools of the tests
from benchmarks.mutants.campaign import Tally, campaign

HERE = ROOT / "benchmarks"
HOW_TO_GET_NODE = "node is not installed; to get it: apt-get install nodejs"
TOLD_EVERY = 1000
ROWS = (
    ("changes tried", "tried"),
    ("refused by both checkers", "refused"),
    ("accepted by both, and still the statements of the original", "same"),
    ("accepted by both, another statement, true wherever it was evaluated", "true"),
    ("accepted by both, another statement, no numbers found that satisfy its hypotheses", "not evaluated"),
    ("accepted, and false", "false"),
    ("judged differently by the two checkers", "disagreements"),
    ("crashes of a checker", "crashes"),
)
"""The table: what is counted, and its name in the data."""


def main(words: Sequence[str] | None = None) -> int:
    """Judge and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants",
        description="Change genuine certificates in one place each, have both checkers judge them, and evaluate what "
        "they accept on numbers.",
    )
    parser.add_argument("--count", type=int, default=100_000, help="how many changes (default: 100000)")
    parser.add_argument("--seed", type=int, default=1, help="the n-th change depends on this and n alone (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for mutants.json and mutants.md")
    arguments = parser.parse_args(words)
    node = shutil.which("node")
    if node is None:
        parser.error(HOW_TO_GET_NODE)
    data, good = measured(arguments.count, arguments.seed, node)
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "mutants.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / "mutants.md").write_text(page(data), encoding="utf-8")
    return 0 if good else 1


def certificates() -> dict[str, str]:
    """Whole proofs: the book.  Short ones, of which more changes are accepted: each lemma and each claim by itself."""
    from mutation import certificates as alone
    from soundness import lemmas, theorems

    book = {path.parent.name: path.read_text(encoding="utf-8") for path in ROOT.glob("proofs/*/certificate.json")}
    return {**{f"book: {name}": text for name, text in book.items()}, **alone({**lemmas(), **theorems()})}


def measured(count: int, seed: int, node: str) -> tuple[dict[str, Any], bool]:
    """The data of the run, and whether nothing happened that must not."""
    from checker_tools import SecondChecker

    texts = certificates()
    began = time.monotonic()

    def told(n: int, tally: Tally) -> None:
        if n % TOLD_EVERY == 0 or n == count:
            print(f"{n} of {count} in {time.monotonic() - began:.0f} s: {dict(tally.counts)}, ", end="")
            print(f"{len(tally.false)} false, {len(tally.disagreements)} disagreements", flush=True)

    with SecondChecker(node) as second:
        tally = campaign(texts, count, seed, second, told)
    for what in (*tally.false, *tally.disagreements, *tally.crashes):
        print(what, file=sys.stderr)
    seconds = round(time.monotonic() - began)
    return {**counted(tally), **circumstances(len(texts), seed, node), "seconds": seconds}, tally.good


def counted(tally: Tally) -> dict[str, Any]:
    """The counts by the names in ``ROWS``, and how the refusals and the evaluations are made up."""
    verdicts = {name: tally.counts[name] for name in ("tried", "same", "true", "not evaluated")}
    wrong = {name: len(getattr(tally, name)) for name in ("false", "disagreements", "crashes")}
    refused = dict(sorted(tally.refused.items()))
    new = {name: tally.counts[name] for name in ("statements", "evaluations")}
    return {**verdicts, "refused": sum(refused.values()), **wrong, "refused at": refused, **new}


def circumstances(certificates: int, seed: int, node: str) -> dict[str, Any]:
    import symstride

    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    versions = {"symstride": symstride.__version__, "Python": platform.python_version(), "Node": version.lstrip("v")}
    return {"certificates": certificates, "seed": seed, "versions": versions}


def page(data: Mapping[str, Any]) -> str:
    """``mutants.md``: the table, and under it what was changed, by what and for how long."""
    rows = "".join(f"| {what} | {data[name]:,} |\n" for what, name in ROWS)
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    places = ", ".join(f"{count:,} at {where}" for where, count in data["refused at"].items())
    return f"""\
| single-site changes of genuine certificates | |
|---|---:|
{rows}
{data["certificates"]} certificates, each changed in one place at a time, seed {data["seed"]}.
Refused: {places}; that is where the first row fails, and `file` is what is wrong with the whole.
The {data["statements"]:,} new statements were evaluated {data["evaluations"]:,} times, in six semirings.
{versions}; {data["seconds"]:,} s.

Written by `python -m benchmarks.mutants --count {data["tried"]} --seed {data["seed"]}`.
"""


if __name__ == "__main__":
    sys.exit(main())
