r"""A scene as a tikzpicture in millimetres.  It brings its colours and styles along, and needs the package tikz only.

With overlays, frames are Beamer's ``\only<n>``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from symstride.drawing.letters import parted
from symstride.drawing.look import STYLES, TOKENS
from symstride.drawing.scene import Box, Point, Scene, Shape, Stroke, Word, arrow_head, check_extent, hatching, moved
from symstride.escaping import tex

POINTS: Final = 2.845
"""A millimetre in TeX's points."""

_FACES: Final = {"": "", "bold": r"\bfseries", "code": r"\ttfamily", "slanted": r"\itshape"}


def tikz(scene: Scene, overlays: bool = False) -> str:
    r"""The scene as a tikzpicture: its still frame, or with ``overlays`` all of them, for a Beamer frame."""
    check_extent("draw, TikZ", scene)
    if scene.steps > 1 and not overlays:
        scene = scene.frame(scene.still)
    body = [line for shape in scene.shapes for line in _overlaid(shape, scene.steps)]
    styles = dict.fromkeys([*(shape.style for shape in scene.shapes), *_EXTRA])
    options = [r"x=1mm,y=-1mm,line join=miter", *(_style(name) for name in styles)]
    tokens = dict.fromkeys(token for name in styles for token in (STYLES[name].fill, STYLES[name].stroke) if token)
    return "\n".join([
        r"\begingroup%",  # no line ends with a space that TeX would print
        *(rf"\definecolor{{ss-{token}}}{{HTML}}{{{TOKENS[token][0]}}}%" for token in tokens),
        rf"\begin{{tikzpicture}}[{','.join(options)}]",
        rf"\useasboundingbox (0,0) rectangle ({scene.width:g},{scene.height:g});",
        *body,
        r"\end{tikzpicture}%",
        r"\endgroup",
    ])  # fmt: skip


def document(scenes: Sequence[Scene]) -> str:
    """A document with one page for each scene, of the size of the first, that compiles by itself."""
    width = max(scene.width for scene in scenes)
    height = max(scene.height for scene in scenes)
    paper = f"paperwidth={width:g}mm,paperheight={height:g}mm,margin=0mm"
    pages = "\n\\newpage\n".join(
        rf"\noindent\vbox to\vsize{{\hbox to\hsize{{{tikz(scene)}\hss}}\vss}}" for scene in scenes
    )
    return "\n".join([
        r"\documentclass{article}",
        r"\pdfinfoomitdate=1",
        r"\pdftrailerid{}",
        r"\pdfsuppressptexinfo=15",
        r"\usepackage[T1]{fontenc}",
        r"\usepackage[utf8]{inputenc}",
        r"\usepackage{lmodern,textcomp,amsmath,tikz}",
        rf"\usepackage[{paper}]{{geometry}}",
        r"\pagestyle{empty}",
        r"\topskip=0pt \parskip=0pt \lineskip=0pt",
        r"\begin{document}",
        pages,
        r"\end{document}",
        "",
    ])  # fmt: skip


_EXTRA: Final = ("line", "muted")
"""Styles of hatching and of arrow heads."""


def _style(name: str) -> str:
    paint = STYLES[name]
    options = []
    if paint.fill:
        options.append(f"fill=ss-{paint.fill}" + (f",fill opacity={paint.opacity:g}" if paint.opacity < 1 else ""))
    options.append(f"draw=ss-{paint.stroke},line width={paint.width:g}mm" if paint.stroke else "draw=none")
    if paint.dash:
        options.append(f"dash pattern=on {paint.dash[0]:g}mm off {paint.dash[1]:g}mm")
    return f"ss {name}/.style={{{','.join(options)}}}"


def _overlaid(shape: Shape, steps: int) -> Iterator[str]:
    """The lines of a shape, each in its frames."""
    if not shape.path and shape.steps is None:
        yield _drawn(shape)
    elif not shape.path:
        frames = ",".join(str(n + 1) for n in sorted(shape.steps or ()))
        yield rf"\only<{frames}>{{{_drawn(shape)}}}"
    else:
        for n in sorted(range(steps) if shape.steps is None else shape.steps):
            yield rf"\only<{n + 1}>{{{_drawn(moved(shape, *shape.path[n]))}}}"


def _drawn(shape: Shape) -> str:
    if isinstance(shape, Word):
        return _node(shape)
    if isinstance(shape, Stroke):
        head = rf"\path[ss muted] {_through(arrow_head(shape))} -- cycle;" if shape.arrow else ""
        return rf"\path[ss {shape.style}] {_through(shape.points)}{' -- cycle' if shape.closed else ''};{head}"
    rounding = f",rounded corners={shape.rounding:g}mm" if shape.rounding else ""
    size = f"({shape.x:g},{shape.y:g}) rectangle ++({shape.width:g},{shape.height:g})"
    return rf"\path[ss {shape.style}{rounding}] {size};" + _hatched(shape)


def _hatched(box: Box) -> str:
    lines = " ".join(_through(line) for line in hatching(box)) if STYLES[box.style].hatched else ""
    return rf"\path[ss line] {lines};" if lines else ""


def _through(points: Sequence[Point]) -> str:
    return " -- ".join(f"({x:g},{y:g})" for x, y in points)


def _node(word: Word) -> str:
    """Words in a node of fixed height and depth, so that those of one row share a baseline."""
    paint = STYLES[word.style]
    size = round(word.size * POINTS * (0.88 if "$" in word.text and not word.verbatim else 1.0), 2)
    where = {"start": "west", "middle": "center", "end": "east"}[word.anchor]
    # letters of 8 points, scaled: those that are designed for less are wider
    font = rf"\sffamily\fontsize{{8}}{{8}}\selectfont{_FACES[paint.face]}"
    look = f"inner sep=0pt,anchor={where},text=ss-{paint.fill},text height=0.7em,text depth=0.2em"
    return rf"\node[{look},scale={size / 8:.3g},font={font}] at ({word.x:g},{word.y:g}) {{{_text(word)}}};"


def _text(word: Word) -> str:
    if word.verbatim:
        return str(tex(word.text))
    return "".join(f"${part}$" if is_mathematics else str(tex(part)) for part, is_mathematics in parted(word.text))
