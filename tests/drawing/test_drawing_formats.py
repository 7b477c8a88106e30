"""Each format opens in its own reader, and shows the frame that it should: pictures are compared with each other."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride.drawing.door import draw
from symstride.drawing.graphic import FORMATS, Graphic
from symstride.drawing.look import STYLES, TOKENS
from symstride.drawing.scene import Box, Scene, Sheet, Stroke, Word
from symstride.drawing.svg import SECONDS, STAND
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators.records import MaxPool

PICTURES: dict[str, Callable[[], Graphic]] = {
    "axis": lambda: draw(Conv(1, 1, 3, 2, 1, ndim=1), input_size=9),
    "dilated": lambda: draw(Conv(1, 1, 3, 3, 2, 2, ndim=1), input_size=10),
    "grid": lambda: draw(Conv(1, 1, 3, 2, 1, ndim=2), input_size=6),
    "volume": lambda: draw(Conv(1, 1, 3, 2, 1, ndim=3), input_size=4),
    "bank": lambda: draw(Conv(1, 1, 7, 2, 3, ndim=2), "bank"),
    "matrix": lambda: draw(Conv(1, 1, 3, 2, 1, ndim=1), "matrix", input_size=8),
    "transposed": lambda: draw(ConvTranspose(1, 1, 3, 2, ndim=1), input_size=4),
    "pool": lambda: draw(MaxPool((3,), (2,), ((1, 1),), (1,)), input_size=7),
}
Pixels = NDArray[np.float64]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
"""Chromium without a window."""

# ------------------------------------------------------------------------- SVG


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("page", [False, True])
def test_svg_stands_alone(name: str, page: bool) -> None:
    root = parsed(PICTURES[name]().svg(page=page))
    assert root.tag == ("svg" if page else "{http://www.w3.org/2000/svg}svg")
    title = root[0]
    assert title.tag.endswith("title")
    assert title.text
    everything = ElementTree.tostring(root, encoding="unicode")
    assert "url(" not in everything  # no reference into this page or elsewhere
    assert not [element for element in root.iter() if "id" in element.attrib]


@pytest.mark.parametrize("scheme", ["auto", "light", "dark"])
def test_files_have_colours_and_pages_have_variables(scheme: Any) -> None:
    picture = PICTURES["axis"]()
    assert "var(" not in picture.svg(scheme=scheme)
    assert "var(--ss-paper,#FFFFFF)" in picture.svg(scheme=scheme, page=True)
    assert ("prefers-color-scheme" in picture.svg(scheme=scheme)) == (scheme == "auto")
    dark = f"fill:#{TOKENS['paper'][1]}"
    assert (dark in picture.svg(scheme=scheme)) == (scheme != "light")


def names_in(text: str) -> set[str]:
    """What a style sheet declares for the whole page: keyframes, and the classes that its rules begin with."""
    style = re.search(r"<style>(.*?)</style>", text, flags=re.S)
    assert style is not None
    rules = re.sub(r"@keyframes \w+\{.*?\}\}", "", style[1])
    rules = re.sub(r"@media\([^)]*\)\{|\}\}", "}", rules)
    starts = {found.split()[-1] for found in re.findall(r"(?:^|\})([^{}@]*?\.s[0-9a-f]{8})", rules)}
    others = [
        found for found in re.findall(r"(?:^|\})\s*([^{}@]+)\{", rules) if not re.search(r"\.s[0-9a-f]{8}", found)
    ]
    assert others == []  # nothing is said about the rest of the page
    return starts | set(re.findall(r"@keyframes (\w+)", style[1]))


def test_pictures_on_one_page_keep_to_themselves() -> None:
    names = [names_in(make().svg(page=True)) for make in PICTURES.values()]
    names += [names_in(PICTURES["axis"]().svg(scheme="dark"))]
    assert all(names)
    assert len(set().union(*names)) == sum(map(len, names))


def test_what_stands_still_has_no_motion() -> None:
    assert "@keyframes" not in PICTURES["axis"]().svg(steps=False)
    moving = PICTURES["axis"]().svg()
    assert "@keyframes" in moving
    assert "prefers-reduced-motion" in moving


def test_too_much_motion_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.drawing.svg.MOST_MOVING", 10)
    assert "@keyframes" not in PICTURES["axis"]().svg()


@pytest.mark.parametrize("form", ["svg", "tikz", "tex"])
def test_the_same_picture_is_the_same_bytes(form: str) -> None:
    assert PICTURES["grid"]().data(form) == PICTURES["grid"]().data(form)


def test_names_from_elsewhere_are_words() -> None:
    sheet = Sheet()
    hostile = r"<script>$x_{1}$ \input{/etc} & 中"
    sheet.add(Word(0.0, 0.0, hostile, 3.0, verbatim=True))
    picture = Graphic(sheet.scene("a <caption> & more"))
    assert "".join(parsed(picture.svg()).itertext()).endswith(hostile)
    assert r"\textless{}script\textgreater{}\$x\_\{1\}\$" in picture.tikz()


# ------------------------------------------------------------------------- every style in every format


def all_styles() -> Graphic:
    sheet = Sheet()
    for n, (style, paint) in enumerate(STYLES.items()):
        x, y = 8.0 * (n % 10), 8.0 * (n // 10)
        if paint.stroke and paint.fill:
            sheet.add(Box(x, y, 6.0, 6.0, style, rounding=1.0 if style == "tag" else 0.0))
        elif paint.stroke:
            sheet.add(Stroke(((x, y), (x + 6, y + 6)), style, arrow=True))
        else:
            sheet.add(Word(x, y, r"$w_{12}$ and $\rho=1$", 2.0, style, "start"))
    return Graphic(sheet.scene("all styles"))


STARTS = {
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "gif": b"GIF89a",
    "svg": b"<svg",
    "tikz": b"\\begingroup",
    "tex": b"\\documentclass",
}


@pytest.mark.parametrize("form", ["svg", "tikz", "tex"])
def test_every_style_in_every_text(form: str) -> None:
    assert STARTS.keys() == FORMATS.keys()
    assert all_styles().data(form).startswith(STARTS[form])


@pytest.mark.full
@pytest.mark.parametrize("form", ["png", "pdf", "gif"])
def test_every_style_in_every_picture(form: str, need: Callable[[str], str]) -> None:
    need("matplotlib")
    need("PIL")
    assert all_styles().data(form).startswith(STARTS[form])


# ------------------------------------------------------------------------- in their own readers


def seen(image: Any, scene: Scene) -> Pixels:
    """A picture in grey, small and blurred, so that fonts and edges do not count."""
    size = (int(scene.width / 2), int(scene.height / 2))
    return np.asarray(image.convert("L").resize(size, 4), dtype=float)  # 4: the mean of all pixels


def check_frame(found: Any, picture: Graphic, frame: int) -> None:
    """What a reader shows is that frame, as matplotlib draws it: not the one before, the next, or nothing."""
    from PIL import Image

    shown = seen(found, picture.scene)
    distances: dict[int | None, float] = {None: float(np.abs(shown - 255).mean())}
    for n in {frame, frame - 1, frame + 1} & set(range(picture.steps)):
        one = Image.open(io.BytesIO(picture.frame(n).png(dpi=80)))
        distances[n] = float(np.abs(shown - seen(one, picture.scene)).mean())
    assert min(distances, key=lambda n: distances[n]) == frame, distances


@pytest.fixture
def images(need: Callable[[str], str]) -> Any:
    """Pillow, where it and matplotlib are installed."""
    need("matplotlib")
    need("PIL")
    from PIL import Image

    return Image


@pytest.mark.full
@pytest.mark.parametrize("name", ["axis", "grid", "bank", "transposed"])
def test_svg_in_chromium(name: str, images: Any, need: Callable[[str], str], tmp_path: Path) -> None:
    picture = PICTURES[name]()
    frame = picture.scene.still
    (tmp_path / "picture.svg").write_text(picture.frame(frame).svg(scheme="light"))
    check_frame(images.open(opened(tmp_path / "picture.svg", picture, need)), picture, frame)


@pytest.mark.full
@pytest.mark.parametrize("name", ["axis", "grid"])
def test_a_moving_svg_has_each_frame_at_its_time(
    name: str, images: Any, need: Callable[[str], str], tmp_path: Path
) -> None:  # fmt: skip
    picture = PICTURES[name]()
    for frame in (0, 2, picture.steps - 1):
        seconds = SECONDS * (frame + STAND / 2)
        stopped = f"*{{animation-delay:-{seconds}s!important;animation-play-state:paused!important}}body{{margin:0}}"
        (tmp_path / "page.html").write_text(f"<!doctype html><style>{stopped}</style>{picture.svg(scheme='light')}")
        check_frame(images.open(opened(tmp_path / "page.html", picture, need)), picture, frame)


def opened(path: Path, picture: Graphic, need: Callable[[str], str]) -> Path:
    """What Chromium shows of a file."""
    width, height = (int(side * 96 / 25.4) for side in (picture.scene.width, picture.scene.height))
    ask = [f"--window-size={width},{height}", f"--screenshot={path.parent}/seen.png"]
    run = [need("chromium"), *FLAGS, f"--user-data-dir={path.parent}/profile", *ask, f"file://{path}"]
    subprocess.run(run, capture_output=True, timeout=100, check=True)
    return path.parent / "seen.png"


def pages_of(pdf: Path, need: Callable[[str], str], images: Any) -> list[Any]:
    subprocess.run([need("pdftoppm"), "-r", "80", "-png", pdf, pdf.with_suffix("")], timeout=100, check=True)
    return [images.open(path) for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))]


@pytest.mark.full
@pytest.mark.parametrize("name", ["axis", "grid", "transposed"])
def test_pdf_has_a_page_for_each_frame(name: str, images: Any, need: Callable[[str], str], tmp_path: Path) -> None:
    picture = PICTURES[name]()
    pages = pages_of(picture.save(tmp_path / "picture.pdf", steps=True), need, images)
    assert len(pages) == picture.steps
    for frame in (0, picture.steps - 1):
        check_frame(pages[frame], picture, frame)


@pytest.mark.full
@pytest.mark.parametrize("name", ["axis", "grid", "transposed"])
def test_tex_has_a_page_for_each_frame(name: str, images: Any, need: Callable[[str], str], tmp_path: Path) -> None:
    picture = PICTURES[name]()
    picture.save(tmp_path / "picture.tex", steps=True)
    compile_tex(tmp_path / "picture.tex", need)
    pages = pages_of(tmp_path / "picture.pdf", need, images)
    assert len(pages) == picture.steps
    check_frame(pages[1], picture, 1)


def compile_tex(path: Path, need: Callable[[str], str], runs: int = 1) -> None:
    """Without an error and without a warning."""
    run = [need("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", path.name]
    for _ in range(runs):
        done = subprocess.run(run, cwd=path.parent, capture_output=True, text=True, timeout=100, check=True)
    assert not re.findall(r"(?i)warning|overfull|underfull", done.stdout)


@pytest.mark.full
def test_every_style_compiles(need: Callable[[str], str], tmp_path: Path) -> None:
    all_styles().save(tmp_path / "styles.tex")
    compile_tex(tmp_path / "styles.tex", need)


@pytest.mark.full
def test_overlays_are_frames_of_beamer(images: Any, need: Callable[[str], str], tmp_path: Path) -> None:
    picture = PICTURES["axis"]()
    head = r"\documentclass{beamer}\usepackage{lmodern,tikz}\setbeamertemplate{navigation symbols}{}"
    body = r"\begin{frame}\centering\resizebox{.9\textwidth}{!}{\input{axis.tikz}}\end{frame}"
    picture.save(tmp_path / "axis.tikz", steps=True)
    (tmp_path / "deck.tex").write_text(f"{head}\n\\begin{{document}}\n{body}\n\\end{{document}}\n")
    compile_tex(tmp_path / "deck.tex", need, runs=2)  # Beamer reads what it has written
    assert len(pages_of(tmp_path / "deck.pdf", need, images)) == picture.steps


@pytest.mark.full
def test_gif_has_all_frames(images: Any) -> None:
    picture = PICTURES["axis"]()
    decoded = images.open(io.BytesIO(picture.gif(dpi=80)))
    standing = []
    for n in range(decoded.n_frames):
        decoded.seek(n)
        if decoded.info["duration"] > 1000:
            standing.append(decoded.convert("RGB"))
    assert len(standing) == picture.steps
    assert decoded.info["loop"] == 0
    paper = tuple(bytes.fromhex(TOKENS["paper"][0]))
    assert all(frame.getpixel((0, 0)) == paper for frame in standing)
    for frame in range(picture.steps):
        check_frame(standing[frame], picture, frame)


@pytest.mark.full
def test_png_frames_stand_beside_one_another(images: Any) -> None:
    picture = PICTURES["axis"]()
    one, all_ = (images.open(io.BytesIO(picture.png(steps=steps, dpi=50))) for steps in (False, True))
    assert all_.width * all_.height > 3.5 * one.width * one.height
    dark = images.open(io.BytesIO(picture.png(dpi=50, dark=True))).convert("RGB")
    assert dark.getpixel((0, 0)) == tuple(bytes.fromhex(TOKENS["paper"][1]))
