"""Is an identity true?  By numbers alone: its texts evaluated by Python's rules, with no term and no proof in sight."""

from __future__ import annotations

import ast
import itertools
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from random import Random

from symstride.proof.language.evaluate_text import Meaningless, Text, TooLong, Values, Whole
from symstride.proof.language.meaning import INTEGERS, MAX_PLUS, Scalar, Semiring
from symstride.proof.statements.identity import IdentitySubject

BOX = (0, 1, 2, 3, -1, -2, 4, -3)
"""The integers that are tried in all combinations, as long as these are at most ``MOST``."""
MOST = 128
STEPS = 5000
"""Most steps of one evaluation; what takes longer is left out."""


@dataclass(frozen=True)
class Found:
    """``compared`` choices of numbers at which the hypotheses hold; ``failure`` is the first at which the sides differ.

    ``without`` is the first at which a side has no value in Python.
    """

    compared: int = 0
    failure: str = ""
    without: str = ""

    @property
    def good(self) -> bool:
        return not (self.failure or self.without)


def examined(subject: IdentitySubject, rng: Random, more: int = 40, most: int = MOST) -> Found:
    """Both sides at the box, and at ``more`` random choices, over the integers and over (max, +)."""
    compared = 0
    for n, integers in enumerate(_choices(subject, rng, more, most)):
        for semiring in (INTEGERS, MAX_PLUS):
            text = _text(subject, integers, semiring, n)
            at = f"{semiring.name}, {integers}"
            try:
                if not _all_hold(text, subject.given):
                    continue
                left, right = text.value(subject.left), text.value(subject.right)
            except TooLong:
                continue
            except Meaningless as why:
                return Found(compared, without=f"{at}: {why}")
            compared += 1
            if left != right:
                return Found(compared, failure=f"{at}: {left} and {right}")
    return Found(compared)


def _all_hold(text: Text, conditions: Iterable[str]) -> bool:
    """Do all of them hold?  One without a value counts only where none of the others fails, whatever their order."""
    without: Meaningless | None = None
    for condition in conditions:
        try:
            if not text.holds(condition):
                return False
        except Meaningless as why:
            without = why
    if without is not None:
        raise without
    return True


def _text(subject: IdentitySubject, integers: Mapping[str, Whole], semiring: Semiring, seed: int) -> Text:
    def drawn(*place: object) -> Scalar:
        number = zlib.crc32(repr((seed, place)).encode()) >> 4
        if semiring is MAX_PLUS:
            return -inf if number % 9 == 0 else number // 9 % 31 - 15
        return number % 1999 - 999

    letters = frozenset(subject.letters)
    values = Values(integers, lambda name, index: drawn(name, index), lambda name, scalar: drawn(name, "of", scalar),
                    semiring, subject.axes, letters)  # fmt: skip
    return Text(dict(subject.where), values, STEPS)


def _choices(subject: IdentitySubject, rng: Random, more: int, most: int) -> Iterator[dict[str, Whole]]:
    names = [(name, axis) for name in integer_names(subject) for axis in range(_copies(subject, name))]
    box = list(itertools.product(BOX, repeat=len(names))) if len(BOX) ** len(names) <= most else []
    wide = [tuple(rng.randint(-3, 7) for _ in names) for _ in range(more if box else more + most)]
    for numbers in (*box, *wide):
        values: dict[str, list[int]] = {}
        for (name, _), number in zip(names, numbers, strict=True):
            values.setdefault(name, []).append(number)
        yield {name: tuple(each) if _copies(subject, name) > 1 else each[0] for name, each in values.items()}


def _copies(subject: IdentitySubject, name: str) -> int:
    return subject.axes if name in subject.letters else 1


def integer_names(subject: IdentitySubject) -> list[str]:
    """The names that stand where integers stand: in indices, ranges and conditions."""
    sides = (subject.left, subject.right, *(body for _, body in subject.where))
    found = {name for text in sides for name in _integers(ast.parse(text, mode="eval").body, False)}
    for condition in subject.given:
        tree = ast.parse(condition, mode="eval").body
        scalar = any(isinstance(node, ast.Subscript | ast.Call | ast.List) for node in ast.walk(tree))
        found |= set(_integers(tree, not scalar))
    return sorted(found - _scalars(subject))


def _scalars(subject: IdentitySubject) -> set[str]:
    sides = (subject.left, subject.right, *(body for _, body in subject.where))
    trees = [ast.parse(text, mode="eval").body for text in sides]
    return {name for tree in trees for name in _bare(tree)}


def _integers(node: ast.AST, inside: bool) -> Iterator[str]:
    """Names under ``node`` that are integers, where ``inside`` says whether it is one itself."""
    match node:
        case ast.Name(id=name):
            if inside:
                yield name
        case ast.Subscript(value=value, slice=index):
            yield from _integers(value, False)
            yield from _integers(index, True)
        case ast.Call(func=function, args=args):
            is_range = isinstance(function, ast.Name) and function.id == "range"
            for argument in args:
                yield from _integers(argument, is_range)
        case ast.GeneratorExp(elt=body, generators=loops):
            yield from _integers(body, False)
            for loop in loops:
                yield from _integers(loop.iter, False)
                for test in loop.ifs:
                    yield from _integers(test, True)
        case ast.List(elts=parts):
            for part in parts:
                yield from _integers(part, True)
        case ast.IfExp(test=test, body=yes, orelse=no):
            yield from _integers(test, True)
            yield from itertools.chain(_integers(yes, inside), _integers(no, inside))
        case _:
            for part in ast.iter_child_nodes(node):
                yield from _integers(part, inside)


def _bare(node: ast.AST) -> Iterator[str]:
    """Names that are summands or factors of a scalar."""
    match node:
        case ast.Name(id=name):
            yield name
        case ast.BinOp(left=left, right=right):
            yield from itertools.chain(_bare(left), _bare(right))
        case ast.IfExp(body=yes, orelse=no):
            yield from itertools.chain(_bare(yes), _bare(no))
        case ast.Call(args=args):
            for argument in args:
                if isinstance(argument, ast.GeneratorExp):
                    yield from _bare(argument.elt)
                elif not (isinstance(node.func, ast.Name) and node.func.id == "range"):
                    yield from _bare(argument)


def values_of(subject: IdentitySubject, places: tuple[dict[str, int], ...]) -> tuple[Scalar, ...] | None:
    """The left side at some integers, over the integers; None where it has no value."""
    try:
        return tuple(_text(subject, place, INTEGERS, n).value(subject.left) for n, place in enumerate(places))
    except (Meaningless, TooLong):
        return None
