r"""A theorem for somebody's own paper: what ``\input`` reads, and the BibTeX entries that it cites.

Nothing in it needs a package or belongs into a preamble.  Every letter is a command, so that the host may set it;
labels have a prefix, and equations are numbered by the host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from symstride.drawing.diagram import Diagram
from symstride.errors import SpecError
from symstride.escaping import TeX
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
)
from symstride.render.latex import environment, names, prose
from symstride.render.letters import in_formulas, is_letter, letters_of, tokens
from symstride.render.network_paper import FIGURE
from symstride.render.node_lines import node_lines
from symstride.render.prose import Span, Text, spans
from symstride.render.references import bibtex
from symstride.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

PREFIX: Final = "ss"
_PREFIX: Final = re.compile("[A-Za-z]{1,20}")
_OWN: Final = re.compile(
    r"(?<=\\)ss(?=[A-Za-z])|(?<=\{)ss(?=(?:claim|shown|proof|theorem|lemma)\})|(?<=\\end)ss(?=[a-z])"
)
_LABEL: Final = re.compile(r"(?<=\{)(eq|lem|thm):ss:")


def render_fragment(document: Document, letters: Mapping[str, str], digest: str, prefix: str = PREFIX) -> str:
    """The theorem with what it needs and its proof, from a document in its own letters.

    ``letters`` are what some are printed as unless the host says otherwise.  Commands and labels begin with
    ``prefix``, one to twenty letters.  Of a network the nodes are listed, in place of a drawing.  Raises ``SpecError``
    for another prefix.
    """
    if not _PREFIX.fullmatch(prefix):
        raise SpecError("fragment(prefix=...)", "one to twenty letters", repr(prefix)[:80], "for instance prefix='ss'")
    used = [block for name in ("setting", "theorem", "proof") for block in document.section(name)]
    blocks = [block for block in used if not isinstance(block, Symbols | Picture | Grids | Matrices)]
    commands = {letter: letter.lstrip("\\") for letter in letters_of(blocks)}
    said = [(command, TeX(letters.get(letter, letter))) for letter, command in sorted(commands.items())]
    facts = {"digest": digest, "version": __version__, "key": key_of(digest), "letters": said}
    if any(isinstance(block, Statement) for block in document.section("theorem")):
        body = _of_layer(document, blocks, facts)
    else:
        body = _of_network(document, facts)
    return _LABEL.sub(rf"\1:{prefix}:", _OWN.sub(prefix, body))


def _of_layer(document: Document, blocks: Sequence[Block], facts: Mapping[str, object]) -> str:
    made = [in_formulas(block, _commands) for block in blocks]
    claims = [block for block in made if isinstance(block, Statement)]
    theorem = next(block for block in document.section("theorem") if isinstance(block, Statement))
    place = [block for block in blocks if isinstance(block, Statement)].index(theorem)
    return _environment().get_template("fragment.tex.j2").render(
        **facts, theorem=claims[place],
        setting=[block for block in made if isinstance(block, Prose | Definitions | Items)],
        lemmas=[claim for n, claim in enumerate(claims) if n != place],
        chains={block.claim: block for block in made if isinstance(block, ProofChain)},
    )  # fmt: skip


def _of_network(document: Document, facts: Mapping[str, object]) -> str:
    said = {name: [in_formulas(block, _commands) for block in document.section(name)] for name in _OF_NETWORKS}
    said_theorem = next(block for block in said["theorem"] if isinstance(block, Prose))
    (provisos,) = (block for block in said["theorem"] if isinstance(block, Items))
    pictures = (block.picture for block in document.section("theorem") if isinstance(block, Picture))
    lemmas = [block for block in said["proof"] if isinstance(block, Statement) and block.title]
    ends = [in_formulas(b, _commands) for b in document.section("certificate") if isinstance(b, Prose | Literal)]
    digests = [(before.text, block.text) for before, block in pairwise(ends) if isinstance(block, Literal)]
    claim = spans(next(block.text for block in document.section("theorem") if isinstance(block, Prose)))
    place = next(n for n, span in enumerate(claim) if span.kind == "math" and "'(" in span.text)
    theorem = _without_figure(said_theorem.text)
    return _environment().get_template("fragment_network.tex.j2").render(
        **facts, title=document.title, provisos=provisos.texts,
        lead=theorem[:place], claim=theorem[place].text, ends=_behind(theorem[place + 1 :]),
        setting=[block for block in said["setting"] if isinstance(block, Items)], lemmas=lemmas,
        nodes=[line for each in pictures if isinstance(each, Diagram) for line in node_lines(each)],
        digests=digests[1:],
        proof=[block for block in said["proof"] if block not in lemmas],
    )  # fmt: skip


_OF_NETWORKS: Final = ("setting", "theorem", "proof")
"""The sections that are printed, beside the digests."""


def _without_figure(text: Text) -> tuple[Span, ...]:
    """The sentences without the reference to a drawing that is not there."""
    return tuple(replace(span, text=span.text.replace(FIGURE, "")) for span in spans(text))


def _behind(rest: tuple[Span, ...]) -> tuple[Span, ...]:
    """What goes on behind a displayed formula, without the comma in front."""
    first, *others = rest
    return (replace(first, text=first.text.lstrip(", ")), *others)


def sentence(cells: Sequence[Cell]) -> TeX:
    """The cells of a row one after the other."""
    texts = [names(cell, _ROOM) if isinstance(cell, ModelNames) else prose(cell) for cell in cells]
    return TeX(f"{texts[0]}: {'; '.join(texts[1:])}.")


_ROOM: Final = 20
"""A name with more letters may break, as in a narrow column."""


def _commands(formula: str) -> str:
    """A formula with a command for each letter, in braces where a sign is put to it."""

    def put(found: re.Match[str]) -> str:
        if not is_letter(found[0]):
            return found[0]
        command, behind = rf"\ss{found[0].lstrip(chr(92))}", formula[found.end() : found.end() + 1]
        return f"{{{command}}}" if behind in ("_", "^", "'") else command + " " * behind.isalpha()

    return tokens().sub(put, formula)


@cache
def _environment() -> Environment:
    """The environment for LaTeX, which also knows the commands of a fragment."""
    made = environment().overlay()
    made.filters = {**environment().filters, "own": own, "lemmarefs": lemmarefs, "sentence": sentence}
    return made


def own(text: str) -> TeX:
    """LaTeX with the fragment's commands in place of those of a whole paper, and of packages that it may lack."""
    mine = re.sub(r"\\(goodbrk|poorbrk|cite|text|boldsymbol)(?![A-Za-z])", r"\\ss\1", _signs(text))
    return TeX(_CASES.sub(_cases, mine))


_CASES: Final = re.compile(r"\\begin\{cases\} (.*?) & (.*?) \\\\ (.*?) & (.*?) \\end\{cases\}")


def _cases(found: re.Match[str]) -> str:
    """Two cases as a command, whose conditions may be broken where they say *and*."""
    first, condition, second, otherwise = found.groups()
    return rf"\sscases{{{first}}}{{{condition.replace(_AND, _BROKEN_AND)}}}{{{second}}}{{{otherwise}}}"


_AND, _BROKEN_AND = r"\sstext{ and }", r"\ssand{}"


def _signs(text: str) -> str:
    """Signs that the fonts of a host may lack: by their numbers in typewriter letters, and else from mathematics."""
    by_number = _TYPEWRITER.sub(
        lambda typed: _SIGN.sub(lambda found: rf"\char{SIGNS[found[0]][0]}{{}}", typed[0]), text
    )
    return _SIGN.sub(lambda found: rf"\ensuremath{{{SIGNS[found[0]][1]}}}", by_number)


SIGNS: Final = {
    r"\textbackslash{}": (92, r"\backslash"), r"\{": (123, r"\lbrace"), r"\}": (125, r"\rbrace"),
    r"\textless{}": (60, "<"), r"\textgreater{}": (62, ">"), r"\textbar{}": (124, "|"),
    r"\textquotedbl{}": (34, "''"),
}  # fmt: skip
"""Signs as ``escaping.tex`` has them: the number in ASCII, and in mathematics."""
_SIGN: Final = re.compile("|".join(map(re.escape, SIGNS)))
_TYPEWRITER: Final = re.compile(r"\\texttt\{(?:[^{}\\]|\\[^A-Za-z]|\\[A-Za-z]+(?:\{\})?|\{[^{}]*\})*\}")


def lemmarefs(numbers: tuple[int, ...]) -> TeX:
    """(Lemma 1), by its label."""
    refs = " and ".join(rf"\ref{{lem:ss:{n}}}" for n in numbers)
    return TeX(f" (Lemma{'s' if len(numbers) > 1 else ''}~{refs})" if numbers else "")


# ------------------------------------------------------------------------------------------------ citations


def key_of(digest: str) -> str:
    """The BibTeX key of a certificate."""
    return f"symstride-{digest[:12]}"


_RAGGED: Final = r"\hfil\allowbreak\hfilneg{}"
"""A break that does not stretch its line."""


def render_bibtex(document: Document, digest: str) -> str:
    """An entry for symstride with the digest of the certificate, and one for each source."""
    groups = [digest[n : n + 8] for n in range(0, len(digest), 8)]
    own_entry = f"""\
@misc{{{key_of(digest)},
  author = {{{{The symstride developers}}}},
  title = {{symstride: proved identities about stride in convolutional networks}},
  note = {{Version {__version__}. Certificate with SHA-256 \\texttt{{{_RAGGED.join(groups)}}}}}
}}
"""
    return f"{own_entry}\n{bibtex(document.references)}"
