"""Go on with the comparisons for some minutes, and write kernels.json and kernels.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.kernels import ROOT  # finds the tools of the tests

HERE = ROOT / "benchmarks"
SEED = 1
HOW_TO_GET = {"ocamlopt": "apt-get install ocaml-nox", "coqc": "apt-get install coq", "coqchk": "apt-get install coq"}
GOALS = {"mutants": 20_000, "theorems": 200_000, "normal forms": 1_000_000, "sabotage": None}
"""How many cases there are to judge of each kind; of sabotage all."""
PIECES = {"mutants": 100, "theorems": 500, "normal forms": 5_000, "sabotage": 1}
"""How many of them make a piece, after which the figures are kept."""
WORDS = {
    "mutants": ("certificates changed in one place", ("accepted by both", "refused by both", "for form")),
    "theorems": ("theorems that random rule applications derive", ("theorems",)),
    "normal forms": ("pairs of terms, for one normal form", ("equal", "different")),
    "sabotage": ("weakened rules and operations in Rocq", ("without a proof",)),
}
"""What a kind is in the table, and how its verdicts are called in the data."""

Piece = Callable[[int, int], tuple[Counter[str], list[str]]]
"""Of a number and a count of cases: what was judged and how, and what must not happen."""


def main(words: Sequence[str] | None = None) -> int:
    """Judge and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kernels",
        description="Have the checker that is extracted from Rocq judge what the kernel in Python proves, and weaken "
        "the kernel in Rocq. Goes on where it was left, piece by piece.",
    )
    parser.add_argument("kinds", nargs="*", help=f"some of: {', '.join(GOALS)}; all of them when left out")
    parser.add_argument("--minutes", type=float, default=5.0, help="stop after so many (default: 5)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for kernels.json and kernels.md")
    arguments = parser.parse_args(words)
    kinds = arguments.kinds or list(GOALS)
    if unknown := set(kinds) - set(GOALS):
        parser.error(f"no such comparison: {', '.join(sorted(unknown))}")
    if missing := [name for name in HOW_TO_GET if shutil.which(name) is None]:
        parser.error(f"{missing[0]} is not installed; to get it: {HOW_TO_GET[missing[0]]}")
    kept = arguments.output / "kernels.json"
    data: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {"versions": versions(), "kinds": {}}
    if data["versions"] != versions():
        parser.error(
            f"{kept} has figures of {data['versions']}, and this is {versions()}: remove it, or another --output"
        )
    deadline = time.monotonic() + 60 * arguments.minutes
    for kind in kinds:
        with judges(kind) as (judge, count):
            goal = GOALS[kind] or count
            while (row := row_of(data, kind, goal))["judged"] < goal and time.monotonic() < deadline:
                continued(row, kind, judge, goal)
                keep(arguments.output, data)
        print(f"{kind}: {row['judged']:,} of {goal:,}, {len(row['wrong'])} wrong", flush=True)
    return 1 if any(row["wrong"] for row in data["kinds"].values()) else 0


def row_of(data: dict[str, Any], kind: str, goal: int) -> dict[str, Any]:
    empty = {"judged": 0, "goal": goal, "pieces": 0, "counts": {}, "wrong": [], "seconds": 0.0}
    row: dict[str, Any] = data["kinds"].setdefault(kind, empty)
    return row


def continued(row: dict[str, Any], kind: str, judge: Piece, goal: int) -> None:
    """The next piece."""
    began, count = time.monotonic(), min(PIECES[kind], goal - row["judged"])
    counts, wrong = judge(row["pieces"], count)
    row["judged"] += counts.pop("judged")
    row["pieces"] += 1
    row["counts"] = dict(sorted((Counter(row["counts"]) + counts).items()))
    row["wrong"] += wrong
    row["seconds"] = round(row["seconds"] + time.monotonic() - began, 1)


@contextmanager
def judges(kind: str) -> Iterator[tuple[Piece, int]]:
    """What judges pieces of a kind, and how many cases there are where that is fixed."""
    import extracted

    with tempfile.TemporaryDirectory() as scratch:
        if kind == "sabotage":
            yield sabotage(Path(scratch))
            return
        checker = extracted.Checker(Path(scratch))
        compare = {
            "mutants": extracted.compare_mutants,
            "theorems": extracted.compare_theorems,
            "normal forms": extracted.compare_normal_forms,
        }[kind]

        def judge(number: int, count: int) -> tuple[Counter[str], list[str]]:
            tally = compare(checker, count, Random(f"{SEED} {kind} {number}"))
            return tally.counts, tally.wrong

        yield judge, 0
        checker.close()


def sabotage(scratch: Path) -> tuple[Piece, int]:
    """Each change of the library in its turn; it is wrong when all of it compiles nevertheless."""
    from weakened import FILES, SABOTAGE, proof_that_fails

    library = ROOT / "symstride" / "export" / "rocq_library"
    compiled = scratch / "library"
    shutil.copytree(library, compiled)
    for name in FILES:
        command = ["coqc", "-q", "-w", "none", "-Q", ".", "Symstride", f"Kernel/{name}.v"]
        subprocess.run(command, cwd=compiled, check=True)
    changes = sorted(SABOTAGE)

    def judge(number: int, count: int) -> tuple[Counter[str], list[str]]:
        if count != 1:
            raise ValueError("one change makes a piece")
        place = scratch / f"change{number}"
        place.mkdir()
        lemma = proof_that_fails(compiled, place, *SABOTAGE[changes[number]])
        shutil.rmtree(place)
        return Counter({"judged": 1, "without a proof": bool(lemma)}), [] if lemma else [changes[number]]

    return judge, len(changes)


def versions() -> dict[str, str]:
    import symstride

    def first_line(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.split()[0]

    found = {"symstride": symstride.__version__, "Python": platform.python_version()}
    return found | {"OCaml": first_line("ocamlopt", "-version"), "Rocq": first_line("coqc", "-print-version")}


def keep(folder: Path, data: Mapping[str, Any]) -> None:
    """Both files, each written beside its place and moved there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("kernels.json", json.dumps(data, indent=1) + "\n"), ("kernels.md", page(data))):
        beside = folder / f".{name}.part"
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, folder / name)


def page(data: Mapping[str, Any]) -> str:
    """``kernels.md``: a row for each comparison, how its verdicts are made up, and what it took."""
    rows = ""
    for kind, (what, verdicts) in WORDS.items():
        if (row := data["kinds"].get(kind)) is None:
            continue
        made_up = ", ".join(f"{row['counts'].get(name, 0):,} {name}" for name in verdicts)
        judged = f"{row['judged']:,} of {row['goal']:,}"
        rows += f"| {what} | {judged} | {made_up} | {len(row['wrong'])} | {row['seconds']:,.0f} |\n"
    said = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    return f"""\
| cases | judged | verdicts | wrong | s |
|---|---:|---|---:|---:|
{rows}
Wrong would be: what the kernel in Python proves and the checker from Rocq does not accept; what Python refuses and the
checker accepts, unless for its form; two terms that have one normal form in one of them only; a weakened library that
compiles. Piece n of a kind depends on the seed {SEED} and n alone. {said}.

Written by `python -m benchmarks.kernels`, which goes on where it was left.
"""


if __name__ == "__main__":
    sys.exit(main())
