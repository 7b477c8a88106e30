"""What a picture shows, as plain data: boxes, words and strokes in millimetres, the origin at the upper left.

A shape has a *style*, a name in ``look.STYLES``, never a colour.  ``steps`` are the frames in which it is seen (None:
all of them), ``path`` moves it by (dx, dy) in each frame: what stays the same thing is one shape that moves.  Later
shapes lie on top of earlier ones.  Words are plain text with mathematics between dollars (see ``letters``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from symstride.drawing.letters import width_of
from symstride.errors import NotSupported

Point: TypeAlias = tuple[float, float]
Steps: TypeAlias = frozenset[int] | None
"""The frames in which a shape is seen; None is all of them."""

LARGEST: Final = 5_000.0
"""Millimetres.  TeX and PDF know no longer lengths."""
MARGIN: Final = 2.0
"""Millimetres of paper around everything."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle.  ``rounding`` is the radius of its corners, ``hint`` a word that shows under the mouse."""

    x: float
    y: float
    width: float
    height: float
    style: str
    steps: Steps = None
    path: tuple[Point, ...] = ()
    rounding: float = 0.0
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text: ``y`` is its middle, ``size`` the height of its letters, ``anchor`` what ``x`` is.

    With ``verbatim`` dollars and backslashes are characters like others: names from elsewhere.
    """

    x: float
    y: float
    text: str
    size: float
    style: str = "ink"
    anchor: Literal["start", "middle", "end"] = "middle"
    steps: Steps = None
    path: tuple[Point, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, with an arrow at its end or without; ``closed`` it is an area."""

    points: tuple[Point, ...]
    style: str = "line"
    arrow: bool = False
    closed: bool = False
    steps: Steps = None
    path: tuple[Point, ...] = ()


Shape: TypeAlias = Box | Word | Stroke


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of ``steps`` frames.  ``caption`` is one sentence; ``still`` is the frame that stands for all."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    caption: str
    steps: int = 1
    still: int = 0

    def frame(self, number: int) -> Scene:
        """One frame, as a scene that stands still."""
        seen = (shape for shape in self.shapes if shape.steps is None or number in shape.steps)
        placed = (moved(shape, *(shape.path[number] if shape.path else (0.0, 0.0))) for shape in seen)
        shapes = tuple(replace(shape, steps=None, path=()) for shape in placed)
        return replace(self, shapes=shapes, steps=1, still=0)


def rests(shape: Shape) -> bool:
    """Whether a shape is seen only while nothing glides: letters for a full colour have no other ground."""
    return bool(shape.path) and shape.style.endswith("-text")


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The shape elsewhere."""
    if isinstance(shape, Stroke):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """(left, top, right, bottom), the width of words being estimated."""
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Stroke):
        xs, ys = zip(*shape.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)
    width = width_of(shape.text, shape.size, shape.verbatim)
    left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    return left, shape.y - shape.size / 2, left + width, shape.y + shape.size / 2


# ------------------------------------------------------------------------------------------------ making scenes


@dataclass(slots=True)
class Sheet:
    """Paper to draw on: shapes are added, then ``scene`` makes a picture that is just large enough."""

    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top."""
        self.shapes += shapes

    def scene(self, caption: str, steps: int = 1, still: int | None = None) -> Scene:
        """Everything, moved so that the margin begins at the origin; no frame is cut off.

        ``still`` is a frame in the middle where nothing is said: the first one shows mostly padding.
        """
        edges = [edge for shape in self.shapes for edge in _everywhere(shape)]
        left, top = min(e[0] for e in edges) - MARGIN, min(e[1] for e in edges) - MARGIN
        right, bottom = max(e[2] for e in edges) + MARGIN, max(e[3] for e in edges) + MARGIN
        shapes = tuple(rounded(moved(shape, -left, -top)) for shape in self.shapes)
        shown = steps // 2 if still is None else still
        return Scene(round(right - left, 2), round(bottom - top, 2), shapes, caption, steps, shown)


def beside(scenes: Sequence[Scene], columns: int, caption: str, gap: float = 5.0) -> Scene:
    """Scenes that stand still, in rows of ``columns``: an animation for print."""
    shapes: list[Shape] = []
    y = width = 0.0
    for first in range(0, len(scenes), columns):
        row, x = scenes[first : first + columns], 0.0
        for scene in row:
            shapes += [moved(shape, x, y) for shape in scene.shapes]
            x += scene.width + gap
        width, y = max(width, x - gap), y + max(scene.height for scene in row) + gap
    return Scene(round(width, 2), round(y - gap, 2), tuple(map(rounded, shapes)), caption)


def _everywhere(shape: Shape) -> Iterator[tuple[float, float, float, float]]:
    """The bounds in every frame."""
    left, top, right, bottom = bounds(shape)
    for dx, dy in shape.path or ((0.0, 0.0),):
        yield left + dx, top + dy, right + dx, bottom + dy


def rounded(shape: Shape) -> Shape:
    """Numbers of three decimals: files are short, and the same everywhere."""
    path = _points(shape.path)
    if isinstance(shape, Stroke):
        return replace(shape, points=_points(shape.points), path=path)
    x, y = round(shape.x, 3), round(shape.y, 3)
    if isinstance(shape, Word):
        return replace(shape, x=x, y=y, size=round(shape.size, 3), path=path)
    return replace(shape, x=x, y=y, width=round(shape.width, 3), height=round(shape.height, 3), path=path)


def _points(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple((round(x, 3), round(y, 3)) for x, y in points)


# ------------------------------------------------------------------------------------------------ what all writers need


def check_extent(asked: str, scene: Scene) -> None:
    """Refuse a picture that is longer than a format can say."""
    longest = max(scene.width, scene.height)
    if longest > LARGEST:
        got = f"{longest:,.0f} mm"
        raise NotSupported(asked, f"at most {LARGEST:,.0f} mm", got, "save it as SVG, or draw a part of the network")


def hatching(box: Box, apart: float = 1.2) -> tuple[tuple[Point, Point], ...]:
    """Lines from lower left to upper right that fill a box."""
    lines = []
    count = int((box.width + box.height) / apart)
    for n in range(1, count + 1):
        t = n * apart
        start = (box.x, box.y + t) if t <= box.height else (box.x + t - box.height, box.y + box.height)
        end = (box.x + t, box.y) if t <= box.width else (box.x + box.width, box.y + t - box.width)
        if abs(end[0] - start[0]) > 0.05:
            lines.append((start, end))
    return tuple((_points((a,))[0], _points((b,))[0]) for a, b in lines)


def arrow_head(stroke: Stroke, length: float = 1.7, half: float = 0.7) -> tuple[Point, Point, Point]:
    """The triangle at the end of a stroke."""
    (x, y), (u, v) = stroke.points[-2:]
    far = ((u - x) ** 2 + (v - y) ** 2) ** 0.5 or 1.0
    dx, dy = (u - x) / far, (v - y) / far
    back = (u - length * dx, v - length * dy)
    corners = ((u, v), (back[0] - half * dy, back[1] + half * dx), (back[0] + half * dy, back[1] - half * dx))
    one, two, three = _points(corners)
    return one, two, three
