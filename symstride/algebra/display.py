"""A filter bank as a table that people can read: which tap stands where, with a dot for a structural zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Protocol

import sympy

from symstride.algebra.entry import EntryIndices
from symstride.algebra.sizes import EMPTY, AxisBank
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


def bank_html(bank: ShownBank) -> str:
    """A table with a row per pair of phases and a column per offset.  Symbolic banks show their closed form."""
    if not _has_table(bank):
        return f"<p>{_caption(bank)}</p><div>{escape(bank_latex(bank))}</div>"
    offsets = list(product(*(range(int(axis.umin), int(axis.umax) + 1) for axis in bank.axes)))
    head = "".join(f"<th>{_index(u)}</th>" for u in offsets)
    body = "".join(_html_row(row) for row in phase_taps(bank, SHOWN_PHASES))
    top = f"<caption>{_caption(bank)}</caption><thead><tr><th>output phase</th><th>input phase</th>{head}</tr></thead>"
    return f"<table>{top}<tbody>{body}</tbody></table>{_left_out(bank)}"


def _html_row(row: PhaseTaps) -> str:
    cells = "".join(f"<td>{DOT if tap is None else f'w[{_index(tap)}]'}</td>" for tap in row.taps)
    return f"<tr><th>{_index(row.tau)}</th><th>{_index(row.rho)}</th>{cells}</tr>"


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
        return rf"$\displaystyle {_entry_name(bank)} = {sympy.latex(bank.entry)}$"
    rows = phase_taps(bank, SHOWN_PHASES)
    offsets = range(int(bank.axes[0].umin), int(bank.axes[0].umax) + 1)
    head = r"(\tau, \rho) \backslash u & " + " & ".join(map(str, offsets))
    body = r" \\ ".join(f"({row.tau[0]}, {row.rho[0]}) & " + " & ".join(map(_latex_tap, row.taps)) for row in rows)
    return rf"$\displaystyle \begin{{array}}{{r|{'c' * len(offsets)}}} {head} \\ \hline {body} \end{{array}}$"


def _latex_tap(tap: tuple[int, ...] | None) -> str:
    return r"\cdot" if tap is None else f"w_{{{_index(tap)}}}"


def _entry_name(bank: ShownBank) -> str:
    names = bank.indices
    listed = (*names.tau, names.o, *names.rho, names.c, *names.u)
    return r"\widetilde{W}_{" + ", ".join(sympy.latex(name) for name in listed) + "}"
