"""The layers that are measured, and how each of their forms is run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

import symstride as ss
from symstride.network.operators import records as op

LAYERS = {
    "ResNet stem, 7 x 7 by 2": (ss.Conv(3, 64, (7, 7), 2, 3, bias=False), (224, 224)),
    "AlexNet stem, 11 x 11 by 4": (ss.Conv(3, 96, (11, 11), 4, 0, bias=False), (227, 227)),
    "ViT patches, 16 x 16 by 16": (ss.Conv(3, 384, (16, 16), 16, 0, bias=False), (224, 224)),
    "MobileNet stem, 3 x 3 by 2": (ss.Conv(3, 32, (3, 3), 2, 1, bias=False), (224, 224)),
    "ResNet stage, 3 x 3 by 2": (ss.Conv(128, 128, (3, 3), 2, 1, bias=False), (56, 56)),
    "ResNet shortcut, 1 x 1 by 2": (ss.Conv(256, 512, (1, 1), 2, 0, bias=False), (56, 56)),
    "ConvNeXt stage, 2 x 2 by 2": (ss.Conv(96, 192, (2, 2), 2, 0, bias=False), (56, 56)),
    "GAN, 4 x 4 by 2": (ss.Conv(64, 128, (4, 4), 2, 1, bias=False), (64, 64)),
    "depthwise, 3 x 3 by 2": (ss.Conv(128, 128, (3, 3), 2, 1, groups=128, bias=False), (56, 56)),
    "Whisper, 3 by 2 on one axis": (ss.Conv(384, 384, (3,), 2, 1, bias=False), (3000,)),
}
"""Name -> layer and the size of its input."""


@dataclass(frozen=True)
class Case:
    """One layer with numbers: its forms, their weights, the input, and the input in phases, padded or cropped."""

    layer: ss.Conv
    forms: Any
    x: NDArray[np.float32]
    w: NDArray[np.float32]
    phases: NDArray[np.float32]
    weight: NDArray[np.float32]

    @classmethod
    def of(cls, layer: ss.Conv, size: tuple[int, ...], batch: int) -> Case:
        """Phases that no tap reads are left out, and counted from the first padded place, there are fewest taps."""
        draw = np.random.default_rng(0).standard_normal
        options = {"origin": "padded", "drop_dead": True}
        x = draw((batch, int(layer.in_channels), *size), dtype=np.float32)
        w = draw(tuple(map(int, layer.weight_shape)), dtype=np.float32)
        bank, forms = ss.expand(layer, **options), ss.forms(layer, size, **options)
        phases = bank.split(x)
        for axis, pair in enumerate(forms.expanded.layer.padding):
            phases = _padded(phases, axis + 2, *map(int, pair))
        return cls(layer, forms, x, w, np.ascontiguousarray(phases), bank.weight(w))

    def network(self, form: str) -> ss.Network:
        """The form as a network of one or two nodes."""
        build, expanded = ss.Builder(form), form == "expanded"
        given, weight = (self.phases, self.weight) if expanded else (self.x, self.w)
        run = getattr(self.forms, form).layer
        x = build.input("x", given.shape[1:])
        bare = ss.Conv(
            run.in_channels, run.out_channels, run.kernel, run.stride, 0 if expanded else run.padding,
            run.dilation, run.groups, bias=False,
        )  # fmt: skip
        y = build.add(bare, x, weight=weight)
        if form == "unit_stride":
            ones = (1,) * self.layer.ndim
            y = build.add(op.MaxPool(ones, self.layer.stride, ((0, 0),) * self.layer.ndim, ones), y)
        return build.network(y)


def _padded(x: NDArray[np.float32], axis: int, low: int, high: int) -> NDArray[np.float32]:
    amounts = [(0, 0)] * x.ndim
    amounts[axis] = (max(low, 0), max(high, 0))
    x = np.pad(x, amounts)
    return x[(slice(None),) * axis + (slice(max(-low, 0), x.shape[axis] - max(-high, 0)),)]
