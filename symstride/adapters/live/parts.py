"""What PyTorch and Keras both say, in nodes: broadcasting, constants per channel, normalisation, softmax."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log1p, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters import repeating
from symstride.adapters.live.call import LiveCall, Value
from symstride.network.operators import records as op
from symstride.network.operators.pointwise import POINTWISE
from symstride.network.operators.records import Operator, Shape

SELU = {"alpha": 1.6732632423543772848170429916717, "gamma": 1.0507009873554804934193349852946}
"""The numbers of Klambauer et al., arXiv 1706.02515, in double precision, as PyTorch and JAX have them."""


def pointwise(
    call: LiveCall, x: Value, name: str, attributes: Mapping[str, float] | None = None, suffix: str = ""
) -> Value:
    """The pointwise map of that name."""
    if name not in POINTWISE:
        raise call.unsupported("a known pointwise map", name, "write it with supported ones")
    return call.emit(op.Pointwise(name, tuple((attributes or {}).items())), x, suffix=suffix)


def softplus(call: LiveCall, x: Value, threshold: float, suffix: str = "") -> Value:
    """``log(1 + exp(x))``, which PyTorch replaces by ``x`` above ``threshold``.

    The two differ by at most ``log(1 + exp(-threshold))`` there.  Refuses where that is more than half a unit in the
    last place, so that rounding does not hide it.
    """
    eps = float(np.finfo(call.dtype).eps)
    if log1p(exp(-threshold)) > eps / 4 * threshold:  # a unit in the last place of t is at least eps*t/2
        got = f"threshold {threshold:g} with {call.dtype}"
        raise call.unsupported("a softplus whose threshold rounding hides", got, "use float32, or threshold=40")
    return pointwise(call, x, "softplus", suffix=suffix)


def softmax(call: LiveCall, x: Value, axis: int, log: bool = False, suffix: str = "") -> Value:
    """Softmax along one axis, counted without the batch; on the channels of a map it is pixelwise."""
    if len(call.shape(x)) > 1 and axis == 0:
        return call.emit(op.Pixelwise("log_softmax" if log else "softmax"), x, suffix=suffix)
    return call.emit(op.Softmax(axis, log), x, suffix=suffix)


# ------------------------------------------------------------------------------------------------ two values


def combined(call: LiveCall, operator: Operator, *values: Value) -> Value:
    """A sum, product or maximum of values that are repeated along axes of size 1, as frameworks broadcast."""
    shapes = [call.shape(value) for value in values]
    if len({len(shape) for shape in shapes}) != 1:
        got = ", ".join(map(str, shapes))
        raise call.unsupported("values of one number of axes", got, "give them one shape")
    whole = tuple(map(max, zip(*shapes, strict=True)))
    wide = [repeated(call, value, whole, f"repeat-{number}") for number, value in enumerate(values)]
    return call.emit(operator, *wide)


def repeated(call: LiveCall, value: Value, whole: Shape, suffix: str = "") -> Value:
    """The value with each of its axes of size 1 as long as ``whole`` says."""
    shape = call.shape(value)
    if not repeating.repeats(shape, whole):
        raise call.unsupported("sizes that are equal, or 1", f"{shape} against {whole}", "pad or crop one of them")
    return _each(call, value, repeating.repeated(call.asked, shape, whole), suffix)


def enlarged(call: LiveCall, x: Value, factors: Sequence[int]) -> Value:
    """Every place ``factors`` times along each axis."""
    shape = call.shape(x)
    if len(factors) != len(shape) - 1 or min(factors) < 1:
        raise call.wrong(f"a factor of at least 1 for each of {len(shape) - 1} axes", f"{tuple(factors)}")
    return _each(call, x, repeating.enlarged(call.asked, shape, factors))


def _each(call: LiveCall, value: Value, operators: Sequence[Operator], suffix: str = "") -> Value:
    """One operator behind the other; the last one has the call's own name, or the suffix."""
    for number, operator in enumerate(operators, start=1):
        inner = suffix if number == len(operators) else f"{suffix or 'part'}-{number}"
        value = call.emit(operator, value, suffix=inner)
    return value


def difference(call: LiveCall, left: Value, right: Value) -> Value:
    """``x - y`` as ``x + (-y)``, which is the same number in every arithmetic."""
    return combined(call, op.Add(), left, pointwise(call, right, "negative", suffix="negative"))


def joined(call: LiveCall, values: Sequence[Value], axis: int) -> Value:
    """Values one behind the other along an axis, which is exchanged with the channels for it."""
    if axis == 0:
        return call.emit(op.Concat(), *values)
    order = list(range(len(call.shape(values[0]))))
    order[0], order[axis] = axis, 0
    swap = op.Transpose(tuple(order))
    moved = [call.emit(swap, value, suffix=f"swapped-{number}") for number, value in enumerate(values)]
    return call.emit(swap, call.emit(op.Concat(), *moved, suffix="joined"))


# ------------------------------------------------------------------------------------------------ a value and constants


def per_channel(call: LiveCall, x: Value, array: NDArray[Any]) -> NDArray[Any]:
    """A number, or a constant that is broadcast against ``(batch, C, *space)``, as ``(C,)``."""
    shape = call.shape(x)
    aligned = (1,) * (len(shape) + 1 - array.ndim) + array.shape
    if len(aligned) != len(shape) + 1 or aligned[1] not in (1, shape[0]) or prod(aligned) != aligned[1]:
        got = f"shape {array.shape} against {shape}"
        raise call.unsupported("a constant with one number per channel", got, "fold it into a layer, or pass it in")
    return np.array(np.broadcast_to(array.reshape(-1), shape[:1]), dtype=call.dtype)


def shifted(call: LiveCall, x: Value, array: NDArray[Any]) -> Value:
    """``x + constant``."""
    return call.emit(op.Affine(scale=False), x, arrays={"shift": per_channel(call, x, array)})


def scaled(call: LiveCall, x: Value, array: NDArray[Any]) -> Value:
    """``x * constant``."""
    return call.emit(op.Affine(shift=False), x, arrays={"scale": per_channel(call, x, array)})


def divided(call: LiveCall, x: Value, array: NDArray[Any]) -> Value:
    """``x / constant``."""
    by = per_channel(call, x, array)
    if not by.all() or not np.isfinite(by).all():
        raise call.unsupported("division by finite numbers other than 0", f"{by}"[:80], "correct the divisor")
    if array.size == 1:
        return pointwise(call, x, "divide", {"by": by[0].item()})
    return call.emit(op.Quotient(), x, arrays={"by": by})


def batch_norm(call: LiveCall, x: Value, epsilon: float, **arrays: NDArray[Any] | None) -> Value:
    """Batch normalisation by ``mean`` and ``variance``; ``scale`` is 1 and ``bias`` 0 where there is none.

    Feature vectors become maps of one place for it, and vectors again.
    """
    shape = call.shape(x)
    known = {"scale": np.ones(shape[:1], call.dtype), "bias": np.zeros(shape[:1], call.dtype)}
    known |= {role: array for role, array in arrays.items() if array is not None}
    if len(shape) > 1:
        return call.emit(op.BatchNorm(epsilon), x, arrays=known)
    one = call.emit(op.Reshape((*shape, 1)), x, suffix="places")
    return call.emit(op.Reshape(shape), call.emit(op.BatchNorm(epsilon), one, arrays=known, suffix="norm"))


def layer_norm(call: LiveCall, x: Value, epsilon: float, **arrays: NDArray[Any] | None) -> Value:
    """Normalisation across the channels of each place, then ``scale`` and ``shift`` of each channel, where given."""
    shape = call.shape(x)
    pixelwise = op.Pixelwise("layer_norm", (("epsilon", epsilon),))
    if len(shape) == 1:
        x = call.emit(op.Reshape((*shape, 1)), x, suffix="places")
        x = call.emit(op.Reshape(shape), call.emit(pixelwise, x, suffix="norm"), suffix="features")
    else:
        x = call.emit(pixelwise, x, suffix="norm")
    given = {role: array for role, array in arrays.items() if array is not None}
    return call.emit(op.Affine("scale" in given, "shift" in given), x, arrays=given) if given else x


def channels_moved(call: LiveCall, x: Value, last: bool, suffix: str) -> Value:
    """The channels behind the places, or from there to the front."""
    axes = len(call.shape(x))
    if axes == 1:
        return x
    source = (*range(1, axes), 0) if last else (axes - 1, *range(axes - 1))
    return call.emit(op.Transpose(source), x, suffix=suffix)


def global_pool(call: LiveCall, x: Value, kind: Any, keep: bool) -> Value:
    """All places of a channel at once, as a map of one place or as a vector."""
    shape = call.shape(x)
    if len(shape) < 2:
        raise call.wrong("a map (channels, *space)", f"shape {shape}")
    if keep:
        return call.emit(op.GlobalPool(kind), x)
    return call.emit(op.Reshape(shape[:1]), call.emit(op.GlobalPool(kind), x, suffix="places"))
