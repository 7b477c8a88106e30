"""A filter bank as a table that people can read: which tap stands where, with a dot for a structural zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Protocol

import sympy

from symstride.algebra.entry import EntryIndices, places
from symstride.algebra.sizes import EMPTY, AxisBank
from symstride.layers.display import integer_latex
from symstride.layers.integer import Integer
from symstride.layers.layer import Conv

if TYPE_CHECKING:
    from numpy.typing import NDArray

DOT = "\N{MIDDLE DOT}"
SHOWN_PHASES = 64
"""A table shows this many (tau, rho) pairs at most and says how many it leaves out."""

SHOWN_OFFSETS = 256
"""A bank with more offsets than this is shown in closed form."""


class ShownBank(Protocol):
    """What is printed of a filter bank: fields of ``symstride.Bank``."""

    @property
    def layer_spec(self) -> Conv: ...
    @property
    def axes(self) -> tuple[AxisBank, ...]: ...
    @property
    def origin(self) -> str: ...
    @property
    def table(self) -> NDArray[Any]: ...
    @property
    def kept(self) -> Sequence[int]: ...
    @property
    def kept_by_axis(self) -> tuple[Sequence[int], ...]: ...
    @property
    def input_phases(self) -> Integer: ...
    @property
    def output_phases(self) -> Integer: ...
    @property
    def entry(self) -> sympy.Expr: ...
    @property
    def indices(self) -> EntryIndices: ...
    @property
    def _axis_symbols(self) -> set[sympy.Symbol]: ...


@dataclass(frozen=True)
class PhaseTaps:
    """The taps of one pair of phases: ``taps`` is in C order over the offsets, one entry a place, None for a zero."""

    tau: tuple[int, ...]
    rho: tuple[int, ...]
    taps: tuple[tuple[int, ...] | None, ...]


def phase_taps(bank: ShownBank, limit: int | None = None) -> list[PhaseTaps]:
    """The table of ``bank`` by output and input phase, in the order of ``bank.table``; the first ``limit`` of them."""
    kept = bank.kept_by_axis
    sizes = [*(int(axis.a) for axis in bank.axes), *map(len, kept)]
    rows, ndim = [], len(kept)
    for number in range(prod(sizes) if limit is None else min(prod(sizes), limit)):
        index = _unravelled(number, sizes)
        tau, rho = index[:ndim], tuple(row[n] for row, n in zip(kept, index[ndim:], strict=True))
        rows.append(PhaseTaps(tau, rho, tuple(_taps(bank, tau, rho))))
    return rows


def _taps(bank: ShownBank, tau: Sequence[int], rho: Sequence[int]) -> Iterator[tuple[int, ...] | None]:
    for offsets in product(*(range(int(axis.umin), int(axis.umax) + 1) for axis in bank.axes)):
        taps = tuple(axis.tap(*where) for axis, *where in zip(bank.axes, tau, rho, offsets, strict=True))
        yield None if EMPTY in taps else taps


def _unravelled(number: int, sizes: Sequence[int]) -> tuple[int, ...]:
    """The row-major index with that number."""
    index = []
    for size in reversed(sizes):
        number, place = divmod(number, size)
        index.append(place)
    return tuple(reversed(index))


def _has_table(bank: ShownBank) -> bool:
    """Whether the bank has numbers, and few enough offsets for columns."""
    return not bank._axis_symbols and prod(int(axis.size) for axis in bank.axes) <= SHOWN_OFFSETS


# ---------------------------------------------------------------- HTML

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#7a5c00")
"""Of input phases, in turn: the palette of Okabe and Ito, for readers with every kind of colour vision."""


def bank_html(bank: ShownBank) -> str:
    """The closed form, and for numbers where each weight stands: matrices for two axes, else a row for each phase."""
    from symstride.markup import mathml

    formula = f"<p>{_caption(bank)}</p><p>{mathml(entry_latex(bank), display=True)}</p>"
    if not _has_table(bank):
        return f"<div>{formula}</div>"
    rows = phase_taps(bank, SHOWN_PHASES)
    shown = _matrices(bank, rows) if bank.layer_spec.ndim == 2 else _table(bank, rows)
    return f"<div>{formula}{shown}{_left_out(bank)}</div>"


def _matrices(bank: ShownBank, rows: Sequence[PhaseTaps]) -> str:
    """One matrix for each pair of phases, rows u1 and columns u2, framed in the colour of its input phase."""
    from symstride.markup import mathml

    width = int(bank.axes[1].size)
    out = []
    for row in rows:
        lines = [row.taps[n : n + width] for n in range(0, len(row.taps), width)]
        body = r" \\ ".join(" & ".join(map(_latex_tap, line)) for line in lines)
        name = _head(bank, _index(row.tau), _index(row.rho))
        frame = f"border-top: .25em solid {_colour(bank, row)}; margin: .4em .8em .4em 0; padding-top: .2em"
        matrix = mathml(rf"{name} = \begin{{bmatrix}} {body} \end{{bmatrix}}")
        out.append(f'<div style="{frame}">{matrix}</div>')
    first = _index([int(axis.umin) for axis in bank.axes])
    said = (
        f"<p>Rows and columns are cells, from ({first}) on; w with two numbers is the tap, a dot a structural zero.</p>"
    )
    return f'<div style="display: flex; flex-wrap: wrap">{"".join(out)}</div>{said}'


def _table(bank: ShownBank, rows: Sequence[PhaseTaps]) -> str:
    offsets = list(product(*(range(int(axis.umin), int(axis.umax) + 1) for axis in bank.axes)))
    head = "".join(f"<th>{_index(u)}</th>" for u in offsets)
    body = "".join(_html_row(bank, row) for row in rows)
    top = f"<thead><tr><th>output phase</th><th>input phase</th>{head}</tr></thead>"
    return f"<table>{top}<tbody>{body}</tbody></table>"


def _html_row(bank: ShownBank, row: PhaseTaps) -> str:
    """A row in the colour of its input phase; a structural zero is a dot on the page's own ground."""
    paint = f' style="background: {_colour(bank, row)}; color: #fff"'
    cells = "".join(f"<td>{DOT}</td>" if tap is None else f"<td{paint}>w[{_index(tap)}]</td>" for tap in row.taps)
    return f"<tr><th>{_index(row.tau)}</th><th>{_index(row.rho)}</th>{cells}</tr>"


def _colour(bank: ShownBank, row: PhaseTaps) -> str:
    """The colour of an input phase, by its number in row-major order."""
    number = 0
    for rho, axis in zip(row.rho, bank.axes, strict=True):
        number = number * int(axis.S) + rho
    return COLOURS[number % len(COLOURS)]


def _caption(bank: ShownBank) -> str:
    kernel = " × ".join(str(axis.size) for axis in bank.axes)
    phases = f"{bank.input_phases} input phases to {bank.output_phases}"
    return escape(f"filter bank, {phases}, kernel {kernel}, origin {bank.origin}")


def _left_out(bank: ShownBank) -> str:
    rest = int(bank.input_phases) * int(bank.output_phases) - SHOWN_PHASES
    return f"<p>and {rest} more pairs of phases</p>" if rest > 0 else ""


def _index(entries: Sequence[int]) -> str:
    return ", ".join(map(str, entries))


# ---------------------------------------------------------------- LaTeX


def bank_latex(bank: ShownBank) -> str:
    """The closed form of an entry; for numbers on one axis, the array of taps instead."""
    if not _has_table(bank) or bank.layer_spec.ndim > 1:
        return rf"$\displaystyle {entry_latex(bank)}$"
    rows = phase_taps(bank, SHOWN_PHASES)
    offsets = range(int(bank.axes[0].umin), int(bank.axes[0].umax) + 1)
    head = r"(\tau, \rho) \backslash u & " + " & ".join(map(str, offsets))
    body = r" \\ ".join(f"({row.tau[0]}, {row.rho[0]}) & " + " & ".join(map(_latex_tap, row.taps)) for row in rows)
    return rf"$\displaystyle \begin{{array}}{{r|{'c' * len(offsets)}}} {head} \\ \hline {body} \end{{array}}$"


def entry_latex(bank: ShownBank) -> str:
    """What stands where, by cases: the weight that belongs there, or 0.  As papers have it, without dollar signs."""
    names, taps, conditions = bank.indices, [], []
    for axis, n in zip(bank.axes, places(bank.axes, bank.indices), strict=True):
        kernel, dilation = axis.axis.kernel, axis.axis.dilation
        if dilation == 1:
            taps.append(integer_latex(n))
            conditions.append(rf"0 \le {integer_latex(n)} < {integer_latex(kernel)}")
        else:
            taps.append(rf"({integer_latex(n)}) / {_bracketed(dilation)}")
            last = integer_latex(sympy.sympify(dilation * (kernel - 1)))
            conditions.append(
                rf"{integer_latex(dilation)} \mid {integer_latex(n)}, \; 0 \le {integer_latex(n)} \le {last}"
            )
    tau, rho, u = (", ".join(map(sympy.latex, index)) for index in (names.tau, names.rho, names.u))
    weight = f"{names.w}[{names.o}, {names.c}, {', '.join(taps)}]"
    where = r", \; ".join(conditions)
    cases = rf"{weight} & \text{{if }} {where} \\ 0 & \text{{otherwise}}"
    return rf"{_head(bank, tau, rho)}[{names.o}, {names.c}, {u}] = \begin{{cases}} {cases} \end{{cases}}"


def _bracketed(value: Integer) -> str:
    return f"({integer_latex(value)})" if isinstance(value, sympy.Add | sympy.Mul) else integer_latex(value)


def _latex_tap(tap: tuple[int, ...] | None) -> str:
    return r"\cdot" if tap is None else f"w_{{{_index(tap)}}}"


def _head(bank: ShownBank, tau: str, rho: str) -> str:
    """The bank at some phases: those of the output stand in front where there are several."""
    several = any(axis.a != 1 for axis in bank.axes)
    return rf"\widetilde{{{bank.indices.bank}}}_{{{f'{tau};' if several else ''}{rho}}}"
