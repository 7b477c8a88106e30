"""The proof folder: every file is written beside its place and moved there, all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.errors import NotSupported, SpecError
from symstride.network.placing import check_apart, put_together

if TYPE_CHECKING:
    from typing import Protocol

    from symstride.render.references import Reference

    class Cites(Protocol):
        """A paper, of which the folder prints the references by themselves."""

        @property
        def references(self) -> tuple[Reference, ...]: ...

    class Printable(Protocol):
        """What a theorem offers to the folder."""

        @property
        def paper(self) -> Cites: ...
        def latex(self) -> str: ...
        def html(self) -> str: ...
        def certificate(self) -> str: ...
        def rocq(self) -> str: ...
        def fragment(self, prefix: str) -> str: ...
        def bibtex(self) -> str: ...
        def slides(self) -> str: ...


ASKED = "save(folder)"
FILES = (
    "proof.tex",
    "proof.html",
    "proof.pdf",
    "certificate.json",
    "references.bib",
    "proof.v",
    "theorem.tex",
    "theorem.bib",
    "slides.tex",
    "slides.pdf",
)
"""What a proof folder may hold."""


def check_folder(folder: Path, inputs: Sequence[Path]) -> None:
    """Refuse a folder in which a file of the proof would take the place of one of ``inputs``."""
    check_apart(f"{ASKED}, {str(folder)[:200]!r}", [folder / name for name in FILES], inputs)


def need_folder(folder: object) -> Path:
    """The folder as a path; refused when it is no name of one."""
    name = os.fspath(folder) if isinstance(folder, str | os.PathLike) else None
    if isinstance(name, str) and name:
        return Path(name)
    hint = 'write save("proof"), or save(".") for the folder that you are in'
    raise SpecError(ASKED, "the path of a folder", repr(folder)[:80], hint)


def save_proof(
    theorem: Printable,
    folder: Path,
    pdf: bool | None,
    rocq: bool,
    inputs: Sequence[Path] = (),
    fragment: str = "",
    slides: bool = False,
) -> list[Path]:
    """Write the files of a proof and return their paths; see ``Theorem.save``.

    ``inputs`` are the files that the theorem's subject was read from; none of them is written.
    """
    from symstride.render.references import bibtex

    check_folder(folder, inputs)
    extra = {"proof.v": theorem.rocq().encode()} if rocq else {}  # first: these may be refused
    if fragment:
        extra |= {"theorem.tex": theorem.fragment(fragment).encode(), "theorem.bib": theorem.bibtex().encode()}
    files = _printed(theorem, pdf)
    if slides:
        source = theorem.slides()
        compiled = None if pdf is False else _pdf(source, insist=pdf is True)
        extra |= {"slides.tex": source.encode()} | ({} if compiled is None else {"slides.pdf": compiled})
    files["references.bib"] = bibtex(theorem.paper.references).encode()
    return write_together(folder, {**files, **extra})


def _printed(theorem: Printable, pdf: bool | None) -> dict[str, bytes]:
    """The paper in its three forms, and the certificate."""
    source = theorem.latex()
    files: dict[str, bytes] = {
        "proof.tex": source.encode(),
        "proof.html": theorem.html().encode(),
        "certificate.json": theorem.certificate().encode(),
    }
    compiled = None if pdf is False else _pdf(source, insist=pdf is True)
    return files if compiled is None else {**files, "proof.pdf": compiled}


def _pdf(source: str, insist: bool) -> bytes | None:
    from symstride.render.engine import compile_pdf, find_engine

    if find_engine() is None and not insist:
        return None
    compiled = compile_pdf(source)
    if compiled.pdf is None:
        raise NotSupported(
            "save(pdf=True)" if insist else ASKED,
            "a TeX run that ends with a PDF",
            compiled.reason,
            "install a TeX (Debian: apt-get install texlive-latex-extra texlive-science texlive-pictures lmodern), "
            "or leave it out: --no-pdf, or save with pdf=False",
        )
    return compiled.pdf


def write_together(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all the files into a folder, which is made where needed, or leave it as it was.

    Everything is first written into a temporary folder beside the files, then moved into place.
    """
    made: list[Path] = []
    try:
        made = _missing_parents(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".symstride-", dir=folder) as beside:
            for name, content in files.items():
                (Path(beside) / name).write_bytes(content)
            put_together(Path(beside), folder, list(files))
    except (OSError, ValueError) as why:  # ValueError: no name that a folder can have
        for parent in made:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
        got = f"{str(folder)[:200]}: {getattr(why, 'strerror', None) or why}"
        hint = "choose another folder, or change its permissions"
        raise SpecError(ASKED, "a folder that can be written", got, hint) from None
    return [folder / name for name in files]


def _missing_parents(folder: Path) -> list[Path]:
    """The folders that would have to be made, innermost first."""
    return [path for path in (folder, *folder.parents) if not path.exists()]
