"""Lowerings by ``unstride`` are equal; with one place changed they are not, and the segment there is named.

So it is with the networks themselves, which have pools that round up, for instance, where lowerings have none.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
from equal_cases import changed_nodes, is_named, mutants, one_of_each, small_network

from symstride.equality.cuts import SegmentPair
from symstride.equality.deciding import equal
from symstride.equality.verdict import Equality
from symstride.errors import SymstrideError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.rewriting.unstride import unstride

SCOPES = ("layer", "network")
MAX_BYTES = 2 * 10**9
"""Bytes of weights of a lowering of a random network."""

THINNER = ((8, 3, 200 * 10**6), (16, 3, 200 * 10**6), (32, 1, 400 * 10**6))
"""What the channels of an architecture are divided by, those of its input, and how many bytes of weights its lowering
has at most: the first of these that goes is taken."""

MAPS = ("relu", "tanh", "sigmoid")


def lowerings(network: Network) -> Iterator[tuple[str, Network]]:
    """The network as it is, and in each scope; those for which more bytes are predicted are left out."""
    yield "strided", network
    for scope in SCOPES:
        try:
            yield scope, unstride(network, scope, MAX_BYTES)
        except SymstrideError:
            continue


def thin_lowering(name: str, scope: str, seed: int, size: int) -> tuple[Network, Network, int] | None:
    """An architecture of the zoo, its lowering, and what its channels were divided by; None where all are too large."""
    import zoo

    for by, colours, most in THINNER:
        network = zoo.thin(name, seed, size, by, colours)
        try:
            return network, unstride(network, scope, most), by
        except SymstrideError:
            continue
    return None


def differ(left: Network, right: Network, seed: int) -> str | None:
    """What the reference interpreter sees on random numbers: "numbers" that differ, or none but in the place of
    "infinity", or "nothing"; None where one side has no value."""
    rng = np.random.default_rng(seed)
    seen = "nothing"
    for bound in (3, 9):
        feeds = {n.name: rng.integers(-bound, bound + 1, (1, *left.shapes[n.name])).astype(float) for n in left.inputs}
        try:
            with np.errstate(all="ignore"):
                found = [evaluate(side, feeds) for side in (left, right)]
        except SymstrideError:
            return None
        for a, b in zip(left.outputs, right.outputs, strict=True):
            one, other = found[0][a], found[1][b]
            if one.shape != other.shape:
                return "numbers"
            close = np.isclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True)
            if not close[np.isfinite(one) & np.isfinite(other)].all():
                return "numbers"
            seen = seen if close.all() else "infinity"
    return seen


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
        self.open: list[str] = []
        self.parts: dict[str, list[float]] = defaultdict(list)
        self.worst = 0.0

    def lowering(self, group: str, network: Network, made: Network, seed: int) -> None:
        verdict = equal(network, made, seed=seed)
        self.counts[group, f"lowering {verdict.status}"] += 1
        if verdict.status == "equal":
            self.worst = max(self.worst, verdict.error)
        elif verdict.status == "different" or "minus infinity" not in str(verdict):
            self.wrong.append(f"{group}: a lowering: {'; '.join(str(verdict).splitlines())}"[:1000])

    def change(self, group: str, kind: str, pair: tuple[Network, Network], other: Network, seed: int) -> None:
        """``other`` is the second of the pair, a lowering of the first, with one change."""
        network, made = pair
        seen = differ(in_double(network), in_double(other), seed)
        verdict = equal(network, other, seed=seed)
        if seen is None:
            self.counts[group, "changes without a value"] += 1
            return
        said = {"numbers": "real", "infinity": "a number for infinity", "nothing": "no difference met"}[seen]
        self.counts[group, f"{said}, {verdict.status}"] += 1
        if seen == "nothing":
            return
        self.kinds[kind] += 1
        what = f"{group}: {kind} at {', '.join(node.title for node in changed_nodes(made, other))}"
        if verdict.status == "equal":
            self.wrong.append(f"{what}: called equal")
            return
        if seen == "infinity":  # which is no number, so that nothing has to be named
            return
        if verdict.status == "open":
            self.open.append(f"{what}: {verdict.reasons[0]}")
        named, complaint = self._named(pair, other, verdict)
        self.counts[group, f"real, {named}"] += 1
        if complaint:
            self.wrong.append(f"{what}: {complaint}")
        elif verdict.parting is not None and verdict.parting.part is not None:
            inside = sum(bool(node.inputs) for node in verdict.parting.part.right.nodes)
            self.parts[group].append(inside / len(other.nodes))

    def _named(self, pair: tuple[Network, Network], other: Network, verdict: Equality) -> tuple[str, str]:
        """How the change was named, and what is wrong about that."""
        parting = verdict.parting
        if parting is None:
            return "not named", f"{verdict.status}, and no place is named"
        if not is_named(verdict, pair, other):
            return "named elsewhere", f"named at {parting.left}, {parting.right}"
        if parting.part is not None and _is_equal(parting.part, verdict.seed):
            return "named elsewhere", f"named at {parting.left}, {parting.right}, and that part is equal"
        return "named at the segment", ""


def _is_equal(part: SegmentPair, seed: int) -> bool:
    return equal(part.left, part.right, seed=seed).status == "equal"


def measured(count: int, seed: int) -> dict[str, Any]:
    """Two changes of each lowering of ``count`` random networks."""
    began, tally = time.monotonic(), Tally()
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        network = small_network(rng, axes=1 + number % 2, maps=MAPS)
        for scope, made in lowerings(network):
            tally.lowering(f"random, {scope}", network, made, number)
            wrong = mutants(made, rng)
            for kind, other in rng.sample(wrong, min(2, len(wrong))):
                tally.change(f"random, {scope}", kind, (network, made), other, number)
        if number % 50 == 49:
            print(f"{time.monotonic() - began:.0f} s: {number + 1} of {count} random networks", flush=True)
    return _as_data(tally, count, seed, began)


def measured_zoo(names: Sequence[str], size: int, seed: int) -> dict[str, Any]:
    """One change of each kind in each lowering of architectures of the zoo, with few of their channels."""
    import zoo

    began, tally = time.monotonic(), Tally()
    for scope, name in product(SCOPES, names or zoo.FIVE):
        found = thin_lowering(name, scope, seed, size)
        if found is None:
            tally.counts[f"{name}, {scope}", "left out"] += 1
            continue
        network, made, by = found
        group = f"{name} by {by}, {scope}"
        tally.lowering(group, network, made, seed)
        print(f"{time.monotonic() - began:.0f} s: {group}, {len(made.nodes)} nodes", flush=True)
        for kind, other in one_of_each(made, random.Random(f"{seed} {name} {scope}")):
            tally.change(group, kind, (network, made), other, seed)
            print(f"{time.monotonic() - began:.0f} s: {group}, {kind}", *tally.wrong[-1:], flush=True)
    return _as_data(tally, size, seed, began)


def _as_data(tally: Tally, count: int, seed: int, began: float) -> dict[str, Any]:
    return {
        "count": count,
        "seed": seed,
        "counts": [[group, what, n] for (group, what), n in sorted(tally.counts.items())],
        "kinds": dict(sorted(tally.kinds.items())),
        "worst error": tally.worst,
        "wrong": tally.wrong,
        "open": tally.open,
        "parts": {group: statistics.median(shares) for group, shares in tally.parts.items()},
        "seconds": time.monotonic() - began,
    }


def kept(data: dict[str, Any]) -> bool:
    """Whether every lowering was found equal and no real change was, and each was named where it is."""
    return not data["wrong"]


COLUMNS = {
    "lowerings": ("lowering equal", "lowering different", "lowering open"),
    "equal": ("lowering equal",),
    "real changes": ("real, equal", "real, different", "real, open"),
    "different": ("real, different",),
    "open": ("real, open",),
    "called equal": ("real, equal",),
    "named at the segment": ("real, named at the segment",),
}
"""The columns of the table, and what is counted there."""


def page(data: dict[str, Any]) -> str:
    """The table of the docs; last the share of the nodes that the part has that is named, in the median."""
    groups = list(dict.fromkeys(group for group, _, _ in data["counts"]))
    counts = {(group, what): n for group, what, n in data["counts"]}

    def of(group: str, *whats: str) -> str:
        return f"{sum(counts.get((group, what), 0) for what in whats):,}"

    lines = [f"| {' | '.join(('networks, scope', *COLUMNS, 'nodes in it'))} |", f"|---|{'---:|' * (len(COLUMNS) + 1)}"]
    for group in groups:
        share = data["parts"].get(group)
        cells = [of(group, *whats) for whats in COLUMNS.values()]
        if (group, "left out") in counts:
            cells = ["left out", *("" for _ in cells[1:])]
        lines.append(f"| {' | '.join((group, *cells, '' if share is None else f'{share:.0%}'))} |")
    infinite = sum(n for _, what, n in data["counts"] if what.startswith("a number for infinity"))
    lines += [
        "",
        f"{len(data['kinds'])} kinds of changes; {infinite} more changes put a number in the place of infinity.",
        f"The largest error printed for a lowering is {data['worst error']:.1e}.",
    ]
    return "\n".join(lines) + "\n"
