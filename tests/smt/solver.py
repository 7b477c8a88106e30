"""Asking z3 about an exported sequent, and believing its counterexamples only once Python has evaluated them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from symstride.export.smt import smtlib, symbol
from symstride.proof.kernel.terms import VARIABLE, Term, names_of
from symstride.proof.language.meaning import Environment, holds

TIME_OUT = 20_000
"""Milliseconds.  Each obligation takes 5 to 150 of them; the rest is for a busy machine."""

BOX = 9
"""Counterexamples are first looked for among integers of at most this size, where z3 cannot get lost."""


@dataclass(frozen=True)
class Answer:
    """``verdict`` is "unsat" (the sequent holds), "sat" (with ``values`` that break it) or "unknown"."""

    verdict: str
    values: dict[str, int]


def ask(hypotheses: Sequence[Term], conclusion: Term, time_out: int = TIME_OUT, box: int | None = None) -> Answer:
    """What z3 says about ``hypotheses |- conclusion``; with a ``box``, for integers of at most that size only."""
    z3 = import_module("z3")
    solver = z3.Solver()
    solver.set("timeout", time_out)
    solver.from_string(smtlib(hypotheses, conclusion))
    names = [name for name, arity in names_of((*hypotheses, conclusion)) if arity == VARIABLE]
    if box is not None:
        solver.add(*(bound for name in names for bound in (-box <= z3.Int(symbol(name)), z3.Int(symbol(name)) <= box)))
    verdict = str(solver.check())
    if verdict != "sat":
        return Answer(verdict, {})
    model = {str(each): solver.model()[each].as_long() for each in solver.model() if each.arity() == 0}
    return Answer(verdict, {name: model.get(symbol(name), 0) for name in names})


def refute(hypotheses: Sequence[Term], conclusion: Term) -> Answer:
    """Integers that meet the hypotheses and break the conclusion, small ones if there are any."""
    small = ask(hypotheses, conclusion, box=BOX)
    return small if small.verdict == "sat" else ask(hypotheses, conclusion)


def is_counterexample(values: dict[str, int], hypotheses: Sequence[Term], conclusion: Term) -> bool:
    """Whether the integers meet every hypothesis and not the conclusion, by the kernel terms' own meaning."""
    environment = Environment(integers=values)
    return all(holds(h, environment) for h in hypotheses) and not holds(conclusion, environment)
