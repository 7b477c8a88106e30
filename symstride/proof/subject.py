"""What a theorem is about: one piece of data, and everything that is said of it follows from that.

There are five: a name of the catalogue with a number of axes (``statements.catalogue``), a layer
(``statements.request``), a transposed layer or a pool (``statements.operator``), a network with its rewriting
(``symstride.network.subject``), and an identity of one's own (``statements.identity``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from symstride.proof.kernel.terms import Term

Statement: TypeAlias = tuple[frozenset[Term], Term]
"""Hypotheses and conclusion."""


class Subject(Protocol):
    """Read from a certificate by a class method ``from_plain``, which refuses what ``about`` would not say."""

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON, as a certificate has it."""

    @property
    def title(self) -> str:
        """In words, one line.  Subjects with different statements have different titles."""

    @property
    def details(self) -> tuple[str, ...]:
        """What the title has no room for, line by line."""

    @property
    def headline(self) -> str:
        """What the claims together say, in LaTeX; empty where the first claim says it."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it was read from; no proof is ever written in their place."""

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Every statement that a certificate has to make, by the name of its claim, in order.

        They are made one by one, so that who compares them can stop at the first that differs.
        """
