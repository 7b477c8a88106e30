"""Rocq's notation: integers and SymPy expressions as operands, comments, lists.  Text in, text out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

import sympy

from symstride.errors import NotSupported
from symstride.layers.integer import Integer

WIDTH: Final = 110

KEYWORDS: Final = frozenset(
    "as at by cofix do else end exists exists2 fix for forall fun if in let match mod return then using where with "
    "Axiom CoFixpoint Definition Fixpoint Hypothesis IF Parameter Prop SProp SUM SUMV Set Theorem Type Variable "
    "Z".split()
)
"""Names that a symbol cannot keep in a Rocq file, besides those that the file uses itself."""


def named_apart(symbols: Sequence[str], write: Callable[[Mapping[str, str]], str]) -> str:
    """``write(names)`` with a Rocq name for each symbol: its own, and underscores where the text has that name itself.

    Written twice: first with names that occur nowhere, to see which words the text uses.
    """
    if not symbols:
        return write({})
    text = re.sub(r"\(\*.*?\*\)", "", write({name: f"{name}__symbol" for name in symbols}), flags=re.DOTALL)
    used = KEYWORDS | set(re.findall(r"[A-Za-z_]\w*", text))
    names: dict[str, str] = {}
    for name in symbols:
        new = name
        while new in used or new in names.values():
            new += "_"
        names[name] = new
    return write(names)


def number(n: int) -> str:
    """An integer as an operand: ``3``, ``(-3)``."""
    return str(n) if n >= 0 else f"({n})"


@dataclass(frozen=True, slots=True)
class RocqNotation:
    """Integers and SymPy expressions as Rocq operands; ``names`` has the Rocq name of each symbol."""

    names: Mapping[str, str]

    def __call__(self, value: Integer) -> str:
        """``value`` as an operand: a name, a number, or something in parentheses."""
        if isinstance(value, int | sympy.Integer):
            return number(int(value))
        return self.names[value.name] if isinstance(value, sympy.Symbol) else f"({self._formula(value)})"

    def _formula(self, e: sympy.Expr) -> str:
        match e:
            case sympy.Add():
                return " + ".join(map(self, e.as_ordered_terms()))
            case sympy.Mul():
                return "*".join(map(self, e.as_ordered_factors()))
            case sympy.Pow() if e.exp.is_Integer and e.exp > 0:
                return f"{self(e.base)}^{e.exp}"
            case sympy.floor():
                return self._quotient(e.args[0])
            case sympy.ceiling():  # ceil(r) = -floor(-r)
                return f"- ({self._quotient(-e.args[0])})"
            case sympy.Mod():
                return f"{self(e.args[0])} mod {self(e.args[1])}"
            case sympy.Max():
                return _nested("Z.max", sorted(map(self, e.args)))
            case sympy.Min():
                return _nested("Z.min", sorted(map(self, e.args)))
        expected = "+, *, powers, floor, ceiling, Mod, Max, Min"
        raise NotSupported("a size in a Rocq file", expected, str(e), "give this size a symbol of its own")

    def _quotient(self, r: sympy.Expr) -> str:
        """``floor(r)``: Rocq's ``/`` on integers is floor division."""
        numerator, denominator = sympy.fraction(sympy.together(r))
        return f"{self(numerator)} / {self(denominator)}"


def _nested(function: str, operands: Sequence[str]) -> str:
    first, *rest = operands
    return first if not rest else f"{function} {first} ({_nested(function, rest)})"


def comment(text: str) -> str:
    """``text`` as a comment; one long line is broken into several, and several lines stay as they are.

    Rocq reads quotes and comments inside of comments, so these are taken apart.
    """
    harmless = text.replace("(*", "( *").replace("*)", "* )").replace('"', "'")
    laid_out = harmless if "\n" in harmless else "\n    ".join(wrap(harmless, WIDTH - 6))
    return f"(** {laid_out} *)\n"


def listed(items: Iterable[str], indent: int) -> str:
    """``[a; b; c]``, broken into lines that go on at ``indent``."""
    lines, line = [], "["
    for n, item in enumerate(items):
        if n and indent + len(line) + len(item) > WIDTH:
            lines.append(f"{line};")
            line = f" {item}"
        else:
            line += f"; {item}" if n else item
    return f"\n{' ' * indent}".join([*lines, f"{line}]"])


def table_text(table: Any) -> str:
    """``[[[-1; 1]; [0; 2]]]``, one output phase a line: the entries of an integer array of three axes."""
    phases = (listed((f"[{'; '.join(str(int(tap)) for tap in row)}]" for row in rows), 3) for rows in table)
    return "[" + ";\n   ".join(phases) + "]"


def trimmed(text: str) -> str:
    """``text`` without blanks at the ends of lines, and with one line break at its own end."""
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"
