"""A scene as SVG: a file by itself, or a piece of a web page.

A file has literal colours, for light and for dark screens.  A piece of a page follows the page: colours are variables
``--ss-...`` that the page may set, and ``data-theme`` on an element around it is heard.  Frames move by style sheets
alone: they stand still where motion is unwanted, and stop under the mouse.  There are no ids, and all class names are
kept to the picture by a checksum, so that pictures on one page keep out of each other's way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal, TypeAlias
from zlib import crc32

from symstride.drawing.letters import SMALL, plain, runs
from symstride.drawing.look import STYLES, TOKENS, Paint
from symstride.drawing.scene import Box, Point, Scene, Shape, Stroke, Word, arrow_head, hatching, rests

Scheme: TypeAlias = Literal["auto", "light", "dark"]
"""Follow the screen, or be light or dark always."""

SECONDS: Final = 1.2
"""How long a frame takes."""
STAND: Final = 0.72
"""The share of it in which nothing moves."""
MOST_MOVING: Final = 4_000
"""A scene with more shapes than this stands still: pages would be slow."""

_SANS: Final = "'Latin Modern Sans','Helvetica Neue',Arial,'DejaVu Sans',sans-serif"
_FACES: Final = {
    "bold": "font-weight:600",
    "code": "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace",
    "slanted": "font-style:italic",
}
_MATHEMATICS: Final = "font-family:'Latin Modern Math','STIX Two Text',Georgia,'DejaVu Serif',serif;font-style:italic"


def svg(scene: Scene, scheme: Scheme = "auto", page: bool = False) -> str:
    """The scene as one svg element, moving if it has several frames.

    ``page``: for use inside of a web page, with its background and its variables.
    """
    if scene.steps > 1 and len(scene.shapes) > MOST_MOVING:
        scene = scene.frame(scene.still)
    made = _Svg(scene, f"s{crc32(repr((scene, scheme, page)).encode()):08x}")
    body = "".join(map(made.shape, scene.shapes))
    back = "" if page else f'<rect class="{made.used("empty")}" width="100%" height="100%" style="stroke:none"/>'
    size = f'viewBox="0 0 {scene.width:g} {scene.height:g}"'
    size += f' style="max-width:{scene.width * 1.6:g}mm"' if page else ""
    size += ' width="100%"' if page else f' width="{scene.width:g}mm" height="{scene.height:g}mm"'
    namespace = "" if page else 'xmlns="http://www.w3.org/2000/svg" '  # in a page it is known
    head = f'<svg {namespace}class="ss {made.uid}" {size} role="img">'
    rules = "".join([*made.rules(scheme, page), *made.motion()])
    return f"{head}<title>{escape(plain(scene.caption))}</title><style>{rules}</style>{back}{body}</svg>"


@dataclass(slots=True)
class _Svg:
    """One element in the making: which styles, sets of frames and paths it uses, in the order of their first use."""

    scene: Scene
    uid: str
    styles: dict[str, None]
    frames: dict[tuple[frozenset[int], bool], None]
    paths: dict[tuple[Point, ...], None]

    def __init__(self, scene: Scene, uid: str) -> None:
        self.scene, self.uid = scene, uid
        self.styles, self.frames, self.paths = {}, {}, {}

    def used(self, style: str) -> str:
        """The class of a style."""
        self.styles[style] = None
        return f"c-{style}"

    # ------------------------------------------------------------ shapes

    def shape(self, shape: Shape) -> str:
        """A shape, inside of what moves it and of what shows it."""
        out = self._words(shape) if isinstance(shape, Word) else self._drawn(shape)
        if shape.path and len(set(shape.path)) == 1:
            (x, y) = shape.path[0]
            out = f'<g transform="translate({x:g} {y:g})">{out}</g>' if (x, y) != (0.0, 0.0) else out
        elif shape.path:
            self.paths[shape.path] = None
            out = f'<g class="m{list(self.paths).index(shape.path)}">{out}</g>'
        seen = frozenset(range(self.scene.steps)) if shape.steps is None else shape.steps
        if len(seen) == self.scene.steps and not rests(shape):
            return out
        self.frames[seen, rests(shape)] = None
        return f'<g class="f{list(self.frames).index((seen, rests(shape)))}">{out}</g>'

    def _drawn(self, shape: Box | Stroke) -> str:
        if isinstance(shape, Stroke):
            path = "M" + "L".join(f"{x:g} {y:g}" for x, y in shape.points) + "z" * shape.closed
            head = self._area(arrow_head(shape), "muted") if shape.arrow else ""
            return f'<path class="{self.used(shape.style)}" d="{path}"/>{head}'
        where = f'x="{shape.x:g}" y="{shape.y:g}" width="{shape.width:g}" height="{shape.height:g}"'
        rounding = f' rx="{shape.rounding:g}"' if shape.rounding else ""
        hint = f"<title>{escape(shape.hint)}</title>" if shape.hint else ""
        out = f'<rect class="{self.used(shape.style)}" {where}{rounding}>{hint}</rect>'
        if STYLES[shape.style].hatched:
            lines = "".join(f"M{x:g} {y:g}L{u:g} {v:g}" for (x, y), (u, v) in hatching(shape))
            out += f'<path class="{self.used("line")}" d="{lines}"/>'
        return out

    def _area(self, points: Sequence[Point], style: str) -> str:
        path = "L".join(f"{x:g} {y:g}" for x, y in points)
        return f'<path class="{self.used(style)}" d="M{path}z"/>'

    def _words(self, word: Word) -> str:
        spans, at = [], 0.0
        for run in runs(word.text, word.verbatim):
            wanted = {0: 0.0, -1: 0.26, 1: -0.36}[run.level] * word.size
            attributes = ' class="m"' if run.italic else ""
            attributes += f' dy="{wanted - at:.3g}"' if wanted != at else ""
            attributes += f' font-size="{SMALL * word.size:.3g}"' if run.level else ""
            at = wanted
            text = escape(run.characters, quote=False)
            spans.append(f"<tspan{attributes}>{text}</tspan>" if attributes else text)
        where = f'x="{word.x:g}" y="{word.y + 0.35 * word.size:.4g}" font-size="{word.size:g}"'
        return f'<text class="{self.used(word.style)}" {where} text-anchor="{word.anchor}">{"".join(spans)}</text>'

    # ------------------------------------------------------------ the style sheet

    def rules(self, scheme: Scheme, page: bool) -> Iterator[str]:
        """What the styles look like; colours last, once more for dark screens where the picture follows them."""
        own = f".{self.uid}"
        yield f"{own} text{{font-family:{_SANS};stroke:none}}{own} .m{{{_MATHEMATICS}}}"
        for style in self.styles:
            paint = STYLES[style]
            lasting = "".join(f"{declaration};" for declaration in _lasting(paint))
            yield f"{own} .c-{style}{{{lasting}}}" if lasting else ""
        if page:
            yield self._coloured(lambda token: f"var(--ss-{token},#{TOKENS[token][0]})")
            yield from self._page_variables(scheme)
            return
        yield self._coloured(lambda token: f"#{TOKENS[token][scheme == 'dark']}")
        if scheme == "auto":
            yield f"@media(prefers-color-scheme:dark){{{self._coloured(lambda token: f'#{TOKENS[token][1]}')}}}"

    def _coloured(self, colour: Callable[[str], str]) -> str:
        rules = []
        for style in self.styles:
            paint = STYLES[style]
            stroke = f";stroke:{colour(paint.stroke)}" if paint.stroke else ""
            rules.append(f".{self.uid} .c-{style}{{fill:{colour(paint.fill) if paint.fill else 'none'}{stroke}}}")
        return "".join(rules)

    def _page_variables(self, scheme: Scheme) -> Iterator[str]:
        dark = ";".join(f"--ss-{token}:#{value}" for token, (light, value) in TOKENS.items() if light != value)
        if scheme == "dark":
            yield f".{self.uid}{{{dark}}}"
        elif scheme == "auto":
            yield f"@media(prefers-color-scheme:dark){{.{self.uid}{{{dark}}}}}"
            yield f"[data-theme=dark] .{self.uid}{{{dark}}}[data-theme=light] .{self.uid}{{{_light()}}}"

    def motion(self) -> Iterator[str]:
        """Keyframes for each set of frames and for each path."""
        if not self.frames and not self.paths:
            return
        own, steps, total = self.uid, self.scene.steps, SECONDS * self.scene.steps
        for number, (seen, resting) in enumerate(self.frames):
            keys = "".join(f"{at:.2f}%{{opacity:{value}}}" for at, value in _switches(seen, steps, resting))
            first = int(self.scene.still in seen)
            yield f"@keyframes {own}f{number}{{{keys}}}"
            yield f".{own} .f{number}{{opacity:{first};animation:{own}f{number} {total:g}s step-end infinite}}"
        for number, path in enumerate(self.paths):
            yield f"@keyframes {own}m{number}{{{''.join(_glides(path))}}}"
            x, y = path[self.scene.still]
            motion = f"animation:{own}m{number} {total:g}s ease-in-out infinite"
            yield f".{own} .m{number}{{transform:translate({x:g}px,{y:g}px);{motion}}}"
        yield f"@media(prefers-reduced-motion:reduce){{.{own} *{{animation:none!important}}}}"
        yield f".{own}:hover *{{animation-play-state:paused}}"


def _light() -> str:
    return ";".join(f"--ss-{token}:#{light}" for token, (light, dark) in TOKENS.items() if light != dark)


def _lasting(paint: Paint) -> Iterator[str]:
    """What does not depend on the scheme."""
    if paint.stroke:
        yield f"stroke-width:{paint.width:g}"
    if paint.opacity < 1:
        yield f"fill-opacity:{paint.opacity:g}"
    if paint.dash:
        yield f"stroke-dasharray:{paint.dash[0]:g} {paint.dash[1]:g}"
    if paint.face:
        yield _FACES[paint.face]


def _switches(seen: frozenset[int], steps: int, resting: bool) -> Iterator[tuple[float, int]]:
    """When a shape is switched on and off, in per cent.

    It goes out while things glide to a frame without it, and to any frame when it is one that rests.
    """
    yield 0.0, int(0 in seen)
    for n in range(steps):
        if n in seen and n and (resting or n - 1 not in seen):
            yield 100 * n / steps, 1
        if n in seen and (resting or n + 1 not in seen):
            yield 100 * (n + STAND) / steps, 0


def _glides(path: Sequence[Point]) -> Iterator[str]:
    """Each place held for a while."""
    for n, (x, y) in enumerate(path):
        held = f"{100 * n / len(path):.2f}%,{100 * (n + STAND) / len(path):.2f}%"
        yield f"{held}{{transform:translate({x:g}px,{y:g}px)}}"
    x, y = path[-1]
    yield f"100%{{transform:translate({x:g}px,{y:g}px)}}"
