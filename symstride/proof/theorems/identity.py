"""An identity proved without hints: the prover's chain, under exactly the hypotheses that were given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.witness import find_witness
from symstride.proof.record import Proposition
from symstride.proof.repeatable import ordered
from symstride.proof.statements.identity import CLAIM, IdentitySubject
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import congruent, is_one, reflexive, right, symmetric, trans

_MARKS: Final = re.compile(r"[\\$`*@]")
"""Signs that mean something in running text; the prover's reasons have them as they are."""


@dataclass(frozen=True)
class Stop:
    """A term on the way, and the reason that is printed beside it; an empty one leaves the prover's."""

    term: Term
    reason: str = ""


@dataclass(frozen=True)
class ProvedIdentity:
    """The chain from the left side to the right one, and the hypotheses that were given and that no line needs."""

    theorem: Theorem
    lines: tuple[Line, ...]
    unneeded: tuple[Term, ...]

    def proposition(self, title: str, words: str, sources: Sequence[str] = (), name: str = CLAIM) -> Proposition:
        """The claim ``name`` of a certificate, with its chain."""
        witness = find_witness(self.theorem.hyps) or {}
        return Proposition(name, title, words, self.theorem, lambda: self.lines, witness, tuple(sources))


def prove_statement(subject: IdentitySubject, steps: Sequence[Stop] = (), budget: int | None = None) -> ProvedIdentity:
    """The identity, step by step, within one budget.  ``Unproved``, which the prover raises, passes through."""
    from symstride.proof.tactics.prover import WORK, Effort, prove_identity

    left, end = subject.reading.terms["left"], subject.reading.terms["right"]
    work = WORK if budget is None else budget
    effort = Effort(work, seconds=60.0 * max(1.0, work / WORK))
    theorem, lines = reflexive(left), list[Line]()
    for step in (*steps, Stop(end)):
        part = prove_identity(subject.hypotheses, right(theorem), step.term, budget=effort).lines
        for line in part:
            said = step.reason and line is part[-1]
            reason, moved = (step.reason, ()) if said else (_MARKS.sub(r"\\\g<0>", line.reason), line.moved)
            lines.append(Line(trans(theorem, line.theorem) if lines else line.theorem, reason, line.lemmas, moved))
        theorem = lines[-1].theorem if part else theorem
    given = subject.hypotheses
    unneeded = tuple(f for f in given if f not in theorem.hyps)
    for formula in ordered(unneeded):
        theorem = weakened(theorem, formula)
    last = lines[-1] if lines else Line(theorem, "both sides are the same")
    return ProvedIdentity(theorem, (*lines[:-1], Line(theorem, last.reason, last.lemmas, last.moved)), unneeded)


def weakened(equation: Theorem, formula: Term) -> Theorem:
    """From H |- s = t, H, f |- s = t: a factor [f] = 1 comes and goes, or 0 times either side of f."""
    side = right(equation)
    if formula.args[0].sort == "S":
        return trans(equation, _through(assume(formula), side))
    with_factor = congruent(is_one(assume(formula)), lambda z: make("mul", z, side))
    there = trans(ring(side, right(with_factor)), symmetric(with_factor))
    return trans(equation, there, with_factor, ring(right(with_factor), side))


def _through(equation: Theorem, side: Term) -> Theorem:
    """H |- t = t from H |- a = b: t = t + 0*a = t + 0*b = t."""
    nothing = make("nat", 0)
    swapped = congruent(equation, lambda z: make("add", side, make("mul", nothing, z)))
    return trans(ring(side, swapped.concl.args[0]), swapped, ring(right(swapped), side))
