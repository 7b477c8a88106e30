"""``results.md``: the promises, the comparisons, the certificates, and what could not be measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.record import TOPICS, Certificate, Figure, Missing, Result

HEAD = """\
# Figures

Written by `python -m benchmarks`. Every row compares two things that were measured in the same run, on one machine,
so that the ratio means something elsewhere too; the times are that machine's own.
"""

PROMISE_HEAD = ("what", "measured", "against", "measured", "ratio", "promise", "kept")
COMPARISON_HEAD = ("what", "time", "against", "time", "ratio")
CERTIFICATE_HEAD = ("theorem", "rules applied", "bytes", "derived", "replayed", "ratio")
MISSING_HEAD = ("what", "why", "how to get it")

PROMISES = {
    "s": lambda target: f"at most {target:g} s",
    "x": lambda target: f"at most {target:g} times",
    "faster": lambda target: f"at least {target:,.0f} times faster",
}
"""What a target means, by its unit."""

NOTHING = "Nothing.\n"

SPACE, HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


def page(results: Iterable[Result]) -> str:
    """The whole file.  Its headings are always there, because docs/benchmarks.md includes what stands between them."""
    found = list(results)
    figures = [result for result in found if isinstance(result, Figure)]
    promised = [figure for figure in figures if figure.target is not None]
    certificates = [result for result in found if isinstance(result, Certificate)]
    absent = [result for result in found if isinstance(result, Missing)]
    sections = (
        ("Promises", PROMISE_HEAD, promised),
        *((topic, COMPARISON_HEAD, [figure for figure in figures if figure.topic == topic]) for topic in TOPICS),
        ("Certificates", CERTIFICATE_HEAD, certificates),
        ("Not measured", MISSING_HEAD, absent),
    )
    tables = [f"## {title}\n\n{section(head, rows) if rows else NOTHING}" for title, head, rows in sections]
    return "\n".join([HEAD, *tables, f"## Machine\n\n{machine()}\n"])


def section(head: Sequence[str], rows: Iterable[Result]) -> str:
    """The table of some results.  What is promised of a figure stands under the promises alone."""
    return table(head, (cells(row)[: len(head)] for row in rows))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "".join(f"{line(words)}\n" for words in (head, ["---"] * len(head), *rows))


def line(words: Iterable[str]) -> str:
    """One line of a Markdown table; ``k = 3`` and ``2-D`` are not broken on a narrow page."""
    return f"| {' | '.join(words)} |".replace(" = ", f"{SPACE}={SPACE}").replace("-D", f"{HYPHEN}D")


def cells(result: Result) -> tuple[str, ...]:
    """The cells of one row."""
    if isinstance(result, Missing):
        return result.what, f"not measured: no {result.tool}", f"`{result.how}`"
    if isinstance(result, Certificate):
        times = duration(result.derived), duration(result.replayed), ratio(result.replayed / result.derived)
        return result.what, f"{result.steps:,}", f"{result.size:,}", *times
    amount = memory if result.measure == "bytes" else duration
    times = amount(result.seconds), result.yardstick, amount(result.yardstick_seconds), ratio(result.ratio)
    if result.target is None:
        return result.what, *times
    return result.what, *times, PROMISES[result.unit](result.target), "yes" if result.kept else "**no**"


def duration(seconds: float) -> str:
    """Three digits and a unit, which stay together: ``1.59 ms``."""
    size, unit = next((pair for pair in UNITS if seconds >= pair[0]), UNITS[-1])
    return f"{digits(seconds / size)}{SPACE}{unit}"


def memory(size: float) -> str:
    """Bytes in three digits and a unit: ``500 MB``."""
    return f"{digits(size / 1e6)}{SPACE}MB"


def ratio(value: float) -> str:
    """Three digits, below a tenth as a fraction: ``1/862`` says more than ``0.00116``."""
    return digits(value) if value >= 0.1 else f"1/{digits(1 / value)}"


def digits(value: float) -> str:
    """Three digits, without an exponent."""
    return f"{value:,.0f}" if value >= 99.95 else f"{value:.3g}"


def machine() -> str:
    """What the figures were measured with."""
    import numpy
    import sympy

    versions = f"Python {platform.python_version()}, SymPy {sympy.__version__}, NumPy {numpy.__version__}"
    cores = f"{os.cpu_count()} cores of {processor()}"
    return f"Measured with {versions}, on {platform.system()} ({platform.machine()}), {cores}."


def processor(listing: Path = Path("/proc/cpuinfo")) -> str:
    """The processor's own name, where the system tells it."""
    lines = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    named = [text.partition(":")[2].strip() for text in lines if text.startswith("model name")]
    return named[0] if named else platform.processor() or "an unnamed processor"
