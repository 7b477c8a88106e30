"""Blocks: multiplied out, guards decided and summed away, carried, merged and cut."""

from __future__ import annotations

import pytest
import reading_texts
from reading_texts import formulas

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.terms import KernelError, Term
from symstride.proof.language.syntax import NOTHING, integer
from symstride.proof.tactics.prover import Effort, Unproved
from symstride.proof.tactics.prover.blocks import blocks_of, each, flatten, read_block, sum_of, swapped
from symstride.proof.tactics.prover.carrying import bijections, carry, pairings
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.cutting import cut_block, join
from symstride.proof.tactics.prover.deltas import reduce
from symstride.proof.tactics.prover.driver import _same
from symstride.proof.tactics.prover.guards import decide
from symstride.proof.tactics.rewriting import left, reflexive, right

WHERE = {"up(x)[t]": "[0 == t % s]*x[t//s]"}


def context(*given: str) -> Context:
    return Context(formulas(*given), Effort(), _same)


def scalar(text: str) -> Term:
    return reading_texts.scalar(text, WHERE)


def flat(ctx: Context, text: str) -> Term:
    eq = flatten(ctx, scalar(text))
    assert left(eq) is scalar(text)
    assert not eq.hyps
    return right(eq)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("(a[0] + b[0])*sum(c[i] + d[i] for i in range(n))", 4),
        ("sum(f[i] for i in range(n))*sum(f[i] for i in range(m))", 1),
        ("0*f[i] + 0", 0),
        ("up(x)[t]", 1),
        ("f[i] if i < n else g[i]", 2),
    ],
)
def test_everything_is_multiplied_out(text: str, blocks: int) -> None:
    ctx = context()
    t = flat(ctx, text)
    assert len(blocks_of(t)) == blocks
    for block in (read_block(ctx, part) for part in blocks_of(t)):
        assert all(f.tag in ("entry", "nat", "apply") for f in block.factors)


def test_a_block_reads_back() -> None:
    ctx = context()
    t = flat(ctx, "sum([i < j]*f[i, j]*f[j, i] for i in range(n) for j in range(i, m))")
    b = read_block(ctx, t)
    assert b.term is t
    assert (len(b.names), len(b.guards), len(b.factors)) == (2, 1, 2)
    assert b.movable(b.names[1])
    assert not b.movable(b.names[0])


def test_swapped_replaces_the_chosen_ones() -> None:
    a, b, c = (scalar(f"{name}[0]") for name in "abc")
    eq = swapped([a, b, c], [c, a], reflexive(sum_of([c, a])))
    assert blocks_of(right(eq)) == [c, a, b]
    assert left(eq) is sum_of([a, b, c])


@pytest.mark.parametrize(
    ("given", "text", "decided"),
    [
        (("1 <= s",), "sum([0 <= i]*[i < n + s]*f[i] for i in range(n))", "sum(f[i] for i in range(n))"),
        ((), "sum([n <= i]*f[i] for i in range(n))", "0"),
        (("n <= 0",), "sum(f[i] for i in range(n))", "0"),
        ((), "sum([m <= i]*f[i] for i in range(n))", "sum([m <= i]*f[i] for i in range(n))"),
    ],
)
def test_guards_are_decided(given: tuple[str, ...], text: str, decided: str) -> None:
    ctx = context(*given)
    eq = each(flat(ctx, text), lambda t: decide(ctx, read_block(ctx, t)))
    assert normal(right(eq)) == normal(scalar(decided))


@pytest.mark.parametrize(
    ("given", "text", "reduced"),
    [
        ((), "sum([i == t]*f[i] for i in range(n))", "[0 <= t]*[t < n]*f[t]"),
        (("0 <= t < n",), "sum([i == t]*f[i] for i in range(n))", "f[t]"),
        (("1 <= s", "0 <= t < s*n"), "sum([t == s*u + r]*f[r, u] for u in range(n) for r in range(s))", "f[t%s, t//s]"),
        (("1 <= s",), "sum([0 == (t - r) % s]*f[r] for r in range(s))", "f[t % s]"),
        (("1 <= s",), "sum([t == s*u]*f[u] for u in range(n))", "[0 == t%s]*[0 <= t//s]*[t//s < n]*f[t//s]"),
        (("1 <= n",), "sum(f[q//n, q%n] for q in range(n*C))", "sum(f[c, r] for c in range(C) for r in range(n))"),
        (("1 <= n",), "sum(f[q//n] for q in range(n*C))", "sum(f[c] for c in range(C) for r in range(n))"),
    ],
)
def test_deltas_are_summed_away(given: tuple[str, ...], text: str, reduced: str) -> None:
    ctx = context(*given)
    eq = each(flat(ctx, text), lambda t: reduce(ctx, t))
    assert eq.hyps <= set(ctx.given)
    assert normal(right(eq)) == normal(scalar(reduced))


def test_a_delta_of_an_unknown_divisor_stays() -> None:
    ctx = context()
    t = flat(ctx, "sum([t == s*u]*f[u] for u in range(n))")
    assert right(reduce(ctx, t)) is t


# ------------------------------------------------------------------------------------------------ carrying


@pytest.mark.parametrize(
    ("given", "one", "other"),
    [
        ((), "sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))"),
        (("1 <= s",), "sum(f[i] for i in range(s*n))", "sum(f[s*u + r] for u in range(n) for r in range(s))"),
        (("1 <= N",), "sum(f[(i + a) % N] for i in range(N))", "sum(f[i] for i in range(N))"),
        (("0 <= r < s",), "sum([i % s == r]*f[i] for i in range(s*n))", "sum(f[s*u + r] for u in range(n))"),
        ((), "sum(f[0] for i in range(a, a + n))", "sum(f[0] for i in range(n))"),
        ((), "sum(f[i, c] for i in range(n) for c in range(m))", "sum(f[i, c] for c in range(m) for i in range(n))"),
    ],
)
def test_a_block_is_carried(given: tuple[str, ...], one: str, other: str) -> None:
    ctx = context(*given)
    eq = carry(ctx, flat(ctx, one), flat(ctx, other))
    assert (left(eq), right(eq)) == (flat(ctx, one), flat(ctx, other))
    assert eq.hyps <= set(ctx.given)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sum(f[i] for i in range(n))", "sum(f[n - i] for i in range(n))"),
        ("sum(f[i] for i in range(s*n))", "sum(f[s*u + r] for u in range(n) for r in range(s))"),  # 1 <= s is missing
        ("sum(f[i] for i in range(n))", "sum(g[i] for i in range(n))"),
        ("sum(f[i]*f[i] for i in range(n))", "sum(f[i]*f[j] for i in range(n) for j in range(n))"),
    ],
)
def test_what_is_not_a_bijection_is_not_carried(one: str, other: str) -> None:
    ctx = context()
    with pytest.raises(KernelError):
        carry(ctx, flat(ctx, one), flat(ctx, other))


def test_pairings_are_permutations_of_equal_heads() -> None:
    f, g = (read_block(context(), scalar(t)).factors for t in ("x[a]*x[b]*w[c]", "w[d]*x[e]*x[h]"))
    found = list(pairings(f, g))
    assert len(found) == 2
    assert all(sorted(map(str, (y for _, y in pairs))) == sorted(map(str, g)) for pairs in found)
    assert list(pairings(f, g[:2])) == []


def test_pairings_are_made_as_they_are_asked_for() -> None:
    factors = [scalar(f"x[{n}]") for n in range(30)]
    assert next(pairings(factors, factors)) == list(zip(factors, factors))


def test_values_are_inverse_to_each_other() -> None:
    ctx = context("1 <= s")
    L = read_block(ctx, scalar("sum(f[i] for i in range(s*n))"), "i")
    R = read_block(ctx, scalar("sum(f[s*u + r] for u in range(n) for r in range(s))"), "j")
    phi, psi = next(bijections(ctx, L, R))
    assert {u: str(e) for u, e in phi.items()} == {"j0_": "(i0_ div s)", "j1_": "(i0_ mod s)"}
    assert normal(psi["i0_"]) == normal(integer("s*j0_ + j1_"))


# ------------------------------------------------------------------------------------------------ several blocks


@pytest.mark.parametrize(
    ("given", "one", "other"),
    [
        (("0 <= a <= n", "0 <= b <= n"), "sum(f[i] for i in range(a)) + sum(f[i] for i in range(a, n))",
         "sum(f[i] for i in range(b)) + sum(f[i] for i in range(b, n))"),
        (("1 <= n",), "f[0] + sum(f[i] for i in range(1, n))", "sum(f[i] for i in range(n))"),
        (("0 <= n",), "sum(f[i] for i in range(2*n))", "sum(f[2*i] + f[2*i + 1] for i in range(n))"),
        ((), "sum([i < a]*f[i] for i in range(n)) + sum([a <= i]*f[i] for i in range(n))",
         "sum(f[i] for i in range(n))"),
        (("a[0] + b[0] == 0",), "sum(a[0]*f[i] for i in range(n)) + g[0] + sum(b[0]*f[i] for i in range(n))", "g[0]"),
    ],
)  # fmt: skip
def test_sums_of_blocks_are_joined(given: tuple[str, ...], one: str, other: str) -> None:
    ctx = context(*given)
    eq = join(ctx, flat(ctx, one), flat(ctx, other))
    assert (left(eq), right(eq)) == (flat(ctx, one), flat(ctx, other))
    assert eq.hyps <= set(ctx.given)


def test_what_is_left_is_told() -> None:
    ctx = context()
    one, other = (
        flat(ctx, t) for t in ("sum(f[i] for i in range(n)) + g[0]", "g[0] + sum(f[i] for i in range(n + 1))")
    )
    with pytest.raises(Unproved) as why:
        join(ctx, one, other)
    assert scalar("g[0]") not in why.value.left_over
    assert set(why.value.left_over) == {t for t in (*blocks_of(one), *blocks_of(other)) if t is not scalar("g[0]")}


def test_a_block_is_cut_in_two() -> None:
    ctx = context()
    t = scalar("sum(f[i] for i in range(n))")
    b = read_block(ctx, t)
    (condition,) = formulas(f"{b.names[0]} < m")
    eq = cut_block(ctx, b, condition)
    wanted = "sum([i < m]*f[i] for i in range(n)) + sum([m <= i]*f[i] for i in range(n))"
    assert normal(right(eq)) == normal(scalar(wanted))


def test_nothing_is_joined_to_nothing() -> None:
    assert right(join(context(), NOTHING, NOTHING)) is NOTHING
