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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from inspect import Parameter, signature
from itertools import islice, product
from math import lcm, prod
from typing import Any, TypeAlias

import numpy as np

from symstride.equality.edges import Free, free, pattern, reads_everything, touched
from symstride.equality.repeats import AllSizes, Repeats, listed
from symstride.equality.sides import Side, Size, common_size, paired
from symstride.equality.verdict import Equality, Status
from symstride.errors import NotSupported
from symstride.limits import check
from symstride.network.evaluate import work_of
from symstride.network.graph import Network, Node

MOST, STEPS = 240, 6
"""Sizes along one axis that are built to find a cutoff; and the multiples of a step that are tried as one."""

MORE = 16
"""Sizes that functions and files have to go on alike for, beside two steps."""

MAX_BOX, MAX_WORK = 2_000, 20_000_000_000
"""Sizes that are compared, and products that this may take."""

CORNERS = 64
"""Sizes along several axes together that are compared with larger ones."""

EMPTY, SAME = 64, 12
"""Sizes without any that both sides have, and such with a reason against a cutoff, after which no more are built."""

MAX_READ = 1_000_000_000
"""Numbers of the weights of all networks that are built."""

KEPT = 20_000
"""Weights of networks that are kept while sizes are gone through."""

TRIED = 40
"""Sizes that are compared when no cutoff is found."""

Pair: TypeAlias = tuple[Network, Network]
Compare: TypeAlias = Callable[[Size, Sequence[Network | None], int, bool], Equality]
"""(size, the networks there, among how many comparisons, whether to make numbers plain) -> the answer there."""

Tried: TypeAlias = Callable[[Sequence[Size]], Equality]
"""Sizes -> the answer for these."""

_NAME = "name the sizes"


def at_every_size(sides: Sequence[Side], compare: Compare, tried: Tried, seed: int) -> Equality:
    """The answer for all sizes.

    Where the theorem does not apply, or takes too long, it is "different" or "open", and says what holds at the sizes
    that were tried.
    """
    build = _Building(sides)
    try:
        repeats = _repeats(build, _axes(build))
        _check_work(build, repeats)
        return _Answer(build, repeats, compare, seed).verdict()
    except NotSupported as why:
        return _some(build, tried, seed, f"other sizes are open: that takes {why.expected}; there is: {why.got}")


def _axes(build: _Building) -> int:
    """How many sizes the sides take: as functions do, or as many as their maps have axes."""
    asked = _asked_by_functions(build.sides)
    if len(asked) > 1:
        got = " and ".join(map(str, sorted(asked)))
        raise NotSupported("all sizes", "functions of as many sizes", got, "write both as functions of *size")
    takes = asked or {number for number in map(_arguments, build.sides) if number}
    return min(takes, default=0) or len(_ranks(build))


def _asked_by_functions(sides: Sequence[Side]) -> set[int]:
    return {_arguments(side) for side in sides if side.is_family} - {0}


def _arguments(side: Side) -> int:
    """How many numbers a side takes; 0 for any, as functions of ``*size`` and files do."""
    if isinstance(side.known, Network):
        return max((len(side.known.shapes[node.name]) - 1 for node in side.known.inputs), default=1) or 1
    if side.known is not None:
        return side.known.ndim
    if not side.is_family:
        return 0
    try:
        given = list(signature(side.given).parameters.values())
    except (TypeError, ValueError):
        return 1
    if any(one.kind is Parameter.VAR_POSITIONAL for one in given):
        return 0
    places = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    return sum(1 for one in given if one.kind in places and one.default is Parameter.empty) or 1


# ------------------------------------------------------------------------------------------------ one size, looked at


@dataclass(frozen=True)
class Look:
    """What one size is like, without comparing: which sides exist, how they are built, and which places are free."""

    exists: tuple[bool, bool]
    patterns: tuple[Any, ...] = ()
    free: tuple[Free, ...] = ()
    outputs: tuple[tuple[Free, Free], ...] = ()
    need: int = 1
    why: str = ""

    def is_settled(self, step: int) -> bool:
        """Whether the theorem holds from here on in steps of ``step``."""
        return (
            self.exists == (True, True)
            and not self.why
            and all(one.is_settled(step) for one in self.free)
            and all(_settled(*pair, step) for pair in self.outputs)
        )


def _settled(left: Free, right: Free, step: int) -> bool:
    if left.rate != right.rate:
        return (left.size - right.size) * (left.rate - right.rate) > 0
    return left.size != right.size or left.together(right).is_settled(step)


class _Building:
    """The sides at each size, as they are asked for; small ones are kept.  ``said`` is why one did not exist."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self.sides = sides
        self.is_fixed = not any(side.is_family or side.is_model for side in sides)
        self._kept: dict[Size, list[Network | None]] = {}
        self._read = 0
        self.said = ""

    def at(self, size: Size) -> list[Network | None]:
        if size in self._kept:
            return self._kept[size]
        check("all sizes", self._read, MAX_READ, "weights, of all sizes together", _NAME)
        made, said = common_size(self.sides, size)
        self.said = said or self.said
        numbers = sum(array.size for network in made if network is not None for array in network.weights.values())
        self._read += numbers
        if numbers < KEPT:
            self._kept[size] = made
        return made

    def look(self, size: Size, axes: Iterable[int]) -> Look:
        """Along ``axes``, all of which have the same size here."""
        left, right = self.at(size)
        exists = (left is not None, right is not None)
        if left is None or right is None:
            return Look(exists)
        try:
            right, wrong = paired(left, right)
            if wrong:
                return Look(exists, why=wrong)
            return _look(left, right, size, axes)
        except NotSupported as why:
            said = f"{why.asked}: expected {why.expected}, got {why.got}"
            return Look(exists, why=said.replace("all sizes: ", ""))


def _look(left: Network, right: Network, size: Size, axes: Iterable[int]) -> Look:
    fronts = fronts_of(left, right)
    every: list[Free] = []
    outputs: list[tuple[Free, Free]] = []
    need = 1
    for axis in axes:
        _check_inputs(left, axis, size)
        found = [touched(network, axis) for network in fronts.networks]
        every += [free(value) for side in found for value in side.values()]
        names = zip(*(network.outputs for network in fronts.networks), strict=True)
        outputs += [(free(found[0][a]), free(found[1][b])) for a, b in names]
        need = lcm(need, *(lcm(value.need, value.rate.denominator) for side in found for value in side.values()))
    return Look((True, True), (pattern(left), pattern(right)), tuple(every), tuple(outputs), need)


def _check_inputs(network: Network, axis: int, size: Size) -> None:
    """Every map that comes in has the size that was asked for: nothing else is known to grow with it."""
    wanted = size[axis] if len(size) > 1 else size[0]
    for node in network.inputs:
        shape = network.shapes[node.name]
        if len(shape) > 1 and (axis + 1 >= len(shape) or shape[axis + 1] != wanted):
            asked, got = f"input {node.name!r}", f"shape {shape} for size {'x'.join(map(str, size))}"
            raise NotSupported(asked, "a map of as many places as were asked for", got, "count sizes by the input")


# ------------------------------------------------------------------------------------------------ fronts


@dataclass(frozen=True)
class Fronts:
    """What stands in front of the operators that read whole maps; ``reader`` is the first of these, if there is one."""

    networks: Pair
    reader: str = ""


def fronts_of(left: Network, right: Network) -> Fronts:
    """Both networks up to what is the same on both sides behind them.  ``NotSupported`` where it is not the same."""
    tails = [_tail(network) for network in (left, right)]
    if not any(tails):
        return Fronts((left, right))
    behind = [[node for node in network.nodes if node.name in tail] for network, tail in zip((left, right), tails)]
    first = next(node.title for nodes in behind for node in nodes)
    wanted: dict[tuple[str, str], None] = {}
    same: dict[str, str] = {}

    def meet(a: str, b: str) -> bool:
        if a in tails[0] or b in tails[1]:
            return same.get(a) == b
        wanted[a, b] = None
        return True

    alike = len(behind[0]) == len(behind[1])
    for one, other in zip(*behind, strict=False):
        alike = alike and _same_node(left, one, right, other) and all(map(meet, one.inputs, other.inputs))
        same[one.name] = other.name
    if not alike or not all(map(meet, left.outputs, right.outputs)):
        got = f"{first!r} reads a whole map, and what follows is not the same on both sides"
        raise NotSupported(
            "all sizes", "operators that read places near their own", got, "compare what stands in front"
        )
    cut = [
        replace(network, nodes=tuple(n for n in network.nodes if n.name not in tail), outputs=outputs, origin=None)
        for network, tail, outputs in zip((left, right), tails, zip(*wanted, strict=True), strict=True)
    ]
    return Fronts((cut[0], cut[1]), first)


def _tail(network: Network) -> frozenset[str]:
    """The nodes that read a whole map, and all behind them."""
    found: set[str] = set()
    for node in network.nodes:
        if reads_everything(node.operator) or not found.isdisjoint(node.inputs):
            found.add(node.name)
    return frozenset(found)


def _same_node(left: Network, one: Node, right: Network, other: Node) -> bool:
    arrays = [
        [network.weights.get(name) for name in node.parameters] for network, node in ((left, one), (right, other))
    ]
    return (
        one.operator == other.operator
        and len(one.inputs) == len(other.inputs)
        and len(arrays[0]) == len(arrays[1])
        and all(a is not None and b is not None and np.array_equal(a, b) for a, b in zip(*arrays, strict=True))
    )


# ------------------------------------------------------------------------------------------------ cutoffs


def _repeats(build: _Building, axes: int) -> tuple[Repeats, ...]:
    """How sizes repeat along each axis."""
    if axes == 1:
        return (_along(build, lambda n: (n,), _ranks(build)),)
    base = _base(build, axes)

    def along(axis: int) -> Callable[[int], Size]:
        return lambda n: (*base[:axis], n, *base[axis + 1 :])

    found = tuple(_along(build, along(axis), [axis]) for axis in range(axes))
    if not build.is_fixed:
        _check_together(build, found)
    return found


def _check_together(build: _Building, repeats: Sequence[Repeats]) -> None:
    """Functions of several sizes have to go on alike when all of these grow."""
    steps = [one.step for one in repeats]
    for size in islice(product(*(sorted(set(one.settled)) for one in repeats)), CORNERS):
        further = tuple(n + step for n, step in zip(size, steps, strict=True))
        looks = [build.look(corner, range(len(size))) for corner in (size, further)]
        if (looks[0].exists, looks[0].patterns) != (looks[1].exists, looks[1].patterns):
            got = f"other nodes, numbers or padding at {written(further)} than at {written(size)}"
            raise NotSupported("all sizes", "sides that go on alike when all sizes grow", got, _NAME)


def _ranks(build: _Building) -> Sequence[int]:
    """All axes of the maps that come in, where one size stands for all."""
    for n in range(1, MOST + 1):
        left = build.at((n,))[0]
        if left is not None:
            return range(max((len(left.shapes[node.name]) - 1 for node in left.inputs), default=1) or 1)
    raise NotSupported("all sizes", f"a size up to {MOST} at which the left exists", f"none; {build.said}", _NAME)


def _base(build: _Building, axes: int) -> Size:
    """A small size at which both sides exist."""
    small = sorted(product(range(1, 9), repeat=axes), key=lambda size: (sum(size), size))
    for size in (*small, *((n,) * axes for n in range(9, MOST + 1))):
        if None not in build.at(size):
            return size
    raise NotSupported("all sizes", f"a size up to {MOST} at which both sides exist", f"none; {build.said}", _NAME)


def _along(build: _Building, size: Callable[[int], Size], axes: Sequence[int]) -> Repeats:
    """The theorem along one axis: a settled size for each remainder, each tried once more a step later."""
    looks: dict[int, Look] = {}
    base, due = 1, 1
    for n in range(1, MOST + 1):
        looks[n] = build.look(size(n), axes)
        base = lcm(base, looks[n].need)
        if 2 * base > MOST or _is_hopeless(looks):
            break
        if n < due:
            continue
        for times in range(1, STEPS + 1):
            found = _settling(looks, base * times, 0 if build.is_fixed else MORE)
            if found is not None:
                return found
        due = n + 1 + n // 16
    seen = [look for look in looks.values() if look.exists == (True, True)]
    why = next((look.why for look in reversed(seen) if look.why), "")
    if not seen:
        why = f"no size at which both sides exist; {build.said}"
    elif not why:
        changing = any(look.is_settled(base) for look in seen)
        why = "nodes, numbers or padding that do not repeat" if changing else f"steps of {base} places"
    raise NotSupported("all sizes", f"a cutoff of at most {MOST} along each axis", why, _NAME)


def _is_hopeless(looks: Mapping[int, Look]) -> bool:
    """Whether there is no common size, or none of many without a reason against it."""
    both = [look for look in looks.values() if look.exists == (True, True)]
    return (len(looks) >= EMPTY and not both) or (len(both) >= SAME and all(look.why for look in both))


def _settling(looks: Mapping[int, Look], step: int, more: int) -> Repeats | None:
    """One size for each remainder, if the sizes that were looked at are enough for it, and all go on alike."""
    most = len(looks)
    first = next((n for n in looks if looks[n].is_settled(step)), most)
    if most < first + max(2 * step - 1, more):
        return None
    if not all(_goes_on(looks[n], looks[n + step], step) for n in range(first, most - step + 1)):
        return None
    found = []
    for n in range(first, first + step):
        later = range(n, most - step + 1, step)
        place = next((m for m in later if looks[m].is_settled(step)), None)
        if looks[n].exists == (True, True) and place is None:
            return None
        found.append(place or n)
    return Repeats(step, tuple(sorted(found, key=lambda n: n % step)))


def _goes_on(one: Look, later: Look, step: int) -> bool:
    """Whether a later size is as the theorem says: the same sides exist, of the same nodes, and settled if this is."""
    alike = one.exists == later.exists and one.patterns == later.patterns and bool(one.why) == bool(later.why)
    return alike and (later.is_settled(step) or not one.is_settled(step))


def _check_work(build: _Building, repeats: Sequence[Repeats]) -> None:
    count = prod(len(one.needed) for one in repeats)
    largest = tuple(max(n for n in one.needed) for one in repeats)
    if count > MAX_BOX:
        raise NotSupported("all sizes", f"at most {MAX_BOX:,} sizes to compare", f"{count:,}", _NAME)
    work = _work(build.at(largest))
    if work * count > MAX_WORK:
        got = f"about {work * count:.0e} at {count:,} sizes"
        raise NotSupported("all sizes", f"at most {MAX_WORK:.0e} products", got, _NAME)


# ------------------------------------------------------------------------------------------------ the answer


class _Answer:
    """All sizes up to the cutoffs, compared, and what follows for the others."""

    def __init__(self, build: _Building, repeats: tuple[Repeats, ...], compare: Compare, seed: int) -> None:
        self.build, self.repeats, self.compare, self.seed = build, repeats, compare, seed
        box = product(*(one.needed for one in repeats))
        self.box = sorted(box, key=lambda size: (sum(size), size))
        self.exists: dict[Size, tuple[bool, bool]] = {}
        self.found: dict[Size, Equality] = {}
        for size in self.box:
            left, right = build.at(size)
            self.exists[size] = (left is not None, right is not None)
            if left is not None and right is not None:
                self.found[size] = self._at(size, left, right)
        self.statuses = {size: one.status for size, one in self.found.items()}

    def _at(self, size: Size, left: Network, right: Network) -> Equality:
        """The answer at one size, in front of what reads whole maps."""
        other, wrong = paired(left, right)
        fronts = Fronts((left, right)) if wrong else fronts_of(left, other)
        is_first = all(one.status != "different" for one in self.found.values())
        try:
            found = self.compare(size, fronts.networks, len(self.box), is_first)
        except NotSupported as why:
            reasons = (f"{why.asked}: expected {why.expected}, got {why.got}",)
            found = Equality("open", "nothing was compared", seed=self.seed, reasons=reasons)
        if fronts.reader and found.status != "equal":
            got = f"{fronts.reader!r} reads a whole map, and may hide what differs in front of it"
            raise NotSupported("all sizes", "what is equal in front of operators that read whole maps", got, _NAME)
        return found

    def verdict(self) -> Equality:
        rank: list[Status] = ["different", "open", "equal"]
        status = next(one for one in rank if one in self.statuses.values())
        first = next(size for size in self.found if self.statuses[size] == status)
        example = self.found[first]
        about = self._about()
        scopes = dict.fromkeys(one.scope.rsplit(", at ", 1)[0] for one in self.found.values() if one.status == "equal")
        scope = "; ".join([about.headline.removeprefix("equal at "), *([", or ".join(scopes)] if scopes else [])])
        if status == "equal":
            error = sum(one.error for one in self.found.values())
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
        return AllSizes(self.repeats, self._headline(), sides, self.build.is_fixed)

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
        return "; ".join(f"{status} {self._where(status)}" for status in met)

    def _where(self, status: Status) -> str:
        having = self._having(status)
        if len(self.repeats) > 1:
            return f"at N = {listed([*map(written, having)])}"
        return f"for {self.repeats[0].words(lambda n: (n,) in having, lambda n: (n,) in self.statuses)}"

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


def written(size: Size) -> str:
    """``2x3``."""
    return "x".join(map(str, size))


# ------------------------------------------------------------------------------------------------ when there is none


def _some(build: _Building, tried: Tried, seed: int, why: str) -> Equality:
    """The answer for some sizes, and why there is none for the others."""
    sizes: list[Size] = []
    work, build = 0, _Building(build.sides)
    asked = _asked_by_functions(build.sides)
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
        work += _work(made)
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


def _work(networks: Sequence[Network | None]) -> int:
    """About how many products it takes to run them once."""
    nodes = ((network, node) for network in networks if network is not None for node in network.nodes)
    return sum(prod(work_of(network, node)) for network, node in nodes)
