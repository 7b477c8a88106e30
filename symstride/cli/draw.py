"""``symstride draw``: a picture of a layer, as a file or on the output stream."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from symstride.cli import layer_arguments, models, phase_arguments
from symstride.cli.screen import Screen
from symstride.cli.verb import Verb
from symstride.errors import SpecError

if TYPE_CHECKING:
    from symstride.drawing.graphic import Graphic

_TEXT = """\
Draw a layer: the window on its input, the same weights on the phases, where each output comes from, or its
filter bank and matrices. Phases have a colour each; what an output reads is strong. With --steps there is a
frame for each output: SVG and GIF move, TikZ has overlays for Beamer, PDF a page and PNG an image for each.
SVG, TikZ and TeX go to the output stream where no -o says otherwise. PNG, PDF and GIF need
pip install 'symstride[draw]'. An ONNX model in place of the layer: its layers as boxes, with phases and
masks where --scope network needs them. Nothing is proved here."""

_EXAMPLES = (
    ("symstride draw 'nn.Conv2d(3, 64, kernel_size=3, stride=2, padding=1)' -o grid.svg --steps", "two axes, moving"),
    ("symstride draw --kernel 7 --stride 2 --padding 3 --what bank -o bank.pdf", "the filter bank, for print"),
    ("symstride draw --kernel 3 --stride 2 --axes 1 --input 9 --format tikz", r"one axis, to \input into a paper"),
    ("symstride draw --kernel 4 --stride 2 --padding 1 --axes 1 --transposed -o up.gif", "a transposed layer"),
    ("symstride draw --kernel 3 --stride 2 --padding 1 --axes 1 --pool max -o pool.png", "a max-pool"),
    ("symstride draw model.onnx --scope network -o model.svg", "a whole network, on its grid"),
)

WHAT = ("axis", "grid", "volume", "bank", "matrix")
FORMATS = ("svg", "tikz", "tex", "png", "pdf", "gif")
TEXTS = ("svg", "tikz", "tex")


def _arguments(parser: ArgumentParser) -> None:
    layer_arguments.add(parser)
    parser.add_argument("-o", metavar="FILE", dest="file", help="write the picture into this file")
    words = "the picture: one axis, two axes, three axes, the filter bank, the matrix (by the layer's axes)"
    parser.add_argument("--what", choices=WHAT, help=words)
    words = "the format, where the name of the file does not tell: tikz is for \\input, tex a whole document"
    parser.add_argument("--format", choices=FORMATS, help=words)
    parser.add_argument("--steps", action="store_true", help="all frames, one for each output")
    parser.add_argument("--axis", metavar="N", help="the axis to draw by itself, counted from 1")
    parser.add_argument("--dark", action="store_true", help="on black paper")
    phase_arguments.add(parser)
    models.add_scope(parser)


def _run(arguments: Namespace, screen: Screen) -> int:
    form = _format(arguments)
    picture = _network(arguments, screen) if models.is_model(arguments.layer) else _picture(arguments)
    steps = arguments.steps or form == "gif"
    if arguments.file is None:
        screen.raw(picture.data(form, steps, arguments.dark) + b"\n")
        return 0
    with screen.working("drawing"):
        path = picture.save(arguments.file, steps, arguments.dark, form)
    screen.line(picture.caption)
    screen.line(f"written: {path}, {path.stat().st_size:,} bytes")
    return 0


def _format(arguments: Namespace) -> str:
    """The format that was named, or that the file's name asks for, or SVG."""
    from symstride.drawing.graphic import format_of

    if arguments.file is None:
        form: str = arguments.format or "svg"
        if form not in TEXTS:
            hint = f"add -o picture.{form}"
            raise SpecError(f"symstride draw --format {form}", "a file to write into", "no -o FILE", hint)
        return form
    return arguments.format or format_of(Path(arguments.file))


def _network(arguments: Namespace, screen: Screen) -> Graphic:
    from symstride.drawing.door import draw

    given = [f"--{name}" for name in ("what", "axis", "transposed", "pool") if getattr(arguments, name)]
    if given:
        asked = f"symstride draw {arguments.layer}"[:200]
        raise SpecError(asked, "a model, with --scope at most", f"{' '.join(given)}, for one layer", "leave them out")
    return draw(models.network_of(arguments, screen), scope=models.scope_of(arguments))


def _picture(arguments: Namespace) -> Graphic:
    from symstride.drawing.door import draw

    models.refuse_scope(arguments)
    options = phase_arguments.phase_options(arguments)
    del options["order"]  # channels are not drawn
    return draw(layer_arguments.layer_of(arguments), arguments.what, axis=_axis(arguments), **options)


def _axis(arguments: Namespace) -> int | None:
    if arguments.axis is None:
        return None
    if not arguments.axis.isdecimal() or not 1 <= int(arguments.axis[:9]) <= 9:
        raise SpecError(f"symstride draw --axis {arguments.axis}"[:200], "1 to 9", arguments.axis[:40], "count from 1")
    return int(arguments.axis) - 1


VERB = Verb("draw", "draw a layer and its phases: SVG, TikZ, PNG, PDF or GIF", _TEXT, _EXAMPLES, _arguments, _run)
