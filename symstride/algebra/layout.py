"""How phases and channels share one axis of an array.

Inside each group ``g`` of ``n`` channels, phase ``f`` out of ``F`` of channel ``c`` is number

    channel_major:  (g*n + c)*F + f      PyTorch's pixel_unshuffle, for one group
    phase_major:    (g*F + f)*n + c      ONNX SpaceToDepth and TensorFlow space_to_depth, for one group

Phases of several axes are numbered row-major: ``f = (f_1*F_2 + f_2)*F_3 + f_3``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from numpy.typing import NDArray

Order: TypeAlias = Literal["channel_major", "phase_major"]
"""Which of the two varies slowly inside a group: the channel, or the phase."""

ORDERS: tuple[str, ...] = get_args(Order)


def flatten(parts: NDArray[Any], order: Order) -> NDArray[Any]:
    """``(batch, g, c, f, *rest)`` to ``(batch, g*c*f, *rest)`` in the given order."""
    batch, groups, channels, phases, *rest = parts.shape
    ordered = parts if order == "channel_major" else parts.swapaxes(2, 3)
    return ordered.reshape(batch, groups * channels * phases, *rest)


def unflatten(flat: NDArray[Any], groups: int, phases: int, order: Order) -> NDArray[Any]:
    """``(batch, g*c*f, *rest)`` to ``(batch, g, c, f, *rest)``: undoes ``flatten``."""
    batch, total, *rest = flat.shape
    channels = total // (groups * phases)
    if order == "channel_major":
        return flat.reshape(batch, groups, channels, phases, *rest)
    return flat.reshape(batch, groups, phases, channels, *rest).swapaxes(2, 3)


def position(group: int, channel: int, phase: int, channels: int, phases: int, order: Order) -> int:
    """The number of ``phase`` of ``channel`` (counted inside ``group``): the two formulas above, entry by entry."""
    if order == "channel_major":
        return (group * channels + channel) * phases + phase
    return (group * phases + phase) * channels + channel
