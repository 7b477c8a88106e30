"""Read, rewrite and prove the models of the list, and write models.json and models.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.models.making import HERE, Listed, listed

LIMIT = 600
"""Seconds for one model, which runs in a process of its own."""

GONE = "no model"
THROUGH = "through"


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when a model differs from its network or its rewriting."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.models",
        description="Read models that others wrote, take their strides away layer by layer, prove each rewriting, and "
        "run the result beside the model.",
    )
    parser.add_argument("names", nargs="*", help="some of the models, package:name; all when left out")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each N-th one only (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE.parent, help="a folder for models.json and models.md")
    arguments = parser.parse_args(words)
    chosen = [one for one in listed() if not arguments.names or f"{one.package}:{one.name}" in arguments.names]
    arguments.output.mkdir(parents=True, exist_ok=True)
    place = arguments.output / "models.json"
    data = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {"rows": []}
    done = {(row["package"], row["name"], row["family"]): row for row in data["rows"]}
    for one in chosen[:: arguments.every]:
        row = _in_a_process(one)
        done[one.package, one.name, one.family] = row
        print(f"{one.package}:{one.name}: {row['result']} {row.get('reason', '')}"[:240], flush=True)
        order = [(each.package, each.name, each.family) for each in listed()]
        rows = [done[key] for key in order if key in done]
        place.write_text(json.dumps({"rows": rows, **_circumstances()}, indent=1) + "\n", encoding="utf-8")
        (arguments.output / "models.md").write_text(page(rows), encoding="utf-8")
    return 1 if any(row["result"] == "differs" for row in done.values()) else 0


def _in_a_process(one: Listed) -> dict[str, Any]:
    """What one model gives, or how its process ended."""
    about = {"package": one.package, "name": one.name, "family": one.family}
    began = time.monotonic()
    environment = {"KERAS_BACKEND": "torch", **os.environ, "OMP_NUM_THREADS": "1"}
    asked = [sys.executable, "-m", "benchmarks.models.running", f"{one.package}:{one.name}:{one.family}"]
    try:
        ran = subprocess.run(asked, capture_output=True, text=True, timeout=LIMIT, env=environment, check=False)
    except subprocess.TimeoutExpired:
        return {**about, "result": "stopped", "reason": f"more than {LIMIT} s"}
    lines = [line for line in ran.stdout.splitlines() if line.startswith('{"result"')]
    if not lines:
        said = (ran.stderr.strip().splitlines() or ["no word"])[-1]
        return {**about, "result": "stopped", "reason": f"exit code {ran.returncode}: {said}"[:200]}
    return {**about, **json.loads(lines[-1]), "seconds": round(time.monotonic() - began, 1)}


def _circumstances() -> dict[str, Any]:
    return {"python": platform.python_version(), "machine": platform.machine(), "date": time.strftime("%Y-%m-%d")}


# ------------------------------------------------------------------------- the table


def page(rows: Sequence[Mapping[str, Any]]) -> str:
    """The table of the docs: what went through, and why the others did not."""
    ran = [row for row in rows if row["result"] != GONE]
    through = [row for row in ran if row["result"] == THROUGH]
    lines = [
        f"{len(rows)} models of {len({row['package'] for row in rows})} packages; {len(rows) - len(ran)} are not made "
        f"here. Of the others {len(through)} go through: no strided layer or pool is left, every rewriting is proved, "
        "and the result differs by rounding alone.",
        "",
        "| family | models | not made here | through |",
        "|---|---|---|---|",
    ]
    for family, count in Counter(row["family"] for row in rows).items():
        here = [row for row in rows if row["family"] == family]
        gone, good = (sum(row["result"] == word for row in here) for word in (GONE, THROUGH))
        lines.append(f"| {family} | {count} | {gone} | {good} |")
    lines += ["", "| model | door | nodes | strided | opaque | proved | largest difference | seconds |",
              "|---|---|---|---|---|---|---|---|"]  # fmt: skip
    for row in rows:
        cells = [f"{row['package']}: {row['name'].rpartition('/')[2]}"]
        if row["result"] == THROUGH:
            cells += [str(row[key]) for key in ("door", "nodes", "strided", "opaque", "proved")]
            cells += [f"{row['difference']:.1e}", str(row.get("seconds", ""))]
        else:
            reason = str(row.get("reason", "")).replace("|", "/").replace("\n", " ")
            cells += [str(row.get("door", "")), "", "", "", "", f"{row['result']}: {reason}"[:160], ""]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
