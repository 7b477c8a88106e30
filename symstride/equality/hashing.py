"""Keyed random functions: what stands for a map of which nothing is known but its name.

A key is the first 8 bytes of BLAKE2b over the seed and the words, written as ``network.digest.encoded`` writes them.
A function on 128 bits is a Feistel network of four rounds, each with a key of its own; its round function is the
finaliser of SplitMix64.  Four rounds of random functions are a random permutation to whoever asks less than 2**32
times (Luby and Rackoff, SIAM J. Comput. 17, 1988); that the finaliser is as good as random is taken for granted here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.network.digest import encoded

Word: TypeAlias = NDArray[np.uint64]

Keys: TypeAlias = Sequence[Any]
"""A number of 64 bits for each round, or an array of them that fits the halves."""

BLOCK = 2**14
"""Places at once: what is made on the way stays in the processor's cache."""

_ONE, _TWO = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_STEPS = (np.uint64(30), np.uint64(27), np.uint64(31))


def key(*words: Any) -> int:
    """A number of 64 bits for these words: text, numbers, and tuples of them."""
    return int.from_bytes(blake2b(encoded(words), digest_size=8).digest(), "big")


def keys(*words: Any, count: int = 4) -> list[np.uint64]:
    """As many keys as a permutation has rounds."""
    return [np.uint64(key(*words, n)) for n in range(count)]


@np.errstate(over="ignore")
def mixed(x: Word) -> Word:
    """The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a permutation of 64 bits."""
    x = (x ^ (x >> _STEPS[0])) * _ONE
    x = (x ^ (x >> _STEPS[1])) * _TWO
    return x ^ (x >> _STEPS[2])


@np.errstate(over="ignore")  # single numbers wrap around like arrays, and NumPy warns of these alone
def permuted(left: Word, right: Word, rounds: Keys) -> tuple[Word, Word]:
    """A permutation of 128 bits, given in two halves."""
    for number in range(0, len(rounds), 2):
        left = left ^ mixed(right + rounds[number])
        right = right ^ mixed(left + rounds[number + 1])
    return left, right


def in_blocks(make: Callable[..., NDArray[Any]], *arrays: NDArray[Any]) -> NDArray[Any]:
    """What ``make`` makes of ``(rows, *places)`` arrays, place by place, ``BLOCK`` of them at a time."""
    places = arrays[0].shape[1:]
    flat = [array.reshape(len(array), -1) for array in arrays]
    starts = range(0, max(1, flat[0].shape[1]), BLOCK)
    made = [make(*(array[:, start : start + BLOCK] for array in flat)) for start in starts]
    return np.concatenate(made, axis=1).reshape(len(made[0]), *places)
