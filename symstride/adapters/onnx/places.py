"""Nodes of ONNX that choose places: Slice, Gather, and Where with a constant condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.call import Call
from symstride.adapters.onnx.nodes import Graph, Reader, one_number
from symstride.limits import MAX_LISTED, check
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Shape


def _slice(graph: Graph, call: Call) -> None:
    """A run of channels, then a crop of places, then one phase of them where a step is above 1."""
    call.only("starts", "ends", "axes")
    shape = graph.shape(call)
    runs = _runs(graph, call, shape)
    steps: list[tuple[Operator, str]] = []
    if len(shape) == 1:
        check(call.asked, len(runs[0]), MAX_LISTED, "features in a list", "take fewer of them")
        steps.append((op.Take(0, tuple(runs[0])), "features"))
    elif runs[0] != range(shape[0]):
        if runs[0].step != 1:
            raise call.unsupported("neighbouring channels", f"a step of {runs[0].step}", "use Gather")
        steps.append((op.Channels(runs[0].start, runs[0].stop), "channels"))
    places = runs[1:]
    amounts = tuple((-run.start, run.stop - n) for run, n in zip(places, shape[1:], strict=True))
    if any(run.step != 1 for run in places):
        # the one phase that is read, of whole cells from the first place on
        cell = tuple(run.step for run in places)
        amounts = tuple(
            (-run.start, run.start + len(run) * run.step - n) for run, n in zip(places, shape[1:], strict=True)
        )
        steps.append((op.Pad(amounts), "cells"))
        steps.append((op.SpaceToDepth(cell, "channel_major", ((0,),) * len(cell)), "phase"))
    elif any(map(any, amounts)) or not steps:
        steps.append((op.Pad(amounts), "crop"))
    source = call.inputs[0]
    for operator, suffix in steps[:-1]:
        source = graph.step(call, operator, source, suffix)
    graph.emit(call, steps[-1][0], [source])


def _runs(graph: Graph, call: Call, shape: Shape) -> list[range]:
    """What the slice keeps of each axis behind the batch.  Negative numbers count from the end, as in Python."""
    starts, ends, axes, steps = (_integers(graph, call, n, role) for n, role in enumerate(_ROLES, start=1))
    rank = len(shape) + 1
    places = range(len(starts)) if axes is None else [n % rank for n in axes]
    by = [1] * len(starts) if steps is None else steps
    if not len(starts) == len(ends) == len(places) == len(by):
        raise call.wrong("one start, end, axis and step each", f"{len(starts)}, {len(ends)}, {len(places)}, {len(by)}")
    if len(set(places)) != len(places):
        raise call.wrong("each axis once", f"{list(places)}")
    found = [range(n) for n in shape]
    for place, start, end, step in zip(places, starts, ends, by, strict=True):
        if place == 0 and (start, step) == (0, 1) and end >= np.iinfo(np.int32).max:
            continue
        if place == 0 or step < 1:
            got = "a slice of the batch" if place == 0 else f"a step of {step}"
            raise call.unsupported("steps of at least 1 behind the batch", got, "use Gather")
        found[place - 1] = range(shape[place - 1])[start:end:step]
    if not all(found):
        raise call.wrong("at least one place", "a slice of nothing")
    return found


_ROLES = ("starts", "ends", "axes", "steps")


def _integers(graph: Graph, call: Call, number: int, role: str) -> Any:
    """A list among the inputs (from opset 10 on), or among the attributes; None where axes or steps are left out."""
    array = graph.constant(call, number)
    if array is not None:
        return [int(n) for n in array.reshape(-1)]
    if role in call.attributes:
        return list(call.ints(role, ()))
    if role in ("starts", "ends"):
        raise call.wrong(role, "none")
    return None


def _gather(graph: Graph, call: Call) -> None:
    """Places of one axis in any order; a single number takes the axis away."""
    call.only("axis")
    shape, indices = graph.shape(call), graph.constant(call, 1)
    axis = int(call.attributes.get("axis", 0)) % (len(shape) + 1) - 1
    if indices is None or indices.ndim > 1:
        got = "no indices" if indices is None else f"indices of shape {indices.shape}"
        raise call.unsupported("a list of places", got, "reshape the node's output instead")
    if axis < 0:
        raise call.unsupported("places inside one sample", "samples of the batch", "gather along another axis")
    listed = [int(n) for n in indices.reshape(-1)]
    if not all(-shape[axis] <= n < shape[axis] for n in listed):
        raise call.wrong(f"places of an axis of {shape[axis]}", f"{min(listed)} to {max(listed)}")
    source = tuple(n % shape[axis] for n in listed)
    taken = _taken(shape, axis, source)
    if indices.ndim == 1:
        graph.emit(call, taken, call.inputs[:1])
        return
    rest = shape[:axis] + shape[axis + 1 :]
    if not rest:
        raise call.unsupported("a value with an axis left", "one number per sample", "gather a list of one place")
    graph.emit(call, op.Reshape(rest), [graph.step(call, taken, call.inputs[0], "place")])


def _taken(shape: Shape, axis: int, source: Sequence[int]) -> Operator:
    if axis > 0 or len(shape) == 1:
        return op.Take(axis, tuple(source))
    whole = len(source) == shape[0] and sorted(source) == list(range(shape[0]))
    return op.ChannelPermutation(tuple(source)) if whole else op.ChannelGather(tuple(source))


def _where(graph: Graph, call: Call) -> None:
    """``x`` where a constant says so, one number elsewhere; or the other way round."""
    call.only()
    inside, first, second = call.inputs
    swapped = graph.is_constant(first)
    source, number = (second, 1) if swapped else (first, 2)
    shape = graph.shape(call, 3 - number)
    condition, fill = graph.constant(call, 0), graph.constant(call, number)
    if condition is None or fill is None or fill.size != 1:
        raise call.unsupported("a constant condition, a value and one number", "something else", "multiply by a mask")
    chosen = _of_one_sample(call, condition.astype(bool), shape)
    value = one_number(call, fill, shape)
    select = op.Select("lowest" if value == float("-inf") else value)
    graph.emit(call, select, [source], inside=("", ~chosen) if swapped else (inside, chosen))


def _of_one_sample(call: Call, condition: NDArray[np.bool_], shape: Shape) -> NDArray[np.bool_]:
    aligned = condition.reshape((1,) * (len(shape) + 1 - condition.ndim) + condition.shape)
    if aligned.ndim != len(shape) + 1 or aligned.shape[0] != 1:
        raise call.unsupported("one condition for all samples", f"shape {condition.shape}", "split the batch")
    return np.broadcast_to(aligned[0], shape)


PLACES: Mapping[str, Reader] = {"Slice": _slice, "Gather": _gather, "Where": _where}
"""Readers of these operators."""
