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
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.identities import ROOT  # finds the tools of the tests
from benchmarks.identities.campaign import BUDGET, Tally, certificates, random_identities, texts_inside
from benchmarks.identities.drawing import drawn

HERE = ROOT / "benchmarks"
HOW_TO_GET_NODE = "node is not installed; to get it: apt-get install nodejs"
TOLD_EVERY = 500
PARTS = {"rows": 20_000, "texts": 20_000, "identities": 10_000}
"""The parts, and how many of each."""
CHANGED = {"rows": certificates, "texts": texts_inside}
LARGEST = {"rows": 20_000, "texts": 10_000}
"""Certificates of more characters are left out; with other texts, all of the rest is derived again each time."""
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
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help=f"some of {', '.join(PARTS)}; all if left out")
    parser.add_argument("--count", type=int, help="how many in each part (default: 20000 changes, 10000 identities)")
    parser.add_argument("--seed", type=int, default=1, help="all of it depends on this alone (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE, help="a folder for identities.json and identities.md")
    arguments = parser.parse_args(words)
    node = shutil.which("node")
    if node is None:
        parser.error(HOW_TO_GET_NODE)
    good = True
    for part in arguments.parts or PARTS:
        data, fine = measured(part, arguments.count or PARTS[part], arguments.seed, node)
        write(part, data, arguments.output)
        good = good and fine
    return 0 if good else 1


def write(part: str, data: Mapping[str, Any], folder: Path) -> None:
    """Put one part beside those that stand there."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "identities.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    whole = {name: {**known, part: data}[name] for name in PARTS if name in known or name == part}
    path.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    (folder / "identities.md").write_text(page(whole), encoding="utf-8")


def genuine() -> dict[str, str]:
    """Certificates of the true house identities that the prover closes, on one axis and on two."""
    from second_reader import house

    import symstride as ss

    texts = {}
    for (name, subject), axes in itertools.product(house().items(), (1, 2)):
        identity = ss.Identity(subject.left, subject.right, subject.given, dict(subject.where), subject.letters)
        if (axes == 1 or subject.letters) and identity.decide(axes, BUDGET).ok:
            texts[f"{name}, {axes} axes"] = identity.prove(axes, BUDGET).certificate()
    return texts


def measured(part: str, count: int, seed: int, node: str) -> tuple[dict[str, Any], bool]:
    """The data of one part, and whether nothing happened that must not."""
    from checker_tools import NOTATION, SecondChecker

    began = time.monotonic()

    def told(n: int, tally: Tally) -> None:
        if n % TOLD_EVERY == 0:
            print(f"{part}, {n} after {time.monotonic() - began:.0f} s: {dict(tally.counts)}, ", end="")
            print(f"{len(tally.false)} false, {len(tally.disagreements)} disagreements", flush=True)

    if part == "identities":
        tally = random_identities(itertools.islice(drawn(Random(f"drawn {seed}")), count), seed, told)
        more = {"budget": BUDGET}
    else:
        texts = {name: text for name, text in genuine().items() if len(text) < LARGEST[part]}
        with SecondChecker(node, NOTATION) as second:
            tally = CHANGED[part](texts, count, seed, second, told)
        more = {"certificates": len(texts)}
    for what in (*tally.false, *tally.disagreements, *tally.crashes):
        print(what, file=sys.stderr)
    seconds = round(time.monotonic() - began)
    return {**counted(tally), **more, **circumstances(seed, node), "seconds": seconds}, tally.good


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
    return {"seed": seed, "versions": versions}


def page(data: Mapping[str, Any]) -> str:
    """``identities.md``: a table for every part, and under it what was changed, by what and for how long."""
    parts = [_identities(data[part]) if part == "identities" else _changes(part, data[part]) for part in data]
    return "\n".join(parts)


def _changes(part: str, data: Mapping[str, Any]) -> str:
    title = {"rows": "one row changed", "texts": "other texts in them"}[part]
    return f"""\
| certificates of identities, {title} | |
|---|---:|
{_rows(data, CHANGES)}
{data["certificates"]} certificates; what was accepted was evaluated {data.get("evaluations", 0):,} times.
{_written(part, data)}
"""


def _identities(data: Mapping[str, Any]) -> str:
    kinds = "".join(f"| {what} | {_share(data, kind)} |\n" for what, kind in KINDS)
    return f"""\
| random small identities | |
|---|---:|
{_rows(data, IDENTITIES)}
| true ones proved, by how they came about | |
|---|---:|
{kinds}
Budget of the prover: {data["budget"]:,}.
{_written("identities", data)}
"""


def _rows(data: Mapping[str, Any], rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| {what} | {data.get(name, 0):,} |\n" for what, name in rows)


def _written(part: str, data: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    command = f"python -m benchmarks.identities {part} --count {data['tried']} --seed {data['seed']}"
    return f"{versions}; {data['seconds']:,} s. Written by\n`{command}`."


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
