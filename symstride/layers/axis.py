"""One spatial axis of a convolution, and the size of its output."""

from __future__ import annotations

from dataclasses import dataclass

from symstride.errors import SpecError
from symstride.layers.form import NAME, Integer, check_name, name_problem
from symstride.layers.integer import add, integer, larger, multiply
from symstride.layers.rounding import ceil_div, floor_div

__all__ = ["NAME", "Axis", "Integer", "check_name", "integer", "name_problem", "same_padding"]

_LEAST = {"kernel": 1, "stride": 1, "dilation": 1, "low": None, "high": None}


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis with explicit padding:  ``y[j] = sum over i of w[i] * x[stride*j + dilation*i - low]``.

    ``0 <= i < kernel``, ``0 <= j < output_size(N)``; ``x`` lives on ``[0, N)`` and is 0 outside (or wraps, for a
    circular layer).  ``low`` and ``high`` count the padded places; negative ones crop.  No kernel flip.
    """

    kernel: Integer
    stride: Integer = 1
    dilation: Integer = 1
    low: Integer = 0
    high: Integer = 0

    def __post_init__(self) -> None:
        for name, least in _LEAST.items():
            object.__setattr__(self, name, integer(getattr(self, name), f"Axis({name}=...)", least))

    def _repr_latex_(self) -> str:
        from symstride.layers.display import axis_latex

        return axis_latex(self.kernel, self.stride, self.dilation, self.low)

    @property
    def span(self) -> Integer:
        """How many input places one output looks across: ``dilation*(kernel - 1) + 1``."""
        return add(multiply(self.dilation, add(self.kernel, -1)), 1)

    def output_size(self, size: Integer) -> Integer:
        """``floor((N + low + high - span)/stride) + 1`` for an input of ``N = size`` places.

        Ints give an int, symbols an expression.  Refuses ints that leave no output.
        """
        n = integer(size, "Axis.output_size(size)", 1)
        padded = add(n, self.low, self.high)
        room = add(padded, multiply(-1, self.span))
        outputs = add(floor_div(room, self.stride), 1)
        if isinstance(outputs, int) and outputs < 1:
            raise SpecError(
                "Axis.output_size(size)",
                "a kernel that fits into the padded input, so that there is an output",
                f"a span of {self.span} on {n} places padded by ({self.low}, {self.high}) to {padded}",
                "enlarge the input or the padding, or shrink the kernel or its dilation",
            )
        return outputs


def same_padding(
    kernel: Integer, stride: Integer, dilation: Integer, size: Integer, odd: str
) -> tuple[Integer, Integer]:
    """(low, high) of the ``same`` convention for an input of ``N = size`` places; the output has ``ceil(N/stride)``.

    The total is ``max((ceil(N/s) - 1)*s + dilation*(kernel - 1) + 1 - N, 0)``.  When it is odd, the extra place goes
    ``odd="high"`` (ONNX SAME_UPPER, TensorFlow, Keras, JAX) or ``odd="low"`` (ONNX SAME_LOWER).
    """
    reach = multiply(dilation, add(kernel, -1))
    if stride == 1:  # ceil(N/1) - 1 + reach + 1 - N = reach, whatever N is
        total = reach
    else:
        last = multiply(add(ceil_div(size, stride), -1), stride)
        total = larger(add(last, reach, 1, multiply(-1, size)), 0)
    half = floor_div(total, 2)
    rest = add(total, multiply(-1, half))
    return (half, rest) if odd == "high" else (rest, half)
