"""How the phases are taken: the options that ``prove`` and ``show`` share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from symstride.cli.layer_arguments import input_size_of, sizes

_ORIGIN = "count phases from the image's first place, or from the first padded one, which gives the smallest kernel"
_ORDER = "order of the expanded channels: channel_major as in PyTorch, phase_major as in ONNX and TensorFlow"


def add(parser: ArgumentParser) -> None:
    """Declare ``--phases``, ``--origin`` and ``--order``."""
    parser.add_argument("--phases", metavar="A", default="1", help="phases of the output, per axis (1 when left out)")
    parser.add_argument("--origin", choices=("image", "padded"), default="image", help=_ORIGIN)
    parser.add_argument("--order", choices=("channel_major", "phase_major"), default="channel_major", help=_ORDER)


def given(arguments: Namespace) -> list[str]:
    """The options that were written with another value than the one that holds anyway."""
    usual = {"phases": "1", "origin": "image", "order": "channel_major"}
    return [f"--{name}" for name, value in usual.items() if getattr(arguments, name) != value]


def phase_options(arguments: Namespace) -> dict[str, Any]:
    """The keyword arguments of ``expand`` and ``prove``."""
    return {
        "phases": sizes(arguments.phases, "--phases"),
        "origin": arguments.origin,
        "order": arguments.order,
        "input_size": input_size_of(arguments),
    }
