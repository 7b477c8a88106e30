"""A talk about a proof, for Beamer: the problem, the picture in steps, the theorem, the proof line by line, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from symstride.drawing.diagram import Diagram
from symstride.drawing.pictures.network import on_pages
from symstride.drawing.scene import Scene
from symstride.drawing.tikz import tikz
from symstride.escaping import TeX
from symstride.render.document import (
    Block,
    Definitions,
    Document,
    Grids,
    Items,
    Literal,
    Matrices,
    Picture,
    ProofChain,
    Prose,
    Statement,
    Symbols,
    Table,
)
from symstride.render.latex import environment
from symstride.render.prose import Text, spans

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_EQUATIONS: Final = 3
"""Definitions on one slide."""
MOST_ROWS: Final = 9
"""Rows of a table on one slide."""
MOST_ITEMS: Final = 4
"""Sentences of a list on one slide."""
LINES: Final = 14
"""Lines of text on one slide."""
WIDTH, HEIGHT = 138.0, 62.0
"""Millimetres that a picture may take on a slide."""
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Slide:
    """A title and what stands below it; one with steps stays on one frame, all others may go on."""

    title: str
    blocks: tuple[Block, ...]
    has_steps: bool = False


def render_slides(document: Document) -> str:
    """The talk as a LaTeX document, which compiles by itself."""
    slides = tuple(slides_of(document))
    return _environment().get_template("slides.tex.j2").render(document=document, slides=slides)


TITLES: Final = {
    "setting": "The problem",
    "theorem": "Theorem",
    "proof": "Proof",
    "sizes": "The numbers",
    "bank": "The bank",
    "certificate": "The certificate",
}
"""The sections that have slides, in order."""


def slides_of(document: Document) -> Iterator[Slide]:
    """The slides behind the title."""
    pictures = [block for block in document.section("theorem") if isinstance(block, Picture)]
    for name, title in TITLES.items():
        if name == "theorem":
            yield from (Slide("The picture", (picture,), isinstance(picture.picture, Scene)) for picture in pictures)
        for blocks in _pages(document.section(name)):
            yield Slide(title, blocks)


def _pages(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks of a section, slide by slide."""
    page: list[Block] = []
    for piece in chain.from_iterable(map(_pieces, blocks)):
        if page and sum(map(_lines, page)) + _lines(piece) > LINES:
            yield tuple(page)
            page = []
        page.append(piece)
    if page:
        yield tuple(page)


def _lines(block: Block) -> int:
    """About how many lines of text a block takes."""
    match block:
        case Prose():
            return _wrapped(block.text) + _wrapped(block.head)
        case Items():
            return sum(map(_wrapped, block.texts))
        case Definitions():
            return 4 * len(block.equations)
        case Statement():
            return _wrapped(block.words) + (4 if block.compact else 8)
        case Table() | Grids():
            return LINES - 3
        case Matrices():
            return 4
        case Literal():
            return 2
    return LINES


def _wrapped(text: Text) -> int:
    letters = sum(len(span.text) for span in spans(text))
    return -(-letters // 80)


def _pieces(block: Block) -> Iterator[Block]:
    """A block in pieces that fit on a slide; conventions, letters, pictures and the proofs of lemmas are left out."""
    if isinstance(block, Definitions):
        yield from (replace(block, equations=part) for part in _parts(block.equations, MOST_EQUATIONS))
    elif isinstance(block, ProofChain) and block.compact:
        return  # a lemma's own proof
    elif isinstance(block, ProofChain):
        starts = (block.start, *(step.formula for step in block.steps))
        yield from (ProofChain(start, (step,), block.claim) for start, step in zip(starts, block.steps))
    elif isinstance(block, Table):
        yield from (replace(block, rows=part, long=False, size=3) for part in _parts(block.rows, MOST_ROWS))
    elif isinstance(block, Matrices):
        yield from (Matrices((line,)) for line in block.lines)
    elif isinstance(block, Grids):
        yield from (Grids((grid,)) for grid in block.grids)
    elif isinstance(block, Items):
        if not block.in_a_row or block.look == "shorts":
            yield from (replace(block, texts=part) for part in _parts(block.texts, MOST_ITEMS))
    elif not isinstance(block, Symbols | Picture):
        yield block


def _parts(whole: Sequence[Part], most: int) -> Iterator[tuple[Part, ...]]:
    return (tuple(whole[n : n + most]) for n in range(0, len(whole), most))


# ------------------------------------------------------------------------------------------------ pictures


def scenes(picture: Scene | Diagram) -> tuple[TeX, ...]:
    """A picture in steps, or its pages, each no larger than a slide allows."""
    pages = on_pages(picture) if isinstance(picture, Diagram) else (picture,)
    return tuple(_scaled(tikz(page, overlays=page.steps > 1), page.width, page.height) for page in pages)


def _scaled(drawn: str, width: float, height: float) -> TeX:
    factor = min(1.4, WIDTH / width, HEIGHT / height)
    return TeX(rf"\scalebox{{{factor:.3g}}}{{{drawn}}}")


@cache
def _environment() -> Environment:
    """The environment for LaTeX, which also knows pictures in steps."""
    made = environment().overlay()
    made.filters = {**environment().filters, "scenes": scenes}
    return made
