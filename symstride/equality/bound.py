"""How rarely different networks give the same numbers at a random point.

Let ``q`` be the largest probability of one residue of a random number, at most 2**-30 for primes above it.  Two forms
that are met, as arguments of a map or as outputs, and that differ, differ by a polynomial in inputs, weights and atoms
that is not 0.  A coefficient of it, cleared of denominators, and these together have at most ``bits`` bits, so at most
``bits/30`` primes above 2**30 divide it or one of them; modulo any other prime the polynomial vanishes at a random
point with probability ``degree*q`` at most (Schwartz and Zippel).  The rows are independent.  So two forms look alike
with probability at most

    alone = (degree*q + floor(bits/30)/choices) ** rows

as long as no two others do, and some two of ``n`` with ``n*(n-1)/2 * alone`` at most.  Let all atoms be independent
random numbers: as long as no two different arguments collide, that is what the random functions make of them, and the
chance of a first collision is the same in both worlds.

Sets of at most ``w`` elements that differ, differ by an element that one of them lacks.  A bit of it is set, and in no
element of the other, with probability ``d*(1 - d)**w`` where ``d = 2**-sparse``; there are 64 times ``words`` bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, floor, lcm, log, log1p, log2

from symstride.equality.hashing import key
from symstride.equality.residues import LEAST, PRIMES, random_primes


@dataclass(frozen=True, slots=True)
class Draw:
    """What is drawn: the seed of everything, the primes and from how many, and the 64-bit words of a set.

    A bit of an element is set with probability ``2**-sparse``.
    """

    seed: int
    primes: tuple[int, ...]
    choices: int = PRIMES
    words: int = 4
    sparse: int = 1


def draw(seed: int, rows: int, words: int = 4, sparse: int = 1) -> Draw:
    """Primes drawn for that seed."""
    return Draw(seed, random_primes(rows, key(seed, "primes")), PRIMES, words, sparse)


@dataclass
class Met:
    """What one run met: arguments of maps and elements of sets, and sets; with the largest degree and size of each.

    ``size`` is the logarithm to base 2 of the sum of a form's coefficients, in absolute value; ``common`` is a
    denominator of all coefficients of all forms.
    """

    forms: int = 0
    degree: int = 0
    size: float = 0.0
    common: int = 1
    unions: int = 0
    members: int = 1
    outputs: int = 0

    def arguments(self, count: int, degree: int, size: float, common: int) -> None:
        """So many forms that something is told apart by."""
        self.forms += count
        self.degree, self.size, self.common = max(self.degree, degree), max(self.size, size), lcm(self.common, common)

    def output(self, degree: int, size: float, common: int) -> None:
        """Forms of outputs: it is enough that one pair of these differs."""
        self.outputs = 1
        self.arguments(0, degree, size, common)

    @property
    def bits(self) -> float:
        """Of a coefficient of a difference of two forms, cleared of denominators, and of the denominator with it."""
        return self.size + 1 + 2 * log2(self.common)

    def sets(self, count: int, members: int) -> None:
        """So many sets, of at most so many elements."""
        self.unions += count
        self.members = max(self.members, members)

    @property
    def pairs(self) -> int:
        """Pairs of forms that may look alike; the form 0 is one of them."""
        return (self.forms + 1) * self.forms // 2 + self.outputs


def probability(met: Met, drawn: Draw) -> float:
    """The most with which two networks that differ are found equal; 1 when nothing is known."""
    together = met.pairs * alone(met, drawn) ** len(drawn.primes)
    return min(1.0, together + _sets_alike(met, drawn.words, drawn.sparse))


def alone(met: Met, drawn: Draw) -> float:
    """The most with which two different forms look alike in one row."""
    q = -(-(2**32) // min(drawn.primes)) / 2**32
    dividing = floor(met.bits / log2(min(LEAST, *drawn.primes)))
    return min(1.0, met.degree * q + dividing / drawn.choices)


def _sets_alike(met: Met, words: int, sparse: int) -> float:
    pairs = met.unions * (met.unions - 1) // 2 + met.unions
    if pairs == 0:
        return 0.0
    seen = 2.0**-sparse * (1 - 2.0**-sparse) ** met.members
    return min(1.0, exp(min(0.0, log(pairs) + 64 * words * log1p(-seen))))


def rows_needed(met: Met, drawn: Draw, error: float) -> int:
    """How many primes make the first part of the bound at most half of ``error``; more than 4 when none do."""
    one = alone(met, drawn)
    if met.pairs == 0 or one == 0:
        return 1
    return 5 if one >= 1 else max(1, ceil(log(met.pairs * 2 / error) / -log(one)))


def words_needed(met: Met, sparse: int, error: float) -> int:
    """How many words make the second part at most half of ``error``."""
    if met.unions == 0:
        return 1
    seen = 2.0**-sparse * (1 - 2.0**-sparse) ** met.members
    return ceil(log(met.unions * (met.unions + 1) / error) / (-log1p(-seen) * 64))
