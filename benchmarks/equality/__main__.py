"""Run one campaign and write ``equality_<name>.json`` and ``equality_<name>.md``."""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.equality import ROOT, changes, exactness, optimisers, times  # finds the tools of the tests
from symstride.version import __version__

HERE = ROOT / "benchmarks"
COUNTS = {
    "exactness": 20_000,
    "changes": 500,
    "zoo": 32,
    "optimisers": 400,
    "zoo_optimisers": 8,
    "whole_zoo_optimisers": 1,
    "times": 100,
}
"""Campaign -> pairs, random networks, places per axis, generated models, what channels are divided by (twice), or small
models, when nothing else is said."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.equality",
        description="How symstride.equal does: against normal forms (exactness), on changed lowerings of "
        "random networks (changes) and of architectures of the zoo (zoo), and on what other people's tools write for "
        "generated models (optimisers), the zoo made thin (zoo_optimisers) and the zoo (whole_zoo_optimisers); and how "
        "long it takes (times).",
    )
    parser.add_argument("name", choices=list(COUNTS), help="the campaign")
    parser.add_argument("--count", type=int, help=f"how many: {COUNTS}, when left out")
    parser.add_argument("--seed", type=int, default=1, help="everything depends on this (default: 1)")
    parser.add_argument("--python", help="a Python that has the optimisers; this one, when left out")
    parser.add_argument("--zoo", nargs="*", default=[], metavar="MODEL", help="models of the zoo to run too")
    parser.add_argument(
        "--add", action="store_true", help="to what tools did with other models of the zoo, written before"
    )
    parser.add_argument("--other", default="", help="a program to time too, with {left} and {right} for two files")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for the two files")
    arguments = parser.parse_args(words)
    stem = arguments.output / f"equality_{arguments.name}"
    before = json.loads(stem.with_suffix(".json").read_text(encoding="utf-8")) if arguments.add else None
    data, text, good = measured(arguments, before)
    words_of = f"python -m benchmarks.equality {arguments.name} --count {data['count']} --seed {data['seed']}"
    zoo = f" --zoo {' '.join(arguments.zoo)}" if arguments.zoo else ""
    versions = ", ".join(f"{name} {number}" for name, number in data.get("versions", {}).items())
    about = f"symstride {__version__}, Python {platform.python_version()}{', ' if versions else ''}{versions}"
    page = f"{text}\n{about}; {data['seconds']:,.0f} s.\n\nWritten by `{words_of}{zoo}`.\n"
    arguments.output.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    stem.with_suffix(".md").write_text(page, encoding="utf-8")
    return 0 if good else 1


def measured(arguments: argparse.Namespace, before: dict[str, Any] | None) -> tuple[dict[str, Any], str, bool]:
    """The data of the campaign, its page, and whether nothing happened that must not."""
    if before is not None and not (arguments.name.endswith("zoo_optimisers") and arguments.zoo):
        raise SystemExit("--add goes with models of the zoo that tools are run on: name them with --zoo")
    count = COUNTS[arguments.name] if arguments.count is None else arguments.count
    if arguments.name == "exactness":
        data = exactness.measured(count, arguments.seed)
        return data, exactness.page(data), exactness.kept(data)
    if arguments.name == "changes":
        data = changes.measured(count, arguments.seed)
        return data, changes.page(data), changes.kept(data)
    if arguments.name == "zoo":
        data = changes.measured_zoo(arguments.zoo, count, arguments.seed)
        return data, changes.page(data), changes.kept(data)
    if arguments.name == "times":
        data = times.measured(count, arguments.seed, arguments.zoo, arguments.other)
        arguments.zoo = list(data["zoo"])  # those that there was time for
        return data, times.page(data), True
    if arguments.name == "optimisers":
        kind, models = "generated models", optimisers.generated_models(count, arguments.seed)
    else:
        kind = "architectures of the zoo" if count > 1 else "models of the zoo, at their size"
        models = optimisers.zoo_models(arguments.zoo, arguments.seed, count)
    data = optimisers.measured(kind, models, count, arguments.seed, arguments.python, before)
    arguments.zoo = data["models"] if arguments.zoo else []
    return data, optimisers.page(data), optimisers.kept(data)


if __name__ == "__main__":
    raise SystemExit(main())
