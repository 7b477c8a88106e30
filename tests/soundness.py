"""What the soundness tests share: checks that survive ``python -O``, random terms, random environments, and the search
for a counterexample to a sequent.

Under ``-O`` Python removes every ``assert``, pytest's too, so tests/proof and tests/refusals say ``check`` and
``refused`` instead; ``python -O -m pytest tests/proof tests/refusals`` then tests as much as without ``-O``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from random import Random
from typing import Any

import pytest
from symstride.proof.kernel.polynomials import Atom, Polynomial

import symstride.proof.lemmas
from symstride.errors import NotSupported
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import VARIABLE, KernelError, Key, Term, make, names_of, num
from symstride.proof.language.meaning import (
    BOOLEANS,
    FORMAL,
    FRACTIONS,
    INTEGERS,
    MAX_PLUS,
    MODULO_FOUR,
    SEMIRINGS,
    Environment,
    Semiring,
    evaluate,
    holds,
    indeterminate,
)
from symstride.proof.lemmas import LEMMAS


def check(condition: bool, *message: object) -> None:
    """Fail the test unless the condition holds."""
    if not condition:
        pytest.fail(" ".join(map(str, message)) or "the condition does not hold")


def refused(fragment: str, kind: type[Exception] = KernelError) -> Any:
    """``with refused("a part of the message"):`` the block must be refused, for that reason."""
    return pytest.raises(kind, match=re.escape(fragment))


# ------------------------------------------------------------------------------------------------ random environments


def _formal_entry(rng: Random, name: object) -> Any:
    return indeterminate(str(name))


PICKS: Mapping[str, Callable[[Random, object], Any]] = {
    INTEGERS.name: lambda rng, name: rng.randint(-4, 4),
    FRACTIONS.name: lambda rng, name: Fraction(rng.randint(-6, 6), rng.randint(1, 4)),
    MAX_PLUS.name: lambda rng, name: rng.choice([-inf, -2, -1, 0, 1, 3]),
    BOOLEANS.name: lambda rng, name: rng.random() < 0.5,
    MODULO_FOUR.name: lambda rng, name: rng.randint(0, 3),
    FORMAL.name: _formal_entry,
}
"""A random element of each semiring; in the free one every entry is an indeterminate of its own."""


class Sampled(dict[Any, Any]):
    """Functions by name, made when they are asked for: each value is drawn once and remembered."""

    def __init__(self, semiring: Semiring, rng: Random) -> None:
        super().__init__()
        self.pick, self.rng = PICKS[semiring.name], rng

    def __missing__(self, key: Any) -> Callable[..., Any]:
        values: dict[Any, Any] = {}

        def function(*arguments: Any) -> Any:
            if arguments not in values:
                values[arguments] = self.pick(self.rng, (key, arguments))
            return values[arguments]

        self[key] = function
        return function


def random_environment(semiring: Semiring, rng: Random, integers: Mapping[str, int]) -> Environment:
    return Environment(semiring, dict(integers), Sampled(semiring, rng), Sampled(semiring, rng))


def random_integers(keys: Iterable[Key], rng: Random) -> dict[str, int]:
    """Small integers for the variables among the keys, often not negative, often positive."""
    names = sorted(name for name, arity in keys if arity == VARIABLE)
    return {name: rng.choice([rng.randint(-3, 4), rng.randint(0, 3), rng.randint(1, 3)]) for name in names}


# ------------------------------------------------------------------------------------------------ counterexamples


@dataclass(frozen=True)
class Verdict:
    """``samples`` environments satisfied all hypotheses; ``counterexample`` is one where the conclusion failed."""

    samples: int
    counterexample: str | None


def examine(hyps: Iterable[Term], concl: Term, rng: Random, want: int = 12, tries: int = 400) -> Verdict:
    """Evaluate a sequent in all semirings on random environments until ``want`` of them satisfied the hypotheses."""
    hyps = sorted(hyps, key=lambda f: (f.size, str(f)))
    keys = names_of((*hyps, concl))
    samples = 0
    for n in range(tries):
        semiring = SEMIRINGS[n % len(SEMIRINGS)]
        environment = random_environment(semiring, rng, random_integers(keys, rng))
        try:
            _solve_equations(hyps, environment)
            if not all(holds(h, environment, limit=2000) for h in hyps):
                continue
            true = holds(concl, environment, limit=2000)
        except NotSupported:
            continue
        samples += 1
        if not true:
            return Verdict(samples, f"{semiring.name}, {environment.integers}")
        if samples == want:
            break
    return Verdict(samples, None)


def _solve_equations(hyps: list[Term], environment: Environment) -> None:
    """Give x the value of t where a hypothesis says x = t or t = x: random integers would seldom satisfy it."""
    for h in hyps:
        for x, t in (h.args, h.args[::-1]):
            if h.tag == "eq" and x.tag == "var" and x.free.isdisjoint(t.free):
                environment.integers[x.args[0]] = evaluate(t, environment, limit=2000)  # type: ignore[index]  # a dict
                break


def check_true(hyps: Iterable[Term], concl: Term, rng: Random, want: int = 12, tries: int = 400) -> int:
    """Fail when a counterexample turns up; the number of satisfying samples."""
    hyps = tuple(hyps)
    verdict = examine(hyps, concl, rng, want, tries)
    if verdict.counterexample:
        pytest.fail(f"FALSE: {', '.join(map(str, hyps))} |- {concl} at {verdict.counterexample}")
    return verdict.samples


def check_false(hyps: Iterable[Term], concl: Term, rng: Random) -> None:
    """Fail unless a counterexample turns up: the identity that a test tries to prove is really false."""
    verdict = examine(hyps, concl, rng, want=2000, tries=6000)
    check(verdict.counterexample is not None, "no counterexample in", verdict.samples, "samples:", concl)


# ------------------------------------------------------------------------------------------------ random terms


@dataclass
class Grammar:
    """Random terms over a few names.  ``loose`` is the number of enclosing binders."""

    rng: Random
    variables: tuple[str, ...] = ("a", "b", "e", "lo", "hi", "v", "x", "n")
    tensors: tuple[Key, ...] = (("g", 2), ("f", 1), ("c", 0))
    definitions: tuple[Term, ...] = ()
    function: str = "phi"

    def integer(self, depth: int, loose: int = 0) -> Term:
        kind = self.rng.randint(0, 9) if depth > 0 else self.rng.randint(0, 2)
        if kind == 0:
            return num(self.rng.randint(-3, 3))
        if kind == 1 and loose:
            return make("bound", self.rng.randrange(loose))
        if kind <= 2:
            return make("var", self.rng.choice(self.variables))
        tag = self.rng.choice(["add", "add", "mul", "div", "mod"])
        return make(tag, self.integer(depth - 1, loose), self.integer(depth - 1, loose))

    def formula(self, depth: int, loose: int = 0) -> Term:
        return make(self.rng.choice(["eq", "le"]), self.integer(depth, loose), self.integer(depth, loose))

    def scalar(self, depth: int, loose: int = 0) -> Term:
        kind = self.rng.randint(0, 11) if depth > 0 else self.rng.randint(0, 2)
        if kind == 0:
            return make("nat", self.rng.randint(0, 2))
        if kind <= 2:
            name, arity = self.rng.choice(self.tensors)
            return make("entry", name, *(self.integer(1, loose) for _ in range(arity)))
        if kind == 3:
            return make("bracket", self.formula(1, loose))
        if kind == 4 and self.rng.random() < 0.3:
            return make("apply", self.function, self.scalar(depth - 1, loose))
        if kind <= 6:
            return make("sum", self.integer(1, loose), self.integer(1, loose), self.scalar(depth - 1, loose + 1))
        if kind == 7 and self.definitions:
            return self.use(self.rng.choice(self.definitions), depth - 2, loose)
        tag = self.rng.choice(["add", "mul"])
        return make(tag, self.scalar(depth - 1, loose), self.scalar(depth - 1, loose))

    def use(self, definition: Term, depth: int, loose: int) -> Term:
        return make("use", definition, *(self.value(key, depth, loose) for key in definition.args[2]))

    def value(self, key: Key, depth: int, loose: int = 0) -> Term:
        """Something that fits the key: an integer, or a map of as many indices."""
        arity = key[1]
        if arity == VARIABLE:
            return self.integer(1, loose)
        return make("map", arity, self.scalar(depth, loose + arity))


def sample_definition() -> Term:
    """twist(g; u, v) = (sum_{u <= q < v+2} g[q, u*v]) * g[v, u]: a binder, a product of parameters, two uses of g."""
    u, v, q = make("var", "u"), make("var", "v"), make("bound", 0)
    total = make("sum", u, make("add", v, num(2)), make("entry", "g", q, make("mul", u, v)))
    body = make("mul", total, make("entry", "g", v, u))
    return make("define", "twist", body, (("g", 2), ("u", VARIABLE), ("v", VARIABLE)))


# ------------------------------------------------------------------------------------------------ normal forms


def polynomial_value(p: Polynomial, sort: str, environment: Environment, bound: tuple[int, ...] = ()) -> Any:
    """The value of a normal form, computed from its atoms alone."""
    semiring = environment.semiring if sort == "S" else INTEGERS
    total = semiring.zero
    for monomial, coefficient in p:
        term = semiring.multiple(coefficient) if sort == "S" else coefficient
        for atom, exponent in monomial:
            value = atom_value(atom, environment, bound)
            for _ in range(exponent):
                term = semiring.mul(term, value)
        total = semiring.add(total, term)
    return total


def atom_value(atom: Atom, environment: Environment, bound: tuple[int, ...]) -> Any:
    tag, *parts = atom.form
    semiring = environment.semiring

    def integer(p: Polynomial) -> int:
        return int(polynomial_value(p, "I", environment, bound))

    match tag:
        case "var":
            return environment.integers[parts[0]]
        case "bound":
            return bound[parts[0]]
        case "div" | "mod":
            a, b = map(integer, parts)
            return (a // b if b else 0) if tag == "div" else (a % b if b else a)
        case "entry":
            return environment.tensors[parts[0], len(parts) - 1](*map(integer, parts[1:]))
        case "apply":
            return environment.functions[parts[0]](polynomial_value(parts[1], "S", environment, bound))
        case "bracket":
            n = integer(parts[1])
            return semiring.one if (n == 0 if parts[0] == "eq" else n >= 0) else semiring.zero
        case "sum":
            low, high = map(integer, parts[:2])
            if high - low > 100:
                raise NotSupported("polynomial_value", "a short sum", "a long one", "another sample")
            total = semiring.zero
            for v in range(low, high):
                total = semiring.add(total, polynomial_value(parts[2], "S", environment, (v, *bound)))
            return total
    raise KernelError(f"no value for an atom {tag}")


# ------------------------------------------------------------------------------------------------ what there is


def lemmas() -> dict[str, Theorem]:
    """Every lemma, proved; importing the modules enters their lemmas into LEMMAS."""
    package = symstride.proof.lemmas
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    return {name: lemma() for name, lemma in LEMMAS.items()}


def theorems(axes: Iterable[int] = (1, 2)) -> dict[str, Theorem]:
    """Every claim of every theorem of the catalogue, for d axes."""
    from symstride.proof.theorems.catalogue import PROOFS, prove_theorem  # proves some lemmas already

    return {
        f"{name}, {claim}, d = {d}": theorem
        for d in axes
        for name in PROOFS
        for claim, theorem in prove_theorem(name, d).claims.items()
    }
