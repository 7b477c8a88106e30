"""Public lowerings, each stated again in our own words along one axis, and what ``symstride.equal`` says of it.

Nothing here is copied: a formula is read at its source and written down as two networks.  What is decided is therefore
our reading of it, with one channel and a small kernel.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

import symstride as ss
from symstride.network.operators import records as op

Family = Callable[[int], ss.Network]


@dataclass(frozen=True)
class Lowering:
    """``made`` is what somebody makes of ``original``; ``source`` says where, and in which version."""

    title: str
    source: str
    original: Any
    made: Any

    def verdict(self) -> ss.Equality:
        """The answer for all sizes."""
        return ss.equal(self.original, self.made, sizes="all", seed=1)


def weights(*shape: int) -> Any:
    """Different numbers, none of them whole: each an unknown of its own."""
    return np.random.default_rng(7).standard_normal(shape)


def conv(k: int, s: int = 1, padding: Any = 0) -> ss.Conv:
    """One channel, one axis; ``padding`` is a word, a number or (low, high)."""
    pairs = (padding,) if isinstance(padding, tuple) else padding
    return ss.Conv(1, 1, k, s, padding=pairs, bias=False, ndim=1)


def chain(*steps: Any, size: int = 16, channels: int = 1) -> ss.Network:
    """One operator behind the other; a layer may come with its weights."""
    build = ss.Builder("lowering", dtype="float64")
    x = build.input("x", (channels, size))
    for step in steps:
        operator, arrays = step if isinstance(step, tuple) else (step, {})
        if isinstance(operator, ss.Conv | ss.ConvTranspose) and not arrays:
            arrays = {"weight": weights(*(int(n) for n in operator.weight_shape))}
        x = build.add(operator, x, **arrays)
    return build.network(x)


def grown(*steps: Callable[[int], Any]) -> Family:
    """A chain of operators that depend on the size."""
    return lambda n: chain(*(step(n) for step in steps), size=n)


def max_pool(k: int, s: int, pad: int = 0) -> op.MaxPool:
    return op.MaxPool((k,), (s,), ((pad, pad),), (1,))


def average(k: int, s: int, pad: int = 0, counted: bool = False) -> op.AveragePool:
    return op.AveragePool((k,), (s,), ((pad, pad),), (1,), count_include_pad=counted)


# ------------------------------------------------------------------------------------------------ the formulas


def correct_pad(k: int) -> Callable[[int], ss.Conv]:
    """One place less in front when the size is even."""
    return lambda n: conv(k, 2, (k // 2 - (1 - n % 2), k // 2))


def in_phases(k: int) -> ss.Network:
    """A stride-2 layer on two phases: an odd kernel gets a zero in front, and the padding is halved and rounded."""
    half = (k - 1) // 2
    taps = np.concatenate([np.zeros((1, 1, k % 2)), weights(1, 1, k)], axis=2)
    folded = taps.reshape(1, len(taps[0, 0]) // 2, 2).swapaxes(1, 2)
    layer = ss.Conv(2, 1, folded.shape[2], padding=(((half + 1) // 2, half // 2),), bias=False, ndim=1)
    return chain(op.SpaceToDepth((2,), "phase_major"), (layer, {"weight": folded}))


def focus() -> ss.Network:
    """Phases as channels, and a layer with three taps on these."""
    folded = weights(1, 1, 6).reshape(1, 3, 2).swapaxes(1, 2)
    layer = ss.Conv(2, 1, 3, padding=1, bias=False, ndim=1)
    return chain(op.SpaceToDepth((2,), "phase_major"), (layer, {"weight": folded}))


def restored(s: int, more: Callable[[int], int]) -> Family:
    """A layer with ``2*s`` taps, and a transposed one that is to give the size back."""
    pad = -(-s // 2)

    def up(n: int) -> ss.ConvTranspose:
        return ss.ConvTranspose(1, 1, 2 * s, s, pad, output_padding=more(n), bias=False, ndim=1)

    return grown(lambda n: conv(2 * s, s, (pad, pad)), up)


def unshuffled(order: Any) -> ss.Network:
    return chain(op.SpaceToDepth((2,), order), channels=2)


TRANSPOSED = ss.ConvTranspose(1, 1, 3, 2, bias=False, ndim=1)

LOWERINGS = (
    Lowering(
        "`SAME` at stride 2 as `padding=k//2`, k = 7",
        "google/flax#2993",
        chain(conv(7, 2, "same")),
        chain(conv(7, 2, 3)),
    ),
    Lowering(
        "`SAME` at stride 2 as (k-1)//2 in front and the rest behind, k = 3",
        "tensorflow/models, official/resnet/resnet_model.py, `fixed_padding`, at bebdced",
        chain(conv(3, 2, "same")),
        chain(conv(3, 2, (1, 1))),
    ),
    Lowering(
        "`SAME` at stride 2 as k//2, and in front one less on even sizes, k = 5",
        "keras-team/keras, applications/imagenet_utils.py, `correct_pad`, at 51d7e77",
        chain(conv(5, 2, "same")),
        grown(correct_pad(5)),
    ),
    Lowering(
        "the same with one less in front on every size, k = 5",
        "huggingface/transformers, modeling_efficientnet.py, `correct_pad(adjust=True)`, at 03569cc",
        chain(conv(5, 2, "same")),
        chain(conv(5, 2, (1, 2))),
    ),
    Lowering(
        "`SAME` with the padding of image size 224 at every size, k = 3",
        "lukemelas/EfficientNet-PyTorch, utils.py, `Conv2dStaticSamePadding`, at 0253bfd",
        chain(conv(3, 2, "same")),
        chain(conv(3, 2, "same").resolved((224,))),
    ),
    Lowering(
        "`SAME` at stride 2 as padding (1, 2) and a crop in front, k = 3",
        "microsoft/MMdnn#660",
        chain(conv(3, 2, "same")),
        chain(conv(3, 2, (1, 2)), op.Pad(((-1, 0),))),
    ),
    Lowering(
        "a stride-2 stem on two phases, k = 7",
        "tensorflow/tpu, detection/ops/spatial_transform_ops.py, `space_to_depth_fixed_padding`, at 4678c62",
        chain(conv(7, 2, (3, 3))),
        in_phases(7),
    ),
    Lowering(
        "the same formula, k = 5",
        "tensorflow/tpu, as above",
        chain(conv(5, 2, (2, 2))),
        in_phases(5),
    ),
    Lowering(
        "a layer of 6 taps at stride 2, padding 2, as `Focus` and 3 taps",
        "ultralytics/yolov5#4825, v6.0",
        chain(conv(6, 2, 2)),
        focus(),
    ),
    Lowering(
        "maximum of 9 places as that of 5 and 5 again",
        "ultralytics/yolov5, models/common.py, `SPPF`, at 0010427",
        chain(max_pool(9, 1, 4)),
        chain(max_pool(5, 1, 2), max_pool(5, 1, 2)),
    ),
    Lowering(
        "zero padding folded into a maximum",
        "onnx/optimizer#318 and onnxsim/onnxsim#290, onnxsim 0.6.5",
        chain(op.Pad(((1, 1),)), max_pool(3, 3)),
        chain(max_pool(3, 3, 1)),
    ),
    Lowering(
        "zero padding folded into an average, padding not counted",
        "onnx/optimizer#108, before the change",
        chain(op.Pad(((1, 1),)), average(3, 2)),
        chain(average(3, 2, 1)),
    ),
    Lowering(
        "zero padding folded into an average, padding counted",
        "onnx/optimizer#108, after the change",
        chain(op.Pad(((1, 1),)), average(3, 2)),
        chain(average(3, 2, 1, counted=True)),
    ),
    Lowering(
        "a crop folded into the padding of a layer, 0 - 1 = -1, which ONNX does not allow",
        "microsoft/onnxscript#2838, onnxscript 0.6.2",
        chain(op.Pad(((-1, -1),)), conv(3)),
        chain(conv(3, 1, (-1, -1))),
    ),
    Lowering(
        "by the same sum, 1 - 1 = 0",
        "microsoft/onnxscript, as above",
        chain(op.Pad(((-1, -1),)), conv(3, 1, 1)),
        chain(conv(3)),
    ),
    Lowering(
        "`PixelUnshuffle` as `SpaceToDepth`, 2 channels",
        "microsoft/onnxscript#2891, at c6e8ec6",
        unshuffled("channel_major"),
        unshuffled("phase_major"),
    ),
    Lowering(
        "`output_padding` as stride % 2 after a layer with 2*stride taps, stride 5",
        "descriptinc/descript-audio-codec#44",
        restored(5, lambda n: (n + 1) % 5),
        restored(5, lambda n: 1),
    ),
    Lowering(
        "padding of a transposed layer as a crop behind it",
        "Samsung/TICO#421",
        chain(ss.ConvTranspose(1, 1, 3, 2, 1, bias=False, ndim=1)),
        chain(TRANSPOSED, op.Pad(((-1, -1),))),
    ),
)


def table() -> str:
    """The table of the page, in Markdown: what was restated, from where, and the answer in one line."""
    rows = []
    for lowering in LOWERINGS:
        verdict = lowering.verdict()
        line = verdict.line
        if verdict.every is not None and "all N" not in verdict.every.exist[1]:
            line += f"; the second exists for {verdict.every.exist[1]}"
        rows.append(f"| {lowering.title} | {lowering.source} | {line} |\n")
    return "| lowering | source | verdict |\n|---|---|---|\n" + "".join(rows)
