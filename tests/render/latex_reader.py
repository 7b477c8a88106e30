"""A reader of printed papers: it knows LaTeX and nothing of symstride, takes formulas literally and computes.

    expression  a + b - c                product    a b, a \\, b, a \\cdot b       sum      \\sum_{i=lo}^{hi} product
    quotient    \\lfloor a / b \\rfloor  remainder  a \\bmod b                     bracket  [a = b], [a \\le b < c]
    entry       f[i, j], X_{\\rho}[c, m], (w \\star x)[o, j], \\bar{x}[c, t]          map      \\sigma\\bigl( a \\bigr)

A definition ``f_{p}[q] = body`` makes f a function of p and q; an abbreviation is read where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Function = Callable[..., int]
_SPACE = re.compile(r"(?:\\[,;]|\s)+")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"\\(?!sum|cdot|lfloor|rfloor|bmod|bigl|bigr|le|star|circledast|mapsto)[A-Za-z]+|[A-Za-z]")
_CONVOLUTION = re.compile(r"\([^()\[\]]* \\(?:star|circledast)(?:\^\{\*\})?(?:_\{\d+\})? [^()\[\]]*\)")
_ABOVE = re.compile(r"\^\{([^{}*]+)\}")
_RELATION = re.compile(r"\\le|=|<")


@dataclass
class Book:
    """What the paper defines, and the numbers and functions that the test supplies."""

    numbers: Mapping[str, int]
    functions: dict[str, Function]
    shorts: dict[str, str] = field(default_factory=dict)

    def define(self, equation: str) -> None:
        """Learn ``head_{below}[indices] = body``: besides the indices, the body may mention the book's numbers only."""
        left, _, body = equation.partition(" = ")
        reader = _Reader(left, self, {})
        head, below = reader.head()
        names = [*below, *reader.inside("[", "]")]

        def function(*values: int) -> int:
            return self.value(body, dict(zip(names, values, strict=True)))

        self.functions[head] = function

    def value(self, text: str, names: Mapping[str, int]) -> int:
        """The value of an expression."""
        reader = _Reader(text, self, names)
        out = reader.expression()
        if reader.rest.strip():
            raise ValueError(f"not read: {reader.rest!r} in {text!r}")
        return out

    def holds(self, text: str, names: Mapping[str, int]) -> bool:
        """Is a formula true?"""
        reader = _Reader(text, self, names)
        return bool(reader.formula())


def split(text: str, separators: str = ",;") -> list[str]:
    """The parts of a list, brackets of any kind respected."""
    parts, depth, current = [], 0, ""
    for char in text:
        depth += (char in "{[(") - (char in "}])")
        if depth == 0 and char in separators:
            parts.append(current.strip())
            current = ""
        else:
            current += char
    return [*parts, current.strip()] if current.strip() else parts


class _Reader:
    def __init__(self, text: str, book: Book, names: Mapping[str, int]) -> None:
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

    def formula(self) -> int:
        left, out = self.expression(), 1
        self.skip()
        while found := _RELATION.match(self.rest):
            self.rest = self.rest[found.end() :]
            right = self.expression()
            out &= int({"=": left == right, "<": left < right, r"\le": left <= right}[found[0]])
            left = right
            self.skip()
        return out

    def expression(self) -> int:
        out = -self.product() if self.next("-") else self.product()
        while True:
            if self.next("+"):
                out += self.product()
            elif self.next("-"):
                out -= self.product()
            else:
                return out

    def product(self) -> int:
        out: int | None = None
        while True:
            self.skip()
            if self.next(r"\cdot"):
                continue
            if self.next(r"\bmod"):
                assert out is not None
                return out % self.divisor(self.factor())
            if not self.starts_factor():
                assert out is not None, self.rest
                return out
            factor = self.factor()
            out = factor if out is None else out * factor

    def starts_factor(self) -> bool:
        if not self.rest:
            return False
        return (
            self.rest[0] in "(["
            or bool(_NUMBER.match(self.rest) or _LETTER.match(self.rest))
            or any(self.rest.startswith(word) for word in (r"\sum", r"\lfloor"))
        )

    def factor(self) -> int:
        self.skip()
        if found := _NUMBER.match(self.rest):
            self.rest = self.rest[found.end() :]
            return int(found[0])
        if self.next(r"\sum"):
            return self.sum()
        if self.next(r"\lfloor"):
            upper = self.expression()
            self.expect("/")
            lower = self.divisor(self.product())
            self.expect(r"\rfloor")
            return upper // lower
        if self.rest.startswith("["):
            return int(self.book.holds(self.balanced("[", "]"), self.names))
        if self.rest.startswith("(") and not _CONVOLUTION.match(self.rest):
            return self.book.value(self.balanced("(", ")"), self.names)
        return self.named()

    def divisor(self, value: int) -> int:
        """A divisor has to be positive: a reader knows no other quotient that is rounded down."""
        if value < 1 and not self.unread:
            raise ZeroDivisionError(self.rest)
        return value or 1

    def sum(self) -> int:
        self.expect("_")
        index, _, low = self.balanced("{", "}").partition("=")
        self.expect("^")
        high = self.balanced("{", "}")
        start, before = self.rest, self.names
        first = self.book.value(low, before)
        values = range(first, self.book.value(high, before) + 1)
        out = 0
        for value in values:
            self.rest, self.names = start, {**before, index.strip(): value}
            out += self.product()
        if not values:
            self.skip_product(index.strip(), first)
        self.names = before
        return out

    def skip_product(self, index: str, value: int) -> None:
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

    def named(self) -> int:
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
            return self.book.functions[symbol](*(self.book.value(index, self.names) for index in indices))
        return self.variable(name)

    def variable(self, name: str) -> int:
        if name in self.names:
            return self.names[name]
        if name in self.book.shorts:
            return self.book.value(self.book.shorts[name], self.names)
        if name in self.book.numbers:
            return self.book.numbers[name]
        return self.book.functions[name]()
