"""Sets of sizes that repeat from some size on, and what they are called: "odd N", "N mod 6 = 4", "N of at least 7"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

SHOWN = 6
"""Single sizes that are named one by one."""


@dataclass(frozen=True)
class Repeats:
    """How sizes along one axis repeat: what is true of ``settled[r]`` is true of all larger ``N`` with its remainder.

    ``step`` divides the distance of sizes that are alike.  ``settled`` has one size for each remainder.
    """

    step: int
    settled: tuple[int, ...]

    @property
    def last(self) -> int:
        """The largest size that has to be looked at."""
        return max(self.settled)

    def stand_in(self, size: int) -> int:
        """The size up to ``last`` that is like this one."""
        return min(size, self.settled[size % self.step])

    @property
    def needed(self) -> list[int]:
        """All sizes that stand for themselves."""
        return [n for n in range(1, self.last + 1) if n <= self.settled[n % self.step]]

    def words(self, has: Callable[[int], bool], among: Callable[[int], bool] = lambda size: True) -> str:
        """The sizes that have something, said for those ``among`` which one asks; ``has`` is asked for ``needed``."""
        remainders = range(self.step)
        asked = {r for r in remainders if among(self.settled[r])}
        holds = {r for r in asked if has(self.settled[r])}
        period = next(p for p in divisors(self.step) if not _mixed(p, holds, asked - holds))
        rests = sorted({r % period for r in holds})
        small = [n for n in self.needed if among(n)]
        lacking = [n for n in small if n % period in rests and not has(n)]
        more = [n for n in small if n % period not in rests and has(n)]
        return _spoken(period, rests, lacking, more, [n for n in small if n % period in rests])


@dataclass(frozen=True)
class SegmentSizes:
    """One segment of two networks, decided for whatever its inputs are.

    ``end`` are the two nodes that it ends with and ``begins`` the cuts of the left that it reads, by what messages call
    them.  ``kind`` is "the same" where both sides have the same nodes in it, "all sizes" where it was decided at all
    sizes of its inputs, and "one size" where these have no other.  ``repeats`` are about the segment's own sizes, and
    ``headline`` says where it is equal.
    """

    end: tuple[str, str]
    begins: tuple[str, ...]
    kind: str
    repeats: tuple[Repeats, ...] = ()
    headline: str = "equal"
    error: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        axes = [{"step": one.step, "settled": list(one.settled)} for one in self.repeats]
        found = {"left": self.end[0], "right": self.end[1], "begins": list(self.begins), "kind": self.kind}
        return {**found, "axes": axes, "headline": self.headline, "error": self.error}


@dataclass(frozen=True)
class AllSizes:
    """How an answer for all sizes was come by: how sizes repeat along each axis, and where each side exists.

    When not ``fixed``, a side is a function of sizes, or a file that is read for each: then it is taken for granted
    that it goes on as it began.  ``segments`` are there when the whole was not decided at once, ``wherever`` when maps
    do not always give numbers.
    """

    repeats: tuple[Repeats, ...]
    headline: str
    exist: tuple[str, str]
    fixed: bool
    segments: tuple[SegmentSizes, ...] = ()
    wherever: str = ""

    def stand_in(self, size: Sequence[int]) -> tuple[int, ...]:
        """The size that was tried and is like this one."""
        return tuple(one.stand_in(n) for one, n in zip(self.repeats, size, strict=True))

    @property
    def proviso(self) -> str:
        """What is taken for granted: of maps, and of sizes that were not tried, where a side is not fixed."""
        last = "x".join(str(one.last) for one in self.repeats)
        return self.wherever + ("" if self.fixed else f", if sizes above {last} are built alike")

    @property
    def words(self) -> tuple[str, ...]:
        """A line each."""
        if self.exist == ("all N", "all N"):
            domains = []
        elif self.exist[0] == self.exist[1]:
            domains = [f"both exist for {self.exist[0]}"]
        else:
            domains = [f"the left exists for {self.exist[0]}, the right for {self.exist[1]}"]
        last, steps = ("x".join(str(getattr(one, name)) for one in self.repeats) for name in ("last", "step"))
        tried = f"sizes up to {last} were tried; larger ones are as those, in steps of {steps}"
        if self.segments:
            tried = self._in_segments(last, steps)
        taken = "" if self.fixed else ", provided that both sides are built at larger sizes as they are at these"
        return (*domains, tried + taken)

    def _in_segments(self, last: str, steps: str) -> str:
        same = sum(one.kind == "the same" for one in self.segments)
        tried = [one for one in self.segments if one.repeats]
        most = max((repeats.last for one in tried for repeats in one.repeats), default=0)
        words = f"decided in {len(self.segments):,} segments, each for whatever its inputs are"
        words += f"; {same:,} are the same nodes" if same else ""
        words += f"; {len(tried):,} were tried at their sizes up to {most}, beyond which they repeat" if tried else ""
        return f"{words}; sizes above {last} are as those below, in steps of {steps}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        axes = [{"step": one.step, "settled": list(one.settled)} for one in self.repeats]
        domains = {"left": self.exist[0], "right": self.exist[1]}
        found = {"headline": self.headline, "axes": axes, **domains, "fixed": self.fixed}
        return {**found, "segments": [one.to_dict() for one in self.segments]} if self.segments else found


def divisors(number: int) -> list[int]:
    return [n for n in range(1, number + 1) if number % n == 0]


def _mixed(period: int, some: set[int], others: set[int]) -> bool:
    """Whether one of each leave the same remainder."""
    return not {n % period for n in some}.isdisjoint(n % period for n in others)


def _spoken(
    period: int, rests: Sequence[int], lacking: Sequence[int], more: Sequence[int], ruled: Sequence[int]
) -> str:
    if not rests:
        return f"N = {listed(more)}" if more else "no N"
    if period == 1:
        words = "all N"
    elif period == 2:
        words = "odd N" if rests == [1] else "even N"
    else:
        words = f"N mod {period} = {' or '.join(map(str, rests))}"
    if lacking:
        first = next((n for n in ruled if n > lacking[-1]), lacking[-1] + 1)
        whole = all(n in lacking for n in ruled if n < first)
        words += f" of at least {first}" if whole else f" except {listed(lacking)}"
    return words + (f", and N = {listed(more)}" if more else "")


def listed(sizes: Sequence[Any]) -> str:
    """Numbers or words, the first ones, and how many more."""
    shown = ", ".join(map(str, sizes[:SHOWN]))
    return shown + (f" and {len(sizes) - SHOWN:,} more" if len(sizes) > SHOWN else "")
