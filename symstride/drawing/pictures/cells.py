"""Places as boxes with their numbers: what all pictures are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil
from typing import Final

from symstride.drawing.letters import width_of
from symstride.drawing.look import STYLES, words_on
from symstride.drawing.scene import Box, Point, Scene, Sheet, Steps, Word
from symstride.drawing.track import Track
from symstride.errors import NotSupported

LEAST: Final = 1.3
"""Millimetres.  Smaller letters are left out: rims carry numbers instead, or none are told."""
LARGEST: Final = 2.7
TITLE: Final = 2.5
"""Size of the lines of words above parts of a picture."""
PAGE: Final = 172.0
"""Millimetres that a page is wide."""
SHARES: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How far places shrink where a picture would be too wide."""
ZERO: Final = r"$\cdot$"
"""A structural zero."""


def fitting(side: float, text: str, most: float = LARGEST) -> float:
    """The size of letters with which a text fits into a box."""
    return min(most, 0.46 * side, 0.84 * side / max(width_of(text, 1.0), 0.5))


def cell(
    sheet: Sheet,
    x: float,
    y: float,
    side: float,
    style: str,
    text: str = "",
    size: float = LARGEST,
    steps: Steps = None,
    path: tuple[Point, ...] = (),
    height: float | None = None,
    hint: str = "",
) -> None:
    """A box with a text in its middle, where letters of ``size`` can be read."""
    height = side if height is None else height
    sheet.add(Box(x, y, side, height, style, steps, path, hint=hint))
    if text and size >= LEAST:
        sheet.add(Word(x + side / 2, y + height / 2, text, size, words_on(style), "middle", steps, path))


def full(style: str) -> str:
    """The style of a place that is read now."""
    return f"{style}-on" if f"{style}-on" in STYLES else style


def weight_name(taps: tuple[int, ...]) -> str:
    """``$w_{3}$``, ``$w_{12}$`` for taps 1 and 2, ``$w_{10,2}$`` where that could be misread."""
    comma = "," if any(tap > 9 for tap in taps) else ""
    return f"$w_{{{comma.join(map(str, taps))}}}$"


def tap_name(track: Track, tap: int) -> str:
    """What stands on a card: the weight, or what a pool does with the place."""
    return {"sum": weight_name((tap,)), "max": r"$\max$", "mean": "$1$"}[track.kind]


def widest_name(*kernels: int) -> str:
    """The longest name of a weight."""
    return weight_name(tuple(kernel - 1 for kernel in kernels))


def counted(number: int, word: str) -> str:
    """``1 tap``, ``3 taps``."""
    return f"{number} {word}" + ("" if number == 1 else "s")


def every(names: Iterable[str], size: float, apart: float) -> int:
    """Which share of names that stand ``apart`` there is room for: each of them, each second, ..."""
    widest = max((width_of(name, size) for name in names), default=0.0)
    return max(1, ceil((widest + 0.5) / apart))


def refuse_large(what: str, figure: int, limit: int, unit: str, hint: str) -> None:
    """Refuse a picture that nobody could read."""
    if figure > limit:
        raise NotSupported(f"draw(what={what!r})", f"at most {limit:,} {unit}", f"{figure:,}", hint)


def check_size(what: str, tracks: Iterable[Track], places: int, phases: int) -> None:
    """Refuse more than so many places in a row, padding included, and more phases in all than can be told apart.

    What passes has short kernels too: the places that one output reads are drawn.
    """
    total = 1
    for track in tracks:
        refuse_large(what, track.last - track.first + 1, places, "places in a row, padding included", SMALLER)
        total *= track.phases
    refuse_large(what, total, phases, "phases", "take a smaller stride, or fewer phases of the output")


def narrow(what: str, make: Callable[[float], Scene], hint: str) -> Scene:
    """The picture that ``make`` draws with places of a share of their size: the largest that a page is wide enough for.

    Titles do not shrink, so a picture may be too wide with the smallest places too; it is refused.
    """
    for share in SHARES:
        scene = make(share)
        if scene.width <= PAGE:
            return scene
    raise NotSupported(f"draw(what={what!r})", f"at most {PAGE:g} mm of width", f"{scene.width:g} mm", hint)


SMALLER: Final = "pass a small input_size: the picture shows how places are read, and a few outputs show it"
