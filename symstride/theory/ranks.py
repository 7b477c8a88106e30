"""Ranks of integer matrices, by elimination modulo primes.

Modulo a prime the rank is never larger than over the rationals, since a minor that is 0 stays 0.  It is smaller only
where the prime divides all minors that count.  So a rank modulo a prime is a lower bound, for certain; and where ``r``
is found modulo distinct primes whose product is larger than all minors of ``r + 1`` rows, these minors are 0 and the
rank is ``r``, for certain too.

Source: Schwartz, J. ACM 27, 1980, for polynomials at random points; Hadamard's inequality for minors.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

import numpy as np
from sympy.ntheory.primetest import isprime

if TYPE_CHECKING:
    from numpy.typing import NDArray

BITS: Final = 30
"""Primes lie between 2**30 and 2**31, so that 64 bits hold a product of two residues."""

PRIMES: Final = 50_697_537
"""How many primes there are between 2**30 and 2**31: OEIS A007053."""


@dataclass(frozen=True)
class Rank:
    """The rank of a layer as a matrix: at least ``value`` for certain, and more with a chance of at most ``error``.

    ``shape`` has the matrix's rows and columns; on all integers, those that belong to one cell.  ``error`` is 0 where
    the rank is exact; otherwise it is a chance over the choice of ``seed``.
    """

    value: int
    shape: tuple[int, int]
    error: float = 0.0
    seed: int | None = None

    @property
    def nullity(self) -> int:
        """The dimension of what the layer takes to 0: columns minus rank."""
        return self.shape[1] - self.value

    @property
    def is_injective(self) -> bool:
        """Whether different inputs give different outputs.  Yes is certain; no is so up to ``error``."""
        return self.value == self.shape[1]

    def __str__(self) -> str:
        sure = "exact" if not self.error else f"wrong with probability at most {self.error:.1e}, seed {self.seed}"
        return f"rank {self.value:,} of a matrix of {self.shape[0]:,} x {self.shape[1]:,}: {sure}"

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)


def random_prime(draw: Random) -> int:
    """A prime between 2**30 and 2**31, each as likely as any other."""
    while True:
        number = draw.randrange(2**BITS + 1, 2 ** (BITS + 1), 2)
        if isprime(number):
            return number


def chance_of_division(bits: int) -> float:
    """How likely a random prime divides a number, not 0, of that many bits: it has at most bits/30 such divisors."""
    return min(1.0, bits / BITS / PRIMES)


def modular_rank(matrix: NDArray[np.int64], prime: int) -> int:
    """The rank of a matrix of integers modulo a prime below 2**31."""
    rest = matrix % prime
    if rest.shape[0] < rest.shape[1]:
        rest = rest.T.copy()
    rank = 0
    for column in range(rest.shape[1]):
        found = rank + np.flatnonzero(rest[rank:, column])
        if not len(found):
            continue
        pivot = found[0]
        rest[[rank, pivot]] = rest[[pivot, rank]]
        rest[rank, column:] = rest[rank, column:] * pow(int(rest[rank, column]), -1, prime) % prime
        rows = found[1:]  # the pivot's old row holds what had a 0 here
        rest[rows, column:] -= rest[rows, column][:, None] * rest[rank, column:] % prime
        rest[rows, column:] %= prime
        rank += 1
        if rank == rest.shape[0]:
            break
    return rank


def minor_bits(bits: NDArray[np.int64], size: int) -> int:
    """Bits of the largest minor of that size, from the bits of each row's length: those of the longest rows together.

    The length may be any bound on the Euclidean one, such as the sum of the absolute values.
    """
    return int(np.sort(bits)[::-1][:size].sum())
