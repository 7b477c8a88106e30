"""Requests that ask for too much, by name, at every door.  See ``bounded_run``."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

import symstride as ss
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

Request = Callable[[], object]

REQUESTS: dict[str, Request] = {}
LEGITIMATE: set[str] = set()
"""Those that have to be answered, not refused."""
SLOW: set[str] = set()
"""Those that take some seconds."""


def request(name: str, asked: Request, legitimate: bool = False) -> None:
    REQUESTS[name] = asked
    if legitimate:
        LEGITIMATE.add(name)
    if "paper" in name or name.startswith("long"):
        SLOW.add(name)


# ------------------------------------------------------------------------------------------------ single layers

LAYERS = {
    "stride": "nn.Conv2d(1, 1, 3, stride=3000)",
    "dilation": "nn.Conv2d(1, 1, 3, dilation=3000)",
    "stride, three axes": "nn.Conv3d(1, 1, 3, stride=1000)",
    "huge stride": "nn.Conv1d(1, 1, 3, stride=1000000000)",
    "kernel": "nn.Conv1d(1, 1, 1000000, stride=2)",
    "huge kernel": "nn.Conv1d(1, 1, 1000000000000, stride=2)",
    "square kernel": "nn.Conv2d(1, 1, 30000, stride=2)",
    "channels": "nn.Conv2d(1000000000, 1000000000, 3, stride=2)",
    "groups": "nn.Conv2d(1000000, 1000000, 3, stride=2, groups=1000000)",
    "padding": "nn.Conv1d(1, 1, 3, stride=2, padding=1000000000000)",
    "astronomical": f"nn.Conv1d(1, 1, 3, stride={10**400})",
}
TINY = "nn.Conv1d(1, 1, 3, stride=2)"


def _size(text: str) -> tuple[int, ...]:
    axes = int(text[text.index("Conv") + 4])
    return ((1_000_000_000,), (100_000, 100_000), (4_000, 4_000, 4_000))[axes - 1]


def _ones(shape: Any) -> Any:
    """An array of any shape that takes no memory."""
    return np.broadcast_to(np.float32(1), tuple(int(n) for n in shape))


def _expanded(text: str) -> object:
    bank = ss.expand(ss.read(text))
    return bank.layer(_size(text)), bank.entry


def _weighted(text: str) -> object:
    layer = ss.read(text)
    return ss.expand(layer).weight(_ones(layer.weight_shape))


def _dropped(text: str) -> object:
    bank = ss.expand(ss.read(text), drop_dead=True)
    return bank.layer(_size(text))


def _applied(text: str) -> object:
    layer = ss.read(text)
    return ss.expand(layer).apply(_ones((1, layer.in_channels, *_size(text))), _ones(layer.weight_shape))


def _command(*words: str) -> object:
    """The command line; a refusal is raised as from Python."""
    from symstride.cli import main

    error, output = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(error), contextlib.redirect_stdout(output):
        code = main(list(words))
    if code in (2, 3):
        rows = [line.partition(":")[2].strip() for line in error.getvalue().splitlines()]
        raise ss.NotSupported(error.getvalue(), *[*rows, "", "", ""][1:4])
    if code:
        raise RuntimeError(error.getvalue())
    return output.getvalue()


for _name, _text in LAYERS.items():
    for _door, _asked in {
        "expand": _expanded, "drop dead": _dropped, "table": lambda text: ss.expand(ss.read(text)).table,
        "weight": _weighted, "apply": _applied, "prove": lambda text: ss.prove(ss.read(text)),
        "prove, sized": lambda text: ss.prove(ss.read(text), input_size=_size(text)),
        "prove, phases": lambda text: ss.prove(ss.read(text), phases=1000),
        "cross_check": lambda text: ss.cross_check(ss.read(text), _size(text)),
        "cross_check, small": lambda text: ss.cross_check(ss.read(text), 30),
        "paper": lambda text: [ss.prove(ss.read(text)).latex(), ss.prove(ss.read(text)).html()],
        "notebook": lambda text: [ss.expand(ss.read(text))._repr_html_(), ss.expand(ss.read(text))._repr_latex_()],
        "rocq": lambda text: ss.prove(ss.read(text)).rocq(),
        "show": lambda text: _command("show", text),
        "show, sized": lambda text: _command("show", text, "--input", "x".join(map(str, _size(text)))),
    }.items():  # fmt: skip
        if (_name, _door) not in {("channels", "weight"), ("channels", "apply")}:  # no array is as large as that
            request(f"layer, {_name}: {_door}", lambda text=_text, asked=_asked: asked(text))


def _operator_of(name: str) -> object:
    from symstride.algebra import tensor
    from symstride.check.instance import phase_identity, subsampling_identity

    layer = ss.read("nn.Conv2d(3, 64, 7, stride=2)")
    if name == "symbols":
        return tensor.symbolic_weights(ss.read("nn.Conv2d(10000, 10000, 3, stride=2)"))
    return {"subsampling": subsampling_identity, "phases": phase_identity}[name](layer, (1000, 1000))


for _name in ("subsampling", "phases", "symbols"):
    request(f"layer, as an operator: {_name}", lambda name=_name: _operator_of(name))

request("line: ten megabytes", lambda: ss.read("nn.Conv2d(" + "1," * 5_000_000 + ")"))
request("line: deep", lambda: ss.read("nn.Conv2d(" + "(" * 100_000 + "1" + ")" * 100_000 + ")"))
request("line: power", lambda: ss.read("nn.Conv2d(3, 9**9**9**9, 3)"))
request("line: digits", lambda: ss.read(f"nn.Conv2d(3, {'9' * 1_000_000}, 3)"))
request("line: digits of a Conv", lambda: ss.Conv(1, 10 ** (10**6), (3,)))
request("line: many axes", lambda: ss.Conv(1, 1, (2,) * 9, stride=50).output_size((1000,) * 9))
request("layer, many axes: expand", lambda: ss.expand(ss.Conv(1, 1, (2,) * 9, stride=50)).kept)
request("layer, many phases: expand", lambda: ss.expand(ss.Conv(1, 1, (3, 3), stride=2), phases=100_000).table)


# ------------------------------------------------------------------------------------------------ networks


def _one(operator: Any, shape: tuple[int, ...]) -> Network:
    build = Builder("one")
    x = build.input("x", shape)
    return build.network(build.add(operator, x, name="y"))


def _pool(kind: Any, kernel: int, stride: int, size: int, axes: int, dilation: int = 1) -> Network:
    each, none = (1,) * axes, ((0, 0),) * axes
    steps = (tuple(kernel * n for n in each), tuple(stride * n for n in each), none, tuple(dilation * n for n in each))
    return _one(kind(*steps), (1, *(size for _ in each)))


def _conv(size: int, axes: int, channels: int = 1, **steps: Any) -> Network:
    kernel = (steps.pop("kernel", 3),) * axes
    return _one(ss.Conv(channels, channels, kernel, bias=False, **steps), (channels, *(size for _ in range(axes))))


def _edges(kind: Any, size: int) -> Network:
    """A pool whose edges differ from the rest, behind a layer that leaves anything in ghosts."""
    build = Builder("edges")
    x = build.add(ss.Conv(1, 1, (1, 1), stride=2), build.input("x", (1, size, size)), name="first")
    return build.network(build.add(kind((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), x, name="y"))


def _coprime(axes: int) -> Network:
    """Branches of strides 2, 3, 5, ..., 31, each undone by a transposed layer, and added up."""
    build = Builder("coprime")
    x, parts = build.input("x", (1, *(40_000,) * axes)), []
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31):
        y = build.add(ss.Conv(1, 1, (1,) * axes, stride=p, bias=False), x, name=f"down{p}")
        y = build.add(op.MaxPool((1,) * axes, (1,) * axes, ((0, 0),) * axes, (1,) * axes), y, name=f"same{p}")
        parts.append(y)
    return build.network(*parts)


def _chained(count: int, stride: int) -> Network:
    """Layers of one stride, one after the other: the grid has ``stride**count`` phases."""
    build = Builder("chained")
    x = build.input("x", (1, stride**count * 2))
    for n in range(count):
        x = build.add(ss.Conv(1, 1, (stride,), stride=stride, bias=False), x, name=f"down{n}")
    return build.network(x)


def relus(count: int) -> Network:
    build = Builder("relus")
    x = build.add(ss.Conv(1, 1, (3, 3), stride=2, bias=False), build.input("x", (1, 16, 16)), name="conv")
    for n in range(count):
        x = build.add(op.Pointwise("relu"), x, name=f"relu{n}")
    return build.network(x)


NETWORKS: dict[str, Request] = {
    "max pool over 10^8 places": lambda: _pool(op.MaxPool, 10**8, 10**8, 10**8, 1),
    "average pool over 10^8 places": lambda: _pool(op.AveragePool, 10**8, 10**8, 10**8, 1),
    "max pool over 10^4 x 10^4": lambda: _pool(op.MaxPool, 10**4, 10**4, 10**4, 2),
    "average pool over 10^4 x 10^4": lambda: _pool(op.AveragePool, 10**4, 10**4, 10**4, 2),
    "max pool on 10^8 places": lambda: _pool(op.MaxPool, 3, 2, 10**8, 1),
    "average pool on 10^8 places": lambda: _pool(op.AveragePool, 3, 2, 10**8, 1),
    "average pool of 10^4 on 10^8": lambda: _pool(op.AveragePool, 10**4, 1, 10**8, 1),
    "max pool, 10^4, stride 1": lambda: _pool(op.MaxPool, 10**4, 2, 10**5, 1),
    "average pool, 10^4 x 10^4, stride 2": lambda: _pool(op.AveragePool, 10**4, 2, 10**5, 2),
    "max pool, stride 3,000": lambda: _pool(op.MaxPool, 3, 3000, 30_000, 2),
    "max pool, large, stride 3,000": lambda: _pool(op.MaxPool, 3000, 3000, 30_000, 2),
    "max pool, dilation 3,000": lambda: _pool(op.MaxPool, 3, 1, 30_000, 2, 3000),
    "average pool, stride 3,000": lambda: _pool(op.AveragePool, 3, 3000, 30_000, 2),
    "average pool, dilation 3,000": lambda: _pool(op.AveragePool, 3, 1, 30_000, 2, 3000),
    "conv, stride 3,000": lambda: _conv(30_000, 2, stride=3000),
    "conv, stride 3,000, one axis": lambda: _conv(30_000, 1, stride=3000),
    "conv, dilation 3,000": lambda: _conv(30_000, 2, dilation=3000),
    "conv, dilation 3,000, one axis": lambda: _conv(30_000, 1, dilation=3000),
    "conv, stride 10^8": lambda: _conv(10**9, 1, stride=10**8),
    "conv, dilation 10^8": lambda: _conv(10**9, 1, dilation=10**8),
    "conv, kernel 10^6": lambda: _conv(10**7, 1, kernel=10**6, stride=2),
    "conv, channels 10^6": lambda: _conv(10, 1, channels=10**6, stride=2),
    "conv, groups 10^6": lambda: _conv(10, 1, channels=10**6, groups=10**6, stride=2),
    "conv, padding 10^9": lambda: _conv(10, 1, padding=10**9, stride=2),
    "transposed, stride 3,000": lambda: _one(ss_transposed(1, 1, (3, 3), (3000, 3000)), (1, 8, 8)),
    "transposed, stride 10^8": lambda: _one(ss_transposed(1, 1, (3,), (10**8,)), (1, 8)),
    "transposed, output padding": lambda: _one(_padded(10**8), (1, 8)),
    "average pool with padding": lambda: _edges(op.AveragePool, 10**5),
    "max pool with a mask": lambda: _edges(op.MaxPool, 10**5 - 1),
    "circular": lambda: _conv(10**9, 1, stride=2, padding=1, padding_mode="circular"),
    "circular, cropped": lambda: _conv(10**9, 1, kernel=4, stride=2, padding=((2, -1),), padding_mode="circular"),
    "coprime strides": lambda: _coprime(1),
    "coprime strides on a map": lambda: _coprime(2),
    "twelve layers of stride 8": lambda: _chained(12, 8),
    "stride on 1 x ... x 1, nine axes": lambda: _conv(1, 9, kernel=1, stride=50),
}


def ss_transposed(*numbers: Any) -> Any:
    from symstride.layers.transposed import ConvTranspose

    cin, cout, kernel, stride = numbers
    return ConvTranspose(cin, cout, kernel, stride, bias=False)


def _padded(amount: int) -> Any:
    from symstride.layers.transposed import ConvTranspose

    return ConvTranspose(1, 1, (3,), (10**9,), output_padding=(amount,), bias=False)


def _weights_of(network: Network) -> Network:
    return network.with_weights({name: _ones(shape) for name, shape in network.parameter_shapes().items()})


def _written(network: Network) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return ss.write(network, Path(folder) / "model.onnx")


def _planned(network: Network) -> object:
    from symstride.network.grid.plan import plan

    return plan(network)


def _table(network: Network, scope: str) -> object:
    from symstride.network.grid.plan import plan
    from symstride.network.table import layer_table

    return layer_table(network, plan(network) if scope == "network" else None)


def _paper(network: Network, scope: str) -> object:
    theorem = ss.prove(network, scope=scope)
    return theorem.latex(), theorem.html()


def _evaluated(network: Network) -> object:
    from symstride.network.evaluate import evaluate

    return evaluate(network, _ones((1, *network.shapes["x"])))


DOORS: dict[str, Callable[[Network], object]] = {
    "plan": _planned,
    "unstride": lambda net: ss.unstride(_weights_of(net)),
    "unstride, bare": lambda net: ss.unstride(net),
    "unstride, grid": lambda net: ss.unstride(_weights_of(net), "network"),
    "table": lambda net: _table(net, "layer"),
    "table, grid": lambda net: _table(net, "network"),
    "prove": lambda net: ss.prove(net),
    "prove, grid": lambda net: ss.prove(net, scope="network"),
    "evaluate": lambda net: _evaluated(_weights_of(net)),
    "paper": lambda net: _paper(net, "layer"),
    "paper, grid": lambda net: _paper(net, "network"),
    "rocq, grid": lambda net: ss.prove(net, scope="network").rocq(),
    "write": lambda net: _written(_weights_of(net)),
    "rewrite": lambda net: _written(ss.unstride(_weights_of(net))),
    "rewrite, grid": lambda net: _written(ss.unstride(_weights_of(net), "network")),
}
for _name, _made in NETWORKS.items():
    for _door, _taken in DOORS.items():
        request(f"network, {_name}: {_door}", lambda made=_made, taken=_taken: taken(made()))


# ------------------------------------------------------------------------------------------------ ONNX models


def _model(*nodes: Any, shape: Any = (1, 1, 8, 8), inputs: Any = None, **arrays: Any) -> Any:
    from onnx import helper, numpy_helper

    given = inputs or [helper.make_tensor_value_info("x", 1, shape)]
    outputs = [helper.make_tensor_value_info("y", 1, None)]
    tensors = [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()]
    graph = helper.make_graph(list(nodes), "large", given, outputs, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)


def _node(operator: str, *inputs: str, output: str = "y", **attributes: Any) -> Any:
    from onnx import helper

    return helper.make_node(operator, list(inputs), [output], **attributes)


def _doubling(count: int, operator: str) -> Any:
    """A constant that is twice as large after each node, and a map that it is added to."""
    nodes = []
    for n in range(count):
        if operator == "Concat":
            nodes.append(_node("Concat", f"c{n}", f"c{n}", output=f"c{n + 1}", axis=0))
        else:
            nodes.append(_node("Gather", f"c{n}", "twice", output=f"c{n + 1}", axis=n))
    nodes.append(_node("Add", "x", f"c{count}"))
    first = np.ones((1,) * (1 if operator == "Concat" else count), np.float32)
    return _model(*nodes, c0=first, twice=np.zeros(2, np.int64))


def _many_copies(count: int) -> Any:
    """Ten megabytes, copied again and again, each copy kept."""
    nodes = [
        _node("Transpose", "c", output="t", perm=[1, 0]),
        *(_node("Reshape", "t", "flat", output=f"r{n}") for n in range(count)),
        _node("Relu", "x"),
    ]
    return _model(*nodes, c=np.ones((1000, 2500), np.float32), flat=np.array([-1], np.int64))


def _many_fills(count: int) -> Any:
    nodes = [_node("ConstantOfShape", "size", output=f"f{n}") for n in range(count)]
    return _model(*nodes, _node("Relu", "x"), size=np.array([5_000_000], np.int64))


MODELS: dict[str, Request] = {
    "fill": lambda: _model(
        _node("ConstantOfShape", "size", output="c"), _node("Add", "x", "c"), size=np.array([2**31], np.int64)
    ),
    "fill, astronomical": lambda: _model(
        _node("ConstantOfShape", "size", output="c"), _node("Add", "x", "c"), size=np.array([2**62, 2**62], np.int64)
    ),
    "many fills": lambda: _many_fills(400),
    "concatenations": lambda: _doubling(60, "Concat"),
    "gathers": lambda: _doubling(30, "Gather"),
    "many copies": lambda: _many_copies(1000),
    "unsqueezed": lambda: _model(
        _node("Unsqueeze", "c", "axes", output="u"), _node("Add", "x", "u"), c=np.ones(1, np.float32),
        axes=np.arange(1_000_000),
    ),
    "stride": lambda: _model(
        _node("Conv", "x", "w", strides=[2**62, 2**62]), w=np.ones((1, 1, 3, 3), np.float32)
    ),
    "dilation": lambda: _model(
        _node("Conv", "x", "w", dilations=[2**62, 2**62], pads=[2**62] * 4), w=np.ones((1, 1, 3, 3), np.float32)
    ),
    "padding": lambda: _model(
        _node("Conv", "x", "w", pads=[2**62] * 4), w=np.ones((1, 1, 3, 3), np.float32)
    ),
    "pool": lambda: _model(_node("MaxPool", "x", kernel_shape=[2**62] * 2, pads=[2**62] * 4)),
    "pad": lambda: _model(_node("Pad", "x", "p"), p=np.array([0, 0, 2**62, 2**62] * 2, np.int64)),
    "pad, large": lambda: _model(_node("Pad", "x", "p"), p=np.array([0, 0, 100_000, 100_000] * 2, np.int64)),
    "block": lambda: _model(_node("SpaceToDepth", "x", blocksize=10**8), shape=(1, 1, 10**8, 10**8)),
    "block back": lambda: _model(_node("DepthToSpace", "x", blocksize=10**4), shape=(1, 10**8, 10, 10)),
    "channels subtracted": lambda: _model(
        _node("Sub", "x", "c"), shape=(1, 10**10, 1, 1), c=np.ones(1, np.float32)
    ),
    "channels gathered": lambda: _model(
        _node("Gather", "x", "c", axis=1), shape=(1, 10**10, 1, 1), c=np.zeros(3, np.int64)
    ),
    "channels shuffled": lambda: _model(
        _node("Reshape", "x", "split", output="a"), _node("Transpose", "a", output="b", perm=[0, 2, 1, 3, 4]),
        _node("Reshape", "b", "whole"), shape=(1, 10**8, 1, 1), split=np.array([0, 10**4, 10**4, 1, 1]),
        whole=np.array([0, 10**8, 1, 1]),
    ),
    "features sliced": lambda: _model(
        _node("Flatten", "x", output="f"), _node("Slice", "f", "a", "b", "c"), shape=(1, 10**10, 1, 1),
        a=np.array([1]), b=np.array([10**10 - 1]), c=np.array([1]),
    ),
    "step": lambda: _model(
        _node("Slice", "x", "a", "b", "c", "d"), shape=(1, 1, 10**9, 4), a=np.array([0]), b=np.array([2**62]),
        c=np.array([2]), d=np.array([10**8]),
    ),
    "where": lambda: _model(
        _node("Where", "c", "x", "z"), shape=(1, 10**5, 10**5, 10), c=np.ones((1, 1, 1, 1), bool), z=np.float32(0)
    ),
    "quotient": lambda: _model(
        _node("Div", "x", "c"), shape=(1, 10**5, 10**5, 10), c=np.array([[[[1.5, 2]]]], np.float32)
    ),
    "axes": lambda: _model(_node("Relu", "x"), shape=(1,) * 5000),
    "pool of many axes": lambda: _model(_node("MaxPool", "x", kernel_shape=[1] * 60), shape=(1,) * 62),
    "batch": lambda: _model(_node("Relu", "x"), shape=(2**62, 1, 8, 8)),
    "groups": lambda: _model(
        _node("Conv", "x", "w", group=10**6, strides=[2, 2]), shape=(1, 10**6, 9, 9),
        w=np.ones((10**6, 1, 1, 1), np.float32),
    ),
    "inputs": lambda: _model(
        _node("Concat", *["x"] * 50_000, axis=1), shape=(1, 3, 8, 8)
    ),
}  # fmt: skip


def _flat(network: Network, scope: str) -> object:
    flat = ss.unstride(network, scope)
    return _written(flat)


for _name, _of in MODELS.items():
    for _door, _read in {
        "read": lambda model: ss.read(model),
        "rewrite": lambda model: _flat(ss.read(model), "layer"),
        "rewrite, grid": lambda model: _flat(ss.read(model), "network"),
        "prove, grid": lambda model: ss.prove(ss.read(model), scope="network"),
    }.items():
        request(f"onnx, {_name}: {_door}", lambda model=_of, read=_read: read(model()))


# ------------------------------------------------------------------------------------------------ certificates


def _certificate(made: Request) -> dict[str, Any]:
    theorem: Any = made()
    found: dict[str, Any] = json.loads(theorem.certificate())
    return found


def _edited(made: Request, place: str, value: Any) -> object:
    """Replay of a certificate whose ``about`` has been given another value at a place such as ``layer.stride``."""
    data = _certificate(made)
    *path, last = place.split(".")
    at: Any = data["about"]
    for name in path:
        at = at[int(name)] if isinstance(at, list) else at[name]
    assert last in at
    at[last] = value
    return ss.replay(data)


def _small_network(scope: str) -> object:
    return ss.prove(_conv(9, 2, stride=2), scope=scope)


SUBJECTS: dict[str, Request] = {
    "layer": lambda: ss.prove(ss.read("nn.Conv2d(1, 1, 3, stride=2)"), input_size=9),
    "network": lambda: _small_network("layer"),
    "grid": lambda: _small_network("network"),
    "pool": lambda: ss.prove(_pool(op.MaxPool, 3, 2, 9, 2)),
    "transposed": lambda: ss.prove(_one(ss_transposed(1, 1, (3, 3), (2, 2)), (1, 8, 8))),
}
EDITS: dict[str, Any] = {
    "layer.kernel": ([10**6] * 2, [10**12] * 2, [2**61] * 2, [1] * 1000, [10**400] * 2),
    "layer.stride": ([3000] * 2, [10**9] * 2, [2**61] * 2, [1] * 9),
    "layer.dilation": ([3000] * 2, [10**9] * 2),
    "layer.groups": (10**6, 10**9),
    "layer.in_channels": (10**9, 2**61),
    "layer.padding": ([[10**9, 10**9]] * 2, [[1, 1]] * 9),
    "phases": ([3000] * 2, [10**9] * 2, [60, 60], [2**61] * 2),
    "input": ([10**9] * 2, [2**61] * 2),
}
_WHERE = {"layer": "", "network": "groups.0.request.", "grid": "groups.0.request.", "pool": "groups.0.request.",
          "transposed": "groups.0.request."}  # fmt: skip

for _name, _made in SUBJECTS.items():
    for _place, _values in EDITS.items():
        for _value in _values:
            _said = f"certificate, {_name}: {_place} = {str(_value)[:30]}"
            request(_said, lambda m=_made, p=_WHERE[_name] + _place, v=_value: _edited(m, p, v))


def _deep(levels: int) -> str:
    return '{"about":' + "[" * levels + "]" * levels + ',"claims":[],"format":"x","steps":[],"terms":[]}'


def _axes_of(count: int) -> object:
    return _edited(SUBJECTS["grid"], "axes", list(range(1, 9)) * count)


def _many_groups(name: str, count: int) -> object:
    """The same group again and again, each time about another node."""
    data = _certificate(SUBJECTS[name])
    group = data["about"]["groups"][0]
    data["about"]["groups"] = [{**group, "nodes": [f"n{n}"]} for n in range(count)]
    return ss.replay(data)


def _many_nodes(name: str, count: int) -> object:
    data = _certificate(SUBJECTS[name])
    data["about"]["groups"][0]["nodes"] = [f"n{n}" for n in range(count)]
    return ss.replay(data)


TEXTS: dict[str, Request] = {
    "deep": lambda: ss.replay(_deep(100_000)),
    "deep, long": lambda: ss.replay(_deep(5_000_000)),
    "of 100 megabytes": lambda: ss.replay('{"about":"' + "x" * 100_000_000 + '"}'),
    "of 15 megabytes": lambda: ss.replay('{"about":"' + "x" * 15_000_000 + '"}'),
    "of many numbers": lambda: ss.replay('{"about":[' + "1," * 7_000_000 + "1]}"),
    "of many lists": lambda: ss.replay('{"about":[' + "[]," * 4_000_000 + "1]}"),
    "of many records": lambda: ss.replay('{"about":[' + "{}," * 4_000_000 + "1]}"),
    "a long number": lambda: ss.replay('{"about":' + "9" * 1_000_000 + "}"),
    "axes": lambda: _axes_of(1),
    "many axes": lambda: _axes_of(100_000),
    "general, axes": lambda: ss.replay(
        {**_certificate(SUBJECTS["pool"]), "about": {"theorem": "pooling", "axes": 10**9}}
    ),
    "many groups": lambda: _many_groups("network", 300),
    "many groups on the grid": lambda: _many_groups("grid", 300),
    "many pools": lambda: _many_groups("pool", 300),
    "many nodes": lambda: _many_nodes("network", 100_000),
}  # fmt: skip
for _name, _made in TEXTS.items():
    request(f"certificate, {_name}", _made)


# ------------------------------------------------------------------------------------------------ what has to work


def _checked(text: str, size: int, *numbers: str) -> object:
    found = ss.cross_check(ss.read(text), size, numbers=numbers or ("float32", "fractions"))
    assert found.ok
    return found


def _unet(sides: int) -> Network:
    """Four levels down and up on three axes."""
    build, ways, axes = Builder("unet"), [], 3
    x, channels = build.input("x", (1, *(sides,) * axes)), 1
    for level in range(4):
        x = build.add(ss.Conv(channels, 16 << level, (3,) * axes, padding=1), x, name=f"in{level}")
        channels = 16 << level
        ways.append((x, channels))
        x = build.add(op.MaxPool((2,) * axes, (2,) * axes, ((0, 0),) * axes, (1,) * axes), x, name=f"down{level}")
    for level, (way, less) in reversed(list(enumerate(ways))):
        x = build.add(ss_transposed(channels, less, (2,) * axes, (2,) * axes), x, name=f"up{level}")
        x = build.add(op.Concat(), x, way, name=f"both{level}")
        x = build.add(ss.Conv(2 * less, less, (3,) * axes, padding=1), x, name=f"out{level}")
        channels = less
    return build.network(x)


def _read_again(network: Network) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        ss.write(_weights_of(network), path)
        return ss.read(path)


def _replayed(network: Network, scope: str) -> object:
    return ss.replay(ss.prove(network, scope=scope).certificate(), network)


WORKS: dict[str, Request] = {
    "dilation of 24": lambda: _checked("nn.Conv2d(8, 8, 3, dilation=24, padding=24)", 65),
    "stride of 32": lambda: _checked("nn.Conv2d(3, 768, 32, stride=32)", 224),
    "kernel of 300": lambda: _weighted("nn.Conv2d(3, 16, 300, stride=4)"),
    "image of 1,000": lambda: _checked("nn.Conv2d(3, 8, 3, stride=2, padding=1)", 1000),
    "pool over a whole map": lambda: ss.unstride(_pool(op.AveragePool, 64, 64, 64, 2), "network"),
    "pool over a long signal": lambda: ss.unstride(_pool(op.MaxPool, 1000, 500, 1_000_000, 1)),
    "dilation of 24, on a grid": lambda: ss.prove(_conv(97, 2, dilation=24, padding=24), scope="network"),
    "U-Net of three axes": lambda: _planned(_unet(256)),
    "U-Net of three axes, proved": lambda: ss.prove(_unet(128), scope="network"),
    "20,000 relus: read": lambda: _read_again(relus(20_000)),
    "20,000 relus: unstride": lambda: ss.unstride(relus(20_000)),
    "20,000 relus: unstride, grid": lambda: ss.unstride(relus(20_000), "network"),
    "20,000 relus: table": lambda: _table(relus(20_000), "network"),
    "20,000 relus: write": lambda: _written(ss.unstride(_weights_of(relus(20_000)), "network")),
}
for _name, _made in WORKS.items():
    request(f"legitimate, {_name}", _made, legitimate=True)
request("long, 20,000 relus: replay", lambda: _replayed(relus(20_000), "layer"), legitimate=True)
request("long, 20,000 relus: replay, grid", lambda: _replayed(relus(20_000), "network"), legitimate=True)
request("long, 20,000 relus: paper", lambda: _paper(relus(20_000), "layer"))
request("long, 20,000 relus: paper, grid", lambda: _paper(relus(20_000), "network"))


# ------------------------------------------------------------------------------------------------ frameworks


def _torch(layer: Callable[[Any], Any], *size: int, device: str = "cpu") -> object:
    """A module of one layer; PyTorch's device "meta" has shapes alone."""
    import torch

    with torch.device(device):
        module = torch.nn.Sequential(layer(torch.nn)).eval()
    return ss.unstride(ss.read(module, size), "network")


def _keras(layer: Callable[[Any], Any], *size: int) -> object:
    import keras

    x = keras.Input(size)
    return ss.unstride(ss.read(keras.Model(x, layer(keras.layers)(x))), "network")


TORCH: dict[str, Request] = {
    "channels": lambda: _torch(lambda nn: nn.Conv2d(10**5, 10**5, 3, stride=2), 10**5, 9, 9, device="meta"),
    "stride": lambda: _torch(lambda nn: nn.Conv2d(1, 1, 3, stride=3000), 1, 9001, 9001),
    "dilation": lambda: _torch(lambda nn: nn.Conv2d(1, 1, 3, dilation=3000), 1, 9001, 9001),
    "pool": lambda: _torch(lambda nn: nn.MaxPool2d(10**4), 1, 10**5, 10**5),
    "average": lambda: _torch(lambda nn: nn.AvgPool1d(10**8), 1, 10**9),
    "shuffle": lambda: _torch(lambda nn: nn.ChannelShuffle(10**4), 10**8, 1, 1),
    "unshuffle": lambda: _torch(lambda nn: nn.PixelUnshuffle(10**4), 1, 10**5, 10**5),
    "normalised": lambda: _torch(lambda nn: nn.BatchNorm2d(10**9), 10**9, 1, 1, device="meta"),
}
KERAS: dict[str, Request] = {
    "stride": lambda: _keras(lambda k: k.Conv2D(1, 3, strides=3000), 9001, 9001, 1),
    "pool": lambda: _keras(lambda k: k.MaxPooling2D(10**4), 10**5, 10**5, 1),
    "average": lambda: _keras(lambda k: k.AveragePooling1D(10**8), 10**9, 1),
    "padding": lambda: _keras(lambda k: k.ZeroPadding2D(10**9), 9, 9, 1),
}
for _name, _made in TORCH.items():
    request(f"torch, {_name}", _made)
for _name, _made in KERAS.items():
    request(f"keras, {_name}", _made)
