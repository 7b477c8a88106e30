"""Writing certificates: the derivations of some theorems as plain data.  Untrusted: ``replay`` checks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from symstride.proof.kernel.replay import FORMAT, canonical
from symstride.proof.kernel.rules import RULES, Theorem
from symstride.proof.kernel.terms import Term
from symstride.proof.repeatable import ordered


def premises(theorem: Theorem) -> Iterator[Theorem]:
    """The theorems that the last step of a derivation used, in order."""
    name, args = theorem.step
    for kind, x in zip(RULES[name].kinds, args):
        match kind:
            case "theorem":
                yield x
            case "products":
                for _, factors in x:
                    yield from factors
            case "equations":
                for _, equation in x:
                    yield equation


def derivation(*theorems: Theorem) -> list[Theorem]:
    """Every theorem in the derivations of the given ones, premises first, each once (compared as objects)."""
    order: list[Theorem] = []
    done: set[int] = set()
    stack = list(reversed(theorems))
    while stack:
        theorem = stack[-1]
        missing = [p for p in premises(theorem) if id(p) not in done]
        stack.extend(reversed(missing))
        if not missing:
            stack.pop()
            if id(theorem) not in done:
                done.add(id(theorem))
                order.append(theorem)
    return order


def certificate(claims: Mapping[str, Theorem], about: Mapping[str, Any]) -> dict[str, Any]:
    """The certificate, as data, of some named theorems; equal steps are written once."""
    return _Writer().write(claims, about)


def certificate_text(claims: Mapping[str, Theorem], about: Mapping[str, Any]) -> str:
    """The certificate as its canonical text, closed by one line end."""
    return written(claims, about).text


class Written(NamedTuple):
    """A certificate's text, and which of its steps makes which theorem: numbers of steps by the theorems' ``id``."""

    text: str
    step_at: Mapping[int, int]


def written(claims: Mapping[str, Theorem], about: Mapping[str, Any]) -> Written:
    """The certificate as its canonical text, closed by one line end, with the places of its theorems."""
    writer = _Writer()
    text = canonical(writer.write(claims, about)) + "\n"
    return Written(text, writer.step_at)


class _Writer:
    def __init__(self) -> None:
        self.terms: list[list[Any]] = []
        self.steps: list[list[Any]] = []
        self.term_at: dict[Term, int] = {}
        self.step_at: dict[int, int] = {}
        self.same_step: dict[str, int] = {}

    def write(self, claims: Mapping[str, Theorem], about: Mapping[str, Any]) -> dict[str, Any]:
        for theorem in derivation(*claims.values()):
            self._step(theorem)
        rows: list[list[Any]] = []
        for name, theorem in claims.items():
            hyps = [self._term(f) for f in ordered(theorem.hyps)]
            rows.append([name, hyps, self._term(theorem.concl), self.step_at[id(theorem)]])
        return {"format": FORMAT, "about": dict(about), "terms": self.terms, "steps": self.steps, "claims": rows}

    def _step(self, theorem: Theorem) -> None:
        name, args = theorem.step
        row = [name, *(self._step_argument(kind, x) for kind, x in zip(RULES[name].kinds, args))]
        position = self.same_step.setdefault(canonical(row), len(self.steps))
        if position == len(self.steps):
            self.steps.append(row)
        self.step_at[id(theorem)] = position

    def _step_argument(self, kind: str, x: Any) -> Any:
        match kind:
            case "theorem":
                return self.step_at[id(x)]
            case "name":
                return x
            case "key":
                return list(x)
            case "substitution":
                return [[*key, self._term(value)] for key, value in x]
            case "products":
                return [[n, [self.step_at[id(th)] for th in factors]] for n, factors in x]
            case "equations":
                return [[self._term(p), self.step_at[id(th)]] for p, th in x]
        return self._term(x)

    def _term(self, term: Term) -> int:
        if term not in self.term_at:
            row = [term.tag, *map(self._term_argument, term.args)]
            self.term_at[term] = len(self.terms)
            self.terms.append(row)
        return self.term_at[term]

    def _term_argument(self, x: Any) -> Any:
        if type(x) is Term:
            return self._term(x)
        return [list(key) for key in x] if type(x) is tuple else x
