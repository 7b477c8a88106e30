"""Lowerings by ``unstride`` are equal; lowerings with one place changed are not, and the place is named."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from symstride.equality.deciding import equal
from symstride.errors import SymstrideError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.rewriting.unstride import unstride

SCOPES = ("layer", "network")
MAX_BYTES, MAX_ZOO = 2 * 10**9, 5 * 10**7
"""Bytes of weights of a lowering of a random network, and of an architecture of the zoo."""


def lowerings(network: Network, most: int = MAX_BYTES) -> Iterator[tuple[str, Network]]:
    """In each scope; those for which more bytes are predicted are left out."""
    for scope in SCOPES:
        try:
            yield scope, unstride(network, scope, most)
        except SymstrideError:
            continue


def differ(left: Network, right: Network, seed: int) -> bool | None:
    """Whether the reference interpreter tells them apart on random numbers; None where one has no value."""
    rng = np.random.default_rng(seed)
    for bound in (3, 9):
        feeds = {n.name: rng.integers(-bound, bound + 1, (1, *left.shapes[n.name])).astype(float) for n in left.inputs}
        try:
            with np.errstate(all="ignore"):
                found = [evaluate(side, feeds) for side in (left, right)]
        except SymstrideError:
            return None
        for a, b in zip(left.outputs, right.outputs, strict=True):
            one, other = found[0][a], found[1][b]
            if one.shape != other.shape or not np.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True):
                return True
    return False


def in_double(network: Network) -> Network:
    """So that the reference interpreter tells small changes from rounding."""
    return network.with_weights({name: np.asarray(a, float) if a.dtype.kind == "f" else a
                                 for name, a in network.weights.items()})  # fmt: skip


class Tally:
    """What was asked, by where it came from: counts, and what must not happen, in words."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.kinds: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.worst = 0.0

    def lowering(self, group: str, network: Network, made: Network, seed: int) -> None:
        verdict = equal(network, made, seed=seed)
        self.counts[group, f"lowering {verdict.status}"] += 1
        if verdict.status == "equal":
            self.worst = max(self.worst, verdict.error)
        elif verdict.status == "different" or "minus infinity" not in str(verdict):
            self.wrong.append(f"{group}: a lowering: {'; '.join(str(verdict).splitlines())}"[:1000])

    def change(self, group: str, kind: str, network: Network, other: Network, seed: int) -> None:
        real = differ(in_double(network), in_double(other), seed)
        verdict = equal(network, other, seed=seed)
        if real is None:
            self.counts[group, "changes without a value"] += 1
            return
        said = "real" if real else "no difference met"
        self.counts[group, f"{said}, {verdict.status}"] += 1
        if not real:
            return
        self.kinds[kind] += 1
        if verdict.status == "equal":
            self.wrong.append(f"{group}: {kind}: called equal")
        parting = verdict.parting
        if parting is not None:
            self.counts[group, "real, named on both sides" if parting.right else "real, named on the left"] += 1
        elif verdict.status == "different":
            shapes = verdict.counterexample is None
            self.counts[group, "real, seen by shapes" if shapes else "real, not named"] += 1


def measured(count: int, seed: int) -> dict[str, Any]:
    """Two changes of each lowering of ``count`` random networks."""
    from equal_cases import mutants, small_network

    began, tally = time.monotonic(), Tally()
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        network = small_network(rng, axes=1 + number % 2)
        for scope, made in lowerings(network):
            tally.lowering(f"random, {scope}", network, made, number)
            wrong = mutants(made, rng)
            for kind, other in rng.sample(wrong, min(2, len(wrong))):
                tally.change(f"random, {scope}", kind, network, other, number)
        if number % 50 == 49:
            print(f"{time.monotonic() - began:.0f} s: {number + 1} of {count} random networks", flush=True)
    return _as_data(tally, count, seed, began)


def measured_zoo(names: Sequence[str], size: int, seed: int) -> dict[str, Any]:
    """One change of each kind in each lowering of architectures of the zoo, with an eighth of their channels."""
    import zoo
    from equal_cases import one_of_each

    began, tally = time.monotonic(), Tally()
    for name in names or zoo.THIN:
        network = zoo.thin(name, seed, size)
        for scope, made in lowerings(network, MAX_ZOO):
            group = f"{name}, {scope}"
            tally.lowering(group, network, made, seed)
            print(f"{time.monotonic() - began:.0f} s: {group}", flush=True)
            for kind, other in one_of_each(made, random.Random(f"{seed} {name} {scope}")):
                tally.change(group, kind, network, other, seed)
                print(f"{time.monotonic() - began:.0f} s: {group}, {kind}", flush=True)
    return _as_data(tally, size, seed, began)


def _as_data(tally: Tally, count: int, seed: int, began: float) -> dict[str, Any]:
    return {
        "count": count,
        "seed": seed,
        "counts": [[group, what, n] for (group, what), n in sorted(tally.counts.items())],
        "kinds": dict(sorted(tally.kinds.items())),
        "worst error": tally.worst,
        "wrong": tally.wrong,
        "seconds": time.monotonic() - began,
    }


def kept(data: dict[str, Any]) -> bool:
    """Whether every lowering was found equal, and no real change was."""
    return not data["wrong"]


def page(data: dict[str, Any]) -> str:
    """The table of the docs."""
    groups = list(dict.fromkeys(group for group, _, _ in data["counts"]))
    counts = {(group, what): n for group, what, n in data["counts"]}

    def of(group: str, *whats: str) -> str:
        return f"{sum(counts.get((group, what), 0) for what in whats):,}"

    heads = ("networks, scope", "lowerings equal", "of", "real changes seen", "of", "named on both sides")
    lines = [f"| {' | '.join(heads)} |", "|---|---:|---:|---:|---:|---:|"]
    every = ("equal", "different", "open")
    for group in groups:
        cells = (
            of(group, "lowering equal"),
            of(group, *(f"lowering {status}" for status in every)),
            of(group, "real, different", "real, open"),
            of(group, *(f"real, {status}" for status in every)),
            of(group, "real, named on both sides"),
        )
        lines.append(f"| {' | '.join((group, *cells))} |")
    kinds = len(data["kinds"])
    lines += ["", f"{kinds} kinds of changes; the largest error printed for a lowering is {data['worst error']:.1e}."]
    return "\n".join(lines) + "\n"
