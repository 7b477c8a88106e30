"""Goals on integers: does this formula follow from those?

``Integers.prove`` keeps the facts that share variables with the goal, directly or through others, and asks their
``Facts``, which are made once for each connected set.  There, in turn:

1. numbers at which the facts hold and the goal fails end the matter (``numbers``);
2. quotients in goal and facts are made simple (``quotients``), and what is known of them is added: a = b*(a div b) +
   a mod b, 0 <= a mod b < b, bounds of a div b, c*u = t as t mod c = 0;
3. a linear combination of facts, then of products of two facts, is looked for, then the same against the negation of
   the goal (``inequalities``); facts that are near the goal come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations
from typing import Final

from symstride.proof.kernel.polynomials import constant_value, normal
from symstride.proof.kernel.rules import Theorem, assume, cases, cone, rewrite, ring
from symstride.proof.kernel.terms import VARIABLE, KernelError, Term, less, make, minus
from symstride.proof.language.syntax import FALSE, at_most, equal
from symstride.proof.tactics.inequalities import HOLE, antisymmetric, from_false, search
from symstride.proof.tactics.prover.numbers import Numbers, assignments, refutes
from symstride.proof.tactics.prover.outcome import Effort
from symstride.proof.tactics.prover.polynomials import difference, occurs, quotients, replaced, term_of
from symstride.proof.tactics.prover.quotients import bounds, laws, simplified_quotient
from symstride.proof.tactics.prover.remainders import consequences, exact
from symstride.proof.tactics.rewriting import left, right, symmetric

NEAR: Final = 28
"""Most facts that are tried together in products."""
STEPS: Final = 24
"""Most simplifications of one formula."""
_HOLE: Final = (HOLE, VARIABLE)


class Facts:
    """Formulas on integers that are connected by their variables, and what was found out about them."""

    def __init__(self, formulas: Sequence[Term], budget: Effort, numbers: Sequence[Numbers] = ()) -> None:
        self.formulas = tuple(formulas)
        self.assumed = [assume(formula) for formula in self.formulas]
        equations = [theorem for theorem in self.assumed if theorem.concl.tag == "eq"]
        self.equations: Sequence[Theorem] = [*equations, *consequences(equations)]
        self.numbers = assignments(self.formulas, numbers)
        self._budget = budget
        self._positive: dict[Term, Theorem | None] = {}
        self._simple: dict[Term, Theorem | None] = {}
        self._lawful: set[tuple[Term, Term]] = set()

    # ------------------------------------------------------------ small questions

    def refuted(self, goal: Term) -> bool:
        """Do numbers show that the goal does not follow?"""
        return any(refutes(goal, at) for at in self.numbers)

    def search(self, goal: Term, facts: Sequence[Theorem], degree: int) -> Theorem | None:
        """One linear program, paid for."""
        self._budget.spend(len(facts) if degree == 1 else len(facts) * (len(facts) + 1) // 2)
        return search(goal, facts, degree, self._budget.spend)

    def quick(self, goal: Term) -> Theorem | None:
        """The goal by a linear combination of the facts as they are, or of products of two."""
        if self.refuted(goal):
            return None
        facts = [*self.assumed, *(law for q in quotients(goal) for law in laws(make(*q), self))]
        near = _near(goal, facts)
        for degree in (1, 2):
            found = self.search(goal, near, degree)
            if found is not None:
                return found
        return None

    def positive(self, b: Term) -> Theorem | None:
        """1 <= b, if that follows; a product is positive when its factors are."""
        if b not in self._positive:
            self._positive[b] = None  # a question inside its own answer has the answer no
            self._positive[b] = self._find_positive(b)
        return self._positive[b]

    def _find_positive(self, b: Term) -> Theorem | None:
        goal = at_most(1, b)
        if b.tag == "num":
            return cone(goal, ((b.args[0] - 1, ()),) if b.args[0] > 1 else (), ()) if b.args[0] >= 1 else None
        if goal in self.formulas:
            return assume(goal)
        if b.tag == "mul":
            one, other = map(self.positive, b.args)
            if one is not None and other is not None:
                return cone(goal, ((1, (one, other)), (1, (one,)), (1, (other,))), ())
        return self.quick(goal)

    # ------------------------------------------------------------ simpler formulas

    def simplifications(self, t: Term) -> list[Theorem]:
        """Equations q = q' for quotients of the term, to be used from the first to the last."""
        out: list[Theorem] = []
        for _ in range(STEPS):
            self._budget.spend(1)
            if len(quotients(t)) > STEPS:
                break
            found = next((e for e in map(self._simplified, (make(*q) for q in quotients(t))) if e is not None), None)
            if found is None:
                break
            out.append(found)
            t = replaced(t, left(found), right(found))
        return out

    def _simplified(self, q: Term) -> Theorem | None:
        if q not in self._simple:
            self._simple[q] = None
            found = simplified_quotient(q, self)
            grows = found is not None and occurs(q, right(found))
            self._simple[q] = None if grows else found
        return self._simple[q]

    def simplified(self, fact: Theorem) -> Theorem:
        """The fact with its quotients made simple."""
        z = make("var", _HOLE[0])
        for equation in self.simplifications(fact.concl):
            fact = rewrite(equation, fact, replaced(fact.concl, left(equation), z), _HOLE)
        return fact

    @cached_property
    def known(self) -> list[Theorem]:
        """The facts with simple quotients, and what is known of these quotients."""
        equations = [fact for fact in self.assumed if fact.concl.tag == "eq"]
        facts = [*(self.simplified(fact) for fact in self.assumed), *equations]
        said = [theorem for fact in facts if fact.concl.tag == "eq" for theorem in exact(fact, self)]
        laws_ = self.about_quotients([fact.concl for fact in facts], facts)
        self._lawful = {q[1:] for fact in (*facts, *laws_) for q in quotients(fact.concl)}
        return _distinct([*facts, *laws_, *said])

    def about_quotients(self, formulas: Sequence[Term], facts: Sequence[Theorem]) -> list[Theorem]:
        """Laws and bounds of the quotients in the formulas and of those that the laws bring in."""
        out: list[Theorem] = []
        todo = [q for formula in formulas for q in quotients(formula)]
        done: set[tuple[Term, Term]] = set()
        while todo:
            _, a, b = todo.pop(0)
            if (a, b) in done or len(done) >= STEPS:
                continue
            done.add((a, b))
            new = [self.simplified(law) for law in laws(make("div", a, b), self)]
            new += bounds(make("div", a, b), facts, self)
            out += new
            todo += [q for law in new for q in quotients(law.concl) if q[1:] not in done]
        return _distinct(out)

    # ------------------------------------------------------------ goals

    def prove(self, goal: Term) -> Theorem:
        """The goal from these facts; ``KernelError`` when it does not follow or no proof is found."""
        if goal in self.formulas:
            return assume(goal)
        if self.refuted(goal):
            raise KernelError(f"does not follow: {goal}")
        t, back = goal, []
        for equation in self.simplifications(goal):
            back.append((equation, t))
            t = replaced(t, left(equation), right(equation))
        nested = [q for q in quotients(goal) if q[1].tag == "div"]
        out = self._prove_simple(t, self.about_quotients([equal(make(*q), make(*q)) for q in nested], self.known))
        z = make("var", _HOLE[0])
        for equation, older in reversed(back):
            out = rewrite(symmetric(equation), out, replaced(older, left(equation), z), _HOLE)
        return out

    def _prove_simple(self, goal: Term, more: Sequence[Theorem] = ()) -> Theorem:
        if goal.tag == "eq":
            a, b = goal.args
            if normal(a) == normal(b):
                return ring(a, b)
            return antisymmetric(*(self._prove_simple(f, more) for f in (at_most(a, b), at_most(b, a))))
        known = self.known
        for fact in known:
            if fact.concl is goal:
                return fact
        own = [q for q in quotients(goal) if q[1:] not in self._lawful]
        new = self.about_quotients([equal(make(*q), make(*q)) for q in own], known)
        facts = _distinct([*known, *more, *new])
        negation = assume(less(goal.args[1], goal.args[0]))
        products = self._products(goal, facts)
        near = [*products, *_near(goal, facts)[: NEAR - len(products)]]
        for degree, some in ((1, near), (1, facts), (2, near)):
            found = self.search(goal, some, degree)
            if found is not None:
                return found
            if goal is not FALSE:
                absurd = self.search(FALSE, [*some, negation], degree)
                if absurd is not None:
                    return cases(goal, assume(goal), from_false(absurd, goal))
        raise KernelError(f"not found: {goal}")

    def _products(self, goal: Term, facts: Sequence[Theorem]) -> list[Theorem]:
        """Products of two short assumptions that share a monomial of degree three with the goal or a fact."""
        formulas = [goal, *(fact.concl for fact in facts if fact.concl.tag == "le")]
        monomials = [{a.form[1] for a, _ in m if a.form[0] == "var"} for f in formulas for m, _ in difference(f)
                     if sum(exponent for _, exponent in m) >= 3]  # fmt: skip
        if not monomials:
            return []
        short = [fact for fact in self.assumed if fact.concl.tag == "le" and len(fact.concl.free) == 1]
        out = []
        for one, other in combinations(short, 2):
            names = {name for fact in (one, other) for name, _ in fact.concl.free}
            if len(names) == 2 and any(names <= monomial for monomial in monomials):
                x, y = (minus(fact.concl.args[1], fact.concl.args[0]) for fact in (one, other))
                out.append(cone(at_most(0, term_of(normal(make("mul", x, y)))), ((1, (one, other)),), ()))
        return out[: NEAR // 3]


def _distinct(facts: Sequence[Theorem]) -> list[Theorem]:
    """The facts that say something, each once, up to polynomial form."""
    out = {(fact.concl.tag, difference(fact.concl)): fact for fact in reversed(facts)}
    return [fact for (tag, excess), fact in reversed(out.items()) if not _idle(tag, constant_value(excess))]


def _idle(tag: str, excess: int | None) -> bool:
    """Is the formula, whose sides differ by this number, true of numbers?"""
    return excess is not None and (excess <= 0 if tag == "le" else excess == 0)


def _near(goal: Term, facts: Sequence[Theorem]) -> list[Theorem]:
    """The facts that mention a variable of the goal, then those that mention a variable of these."""
    names = set(goal.free)
    if not names:
        return list(facts[:NEAR])
    out: list[Theorem] = []
    for _ in range(2):
        out += [fact for fact in facts if fact not in out and not names.isdisjoint(fact.concl.free)]
        names |= {name for fact in out for name in fact.concl.free}
        if len(out) >= NEAR:
            break
    return out[:NEAR]


class Integers:
    """All the facts that were met, and the answers to all the goals."""

    def __init__(self, budget: Effort) -> None:
        self._budget = budget
        self._facts: dict[frozenset[Term], Facts] = {}
        self._answers: dict[tuple[Term, tuple[Term, ...]], Theorem | None] = {}
        self._numbers: list[Numbers] = []

    def prove(self, goal: Term, formulas: Sequence[Term]) -> Theorem:
        """The goal, from those of the formulas that are on integers; ``KernelError`` when no proof is found."""
        for facts in self.about(goal, formulas):
            key = (goal, facts.formulas)
            if key not in self._answers:
                try:
                    self._answers[key] = facts.prove(goal)
                except KernelError:
                    self._answers[key] = None
            found = self._answers[key]
            if found is not None:
                return found
        raise KernelError(f"not found: {goal}")

    def holds(self, goal: Term, formulas: Sequence[Term]) -> bool:
        """Is a proof found?"""
        try:
            self.prove(goal, formulas)
        except KernelError:
            return False
        return True

    def positive(self, b: Term, formulas: Sequence[Term]) -> Theorem:
        """1 <= b; ``KernelError`` when that is not found."""
        return self.prove(at_most(1, b), formulas)

    def about(self, goal: Term, formulas: Sequence[Term]) -> list[Facts]:
        """The facts connected with the goal; for a goal without variables, which all may contradict, each group."""
        groups = _groups(formulas) or [(set(), [])]
        if goal.free:
            chosen = [f for names, members in groups if not names.isdisjoint(goal.free) for f in members]
            groups = [(set(goal.free), chosen)]
        return [self._connected(tuple(members)) for _, members in groups]

    def _connected(self, formulas: tuple[Term, ...]) -> Facts:
        key = frozenset(formulas)
        if key not in self._facts:
            facts = self._facts[key] = Facts(formulas, self._budget, self._numbers)
            self._numbers += [at for at in facts.numbers if at not in self._numbers]
        return self._facts[key]


def _groups(formulas: Sequence[Term]) -> list[tuple[set[tuple[str, int]], list[Term]]]:
    """The formulas on integers, sorted into groups that share no variable."""
    groups: list[tuple[set[tuple[str, int]], list[Term]]] = []
    for formula in dict.fromkeys(formulas):
        if formula.args[0].sort != "I":
            continue
        names, members = set(formula.free), [formula]
        for group in [group for group in groups if not group[0].isdisjoint(names)]:
            groups.remove(group)
            names |= group[0]
            members = [*group[1], *members]
        groups.append((names, members))
    return groups
