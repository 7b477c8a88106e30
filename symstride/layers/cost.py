"""What a layer takes: multiply-adds, parameters and outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from symstride.layers.integer import Integer, add, multiply

if TYPE_CHECKING:
    from symstride.layers.layer import Conv


@dataclass(frozen=True, slots=True)
class Cost:
    """What one evaluation on one sample takes.

    ``outputs`` numbers are computed from ``multiply_adds`` products with ``parameters`` weights and biases.
    Products with padded zeros are counted: that is what a plain implementation does, and what papers report.
    """

    multiply_adds: Integer
    parameters: Integer
    outputs: Integer


def cost_of(layer: Conv, output_size: Sequence[Integer]) -> Cost:
    """What the layer takes for one sample whose output has that size."""
    outputs = multiply(layer.out_channels, *output_size)
    weights = multiply(*layer.weight_shape)
    return Cost(
        multiply_adds=multiply(outputs, layer.in_per_group, *layer.kernel),
        parameters=add(weights, layer.out_channels) if layer.bias else weights,
        outputs=outputs,
    )
