"""Terms written back in the notation: what is written is read as the same term."""

from __future__ import annotations

import random

import pytest

from symstride.errors import SpecError
from symstride.proof.language.notation.reading import TextReading
from symstride.proof.language.notation.writing import written
from symstride.proof.language.syntax import mapping, totals

TEXTS = (
    "x[i + 2*j - 3]", "x[(i + j)//(s + 1), i % 2]", "sum(x[q]*h[n - q] for q in range(n))", "f(x[0] + c)*2",
    "sum(sum(x[r, q] for r in range(q, n)) for q in range(2, m))", "[i < j]*[i <= j]*[i == j]", "(a + b)*c",
    "x[-(i + j)]", "x[2*(i + j)]", "c*(a + b*c)", "sum(f(x[q]) for q in range(-n, n))*sum(h[q] for q in range(m))",
    "x[2*(i//3)]", "x[2*i//3]", "x[c_*(i % s)]", "x[(c_*i) % s]", "x[i + (-j)//2]", "x[i - j//2]", "x[i + (-j) % s]",
    "x[i - j % s]", "x[(-i)//s - (-j)//s]", "x[i//s//2]",
    "x[i//(2*s*s)]", "x[i % s % 2]", "x[i + (-3)//s]", "x[i//s % 2]", "x[i*(j//s)//2]",
)  # fmt: skip
GIVEN = ("1 <= s", "0 <= i < n", "i == 2*j + 1", "s*(m - 1) + k <= n")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_is_read_as_the_same_term(text: str) -> None:
    term = TextReading({"left": text}, given=["1 <= s"]).terms["left"]
    again = TextReading({"left": written(term, ("r", "q"))}, given=["1 <= s"]).terms["left"]
    assert again is term


def test_formulas_are_written_as_they_are_thought() -> None:
    formulas = TextReading({}, given=GIVEN).hypotheses
    assert tuple(map(written, formulas)) == ("1 <= s", "0 <= i", "i < n", "i == 2*j + 1", "s*(m - 1) + k <= n")


def test_letters_that_are_free_are_not_bound() -> None:
    term = TextReading({"left": "sum(x[q + i] for q in range(n))"}).terms["left"]
    assert written(term, ("i", "n", "j")) == "sum(x[j + i] for j in range(n))"
    assert written(term) == "sum(x[i1 + i] for i1 in range(n))"


def test_large_terms_are_counted_and_definitions_named() -> None:
    notation = TextReading({"left": "D[3] + D[n]"}, [("D[t]", "x[t]*y[t]")])
    assert written(notation.terms["left"]) == "D[3] + D[n]"
    term = notation.terms["left"]
    for n in range(9):
        term = TextReading({"left": " + ".join(["x[0]"] * 2)}).terms["left"] if n == 0 else totals([("q", 0, 2)], term)
    assert written(term).startswith("sum(")
    large = TextReading({"left": "((x[0] + 1)**16)**16*((y[0] + 1)**16)**16*(((z[0] + 1)**16)**16)"}).terms["left"]
    assert written(large) == f"a term of {large.size:,} nodes"
    assert written(mapping(["q"], term)) == "a map"


def drawn(rng: random.Random, depth: int) -> str:
    """An integer with each operation in parentheses; divisors are positive."""
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(("i", "j", "2", "3"))
    sign = rng.choice(("+", "-", "*", "//", "%", "-"))
    right = "s" if sign in ("//", "%") and rng.random() < 0.5 else drawn(rng, depth - 1)
    if sign in ("//", "%") and right not in ("s", "2", "3"):
        right = f"(1 + ({right})**2)" if rng.random() < 0.5 else f"(s*{rng.randint(2, 3)})"
    return f"({drawn(rng, depth - 1)} {sign} {right})"


def test_written_integers_have_the_same_value(rng: random.Random) -> None:
    """Python's own value of what is written is that of what was read: no parenthesis is missing."""
    seen = 0
    for _ in range(300):
        text = drawn(rng, 4)
        try:
            term = TextReading({"left": f"x[{text}]"}, given=["1 <= s"]).terms["left"]
        except SpecError:  # a divisor of which nothing shows that it is not 0
            continue
        again = written(term)
        for _ in range(5):
            numbers = {"i": rng.randint(-9, 9), "j": rng.randint(-9, 9), "s": rng.randint(1, 5)}
            assert eval(again, {**numbers, "x": _Indices()}) == eval(text, dict(numbers)), again
        seen += 1
    assert seen > 100


class _Indices:
    """A tensor whose entry is its index."""

    def __getitem__(self, index: int) -> int:
        return index
