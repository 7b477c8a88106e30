"""All sizes of deep networks: each segment at all sizes of its own, and what follows for the whole.

A segment reads few places, so that its cutoff is small where that of the whole is not.  ``segments`` says why equal
segments make equal networks; here each is decided at all its sizes, the sizes of its inputs are followed along those of
the whole (``growth``), and the whole is called equal at those ``N`` at which every segment is equal at the size that it
has there.  At others the whole is compared at single sizes; a difference in a place that touches one edge only is there
at each larger size of its kind too, because its formula is the same, or the same but moved.

Sizes repeat.  From the first ``N`` on at which both sides exist, whatever is missing is missing because a cell does not
divide a size or two sizes differ, which is so again a step later; windows fit from there on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product
from math import lcm
from typing import TypeAlias

from symstride.equality.cutoffs import CORNERS, MORE, NAME, STEPS, Building, axes_of, turns
from symstride.equality.cuts import Meeting, SegmentPair
from symstride.equality.edges import pattern, touched
from symstride.equality.every_size import MAX_WORK, Answer, Compare, products_in, tried_at
from symstride.equality.growth import Growth, growths
from symstride.equality.repeats import Repeats, SegmentSizes, divisors
from symstride.equality.segments import Cuts, Networks, Pair, cuts_of, is_same, pairs_of
from symstride.equality.sides import Side, Size
from symstride.equality.verdict import Equality
from symstride.errors import NotSupported, SpecError
from symstride.network.graph import Network

MOST = 1_500
"""Sizes along one axis that both sides are built at to see how sizes repeat."""

FIRST = 256
"""Sizes along one axis among which there has to be one that both sides have."""

PLACES, BASES = 3, 6
"""The least places of a value at the size that cuts are looked for at; and the sizes that are tried for it."""

MAX_SEGMENTS = 2_000

SINGLE = 48
"""Sizes at which whole networks are compared where a segment is not equal."""

Prepare: TypeAlias = Callable[[Network, Network], Networks]
"""The two networks of one size -> as they are compared: paired, and folded where weights are."""

Meet: TypeAlias = Callable[[Networks], tuple[Meeting, frozenset[int], bool]]
"""Two networks -> where they meet, the prints of the cuts, and whether they are equal there."""


@dataclass(frozen=True)
class Ways:
    """What is asked of two networks, as this module needs it.

    ``inside`` compares the two sides of a segment, whose values have to be numbers; ``whole`` two networks.  ``said``
    puts what was decided into words, from what was said of each segment.
    """

    prepare: Prepare
    meet: Meet
    inside: Compare
    whole: Compare
    said: Callable[[Networks, Sequence[str]], str]
    seed: int


def by_segments(build: Building, ways: Ways) -> Equality:
    """The answer for all sizes.  Raises ``NotSupported`` where segments do not give it."""
    return _Deep(build, ways).verdict()


class _Deep:
    def __init__(self, build: Building, ways: Ways) -> None:
        self.ways, self.whole = ways, _Whole(build, ways.prepare)
        self.cuts, base = self._meet()
        self.lines = [_Line(self.whole, axis, base) for axis in range(self.whole.axes)]
        self._check_together()
        self.base = self.whole.at(base)
        self.pairs = self._pairs()
        if len(self.pairs) > MAX_SEGMENTS:
            raise _no(f"at most {MAX_SEGMENTS:,} segments", f"{len(self.pairs):,}")
        for line in self.lines:
            line.keep({name for begins in self.pairs.values() for name in begins})
        self.parts = self._decided()
        self.equal_everywhere = all(part.is_equal for part in self.parts)

    # -------------------------------------------------------------------------------------------- cuts

    def _meet(self) -> tuple[Cuts, Size]:
        """The cuts at one of some sizes: one at which both sides are equal, else one with the most cuts."""
        best: tuple[int, Cuts, Size] | None = None
        for size in self.whole.candidates():
            meeting, used, is_equal = self.ways.meet(self.whole.at(size))
            cuts = cuts_of(meeting, used)
            if is_equal:
                return cuts, size
            if best is None or len(cuts.first) > best[0]:
                best = len(cuts.first), cuts, size
        if best is None:
            raise _no(f"a size up to {FIRST} at which both sides exist", f"none; {self.whole.build.said}")
        return best[1:]

    def _check_together(self) -> None:
        """Functions of several sizes have to go on alike when all of these grow."""
        if self.whole.is_fixed or len(self.lines) == 1:
            return
        steps = [line.step for line in self.lines]
        starts = product(*(range(line.first, line.first + line.step) for line in self.lines))
        for size in islice(starts, CORNERS):
            further = tuple(n + step for n, step in zip(size, steps, strict=True))
            if self.whole.look(size) != self.whole.look(further):
                raise _no("sides that go on alike when all sizes grow", "others at larger sizes")

    def _pairs(self) -> dict[Pair, tuple[str, ...]]:
        """All pairs that have to be equal at some size, in the order of the left."""
        if self.whole.is_fixed:
            return pairs_of(self.base, self.cuts)
        found: dict[Pair, tuple[str, ...]] = {}
        for line in self.lines:
            for networks in line.networks():
                _check_names(networks, self.cuts)
                for pair, begins in pairs_of(networks, self.cuts).items():
                    found[pair] = tuple(dict.fromkeys((*found.get(pair, ()), *begins)))
        return found

    # -------------------------------------------------------------------------------------------- segments

    def _decided(self) -> list[_Part]:
        found, waiting = [], []
        for pair, begins in self.pairs.items():
            if self._is_same(pair):
                found.append(_Part(self._record(pair, begins, "the same")))
            else:
                waiting.append((pair, begins))
        for number, (pair, begins) in enumerate(waiting):
            found.append(self._sized(pair, begins, len(waiting), number))
        return found

    def _is_same(self, pair: Pair) -> bool:
        if self.whole.is_fixed:
            return is_same(self.base, pair, self.cuts)
        return all(is_same(networks, pair, self.cuts) for line in self.lines for networks in line.networks())

    def _record(self, pair: Pair, begins: Sequence[str], kind: str, verdict: Equality | None = None) -> SegmentSizes:
        left, right = self.base
        titles = left.node(pair[0]).title, right.node(pair[1]).title
        names = tuple(left.node(name).title for name in begins)
        if verdict is None:
            return SegmentSizes(titles, names, kind)
        every = verdict.every
        repeats, headline = (every.repeats, every.headline) if every is not None else ((), verdict.status)
        return SegmentSizes(titles, names, kind, repeats, headline, verdict.error)

    def _sized(self, pair: Pair, begins: Sequence[str], among: int, number: int) -> _Part:
        """One segment at all sizes of its inputs."""
        follows = self._follows(pair, begins)

        def compare(size: Size, made: Sequence[Network | None], count: int, plain: bool) -> Equality:
            return self.ways.inside((number, *size), made, among * count, False)

        segment = self.cuts.segment(self.base, pair)
        if follows is None:
            self._check_alike(pair, None)
            verdict = compare((), (segment.left, segment.right), 1, False)
            return _Part(self._record(pair, begins, "one size", verdict), None, verdict)
        if self.whole.is_fixed:
            build = Building([Side(segment.left), Side(segment.right)])
        else:
            build = self._family(pair, follows)
        try:
            verdict = tried_at(build, compare, self.ways.seed)
        except NotSupported as why:
            titles = " and ".join(dict.fromkeys(segment.end))
            raise _no(f"in the segment that ends with {titles}: {why.expected}", why.got) from None
        if "equal" not in (verdict.sizes or {}).values():
            reason = verdict.reasons[0] if verdict.reasons else "open"
            raise _no(f"segments that are decided, as the one that ends with {segment.end[0]}", reason)
        return _Part(self._record(pair, begins, "all sizes", verdict), follows, verdict)

    def _follows(self, pair: Pair, begins: Sequence[str]) -> str | None:
        """The cut whose size all the inputs of that segment have, at every size; None when these have one size only."""
        maps = [name for name in begins if len(self.base[0].shapes[name]) > 1]
        rates = {name: tuple(line.rate(name) for line in self.lines) for name in maps}
        growing = [name for name in maps if any(rates[name])]
        if not growing:
            return None
        title = self.base[1].node(pair[1]).title
        if len(growing) < len(maps) or len(set(rates.values())) > 1 or not all(rates[growing[0]]):
            raise _no(f"inputs that grow alike of the segment that ends with {title}", "others")
        for line in self.lines:
            if not all(line.have_one_size(growing)):
                raise _no(f"inputs of one size of the segment that ends with {title}", "others")
        return growing[0]

    # -------------------------------------------------------------------------------------------- functions of a size

    def _family(self, pair: Pair, follows: str) -> Building:
        """Both sides of a segment as functions of its own size, taken from networks in which it has that size."""
        kept: dict[Size, SegmentPair] = {}

        def at(size: Size) -> SegmentPair:
            size = size if len(size) == len(self.lines) else size * len(self.lines)
            if size not in kept:
                found = [line.having(follows, m) for line, m in zip(self.lines, size, strict=True)]
                kept[size] = self.cuts.segment(self.whole.at(tuple(found)), pair)
            return kept[size]

        if len(self.lines) == 1:
            sides = [Side(lambda n: at((n,)).left), Side(lambda n: at((n,)).right)]
        else:
            sides = [Side(lambda *size: at(size).left), Side(lambda *size: at(size).right)]
        self._check_alike(pair, follows)
        build = Building(sides)
        build.more = 0
        return build

    def _check_alike(self, pair: Pair, follows: str | None) -> None:
        """A segment has to depend on the size of its inputs alone."""
        if self.whole.is_fixed:
            return
        for line in self.lines:
            seen: dict[int, object] = {}
            for n, networks in line.items():
                part = self.cuts.segment(networks, pair)
                size = line.size(follows, n) if follows is not None else 0
                made = pattern(part.left), pattern(part.right), [part.left.shapes[x.name] for x in part.left.inputs]
                if seen.setdefault(size, made) != made:
                    raise _no("segments that depend on the sizes of their inputs alone", f"{part.end[0]}, at N = {n}")

    # -------------------------------------------------------------------------------------------- the answer

    def verdict(self) -> Equality:
        repeats = tuple(self._repeats(line, axis) for axis, line in enumerate(self.lines))
        box = sorted(product(*(one.needed for one in repeats)), key=lambda size: (sum(size), size))
        limit = 2_000
        if len(box) > limit:
            raise _no(f"at most {limit:,} sizes to tell apart", f"{len(box):,}")
        exists = {size: self.whole.exists(size) for size in box}
        scopes = [part.verdict.scope for part in self.parts if part.verdict is not None]
        scope = self.ways.said(self.base, scopes)
        equal = Equality("equal", scope, 0.0, self.ways.seed)
        found: dict[Size, Equality] = {}
        single = _Single(self.whole, self.ways)
        for size in box:
            if exists[size] == (True, True):
                found[size] = equal if self._is_equal(size) else single.at(size)
        if len(repeats) == 1 and single.tried:
            repeats = (self._further(repeats[0], found, single, equal),)
            exists |= {(n,): self.whole.exists((n,)) for n in repeats[0].needed}
            for n in repeats[0].needed:
                if exists[n,] == (True, True) and (n,) not in found:
                    found[n,] = equal if self._is_equal((n,)) else single.at((n,))
        for size, one in found.items():
            larger = [axis for axis, n in enumerate(size) if n == repeats[axis].settled[n % repeats[axis].step]]
            if one is not equal and larger and not (one.status == "different" and single.persists(size)):
                why = f"at N = {'x'.join(map(str, size))} they are {one.status}; of larger sizes nothing is known"
                found[size] = replace(one, status="open", counterexample=None, parting=None, reasons=(why,))
        found = dict(sorted(found.items(), key=lambda item: (sum(item[0]), item[0])))
        error = sum(part.record.error for part in self.parts)
        parts = tuple(part.record for part in self.parts)
        return Answer(self.whole.is_fixed, repeats, exists, found, self.ways.seed, parts, error).verdict()

    def _is_equal(self, size: Size) -> bool:
        return all(part.is_equal or part.is_equal_at(self._size_of(part, size)) for part in self.parts)

    def _size_of(self, part: _Part, size: Size) -> Size:
        if part.follows is None:
            return ()
        return tuple(line.size(part.follows, n) for line, n in zip(self.lines, size, strict=True))

    def _repeats(self, line: _Line, axis: int) -> Repeats:
        """How sizes repeat along one axis: which sides exist, and at which sizes some segment is not equal."""
        parts = [part for part in self.parts if not part.is_equal]
        labels = [part.labels(axis) for part in parts]
        step = line.step
        last = line.first
        for part in parts:
            if part.follows is not None:
                one = part.repeats[axis]
                rate = line.rate(part.follows)
                step = lcm(step, (one.step / rate).numerator)
                last = max(last, line.reaching(part.follows, one.last))
        if last + step > MOST:
            raise _no(f"a step and a cutoff of at most {MOST:,} together", f"{last} and {step}")

        def sign(n: int) -> object:
            exists = line.exists(n)
            if exists != (True, True):
                return exists
            return [
                label[part.repeats[axis].stand_in(line.size(part.follows, n))]
                for part, label in zip(parts, labels, strict=True)
                if part.follows is not None
            ]

        signs = {n: sign(n) for n in range(1, last + step)}
        if not self.whole.is_fixed:
            return Repeats(step, _by_remainder(range(last, last + step)))
        least = line.step if parts else 1  # differences come again in steps that both sides repeat in, and in no others
        period = next(
            p
            for p in divisors(step)
            if p % least == 0 and all(signs[n] == signs[last + (n - last) % p] for n in range(last, last + step))
        )
        settled = []
        for n in range(last, last + period):
            while n > period and signs[n - period] == signs[n]:
                n -= period
            settled.append(n)
        return Repeats(period, _by_remainder(settled))

    def _further(self, repeats: Repeats, found: dict[Size, Equality], single: _Single, equal: Equality) -> Repeats:
        """The same, where sizes at which some segment differs go on to one from which on the whole does."""
        settled = list(repeats.settled)
        for r, n in enumerate(repeats.settled):
            if (n,) not in found or found[n,] is equal:
                continue
            while n <= MOST and single.left and not single.persists((n,)):
                n += repeats.step
                found[n,] = single.at((n,))
            if single.persists((n,)):
                settled[r] = n
        return Repeats(repeats.step, tuple(settled))


def _by_remainder(sizes: Sequence[int] | range) -> tuple[int, ...]:
    count = len(sizes)
    return tuple(sorted(sizes, key=lambda n: n % count))


def _no(expected: str, got: str) -> NotSupported:
    return NotSupported("all sizes", expected, got, NAME)


def _check_names(networks: Networks, cuts: Cuts) -> None:
    for network, names in zip(networks, (cuts.left, cuts.right), strict=True):
        lacking = names.keys() - network.shapes.keys()
        if lacking:
            raise _no("cuts that are there at all sizes", sorted(lacking)[0])


@dataclass(frozen=True)
class _Part:
    """A segment, and what is known of it: ``follows`` is the cut that has the size of its inputs."""

    record: SegmentSizes
    follows: str | None = None
    verdict: Equality | None = None

    @property
    def repeats(self) -> tuple[Repeats, ...]:
        return self.record.repeats

    @property
    def is_equal(self) -> bool:
        """At all sizes at which it exists."""
        return self.verdict is None or self.verdict.status == "equal"

    def is_equal_at(self, size: Size) -> bool:
        if self.verdict is None or self.verdict.every is None:
            return self.is_equal
        return self.verdict.status_at(*size) == "equal"

    def labels(self, axis: int) -> dict[int, tuple[object, ...]]:
        """For each size along that axis its statuses: sizes with the same ones are alike."""
        statuses = {} if self.verdict is None else self.verdict.sizes or {}
        found: dict[int, dict[Size, object]] = {n: {} for n in (self.repeats[axis].needed if self.repeats else ())}
        others = dict.fromkeys((*size[:axis], *size[axis + 1 :]) for size in statuses)
        return {n: tuple(statuses.get((*o[:axis], n, *o[axis:]), "equal") for o in others) for n in found}


# ------------------------------------------------------------------------------------------------ both sides


class _Whole:
    """Both sides at each size, as they are compared; of fixed ones the networks of one size are resized."""

    def __init__(self, build: Building, prepare: Prepare) -> None:
        self.build, self.prepare = build, prepare
        self.axes = axes_of(build)
        self.is_fixed = build.is_fixed
        self._kept: dict[Size, tuple[Network | None, Network | None]] = {}
        if self.is_fixed:
            made = prepare(*self._declared())
            self.build = Building([Side(network) for network in made])

    def _declared(self) -> Networks:
        """Both networks at a size that they have."""
        for n in range(1, FIRST + 1):
            left, right = self.build.at((n,) * self.axes)
            if left is not None and right is not None:
                return left, right
        raise _no(f"a size up to {FIRST} at which both sides exist", f"none; {self.build.said}")

    def made(self, size: Size) -> tuple[Network | None, Network | None]:
        if size not in self._kept:
            left, right = self.build.at(size)
            if left is None or right is None or self.is_fixed:
                self._kept[size] = left, right
            else:
                self._kept[size] = self.prepare(left, right)
        return self._kept[size]

    def exists(self, size: Size) -> tuple[bool, bool]:
        left, right = self.made(size)
        return left is not None, right is not None

    def look(self, size: Size) -> object:
        """Which sides exist there, and how they are built, where that may depend on the size."""
        if self.is_fixed:
            return self.exists(size)
        return [None if network is None else pattern(network) for network in self.made(size)]

    def at(self, size: Size) -> Networks:
        """Both networks there.  ``SpecError`` where there are not two."""
        left, right = self.made(size)
        if left is None or right is None:
            raise SpecError("all sizes", "a size that both sides have", "x".join(map(str, size)), NAME)
        return left, right

    def candidates(self) -> Iterator[Size]:
        """Sizes at which every value that grows has some places, the smallest first."""
        found = 0
        for n in range(1, FIRST + 1):
            size = (n,) * self.axes
            if self.exists(size) != (True, True):
                continue
            if n < FIRST // 2 and min(map(_least, self.at(size))) < PLACES:
                continue
            yield size
            found += 1
            if found == BASES:
                return


def _least(network: Network) -> int:
    """The least places, along any axis, of values that grow."""
    axes = max((len(network.shapes[node.name]) - 1 for node in network.inputs), default=0)
    sizes = [
        network.shapes[name][axis + 1]
        for axis in range(axes)
        for name, growth in growths(network, axis).items()
        if growth.rate
    ]
    return min(sizes, default=PLACES)


class _Line:
    """Sizes along one axis, with the others held: which sides exist, and how large the cuts of the left are.

    Both are known up to ``last``; from ``first`` on they repeat with ``step``.
    """

    def __init__(self, whole: _Whole, axis: int, base: Size) -> None:
        self.whole, self.axis, self.base = whole, axis, base
        both = (n for n in range(1, FIRST + 1) if whole.exists(self._size(n)) == (True, True))
        self.first = next(both, 0)
        if not self.first:
            raise _no(f"a size up to {FIRST} at which both sides exist", f"none; {whole.build.said}")
        self.growths = self._growths()
        need = lcm(*(one.need for side in self.growths for row in side for one in row.values()))
        self.step, self.last = 1, MOST  # until more is known
        self.step, self.last = self._repeating(need)
        self.check_larger()
        self._sizes: dict[str, dict[int, Size]] = {}

    def _size(self, n: int) -> Size:
        return (*self.base[: self.axis], n, *self.base[self.axis + 1 :])

    def _growths(self) -> list[list[dict[str, Growth]]]:
        """For each side, and for each axis of maps that this size is for."""
        networks = self.whole.at(self._size(self.first))
        ranks = max((len(networks[0].shapes[node.name]) - 1 for node in networks[0].inputs), default=0)
        axes = range(ranks) if self.whole.axes == 1 else [self.axis]
        return [[growths(network, axis) for axis in axes] for network in networks]

    def _repeating(self, need: int) -> tuple[int, int]:
        """A step in which both sides repeat, and up to where that was looked at: two steps, and more for functions."""
        more = 0 if self.whole.is_fixed else MORE
        for times in range(1, STEPS + 1):
            step = need * times
            last = self.first + max(2 * step - 1, step + more)
            if last > MOST:
                break
            looks = {n: self._look(n) for n in range(self.first, last + 1)}
            if all(looks[n] == looks[n + step] for n in range(self.first, last + 1 - step)):
                return step, last
            if self.whole.is_fixed:
                break
        raise _no("sides that go on alike", f"others at larger sizes, in steps of {need}")

    def check_larger(self) -> None:
        """Models have to be built past each number in them as before."""
        for large in turns(self.whole.build, self.last):
            for n in range(large + 1, large + 1 + min(2, self.step)):
                self._check_built(n)

    def _look(self, n: int) -> object:
        return self.whole.look(self._size(n))

    def keep(self, names: set[str]) -> None:
        """Note the sizes of these values of the left; they have to grow as ``growth`` says."""
        for n, (left, _) in self.items():
            for name in names:
                self._sizes.setdefault(name, {})[n] = left.shapes[name][1:]
        for name, sizes in self._sizes.items():
            for n in range(self.first, self.last + 1 - self.step):
                if n in sizes and n + self.step in sizes:
                    grown = zip(self._own(sizes[n]), self._own(sizes[n + self.step]), strict=True)
                    if any(more - places != self.rate(name) * self.step for places, more in grown):
                        raise _no("sizes that grow evenly", f"{name!r} at N = {n}")

    def _own(self, places: Size) -> Size:
        """The part of a value's size that this line is about; all of it where one size stands for all axes."""
        return places if self.whole.axes == 1 else places[self.axis : self.axis + 1]

    # -------------------------------------------------------------------------------------------- what is asked

    def items(self) -> Iterator[tuple[int, Networks]]:
        """Each size at which both sides exist, with the two."""
        for n in range(1, self.last + 1):
            if self.exists(n) == (True, True):
                yield n, self.whole.at(self._size(n))

    def networks(self) -> Iterator[Networks]:
        return (networks for _, networks in self.items())

    def exists(self, n: int) -> tuple[bool, bool]:
        """Which sides exist, at any size."""
        return self.whole.exists(self._size(self._near(n)))

    def _near(self, n: int) -> int:
        """The size up to ``last`` that is some steps below."""
        return n - max(0, -(-(n - self.last) // self.step)) * self.step

    def rate(self, name: str) -> Fraction:
        """By how much that value of the left grows when the size grows by one."""
        rates = {row[name].rate for row in self.growths[0]}
        if len(rates) > 1:
            raise _no("values that grow alike along all axes", name)
        return rates.pop() if rates else Fraction(0)

    def size(self, name: str, n: int) -> int:
        """How many places that value of the left has at any size at which both sides exist."""
        near = self._near(n)
        places = self._own(self._sizes[name][near])
        if len(set(places)) != 1:
            raise _no("maps of as many places along all axes", f"{name!r} with {places}")
        return places[0] + int(self.rate(name) * (n - near))

    def have_one_size(self, names: Sequence[str]) -> Iterator[bool]:
        """For each size that was looked at, whether these values have the same there."""
        for n, _ in self.items():
            yield len({self.size(name, n) for name in names}) == 1

    def having(self, name: str, places: int) -> int:
        """The least size at which that value has so many places.  ``SpecError`` where there is none."""
        for n in range(1, MOST + 1):
            if self.exists(n) != (True, True):
                continue
            found = self.size(name, n)
            if found == places:
                self._check_built(n)
                return n
            if n > self.last and found > places + 1:
                break
        raise SpecError("all sizes", f"a size at which {name!r} has {places} places", "none", NAME)

    def _check_built(self, n: int) -> None:
        if n > self.last and self._look(n) != self._look(self._near(n)):
            raise _no("sides that go on alike", f"others at {n} than at {self._near(n)}")

    def reaching(self, name: str, places: int) -> int:
        """A size from which on that value has at least so many places, and both sides repeat."""
        n = self.first
        while any(
            self.exists(m) == (True, True) and self.size(name, m) < places for m in range(n, min(n + self.step, MOST))
        ):
            n += 1
            if n > MOST:
                raise _no(f"a cutoff of at most {MOST:,}", f"{places} places of {name!r}")
        return n


# ------------------------------------------------------------------------------------------------ single sizes


class _Single:
    """Whole networks at single sizes, as many as the budget allows."""

    def __init__(self, whole: _Whole, ways: Ways) -> None:
        self.whole, self.ways = whole, ways
        self.tried: dict[Size, Equality] = {}
        self.left = SINGLE
        self.work = 0

    def at(self, size: Size) -> Equality:
        if size in self.tried:
            return self.tried[size]
        networks = self.whole.at(size)
        self.work += products_in(networks)
        if not self.left or (self.tried and self.work > MAX_WORK):
            self.left = 0
            return Equality("open", "", seed=self.ways.seed, reasons=("it was not compared there",))
        self.left -= 1
        is_first = all(one.status != "different" for one in self.tried.values())
        try:
            found = self.ways.whole(size, networks, SINGLE, is_first)
        except NotSupported as why:
            reasons = (f"{why.asked}: expected {why.expected}, got {why.got}",)
            found = Equality("open", "nothing was compared", seed=self.ways.seed, reasons=reasons)
        self.tried[size] = found
        return found

    def persists(self, size: Size) -> bool:
        """Whether that they differ there says that they do so some steps later: it shows away from one of the edges.

        A place that touches one edge only has the same formula at larger sizes, in the same place or moved.
        """
        found = self.tried.get(size)
        if found is None or found.status != "different":
            return False
        left, right = self.whole.at(size)
        example = found.counterexample
        for axis in range(max(len(left.shapes[node.name]) - 1 for node in left.inputs)):
            try:
                flags = [touched(network, axis) for network in (left, right)]
            except NotSupported:
                return False
            pairs = [(flags[0][a], flags[1][b]) for a, b in zip(left.outputs, right.outputs, strict=True)]
            if example is None:
                if not any(a.rate == b.rate and a.size != b.size for a, b in pairs):
                    return False
                continue
            a, b = pairs[example.output]
            place = example.place[1 + axis]
            if a.rate != b.rate or ((a.left | b.left)[place] and (a.right | b.right)[place]):
                return False
        return True
