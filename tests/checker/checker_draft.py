"""Certificates written by hand.

Terms are written in prefix form: an integer is a number, a string a variable, ``#0`` a bound index, and
``("add", "x", 1)`` is x + 1.  A definition is ``("define", name, body, parameters)``.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from symstride.proof.kernel.rules import RULES

Form = Any
BIG = 2**53 - 1


class Case(NamedTuple):
    name: str
    text: str
    accepted: bool


PLAIN_FIRST = ("entry", "apply", "map", "num", "nat", "bound", "var")
"""Nodes whose first argument is a name or a number, not a term."""


class Draft:
    """A certificate in the making: terms are written down once, on first use."""

    def __init__(self) -> None:
        self.terms: list[Any] = []
        self.steps: list[Any] = []
        self.claims: list[Any] = []
        self.positions: dict[str, int] = {}
        self.known: dict[int, tuple[Form, int]] = {}

    def row(self, *row: Any) -> int:
        """The position of a row of terms that is written as it stands."""
        key = json.dumps(row)
        if key not in self.positions:
            self.positions[key] = len(self.terms)
            self.terms.append(list(row))
        return self.positions[key]

    def term(self, form: Form) -> int:
        """The position of a term; a form that occurs often, as one object, is looked at once."""
        if not isinstance(form, tuple) or id(form) not in self.known:
            self.known[id(form)] = form, self._term(form)
        return self.known[id(form)][1]

    def _term(self, form: Form) -> int:
        if isinstance(form, At):
            return form.position
        if isinstance(form, int):
            return self.row("num", form)
        if isinstance(form, str):
            return self.row("bound", int(form[1:])) if form.startswith("#") else self.row("var", form)
        tag, *parts = form
        if tag == "define":
            name, body, parameters = parts
            return self.row(tag, name, self.term(body), parameters)
        plain = 1 if tag in PLAIN_FIRST else 0
        return self.row(tag, *parts[:plain], *map(self.term, parts[plain:]))

    def step(self, rule: str, *args: Any) -> int:
        """One step; terms among its arguments are given as forms, earlier steps by position."""
        self.steps.append([rule, *map(self._argument, RULES[rule].kinds, args)])
        return len(self.steps) - 1

    def _argument(self, kind: str, x: Any) -> Any:
        match kind:
            case "formula" | "integer" | "term" | "definition":
                return self.term(x)
            case "substitution":
                return [[name, arity, self.term(value)] for name, arity, value in x]
            case "equations":
                return [[self.term(p), step] for p, step in x]
        return x

    def assume(self, form: Form) -> int:
        return self.step("assume", form)

    def claim(self, hyps: list[Form], concl: Form, step: int | None = None, name: str = "c") -> Draft:
        position = len(self.steps) - 1 if step is None else step
        self.claims.append([name, [self.term(h) for h in hyps], self.term(concl), position])
        return self

    def text(self, about: Any = None) -> str:
        fields = {"format": "symstride-certificate-1", "about": {} if about is None else about}
        return canonical({**fields, "terms": self.terms, "steps": self.steps, "claims": self.claims})


class At(NamedTuple):
    """A term by its position."""

    position: int


def canonical(data: Any) -> str:
    return json.dumps(data, separators=(",", ":")) + "\n"


def lt(a: Form, b: Form) -> Form:
    return ("le", ("add", a, 1), b)


def minus(a: Form, b: Form) -> Form:
    return ("add", a, ("mul", -1, b))


def ring(s: Form, t: Form) -> str:
    """The certificate of s = t by the rule ring."""
    draft = Draft()
    draft.step("ring", s, t)
    return draft.claim([], ("eq", s, t)).text()


def same(t: Form) -> str:
    """The certificate of t = t: accepted if the term is."""
    return ring(t, t)


def doubled(draft: Draft, tag: str, leaf: Form, times: int) -> At:
    """leaf combined with itself, and the result with itself, and so on: a small text with a large tree."""
    at = draft.term(leaf)
    for _ in range(times):
        at = draft.row(tag, at, at)
    return At(at)


def balanced(tag: str, leaves: list[Form]) -> Form:
    """The leaves combined to a tree of small height."""
    if len(leaves) == 1:
        return leaves[0]
    half = len(leaves) // 2
    return (tag, balanced(tag, leaves[:half]), balanced(tag, leaves[half:]))


def repeated(tag: str, leaf: Form, count: int) -> Form:
    """The same with equal leaves; equal parts are one object."""
    made: dict[int, Form] = {1: leaf}

    def part(n: int) -> Form:
        if n not in made:
            made[n] = (tag, part(n // 2), part(n - n // 2))
        return made[n]

    return part(count)


def tower(height: int, leaf: Form = "x") -> Form:
    """A term of that height."""
    t = leaf
    for _ in range(height - 1):
        t = ("div", t, "y")
    return t
