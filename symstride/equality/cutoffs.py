"""How sizes repeat: for each remainder a size from which on the theorem of ``every_size`` holds.

Sizes are built one after the other and looked at, without comparing: which sides exist, which places are free, and
whether a side that is a function goes on as it began.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from inspect import Parameter, signature
from itertools import islice, product
from math import lcm
from typing import Any

from symstride.equality.edges import Free, free, pattern, touched
from symstride.equality.fronts import fronts_of
from symstride.equality.repeats import Repeats
from symstride.equality.sides import Side, Size, common_size, paired
from symstride.errors import NotSupported
from symstride.limits import check
from symstride.network.graph import Network

MOST, STEPS = 240, 6
"""Sizes along one axis that are built to find a cutoff; and the multiples of a step that are tried as one."""

MORE = 16
"""Sizes that functions and files have to go on alike for, beside two steps."""

CORNERS = 64
"""Sizes along several axes together that are compared with larger ones."""

LARGE, TURNS = 20_000, 24
"""Larger sizes at which models are built once more, up to the first; and the most such sizes."""

FAR = (250, 2_000, LARGE)
"""Sizes past which models are built once more, whatever numbers they have."""

EMPTY, SAME = 64, 12
"""Sizes without any that both sides have, and such with a reason against a cutoff, after which no more are built."""

MAX_READ = 1_000_000_000
"""Numbers of the weights of all networks that are built."""

KEPT = 20_000
"""Weights of networks that are kept while sizes are gone through."""

NAME = "name the sizes"
"""What to try where sizes cannot be all of them."""


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


class Building:
    """The sides at each size, as they are asked for; small ones are kept.  ``said`` is why one did not exist.

    ``more`` are sizes that have to go on alike beside two steps.
    """

    def __init__(self, sides: Sequence[Side]) -> None:
        self.sides = sides
        self.is_fixed = not any(side.is_family or side.is_model for side in sides)
        self.more = 0 if self.is_fixed else MORE
        self._kept: dict[Size, list[Network | None]] = {}
        self._read = 0
        self.said = ""

    def at(self, size: Size) -> list[Network | None]:
        if size in self._kept:
            return self._kept[size]
        check("all sizes", self._read, MAX_READ, "weights, of all sizes together", NAME)
        made, said = common_size(self.sides, size)
        self.said = said or self.said
        numbers = sum(array.size for network in made if network is not None for array in network.weights.values())
        self._read += 0 if self.is_fixed else numbers
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


# ------------------------------------------------------------------------------------------------ how many sizes


def axes_of(build: Building) -> int:
    """How many sizes the sides take: as functions do, or as many as their maps have axes."""
    asked = asked_by_functions(build.sides)
    if len(asked) > 1:
        got = " and ".join(map(str, sorted(asked)))
        raise NotSupported("all sizes", "functions of as many sizes", got, "write both as functions of *size")
    takes = asked or {number for number in map(_arguments, build.sides) if number}
    return min(takes, default=0) or len(_ranks(build))


def asked_by_functions(sides: Sequence[Side]) -> set[int]:
    """How many numbers functions take, those that take a certain number of them."""
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


# ------------------------------------------------------------------------------------------------ what repeats


def repeats_of(build: Building) -> tuple[Repeats, ...]:
    """How sizes repeat along each axis.  Raises ``NotSupported`` where the theorem does not apply."""
    axes = axes_of(build)
    if axes == 1:
        repeats = _along(build, lambda n: (n,), _ranks(build))
        _check_larger(build, lambda n: (n,), repeats)
        return (repeats,)
    base = _base(build, axes)

    def along(axis: int) -> Callable[[int], Size]:
        return lambda n: (*base[:axis], n, *base[axis + 1 :])

    found = tuple(_along(build, along(axis), [axis]) for axis in range(axes))
    for axis, repeats in enumerate(found):
        _check_larger(build, along(axis), repeats)
    if not build.is_fixed:
        _check_together(build, found)
    return found


def _check_larger(build: Building, size: Callable[[int], Size], repeats: Repeats) -> None:
    """Models have to be built past each number in them as before: one may be the end of a slice, or divide a size.

    What they compute with these and a size may turn elsewhere, so they are built at large sizes too, where they exist.
    """
    for number, is_own in turns(build, repeats.last).items():
        for small in sorted(repeats.settled)[:2]:
            large = number + 1 + (small - number - 1) % repeats.step
            looks = [_built(build, size(n)) for n in (small, large)]
            if looks[0] != looks[1] and (is_own or None not in looks[1]):
                got = f"other nodes, numbers or padding at {written(size(large))} than at {written(size(small))}"
                raise NotSupported("all sizes", "sides that go on alike at larger sizes", got, NAME)


def turns(build: Building, last: int) -> dict[int, bool]:
    """Numbers above ``last`` past which models may be built otherwise, each with whether it is one of their own.

    These are the first and last of their own, and ``FAR``, past which a model may not exist for being too large.
    """
    numbers = sorted({n for side in build.sides for n in side.numbers if last < n < LARGE})
    own = [*numbers[: TURNS // 2], *numbers[TURNS // 2 :][-TURNS // 2 :]]
    far = [n for n in FAR if n > last and any(side.is_model for side in build.sides)]
    return {**dict.fromkeys(far, False), **dict.fromkeys(own, True)}


def _built(build: Building, size: Size) -> tuple[Any, ...]:
    """Which sides exist there, and how they are built: nothing is looked at place by place."""
    return tuple(network if network is None else pattern(network) for network in build.at(size))


def _check_together(build: Building, repeats: Sequence[Repeats]) -> None:
    """Functions of several sizes have to go on alike when all of these grow."""
    steps = [one.step for one in repeats]
    for size in islice(product(*(sorted(set(one.settled)) for one in repeats)), CORNERS):
        further = tuple(n + step for n, step in zip(size, steps, strict=True))
        looks = [build.look(corner, range(len(size))) for corner in (size, further)]
        if (looks[0].exists, looks[0].patterns) != (looks[1].exists, looks[1].patterns):
            got = f"other nodes, numbers or padding at {written(further)} than at {written(size)}"
            raise NotSupported("all sizes", "sides that go on alike when all sizes grow", got, NAME)


def _ranks(build: Building) -> Sequence[int]:
    """All axes of the maps that come in, where one size stands for all."""
    for n in range(1, MOST + 1):
        left = build.at((n,))[0]
        if left is not None:
            return range(max((len(left.shapes[node.name]) - 1 for node in left.inputs), default=1) or 1)
    raise NotSupported("all sizes", f"a size up to {MOST} at which the left exists", f"none; {build.said}", NAME)


def _base(build: Building, axes: int) -> Size:
    """A small size at which both sides exist."""
    small = sorted(product(range(1, 9), repeat=axes), key=lambda size: (sum(size), size))
    for size in (*small, *((n,) * axes for n in range(9, MOST + 1))):
        if None not in build.at(size):
            return size
    raise NotSupported("all sizes", f"a size up to {MOST} at which both sides exist", f"none; {build.said}", NAME)


def _along(build: Building, size: Callable[[int], Size], axes: Sequence[int]) -> Repeats:
    """The theorem along one axis: a settled size for each remainder, each tried once more a step later."""
    looks: dict[int, Look] = {}
    base, due = 1, 1
    if build.is_fixed:
        _check_reachable(build.look(size(MOST), axes))
    for n in range(1, MOST + 1):
        looks[n] = build.look(size(n), axes)
        base = lcm(base, looks[n].need)
        if 2 * base > MOST or _is_hopeless(looks):
            break
        if n < due:
            continue
        for times in range(1, STEPS + 1):
            found = _settling(looks, base * times, build.more)
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
    raise NotSupported("all sizes", f"a cutoff of at most {MOST} along each axis", why, NAME)


def _check_reachable(look: Look) -> None:
    """Whatever is settled stays so: if the largest size exists and is not, none of its remainder is."""
    if look.exists == (True, True) and not look.why and not look.is_settled(look.need):
        got = f"steps of {look.need} places, and more places that touch an edge"
        raise NotSupported("all sizes", f"a cutoff of at most {MOST} along each axis", got, NAME)


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


def written(size: Size) -> str:
    """``2x3``."""
    return "x".join(map(str, size))
