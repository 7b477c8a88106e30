"""Run the campaigns and write identities.json and identities.md."""

from __future__ import annotations

import argparse
import itertools
import json
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.identities import ROOT  # finds the tools of the tests
from benchmarks.identities.campaign import BUDGET, Tally, certificates, random_identities, texts_inside
from benchmarks.identities.drawing import drawn

HERE = ROOT / "benchmarks"
HOW_TO_GET_NODE = "node is not installed; to get it: apt-get install nodejs"
TOLD_EVERY = 500
LARGEST = 150_000
"""Certificates of more characters are left out."""
CHANGES = (
    ("changes tried", "tried"),
    ("refused while the steps are derived", "refused by the kernel"),
    ("refused because the texts mean another statement, or none", "refused by the comparison"),
    ("accepted, and true wherever it was evaluated", "accepted"),
    ("of these with other texts, which mean the same terms", "accepted, other texts"),
    ("of these without numbers that are small enough to evaluate at", "not evaluated"),
    ("accepted or derived, and false", "false"),
    ("judged differently by the two checkers", "disagreements"),
    ("crashes of a checker", "crashes"),
)
"""The table of changed certificates: what is counted, and its name in the data."""
IDENTITIES = (
    ("identities", "tried"),
    ("true at all numbers that were tried", "true"),
    ("of these proved", "true, proved"),
    ("of these unknown", "true, unknown"),
    ("of these refuted by other numbers", "disagreements"),
    ("false at some numbers", "false by numbers"),
    ("of these refuted", "false, refuted"),
    ("of these unknown", "false, unknown"),
    ("of these proved, by decide or by the prover alone", "false"),
    ("no numbers tell", "open"),
    ("crashes", "crashes"),
)
"""The table of random identities."""


def main(words: Sequence[str] | None = None) -> int:
    """Judge and write; 1 when anything happened that must not."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.identities",
        description="Change certificates of identities and the texts in them, have both checkers judge them, and "
        "decide random identities; whatever is accepted or proved is evaluated on numbers.",
    )
    parser.add_argument("--count", type=int, default=20_000, help="how many changes of each kind (default: 20000)")
    parser.add_argument("--identities", type=int, default=10_000, help="how many random ones (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="all of it depends on this alone (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for identities.json and identities.md")
    arguments = parser.parse_args(words)
    node = shutil.which("node")
    if node is None:
        parser.error(HOW_TO_GET_NODE)
    data, good = measured(arguments.count, arguments.identities, arguments.seed, node)
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "identities.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / "identities.md").write_text(page(data), encoding="utf-8")
    return 0 if good else 1


def genuine() -> dict[str, str]:
    """Certificates of the true house identities that the prover closes, on one axis and, short ones, on two."""
    from second_reader import house

    import symstride as ss

    texts = {}
    for (name, subject), axes in itertools.product(house().items(), (1, 2)):
        identity = ss.Identity(subject.left, subject.right, subject.given, dict(subject.where), subject.letters)
        if axes == 1 or subject.letters:
            verdict = identity.decide(axes, BUDGET)
            text = identity.prove(axes, BUDGET).certificate() if verdict.ok else ""
            if 0 < len(text) < LARGEST:
                texts[f"{name}, {axes} axes"] = text
    return texts


def measured(count: int, identities: int, seed: int, node: str) -> tuple[dict[str, Any], bool]:
    """The data of the run, and whether nothing happened that must not."""
    from checker_tools import NOTATION, SecondChecker

    began = time.monotonic()

    def told(n: int, tally: Tally) -> None:
        if n % TOLD_EVERY == 0:
            print(
                f"{n} after {time.monotonic() - began:.0f} s: {dict(tally.counts)}, {len(tally.false)} false, ", end=""
            )
            print(f"{len(tally.disagreements)} disagreements, {len(tally.crashes)} crashes", flush=True)

    texts = genuine()
    print(f"{len(texts)} certificates after {time.monotonic() - began:.0f} s", flush=True)
    with SecondChecker(node, NOTATION) as second:
        rows = certificates(texts, count, seed, second, told)
        inside = texts_inside(texts, count, seed, second, told)
    decided = random_identities(itertools.islice(drawn(Random(f"drawn {seed}")), identities), seed, told)
    for tally in (rows, inside, decided):
        for what in (*tally.false, *tally.disagreements, *tally.crashes):
            print(what, file=sys.stderr)
    data = {
        "certificates": len(texts),
        "rows": counted(rows),
        "texts": counted(inside),
        "identities": counted(decided),
        **circumstances(seed, node),
        "seconds": round(time.monotonic() - began),
    }
    return data, rows.good and inside.good and decided.good


def counted(tally: Tally) -> dict[str, int]:
    """The counts by the names in the tables.  The false ones by numbers have a name of their own."""
    counts = dict(sorted(tally.counts.items()))
    if "false" in counts:
        counts["false by numbers"] = counts.pop("false")
    wrong = {name: len(getattr(tally, name)) for name in ("false", "disagreements", "crashes")}
    return {**counts, **wrong}


def circumstances(seed: int, node: str) -> dict[str, Any]:
    import symstride

    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    versions = {"symstride": symstride.__version__, "Python": platform.python_version(), "Node": version.lstrip("v")}
    return {"seed": seed, "budget": BUDGET, "versions": versions}


def page(data: Mapping[str, Any]) -> str:
    """``identities.md``: the tables, and under them what was changed, by what and for how long."""
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    both = zip(CHANGES, CHANGES)
    changes = "".join(f"| {what} | {data['rows'].get(name, 0):,} | {data['texts'].get(name, 0):,} |\n"
                      for (what, name), _ in both)  # fmt: skip
    identities = data["identities"]
    random = "".join(f"| {what} | {identities.get(name, 0):,} |\n" for what, name in IDENTITIES)
    kinds = "".join(f"| {what} | {_share(identities, kind)} |\n" for what, kind in KINDS)
    evaluations = data["rows"].get("evaluations", 0) + data["texts"].get("evaluations", 0)
    return f"""\
| changed certificates of identities | rows | texts |
|---|---:|---:|
{changes}
{data["certificates"]} certificates, each changed in one place at a time, seed {data["seed"]}; what was accepted was
evaluated at {evaluations:,} choices of numbers.

| random small identities | |
|---|---:|
{random}
| true ones proved, by how they came about | |
|---|---:|
{kinds}
Budget of the prover {data["budget"]:,}, seed {data["seed"]}.
{versions}; {data["seconds"]:,} s.

Written by `python -m benchmarks.identities --count {data["rows"]["tried"]} --identities {identities["tried"]}
--seed {data["seed"]}`.
"""


KINDS = (
    ("a random text and the same rewritten", "rewritten"),
    ("the same with one word changed afterwards", "damaged"),
    ("two independent texts that agree at some numbers", "pair"),
    ("a random text and the same with one word changed", "neighbours"),
)
"""How identities come about, and the name of that in the data."""


def _share(counts: Mapping[str, int], kind: str) -> str:
    true, proved = counts.get(f"{kind}, true", 0), counts.get(f"{kind}, true, proved", 0)
    return f"{proved:,} of {true:,}" + (f" ({proved / true:.1%})" if true else "")


if __name__ == "__main__":
    sys.exit(main())
