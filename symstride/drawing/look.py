"""How styles look: paints made of tokens, and each token's colour on white and on black paper.

Two states of a phase: *pale* is there, *full* is read in this frame.  Colour means phase and nothing else; grey is
output, ink is the output that is made now.  All facts are told by numbers or words too.

The eight phase colours were chosen by search: any two of them differ by 23 or more in CIE Lab for normal sight and for
each kind of colour blindness, neighbours by 19 in lightness, and the letters on them have a contrast of 4.5 or more.
Beyond eight phases of two axes, the hue is the row's remainder and its strength the column's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

PHASES: Final = ("2F66A9", "F3D27A", "EA5B2A", "62D0B0", "74352F", "9A7CF5", "5B1CAB", "BCD8FB")
HUES: Final = ("028AA8", "F2560A", "6B55FF", "5E2411")
"""Strong enough to be thinned."""
THINNED: Final = (0.0, 0.34, 0.62, 0.82)
"""How much white the strengths of a hue have."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What a style looks like.  ``fill`` and ``stroke`` are tokens, ``width`` is in millimetres.

    For words, ``fill`` is the colour of letters and ``face`` one of "", "bold", "code" and "slanted".
    """

    fill: str | None = None
    opacity: float = 1.0
    stroke: str | None = None
    width: float = 0.2
    dash: tuple[float, float] | None = None
    hatched: bool = False
    face: str = ""


def _thinned(colour: str, white: float) -> str:
    return "".join(f"{round(int(colour[n : n + 2], 16) * (1 - white) + 255 * white):02X}" for n in (0, 2, 4))


def _phase_tokens() -> dict[str, tuple[str, str]]:
    tokens = {f"p{n}": (colour, colour) for n, colour in enumerate(PHASES)}
    for h, colour in enumerate(HUES):
        tokens |= {f"h{h}{t}": (_thinned(colour, white),) * 2 for t, white in enumerate(THINNED)}
    return tokens


TOKENS: Final[dict[str, tuple[str, str]]] = {
    "ink": ("1A1A1A", "ECECEC"),
    "muted": ("6B6B6B", "A0A4AA"),
    "hair": ("BDBDBD", "50555C"),
    "paper": ("FFFFFF", "14171A"),
    "grey": ("E9E9E9", "2A2E33"),
    "accent": ("C2185B", "FF7FB0"),
    "black": ("1A1A1A", "1A1A1A"),
    "white": ("FFFFFF", "FFFFFF"),
    **_phase_tokens(),
}
"""Each colour's name, with its value on white and on black paper."""

_DARK: Final = frozenset({"p0", "p4", "p6", "h20", "h30", "h31"})
"""Full colours that take white letters."""
_PALE: Final = {f"h{h}{t}": share for h in range(4) for t, share in enumerate((0.28, 0.36, 0.46, 0.6))}
_DASH: Final = (1.0, 0.7)
_DOTS: Final = (0.5, 0.5)


def _phase_styles() -> dict[str, Paint]:
    styles = {}
    for token in _phase_tokens():
        styles[token] = Paint(token, _PALE.get(token, 0.28), "hair")
        styles[f"{token}-on"] = Paint(token, stroke="ink")
        styles[f"{token}-text"] = Paint("white" if token in _DARK else "black")
    return styles


STYLES: Final[dict[str, Paint]] = {
    # words
    "ink": Paint("ink"),
    "strong": Paint("ink", face="bold"),
    "code": Paint("ink", face="code"),
    "slanted": Paint("ink", face="slanted"),
    "muted": Paint("muted"),
    "accent": Paint("accent"),
    "inverse": Paint("paper"),
    # strokes
    "line": Paint(stroke="muted", width=0.25),
    "rim": Paint(stroke="ink", width=0.4),
    "window": Paint(stroke="ink", width=0.7),
    "window-thin": Paint(stroke="ink", width=0.45),
    # places
    "empty": Paint("paper", stroke="hair"),
    "pad": Paint("paper", stroke="muted", dash=_DOTS),
    "pad-pale": Paint("paper", stroke="hair", dash=_DOTS),
    "dead": Paint("grey", stroke="hair"),
    "ghost": Paint("paper", stroke="muted", hatched=True),
    "out": Paint("grey", stroke="muted"),
    "out-on": Paint("ink", stroke="ink"),
    "card": Paint("paper", stroke="ink", width=0.3),
    # networks
    "outline": Paint(stroke="muted", width=0.2),
    "tag": Paint("paper", stroke="ink", width=0.25),
    "group": Paint("paper", stroke="muted", width=0.25, dash=_DASH),
    **_phase_styles(),
}
"""Every style that a shape may have."""

WORDS_ON: Final = {"pad": "muted", "dead": "muted", "empty": "muted", "ghost": "muted", "out-on": "inverse"}
"""The styles of words in places that are not simply inked."""


def words_on(style: str) -> str:
    """The style of the words in a box."""
    if style.endswith("-on") and style != "out-on":
        return style.removesuffix("-on") + "-text"
    return WORDS_ON.get(style, "ink")


def phase_style(rho: Sequence[int], sizes: Sequence[int]) -> str:
    """The style of a phase among ``sizes`` of them per axis.

    Up to eight phases have a colour each; more on two axes a hue and a strength; three axes a hue for the place in the
    slice and a strength for the slice.  Colours start again where even these are not enough: labels tell them apart.
    """
    if len(rho) == 1:
        return f"p{rho[0] % len(PHASES)}"
    if len(rho) == 2:
        if sizes[0] * sizes[1] <= 4:
            return f"p{sizes[1] * rho[0] + rho[1]}"
        return f"h{rho[0] % len(HUES)}{rho[1] % len(THINNED)}"
    place = sizes[2] * rho[1] + rho[2]
    return f"h{place % len(HUES)}{(2 * rho[0] if sizes[0] == 2 else rho[0]) % len(THINNED)}"
