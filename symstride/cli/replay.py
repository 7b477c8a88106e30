"""``symstride replay``: a certificate checked again, from its text alone."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symstride.cli import models
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.replaying import ReplayReport

_TEXT = """\
Check a certificate again: every step is derived anew by the kernel from nothing but the file, and the
result is compared with a statement that is built independently from what the file says it is about.
With --model, a network's certificate is compared with that model: its digest, weights included, and its
layers. With --rewritten, the model without strides is compared with it number by number, weights bit for
bit, by code that does not rewrite.
A certificate of "symstride verify --cert" is about two models or pasted lines, named with --model and
--rewritten: every segment is settled again, in the way that the certificate says.
A certificate that does not prove what it claims is rejected with the place where it fails."""

_EXAMPLES = (
    ("symstride replay proof/certificate.json", "check the certificate of a proof; the folder's name will do as well"),
    ("symstride replay proof --model model.onnx", "and that it speaks of this model, with these weights"),
    ("symstride replay proof --model model.onnx --rewritten out.onnx", "and that the other model equals it"),
    ("symstride replay equal.json --model model.onnx --rewritten out.onnx", "what verify --cert wrote"),
    ("symstride replay proof --json", "the same for a program to read"),
)

NAME = "certificate.json"
SHOWN_CLAIMS = 40  # a layer with many phases has a claim for each entry of its table


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("certificate", metavar="FILE", help=f"a certificate, or a folder with a {NAME}")
    parser.add_argument("--model", metavar="MODEL", help="an ONNX model: compare it with the certificate")
    parser.add_argument("--rewritten", metavar="OUT", help="the model without strides: compare it with --model")
    models.add_inputs(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object: verdict, exit code, claims, digest")


def _run(arguments: Namespace, screen: Screen) -> int:
    path = _found(arguments.certificate)
    if arguments.model is None and (arguments.rewritten is not None or arguments.input):
        given = (
            f"--rewritten {arguments.rewritten}" if arguments.rewritten is not None else f"--input {arguments.input[0]}"
        )
        hint = f"symstride replay {arguments.certificate} --model MODEL {given}"
        raise SpecError(f"symstride replay {given}"[:200], "the model that it was made of", "no --model", hint[:200])
    if _is_of_equality(path):
        return _segments(path, arguments, screen)
    original, rewritten = _models(path, arguments, screen)
    with screen.working("replaying"):
        from symstride.replaying import replay

        report = replay(path, original, rewritten)
    screen.line(str(report), style="bold green")
    for line in report.details:
        screen.line(line)
    for line in report.compared:
        screen.line(line)
    screen.table(_facts(report))
    screen.table(_claims(report), heads=("claim", "holds whenever", "for instance at"))
    screen.data(
        verdict="proved",
        exit_code=0,
        subject=report.subject,
        details=list(report.details),
        compared=list(report.compared),
        hypotheses=list(report.hypotheses),
        witness=dict(report.witness),
        claims=[claim.name for claim in report.claims],
        steps=report.steps,
        rules=dict(report.rules),
        axioms=list(report.axioms),
        digest=report.digest,
        files=[str(path)],
    )
    return 0


def _is_of_equality(path: Path) -> bool:
    from symstride.certifying.certificate import is_one

    return is_one(path)


def _segments(path: Path, arguments: Namespace, screen: Screen) -> int:
    """What a certificate of equality shows of two models, segment by segment."""
    from symstride.certifying.certificate import replay_equality

    if arguments.model is None or arguments.rewritten is None:
        asked, hint = f"symstride replay {path}"[:200], "add --model ORIGINAL --rewritten LOWERED"
        raise SpecError(asked, "the two models that the certificate is about", "one at most", hint)
    sides = [
        models.read_network(text, arguments.input, screen) if models.is_model(text) and arguments.input else text
        for text in (arguments.model, arguments.rewritten)
    ]
    with screen.working("replaying"):
        report = replay_equality(path, *sides)
    screen.line(str(report), style="bold green")
    for line in report.lines:
        screen.line(line)
    screen.table([("sha256", report.digest)])
    verdict = "decided" if report.is_decided else "equal"
    screen.data(verdict=verdict, exit_code=0, digest=report.digest, files=[str(path)], **report.to_dict())
    return 0


def _models(path: Path, arguments: Namespace, screen: Screen) -> tuple[Any, Any]:
    """What is compared with the certificate: a network, or a model with nodes that are kept."""
    if arguments.model is None:
        return None, None
    scope, parts = _kept(path)
    if scope:
        return models.read_kept(arguments.model, arguments.input, screen, scope, parts), arguments.rewritten
    if arguments.rewritten is None:
        return models.read_network(arguments.model, arguments.input, screen), None
    models.read_network(arguments.rewritten, [], screen)  # compared with what runs, and let go: replay reads it again
    return models.read_network(arguments.model, arguments.input, screen), Path(arguments.rewritten)


def _kept(path: Path) -> tuple[str, list[str] | None]:
    """The scope and the parts in a certificate that says what is kept, else nothing.

    Of one that is none ``replay`` says why.
    """
    from symstride.proof.kernel.replay import MAX_BYTES

    try:
        if path.stat().st_size > MAX_BYTES:
            return "", None
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return "", None
    about = data.get("about", {}) if isinstance(data, dict) else {}
    kept = about.get("kept") if isinstance(about, dict) and about.get("scope") in models.SCOPES else None
    if not isinstance(kept, dict):
        return "", None
    parts = kept.get("parts")
    named = isinstance(parts, list) and all(isinstance(name, str) for name in parts)
    return str(about["scope"]), parts if named else None


def _facts(report: ReplayReport) -> Iterator[tuple[str, str]]:
    yield "steps", f"{report.steps:,}"
    yield "rules", ", ".join(f"{name} {count}" for name, count in sorted(report.rules.items()))
    yield "axioms", ", ".join(report.axioms)
    yield "sha256", report.digest


def _claims(report: ReplayReport) -> list[tuple[str, str, str]]:
    rows = [
        (
            claim.name,
            "\n".join(claim.hypotheses) or "always",
            ", ".join(f"{name} = {value}" for name, value in sorted(claim.witness.items())),
        )
        for claim in report.claims[:SHOWN_CLAIMS]
    ]
    left_out = len(report.claims) - SHOWN_CLAIMS
    return rows if left_out <= 0 else [*rows, (f"and {left_out} more", "", "")]


def _found(name: str) -> Path:
    path = Path(name)
    if path.is_dir():
        path = path / NAME
    if path.is_file():
        try:
            path.open("rb").close()
        except OSError as why:
            got = f"{why.strerror or why}: {path}"
            raise SpecError(
                f"symstride replay {name}"[:200], "a file that can be read", got, "check the path"
            ) from None
        return path
    raise SpecError(
        f"symstride replay {name}",
        f"a certificate, or a folder that holds {NAME}",
        f"no such file: {path}",
        "symstride prove LAYER -o proof writes one into proof/",
    )


VERB = Verb("replay", "check a certificate again, from its text alone", _TEXT, _EXAMPLES, _arguments, _run)
