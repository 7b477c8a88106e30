"""The catalogue of general theorems: symbols throughout, any number of axes.  One file states each of them.

A file of this folder is loaded when its theorem is met.  Nothing here knows how claims are proved; ``replay`` compares
a certificate with what the file says.  To add a theorem, write its file and put its name into the ``GROUPS`` of
``symstride.catalogue``.  The file has

``TITLE``       a heading of a few words; it, the names of claims and all words are running text, as papers print it
``LINE``        what it says, in one line, for ``symstride.CATALOGUE``
``SOURCES``     keys of the bibliography
``CLAIMS``      the claims by name, the headline first, each of them ``Texts``: two sides, ``given``, ``where``,
                ``letters`` that stand once per axis, ``words``, and ``steps`` where the prover needs a term on the way
``FALSE``       false neighbours: what is wrong with it, in words -> ``Texts`` that numbers refute
``MOST_AXES``   1 where the theorem is about one axis only; otherwise left out
``FOLLOWS``     names of theorems that it follows from or generalises; left out where there are none

and nothing else: the prover does the rest.  A theorem that is stated in terms, with a derivation of its own in
``proof.theorems``, has ``claims``, from the number of axes to the claims by name, and ``WORDS``, which say each claim
in prose, in place of ``CLAIMS``; its false neighbours stand in ``proof.theorems.false_neighbours``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.proof.kernel.terms import Term
    from symstride.proof.subject import Statement

Claims: TypeAlias = "dict[str, tuple[list[Term], Term]]"
"""Hypotheses and conclusion by the name of the claim; the first claim is the headline."""

NAMES: Final = tuple(sorted(path.stem.replace("_", "-") for path in Path(__file__).parent.glob("[!_]*.py")))
"""The names of the theorems: ``noble-identities`` belongs to ``noble_identities.py``."""

MAX_AXES: Final = 9
"""Most axes of a theorem: the theorems number their bound variables m1 to m9."""


@dataclass(frozen=True, slots=True)
class GeneralSubject:
    """A name of the catalogue and a number of axes."""

    name: str
    axes: int
    details: ClassVar[tuple[str, ...]] = ()  # the title says it all
    files: ClassVar[tuple[Path, ...]] = ()
    headline: ClassVar[str] = ""  # the first claim says it

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"theorem": self.name, "axes": self.axes}

    @property
    def heading(self) -> str:
        """The theorem's title."""
        return str(self.file.TITLE)

    @property
    def file(self) -> Any:
        """The module that states it."""
        return import_module(f"{__name__}.{self.name.replace('-', '_')}")

    @property
    def in_texts(self) -> bool:
        """Are its claims stated as texts, whose letters are the theorem's own?"""
        return hasattr(self.file, "CLAIMS")

    @property
    def most_axes(self) -> int:
        """For how many axes it may be asked for: 1 for a theorem about one axis."""
        return int(getattr(self.file, "MOST_AXES", MAX_AXES))

    @property
    def title(self) -> str:
        """The theorem's title, and for how many axes."""
        return f"{self.heading} (axes: {self.axes})"

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """The claims, the headline first."""
        if self.in_texts:
            for name, texts in self.file.CLAIMS.items():
                yield name, texts.subject(self.axes).statement
            return
        for name, (hyps, concl) in self.file.claims(self.axes).items():
            yield name, (frozenset(hyps), concl)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> GeneralSubject:
        """The subject in a certificate; ``SpecError`` when it is none."""
        if set(data) != {"theorem", "axes"}:
            raise SpecError("a certificate's about", "theorem and axes", ", ".join(sorted(data))[:80], _AGAIN)
        name, axes = data["theorem"], data["axes"]
        if type(name) is not str or name not in NAMES:
            near = ", ".join(get_close_matches(str(name)[:80], NAMES, n=3))
            hint = f"did you mean {near}?" if near else _AGAIN
            raise SpecError("a theorem's name", f"one of {len(NAMES)} in symstride.CATALOGUE", repr(name)[:80], hint)
        most = cls(name, 1).most_axes
        if type(axes) is not int or not 1 <= axes <= most:
            expected = "1 axis" if most == 1 else f"1 to {most} axes"
            raise SpecError(f"the theorem {name}", expected, repr(axes)[:80], f"write axes={min(2, most)}")
        return cls(name, axes)


_AGAIN = "pick a name of the catalogue, symstride.CATALOGUE, and write axes=2"
