"""One model in a process of its own: read, rewritten, proved, and run beside its rewriting; one line of JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

import symstride as ss
from benchmarks.models.making import listed, made

SEED = 7
BOUND = 1e-3
"""How far the outputs may lie apart, relative to their own deviation: rounding of some hundred layers."""


def main(asked: str) -> int:
    """Print what became of ``package:name:family``."""
    warnings.simplefilter("ignore")
    one = next(each for each in listed() if f"{each.package}:{each.name}:{each.family}" == asked)
    try:
        model, size = made(one)
    except Exception as why:  # noqa: BLE001  -- somebody else's code, which may fail in any way
        return _say(result="no model", reason=_words(why))
    door = {"keras": "keras", "file": "onnx"}.get(one.make, "torch")
    _randomise(model, door)
    try:
        network = ss.read(model, size)
    except ss.SymstrideError as why:
        return _say(result="refused", door=door, reason=_words(why))
    about = {"door": door, "nodes": len(network.nodes), "strided": len(network.strided), "opaque": 0}
    if not network.strided:
        return _say(result="through", **about, proved=0, difference=0.0, checked=not network.unchecked)
    try:
        flat = ss.unstride(network)
        theorem = ss.prove(network.without_weights())
        apart = _apart(network, flat)
    except ss.SymstrideError as why:
        return _say(result="refused", **about, reason=_words(why))
    proved = about["strided"] if theorem.verdict else 0
    result = "differs" if apart > BOUND else "strided nodes left" if flat.strided or not proved else "through"
    return _say(result=result, **about, proved=proved, difference=apart, unchecked=network.unchecked)


def _apart(network: Any, flat: Any) -> float:
    """How far the rewriting lies from the network, both run by ONNX Runtime, relative to each output's deviation."""
    rng = np.random.default_rng(SEED)
    feeds = {node.name: rng.standard_normal((network.batch or 1, *network.shapes[node.name])).astype(network.dtype)
             for node in network.inputs}  # fmt: skip
    rows = [_ran(each, feeds) for each in (network, flat)]
    return max(float(np.abs(a - b).max() / (a.std() or 1)) for a, b in zip(*rows, strict=True))


def _ran(network: Any, feeds: Mapping[str, Any]) -> list[Any]:
    import onnxruntime

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        ss.write(network, path, 2**34)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.log_severity_level = 1, 4
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        names = [value.name for value in session.get_inputs()]
        return list(session.run(None, dict(zip(names, feeds.values(), strict=True))))


def _randomise(model: Any, door: str) -> None:
    """Statistics and scales that are not those of a new model, where every normalisation is nearly the identity."""
    if door != "torch":
        return
    import torch

    draw = torch.Generator().manual_seed(SEED)
    with torch.no_grad():
        for name, buffer in model.named_buffers():
            if name.endswith("running_mean"):
                buffer.copy_(0.1 * torch.randn(buffer.shape, generator=draw))
            elif name.endswith("running_var"):
                buffer.copy_(0.5 + torch.rand(buffer.shape, generator=draw))


def _words(why: BaseException) -> str:
    return f"{type(why).__name__}: {' '.join(str(why).split())}"[:300]


def _say(**row: Any) -> int:
    print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
