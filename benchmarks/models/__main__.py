"""Read, rewrite and prove models that others wrote; write models.json and models.md:  ``python -m benchmarks.models``

Needs the packages of ``packages.txt``.  Each model has a process of its own, with limits of time and memory, and its
row is written at once: a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.models.collection import FAMILIES, Entry, entries
from benchmarks.models.one import plain
from benchmarks.table import table

HERE = Path(__file__).resolve().parent.parent
SECONDS, GIGABYTES = 600, 12
DISTRIBUTIONS = {"segmentation_models_pytorch": "segmentation-models-pytorch", "silero_vad": "silero-vad"}


def main(words: Sequence[str] | None = None) -> int:
    """Try the models that have no row yet, and write the table; 1 while one of them was not tried."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.models", description=__doc__)
    parser.add_argument("only", nargs="*", help="packages or names of models; all if left out")
    parser.add_argument("--again", action="store_true", help="try those too that have a row")
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"for one model (default: {SECONDS})")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for models.json and models.md")
    arguments = parser.parse_args(words)
    path = arguments.output / "models.json"
    rows: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["models"] if path.exists() else {}
    for entry in entries():
        if arguments.only and not {entry.package, entry.name} & set(arguments.only):
            continue
        if entry.title in rows and not arguments.again:
            continue
        rows[entry.title] = tried(entry, arguments.seconds)
        print(entry.title, json.dumps(rows[entry.title]), flush=True)
        write(rows, arguments.output)
    write(rows, arguments.output)
    return 0 if all(entry.title in rows for entry in entries()) else 1


def write(rows: Mapping[str, Any], folder: Path) -> None:
    """Both files, the models in the order of the collection."""
    ordered = {entry.title: rows[entry.title] for entry in entries() if entry.title in rows}
    data = {"models": ordered, "versions": versions(), "machine": f"{platform.system()} ({platform.machine()})"}
    for name, text in (("models.json", json.dumps(data, indent=1) + "\n"), ("models.md", page(data))):
        beside = folder / f".{name}"
        beside.write_text(text, encoding="utf-8")
        beside.replace(folder / name)


def tried(entry: Entry, seconds: int) -> dict[str, Any]:
    """The row of one model and the day of it; where its process did not come to an end, why."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (GIGABYTES * 2**30,) * 2)

    today = {"date": datetime.now(UTC).date().isoformat()}
    known = {"package": entry.package, "name": entry.name, "family": entry.family, **today}
    command = [sys.executable, "-m", "benchmarks.models.one", entry.package, entry.name]
    environment = {**os.environ, "KERAS_BACKEND": "torch", "TF_CPP_MIN_LOG_LEVEL": "3"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=seconds, env=environment,
            cwd=HERE.parent, preexec_fn=limited,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {**known, "refused": f"it took more than {seconds} seconds"}
    last = done.stdout.strip().splitlines()[-1:] or [""]
    try:
        found: dict[str, Any] = json.loads(last[0])
    except json.JSONDecodeError:
        said = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        return {**known, "refused": f"its process ended with {done.returncode}: {plain(said)}"[:300]}
    return {**found, **today}


@cache
def versions() -> dict[str, str]:
    """Of Python, symstride and every package."""
    import symstride

    found = {"Python": platform.python_version(), "symstride": symstride.__version__}
    names = ("torch", "onnxruntime", "onnx", "onnxscript", *dict.fromkeys(entry.package for entry in entries()))
    for name in names:
        try:
            found[name] = version(DISTRIBUTIONS.get(name, name))
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


# ------------------------------------------------------------------------------------------------ the page

CHANGED = 1e-4
OPTIMISED = (
    "Files are run node by node. With the optimisations of ONNX Runtime switched on, some give other numbers than "
    "without, as they were exported, before anything was rewritten, in units of the largest number: "
)

DECLARED = (
    "Proved for sizes that are declared and follow from nothing else, since a model works them out from the numbers of "
    "its input: "
)

HEAD = ("model", "door", "nodes", "strided", "kept", "proved", "difference", "of rounding", "seconds")


def whole(row: Mapping[str, Any]) -> bool:
    """Whether a model went through with no stride left, and all of it proved."""
    return "difference" in row and not row["left"]


def page(data: Mapping[str, Any]) -> str:
    """``models.md``: the count, a table for each family, and what did not go through, by name."""
    rows = list(data["models"].values())
    ran = [row for row in rows if "not run" not in row]
    through = [row for row in ran if whole(row)]
    packages = len({row["package"] for row in rows})
    listed = len(list(entries()))
    share = f"{len(rows)} models" if len(rows) == listed else f"So far {len(rows)} of the {listed} models on the list,"
    count = (
        f"{share} from {packages} packages. {len(rows) - len(ran)} of them do not run here. Of the other "
        f"{len(ran)}, {len(through)} go through with no stride left and every rewriting proved"
        f"{f' ({len(through) / len(ran):.1%})' if ran else ''}.\n"
    )
    parts = [count]
    for family in FAMILIES:
        those = [row for row in rows if row["family"] == family and "difference" in row]
        if those:
            parts.append(f"## {family[0].upper()}{family[1:]}\n\n{table(HEAD, map(cells, those))}")
    missing = [(title(row), reason(row)) for row in rows if not whole(row)]
    if missing:
        parts.append(f"## Not, or not whole\n\n{table(('model', 'why'), missing)}")
    changed = [row for row in rows if row.get("optimised", 0) > CHANGED and row["optimised"] > 30 * row["difference"]]
    if changed:
        listed = ", ".join(f"{title(row)} ({row['optimised']:.1e})" for row in changed)
        parts.append(f"{OPTIMISED}{listed}.\n")
    declared = [row for row in rows if row.get("declared")]
    if declared:
        listed = ", ".join(f"{title(row)} ({row['declared']} layers)" for row in declared)
        parts.append(f"{DECLARED}{listed}.\n")
    said = ", ".join(f"{name} {number}" for name, number in data["versions"].items())
    parts.append(f"Measured with {said}, on {data['machine']}{days(rows)}.\n")
    return "\n".join(parts)


def days(rows: Sequence[Mapping[str, Any]]) -> str:
    """How many rows are of which day: a part of the table may be measured again, and tells of newer code then."""
    counts = Counter(row.get("date", "") for row in rows)
    dated = [f"{counts[day]} rows on {day}" for day in sorted(filter(None, counts), reverse=True)]
    earlier = [f"{counts['']} earlier"] if dated and counts[""] else []
    return f"; {', '.join([*dated, *earlier])}" if dated else ""


def title(row: Mapping[str, Any]) -> str:
    return f"{row['package']} `{row['name']}`"


def cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    numbers = (row["nodes"], row["strided"], row["kept"], row["proved"])
    return (
        title(row), row["door"], *(f"{n:,}" for n in numbers), f"{row['difference']:.1e}",
        f"{row['sensitivity']:.1e}", f"{row['seconds']:.1f}",
    )  # fmt: skip


def reason(row: Mapping[str, Any]) -> str:
    """Why a model is not through, in one cell."""
    if "not run" in row:
        said = f"does not run here: {row['not run']}"
    elif "refused" in row:
        said = row["refused"]
    else:
        said = f"{len(row['left'])} strided nodes left: {row['left'][0]}"
    return said.replace("|", "/")


if __name__ == "__main__":
    sys.exit(main())
