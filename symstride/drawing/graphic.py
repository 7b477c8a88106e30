"""What ``draw`` answers: a picture that shows itself in notebooks and is saved in each format."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Final

from symstride.drawing.letters import plain
from symstride.drawing.scene import Scene, beside
from symstride.drawing.svg import Scheme, svg
from symstride.drawing.tikz import document, tikz
from symstride.errors import SpecError
from symstride.network.placing import check_apart

COLUMNS_WIDTH: Final = 175.0
"""Millimetres that frames beside one another may take."""


@dataclass(frozen=True, slots=True)
class Graphic:
    """A scene with its frames: ``picture.save("axis.svg")``, or just ``picture`` at the end of a notebook's cell.

    ``steps`` frames show one output each; where a format stands still, a frame in the middle stands for all.
    ``files`` are those that a network was read from; none of them is written.
    """

    scene: Scene
    files: tuple[Path, ...] = ()

    @property
    def steps(self) -> int:
        """The number of frames."""
        return self.scene.steps

    @property
    def caption(self) -> str:
        """What the picture says, in one sentence."""
        return plain(self.scene.caption)

    def frame(self, number: int) -> Graphic:
        """One frame, which stands still."""
        if not 0 <= number < self.steps:
            got, asked = str(number)[:80], "Graphic.frame(number)"
            raise SpecError(asked, f"0 to {self.steps - 1}", got, "frames are counted from 0, one for each output")
        return Graphic(self.scene.frame(number), self.files)

    # ------------------------------------------------------------ formats

    def svg(self, steps: bool = True, scheme: Scheme = "auto", page: bool = False) -> str:
        """SVG, which moves with ``steps``; light or dark as the screen is, or as ``scheme`` says.

        ``page``: for use inside of a web page, with its background.
        """
        return svg(self.scene if steps else self._standing, scheme, page)

    def tikz(self, steps: bool = False) -> str:
        r"""A tikzpicture, for ``\input``; with ``steps`` its frames are overlays of a Beamer frame."""
        return tikz(self.scene if steps else self._standing, overlays=steps)

    def latex(self, steps: bool = False) -> str:
        """A document that compiles by itself, with a page for each frame or for one."""
        return document(self._frames if steps else [self._standing])

    def png(self, steps: bool = False, dpi: int = 200, dark: bool = False) -> bytes:
        """PNG; with ``steps`` all frames beside one another.  Needs the extra ``draw``."""
        from symstride.drawing.raster import png

        return png(self._multiple if steps else self._standing, dpi, dark)

    def pdf(self, steps: bool = False, dark: bool = False) -> bytes:
        """PDF; with ``steps`` a page for each frame.  Needs the extra ``draw``."""
        from symstride.drawing.raster import pdf

        return pdf(self._frames if steps else [self._standing], dark)

    def gif(self, dpi: int = 110, dark: bool = False) -> bytes:
        """All frames, one after another, as GIF.  Needs the extra ``draw``."""
        from symstride.drawing.raster import gif

        return gif(self.scene, dpi, dark)

    @property
    def _standing(self) -> Scene:
        return self.scene.frame(self.scene.still)

    @property
    def _frames(self) -> list[Scene]:
        return [self.scene.frame(n) for n in range(self.steps)]

    @property
    def _multiple(self) -> Scene:
        columns = max(1, int(COLUMNS_WIDTH // (self.scene.width + 5)))
        return beside(self._frames, columns, self.scene.caption)

    def _repr_svg_(self) -> str:
        return self.svg()

    def __repr__(self) -> str:
        size = f"{self.scene.width:g} x {self.scene.height:g} mm"
        return f"<Graphic {size}, {self.steps} frame{'s' * (self.steps != 1)}: {self.caption}>"

    # ------------------------------------------------------------ files

    def save(
        self, path: str | PathLike[str], steps: bool | None = None, dark: bool = False, form: str | None = None
    ) -> Path:
        """Write the picture in the format ``form``, or that of the name's ending, and answer with the path.

        ``.svg``, ``.tikz`` (for an input), ``.tex`` (a document), ``.png``, ``.pdf`` and ``.gif``.  ``steps``: all
        frames, or one that stands for them; what a format does where nothing is said: SVG and GIF move, others stand
        still.  ``dark``: on black paper (SVG follows the screen by itself).  The file is written beside its place and
        moved there.
        """
        target = Path(path)
        check_apart(f"Graphic.save({str(target)[:200]!r})", [target], self.files)
        data = self.data(format_of(target) if form is None else form, steps, dark)
        _put(target, data)
        return target

    def data(self, form: str, steps: bool | None = None, dark: bool = False) -> bytes:
        """The bytes of a file of that format; see ``save``."""
        check_format(form)
        if dark and form in ("tikz", "tex"):
            raise SpecError("draw, dark TikZ", "light paper", "dark=True", "redefine the colours ss-... in the host")
        return FORMATS[form](self, form in MOVING if steps is None else steps, dark)


_Writer = Callable[[Graphic, bool, bool], bytes]

FORMATS: Final[dict[str, _Writer]] = {
    "svg": lambda picture, steps, dark: picture.svg(steps, "dark" if dark else "auto").encode(),
    "tikz": lambda picture, steps, dark: picture.tikz(steps).encode(),
    "tex": lambda picture, steps, dark: picture.latex(steps).encode(),
    "png": lambda picture, steps, dark: picture.png(steps, dark=dark),
    "pdf": lambda picture, steps, dark: picture.pdf(steps, dark),
    "gif": lambda picture, steps, dark: picture.gif(dark=dark),
}
"""How each format is written: from a picture, with all frames or one, on black paper or on white."""

MOVING: Final = ("svg", "gif")


def format_of(path: Path) -> str:
    """The format that a file name asks for."""
    form = path.suffix.lower().removeprefix(".")
    if form in FORMATS:
        return form
    expected = "a name that ends in " + ", ".join(f".{name}" for name in FORMATS)
    raise SpecError("Graphic.save(path)", expected, str(path)[:200], "for instance picture.svg")


def check_format(form: str) -> None:
    """Refuse a format that is unknown."""
    if form not in FORMATS:
        raise SpecError("draw(format=...)", " or ".join(FORMATS), str(form)[:80], "for instance svg")


def _put(target: Path, data: bytes) -> None:
    """Write a file beside its place and move it there."""
    try:
        with tempfile.TemporaryDirectory(prefix=".symstride-", dir=target.parent) as beside_it:
            made = Path(beside_it) / "picture"
            made.write_bytes(data)
            os.replace(made, target)
    except (OSError, ValueError) as why:  # ValueError: no name that a file can have
        got = f"{str(target)[:200]}: {getattr(why, 'strerror', None) or why}"
        raise SpecError("Graphic.save(path)", "a file in a folder that exists", got, "make the folder first") from None
