"""Run the campaign and write substitution.json and substitution.md."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.substitution import ROOT  # finds the tools of the tests
from benchmarks.substitution.campaign import KINDS, Tally, campaign

HERE = ROOT / "benchmarks"
TOLD_EVERY = 100
ROWS = (
    ("pairs tried", "tried"),
    ("refused", "refused"),
    ("the same network, with the same digests", "identical"),
    ("accepted: the change changes no function, and the evaluation agrees", "equal"),
    ("accepted, and another function", "false"),
    ("neither", "broken"),
)
"""The table: what is counted, and its name in the data."""


def main(words: Sequence[str] | None = None) -> int:
    """Judge and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.substitution",
        description="Change networks or their written rewritings in one place each, compare them from the files alone, "
        "and evaluate what is accepted.",
    )
    parser.add_argument("--count", type=int, default=2000, help="how many changes of each kind (default: 2000)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for substitution.json and substitution.md")
    arguments = parser.parse_args(words)
    began = time.monotonic()
    tallies = {kind: campaign(kind, range(arguments.count), _told(kind, arguments.count)) for kind in KINDS}
    data = {**counted(tallies), **circumstances(), "seconds": round(time.monotonic() - began)}
    for tally in tallies.values():
        for what in (*tally.false, *tally.broken):
            print(what, file=sys.stderr)
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "substitution.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / "substitution.md").write_text(page(data), encoding="utf-8")
    return 0 if all(tally.good for tally in tallies.values()) else 1


def _told(kind: str, count: int) -> Any:
    def told(number: int, tally: Tally) -> None:
        if (number + 1) % TOLD_EVERY == 0 or number + 1 == count:
            print(f"{kind}: {number + 1} of {count}, {_numbers(tally)}", flush=True)

    return told


def _numbers(tally: Tally) -> dict[str, int]:
    lists = {name: len(getattr(tally, name)) for name in ("identical", "equal", "false", "broken")}
    return {"tried": tally.counts["tried"], "refused": tally.counts["refused"], **lists}


def counted(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """The counts by kind and by the names in ``ROWS``, and every change that was not refused."""
    numbers = {kind: _numbers(tally) for kind, tally in tallies.items()}
    listed = {
        name: [how for tally in tallies.values() for how in getattr(tally, name)] for name in ("identical", "equal")
    }
    return {"kinds": numbers, **listed}


def circumstances() -> dict[str, Any]:
    """The versions that the figures belong to."""
    import symstride

    return {"versions": {"symstride": symstride.__version__, "Python": platform.python_version()}}


def page(data: Mapping[str, Any]) -> str:
    """``substitution.md``: the table, and under it what was accepted."""
    kinds = list(data["kinds"])
    head = "| networks and models changed in one place | " + " | ".join(kinds) + " |\n|---|" + "---:|" * len(kinds)
    rows = "".join(
        f"| {what} | " + " | ".join(f"{data['kinds'][kind][name]:,}" for kind in kinds) + " |\n" for what, name in ROWS
    )
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    count = data["kinds"][kinds[0]]["tried"]
    shown = {name: "".join(f"- {how}\n" for how in data[name][:_SHOWN]) or "none\n" for name in ("identical", "equal")}
    return f"""\
{head}
{rows}
Each pair is compared number by number, without its digests; a digest refuses all but the third row by itself.
{versions}; {data["seconds"]:,} s.

Written by `python -m benchmarks.substitution --count {count}`; `substitution.json` has every change accepted.

Some that leave the same network (another spelling in the file, a node that no output depends on):

{shown["identical"]}
Some that change no function (a dead channel, padding that nobody reads, summands in another order):

{shown["equal"]}"""


_SHOWN = 12
"""How many changes the page lists."""


if __name__ == "__main__":
    sys.exit(main())
