"""Make docs/images/translation.svg:  ``python docs/images/translation.py``.

A signal, the same moved by one place and by two, and what a layer of stride 2 makes of each: moved by two places its
output moves by one, and moved by one place it becomes another one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

import symstride as ss

HERE = Path(__file__).resolve().parent
INPUT, OUTPUT, WORDS = "#3b78c2", "#d9822b", "#7d8590"
CELL, GAP, LEFT, HIGH = 26, 3, 150, 44
SIGNAL = (0, 0, 0, 0, 1, 3, 2, 1, 0, 0, 0, 0, 0, 0)


def main() -> None:
    """Write the picture."""
    layer, w = ss.Conv(1, 1, (3,), stride=2, padding=1, bias=False), np.array([[[1, 2, 1]]])
    lines, top = [], 12
    for shift in (0, 1, 2):
        x = np.roll(SIGNAL, shift)
        y = ss.expand(layer).apply(x.reshape(1, 1, -1), w).ravel()
        title = "the input" if shift == 0 else f"moved by {shift}"
        lines += _bars(x.tolist(), 1, top, INPUT, title)
        lines += _bars(y.tolist(), 2, top + HIGH + 14, OUTPUT, "its output")
        top += 2 * (HIGH + 14) + 18
    width = LEFT + len(SIGNAL) * CELL + 16
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" height="{top}"'
    text = "\n".join([f'{head} font-family="sans-serif" font-size="12">', *lines, "</svg>", ""])
    (HERE / "translation.svg").write_text(text, encoding="utf-8")


def _bars(values: list[int], wide: int, top: int, colour: str, title: str) -> list[str]:
    """A signal as bars with their numbers, each ``wide`` places wide."""
    out = [f'<text x="{LEFT - 12}" y="{top + HIGH - 4}" text-anchor="end" fill="{WORDS}">{title}</text>']
    most = max(values)
    for n, value in enumerate(values):
        x, size = LEFT + n * wide * CELL, wide * CELL - GAP
        high = max(2.0, round((HIGH - 14) * value / most, 1))
        y = top + HIGH - high
        out.append(f'<rect x="{x}" y="{y}" width="{size}" height="{high}" rx="2" fill="{colour}"/>')
        if value:
            out.append(f'<text x="{x + size / 2}" y="{y - 3}" text-anchor="middle" fill="{WORDS}">{value}</text>')
    return out


if __name__ == "__main__":
    main()
