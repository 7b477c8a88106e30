"""Random small identities: true ones by rewriting, false ones by damage, and pairs of texts that happen to agree.

``true`` is nowhere taken for granted: a rewriting that is wrong would show as an identity that fails on numbers.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from text_mutation import changed

from benchmarks.identities.numbers import examined
from symstride.errors import SymstrideError
from symstride.proof.language.notation.parsing import one_line
from symstride.proof.statements.identity import IdentitySubject

GIVEN = {"s": "1 <= s", "m": "0 <= m"}
"""The hypothesis that goes with a name."""
KINDS = ("rewritten", "damaged", "pair", "rewritten", "neighbours")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PYTHON = frozenset("sum for in range if else and or not".split())


@dataclass(frozen=True)
class Drawn:
    """One identity, and how it came about."""

    subject: IdentitySubject
    kind: str


# ------------------------------------------------------------------------- texts


class Drawer:
    """Draws small texts: at most two sums, products, brackets, choices, entries of x, h and z, quotients by s or 2."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def index(self, names: Sequence[str]) -> str:
        a, b = self.rng.choice(names), self.rng.choice((*names, "1", "2"))
        return self.rng.choice(
            (a, a, f"{a} + {b}", f"{a} - {b}", f"s*{a} + {b}", f"2*{a}", f"{a}//s", f"{a} % s", f"n - 1 - {a}",
             f"({a} + {b})//s", f"({a} + {b}) % 2")
        )  # fmt: skip

    def condition(self, names: Sequence[str]) -> str:
        sign = self.rng.choice(("<", "<=", "==", "!="))
        return f"{self.index(names)} {sign} {self.index(names)}"

    def scalar(self, depth: int, names: tuple[str, ...] = ("n", "j")) -> str:
        if depth == 0:
            leaf = self.rng.choice(("x", "h", "x", "h", "z", "c", "bracket"))
            if leaf == "bracket":
                return f"[{self.condition(names)}]"
            return leaf if leaf == "c" else f"{leaf}[{self.index(names)}]"
        match self.rng.choice(("sum", "sum", "product", "plus", "choice", "leaf")):
            case "sum":
                letter = next(name for name in ("i", "k", "q", "r") if name not in names)
                end = self.rng.choice(("n", "n", "s", "m", "n + 1", "s*m", "3", *names))
                start = self.rng.choice(("", "", "1, ", f"{self.rng.choice(names)}, "))
                test = f" if {self.condition((*names, letter))}" if self.rng.random() < 0.2 else ""
                body = self.scalar(depth - 1, (*names, letter))
                return f"sum({body} for {letter} in range({start}{end}){test})"
            case "product":
                return f"({self.scalar(depth - 1, names)})*({self.scalar(0, names)})"
            case "plus":
                return f"{self.scalar(depth - 1, names)} + {self.scalar(0, names)}"
            case "choice":
                return f"({self.scalar(depth - 1, names)} if {self.condition(names)} else {self.scalar(0, names)})"
        return self.scalar(0, names)


def _subject(left: str, right: str) -> IdentitySubject:
    """The two sides with the hypotheses of their names."""
    words = set(WORD.findall(f"{left} {right}"))
    given = tuple(text for name, text in GIVEN.items() if name in words)
    return IdentitySubject(one_line(left, "left"), one_line(right, "right"), given)


# ------------------------------------------------------------------------- rewriting

Rewriting = Callable[[ast.AST, Random, str], ast.AST | None]
"""A node, and a name that is nowhere used; None where it does not apply."""


class _Put(ast.NodeTransformer):
    """An integer in the place of a name."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return _tree(self.value) if node.id == self.name else node


def _tree(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _text(node: ast.AST) -> str:
    return ast.unparse(node)


def _at(node: ast.AST, name: str, value: str) -> str:
    return _text(_Put(name, value).visit(_tree(_text(node))))


def _single_sum(node: ast.AST) -> tuple[ast.expr, str, str, str] | None:
    """Body, letter and ends of a sum over one letter without a test."""
    match node:
        case ast.Call(
            func=ast.Name(id="sum"),
            args=[
                ast.GeneratorExp(
                    elt=body, generators=[ast.comprehension(target=target, iter=ast.Call(args=ends), ifs=[])]
                )
            ],
        ):
            low, high = ("0", _text(ends[0])) if len(ends) == 1 else map(_text, ends)
            return body, _text(target), low, high
    return None


def commute(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """a + b is b + a, a*b is b*a."""
    match node:
        case ast.BinOp(left=a, op=ast.Add() | ast.Mult() as op, right=b):
            return ast.BinOp(b, op, a)
    return None


def distribute(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """(a + b)*c is a*c + b*c."""
    match node:
        case ast.BinOp(left=ast.BinOp(left=a, op=ast.Add(), right=b), op=ast.Mult(), right=c):
            return _tree(f"({_text(a)})*({_text(c)}) + ({_text(b)})*({_text(c)})")
    return None


def reverse(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A sum from behind."""
    if (found := _single_sum(node)) is None:
        return None
    body, letter, low, high = found
    return _tree(f"sum({_at(body, letter, f'({low}) + ({high}) - 1 - {letter}')} for {letter} in range({low}, {high}))")


def shift(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A sum whose letter begins elsewhere."""
    if (found := _single_sum(node)) is None:
        return None
    body, letter, low, high = found
    by = rng.choice(("1", "2", "n"))
    return _tree(f"sum({_at(body, letter, f'({letter} - {by})')} for {letter} in range({low} + {by}, {high} + {by}))")


def cut(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A sum over what lies below a bound, and over the rest."""
    if (found := _single_sum(node)) is None:
        return None
    body, letter, low, high = found
    bound = rng.choice(("1", "2", "n", "j"))
    parts = [
        f"sum({_text(body)} for {letter} in range({low}, {high}) if {letter} {sign} {bound})" for sign in ("<", ">=")
    ]
    return _tree(" + ".join(parts))


def blocks(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A sum over 0, ..., s*b - 1 by quotients and remainders."""
    if (found := _single_sum(node)) is None:
        return None
    body, letter, low, high = found
    factor = re.fullmatch(r"s \* (\w+)", high)
    if low != "0" or factor is None:
        return None
    inner = _at(body, letter, f"(s*{letter} + {fresh})")
    return _tree(f"sum({inner} for {letter} in range({factor[1]}) for {fresh} in range(s))")


def test_as_factor(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A test of a sum as a bracket."""
    match node:
        case ast.Call(
            func=ast.Name(id="sum"),
            args=[ast.GeneratorExp(elt=body, generators=[ast.comprehension(target=target, iter=places, ifs=[test])])],
        ):
            return _tree(f"sum([{_text(test)}]*({_text(body)}) for {_text(target)} in {_text(places)})")
    return None


def choice_as_brackets(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """a if P else b is [P]*a + [not P]*b."""
    match node:
        case ast.IfExp(test=test, body=a, orelse=b):
            return _tree(f"[{_text(test)}]*({_text(a)}) + [not ({_text(test)})]*({_text(b)})")
    return None


def into_sum(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """A factor inside a sum."""
    match node:
        case ast.BinOp(left=a, op=ast.Mult(), right=b):
            for s, factor in ((a, b), (b, a)):
                found = _single_sum(s)
                if found is not None and found[1] not in WORD.findall(_text(factor)):
                    body, letter, low, high = found
                    return _tree(f"sum(({_text(body)})*({_text(factor)}) for {letter} in range({low}, {high}))")
    return None


def divide(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """An index by its quotient and remainder."""
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            t = _text(index)
            return _tree(f"{name}[s*(({t})//s) + ({t}) % s]")
    return None


def delta(node: ast.AST, rng: Random, fresh: str) -> ast.AST | None:
    """An entry as a sum over the places around it."""
    match node:
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            t = _text(index)
            return _tree(f"sum([{fresh} == {t}]*{name}[{fresh}] for {fresh} in range(({t}) - 1, ({t}) + 2))")
    return None


REWRITINGS: tuple[Rewriting, ...] = (
    commute, distribute, reverse, shift, cut, blocks, test_as_factor, choice_as_brackets, into_sum, divide, delta,
)  # fmt: skip


def rewritten(text: str, rng: Random, steps: int) -> str:
    """The text after so many rewritings, each at a random place."""
    tree = _tree(text)
    for _ in range(steps):
        fresh = next(name for name in ("u", "v", "t", "p", "l", "o") if name not in WORD.findall(_text(tree)))
        every = ((node, rule(node, rng, fresh)) for node in ast.walk(tree) for rule in REWRITINGS)
        places = [(node, new) for node, new in every if new is not None]
        if not places:
            break
        tree = _tree(_text(_Replace(*rng.choice(places)).visit(tree)))
    return _text(tree)


class _Replace(ast.NodeTransformer):
    def __init__(self, place: ast.AST, new: ast.AST) -> None:
        self.place, self.new = place, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.place else super().generic_visit(node)


# ------------------------------------------------------------------------- identities


def drawn(rng: Random) -> Iterator[Drawn]:
    """Identities without end, distinct up to the names in them and the order of the sides, none of them t = t."""
    known = set[str]()
    agreeing = pairs(rng)
    for kind in itertools.cycle(KINDS):
        while True:
            found = next(agreeing) if kind == "pair" else _of_kind(kind, rng)
            if _means_two_terms(found.subject) and (form := canonical_form(found.subject)) not in known:
                known.add(form)
                yield found
                break


def _of_kind(kind: str, rng: Random) -> Drawn:
    text = Drawer(rng).scalar(rng.choice((1, 2, 2)))
    other = text if kind == "neighbours" else rewritten(text, rng, rng.choice((1, 2, 3)))
    return Drawn(_subject(text, other if kind == "rewritten" else changed(other, rng) or "0"), kind)


def pairs(rng: Random) -> Iterator[Drawn]:
    """Pairs of independent small texts that have the same values at some numbers: many, but not all, are identities."""
    known: dict[tuple[object, ...], list[str]] = {}
    while True:
        text = one_line(Drawer(rng).scalar(rng.choice((0, 1, 1)), ("n", "j")), "a text")
        values = _fingerprint(text)
        if values is None:
            continue
        others = known.setdefault(values, [])
        if text not in others:
            yield from (Drawn(_subject(text, other), "pair") for other in others[:3])
            others.append(text)


def _fingerprint(text: str) -> tuple[object, ...] | None:
    """Values at few numbers, so that some pairs agree here and nowhere else."""
    from benchmarks.identities.numbers import values_of

    return values_of(_subject(text, "0"), ({"n": 1, "j": 0, "s": 1, "m": 1}, {"n": 2, "j": 1, "s": 2, "m": 1}))


def _means_two_terms(subject: IdentitySubject) -> bool:
    """Is it in the notation, with two sides that are not one term?"""
    try:
        terms = subject.reading.terms
    except SymstrideError:
        return False
    return terms["left"] is not terms["right"]


def canonical_form(subject: IdentitySubject) -> str:
    """The texts with names by order of appearance; of both orders of the sides the smaller one."""

    def form(*texts: str) -> str:
        names: dict[str, str] = {}

        def renamed(found: re.Match[str]) -> str:
            word = found[0]
            return word if word in PYTHON else names.setdefault(word, f"a{len(names)}")

        return WORD.sub(renamed, ";".join(texts))

    given = tuple(sorted(subject.given))
    return min(form(subject.left, subject.right, *given), form(subject.right, subject.left, *given))


def is_true(subject: IdentitySubject, rng: Random, more: int = 40) -> bool | None:
    """By numbers, ``more`` of them random; None where there are none that tell, or a side has no value."""
    found = examined(subject, rng, more)
    if found.failure:
        return False
    return True if found.compared >= 8 and found.good else None
