"""Run the campaign and write sizes.json and sizes.md, or sizes_deep.json and sizes_deep.md."""

from __future__ import annotations

import argparse
import json
import platform
import random
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.sizes import ROOT  # finds the tools of the tests

HERE = ROOT / "benchmarks"
LAYERS = "6 to 20 layers, each decided segment by segment"
MOST = 1_000
"""Sizes along the axis that deep chains are run at, whatever their cutoff."""

STATUSES = ("equal", "different", "open", "no cutoff")


def main(words: Sequence[str] | None = None) -> int:
    """Compare and write; 1 when an answer was wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sizes",
        description="Ask of random pairs of networks where they are equal, of all sizes, and run both at every size up "
        "to three times the cutoff plus 40.",
    )
    parser.add_argument("--count", type=int, default=200, help="how many pairs (default: 200)")
    parser.add_argument("--seed", type=int, default=1, help="the n-th pair depends on this and n alone (default: 1)")
    parser.add_argument("--deep", action="store_true", help=f"chains of {LAYERS}")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for the two files")
    arguments = parser.parse_args(words)
    began = time.monotonic()
    data = counted((results_in_segments if arguments.deep else results)(arguments.count, arguments.seed))
    data |= {"seed": arguments.seed, "versions": versions(), "seconds": round(time.monotonic() - began)}
    data |= {"deep": arguments.deep}
    arguments.output.mkdir(parents=True, exist_ok=True)
    stem = "sizes_deep" if arguments.deep else "sizes"
    (arguments.output / f"{stem}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / f"{stem}.md").write_text(page(data), encoding="utf-8")
    return 1 if data["wrong"] else 0


def results(count: int, seed: int) -> Iterable[Any]:
    """What became of each pair; wrong answers are printed as they come."""
    from size_cases import random_case

    return _results(count, seed, random_case, lambda last: 3 * last + 40)


def results_in_segments(count: int, seed: int) -> Iterable[Any]:
    """Of deep chains, with whole networks never decided at once."""
    from deep_cases import deep_case, segments_only

    with segments_only():
        yield from _results(count, seed, deep_case, lambda last: min(3 * last + 40, MOST))


def _results(
    count: int, seed: int, drawn: Callable[[random.Random], Any], beyond: Callable[[int], int]
) -> Iterable[Any]:
    from size_cases import by_force

    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        found = by_force(drawn(rng), rng, number, beyond)
        for wrong in found.wrong:
            print(f"pair {number}, {found.kind}: {wrong}", file=sys.stderr)
        yield found


def counted(found: Iterable[Any]) -> dict[str, Any]:
    """Pairs by kind and status, sizes that were run, and sizes with a wrong answer."""
    kinds: dict[str, dict[str, int]] = {}
    data: dict[str, Any] = {"kinds": kinds, "pairs": 0, "sizes": 0, "open": 0, "wrong": 0, "largest cutoff": 0}
    for one in found:
        row = kinds.setdefault(one.kind, dict.fromkeys(STATUSES, 0))
        row[one.status] += 1
        data["pairs"] += 1
        data["sizes"] += one.sizes
        data["open"] += one.open
        data["wrong"] += len(one.wrong)
        data["largest cutoff"] = max(data["largest cutoff"], one.last)
    data["kinds"] = dict(sorted(kinds.items()))
    return data


def versions() -> dict[str, str]:
    import symstride

    return {"symstride": symstride.__version__, "Python": platform.python_version()}


def page(data: Mapping[str, Any]) -> str:
    """``sizes.md`` or ``sizes_deep.md``: a row for each kind of pair, and under it how much was run."""
    rows = "".join(
        f"| {kind} | {' | '.join(str(row[status]) for status in STATUSES)} |\n" for kind, row in data["kinds"].items()
    )
    names = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    chains = f"Chains of {LAYERS}.\n" if data["deep"] else ""
    head = f"{chains}{data['pairs']} pairs, seed {data['seed']}"
    most = f" or {MOST:,}" if data["deep"] else ""
    command = f"python -m benchmarks.sizes --count {data['pairs']} --seed {data['seed']}"
    return f"""\
| pair | {" | ".join(STATUSES)} |
|---|{"---:|" * len(STATUSES)}
{rows}
{head}: each asked about once for all sizes, and run at every size up to three times
its cutoff plus 40{most}, which is {data["sizes"]:,} sizes; the largest cutoff is {data["largest cutoff"]}.
**{data["wrong"]} wrong.** At {data["open"]:,} sizes the answer was open, or running gave no value.
{names}; {data["seconds"]:,} s.

Written by `{command}{" --deep" if data["deep"] else ""}`.
"""


if __name__ == "__main__":
    sys.exit(main())
