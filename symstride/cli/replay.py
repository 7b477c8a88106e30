"""``symstride replay``: a certificate checked again, from its text alone."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.errors import SpecError

_TEXT = """\
Check a certificate again: every step is derived anew by the kernel from nothing but the file, and the
result is compared with a statement that is built independently from what the file says it is about.
A certificate that does not prove what it claims is rejected with the place where it fails."""

_EXAMPLES = (
    ("symstride replay proof/certificate.json", "check the certificate of a proof; the folder's name will do as well"),
    ("symstride replay proof --json", "the same for a program to read"),
)

NAME = "certificate.json"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("certificate", metavar="FILE", help=f"a certificate, or a folder with a {NAME}")
    parser.add_argument("--json", action="store_true", help="print one JSON object: verdict, exit code, claims, digest")


def _run(arguments: Namespace, screen: Screen) -> int:
    path = _found(arguments.certificate)
    with screen.working("replaying"):
        from symstride.theorem import replay

        report = replay(path)
    screen.line(f"accepted: {path}", style="bold green")
    return 0


def _found(name: str) -> Path:
    path = Path(name)
    if path.is_dir():
        path = path / NAME
    if path.is_file():
        return path
    raise SpecError(
        f"symstride replay {name}",
        f"a certificate, or a folder that holds {NAME}",
        f"no such file: {path}",
        "symstride prove LAYER -o proof writes one into proof/",
    )


VERB = Verb("replay", "check a certificate again, from its text alone", _TEXT, _EXAMPLES, _arguments, _run)
