"""The paper alone, read literally by a reader that knows LaTeX only, is right on numbers, line by line."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from latex_reader import Book, Value
from render_examples import PROOFS, layer, paper

from symstride.layers.layer import Conv
from symstride.proof.kernel.terms import Term, make, num
from symstride.proof.language.meaning import Environment, evaluate
from symstride.render.claims import Result
from symstride.render.notation import Notation, plain
from symstride.render.paper import Paper, paper_of

SMALL = {"C": 2, "O": 1, "k": 2, "s": 2, "a": 2, r"\delta": 1, "p": 1, "N": 5, "M": 4, "n": 2, "D": 2, "r": 1}
"""Sizes for the letters of general theorems; positions are random."""


def noise(seed: int) -> Callable[..., int]:
    """A function Z^n -> Z that looks random and is the same at every call."""
    return lambda *places: zlib.crc32(f"{seed} {places}".encode()) % 11 - 5


def read(made: Paper, seed: int, axes: int = 1) -> Book:
    """Everything that the paper's notation defines, with random tensors."""
    tensors = {name: noise(seed + n) for n, name in enumerate(("w", "x", "b", "f", "H", "F", r"\sigma"))}
    book = Book(SMALL, tensors, axes=axes)
    for entry in made.shorts:
        for equation in entry.equations:
            symbol, _, value = plain(equation).partition(" = ")
            book.shorts[symbol] = value
    for equation in made.definitions:
        book.define(plain(equation))
    return book


def plain_letter(name: str) -> str:
    """The letter without its axis, or in bold."""
    return _AXIS.sub(r"\1", name)


_AXIS = re.compile(r"_\{\d+\}|\\(?:mathbf|boldsymbol)\{(.*?)\}")


def values(made: Paper, rng: random.Random, axes: int = 1) -> dict[str, Value]:
    """Numbers for the letters: sizes by kind, positions at random, phases below 1; the axes' own are those in bold."""
    names: dict[str, Value] = {}
    for entry in made.letters:
        for name in map(str.strip, plain(entry.symbols).split(",")):
            letter = plain_letter(name)
            numbers = [
                SMALL.get(letter, 0 if letter in (r"\tau", r"\rho", "c") else rng.randrange(-2, 4)) for _ in range(axes)
            ]
            names[name] = tuple(numbers) if name.startswith((r"\mathbf", r"\boldsymbol")) else numbers[0]
    for name, whole in list(names.items()):
        if isinstance(whole, tuple):
            names |= {f"{plain_letter(name)}_{{{n + 1}}}": number for n, number in enumerate(whole)}
    return names


@pytest.mark.parametrize(
    "name",
    ["phase-lemma-1", "phase-lemma-2", "subsampling-1", "single-layer-1", "finite-layer-1", "bank-entries-1",
     "pooling-1", "transposed-layer-1", "unit-stride-1"],
)  # fmt: skip
def test_every_line_of_a_general_paper_is_true_as_printed(name: str, rng: random.Random) -> None:
    _check(paper(name), rng, 2, int(name[-1]))


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "spec",
    [
        Conv(2, 3, 3, 2, 1, ndim=1, activation="relu", input_size=(6,)),
        Conv(4, 4, (3, 2), (2, 1), ((0, 1), (1, 0)), groups=2, bias=False, input_size=(5, 4)),
        Conv(2, 2, 3, 2, 1, dilation=2, ndim=1, padding_mode="circular", input_size=(8,)),
        Conv(1, 2, (1, 3), (3, 2), 0, input_size=(5, 5)),
    ],
    ids=["bias and activation", "grouped", "circular", "plane"],
)  # fmt: skip
@pytest.mark.parametrize(("phases", "origin"), [(1, "image"), (2, "image"), (1, "padded")])
def test_every_line_of_a_layers_paper_is_true_as_printed(
    spec: Conv, phases: int, origin: str, rng: random.Random
) -> None:
    _check(paper_of(layer(spec, phases, origin)), rng, 2, spec.ndim)


def _check(made: Paper, rng: random.Random, rounds: int, axes: int) -> None:
    lines = 0
    for result in made.results:
        for _ in range(rounds):
            book, names = read(made, rng.randrange(10**6), axes), values(made, rng, axes)
            book.numbers = {n: v for n, v in names.items() if plain_letter(n) in SMALL} | SMALL
            if not all(book.holds(plain(hypothesis), names) for hypothesis in _single(result.hypotheses)):
                continue
            lines += _check_lines(book, result, names)
    assert lines > 0


def _single(hypotheses: tuple[str, ...]) -> list[str]:
    """x, y >= n as one formula for each letter."""
    out = []
    for hypothesis in hypotheses:
        left, sign, right = plain(hypothesis).partition(r" \ge ")
        out += [rf"{right} \le {letter}" for letter in left.split(", ")] if sign else [left]
    return out


def _check_lines(book: Book, result: Result, names: dict[str, Value]) -> int:
    assert book.holds(plain(result.statement), names), result.statement
    if result.steps:
        value = book.value(plain(result.start), names)
        for step in result.steps:
            assert book.value(plain(step.formula), names) == value, step.formula
    return 1 + len(result.steps)


# ------------------------------------------------------------------------- integer terms of every shape

LEAVES = st.one_of(st.integers(-4, 4).map(num), st.sampled_from(["a", "s1", "tau", "hi"]).map(lambda n: make("var", n)))
TERMS = st.recursive(
    LEAVES,
    lambda inner: st.builds(make, st.sampled_from(["add", "mul", "div", "mod"]), inner, inner),
    max_leaves=9,
)


@given(TERMS, st.lists(st.integers(1, 7), min_size=4, max_size=4))
def test_integer_terms_mean_what_they_look_like(term: Term, numbers: list[int]) -> None:
    names = dict(zip(("a", "s1", "tau", "hi"), numbers))
    notation = Notation([term])
    printed = {notation.spell(name): value for name, value in names.items() if name in notation.free}
    try:
        value = Book({}, {}).value(plain(notation(term)), printed)
    except ZeroDivisionError:
        return  # the kernel has values there, a reader of quotients has none
    assert value == evaluate(term, Environment(integers=names))


# ------------------------------------------------------------------------- the reader says no


def test_a_misprint_is_noticed(rng: random.Random) -> None:
    book = read(paper("phase-lemma-1"), 1)
    line = plain(paper("phase-lemma-1").results[0].statement)
    names = values(paper("phase-lemma-1"), rng)
    assert book.holds(line, names)
    assert not all(read(paper("phase-lemma-1"), n).holds(line.replace("m + u", "m - u"), names) for n in range(5))
    assert PROOFS["phase-lemma-1"]().main.lines


def test_the_reader_reads() -> None:
    book = Book({"k": 3}, {"f": lambda i: i * i})
    book.define(r"g_{\rho}[c, m] = f[c] + 2 \rho - m")
    assert book.value(r"\sum_{i=0}^{k - 1} [i \le 1] \, f[i] + g_{1}[2, \lfloor -7 / 2 \rfloor]", {}) == 1 + 4 + 2 + 4
    assert book.value(r"(1 + 2) (k - 1) - 7 \bmod 4", {}) == 6 - 3
    assert book.value(r"\sum_{i=1}^{0} \, \sum_{j=0}^{i} (f[i] + [j = i]) + 4", {}) == 4
    with pytest.raises(ZeroDivisionError):
        book.value(r"5 \bmod (k - 3)", {})
    book.define("h[c] = f[o]")
    with pytest.raises(KeyError):
        book.value("h[1]", {"o": 2})
