"""The tables of the paper as data: the expanded bank with its structural zeros, sizes and cost before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from symstride.algebra.sizes import AxisBank
from symstride.drawing.pictures.bank import MAX_ROWS, axis_bank_scene, can_draw
from symstride.drawing.pictures.transposed import transposed_scene
from symstride.drawing.scene import Scene
from symstride.drawing.track import AxisTaps, Track
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, multiply
from symstride.proof.language.translate import own_name
from symstride.proof.statements.request import LayerRequest
from symstride.render.notation import Notation
from symstride.render.spelling import Spelling

if TYPE_CHECKING:
    from symstride.algebra.bank import Bank

MAX_CELLS: Final = 64
"""A bank on two axes is printed in full up to so many entries, and axis by axis beyond."""
MAX_TABLE: Final = 4096
"""A bank with more entries along one axis is left out: the paper has its closed form."""
SMALL_BANK: Final = 24
"""Matrices with so many entries in all fit into one line."""
MAX_WIDTH: Final = 16
"""Most columns of one table; phases beyond are set in further rows."""
MAX_TEXT: Final = 90
"""Longest entry, in LaTeX, of the table of sizes."""
ZERO: Final = r"\cdot"


@dataclass(frozen=True, slots=True)
class Taps:
    """Where taps fall along one axis: ``table[tau][rho][column]`` is a tap or -1, the first column being u = low."""

    table: tuple[tuple[tuple[int, ...], ...], ...]
    low: int

    @property
    def phases(self) -> int:
        return len(self.table[0])

    @property
    def cells(self) -> int:
        return len(self.table[0][0])


@dataclass(frozen=True, slots=True)
class WeightTable:
    """A small table of weights: ``corner`` names rows and columns, ``rows`` start with their head; all LaTeX."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One phase of a bank on two axes: a label and a matrix, rows u1 and columns u2."""

    label: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class BankTables:
    """The bank in print: in full (``blocks``) or axis by axis (``grids`` with a title each)."""

    about: str
    grids: tuple[tuple[str, WeightTable], ...]
    blocks: tuple[tuple[Block, ...], ...]
    """In lines: all small ones together, larger ones by the phase of the first axis."""


@dataclass(frozen=True, slots=True)
class SizeRow:
    """A row of the table of sizes: what, for the strided layer, for the unit-stride layer; running text."""

    what: str
    before: str
    after: str


# ------------------------------------------------------------------------------------------------ numbers in print


def count(value: Integer, spell: Spelling | None = None) -> str:
    """A number with thin spaces between thousands, or an expression, as LaTeX; a dummy is a letter of the paper's."""
    if isinstance(value, int):
        return f"{value:,}".replace(",", r"\,") if value >= 0 else f"-{count(-value)}"
    import sympy

    names = {s: s.name if isinstance(s, sympy.Dummy) else own_name(s.name) for s in value.free_symbols} if spell else {}
    names = {s: spell(names[s]) for s in sorted(names, key=str)} if spell else {}
    return str(sympy.latex(value, symbol_names=names))


def times(values: Sequence[Integer], spell: Spelling | None = None) -> str:
    r"""Sizes per axis, 3 \times 3."""
    texts = [count(value, spell) for value in values]
    return r" \times ".join(text if _is_simple(value) else f"({text})" for value, text in zip(values, texts))


def _is_simple(value: Integer) -> bool:
    return isinstance(value, int) or not (value.is_Add or value.is_Mul)


def each(values: Sequence[Integer], spell: Spelling | None = None) -> str:
    """One number where all axes agree, or all of them in brackets."""
    texts = [count(value, spell) for value in values]
    return texts[0] if len(set(texts)) == 1 else f"({', '.join(texts)})"


# ------------------------------------------------------------------------------------------------ the bank


def has_table(bank: Bank) -> bool:
    """Are the numbers that place the taps known, and few enough taps and zeros to be printed?"""
    return is_known(bank) and all(int(axis.a) * int(axis.S) * int(axis.size) <= MAX_TABLE for axis in bank.axes)


def is_known(bank: Bank) -> bool:
    """Are the numbers that place the taps known?"""
    values = [v for axis in bank.axes for v in (axis.axis.kernel, axis.axis.dilation, axis.S, axis.shift)]
    return all(isinstance(v, int) for v in values)


def taps_of(axis: AxisBank) -> Taps:
    """Where the taps of one axis fall."""
    table = tuple(tuple(tuple(int(tap) for tap in row) for row in phase) for phase in axis.table)
    return Taps(table, int(axis.umin))


def distinct_axes(bank: Bank) -> Iterator[tuple[AxisBank, str]]:
    """Each different axis once, with the words for the axes that it stands for."""
    groups: dict[tuple[Taps, str], list[int]] = {}
    for n, axis in enumerate(bank.axes):
        groups.setdefault((taps_of(axis), str(axis.axis.kernel)), []).append(n + 1)
    for numbers in groups.values():
        yield bank.axes[numbers[0] - 1], _axes_words(numbers, len(bank.axes))


def _axes_words(numbers: Sequence[int], total: int) -> str:
    if total == 1:
        return "the axis"
    if len(numbers) == total:
        return "each axis"
    if len(numbers) == 1:
        return f"axis {numbers[0]}"
    return f"axes {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def bank_tables(bank: Bank) -> BankTables:
    """The bank in full when it has two axes and few entries, otherwise one table for each different axis."""
    entries = 1
    for axis in bank.axes:
        entries *= int(axis.a) * int(axis.S) * int(axis.size)
    if len(bank.axes) == 2 and entries <= MAX_CELLS:
        about = (
            "The bank in full: one matrix for each phase, rows $u_{1}$ and columns $u_{2}$, from the first values on. "
            "Here $w_{i_{1} i_{2}}$ is $w[o, c, i_{1}, i_{2}]$, for every $o$ and $c$; a dot is a structural zero."
        )
        blocks = tuple(_blocks(bank))
        line = len(blocks) if entries <= SMALL_BANK else int(bank.axes[1].S)
        return BankTables(about, (), tuple(blocks[n : n + line] for n in range(0, len(blocks), line)))
    about = "The bank: $w_{i}$ is the tap $i$; a dot is a structural zero."
    if len(bank.axes) > 1:
        about = (
            "The bank, axis by axis: $w_{i}$ marks the tap $i$ along that axis, a dot a structural zero. An entry of "
            "the whole bank is the weight with the taps found along all axes, and zero when a dot is among them."
        )
    grids = [(words, grid) for axis, words in distinct_axes(bank) for grid in _grids(axis)]
    return BankTables(about, tuple((_grid_title(words, grid), grid) for words, grid in grids), ())


def _grid_title(words: str, grid: WeightTable) -> str:
    """A table that goes on says which phases it has."""
    if grid.columns[0] == "0":
        return f"Along {words}"
    return rf"Along {words}, $\rho = {grid.columns[0]}$ to ${grid.columns[-1]}$"


def _grids(axis: AxisBank) -> Iterator[WeightTable]:
    """Rows u (with tau, when there are several), columns rho: read row by row, taps come in the order of the signal."""
    taps = taps_of(axis)
    several = len(taps.table) > 1
    corner = r"\tau, u \,\backslash\, \rho" if several else r"u \,\backslash\, \rho"
    for first in range(0, taps.phases, MAX_WIDTH):
        phases = range(first, min(first + MAX_WIDTH, taps.phases))
        rows = []
        for tau, table in enumerate(taps.table):
            for cell in range(taps.cells):
                head = f"{tau}, {taps.low + cell}" if several else str(taps.low + cell)
                rows.append((head, *(_weight((table[rho][cell],)) for rho in phases)))
        yield WeightTable(corner, tuple(map(str, phases)), tuple(rows))


def _weight(taps: Sequence[int]) -> str:
    if any(tap < 0 for tap in taps):
        return ZERO
    gap = "," if any(tap > 9 for tap in taps) else " "
    return f"w_{{{gap.join(map(str, taps))}}}"


def _blocks(bank: Bank) -> Iterator[Block]:
    first, second = (taps_of(axis) for axis in bank.axes)
    several = len(first.table) * len(second.table) > 1
    for tau1, tau2 in product(range(len(first.table)), range(len(second.table))):
        for rho1, rho2 in product(range(first.phases), range(second.phases)):
            below = (f"{tau1},{tau2};" if several else "") + f"{rho1},{rho2}"
            left, right = first.table[tau1][rho1], second.table[tau2][rho2]
            yield Block(rf"\widetilde{{W}}_{{{below}}}", tuple(tuple(_weight((i, j)) for j in right) for i in left))


# ------------------------------------------------------------------------------------------------ pictures


def figures(bank: Bank) -> tuple[Scene, ...]:
    """A picture for each different axis; where one cannot be read, or sizes are symbols, a small example.

    Each has frames, for slides; a paper shows the one that stands for all.
    """
    if not has_table(bank):
        why = "the bank of this layer is too large to draw" if is_known(bank) else "the sizes of this layer are symbols"
        return (example_figure(f"An example, as {why}"),)
    out = []
    strided = any(int(axis.S) > 1 for axis in bank.axes)
    for axis, words in distinct_axes(bank):
        if strided and int(axis.S) == 1:
            continue  # one phase: nothing is sorted
        if can_draw(AxisTaps(axis)):
            out.append(axis_bank_scene(AxisTaps(axis), _caption(axis, words), unfolding=True))
        else:
            columns = int(axis.S) * int(axis.size)
            why = f"An example, as the bank along {words} has {columns} columns, too many to draw"
            out.append(example_figure(why))
    return tuple(dict.fromkeys(out))


_LEGEND: Final = (
    r"Above, input places in order, in cells $u$; below, the same columns sorted by phase $\rho$: the bank. "
    "A dot is a structural zero."
)


def _caption(axis: AxisBank, words: str) -> str:
    spec = axis.axis
    dilation = f", dilation ${spec.dilation}$" if spec.dilation != 1 else ""
    shown = "" if int(axis.a) <= MAX_ROWS else f" The first {MAX_ROWS} of ${axis.a}$ output phases are drawn."
    where = f"along {words} fall into phases (stride ${spec.stride}${dilation})"
    return f"How the ${spec.kernel}$ taps {where}. {_LEGEND}{shown}"


def example_figure(why: str, is_transposed: bool = False) -> Scene:
    """The picture for k = 3, s = 2, p = 1, labelled as an example and for which reason."""
    example = AxisBank(Axis(3, 2, 1, 1, 1), 1, "image")
    if is_transposed:
        scene = transposed_scene(Track(example, size=8, outputs=4))
        about = (
            "how a transposed layer with kernel 3, stride 2 and low padding 1 makes its outputs in phases, each by a "
            "layer of stride 1. Above, the input with the taps of one phase on it; below, the phases, and interleaved "
            "the output."
        )
        return replace(scene, caption=f"{why}: {about}")
    what = "how the taps fall into phases for kernel 3, stride 2 and low padding 1"
    return axis_bank_scene(AxisTaps(example), f"{why}: {what}. {_LEGEND}", unfolding=True)


# ------------------------------------------------------------------------------------------------ sizes and cost


def size_rows(
    request: LayerRequest, notation: Notation, kernels: Sequence[str], outputs: Sequence[str]
) -> tuple[SizeRow, ...]:
    """Sizes, weights and multiply-adds before and after, as far as they are known and short enough to be read.

    In the paper's symbols, in LaTeX: ``kernels`` are the expanded kernel sizes, K standing for those that are formulas,
    ``outputs`` are how many there are along the axes, or one bold letter for all of them.
    """
    made = _SizeRows(request.bank, request.input_size, notation.spell, tuple(kernels))
    many = [] if request.input_size is not None else [_outputs_row(request, outputs, notation.spell)]
    rows = (*many, *made.shapes(), *made.weights(), *made.cost())
    return tuple(row for row in rows if max(len(row.before), len(row.after)) <= MAX_TEXT)


def _outputs_row(request: LayerRequest, outputs: Sequence[str], spell: Spelling) -> SizeRow:
    """How many outputs, and how many cells of them."""
    phases = [each(request.phases, spell)] if len(outputs) == 1 else [count(a, spell) for a in request.phases]
    cells = [m if a == "1" else rf"\lceil {m} / {a} \rceil" for m, a in zip(outputs, phases)]
    before, after = (r" \times ".join(numbers) for numbers in (outputs, cells))
    return SizeRow("outputs", f"${before}$", f"${after}$")


@dataclass(frozen=True, slots=True)
class _SizeRows:
    bank: Bank
    input_size: Sequence[Integer] | None
    spell: Spelling
    kernels: tuple[str, ...]

    def _kernel_symbols(self) -> list[Integer]:
        """The expanded kernel sizes as numbers, or as symbols K: one for all axes where they agree."""
        import sympy

        if len(set(self.kernels)) == 1:
            letters = [sympy.Dummy("K", integer=True)] * len(self.kernels)
        else:
            letters = [sympy.Dummy(f"K{n}", integer=True) for n in range(1, len(self.kernels) + 1)]
        return [int(text) if text.isdigit() else one for text, one in zip(self.kernels, letters, strict=True)]

    def _number(self, value: Integer) -> str:
        return f"${count(value, self.spell)}$"

    def _times(self, values: Sequence[Integer]) -> str:
        return f"${times(values, self.spell)}$"

    def _channels(self, channels: Integer, size: Sequence[Integer]) -> str:
        word = "channel" if channels == 1 else "channels"
        return f"{self._number(channels)} {word} of {self._times(size)}"

    def shapes(self) -> Iterator[SizeRow]:
        layer, axes = self.bank.layer_spec, self.bank.axes
        channels = multiply(layer.in_channels, self.bank.input_phases)
        outputs = multiply(layer.out_channels, self.bank.output_phases)
        if self.input_size is None:
            yield SizeRow("input channels", self._number(layer.in_channels), self._number(channels))
            yield SizeRow("output channels", self._number(layer.out_channels), self._number(outputs))
        else:
            size = tuple(self.input_size)
            cells = [axis.cells(n) for axis, n in zip(axes, size)]
            yield SizeRow("input", self._channels(layer.in_channels, size), self._channels(channels, cells))
            before, after = layer.output_size(size), self.bank.output_cells(size)
            yield SizeRow("output", self._channels(layer.out_channels, before), self._channels(outputs, after))
        taps = self._kernel_symbols()
        meant = dict.fromkeys(
            f"${count(k, self.spell)} = {text}$" for k, text in zip(taps, self.kernels) if not isinstance(k, int)
        )
        where = f", {', '.join(meant)}" if meant else ""
        yield SizeRow("kernel", self._times(layer.kernel), self._times(taps) + where)
        steps = {"stride": layer.stride, "dilation": layer.dilation}
        if all(dilation == 1 for dilation in layer.dilation):
            del steps["dilation"]
        printed = ", ".join(each(sizes, self.spell) for sizes in steps.values())
        yield SizeRow(", ".join(steps), f"${printed}$", f"${', '.join('1' for _ in steps)}$")
        if layer.groups != 1:
            yield SizeRow("groups", self._number(layer.groups), self._number(layer.groups))
        yield from self._padding()

    def _padding(self) -> Iterator[SizeRow]:
        if self.input_size is not None:
            before = [(axis.low, axis.high) for axis in self.bank.layer_spec.axes()]
            after = [axis.padding(n) for axis, n in zip(self.bank.axes, self.input_size)]
            yield SizeRow("padding (low, high)", self._pairs(before), self._pairs(after))

    def _pairs(self, pairs: Sequence[tuple[Integer, Integer]]) -> str:
        texts = [f"({count(low, self.spell)}, {count(high, self.spell)})" for low, high in pairs]
        return f"${texts[0]}$" if len(set(texts)) == 1 else ", ".join(f"${text}$" for text in texts)

    def weights(self) -> Iterator[SizeRow]:
        layer, bank = self.bank.layer_spec, self.bank
        free = multiply(*layer.weight_shape)
        copies = multiply(free, bank.output_phases)
        taps = [layer.out_channels, bank.output_phases, layer.in_per_group, bank.input_phases]
        stored = multiply(*taps, *self._kernel_symbols())
        yield SizeRow("weights stored", self._number(free), self._number(stored))
        yield SizeRow("copies of each weight", "$1$", self._number(bank.output_phases))
        if isinstance(stored, int) and isinstance(copies, int):
            share = f"{100 * (stored - copies) / stored:.1f}".removesuffix(".0")
            yield SizeRow("structural zeros", "$0$", f"{self._number(stored - copies)} (${share}$ %)")

    def cost(self) -> Iterator[SizeRow]:
        """Multiply-adds of one evaluation, and how many of them multiply by a weight and not by a structural zero."""
        if self.input_size is None:
            return
        layer, size = self.bank.layer_spec, tuple(self.input_size)
        before, after = layer.cost(size).multiply_adds, self.bank.layer(size).cost().multiply_adds
        yield SizeRow("multiply-adds", self._number(before), self._number(after))
        cells = self.bank.output_cells(size)
        useful = multiply(*layer.weight_shape, self.bank.output_phases, *cells)
        yield SizeRow("of them with a weight", self._number(before), self._number(useful))
