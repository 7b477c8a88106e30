"""Measure everything, or the named benchmarks, and write the tables and the plots."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growth import draw, measure, summary
from benchmarks.record import Figure, Result
from benchmarks.table import cells, line, page
from benchmarks.tools import missing

HERE = Path(__file__).resolve().parent
NOT_KEPT = 3  # an exit code that no crash has
NOT_BENCHMARKS = frozenset({"__init__", "__main__", "clock", "matrices", "record", "table", "tools"})
GROWTH = "growth"
"""The sweeps and their plots, beside the modules with figures."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the tables with their data go, and where the plots go."""

    tables: Path
    plots: Path


OURS = Places(HERE, HERE.parent / "docs" / "images")
"""The repository's own, which docs/benchmarks.md shows."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write; ``NOT_KEPT`` when a promise is not kept."""
    arguments = _parser().parse_args(words)
    chosen = arguments.names or [*names(), GROWTH]
    if unknown := set(chosen) - {*names(), GROWTH}:
        _parser().error(f"no such benchmark: {', '.join(sorted(unknown))}")
    places = OURS if arguments.output is None else Places(arguments.output, arguments.output)
    if arguments.draw:
        redraw(places, OURS.tables / "growth.json")
        return 0
    partial = arguments.output is None and (arguments.quick or bool(arguments.names))
    return run(chosen, arguments.quick, None if partial else places)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure what the README promises and what the docs compare.  All of it without an option or a "
        "name writes the tables and plots of the docs; a part of it, or a quick run, is printed and written only "
        "where --output says.",
    )
    parser.add_argument("names", nargs="*", help=f"some of: {', '.join([*names(), GROWTH])}; all when left out")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and fewer points: does it run at all?")
    parser.add_argument("--draw", action="store_true", help="measure nothing: draw the plots from growth.json again")
    parser.add_argument("--output", type=Path, help="a folder for tables, data and plots instead of the docs' own")
    return parser


def run(chosen: Sequence[str], quick: bool, places: Places | None) -> int:
    """Measure the chosen benchmarks; without ``places`` nothing is written."""
    results = list(measured([name for name in chosen if name != GROWTH], quick))
    grown = measure.measured(quick) if GROWTH in chosen else None
    results += missing("the plots of growth, which are not drawn", "matplotlib") if grown else []
    if places is not None:
        places.tables.mkdir(parents=True, exist_ok=True)
        if results:
            (places.tables / "results.md").write_text(page(results), encoding="utf-8")
        if grown is not None:
            source = places.tables / "growth.json"
            source.write_text(measure.text_of(grown), encoding="utf-8")
            redraw(places, source)
    return 0 if all(result.kept for result in results if isinstance(result, Figure)) else NOT_KEPT


def names() -> list[str]:
    """The benchmarks: every module of this folder that has ``figures()``."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHMARKS)


def measured(chosen: Iterable[str], quick: bool) -> Iterator[Result]:
    """The results of the chosen modules, each printed as it comes."""
    for name in chosen:
        print(f"# {name}", flush=True)
        for result in importlib.import_module(f"benchmarks.{name}").figures(quick):
            print(line(cells(result)), flush=True)
            yield result


def redraw(places: Places, source: Path) -> None:
    """The summary and the plots from measured data; the plots only where matplotlib is installed."""
    text = source.read_text(encoding="utf-8")
    data = json.loads(text)
    places.tables.mkdir(parents=True, exist_ok=True)
    (places.tables / "growth.md").write_text(summary.page(data), encoding="utf-8")
    if absent := missing("the plots of growth", "matplotlib"):
        print(line(cells(absent[0])), file=sys.stderr)
        return
    for name, drawing in draw.drawings(data, text):
        (places.plots / name).write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
