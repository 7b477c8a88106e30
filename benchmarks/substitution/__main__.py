"""Run the campaign and write substitution.json and substitution.md."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.substitution import ROOT  # finds the tools of the tests
from benchmarks.substitution.campaign import KINDS, Tally, campaign

HERE = ROOT / "benchmarks"
CHUNK = 100
"""How many pairs are judged between two lines of progress."""

ROWS = (
    ("pairs tried", "tried"),
    ("as it is: refused by a digest", "digest"),
    ("as it is: accepted, the same network up to spelling", "identical"),
    ("digest recomputed: refused, other layers than the certificate's", "layers"),
    ("digest recomputed: refused by the comparison number by number", "numbers"),
    ("digest recomputed: accepted, the same function by evaluation too", "equal"),
    ("accepted, and another function", "false"),
    ("neither", "broken"),
)
"""The table: what is counted, and its name in the data."""


def main(words: Sequence[str] | None = None) -> int:
    """Judge and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.substitution",
        description="Change networks or their written rewritings in one place each, replay a certificate against the "
        "files, and evaluate what is accepted.",
    )
    parser.add_argument("--count", type=int, default=2000, help="how many pairs of each kind (default: 2000)")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes judge (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for substitution.json and substitution.md")
    arguments = parser.parse_args(words)
    began = time.monotonic()
    tallies = judged(arguments.count, arguments.jobs)
    data = {**counted(tallies), **circumstances(), "seconds": round(time.monotonic() - began)}
    for tally in tallies.values():
        for what in (*tally.false, *tally.broken):
            print(what, file=sys.stderr)
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "substitution.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / "substitution.md").write_text(page(data), encoding="utf-8")
    return 0 if all(tally.good for tally in tallies.values()) else 1


def judged(count: int, jobs: int) -> dict[str, Tally]:
    """So many pairs of each kind, in as many processes."""
    tallies = {kind: Tally() for kind in KINDS}
    work = [(kind, range(n, min(n + CHUNK, count))) for kind in KINDS for n in range(0, count, CHUNK)]
    for (kind, cases), tally in zip(work, _done(work, jobs), strict=True):
        tallies[kind].add(tally)
        print(f"{kind}: {cases.stop} of {count}, {_numbers(tallies[kind])}", flush=True)
    return tallies


def _done(work: Sequence[tuple[str, range]], jobs: int) -> Iterator[Tally]:
    if jobs == 1:
        yield from (campaign(*part) for part in work)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(campaign, *zip(*work, strict=True))


def _numbers(tally: Tally) -> dict[str, int]:
    """The counts by the names in ``ROWS``."""
    lists = {name: len(getattr(tally, name)) for name in ("identical", "equal", "false", "broken")}
    return {name: lists[name] if name in lists else tally.counts[name] for _, name in ROWS}


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
Each pair is replayed from its files, `symstride.replay(certificate, original, rewritten)`, twice: with the
certificate as it is, and, once that is refused, with the digest of the edited file put into it.
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
