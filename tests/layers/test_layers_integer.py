"""What counts as an integer, which names may be used, and arithmetic that keeps ints ints."""

from __future__ import annotations

import fractions
import math

import numpy as np
import pytest
import sympy
from hypothesis import given, seed
from hypothesis import strategies as st

from symstride.errors import SpecError
from symstride.layers.expressions import expression_text, parse_expression
from symstride.layers.form import INTEGER_LIMIT, name_problem, shown
from symstride.layers.integer import add, exact_quotient, integer, larger, multiply
from symstride.layers.rounding import ceil_div, floor_div

k, n, s = sympy.symbols("k n s")

ACCEPTED = [
    (3, 3),
    (-3, -3),
    (np.int8(3), 3),
    (np.uint64(3), 3),
    (sympy.Integer(3), 3),
    (k, k),
    (2 * k - 1, 2 * k - 1),
    (k**2 * n, k**2 * n),
    (sympy.floor(n / s), sympy.floor(n / s)),
    (sympy.ceiling((n + 1) / 2), sympy.ceiling((n + 1) / 2)),
    (sympy.Mod(n, 3), sympy.Mod(n, 3)),
    (sympy.Max(n, 0), sympy.Max(n, 0)),
    (sympy.Min(n, k), sympy.Min(n, k)),
    (sympy.Symbol("k", positive=True), sympy.Symbol("k", positive=True)),
]


@pytest.mark.parametrize(("value", "expected"), ACCEPTED, ids=lambda value: str(value))
def test_integers(value, expected):
    got = integer(value, "f(k=...)")
    assert got == expected
    assert type(got) is int or isinstance(got, sympy.Expr)
    assert type(got) is type(expected)


NOT_INTEGERS = {
    "bool": True,
    "numpy bool": np.bool_(True),
    "float": 3.0,
    "numpy float": np.float32(3),
    "fraction": fractions.Fraction(3, 1),
    "decimal string": "3",
    "none": None,
    "array": np.array([3]),
    "zero-dimensional array": np.array(3),
    "sympy float": sympy.Float(3),
    "sympy half": sympy.Rational(1, 2),
    "pi": sympy.pi,
    "infinity": sympy.oo,
    "nan": sympy.nan,
    "half a symbol": k / 2,
    "root": sympy.sqrt(k),
    "power with a symbol above": 2**k,
    "reciprocal": 1 / k,
    "sine": sympy.sin(k),
    "relation": k < 3,
    "truth": sympy.true,
    "declared non-integer": sympy.Symbol("k", integer=False),
    "rounded, of a declared non-integer": sympy.floor(sympy.Symbol("k", integer=False)),
    "declared irrational": sympy.Symbol("k", irrational=True),
    "declared imaginary": sympy.Symbol("k", imaginary=True),
    "non-commutative": sympy.Symbol("k", commutative=False),
    "dummy": sympy.Dummy("k"),
    "wild": sympy.Wild("k"),
    "function": sympy.Function("f")(k),
    "indexed": sympy.IndexedBase("A")[k],
    "sum": sympy.Sum(k, (k, 0, n)),
    "huge": 10**30,
    "past repr": 10**5000,
    "huge coefficient": 10**30 * k,
    "high power": k**40,
    "many terms": (sum(sympy.symbols("a1:9"))) ** 8,
    "list": [3],
}


@pytest.mark.parametrize("name", NOT_INTEGERS)
def test_not_integers(name, refused):
    refused(lambda: integer(NOT_INTEGERS[name], "f(k=...)"), SpecError, "f(k=...)")


def test_bounds(refused):
    assert integer(INTEGER_LIMIT - 1, "f") == INTEGER_LIMIT - 1
    refused(lambda: integer(INTEGER_LIMIT, "f"))
    refused(lambda: integer(-INTEGER_LIMIT, "f"))
    assert integer(1, "f", 1) == 1
    refused(lambda: integer(0, "f", 1), SpecError, ">= 1")


def test_declared_signs_that_contradict_a_minimum(refused):
    for assumptions in ({"negative": True}, {"zero": True}, {"nonpositive": True, "integer": True}):
        refused(lambda a=assumptions: integer(sympy.Symbol("k", **a), "f", 1), SpecError, "declared")
    assert integer(sympy.Symbol("k", nonnegative=True), "f", 1).name == "k"  # may well be 1


FREE = [
    "k",
    "s",
    "dl",
    "p",
    "a",
    "C",
    "N",
    "k1",
    "s2",
    "C_in",
    "C_out",
    "G",
    "mu",
    "stride",
    "in_channels",
    "tauX",
    "d",
]
ALSO_IN_THEOREMS = [
    *("o", "m", "m1", "m9", "j", "j1", "j9", "tau", "tau1", "rho", "rho2", "u", "u1", "c", "i", "i1", "t"),
    *("w", "x", "b", "y", "W", "X", "Y", "q", "v", "hole_", "act"),
]
UNUSABLE = ["", "_k", "1k", "k-1", "k'", "λ", "k k", "lambda", "is", "None", "k" * 41, "k\n"]


@pytest.mark.parametrize("name", [*FREE, *ALSO_IN_THEOREMS])
def test_names(name):
    assert name_problem(name) is None
    assert integer(sympy.Symbol(name), "f").name == name


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable_names(name, refused):
    refused(lambda: integer(sympy.Symbol(name), "f"), SpecError)


def test_shown_never_raises():
    class Hostile:
        def __repr__(self) -> str:
            raise RuntimeError

    assert "Hostile" in shown(Hostile())
    assert "int" in shown(10**5000)
    assert len(shown("x" * 1000)) <= 80
    assert "\n" not in shown(sympy.Matrix([[1, 2], [3, 4]]))


whole = st.integers(-50, 50)
positive = st.integers(1, 20)


@seed(1)
@given(whole, positive)
def test_int_arithmetic(a, b):
    for got, expected in (
        (floor_div(a, b), math.floor(fractions.Fraction(a, b))),
        (ceil_div(a, b), math.ceil(fractions.Fraction(a, b))),
        (larger(a, b), max(a, b)),
        (add(a, b, -1), a + b - 1),
        (multiply(a, b, 2), 2 * a * b),
    ):
        assert got == expected
        assert type(got) is int


@seed(2)
@given(whole, positive)
def test_symbolic_arithmetic_agrees_with_numbers(a, b):
    values = {n: a, s: b}
    for symbolic, expected in (
        (floor_div(n, s), a // b),
        (ceil_div(n, s), -(-a // b)),
        (floor_div(2 * n - 1, 2), a - 1),
        (floor_div(3 * n + 5, 3), a + 1),
        (larger(n, s), max(a, b)),
        (add(n, s, -1), a + b - 1),
        (multiply(n, s, 2), 2 * a * b),
    ):
        assert symbolic.subs(values) == expected


def test_symbols_are_treated_as_integers():
    assert floor_div(2 * k, 2) == k
    assert floor_div(2 * k - 1, 2) == k - 1
    assert ceil_div(2 * k - 1, 2) == k
    assert type(add(k, 1, -k)) is int


QUOTIENTS = [
    (6, 3, 2),
    (6, 4, None),
    (k, k, 1),
    (2 * k, k, 2),
    (k * n, n, k),
    (6 * k, 3, 2 * k),
    (k, 1, k),
    (2 * k + 1, 2, None),
    (k, 2, sympy.floor(k / 2)),
    (4, k, sympy.floor(4 / k)),
]


@pytest.mark.parametrize(("a", "b", "expected"), QUOTIENTS, ids=str)
def test_exact_quotient(a, b, expected):
    got = exact_quotient(a, b)
    assert got == expected
    assert type(got) is type(expected)


TEXTS = [
    ("2*n", 2 * n),
    ("-n + 3", 3 - n),
    ("n//2", sympy.floor(n / 2)),
    ("n % 3", sympy.Mod(n, 3)),
    ("floor(n/s + 1/3)", sympy.floor(n / s + sympy.Rational(1, 3))),
    ("ceiling(n/s)", sympy.ceiling(n / s)),
    ("Max(0, n, s)", sympy.Max(0, n, s)),
    ("Min(n, Mod(s, 4))", sympy.Min(n, sympy.Mod(s, 4))),
    ("(2 + 3)**2 // 7", 3),
    ("7 % 4 - 10", -7),
    ("n**3", n**3),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_expressions_as_text(text, expected):
    value = parse_expression(text, "f")
    assert value == expected
    if isinstance(value, sympy.Expr):
        assert parse_expression(expression_text(value), "f") == value


BAD_TEXTS = [
    *("", "n +", "n = 3", "n; k", "n/2", "1/2", "2**-1", "2**n", "n**9", "9**9**9", "n//0", "n%0", "n/0", "Mod(n, 0)"),
    *("floor()", "floor(n, 2)", "Max(n)", "sin(n)", "__import__('os')", "n.real", "lambda: 1", "[n]", "(n,)", "'n'"),
    *("3.0", "1e3", "True", "None", "lambda", "n if n else s", "n @ s", "n << 2", "~n", "n and s", "f'{n}'", "{n}"),
    *("floor(n=2)", "Max(*n)", "((((" * 20, "-" * 3000 + "1", "-" * 60 + "n", "1+" * 300 + "1", "9" * 3000),
    *(
        "n" * 5000,
        "\x00",
        "\ud800",
        "(((2*n)**8)**8)**8",
        "floor((((2/3)**8)**8)**8)",
        "Max(0, 1, 2, 3, 4, 5, 6, 7, n)",
    ),
    "+".join(f"n{number}" for number in range(60)),
]


@pytest.mark.parametrize("text", BAD_TEXTS, ids=lambda text: ascii(text[:20]))
def test_hostile_texts(text, refused):
    refused(lambda: parse_expression(text, "the text"), SpecError, "the text")


def test_text_must_be_text(refused):
    for text in (None, 3, b"n", ["n"], sympy.Symbol("n")):
        refused(lambda t=text: parse_expression(t, "the text"), SpecError, "string")


leaves = st.sampled_from([n, k, s, sympy.Symbol("N", integer=True, positive=True)]) | st.integers(-9, 9)
forms = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(add, inner, inner),
        st.builds(multiply, inner, inner),
        st.builds(lambda a, b: floor_div(a, b), inner, positive),
        st.builds(lambda a, b: ceil_div(a, b), inner, st.sampled_from([s, k])),
        st.builds(larger, inner, inner),
    ),
    max_leaves=6,
)


def _spelt_twice():
    k, s, N = sympy.symbols("k s N")
    yield ((k + 1) * (8 * k + 8)) * 4
    yield ((5 * k + 2) * (k + 3)) * -1
    yield sympy.floor(((5 * k + 2) * sympy.floor(N / s) / s) * -1)
    yield 2 * (k + 1) * 2


@pytest.mark.parametrize("built", list(_spelt_twice()), ids=str)
def test_a_product_of_sums_is_spelt_one_way(built):
    """SymPy spells such a product in two ways, depending on how it came about; a layer keeps one that reads back."""
    kept = integer(built, "f")
    assert parse_expression(expression_text(kept), "f") == kept
    at = {sympy.Symbol("k"): 3, sympy.Symbol("N"): 17, sympy.Symbol("s"): 2}
    assert sympy.sympify(kept).subs(at) == built.subs(at)


@seed(3)
@given(forms)
def test_text_round_trip(value):
    if isinstance(value, int):
        return
    symbols = {symbol.name: symbol for symbol in value.free_symbols}
    try:
        checked = integer(value, "f")
    except SpecError:  # past the limits: powers, terms
        return
    again = parse_expression(expression_text(checked), "f", symbols)
    assert again == checked
    at = {symbol: 7 + place for place, symbol in enumerate(sorted(value.free_symbols, key=str))}
    assert sympy.sympify(again).subs(at) == value.subs(at)
