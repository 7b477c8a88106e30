"""Numbers at which an identity fails, found from its texts alone; and whether reader and texts agree there.

Both sides are evaluated by ``evaluate_text`` in two semirings, with tensors and functions as random tables that
depend on nothing but a seed.  The same numbers go through the terms that were read: a difference is a misread text,
which is an error of ours.  Nothing here is part of a proof.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from math import inf
from typing import Final, TypeAlias

from symstride.errors import InternalError, NotSupported
from symstride.proof.kernel.terms import VARIABLE, Key, Term
from symstride.proof.language.evaluate_text import Meaningless, Text, TooLong, Values
from symstride.proof.language.meaning import (
    INTEGERS,
    MAX_PLUS,
    Environment,
    Scalar,
    Semiring,
    Tensor,
    evaluate,
    holds,
)
from symstride.proof.language.witness import find_witness
from symstride.proof.statements.identity import IdentitySubject

Numbers: TypeAlias = dict[str, int]
"""Integers for the free variables, by their names in the kernel: k1, k2 for a letter k on two axes."""
PLAINEST: Final = (0, 1, 2, 3, -1, 4, 5, -2, 6, 7, -3, 8)
"""Integers for a variable, plainest first."""
TRIED: Final = (1, 2, 0, 3, -1, 4, 5, -2, 6, 7, -3, 8)
"""The same in the order in which they are tried: where a size is 0 there is little that could fail."""
SEMIRINGS: Final = (INTEGERS, MAX_PLUS)
MAX_STEPS: Final = 20_000
"""Most steps of one side at one choice of numbers; larger ones are left out."""
MAX_TRIES: Final = 2000
"""Most choices of numbers of which the hypotheses are looked at."""
MAX_ENTRIES: Final = 60
"""Most entries that are made plainer one by one."""


@dataclass(frozen=True)
class Counterexample:
    """Numbers at which the two sides differ: the plainest that were found.

    ``entries`` are those that the two sides read and that are not 0, ``table`` the values of functions; over (max, +)
    the scalar 0 is -inf and 1 is 0.
    """

    integers: Mapping[str, int]
    semiring: str
    left: Scalar
    right: Scalar
    entries: Mapping[str, Scalar]
    table: Mapping[str, Scalar] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)

    def __str__(self) -> str:
        at = ", ".join(f"{name} = {n}" for name, n in self.integers.items()) or "all values"
        values = {**self.entries, **self.table}
        shown = ", ".join(f"{name} = {value}" for name, value in list(values.items())[:12])
        more = f" and {len(values) - 12} more" if len(values) > 12 else ""
        where = f", with {shown}{more}" if values else ", with all entries 0"
        return f"over the {self.semiring} at {at} the left side is {self.left}, the right side {self.right}{where}"


class _Tables:
    """Random tensors and functions: a value for every name and place, which the seed alone decides.

    ``changed`` overrules entries; ``read`` and ``applied`` note what was asked for.
    """

    def __init__(self, seed: int, semiring: Semiring) -> None:
        self.seed, self.semiring = seed, semiring
        self.changed: dict[tuple[str, tuple[int, ...]], Scalar] = {}
        self.read: dict[tuple[str, tuple[int, ...]], Scalar] = {}
        self.applied: dict[tuple[str, Scalar], Scalar] = {}

    def _random(self, *place: object) -> Scalar:
        number = zlib.crc32(repr((self.seed, place)).encode()) >> 7
        if self.semiring is MAX_PLUS and number % 8 == 0:
            return -inf
        return number // 8 % 15 - 7

    def entry(self, name: str, index: tuple[int, ...]) -> Scalar:
        place = (name, index)
        value = self.read[place] = self.changed[place] if place in self.changed else self._random(name, index)
        return value

    def value(self, name: str, scalar: Scalar) -> Scalar:
        value = self.applied[name, scalar] = self._random(name, "of", scalar)
        return value


class _Tensors(dict[Key, Tensor]):
    """The tensors of the tables, by key."""

    def __init__(self, tables: _Tables) -> None:
        super().__init__()
        self.tables = tables

    def __missing__(self, key: Key) -> Tensor:
        return lambda *index: self.tables.entry(key[0], index)


class _Functions(dict[str, Callable[[Scalar], Scalar]]):
    """The functions of the tables, by name."""

    def __init__(self, tables: _Tables) -> None:
        super().__init__()
        self.tables = tables

    def __missing__(self, name: str) -> Callable[[Scalar], Scalar]:
        return lambda scalar: self.tables.value(name, scalar)


class Search:
    """Looks for numbers at which an identity fails; ``met`` counts the choices at which both sides were compared.

    ``budget`` is the most of them, ``steps`` about as many as all evaluations together may take.
    """

    def __init__(self, subject: IdentitySubject, budget: int = 120, steps: int = 80_000) -> None:
        self.subject, self.budget, self.met, self.steps = subject, budget, 0, steps
        self._worth = 0.0  # of the choices so far: those at which no tensor is read tell little
        self.hypotheses = subject.hypotheses
        self.sides = tuple(subject.reading.terms[side] for side in ("left", "right"))
        self.names = subject.reading.free_letters

    def counterexample(self, seed: int = 0) -> Counterexample | None:
        """The plainest failure that was found; None says nothing about the others.

        Raises ``InternalError`` where a text and its term have different values, or a text has none.
        """
        for tried, numbers in enumerate(self._choices(seed)):
            if tried == 2 * MAX_TRIES or self._worth >= self.budget or self.steps < 0:
                return None
            if self._fails(numbers, seed + tried):
                return self._plainest(numbers, seed + tried)
        return None

    def _choices(self, seed: int) -> Iterator[Numbers]:
        """Half of the budget plainest first, half at random."""
        options = self._options()
        half, steps = self.budget / 2 if seed == 0 else 0, self.steps / 2
        for numbers in islice(_in_order(options), MAX_TRIES):
            if self._worth >= half or self.steps < steps:
                break
            yield self._determined(numbers)
        draw, plain = random.Random(f"{seed} {self.subject.left} {self.subject.right}"), self._later_axes()
        for _ in range(MAX_TRIES):
            still = draw.random() < 0.8
            yield self._determined({
                name: plain[name] if still and name in plain else _drawn(values, draw)
                for name, values in options.items()
            })  # fmt: skip

    def _later_axes(self) -> Numbers:
        """Plain numbers that meet the hypotheses, for all axes but the first: what fails mostly fails on one axis."""
        letters = self.subject.reading.letters
        later = {copy for letter in letters.names for copy in letters.copies(letter)[1:]}
        return {name: n for name, n in (find_witness(self.hypotheses) or {}).items() if name in later}

    def _options(self) -> dict[str, tuple[int, ...]]:
        """For every variable the integers that the hypotheses about it alone allow."""
        options = {}
        for name in self.names:
            own = [f for f in self.hypotheses if f.free == {(name, VARIABLE)}]
            near = {n + step for f in own for n in _numbers(f) for step in (-1, 0, 1, 2)}
            values = [*TRIED, *sorted(near.difference(TRIED), key=lambda n: (abs(n), n))]
            allowed = tuple(n for n in values if all(holds(f, Environment(INTEGERS, {name: n})) for f in own))
            options[name] = allowed or TRIED
        return options

    def _determined(self, numbers: Numbers) -> Numbers:
        """The numbers with those that an equation x = t of the hypotheses determines."""
        for formula in self.hypotheses:
            for x, t in (formula.args, formula.args[::-1]):
                if formula.tag == "eq" and x.tag == "var" and t.sort == "I" and not x.free & t.free:
                    numbers = {**numbers, x.args[0]: evaluate(t, Environment(INTEGERS, numbers))}
                    break
        return numbers

    # ------------------------------------------------------------ one choice of numbers

    def _fails(self, numbers: Numbers, seed: int) -> bool:
        return any(self._difference(numbers, _Tables(seed, semiring)) is not None for semiring in SEMIRINGS)

    def _difference(self, numbers: Numbers, tables: _Tables) -> tuple[Scalar, Scalar] | None:
        """Both sides, where they differ and the hypotheses hold; None where they agree, or where it takes too long."""
        where = dict(self.subject.where)
        values = Values(
            self._whole(numbers), tables.entry, tables.value, tables.semiring, self.subject.axes,
            frozenset(self.subject.letters),
        )  # fmt: skip
        environment = Environment(tables.semiring, numbers, _Tensors(tables), _Functions(tables))
        try:
            self._settle(tables, environment)
            if not self._meets(where, values, environment):
                return None
            sides = []
            for text, term in zip((self.subject.left, self.subject.right), self.sides):
                reader = Text(where, values, MAX_STEPS)
                sides.append(reader.value(text))
                self.steps -= MAX_STEPS - reader.steps
                self._compare(text, sides[-1], evaluate(term, environment, limit=MAX_STEPS))
        except (TooLong, NotSupported):
            self.steps -= MAX_STEPS
            return None
        except Meaningless as why:
            raise self._misread(str(why), "no value", numbers) from None
        self.met += 1
        self._worth += 0.5 if tables.read else 0.1
        return (sides[0], sides[1]) if sides[0] != sides[1] else None

    def _settle(self, tables: _Tables, environment: Environment) -> None:
        """Give the entries that a hypothesis x[..] = t on scalars determines the values that they have to have."""
        for formula in self.hypotheses:
            for x, t in (formula.args, formula.args[::-1]):
                if x.tag == "entry" and x.free.isdisjoint(key for key in t.free if key[1] != VARIABLE):
                    index = tuple(evaluate(i, environment) for i in x.args[1:])
                    tables.changed[x.args[0], index] = evaluate(t, environment, limit=MAX_STEPS)
                    break

    def _meets(self, where: Mapping[str, str], values: Values, environment: Environment) -> bool:
        """Do the hypotheses hold?  Texts and terms have to agree on it, as far as the texts are looked at."""
        terms = all(holds(f, environment, limit=MAX_STEPS) for f in self.hypotheses)
        try:
            texts = all(Text(where, values, MAX_STEPS).holds(text) for text in self.subject.given)
        except Meaningless as why:
            if not terms:
                return False  # what makes a divisor positive may come behind it
            raise self._misread(str(why), "no truth value", environment.integers) from None
        if terms != texts:
            raise self._misread(f"given, {texts}", f"{terms}", environment.integers)
        return terms

    def _compare(self, text: str, value: Scalar, read: Scalar) -> None:
        if value != read:
            raise self._misread(f"{text} = {value}", f"{read}", {})

    def _misread(self, text: str, term: str, numbers: Mapping[str, int]) -> InternalError:
        got = f"{text[:300]} as a text, {term[:100]} as a term, at {dict(numbers)}"
        return InternalError("Identity", "a reader that agrees with the text", got, "please report these texts")

    def _whole(self, numbers: Numbers) -> dict[str, int | tuple[int, ...]]:
        """The integers by the names of the texts: a tuple for a letter that stands once per axis."""
        letters = self.subject.reading.letters
        whole: dict[str, int | tuple[int, ...]] = dict(numbers)
        for letter in letters.names if letters.axes > 1 else ():
            copies = letters.copies(letter)
            if any(copy in numbers for copy in copies):
                whole[letter] = tuple(numbers.get(copy, 1) for copy in copies)
        return whole

    # ------------------------------------------------------------ making it plainer

    def _plainest(self, numbers: Numbers, seed: int) -> Counterexample:
        numbers = self._smaller(numbers, seed)
        for semiring in SEMIRINGS:
            tables = _Tables(seed, semiring)
            if self._difference(numbers, tables) is not None:
                break
        self._fewer(numbers, tables)
        tables.read.clear()
        tables.applied.clear()
        left, right = self._difference(numbers, tables) or (None, None)
        zero = semiring.zero
        entries = {_shown(name, index): v for (name, index), v in sorted(tables.read.items()) if v != zero}
        table = {f"{name}({s})": v for (name, s), v in sorted(tables.applied.items(), key=str)}
        integers = {name: numbers[name] for name in self.names}
        return Counterexample(integers, semiring.name, left, right, entries, table)

    def _smaller(self, numbers: Numbers, seed: int) -> Numbers:
        """Each number as plain as the failure lets it be."""
        rank = {n: place for place, n in enumerate(PLAINEST)}
        for _ in range(4):
            before = numbers
            for name in self.names:
                for n in PLAINEST[: rank.get(numbers[name], len(PLAINEST))]:
                    tried = self._determined({**numbers, name: n})
                    if tried[name] == n and self._fails(tried, seed):
                        numbers = tried
                        break
            if numbers == before:
                break
        return numbers

    def _fewer(self, numbers: Numbers, tables: _Tables) -> None:
        """Entries that are 0 or 1, where the sides still differ."""
        for place in sorted(tables.read)[:MAX_ENTRIES]:
            old = tables.changed.get(place)
            for plain in (tables.semiring.zero, tables.semiring.one):
                tables.changed[place] = plain
                if self._difference(numbers, tables) is not None:
                    break
            else:
                del tables.changed[place]
                if old is not None:
                    tables.changed[place] = old


def _drawn(values: Sequence[int], draw: random.Random) -> int:
    """One of the values, the first ones more often."""
    return values[min(int(draw.expovariate(0.5)), len(values) - 1)]


def _in_order(options: Mapping[str, Sequence[int]]) -> Iterator[Numbers]:
    """All choices, by the sum of the places of the numbers among the options."""
    names = list(options)
    most = sum(len(values) - 1 for values in options.values())

    def choices(at: int, rank: int) -> Iterator[Numbers]:
        if at == len(names):
            if rank == 0:
                yield {}
            return
        values = options[names[at]]
        for place in range(min(rank, len(values) - 1) + 1):
            for rest in choices(at + 1, rank - place):
                yield {names[at]: values[place], **rest}

    for rank in count():
        if rank > most:
            return
        yield from choices(0, rank)


def _numbers(term: Term) -> Iterator[int]:
    """The numbers that are written in a term."""
    if term.tag == "num":
        yield term.args[0]
    for x in term.args:
        if type(x) is Term:
            yield from _numbers(x)


def _shown(name: str, index: tuple[int, ...]) -> str:
    return f"{name}[{', '.join(map(str, index))}]" if index else name
