"""Arithmetic modulo several primes at once: an array has one row for each, in front of its other axes.

Numbers are ``int64`` and lie in ``[0, p)``, with ``p`` below 2**31.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm, log2
from random import Random
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import NotSupported

Rows: TypeAlias = NDArray[np.int64]

LEAST, MOST = 2**30, 2**31
"""Primes are drawn from between these two."""

PRIMES = 50_697_537
"""How many there are: 105,097,565 below 2**31 less 54,400,028 below 2**30 (OEIS A007053)."""

MAX_TERMS = 2**19
"""Products in one sum: of sums of two limbs, below 2**17, it stays below 2**53, where floats are exact."""

_COLUMNS = 1024
"""Columns of a product at once: what is made on the way stays in the processor's cache."""


def is_prime(n: int) -> bool:
    """Whether ``n < 2**31`` is prime: no other passes to the bases 2, 3, 5, 7 (Pomerance, Selfridge, Wagstaff 1980)."""
    if n < 2 or n % 2 == 0:
        return n == 2
    twos = ((n - 1) & (1 - n)).bit_length() - 1
    for base in (2, 3, 5, 7):
        x = pow(base, (n - 1) >> twos, n)
        if base % n and x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(twos - 1)):
            return False
    return True


def random_primes(count: int, seed: int) -> tuple[int, ...]:
    """So many primes, each drawn from all those between ``LEAST`` and ``MOST``, independently."""
    rng = Random(seed)
    return tuple(_random_prime(rng) for _ in range(count))


def _random_prime(rng: Random) -> int:
    while True:
        n = rng.randrange(LEAST + 1, MOST, 2)
        if is_prime(n):
            return n


@dataclass(frozen=True)
class Moduli:
    """The primes, one for each row."""

    primes: tuple[int, ...]

    def column(self, axes: int) -> Rows:
        """The primes as an array of that many axes, ready to reduce rows by."""
        return np.array(self.primes, dtype=np.int64).reshape(-1, *(1,) * (axes - 1))

    def reduced(self, x: NDArray[Any]) -> Rows:
        """Whole numbers to the range of their row."""
        return np.asarray(x % self.column(x.ndim), dtype=np.int64)

    def product(self, a: Rows, b: Rows) -> Rows:
        """Entry by entry."""
        return self.reduced(a * b)

    def matmul(self, a: Rows, b: Rows) -> Rows:
        """Matrix products, row by row, exactly: limbs of 16 bits, three products of floats (Karatsuba, 1962)."""
        if a.shape[-1] > MAX_TERMS:
            raise NotSupported("a sum of products", f"at most {MAX_TERMS:,} terms", f"{a.shape[-1]:,}", "split it")
        return np.stack([_matmul(a[n], b[n], p) for n, p in enumerate(self.primes)])

    def whole(self, array: NDArray[Any]) -> Rows:
        """The whole numbers of an integer array, in each row."""
        values = array.astype(np.int64)
        return self.reduced(np.broadcast_to(values, (len(self.primes), *values.shape)))

    def fractions(self, numbers: Sequence[Fraction]) -> Rows:
        """``numerator/denominator`` in each row, a list at a time; 0 where a prime divides the denominator."""
        found = [[q.numerator * pow(q.denominator, p - 2, p) % p for q in numbers] for p in self.primes]
        return np.array(found, dtype=np.int64).reshape(len(self.primes), len(numbers))

    def dyadic(self, array: NDArray[Any]) -> Rows:
        """Floats as what they are: ``m * 2**e`` with whole numbers ``m`` and ``e``."""
        mantissa, exponent = np.frexp(np.asarray(array, np.float64))
        whole, power = (mantissa * 2.0**53).astype(np.int64), exponent.astype(np.int64) - 53
        return self.product(self.whole(whole), np.stack([table[power + _SMALL] for table in self._powers]))

    @cached_property
    def _powers(self) -> list[Rows]:
        return [np.array(list(_powers_of_two(p)), dtype=np.int64) for p in self.primes]


_SMALL, _LARGE = 1200, 1100


def _powers_of_two(p: int) -> Iterator[int]:
    power = pow(pow(2, p - 2, p), _SMALL, p)
    for _ in range(_SMALL + _LARGE):
        yield power
        power = power * 2 % p


def _matmul(a: NDArray[np.int64], b: NDArray[np.int64], p: int) -> NDArray[np.int64]:
    (high, low), columns = _limbs(a), b.shape[-1]
    both = high + low
    made = np.empty((*np.broadcast_shapes(a.shape[:-2], b.shape[:-2]), a.shape[-2], columns), np.int64)
    for start in range(0, columns, _COLUMNS):
        more, less = _limbs(b[..., start : start + _COLUMNS])
        upper, lower = np.matmul(high, more), np.matmul(low, less)
        middle = np.matmul(both, more + less)
        middle -= upper
        middle -= lower
        total = upper.astype(np.int64) % p
        for part in (middle, lower):
            total <<= 16
            total += part.astype(np.int64)
            total %= p
        made[..., start : start + _COLUMNS] = total
    return made


def _limbs(a: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return (a >> 16).astype(float), (a & 65535).astype(float)


def size_of(numbers: Sequence[Fraction]) -> tuple[float, int]:
    """The logarithm to base 2 of the largest of them, and their least common denominator."""
    largest = max((abs(q) for q in numbers), default=Fraction(0))
    size = log2(largest.numerator) - log2(largest.denominator) if largest else 0.0
    return size, lcm(*(q.denominator for q in numbers))
