"""The layer on the command line: a pasted line, or one option for each number, with symbols allowed."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from typing import Any

from symstride.doors import read
from symstride.errors import SpecError
from symstride.layers.expressions import parse_expression
from symstride.layers.integer import Integer, multiply
from symstride.layers.layer import Conv
from symstride.layers.lines.others import Layer
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose

DEFAULT_AXES = 2
WORDS = ("valid", "same", "same_lower")
_OPTIONS: tuple[tuple[str, str, str], ...] = (
    ("--kernel", "K", "kernel size: 7, 7x7, or symbols: k, k1,k2"),
    ("--stride", "S", "stride (1 when left out)"),
    (
        "--padding",
        "P",
        "padding: 3, 3x3, low:high as in 0:1x0:1, valid, same or same_lower; write --padding=-1 to crop",
    ),
    ("--dilation", "DL", "dilation (1 when left out)"),
    ("--output-padding", "E", "places behind the output of a transposed layer (0 when left out)"),
    ("--groups", "G", "groups of channels (1 when left out)"),
    ("--in-channels", "C", "input channels (the symbol C_in when left out, times the groups)"),
    ("--out-channels", "C", "output channels (the symbol C_out when left out, times the groups)"),
    ("--axes", "D", f"number of axes when no list tells it ({DEFAULT_AXES} when left out)"),
)


def add(parser: ArgumentParser) -> None:
    """Declare LAYER, the options that stand for it, and the input size."""
    pasted = "a line pasted from PyTorch, Keras or Flax, in quotes; it is parsed and never run"
    parser.add_argument("layer", metavar="LAYER", nargs="?", help=f"{pasted}; or an ONNX model")
    group = parser.add_argument_group("instead of LAYER", "one value for all axes, or one per axis: 3x7x7 or 3,7,7")
    for option, letter, words in _OPTIONS:
        group.add_argument(option, metavar=letter, help=words)
    group.add_argument("--no-bias", action="store_true", help="leave the bias out")
    group.add_argument("--circular", action="store_true", help="the input repeats, in place of zero padding")
    kinds = group.add_mutually_exclusive_group()
    kinds.add_argument("--transposed", action="store_true", help="the options describe a transposed layer")
    kinds.add_argument("--pool", choices=("max", "average"), help="the options describe a pool")
    words = "size of the input, for instance 224x224, or a symbol: N; of a model: data=3x224x224"
    parser.add_argument("--input", metavar="SIZE", help=words)


def layer_of(arguments: Namespace) -> Layer:
    """The layer that the arguments describe."""
    given = given_options(arguments)
    asked = f"symstride {arguments.verb.name}"
    if arguments.layer is None:
        if "--kernel" not in given:
            got = f"neither{', only ' + ' '.join(given) if given else ''}"
            raise SpecError(asked, "a layer: a pasted line, or --kernel and its friends", got, _EXAMPLE)
        return _of_kind(_from_options(arguments), arguments)
    if given:
        got = f"both, {arguments.layer!r} and {' '.join(given)}"
        raise SpecError(asked, "a pasted line or options, one of the two", got, "write the value into the pasted line")
    layer: Layer = read(arguments.layer)
    return layer


def given_options(arguments: Namespace) -> list[str]:
    """The options that stand for a layer, those that were written."""
    given = [option for option, _, _ in _OPTIONS if _value(arguments, option) is not None]
    return given + [option for option in ("--no-bias", "--circular", *_KINDS) if _value(arguments, option)]


_KINDS = ("--transposed", "--pool")


_EXAMPLE = "symstride prove 'nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)', or --kernel k --stride s"


def input_size_of(arguments: Namespace) -> tuple[Integer, ...] | Integer | None:
    """``--input``: one size for all axes, one per axis, or None."""
    return None if arguments.input is None else sizes(arguments.input, "--input")


def sizes(text: str, option: str) -> tuple[Integer, ...] | Integer:
    """``"7x7" -> (7, 7)``, ``"3,k" -> (3, k)``, ``"2*k - 1" ->`` that expression."""
    values = tuple(parse_expression(part, f"{option} {text}") for part in _split(text, option))
    return values if len(values) > 1 else values[0]


def _from_options(arguments: Namespace) -> Conv:
    groups, axes = _single(arguments.groups, "--groups", 1), _count_axes(arguments)
    return Conv(
        in_channels=_channels(arguments.in_channels, "--in-channels", "C_in", groups),
        out_channels=_channels(arguments.out_channels, "--out-channels", "C_out", groups),
        kernel=sizes(arguments.kernel, "--kernel"),
        stride=sizes(arguments.stride or "1", "--stride"),
        padding=_padding(arguments.padding or "0", axes),
        dilation=sizes(arguments.dilation or "1", "--dilation"),
        groups=groups,
        bias=not arguments.no_bias,
        padding_mode="circular" if arguments.circular else "zeros",
        ndim=axes,
    )


def _of_kind(layer: Conv, arguments: Namespace) -> Layer:
    """The layer itself, or a transposed layer or a pool with its windows."""
    kind = "--transposed" if arguments.transposed else f"--pool {arguments.pool}" if arguments.pool else ""
    asked = f"symstride {arguments.verb.name} {kind}".strip()
    unused = [] if not kind else ["--circular"] if arguments.transposed else ["--circular", *_OF_CHANNELS]
    given = [option for option in given_options(arguments) if option in (unused if kind else ("--output-padding",))]
    if given:
        raise SpecError(asked, "options that it has", " ".join(given), "leave these out")
    if not kind:
        return layer
    if isinstance(layer.padding, str):
        raise SpecError(asked, "padding in numbers", layer.padding, "for instance --padding 1")
    steps = (layer.kernel, layer.stride, layer.padding, layer.dilation)
    if not arguments.transposed:
        return (MaxPool if arguments.pool == "max" else AveragePool)(*steps)
    more = sizes(arguments.output_padding or "0", "--output-padding")
    return ConvTranspose(layer.in_channels, layer.out_channels, *steps, more, layer.groups, layer.bias)


_OF_CHANNELS = ("--output-padding", "--groups", "--in-channels", "--out-channels", "--no-bias")


def _count_axes(arguments: Namespace) -> Any:
    """``--axes``, or else the length of the longest list, or else the default; ``Conv`` refuses lists that differ."""
    if arguments.axes is not None:
        return _single(arguments.axes, "--axes", DEFAULT_AXES)
    given = {
        option: _value(arguments, option) for option in ("--kernel", "--stride", "--padding", "--dilation", "--input")
    }
    lists = {option: text for option, text in given.items() if text is not None and text not in WORDS}
    longest = max(len(_split(text, option)) for option, text in lists.items())
    return longest if longest > 1 else DEFAULT_AXES


def _padding(text: str, axes: Any) -> Any:
    if text in WORDS:
        return text
    entries = tuple(_pair(part, text) for part in _split(text, "--padding"))
    # one entry stands for all axes; a pair has to be repeated, since (0, 1) alone would be one number for each axis
    return entries * axes if len(entries) == 1 and isinstance(axes, int) else entries


def _pair(part: str, text: str) -> Any:
    asked = f"--padding {text}"
    ends = [parse_expression(end, asked) for end in part.split(":")]
    if len(ends) > 2:
        raise SpecError(asked, "a number, or low:high", part, "write one colon, for instance 0:1x0:1")
    return tuple(ends) if len(ends) == 2 else ends[0]


def _channels(text: str | None, option: str, symbol: str, groups: Integer) -> Integer:
    return multiply(groups, parse_expression(symbol, option)) if text is None else _single(text, option, 1)


def _single(text: str | None, option: str, default: int) -> Integer:
    return default if text is None else parse_expression(text, f"{option} {text}")


def _split(text: str, option: str) -> list[str]:
    """Commas separate; without one, an x between two entries does."""
    parts = [part.strip() for part in (text.split(",") if "," in text else re.split(r"(?<=[\w):])x(?=[\w(-])", text))]
    if all(part and not re.search(r"\b\d+[A-Za-z_]", part) for part in parts):
        return parts
    expected = "a number or an expression in symbols, or one per axis with x or commas between them"
    hint = "write 7x7 or 2*k; and 7,7 when a symbol's name holds an x"
    raise SpecError(f"{option} {text}", expected, repr(text), hint)


def _value(arguments: Namespace, option: str) -> Any:
    return getattr(arguments, option.removeprefix("--").replace("-", "_"))
