"""The numeric filter bank: every weight copied to its places, everything else zero, and no arithmetic at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.algebra.sizes import EMPTY, AxisBank
from symstride.limits import MAX_LISTED, check_product

Places: TypeAlias = tuple[NDArray[np.intp], NDArray[np.intp]]
"""``(rho, u)``, two arrays of shape (output phases, taps): where each tap stands for each output phase."""


def expand_weights(
    w: NDArray[Any], where: Places, phases: int, sizes: Sequence[int], groups: int, order: Order
) -> NDArray[Any]:
    """``W~[tau, o, rho, c, u] = sum over i of [stride*tau + dilation*i - shift = S*u + rho] * w[o, c, i]``, per axis.

    ``(O, C/groups, *k)`` to ``(O*A, (C/groups)*phases, *K)`` with ``K = sizes``, in the same dtype.  The entries are
    copies, bit for bit: payloads of NaN, signed zeros and objects included.  Structural zeros are the dtype's zero
    (the int 0 for objects).  ``where`` says at which ``rho`` and ``u`` each tap stands for each ``tau``.
    """
    rho, u = where
    out_channels, in_channels, outer = w.shape[0], w.shape[1], len(rho)
    result = np.zeros((out_channels * outer, in_channels * phases, *sizes), dtype=w.dtype)
    target = _by_phase(result, groups, out_channels // groups, in_channels, outer, phases, order)
    source = w.reshape(groups, out_channels // groups, in_channels, -1).swapaxes(2, 3)  # (g, o, i, c)
    g = np.arange(groups)[:, None, None, None]
    o = np.arange(out_channels // groups)[:, None, None]
    tau = np.arange(outer)[:, None]
    # One assignment.  NumPy walks (g, o, tau, i) and copies all c at once for each: what it writes for one output
    # channel stays in the first-level cache, so a line of the result leaves it once and not once per tap.
    target[g, o, tau, rho, u] = source[:, :, None]
    return result


def copies_of(bank: NDArray[Any], where: Places, phases: int, shape: Sequence[int], groups: int, order: Order) -> Any:
    """The entries of a bank where ``expand_weights`` puts the weights of ``shape``, one copy after the other.

    ``(O*A, (C/groups)*phases, *K)`` to ``(A, O, C/groups, *k)``: the copy for output phase ``tau`` is number ``tau``.
    """
    rho, u = where
    out_channels, in_channels, *kernel = shape
    per_group, outer = out_channels // groups, len(rho)
    source = _by_phase(bank, groups, per_group, in_channels, outer, phases, order)
    g = np.arange(groups)[:, None, None, None]
    o = np.arange(per_group)[:, None, None]
    tau = np.arange(outer)[:, None]
    found = source[g, o, tau, rho, u]  # (g, o, A, i, c)
    return found.transpose(2, 0, 1, 4, 3).reshape(outer, out_channels, in_channels, *kernel)


def _by_phase(
    result: NDArray[Any], groups: int, out_channels: int, in_channels: int, outer: int, phases: int, order: Order
) -> NDArray[Any]:
    """``result`` with axes ``(g, o, tau, rho, u, c)``, whichever order it is stored in; a view where it can be one."""
    if order == "channel_major":
        return result.reshape(groups, out_channels, outer, in_channels, phases, -1).transpose(0, 1, 2, 4, 5, 3)
    return result.reshape(groups, outer, out_channels, phases, in_channels, -1).transpose(0, 2, 1, 3, 5, 4)


def places(axes: Sequence[AxisBank], kept: Sequence[Sequence[int]]) -> Places:
    """Where the taps of all axes together stand; phases, offsets and taps are numbered row-major over the axes."""
    taps = (int(n) for axis in axes for n in (axis.a, axis.axis.kernel))
    check_product("Bank.weight(w)", taps, MAX_LISTED, "taps for all output phases", "expand one axis at a time")
    rho = u = np.zeros((1, 1), dtype=np.intp)
    for axis, phases in zip(axes, kept, strict=True):
        axis_rho, axis_u = axis_places(axis, phases)
        rho, u = _outer(rho, axis_rho, len(phases)), _outer(u, axis_u, int(axis.size))
    return rho, u


def axis_places(axis: AxisBank, phases: Sequence[int]) -> Places:
    """Where the taps of one axis stand.  Phases are numbered as in ``phases``, which has all that some tap reads."""
    rho, u = axis.standing
    if len(phases) != int(axis.S):
        rho = np.searchsorted(phases, rho)
    return rho.astype(np.intp), u.astype(np.intp)


def table_of_taps(axes: Sequence[AxisBank], kept: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Which tap stands at each entry of the bank, shape ``(A, phases, K_1, ..., K_d)``: ``Bank.table``."""
    shape = (*(int(axis.a) for axis in axes), *map(len, kept), *(int(axis.size) for axis in axes))
    check_product("Bank.table", shape, MAX_LISTED, "entries in a table of taps", "use bank.entry, the closed form")
    table = np.zeros((1, 1), dtype=np.int64)
    for axis, phases in zip(axes, kept, strict=True):
        own = axis.table[:, list(phases)]
        slow = table[:, None, :, None, ..., None]
        fast = own[:, None, :, *(None,) * (table.ndim - 2), :]
        joined = np.where((slow == EMPTY) | (fast == EMPTY), EMPTY, slow * int(axis.axis.kernel) + fast)
        a, b, c, d, *sizes = joined.shape
        table = joined.reshape(a * b, c * d, *sizes)
    table.setflags(write=False)
    return table


def _outer(slow: NDArray[np.intp], fast: NDArray[np.intp], extent: int) -> NDArray[np.intp]:
    """Row-major numbers of pairs: ``slow*extent + fast`` for each pair of phases and each pair of taps."""
    pairs = slow[:, None, :, None] * extent + fast[None, :, None, :]
    return pairs.reshape(slow.shape[0] * fast.shape[0], -1)
