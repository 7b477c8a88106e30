"""What a layer takes: multiply-adds, parameters and outputs."""

from __future__ import annotations

from dataclasses import dataclass

from symstride.layers.integer import Integer


@dataclass(frozen=True, slots=True)
class Cost:
    """What one evaluation on one sample takes.

    ``outputs`` numbers are computed from ``multiply_adds`` products with ``parameters`` weights and biases.
    Products with padded zeros are counted: that is what a plain implementation does, and what papers report.
    """

    multiply_adds: Integer
    parameters: Integer
    outputs: Integer

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        names = ("multiply_adds", "parameters", "outputs")
        return facts("of one evaluation", ((name.replace("_", "-"), getattr(self, name)) for name in names))
