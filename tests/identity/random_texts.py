"""Random texts in the notation, true to it or nearly so, and what Python itself makes of them.

Names collide on purpose: indices that are bound twice, letters that are free elsewhere, tensors at two arities.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from symstride.proof.statements.identity import IdentitySubject

INTEGERS = ("n", "m", "s", "i", "j", "a")
GIVEN = ("1 <= s", "2 <= m", "0 <= a < s")
WHERE = (
    ("D[t]", "sum(x[t - i]*y[i] for i in range(s)) + [t % s == 0]"),
    ("E(x)[t]", "x[t//s] if 0 == t % s or t < j else c"),
    ("g(x, y)", "sum(x[r]*y[m - r] for r in range(m))"),
    ("F", "f(c + x[n])"),
    ("G(x)[r, t]", "E(x)[r + s*t]*2"),
    ("H(z)[t]", "D[t] + z[t]*E(z)[t] + F"),
)


class Texts:
    """Draws texts; ``odd`` is how often something is written that has another meaning, or none."""

    def __init__(self, rng: Random, letters: tuple[str, ...] = (), odd: float = 0.02) -> None:
        self.rng, self.letters, self.odd = rng, letters, odd

    def subject(self, axes: int = 1) -> IdentitySubject:
        """Two sides, some hypotheses and definitions."""
        given = tuple(text for text in GIVEN if self.rng.random() < 0.8)
        where = tuple(pair for pair in WHERE if self.rng.random() >= self.odd)
        return IdentitySubject(self.scalar(4), self.scalar(2), given, where, self.letters, axes)

    def integer(self, depth: int, names: tuple[str, ...] = INTEGERS) -> str:
        kind = self.rng.random()
        if depth == 0 or kind < 0.35:
            return self.rng.choice(names)
        if kind < 0.45:
            return str(self.rng.choice((0, 1, 2, 3, -1)))
        if self.rng.random() < self.odd:
            return self.rng.choice(("True", "i/2", "+i", "x[i]", "i if i < 2 else 0", "abs(i)", "1.0", "~i", "i & 3"))
        left, right = self.integer(depth - 1, names), self.integer(depth - 1, names)
        if kind < 0.6:
            divisor = self.rng.choice(("s", "m", "2", "-3", "s*m", "(s + 1)", "(a + 1)", "s", "m", "2"))
            if self.rng.random() < 4 * self.odd:
                divisor = self.rng.choice(("i", "n", "0", "(s - a - 1)"))
            return f"({left}) {self.rng.choice(('//', '%'))} {divisor}"
        if kind < 0.65:
            return f"({left})**{self.rng.choice((0, 1, 2, 2))}"
        if kind < 0.7:
            return f"-({left})"
        return f"{left} {self.rng.choice('+-*')} {right}"

    def index(self, depth: int, names: tuple[str, ...]) -> str:
        """An integer that stands once per axis, if there are letters."""
        return self.integer(depth, names) + (f" + 0*{self.letters[0]}" if self.letters else "")

    def condition(self, depth: int, names: tuple[str, ...]) -> str:
        kind = self.rng.random()
        if self.rng.random() < self.odd:
            return self.rng.choice(("i", "True", "x[i] == y[i]", "i is j", "not i", "i in j"))
        if depth and kind < 0.5:
            sign = self.rng.choice(("and", "or", "and"))
            return f"{self.condition(depth - 1, names)} {sign} {self.condition(depth - 1, names)}"
        if depth and kind < 0.65:
            return f"not ({self.condition(depth - 1, names)})"
        parts = [self.integer(1, names) for _ in range(3 if kind > 0.85 else 2)]
        signs = [self.rng.choice(("<", "<=", "==", "!=", ">", ">=")) for _ in parts[1:]]
        return parts[0] + "".join(f" {sign} {part}" for sign, part in zip(signs, parts[1:]))

    def scalar(self, depth: int, names: tuple[str, ...] = INTEGERS) -> str:
        kind = self.rng.random()
        if self.rng.random() < self.odd:
            return self.rng.choice(
                ("x[i, j]", "n", "x[0] - c", "-c", "sum(x[i] for i in range(0, n, 2))", "[x[i]]", "[i, j]", "c/2", "x",
                 "sum(x[i] for i in range(i))", "sum(x[j] for i in range(j) for j in range(3))", "D(x)[0]", "E[0]",
                 "sum(x[i] for i in range(3) for i in range(2))", "sum((x[q] for q in range(3)), c)", "c**n",
                 "(i == j)*c",
                 "sum(x[r] for r in range(2) if r < u for u in range(3))", "x[i][j]", "x[i:j]", "f(c, c)", "i*x[0]",
                 "sum(x[q] for q in [1, 2])", "sum(x[q] for q, r in range(3))")
            )  # fmt: skip
        if depth == 0 or kind < 0.15:
            at = self.index(2, names)
            return self.rng.choice((f"x[{at}]", f"y[{at}]", "c", "2", "1", "0", f"D[{at}]", f"E(x)[{at}]", "F"))
        if kind < 0.4:
            return self.sum(depth, names)
        if kind < 0.5:
            return f"[{self.condition(1, names)}]"
        inner = [self.scalar(depth - 1, names) for _ in range(2)]
        if kind < 0.62:
            return f"({inner[0]} if {self.condition(1, names)} else {inner[1]})"
        if kind < 0.67:
            return f"f({inner[0]})"
        if kind < 0.7:
            return f"({inner[0]})**{self.rng.choice((0, 1, 2))}"
        if kind < 0.75:
            at = self.index(1, names)
            return self.rng.choice(
                (
                    f"E(D)[{at}]",
                    f"G(y)[{at}, n]",
                    "g(x, D)",
                    "g(E(x), y)",
                    f"E(E(x))[{at}]",
                    f"H(x)[{at}]",
                    f"H(H(D))[{at}]",
                )
            )
        return f"({inner[0]}) {self.rng.choice('+*')} ({inner[1]})"

    def sum(self, depth: int, names: tuple[str, ...]) -> str:
        parts = []
        for _ in range(self.rng.choice((1, 1, 2))):
            letter = self.rng.choice(("q", "r", "u", "v", "p", "l", "o") if self.rng.random() < 0.95 else names)
            ends = [self.integer(1, names) for _ in range(self.rng.choice((1, 2)))]
            names = (*names, letter, letter)
            tests = [f" if {self.condition(1, names)}" for _ in range(self.rng.choice((0, 0, 1, 2)))]
            parts.append(f" for {letter} in range({', '.join(ends)})" + "".join(tests))
        return f"sum({self.scalar(depth - 1, names)}{''.join(parts)})"


# ------------------------------------------------------------------------- Python itself


class _Brackets(ast.NodeTransformer):
    """A list with one condition becomes a call, the only thing that is not Python's.

    So does the name of a definition without tensors and indices, which is worth something only where it is used.
    """

    def __init__(self, alone: Container[str]) -> None:
        self.alone = alone

    def visit_List(self, node: ast.List) -> ast.AST:
        self.generic_visit(node)
        return ast.Call(ast.Name("bracket", ast.Load()), [ast.Tuple(node.elts, ast.Load())], [])

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Call(node, [], []) if node.id in self.alone else node


def _bracket(truths: tuple[object, ...]) -> int:
    (truth,) = truths
    if type(truth) is not bool:
        raise TypeError("no condition")
    return int(truth)


@dataclass
class _Tensor:
    """A tensor for Python: indexed by integers, called by tensors if it is a definition with parameters."""

    entry: Callable[..., int]
    apply: Callable[..., Any] | None = None

    def __getitem__(self, index: Any) -> int:
        return self.entry(*index) if isinstance(index, tuple) else self.entry(index)

    def __call__(self, *tensors: Any) -> Any:
        if self.apply is None:
            raise TypeError("no definition")
        return self.apply(*tensors)


class PythonsOwn:
    """Evaluates texts by Python's ``eval``, over the integers, on one axis."""

    def __init__(self, subject: IdentitySubject, integers: Mapping[str, int], entry: Any, function: Any) -> None:
        self.names: dict[str, Any] = {"bracket": _bracket, **integers, "c": entry("c", ()), "F": entry("F", ())}
        self.names |= {name: _Tensor(lambda *index, name=name: entry(name, index)) for name in ("x", "y", "D")}
        self.names["f"] = lambda scalar: function("f", scalar)
        self.alone = frozenset(head for head, _ in subject.where if head.isidentifier())
        for head, body in subject.where:
            self._define(head, self._compiled(body))

    def value(self, text: str) -> Any:
        return eval(self._compiled(text), self.names)

    def _compiled(self, text: str) -> Any:
        tree = _Brackets(self.alone).visit(ast.parse(text, mode="eval"))
        return compile(ast.fix_missing_locations(tree), "<text>", "eval")

    def _define(self, head: str, body: Any) -> None:
        node: ast.expr = ast.parse(head, mode="eval").body
        indices = list[str]()
        if isinstance(node, ast.Subscript):
            indices = [n.id for n in ast.walk(node.slice) if isinstance(n, ast.Name)]
            node = node.value
        tensors = [n.id for n in node.args if isinstance(n, ast.Name)] if isinstance(node, ast.Call) else []
        name = node.func if isinstance(node, ast.Call) else node
        assert isinstance(name, ast.Name)

        def at(*given: Any) -> Any:
            def entry(*index: int) -> Any:
                assert len(index) == len(indices)
                return eval(body, {**self.names, **dict(zip(tensors, given)), **dict(zip(indices, index))})

            return _Tensor(entry) if indices else entry()

        if tensors:
            self.names[name.id] = _Tensor(lambda *index: 0, at)
        else:
            self.names[name.id] = at() if indices else at


def choices(rng: Random, count: int) -> Iterator[dict[str, int]]:
    """Integers for the names of the random texts."""
    for _ in range(count):
        yield {name: rng.randint(-1, 4) for name in INTEGERS}
