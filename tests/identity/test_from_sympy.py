"""Identities from SymPy: read with SymPy's meaning, by its own numbers."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

import symstride as ss
from symstride.errors import NotSupported, SpecError
from symstride.proof.language.evaluate_text import Text, Values
from symstride.verdict import Kind

i, j, k, m, n, q, r, s, t, u = sp.symbols("i j k m n q r s t u", integer=True)
c = sp.Symbol("c")
x, h = map(sp.IndexedBase, ("x", "h"))
relu = sp.Function("relu")

SAME = {
    "a sum": sp.Sum(x[i], (i, 0, n)),
    "two limits, the first one innermost": sp.Sum(x[i] * h[j], (i, 0, 2), (j, 1, n)),
    "a delta": sp.Sum(sp.KroneckerDelta(i, m) * x[i], (i, 0, n)),
    "cases": sp.Sum(sp.Piecewise((x[i], i < m), (h[i], sp.Eq(i, m)), (c, True)), (i, 0, n)),
    "and, or, not": sp.Piecewise((x[0], sp.Or(sp.And(n > 1, m < 2), sp.Ne(n, m))), (x[1], True)),
    "floor, ceiling, Mod": x[sp.floor((n + m) / 2)] + x[sp.ceiling((n - m) / 3)] + x[sp.Mod(n - m, 3)],
    "a negative divisor": x[sp.floor(-n / 2)] + x[sp.Mod(n, -2)],
    "powers and numbers": 2 * x[n**2 - 1] ** 2 + 3 * c + 1,
    "a function": relu(c + relu(x[0])),
}


def by_sympy(e: Any, numbers: dict[Any, int]) -> Any:
    """The value by SymPy's own evaluation, entries of x and h being squares and odd numbers."""
    e = e.subs(numbers).doit()
    e = e.replace(lambda a: isinstance(a, sp.Indexed), lambda a: entry(str(a.base.label), tuple(map(int, a.indices))))
    return sp.sympify(e).subs(c, 7).replace(relu, lambda a: sp.Max(a - 20, 0)).doit()


def entry(name: str, index: tuple[int, ...]) -> int:
    return 7 if name == "c" else index[0] ** 2 + 1 if name == "x" else 2 * index[0] + 3


@pytest.mark.parametrize("name", SAME)
def test_the_text_has_sympys_value(name: str) -> None:
    identity = ss.Identity.from_sympy(SAME[name], x[0])
    for numbers in ({n: 2, m: 1}, {n: 3, m: 3}, {n: 1, m: 4}, {n: 0, m: -2}):
        values = Values({str(a): b for a, b in numbers.items()}, entry, lambda _, scalar: max(scalar - 20, 0))
        assert Text({}, values).value(identity.left) == by_sympy(SAME[name], numbers)


def test_polyphase() -> None:
    left = sp.Sum(h[i] * x[t - i], (i, 0, k - 1))
    phases = sp.Piecewise((h[s * u + r] * x[t - s * u - r], s * u + r < k), (0, True))
    right = sp.Sum(phases, (u, 0, sp.floor((k + s - 1) / s) - 1), (r, 0, s - 1))
    identity = ss.Identity.from_sympy(sp.Eq(left, right), given=s >= 1)
    assert identity.decide().kind is Kind.PROVED
    wrong = sp.Sum(phases, (u, 0, sp.floor(k / s) - 1), (r, 0, s - 1))
    assert ss.Identity.from_sympy(left, wrong, given=[s >= 1]).decide().kind is Kind.REFUTED


def test_karrs_convention_is_a_hypothesis() -> None:
    left = sp.Sum(x[i], (i, 0, m - 1)) + sp.Sum(x[i], (i, m, n - 1))
    identity = ss.Identity.from_sympy(left, sp.Sum(x[i], (i, 0, n - 1)))
    assert set(identity.given) == {"0 <= m", "m <= n", "0 <= n"}
    verdict = identity.decide()
    assert verdict.kind is Kind.PROVED
    assert {"0 <= m", "m <= n"} <= set(verdict.hypotheses)


def test_a_hypothesis_that_is_there_is_not_added() -> None:
    assert ss.Identity.from_sympy(sp.Sum(x[i], (i, 0, n - 1)), x[0], "0 <= n").given == ("0 <= n",)


REFUSED: dict[str, tuple[Any, type[Exception]]] = {
    "subtraction": (x[0] - x[1], NotSupported), "a fraction": (x[0] / 2, NotSupported),
    "pi": (sp.pi * x[0], NotSupported),
    "ends of an inner sum": (sp.Sum(sp.Sum(x[i], (i, j, n)), (j, 0, 5)), NotSupported),
    "an endless sum": (sp.Sum(x[i], (i, 0, sp.oo)), NotSupported),
    "no last case": (sp.Piecewise((x[0], n > 0)), SpecError),
    "a symbol that is no integer": (x[sp.Symbol("z")], SpecError),
    "a Dummy": (x[sp.Dummy("z", integer=True)], SpecError),
    "two symbols of one name": (x[n] + x[sp.Symbol("n", integer=True, positive=True)], SpecError),
    "an index and a scalar": (n * x[n], SpecError), "a function of two": (sp.Function("f")(c, c), NotSupported),
    "Max": (sp.Max(x[0], x[1]), NotSupported), "Max in an index": (x[sp.Max(n, m)], NotSupported),
    "a matrix": (sp.Matrix([1]), NotSupported), "a truth value": (sp.true, NotSupported),
    "a quotient that may not be": (x[sp.floor(n / m)], SpecError),
}  # fmt: skip


@pytest.mark.parametrize(("left", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_has_another_meaning_is_refused(left: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind) as caught:
        ss.Identity.from_sympy(left, x[1])
    assert isinstance(caught.value, ss.SymstrideError)


def test_an_equation_that_sympy_has_decided_is_refused() -> None:
    for decided in (sp.Eq(n, n), True, x[0]):
        with pytest.raises(SpecError, match="an Eq, or two sides"):
            ss.Identity.from_sympy(decided)


def test_relations_that_are_none_are_refused() -> None:
    for given in ([n], [sp.true], [sp.Contains(n, sp.Integers, evaluate=False)]):
        with pytest.raises(ss.SymstrideError):
            ss.Identity.from_sympy(x[n], x[n], given=given)
