"""A document as sections of blocks: what stands in a paper and in which order, whatever it is about.

``composition`` makes one; the templates and every other back end know these records and nothing else.  A formula that
is displayed stands in ``Definitions``, or in a ``Statement`` or ``ProofChain`` that names the claim of the certificate
that it was printed from.

Strings are running text (``prose``), except where a field is said to be LaTeX, which may have marks for breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from symstride.drawing.diagram import Diagram
from symstride.drawing.scene import Scene
from symstride.render.claims import Step
from symstride.render.glossary import GlossaryEntry
from symstride.render.prose import Text
from symstride.render.references import Reference
from symstride.render.tables import Block as Matrix
from symstride.render.tables import WeightTable


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, with a heading in front of it where there is one.  ``ends_proof`` puts the sign of it behind."""

    text: Text
    head: Text = ""
    ends_proof: bool = False
    kind: ClassVar[str] = "prose"


@dataclass(frozen=True, slots=True)
class Items:
    """Texts in a list; ``in_a_row``: short ones, which print sets as one paragraph."""

    texts: tuple[Text, ...]
    head: Text = ""
    in_a_row: bool = False
    look: str = ""
    """What sort of list it is, for pages: ``shorts`` have formulas, ``provisos`` are sentences."""
    kind: ClassVar[str] = "items"


@dataclass(frozen=True, slots=True)
class Definitions:
    """Equations, in LaTeX, that say what symbols mean; ``inner`` ones belong to the statement in front of them.

    ``lead`` is the word in front of them.
    """

    equations: tuple[str, ...]
    inner: bool = False
    lead: Text = ""
    kind: ClassVar[str] = "definitions"

    @property
    def formulas(self) -> tuple[str, ...]:
        """What is displayed."""
        return self.equations


@dataclass(frozen=True, slots=True)
class Symbols:
    """Letters and what they mean."""

    entries: tuple[GlossaryEntry, ...]
    head: Text = ""
    kind: ClassVar[str] = "symbols"


@dataclass(frozen=True, slots=True)
class Statement:
    """A theorem, a lemma or another claim, under its hypotheses.

    ``name`` stands in front, as "Theorem 1", and ``title`` behind it in brackets.  ``hypotheses`` and ``formula`` are
    LaTeX, ``quantified`` are the free names.
    ``claim`` is the name in the certificate, or of a lemma.  ``compact`` ones are set small, in one paragraph, at whose
    end print announces the proof if one follows (``has_proof``), behind what is said of its ``ground`` or use.
    """

    name: Text
    formula: str
    claim: str
    title: Text = ""
    sources: tuple[str, ...] = ()
    words: Text = ""
    hypotheses: tuple[str, ...] = ()
    quantified: str = ""
    compact: bool = False
    has_proof: bool = False
    ground: Text = ""
    kind: ClassVar[str] = "statement"

    @property
    def formulas(self) -> tuple[str, ...]:
        """What is displayed."""
        return (self.formula,)


@dataclass(frozen=True, slots=True)
class ProofChain:
    """The proof of the claim of that name: its first term, in LaTeX, and a line for each step.

    ``proved`` is what the document calls the claim, as "Theorem 1".  ``compact`` ones are set small, sums in a line.
    """

    start: str
    steps: tuple[Step, ...]
    claim: str
    proved: Text = ""
    compact: bool = False
    kind: ClassVar[str] = "chain"

    @property
    def formulas(self) -> tuple[str, ...]:
        """What is displayed."""
        return (self.start, *(step.formula for step in self.steps))


@dataclass(frozen=True, slots=True)
class ModelNames:
    """ModelNames that a model has given, the first few of them, and how many there are beside."""

    names: tuple[str, ...]
    more: int


Cell: TypeAlias = Text | ModelNames


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and the heading that a narrow page repeats.

    ``is_head``: its cells are the heads of their rows.
    """

    head: Text
    share: float
    narrow: str = ""
    is_number: bool = False
    is_head: bool = False
    look: str = ""
    """What sort of cells it has, for pages: ``words``, ``along``."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells.  ``groups`` are headings over several columns, each with how many; ``long`` may go over pages.

    ``size`` is 0 for the size of small text, 1 for less, 2 for tables that are full to the edge, 3 for slides.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: tuple[tuple[Text, int], ...] = ()
    long: bool = False
    size: int = 0
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Grids:
    """Tables of weights, each with its title."""

    grids: tuple[tuple[str, WeightTable], ...]
    kind: ClassVar[str] = "grids"


@dataclass(frozen=True, slots=True)
class Matrices:
    """Labelled matrices, in lines."""

    lines: tuple[tuple[Matrix, ...], ...]
    kind: ClassVar[str] = "matrices"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its caption."""

    picture: Scene | Diagram
    caption: Text
    kind: ClassVar[str] = "picture"


@dataclass(frozen=True, slots=True)
class Literal:
    """A line to be copied letter by letter: a command or a digest."""

    text: str
    is_digest: bool = False
    kind: ClassVar[str] = "literal"


Block: TypeAlias = (
    Prose | Items | Definitions | Symbols | Statement | ProofChain | Table | Grids | Matrices | Picture | Literal
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``name`` is the same for all documents and languages."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper."""

    title: Text
    subtitle: str
    abstract: tuple[str, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks, in order."""
        return (block for section in self.sections for block in section.blocks)

    def section(self, name: str) -> tuple[Block, ...]:
        """The blocks of the section of that name; none where the document has no such section."""
        return next((section.blocks for section in self.sections if section.name == name), ())

    @property
    def formulas(self) -> tuple[str, ...]:
        """Everything that is displayed, in LaTeX, in order."""
        shown = (block for block in self.blocks if isinstance(block, Definitions | Statement | ProofChain))
        return tuple(formula for block in shown for formula in block.formulas)

    @property
    def claims(self) -> tuple[Statement, ...]:
        """Everything that is claimed, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Statement))
