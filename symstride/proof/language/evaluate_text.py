"""The value of a text at numbers, by Python's own rules: a walk through its syntax tree, and nothing else.

It shares no code with ``notation``, which reads the same texts into terms.  What the two disagree about is a misread
text, so identities are compared here before and after they are proved.  Three things are not Python's: a list with
one condition is 1 or 0 (Iverson), scalars are added and multiplied in a semiring, and a letter that stands once per
axis has a tuple of integers for its value.

>>> values = Values({"n": 3}, lambda name, index: 10 * index[0], lambda name, scalar: scalar)
>>> Text({"total": "sum(x[i] for i in range(n))"}, values).value("total + 1")
31
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

from symstride.proof.language.meaning import INTEGERS, Scalar, Semiring

Whole: TypeAlias = "int | tuple[int, ...]"
"""An integer, or one for each axis."""
MAX_STEPS: Final = 200_000
"""Most expressions that are looked at for one value."""


class Meaningless(Exception):
    """Python would raise here: a division by 0, a name without a value, a number where a condition stands."""


class TooLong(Exception):
    """The value takes more steps than allowed."""


@dataclass(frozen=True)
class Values:
    """What free names stand for: integers by name, entries of tensors and values of functions by rule."""

    integers: Mapping[str, Whole]
    tensor: Callable[[str, tuple[int, ...]], Scalar]
    function: Callable[[str, Scalar], Scalar]
    semiring: Semiring = INTEGERS
    axes: int = 1
    letters: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Definition:
    tensors: tuple[str, ...]
    indices: tuple[str, ...]
    body: ast.expr


Entries: TypeAlias = Callable[[tuple[int, ...]], Scalar]
Names: TypeAlias = Mapping[str, Any]
"""Local names: integers of bound letters, and the tensors that stand for the parameters of a definition."""

_UNBOUND: Final = object()


class Text:
    """Texts that share definitions, head -> body, and the values of their free names."""

    def __init__(self, where: Mapping[str, str], values: Values, steps: int = MAX_STEPS) -> None:
        self.values, self.steps = values, steps
        self.definitions: dict[str, _Definition] = {}
        for head, body in where.items():
            name, tensors, indices = _head(head)
            self.definitions[name] = _Definition(tensors, indices, _tree(body))

    def value(self, text: str) -> Scalar:
        """The scalar that a text is.  Raises ``Meaningless`` where Python would raise, and ``TooLong``."""
        return self._scalar(_tree(text), {})

    def holds(self, text: str) -> bool:
        """Is a hypothesis true?  It may compare scalars, by ==."""
        return self._truth(_tree(text), {}, scalars=True)

    # ------------------------------------------------------------ scalars

    def _scalar(self, node: ast.expr, names: Names) -> Scalar:
        self._step()
        ring = self.values.semiring
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value >= 0:
            return ring.multiple(node.value)
        if isinstance(node, ast.BinOp):
            return self._operation(node, names)
        if isinstance(node, ast.List) and len(node.elts) == 1:
            return ring.one if self._truth(node.elts[0], names) else ring.zero
        if isinstance(node, ast.IfExp):
            return self._scalar(node.body if self._truth(node.test, names) else node.orelse, names)
        if isinstance(node, ast.Subscript):
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return self._entries(node.value, names)(tuple(n for part in parts for n in self._index(part, names)))
        if isinstance(node, ast.Name):
            return self._entries(node, names)(())
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            return self._call(node, node.func.id, names)
        raise Meaningless(f"no scalar: {ast.unparse(node)}")

    def _operation(self, node: ast.BinOp, names: Names) -> Scalar:
        ring, left = self.values.semiring, self._scalar(node.left, names)
        if isinstance(node.op, ast.Pow):
            power = ring.one
            for _ in range(_exponent(node.right)):
                power = ring.mul(power, left)
            return power
        if isinstance(node.op, ast.Add):
            return ring.add(left, self._scalar(node.right, names))
        if isinstance(node.op, ast.Mult):
            return ring.mul(left, self._scalar(node.right, names))
        raise Meaningless(f"no scalar: {ast.unparse(node)}")

    def _call(self, node: ast.Call, name: str, names: Names) -> Scalar:
        if name in self.definitions:
            return self._entries(node, names)(())
        if len(node.args) != 1:
            raise Meaningless(f"no function of one scalar: {ast.unparse(node)}")
        (argument,) = node.args
        if name == "sum":
            return self._sum(argument, names)
        return self.values.function(name, self._scalar(argument, names))

    def _sum(self, node: ast.expr, names: Names) -> Scalar:
        if not isinstance(node, ast.GeneratorExp):
            raise Meaningless(f"no generator: {ast.unparse(node)}")
        total = self.values.semiring.zero
        for inner in self._places(node.generators, names):
            total = self.values.semiring.add(total, self._scalar(node.elt, inner))
        return total

    def _places(self, parts: list[ast.comprehension], names: Names) -> Iterator[Names]:
        """The local names at each place of a generator.  Its first range is read outside, the others inside."""
        targets = {part.target.id: _UNBOUND for part in parts if isinstance(part.target, ast.Name)}
        return self._nested(parts, self._range(parts[0], names), {**names, **targets})

    def _nested(self, parts: list[ast.comprehension], ranges: Iterable[Whole], names: Names) -> Iterator[Names]:
        first, *rest = parts
        if not isinstance(first.target, ast.Name):
            raise Meaningless(f"no name: {ast.unparse(first.target)}")
        for n in ranges:
            self._step()
            inner = {**names, first.target.id: n}
            if all(self._truth(test, inner) for test in first.ifs):
                if rest:
                    yield from self._nested(rest, self._range(rest[0], inner), inner)
                else:
                    yield inner

    def _range(self, part: ast.comprehension, names: Names) -> Iterable[Whole]:
        node = part.iter
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"):
            raise Meaningless(f"no range: {ast.unparse(node)}")
        ends = [self._whole(end, names) for end in node.args]
        if isinstance(part.target, ast.Name) and part.target.id in self.values.letters and self.values.axes > 1:
            axes = range(self.values.axes)
            return itertools.product(*(range(*(_on_axis(end, axis) for end in ends)) for axis in axes))
        if any(isinstance(end, tuple) for end in ends):
            raise Meaningless(f"a range with {self.values.axes} ends: {ast.unparse(node)}")
        return range(*(end for end in ends if isinstance(end, int)))

    # ------------------------------------------------------------ tensors and definitions

    def _entries(self, node: ast.expr, names: Names) -> Entries:
        """The tensor that an expression names, as a function of its indices."""
        name, given = node, list[ast.expr]()
        if isinstance(node, ast.Call):
            name, given = node.func, node.args
        if not isinstance(name, ast.Name):
            raise Meaningless(f"no tensor: {ast.unparse(node)}")
        if name.id in self.definitions:
            return self._defined(self.definitions[name.id], [self._entries(part, names) for part in given])
        if isinstance(node, ast.Call):
            raise Meaningless(f"no definition: {ast.unparse(node)}")
        local, free = names.get(name.id), name.id
        if callable(local):
            tensor: Entries = local
            return tensor
        if local is not None or free in self.values.integers:
            raise Meaningless(f"an integer where a tensor stands: {free}")
        return lambda index: self.values.tensor(free, index)

    def _defined(self, definition: _Definition, tensors: list[Entries]) -> Entries:
        if len(tensors) != len(definition.tensors):
            raise Meaningless("a definition without its tensors")

        def entry(index: tuple[int, ...]) -> Scalar:
            left, names = list(index), dict[str, Any](zip(definition.tensors, tensors))
            for letter in definition.indices:
                once = letter not in self.values.letters or self.values.axes == 1
                own, left = left[: 1 if once else self.values.axes], left[1 if once else self.values.axes :]
                names[letter] = own[0] if once and own else tuple(own)
            if left or any(names[letter] == () for letter in definition.indices):
                raise Meaningless("a definition at another number of indices")
            return self._scalar(definition.body, names)

        return entry

    # ------------------------------------------------------------ integers and conditions

    def _index(self, node: ast.expr, names: Names) -> tuple[int, ...]:
        value = self._whole(node, names)
        return value if isinstance(value, tuple) else (value,)

    def _whole(self, node: ast.expr, names: Names) -> Whole:
        self._step()
        if isinstance(node, ast.Constant) and type(node.value) is int:
            return node.value
        if isinstance(node, ast.Name):
            value = names[node.id] if node.id in names else self.values.integers.get(node.id, _UNBOUND)
            if isinstance(value, int | tuple):
                return value
            raise Meaningless(f"{node.id} has no integer for its value here")
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return _by_axis(lambda x, _: -x, self._whole(node.operand, names), 0)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            exponent = _exponent(node.right)
            return _by_axis(lambda x, _: int(x**exponent), self._whole(node.left, names), 0)
        if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
            left, right = self._whole(node.left, names), self._whole(node.right, names)
            try:
                return _by_axis(_ARITHMETIC[type(node.op)], left, right)
            except ZeroDivisionError:
                raise Meaningless(f"a division by 0: {ast.unparse(node)}") from None
        raise Meaningless(f"no integer: {ast.unparse(node)}")

    def _truth(self, node: ast.expr, names: Names, scalars: bool = False) -> bool:
        self._step()
        if isinstance(node, ast.BoolOp):
            truths = (self._truth(value, names, scalars) for value in node.values)
            return all(truths) if isinstance(node.op, ast.And) else any(truths)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return not self._truth(node.operand, names, scalars)
        if isinstance(node, ast.Compare):
            if scalars and (value := self._scalar_equation(node, names)) is not None:
                return value
            left = self._whole(node.left, names)
            for op, operand in zip(node.ops, node.comparators):
                right = self._whole(operand, names)
                if not _compare(op, left, right):
                    return False
                left = right
            return True
        raise Meaningless(f"no condition: {ast.unparse(node)}")

    def _scalar_equation(self, node: ast.Compare, names: Names) -> bool | None:
        """The truth of an equation of scalars; None where a side is an integer."""
        sides = [node.left, *node.comparators]
        if not all(isinstance(op, ast.Eq) for op in node.ops):
            return None
        try:
            values = [self._scalar(side, names) for side in sides]
        except Meaningless:
            return None
        if all(isinstance(side, ast.Constant) for side in sides):
            return None
        return all(a == b for a, b in itertools.pairwise(values))

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise TooLong


_ARITHMETIC: Final[Mapping[type[ast.operator], Callable[[int, int], int]]] = {
    ast.Add: lambda x, y: x + y,
    ast.Sub: lambda x, y: x - y,
    ast.Mult: lambda x, y: x * y,
    ast.FloorDiv: lambda x, y: x // y,
    ast.Mod: lambda x, y: x % y,
}
_ORDER: Final[Mapping[type[ast.cmpop], Callable[[int, int], bool]]] = {
    ast.Eq: lambda x, y: x == y,
    ast.Lt: lambda x, y: x < y,
    ast.LtE: lambda x, y: x <= y,
    ast.Gt: lambda x, y: x > y,
    ast.GtE: lambda x, y: x >= y,
}


@lru_cache(maxsize=4096)
def _tree(text: str) -> ast.expr:
    return ast.parse(" ".join(text.split()), mode="eval").body


@lru_cache(maxsize=4096)
def _head(head: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The name, the tensors and the indices of ``name(tensors)[indices]``."""
    node, indices = _tree(head), list[ast.expr]()
    if isinstance(node, ast.Subscript):
        indices = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        node = node.value
    tensors, name = (node.args, node.func) if isinstance(node, ast.Call) else ([], node)
    words = [part.id for part in (name, *tensors, *indices) if isinstance(part, ast.Name)]
    return words[0], tuple(words[1 : 1 + len(tensors)]), tuple(words[1 + len(tensors) :])


def _exponent(node: ast.expr) -> int:
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value >= 0:
        return node.value
    raise Meaningless(f"no exponent: {ast.unparse(node)}")


def _on_axis(value: Whole, axis: int) -> int:
    return value[axis] if isinstance(value, tuple) else value


def _by_axis(operation: Callable[[int, int], int], x: Whole, y: Whole) -> Whole:
    """Tuples are worked on axis by axis; a single integer goes with each of them."""
    if isinstance(x, int) and isinstance(y, int):
        return operation(x, y)
    axes = len(x) if isinstance(x, tuple) else len(y) if isinstance(y, tuple) else 1
    return tuple(operation(_on_axis(x, axis), _on_axis(y, axis)) for axis in range(axes))


def _compare(op: ast.cmpop, x: Whole, y: Whole) -> bool:
    """On every axis; != is true where == is not."""
    if isinstance(op, ast.NotEq):
        return not _compare(ast.Eq(), x, y)
    if type(op) not in _ORDER:
        raise Meaningless("a comparison of something else than integers")
    axes = len(x) if isinstance(x, tuple) else len(y) if isinstance(y, tuple) else 1
    return all(_ORDER[type(op)](_on_axis(x, axis), _on_axis(y, axis)) for axis in range(axes))
