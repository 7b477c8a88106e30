"""Every number that a network computes, by a number of its own: two values with one number are equal for all inputs.

The numbers that the original network computes are numbered 0, 1, 2, ... from its inputs on.  What is computed again
from equal numbers has the same number again.  Another network is then described by these: a ``View`` has, for each
place of one of its values, the number of the value of the original that stands there, or

    ZERO     exactly 0
    LOWEST   minus infinity, or the least integer
    GHOST    something finite that nobody knows
    WILD     anything, infinity and NaN included

and other constants have numbers below these.  ``Tables`` remembers what is computed from what.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isfinite, prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported
from symstride.network.operators.records import Shape

Numbers: TypeAlias = NDArray[np.int64]

ZERO, LOWEST, GHOST, WILD, _OTHERS = -1, -2, -3, -4, -5


@dataclass(frozen=True, slots=True)
class View:
    """The numbers of a value of ``shape``: ``start, start + 1, ...`` in row-major order, or those in ``listed``.

    ``bag`` has shape ``(K, *shape)``: the place is the maximum of these K, where that has no number of its own.
    """

    shape: Shape
    start: int = 0
    listed: Numbers | None = None
    bag: Numbers | None = None

    @classmethod
    def of(cls, numbers: Numbers, bag: Numbers | None = None) -> View:
        """The view with these numbers, which are not kept where each is one more than the one before."""
        shape = tuple(numbers.shape)
        if bag is None and numbers.size:
            first, last = (int(numbers[(at,) * len(shape)]) for at in (0, -1))
            if 0 <= first == last + 1 - numbers.size and increasing(cls(shape, 0, numbers)):
                return cls(shape, first)
        return cls(shape, 0, numbers, bag)

    @property
    def numbers(self) -> Numbers:
        """All numbers, as an array of ``shape``."""
        if self.listed is not None:
            return self.listed
        return np.arange(self.start, self.start + prod(self.shape), dtype=np.int64).reshape(self.shape)

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the largest number of a value; (0, -1) where there is none."""
        if self.listed is None:
            return self.start, self.start + prod(self.shape) - 1
        known = self.listed[self.listed >= 0]
        return (int(known.min()), int(known.max())) if known.size else (0, -1)

    @property
    def has_constants(self) -> bool:
        """Whether a constant stands in some place."""
        return self.listed is not None and bool(
            ((self.listed < 0) & (self.listed != GHOST) & (self.listed != WILD)).any()
        )

    @property
    def nbytes(self) -> int:
        """What it takes in memory."""
        return sum(part.nbytes for part in (self.listed, self.bag) if part is not None)

    def same(self, other: View) -> bool:
        """Whether each place has the same number in both."""
        if self is other or self.shape != other.shape:
            return self is other
        if self.listed is None and other.listed is None:
            return self.start == other.start
        return bool(np.array_equal(self.numbers, other.numbers))

    def reshaped(self, shape: Shape) -> View:
        """The same numbers in row-major order."""
        listed = None if self.listed is None else self.listed.reshape(shape)
        bag = None if self.bag is None else self.bag.reshape(len(self.bag), *shape)
        return View(shape, self.start, listed, bag)


_STEP = 2000
"""How many places could be looked at while one step is begun."""


@dataclass
class Budget:
    """How much is held and done; past its limits the answer is a refusal with the figure."""

    asked: str
    max_bytes: int
    max_work: int
    held: int = 0
    work: int = 0

    def hold(self, size: int) -> None:
        """So many bytes more are kept; less when negative."""
        self.held += size
        self.room(0)

    def room(self, size: int) -> None:
        """Refuse what would take so many bytes more, before they are taken."""
        if self.held + size > self.max_bytes:
            got = f"{self.held + size:,} bytes"
            raise NotSupported(self.asked, f"descriptions of at most {self.max_bytes:,} bytes", got, "raise max_bytes")

    def spend(self, places: int, steps: int = 1) -> None:
        """So many places are looked at, in so many steps, each of which costs something whatever its size."""
        self.work += places + _STEP * steps
        if self.work > self.max_work:
            got = f"{self.work:,} and more"
            raise NotSupported(self.asked, f"at most {self.max_work:,} places to look at", got, "raise max_work")


@dataclass(eq=False)
class Entry:
    """What one node computes: results ``out`` from the numbers in ``inputs`` and, for each place, a ``parameter``."""

    name: str
    inputs: tuple[View, ...]
    parameter: Numbers | None
    out: View
    low: int = 0
    high: int = -1
    constants: bool = False
    sorted: tuple[NDArray[np.uint64], Numbers] | None = None

    def columns(self) -> list[Numbers]:
        """What each place is computed from, one array of all places per argument."""
        found = [view.numbers.reshape(-1) for view in self.inputs]
        if self.parameter is not None:
            found.append(np.ascontiguousarray(np.broadcast_to(self.parameter, self.out.shape)).reshape(-1))
        return found

    def same(self, inputs: Sequence[View], parameter: Numbers | None) -> bool:
        """Whether these are just the same arguments, place by place."""
        if len(inputs) != len(self.inputs) or any(a.shape != b.shape for a, b in zip(self.inputs, inputs, strict=True)):
            return False
        if parameter is None or self.parameter is None:
            alike = parameter is self.parameter
        else:
            mine = np.broadcast_to(self.parameter, self.out.shape)
            alike = bool(np.array_equal(np.broadcast_to(parameter, self.out.shape), mine))
        return alike and all(a.same(b) for a, b in zip(self.inputs, inputs, strict=True))

    def may_have(self, columns: Sequence[Numbers]) -> NDArray[np.bool_]:
        """Which rows have no number that none of the arguments has."""
        found = np.ones(len(columns[0]), bool)
        for column in columns:
            found &= (column < 0) | ((column >= self.low) & (column <= self.high))
        return found

    def find(self, columns: Sequence[Numbers], meter: Budget) -> tuple[NDArray[np.bool_], Numbers]:
        """Where in this entry each row of arguments stands: (is there, at which place)."""
        mine = self.columns()
        if len(mine) != len(columns):
            return np.zeros(len(columns[0]), bool), np.zeros(len(columns[0]), np.int64)
        meter.spend(len(columns[0]) + len(mine[0]))
        if len(self.inputs) == 1 and self.inputs[0].listed is None:
            place = columns[0] - self.inputs[0].start
            there = (place >= 0) & (place < len(mine[0]))
            place[~there] = 0
            return there & _equal_rows(mine[1:], place, columns[1:]), place
        if self.sorted is None:
            hashes = hashed(mine)
            order = np.argsort(hashes, kind="stable")
            self.sorted = hashes[order], order
            meter.hold(16 * len(order))
        wanted, (known, order) = hashed(columns), self.sorted
        at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        place = order[at]
        return (known[at] == wanted) & _equal_rows(mine, place, columns), place


@dataclass
class Entries:
    """All entries of one kind, with the ranges of their arguments: rows low, high, and whether constants occur."""

    rows: list[Entry] = field(default_factory=list)
    ranges: Numbers = field(default_factory=lambda: np.zeros((3, 8), np.int64))

    def append(self, entry: Entry) -> None:
        """One more."""
        if len(self.rows) == self.ranges.shape[1]:
            self.ranges = np.concatenate([self.ranges, np.zeros_like(self.ranges)], axis=1)
        self.ranges[:, len(self.rows)] = entry.low, entry.high, entry.constants
        self.rows.append(entry)

    def meeting(self, low: int, high: int, constants: bool) -> list[Entry]:
        """Those with an argument in that range, or constants where there are some."""
        first, last, some = self.ranges[:, : len(self.rows)]
        found = ((first <= high) & (low <= last)) | ((some != 0) & constants)
        return [self.rows[n] for n in np.flatnonzero(found)]


@dataclass
class Tables:
    """What the original network computes from what, by kind of computation."""

    meter: Budget
    entries: dict[Any, Entries] = field(default_factory=dict)
    constants: dict[Any, int] = field(default_factory=dict)
    count: int = 0
    inputs: list[View] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    doubtful: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    """For each number up to the last of them whether it may be infinite or NaN, as a logarithm may."""
    infinite: set[int] = field(default_factory=set)
    """The constants that are infinite or NaN."""

    def doubt(self, view: View, first: int) -> None:
        """The numbers of a value may be infinite or NaN, and all from ``first`` on, which were met on the way to it."""
        known = view.numbers[view.numbers >= 0]
        more = max(int(known.max(initial=-1)) + 1, self.count) - len(self.doubtful)
        self.meter.hold(max(more, 0))
        self.doubtful = np.concatenate([self.doubtful, np.zeros(max(more, 0), bool)])
        self.doubtful[known] = self.doubtful[first : self.count] = True

    @property
    def has_doubts(self) -> bool:
        """Whether anything may be infinite or NaN."""
        return bool(len(self.doubtful) or self.infinite)

    def doubts(self, numbers: Numbers) -> NDArray[np.bool_]:
        """Which of some numbers may be infinite or NaN, although they are known."""
        if not self.has_doubts:
            return np.zeros(numbers.shape, bool)
        found = np.isin(numbers, list(self.infinite))
        if len(self.doubtful):
            inside = (numbers >= 0) & (numbers < len(self.doubtful))
            found |= inside & self.doubtful[np.where(inside, numbers, 0)]
        return found

    def fresh(self, shape: Shape) -> View:
        """New numbers for a value."""
        start, self.count = self.count, self.count + prod(shape)
        return View(tuple(shape), start)

    def interned(self, rows: Iterable[bytes]) -> list[int]:
        """A number for each row of bytes, the same for equal ones."""
        return [self.constants.setdefault(row, len(self.constants)) for row in rows]

    def constant(self, value: float) -> int:
        """The number of a constant that is neither 0 nor the lowest."""
        number = _OTHERS - self.interned([repr(value.hex()).encode()])[0]
        if not isfinite(value):
            self.infinite.add(number)
        return number

    def readers(self, number: int) -> list[str]:
        """The nodes of the original that compute something from that number."""
        found = [entry for kind in self.entries.values() for entry in kind.rows if entry.low <= number <= entry.high]
        reading = (entry for entry in found if any((view.numbers == number).any() for view in entry.inputs))
        return list(dict.fromkeys(entry.name for entry in reading))

    def matches(self, kind: Any, inputs: Sequence[View]) -> list[Entry]:
        """The entries of that kind that may have something to do with these arguments."""
        (low, high), constants = bounds(inputs), any(view.has_constants for view in inputs)
        found = self.entries.get(kind)
        return found.meeting(low, high, constants) if found else []

    def add(self, kind: Any, name: str, inputs: Sequence[View], parameter: Numbers | None, out: View) -> None:
        """One more entry."""
        (low, high), constants = bounds(inputs), any(view.has_constants for view in inputs)
        self.meter.hold(sum(view.nbytes for view in (*inputs, out)))
        self.entries.setdefault(kind, Entries()).append(
            Entry(name, tuple(inputs), parameter, out, low, high, constants)
        )

    def known(self, kind: Any, inputs: Sequence[View], parameter: Numbers | None) -> View | None:
        """The result when all of it was computed by one node, from the same arguments in the same places."""
        for entry in self.matches(kind, inputs):
            if entry.same(inputs, parameter):
                self.used.add(entry.name)
                return entry.out
        return None

    def find(self, kind: Any, shape: Shape, inputs: Sequence[View], parameter: Numbers | None) -> Numbers:
        """The number of the result in each place, and WILD where nothing like it was computed."""
        result = np.full(shape, WILD, np.int64).reshape(-1)
        columns: list[Numbers] = []
        for entry in self.matches(kind, inputs):
            if not _share(entry.parameter, parameter):
                continue
            columns = columns or Entry("", tuple(inputs), parameter, View(shape)).columns()
            rows = np.flatnonzero((result == WILD) & entry.may_have(columns[: len(inputs)]))
            if not len(rows):
                continue
            there, place = entry.find([column[rows] for column in columns], self.meter)
            if there.any():
                self.used.add(entry.name)
                result[rows[there]] = entry.out.numbers.reshape(-1)[place[there]]
        return result.reshape(shape)

    def define(self, kind: Any, name: str, shape: Shape, inputs: Sequence[View], parameter: Numbers | None) -> View:
        """Numbers for a result: those that equal arguments gave already, else new ones."""
        out = self.known(kind, inputs, parameter)
        if out is not None:
            return out
        out = self.fresh(shape)
        if self.matches(kind, inputs):
            found = self.find(kind, shape, inputs, parameter)
            if (found != WILD).any():
                out = View.of(np.where(found == WILD, out.numbers, found))
        if not any(increasing(view) for view in inputs):
            out = _repeated(Entry("", tuple(inputs), parameter, out).columns(), out)
        self.add(kind, name, inputs, parameter, out)
        return out

    # ------------------------------------------------------------ bags: arguments in any order, as many as there are

    def find_bag(self, kind: str, bag: Numbers, neutral: int) -> Numbers:
        """``find`` for the sorted columns of a bag, of which those that are ``neutral`` do not count."""
        result = np.full(bag.shape[1:], WILD, np.int64)
        for size in self._sizes(kind):
            fitted = fitting(bag, size, neutral)
            inputs = [View.of(column) for column in fitted]
            found = self.find((kind, size), bag.shape[1:], inputs, None)
            result = np.where(result == WILD, found, result)
        return result

    def define_bag(self, kind: str, name: str, bag: Numbers, neutral: int) -> View:
        """``define`` for a bag."""
        out, inputs = self.fresh(bag.shape[1:]), tuple(View.of(column) for column in bag)
        found = self.find_bag(kind, bag, neutral)
        if (found != WILD).any():
            out = View.of(np.where(found == WILD, out.numbers, found))
        out = _repeated([column.reshape(-1) for column in bag], out)
        self.add((kind, len(bag)), name, inputs, None, out)
        return out

    def bags(self, kind: str, numbers: Numbers, neutral: int) -> Numbers:
        """``(K, *shape)``: numbers that are bags themselves by what is in them, the others alone."""
        found = numbers[None]
        low, high = View.of(numbers).bounds
        for size in self._sizes(kind):
            for entry in self.entries[kind, size].rows:
                least, most = entry.out.bounds
                if least > high or low > most:
                    continue
                inside = (numbers >= least) & (numbers <= most)
                if not inside.any():
                    continue
                known, order = np.unique(entry.out.numbers.reshape(-1), return_index=True)
                at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
                there = known[at] == numbers
                if there.any():
                    self.meter.room(8 * max(size, len(found)) * numbers.size)
                    found = fitting(found, max(size, len(found)), neutral)
                    parts = np.stack([view.numbers.reshape(-1) for view in entry.inputs])[:, order[at[there]]]
                    found[:, there] = fitting(parts, len(found), neutral)
        return found

    def _sizes(self, kind: str) -> list[int]:
        return [key[1] for key in self.entries if type(key) is tuple and len(key) == 2 and key[0] == kind]


def sorted_bag(parts: Numbers, neutral: int, once: bool) -> Numbers:
    """The columns of ``(K, *shape)`` in ascending order, the neutral ones first; ``once``: equal ones count once."""
    parts = np.sort(np.where(parts == neutral, np.iinfo(np.int64).min, parts), axis=0)
    if once and len(parts) > 1:
        parts[1:][parts[1:] == parts[:-1]] = np.iinfo(np.int64).min
        parts.sort(axis=0)
    first = 0
    while first < len(parts) - 1 and (parts[first] == np.iinfo(np.int64).min).all():
        first += 1
    parts = parts[first:]
    return np.where(parts == np.iinfo(np.int64).min, neutral, parts)


def fitting(bag: Numbers, size: int, neutral: int) -> Numbers:
    """The bag in ``size`` columns; WILD in the places where there are more that count."""
    if size == len(bag):
        return bag
    if size > len(bag):
        more = np.full((size - len(bag), *bag.shape[1:]), neutral, np.int64)
        return np.concatenate([more, bag])
    over = (bag[: len(bag) - size] != neutral).any(axis=0)
    kept = bag[len(bag) - size :].copy()
    kept[:, over] = WILD
    return kept


def _repeated(columns: Sequence[Numbers], out: View) -> View:
    """The result with one number for all rows of arguments that are equal."""
    _, first, which = np.unique(hashed(columns), return_index=True, return_inverse=True)
    place, here = first[which.reshape(-1)], np.arange(len(columns[0]))
    place = np.where(_equal_rows(columns, place, columns), place, here)
    return View.of(out.numbers.reshape(-1)[place].reshape(out.shape)) if (place != here).any() else out


def bounds(views: Sequence[View]) -> tuple[int, int]:
    """The least and the largest number in any of them."""
    pairs = [view.bounds for view in views]
    known = [pair for pair in pairs if pair[0] <= pair[1]]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else (0, -1)


def increasing(view: View) -> bool:
    """Whether no number comes twice, because each is larger than the one before."""
    if view.listed is None:
        return True
    flat = view.listed.reshape(-1)
    return bool((flat[1:] > flat[:-1]).all())


def hashed(columns: Sequence[Numbers]) -> NDArray[np.uint64]:
    """A hash for each row of arguments.  What it finds is compared afterwards, so it need not be a safe one."""
    total = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        total *= np.uint64(0x9E3779B97F4A7C15)
        total += mixed(column)
        total ^= total >> np.uint64(29)
    return total


def mixed(numbers: Numbers) -> NDArray[np.uint64]:
    """Numbers that look random, the same for equal ones."""
    x = numbers.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
    x ^= x >> np.uint64(31)
    x *= np.uint64(0x94D049BB133111EB)
    x ^= x >> np.uint64(32)
    return x


def _share(one: Numbers | None, other: Numbers | None) -> bool:
    """Whether some parameter is among both."""
    if one is None or other is None:
        return one is other
    return bool(np.isin(np.unique(one), np.unique(other)).any())


def _equal_rows(known: Sequence[Numbers], place: Numbers, wanted: Sequence[Numbers]) -> NDArray[np.bool_]:
    equal = np.ones(len(place), bool)
    for mine, theirs in zip(known, wanted, strict=True):
        equal &= mine[place] == theirs
    return equal
