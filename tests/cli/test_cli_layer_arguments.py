"""Layers on the command line: pasted lines, and options with numbers and symbols."""

from __future__ import annotations

from argparse import Namespace

import pytest
from sympy import Symbol

from symstride.cli import VERBS
from symstride.cli.layer_arguments import input_size_of, layer_of, sizes
from symstride.cli.parser import parse
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv

k, s, p, C_in, C_out, G = map(Symbol, ("k", "s", "p", "C_in", "C_out", "G"))


def arguments(*words: str) -> Namespace:
    return parse(["show", *words], VERBS)


@pytest.mark.parametrize(
    ("words", "layer"),
    [
        (["nn.Conv2d(3, 64, 7, stride=2, padding=3)"], Conv(3, 64, (7, 7), 2, 3)),
        (["--kernel", "7x5", "--in-channels", "3", "--out-channels", "4"], Conv(3, 4, (7, 5))),
        (["--kernel", "3"], Conv(C_in, C_out, 3, ndim=2)),
        (["--kernel", "3", "--axes", "1"], Conv(C_in, C_out, 3, ndim=1)),
        (["--kernel", "3", "--input", "9x9x9"], Conv(C_in, C_out, 3, ndim=3)),
        (["--kernel", "k", "--stride", "s", "--padding", "p", "--axes", "1"], Conv(C_in, C_out, k, s, p, ndim=1)),
        (["--kernel", "2*k - 1", "--axes", "1"], Conv(C_in, C_out, 2 * k - 1, ndim=1)),
        (["--kernel", "k,s", "--dilation", "2,3"], Conv(C_in, C_out, (k, s), dilation=(2, 3))),
        (["--kernel", "3x7x7", "--stride", "1x2x2"], Conv(C_in, C_out, (3, 7, 7), (1, 2, 2))),
        (["--kernel", "3", "--padding", "0:1x2:3"], Conv(C_in, C_out, 3, padding=((0, 1), (2, 3)))),
        (["--kernel", "3", "--padding", "0:1"], Conv(C_in, C_out, 3, padding=((0, 1), (0, 1)))),
        (["--kernel", "3", "--padding", "0:1", "--axes", "1"], Conv(C_in, C_out, 3, padding=((0, 1),))),
        (["--kernel", "3", "--padding=-1:2x0"], Conv(C_in, C_out, 3, padding=((-1, 2), 0))),
        (["--kernel", "3", "--padding", "-1"], Conv(C_in, C_out, 3, padding=-1, ndim=2)),
        (["--kernel", "3", "--stride", "2", "--padding", "same"], Conv(C_in, C_out, 3, 2, "same", ndim=2)),
        (["--kernel", "3", "--groups", "G"], Conv(G * C_in, G * C_out, 3, groups=G, ndim=2)),
        (
            ["--kernel", "3", "--no-bias", "--circular"],
            Conv(C_in, C_out, 3, ndim=2, bias=False, padding_mode="circular"),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_layers(words: list[str], layer: Conv) -> None:
    assert layer_of(arguments(*words)) == layer


@pytest.mark.parametrize(
    ("words", "kind", "part"),
    [
        ([], SpecError, "neither"),
        (["--stride", "2"], SpecError, "only --stride"),
        (["nn.Conv1d(1, 1, 3)", "--kernel", "3"], SpecError, "both"),
        (["nn.Conv1d(1, 1, 3)", "--no-bias"], SpecError, "both"),
        (["--kernel", "7x"], SpecError, "'7x'"),
        (["--kernel", "3,,3"], SpecError, "'3,,3'"),
        (["--kernel", "2k"], SpecError, "'2k'"),
        (["--kernel", "lambda"], SpecError, "lambda"),
        (["--kernel", "3", "--padding", "1:2:3"], SpecError, "1:2:3"),
        (["--kernel", "3x3", "--stride", "2x2x2"], SpecError, "stride: 3"),
        (["--kernel", "3x3", "--axes", "3"], SpecError, "kernel: 2"),
        (["--kernel", "__import__('os')"], SpecError, "__import__"),
        (["--kernel", "0"], SpecError, "0"),
        (["model.pt"], NotSupported, "a model file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_refusals(words: list[str], kind: type[SpecError], part: str) -> None:
    with pytest.raises(kind) as caught:
        layer_of(arguments(*words))
    assert part in caught.value.got


def test_an_option_names_itself_in_its_error() -> None:
    with pytest.raises(SpecError, match=r"^asked: +--stride 2x\n"):
        layer_of(arguments("--kernel", "3", "--stride", "2x"))


def test_input_sizes() -> None:
    assert input_size_of(arguments("nn.Conv1d(1, 1, 3)")) is None
    assert input_size_of(arguments("nn.Conv1d(1, 1, 3)", "--input", "9")) == 9
    assert input_size_of(arguments("nn.Conv1d(1, 1, 3)", "--input", "224x224")) == (224, 224)
    assert sizes("N, 3", "--input") == (Symbol("N"), 3)
