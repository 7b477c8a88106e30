"""The algebra that decides: random points of finite fields, with random functions in the place of named maps.

A number is a tuple with a residue for each of some random primes.  Inputs and unknown weights are random tuples, a
named map is a random function of the whole tuple, and a set of which the largest is taken is a random set of bits,
joined by "or".  Two networks whose normal forms differ give the same numbers by accident only; ``bound`` says how
rarely.

Normal forms are polynomials over the rationals in inputs, weights and atoms ``f(form)`` and ``max {forms}``; identical
forms are equal for all inputs, all weights and all functions.  That random points tell polynomials apart is due to
Schwartz (J. ACM 27, 1980) and Zippel (EUROSAM 1979).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import ceil, isfinite, lcm, log2, prod
from typing import Any, Literal, TypeAlias, cast

import numpy as np

from symstride.equality.algebra import Activation, Array, Reads
from symstride.equality.bound import Draw, Met
from symstride.equality.facts import RESILIENT, is_finite_at_lowest, keeps_zero
from symstride.equality.hashing import BLOCK, Word, in_blocks, key, keys, mixed, permuted
from symstride.equality.residues import Moduli, Rows, size_of
from symstride.errors import NotSupported
from symstride.limits import MAX_COMPUTED, check, check_bytes
from symstride.network.evaluate import operate
from symstride.network.operators.records import Operator, Shape

Weights: TypeAlias = Literal["symbolic", "rounded", "given"]
"""Whether numbers of weights are unknowns, once folded and matched up to rounding or at once, or what they are."""

PLAIN = 64
"""Whole numbers up to this size mean themselves; every other number of a weight is an unknown."""

LOWEST, NOTHING = -1, -2
"""What is no residue: minus infinity, the largest of an empty set; and what is no number, once that was added to."""

_OUTSIDE = -(2**40)
_CHUNK, _TOGETHER = 8, 2**23  # words at once, and the most numbers of them

MAX_BITS = 20_000_000_000
"""Steps that the bits of the sets of one operator take."""
_FULL = np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of tuples, one in each place: the largest and the least residue in each row, and the bits of the set.

    ``low`` is the least residue with its sign turned.  ``members`` bounds how many tuples a set has.
    """

    top: Rows
    low: Rows
    words: Word
    members: int


@dataclass(frozen=True, slots=True)
class Tuples:
    """Tuples of residues, ``(rows, *shape)``, with what is known of the forms that they stand for.

    ``degree`` bounds their degree, ``size`` the logarithm to base 2 of the sum of their coefficients in absolute value,
    and ``common`` is a denominator of all of these.  ``sets`` say what each place is the largest of, while that is told
    apart.
    """

    numbers: Rows
    degree: int = 0
    size: float = 0.0
    common: int = 1
    sets: Sets | None = None


class Field:
    """One draw.  ``met`` counts what the bound of its answer is made of.

    Minus infinity in a sum or product gives ``NOTHING``, and so does whatever is computed with that; it may be dropped,
    masked or cropped, but must not reach an output.  Raises ``NotSupported`` for weights that are no numbers, and for
    arrays of too many bytes.
    """

    def __init__(self, drawn: Draw, weights: Weights = "symbolic", activation: Activation = "any") -> None:
        self.draw, self.weights, self.activation = drawn, weights, activation
        self.moduli = Moduli(drawn.primes)
        self.rows = len(drawn.primes)
        self.met = Met()

    # ------------------------------------------------------------------------------------------------ what there is

    def input(self, position: int, shape: Shape) -> Tuples:
        """Independent random tuples, the same for the same position."""
        rng = np.random.Generator(np.random.PCG64(key(self.draw.seed, "input", position)))
        return Tuples(np.stack([rng.integers(0, p, shape, dtype=np.int64) for p in self.draw.primes]), degree=1)

    def weight(self, array: Array) -> Tuples:
        """Each number that is not a small whole one is an unknown of its own, and ``-v`` is minus the one of ``v``."""
        check_bytes("a parameter", (self.rows, *array.shape), 8, 2 * MAX_COMPUTED)
        if array.dtype.kind in "iub" and array.dtype != np.uint64:
            return Tuples(self.moduli.whole(array), size=_size(array))
        if array.dtype.kind != "f":
            return self._numbers(array, lambda q: q)
        if array.dtype.itemsize > 8:
            raise NotSupported("a parameter", "at most double precision", str(array.dtype), "convert it to float64")
        if not np.isfinite(array).all():
            raise NotSupported("a parameter", "numbers", "infinity, or none", "leave it out of the weights")
        return self._given(array) if self.weights == "given" else self._symbolic(array)

    def _given(self, array: Array) -> Tuples:
        exponent = np.frexp(array[array != 0])[1]
        common = 2 ** max(0, 53 - int(exponent.min(initial=53)))
        return Tuples(self.moduli.dyadic(array), size=float(exponent.max(initial=0)), common=common)

    def _symbolic(self, array: Array) -> Tuples:
        flat, rounds = array.reshape(-1), keys(self.draw.seed, "weight")
        numbers, size, degree = np.zeros((self.rows, flat.size), np.int64), 0.0, 0
        for start in range(0, flat.size, BLOCK):
            block, rows = flat[start : start + BLOCK].astype(np.float64), numbers[:, start : start + BLOCK]
            magnitude = np.abs(block)
            plain = (magnitude <= PLAIN) & (magnitude == np.floor(magnitude))
            known = np.where(plain, block, 0).astype(np.int64)
            rows += known
            rows[:, known < 0] += self.moduli.column(2)  # smaller than any prime
            size = max(size, _size(known))
            if not plain.all():  # banks are full of zeros
                unknown, degree = block[~plain], 1
                made = self._outputs(*permuted(np.abs(unknown).view(np.uint64), np.zeros((), np.uint64), rounds))
                rows[:, ~plain] = self.moduli.reduced(np.where(unknown < 0, self.moduli.column(2) - made, made))
        return Tuples(numbers.reshape(self.rows, *array.shape), degree=degree, size=size)

    def _numbers(self, array: Array, change: Callable[[Fraction], Fraction]) -> Tuples:
        flat = np.asarray(array, dtype=object).ravel().tolist()
        try:
            different = {v: change(Fraction(v)) for v in dict.fromkeys(flat)}
        except ZeroDivisionError:
            raise NotSupported("a divisor", "numbers other than 0", "0", "correct the divisors") from None
        except (TypeError, ValueError, OverflowError):
            raise NotSupported("a parameter", "numbers", f"dtype {array.dtype}", "use numbers") from None
        place = {number: n for n, number in enumerate(different)}
        at = np.array([place[number] for number in flat], dtype=np.int64).reshape(array.shape)
        size, common = size_of(list(different.values()))
        return Tuples(self.moduli.fractions(list(different.values()))[:, at], size=size, common=common)

    def constant(self, number: Fraction) -> Tuples:
        size, common = size_of([number])
        return Tuples(self.moduli.fractions([number])[:, 0], size=size, common=common)

    def zeros(self, value: Tuples) -> Tuples:
        return Tuples(np.zeros_like(value.numbers))

    def quotients(self, array: Array) -> Tuples:
        plain, at = np.unique(array, return_inverse=True)
        made = self._numbers(plain, lambda q: 1 / q)
        return replace(made, numbers=made.numbers[:, at.reshape(array.shape)])

    # ------------------------------------------------------------------------------------------------ moving

    def arranged(self, how: Callable[..., Array], *values: Tuples) -> Tuples:
        numbers = how(*(value.numbers for value in values))
        known = self._joined(numbers, values)
        if not any(value.sets for value in values):
            return known
        sets = [self._sets(value) for value in values]
        top, low, words = (how(*(getattr(s, part) for s in sets)) for part in ("top", "low", "words"))
        return replace(known, sets=Sets(top, low, words, max(s.members for s in sets)))

    def several(self, how: Callable[[Array], Iterable[Array]], value: Tuples) -> list[Tuples]:
        """Sums are made of these: sets are told apart no longer."""
        return [self._joined(part, [value]) for part in how(value.numbers)]

    def filled(self, operator: Operator, value: Tuples, parameters: Sequence[Array]) -> Tuples:
        fill: Any = getattr(operator, "fill", 0.0)
        plain: Any = replace(cast("Any", operator), fill=0.0)
        inside = operate(plain, [np.ones((1, *value.numbers.shape[1:]), np.int64)], parameters).astype(bool)
        put = self._filling(fill)

        def move(array: Array, outside: Array) -> Array:
            moved = operate(plain, [array], parameters)
            return np.where(inside, moved, outside.reshape(len(array), *(1,) * (moved.ndim - 1)))

        known = self._joined(move(value.numbers, put.numbers), [value, put])
        if value.sets is None:
            return known
        other = self._sets(put)
        pairs = ((getattr(value.sets, part), getattr(other, part)) for part in ("top", "low", "words"))
        top, low, words = (move(array, outside) for array, outside in pairs)
        return replace(known, sets=Sets(top, low, words, value.sets.members))

    def _filling(self, fill: Any) -> Tuples:
        if fill == "lowest" or fill == -np.inf:
            return Tuples(np.full(self.rows, LOWEST, dtype=np.int64))
        if not isfinite(fill):
            raise NotSupported("padding", "a number, or the lowest", str(fill), "pad with a number")
        return self.constant(Fraction(fill))

    def _joined(self, numbers: Rows, values: Sequence[Tuples]) -> Tuples:
        degree, size = max(value.degree for value in values), max(value.size for value in values)
        return Tuples(numbers, degree, size, lcm(*(value.common for value in values)))

    # ------------------------------------------------------------------------------------------------ sums and products

    def total(self, values: Sequence[Tuples]) -> Tuples:
        parts = _fitted([value.numbers for value in values])
        added = _with_nothing(self.moduli.reduced(reduce(np.add, map(_cleared, parts))), parts)
        known = self._joined(added, values)
        return replace(known, size=known.size + log2(len(values)))

    def product(self, one: Tuples, other: Tuples) -> Tuples:
        parts = _fitted([one.numbers, other.numbers])
        made = self.moduli.product(*map(_cleared, parts))
        return self._multiplied(_with_nothing(made, parts), one, other, 1)

    def matmul(self, one: Tuples, other: Tuples) -> Tuples:
        parts = [one.numbers, other.numbers]
        made = self.moduli.matmul(*map(_cleared, parts))
        if _is_missing(parts[0]) or _is_missing(parts[1]):
            a, b = ((part[:1] < 0).astype(np.int64) for part in parts)
            reached = np.matmul(np.ones_like(a), b) + np.matmul(a, np.ones_like(b))
            made = np.where(reached > 0, NOTHING, made)
        return self._multiplied(made, one, other, one.numbers.shape[-1])

    def _multiplied(self, numbers: Rows, one: Tuples, other: Tuples, terms: int) -> Tuples:
        size = one.size + other.size + log2(terms)
        return Tuples(numbers, one.degree + other.degree, size, one.common * other.common)

    def summed(self, value: Tuples, axes: tuple[int, ...]) -> Tuples:
        numbers = value.numbers
        added = self.moduli.reduced(_cleared(numbers).sum(axis=axes, keepdims=True))
        if _is_missing(numbers):
            added = np.where((numbers[:1] < 0).any(axis=axes, keepdims=True), NOTHING, added)
        size = value.size + log2(prod(numbers.shape[n] for n in axes))
        return Tuples(added, value.degree, size, value.common)

    # ------------------------------------------------------------------------------------------------ unknown functions

    def _halves(self, numbers: Rows) -> tuple[Word, Word]:
        """A tuple of up to four residues as 128 bits; minus infinity is 1, and residues count from 2."""
        parts = [row.astype(np.uint64) for row in numbers + 2]
        parts += [np.zeros((), np.uint64)] * (4 - len(parts))
        shift = np.uint64(32)
        return (parts[0] << shift) | parts[1], (parts[2] << shift) | parts[3]

    def _outputs(self, left: Word, right: Word) -> Rows:
        """Four numbers of 32 bits, the first for the first prime and so on."""
        shift, low = np.uint64(32), np.uint64(2**32 - 1)
        parts = [left >> shift, left & low, right >> shift, right & low][: self.rows]
        return np.stack([(part % np.uint64(p)).astype(np.int64) for part, p in zip(parts, self.draw.primes)])

    def _function(self, words: tuple[Any, ...], value: Tuples, place: Word | None = None) -> Tuples:
        """The random function of these words, and of a place where it depends on one."""
        rounds = keys(self.draw.seed, "map", *words)
        places = [] if place is None else [np.broadcast_to(place, value.numbers.shape[1:])[None]]

        def make(numbers: Rows, *where: Word) -> Rows:
            each = [mixed(one ^ mixed(where[0][0] + one)) for one in rounds] if where else rounds
            return self._outputs(*permuted(*self._halves(numbers), each))

        made = in_blocks(make, value.numbers, *places)
        self.met.arguments(prod(made.shape[1:]), value.degree, value.size, value.common)
        return Tuples(np.where(value.numbers[:1] == NOTHING, NOTHING, made), degree=1)

    def _scalar(self, *words: Any) -> Tuples:
        """A random tuple that stands for nothing: to bring several numbers into one."""
        rng = np.random.Generator(np.random.PCG64(key(self.draw.seed, "scalar", *words)))
        return Tuples(np.array([rng.integers(0, p) for p in self.draw.primes], dtype=np.int64), degree=1)

    def named(self, name: str, attributes: Sequence[tuple[str, float]], value: Tuples) -> Tuples:
        """A random function; where it keeps 0 and that may be known, 0 goes to 0.

        Of minus infinity it is a number where the map has one for it, as relu and tanh have.
        """
        made = self._function(("named", name, _words(attributes)), value)
        if _is_missing(value.numbers) and not is_finite_at_lowest(name, attributes):
            made = replace(made, numbers=_with_nothing(made.numbers, [value.numbers]))
        if self.activation == "any" or not keeps_zero(name, attributes):
            return made
        return replace(made, numbers=np.where((value.numbers == 0).all(axis=0), 0, made.numbers))

    def normalised(
        self, name: str, attributes: Sequence[tuple[str, float]], value: Tuples, axes: tuple[int, ...]
    ) -> Tuples:
        """A random function of a number and of the sum of random functions of all: the order does not matter.

        Minus infinity among them is one more argument of what has numbers for the others then, as softmax has.
        """
        words = (name, _words(attributes))
        each = self._function(("each", *words), value)
        if name not in RESILIENT:
            each = replace(each, numbers=_with_nothing(each.numbers, [value.numbers]))
        all_of_them = self.summed(each, axes)
        return self._function(("among", *words), self.total([value, self.product(all_of_them, self._scalar(*words))]))

    def response(self, attributes: Sequence[tuple[str, float]], value: Tuples) -> Tuples:
        """``x[c]`` times a random function of ``c`` and of all channels of the place."""
        words, channels = ("lrn", _words(attributes)), value.numbers.shape[1]
        scalars = [self._scalar(*words, c).numbers for c in range(channels)]
        factors = np.stack(scalars, axis=1).reshape(self.rows, channels, *(1,) * (value.numbers.ndim - 2))
        spread = self.product(value, Tuples(factors, degree=1))
        one = self.summed(spread, (1,))
        broad = replace(one, numbers=np.broadcast_to(one.numbers, value.numbers.shape))
        place = np.arange(channels, dtype=np.uint64).reshape(-1, *(1,) * (value.numbers.ndim - 2))
        return self.product(value, self._function(words, broad, place))

    def sloped(self, value: Tuples, slope: Tuples) -> Tuples:
        if self.activation == "relu":
            minus, zeros = self.constant(Fraction(-1)), self.zeros(value)
            both = (value, self.product(value, minus))
            parts = [self.highest([one, zeros], lambda arrays, low: arrays) for one in both]
            return self.total([parts[0], self.product(minus, self.product(slope, parts[1]))])
        made = self._function(("sloped",), self.total([value, self.product(slope, self._scalar("sloped"))]))
        if self.activation == "any":
            return made
        return replace(made, numbers=np.where((value.numbers == 0).all(axis=0), 0, made.numbers))

    def inverse_root(self, value: Tuples, epsilon: float) -> Tuples:
        return self._function(("inverse root", float(epsilon)), value)

    # ------------------------------------------------------------------------------------------------ the largest

    def highest(self, values: Sequence[Tuples], reads: Reads) -> Tuples:
        """The set of what is read; a set of one tuple is that tuple, and any other a random function of its bits."""
        tops = [value.sets.top if value.sets else value.numbers for value in values]
        lows = [value.sets.low if value.sets else _turned(value.numbers) for value in values]
        top = np.array(reduce(np.maximum, reads(tops, LOWEST)))
        low = np.array(reduce(np.maximum, reads(lows, _OUTSIDE)))
        check_bytes("the largest of some", (self.draw.words, *top.shape[1:]), 8, 2 * MAX_COMPUTED)
        taken = reads([np.zeros((1, *value.numbers.shape[1:]), np.int64) for value in values], 0)
        count = sum(1 for _ in taken)
        self._check_bits(sum(prod(value.numbers.shape[1:]) for value in values), count, prod(top.shape[1:]))
        members = min(count, 2**40) * max(value.sets.members if value.sets else 1 for value in values)
        most = max(prod(value.numbers.shape[1:]) for value in values)
        step = max(1, min(_CHUNK, _TOGETHER // most))
        for value in values:
            if value.sets is None:
                self.met.arguments(prod(value.numbers.shape[1:]), value.degree, value.size, value.common)
        words = [self._joined_words(values, reads, n, step) for n in range(0, self.draw.words, step)]
        sets = Sets(top, low, np.concatenate(words), members)
        known = self._joined(top, values)
        self.met.sets(prod(top.shape[1:]), members)
        return replace(
            known, numbers=self._of_sets(sets), degree=max(1, known.degree), size=max(0.0, known.size), sets=sets
        )

    def _check_bits(self, inputs: int, count: int, outputs: int) -> None:
        """Refuse sets so large that their bits take too long: ``count`` reads for each of ``outputs``."""
        work = self.draw.words * (2 * self.draw.sparse * inputs + count * outputs)
        check("the largest of some", work, MAX_BITS, "steps for the bits of sets", "compare the networks around it")

    def _joined_words(self, values: Sequence[Tuples], reads: Reads, start: int, step: int) -> Word:
        stop = min(start + step, self.draw.words)
        given = [v.sets.words[start:stop] if v.sets else self._words(v.numbers, start, stop) for v in values]
        return np.array(reduce(np.bitwise_or, reads(given, 0)))

    def _words(self, numbers: Rows, start: int, stop: int) -> Word:
        """The bits of a set with one tuple; none of one with minus infinity."""
        rounds = keys(self.draw.seed, "element")
        sparse = [keys(self.draw.seed, "bits", n, count=self.draw.sparse) for n in range(start, stop)]

        @np.errstate(over="ignore")  # single numbers wrap around like arrays
        def make(numbers: Rows) -> Word:
            left, right = permuted(*self._halves(numbers), rounds)
            there = np.where(numbers[0] == LOWEST, np.uint64(0), _FULL)
            drawn = ((mixed(mixed(left + one) ^ right) for one in word) for word in sparse)
            return np.stack([reduce(np.bitwise_and, word, there) for word in drawn])

        return in_blocks(make, numbers)

    def _of_sets(self, sets: Sets) -> Rows:
        rounds = keys(self.draw.seed, "largest")

        def make(words: Word) -> Rows:
            left = right = np.zeros(words.shape[1:], dtype=np.uint64)
            for word in words:
                left, right = permuted(left ^ word, right, rounds)
            return self._outputs(left, right)

        single = (sets.top == -sets.low).all(axis=0)
        made = np.where(single | (sets.top[0] < 0), sets.top, in_blocks(make, sets.words))
        return np.where(sets.low[0] > 0, NOTHING, made)

    def _sets(self, value: Tuples) -> Sets:
        if value.sets is not None:
            return value.sets
        words = self._words(value.numbers, 0, self.draw.words)
        self.met.arguments(prod(value.numbers.shape[1:]), value.degree, value.size, value.common)
        return Sets(value.numbers, _turned(value.numbers), words, 1)


def sparseness(members: int) -> int:
    """The power of two that makes an element's bits rare enough for sets of so many."""
    return max(1, ceil(log2(max(members, 2))))


def _size(array: Array) -> float:
    return log2(max(1, max(abs(int(array.max(initial=0))), abs(int(array.min(initial=0))))))


def _turned(numbers: Rows) -> Rows:
    """For the least of each set: what is no number stays so in any set, and minus infinity counts for nothing."""
    return np.where(numbers == LOWEST, _OUTSIDE, -numbers)


def _is_missing(numbers: Rows) -> bool:
    return bool(numbers.size) and int(numbers[0].min()) < 0


def _cleared(numbers: Rows) -> Rows:
    return np.where(numbers < 0, 0, numbers) if _is_missing(numbers) else numbers


def _with_nothing(made: Rows, parts: Sequence[Rows]) -> Rows:
    """``NOTHING`` wherever one of the parts, broadcast together, is no number."""
    missing = [part[:1] < 0 for part in parts if _is_missing(part)]
    return np.where(reduce(np.logical_or, missing), NOTHING, made) if missing else made


def _fitted(parts: Sequence[Rows]) -> list[Rows]:
    """Arrays with as many axes, so that the row is the first of each: ``(rows,)`` meets ``(rows, C, *space)``."""
    most = max(part.ndim for part in parts)
    return [part.reshape(len(part), *(1,) * (most - part.ndim), *part.shape[1:]) for part in parts]


def _words(attributes: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((name, float(value)) for name, value in attributes if value is not None))
