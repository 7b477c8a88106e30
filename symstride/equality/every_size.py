"""All sizes at once: up to a cutoff they are tried, and beyond it each is like a smaller one.

Let ``N`` be a size at which both sides exist, give outputs of one shape, and have at least ``rate*step`` places in a
row, in every value, that touch neither edge (``edges``); ``step`` is a multiple of every ``need``.  Then the two are
equal at ``N + step`` if and only if they are equal at ``N``, and all of that is true of ``N + step`` again.

Proof.  Let a value have ``M`` places at ``N``, those before ``stop`` without touching the right edge, those from
``start`` on without touching the left one, and let ``d = rate*step <= stop - start``; it has ``M + d`` places at
``N + step``.  A place before ``stop`` has the same formula at both sizes: no chain from it meets the right edge, and
nothing else has moved.  A place from ``start`` on has, moved by ``d``, the same formula moved: each step of a chain
moves by the ``d`` of the value that it reads.  Each place of ``N + step`` is before ``stop`` or is one of those moved,
because ``start + d <= stop``; and each place of ``N`` is before ``stop`` or not before ``start``.  So the formulas of
the two outputs agree at one size when they do so at the other, and the numbers that tell them apart at ``N`` do so at
``N + step``, with zeros around them.  At ``N + step`` the places from ``start`` to ``stop + d`` are free.

At sizes above such an ``N`` each side exists, or not, as it does ``step`` places below: windows that fit go on fitting,
and what has to be divided by a cell, or to be as large as something else, is so again after a step.  Outputs whose
sizes differ go on differing: by the same number of places when they grow alike, and by more when the larger one grows
faster.  Along several axes each is argued on its own, the others held: touching along an axis depends on that axis.

What stands behind an operator that reads a whole map is left out when it is the same on both sides; then equality in
front is enough, and a difference in front need not come through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod
from typing import TypeAlias

from symstride.equality.cutoffs import NAME, Building, asked_by_functions, repeats_of, written
from symstride.equality.fronts import Fronts, fronts_of
from symstride.equality.repeats import AllSizes, Repeats, SegmentSizes, listed
from symstride.equality.scope import partial_maps
from symstride.equality.sides import Side, Size, another_order, paired
from symstride.equality.verdict import Equality, Status
from symstride.errors import NotSupported
from symstride.network.evaluate import work_of
from symstride.network.graph import Network

MAX_BOX, MAX_WORK = 2_000, 20_000_000_000
"""Sizes that are compared, and products that this may take."""

TRIED = 40
"""Sizes that are compared when no cutoff is found."""

Compare: TypeAlias = Callable[[Size, Sequence[Network | None], int, bool], Equality]
"""(size, the networks there, among how many comparisons, whether to make numbers plain) -> the answer there."""

Tried: TypeAlias = Callable[[Sequence[Size]], Equality]
"""Sizes -> the answer for these."""


def at_every_size(
    sides: Sequence[Side], compare: Compare, tried: Tried, segmented: Callable[[Building], Equality], seed: int
) -> Equality:
    """The answer for all sizes, of the whole at once or else of its segments (``deep``).

    Where the theorem does not apply, or takes too long, it is "different" or "open", and says what holds at the sizes
    that were tried.
    """
    build = Building(sides)
    try:
        return tried_at(build, compare, seed)
    except NotSupported as why:
        said = f"that takes {why.expected}; there is: {why.got}"
    try:
        return segmented(Building(sides))
    except NotSupported as why:
        other = f"that takes {why.expected}; there is: {why.got}"
        said += "" if other == said else f"; segment by segment {other}"
    return _some(build, tried, seed, f"other sizes are open: {said}")


def tried_at(build: Building, compare: Compare, seed: int) -> Equality:
    """The answer from all sizes up to the cutoffs.  ``NotSupported`` where there are none, or too many to compare."""
    repeats = repeats_of(build)
    check_work(build, repeats)
    exists: dict[Size, tuple[bool, bool]] = {}
    found: dict[Size, Equality] = {}
    undefined: dict[str, None] = {}
    box = sorted(product(*(one.needed for one in repeats)), key=lambda size: (sum(size), size))

    def at(size: Size, left: Network, right: Network) -> Equality:
        """The answer at one size, in front of what reads whole maps."""
        other, wrong = paired(left, right)
        fronts = Fronts((left, right)) if wrong else fronts_of(left, other)
        is_first = all(one.status != "different" for one in found.values())
        undefined[partial_maps(*(one for one in fronts.networks if one is not None))] = None
        try:
            answer = compare(size, fronts.networks, len(box), is_first)
        except NotSupported as why:
            reasons = (f"{why.asked}: expected {why.expected}, got {why.got}",)
            answer = Equality("open", "nothing was compared", seed=seed, reasons=reasons)
        if answer.status == "equal":
            answer = replace(answer, scope=another_order(left, right).join(_split(answer.scope)))
        if fronts.reader and answer.status != "equal":
            got = f"{fronts.reader!r} reads a whole map, and may hide what differs in front of it"
            raise NotSupported("all sizes", "what is equal in front of operators that read whole maps", got, NAME)
        return answer

    for size in box:
        left, right = build.at(size)
        exists[size] = (left is not None, right is not None)
        if left is not None and right is not None:
            found[size] = at(size, left, right)
    return Answer(build.is_fixed, repeats, exists, found, seed, wherever=max(undefined, default="", key=len)).verdict()


def _split(scope: str) -> tuple[str, str]:
    """A scope up to the size that it ends with, and that."""
    about, at, size = scope.rpartition(", at ")
    return (about, at + size) if at else (scope, "")


# ------------------------------------------------------------------------------------------------ the answer


@dataclass(frozen=True)
class Answer:
    """What was found at the sizes that stand for all, and what follows for the others.

    ``segments`` and their ``error`` are there where not all of ``found`` was compared as a whole, ``wherever`` where
    maps do not always give numbers.
    """

    is_fixed: bool
    repeats: tuple[Repeats, ...]
    exists: Mapping[Size, tuple[bool, bool]]
    found: Mapping[Size, Equality]
    seed: int
    segments: tuple[SegmentSizes, ...] = ()
    error: float = 0.0
    wherever: str = ""

    @cached_property
    def statuses(self) -> dict[Size, Status]:
        return {size: one.status for size, one in self.found.items()}

    def verdict(self) -> Equality:
        rank: list[Status] = ["different", "open", "equal"]
        status = next(one for one in rank if one in self.statuses.values())
        first = next(size for size in self.found if self.statuses[size] == status)
        example = self.found[first]
        about = self._about()
        scopes = dict.fromkeys(_split(one.scope)[0] for one in self.found.values() if one.status == "equal")
        scope = "; ".join([about.headline.removeprefix("equal at "), *([", or ".join(scopes)] if scopes else [])])
        if status == "equal":
            error = self.error + sum(one.error for one in self.found.values())
            reasons: tuple[str, ...] = ()
        else:
            error = 0.0
            reasons = tuple(f"at N = {written(first)}: {why}" for why in example.reasons)
            reasons = reasons or (f"smallest size N = {written(first)}",)
        reasons = (*reasons, *about.words)
        found = replace(example, scope=scope, error=error, seed=self.seed, reasons=reasons, bound=self._bound())
        return replace(found, sizes=self.statuses, every=about, cuts=(), split=None)

    def _bound(self) -> dict[str, tuple[str, float]]:
        """Arrays of the right that were taken for arrays of the left at any size, with the largest distance."""
        bound: dict[str, tuple[str, float]] = {}
        for one in self.found.values():
            for name, (taken, distance) in one.bound.items():
                bound[name] = (taken, max(distance, bound.get(name, ("", 0.0))[1]))
        return bound

    def _about(self) -> AllSizes:
        sides = (self._domain(0), self._domain(1))
        return AllSizes(self.repeats, self._headline(), sides, self.is_fixed, self.segments, self.wherever)

    def _domain(self, side: int) -> str:
        """Where one side exists, along each axis."""
        rows = []
        for axis, repeats in enumerate(self.repeats):
            there = {size[axis] for size, exists in self.exists.items() if exists[side]}
            rows.append(repeats.words(there.__contains__))
        return _by_axis(rows)

    def _headline(self) -> str:
        """Where they are equal, or different, in a few words."""
        met = [status for status in _STATUSES if status in self.statuses.values()]
        everywhere = all(exists == (True, True) for exists in self.exists.values())
        if len(met) == 1:
            return f"{met[0]} at all sizes N" + ("" if everywhere else " at which both exist")
        good = [{size[axis] for size in self._having("equal")} for axis in range(len(self.repeats))]
        if "open" not in met and all(
            (status == "equal") == all(n in some for n, some in zip(size, good, strict=True))
            for size, status in self.statuses.items()
        ):
            return self._regular(good)
        alone = {status: [written(n) for n in self._having(status) if self._is_alone(n)] for status in met}
        single = "; ".join(f"{status} for N = {listed(sizes)}" for status, sizes in alone.items() if sizes)
        others = [status for status in met if len(alone[status]) < len(self._having(status))]
        said = "; ".join(f"{status} {self._where(status)}" for status in others)
        return f"{single}; otherwise {said}" if single else said

    def _where(self, status: Status) -> str:
        having = self._having(status)
        if len(self.repeats) > 1:
            return f"at N = {listed([*map(written, having)])}"
        return f"for {self.repeats[0].words(lambda n: (n,) in having, lambda n: (n,) in self.statuses)}"

    def _is_alone(self, size: Size) -> bool:
        """Whether a size stands for no other one, and another one for it."""
        return any(n not in one.needed for n, one in zip(size, self.repeats, strict=True))

    def _having(self, status: Status) -> list[Size]:
        return [size for size in self.statuses if self.statuses[size] == status]

    def _regular(self, good: Sequence[set[int]]) -> str:
        """Equal where each axis has a good size, and only there."""
        rows = []
        for axis, repeats in enumerate(self.repeats):
            there = {size[axis] for size in self.statuses}
            rows.append(repeats.words(good[axis].__contains__, there.__contains__))
        if len(rows) > 1:
            return f"equal for {_by_axis(rows)} only" + (", along every axis" if len(set(rows)) == 1 else "")
        there = {size[0] for size in self.statuses}
        other = self.repeats[0].words(lambda n: n not in good[0], there.__contains__)
        return f"equal for {rows[0]} only" if len(rows[0]) <= len(other) else f"different for {other} only"


_STATUSES: tuple[Status, ...] = ("equal", "different", "open")


def _by_axis(rows: Sequence[str]) -> str:
    """One text where all axes have the same, else one for each: ``N1`` is the size of the first."""
    if len(set(rows)) == 1:
        return rows[0]
    return " and ".join(re.sub(r"\bN\b", f"N{axis}", words) for axis, words in enumerate(rows, start=1))


# ------------------------------------------------------------------------------------------------ when there is none


def _some(build: Building, tried: Tried, seed: int, why: str) -> Equality:
    """The answer for some sizes, and why there is none for the others."""
    sizes: list[Size] = []
    work, build = 0, Building(build.sides)
    asked = asked_by_functions(build.sides)
    if len(asked) > 1:
        return Equality("open", "nothing was compared", seed=seed, reasons=(why,))
    several = max(asked, default=1)
    own = [size for size in _declared(build.sides) if not asked or len(size) == several]
    for size in dict.fromkeys([*((n,) * several for n in range(1, TRIED + 1)), *own]):
        try:
            made = build.at(size)
        except NotSupported:
            break
        if None in made:
            continue
        work += products_in(made)
        if sizes and work > MAX_WORK:
            break
        sizes.append(size)
    if not sizes:
        got = f"no size up to {TRIED} at which both sides exist"
        return Equality("open", "nothing was compared", seed=seed, reasons=(why, got))
    found = tried(sizes)
    scope = f"sizes that were tried only: {found.scope}"
    status: Status = "different" if found.status == "different" else "open"
    return replace(found, status=status, scope=scope, error=0.0, reasons=(*found.reasons, why))


def _declared(sides: Sequence[Side]) -> Iterator[Size]:
    """The sizes that networks have themselves."""
    for side in sides:
        if isinstance(side.known, Network):
            yield from (side.known.shapes[node.name][1:] for node in side.known.inputs[:1])


def check_work(build: Building, repeats: Sequence[Repeats]) -> None:
    count = prod(len(one.needed) for one in repeats)
    largest = tuple(max(n for n in one.needed) for one in repeats)
    if count > MAX_BOX:
        raise NotSupported("all sizes", f"at most {MAX_BOX:,} sizes to compare", f"{count:,}", NAME)
    work = products_in(build.at(largest))
    if work * count > MAX_WORK:
        got = f"about {work * count:.0e} at {count:,} sizes"
        raise NotSupported("all sizes", f"at most {MAX_WORK:.0e} products", got, NAME)


def products_in(networks: Sequence[Network | None]) -> int:
    """About how many products it takes to run them once."""
    nodes = ((network, node) for network in networks if network is not None for node in network.nodes)
    return sum(prod(work_of(network, node)) for network, node in nodes)
