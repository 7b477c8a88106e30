"""``symstride show``: a layer beside its unit-stride layer, what one output sees, and where each weight goes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from symstride.cli import layer_arguments, models, phase_arguments
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.layers.integer import multiply
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank
    from symstride.algebra.sizes import AxisBank
    from symstride.layers.integer import Integer
    from symstride.layers.lines.others import Layer
    from symstride.network.graph import Network

_TEXT = """\
Show a layer beside the unit-stride layer that equals it on phases: sizes, channels, padding and cost;
what one output sees of the input; and the expanded filter bank as a table, with a dot for each
structural zero. An ONNX model in place of the layer: a table with a row for each layer that changes, and
receptive fields; of a model with nodes that are not known the strided layers, and what is kept. Nothing is
proved here, and nothing is written."""

_EXAMPLES = (
    (
        "symstride show 'nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)' --input 224x224",
        "the first layer of a ResNet",
    ),
    ("symstride show --kernel 3 --stride 2 --padding 1 --axes 1 --origin padded", "one axis, with the smallest kernel"),
    ("symstride show --kernel k --stride s --padding p --axes 1", "formulas for every stride, kernel and padding"),
    ("symstride show --kernel k --stride s --padding p --output-padding e --axes 1 --transposed", "a transposed layer"),
    ("symstride show model.onnx --scope network", "each layer of a model, on the grid of the network"),
)

SHOWN_ROWS = 64  # a bank with more pairs of phases is cut, and says so
SHOWN_COLUMNS = 200  # one with more offsets is shown in closed form


def _arguments(parser: ArgumentParser) -> None:
    layer_arguments.add(parser)
    phase_arguments.add(parser)
    models.add_scope(parser)
    models.add_regions(parser)


def _run(arguments: Namespace, screen: Screen) -> int:
    return _network(arguments, screen) if models.is_model(arguments.layer) else _layer(arguments, screen)


def _network(arguments: Namespace, screen: Screen) -> int:
    from symstride.cli.network_screen import show_table
    from symstride.network.grid.plan import plan
    from symstride.network.table import layer_table

    found = models.model_of(arguments, screen)
    network = models.joint(found)
    on_grid = models.scope_of(arguments) == "network"
    show_table(layer_table(network, plan(network) if on_grid else None), screen, models.whole(found))
    models.show_rest(found, screen)
    if found is not network:  # of what is kept it is not known what it reads
        return 0
    for source in network.inputs:
        _show_fields(network, source.name, screen)
    return 0


def _show_fields(network: Network, source: str, screen: Screen) -> None:
    """The fields of the nodes that change the jump, and of the last node that has one."""
    from symstride.theory.fields import receptive_field

    table = receptive_field(network, source=source)
    strided = {node.name for node in network.strided}
    rows = [(name, size, *seen) for name, _, size, *seen in table.rows() if name in strided or name == table.last]
    screen.table(
        rows, heads=("node", "map", "places", "jump", "first place"), title=f"What one output sees of {source}"
    )


def _layer(arguments: Namespace, screen: Screen) -> int:
    from symstride.algebra.bank import expand

    models.refuse_scope(arguments)
    layer = layer_arguments.layer_of(arguments)
    options = phase_arguments.phase_options(arguments)
    if not isinstance(layer, Conv):
        return _other_layer(layer, options, screen)
    bank = expand(layer, **options)
    size = _input_size(layer, options["input_size"])
    screen.table(_both(bank, size), heads=("", "this layer", "without stride, on phases"))
    screen.table(_view(bank), heads=("per axis", *_axis_names(layer.ndim)), title="What one output sees")
    _show_bank(bank, screen)
    return 0


def _other_layer(layer: ConvTranspose | MaxPool | AveragePool, options: Mapping[str, Any], screen: Screen) -> int:
    """A transposed layer or a pool: as the network of this one layer, or for sizes that are symbols beside its form."""
    given = options["input_size"]
    sizes = given if isinstance(given, Sequence) else (given,)
    if not layer.is_symbolic and options["phases"] == 1 and all(isinstance(n, int) for n in sizes):
        return _one_layer(layer, given, screen)
    from symstride.network.expanding import expand

    bank: Any = expand(layer, options["phases"], options["origin"], options["order"])  # type: ignore[call-overload]  # one of these
    size = _input_size(layer, given)
    screen.table(_beside(layer, bank, size), heads=("", "this layer", "without stride, on phases"))
    if isinstance(layer, ConvTranspose):
        screen.line("The bank of the layer that it transposes, with o and tau of the input, c and rho of the output:")
    _show_bank(bank.forward, screen)
    return 0


def _beside(
    layer: ConvTranspose | MaxPool | AveragePool, bank: Any, size: tuple[Integer, ...]
) -> Iterator[tuple[str, str, str]]:
    """The layer and its form, fact by fact; how many windows a pool has that rounds up is left out."""
    ones, pairs = _joined((1,) * layer.ndim), _pairs(layer.padding)
    yield "kernel", _joined(layer.kernel), _joined([axis.size for axis in bank.axes])
    yield "stride", _joined(layer.stride), ones
    yield "dilation", _joined(layer.dilation), ones
    if isinstance(layer, ConvTranspose):
        unit = bank.layer(size)
        yield "channels", f"{layer.in_channels} to {layer.out_channels}", f"{unit.in_channels} to {unit.out_channels}"
        yield "groups", str(layer.groups), str(unit.groups)
        yield "padding (low, high)", pairs, _pairs(unit.padding)
        yield "output padding", _joined(layer.output_padding), _joined((0,) * layer.ndim)
        yield "input", _joined(size), _joined(bank.cells(size))
        yield "output", _joined(layer.output_size(size)), _joined(bank.output_cells(size))
        return
    rows = list(zip(bank.axes, size, strict=True))
    yield "phases of the input", ones, _joined([axis.S for axis in bank.axes])
    yield "input", _joined(size), _joined([axis.cells(n) for axis, n in rows])
    if not layer.ceil_mode:
        yield "padding (low, high)", pairs, _pairs([axis.padding(n) for axis, n in rows])
        outputs = [(axis.axis.output_size(n), axis.outputs(n)) for axis, n in rows]
        yield "output", _joined([own for own, _ in outputs]), _joined([cells for _, cells in outputs])


def _pairs(padding: Sequence[tuple[Integer, Integer]]) -> str:
    return " ".join(f"({low}, {high})" for low, high in padding)


def _one_layer(layer: Layer, size: Sequence[Integer] | Integer | None, screen: Screen) -> int:
    """A transposed layer or a pool, as the network of this one layer."""
    from symstride.cli.network_screen import show_table
    from symstride.network.one_layer import network_of
    from symstride.network.table import layer_table

    network = network_of(layer, size)
    show_table(layer_table(network, None), screen)
    _show_fields(network, "x", screen)
    return 0


def _input_size(layer: Layer, given: Sequence[Integer] | Integer | None) -> tuple[Integer, ...]:
    """The size asked for, or the layer's own, or a symbol for each axis."""
    import sympy

    if given is not None:
        return tuple(given) if isinstance(given, Sequence) else (given,) * layer.ndim
    own = layer.input_size if isinstance(layer, Conv) else None
    return own or tuple(sympy.Symbol("N" + suffix) for suffix in _suffixes(layer.ndim))


def _suffixes(axes: int) -> list[str]:
    return [""] if axes == 1 else [str(axis + 1) for axis in range(axes)]


def _axis_names(axes: int) -> list[str]:
    return [f"axis {suffix}".strip() for suffix in _suffixes(axes)]


# ---------------------------------------------------------------- the two layers side by side


def _both(bank: Bank, size: tuple[Integer, ...]) -> Iterator[tuple[str, str, str]]:
    one, other = bank.layer_spec, bank.layer(size)
    for name, fact in _FACTS:
        yield name, fact(one, size), fact(other, other.input_size or ())
    weights = multiply(*one.weight_shape)
    copies = multiply(weights, bank.output_phases)
    yield "weights that are not structural zeros", _number(weights), _number(copies)


_FACTS: tuple[tuple[str, Callable[[Conv, tuple[Integer, ...]], str]], ...] = (
    ("channels", lambda layer, size: f"{layer.in_channels} to {layer.out_channels}"),
    ("groups", lambda layer, size: str(layer.groups)),
    ("kernel", lambda layer, size: _joined(layer.kernel)),
    ("stride", lambda layer, size: _joined(layer.stride)),
    ("dilation", lambda layer, size: _joined(layer.dilation)),
    ("padding (low, high)", lambda layer, size: " ".join(f"({a.low}, {a.high})" for a in layer.axes(size))),
    ("input", lambda layer, size: _joined(size)),
    ("output", lambda layer, size: _joined(layer.output_size(size))),
    ("weights", lambda layer, size: _number(multiply(*layer.weight_shape))),
    ("multiply-adds", lambda layer, size: _number(layer.cost(size).multiply_adds)),
)


def _joined(values: Sequence[Integer]) -> str:
    return " x ".join(map(str, values))


def _number(value: Integer) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


# ---------------------------------------------------------------- what one output sees


def _view(bank: Bank) -> Iterator[tuple[object, ...]]:
    axes = [axis.axis for axis in bank.axes]
    yield "places from first to last (receptive field)", *(axis.span for axis in axes)
    yield "places from one output to the next (jump)", *(axis.stride for axis in axes)
    yield "first place of output 0", *(multiply(-1, axis.low) for axis in axes)
    yield "cells that the unit-stride layer sees", *(axis.size for axis in bank.axes)


# ---------------------------------------------------------------- where each weight goes


def _show_bank(bank: Bank, screen: Screen) -> None:
    if not all(_has_table(axis) for axis in bank.axes):
        screen.line("The expanded bank, in closed form:", style="bold")
        screen.line(f"  {bank.indices.bank}[{', '.join(map(str, _names(bank)))}] = {bank.entry}")
        return
    for number, axis in enumerate(bank.axes):
        if axis in bank.axes[:number]:
            continue
        alike = [name for name, other in zip(_axis_names(len(bank.axes)), bank.axes, strict=True) if other == axis]
        offsets = range(int(axis.umin), int(axis.umax) + 1)
        title = f"Which tap stands where, {' and '.join(alike)}" if len(bank.axes) > 1 else "Which tap stands where"
        screen.table(_tap_rows(axis), heads=("phases", *(f"u = {u}" for u in offsets)), title=title)
        left_out = int(axis.a) * int(axis.S) - SHOWN_ROWS
        if left_out > 0:
            screen.line(f"and {left_out} more pairs of phases", style="dim")
    if len(bank.axes) > 1:
        screen.line("Several axes: a weight stands where each axis has a tap, w[o, c, i1, i2, ...]; all else is zero.")


def _tap_rows(axis: AxisBank) -> Iterator[tuple[str, ...]]:
    from symstride.algebra.display import DOT
    from symstride.algebra.sizes import EMPTY

    for number in range(min(int(axis.a) * int(axis.S), SHOWN_ROWS)):
        tau, rho = divmod(number, int(axis.S))
        taps = (axis.tap(tau, rho, u) for u in range(int(axis.umin), int(axis.umax) + 1))
        yield f"tau = {tau}, rho = {rho}", *(DOT if tap == EMPTY else f"w[{tap}]" for tap in taps)


def _has_table(axis: AxisBank) -> bool:
    """Channels may be symbols: they take no part in which tap stands where."""
    numbers = (axis.S, axis.axis.kernel, axis.axis.dilation, axis.shift)
    return all(isinstance(value, int) for value in numbers) and int(axis.size) <= SHOWN_COLUMNS


def _names(bank: Bank) -> tuple[object, ...]:
    names = bank.indices
    return (*names.tau, names.o, *names.rho, names.c, *names.u)


VERB = Verb(
    "show",
    "sizes, receptive field, cost, and the expanded bank, or a model's layers",
    _TEXT,
    _EXAMPLES,
    _arguments,
    _run,
)
