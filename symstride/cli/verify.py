"""``symstride verify``: is what a tool made of a model, or a line of a layer, the same?"""

from __future__ import annotations

import re
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from symstride.cli import models
from symstride.cli.outside_tool import run_tool, words_of
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.doors import read_at
from symstride.errors import NotSupported, SpecError, SymstrideError

if TYPE_CHECKING:
    from symstride.certifying.making import Certified
    from symstride.equality.verdict import Equality
    from symstride.network.graph import Network

_TEXT = """\
Decide whether two models, or two pasted lines, compute the same: for all inputs and all weights, at the
sizes that the models declare. Both are run once over finite fields, with random numbers for inputs and
weights and random functions for activations; "equal" is wrong with the probability that is printed, and is
not a proof. "different" comes with an input that shows it, and with the first node of each side where they
part. What is not understood is open, with the reason.

With --tool the original alone is named: its weights are made all different, the tool is run on a copy, with
no shell and for a limited time, and what it writes is compared.

With --cert a file says of each segment between cuts how it was settled: proved by the kernel, compared
number by number, or decided only. "symstride replay FILE --model ORIGINAL --rewritten LOWERED" does it again.

exit codes here: 0 equal, 1 different, 2 not understood, 3 open"""

_EXAMPLES = (
    ("symstride verify model.onnx lowered.onnx", "a lowering, by whatever tool"),
    ("symstride verify model.onnx --tool 'python -m onnxsim {in} {out}'", "what a tool makes of a model"),
    ("symstride verify model.onnx lowered.onnx --save shown", "a difference as two small models and a script"),
    ("symstride verify model.onnx lowered.onnx --cert equal.json", "and what of it is proved, segment by segment"),
    ("symstride verify model.onnx lowered.onnx --input data=3x224x224", "models that leave their sizes open"),
    (
        "symstride verify \"nn.Conv(64, (7, 7), strides=2, padding='SAME')\""
        ' "nn.Conv2d(3, 64, 7, stride=2, padding=3)" --sizes 1-40',
        "two pasted lines, at several sizes",
    ),
    (
        'symstride verify "Conv2D(8, 3, strides=2, padding=\'same\')" "nn.Conv2d(3, 8, 3, stride=2, padding=1)"'
        " --sizes all",
        "at all sizes: those up to a cutoff, which the others repeat",
    ),
)

LIKELY = 1e-9
"""The error of a verdict whose certificate is to leave nothing to chance."""

_COLOURS = {"equal": "bold green", "different": "bold red", "open": "bold yellow"}
_SIZES = "write --sizes 1-40, --sizes 224x224,225x225, or --sizes all"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("original", metavar="ORIGINAL", help="an ONNX model, or a pasted line in quotes")
    parser.add_argument("lowered", metavar="LOWERED", nargs="?", help="what is said to compute the same")
    words = "in the place of LOWERED: a command that reads {in} and writes {out}; its words are split as a shell would"
    parser.add_argument("--tool", metavar="COMMAND", help=words)
    parser.add_argument("--time-limit", metavar="S", default="600", help="seconds that the tool may take (600)")
    models.add_inputs(parser)
    parser.add_argument("--sizes", metavar="SIZES", help="go through these: 1-40, or 224x224,225x225; or all")
    words = "symbolic: unknowns, but for whole numbers up to 64; rounded: after folding; given: as they are (auto)"
    parser.add_argument("--weights", choices=("auto", "symbolic", "rounded", "given"), default="auto", help=words)
    words = "what is known of activations: any, zero (some keep 0), relu (the larger of x and 0); ladder tries each"
    parser.add_argument("--activation", choices=("any", "zero", "relu", "ladder"), default="ladder", help=words)
    parser.add_argument(
        "--error", metavar="P", default="1e-9", help="the largest probability of a wrong answer (1e-9), or 0"
    )
    parser.add_argument("--seed", metavar="N", help="repeat a run; drawn when it is left out")
    parser.add_argument("--save", metavar="DIR", help="write a difference there: two models, inputs, a script")
    parser.add_argument("--cert", metavar="FILE", help="write what shows that they are equal, for replay to repeat")
    parser.add_argument("--json", action="store_true", help="print one JSON object: status, scope, counterexample")


def _run(arguments: Namespace, screen: Screen) -> int:
    how: dict[str, Any] = {
        "weights": arguments.weights,
        "activation": arguments.activation,
        "error": _probability(arguments.error),
        "seed": _seed(arguments.seed),
        "sizes": _sizes_of(arguments.sizes),
    }
    _check(arguments)
    sides: list[Any] = []
    try:
        if arguments.tool is None:
            sides = _read((arguments.original, arguments.lowered), arguments, screen)
            likely = {"error": how["error"] or LIKELY} if arguments.cert is not None else {}  # cuts are found by chance
            found = _compared(sides, how | likely, screen)
        else:
            found = _by_tool(arguments, how, screen)
    except NotSupported as why:
        found = _not_read(why, how["seed"])
    made = None
    try:
        files = _saved(found, arguments.save)
        if arguments.cert is not None and found.status == "equal":
            made = _certified(found, sides, how, screen)
            files.append(made.save(arguments.cert))
    except SymstrideError:
        screen.line(found.line, style=_COLOURS[found.status])  # the answer was found nevertheless
        raise
    _show(found, files, screen, made)
    return found.exit_code


def _check(arguments: Namespace) -> None:
    """What can be said before any work."""
    asked = "symstride verify"
    if (arguments.lowered is None) == (arguments.tool is None):
        got = "neither" if arguments.tool is None else "both"
        raise SpecError(asked, "LOWERED, or --tool COMMAND", got, "name two models, or a model and a tool")
    if arguments.tool is not None and not models.is_model(arguments.original):
        got = arguments.original[:80]
        raise SpecError(f"{asked} --tool", "an ONNX model in a file", got, "name the model that the tool is for")
    if arguments.cert is not None and arguments.tool is not None:
        hint = "run the tool, then verify what it wrote"
        raise SpecError(f"{asked} --cert", "two models that stay", "--tool, which has a copy of one", hint)


def _read(texts: Sequence[str], arguments: Namespace, screen: Screen) -> list[Any]:
    """What the words name; of models with a node that nobody knows all nodes, known or not."""
    from symstride.equality.sides import is_about_a_model

    try:
        return [side_of(text, arguments, screen) for text in texts]
    except SymstrideError as why:
        if arguments.sizes is not None or not is_about_a_model(why, *texts):
            raise
        screen.note(f"not known: {why.asked}, {why.got}"[:200])
        return [models.read_wiring(text, arguments.input, screen) for text in texts]


def _compared(sides: Sequence[Any], how: dict[str, Any], screen: Screen) -> Equality:
    from symstride.equality.deciding import equal

    with screen.working("comparing"):
        return equal(*sides, **how)


def _certified(found: Equality, sides: Sequence[Any], how: dict[str, Any], screen: Screen) -> Certified:
    from symstride.certifying.making import certified

    with screen.working("proving"):
        return certified(found, *sides, **how)


def _by_tool(arguments: Namespace, how: dict[str, Any], screen: Screen) -> Equality:
    """The verdict on what the tool makes of the model with tagged weights."""
    from symstride.adapters.onnx.tagging import tagged

    words, seconds = words_of(arguments.tool), _seconds(arguments.time_limit)
    with tempfile.TemporaryDirectory(prefix="symstride-") as name:
        folder = Path(name)
        given, wanted = folder / "in.onnx", folder / "out.onnx"
        given.write_bytes(tagged(arguments.original).SerializeToString())
        with screen.working("running the tool"):
            run_tool(words, given, wanted, seconds)
        screen.note(f"the tool wrote a model of {models.figures(wanted.stat().st_size)}")
        return _compared(_read((str(given), str(wanted)), arguments, screen), how, screen)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
        raise SpecError(f"--time-limit {text}"[:200], "seconds", repr(text)[:80], "write --time-limit 600")
    return float(text)


def _saved(found: Equality, folder: str | None) -> list[Path]:
    """The files of a difference, where they are wanted and there is one."""
    if folder is None or found.counterexample is None:
        return []
    parting = found.parting
    example = parting.example if parting is not None and parting.example is not None else found.counterexample
    return example.save(folder)


def _not_read(why: SymstrideError, seed: int | None) -> Equality:
    from symstride.equality.verdict import Equality

    reason = f"{why.asked}: expected {why.expected}, got {why.got}"
    return Equality("open", "nothing was compared", seed=seed or 0, reasons=(reason,))


def side_of(text: str, arguments: Namespace, screen: Screen) -> Any:
    """What a word names: a pasted line, or a model, which is read for each size where sizes are asked for."""
    if not models.is_model(text):
        return text
    if arguments.sizes is not None and not arguments.input:
        return Path(text)
    network = models.read_network(text, arguments.input, screen)
    return network if arguments.sizes is None else _family(text, network)


def _family(path: str, known: Network) -> Callable[..., Network]:
    """The model, read again for each size, with the channels that it was read with."""
    from symstride.equality.sides import resized_shape

    def at(*size: int) -> Network:
        shapes = {node.name: resized_shape(known.shapes[node.name], size) for node in known.inputs}
        return read_at(Path(path), shapes)

    return at


def _show(found: Equality, files: Sequence[Path], screen: Screen, made: Certified | None) -> None:
    head, *rest = str(found).splitlines()
    screen.line(head, style=_COLOURS[found.status])
    for line in rest:
        screen.line(line)
    for line in [] if made is None else [str(made.report), *made.report.lines]:
        screen.line(line)
    for file in files:
        screen.line(f"written: {file}")
    shown = {} if made is None else {"certificate": made.report.to_dict()}
    written = [str(file) for file in files]
    screen.data(verdict=found.status, exit_code=found.exit_code, files=written, **found.to_dict(), **shown)


def _sizes_of(text: str | None) -> Any:
    """What ``--sizes`` asks for: nothing, all, or a list."""
    return text if text in (None, "all") else list(_sizes(str(text)))


def _sizes(text: str) -> Iterator[tuple[int, ...]]:
    for part in text.split(","):
        if found := re.fullmatch(r"([1-9][0-9]{0,5})-([1-9][0-9]{0,5})", part):
            yield from ((n,) for n in range(int(found[1]), int(found[2]) + 1))
        elif re.fullmatch(r"[1-9][0-9]{0,5}(x[1-9][0-9]{0,5})*", part):
            yield tuple(map(int, part.split("x")))
        else:
            raise SpecError(f"--sizes {text}"[:200], "numbers of places", repr(part)[:80], _SIZES)


def _probability(text: str) -> float:
    if not re.fullmatch(r"[0-9]*\.?[0-9]+(e-?[0-9]{1,3})?", text):
        raise SpecError(f"--error {text}"[:200], "a probability", repr(text)[:80], "write --error 1e-9")
    return float(text)


def _seed(text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,19}", text):
        raise SpecError(f"--seed {text}"[:200], "a whole number below 2**63", repr(text)[:80], "leave it out")
    return int(text)


VERB = Verb("verify", "whether two models or lines compute the same", _TEXT, _EXAMPLES, _arguments, _run)
