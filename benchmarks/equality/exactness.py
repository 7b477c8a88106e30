"""The field against normal forms; and its printed bound against how often a field of 101 numbers is wrong."""

from __future__ import annotations

import random
import time
from typing import Any

BATCH = 500
PRIME = 101
ORDERS_OF_NOTHING = 10**9
"""How many primes one is said to be drawn from: with one prime the chance that it divides a coefficient is left out."""


def forms(count: int, seed: int) -> dict[str, Any]:
    """Pairs of random networks, of which at least ``count`` could be judged by both: what each said, and how often."""
    from against_forms import compare

    found: dict[tuple[bool, bool], int] = {}
    number = 0
    while sum(found.values()) < count:
        for verdict, times in compare(random.Random(f"{seed} {number}"), BATCH).items():
            found[verdict] = found.get(verdict, 0) + times
        number += 1
        print(f"{sum(found.values()):,} of {count:,} pairs: {found}", flush=True)
    names = {True: "equal", False: "different"}
    return {"pairs": sum(found.values()), "counts": [[names[a], names[b], n] for (a, b), n in sorted(found.items())]}


def false_equals(count: int, seed: int) -> dict[str, Any]:
    """Pairs that differ, each at one point of a field of 101 numbers: wrong answers, and how many the bound allows."""
    from false_equals import field_pairs, wrongly_equal

    from symstride.equality.bound import Draw

    pairs = field_pairs(random.Random(seed), count)
    wrong, allowed = wrongly_equal(pairs, [Draw(n, (PRIME,), ORDERS_OF_NOTHING) for n in range(count)])
    return {"pairs": count, "wrong": wrong, "allowed": allowed}


def measured(count: int, seed: int) -> dict[str, Any]:
    """The data of a run."""
    began = time.monotonic()
    found = {"forms": forms(count, seed), "false equals": false_equals(max(600, count * 3 // 5), seed)}
    return {"count": count, "seed": seed, **found, "seconds": time.monotonic() - began}


def kept(data: dict[str, Any]) -> bool:
    """Whether field and forms never disagreed, and wrong answers stayed below what the bound allows."""
    together = all(a == b for a, b, _ in data["forms"]["counts"])
    few = data["false equals"]
    return bool(together and few["wrong"] <= few["allowed"] + 5 * few["allowed"] ** 0.5)


def page(data: dict[str, Any]) -> str:
    """The table of the docs."""
    counts = {(a, b): n for a, b, n in data["forms"]["counts"]}
    few = data["false equals"]
    lines = [
        "| random pairs, by the field and by normal forms | |",
        "|---|---:|",
        f"| pairs judged by both | {data['forms']['pairs']:,} |",
        f"| equal by both | {counts.get(('equal', 'equal'), 0):,} |",
        f"| different by both | {counts.get(('different', 'different'), 0):,} |",
        f"| equal by the field, different by forms | {counts.get(('equal', 'different'), 0):,} |",
        f"| different by the field, equal by forms | {counts.get(('different', 'equal'), 0):,} |",
        f"| pairs that differ, at one point of the field of {PRIME} numbers | {few['pairs']:,} |",
        f"| of these found equal | {few['wrong']:,} |",
        f"| the most that the printed bounds allow, added up | {few['allowed']:,.1f} |",
    ]
    return "\n".join(lines) + "\n"
