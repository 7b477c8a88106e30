"""``symstride prove``: from a pasted line to a checked proof, printed and written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.cli import layer_arguments, models, outputs, phase_arguments
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb

if TYPE_CHECKING:
    from symstride.theorem import Theorem


_TEXT = """\
Prove that a strided layer equals a layer without stride on the phases of its input, for all inputs
and all weights. Numbers give a theorem about this layer; symbols give one theorem for all their values.
With -o, a folder gets the proof as a paper (proof.tex, proof.html, and proof.pdf where a TeX is found)
and as a certificate that `symstride replay` checks again. An ONNX model in place of the layer: the
network equals the one that `symstride unstride` writes."""

_EXAMPLES = (
    (
        "symstride prove \"Conv2D(64, (3, 3), strides=(2, 2), padding='same', input_shape=(64, 64, 3))\" -o proof",
        "a line pasted from Keras; the folder proof/ gets the paper and the certificate",
    ),
    ("symstride prove 'nn.Conv2d(3, 64, 7, stride=2, padding=3)' --input 224x224", "a line pasted from PyTorch"),
    ("symstride prove --kernel k --stride s --padding p --axes 1", "every stride, kernel and padding at once, in 1-D"),
    (
        r"symstride prove 'nn.Conv2d(3, 64, 7, stride=2, padding=3)' --letters 'x=z,w=\theta' --fragment -o proof",
        "the theorem in your letters, for a paper of your own",
    ),
    ("symstride prove --kernel k --stride s --output-padding e --axes 1 --transposed", "every transposed layer in 1-D"),
    ("symstride prove --kernel k --stride s --axes 2 --pool max -o proof", "every max-pool on two axes"),
    ("symstride prove 'nn.Conv2d(64, 64, 3, padding=1)' --phases 2", "a unit-stride layer on a grid"),
    ("symstride prove model.onnx --scope network -o proof", "a whole network, on its grid"),
)


def _arguments(parser: ArgumentParser) -> None:
    layer_arguments.add(parser)
    parser.add_argument("-o", metavar="DIR", dest="folder", help="write the proof into this folder")
    phase_arguments.add(parser)
    models.add_scope(parser)
    models.add_regions(parser)
    outputs.add(parser, "layer")
    parser.add_argument("--json", action="store_true", help="print one JSON object: verdict, exit code, files, digest")


def _run(arguments: Namespace, screen: Screen) -> int:
    outputs.need_folder("prove", arguments)
    theorem = _network(arguments, screen) if models.is_model(arguments.layer) else _layer(arguments, screen)
    theorem = outputs.in_letters(theorem, arguments)
    verdict = theorem.verdict
    with screen.working("writing"):
        files = outputs.save(theorem, Path(arguments.folder), arguments, screen) if arguments.folder is not None else []
    screen.line(theorem.summary())
    _report(files, arguments, screen)
    screen.data(
        verdict=verdict.kind.name.lower(),
        exit_code=verdict.exit_code,
        statement=theorem.statement,
        hypotheses=list(theorem.verdict.hypotheses),
        steps=theorem.steps,
        digest=theorem.digest,
        files=[str(file) for file in files],
    )
    return verdict.exit_code


def _layer(arguments: Namespace, screen: Screen) -> Theorem:
    models.refuse_scope(arguments)
    layer, options = layer_arguments.layer_of(arguments), phase_arguments.phase_options(arguments)
    with screen.working("proving, and replaying the certificate"):
        from symstride.theorem import prove

        theorem = prove(layer, **options)
        _ = theorem.replayed
        return theorem


def _network(arguments: Namespace, screen: Screen) -> Theorem:
    network = models.model_of(arguments, screen)
    with screen.working("proving, and replaying the certificate"):
        from symstride.theorem import prove

        theorem = prove(network, scope=models.scope_of(arguments))
        _ = theorem.replayed
        return theorem


def _report(files: list[Path], arguments: Namespace, screen: Screen) -> None:
    from symstride.render.engine import ENGINE, HOW_TO_GET, find_engine

    if not files:
        screen.line("nothing written; add -o DIR for the paper and the certificate", style="dim")
        return
    rows = [(file.name, f"{file.stat().st_size:,} bytes") for file in files]
    screen.line(f"written into {files[0].parent}:")
    screen.table(rows, heads=("file", "size"))
    if find_engine() is None and not arguments.no_pdf:
        screen.line(f"skipped: proof.pdf, because no {ENGINE} was found; {HOW_TO_GET}", style="yellow")


VERB = Verb(
    "prove", "prove that a layer equals its unit-stride layer on phases, or a model", _TEXT, _EXAMPLES, _arguments, _run
)
