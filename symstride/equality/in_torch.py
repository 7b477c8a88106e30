"""A network by PyTorch's own functions, for replaying a counterexample: what the reference is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce, singledispatch
from importlib import import_module
from typing import Any

from numpy.typing import NDArray

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import operate
from symstride.network.graph import Network
from symstride.network.operators import records as op

Array = NDArray[Any]

_MOVES = (op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels, op.SpaceToDepth, op.DepthToSpace, op.Wrap,
          op.Reshape, op.Transpose, op.Take, op.Mask, op.Select, op.Pad)  # fmt: skip
"""What only moves numbers is done by ``network.evaluate`` here too."""


def run_torch(network: Network, inputs: Sequence[Array]) -> list[Array]:
    """The outputs.  Raises ``NotSupported`` by name for operators and padding that have no function here."""
    torch = import_module("torch")
    values: dict[str, Any] = {}
    given = iter(inputs)
    with torch.no_grad():
        for node in network.nodes:
            arrays = [torch.from_numpy(network.weights[name].copy()) for name in node.parameters]
            xs = [values[name] for name in node.inputs]
            made = next(given) if isinstance(node.operator, op.Input) else None
            values[node.name] = _run(node.operator, xs, arrays) if made is None else torch.from_numpy(made.copy())
    return [values[name].numpy() for name in network.outputs]


@singledispatch
def _run(operator: Any, xs: Sequence[Any], ws: Sequence[Any]) -> Any:
    torch = import_module("torch")
    if isinstance(operator, _MOVES):
        made = operate(operator, [x.numpy() for x in xs], [w.numpy() for w in ws])
        return torch.from_numpy(made.copy())
    raise _lacking(type(operator).__name__)


def _lacking(name: str) -> NotSupported:
    hint = 'replay("onnxruntime") or replay("numpy")'
    return NotSupported('replay("torch")', "an operator with a function in PyTorch", name, hint)


def _functional() -> Any:
    return import_module("torch.nn.functional")


def _padded(x: Any, pairs: Sequence[tuple[Any, Any]], value: float = 0.0, mode: str = "constant") -> Any:
    """``pairs`` of (low, high) per axis; PyTorch counts them from the last axis on."""
    flat = [int(n) for pair in reversed(pairs) for n in pair]
    if not any(flat):
        return x
    return _functional().pad(x, flat, mode=mode, **({"value": value} if mode == "constant" else {}))


@_run.register
def _(o: Conv, xs: Any, ws: Any) -> Any:
    axes = o.axes(tuple(xs[0].shape[2:]))
    mode = "circular" if o.padding_mode == "circular" else "constant"
    x = _padded(xs[0], [(axis.low, axis.high) for axis in axes], mode=mode)
    function = getattr(_functional(), f"conv{len(axes)}d")
    stride, dilation = (tuple(int(getattr(axis, name)) for axis in axes) for name in ("stride", "dilation"))
    return function(x, *ws, stride=stride, dilation=dilation, groups=int(o.groups))


@_run.register
def _(o: ConvTranspose, xs: Any, ws: Any) -> Any:
    function = getattr(_functional(), f"conv_transpose{len(o.kernel)}d")
    y = function(xs[0], ws[0], stride=tuple(o.stride), dilation=tuple(o.dilation), groups=o.groups)
    sides = zip(o.padding, o.output_padding, strict=True)
    y = _padded(y, [(-low, more - high) for (low, high), more in sides])
    return y + ws[1].reshape(-1, *(1,) * len(o.kernel)) if o.bias else y


@_run.register
def _(o: op.MaxPool, xs: Any, ws: Any) -> Any:
    x = _padded(xs[0], _reached(o, xs[0]), float("-inf"))
    return getattr(_functional(), f"max_pool{len(o.kernel)}d")(x, o.kernel, o.stride, 0, o.dilation)


@_run.register
def _(o: op.AveragePool, xs: Any, ws: Any) -> Any:
    """Sums by a layer of ones, over how many places each window has, which a map of ones tells."""
    if any(n != 1 for n in o.dilation):
        raise _lacking("AveragePool with dilation")
    pool, torch = getattr(_functional(), f"avg_pool{len(o.kernel)}d"), import_module("torch")
    around = list(o.padding) if o.count_include_pad else [(0, 0)] * len(o.kernel)
    ones = _padded(torch.ones_like(xs[0]), around, 1.0)
    rest = [(a - b, c - d) for (a, c), (b, d) in zip(_reached(o, xs[0]), around, strict=True)]
    sums, counts = (pool(_padded(v, p), o.kernel, o.stride) for v, p in ((xs[0], _reached(o, xs[0])), (ones, rest)))
    return sums / counts


def _reached(o: Any, x: Any) -> list[tuple[int, int]]:
    """The padding that the windows of a pool reach, rounded up or not."""
    from symstride.network.operators.windows import pool_output

    rows = zip(pool_output(o, tuple(x.shape[2:])), x.shape[2:], o.kernel, o.stride, o.dilation, o.padding, strict=True)
    return [(low, s * (m - 1) + dl * (k - 1) + 1 - n - low) for m, n, k, s, dl, (low, _) in rows]


@_run.register
def _(o: op.GlobalPool, xs: Any, ws: Any) -> Any:
    axes = tuple(range(2, xs[0].dim()))
    return xs[0].amax(axes, keepdim=True) if o.kind == "max" else xs[0].mean(axes, keepdim=True)


def _column(w: Any, x: Any) -> Any:
    return w.reshape(-1, *(1,) * (x.dim() - 2))


@_run.register
def _(o: op.Affine, xs: Any, ws: Any) -> Any:
    rest = list(ws)
    y = xs[0] * _column(rest.pop(0), xs[0]) if o.scale else xs[0]
    return y + _column(rest.pop(0), y) if o.shift else y


@_run.register
def _(o: op.BatchNorm, xs: Any, ws: Any) -> Any:
    scale, bias, mean, variance = ws
    return _functional().batch_norm(xs[0], mean, variance, scale, bias, False, 0.0, o.epsilon)


@_run.register
def _(o: op.Gemm, xs: Any, ws: Any) -> Any:
    y = o.alpha * (xs[0] @ (ws[0].T if o.transposed else ws[0]))
    return y + o.beta * ws[1] if o.bias else y


@_run.register
def _(o: op.PRelu, xs: Any, ws: Any) -> Any:
    return _functional().prelu(xs[0], ws[0])


@_run.register
def _(o: op.Pointwise, xs: Any, ws: Any) -> Any:
    torch, x = import_module("torch"), xs[0]
    if o.name in ("identity", "negative"):
        return x if o.name == "identity" else -x
    if o.name not in _POINTWISE or o.attributes:
        raise _lacking(f"{o.name}{dict(o.attributes) or ''}")
    return getattr(torch, o.name)(x)


_POINTWISE = frozenset({"relu", "tanh", "sigmoid", "abs", "exp", "log", "sqrt", "sin", "cos", "erf"})
"""Maps that PyTorch calls the same."""


@_run.register
def _(o: op.Softmax, xs: Any, ws: Any) -> Any:
    if o.rest and o.axis + 2 < xs[0].dim():
        raise _lacking("Softmax over several axes")
    function = _functional().log_softmax if o.log else _functional().softmax
    return function(xs[0], dim=o.axis + 1)


@_run.register(op.Add)
@_run.register(op.Multiply)
@_run.register(op.Maximum)
def _(o: Any, xs: Any, ws: Any) -> Any:
    torch = import_module("torch")
    return reduce({op.Add: torch.add, op.Multiply: torch.mul, op.Maximum: torch.maximum}[type(o)], xs)
