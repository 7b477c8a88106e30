"""``symstride unstride``: from a model to one without strides, and to the proof that both are equal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.cli import models, outputs
from symstride.cli.network_screen import show_table, table_data
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.doors import MODEL_SUFFIX, is_model_path, read, read_alike
from symstride.errors import InternalError, NotSupported, SpecError

if TYPE_CHECKING:
    from symstride.adapters.onnx.judging import Judgement
    from symstride.equality.verdict import Equality
    from symstride.network.graph import Network
    from symstride.network.model import Model
    from symstride.network.table import LayerTable
    from symstride.theorem import Theorem

_TEXT = """\
Write an ONNX model that computes the same with every stride and every dilation equal to 1, in standard
operators. Bytes of weights are predicted first; weights are bit-exact copies, large ones in OUT.data
beside the model. With --proof, a folder gets the proof that both networks are equal, for all inputs and
all weights, and the certificate; before anything is put in its place, the written model is read back and
compared with the first one, number by number. With --verify equal what was written is read back and decided
to be equal, by what symstride verify does, which shares nothing with the rewriting. With --verify ort both
files are run in ONNX Runtime, at its default optimisation and without any; where that alone makes a
difference the runtime is at fault, and is named. The model is only read. A refusal writes nothing. Nodes
that are not known are kept as they are, to the bit, and counted; strided ones among them are named."""

_EXAMPLES = (
    ("symstride unstride model.onnx -o out.onnx --proof proof", "each strided layer by itself, with the proof"),
    ("symstride unstride model.onnx -o out.onnx --scope network", "the whole network on its grid"),
    ("symstride unstride model.onnx -o out.onnx --input data=3x224x224", "a model that leaves its sizes open"),
    ("symstride unstride model.onnx -o out.onnx --verify equal --verify ort", "decided, and run"),
)


class WrittenWrong(InternalError):
    """What was written computes something else: the check that was asked for failed."""

    exit_code = 1


SHOWN = 5  # layers that a refusal names


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help="an ONNX model")
    parser.add_argument("-o", metavar="OUT", dest="out", required=True, help="the model to write")
    models.add_scope(parser)
    models.add_regions(parser)
    parser.add_argument("--proof", metavar="DIR", help="prove it too, and write the proof into this folder")
    words = "of what was written: equal decides, without any of what made it, that both compute the same; ort runs both"
    parser.add_argument("--verify", choices=("equal", "ort"), action="append", default=[], help=f"{words} files")
    outputs.add_pdf(parser)
    outputs.add_fragment(parser)
    parser.add_argument("--max-bytes", metavar="SIZE", default="2GB", help="most bytes of weights to write (2GB)")
    models.add_inputs(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object: exit code, files, totals, digest")


def _run(arguments: Namespace, screen: Screen) -> int:
    limit = models.bytes_of(arguments.max_bytes)
    _check(arguments)
    network = models.read_model(arguments.model, arguments.input, screen, models.scope_of(arguments), arguments.region)
    table = _predicted(network, arguments, screen)
    _check_bytes(table, arguments, limit)
    theorem, verdict, runs, files = _written(network, arguments, limit, screen)
    show_table(table, screen, models.whole(network))
    models.show_rest(network, screen)
    if theorem is not None:
        screen.line(theorem.summary())
    if verdict is not None:
        screen.line(str(verdict))
    for line in runs.lines(arguments.model, arguments.out) if runs is not None else ():
        screen.line(line)
    for file in files:
        screen.line(f"written: {file}, {models.figures(file.stat().st_size)}")
    screen.data(
        verdict="done" if theorem is None else "proved",
        exit_code=0,
        scope=models.scope_of(arguments),
        table=table_data(table),
        **models.rest_data(network),
        digest=None if theorem is None else theorem.digest,
        equality=None if verdict is None else verdict.to_dict(),
        runs=None if runs is None else runs.to_dict(),
        files=[str(file) for file in files],
    )
    return 0


def _check(arguments: Namespace) -> None:
    """What can be said before any work."""
    asked = f"symstride unstride {arguments.model} -o {arguments.out}"[:200]
    for option in ("pdf", "fragment"):
        if getattr(arguments, option) and arguments.proof is None:
            asked = f"symstride unstride --{option}"
            raise SpecError(asked, "a folder for the proof", "no --proof DIR", "add --proof proof")
    if not is_model_path(arguments.out):
        raise SpecError(asked, f"-o with a name that ends in {MODEL_SUFFIX}", arguments.out, "write -o out.onnx")
    if not Path(arguments.out).parent.is_dir():
        raise SpecError(asked, "a file in a folder that exists", arguments.out, "make the folder first")


def _predicted(network: Network | Model, arguments: Namespace, screen: Screen) -> LayerTable:
    from symstride.adapters.onnx.writing import check_place
    from symstride.export.folder import check_folder
    from symstride.network.grid.plan import plan
    from symstride.network.table import layer_table

    check_place(network.files, Path(arguments.out))
    if arguments.proof is not None:
        check_folder(Path(arguments.proof), network.files)
    on_grid = models.scope_of(arguments) == "network"
    known = models.joint(network)
    table = layer_table(known, plan(known) if on_grid else None)
    screen.note(f"predicted: {models.figures(table.totals.unit_bytes)} of weights, {table.masks} masks")
    return table


def _check_bytes(table: LayerTable, arguments: Namespace, limit: int) -> None:
    """Refuse what would be too large, with the largest layers, and with what does not need the weights."""
    total = table.totals.unit_bytes
    if total > limit:
        largest = sorted(table.rows, key=lambda row: -row.amounts.unit_bytes)[:SHOWN]
        layers = "; ".join(f"{row.name}: {row.amounts.unit_bytes:,}" for row in largest)
        scope = models.scope_of(arguments)
        hint = f"raise --max-bytes; symstride prove MODEL --scope {scope} needs no weights"
        asked, expected = f"symstride unstride --max-bytes {arguments.max_bytes}", f"at most {models.figures(limit)}"
        raise NotSupported(asked, expected, f"{models.figures(total)}; the largest layers: {layers}", hint)


def _rewritten(network: Network | Model, arguments: Namespace, limit: int, screen: Screen) -> Network | Model:
    from symstride.network.rewriting.unstride import unstride

    with screen.working("copying weights"):
        flat = unstride(network, models.scope_of(arguments), limit)
    made = models.joint(flat)
    screen.note(f"rewritten: {len(made.nodes)} nodes, {len(made.strided)} strided or dilated")
    return flat


def _written(
    network: Network | Model, arguments: Namespace, limit: int, screen: Screen
) -> tuple[Theorem | None, Equality | None, Judgement | None, list[Path]]:
    """The theorem, the verdict and what a runtime gives, if they are wanted, and the files.

    The model is moved into place once it was found equal, and its proof stands in its own.  Nothing holds what was
    rewritten when it is read back.
    """
    from symstride.adapters.onnx.door import beside

    theorem: Theorem | None = None
    proofs: list[Path] = []
    writing = beside(_rewritten(network, arguments, limit, screen), arguments.out, limit)
    with screen.working("writing, and comparing what was written"), writing as written:
        verdict = _decided(network, written.path, arguments) if "equal" in arguments.verify else None
        runs = _run_both(written.path, arguments) if "ort" in arguments.verify else None
        if arguments.proof is not None:
            theorem = _proved(network, written.path, arguments)
            pdf, fragment = outputs.pdf_of(arguments), outputs.fragment_of(arguments)
            proofs = theorem.save(arguments.proof, pdf=pdf, fragment=fragment)
            outputs.note_others(Path(arguments.proof), proofs, screen)
    if theorem is not None:
        words = f"{len(theorem.claims):,} claims in {theorem.steps:,} steps, replayed; the written model compared"
        screen.note(f"proved: {words}")
    return theorem, verdict, runs, [*written.files, *proofs]


def _decided(network: Network | Model, made: Path, arguments: Namespace) -> Equality:
    """The verdict that the model in the file ``made`` equals the network that was read; refused where it is another.

    Of a model with nodes that are kept the layers are decided side by side, and all else is the same to the bit.
    """
    from symstride.equality.deciding import equal
    from symstride.network.model import Model, joint_network

    if isinstance(network, Model):
        left, right = (joint_network(each.name, each.parts) for each in (network, read_alike(made, network)))
    else:
        left, right = network, read(made, {node.name: network.shapes[node.name] for node in network.inputs})
    verdict = equal(left, right)
    if verdict.status == "different":
        asked, hint = f"symstride unstride {arguments.model} --verify equal", "report this, with the model"
        raise WrittenWrong(
            asked[:200], "a model that computes the same", "; ".join(str(verdict).splitlines())[:2000], hint
        )
    if verdict.status == "open":
        asked, got = f"symstride unstride {arguments.model} --verify equal", "; ".join(verdict.reasons)[:2000]
        raise NotSupported(asked[:200], "an answer", got, "leave --verify out, or add --proof for a proof")
    return verdict


def _run_both(made: Path, arguments: Namespace) -> Judgement:
    """What ONNX Runtime gives of the model and of the one in the file ``made``.

    Refused where that differs without optimisation, and where the runtime computes the model as it says and ``made``
    not.  A fault that the runtime has with the model already is told and no more.
    """
    from symstride.adapters.onnx.judging import judged

    found = judged(Path(arguments.model), made)
    asked = f"symstride unstride {arguments.model} --verify ort"[:200]
    said = "; ".join(found.lines(arguments.model, arguments.out))[:2000]
    if found.rewriting is not None:
        raise WrittenWrong(asked, "a model that computes the same", said, "report this, with the model")
    if found.rewritten is not None and found.original is None:
        raise NotSupported(
            asked, "a model that a runtime computes as it says", said, "leave --verify ort out, and run it unoptimised"
        )
    return found


def _proved(network: Network | Model, made: Path, arguments: Namespace) -> Theorem:
    """The theorem that the model in the file ``made`` equals the network that was read."""
    from symstride.theorem import prove

    theorem = prove(network, scope=models.scope_of(arguments), rewritten=made)
    _ = theorem.replayed
    return theorem


VERB = Verb("unstride", "write a model without strides, and the proof", _TEXT, _EXAMPLES, _arguments, _run)
