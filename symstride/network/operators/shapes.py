"""The shape of each node's value, and the shapes of its parameters.  Integers only."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import TypeAlias

from symstride.errors import SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_RANK, check
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.fields import wrong_field
from symstride.network.operators.records import Operator, Shape
from symstride.network.operators.windows import pool_output

MAX_NUMBERS = 2**40
"""A value with more numbers than this is taken for a mistake."""

Shapes: TypeAlias = Sequence[Shape]


def output_shape(operator: Operator, inputs: Shapes) -> Shape:
    """The shape of the value, without the batch.  Refuses inputs that do not fit, and absurd sizes."""
    wrong = wrong_field(operator)
    if wrong is not None:
        name, expected = wrong
        raise _wrong(operator, f"{expected}, for {name}", repr(getattr(operator, name))[:80], "correct the operator")
    try:
        shape = tuple(int(n) for n in _output(operator, inputs))
    except SymstrideError:
        raise
    except ValueError:  # rows for more axes, or for fewer
        raise _wrong(
            operator, "one number of axes in all fields", repr(operator)[:80], "correct the operator"
        ) from None
    check(type(operator).__name__, len(shape), MAX_RANK, "axes of a value", "reshape it")
    if any(n < 1 for n in shape) or math.prod(shape) > MAX_NUMBERS:
        raise _wrong(operator, f"a value of 1 to {MAX_NUMBERS:,} numbers", f"shape {shape}")
    return shape


@singledispatch
def _output(operator: Operator, inputs: Shapes) -> Sequence[int]:
    # the base case is for what leaves the shape as it is
    if isinstance(operator, op.Pointwise | op.Pixelwise):
        _check_known(operator)
    if isinstance(operator, op.Pointwise | op.Affine | op.PRelu | op.Quotient | op.Select):
        return _one(operator, inputs)
    if isinstance(operator, op.Dequantise | op.Requantise):
        return _one(operator, inputs)
    if isinstance(operator, op.BatchNorm | op.Pixelwise):
        return _map(operator, inputs)
    expected = "an operator of symstride.network.operators.records, or a Conv"
    raise SpecError("a node", expected, repr(operator)[:80], "use one")


@_output.register
def _(operator: op.Input, inputs: Shapes) -> Sequence[int]:
    if inputs:
        raise _wrong(operator, "no inputs", f"{len(inputs)}")
    return operator.shape


@_output.register
def _(operator: Conv, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, operator.ndim)
    if operator.is_symbolic or operator.activation is not None:
        got = "symbols" if operator.is_symbolic else f"activation={operator.activation!r}"
        raise _wrong(operator, "numbers for all sizes and no activation", got, "give numbers; add a Pointwise node")
    if channels != operator.in_channels:
        raise _wrong(operator, f"{operator.in_channels} channels", f"{channels}")
    return [int(n) for n in (operator.out_channels, *operator.output_size(size))]


@_output.register
def _(operator: ConvTranspose, inputs: Shapes) -> Sequence[int]:
    _check_numbers(operator)
    channels, *size = _map(operator, inputs, operator.ndim)
    if channels != operator.in_channels:
        raise _wrong(operator, f"{operator.in_channels} channels", f"{channels}")
    return [int(n) for n in (operator.out_channels, *operator.output_size(size))]


@_output.register(op.MaxPool)
@_output.register(op.AveragePool)
def _(operator: op.Pool, inputs: Shapes) -> Sequence[int]:
    _check_numbers(operator)
    channels, *size = _map(operator, inputs, len(operator.kernel))
    return [channels, *pool_output(operator, tuple(size))]


@_output.register
def _(operator: op.GlobalPool, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs)
    return [channels, *(1 for _ in size)]


@_output.register(op.Add)
@_output.register(op.Multiply)
@_output.register(op.Maximum)
def _(operator: op.Add | op.Multiply | op.Maximum, inputs: Shapes) -> Sequence[int]:
    if not inputs or len(set(inputs)) != 1:
        raise _wrong(operator, "inputs of one shape", _listed(inputs), "pad, crop or broadcast explicitly")
    return inputs[0]


@_output.register
def _(operator: op.Divide, inputs: Shapes) -> Sequence[int]:
    shape, cell = _map(operator, inputs, len(operator.counts)), operator.cell or (1,) * len(operator.counts)
    cells = tuple(-(-len(row) // a) for row, a in zip(operator.counts, cell, strict=True))
    if cells != shape[1:] or shape[0] % math.prod(cell):
        raise _wrong(operator, "one count per place", f"shape {shape}")
    return shape


@_output.register
def _(operator: op.Concat, inputs: Shapes) -> Sequence[int]:
    if not inputs or len({shape[1:] for shape in inputs}) != 1:
        raise _wrong(operator, "inputs of one size", _listed(inputs))
    return [sum(shape[0] for shape in inputs), *inputs[0][1:]]


@_output.register
def _(operator: op.ChannelPermutation, inputs: Shapes) -> Sequence[int]:
    shape = _map(operator, inputs)
    if len(operator.source) != shape[0] or sorted(operator.source) != list(range(shape[0])):
        raise _wrong(operator, f"a permutation of {shape[0]} channels", f"{len(operator.source)} numbers")
    return shape


@_output.register
def _(operator: op.ChannelGather, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs)
    if not all(0 <= c < channels for c in operator.source):
        raise _wrong(operator, f"channels within 0 to {channels}", f"{min(operator.source)} to {max(operator.source)}")
    return [len(operator.source), *size]


@_output.register
def _(operator: op.Channels, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs)
    if not 0 <= operator.start < operator.stop <= channels:
        raise _wrong(operator, f"channels within 0 to {channels}", f"{operator.start} to {operator.stop}")
    return [operator.stop - operator.start, *size]


@_output.register
def _(operator: op.SpaceToDepth, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, len(operator.cell))
    if any(n % s for n, s in zip(size, operator.cell, strict=True)):
        raise _wrong(operator, f"a size that the cell {operator.cell} divides", f"{tuple(size)}", "pad in front")
    if any(not 0 <= r < s for row, s in zip(operator.phases, operator.cell, strict=True) for r in row):
        raise _wrong(operator, f"phases of the cell {operator.cell}", f"{operator.kept}", "keep phases that there are")
    phases = math.prod(len(row) for row in operator.phases)
    return [channels * phases, *(n // s for n, s in zip(size, operator.cell, strict=True))]


@_output.register
def _(operator: op.DepthToSpace, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, len(operator.cell))
    phases = math.prod(operator.cell)
    if channels % phases:
        raise _wrong(operator, f"channels that {phases} phases divide", f"{channels}")
    return [channels // phases, *(n * s for n, s in zip(size, operator.cell, strict=True))]


@_output.register
def _(operator: op.Pad, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, len(operator.amounts))
    return [channels, *(n + low + high for n, (low, high) in zip(size, operator.amounts, strict=True))]


@_output.register
def _(operator: op.Wrap, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, len(operator.amounts))
    return [channels, *(n + low + high for n, (low, high) in zip(size, operator.amounts, strict=True))]


@_output.register
def _(operator: op.Spaced, inputs: Shapes) -> Sequence[int]:
    channels, *size = _map(operator, inputs, len(operator.step))
    rows = list(zip(operator.start, operator.step, operator.back, strict=True))
    if any(start < 0 or step < 1 or back < 0 for start, step, back in rows):
        raise _wrong(operator, "starts and backs from 0, and steps from 1", f"{rows}")
    return [channels, *(max(-(-(n - back - a) // s), 0) for n, (a, s, back) in zip(size, rows, strict=True))]


@_output.register
def _(operator: op.Mask, inputs: Shapes) -> Sequence[int]:
    shape = _map(operator, inputs, len(operator.cell))
    cells = tuple(-(-n // s) for n, s in zip(operator.size, operator.cell, strict=True))
    if shape[0] % math.prod(operator.cell) or cells != shape[1:]:
        raise _wrong(operator, f"phases of a map of {operator.size} places", f"shape {shape}")
    return shape


@_output.register
def _(operator: op.Reshape, inputs: Shapes) -> Sequence[int]:
    shape = _one(operator, inputs)
    if math.prod(shape) != math.prod(operator.shape):
        raise _wrong(operator, f"{math.prod(operator.shape)} numbers, for shape {operator.shape}", f"shape {shape}")
    return operator.shape


@_output.register
def _(operator: op.Transpose, inputs: Shapes) -> Sequence[int]:
    shape = _one(operator, inputs)
    if sorted(operator.source) != list(range(len(shape))):
        raise _wrong(operator, f"a permutation of {len(shape)} axes", f"{operator.source}")
    return [shape[n] for n in operator.source]


@_output.register
def _(operator: op.Take, inputs: Shapes) -> Sequence[int]:
    shape = list(_one(operator, inputs))
    if not 0 <= operator.axis < len(shape) or not all(0 <= n < shape[operator.axis] for n in operator.source):
        raise _wrong(operator, "places of an axis", f"axis {operator.axis} of shape {tuple(shape)}")
    shape[operator.axis] = len(operator.source)
    return shape


@_output.register
def _(operator: op.Gemm, inputs: Shapes) -> Sequence[int]:
    shape = _one(operator, inputs)
    if len(shape) != 1:
        raise _wrong(operator, "a feature vector", f"shape {shape}", "flatten the map in front")
    return [operator.features]


@_output.register
def _(operator: op.Softmax, inputs: Shapes) -> Sequence[int]:
    shape = _one(operator, inputs)
    if not 0 <= operator.axis < len(shape):
        raise _wrong(operator, f"an axis of 0 to {len(shape) - 1}", f"{operator.axis}")
    return shape


# ------------------------------------------------------------------------------------------------ parameters


def parameters(operator: Operator, inputs: Shapes) -> dict[str, Shape]:
    """The parameters that a node takes, by role, with their shapes.  Refuses a layer whose sizes are symbols."""
    known = _PARAMETERS.get(type(operator))
    return known(operator, inputs) if known else {}


def _conv(operator: Conv | ConvTranspose, inputs: Shapes) -> dict[str, Shape]:
    _check_numbers(operator)
    weight = {"weight": tuple(int(n) for n in operator.weight_shape)}
    return weight | {"bias": (int(operator.out_channels),)} if operator.bias else weight


def _affine(operator: op.Affine, inputs: Shapes) -> dict[str, Shape]:
    roles = {"scale": operator.scale, "shift": operator.shift}
    return {role: (inputs[0][0],) for role, present in roles.items() if present}


def _batch_norm(operator: op.BatchNorm, inputs: Shapes) -> dict[str, Shape]:
    return dict.fromkeys(("scale", "bias", "mean", "variance"), (inputs[0][0],))


def _prelu(operator: op.PRelu, inputs: Shapes) -> dict[str, Shape]:
    return {"slope": (inputs[0][0],)}


def _requantise(operator: op.Requantise, inputs: Shapes) -> dict[str, Shape]:
    return {"scale": inputs[0][:1] if operator.each_channel else (1,)}


def _quotient(operator: op.Quotient, inputs: Shapes) -> dict[str, Shape]:
    return {"by": inputs[0] if operator.each_place else inputs[0][:1]}


def _select(operator: op.Select, inputs: Shapes) -> dict[str, Shape]:
    return {"inside": inputs[0]}


def _gemm(operator: op.Gemm, inputs: Shapes) -> dict[str, Shape]:
    rows, columns = inputs[0][0], operator.features
    shapes: dict[str, Shape] = {"weight": (columns, rows) if operator.transposed else (rows, columns)}
    return shapes | {"bias": (columns,)} if operator.bias else shapes


_PARAMETERS: dict[type, Callable[..., dict[str, Shape]]] = {
    Conv: _conv,
    ConvTranspose: _conv,
    op.Affine: _affine,
    op.BatchNorm: _batch_norm,
    op.PRelu: _prelu,
    op.Requantise: _requantise,
    op.Quotient: _quotient,
    op.Select: _select,
    op.Gemm: _gemm,
}


# ------------------------------------------------------------------------------------------------ refusals


def _check_numbers(operator: Conv | ConvTranspose | op.Pool) -> None:
    """A node has numbers for all sizes."""
    if operator.is_symbolic:
        got = f"symbols {', '.join(map(str, operator.symbols))}"[:80]
        raise _wrong(operator, "numbers for all sizes", got, "put them in, layer.subs(k=3); prove(layer) takes symbols")


def _check_known(operator: op.Pointwise | op.Pixelwise) -> None:
    """The map is in the table, and has the attributes that the table knows."""
    known = maps.POINTWISE if isinstance(operator, op.Pointwise) else maps.PIXELWISE
    if operator.name not in known:
        hint = "write it with known maps, or keep it outside of the network"
        raise _wrong(operator, f"a map among: {', '.join(known)}", repr(operator.name)[:80], hint)
    try:
        known[operator.name].largest(1.0, **dict(operator.attributes))
    except (ArithmeticError, TypeError):
        got = ", ".join(f"{name}={value!r}" for name, value in operator.attributes)[:80] or "none"
        raise _wrong(operator, f"the attributes of {operator.name}, numbers", got, "correct its attributes") from None
    size = dict(operator.attributes).get("size", 1)
    if operator.name == "lrn" and not (1 <= size <= MAX_NUMBERS and float(size).is_integer()):
        raise _wrong(operator, f"a window of 1 to {MAX_NUMBERS:,} channels", f"{size}", "correct its size")


def _one(operator: Operator, inputs: Shapes) -> Shape:
    if len(inputs) != 1:
        raise _wrong(operator, "one input", f"{len(inputs)}")
    return inputs[0]


def _map(operator: Operator, inputs: Shapes, axes: int | None = None) -> Shape:
    shape = _one(operator, inputs)
    if len(shape) < 2 or (axes is not None and len(shape) != axes + 1):
        wanted = "a map" if axes is None else f"a map of {axes} axes"
        raise _wrong(operator, f"{wanted}: (channels, *space)", f"shape {shape}", "reshape the value in front")
    return shape


def _listed(inputs: Shapes) -> str:
    return ", ".join(map(str, inputs)) or "none"


def _wrong(operator: Operator, expected: str, got: str, hint: str = "check what the node is fed with") -> SpecError:
    return SpecError(type(operator).__name__, expected, got, hint)
