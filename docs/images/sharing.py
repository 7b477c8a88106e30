"""Make docs/images/sharing.svg:  ``python docs/images/sharing.py``.

The bank of a kernel of three taps and stride 2 on one axis, a row for each output phase: alone, and in front of later
strides that multiply to 4.  Columns are the places ``S*u + rho`` that a cell's outputs read.
"""

from __future__ import annotations

from pathlib import Path

import symstride as ss

HERE = Path(__file__).resolve().parent
COLOURS = ("#3b78c2", "#d9822b", "#2e9e6b")
ZERO, INK, WORDS = "#9aa0a6", "#ffffff", "#7d8590"
CELL, GAP, LEFT, TOP = 30, 3, 84, 40


def pattern(phases: int, top: int) -> tuple[list[str], int]:
    """The rows of one bank, and where they end."""
    bank = ss.expand(ss.Conv(1, 1, (3,), stride=2, padding=1), phases)
    axis, table = bank.axes[0], bank.table
    places = [(u, rho) for u in range(table.shape[2]) for rho in range(table.shape[1])]
    out = [_text(LEFT, top - 12, f"a = {phases}: {_counts(ss.sharing(bank))}", "start")]
    for n, (u, rho) in enumerate(places):
        x = LEFT + n * CELL + (CELL - GAP) / 2
        out.append(_text(x, top + 10, str(int(axis.S) * (u + int(axis.umin)) + rho)))
        for tau in range(phases):
            tap = int(table[tau, rho, u])
            out += _cell(LEFT + n * CELL, top + 18 + tau * CELL, tap)
    for tau in range(phases):
        out.append(_text(LEFT - 10, top + 18 + tau * CELL + 18, f"phase {tau}", "end"))
    return out, top + 18 + phases * CELL


def _counts(shared: object) -> str:
    zeros, ties = getattr(shared, "zeros", 0), getattr(shared, "ties", 0)
    return f"{zeros} {'zero' if zeros == 1 else 'zeros'}, {'nothing is shared' if ties == 0 else f'{ties} ties'}"


def _cell(x: float, y: float, tap: int) -> list[str]:
    size = CELL - GAP
    if tap < 0:
        box = f'fill="none" stroke="{ZERO}" stroke-opacity="0.5"'
        return [f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="3" {box}/>']
    box = f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="3" fill="{COLOURS[tap]}"/>'
    return [box, _text(x + size / 2, y + 18, f"w{tap}", fill=INK)]


def _text(x: float, y: float, words: str, anchor: str = "middle", fill: str = WORDS) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}">{words}</text>'


def main() -> None:
    """Write the picture."""
    first, end = pattern(1, TOP)
    second, end = pattern(4, end + 56)
    width, height = LEFT + 16 * CELL + 16, end + 16
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [f'{head} font-family="sans-serif" font-size="12">', *first, *second, "</svg>", ""]
    (HERE / "sharing.svg").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
