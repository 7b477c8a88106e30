"""Perfect reconstruction: known banks, banks with one tap changed, and what plain loops say of both."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy
from sympy import I, Rational, root, sqrt

import symstride as ss
from symstride.check.reconstruction import MAX_BITS
from symstride.verdict import Kind

Bank = tuple[list[list[Any]], list[list[Any]], int]


def quadrature(low: list[Any], high: list[Any]) -> Bank:
    """Synthesis filters that cancel the aliases of two analysis filters."""
    g = [[(-1) ** n * x for n, x in enumerate(high)], [-((-1) ** n) * x for n, x in enumerate(low)]]
    return [low, high], g, 2


D4 = [(1 + sqrt(3)) / 8, (3 + sqrt(3)) / 8, (3 - sqrt(3)) / 8, (1 - sqrt(3)) / 8]
DFT = [[1, 1, 1, 1], [1, I, -1, -I], [1, -1, 1, -1], [1, -I, -1, I]]
KNOWN: dict[str, tuple[Bank, int, Any]] = {
    "Haar": (quadrature([1, 1], [1, -1]), 1, 2),
    "Daubechies, four taps": (quadrature(D4, [-D4[3], D4[2], -D4[1], D4[0]]), 3, Rational(-1, 2)),
    "LeGall 5/3": (quadrature([Fraction(n, 8) for n in (-1, 2, 6, 2, -1)], [-1, 2, -1]), 3, -2),
    "lazy": (([[1], [0, 1]], [[0, 1], [1]], 2), 1, 1),
    "delay chain of 5": (([[0] * c + [1] for c in range(5)], [[0] * (4 - c) + [1] for c in range(5)], 5), 4, 1),
    "block transform, complex": ((DFT, [[sympy.conjugate(x) for x in reversed(row)] for row in DFT], 4), 3, 4),
    "oversampled": (([[1], [1]], [[1], [1]], 1), 0, 2),
    "a root for a gain": (([[root(2, 3)]], [[root(2, 3)]], 1), 0, root(4, 3)),
}  # fmt: skip


def by_loops(bank: Bank, x: Callable[[int], Any], t: int) -> Any:
    """Output t: bands first, every one of them by itself."""
    h, g, s = bank
    bands = [lambda j, row=row: sum(row[i] * x(s * j - i) for i in range(len(row))) for row in h]
    places = [(c, i) for c in range(len(g)) for i in range(len(g[c])) if (t - i) % s == 0]
    return sympy.expand(sum(g[c][i] * bands[c]((t - i) // s) for c, i in places))


@pytest.mark.parametrize("name", KNOWN)
def test_known_banks_reconstruct(name: str) -> None:
    bank, delay, gain = KNOWN[name]
    found = ss.perfect_reconstruction(*bank)
    assert found
    assert found.verdict.kind is Kind.PROVED
    assert (found.delay, sympy.expand(found.gain - gain)) == (delay, 0)
    rng = random.Random(name)
    x = {t: rng.randrange(-9, 10) for t in range(-40, 40)}
    for t in range(-3, 6):
        assert sympy.expand(by_loops(bank, x.__getitem__, t) - gain * x[t - delay]) == 0


@pytest.mark.parametrize("name", KNOWN)
def test_one_tap_changed_is_refuted_by_an_impulse(name: str) -> None:
    """The tap that is named is what plain loops give for the impulse that is named."""
    (h, g, s), _, _ = KNOWN[name]
    for c in range(len(h)):
        changed = [list(row) for row in h]
        changed[c] = [*changed[c], 7]
        found = ss.perfect_reconstruction(changed, g, s)
        assert not found
        assert (found.delay, found.gain, found.verdict.kind) == (None, None, Kind.REFUTED)
        tap = found.failure
        assert tap is not None
        value = by_loops((changed, g, s), lambda t: int(t == tap.t - tap.lag), tap.t)  # noqa: B023 -- called here
        assert sympy.expand(value - tap.value) == 0
        assert f"the output at {tap.t} is {tap.value}" in str(found)


def test_random_banks_get_the_answer_of_their_impulse_responses() -> None:
    """Small banks by the hundred, some of them built to reconstruct: the answer is read off plain loops too."""
    rng = random.Random(3)
    answers = []
    for _ in range(300):
        s, bands = rng.randrange(1, 3), rng.randrange(1, 3)
        h, g = (
            [[rng.choice((0, 0, 1, 1, -1)) for _ in range(rng.randrange(1, 3))] for _ in range(bands)] for _ in "hg"
        )
        found = ss.perfect_reconstruction(h, g, s)
        rows = [[by_loops((h, g, s), lambda n: int(n == t - u), t) for u in range(4)] for t in range(s)]  # noqa: B023
        answers.append(all(row == rows[0] for row in rows) and sum(x != 0 for x in rows[0]) == 1)
        assert bool(found) == answers[-1]
    assert 20 < sum(answers) < 280


def test_fewer_bands_than_phases_never_reconstruct() -> None:
    assert not ss.perfect_reconstruction([[1, 2, 3]], [[1, 1, 1]], 2)
    assert "has to be other than 0" in str(ss.perfect_reconstruction([[0, 0]], [[1]], 1))


def test_numbers_that_are_equal_in_disguise_are_equal() -> None:
    """1/(sqrt(2) - 1) = sqrt(2) + 1, and a nested root is a sum of two."""
    assert ss.perfect_reconstruction([[sqrt(2) - 1]], [[1 / (sqrt(2) - 1)]], 1).gain == 1
    hidden = sqrt(5 + 2 * sqrt(6)) - sqrt(2) - sqrt(3)
    with pytest.raises(ss.NotSupported, match="degree"):
        ss.perfect_reconstruction([[1, hidden]], [[1]], 1)
    assert ss.perfect_reconstruction([[1, sqrt(3 + 2 * sqrt(2)) - sqrt(2) - 1]], [[1]], 1).gain == 1
    assert not ss.perfect_reconstruction([[1, sqrt(3 + 2 * sqrt(2)) - sqrt(2) - 1 + Rational(1, 10**30)]], [[1]], 1)


def test_arrays_of_integers_are_taken() -> None:
    assert ss.perfect_reconstruction(np.array([[1, 1], [1, -1]]), np.array([[1, 1], [-1, 1]]), 2).gain == 2


BAD: dict[str, tuple[Callable[[], Any], type[Exception], str]] = {
    "s is 0": (lambda: ss.perfect_reconstruction([[1]], [[1]], 0), ss.SpecError, "positive integer"),
    "s is True": (lambda: ss.perfect_reconstruction([[1]], [[1]], True), ss.SpecError, "positive integer"),
    "no bands": (lambda: ss.perfect_reconstruction([], [], 2), ss.SpecError, "no filter"),
    "no taps": (lambda: ss.perfect_reconstruction([[]], [[1]], 2), ss.SpecError, "without taps"),
    "a band more": (lambda: ss.perfect_reconstruction([[1], [1]], [[1]], 2), ss.SpecError, "2 in h and 1 in g"),
    "one filter": (lambda: ss.perfect_reconstruction([1, 1], [[1]], 2), ss.SpecError, r"h\[0\], a sequence"),
    "a text": (lambda: ss.perfect_reconstruction("11", [[1]], 2), ss.SpecError, "h, a sequence"),  # type: ignore[arg-type]
    "a float": (lambda: ss.perfect_reconstruction([[0.5]], [[1]], 1), ss.SpecError, "an exact number"),
    "a float inside": (lambda: ss.perfect_reconstruction([[sqrt(2) * 0.5]], [[1]], 1), ss.SpecError, "exact number"),
    "True": (lambda: ss.perfect_reconstruction([[True]], [[1]], 1), ss.SpecError, "an exact number"),
    "a symbol": (lambda: ss.perfect_reconstruction([[sympy.Symbol("a")]], [[1]], 1), ss.NotSupported, "algebraic"),
    "pi": (lambda: ss.perfect_reconstruction([[sympy.pi]], [[1]], 1), ss.NotSupported, "algebraic"),
    "infinity": (lambda: ss.perfect_reconstruction([[sympy.oo]], [[1]], 1), ss.NotSupported, "algebraic"),
    "nan": (lambda: ss.perfect_reconstruction([[sympy.nan]], [[1]], 1), ss.NotSupported, "algebraic"),
    "a large power": (lambda: ss.perfect_reconstruction([[sqrt(2) + sympy.Pow(1 + sqrt(2), 99)]], [[1]], 1),
                      ss.NotSupported, "powers and roots up to"),
    "long numbers": (lambda: ss.perfect_reconstruction([[1 << MAX_BITS]], [[1]], 1), ss.NotSupported, "bits"),
    "long filters": (lambda: ss.perfect_reconstruction([[1] * 1000], [[1] * 1000], 1), ss.NotSupported, "1,000,000"),
    "long filters of roots": (lambda: ss.perfect_reconstruction([[sqrt(2)] * 200], [[sqrt(2)] * 200], 1),
                              ss.NotSupported, "at most 25,000 products"),
    "endless": (lambda: ss.perfect_reconstruction(iter(int, 1), [[1]], 1),  # type: ignore[arg-type]
                ss.NotSupported, "500,000 entries of h"),
    "many phases": (lambda: ss.perfect_reconstruction([[1]], [[1]], 10**9), ss.NotSupported, "smaller s"),
    "many roots": (lambda: ss.perfect_reconstruction([[sqrt(n) for n in (2, 3, 5, 7)]], [[1]], 1), ss.NotSupported,
                   "degree of all roots"),
    "0 in disguise below": (lambda: ss.perfect_reconstruction([[1 / (sqrt(3 + 2 * sqrt(2)) - sqrt(2) - 1)]], [[1]], 1),
                            ss.NotSupported, "divide by 0"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_bank_is_refused(name: str) -> None:
    call, kind, words = BAD[name]
    with pytest.raises(kind, match=words) as caught:
        call()
    assert caught.value.args[0] == "perfect_reconstruction(h, g, s)"
