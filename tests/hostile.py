"""Certificates that prove something true in a few rows, again and again: what they cost has to be counted.

Each attack takes the number of its repetitions and answers a text that every checker accepts as long as it may work
so much.  Every kind of work that ``terms.METER`` charges is the bulk of one of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from symstride.proof.kernel.replay import FORMAT, canonical


class Rows:
    """A certificate in the making: rows are written once, and steps are collected into one claim."""

    def __init__(self) -> None:
        self.terms: list[Any] = []
        self.steps: list[Any] = []
        self.claims: list[Any] = []
        self.known: dict[str, int] = {}

    def term(self, *row: Any) -> int:
        """The position of a row of terms."""
        key = json.dumps(row)
        if key not in self.known:
            self.known[key] = len(self.terms)
            self.terms.append(list(row))
        return self.known[key]

    def num(self, n: int) -> int:
        return self.term("num", n)

    def step(self, *row: Any) -> int:
        self.steps.append(list(row))
        return len(self.steps) - 1

    def total(self, leaves: list[int]) -> int:
        """The sum of the leaves, as a tree of small height."""
        if len(leaves) == 1:
            return leaves[0]
        half = len(leaves) // 2
        return self.term("add", self.total(leaves[:half]), self.total(leaves[half:]))

    def names(self, letter: str, count: int) -> int:
        """letter0 + ... + letter(count - 1)."""
        return self.total([self.term("var", f"{letter}{n}") for n in range(count)])

    def doubled(self, tag: str, leaf: int, times: int) -> int:
        """A tree of 2**times leaves in so many rows."""
        for _ in range(times):
            leaf = self.term(tag, leaf, leaf)
        return leaf

    def reflexive(self, t: int) -> int:
        """The step that proves t <= t."""
        return self.step("cone", self.term("le", t, t), [], [])

    def claim(self, concl: int, step: int, hyps: Iterable[int] = ()) -> None:
        self.claims.append([f"claim {len(self.claims)}", list(hyps), concl, step])

    def collect(self, facts: Iterable[int] = (), equations: Iterable[int] = (), hyps: Iterable[int] = ()) -> str:
        """The text, with 0 <= 0 as its claim: the sum of all facts t <= t, and of 0 times each equation of integers."""
        zero = self.num(0)
        goal = self.term("le", zero, zero)
        last = self.step("cone", goal, [[1, [n]] for n in facts], [[zero, n] for n in equations])
        self.claim(goal, last, hyps)
        return self.text()

    def rewrite(self, equations: Iterable[int]) -> str:
        """The text, with 0 <= 0 as its claim, in which each equation of scalars has rewritten nothing."""
        zero = self.num(0)
        goal, last = self.term("le", zero, zero), self.reflexive(zero)
        for equation in equations:
            last = self.step("rewrite", equation, last, goal, ["hole", 0])
        self.claim(goal, last)
        return self.text()

    def text(self) -> str:
        fields = {"format": FORMAT, "about": {}, "terms": self.terms, "steps": self.steps, "claims": self.claims}
        return canonical(fields) + "\n"


def many_normal_forms(count: int) -> str:
    """(x0 + ... + x29 + n) * (y0 + ... + y29): sixty nodes, 930 monomials, and another one for each n."""
    rows = Rows()
    left, right = rows.names("x", 30), rows.names("y", 30)
    products = [rows.term("mul", rows.term("add", left, rows.num(n + 1)), right) for n in range(count)]
    return rows.collect(equations=[rows.step("ring", t, t) for t in products])


def one_normal_form_again(count: int) -> str:
    """The same product in each row: what is remembered is charged like what is not."""
    rows = Rows()
    t = rows.term("mul", rows.names("x", 30), rows.names("y", 30))
    return rows.collect(equations=[rows.step("ring", t, t) for _ in range(count)])


def long_monomials(count: int) -> str:
    """Over a hundred monomials times z, times z again, up to z**12."""
    rows = Rows()
    left, right, z = rows.names("x", 10), rows.names("y", 10), rows.term("var", "z")
    equations = []
    for n in range(count):
        t = rows.term("mul", rows.term("mul", left, rows.num(n + 2)), right)
        for _ in range(12):
            t = rows.term("mul", t, z)
        equations.append(rows.step("ring", t, t))
    return rows.collect(equations=equations)


def long_sums(count: int) -> str:
    """A hundred monomials plus 0, plus 0 again, forty times."""
    rows = Rows()
    product = rows.term("mul", rows.names("x", 10), rows.names("y", 10))
    equations = []
    for n in range(count):
        t = rows.term("add", product, rows.num(n + 1))
        for _ in range(40):
            t = rows.term("add", t, rows.num(0))
        equations.append(rows.step("ring", t, t))
    return rows.collect(equations=equations)


def products_of_a_cone(count: int) -> str:
    """0 <= count*(X*Y) in one row, the sum of so many products of 0 <= X and 0 <= Y."""
    rows = Rows()
    left, right, zero = rows.names("x", 30), rows.names("y", 30), rows.num(0)
    facts = [rows.term("le", zero, t) for t in (left, right)]
    assumed = [rows.step("assume", f) for f in facts]
    goal = rows.term("le", zero, rows.term("mul", rows.num(count), rows.term("mul", left, right)))
    rows.claim(goal, rows.step("cone", goal, [[1, assumed]] * count, []), facts)
    return rows.text()


def claims_of_one_theorem(count: int) -> str:
    """Each claim is short, and the whole statement is read for it."""
    rows = Rows()
    large = rows.doubled("add", rows.term("var", "a"), 12)
    proved = rows.reflexive(large)
    for _ in range(count):
        rows.claim(rows.term("le", large, large), proved)
    return rows.text()


def values_in_a_large_theorem(count: int) -> str:
    """z + 0, z + 1, ..., z + 499 at z := n: a thousand new terms in each short row."""
    rows = Rows()
    z = rows.term("var", "z")
    proved = rows.reflexive(rows.total([rows.term("add", z, rows.num(n)) for n in range(500)]))
    values = [rows.num(1000 * n) for n in range(count)]
    return rows.collect([rows.step("instantiate", proved, [["z", -1, value]]) for value in values])


def values_among_many_names(count: int) -> str:
    """Thirty terms of more than 300 names each, made again in every row."""
    rows = Rows()
    t = rows.term("add", rows.names("x", 300), rows.term("var", "z"))
    for n in range(30):
        t = rows.term("add", t, rows.term("var", f"y{n}"))
    proved = rows.reflexive(t)
    values = [rows.num(n) for n in range(count)]
    return rows.collect([rows.step("instantiate", proved, [["z", -1, value]]) for value in values])


def values_that_are_thrown_away(count: int) -> str:
    """f[n + 1] at a large n and f := (i -> 1): no trace of n is left, and it was filled in 64 times."""
    rows = Rows()
    at = rows.term("entry", "f", rows.term("add", rows.term("var", "n"), rows.num(1)))
    t = rows.doubled("add", at, 5)
    proved = rows.step("ring", t, t)
    large = rows.doubled("mul", rows.term("var", "c"), 6)
    unit = rows.term("map", 1, rows.term("nat", 1))
    values = [["n", -1, large], ["f", 1, unit]]
    ones = rows.doubled("add", rows.term("nat", 1), 5)
    rows.claim(rows.term("eq", t, t), proved)
    for _ in range(count):
        rows.claim(rows.term("eq", ones, ones), rows.step("instantiate", proved, values))
    return rows.text()


def large_definitions(count: int) -> str:
    """D(n) with a body of a thousand nodes, unfolded for each n."""
    rows = Rows()
    x = rows.term("var", "x")
    total = rows.total([rows.term("add", x, rows.num(n)) for n in range(250)])
    body = rows.term("bracket", rows.term("le", rows.num(0), total))
    definition = rows.term("define", "D", body, [["x", -1]])
    uses = [rows.term("use", definition, rows.num(n)) for n in range(count)]
    return rows.rewrite([rows.step("unfold", t, definition) for t in uses])


def definitions_without_a_body(count: int) -> str:
    """A sum of 1024 uses of D() := 0, unfolded again and again."""
    rows = Rows()
    definition = rows.term("define", "D", rows.term("nat", 0), [])
    t = rows.doubled("add", rows.term("use", definition), 10)
    return rows.rewrite([rows.step("unfold", t, definition) for _ in range(count)])


def many_hypotheses(count: int) -> str:
    """A theorem with 300 hypotheses, instantiated by nothing again and again."""
    rows = Rows()
    hyps, crowd = _crowd(rows, [rows.term("var", f"x{n}") for n in range(300)])
    return rows.collect([rows.step("instantiate", crowd, []) for _ in range(count)], hyps=hyps)


def hypotheses_with_many_names(count: int) -> str:
    """The same with 20 hypotheses on 200 names each: for every name a value is looked for."""
    rows = Rows()
    names = rows.names("x", 200)
    hyps, crowd = _crowd(rows, [rows.term("add", names, rows.num(n)) for n in range(20)])
    return rows.collect([rows.step("instantiate", crowd, []) for _ in range(count)], hyps=hyps)


def mentions_of_many_hypotheses(count: int) -> str:
    """One row that mentions the theorem with 300 hypotheses so many times."""
    rows = Rows()
    hyps, crowd = _crowd(rows, [rows.term("var", f"x{n}") for n in range(300)])
    return rows.collect([crowd] * count, hyps=hyps)


def _crowd(rows: Rows, terms: list[int]) -> tuple[list[int], int]:
    """The hypotheses t <= t for the terms, and the step that proves 0 <= 0 from all of them."""
    hyps = [rows.term("le", t, t) for t in terms]
    assumed = [rows.step("assume", h) for h in hyps]
    zero = rows.num(0)
    return hyps, rows.step("cone", rows.term("le", zero, zero), [[1, [n]] for n in assumed], [])


def rows_with_many_names(count: int) -> str:
    """x0 + ... + x511 + n for each n."""
    rows = Rows()
    names = rows.names("x", 512)
    sums = [rows.term("add", names, rows.num(n)) for n in range(count)]
    for t in sums:
        f = rows.term("le", t, t)
        rows.claim(f, rows.step("assume", f), [f])
    return rows.text()


def large_templates(count: int) -> str:
    """a = b rewritten in one of a thousand nodes: the others are looked at, too."""
    rows = Rows()
    a, hole = rows.term("var", "a"), rows.term("var", "hole_")
    zero = rows.num(0)
    equation = rows.step("ring", a, rows.term("add", a, zero))
    premise, template = (rows.term("le", t, t) for t in (_spread(rows, a), _spread(rows, hole)))
    proved = rows.step("cone", premise, [], [])
    return rows.collect([rows.step("rewrite", equation, proved, template, ["hole_", -1]) for _ in range(count)])


def _spread(rows: Rows, x: int) -> int:
    """x + 0 + (x + 1) + ... + (x + 99)."""
    return rows.total([rows.term("add", x, rows.num(n)) for n in range(100)])


ATTACKS: dict[str, Callable[[int], str]] = {
    attack.__name__: attack
    for attack in (
        many_normal_forms, one_normal_form_again, long_monomials, long_sums, products_of_a_cone, claims_of_one_theorem,
        values_in_a_large_theorem, values_among_many_names, values_that_are_thrown_away, large_definitions,
        definitions_without_a_body, many_hypotheses, hypotheses_with_many_names, mentions_of_many_hypotheses,
        rows_with_many_names, large_templates,
    )
}  # fmt: skip
