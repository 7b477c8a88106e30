"""A prover without a goal: it applies kernel rules at random to random theorems and terms.

Whatever it derives must be true, so every new theorem is evaluated.  Each rule has its own move, which aims at the
rule's side conditions: most applications fit, some are just beside what is allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from random import Random

from soundness import Grammar, check_true, sample_definition

from symstride.proof.kernel.rules import (
    AXIOMS,
    Theorem,
    assume,
    axiom,
    cases,
    cone,
    cut,
    instantiate,
    rewrite,
    ring,
    under_sum,
    unfold,
)
from symstride.proof.kernel.terms import (
    VARIABLE,
    KernelError,
    Key,
    Term,
    less,
    make,
    minus,
    names_of,
    num,
    plus,
    rebuild,
)
from symstride.proof.language.syntax import NOTHING, ONE
from symstride.proof.tactics.rewriting import guarded

MAX_POOL = 1500


def ordered(formulas: Iterable[Term]) -> list[Term]:
    """In an order that does not depend on memory addresses, so that a seed repeats its run."""
    return sorted(formulas, key=lambda f: (f.size, str(f)))


def closed_parts(term: Term) -> list[Term]:
    """The integers and scalars inside a term that have no loose index."""
    own = [term] if term.loose == 0 and term.sort in "IS" else []
    return own + [part for x in term.args if type(x) is Term and x.sort != "D" for part in closed_parts(x)]


class Prover:
    """A pool of theorems that grows by random rule applications."""

    def __init__(self, rng: Random, lemmas: Iterable[Theorem] = ()) -> None:
        self.rng = rng
        self.definition = sample_definition()
        self.grammar = Grammar(rng, definitions=(self.definition,))
        self.base = [*map(axiom, AXIOMS), *lemmas]
        self.pool = list(self.base)

    def move(self, name: str) -> Theorem:
        """A new theorem by the move of that name; ``KernelError`` when the attempt was refused."""
        return MOVES[name](self)

    def keep(self, theorem: Theorem) -> None:
        self.pool.append(theorem)
        if len(self.pool) > MAX_POOL:
            self.pool = self.base + self.rng.sample(self.pool[len(self.base) :], MAX_POOL // 3)

    def pick(self, wanted: Callable[[Theorem], bool] = lambda theorem: True) -> Theorem:
        for _ in range(40):
            theorem = self.rng.choice(self.pool)
            if wanted(theorem):
                return theorem
        raise KernelError("the prover has no such theorem")

    def inequality(self) -> tuple[Theorem, Term]:
        """A theorem and one of its hypotheses a <= b."""
        theorem = self.pick(lambda t: any(h.tag == "le" for h in t.hyps))
        return theorem, self.rng.choice(ordered(h for h in theorem.hyps if h.tag == "le"))

    def equation(self, sort: str) -> Theorem:
        return self.pick(lambda t: t.concl.tag == "eq" and t.concl.args[0].sort in sort)

    # -------------------------------------------------------------------------------------------- one move a rule

    def assume(self) -> Theorem:
        v, some = make("var", "v"), self.grammar.integer(1)
        return assume(
            self.rng.choice([self.grammar.formula(1), make("le", some, v), less(v, some), make("eq", v, some)])
        )

    def cut(self) -> Theorem:
        if self.rng.random() < 0.6:  # weaken a <= b to a + 1 <= b
            theorem, h = self.inequality()
            a, b = h.args
            return cut(cone(h, ((1, (assume(less(a, b)),)), (1, ())), ()), theorem)
        theorem = self.pick(lambda t: bool(t.hyps))
        h = self.rng.choice(ordered(theorem.hyps))
        proofs = [p for p in self.pool if p.concl is h]
        return cut(self.rng.choice(proofs) if proofs else self.pick(), theorem)

    def cases(self) -> Theorem:
        theorem, h = self.inequality()
        negation = less(h.args[1], h.args[0])
        same = [p for p in self.pool if p.concl is theorem.concl]
        best = [p for p in same if negation in p.hyps] or same
        return cases(h, theorem, self.rng.choice(best))

    def instantiate(self) -> Theorem:
        theorem = self.pick()
        keys = sorted(names_of((*theorem.hyps, theorem.concl)))
        chosen = self.rng.sample(keys, self.rng.randint(0, min(3, len(keys))))
        return instantiate(theorem, tuple((key, self._value(key)) for key in chosen))

    def _value(self, key: Key) -> Term:
        if self.rng.random() < 0.03:
            key = (key[0], max(VARIABLE, key[1] + self.rng.choice([-1, 1])))  # the wrong arity
        return self.grammar.value(key, 2, loose=1 if self.rng.random() < 0.03 else 0)

    def ring(self) -> Theorem:
        s = self.grammar.scalar(3) if self.rng.random() < 0.5 else self.grammar.integer(3)
        zero, one = (NOTHING, ONE) if s.sort == "S" else (num(0), num(1))
        return ring(s, self.rng.choice([s, make("add", s, zero), make("mul", one, s), self._shuffled(s)]))

    def _shuffled(self, t: Term) -> Term:
        """The term with random sums and products turned round."""

        def leaf(node: Term, depth: int) -> Term | None:
            if node.tag in ("add", "mul") and self.rng.random() < 0.5:
                return make(node.tag, node.args[1], node.args[0])
            return None

        return rebuild(t, leaf)

    def rewrite(self) -> Theorem:
        equation = self.equation("IS")
        a = equation.concl.args[0]
        holders = [p for p in self.pool if any(part is a for side in p.concl.args for part in closed_parts(side))]
        theorem = self.rng.choice(holders) if holders and self.rng.random() < 0.6 else self._reflexive_around(a)
        hole, key = (make("var", "hole_"), VARIABLE) if a.sort == "I" else (make("entry", "hole_"), 0)
        template = rebuild(theorem.concl, lambda node, _: hole if node is a and self.rng.random() < 0.8 else None)
        return rewrite(equation, theorem, template, ("hole_", key))

    def _reflexive_around(self, a: Term) -> Theorem:
        lo, hi, v = make("var", "lo"), make("var", "hi"), make("bound", 0)
        if a.sort == "S":
            return self._reflexive(a, make("add", a, a), make("sum", lo, hi, make("mul", a, make("entry", "f", v))))
        return self._reflexive(a, make("mul", a, a), make("sum", lo, a, make("entry", "g", v, a)))

    def _reflexive(self, *terms: Term) -> Theorem:
        t = self.rng.choice(terms)
        return ring(t, t)

    def cone(self) -> Theorem:
        products, equations, total = [], [], num(self.rng.choice([0, 0, 0, -1]))  # -1: one too much is claimed
        for _ in range(self.rng.randint(0, 2)):
            n = self.rng.randint(1, 2)
            factors = tuple(self.pick(lambda t: t.concl.tag == "le") for _ in range(self.rng.randint(0, 2)))
            value = num(n)
            for factor in factors:
                value = make("mul", value, minus(factor.concl.args[1], factor.concl.args[0]))
            products.append((n, factors))
            total = plus(total, value)
        if self.rng.random() < 0.5:
            equation, p = self.equation("I"), self.grammar.integer(1)
            equations.append((p, equation))
            total = plus(total, make("mul", p, minus(*equation.concl.args)))
        s = self.grammar.integer(1)
        goals = [make("le", s, plus(s, total)), make("le", num(0), total), make("le", num(1), plus(total, num(1)))]
        return cone(self.rng.choice(goals), tuple(products), tuple(equations))

    def under_sum(self) -> Theorem:
        equation = self.equation("S")
        keys = sorted(key for key in names_of((equation.concl, *equation.hyps)) if key[1] == VARIABLE)
        v = self.rng.choice(keys or [("v", VARIABLE)])
        index = make("var", v[0])
        lows = [h.args[0] for h in ordered(equation.hyps) if h.tag == "le" and h.args[1] is index]
        highs = [h.args[1] for h in ordered(equation.hyps) if h is less(index, h.args[-1])]
        lo, hi = (self.rng.choice(xs or [self.grammar.integer(1)]) for xs in (lows, highs))
        return under_sum(equation, v, lo, hi)

    def unfold(self) -> Theorem:
        return unfold(self.grammar.scalar(4), self.definition)

    def axiom(self) -> Theorem:
        return axiom(self.rng.choice([*AXIOMS, "choice"]))

    def guarded(self) -> Theorem:
        """Not a rule, but the derived step that combines most of them."""
        equation = self.equation("S")
        hyps = [h for h in ordered(equation.hyps) if h.args[0].sort == "I"]
        formula = self.rng.choice(hyps) if hyps and self.rng.random() < 0.8 else self.grammar.formula(1)
        return guarded(formula, equation)


MOVES: dict[str, Callable[[Prover], Theorem]] = {
    "assume": Prover.assume, "cut": Prover.cut, "cases": Prover.cases, "instantiate": Prover.instantiate,
    "ring": Prover.ring, "rewrite": Prover.rewrite, "cone": Prover.cone, "under_sum": Prover.under_sum,
    "unfold": Prover.unfold, "axiom": Prover.axiom, "guarded": Prover.guarded,
}  # fmt: skip
"""How to apply each rule at random."""


def small(theorem: Theorem) -> bool:
    return theorem.concl.size <= 150 and len(theorem.hyps) <= 5 and sum(h.size for h in theorem.hyps) <= 150


def campaign(prover: Prover, steps: int, samples: int, moves: Iterable[str] = tuple(MOVES)) -> Counter[str]:
    """Apply random moves, evaluate each new theorem; counts by rule, and of refused, repeated and vacuous ones."""
    names, seen, counts = sorted(moves), set(), Counter[str]()
    for _ in range(steps):
        name = prover.rng.choice(names)
        try:
            theorem = prover.move(name)
        except KernelError:
            counts["refused"] += 1
            continue
        statement = (theorem.hyps, theorem.concl)
        if statement in seen or not small(theorem):
            counts["repeated or large"] += 1
            continue
        seen.add(statement)
        satisfied = check_true(theorem.hyps, theorem.concl, prover.rng, want=samples, tries=12 * samples)
        counts[name] += 1
        counts["samples"] += satisfied
        counts["vacuous"] += satisfied == 0
        prover.keep(theorem)
    return counts
