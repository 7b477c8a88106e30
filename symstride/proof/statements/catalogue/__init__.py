"""The catalogue of general theorems: symbols throughout, any number of axes.  One file states each of them.

A file of this folder is loaded when its theorem is met.  Nothing here knows how claims are proved; ``replay`` compares
a certificate with what the file says.  To add a theorem, write its file and put its name into ``GROUPS``; the name
``noble-identities`` belongs to ``noble_identities.py``.  The file has

``TITLE``       a heading of a few words; it, the names of claims and all words are running text, as papers print it
``LINE``        what it says, in one line, for ``CATALOGUE``
``SOURCES``     keys of the bibliography
``CLAIMS``      the claims by name, the headline first, each of them ``Texts``: two sides, ``given``, ``where``,
                ``letters`` that stand once per axis, ``words``, and ``steps`` where the prover needs a term on the way
``FALSE``       false neighbours: what is wrong with it, in words -> ``Texts`` that numbers refute
``MOST_AXES``   1 where the theorem is about one axis only; otherwise left out
``FOLLOWS``     names of theorems that it follows from or generalises; left out where there are none

and nothing else: the prover does the rest.  A theorem that is stated in terms, with a derivation of its own in
``proof.theorems``, has ``claims``, from the number of axes to the claims by name, and ``WORDS``, which say each claim
in prose, in place of ``CLAIMS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.proof.kernel.terms import Term
    from symstride.proof.statements.texts import Texts
    from symstride.proof.subject import Statement

Claims: TypeAlias = "dict[str, tuple[list[Term], Term]]"
"""Hypotheses and conclusion by the name of the claim; the first claim is the headline."""

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Strided layers": (
        "subsampling",
        "phase-lemma",
        "single-layer",
        "bank-entries",
        "finite-layer",
        "unit-stride",
        "transposed-layer",
        "pooling",
        "boundaries",
    ),
    "Shifts and sums": ("linearity", "equivariance", "no-other-shifts"),
    "Phases": ("noble-identities", "dilation-phases", "polyphase", "resampling"),
    "Filter banks": ("polyphase-matrices", "reconstructing-banks", "bank-response"),
    "Composition": ("composition", "associativity", "pointwise-layers", "inner-padding"),
    "Gradients": (),
    "Dictionaries": (),
    "Receptive fields and sizes": (),
    "Quantised layers": (),
}
"""The names of the theorems by group, in reading order."""

MAX_AXES: Final = 9
"""Most axes of a theorem: the theorems number their bound variables m1 to m9."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A theorem of the catalogue: its name and its group; the rest is read from its file when it is asked for."""

    name: str
    group: str

    def __str__(self) -> str:
        """What it says, in one line."""
        return self.line

    @property
    def file(self) -> Any:
        """The module that states it."""
        return import_module(f"{__name__}.{self.name.replace('-', '_')}")

    @property
    def title(self) -> str:
        """A heading of a few words."""
        return str(self.file.TITLE)

    @property
    def line(self) -> str:
        """What it says, in one line."""
        return str(self.file.LINE)

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the bibliography."""
        return tuple(self.file.SOURCES)

    @property
    def most_axes(self) -> int:
        """For how many axes it may be asked for: 1 for a theorem about one axis."""
        return int(getattr(self.file, "MOST_AXES", MAX_AXES))

    @property
    def follows(self) -> tuple[str, ...]:
        """Names of the theorems that it follows from or generalises."""
        return tuple(getattr(self.file, "FOLLOWS", ()))

    @property
    def texts(self) -> Mapping[str, Texts]:
        """Its claims as texts, by name; empty for a theorem that is stated in terms."""
        return dict(getattr(self.file, "CLAIMS", {}))

    @property
    def in_texts(self) -> bool:
        """Is it stated as texts?  Otherwise in terms, and proved by a derivation of its own."""
        return hasattr(self.file, "CLAIMS")

    @property
    def words(self) -> Mapping[str, str]:
        """What each of its claims says, in prose."""
        return {name: claim.words for name, claim in self.texts.items()} or dict(self.file.WORDS)

    @property
    def false(self) -> Mapping[str, Texts]:
        """False neighbours: what is wrong, in words -> the texts."""
        return dict(getattr(self.file, "FALSE", {}))

    def statements(self, axes: int) -> Iterator[tuple[str, Statement]]:
        """The claims for so many axes, the headline first."""
        if self.in_texts:
            for name, texts in self.texts.items():
                yield name, texts.subject(axes).statement
            return
        for name, (hyps, concl) in self.file.claims(axes).items():
            yield name, (frozenset(hyps), concl)


CATALOGUE: Final[Mapping[str, Entry]] = {name: Entry(name, group) for group, names in GROUPS.items() for name in names}
"""The general theorems, in reading order: name -> group, title, statement in one line, sources."""


@dataclass(frozen=True, slots=True)
class GeneralSubject:
    """A name of the catalogue and a number of axes."""

    name: str
    axes: int

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"theorem": self.name, "axes": self.axes}

    @property
    def heading(self) -> str:
        """The theorem's title."""
        return CATALOGUE[self.name].title

    @property
    def in_texts(self) -> bool:
        """Are its claims stated as texts, whose letters are the theorem's own?"""
        return CATALOGUE[self.name].in_texts

    @property
    def title(self) -> str:
        """The theorem's title, and for how many axes."""
        return f"{self.heading} (axes: {self.axes})"

    @property
    def details(self) -> tuple[str, ...]:
        """Nothing: the title says it all."""
        return ()

    @property
    def files(self) -> tuple[Path, ...]:
        """None."""
        return ()

    @property
    def headline(self) -> str:
        """Empty: the first claim says it."""
        return ""

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """The claims, the headline first."""
        yield from CATALOGUE[self.name].statements(self.axes)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> GeneralSubject:
        """The subject in a certificate; ``SpecError`` when it is none."""
        if set(data) != {"theorem", "axes"}:
            raise SpecError("a certificate's about", "theorem and axes", ", ".join(sorted(data))[:80], _AGAIN)
        name, axes = data["theorem"], data["axes"]
        if type(name) is not str or name not in CATALOGUE:
            raise SpecError("a theorem by name", f"one of {', '.join(CATALOGUE)}", repr(name)[:80], _AGAIN)
        most = CATALOGUE[name].most_axes
        if type(axes) is not int or not 1 <= axes <= most:
            expected = "1 axis" if most == 1 else f"1 to {most} axes"
            raise SpecError(f"the theorem {name}", expected, repr(axes)[:80], f"write axes={min(2, most)}")
        return cls(name, axes)


_AGAIN = "pick a name of the catalogue, symstride.CATALOGUE, and write axes=2"
