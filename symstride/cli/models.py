"""Models on the command line: which argument is one, how it is read, what is said on the way, sizes in bytes."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.cli.layer_arguments import given_options
from symstride.cli.phase_arguments import given as given_phases
from symstride.cli.screen import Screen
from symstride.doors import is_model_path, read, wiring
from symstride.errors import NotSupported, SpecError, SymstrideError

if TYPE_CHECKING:
    from symstride.network.graph import Network
    from symstride.network.model import Model
    from symstride.network.wiring import Wiring

SCOPES = ("layer", "network")
SHOWN = 3  # layers that a refusal names
_UNITS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}


def is_model(text: str | None) -> bool:
    """Whether an argument names a model, and is no pasted line."""
    return text is not None and is_model_path(text)


def add_scope(parser: ArgumentParser) -> None:
    """Declare ``--scope``."""
    words = "of a model: each strided layer by itself (layer, when left out), or all on one grid (network)"
    parser.add_argument("--scope", choices=SCOPES, help=words)


def add_inputs(parser: ArgumentParser) -> None:
    """Declare ``--input`` for models, which may have several inputs."""
    words = "a size that the model leaves open, without the batch: data=3x224x224; once for each input"
    parser.add_argument("--input", metavar="NAME=SIZE", action="append", default=[], help=words)


def add_regions(parser: ArgumentParser) -> None:
    """Declare ``--region``."""
    words = "keep all of a model but this region, or in the scope layer this layer; once for each"
    parser.add_argument("--region", metavar="NAME", action="append", default=[], help=words)


def network_of(arguments: Namespace, screen: Screen) -> Network:
    """The network in the model that stands in the place of a layer; options for one layer are refused."""
    return read_network(arguments.layer, _inputs_of(arguments), screen)


def model_of(arguments: Namespace, screen: Screen) -> Network | Model:
    """The same, or a model of which only the strided layers are read; see ``read_model``."""
    return read_model(arguments.layer, _inputs_of(arguments), screen, scope_of(arguments), arguments.region)


def _inputs_of(arguments: Namespace) -> list[str]:
    given = [*given_options(arguments), *given_phases(arguments)]
    if given:
        asked = f"symstride {arguments.verb.name} {arguments.layer}"[:200]
        raise SpecError(asked, "a model, with --scope at most", f"{' '.join(given)}, for one layer", "leave them out")
    return [arguments.input] if arguments.input else []


def refuse_scope(arguments: Namespace) -> None:
    """A single layer has no scope."""
    if arguments.scope is not None:
        asked = f"symstride {arguments.verb.name} --scope {arguments.scope}"
        hint = f"leave it out, or name a model: symstride {arguments.verb.name} model.onnx --scope network"
        raise SpecError(asked, "an ONNX model, whose layers share a grid", "one layer", hint)


def scope_of(arguments: Namespace) -> str:
    """The scope that was asked for, or the one that holds without a word."""
    return arguments.scope or SCOPES[0]


def read_network(path: str, inputs: Sequence[str], screen: Screen) -> Network:
    """The network in a model file; says how large it is on the error stream."""
    shapes = dict(_input_shape(text) for text in inputs)
    with screen.working(f"reading {path}"):
        network = read(Path(path), shapes)
    unknown = sorted(set(shapes) - {node.name for node in network.inputs})
    if unknown:
        expected = f"inputs of the model: {', '.join(node.name for node in network.inputs)}"
        raise SpecError(f"--input {unknown[0]}=...", expected, unknown[0], "name the input as the model does")
    seen = f"reading not checked: {network.unchecked}" if network.unchecked else "gives what ONNX Runtime gives"
    screen.note(f"read {path}: {len(network.nodes)} nodes, {len(network.strided)} strided or dilated; {seen}")
    if network.defaults:
        words = f"{len(network.defaults)} of its inputs have numbers in the model, such as {network.defaults[0]!r}"
        screen.note(f"{words}: these are taken, and what is written has no such inputs")
    return network


def read_model(
    path: str, inputs: Sequence[str], screen: Screen, scope: str = SCOPES[0], regions: Sequence[str] = ()
) -> Network | Model:
    """The network in a model file, or a model of which only the strided layers are read, or the regions on a grid.

    The second where there is something in the file that is not known; where there is nothing to rewrite either, the
    refusal of the first is what is said.  Where regions are named, the model is read for these alone.
    """
    if regions:
        model = read_kept(path, inputs, screen, scope, regions)
        _tell(path, model, screen)
        return model
    try:
        return read_network(path, inputs, screen)
    except (NotSupported, SpecError) as why:
        if not why.asked.startswith("from_onnx"):
            raise
        refusal = type(why)(*why.args)  # anew: a traceback holds all that was read until then
    try:
        model = read_kept(path, inputs, screen, scope)
    except (NotSupported, SpecError):
        if refusal.asked.startswith("from_onnx, sizes of "):  # which a model that is kept can have, if they are right
            raise
        raise refusal from None
    if not model.parts:
        raise _with_what_is_left(refusal, model)
    screen.note(f"not known: {refusal.asked}, {refusal.got}"[:200])
    _tell(path, model, screen)
    return model


def _with_what_is_left(refusal: SymstrideError, model: Model) -> SymstrideError:
    """The refusal, and why none of the strided layers can be rewritten by itself either."""
    left = [f"{each.name} ({each.operator}), for want of {each.why}" for each in model.rest.left[:SHOWN]]
    if not left:
        return refusal
    got = f"{refusal.got}; and no strided layer can be rewritten by itself: {'; '.join(left)}"[:1000]
    hint = f"declare such values in the model, with sizes or for --input VALUE=3x224x224; or {refusal.hint}"
    return type(refusal)(refusal.asked, refusal.expected, got, hint)


def read_kept(
    path: str, inputs: Sequence[str], screen: Screen, scope: str, regions: Sequence[str] | None = None
) -> Model:
    """A model of which only the strided layers are read, or the regions that can go to a grid."""
    with screen.working(f"reading what is known of {path}"):
        return read(Path(path), dict(_input_shape(text) for text in inputs), keep=scope, parts=regions)


def read_wiring(path: str, inputs: Sequence[str], screen: Screen) -> Wiring:
    """A model with all its nodes, known or not."""
    with screen.working(f"reading what is known of {path}"):
        return wiring(Path(path), dict(_input_shape(text) for text in inputs))


def _tell(path: str, model: Model, screen: Screen) -> None:
    seen = f"reading not checked: {model.unchecked}" if model.unchecked else "they give what ONNX Runtime gives"
    what = "strided layers, each by itself" if model.scope == SCOPES[0] else "regions, each for a grid of its own"
    screen.note(f"read {path}: {len(model.parts)} {what}; {seen}; everything else is kept")
    if model.defaults:
        words = f"{len(model.defaults)} of its inputs have numbers in the model, such as {model.defaults[0]!r}"
        screen.note(f"{words}: these are taken where a layer that is rewritten, or its size, depends on them")


def joint(network: Network | Model) -> Network:
    """The network itself, or the layers of a model side by side: for tables."""
    from symstride.network.model import Model

    return network.joint if isinstance(network, Model) else network


def whole(network: Network | Model) -> str:
    """What the totals of a table are about."""
    return "the whole network" if joint(network) is network else "all that is read"


def show_rest(network: Network | Model, screen: Screen) -> None:
    """What of a model is kept, and what is left with a stride and why; nothing for a network."""
    from symstride.network.model import Model

    if isinstance(network, Model):
        if network.scope == "network":
            rows = [(part.name, len(part.network.nodes) - len(part.network.inputs), len(part.network.strided),
                     ", ".join(part.network.outputs)) for part in network.parts]  # fmt: skip
            screen.table(rows, heads=("region", "nodes", "strided", "gives"), title="Regions")
        if network.open_parts:
            count = f"{len(network.open_parts):,} of these layers"
            screen.line(f"sizes stay open: {count}; equal at every size, places and products above are of an example")
        for line in network.rest.lines:
            screen.line(line)
        for each in network.rest.left:
            screen.note(f"{each.name} is left: {each.why}")


def rest_data(network: Network | Model) -> dict[str, object]:
    """The same as plain data, for JSON."""
    from symstride.network.model import Model

    if not isinstance(network, Model):
        return {}
    left = [{"name": each.name, "operator": each.operator, "why": each.why} for each in network.rest.left]
    kept = {"kept": dict(network.rest.operators), "left": left, "provisos": list(network.rest.provisos)}
    return {**kept, "open": list(network.open_parts)}


def _input_shape(text: str) -> tuple[str, tuple[int, ...]]:
    name, equals, sizes = text.rpartition("=")
    if not equals or not name or not re.fullmatch(r"[1-9][0-9]{0,8}(x[1-9][0-9]{0,8})*", sizes):
        raise SpecError(f"--input {text}", "NAME=SIZE, without the batch", repr(text), "write data=3x224x224")
    return name, tuple(map(int, sizes.split("x")))


def bytes_of(text: str) -> int:
    """``2GB``, ``500 MB``, ``1GiB`` or a plain number, in bytes."""
    found = re.fullmatch(r"([0-9]{1,15})\s*([kmgt]?)(i?)b?", text.strip(), flags=re.IGNORECASE)
    if found is None or (found[3] and not found[2]):
        raise SpecError(f"--max-bytes {text}", "a number of bytes", repr(text), "write 2GB, 500MB or 2000000000")
    return int(found[1]) * int((1024 if found[3] else 1000) ** _UNITS[found[2].lower()])


def figures(number: int) -> str:
    """Bytes for a reader: all digits, and about how much that is."""
    for power, unit in ((4, "TB"), (3, "GB"), (2, "MB"), (1, "kB")):
        if number >= 1000**power:
            return f"{number:,} bytes ({number / 1000**power:.1f} {unit})"
    return f"{number:,} bytes"
