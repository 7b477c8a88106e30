"""The general theorems with everything that is said of them: groups, titles, sources, words, false neighbours.

Nothing here is trusted: replay reads a theorem's statement from its file, ``proof.statements.catalogue``, alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from symstride.proof.statements.catalogue import GeneralSubject

if TYPE_CHECKING:
    from symstride.identity import Identity
    from symstride.proof.statements.texts import Texts


GROUPS: Final[Mapping[str, str]] = {
    "Strided layers": "subsampling phase-lemma single-layer bank-entries finite-layer unit-stride transposed-layer "
    "pooling boundaries",
    "Shifts and sums": "linearity equivariance no-other-shifts",
    "Phases": "noble-identities moved-strides dilation-phases polyphase resampling",
    "Filter banks": "polyphase-matrices reconstructing-banks bank-response",
    "Composition": "composition associativity pointwise-layers inner-padding gram-matrix",
    "Gradients": "adjoint gradient-input gradient-weights shared-gradients expansion-transpose sharing-ties",
    "Transposed layers and dictionaries": "sub-pixel checkerboard sparse-coding",
    "Receptive fields and sizes": "receptive-fields stack-sizes",
    "Lowerings": "space-to-depth merged-channels im2col dilated-strided grouped-layers separable-kernels unread-places "
    "dead-phases no-worse sum-pooling",
    "Quantised layers": "zero-points quantised-bank",
}
"""The names of the theorems by group, in reading order, with blanks between them."""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A theorem of the catalogue: its name and its group; the rest is read from its file when it is asked for."""

    name: str
    group: str

    def __str__(self) -> str:
        """What it says, in one line."""
        return self.line

    def _repr_html_(self) -> str:
        from symstride.markup import table

        wrong = (("false beside it", words) for words in self.false)
        return table(("", self.title), (("name", self.name), ("group", self.group), ("says", self.line), *wrong))

    @property
    def file(self) -> Any:
        """The module that states it."""
        return GeneralSubject(self.name, 1).file

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
        return GeneralSubject(self.name, 1).most_axes

    @property
    def follows(self) -> tuple[str, ...]:
        """Names of the theorems that it follows from or generalises."""
        return tuple(getattr(self.file, "FOLLOWS", ()))

    @property
    def identities(self) -> Mapping[str, Identity]:
        """Its claims by name, where it is stated as texts; none for a theorem that is stated in terms."""
        return {name: _identity(texts) for name, texts in getattr(self.file, "CLAIMS", {}).items()}

    @property
    def in_texts(self) -> bool:
        """Is it stated as texts?  Otherwise in terms, and proved by a derivation of its own."""
        return GeneralSubject(self.name, 1).in_texts

    @property
    def words(self) -> Mapping[str, str]:
        """What each of its claims says, in prose."""
        return {name: claim.words for name, claim in self.identities.items()} or dict(self.file.WORDS)

    @property
    def false(self) -> Mapping[str, Identity]:
        """False neighbours: what is wrong, in words -> an identity that numbers refute."""
        from symstride.proof.theorems.false_neighbours import FALSE

        listed = self.file.FALSE if self.in_texts else FALSE[self.name]
        return {wrong: _identity(texts) for wrong, texts in listed.items()}


def _identity(texts: Texts) -> Identity:
    from symstride.identity import Identity

    return Identity(
        texts.left, texts.right, texts.given, texts.where, texts.letters, steps=texts.steps, words=texts.words
    )


CATALOGUE: Final[Mapping[str, CatalogueEntry]] = {
    name: CatalogueEntry(name, group) for group, names in GROUPS.items() for name in names.split()
}
"""The general theorems, in reading order: name -> group, title, statement in one line, sources."""
