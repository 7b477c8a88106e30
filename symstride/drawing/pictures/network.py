"""The picture of a network: boxes in rows, branches beside one another, masks on their edges.

Along each segment of the diagram a box takes the column of the first box that it reads, or the next one that is free;
an edge that passes rows by has a narrow column of its own.  On a page, segments fill up several columns from left to
right; on a screen, one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, Literal, TypeAlias

from symstride.drawing.diagram import Diagram, NodeBox, Segment
from symstride.drawing.letters import literal, width_of
from symstride.drawing.look import phase_style
from symstride.drawing.scene import Box, Scene, Shape, Stroke, Word, moved, rounded
from symstride.escaping import tex
from symstride.limits import check

BOX: Final = 46.0
"""Width of a box."""
LANE: Final = 3.5
"""Width of a column in which edges pass boxes by."""
GAP: Final = 3.0
"""Between columns."""
LINE: Final = 3.1
"""Height of a line of text."""
BETWEEN: Final = 5.2
"""Between rows: room for an arrow and a mask."""
PAGE: Final = (160.0, 205.0)
"""Width and height that a page has for a drawing."""
LEAST_SCALE: Final = 0.75
"""A large network is drawn smaller down to this before it goes over several pages."""
SHORTEST: Final = 60.0
"""Columns are not made shorter than this to fill the width."""
MARGIN: Final = 2.0
ROUND: Final = 0.6
WIDER: Final[Mapping[Face, float]] = {"strong": 1.1, "code": 1.1}
"""How much wider than others letters of a style are."""
FOOT: Final = 2.5
"""Below the last row, for the way to the next column."""

Face: TypeAlias = Literal["strong", "ink", "code", "slanted"]
"""The styles of words in boxes."""
CHARACTERS: Final[Mapping[Face, int]] = {"strong": 32, "ink": 41, "code": 35, "slanted": 41}
"""How many characters of each style fit into a box."""
MAX_PASSING: Final = 10_000
"""A drawing in which edges pass by more rows than this, all together, is refused: nobody would read it."""
MERGED: Final = 28
"""What stands behind a layer goes into its line up to so many characters."""
SIZES: Final[Mapping[Face, float]] = {"strong": 2.35, "ink": 2.15, "code": 2.15, "slanted": 2.15}
"""Letter sizes, at most: long lines have smaller ones."""


# ------------------------------------------------------------------------------------------------ one segment


@dataclass(frozen=True, slots=True)
class _Placed:
    """A segment with its geometry, the origin at its upper left.  ``ends`` are where edges leave its last row."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    ends: Mapping[int, tuple[float, float]]
    top: float


@dataclass(slots=True)
class _Item:
    """A box, or with ``box`` None an edge that passes a row by, on its way from ``start`` to ``goal``."""

    box: int | None
    start: int
    goal: int
    column: int = -1


def _place(diagram: Diagram, segment: Segment, before: tuple[float, float] | None) -> _Placed:
    """The segment drawn.  ``before`` is where the only edge out of the segment above ends, counted from here."""
    rows = _items(diagram, segment)
    _columns(diagram, rows)
    widths = _widths(rows)
    left = [MARGIN, *(MARGIN + x + GAP * (n + 1) for n, x in enumerate(accumulate(widths)))]
    centre = [x + w / 2 for x, w in zip(left, widths, strict=False)]
    y, tops, heights = 0.0, [], []
    for row in rows:
        heights.append(max(_height(diagram.boxes[i.box]) for i in row if i.box is not None))
        tops.append(y + BETWEEN)
        y += BETWEEN + heights[-1]
    shapes: list[Shape] = []
    ends: dict[int, tuple[float, float]] = {}
    above: dict[tuple[int, int | None], tuple[float, float]] = {}
    for r, row in enumerate(rows):
        here: dict[tuple[int, int | None], tuple[float, float]] = {}
        for item in row:
            x, top, bottom = centre[item.column], tops[r], tops[r] + heights[r]
            if item.box is None:
                start = above.get((item.start, item.goal)) or above.get((item.start, None)) or before
                if start is not None:
                    shapes.append(_edge(start, (x, top), arrow=False))
                shapes.append(Stroke(((x, top), (x, bottom))))
                here[item.start, item.goal] = (x, bottom)
                continue
            box = diagram.boxes[item.box]
            height = _height(box)
            shapes += _drawn(box, segment, x, top, diagram)
            entries = [_start(above, n, item.box, before) for n in box.inputs]
            shapes += _entering([e for e in entries if e is not None], (x, top), box.masked)
            here[item.box, None] = ends[item.box] = (x, top + height)
        above = here
    width = left[len(widths) - 1] + widths[-1] + MARGIN if widths else 0.0
    if segment.times > 1:
        shapes += _repeated(segment.times, MARGIN / 2, BETWEEN - 1.2, width - MARGIN, y - BETWEEN + 2.4)
    last = {n: ends[n] for n in segment.rows[-1]}
    return _Placed(width, y, tuple(shapes), last, centre[0])


def _start(
    above: Mapping[tuple[int, int | None], tuple[float, float]],
    source: int,
    goal: int,
    before: tuple[float, float] | None,
) -> tuple[float, float] | None:
    return above.get((source, goal)) or above.get((source, None)) or before


def _items(diagram: Diagram, segment: Segment) -> list[list[_Item]]:
    """The boxes of each row, and the edges that pass it by."""
    place = {n: r for r, row in enumerate(segment.rows) for n in row}
    passing = sum(r - 1 - place.get(source, -1) for n, r in place.items() for source in diagram.boxes[n].inputs)
    hint = "replay the certificate, or look at the table: symstride show"
    check("the drawing of a network", passing, MAX_PASSING, "rows that edges pass by", hint)
    rows = [[_Item(n, n, n) for n in row] for row in segment.rows]
    for n, r in place.items():
        for source in diagram.boxes[n].inputs:
            for between in range(place.get(source, -1) + 1, r):
                rows[between].append(_Item(None, source, n))
    return rows


def _columns(diagram: Diagram, rows: Sequence[Sequence[_Item]]) -> None:
    """Each item goes on in the column of what it comes from, if that is free; the longest way has the first one."""
    at: dict[tuple[int, int | None], int] = {}
    for row in rows:
        taken: set[int] = set()
        now: dict[tuple[int, int | None], int] = {}
        for item in sorted(row, key=lambda i: (i.box is None, i.start)):
            sources = [item.start] if item.box is None else list(diagram.boxes[item.box].inputs)
            goal = item.goal if item.box is None else item.box
            ways = [*((n, None) for n in sources), *((n, goal) for n in sources)]  # boxes before passing edges
            wished = [at[way] for way in ways if way in at]
            wished = [0] if len(row) == 1 else wished
            free = (c for c in [*wished[:1], *range(len(row) + len(taken) + len(at) + 1)] if c not in taken)
            item.column = next(free)
            taken.add(item.column)
            now[(item.start, item.goal) if item.box is None else (item.box, None)] = item.column
        at = now


def _widths(rows: Sequence[Sequence[_Item]]) -> list[float]:
    most = max(item.column for row in rows for item in row)
    wide = {item.column for row in rows for item in row if item.box is not None}
    return [BOX if c in wide else LANE for c in range(most + 1)]


def _edge(start: tuple[float, float], end: tuple[float, float], arrow: bool = True) -> Stroke:
    """Straight down, or with a step at two thirds of the way."""
    (x, _), (u, v) = start, end
    if x == u:
        return Stroke((start, end), arrow=arrow)
    bend = v - BETWEEN * 0.62
    return Stroke((start, (x, bend), (u, bend), end), arrow=arrow)


def _entering(starts: Sequence[tuple[float, float]], end: tuple[float, float], masked: bool) -> Iterator[Shape]:
    for start in starts:
        yield _edge(start, end)
    if masked:
        x, y = end[0], end[1] - BETWEEN * 0.64  # the head of the arrow is left to be seen
        yield Box(x - 4.6, y - 1.5, 9.2, 2.7, "tag", rounding=ROUND)
        yield Word(x, y - 0.15, "mask", 2.1, "accent")


def _lines(box: NodeBox) -> list[tuple[str, Face]]:
    """The text of a box."""
    short = f"{box.kind} + {box.behind}"
    fits = bool(box.behind) and _fits(short, MERGED)
    lines: list[tuple[str, Face]] = [(short if fits else box.kind, "strong")]
    lines += [(f"then {box.behind}", "ink")] if box.behind and not fits else []
    lines += [(box.value, "ink")]
    lines += [(box.ways, "slanted")] if box.ways else []
    return [(fitted(text, CHARACTERS[style]), style) for text, style in lines]


def _height(box: NodeBox) -> float:
    return LINE * (len(_lines(box)) + 1) + 1.6


def _drawn(box: NodeBox, segment: Segment, x: float, top: float, diagram: Diagram) -> Iterator[Shape]:
    again = [name for row in segment.again for name in diagram.boxes[_twin(segment, box, row, diagram)].nodes]
    names = [*box.nodes, *again]
    place = (x - BOX / 2, top, BOX, _height(box))
    yield Box(*place, _style(diagram, box), rounding=ROUND, hint="\n".join(names))
    yield Box(*place, "rim" if box.changed else "outline", rounding=ROUND)
    lines: list[tuple[str, Face]] = [(names_line(box.nodes), "code"), *_lines(box)]
    lines[0], lines[1] = lines[1], lines[0]
    for n, (text, style) in enumerate(lines):
        yield _line(x, top + LINE * (n + 1) - 0.9, text, style)


def _line(x: float, y: float, text: str, style: Face) -> Word:
    """A line of text with letters as large as a box is wide enough for."""
    size = min(SIZES[style], (BOX - 2.0) / width_of(text, WIDER.get(style, 1.0), verbatim=True))
    return Word(x, y, text, size, style, verbatim=True)


def _twin(segment: Segment, box: NodeBox, row: Sequence[int], diagram: Diagram) -> int:
    """The box that stands in a repetition where ``box`` stands in the segment."""
    return row[[diagram.boxes[n] for n in segment.boxes].index(box)]


def _style(diagram: Diagram, box: NodeBox) -> str:
    """One colour for each number of phases, in the order in which they occur; paper for one phase."""
    known = list(dict.fromkeys(other.phases for other in diagram.boxes if other.phases))
    return phase_style((known.index(box.phases),), (len(known),)) if box.phases else "empty"


def _repeated(times: int, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    yield Box(x, y, width, height, "group", rounding=ROUND)
    yield Box(x + 1.2, y - 1.9, 10.4, 3.0, "tag", rounding=ROUND)
    yield Word(x + 6.4, y - 0.4, f"{times} times", 2.1, "strong")


def names_line(names: Sequence[str]) -> str:
    """As many names as fit, then how many there are beside."""
    room = CHARACTERS["code"]
    for shown in range(min(len(names), room), 0, -1):  # each takes a letter or more
        more = f" +{len(names) - shown}" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + more
        if _fits(text, room):
            return text
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return fitted(names[0], room - len(more)) + more


def weight(text: str) -> int:
    """How many letters wide a text is at most, in print: a character without a glyph is printed as its number."""
    return sum(9 if "U+" in tex(c) else 1 for c in text)


def _fits(text: str, room: int) -> bool:
    return len(text) <= room and weight(text) <= room


def fitted(text: str, room: int) -> str:
    """The text, with its middle left out where it is too long."""
    if _fits(text, room):
        return text
    head, tail, left = "", "", room - 1
    while text:
        front = len(head) <= len(tail)
        char, text = (text[0], text[1:]) if front else (text[-1], text[:-1])
        left -= weight(char)
        if left < 0:
            break
        head, tail = (head + char, tail) if front else (head, char + tail)
    return f"{head}\u2026{tail}"


# ------------------------------------------------------------------------------------------------ pages


def on_screen(diagram: Diagram) -> Scene:
    """The whole diagram in one column."""
    return _drawing(diagram, [[_Sized.of(diagram, segment) for segment in diagram.segments]])


def on_pages(diagram: Diagram) -> tuple[Scene, ...]:
    """Pictures that each fit on a page: one, as low and as large as its width allows, or several."""
    segments = tuple(_Sized.of(diagram, segment) for segment in diagram.segments)
    for scale in (1.0, LEAST_SCALE):
        width, height = (side / scale for side in PAGE)
        for limit in range(int(SHORTEST), int(height), 5):
            columns = _filled(segments, float(limit))
            if _width(columns) <= width and max(map(_height_of, columns)) <= height:
                return (_shrunk(_drawing(diagram, columns)),)
    pages: list[list[list[_Sized]]] = []
    for column in _filled(segments, height):
        if pages and _width([*pages[-1], column]) <= width:
            pages[-1].append(column)
        else:
            pages.append([column])
    return tuple(_shrunk(_drawing(diagram, page, first=n == 0)) for n, page in enumerate(pages))


@dataclass(frozen=True, slots=True)
class _Sized:
    """A segment with the size of its drawing."""

    segment: Segment
    width: float
    height: float

    @classmethod
    def of(cls, diagram: Diagram, segment: Segment) -> _Sized:
        placed = _place(diagram, segment, None)
        return cls(segment, placed.width, placed.height)


def _filled(segments: Sequence[_Sized], limit: float) -> list[list[_Sized]]:
    """Segments in columns of at most that height, or of one segment."""
    columns: list[list[_Sized]] = [[]]
    for segment in segments:
        if columns[-1] and sum(other.height for other in columns[-1]) + segment.height > limit:
            columns.append([])
        columns[-1].append(segment)
    return columns


def _width(columns: Sequence[Sequence[_Sized]]) -> float:
    return sum(max(segment.width for segment in column) + GAP for column in columns) - GAP


def _height_of(column: Sequence[_Sized]) -> float:
    return sum(segment.height for segment in column) + FOOT


def _drawing(diagram: Diagram, columns: Sequence[Sequence[_Sized]], first: bool = True) -> Scene:
    """Columns of segments from left to right, an edge from the foot of one to the head of the next."""
    shapes: list[Shape] = []
    x, lowest = 0.0, 0.0
    foot: tuple[float, float] | None = None
    for column in columns:
        y, before = 0.0, None
        head = (MARGIN + BOX / 2, 0.0)
        if foot is not None:
            shapes.append(_over(foot, (x + head[0], head[1]), x - GAP / 2))
            before = head
        elif not first:
            before = head
        for sized in column:
            start = None if before is None else (before[0], before[1] - y)
            placed = _place(diagram, sized.segment, start)
            shapes += [moved(shape, x, y) for shape in placed.shapes]
            before = next(((u, v + y) for u, v in placed.ends.values()), None)
            y += placed.height
        foot = None if before is None else (x + before[0], before[1])
        lowest = max(lowest, y + FOOT)
        x += max(sized.width for sized in column) + GAP
    names = [name for column in columns for sized in column for name in _names(diagram, sized.segment)]
    caption = f"The network, layer by layer: {', '.join(map(literal, names))}"
    return Scene(round(x - GAP, 3), round(lowest, 3), tuple(map(rounded, sorted(shapes, key=_depth))), caption)


def _depth(shape: Shape) -> int:
    """Groups lie below lines, lines below boxes, and words on top, so that none hides what matters more."""
    if isinstance(shape, Box):
        return 0 if shape.style == "group" else 2
    return 1 if isinstance(shape, Stroke) else 3


def _names(diagram: Diagram, segment: Segment) -> Iterator[str]:
    for boxes in (segment.boxes, *segment.again):
        for n in boxes:
            yield from diagram.boxes[n].nodes


def _over(foot: tuple[float, float], head: tuple[float, float], between: float) -> Stroke:
    """From the foot of a column to the head of the next one, between the two."""
    low = foot[1] + 1.8
    return Stroke((foot, (foot[0], low), (between, low), (between, head[1]), head))


def _shrunk(scene: Scene) -> Scene:
    """The picture, smaller where it is larger than a page."""
    width, height = PAGE
    scale = min(1.0, width / scene.width, height / scene.height)
    if scale == 1.0:
        return scene
    shapes = tuple(rounded(_scaled(shape, scale)) for shape in scene.shapes)
    size = round(scene.width * scale, 3), round(scene.height * scale, 3)
    return Scene(*size, shapes, scene.caption)


def _scaled(shape: Shape, k: float) -> Shape:
    if isinstance(shape, Stroke):
        return replace(shape, points=tuple((x * k, y * k) for x, y in shape.points))
    if isinstance(shape, Word):
        return replace(shape, x=shape.x * k, y=shape.y * k, size=shape.size * k)
    return replace(shape, x=shape.x * k, y=shape.y * k, width=shape.width * k, height=shape.height * k)
