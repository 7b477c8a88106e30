"""``symstride identity``: the identities of a file, each proved, refuted by numbers, or left unknown."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symstride.cli import outputs
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.cli.identity_files import Asked
    from symstride.verdict import Verdict

_TEXT = """\
Decide identities of your own, two sides in Python's notation: each of them is proved, for all values,
refuted with the plainest numbers, or unknown with what was left. The file is TOML or one Python literal;
it is parsed and never run. With -o, every proved one gets a folder with its paper and certificate."""

_EXAMPLES = (
    ("symstride identity mine.toml", "decide what stands in [[identity]] tables: left, right, given, where, letters"),
    ("symstride identity mine.toml --axes 2", "for two axes, whatever the file says"),
    ("symstride identity mine.toml --budget 500000", "let the prover work ten times as long on each of them"),
    ("symstride identity mine.toml -o proofs", "and write proofs/NAME-2d, for replay and for reading"),
    (
        r"symstride identity mine.toml -o proofs --fragment --letters 'x=z,k=n'",
        "each as a theorem in your letters, for a paper of your own",
    ),
    ("symstride identity mine.toml -o proofs --rocq", "with a file for Rocq; then symstride check-rocq proofs"),
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file *.toml, or one with a Python literal")
    parser.add_argument(
        "--axes", type=int, metavar="N", help="decide for so many axes; else for those in the file, or 1"
    )
    parser.add_argument(
        "--budget", type=int, metavar="N", help="how much the prover may work on each: 50000 unless given, some seconds"
    )
    parser.add_argument("-o", metavar="DIR", dest="folder", help="write what is proved into folders of this one")
    outputs.add(parser, "identity")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object: a verdict for each, exit code, files"
    )


def _run(arguments: Namespace, screen: Screen) -> int:
    from symstride.cli.identity_files import read_identities

    outputs.need_folder("identity", arguments, (*outputs.FILES, "letters"))
    found = read_identities(Path(arguments.file))
    folders = _folders(found) if arguments.folder is not None else {}
    rows: list[dict[str, Any]] = []
    for one in found:
        for axes in (arguments.axes,) if arguments.axes is not None else one.axes:
            with screen.working(f"deciding {one.name}"):
                verdict = one.identity.decide(axes, arguments.budget)
                files = _save(one, axes, verdict, arguments, folders, screen)
            _show(one, axes, verdict, screen)
            rows.append(_row(one, axes, verdict, files))
    code = _exit_code([row["exit_code"] for row in rows])
    screen.data(verdicts=rows, exit_code=code, files=[file for row in rows for file in row["files"]])
    return code


def _exit_code(codes: list[int]) -> int:
    """1 as soon as one is refuted, else 3 as soon as one is unknown, else 0."""
    return next((code for code in (1, 3) if code in codes), 0)


def _folders(found: list[Asked]) -> dict[str, str]:
    """A folder name for every identity: letters, digits, - and _."""
    folders = {one.name: re.sub(r"[^A-Za-z0-9_-]+", "-", one.name).strip("-")[:80] for one in found}
    if not all(folders.values()) or len(set(folders.values())) < len(folders):
        got = ", ".join(folders)[:200]
        raise SpecError("symstride identity -o DIR", "names that make different folders", got, "rename some of them")
    return folders


def _save(
    one: Asked, axes: int, verdict: Verdict, arguments: Namespace, folders: dict[str, str], screen: Screen
) -> list[str]:
    if arguments.folder is None or not verdict.ok:
        return []
    place = Path(arguments.folder) / f"{folders[one.name]}-{axes}d"
    theorem = outputs.in_letters(one.identity.prove(axes, arguments.budget), arguments)
    return [str(file) for file in outputs.save(theorem, place, arguments, screen)]


def _show(one: Asked, axes: int, verdict: Verdict, screen: Screen) -> None:
    style = {0: "bold green", 1: "bold red"}.get(verdict.exit_code, "yellow")
    screen.line(f"{one.name} ({axes}-D): {verdict}", style=style)


def _row(one: Asked, axes: int, verdict: Verdict, files: list[str]) -> dict[str, Any]:
    return {
        "name": one.name,
        "axes": axes,
        "verdict": verdict.kind.name.lower(),
        "exit_code": verdict.exit_code,
        "said": str(verdict),
        "hypotheses": list(verdict.hypotheses),
        "unneeded": list(verdict.unneeded),
        "files": files,
    }


VERB = Verb("identity", "decide identities of your own, from a file", _TEXT, _EXAMPLES, _arguments, _run)
