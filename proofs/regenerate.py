"""Write the book again:  ``python -m proofs.regenerate``  ·  see whether it is up to date:  ``... --check``

One folder for each entry of ``proofs/entries.py``, and ``proofs/README.md`` as its table of contents.  PDF files are
left out: they depend on the TeX at hand, and ``proof.tex`` makes them.  Of the networks, which the folders prove in one
scope, ``proofs/other-scope.json`` has the digests of the proof in the other one.  Theorems that are stated as texts
have no page, and folders for one axis; ``proofs/more-axes.json`` has the digests of their certificates for two and
three.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import symstride
from proofs.entries import MORE_AXES, Entry, GeneralEntry, LayerEntry, NetworkEntry, OpenEntry, TextsEntry, entries

BOOK = Path(__file__).resolve().parent
CERTIFICATE = "certificate.json"
OTHER_SCOPE = "other-scope.json"
MORE = "more-axes.json"
LEFTOVERS = frozenset("pdf aux bbl blg fdb_latexmk fls log out vo vok vos glob".split())
"""What TeX and Rocq leave beside the files that are written here."""

_FOREWORD = """\
# The book of proofs

Each folder holds one theorem: the paper (`proof.tex`, `proof.html`) and the certificate that
`symstride replay FOLDER` checks again. All of it is written by `python -m proofs.regenerate`, and
`python -m proofs.regenerate --check` tells whether that would change anything.
"""


def main(words: Sequence[str] | None = None) -> int:
    """Write the book, or with ``--check`` compare it; 1 when it has drifted."""
    parser = argparse.ArgumentParser(prog="python -m proofs.regenerate", description="Write the book of proofs again.")
    parser.add_argument("--check", action="store_true", help="write nothing; name each file that would change")
    if not parser.parse_args(words).check:
        write(BOOK)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        drifted = differences(Path(folder), BOOK)
    for line in drifted:
        print(line)
    print(f"{len(drifted)} files differ" + ("; run python -m proofs.regenerate" if drifted else ""))
    return 1 if drifted else 0


def write(book: Path, only: Iterable[Entry] | None = None) -> None:
    """Write every entry into its folder of ``book``, then the table of contents; folders of former entries go."""
    chosen = tuple(entries() if only is None else only)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # one process for each processor
        beside = dict(zip(chosen, pool.map(write_entry, repeat(book), chosen), strict=True))
    for stale in set(_folders(book)) - {entry.folder for entry in chosen}:
        shutil.rmtree(book / stale)
    (book / "README.md").write_text(contents(book, chosen), encoding="utf-8")
    digests = {entry.folder: beside[entry] for entry in chosen if isinstance(entry, NetworkEntry)}
    (book / OTHER_SCOPE).write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")
    more = {entry.name: beside[entry] for entry in chosen if isinstance(entry, TextsEntry)}
    (book / MORE).write_text(json.dumps(more, indent=2) + "\n", encoding="utf-8")


def write_entry(book: Path, entry: Entry) -> dict[str, str]:
    """Write one entry into its folder; the digests of what the book has of it without a folder."""
    print(entry.folder, flush=True)
    shutil.rmtree(book / entry.folder, ignore_errors=True)
    entry.write(book / entry.folder)
    if isinstance(entry, NetworkEntry):
        return other_scope(entry)
    return more_axes(entry) if isinstance(entry, TextsEntry) else {}


def other_scope(entry: NetworkEntry) -> dict[str, str]:
    """SHA-256 of the files of a network's proof in the scope that its folder does not have."""
    scope = "layer" if entry.scope == "network" else "network"
    theorem = symstride.prove(entry.build(), scope=scope)
    texts = {CERTIFICATE: theorem.certificate(), "proof.tex": theorem.latex(), "proof.html": theorem.html()}
    return {"scope": scope} | {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}


def more_axes(entry: TextsEntry) -> dict[str, str]:
    """SHA-256 of the certificates for more axes than the folder has, by the number of axes."""
    asked = [axes for axes in MORE_AXES if axes <= symstride.CATALOGUE[entry.name].most_axes]
    return {str(axes): symstride.prove_general(entry.name, axes).digest for axes in asked}


def contents(book: Path, chosen: Iterable[Entry]) -> str:
    """``proofs/README.md``: five tables, each row with the digest of its certificate."""
    rows = {GeneralEntry: "", TextsEntry: "", OpenEntry: "", LayerEntry: "", NetworkEntry: ""}
    for entry in chosen:
        digest = hashlib.sha256((book / entry.folder / CERTIFICATE).read_bytes()).hexdigest()[:16]
        page = "proof.tex" if isinstance(entry, TextsEntry) else "proof.html"
        rows[type(entry)] += f"| [{entry.title}]({entry.folder}/{page}) |{_middle(entry)} `{digest}` |\n"
    return (
        f"{_FOREWORD}\n## For every kernel size, stride, dilation, padding and number of channels\n\n"
        f"| theorem | digest |\n|---|---|\n{rows[GeneralEntry]}\n"
        f"## The same, stated in Python's notation\n\n`{MORE}` has the digests of their certificates for two and three "
        f"axes.\n\n| theorem | digest |\n|---|---|\n{rows[TextsEntry]}\n"
        f"## Transposed layers and pools with symbols for all their sizes\n\n"
        f"| layer | digest |\n|---|---|\n{rows[OpenEntry]}\n## Well-known layers\n\n"
        f"| layer | as pasted | input | digest |\n|---|---|---|---|\n{rows[LayerEntry]}\n## Whole networks\n\n"
        f"`{OTHER_SCOPE}` has the digests of their proofs in the other scope, each layer by itself.\n\n"
        f"| network | strided layers | input | digest |\n|---|---|---|---|\n{rows[NetworkEntry]}"
    )


def _middle(entry: Entry) -> str:
    """The cells between title and digest."""
    if isinstance(entry, LayerEntry):
        return f" `{entry.line}` | {' x '.join(map(str, entry.input_size))} |"
    if isinstance(entry, NetworkEntry):
        network = entry.build()
        (shape,) = (network.shapes[node.name] for node in network.inputs)
        return f" {len(network.strided)} of {len(network.nodes)} nodes | {' x '.join(map(str, shape))} |"
    return ""


def differences(fresh: Path, book: Path) -> list[str]:
    """One line for each file that is missing from ``book``, is there without a reason, or differs."""
    new, old = _files(fresh), _files(book)
    lines = [f"missing:  {name}" for name in sorted(new - old)]
    lines += [f"unknown:  {name}" for name in sorted(old - new)]
    lines += [f"differs:  {n}" for n in sorted(new & old) if (fresh / n).read_bytes() != (book / n).read_bytes()]
    return lines


def _folders(book: Path) -> list[str]:
    return [path.name for path in book.iterdir() if path.is_dir() and (path / CERTIFICATE).is_file()]


def _files(book: Path) -> set[str]:
    """Everything that is written: what lies in folders with a certificate, and the files beside them."""
    found = (path for folder in _folders(book) for path in (book / folder).rglob("*") if path.is_file())
    names = {path.relative_to(book).as_posix() for path in found if path.suffix.removeprefix(".") not in LEFTOVERS}
    return names | {name for name in ("README.md", OTHER_SCOPE, MORE) if (book / name).is_file()}


if __name__ == "__main__":
    sys.exit(main())
