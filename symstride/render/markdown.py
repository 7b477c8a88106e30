r"""A document as Markdown, for MyST, notebooks and everything else that reads dollar signs as mathematics.

Pictures stand in it as SVG, which Markdown takes over as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from symstride.render.document import (
    Block,
    Cell,
    Definitions,
    Document,
    Grids,
    Items,
    Literal,
    Matrices,
    ModelNames,
    Picture,
    ProofChain,
    Prose,
    Statement,
    Symbols,
    Table,
)
from symstride.render.notation import plain
from symstride.render.page import picture_svg
from symstride.render.prose import Text, listed, spans

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#|$~^&]|^[-+=]|(?<=^\d)[.)]|!(?=\[)")


def render_markdown(document: Document) -> str:
    """The whole document: one heading for each section, a block of mathematics for each displayed formula."""
    parts = [f"# {_text(document.title)}", _text(document.subtitle), *map(_text, document.abstract)]
    for section in document.sections:
        parts += [f"## {_text(section.heading)}", *map(_block, section.blocks)]
    parts += ["## References", "\n".join(f"- {_text(r.printed)}" for r in document.references)]
    return "\n\n".join(filter(None, parts)) + "\n"


# ------------------------------------------------------------------------------------------------ texts


def escaped(text: str) -> str:
    """Ordinary text that Markdown prints as it is, in one line."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], re.sub(r"\s*\n\s*", " ", text))


def _text(text: Text) -> str:
    kinds: dict[str, Callable[[str], str]] = {
        "text": escaped, "math": _math, "code": _code,
        "stress": lambda s: f"*{escaped(s)}*", "cite": lambda key: f"\\[{escaped(key)}\\]",
    }  # fmt: skip
    return "".join(kinds[span.kind](span.text) for span in spans(text))


def _math(latex: str) -> str:
    return f"${plain(latex).strip()}$"


def _code(text: str) -> str:
    """Code between as many backquotes as it needs, with a space where it begins or ends with one."""
    inside = " ".join(text.split("\n"))
    fence = "`" * (1 + max(map(len, re.findall("`+", inside)), default=0))
    space = " " if "`" in inside[:1] + inside[-1:] or not inside.strip() else ""
    return f"{fence}{space}{inside}{space}{fence}" if inside else "``` ```"


def _display(latex: str) -> str:
    return f"$$\n{plain(latex).strip()}\n$$"


# ------------------------------------------------------------------------------------------------ blocks


def _block(block: Block) -> str:
    return "\n\n".join(filter(None, _WRITERS[type(block)](block)))


def _prose(block: Prose) -> Iterable[str]:
    yield _head(block.head)
    yield _text(block.text) + (" ∎" if block.ends_proof else "")


def _head(head: Text) -> str:
    return f"### {_text(head)}" if head else ""


def _items(block: Items) -> Iterable[str]:
    yield _head(block.head)
    yield "\n".join(f"- {_text(text)}" for text in block.texts)


def _definitions(block: Definitions) -> Iterable[str]:
    yield _text(block.lead)
    yield from map(_display, block.equations)


def _symbols(block: Symbols) -> Iterable[str]:
    yield _head(block.head)
    yield "\n".join(f"- {_math(entry.symbols)}: {_text(entry.meaning)}" for entry in block.entries)


def _statement(block: Statement) -> Iterable[str]:
    title = f" ({_text(block.title)})" if block.title else ""
    let = f"Let {listed([_math(h) for h in block.hypotheses])}. Then, " if block.hypotheses else ""
    every = f"{'for' if let else 'For'} all {_text(block.quantified)}," if block.quantified else ""
    words = (f"**{_text(block.name)}**{title}.", _text(block.words), f"{let}{every}".rstrip())
    yield " ".join(filter(None, words))
    yield _display(block.formula)
    if block.ground:
        yield _text(block.ground)


def _chain(block: ProofChain) -> Iterable[str]:
    yield f"*Proof of {_text(block.proved)}.*" if block.proved else "*Proof.*"
    yield _display(block.start)
    for step in block.steps:
        lemmas = f" (Lemma {listed(list(map(str, step.lemmas)))})" if step.lemmas else ""
        yield f"{_text(step.reason)}{lemmas}:"
        yield _display(f"{{}} = {step.formula}")
    yield "∎"


def _table(block: Table) -> Iterable[str]:
    heads = [_text(column.head) for column in block.columns]
    rule = ["---:" if column.is_number else "---" for column in block.columns]
    yield _rows([heads, rule, *([_cell(cell) for cell in row] for row in block.rows)])


def _cell(cell: Cell) -> str:
    """A cell; a bar would end it, in code and in formulas too."""
    if not isinstance(cell, ModelNames):
        return re.sub(r"(?<!\\)\|", r"\|", _text(cell))
    return ", ".join(map(_code, cell.names)).replace("|", r"\|") + (f" and {cell.more} more" if cell.more else "")


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _grids(block: Grids) -> Iterable[str]:
    for title, grid in block.grids:
        yield f"{_text(title)}:"
        heads = [_math(grid.corner), *map(_math, grid.columns)]
        yield _rows([heads, ["---"] * len(heads), *(list(map(_math, row)) for row in grid.rows)])


def _matrices(block: Matrices) -> Iterable[str]:
    for line in block.lines:
        for matrix in line:
            rows = r" \\ ".join(" & ".join(row) for row in matrix.rows)
            yield _display(rf"{matrix.label} = \begin{{bmatrix}}{rows}\end{{bmatrix}}")


def _picture(block: Picture) -> Iterable[str]:
    yield f"<figure>\n{picture_svg(block.picture)}\n</figure>"
    yield _text(block.caption)


def _literal(block: Literal) -> Iterable[str]:
    yield f"```text\n{block.text}\n```"


_WRITERS: Final[dict[type, Callable[..., Iterable[str]]]] = {
    Prose: _prose, Items: _items, Definitions: _definitions, Symbols: _symbols, Statement: _statement,
    ProofChain: _chain, Table: _table, Grids: _grids, Matrices: _matrices, Picture: _picture, Literal: _literal,
}  # fmt: skip
"""How each kind of block is written."""
