"""An identity as a certificate carries it: its texts, from which the statement is read again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import Term
from symstride.proof.language.notation.parsing import one_line
from symstride.proof.language.notation.reading import MAX_DEFINITIONS, TextReading
from symstride.proof.language.syntax import equal
from symstride.proof.subject import Statement

CLAIM: Final = "identity"
"""The name of the one claim that a certificate about an identity has."""
MAX_HYPOTHESES: Final = 64
MAX_TITLE: Final = 300
"""Longest title, in characters; the texts in full are the details."""
_FIELDS: Final = ("axes", "given", "identity", "letters", "where")
_ASKED: Final = "a certificate's about"
_AGAIN: Final = "prove the identity again: the texts of a certificate are never edited by hand"


@dataclass(frozen=True)
class IdentitySubject:
    """left = right, for all values of the free names that meet ``given``, over every commutative semiring.

    ``where`` has pairs of a head and a body; ``letters`` stand once per axis.  Names, titles and words of a theorem
    are no part of it: they could say anything.
    """

    left: str
    right: str
    given: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    letters: tuple[str, ...] = ()
    axes: int = 1

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        where = [[head, body] for head, body in self.where]
        return {
            "identity": [self.left, self.right],
            "given": list(self.given),
            "where": where,
            "letters": list(self.letters),
            "axes": self.axes,
        }

    @property
    def in_texts(self) -> bool:
        """Its letters are its author's: no meaning is known of them."""
        return True

    @property
    def title(self) -> str:
        """The statement as it was written, on one line; a long one is cut, and closed by a digest of all texts."""
        line = f"the statement as written: {'; '.join(self.details)}"
        if len(line) <= MAX_TITLE:
            return line
        seal = hashlib.sha256(json.dumps(self.about, sort_keys=True).encode()).hexdigest()[:16]
        return f"{line[: MAX_TITLE - 40]}... (SHA-256 of its texts: {seal})"

    @property
    def details(self) -> tuple[str, ...]:
        """The texts, line by line: the equation, its hypotheses, its definitions, the axes."""
        lines = [f"{_operand(self.left)} == {_operand(self.right)}"]
        lines += [f"given {text}" for text in self.given]
        lines += [f"where {head} = {body}" for head, body in self.where]
        if self.letters:
            axes = "1 axis" if self.axes == 1 else f"{self.axes} axes"
            lines.append(f"for {axes}, on each of which there is one {', '.join(self.letters)}")
        return tuple(lines)

    @property
    def headline(self) -> str:
        """Empty: the one claim says it."""
        return ""

    @property
    def files(self) -> tuple[Path, ...]:
        """None: it is read from texts."""
        return ()

    @cached_property
    def reading(self) -> TextReading:
        """The texts as terms; ``SpecError`` and ``NotSupported`` for what has no meaning."""
        return self.read()

    def read(self, **more: str) -> TextReading:
        """The texts as terms, with further scalars that are written with the same definitions and letters."""
        texts = {"left": self.left, "right": self.right, **more}
        return TextReading(texts, self.where, self.given, self.letters, self.axes)

    @property
    def hypotheses(self) -> tuple[Term, ...]:
        """The formulas of ``given``, in order."""
        return self.reading.hypotheses

    @property
    def statement(self) -> Statement:
        """The hypotheses and left = right."""
        terms = self.reading.terms
        return frozenset(self.hypotheses), equal(terms["left"], terms["right"])

    def idle(self, unneeded: Collection[Term]) -> frozenset[Term]:
        """Of the hypotheses that a proof did not need those without which the texts mean something too.

        Others say that a divisor is not 0: the statement has no meaning without them, whatever its proof needs.
        """
        subject, found = self, frozenset[Term]()
        for text in self.given:
            less = replace(subject, given=tuple(each for each in subject.given if each != text))
            try:
                lost = frozenset(self.hypotheses) - frozenset(less.hypotheses)
            except (SpecError, NotSupported):
                continue
            if lost.issubset(unneeded):
                subject, found = less, lost
        return found

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """The one claim."""
        yield CLAIM, self.statement

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> IdentitySubject:
        """The subject in a certificate; ``SpecError`` when it is none."""
        if sorted(data) != list(_FIELDS):
            raise SpecError(_ASKED, ", ".join(_FIELDS), ", ".join(sorted(data))[:200], _AGAIN)
        sides, given, where, letters = (data[name] for name in ("identity", "given", "where", "letters"))
        if not (_is_texts(sides) and len(sides) == 2 and _is_texts(given) and _is_texts(letters)):
            raise SpecError(_ASKED, "two sides, hypotheses and letters, all of them texts", repr(data)[:200], _AGAIN)
        if not (type(where) is list and all(_is_texts(pair) and len(pair) == 2 for pair in where)):
            raise SpecError(_ASKED, "definitions as pairs of a head and a body", repr(where)[:200], _AGAIN)
        if len(given) > MAX_HYPOTHESES or len(where) > MAX_DEFINITIONS:
            got = f"{len(given)} and {len(where)}"
            raise SpecError(
                _ASKED, f"at most {MAX_HYPOTHESES} hypotheses and {MAX_DEFINITIONS} definitions", got, _AGAIN
            )
        for text in (*sides, *given, *(text for pair in where for text in pair)):
            if one_line(text, _ASKED) != text:
                raise SpecError(_ASKED, "texts on one line, blanks one by one", repr(text)[:200], _AGAIN)
        pairs = tuple((head, body) for head, body in where)
        return cls(sides[0], sides[1], tuple(given), pairs, tuple(letters), data["axes"])


def _operand(text: str) -> str:
    """A side of an equation: a choice goes into parentheses, since Python would take the equation for a part of it."""
    outside, depth = "", 0
    for sign in text:
        depth -= sign in ")]"
        outside += sign if depth == 0 else " "
        depth += sign in "(["
    return f"({text})" if "if" in re.findall(r"[A-Za-z0-9_]+", outside) else text


def _is_texts(x: object) -> bool:
    return type(x) is list and all(type(text) is str for text in x)
