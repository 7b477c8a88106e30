"""A counterexample outside of this house: run by ONNX Runtime or PyTorch, or written as files that anyone can run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.doors import write
from symstride.errors import NotSupported, SpecError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.inputs import check_apart

Array: TypeAlias = NDArray[Any]
Pair: TypeAlias = tuple[Network, Network]
Place: TypeAlias = tuple[int, tuple[int, ...]]
"""The position of an output, and a place in it without the batch."""

FILES = ("left.onnx", "right.onnx", "input.npz", "run.py")
DATA = ("left.data", "right.data")
"""What large weights of the two models are written to."""

SCRIPT = '''"""Runs left.onnx and right.onnx on input.npz, and prints where they differ: needs numpy and onnxruntime."""

from pathlib import Path

import numpy as np
import onnxruntime

HERE = Path(__file__).resolve().parent
OUTPUT, PLACE = {output}, {place}

arrays = np.load(HERE / "input.npz")
inputs = [arrays[f"input{{n}}"] for n in range(len(arrays.files))]
options = onnxruntime.SessionOptions()
options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
for side in ("left", "right"):
    session = onnxruntime.InferenceSession(HERE / f"{{side}}.onnx", options, providers=["CPUExecutionProvider"])
    feeds = {{given.name: x for given, x in zip(session.get_inputs(), inputs)}}
    print(side, session.run(None, feeds)[OUTPUT][PLACE])
'''


def replayed(networks: Pair, inputs: Sequence[Array], where: Place, runtime: str) -> tuple[float, float]:
    """The number of each network at that output and place; see ``Separation.replay``."""
    asked = f"replay({runtime!r})"[:200]
    if runtime not in _RUNTIMES:
        raise SpecError(asked, f"one of {', '.join(_RUNTIMES)}", repr(runtime)[:80], "choose one of them")
    if runtime != "numpy" and find_spec(runtime) is None:
        raise NotSupported(asked, f"{runtime}, installed", "none", f"pip install {runtime}, or replay('numpy')")
    output, place = where
    typed = [_typed(network, runtime == "onnxruntime") for network in networks]
    left, right = (_RUNTIMES[runtime](network, _fed(network, inputs))[output] for network in typed)
    return float(left[(0, *place)]), float(right[(0, *place)])


def _typed(network: Network, in_single: bool) -> Network:
    """In the element type of its inputs; in single precision for double, where asked: runtimes have few such layers."""
    dtype = "float32" if in_single and network.dtype == "float64" else network.dtype
    weights = {name: a.astype(dtype) if a.dtype.kind == "f" else a for name, a in network.weights.items()}
    return replace(network, weights=weights, dtype=dtype, origin=None)


def _fed(network: Network, inputs: Sequence[Array]) -> list[Array]:
    return [np.asarray(array, dtype=network.dtype) for array in inputs]


def _by_numpy(network: Network, inputs: Sequence[Array]) -> list[Array]:
    with np.errstate(all="ignore"):
        found = evaluate(network, _by_name(network, inputs))
    return [found[name] for name in network.outputs]


def _by_name(network: Network, inputs: Sequence[Array]) -> dict[str, Array]:
    return {node.name: x for node, x in zip(network.inputs, inputs, strict=True)}


def _by_onnxruntime(network: Network, inputs: Sequence[Array]) -> list[Array]:
    onnxruntime = import_module("onnxruntime")
    with tempfile.TemporaryDirectory(prefix="symstride-") as folder:
        write(network, Path(folder) / "model.onnx")
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.log_severity_level = 4
        model = str(Path(folder) / "model.onnx")
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        names = [given.name for given in session.get_inputs()]
        found: list[Array] = session.run(None, dict(zip(names, inputs, strict=True)))
    return found


def _by_torch(network: Network, inputs: Sequence[Array]) -> list[Array]:
    from symstride.equality.in_torch import run_torch

    return run_torch(network, inputs)


_RUNTIMES: Mapping[str, Callable[[Network, Sequence[Array]], list[Array]]] = {
    "onnxruntime": _by_onnxruntime,
    "torch": _by_torch,
    "numpy": _by_numpy,
}


def saved(networks: Pair, inputs: Sequence[Array], where: Place, folder: str | os.PathLike[str]) -> list[Path]:
    """Write the files of a counterexample; see ``Separation.save``."""
    target = Path(folder)
    asked = f"save({str(target)[:200]!r})"
    check_apart(asked, [target / name for name in (*FILES, *DATA)], (f for network in networks for f in network.files))
    try:
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target, prefix=".symstride-") as beside:
            made = _written(networks, inputs, where, Path(beside))
            for name in made:
                os.replace(Path(beside) / name, target / name)
    except OSError as why:
        got = str(why.strerror or why)
        raise SpecError(asked, "a folder that can be written", got, "choose another place, or make room") from None
    return [target / name for name in made]


def _written(networks: Pair, inputs: Sequence[Array], where: Place, folder: Path) -> list[str]:
    """The names of the files, which are written into ``folder``: what a model needs beside it comes before it."""
    made = []
    typed = [_typed(network, in_single=True) for network in networks]
    for name, network in zip(FILES, typed, strict=False):
        made += [file.name for file in write(network, folder / name)]
    arrays: dict[str, Any] = {f"input{n}": x for n, x in enumerate(_fed(typed[0], inputs))}
    np.savez(folder / "input.npz", **arrays)
    output, place = where
    script = SCRIPT.format(output=output, place=(0, *place))
    (folder / "run.py").write_text(script, encoding="utf-8")
    return [*made, "input.npz", "run.py"]
