"""A claim of the catalogue as texts in Python's notation: what ``symstride.Identity`` takes, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symstride.proof.statements.identity import IdentitySubject


@dataclass(frozen=True)
class Texts:
    """left = right under ``given``: conditions separated by ``;``.

    ``where`` has definitions, head -> body, each of which may use those before it.  ``letters`` stand once per axis.
    ``words`` say it in prose, with mathematics in TeX between dollar signs.  ``steps`` are terms on the way for the
    prover, each a text or a pair of a text and its reason; they are no part of the statement.
    """

    left: str
    right: str
    given: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    letters: str = ""
    words: str = ""
    steps: tuple[str | tuple[str, str], ...] = ()

    def subject(self, axes: int) -> IdentitySubject:
        """The statement for so many axes; ``SpecError`` and ``NotSupported`` for what has no meaning."""
        from symstride.proof.language.notation.parsing import one_line
        from symstride.proof.statements.identity import IdentitySubject

        given = tuple(one_line(text, "given") for text in self.given.split(";") if text.strip())
        where = tuple((one_line(head, "where"), one_line(body, head)) for head, body in self.where.items())
        left, right = one_line(self.left, "left"), one_line(self.right, "right")
        return IdentitySubject(left, right, given, where, tuple(self.letters.split()), axes)
