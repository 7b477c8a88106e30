"""The forms in which a theorem goes into a folder: options that ``prove`` and ``identity`` share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.cli.screen import Screen
from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.theorem import Theorem

FILES = ("pdf", "rocq", "fragment", "slides")
"""Options that make no sense without a folder."""


def add(parser: ArgumentParser, what: str) -> None:
    """``--letters --pdf --rocq --fragment --prefix --slides``; ``what`` is what Rocq is given to prove."""
    words = r"print it in other letters, for instance x=z,w=\theta,k=n,s=\sigma"
    parser.add_argument("--letters", metavar="X=Z,...", help=words)
    add_pdf(parser)
    parser.add_argument("--rocq", action="store_true", help=f"write proof.v too: the same {what} for Rocq to prove")
    add_fragment(parser)
    parser.add_argument("--slides", action="store_true", help="write slides.tex too, a talk about the proof for Beamer")


def add_pdf(parser: ArgumentParser) -> None:
    """``--pdf``, or ``--no-pdf``."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--pdf", action="store_true", help="insist on proof.pdf: without a TeX this is an error")
    either.add_argument("--no-pdf", action="store_true", help="leave proof.pdf out, though there be a TeX")


def pdf_of(arguments: Namespace) -> bool | None:
    """Whether proof.pdf is insisted on, or left out; None for one where a TeX is found."""
    return True if arguments.pdf else False if arguments.no_pdf else None


def add_fragment(parser: ArgumentParser) -> None:
    """``--fragment --prefix``: the theorem for a paper of one's own."""
    words = r"write theorem.tex, for \input into a paper of your own, and theorem.bib"
    parser.add_argument("--fragment", action="store_true", help=words)
    parser.add_argument("--prefix", metavar="P", default="ss", help="what its labels and commands begin with (ss)")


def fragment_of(arguments: Namespace) -> str:
    """The prefix of the fragment that was asked for; empty where none was."""
    return str(arguments.prefix) if arguments.fragment else ""


def need_folder(verb: str, arguments: Namespace, options: Sequence[str] = FILES) -> None:
    """``SpecError`` for the first of these options that was given, where there is no folder to write into."""
    for option in options:
        if getattr(arguments, option) and arguments.folder is None:
            raise SpecError(f"symstride {verb} --{option}", "a folder to write into", "no -o DIR", "add -o proof")


def in_letters(theorem: Theorem, arguments: Namespace) -> Theorem:
    """The theorem in the letters that were asked for, if some were."""
    return theorem if arguments.letters is None else theorem.in_letters(arguments.letters)


def save(theorem: Theorem, folder: Path, arguments: Namespace, screen: Screen) -> list[Path]:
    """The files, written beside and moved into place; says what else stands there of an earlier proof."""
    files = theorem.save(folder, pdf_of(arguments), arguments.rocq, fragment_of(arguments), arguments.slides)
    note_others(folder, files, screen)
    return files


def note_others(folder: Path, files: Sequence[Path], screen: Screen) -> None:
    """Name what else in the folder belongs to a proof: it was not written now, and may be about another statement."""
    from symstride.export.folder import FILES as MAY_HAVE

    others = [name for name in MAY_HAVE if folder / name not in files and (folder / name).exists()]
    if others:
        listed = ", ".join(str(folder / name) for name in others)
        screen.note(f"not written now, of an earlier proof perhaps: {listed}")
