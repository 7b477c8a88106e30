"""The catalogue of general theorems: symbols throughout, any number of axes.  One file states each of them.

A file of this folder has the theorem's ``TITLE``; ``claims``, from the number of axes to the claims by name, the
headline first; ``WORDS``, which say each claim in prose; and ``SOURCES``, keys of the bibliography.  It is loaded when
its theorem is met.  Nothing here knows how the claims are proved; ``replay`` compares a certificate with these.
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
    from symstride.proof.subject import Statement

Claims: TypeAlias = "dict[str, tuple[list[Term], Term]]"
"""Hypotheses and conclusion by the name of the claim; the first claim is the headline."""

CATALOGUE: Final[Mapping[str, str]] = {
    "subsampling": "striding is subsampling of the unit-stride convolution tensor",
    "phase-lemma": "every phase of a strided convolution is a unit-stride convolution of its input's phases",
    "single-layer": "a strided layer is a unit-stride sum over the phases of its input; the size of its kernel",
    "bank-entries": "every entry of the expanded bank is one weight or zero; each weight stands once per output phase",
    "finite-layer": "the layer on finite arrays, zero padded or circular, with its sizes and its padding in cells",
    "unit-stride": "a strided layer is one convolution with stride 1 and dilation 1, on more channels",
    "transposed-layer": "a transposed convolution is a unit-stride sum over the same bank, its phases exchanged",
    "pooling": "pooling with a stride is pooling of phases without one; over (max, +) this is max-pooling",
    "boundaries": "where a map ends on a grid, and when what lies behind its end is not read",
}
"""The general theorems, in reading order: name -> what it says, in one line."""

MAX_AXES: Final = 9
"""Most axes of a theorem: the theorems number their bound variables m1 to m9."""


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
        return str(self._file.TITLE)

    @property
    def _file(self) -> Any:
        """The module that states it."""
        return import_module(f"{__name__}.{self.name.replace('-', '_')}")

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
        for name, (hyps, concl) in self._file.claims(self.axes).items():
            yield name, (frozenset(hyps), concl)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> GeneralSubject:
        """The subject in a certificate; ``SpecError`` when it is none."""
        if set(data) != {"theorem", "axes"}:
            raise SpecError("a certificate's about", "theorem and axes", ", ".join(sorted(data))[:80], _AGAIN)
        name, axes = data["theorem"], data["axes"]
        if type(name) is not str or name not in CATALOGUE:
            raise SpecError("a theorem by name", f"one of {', '.join(CATALOGUE)}", repr(name)[:80], _AGAIN)
        if type(axes) is not int or not 1 <= axes <= MAX_AXES:
            raise SpecError("a theorem by name", f"1 to {MAX_AXES} axes", repr(axes)[:80], _AGAIN)
        return cls(name, axes)


_AGAIN = "pick a name of the catalogue, symstride.CATALOGUE, and write axes=2"
