"""Both sides of a comparison at every size, and along one axis: where they exist, and how sizes repeat there.

From the first size on at which both exist, whatever is missing is missing because a cell does not divide a size or two
sizes differ, which is so again a step later; windows fit from there on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from symstride.equality.cutoffs import MORE, NAME, STEPS, Building, axes_of, turns
from symstride.equality.edges import pattern
from symstride.equality.growth import Growth, growths
from symstride.equality.segments import Networks
from symstride.equality.sides import Side, Size
from symstride.errors import NotSupported, SpecError
from symstride.network.graph import Network

MOST = 1_500
"""Sizes along one axis that both sides are built at to see how sizes repeat."""

FIRST = 256
"""Sizes along one axis among which there has to be one that both sides have."""

PLACES, BASES = 3, 6
"""The least places of a value at the size that cuts are looked for at; and the sizes that are tried for it."""

Prepare: TypeAlias = Callable[[Network, Network], Networks]
"""The two networks of one size -> as they are compared: paired, and folded where weights are."""


def refusal(expected: str, got: str) -> NotSupported:
    """What is raised where all sizes cannot be decided in this way."""
    return NotSupported("all sizes", expected, got, NAME)


class BothSides:
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
        raise refusal(f"a size up to {FIRST} at which both sides exist", f"none; {self.build.said}")

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


class AlongAxis:
    """Sizes along one axis, with the others held: which sides exist, and how large the cuts of the left are.

    Both are known up to ``last``; from ``first`` on they repeat with ``step``.
    """

    def __init__(self, whole: BothSides, axis: int, base: Size) -> None:
        self.whole, self.axis, self.base = whole, axis, base
        both = (n for n in range(1, FIRST + 1) if whole.exists(self._size(n)) == (True, True))
        self.first = next(both, 0)
        if not self.first:
            raise refusal(f"a size up to {FIRST} at which both sides exist", f"none; {whole.build.said}")
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
        raise refusal("sides that go on alike", f"others at larger sizes, in steps of {need}")

    def check_larger(self) -> None:
        """Models have to be built past each number in them as before."""
        for large, is_own in turns(self.whole.build, self.last).items():
            for n in range(large + 1, large + 1 + min(2, self.step)):
                if is_own or self.whole.exists(self._size(n)) == (True, True):
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
                        raise refusal("sizes that grow evenly", f"{name!r} at N = {n}")

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
            raise refusal("values that grow alike along all axes", name)
        return rates.pop() if rates else Fraction(0)

    def size(self, name: str, n: int) -> int:
        """How many places that value of the left has at any size at which both sides exist."""
        near = self._near(n)
        places = self._own(self._sizes[name][near])
        if len(set(places)) != 1:
            raise refusal("maps of as many places along all axes", f"{name!r} with {places}")
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
            raise refusal("sides that go on alike", f"others at {n} than at {self._near(n)}")

    def reaching(self, name: str, places: int) -> int:
        """A size from which on that value has at least so many places, and both sides repeat."""
        n = self.first
        while any(
            self.exists(m) == (True, True) and self.size(name, m) < places for m in range(n, min(n + self.step, MOST))
        ):
            n += 1
            if n > MOST:
                raise refusal(f"a cutoff of at most {MOST:,}", f"{places} places of {name!r}")
        return n
