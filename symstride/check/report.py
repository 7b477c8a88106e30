"""The outcome of a cross-check: one row per run, a table to print, and one verdict for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.verdict import Kind, Verdict, sampled, unknown

HEADINGS = ("backend", "layer", "numbers", "input size", "outputs", "agreement", "verdict")


@dataclass(frozen=True)
class Row:
    """One evaluation in one backend against the plain loops.

    ``side`` is ``"expanded"``, ``"strided"`` or ``"expanded, <operator>"``, where the framework's own operator makes
    the phases; ``worst`` the largest deviation over its error bound, None for exact numbers; an absent backend has one
    row, with a verdict that says how to get it.  ``raised``: the framework broke off where it should have answered.
    """

    backend: str
    version: str
    side: str
    kind: str
    input_size: tuple[int, ...]
    outputs: int
    worst: float | None
    verdict: Verdict
    raised: bool = False

    def cells(self) -> tuple[str, ...]:
        """What the table shows, in the order of ``HEADINGS``."""
        size = " x ".join(map(str, self.input_size))
        name = f"{self.backend} {self.version}".strip()
        outcome = "agrees" if self.verdict.ok else str(self.verdict)
        outputs = f"{self.outputs:,}" if self.outputs else ""
        return (name, self.side, self.kind, size, outputs, self._agreement(), outcome)

    def _agreement(self) -> str:
        if not self.verdict.ok:
            return ""
        return "exact" if self.worst is None else f"{self.worst:.2g} of the bound"


@dataclass(frozen=True)
class CrossCheck:
    """All rows for one layer.  ``print(report)`` shows the table."""

    layer: Conv | ConvTranspose | MaxPool | AveragePool
    input_size: tuple[int, ...]
    seed: int
    rows: tuple[Row, ...]

    @property
    def verdict(self) -> Verdict:
        """Refuted if any row is; unknown if a framework raised or nothing ran; else sampled, counting rows that ran."""
        for row in self.rows:
            if row.verdict.kind is Kind.REFUTED:
                return row.verdict
        for row in self.rows:
            if row.raised:
                return row.verdict
        ran = [row for row in self.rows if row.verdict.ok]
        if not ran:
            reasons = "; ".join(row.verdict.reason for row in self.rows)
            return unknown(reasons or "no backend was asked for")
        return sampled(len(ran), self.seed)

    @property
    def ok(self) -> bool:
        """``verdict.ok``."""
        return self.verdict.ok

    @property
    def exit_code(self) -> int:
        """``verdict.exit_code``."""
        return self.verdict.exit_code

    def __bool__(self) -> bool:
        return self.ok

    def __str__(self) -> str:
        return f"{self.layer}\n{_text_table([HEADINGS, *(row.cells() for row in self.rows)])}\n{self.verdict}"

    def _repr_html_(self) -> str:
        from symstride.markup import table

        return table(HEADINGS, (row.cells() for row in self.rows), str(self.verdict))


def _text_table(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    texts = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([texts[0], "-" * max(map(len, texts)), *texts[1:]])
