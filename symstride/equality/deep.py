"""All sizes of deep networks: each segment at all sizes of its own, and what follows for the whole.

A segment reads few places, so that its cutoff is small where that of the whole is not.  ``segments`` says why equal
segments make equal networks; here each is decided at all its sizes, the sizes of its inputs are followed along those of
the whole (``growth``), and the whole is called equal at those ``N`` at which every segment is equal at the size that it
has there.  At others the whole is compared at single sizes; a difference in a place that touches one edge only is there
at each larger size of its kind too, because its formula is the same, or the same but moved.

Sizes repeat (``along_axis``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import lcm
from typing import TypeAlias

from symstride.equality.along_axis import FIRST, MOST, AlongAxis, BothSides, Prepare, refusal
from symstride.equality.cutoffs import CORNERS, Building
from symstride.equality.cuts import Meeting, SegmentPair
from symstride.equality.edges import pattern, touched
from symstride.equality.every_size import MAX_WORK, Answer, Compare, products_in, tried_at
from symstride.equality.repeats import Repeats, SegmentSizes, divisors
from symstride.equality.segments import Cuts, Networks, Pair, cuts_of, is_same, pairs_of
from symstride.equality.sides import Side, Size
from symstride.equality.verdict import Equality
from symstride.errors import NotSupported
from symstride.network.graph import Network

MAX_SEGMENTS = 2_000

SINGLE = 48
"""Sizes at which whole networks are compared where a segment is not equal."""

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
        self.ways, self.whole = ways, BothSides(build, ways.prepare)
        self.cuts, base = self._meet()
        self.lines = [AlongAxis(self.whole, axis, base) for axis in range(self.whole.axes)]
        self._check_together()
        self.base = self.whole.at(base)
        self.pairs = self._pairs()
        if len(self.pairs) > MAX_SEGMENTS:
            raise refusal(f"at most {MAX_SEGMENTS:,} segments", f"{len(self.pairs):,}")
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
            raise refusal(f"a size up to {FIRST} at which both sides exist", f"none; {self.whole.build.said}")
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
                raise refusal("sides that go on alike when all sizes grow", "others at larger sizes")

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
            raise refusal(f"in the segment that ends with {titles}: {why.expected}", why.got) from None
        if "equal" not in (verdict.sizes or {}).values():
            reason = verdict.reasons[0] if verdict.reasons else "open"
            raise refusal(f"segments that are decided, as the one that ends with {segment.end[0]}", reason)
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
            raise refusal(f"inputs that grow alike of the segment that ends with {title}", "others")
        for line in self.lines:
            if not all(line.have_one_size(growing)):
                raise refusal(f"inputs of one size of the segment that ends with {title}", "others")
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
                    raise refusal(
                        "segments that depend on the sizes of their inputs alone", f"{part.end[0]}, at N = {n}"
                    )

    # -------------------------------------------------------------------------------------------- the answer

    def verdict(self) -> Equality:
        repeats = tuple(self._repeats(line, axis) for axis, line in enumerate(self.lines))
        box = sorted(product(*(one.needed for one in repeats)), key=lambda size: (sum(size), size))
        limit = 2_000
        if len(box) > limit:
            raise refusal(f"at most {limit:,} sizes to tell apart", f"{len(box):,}")
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

    def _repeats(self, line: AlongAxis, axis: int) -> Repeats:
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
            raise refusal(f"a step and a cutoff of at most {MOST:,} together", f"{last} and {step}")

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


def _check_names(networks: Networks, cuts: Cuts) -> None:
    for network, names in zip(networks, (cuts.left, cuts.right), strict=True):
        lacking = names.keys() - network.shapes.keys()
        if lacking:
            raise refusal("cuts that are there at all sizes", sorted(lacking)[0])


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


# ------------------------------------------------------------------------------------------------ single sizes


class _Single:
    """Whole networks at single sizes, as many as the budget allows."""

    def __init__(self, whole: BothSides, ways: Ways) -> None:
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
