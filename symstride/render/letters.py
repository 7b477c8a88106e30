r"""The letters of a document in those of its reader: ``x = z``, ``s = \sigma``.

A renaming is one to one on all letters that a document prints, so that every formula says the same as before.  Where a
new letter is in use for something that the reader did not name, that gives way to a letter of its own: indices, phases
and the abbreviations of a proof.  Tensors, functions and sizes never do; a clash with one of them is refused by name.

A layer's own symbols are printed as they are called: whatever else is called so gives way, tensors and functions too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from typing import Any, Final, TypeVar, cast

from symstride.drawing.diagram import Diagram
from symstride.drawing.scene import Box, Stroke, Word
from symstride.errors import SpecError
from symstride.proof.language.translate import OWN
from symstride.proof.record import Behind, Proof
from symstride.render.claims import Family, Result, Step
from symstride.render.document import (
    Block,
    Column,
    Definitions,
    Document,
    Items,
    Literal,
    ModelNames,
    ProofChain,
    Section,
    Statement,
)
from symstride.render.glossary import MEANINGS, GlossaryEntry, Short
from symstride.render.network_paper import NetworkPaper
from symstride.render.paper import Checks, Paper, Seal
from symstride.render.parts import functions_in
from symstride.render.prose import Span, marked, spans
from symstride.render.spelling import LETTERS, spelled, stem
from symstride.render.tables import Block as Matrix
from symstride.render.tables import WeightTable

POSITIONS: Final = frozenset("o c i j m t u v q l z n tau rho S theta e".split())
"""Names that give way: places, channels, phases, and what is short for something longer."""
SPARE: Final = (*"hlrgdeqzvfn", *(rf"\{name}" for name in "eta kappa lambda mu nu xi zeta chi psi omega".split()))
"""What gives way is printed as one of these, the first that is free."""

GREEK: Final = frozenset(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi varphi "
    "chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split()
)
_OWN: Final = re.compile(rf"\\math(it|tt)\{{{OWN}([^{{}}]*)\}}")
"""How the symbols are printed that theorems know by a longer name, as ``translate.own_name`` gives it."""
STYLES: Final = ("mathbf", "mathcal", "mathsf", "mathbb", "mathfrak", "mathrm", "hat", "tilde")
_TARGET: Final = re.compile(rf"[A-Za-z]|\\(?:{'|'.join(GREEK)})|\\(?:{'|'.join(STYLES)})\{{[A-Za-z]\}}")
Record = TypeVar("Record")


# ------------------------------------------------------------------------------------------------ what is asked


def parse_letters(text: str) -> dict[str, str]:
    r"""``x=z,s=\sigma`` as a mapping; SpecError for anything else."""
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        name, sign, letter = map(str.strip, part.partition("="))
        if not sign or name in found:
            got = f"{part!r}" + (f" beside {name}={found[name]}" if name in found else "")
            raise SpecError(_asked(text), "name=letter, with commas between, each name once", got, _EXAMPLE)
        found[name] = letter
    return found


_EXAMPLE: Final = r"for instance x=z,w=\theta,k=n,s=\sigma"


def _asked(letters: str | Mapping[str, str]) -> str:
    said = letters if isinstance(letters, str) else ",".join(f"{name}={letter}" for name, letter in letters.items())
    return f"letters {said[:80]}"


def own_letters(paper: Paper | NetworkPaper) -> Renaming:
    """The renaming of a paper that prints a layer's own symbols as they are called, and lets others give way."""
    formulas = [] if isinstance(paper, NetworkPaper) else formulas_of(paper)
    own = {found[0]: _as_called(found) for formula in formulas for found in _OWN.finditer(formula)}
    if not own:
        return Renaming({})
    own |= {rf"\boldsymbol{{{token}}}": rf"\mathbf{{{letter}}}" for token, letter in own.items() if len(letter) == 1}
    used = dict.fromkeys(token for formula in formulas for token in _letters_in(formula))
    taken = {*used, *own.values()}
    moved: dict[str, str] = {}
    for symbol in (symbol for symbol in used if symbol in own.values()):
        usual = (*_LIKE.get(symbol, ""), *("HGFUVZQ" if symbol.isupper() else ""), *SPARE, rf"\mathsf{{{symbol}}}")
        moved[symbol] = next(letter for letter in usual if letter not in taken)
        taken.add(moved[symbol])
    return Renaming(own | moved)


_LIKE: Final = {"x": "fgz", "y": "gz", "w": "hv", "X": "FGZ", "Y": "GZ", "W": "HV"}
"""What signals and weights are called in the first place where they give way."""


def _as_called(found: re.Match[str]) -> str:
    style, name = found.groups()
    if style == "it":
        return name if len(name) == 1 else rf"\{name}" if name in GREEK else rf"\mathit{{{name}}}"
    return rf"\mathtt{{{name}}}"


def as_called(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Plain texts of the kernel with a layer's own symbols as they are called, unless that could be read otherwise."""
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    called = {word: word.removeprefix(OWN) for word in words if word.startswith(OWN) and word != OWN}
    if words & {*called.values()}:
        return texts
    return tuple(re.sub(r"\w+", lambda found: called.get(found[0], found[0]), text) for text in texts)


def renaming(letters: Mapping[str, str], document: Document, proof: Proof, own: Renaming | None = None) -> Renaming:
    """The renaming of a document about ``proof`` that has these letters.  Raises SpecError for a clash.

    ``own`` is the renaming that the document was made with: names are those that it prints.
    """
    wanted = {_symbol(name): letter for name, letter in letters.items()}
    used = dict.fromkeys(token for formula in formulas_of(document) for token in _letters_in(formula, wanted))
    lasting = _lasting(proof, own or Renaming({}))
    _check(letters, used, lasting)
    given = {symbol: letter for symbol, letter in wanted.items() if symbol in used}
    said = lasting | {_symbol(name): name for name in letters}
    owners: dict[str, str] = {}
    for symbol in (*given, *(symbol for symbol in used if symbol in lasting and symbol not in given)):
        letter = given.get(symbol, symbol)
        if letter in owners:
            one, other = said[owners[letter]], said[symbol]
            got, hint = f"{one} and {other} would both be printed {letter}", f"give {other} a letter too: {other}=..."
            raise SpecError(_asked(letters), "letters that tell everything apart", got, hint)
        owners[letter] = symbol
    spare = (letter for letter in SPARE if letter not in used and letter not in owners)
    moved = {symbol: next(spare) for symbol in used if owners.get(symbol, symbol) != symbol and symbol not in given}
    return Renaming({**given, **moved})


def _check(letters: Mapping[str, str], used: Iterable[str], lasting: Mapping[str, str]) -> None:
    """Every name is one that theorems have, every letter is one that prints a letter and nothing else."""
    known = {*MEANINGS, *LETTERS, *lasting.values(), "y", "X", "Y", "W", "R"}
    for name, letter in letters.items():
        if stem(name.partition("_")[0]) not in known and _symbol(name) not in used:
            listed = ", ".join(sorted(known & ({*lasting.values()} | set("xwbyXWkspoijcmu"))))
            raise SpecError(_asked(letters), f"a name of the theorem, such as {listed}", repr(name), _EXAMPLE)
        if not _TARGET.fullmatch(letter):
            expected = r"one letter, a Greek one as \theta, or one in a style as \mathbf{x}"
            raise SpecError(_asked(letters), expected, f"{name}={letter!r}", _EXAMPLE)


def _lasting(proof: Proof, own: Renaming) -> dict[str, str]:
    """What does not give way, as it is printed, and its name in an error."""
    found: dict[str, str] = {}
    for name in reversed(lasting_names(proof)):
        symbol = _symbol(stem(name.partition("_")[0]))
        printed = own.formula(symbol)
        found[printed] = name if printed == symbol else printed
    return found


def lasting_names(proof: Proof) -> tuple[str, ...]:
    """A layer's symbols, and tensors, functions and sizes of the claims: what a reader knows by its letter."""
    terms = [term for theorem in proof.claims.values() for term in (theorem.concl, *theorem.hyps)]
    free = {key[0] for term in terms for key in term.free}.union(*map(functions_in, terms))
    symbols = getattr(proof.subject, "symbols", frozenset[str]())
    return ("y", "X", "Y", "W", *sorted({name for name in free if stem(name) not in POSITIONS} | symbols))


def _symbol(name: str) -> str:
    r"""How a name is printed by itself: ``rho`` as ``\rho``; what is LaTeX already stays."""
    return name if name.startswith("\\") else spelled(name)


def tokens(symbols: Iterable[str] = ()) -> re.Pattern[str]:
    """What the letters of a formula are: symbols with several signs first, words in one piece."""
    whole = [re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True) if len(symbol) > 1]
    return re.compile("|".join([*(rf"{symbol}(?![A-Za-z])" for symbol in whole), _TOKEN]))


_TOKEN: Final = r"\\(?:mathrm|mathit|mathtt|text|begin|end)\{[^{}]*\}|\\[A-Za-z]+|\\.|[A-Za-z]"


def _letters_in(formula: str, wanted: Collection[str] = ()) -> Iterator[str]:
    for token in tokens(wanted).findall(formula):
        if is_letter(token) or token in wanted:
            yield token


def is_letter(token: str) -> bool:
    """A Latin or a Greek letter, not a command and not a word."""
    return len(token) == 1 or token[1:] in GREEK


# ------------------------------------------------------------------------------------------------ what is done


@dataclass(frozen=True, slots=True)
class Renaming:
    """Letters, in LaTeX, and what is printed in their place; one to one."""

    letters: Mapping[str, str]

    def formula(self, latex: str) -> str:
        """A formula in the new letters."""

        def put(found: re.Match[str]) -> str:
            new = self.letters.get(found[0], found[0])
            touches = new != found[0] and latex[found.end() : found.end() + 1].isalpha()
            return f"{new} " if touches and re.search(r"\\[A-Za-z]+$", new) else new

        return tokens(self.letters).sub(put, latex)

    def document(self, document: Document) -> Document:
        """The whole document in the new letters."""
        return in_formulas(document, self.formula) if self.letters else document

    def paper(self, paper: Paper | NetworkPaper) -> Paper | NetworkPaper:
        """The facts that a notebook shows, in the new letters."""
        if isinstance(paper, NetworkPaper):
            return replace(paper, **{name: in_formulas(getattr(paper, name), self.formula) for name in _OF_NETWORKS})
        return in_formulas(paper, self.formula) if self.letters else paper


_OF_NETWORKS: Final = ("theorem", "provisos")


def formulas_of(part: Document | Block | Paper) -> list[str]:
    """Every formula of a document, a paper or a block, displayed or in running text."""
    found: list[str] = []

    def note(formula: str) -> str:
        found.append(formula)
        return formula

    in_formulas(part, note)
    return found


def letters_of(blocks: Iterable[Block]) -> list[str]:
    """All letters of some blocks, in LaTeX, in order of first use."""
    formulas = chain.from_iterable(map(formulas_of, blocks))
    return list(dict.fromkeys(token for formula in formulas for token in _letters_in(formula)))


def in_formulas(value: Record, change: Callable[[str], str]) -> Record:
    """A record of a document with all its formulas changed: fields that are LaTeX, and formulas in running text."""
    changed: Any = value
    if isinstance(value, tuple) and value and all(isinstance(part, Span) for part in value):
        changed = _in_text(value, change)
    elif isinstance(value, tuple):
        changed = tuple(in_formulas(part, change) for part in value)
    elif isinstance(value, str):
        changed = marked(_in_text(spans(value), change))
    elif not isinstance(value, WHOLE) and is_dataclass(value) and not isinstance(value, type):
        latex, kept = LATEX.get(type(value), ()), PLAIN.get(type(value), ())
        parts = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in kept}
        for name, part in parts.items():
            parts[name] = _each(part, change) if name in latex else in_formulas(part, change)
        changed = replace(value, **parts)
    return cast("Record", changed)


def _in_text(pieces: Sequence[Span], change: Callable[[str], str]) -> tuple[Span, ...]:
    return tuple(Span(piece.kind, change(piece.text)) if piece.kind == "math" else piece for piece in pieces)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    return change(value) if isinstance(value, str) else tuple(_each(part, change) for part in value)


LATEX: Final[Mapping[type, tuple[str, ...]]] = {
    Definitions: ("equations",),
    Statement: ("hypotheses", "formula"),
    ProofChain: ("start",),
    Step: ("formula", "hypotheses"),
    Result: ("hypotheses", "statement", "start"),
    Short: ("equations",),
    Paper: ("opening", "made", "definitions"),
    Family: ("hypotheses", "statement"),
    GlossaryEntry: ("symbols",),
    WeightTable: ("corner", "columns", "rows"),
    Matrix: ("label", "rows"),
}
"""The fields of records that are LaTeX; others are running text or hold further records."""
PLAIN: Final[Mapping[type, tuple[str, ...]]] = {
    Statement: ("claim", "sources"),
    ProofChain: ("claim",),
    Result: ("kind", "claim", "sources"),
    Items: ("look",),
    Column: ("narrow", "look"),
    Section: ("name",),
    Document: ("references",),
    Paper: ("references", "version"),
    Family: ("claim",),
    Word: ("style", "anchor"),
    Box: ("style", "hint"),
    Stroke: ("style",),
}
"""The fields that are neither."""
WHOLE: Final = (Literal, ModelNames, Diagram, Behind, Checks, Seal)
"""Records without formulas."""
