"""What every tactic of the prover needs: the hypotheses, answers about integers, fresh names, the budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from typing import TypeAlias

from symstride.proof.kernel.polynomials import Polynomial, normal
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import KernelError, Term
from symstride.proof.language.syntax import equal
from symstride.proof.tactics.calculation import Moved
from symstride.proof.tactics.prover.integers import Integers
from symstride.proof.tactics.prover.outcome import Effort
from symstride.proof.tactics.prover.polynomials import quotients, replaced

Identity: TypeAlias = Callable[["Context", Term, Term], Theorem]


class Context:
    """Hypotheses ``given``, which every theorem here may assume, and the means to work under them."""

    def __init__(self, given: Sequence[Term], budget: Effort, same: Identity) -> None:
        self.given = tuple(given)
        self.budget = budget
        self.same = same
        """Proves s = t for two scalars, such as the arguments of one function."""
        self.integers = Integers(budget)
        self.moved: list[Moved] = []
        """What was substituted for which index, for the reader."""
        self.failed: set[tuple[Term, Term, int]] = set()
        """Sums of blocks that did not meet, with so many cuts."""
        self.apart: list[Polynomial] = []
        """Blocks that were cut, which merging is not to put together again."""
        self._count = count()
        self._taken = {name for formula in given for name, _ in formula.free}

    def under(self, facts: Sequence[Term]) -> Context:
        """The same with more hypotheses."""
        inner = Context.__new__(Context)
        inner.__dict__.update(self.__dict__)
        inner.failed = set()
        inner.given = (*self.given, *facts)
        inner._taken = {*self._taken, *(name for fact in facts for name, _ in fact.free)}
        return inner

    @contextmanager
    def kept_apart(self, block: Term) -> Iterator[None]:
        """As long as this lasts, the block that was cut stays cut."""
        self.apart.append(normal(block))
        try:
            yield
        finally:
            self.apart.pop()

    def avoid(self, *terms: Term) -> None:
        """Never answer these terms' names as fresh ones."""
        self._taken |= {name for t in terms for name, _ in t.free}

    def fresh(self) -> str:
        """A name that nothing else has."""
        return next(name for name in (f"v{n}_" for n in self._count) if name not in self._taken)

    def names(self, n: int, t: Term, letter: str) -> list[str]:
        """n names for indices of this term, the same whenever they can be: answers about them are remembered."""
        taken = {*self._taken, *(name for name, _ in t.free)}
        return list(islice((name for name in (f"{letter}{m}_" for m in count()) if name not in taken), n))

    def prove(self, goal: Term, facts: Sequence[Term] = ()) -> Theorem:
        """The goal on integers from the hypotheses and the facts; ``KernelError`` when no proof is found."""
        return self.integers.prove(goal, (*self.given, *facts))

    def simplified(self, t: Term, facts: Sequence[Term]) -> Term:
        """An integer term with the same value and simple quotients."""
        if quotients(t):
            for equation in self.integers.about(equal(t, t), (*self.given, *facts))[0].simplifications(t):
                t = replaced(t, *equation.concl.args)
        return t

    def holds(self, goal: Term, facts: Sequence[Term] = ()) -> bool:
        """Is a proof of the goal found?"""
        return self.integers.holds(goal, (*self.given, *facts))

    def first(self, *attempts: Callable[[], Theorem | None]) -> Theorem | None:
        """The first attempt that neither fails nor answers None."""
        for attempt in attempts:
            try:
                found = attempt()
            except KernelError:
                continue
            if found is not None:
                return found
        return None
