"""A weighted sum over windows, and the unit-stride sum that stands in its place.

A layer gives ``y[o, j] = b[o] + sum over c, i of w[o, c, i] * x[c, place(i, j)]``.  In phases, ``j = a*m + tau``, it is
one sum for each phase ``tau``, over the *rows* ``m -> x[c, place(i, a*m + tau)]``.  Another sum takes its place when it
reads the same rows, each with the same weights, and any other rows with weights that are exactly 0.  Rows are compared
by the numbers that stand in them, in all places ``m`` that count, so nothing is taken from how a bank is laid out.

0 times infinity is no number.  So a row with a number that may be infinite or NaN (``Tables.doubts``) has to be read by
both sums or by none, weights of 0 included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Node
from symstride.network.numbering import GHOST, LOWEST, WILD, ZERO, Numbers, Tables, View, mixed
from symstride.network.operators.records import Shape


@dataclass(eq=False)
class Sum:
    """``weight`` has shape ``(O, C/groups, taps)``; ``out`` are the numbers of the result, ``(O, *M)``.

    Output ``j`` reads, for tap ``i``, the place ``stride*j + dilation*i - low``, or for a transposed layer the place
    ``t`` with ``j = stride*t + dilation*i - low``, if there is one.
    """

    node: Node
    x: View
    weight: NDArray[Any]
    bias: NDArray[Any] | None
    groups: int
    kernel: Shape
    stride: Shape
    dilation: Shape
    low: Shape
    out: View
    transposed: bool = False
    rows: dict[Any, Rows] = field(default_factory=dict)
    bounds: tuple[int, int] = (0, -1)

    def __post_init__(self) -> None:
        self.bounds = self.x.bounds

    @classmethod
    def of(cls, node: Node, layer: Conv | ConvTranspose, x: View, weights: Sequence[NDArray[Any]], out: View) -> Sum:
        """The sum that a layer takes on ``x``; what a circular layer wraps around is written out in ``x``."""
        weight, groups, size = weights[0], int(layer.groups), x.shape[1:]
        kernel, stride, dilation = (tuple(map(int, n)) for n in (layer.kernel, layer.stride, layer.dilation))
        if isinstance(layer, ConvTranspose):
            inside = weight.reshape(groups, layer.in_per_group, layer.out_per_group, prod(kernel))
            weight, low = inside.swapaxes(1, 2), tuple(low for low, _ in layer.padding)
        else:
            circular = layer.padding_mode == "circular"
            low = tuple(0 if circular else int(axis.low) for axis in layer.axes(None if circular else size))
        weight = weight.reshape(int(layer.out_channels), -1, prod(kernel))
        bias = weights[1] if layer.bias else None
        return cls(node, x, weight, bias, groups, kernel, stride, dilation, low, out, isinstance(layer, ConvTranspose))

    def places(self, axis: int, tap: int, first: int, step: int, count: int) -> Numbers:
        """Which place of an axis tap ``i`` reads for the outputs ``first + step*m``; -1 where there is none."""
        outputs = first + step * np.arange(count)
        s, dl, low, size = self.stride[axis], self.dilation[axis], self.low[axis], self.x.shape[1 + axis]
        if not self.transposed:
            place = s * outputs + dl * tap - low
            return np.where((place >= 0) & (place < size), place, -1)
        place, rest = np.divmod(outputs + low - dl * tap, s)
        return np.where((rest == 0) & (place >= 0) & (place < size), place, -1)

    def reaches(self, axis: int, tap: int, first: int, step: int) -> bool:
        """Whether a transposed layer takes some output of that phase to a place, inside of the map or not."""
        if not self.transposed or step % self.stride[axis]:
            return True
        return bool((first + self.low[axis] - self.dilation[axis] * tap) % self.stride[axis] == 0)

    def read(self, first: Shape, step: Shape, count: Shape, tables: Tables) -> Rows:
        """The rows for the outputs ``first + step*m`` with ``m < count``, per axis."""
        key = (first, step, count)
        if key not in self.rows:
            taps = [
                tap
                for tap in product(*map(range, self.kernel))
                if all(self.reaches(n, i, first[n], step[n]) for n, i in enumerate(tap))
            ]
            channels = self.x.shape[0]
            size = channels * len(taps) * prod(count)
            tables.meter.spend(size + prod(self.x.shape), len(taps) + channels)
            tables.meter.room(3 * 8 * size)
            numbers = self.x.numbers
            wider = np.full([channels, *(n + 1 for n in self.x.shape[1:])], ZERO, np.int64)
            wider[tuple(slice(n) for n in numbers.shape)] = numbers  # place -1 is the last one, and 0
            found = np.empty((channels, len(taps), prod(count)), np.int64)
            for number, tap in enumerate(taps):
                rows = [self.places(n, i, first[n], step[n], count[n]) for n, i in enumerate(tap)]
                found[:, number] = wider[np.ix_(np.arange(channels), *rows)].reshape(channels, -1)
            which = [int(np.ravel_multi_index(tap, self.kernel)) for tap in taps]
            places = mixed(np.arange(found.shape[2], dtype=np.int64)) | np.uint64(1)
            hashes = np.stack([mixed(channel) @ places for channel in found])
            if len(self.rows) >= _KEPT:
                self.rows.clear()
            self.rows[key] = Rows(np.asarray(which, np.int64), found, hashes)
        return self.rows[key]


@dataclass(frozen=True, eq=False)
class Rows:
    """``numbers[c, n]`` is what channel ``c`` has at tap ``taps[n]`` for all outputs that count, ``hashes[c, n]`` one
    number for it, the same for equal rows."""

    taps: Numbers
    numbers: Numbers
    hashes: NDArray[np.uint64]

    def of(self, channels: slice) -> tuple[Numbers, NDArray[np.uint64]]:
        """The rows of these channels one behind the other, and their hashes."""
        numbers = self.numbers[channels]
        return numbers.reshape(-1, numbers.shape[2]), self.hashes[channels].reshape(-1)


_KEPT = 4
"""How many sets of rows a sum keeps: those of the last phases, which often have equally many outputs."""


@dataclass
class Hints:
    """What saves time and is not trusted: the phases of a layer by its name, and which of them were found already."""

    steps: Mapping[str, Shape] = field(default_factory=dict)
    turns: dict[tuple[str, Shape], int] = field(default_factory=dict)
    last: Sum | None = None
    """The layer that was found last: the only one of which rows are kept."""

    def found(self, each: Sum) -> None:
        """Its rows are kept, which the next phase may read too, and those of the one before let go."""
        if self.last is not None and self.last is not each:
            self.last.rows.clear()
        self.last = each


def matched(
    known: Sequence[Sum], mine: Sum, tables: Tables, hints: Hints
) -> tuple[Numbers, str, tuple[str, str] | None]:
    """The numbers of a sum; the name of the layer in whose place it stands; and (expected, got) where it fails.

    GHOST stands where no output counts, and WILD there when something infinite is read.
    """
    ghosts = _ghosts(mine)
    low, high = mine.bounds
    best: tuple[int, Numbers, str, tuple[str, str] | None] = (0, ghosts, "", None)
    fitting = [each for each in known if _may_be(each, mine, low, high)]
    name = mine.node.name
    fitting.sort(key=lambda each: not name.startswith(each.node.name))  # often the right one, and then the only one
    reason: tuple[str, str] | None = None
    seen = _first_window(mine)
    for each in fitting:
        for step, phases, order in _layouts(each, mine, hints, tables):
            tables.meter.spend(len(phases))
            if not _may_stand(each, phases[0], seen):
                continue
            tables.meter.spend(0, _TRIAL)
            count, numbers, why = _laid_out(each, mine, step, phases, order, ghosts, tables)
            if why is None and count:
                hints.found(each)
                if len(phases) == 1:
                    turn = (each.node.name, step)
                    hints.turns[turn] = hints.turns.get(turn, 0) + 1
                return _with_zeros(mine, _with_doubts(mine, numbers, tables)), each.node.name, None
            if count > best[0]:
                best = (count, numbers, each.node.name, why)
            reason = reason or why
        if each is not hints.last:
            each.rows.clear()
    return _with_doubts(mine, best[1], tables), best[2], best[3] or reason


_TRIAL = 50
"""What it costs to try a layout, in steps."""

_GUESSES = 2**16
"""More phases than this are not guessed from shapes: they are tried when the certificate speaks of them."""

_AT_ONCE = 2**21
"""Bytes of weights, or of rows, that are looked at in one go; comparing them takes a few times as many."""


def _stretches(array: NDArray[Any], count: int | None = None) -> Iterator[slice]:
    """The rows of an array, or so many like them, few enough at a time to be looked at in one go."""
    step = max(1, _AT_ONCE // max(1, array[:1].nbytes))
    for start in range(0, len(array) if count is None else count, step):
        yield slice(start, start + step)


def _may_be(each: Sum, mine: Sum, low: int, high: int) -> bool:
    least, most = each.bounds
    meet = (least <= high and low <= most) or low > high  # what reads padding alone has no numbers
    return meet and len(mine.weight) % len(each.weight) == 0


def _ghosts(mine: Sum) -> Numbers:
    """GHOST for each output, WILD for those that read something infinite or have such a weight."""
    result = np.full(mine.out.shape, GHOST, np.int64)
    arrays = [array for array in (mine.weight, mine.bias) if array is not None and not array.dtype.hasobject]
    parts = (array[some] for array in arrays for some in _stretches(array))
    if not all(bool(np.isfinite(part.astype(np.float64)).all()) for part in parts):
        result[:] = WILD
        return result
    numbers = mine.x.numbers
    wild = ((numbers == WILD) | (numbers == LOWEST)).any(axis=0)
    if wild.any():
        result[:, _reading(mine, wild)] = WILD
    return result


def _reading(mine: Sum, marked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which outputs read one of the places of the map that are marked."""
    found = np.zeros(mine.out.shape[1:], bool)
    wider = np.pad(marked, [(0, 1)] * marked.ndim)
    for tap in product(*map(range, mine.kernel)):
        found |= wider[np.ix_(*(mine.places(n, i, 0, 1, found.shape[n]) for n, i in enumerate(tap)))]
    return found


def _with_doubts(mine: Sum, numbers: Numbers, tables: Tables) -> Numbers:
    """WILD in place of each GHOST that reads what may be infinite or NaN."""
    if not tables.has_doubts:
        return numbers
    doubtful = np.asarray(tables.doubts(mine.x.numbers).any(axis=0))
    if not doubtful.any():
        return numbers
    return np.where((numbers == GHOST) & _reading(mine, doubtful), WILD, numbers)


def _with_zeros(mine: Sum, numbers: Numbers) -> Numbers:
    """ZERO in place of each GHOST that is a sum of zeros alone: where every weight but 0 meets an exact 0."""
    spots = np.argwhere((numbers == GHOST).any(axis=0))
    if mine.bias is not None or mine.transposed or not len(spots):
        return numbers
    wider = np.zeros([mine.x.shape[0], *(n + 1 for n in mine.x.shape[1:])], bool)
    wider[tuple(slice(n) for n in mine.x.shape)] = mine.x.numbers != ZERO
    there: list[NDArray[np.bool_]] = []
    for tap in product(*map(range, mine.kernel)):
        rows = (
            mine.places(n, i, 0, 1, size)[spots[:, n]]
            for (n, i), size in zip(enumerate(tap), mine.out.shape[1:], strict=True)
        )
        at_tap: tuple[Any, ...] = (slice(None), *rows)
        there.append(wider[at_tap])
    met = np.stack(there, axis=1).reshape(mine.groups, -1, len(spots)).astype(np.float32)
    weights = mine.weight.reshape(mine.groups, len(mine.weight) // mine.groups, -1)
    silent = np.concatenate(
        [
            np.matmul((group[some] != 0).astype(np.float32), here) == 0
            for group, here in zip(weights, met, strict=True)
            for some in _stretches(group)
        ]
    )
    at: tuple[Any, ...] = (slice(None), *spots.T)
    result = numbers.copy()
    result[at] = np.where(silent & (numbers[at] == GHOST), ZERO, numbers[at])
    return result


def _first_window(mine: Sum) -> Numbers:
    """Every number that the first output of any channel reads."""
    rows = [[int(mine.places(n, i, 0, 1, 1)[0]) for i in range(k)] for n, k in enumerate(mine.kernel)]
    places = [np.asarray([t for t in row if t >= 0], np.int64) for row in rows]
    inside = np.ix_(np.arange(mine.x.shape[0]), *places)
    return np.unique(mine.x.numbers[inside])


def _may_stand(each: Sum, phase: Shape, seen: Numbers) -> bool:
    """Whether all that the output ``phase`` reads of the first channel is among these numbers: looked at first, since
    most layouts that fit the shapes fail here."""
    rows = [[int(each.places(n, i, phase[n], 1, 1)[0]) for i in range(k)] for n, k in enumerate(each.kernel)]
    places = np.ix_(*(np.asarray([t for t in row if t >= 0], np.int64) for row in rows))
    if each.x.listed is None:
        read = np.ravel_multi_index(np.broadcast_arrays(*places), each.x.shape[1:]) + each.x.start
    else:
        read = each.x.listed[(0, *places)]
    return bool(np.isin(read[read >= 0], seen).all())


def _layouts(each: Sum, mine: Sum, hints: Hints, tables: Tables) -> Iterator[tuple[Shape, list[Shape], str]]:
    """(phases per axis, those that the sum gives, order of channels and phases) that fit the shapes."""
    (outputs, *size), (mine_outputs, *cells) = each.out.shape, mine.out.shape
    total = mine_outputs // outputs
    if len(size) != len(cells):
        return
    if total == 1 and size == cells:
        yield (1,) * len(size), [(0,) * len(size)], "channel_major"
    ranges = [_steps(m, n, total) for m, n in zip(size, cells, strict=True)]
    hint = hints.steps.get(each.node.name)
    fits = hint is not None and len(hint) == len(ranges) and all(a in row for a, row in zip(hint, ranges, strict=True))
    guesses = prod(len(row) * max(row, default=1) for row in ranges)
    for step in chain([hint] if hint is not None and fits else [], product(*ranges) if guesses <= _GUESSES else ()):
        tables.meter.spend(prod(step))
        if total > 1 and prod(step) != total:
            continue
        phases = list(product(*map(range, step)))
        if total > 1:
            yield step, phases, "channel_major"
            yield step, phases, "phase_major"
        elif prod(step) > 1:
            turn = hints.turns.get((each.node.name, step), 0) % len(phases)
            for phase in phases[turn:] + phases[:turn]:
                yield step, [phase], "channel_major"


def _steps(outputs: int, cells: int, most: int) -> list[int]:
    """The phases ``a`` that take ``M`` outputs in that many cells: ``ceil(M/a) = cells``."""
    first = -(-outputs // cells)
    last = outputs if cells == 1 else (outputs - 1) // (cells - 1)
    last = max(last, most) if cells == 1 and most > 1 else last
    return [a for a in range(first, last + 1) if most == 1 or most % a == 0]


def _laid_out(
    each: Sum, mine: Sum, step: Shape, phases: list[Shape], order: str, ghosts: Numbers, tables: Tables
) -> tuple[int, Numbers, tuple[str, str] | None]:
    """Phase by phase: how many results were found, all numbers, and the first place where the two differ."""
    numbers, outputs, found = ghosts.copy(), len(each.weight), 0
    size, cells = each.out.shape[1:], mine.out.shape[1:]
    names = each.out.numbers
    reason: tuple[str, str] | None = None
    for number, phase in enumerate(phases):
        count = tuple(-(-(m - tau) // a) for m, a, tau in zip(size, step, phase, strict=True))
        if any(n > m for n, m in zip(count, cells, strict=True)):
            return found, numbers, (f"{each.out.shape} of {each.node.title!r}", f"{mine.out.shape}")
        which = np.arange(outputs)
        channels = which * len(phases) + number if order == "channel_major" else number * outputs + which
        if min(count) < 1:
            reason = reason or _same_copies(each, mine, phase, step, channels, tables)
            continue
        right, why = _same_sums(each, mine, phase, step, count, channels, tables)
        reason = reason or why
        if not right.any():
            return found, numbers, reason
        found += int(right.sum()) * prod(count)
        places = (slice(None), *(slice(tau, None, a) for a, tau in zip(step, phase, strict=True)))
        target: Any = (channels[right], *(slice(n) for n in count))
        wild = ghosts[target] == WILD
        numbers[target] = np.where(wild, WILD, names[places][right])
    return found, numbers, reason


def _same_copies(
    each: Sum, mine: Sum, phase: Shape, step: Shape, channels: Numbers, tables: Tables
) -> tuple[str, str] | None:
    """A phase in which no output counts has copies of the same weights all the same, wherever they stand."""
    taps = [
        number
        for number, tap in enumerate(product(*map(range, each.kernel)))
        if all(each.reaches(n, i, phase[n], step[n]) for n, i in enumerate(tap))
    ]
    for some in _stretches(mine.weight, len(channels)):
        wanted, got = _same_type(each.weight[some][:, :, taps], mine.weight[channels[some]], tables)
        right = _same_bags(wanted.reshape(len(wanted), -1), got.reshape(len(got), -1))
        if not right.all():
            o = some.start + int(np.flatnonzero(~right)[0])
            return f"copies of weight[{o}] of {each.node.title!r} in output {int(channels[o])}", "other numbers"
    if each.bias is not None and mine.bias is not None:
        wanted, got = _same_type(each.bias, mine.bias[channels], tables)
        return _at(wanted == got, each, "bias", each.bias, mine.bias[channels])
    return None


def _same_sums(
    each: Sum, mine: Sum, phase: Shape, step: Shape, count: Shape, channels: Numbers, tables: Tables
) -> tuple[NDArray[np.bool_], tuple[str, str] | None]:
    """For each output ``o``, whether channel ``channels[o]`` is the same sum in one phase; and the first difference."""
    outputs = len(channels)
    theirs = each.read(phase, step, count, tables)
    ones = (1,) * len(count)
    ours = mine.read((0,) * len(count), ones, count, tables)
    right = np.ones(outputs, bool)
    reason: tuple[str, str] | None = None
    for b, name in ((each.bias, "bias"),):
        if (b is None) != (mine.bias is None):
            return ~right, (f"{name} of {each.node.title!r}: {'none' if b is None else 'one'}", "otherwise")
        if b is not None and mine.bias is not None:
            wanted, got = _same_type(b, mine.bias[channels], tables)
            right = wanted == got
            reason = _at(right, each, "bias", b, mine.bias[channels])
    groups = np.stack([np.arange(outputs) // (outputs // each.groups), channels // (len(mine.weight) // mine.groups)])
    pairs, members = np.unique(groups, axis=1, return_inverse=True)
    wide, own_wide = each.weight.shape[1], mine.weight.shape[1]
    tables.meter.spend(each.weight.size, pairs.shape[1])
    for number, (g, h) in enumerate(pairs.T):
        members_here = np.flatnonzero(members.reshape(-1) == number)
        block, own_block = slice(g * wide, (g + 1) * wide), slice(h * own_wide, (h + 1) * own_wide)
        terms = _Terms.of(*theirs.of(block), *ours.of(own_block), tables)
        for some in _stretches(mine.weight, len(members_here)):
            here = members_here[some]
            wanted, got = _same_type(each.weight[here], mine.weight[channels[here]], tables)
            a, b = wanted[:, :, theirs.taps].reshape(len(here), -1), got[:, :, ours.taps].reshape(len(here), -1)
            fine, place = terms.same(a, b)
            if reason is None and not fine.all():
                o = int(here[np.flatnonzero(~fine)[0]])
                c, u = divmod(int(place[np.flatnonzero(~fine)[0]]), len(ours.taps))
                tap = tuple(int(n) for n in np.unravel_index(int(ours.taps[u]), mine.kernel))
                where = (int(channels[o]), c, *tap)
                value = mine.weight[int(channels[o]), c, int(ours.taps[u])]
                reason = (f"weight{list(where)} as {each.node.title!r} has it for output {o}", f"{value}")
            right[here] &= fine
    return right, reason


@dataclass(frozen=True, eq=False)
class _Terms:
    """The rows that two sums read, in classes of rows that are equal.

    ``classes`` and ``own_classes`` say which class each row of either side is in, ``first`` and ``own_first`` which row
    is the first of a class, -1 where there is none; ``alone`` are the classes with one row at most on either side, and
    ``doubtful`` those with a number that may be infinite or NaN.
    """

    is_right: bool
    classes: Numbers
    own_classes: Numbers
    first: Numbers
    own_first: Numbers
    alone: NDArray[np.bool_]
    doubtful: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        rows: Numbers,
        hashes: NDArray[np.uint64],
        own_rows: Numbers,
        own_hashes: NDArray[np.uint64],
        tables: Tables,
    ) -> _Terms:
        """Hashes only propose: each row is compared with the first of its class, on either side."""
        both, which = np.unique(np.concatenate([hashes, own_hashes]), return_inverse=True)
        which = which.reshape(-1)
        classes, own_classes = which[: len(hashes)], which[len(hashes) :]
        first = np.full(len(both), -1)
        first[classes[::-1]] = np.arange(len(classes))[::-1]
        own_first = np.full(len(both), -1)
        own_first[own_classes[::-1]] = np.arange(len(own_classes))[::-1]
        there = np.flatnonzero(first[own_classes] >= 0)
        is_right = all(
            np.array_equal(own[numbers[some]], rows[first[those[some]]])
            for own, numbers, those in ((rows, np.arange(len(rows)), classes), (own_rows, there, own_classes[there]))
            for some in _stretches(rows, len(numbers))
        )
        alone = (np.bincount(classes, minlength=len(both)) <= 1) & (np.bincount(own_classes, minlength=len(both)) <= 1)
        doubtful = np.zeros(len(both), bool)
        for some, numbers in ((rows, classes), (own_rows, own_classes)) if tables.has_doubts else ():
            for part in _stretches(some):
                doubtful[numbers[part]] |= tables.doubts(some[part]).any(axis=1)
        return cls(is_right, classes, own_classes, first, own_first, alone, doubtful)

    def same(self, weights: NDArray[Any], own_weights: NDArray[Any]) -> tuple[NDArray[np.bool_], Numbers]:
        """For each output (rows of ``weights``), whether both sums have the same terms; and which own weight does not
        fit.

        Rows that are equal count together: their weights have to be the same ones, in any order, beside zeros.
        """
        outputs = len(weights)
        fine, place = np.full(outputs, self.is_right), np.zeros(outputs, np.int64)

        def judge(good: NDArray[np.bool_], at: NDArray[Any]) -> None:
            bad = ~good.all(axis=1)
            place[bad & fine] = np.asarray(at)[np.argmin(good, axis=1)][bad & fine]
            fine[bad] = False

        there = self.first[self.own_classes] >= 0
        single = np.flatnonzero(self.alone[self.own_classes])
        matching = single[there[single]]
        if matching.size:
            judge(own_weights[:, matching] == weights[:, self.first[self.own_classes[matching]]], matching)
        rest = single[~there[single]]
        if rest.size:
            judge((own_weights[:, rest] == 0) & ~self.doubtful[self.own_classes[rest]], rest)
        unread = np.flatnonzero(self.alone[self.classes] & (self.own_first[self.classes] < 0))
        if unread.size:
            judge((weights[:, unread] == 0) & ~self.doubtful[self.classes[unread]], np.zeros(len(unread), np.int64))
        for several in np.flatnonzero(~self.alone):
            a, b = weights[:, self.classes == several], own_weights[:, self.own_classes == several]
            own_place = self.own_first[several] if self.own_first[several] >= 0 else 0
            alike = _same_bags(a, b) & (not self.doubtful[several] or a.shape[1] == b.shape[1])
            judge(alike[:, None], np.asarray([own_place]))
        return fine, place


def _same_bags(a: NDArray[Any], b: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each row of one has the numbers of the same row of the other, in any order, beside zeros."""
    width = max(a.shape[1], b.shape[1])
    a, b = (np.sort(np.pad(part, [(0, 0), (0, width - part.shape[1])]), axis=1) for part in (a, b))
    right: NDArray[np.bool_] = (a == b).all(axis=1)
    return right


def _at(
    right: NDArray[np.bool_], each: Sum, role: str, wanted: NDArray[Any], got: NDArray[Any]
) -> tuple[str, str] | None:
    if right.all():
        return None
    o = int(np.flatnonzero(~right)[0])
    return f"{role}[{o}] of {each.node.title!r}: {wanted[o]}", f"{got[o]}"


def _same_type(wanted: NDArray[Any], got: NDArray[Any], tables: Tables) -> tuple[NDArray[Any], NDArray[Any]]:
    """The bits of both; of other element types they are never the same."""
    first, second = bits_of(wanted, tables), bits_of(got, tables)
    if wanted.dtype != got.dtype:
        second = np.full(second.shape, -1, np.int64)
        return np.where(first == -1, 0, first).astype(np.int64), second
    return first, second


def bits_of(array: NDArray[Any], tables: Tables) -> NDArray[Any]:
    """Each number as an integer, equal just where all bits are; 0 for the number 0 (and not for -0.0)."""
    if array.dtype.hasobject:
        known = tables.constants
        keys = [f"{type(n).__name__} {n!r}".encode() if n != 0 else None for n in array.reshape(-1)]
        found = [0 if key is None else 1 + known.setdefault(key, len(known)) for key in keys]
        return np.asarray(found, np.int64).reshape(array.shape)
    if array.dtype.kind in "iub":
        return array.astype(np.int64)
    if array.dtype.itemsize not in (1, 2, 4, 8):
        raise NotSupported(
            "the comparison of weights", "numbers of 1, 2, 4 or 8 bytes", array.dtype.name, "convert them"
        )
    return np.ascontiguousarray(array).view(np.dtype(f"u{array.dtype.itemsize}")).reshape(array.shape)
