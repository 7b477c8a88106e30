"""Integer sequents as SMT-LIB 2, for a solver that shares no code with the kernel.

    smtlib([at_most(1, "b"), at_most("x", "y")], at_most("x // b", "y // b"))

asks whether there are integers that meet the hypotheses and not the conclusion: ``unsat`` means that the sequent holds
for all integers, ``sat`` comes with a counterexample.  Only formulas on integers can be said: no scalars, no sums.

Division is the kernel's, total and rounding down: ``a div 0 = 0`` and ``a mod b = a - b*(a div b)``.  SMT-LIB's own
``div`` leaves ``b = 0`` open and rounds so that the remainder is never negative, which is rounding down for ``b > 0``
only; for ``b < 0`` we use ``a div b = (-a) div (-b)``.  Source: theory Ints of the SMT-LIB standard, version 2.6.
"""

from __future__ import annotations

from collections.abc import Iterable

from symstride.errors import NotSupported
from symstride.proof.kernel.terms import VARIABLE, Term, names_of, show

LOGIC = "QF_NIA"
"""Quantifier-free nonlinear integer arithmetic: products and quotients of variables occur."""

PRELUDE = """\
(define-fun floor.div ((a Int) (b Int)) Int
  (ite (= b 0) 0 (ite (> b 0) (div a b) (div (- a) (- b)))))
(define-fun floor.mod ((a Int) (b Int)) Int (- a (* b (floor.div a b))))
"""
"""Division as the kernel means it.  A dot cannot stand in a kernel's name, so these two clash with none."""

OPERATORS = {"add": "+", "mul": "*", "div": "floor.div", "mod": "floor.mod", "eq": "=", "le": "<="}
"""Kernel nodes with two arguments, and the SMT-LIB functions that they become."""

RESERVED = frozenset(
    "BINARY Bool DECIMAL HEXADECIMAL Int NUMERAL Real STRING String abs and as assert distinct div echo exists exit"
    " false forall ite let match mod not or par pop push reset true xor".split()
)
"""Names that mean something in SMT-LIB already."""


def smtlib(hypotheses: Iterable[Term], conclusion: Term) -> str:
    """A script that is unsatisfiable exactly when ``hypotheses |- conclusion`` holds for all integers.

    The hypotheses keep their order, so equal requests give equal texts.  Refuses, with NotSupported, formulas that
    mention scalars: brackets, tensor entries, sums.
    """
    given = tuple(hypotheses)
    names = sorted(name for name, arity in names_of((*given, conclusion)) if arity == VARIABLE)
    lines = [f"(set-logic {LOGIC})", PRELUDE.rstrip()]
    lines += [f"(declare-const {symbol(name)} Int)" for name in names]
    lines += [f"(assert {expression(formula)})" for formula in given]
    lines += [f"(assert (not {expression(conclusion)}))", "(check-sat)", "(get-model)"]
    return "\n".join(lines) + "\n"


def symbol(name: str) -> str:
    """The name of a variable in the script: its own, with a dot behind where SMT-LIB has taken it."""
    return f"{name}." if name in RESERVED else name


def expression(term: Term) -> str:
    """An integer, or a formula on integers, in SMT-LIB's notation."""
    if term.tag == "num":
        n = term.args[0]
        return str(n) if n >= 0 else f"(- {-n})"
    if term.tag == "var":
        return symbol(term.args[0])
    if term.tag in OPERATORS and term.args[0].sort == "I":
        left, right = map(expression, term.args)
        return f"({OPERATORS[term.tag]} {left} {right})"
    found = f"{term.tag}: {show(term)[:80]}"
    raise NotSupported(
        "smtlib(hypotheses, conclusion)", "formulas on integers", found, "export integer statements only"
    )


def is_integer_statement(hypotheses: Iterable[Term], conclusion: Term) -> bool:
    """Whether ``smtlib`` can say it: nothing but integers occurs."""
    return all(map(_integers_only, (*hypotheses, conclusion)))


def _integers_only(term: Term) -> bool:
    if term.tag in ("num", "var"):
        return True
    return term.tag in OPERATORS and term.args[0].sort == "I" and all(map(_integers_only, term.args))
