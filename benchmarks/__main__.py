"""Run every benchmark, or the named ones, and write the table."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.record import Figure

HERE = Path(__file__).resolve().parent
NOT_KEPT = 3  # an exit code that no crash has
NOT_BENCHMARKS = frozenset({"__init__", "__main__", "record"})

_HEAD = """\
# Benchmarks

Written by `python -m benchmarks`. Every row compares two things that were measured in the same run, on one machine,
so that the ratio means something elsewhere too; the seconds are that machine's own.

| what | seconds | against | seconds | ratio | promise | kept |
|---|---|---|---|---|---|---|
"""


def main(words: Sequence[str] | None = None) -> int:
    """Measure and write; ``NOT_KEPT`` when a promise is not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure what the README promises.")
    parser.add_argument("names", nargs="*", help=f"some of: {', '.join(names())}; all of them when left out")
    parser.add_argument("--output", type=Path, default=HERE / "results.md", help="where the table goes")
    arguments = parser.parse_args(words)
    if unknown := set(arguments.names) - set(names()):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    measured = list(measure(arguments.names or names()))
    arguments.output.write_text(page(measured), encoding="utf-8")
    return 0 if all(figure.kept for figure in measured) else NOT_KEPT


def names() -> list[str]:
    """The benchmarks: every module of this folder that has ``figures()``."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHMARKS)


def measure(chosen: Iterable[str]) -> Iterator[Figure]:
    """The figures of the chosen modules, each printed as it comes."""
    for name in chosen:
        print(f"# {name}", flush=True)
        for figure in importlib.import_module(f"benchmarks.{name}").figures():
            print(row(figure), flush=True)
            yield figure


def page(measured: Iterable[Figure]) -> str:
    """``results.md``."""
    return _HEAD + "".join(row(figure) + "\n" for figure in measured) + f"\n{machine()}\n"


def row(figure: Figure) -> str:
    """One line of the table."""
    promise = {
        "s": f"at most {figure.target:g} s",
        "x": f"at most {figure.target:g} times",
        "faster": f"at least {figure.target:,.0f} times faster",
    }[figure.unit]
    cells = (
        figure.what,
        f"{figure.seconds:.3g}",
        figure.yardstick,
        f"{figure.yardstick_seconds:.3g}",
        f"{figure.ratio:.3g}",
        promise,
        "yes" if figure.kept else "**no**",
    )
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """What the figures were measured with."""
    import numpy
    import sympy

    versions = f"Python {platform.python_version()}, SymPy {sympy.__version__}, NumPy {numpy.__version__}"
    return f"Measured with {versions}, on {platform.system()} ({platform.machine()})."


if __name__ == "__main__":
    sys.exit(main())
