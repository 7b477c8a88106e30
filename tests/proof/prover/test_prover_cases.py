"""Blocks by cases: short sums written out, an index with one value, an index in two."""

from __future__ import annotations

import pytest
from reading_texts import formulas, scalar

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.terms import KernelError
from symstride.proof.tactics.prover import Effort
from symstride.proof.tactics.prover.blocks import blocks_of, flatten, read_block
from symstride.proof.tactics.prover.cases import FEW, in_two, one_value, written_out
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.driver import _same
from symstride.proof.tactics.rewriting import left, right


def context(*given: str) -> Context:
    return Context(formulas(*given), Effort(), _same)


@pytest.mark.parametrize(
    ("given", "text", "value"),
    [
        ((), "sum(f[i] for i in range(n, n + 1))", "f[n]"),
        (("0 <= t < n",), "sum([t <= i]*[i <= t]*f[i] for i in range(n))", "f[t]"),
        (("1 <= n",), "sum([n - 1 <= i]*f[i] for i in range(n))", "f[n - 1]"),
        (("1 <= L", "0 <= t < L*M"), "sum([L*r <= t]*[t < L*r + L]*f[r] for r in range(M))", "f[t//L]"),
        ((), "sum(f[i, j] for i in range(n) for j in range(i, i + 1))", "sum(f[i, i] for i in range(n))"),
    ],
)
def test_an_index_with_one_value(given: tuple[str, ...], text: str, value: str) -> None:
    ctx, t = context(*given), scalar(text)
    eq = one_value(ctx, t)
    assert eq is not None
    assert normal(left(eq)) == normal(t)
    assert eq.hyps <= set(ctx.given)
    assert normal(right(eq)) == normal(scalar(value))


@pytest.mark.parametrize("text", [
    "sum(f[i] for i in range(n, n + 2))",
    "sum([i <= t]*f[i] for i in range(n))",
    "sum([L*r <= t]*[t < L*r + 2*L]*f[r] for r in range(M))",
])  # fmt: skip
def test_more_values_than_one(text: str) -> None:
    assert one_value(context(), scalar(text)) is None


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("sum(f[i]*x[j + i] for i in range(3))", ("f[0]*x[j]", "f[1]*x[j + 1]", "f[2]*x[j + 2]")),
        ("sum(f[n - i] for i in range(n, n + 2))", ("f[0]", "f[-1]")),
        ("3*sum(f[i] for i in range(n))", ("sum(f[i] for i in range(n))",) * 3),
        ("sum(f[u, r] for u in range(n) for r in range(2))",
         ("sum(f[u, 0] for u in range(n))", "sum(f[u, 1] for u in range(n))")),
    ],
)  # fmt: skip
def test_few_terms_are_written_out(text: str, terms: tuple[str, ...]) -> None:
    ctx = context()
    eq = written_out(ctx, right(flatten(ctx, scalar(text))))
    assert eq is not None
    assert sorted(str(normal(x)) for x in blocks_of(right(eq))) == sorted(str(normal(scalar(x))) for x in terms)


@pytest.mark.parametrize("text", [f"sum(f[i] for i in range({FEW + 1}))", "sum(f[i] for i in range(n))", "f[0]"])
def test_many_terms_are_not(text: str) -> None:
    assert written_out(context(), scalar(text)) is None


def test_an_index_in_two() -> None:
    ctx, t = context("1 <= s"), scalar("sum(f[i]*g[i % s] for i in range(s*n))")
    b = read_block(ctx, t)
    (s,) = formulas("s == 0")
    eq = in_two(ctx, b, b.names[0], s.args[0])
    assert left(eq) is t
    found = read_block(ctx, right(eq))
    assert [tuple(map(str, bounds)) for bounds in found.ranges] == [("0", "n"), ("0", "s")]
    assert normal(found.factors[0]) == normal(scalar("f[s*i0_ + i1_]"))
    with pytest.raises(KernelError):
        in_two(context("1 <= s"), read_block(ctx, scalar("sum(f[i] for i in range(s*n + 1))")), "i0_", s.args[0])
