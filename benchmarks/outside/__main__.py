"""Decide the collection and write outside.json and outside.md."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.outside.collection import FIELDS, HERE, Spoiled, Stated, digest, false_ones, true_ones, with_steps
from symstride.identity import Identity
from symstride.verdict import Kind, Verdict

AXES = (1, 2, 3)
ALONE, STEPS = "proved", "proved with steps"


def main(words: Sequence[str] | None = None) -> int:
    """Decide and write; 1 when something false is proved, or something true refuted."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.outside",
        description="Decide identities by others in the field, and false variants of them; count what is proved, "
        "refuted and left unknown.",
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each N-th one only (default: 1)")
    parser.add_argument("--output", type=Path, default=HERE.parent, help="a folder for outside.json and outside.md")
    arguments = parser.parse_args(words)
    began = time.monotonic()
    data = {
        "identities": [row for one in true_ones()[:: arguments.every] for row in true_rows(one)],
        "variants": [false_row(one) for one in false_ones()[:: arguments.every]],
        **circumstances(),
    }
    data["seconds"] = round(time.monotonic() - began)
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / "outside.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    (arguments.output / "outside.md").write_text(page(data), encoding="utf-8")
    wrong = mistakes(data)
    for row in wrong:
        print(f"wrong: {row}", file=sys.stderr)
    return 1 if wrong else 0


def mistakes(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What must not happen: a refuted identity, a proved variant."""
    true, false = data["identities"], data["variants"]
    return [row for row in true if row["verdict"] == "refuted"] + [row for row in false if row["verdict"] == ALONE]


# ------------------------------------------------------------------------- one identity


def true_rows(one: Stated) -> list[dict[str, Any]]:
    """A row for each number of axes: the verdict alone, or with steps where it is unknown alone and there are some."""
    rows = []
    for axes in one.asked.axes:
        verdict, seconds = timed(one.asked.identity, axes)
        said = verdict.kind.name.lower()
        longer = with_steps(one.asked.identity) if verdict.kind is Kind.UNKNOWN else None
        if longer is not None:
            again, seconds_ = timed(longer, axes)
            if again.kind is Kind.PROVED:
                said, seconds = STEPS, seconds_
        row = {"field": one.field, "name": one.name, "axes": axes, "verdict": said, "seconds": round(seconds, 3)}
        rows.append(row)
        print(f"{one.name}, {axes}-D: {said}, {seconds:.2f} s", flush=True)
    return rows


def false_row(one: Spoiled) -> dict[str, Any]:
    """The verdict on one axis; the numbers where it is refuted."""
    verdict, seconds = timed(one.asked.identity, 1)
    said = verdict.kind.name.lower()
    print(f"{one.name}: {said}, {seconds:.2f} s", flush=True)
    row = {"name": one.name, "verdict": said, "seconds": round(seconds, 3)}
    return row | {"at": str(verdict.witness)} if verdict.kind is Kind.REFUTED else row


def timed(identity: Identity, axes: int) -> tuple[Verdict, float]:
    """The verdict, and the seconds that it took."""
    began = time.perf_counter()
    verdict = identity.decide(axes)
    return verdict, time.perf_counter() - began


def circumstances() -> dict[str, Any]:
    """The versions and the texts that the figures belong to."""
    import symstride

    return {"versions": {"symstride": symstride.__version__, "Python": platform.python_version()}, "texts": digest()}


# ------------------------------------------------------------------------- the page


def page(data: Mapping[str, Any]) -> str:
    """``outside.md``: figures in words, a table by field, one of what fails, and one of all identities."""
    versions = ", ".join(f"{name} {version}" for name, version in data["versions"].items())
    return f"""\
## In one axis

{in_words(data)}

## By field

{by_field(data["identities"])}
Proved alone, of how many; then how many more with steps. Seconds are those of the proved ones, reading excluded.

## False variants

{variants(data["variants"])}
## All identities

{listed(data["identities"])}
{versions}; {data["seconds"]:,} s. Written by `python -m benchmarks.outside`; `outside.json` has the same with the
numbers that refute each variant.
"""


def in_words(data: Mapping[str, Any]) -> str:
    """How many of the identities and of the variants, on one axis."""
    rows = [row for row in data["identities"] if row["axes"] == 1]
    alone, steps = ([row for row in rows if row["verdict"] == said] for said in (ALONE, STEPS))
    false = data["variants"]
    refuted = sum(row["verdict"] == "refuted" for row in false)
    proved = sum(row["verdict"] == ALONE for row in false)
    return (
        f"Of {len(rows)} identities {len(alone)} are proved alone ({share(len(alone), len(rows))}), {len(steps)} with "
        f"steps, and {len(rows) - len(alone) - len(steps)} are left unknown.\nOf {len(false)} false variants "
        f"{refuted} are refuted, {len(false) - refuted - proved} are left unknown, and "
        f"{proved or 'none'} {'is' if proved == 1 else 'are'} proved."
    )


def share(part: int, whole: int) -> str:
    """Per cent, rounded down, so that it never says more than is so."""
    return f"{100 * part // whole}%"


def by_field(rows: Sequence[Mapping[str, Any]]) -> str:
    """One line for each field, and one for all."""
    head = "| field | " + " | ".join(f"{axes}-D" for axes in AXES) + " | median | longest |\n|---|" + "---:|" * 5 + "\n"
    lines = [_line(words, [row for row in rows if row["field"] == field]) for field, words in FIELDS.items()]
    return head + "".join(lines) + _line("all", rows)


def _line(words: str, rows: Sequence[Mapping[str, Any]]) -> str:
    cells = [_cell([row["verdict"] for row in rows if row["axes"] == axes]) for axes in AXES]
    times = [row["seconds"] for row in rows if row["verdict"] in (ALONE, STEPS)]
    cells += [f"{median(times):.2f} s", f"{max(times):.2f} s"] if times else ["", ""]
    return f"| {words} | {' | '.join(cells)} |\n"


def _cell(verdicts: Sequence[str]) -> str:
    steps = verdicts.count(STEPS)
    return f"{verdicts.count(ALONE)} of {len(verdicts)}" + (f", {steps} more" if steps else "") if verdicts else ""


def variants(rows: Sequence[Mapping[str, Any]]) -> str:
    """How many, and those that no numbers were found for."""
    how = {one.name: f"`{one.spoils}`: {one.how}" for one in false_ones()}
    counts = "".join(
        f"| {kind} | {sum(row['verdict'] == kind for row in rows)} |\n" for kind in ("refuted", "unknown", ALONE)
    )
    left = "".join(f"- {how[row['name']]}\n" for row in rows if row["verdict"] == "unknown")
    return f"| verdict | variants |\n|---|---:|\n{counts}" + (f"\nLeft unknown:\n\n{left}" if left else "")


def listed(rows: Sequence[Mapping[str, Any]]) -> str:
    """A table for each field: title, source, and the verdict for each number of axes."""
    found = {(row["name"], row["axes"]): row for row in rows}
    names = {name for name, _ in found}
    text = ""
    for field, words in FIELDS.items():
        text += (
            f"### {words[0].upper()}{words[1:]}\n\n| identity | source | 1-D | 2-D | 3-D |\n|---|---|---:|---:|---:|\n"
        )
        for one in true_ones():
            if one.field == field and one.name in names:
                cells = " | ".join(_verdict(found.get((one.name, axes))) for axes in AXES)
                text += f"| {one.asked.identity.title} | {one.source} | {cells} |\n"
        text += "\n"
    return text


def _verdict(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ""
    seconds = f"{row['seconds']:.2f} s"
    return {ALONE: seconds, STEPS: f"{seconds}, with steps"}.get(row["verdict"], row["verdict"])


if __name__ == "__main__":
    sys.exit(main())
