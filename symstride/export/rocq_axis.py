"""One axis of a layer in a Rocq file: its numbers, its places and its own statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import sympy

from symstride.algebra.sizes import EMPTY, AxisBank
from symstride.errors import NotSupported
from symstride.export.rocq_notation import RocqNotation, comment, number, table_text

READABLE_TERMS: Final = 32
"""Equations are written out up to this many terms, all output phases together: Rocq takes 20 ms and more for each."""

READABLE_TAPS: Final = 64
"""The same along one axis, where terms are simpler."""

TABLE_LIMIT: Final = 100_000
"""Tables with more entries than this are refused: reading one would take Rocq longer than anyone waits."""


def total(terms: Sequence[str]) -> str:
    """``total [t1; t2]``, the library's sum of a list, one term a line."""
    return "total [\n    " + ";\n    ".join(terms) + "]"


@dataclass(frozen=True)
class RocqAxis:
    """One axis of a bank.  ``digit`` is what its names end in, ``say`` puts integers into Rocq's notation."""

    digit: str
    bank: AxisBank
    say: RocqNotation

    def name(self, stem: str) -> str:
        """``u`` for a single axis, ``u1``, ``u2`` for several."""
        return stem + self.digit

    @property
    def along(self) -> str:
        return f" along axis {self.digit}" if self.digit else ""

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The parameters under the library's letters; ``p`` is the shift of the bank and ``q`` the low padding."""
        axis, bank = self.bank.axis, self.bank
        letters = {"k": axis.kernel, "s": axis.stride, "dl": axis.dilation, "p": bank.shift, "q": axis.low,
                   "a": bank.a, "S": bank.S, "lo": bank.umin, "hi": bank.umin + bank.size}  # fmt: skip
        return {letter: self.say(value) for letter, value in letters.items()}

    @property
    def symbolic(self) -> bool:
        """Whether a symbol takes part, so that there is no table."""
        axis = self.bank.axis
        parts = (axis.kernel, axis.stride, axis.dilation, axis.low, self.bank.a)
        return any(isinstance(value, sympy.Expr) for value in parts)

    def positive(self) -> Iterator[tuple[str, str]]:
        """What has to hold of symbols, by name."""
        axis = self.bank.axis
        for name, value, letter in (("stride", axis.stride, "s"), ("phases", self.bank.a, "a"),
                                    ("dilation", axis.dilation, "dl")):  # fmt: skip
            if isinstance(value, sympy.Expr):
                yield self.name(name), f"1 <= {self.numbers[letter]}"

    # ------------------------------------------------------------ places and ranges

    @property
    def cell(self) -> str:
        """The number of input phases."""
        return f"{self.numbers['s']}*{self.numbers['a']}" if self.symbolic else self.numbers["S"]

    @property
    def offsets(self) -> tuple[str, str]:
        """The first offset, and the one past the last."""
        n = self.numbers
        if not self.symbolic:
            return n["lo"], n["hi"]
        reach = f"{n['s']}*({n['a']} - 1) + {n['dl']}*({n['k']} - 1)"
        return f"(- {n['p']}) / ({self.cell})", f"({reach} - {n['p']}) / ({self.cell}) + 1"

    @property
    def output(self) -> str:
        """The output place of phase ``tau`` at cell ``m``."""
        return f"({self.numbers['a']}*{self.name('m')} + {self.name('tau')})"

    @property
    def read(self) -> str:
        """The input place that output ``j`` reads with tap ``i``."""
        n = self.numbers
        return f"({n['s']}*{self.name('j')} + {n['dl']}*{self.name('i')} - {n['q']})"

    @property
    def fine(self) -> str:
        """The input place of phase ``rho`` in cell ``m``."""
        cell = f"({self.cell})" if self.symbolic else self.cell
        start = f" - {self.numbers['q']}" if self.bank.origin == "padded" else ""
        return f"({cell}*{self.name('m')} + {self.name('rho')}{start})"

    @property
    def bracket(self) -> str:
        """Tap ``i`` of output phase ``tau`` falls on phase ``rho`` at offset ``u``."""
        n = self.numbers
        left = f"{n['s']}*{self.name('tau')} + {n['dl']}*{self.name('i')} - {n['p']}"
        return f"[: {left} =? {n['s']}*{n['a']}*{self.name('u')} + {self.name('rho')} :]"

    # ------------------------------------------------------------ the table

    def table(self) -> str:
        """The table of the bank, as it is."""
        table = self.bank.table
        if table.size > TABLE_LIMIT:
            raise NotSupported(
                "a Rocq file",
                f"tables of at most {TABLE_LIMIT:,} entries",
                f"{table.size:,} entries{self.along}",
                "take fewer output phases",
            )
        where = f"output phase, input phase and offset from {self.numbers['lo']} on"
        words = comment(f"Which tap stands where{self.along}, by {where}; -1 is a structural zero.")
        return words + f"Definition {self.name('tap_table')} : table :=\n  {table_text(table)}.\n"

    @property
    def tap(self) -> str:
        return f"{self.name('tap')} {self.name('tau')} {self.name('rho')} {self.name('u')}"

    def tap_definition(self) -> str:
        looked_up = f"entry {self.name('tap_table')} tau rho (u - {self.numbers['lo']})"
        return f"Definition {self.name('tap')} (tau rho u : Z) : Z := {looked_up}.\n"

    def taps(self, tau: int) -> list[tuple[int, int, int]]:
        """(tap, phase, offset) for each tap that the table has for output phase ``tau``, by taps."""
        rows = enumerate(self.bank.table[tau])
        found = [(int(tap), rho, column) for rho, row in rows for column, tap in enumerate(row) if tap != EMPTY]
        return sorted((tap, rho, column + int(self.bank.umin)) for tap, rho, column in found)

    def equations(self) -> Iterator[str]:
        """Each output phase of this axis alone, written out."""
        n, count = self.numbers, int(self.bank.a)
        if int(self.bank.axis.kernel) * count > READABLE_TAPS:
            yield comment(f"Not written out{self.along}: {n['k']} taps for each of {count} output phases.")
            return
        signal = f"(fun t => g (t - {n['q']}))" if self.bank.origin == "padded" else "g"
        parameters = " ".join(n[letter] for letter in ("k", "s", "dl", "q"))
        for tau in range(count):
            phase = f"phases_axis {n['S']} {signal}"
            terms = [f"f {tap} ** {phase} {rho} (m + {number(u)})" for tap, rho, u in self.taps(tau)]
            yield (
                f"Theorem {self.name('axis')}_phase_{tau} (f : Z -> Weight) (g : Z -> Input) (m : Z) :\n"
                f"  conv_axis {parameters} f g ({n['a']}*m + {tau}) = {total(terms)}.\n"
                "Proof. unfold conv_axis, phases_axis. from_the_definition. Qed.\n"
            )

    # ------------------------------------------------------------ sizes

    def sizes(self, size: int) -> str:
        """Outputs, cells and padding in cells for an input of ``size`` places: the bank's against the formulas."""
        bank, n = self.bank, self.numbers
        places, outputs = int(bank.places(size)), int(bank.axis.output_size(size))
        ends = f"{n['q']} {self.say(bank.axis.high)}" if bank.origin == "image" else "0 0"
        before = f"{n['k']} {n['s']} {n['dl']} {ends}"
        low, high = bank.padding(size)
        padded = f", {places} with the padding" if bank.origin == "padded" else ""
        words = f"Sizes{self.along} for an input of {size} places{padded}"
        return (
            comment(f"{words}: outputs, cells, output cells; then low and high padding in cells.")
            + f"Example {self.name('sizes')} :\n"
            f"  (output_size {before} {places}, ceil_div {places} {n['S']}, ceil_div {outputs} {n['a']}) =\n"
            f"  ({outputs}, {int(bank.cells(size))}, {int(bank.outputs(size))}) /\\\n"
            f"  (low_pad {n['s']} {n['p']} {n['a']}, high_pad {before} {n['a']} {places}) = "
            f"({int(low)}, {int(high)}).\n"
            "Proof. now vm_compute. Qed.\n"
        )
