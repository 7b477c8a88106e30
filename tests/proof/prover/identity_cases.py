"""The identities of identities.toml and more_identities.toml as terms, and numbers at which false ones fail."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from symstride import Identity
from symstride.errors import NotSupported
from symstride.proof.kernel.terms import VARIABLE, Term, names_of
from symstride.proof.language.meaning import INTEGERS, Environment, evaluate, holds


@dataclass(frozen=True)
class Case:
    name: str
    kind: str
    left: str
    right: str
    given: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    letters: str = ""
    true: bool = True

    def statement(self, axes: int = 1) -> tuple[list[Term], Term, Term]:
        """Hypotheses, left side, right side."""
        subject = Identity(self.left, self.right, self.given, dict(self.where), self.letters).subject(axes)
        terms = subject.reading.terms
        return list(subject.hypotheses), terms["left"], terms["right"]


def read_cases(file: str = "identities.toml") -> list[Case]:
    table = tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8"))
    return [
        Case(**{key: tuple(map(_frozen, x)) if type(x) is list else x for key, x in row.items()})
        for row in table["identity"]
    ]


def _frozen(x: object) -> object:
    return tuple(x) if isinstance(x, list) else x


class _Entries(dict):
    """Every tensor that is asked for, with small numbers at its indices."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def __missing__(self, key: tuple[str, int]):
        return lambda *index: random.Random(f"{self.seed} {key} {index}").randint(-3, 3)


def counterexample(given: Sequence[Term], left: Term, right: Term, trials: int = 400) -> dict[str, int] | None:
    """Integers that meet the hypotheses and at which the sides differ."""
    names = sorted(name for name, arity in names_of((*given, left, right)) if arity == VARIABLE)
    rng = random.Random(1)
    for n in range(trials):
        at = {name: rng.choice((0, 1, 1, 2, 2, 3, 4, 5, -1)) for name in names}
        scalars = any(f.args[0].sort == "S" for f in given)
        env = Environment(INTEGERS, at, _Opposite(n) if scalars else _Entries(n), {"relu": lambda x: x * x - 2 * x})
        try:
            met = all(holds(f, env, limit=5_000) for f in given)
            if met and evaluate(left, env, limit=5_000) != evaluate(right, env, limit=5_000):
                return at
        except NotSupported:
            continue
    return None


class _Opposite(_Entries):
    """The same with b = -a, for hypotheses such as a[0] + b[0] = 0."""

    def __missing__(self, key: tuple[str, int]):
        if key[0] == "b":
            return lambda *index: -self["a", key[1]](*index)
        return super().__missing__(key)
