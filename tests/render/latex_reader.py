"""A reader of printed papers: it knows LaTeX and nothing of symstride, takes formulas literally and computes.

    expression  a + b - c                product    a b, a \\, b, a \\cdot b       sum      \\sum_{i=lo}^{hi} product
    quotient    \\lfloor a / b \\rfloor  remainder  a \\bmod b                     bracket  [a = b], [a \\le b < c]
    rounded up  \\lceil a / b \\rceil   power      s^{2}                          divides  [a \\mid b]
    cases       \\begin{cases} value & \\text{if } formula, \\\\ 0 & \\text{otherwise} \\end{cases}
    entry       f[i, j], X_{\\rho}[c, m], (w \\star x)[o, j], \\bar{x}[c, t]          map      \\sigma\\bigl( a \\bigr)

A definition ``f_{p}[q] = body`` makes f a function of p and q; an abbreviation is read where it stands.

A bold letter stands for one integer on each axis, a tuple here: everything is done axis by axis, a formula holds if it
does on every axis, a sum over a bold index runs over all places between its limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

Function = Callable[..., int]
Value: TypeAlias = int | tuple[int, ...]
_SPACE = re.compile(r"(?:\\[,;]|\s)+")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(
    r"\\(?!sum|cdot|lfloor|rfloor|lceil|rceil|mid|begin|end|text|bmod|bigl|bigr|le|star|circledast|mapsto)[A-Za-z]+|[A-Za-z]"
)
_CONVOLUTION = re.compile(r"\([^()\[\]]* \\(?:star|circledast)(?:\^\{\*\})?(?:_\{\d+\})? [^()\[\]]*\)")
_ABOVE = re.compile(r"\^\{([^{}*]+)\}")
_RELATION = re.compile(r"\\le|\\mid|=|<")
_CASES = re.compile(r"(.*?)& \\text\{if \}(.*), \\\\ 0 & \\text\{otherwise\} ", re.DOTALL)
_BOLD = (r"\mathbf{", r"\boldsymbol{")
_COMPONENT = re.compile(r"(.+)_\{(\d)\}")
_EXPONENT = re.compile(r"\^\{(\d+)\}")
_POWER = re.compile(r"(.+)\^\{(\d+)\}")


def axiswise(operation: Callable[..., int], *values: Value) -> Value:
    """The operation on each axis; a number is the same on all of them."""
    axes = next((len(value) for value in values if isinstance(value, tuple)), 0)
    if not axes:
        return operation(*values)
    spread = [value if isinstance(value, tuple) else (value,) * axes for value in values]
    return tuple(operation(*group) for group in zip(*spread, strict=True))


def flat(values: Iterator[Value]) -> list[int]:
    """All numbers in order."""
    return [x for value in values for x in (value if isinstance(value, tuple) else (value,))]


@dataclass
class Book:
    """What the paper defines, and the numbers and functions that the test supplies."""

    numbers: Mapping[str, Value]
    functions: dict[str, Function]
    shorts: dict[str, str] = field(default_factory=dict)
    axes: int = 1

    def define(self, equation: str) -> None:
        """Learn ``head_{below}[indices] = body``: besides the indices, the body may mention the book's numbers only."""
        left, _, body = equation.partition(" = ")
        reader = _Reader(left, self, {})
        head, below = reader.head()
        names = [*below, *reader.inside("[", "]")]

        def function(*values: int) -> int:
            left, found = list(values), dict[str, Value]()
            for name in names:
                count = self.axes if name.startswith(_BOLD) else 1
                found[name] = tuple(left[:count]) if name.startswith(_BOLD) else left[0]
                left = left[count:]
            assert not left, equation
            value = self.value(body, found)
            assert isinstance(value, int)
            return value

        self.functions[head] = function

    def value(self, text: str, names: Mapping[str, Value]) -> Value:
        """The value of an expression."""
        reader = _Reader(text, self, names)
        out = reader.expression()
        if reader.rest.strip():
            raise ValueError(f"not read: {reader.rest!r} in {text!r}")
        return out

    def holds(self, text: str, names: Mapping[str, Value]) -> bool:
        """Is a formula true, on every axis?"""
        return all(self.on_each_axis(text, names))

    def on_each_axis(self, text: str, names: Mapping[str, Value]) -> tuple[bool, ...]:
        """Where a formula is true: on each axis, or a single answer when it has no bold letters."""
        found = _Reader(text, self, names).formula()
        return tuple(map(bool, found)) if isinstance(found, tuple) else (bool(found),)


def split(text: str, separators: str = ",;") -> list[str]:
    """The parts of a list, brackets of any kind and spaces such as \\, respected."""
    parts, depth, current = [], 0, ""
    for char in text:
        depth += (char in "{[(") - (char in "}])")
        if depth == 0 and char in separators and not current.endswith("\\"):
            parts.append(current.strip())
            current = ""
        else:
            current += char
    return [*parts, current.strip()] if current.strip() else parts


class _Reader:
    def __init__(self, text: str, book: Book, names: Mapping[str, Value]) -> None:
        self.rest, self.book, self.names = text, book, names
        self.unread = 0
        """Above 0 inside the summand of an empty sum, which has no value."""

    def skip(self) -> None:
        found = _SPACE.match(self.rest)
        self.rest = self.rest[found.end() :] if found else self.rest

    def next(self, token: str) -> bool:
        self.skip()
        if not self.rest.startswith(token):
            return False
        self.rest = self.rest[len(token) :]
        return True

    def expect(self, token: str) -> None:
        if not self.next(token):
            raise ValueError(f"expected {token} at {self.rest!r}")

    def balanced(self, opening: str, closing: str) -> str:
        """The text between brackets, which are taken off."""
        self.expect(opening)
        depth = 1
        for n, char in enumerate(self.rest):
            depth += (char == opening) - (char == closing)
            if depth == 0:
                text, self.rest = self.rest[:n], self.rest[n + 1 :]
                return text
        raise ValueError(f"no {closing}")

    def inside(self, opening: str, closing: str) -> list[str]:
        return split(self.balanced(opening, closing))

    # ------------------------------------------------------------ formulas and expressions

    def formula(self) -> Value:
        left: Value = self.expression()
        out: Value = 1
        self.skip()
        while found := _RELATION.match(self.rest):
            self.rest = self.rest[found.end() :]
            right = self.expression()
            out = axiswise(lambda x, y, z, sign=found[0]: int(x and self.related(sign, y, z)), out, left, right)
            left = right
            self.skip()
        return out

    def related(self, sign: str, x: int, y: int) -> bool:
        return {"=": x == y, "<": x < y, r"\le": x <= y}[sign] if sign != r"\mid" else y % self.divisor(x) == 0

    def expression(self) -> Value:
        out = axiswise(lambda x: -x, self.product()) if self.next("-") else self.product()
        while True:
            if self.next("+"):
                out = axiswise(lambda x, y: x + y, out, self.product())
            elif self.next("-"):
                out = axiswise(lambda x, y: x - y, out, self.product())
            else:
                return out

    def product(self) -> Value:
        out: Value | None = None
        while True:
            self.skip()
            if self.next(r"\cdot"):
                continue
            if self.next(r"\bmod"):
                assert out is not None
                return axiswise(lambda x, y: x % self.divisor(y), out, self.factor())
            if not self.starts_factor():
                assert out is not None, self.rest
                return out
            factor = self.factor()
            out = factor if out is None else axiswise(lambda x, y: x * y, out, factor)

    def starts_factor(self) -> bool:
        if not self.rest:
            return False
        return (
            self.rest[0] in "(["
            or bool(_NUMBER.match(self.rest) or _LETTER.match(self.rest))
            or any(self.rest.startswith(word) for word in (r"\sum", r"\lfloor", r"\lceil", r"\begin"))
        )

    def factor(self) -> Value:
        self.skip()
        if found := _NUMBER.match(self.rest):
            self.rest = self.rest[found.end() :]
            return int(found[0])
        if self.next(r"\sum"):
            return self.sum()
        for side, turn in (("floor", 1), ("ceil", -1)):
            if self.next(rf"\l{side}"):
                upper = self.expression()
                self.expect("/")
                lower = self.product()
                self.expect(rf"\r{side}")
                return axiswise(lambda x, y, turn=turn: turn * (turn * x // self.divisor(y)), upper, lower)
        if self.next(r"\begin{cases}"):
            return self.cases()
        if self.rest.startswith("["):
            return int(self.book.holds(self.balanced("[", "]"), self.names))
        if self.rest.startswith("(") and not _CONVOLUTION.match(self.rest):
            parts = [self.book.value(text, self.names) for text in split(self.balanced("(", ")"))]
            return parts[0] if len(parts) == 1 else tuple(flat(iter(parts)))
        return self.named()

    def cases(self) -> Value:
        inside, self.rest = self.rest.split(r"\end{cases}", 1)
        found = _CASES.fullmatch(inside)
        assert found, inside
        formulas = found[2].split(r" \text{ and } ")
        return self.book.value(found[1], self.names) if all(self.book.holds(f, self.names) for f in formulas) else 0

    def divisor(self, value: int) -> int:
        """A divisor has to be positive: a reader knows no other quotient that is rounded down."""
        if value < 1 and not self.unread:
            raise ZeroDivisionError(self.rest)
        return value or 1

    def sum(self) -> Value:
        self.expect("_")
        index, _, low = self.balanced("{", "}").partition("=")
        self.expect("^")
        high = self.balanced("{", "}")
        start, before = self.rest, self.names
        first, last = self.book.value(low, before), self.book.value(high, before)
        values: list[Value]
        if index.strip().startswith(_BOLD):
            ends = [
                axiswise(lambda x: x, end) if isinstance(end, tuple) else (end,) * self.book.axes
                for end in (first, last)
            ]
            values = list(product(*(range(a, b + 1) for a, b in zip(*ends, strict=True))))
            first = ends[0]
        else:
            assert isinstance(first, int)
            assert isinstance(last, int)
            values = list(range(first, last + 1))
        out: Value = 0
        for value in values:
            self.rest, self.names = start, {**before, index.strip(): value}
            out = axiswise(lambda x, y: x + y, out, self.product())
        if not values:
            self.skip_product(index.strip(), first)
        self.names = before
        return out

    def skip_product(self, index: str, value: Value) -> None:
        """Go on behind the summand of an empty sum."""
        self.names, self.unread = {**self.names, index: value}, self.unread + 1
        self.product()
        self.unread -= 1

    # ------------------------------------------------------------ names and entries

    def head(self) -> tuple[str, list[str]]:
        """A symbol with accents and primes, and what stands below it."""
        self.skip()
        below: list[str] = []
        if found := _CONVOLUTION.match(self.rest):
            self.rest = self.rest[found.end() :]
            symbol = found[0]
            for above in _ABOVE.findall(symbol):  # (w \star x^{c}) depends on c
                below += split(above)
            symbol = _ABOVE.sub("^", symbol)
        else:
            found = _LETTER.match(self.rest)
            assert found, self.rest
            self.rest = self.rest[found.end() :]
            symbol = found[0]
            if self.rest.startswith("{"):
                symbol += "{" + self.balanced("{", "}") + "}"
            if symbol == r"\mathrm{pool}":
                symbol += "(" + self.balanced("(", ")") + ")"
        primes = ""
        while self.rest.startswith("'"):
            primes, self.rest = primes + "'", self.rest[1:]
        for sign in "^_":
            if self.rest.startswith(sign + "{"):
                self.rest = self.rest[1:]
                below += split(self.balanced("{", "}"))
                primes += "^" * (sign == "^")
        while self.rest.startswith("'"):  # i_{1}' is a name of its own
            self.rest = self.rest[1:]
        return symbol + primes, below

    def named(self) -> Value:
        self.skip()
        start = self.rest
        symbol, below = self.head()
        while self.rest[:2] in ("^-", "^+"):
            self.rest = self.rest[2:]
        name = start[: len(start) - len(self.rest)]
        if self.next(r"\bigl("):
            value = self.expression()
            self.expect(r"\bigr)")
            return self.book.functions[symbol](value)
        if self.rest.startswith("["):
            indices = [*below, *self.inside("[", "]")]
            return self.book.functions[symbol](*flat(self.book.value(index, self.names) for index in indices))
        if found := _EXPONENT.match(self.rest):
            self.rest = self.rest[found.end() :]
            return axiswise(lambda x: x ** int(found[1]), self.variable(name))
        power = _POWER.fullmatch(name)
        return axiswise(lambda x: x ** int(power[2]), self.variable(power[1])) if power else self.variable(name)

    def variable(self, name: str) -> Value:
        if name in self.names:
            return self.names[name]
        if name.startswith(_BOLD):
            parts = [self.names.get(f"{name.partition('{')[2][:-1]}_{{{n + 1}}}") for n in range(self.book.axes)]
            whole = tuple(x for x in parts if isinstance(x, int))
            if len(whole) == self.book.axes:
                return whole
        component = _COMPONENT.fullmatch(name)
        for bold in (f"{start}{component[1]}}}" for start in _BOLD) if component else ():
            if isinstance(whole := self.names.get(bold), tuple):
                return whole[int(component[2]) - 1]
        if name in self.book.shorts:
            return self.book.value(self.book.shorts[name], self.names)
        if name in self.book.numbers:
            return self.book.numbers[name]
        return self.book.functions[name]()
