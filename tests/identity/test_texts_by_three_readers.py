"""One text, three readings: Python's own ``eval``, the evaluator of texts, and the term that the reader makes.

Where the reader accepts a text, all three have one value wherever the hypotheses hold, and none of them raises.
"""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from random_texts import INTEGERS, PythonsOwn, Texts, choices

from symstride.check.falsify import _Functions, _Tables, _Tensors
from symstride.errors import NotSupported, SymstrideError
from symstride.proof.language.evaluate_text import Meaningless, Text, TooLong, Values
from symstride.proof.language.meaning import INTEGERS as RING
from symstride.proof.language.meaning import MAX_PLUS, Environment, Semiring, evaluate, holds
from symstride.proof.statements.identity import IdentitySubject

LETTERS = ("n", "m", "s", "i", "j", "a", "q", "r", "u", "v", "p", "l", "o", "t")


def reading(subject: IdentitySubject) -> str | None:
    """What the reader says against the texts; None when it accepts them."""
    try:
        _ = subject.reading
    except SymstrideError as why:
        return str(why)
    return None


def compared(subject: IdentitySubject, numbers: dict[str, int], semiring: Semiring, seed: int) -> bool:
    """Compare the readings of both sides at some numbers; False where the hypotheses fail or it takes too long."""
    tables = _Tables(seed, semiring)
    letters = subject.reading.letters
    whole = {
        name: tuple(numbers[name] + axis for axis in range(letters.axes)) if name in letters.names else n
        for name, n in numbers.items()
    }
    copies = {copy: (n if isinstance(n, int) else n[axis]) for name, n in whole.items()
              for axis, copy in enumerate(letters.copies(name))}  # fmt: skip
    if letters.axes == 1:
        whole = dict(numbers)
        copies = dict(numbers)
    environment = Environment(semiring, copies, _Tensors(tables), _Functions(tables))
    if not all(holds(f, environment) for f in subject.hypotheses):
        return False
    values = Values(whole, tables.entry, tables.value, semiring, letters.axes, letters.names)
    for side, text in (("left", subject.left), ("right", subject.right)):
        try:
            value = Text(dict(subject.where), values, 20_000).value(text)
            meant = evaluate(subject.reading.terms[side], environment)
        except (TooLong, NotSupported):  # both stop when there are too many summands
            return False
        assert value == meant, (text, subject, numbers)
        if semiring is RING and letters.axes == 1:
            assert value == PythonsOwn(subject, numbers, tables.entry, tables.value).value(text), (text, subject)
    return True


def examined(rng: Random, count: int, letters: tuple[str, ...] = (), axes: int = 1) -> Counter[str]:
    """How many texts were compared at how many numbers, and what was said against the others."""
    outcome = Counter[str]()
    for seed in range(count):
        subject = Texts(rng, letters).subject(axes)
        why = reading(subject)
        if why is not None:
            outcome["refused"] += 1
            continue
        outcome["read"] += 1
        for numbers in choices(rng, 8):
            for semiring in (RING, MAX_PLUS):
                outcome["compared"] += compared(subject, numbers, semiring, seed)
    return outcome


def test_one_axis(rng: Random) -> None:
    outcome = examined(rng, 120)
    assert outcome["read"] > 30
    assert outcome["refused"] > 10
    assert outcome["compared"] > 60


@pytest.mark.full
def test_two_axes(rng: Random) -> None:
    outcome = examined(rng, 60, LETTERS, axes=2)
    assert outcome["read"] > 10
    assert outcome["compared"] > 10


@pytest.mark.parametrize(
    "count", [pytest.param(1_000, marks=pytest.mark.full), pytest.param(10_000, marks=pytest.mark.whole)]
)
def test_many(count: int, rng: Random) -> None:
    assert examined(rng, count)["read"] > 0.3 * count
    assert examined(rng, 3 * count // 10, LETTERS, axes=2)["read"] > 0.05 * count


# ------------------------------------------------------------------------- where a text is refused, Python often raises


def test_the_evaluator_raises_where_python_does(rng: Random) -> None:
    """Texts that nobody has checked before: the evaluator and Python agree on the value, or both have none."""
    agreed = Counter[str]()
    for seed in range(200):
        subject = Texts(rng, odd=0.0).subject()
        for numbers in choices(rng, 2):
            tables = _Tables(seed, RING)
            values = Values(numbers, tables.entry, tables.value)
            try:
                value = Text(dict(subject.where), values, 20_000).value(subject.left)
            except TooLong:
                continue
            except Meaningless:
                value = None
            try:
                own = PythonsOwn(subject, numbers, tables.entry, tables.value).value(subject.left)
            except (ZeroDivisionError, NameError, TypeError):
                own = None
            if own is not None and value is not None:
                assert own == value, subject.left
                agreed["value"] += 1
            elif own is None:
                assert value is None, subject.left
                agreed["none"] += 1
    assert agreed["value"] > 60
    assert agreed["none"] > 30


def test_integers_are_drawn_for_every_name() -> None:
    assert set(next(choices(Random(1), 1))) == set(INTEGERS)
