"""The printed bound holds: with small primes the field is wrong so often that its rate can be counted."""

from __future__ import annotations

import random
from math import sqrt

import numpy as np
import pytest
from false_equals import field_pairs, pooled, wrongly_equal
from numpy.typing import NDArray

from symstride.equality import bound
from symstride.equality.bound import Draw, draw
from symstride.equality.field import Field, sparseness
from symstride.equality.hashing import BLOCK, in_blocks, keys, permuted
from symstride.equality.interpret import interpret
from symstride.equality.residues import LEAST, MAX_TERMS, MOST, PRIMES, Moduli, is_prime, random_primes
from symstride.errors import NotSupported
from symstride.network.graph import Network


def test_small_primes_are_found_by_trial_division() -> None:
    assert [n for n in range(5000) if is_prime(n)] == [
        n for n in range(2, 5000) if all(n % d for d in range(2, int(sqrt(n)) + 1))
    ]
    assert not is_prime(25_326_001)  # 2251 * 11251, which passes for a prime to the bases 2, 3 and 5
    assert is_prime(2**31 - 1)


def test_drawn_primes_lie_where_they_are_counted() -> None:
    """Close to the count by the integral of 1/log, which is right to a few thousand here."""
    primes = random_primes(200, 5)
    assert all(LEAST < p < MOST and is_prime(p) for p in primes)
    assert len(set(primes)) == 200
    steps = np.linspace(LEAST, MOST, 200_001)
    integral = float(np.mean(1 / np.log(steps))) * (MOST - LEAST)
    assert abs(integral - PRIMES) < 20_000


def test_products_of_residues_are_those_of_python(rng: random.Random) -> None:
    moduli = Moduli(random_primes(2, 9))
    a, b = (np.array([[[rng.randrange(p) for _ in range(40)] for _ in range(40)] for p in moduli.primes]) for _ in "ab")
    exact = np.matmul(a.astype(object), b.astype(object)) % moduli.column(3)
    assert (moduli.matmul(a, b) == exact).all()
    top = np.array([[[p - 1] * 5000] for p in moduli.primes])
    exact = np.array([[[5000]] for _ in moduli.primes])  # (-1)*(-1), so many times
    assert (moduli.matmul(top, top.swapaxes(1, 2)) == exact).all()
    wide = np.array([[[rng.randrange(p) for _ in range(2500)]] for p in moduli.primes])  # more than go at once
    exact = np.matmul(a[:, :, :1].astype(object), wide.astype(object)) % moduli.column(3)
    assert (moduli.matmul(a[:, :, :1], wide) == exact).all()
    assert moduli.matmul(a, b[:, :, :0]).shape == (2, 40, 0)
    most = Moduli((2**31 - 1,))
    limbs = np.full((1, 1, MAX_TERMS), 2**31 - 2**16 - 1 | 0xFFFF, dtype=np.int64) % most.column(3)
    value = int(limbs[0, 0, 0])
    assert most.matmul(limbs, limbs.swapaxes(1, 2)).item() == value * value * MAX_TERMS % (2**31 - 1)
    with pytest.raises(NotSupported, match="terms"):
        most.matmul(np.zeros((1, 1, MAX_TERMS + 1), np.int64), np.zeros((1, MAX_TERMS + 1, 1), np.int64))


def test_floats_are_what_they_are(rng: random.Random) -> None:
    from fractions import Fraction

    floats = [rng.uniform(-1, 1) * 2.0 ** rng.randint(-1000, 900) for _ in range(50)] + [0.0, 5e-324, -1.5]
    moduli = Moduli(random_primes(2, 3))
    assert (moduli.dyadic(np.array(floats)) == moduli.fractions([Fraction(v) for v in floats])).all()


def test_a_permutation_of_128_bits_meets_nothing_twice() -> None:
    left, right = np.meshgrid(np.arange(300, dtype=np.uint64), np.arange(300, dtype=np.uint64))
    pairs = set(zip(*(half.ravel().tolist() for half in permuted(left, right, keys(1, "a"))), strict=True))
    other = set(zip(*(half.ravel().tolist() for half in permuted(left, right, keys(1, "b"))), strict=True))
    assert len(pairs) == 90_000
    assert not pairs & other


def test_places_go_in_blocks() -> None:
    """One after the other and each once, whatever the axes; of no places too."""
    numbers, met = np.arange(3 * 4 * 10_001).reshape(3, 4, 10_001), []

    def make(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
        met.append(first.shape[1])
        return np.stack([first[0] + second[0], first[2]])

    made = in_blocks(make, numbers, -numbers)
    assert made.shape == (2, 4, 10_001)
    assert (made[0] == 0).all()
    assert (made[1] == numbers[2]).all()
    assert met == [BLOCK, BLOCK, 40_004 - 2 * BLOCK]
    assert in_blocks(make, numbers[:, :, :0], numbers[:, :, :0]).shape == (2, 4, 0)
    assert in_blocks(make, numbers[:, 0, 0], numbers[:, 0, 0]).shape == (2,)


def test_a_weight_of_many_numbers_is_made_as_one_of_few() -> None:
    """Each number by itself: the same one has the same residues wherever it stands, in whatever format."""
    algebra, rng = Field(draw(1, 3)), np.random.default_rng(1)
    array = rng.choice([0, 1, -2, 0.5, -0.5, 65, 3.25], (3, BLOCK)).astype(np.float32)
    made, turned = algebra.weight(array), algebra.weight(array.T.astype(float))
    assert (made.numbers == turned.numbers.swapaxes(1, 2)).all()
    assert (made.degree, made.size) == (turned.degree, turned.size) == (1, 1.0)
    for number in (0, 1, -2, 0.5, -0.5, 65, 3.25):
        (alone,) = algebra.weight(np.array([float(number)])).numbers.T
        assert (made.numbers[:, array == number] == alone[:, None]).all()
    whole = algebra.weight(rng.integers(-64, 65, 3 * BLOCK).astype(float))
    assert (whole.degree, whole.size) == (0, 6.0)


# ------------------------------------------------------------------------------------------------ false equals


def check_rate(wrong: int, allowed: float, least: int) -> None:
    """No more than allowed, with five standard deviations of chance; and enough of them to see it."""
    assert wrong >= least
    assert wrong <= allowed + 5 * sqrt(allowed)


def test_false_equals_stay_below_the_bound(rng: random.Random) -> None:
    pairs = field_pairs(rng, 600)
    check_rate(*wrongly_equal(pairs, [Draw(n, (101,), 10**9) for n in range(len(pairs))]), least=2)


@pytest.mark.full
def test_a_hundred_false_equals_stay_below_the_bound(rng: random.Random) -> None:
    pairs = field_pairs(rng, 12_000)
    check_rate(*wrongly_equal(pairs, [Draw(n, (101,), 10**9) for n in range(len(pairs))]), least=100)


def pool_pairs(rng: random.Random, count: int) -> list[tuple[Network, Network]]:
    pairs = []
    for _ in range(count):
        order = rng.sample(range(6), 5)
        pairs.append(
            (pooled(rng, order[:3], order[3]), pooled(rng, order[:3], order[4] if rng.random() < 0.5 else order[0]))
        )
    return pairs


def bits_alike(pairs: list[tuple[Network, Network]], sparse: int) -> tuple[int, float]:
    """How often one word tells two different sets not apart, with large primes, and what the bound allows."""
    wrong, allowed = 0, 0.0
    for number, (left, right) in enumerate(pairs):
        algebra = Field(draw(number, 2, 1, sparse))
        a, b = interpret(left, algebra)[0], interpret(right, algebra)[0]
        wrong += bool((a.numbers == b.numbers).all())
        allowed += bound.probability(algebra.met, algebra.draw)
    return wrong, allowed


def test_false_equals_of_pools_stay_below_the_bound(rng: random.Random) -> None:
    """With bits so rare that one word often misses an element."""
    pairs = pool_pairs(rng, 200)
    check_rate(*bits_alike(pairs, 6), least=25)


def test_more_primes_and_more_words_make_the_bound_as_small_as_asked() -> None:
    met = bound.Met(forms=10**6, degree=6, size=20.0, unions=10**5, members=9)
    drawn = Draw(1, random_primes(2, 1))
    rows, sparse = bound.rows_needed(met, drawn, 1e-9), sparseness(9)
    words = bound.words_needed(met, sparse, 1e-9)
    enough = Draw(1, random_primes(rows, 1), PRIMES, words, sparse)
    assert bound.probability(met, enough) <= 1e-9
    assert bound.probability(met, Draw(1, enough.primes[1:], PRIMES, words, sparse)) > 1e-9
    assert bound.probability(met, Draw(1, enough.primes, PRIMES, words - 1, sparse)) > 1e-10


def test_a_coefficient_that_a_prime_divides_is_counted() -> None:
    """Deep sums of whole numbers may have coefficients above any prime, and the bound says so."""
    small, large = bound.Met(degree=1, size=10.0, outputs=1), bound.Met(degree=1, size=1000.0, outputs=1)
    drawn = Draw(1, random_primes(1, 1))
    assert bound.alone(large, drawn) == bound.alone(small, drawn) + 33 / PRIMES
