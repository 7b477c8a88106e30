"""``symstride check-rocq``: the Rocq files and the certificates of a folder, checked by Rocq itself."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from symstride.cli.screen import Screen
from symstride.cli.verb import Verb

if TYPE_CHECKING:
    from symstride.export.rocq_check import RocqReport

_TEXT = """\
Compile the Rocq files of a folder on top of symstride's library, and have Rocq's separate checker say
what they assume: nothing, when all is well. A certificate is checked too: it is replayed, and Rocq runs
our kernel, which is proved there, on its rows. Rocq is another kernel, written by other people, that
shares no code with ours. It needs coqc and coqchk. The library is compiled once and kept; the folder is
only read. Compiling a .v file is running it, so look at one from a stranger first."""

_EXAMPLES = (
    ("symstride check-rocq proof", "after symstride prove LAYER -o proof --rocq"),
    ("symstride check-rocq proof/certificate.json", "any certificate, of an identity for instance"),
    ("symstride check-rocq proof --thorough", "with Rocq's standard library checked too, half a minute more"),
)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="PATH", help="a folder with .v files and certificates, or one of them")
    parser.add_argument("--thorough", action="store_true", help="check Rocq's standard library too")
    parser.add_argument("--timeout", metavar="S", type=_seconds, default=120.0, help="seconds for each run (120)")
    parser.add_argument("--json", action="store_true", help="print one JSON object: verdict, exit code, axioms, files")


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) or float(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return float(text)


def _run(arguments: Namespace, screen: Screen) -> int:
    from symstride.export.rocq_check import check_folder

    with screen.working("compiling, and checking for axioms"):
        report = check_folder(arguments.folder, arguments.timeout, arguments.thorough)
    screen.line(str(report), style="bold green" if report.ok else "bold red")
    screen.data(**_data(report))
    return report.exit_code


def _data(report: RocqReport) -> dict[str, object]:
    return {
        "verdict": "proved" if report.ok else "refused",
        "exit_code": report.exit_code,
        "version": report.version,
        "axioms": list(report.axioms),
        "files": [
            {"name": file.name, "ok": file.ok, "claims": file.claims, "problem": file.problem} for file in report.files
        ],
        "problem": report.problem,
    }


VERB = Verb("check-rocq", "have Rocq check the files and certificates of a folder", _TEXT, _EXAMPLES, _arguments, _run)
