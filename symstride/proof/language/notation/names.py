"""One name, one meaning: what each name of some texts stands for, and the letters that stand once per axis."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from symstride.errors import SpecError
from symstride.proof.kernel.terms import MAX_ARITY, NAME, Term, var
from symstride.proof.language.notation.parsing import RESERVED

MAX_AXES: Final = 9
INTEGER: Final = "an integer"
FUNCTION: Final = "a function of one scalar"
DEFINITION: Final = "a definition"


def tensor_role(arity: int) -> str:
    """What a tensor of so many indices is called."""
    return f"a tensor with {arity} {'index' if arity == 1 else 'indices'}" if arity else "a scalar"


@dataclass(frozen=True)
class Letters:
    """The letters that stand once per axis.  For one axis a copy is the letter itself, else k1, ..., kd."""

    names: frozenset[str]
    axes: int

    @classmethod
    def of(cls, names: Iterable[str], axes: int, asked: str) -> Letters:
        """Refuses what is no letter, letters that are given twice, and a number of axes that is none."""
        letters = tuple(names)
        if type(axes) is not int or not 1 <= axes <= MAX_AXES:
            raise SpecError(asked, f"1 to {MAX_AXES} axes", repr(axes)[:80], "write axes=2")
        for letter in letters:
            if type(letter) is not str or not NAME.fullmatch(letter) or letter in RESERVED:
                raise SpecError(asked, "letters, separated by blanks", f"{letter!r:.80}", 'write letters="i k s j"')
        if len(set(letters)) != len(letters):
            raise SpecError(asked, "every letter once", " ".join(letters)[:200], "leave the second one out")
        return cls(frozenset(letters), axes)

    def copies(self, letter: str) -> tuple[str, ...]:
        """The names of a letter, or of any other name, in the kernel."""
        if letter not in self.names or self.axes == 1:
            return (letter,)
        return tuple(f"{letter}{n + 1}" for n in range(self.axes))

    def mentioned(self, node: ast.AST) -> bool:
        """Does the expression stand once per axis?"""
        return any(isinstance(n, ast.Name) and n.id in self.names for n in ast.walk(node))

    def axes_of(self, node: ast.AST) -> range:
        """The axes on which an integer expression is read: all of them, or one for what stands only once."""
        return range(self.axes if self.mentioned(node) else 1)

    def check(self, names: Iterable[str], asked: str) -> None:
        """Refuse texts in which the copies of a letter meet a name that is there already."""
        others = set(names) - self.names
        for letter in sorted(self.names) if self.axes > 1 else ():
            met = others.intersection(self.copies(letter))
            if met:
                got = f"{', '.join(sorted(met))}, which the copies of {letter} would meet"
                raise SpecError(asked, "names of their own for the axes", got, f"rename {letter}, or add to letters")


@dataclass
class Roles:
    """What each name has been used as; a second use as something else is refused."""

    asked: str
    roles: dict[str, str] = field(default_factory=dict)

    def use(self, name: str, role: str) -> None:
        """Note the use of a name."""
        if name in ("sum", "range"):
            raise SpecError(self.asked, "a name of one's own", name, "sum and range are Python's: call it otherwise")
        known = self.roles.setdefault(name, role)
        if known != role:
            got = f"{name} as {role}, and elsewhere as {known}"
            raise SpecError(self.asked, "one meaning for every name", got, "give one of the two another name")

    def tensor(self, name: str, arity: int) -> None:
        """Note the use of a tensor."""
        if arity > MAX_ARITY:
            raise SpecError(self.asked, f"at most {MAX_ARITY} indices", f"{name} with {arity}", "use fewer indices")
        self.use(name, tensor_role(arity))

    def is_scalar(self, name: str) -> bool:
        """Is the name known as something else than an integer?"""
        return self.roles.get(name, INTEGER) != INTEGER


@dataclass(frozen=True)
class Scope:
    """What an expression stands in: the letters that are bound around it, and integer formulas that hold there.

    ``bound`` sends a letter as it is written to the variables that stand for it, one for each axis.
    """

    bound: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    facts: tuple[Term, ...] = ()

    def bind(self, letter: str, variables: Iterable[str]) -> Scope:
        """The scope inside a binder."""
        return Scope({**self.bound, letter: tuple(map(var, variables))}, self.facts)

    def knowing(self, facts: Iterable[Term]) -> Scope:
        """The scope where these formulas hold too."""
        return Scope(self.bound, (*self.facts, *facts))
