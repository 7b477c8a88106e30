"""From a text to Python's syntax tree, with everything refused that the notation has no use for."""

from __future__ import annotations

import ast
import re
import warnings
from itertools import accumulate
from typing import Final

from symstride.errors import SpecError
from symstride.proof.kernel.terms import NAME

MAX_TEXT: Final = 4000
"""Most characters of one text."""
MAX_NESTING: Final = 60
"""Greatest height of a syntax tree: no recursion is deep."""
MAX_BRACKETS: Final = 100
"""Most brackets around one place, which are no part of a tree; what Python itself allows depends on its version."""

_FOREIGN: Final = re.compile(r"[^A-Za-z0-9_ +\-*/%<>=!()\[\],]")
_GLUED: Final = re.compile(r"(?<![A-Za-z0-9_])[0-9]+[A-Za-z_]")

RESERVED: Final = frozenset(
    "abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits "
    "delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help "
    "hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open "
    "ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple "
    "type vars zip hole_".split()
)
"""Names that mean something to Python, or to tactics, so that nothing else may be called by them."""


def one_line(text: object, asked: str) -> str:
    """The text with every run of white space as one blank; ``SpecError`` when it is none, or too long."""
    if type(text) is not str:
        raise SpecError(asked, "a text", f"{text!r:.80}", 'write it as in "sum(h[i]*x[t - i] for i in range(k))"')
    if len(text) > MAX_TEXT:
        raise SpecError(asked, f"at most {MAX_TEXT:,} characters", f"{len(text):,}", "give its parts names, in where")
    line = " ".join(re.split(r"[ \t\r\n]+", text)).strip(" ")
    if not line:
        raise SpecError(asked, "an expression", "an empty text", "write 0 for nothing")
    return line


def parsed(text: object, asked: str) -> ast.expr:
    """The syntax tree of one expression.

    Only ASCII letters, digits, blanks and the signs of the notation may occur: no quotes, comments, dots, colons or
    braces, and no letters that Python would take for other ones.
    """
    line = one_line(text, asked)
    foreign = _FOREIGN.search(line)
    if foreign:
        hint = "write names in ASCII, and only + - * // % ** comparisons, brackets and commas between them"
        raise SpecError(asked, "signs of the notation", f"{foreign.group()!a} in {line:.200}", hint)
    glued = _GLUED.search(line)
    if glued:
        raise SpecError(asked, "whole decimal numbers", f"{glued.group()!r} in {line:.200}", "put a blank or * between")
    depths = accumulate((sign in "([") - (sign in ")]") for sign in line)
    if max(depths) > MAX_BRACKETS:
        raise SpecError(asked, f"at most {MAX_BRACKETS} brackets inside each other", "more", "leave out some of them")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError, Warning) as why:
        got = f"{line:.200} ({type(why).__name__}: {why})"
        raise SpecError(asked, "one expression of Python", got[:400], "compare its parentheses and commas") from None
    _bounded(tree, asked)
    return tree


def _bounded(tree: ast.expr, asked: str) -> None:
    """Refuse a tree that is too high, before anyone walks through it, and names that are none."""
    level: list[ast.AST] = [tree]
    for _ in range(MAX_NESTING):
        for node in level:
            if isinstance(node, ast.Name):
                _check_name(node.id, asked)
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return
    raise SpecError(asked, f"at most {MAX_NESTING} levels of nesting", "more", "give its parts names, in where")


def _check_name(name: str, asked: str) -> None:
    if name in ("sum", "range"):
        return
    if name in RESERVED or name.startswith("__"):
        hint = f"{name}_ is an arbitrary name; the notation has sum, range, brackets and `a if P else b`"
        raise SpecError(asked, "names of one's own", f"{name}, which means something already", hint)
    if not NAME.fullmatch(name):
        hint = "begin with a letter, and use at most 64 letters, digits and _"
        raise SpecError(asked, "names of letters, digits and _", name[:100], hint)


def written(node: ast.AST, most: int = 120) -> str:
    """The node as text, for messages."""
    text = ast.unparse(node)
    return text if len(text) <= most else text[: most - 3] + "..."
