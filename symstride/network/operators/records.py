"""What the nodes of a network do: frozen records, one per kind of layer, plain data and nothing computed.

A value has a shape without the batch: ``(channels, *space)`` for a map, ``(features,)`` behind the tail.  Convolutions
and pools are records of ``symstride.layers``.  Weights live in the network, not here; ``shapes.parameters`` says
which each record needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from symstride.algebra.layout import Order
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool as AveragePool
from symstride.layers.pools import MaxPool as MaxPool
from symstride.layers.transposed import ConvTranspose

Shape: TypeAlias = tuple[int, ...]
"""A shape without the batch."""

Pairs: TypeAlias = tuple[tuple[int, int], ...]
"""(low, high) per axis."""

Attributes: TypeAlias = tuple[tuple[str, float], ...]
"""Named numbers of a pointwise or pixelwise map."""

Fill: TypeAlias = float | Literal["lowest"]
"""What stands in padded places: a number, or "lowest": minus infinity, or the least integer of an integer dtype."""


@dataclass(frozen=True, slots=True)
class Input:
    """A value that comes from outside.

    ``open`` are the axes, counted without the batch, of which the shape has an example: the network is meant for every
    size there (``network.open_sizes``).
    """

    shape: Shape
    open: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return f"Input(shape={self.shape}{f', open={self.open}' if self.open else ''})"


# ------------------------------------------------------------------------------------------------ pools


@dataclass(frozen=True, slots=True)
class GlobalPool:
    """All places of a channel at once: ``(C, *N)`` to ``(C, 1, ..., 1)``."""

    kind: Literal["average", "max"]


# ------------------------------------------------------------------------------------------------ values place by place


@dataclass(frozen=True, slots=True)
class Affine:
    """``y[c, j] = scale[c]*x[c, j] + shift[c]``, either part optional."""

    scale: bool = True
    shift: bool = True


@dataclass(frozen=True, slots=True)
class BatchNorm:
    """Batch normalisation at inference: ``scale[c]*(x[c, j] - mean[c])/sqrt(variance[c] + epsilon) + bias[c]``."""

    epsilon: float = 1e-5


@dataclass(frozen=True, slots=True)
class PRelu:
    """``y[c, j] = x[c, j]`` where that is not negative, else ``slope[c]*x[c, j]``."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """``y[c, j] = x[c, j]/by[c]``, or ``x[c, j]/by[c, j]`` where there is a number for each place; none is 0."""

    each_place: bool = False


@dataclass(frozen=True, slots=True)
class Pointwise:
    """One number in, one number out, the same map everywhere: ``relu``, ``sigmoid``, ... (``pointwise.POINTWISE``)."""

    name: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Dequantise:
    """``y[c, j] = x[c, j] - zero``, and that times ``scale`` in single precision where there is one.

    What stored whole numbers stand for: their zero point for 0.
    """

    zero: int
    scale: float | None = None


@dataclass(frozen=True, slots=True)
class Requantise:
    """``y[c, j] = round(x[c, j]*(x_scale*scale[c]/y_scale)) + zero``, cut off at ``low`` and ``high``; halves to even.

    What ONNX's QLinearConv makes of its sums, in single precision.  The parameter ``scale`` has a number for each
    channel, or one for all.
    """

    x_scale: float
    y_scale: float
    zero: int
    low: int
    high: int
    each_channel: bool = True


@dataclass(frozen=True, slots=True)
class Pixelwise:
    """All channels of one place in, all channels out: ``lrn``, ``layer_norm``, ``softmax``, ``log_softmax``."""

    name: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Add:
    """The sum of values of one shape."""


@dataclass(frozen=True, slots=True)
class Multiply:
    """The product of values of one shape."""


@dataclass(frozen=True, slots=True)
class Maximum:
    """The maximum of values of one shape."""


@dataclass(frozen=True, slots=True)
class Divide:
    """``y[c, j] = x[c, j] / (counts[0][j_1] * counts[1][j_2] * ...)``: sums of a window into averages.

    With a ``cell`` the map is in phases, ``y[c, tau, m] = x[c, tau, m] / (counts[0][cell_1*m_1 + tau_1] * ...)``, laid
    out channel_major; places of the last cell that have no count are divided by 1 along that axis.
    """

    counts: tuple[tuple[int, ...], ...]
    cell: Shape | None = None


# ------------------------------------------------------------------------------------------------ rearrangements


@dataclass(frozen=True, slots=True)
class Concat:
    """Maps of one size one behind the other, in the order of the inputs, along the channels."""


@dataclass(frozen=True, slots=True)
class ChannelPermutation:
    """``y[o] = x[source[o]]``."""

    source: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChannelGather:
    """``y[o] = x[source[o]]`` for any channels: some may come several times, others not at all."""

    source: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels ``start <= c < stop``."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class SpaceToDepth:
    """Phases as channels: ``X[rho, c, m] = x[c, cell*m + rho]``; the cell divides the size.

    ``order`` lays out channel and phase as ``algebra.layout`` says, for one group.  ``kept`` lists per axis the phases
    that the result has, all of them where it is None.
    """

    cell: Shape
    order: Order
    kept: tuple[tuple[int, ...], ...] | None = None

    @property
    def phases(self) -> tuple[Sequence[int], ...]:
        """The phases of the result, per axis."""
        return self.kept or tuple(range(s) for s in self.cell)


@dataclass(frozen=True, slots=True)
class DepthToSpace:
    """Channels as phases, undoing ``SpaceToDepth`` with all phases: ``y[c, cell*m + rho] = Y[rho, c, m]``."""

    cell: Shape
    order: Order


@dataclass(frozen=True, slots=True)
class Pad:
    """``y[c, t] = x[c, t - low]`` for ``0 <= t < N + low + high``, and ``fill`` where ``x`` has no such place.

    Negative amounts crop.  One end may be cropped by more than the map has, when the other end is padded.
    """

    amounts: Pairs
    fill: Fill = 0.0


@dataclass(frozen=True, slots=True)
class Wrap:
    """Circular padding: ``y[c, t] = x[c, (t - low) mod N]`` for ``0 <= t < N + low + high``; negative amounts crop."""

    amounts: Pairs


@dataclass(frozen=True, slots=True)
class Spaced:
    """``y[c, t] = x[c, start + step*t]`` for all ``t`` with ``start + step*t < N - back``, per axis.

    It means the same at every size; ``start`` and ``back`` are not negative.
    """

    start: Shape
    step: Shape
    back: Shape


@dataclass(frozen=True, slots=True)
class Select:
    """``x`` in the places where the parameter ``inside``, of the same shape, is true; ``fill`` elsewhere."""

    fill: Fill = 0.0


@dataclass(frozen=True, slots=True)
class Mask:
    """Phases of a map of ``size`` places, with ``fill`` wherever ``cell*m + rho >= size``: no ghosts are left."""

    cell: Shape
    size: Shape
    order: Order
    fill: Fill = 0.0


# ------------------------------------------------------------------------------------------------ the tail


@dataclass(frozen=True, slots=True)
class Reshape:
    """The same numbers in row-major order under another shape."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Transpose:
    """``source[n]`` is the axis, counted without the batch, that becomes axis ``n``."""

    source: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Take:
    """The places ``source`` of one axis, counted without the batch, in that order; others are dropped."""

    axis: int
    source: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gemm:
    """``alpha * x @ w + beta * b`` on feature vectors; ``w`` is stored ``(out, in)`` when ``transposed``."""

    features: int
    bias: bool = True
    transposed: bool = False
    alpha: float = 1.0
    beta: float = 1.0


@dataclass(frozen=True, slots=True)
class Softmax:
    """Softmax (or its logarithm) along one axis, counted without the batch; ``rest`` takes all axes from there on."""

    axis: int
    log: bool = False
    rest: bool = False


Operator: TypeAlias = (
    Input | Conv | ConvTranspose | MaxPool | AveragePool | GlobalPool | Affine | BatchNorm | PRelu | Quotient
    | Pointwise | Dequantise | Requantise | Pixelwise | Add | Multiply | Maximum | Divide | Concat
    | ChannelPermutation | ChannelGather | Channels | SpaceToDepth | DepthToSpace | Pad | Wrap | Spaced | Mask | Select
    | Reshape | Transpose | Take | Gemm | Softmax
)  # fmt: skip
"""Everything that a node may be."""

Pool: TypeAlias = MaxPool | AveragePool
