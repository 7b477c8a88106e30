"""A scene as PNG, PDF or GIF, by matplotlib and Pillow: the extra ``draw``.

Matplotlib brings its fonts along and writes PDF without a TeX.  Nothing global of it is used, so that a program's own
plots stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from symstride.drawing.look import STYLES, TOKENS
from symstride.drawing.scene import Box, Point, Scene, Shape, Stroke, Word, arrow_head, check_extent, hatching, rests
from symstride.errors import NotSupported
from symstride.limits import check

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas
    from PIL.Image import Image

POINTS: Final = 72 / 25.4
"""A millimetre in points."""
GLIDES: Final = 3
"""Pictures between two frames of a GIF."""
COLOURS: Final = 128
NEAR_PAPER: Final = 8
"""Colours that differ from the paper by less are paper: Pillow would take them for it."""
MAX_PICTURES: Final = 400
"""A GIF of more pictures is refused."""
MAX_PIXELS: Final = 40_000_000
"""A PNG of more is refused."""
_FACES: Final = {"": {}, "bold": {"weight": "bold"}, "code": {"family": "monospace"}, "slanted": {"style": "italic"}}
HINT: Final = "pip install 'symstride[draw]'; SVG and TikZ need nothing"


def png(scene: Scene, dpi: int = 200, dark: bool = False) -> bytes:
    """The still frame as PNG."""
    pixels = round(scene.width * scene.height * (dpi / 25.4) ** 2)
    check(f"draw, PNG at {dpi} dots per inch", pixels, MAX_PIXELS, "pixels", "lower dpi")
    out = BytesIO()
    _canvas(_standing(scene), dark).savefig(out, format="png", dpi=dpi, metadata={"Software": None})
    return out.getvalue()


def pdf(scenes: Sequence[Scene], dark: bool = False) -> bytes:
    """A page for each scene; the same bytes each time."""
    _matplotlib()
    from matplotlib.backends.backend_pdf import PdfPages

    out = BytesIO()
    for scene in scenes:
        check_extent("draw, PDF", scene)
    with PdfPages(out, metadata={"CreationDate": None, "Creator": None, "Producer": None}) as pages:
        for scene in scenes:
            pages.savefig(_canvas(_standing(scene), dark))
    return out.getvalue()


def gif(scene: Scene, dpi: int = 110, dark: bool = False, seconds: float = 1.1) -> bytes:
    """All frames: each stands, then what moves glides to its next place.  It goes on for ever."""
    _matplotlib()
    try:
        from PIL import Image as Pillow
    except ImportError:
        raise NotSupported("draw, GIF", "Pillow", "not installed", HINT) from None
    views = list(_views(scene, seconds))
    check("draw, GIF", len(views), MAX_PICTURES, "pictures, frames and those between", "draw fewer outputs")
    images: list[Image] = [Pillow.open(BytesIO(png(view, dpi, dark))).convert("RGB") for view, _ in views]
    palette = _palette(images, TOKENS["paper"][dark])
    flat = [image.quantize(palette=palette, dither=Pillow.Dither.NONE) for image in images]
    times = [milliseconds for _, milliseconds in views]
    out = BytesIO()
    flat[0].save(out, format="GIF", save_all=True, append_images=flat[1:], duration=times, loop=0)
    return out.getvalue()


def _palette(images: Sequence[Image], paper: str) -> Image:
    """One palette for all pictures, so that nothing flickers, with the very colour of the paper in it."""
    from PIL import Image as Pillow

    width, height = images[0].size
    together = Pillow.new("RGB", (width, height * len(images)))
    for n, image in enumerate(images):
        together.paste(image, (0, n * height))
    palette = together.quantize(COLOURS, method=Pillow.Quantize.MEDIANCUT)
    colours = list(palette.getpalette() or [])
    white = list(bytes.fromhex(paper))
    triples = [colours[n : n + 3] for n in range(0, len(colours), 3)]
    others = [triple for triple in triples if max(abs(a - b) for a, b in zip(triple, white, strict=True)) > NEAR_PAPER]
    palette.putpalette([value for triple in (white, *others) for value in triple])
    return palette


def _views(scene: Scene, seconds: float) -> Iterator[tuple[Scene, int]]:
    """(a scene that stands still, milliseconds): the frames, and what glides between them."""
    for n in range(scene.steps):
        yield scene.frame(n), int(1000 * seconds)
        for step in range(1, GLIDES + 1) if n + 1 < scene.steps else ():
            t = step / (GLIDES + 1)
            yield _between(scene, n, t * t * (3 - 2 * t)), 45


def _between(scene: Scene, frame: int, share: float) -> Scene:
    """Frame and next one, a share of the way; what lights up is out unless it is seen in both."""
    seen = []
    for shape in scene.shapes:
        if not rests(shape) and (shape.steps is None or {frame, frame + 1} <= shape.steps):
            seen.append(_on_its_way(shape, frame, share))
    return replace(scene, shapes=tuple(seen)).frame(0)


def _on_its_way(shape: Shape, frame: int, share: float) -> Shape:
    if not shape.path:
        return replace(shape, steps=None)
    (x, y), (u, v) = shape.path[frame], shape.path[frame + 1]
    return replace(shape, steps=None, path=((x + share * (u - x), y + share * (v - y)),) * len(shape.path))


def _standing(scene: Scene) -> Scene:
    return scene.frame(scene.still) if scene.steps > 1 else scene


# ------------------------------------------------------------------------------------------------ matplotlib


def _matplotlib() -> None:
    try:
        import matplotlib
    except ImportError:
        raise NotSupported("draw, PNG, PDF or GIF", "matplotlib", "not installed", HINT) from None
    del matplotlib


def _canvas(scene: Scene, dark: bool) -> Canvas:
    """A matplotlib figure of a scene that stands still."""
    _matplotlib()
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    canvas = Canvas(figsize=(scene.width / 25.4, scene.height / 25.4), facecolor=_colour("paper", dark))
    FigureCanvasAgg(canvas)
    axes = canvas.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    axes.axis("off")
    for depth, shape in enumerate(scene.shapes):
        for patch in _patches(shape, dark):
            patch.set_zorder(depth)
            axes.add_patch(patch)
        if isinstance(shape, Word):
            _write(axes, shape, depth, dark)
    return canvas


def _colour(token: str | None, dark: bool) -> str:
    return "none" if token is None else f"#{TOKENS[token][dark]}"


def _patches(shape: Shape, dark: bool) -> Iterator[Any]:
    if isinstance(shape, Word):
        return
    if isinstance(shape, Stroke):
        yield _path(shape.points, shape.style, dark, shape.closed)
        if shape.arrow:
            yield _path(arrow_head(shape), "muted", dark, closed=True)
        return
    yield _box(shape, dark)
    if STYLES[shape.style].hatched:
        for line in hatching(shape):
            yield _path(line, "line", dark)


def _look(style: str, dark: bool) -> dict[str, Any]:
    from matplotlib.colors import to_rgba

    paint = STYLES[style]
    fill = (*to_rgba(_colour(paint.fill, dark))[:3], paint.opacity) if paint.fill else "none"
    width = paint.width * POINTS if paint.stroke else 0.0
    look: dict[str, Any] = {"facecolor": fill, "edgecolor": _colour(paint.stroke, dark), "linewidth": width}
    if paint.dash:
        look["linestyle"] = (0, tuple(length / paint.width for length in paint.dash))
    return look


def _path(points: Sequence[Point], style: str, dark: bool, closed: bool = False) -> Any:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    look = _look(style, dark)
    look["facecolor"] = look["facecolor"] if closed else "none"
    return PathPatch(Outline([*points, *points[: int(closed)]]), capstyle="butt", joinstyle="miter", **look)


def _box(box: Box, dark: bool) -> Any:
    from matplotlib.patches import FancyBboxPatch, Rectangle

    look, r = _look(box.style, dark), box.rounding
    if not r:
        return Rectangle((box.x, box.y), box.width, box.height, joinstyle="miter", capstyle="butt", **look)
    inner = (box.x + r, box.y + r), box.width - 2 * r, box.height - 2 * r
    return FancyBboxPatch(*inner, boxstyle=f"round,pad={r},rounding_size={r}", **look)


def _write(axes: Any, word: Word, depth: int, dark: bool) -> None:
    paint = STYLES[word.style]
    side = {"start": "left", "middle": "center", "end": "right"}[word.anchor]
    axes.text(
        word.x, word.y, _matplotlib_text(word), size=word.size * POINTS * 0.97, color=_colour(paint.fill, dark),
        ha=side, va="center_baseline", zorder=depth, math_fontfamily="dejavusans", **_FACES[paint.face],
    )  # fmt: skip


def _matplotlib_text(word: Word) -> str:
    if word.verbatim:
        return re.sub(r"([$])", r"\\\1", word.text)
    return word.text
