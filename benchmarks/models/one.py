"""One model, in a process of its own:  ``python -m benchmarks.models.one PACKAGE NAME``

The last line of what it prints is the row of the table, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.models.collection import Entry, entries, without_compiled_operators

SEED = 1712
FILE = "unit-stride.onnx"
OPEN = 1
"""The size of a dimension that a file leaves open, unless ``SIZES`` has one."""
SIZES = {
    "PP-OCRv6_det_small.onnx": {"x": (1, 3, 320, 320)},
    "PP-OCRv6_rec_small.onnx": {"x": (1, 3, 48, 320)},
    "ch_PP-OCRv4_det_infer.onnx": {"x": (1, 3, 320, 320)},
    "ch_PP-OCRv4_rec_infer.onnx": {"x": (1, 3, 48, 320)},
    "ch_ppocr_mobile_v2.0_cls_mobile.onnx": {"x": (1, 3, 48, 192)},
    "ch_ppocr_mobile_v2.0_cls_infer.onnx": {"x": (1, 3, 48, 192)},
    "silero_vad.onnx": {"input": (1, 576), "state": (2, 1, 128)},
    "silero_vad_16k_op15.onnx": {"input": (1, 576), "state": (2, 1, 128)},
    "silero_vad_op18_ifless.onnx": {"input": (1, 576), "state": (2, 1, 128)},
    "silero_vad_half.onnx": {"input": (1, 576), "state": (2, 1, 128)},
}


INSIDE = {
    "fcos_resnet50_fpn": {"/transform/Concat_8_output_0": (3, 800, 800)},
    "encodec": {
        "/layers.3/Slice_1_output_0": (32, 4002),
        "/layers.6/Slice_1_output_0": (64, 2004),
        "/layers.9/Slice_1_output_0": (128, 505),
        "/layers.12/Slice_1_output_0": (256, 112),
    },
}
"""Shapes of values that exported models work out from numbers of their input, as the runtime has them for it."""


def main(package: str, name: str) -> int:
    (entry,) = (entry for entry in entries() if (entry.package, entry.name) == (package, name))
    library = without_compiled_operators()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(row(entry, Path(folder))))
    del library
    return 0


def row(entry: Entry, folder: Path) -> dict[str, Any]:
    """What is said of one model: how far it came, and what was counted and measured."""
    found: dict[str, Any] = {"package": entry.package, "name": entry.name, "family": entry.family}
    try:
        model = built(entry)
        given(model, entry)
        if isinstance(model, Path) and sizes(model):  # which may fit one branch of a model and not the other
            given(at_sizes(model, folder), entry)
            in_runtime(at_sizes(model, folder), entry, optimised=True)
    except Exception as why:  # noqa: BLE001  somebody else's package, which may fail in any way
        return {**found, "not run": short(why).replace(f"{folder}/", "")}
    began = time.monotonic()
    try:
        counted, source = through(model, entry, folder)
    except Exception as why:  # noqa: BLE001  each failure is named in the table
        return {**found, "refused": short(why), "seconds": round(time.monotonic() - began, 1)}
    seconds = round(time.monotonic() - began, 1)
    before, moved = given(source, entry), given(source, entry, moved=True)
    after = given(folder / FILE, entry) if (folder / FILE).exists() else before  # where nothing has a stride
    apart = {"difference": far(before, after), "sensitivity": far(before, moved)}
    if isinstance(source, Path):
        apart["optimised"] = far(before, in_runtime(source, entry, optimised=True))
    return {**found, **counted, **apart, "seconds": seconds}


def built(entry: Entry) -> Any:
    """The model, ready to run: a path, or a module in ``eval()`` mode."""
    if not entry.shape:
        return entry.build()
    import torch

    torch.manual_seed(SEED)
    return entry.build().eval()


def through(model: Any, entry: Entry, folder: Path) -> tuple[dict[str, Any], Any]:
    """What was counted on the way through the first door that opens, and what went in there: the model, or a file.

    First the whole model is read; where that is refused, the strided layers alone, of the file or of the module as
    PyTorch exports it.
    """
    import onnx

    import symstride as ss

    try:
        door = {"keras": "Keras"}.get(entry.package, "PyTorch") if entry.shape else "ONNX"
        counts = rewritten(ss.read(model, entry.shape or sizes(model)), folder)
    except ss.SymstrideError as why:
        kept, door, source = ss.read(model, entry.shape or sizes(model), keep=True), "ONNX, the rest kept", model
        if entry.shape:
            door, source = "PyTorch, the rest kept", folder / "model.onnx"
            onnx.save(kept.source, source)
        if entry.name in INSIDE:
            kept = replace(ss.read(source, INSIDE[entry.name], keep=True), doubt=kept.doubt)
        return {"door": door, **rewritten(kept, folder), "first refusal": short(why)}, source
    return {"door": door, **counts}, model


def rewritten(read: Any, folder: Path) -> dict[str, Any]:
    """A network or a model without its strides, proved and written: what was counted."""
    import symstride as ss

    kept = getattr(read, "rest", None)
    networks = [read] if kept is None else [part.network for part in read.parts]
    strided = sum(len(network.strided) for network in networks)
    proved = 0
    if strided:
        flat = ss.unstride(read, "layer")
        proved = len(ss.prove(flat).claims)
        ss.write(flat, folder / FILE)
    return {
        "nodes": len(read.nodes) if kept is None else len(kept.nodes) + len(read.parts),
        "strided": strided,
        "kept": 0 if kept is None else len(kept.nodes),
        "left": [] if kept is None else [f"{each.name}: {each.why}" for each in kept.left],
        "proved": proved,
        "declared": 0 if kept is None else len(kept.declared),
        "unchecked": read.unchecked,
    }


def sizes(source: Path) -> Mapping[str, tuple[int, ...]] | None:
    """Shapes for a file that leaves them open, without the batch."""
    known = SIZES.get(source.name)
    return None if known is None else {name: shape[1:] for name, shape in known.items()}


def at_sizes(source: Path, folder: Path) -> Path:
    """The file with its sizes fixed, and nothing else changed: what is rewritten is that."""
    import onnx

    from symstride.adapters.onnx.keeping import with_sizes

    path = folder / f"fixed-{source.name}"
    onnx.save(with_sizes(onnx.load(source), sizes(source) or {}), path)
    return path


# ------------------------------------------------------------------------------------------------ what it computes


def given(model: Any, entry: Entry, moved: bool = False) -> list[Any]:
    """What a module, or a file in ONNX Runtime, gives at random numbers; ``moved`` by one unit in the last place."""
    if isinstance(model, Path):
        return in_runtime(model, entry, moved)
    import torch
    from torch.utils._pytree import tree_leaves

    channels_first = drawn(np.random.default_rng(SEED), "tensor(float)", (1, *entry.shape), moved)
    axes = (0, *range(2, channels_first.ndim), 1) if entry.package == "keras" else range(channels_first.ndim)
    with torch.no_grad():
        leaves = tree_leaves(model(torch.from_numpy(np.ascontiguousarray(channels_first.transpose(axes)))))
    return [leaf.numpy() for leaf in leaves if isinstance(leaf, torch.Tensor)]


def in_runtime(path: Path, entry: Entry, moved: bool = False, optimised: bool = False) -> list[Any]:
    """In ONNX Runtime, node by node as the file has it, unless its optimisations are asked for."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(4)
    rng, options = np.random.default_rng(SEED), onnxruntime.SessionOptions()
    if not optimised:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    known = SIZES.get(entry.name, {})
    feeds = {}
    for each in session.get_inputs():
        shape = known.get(each.name) or tuple(n if isinstance(n, int) else OPEN for n in each.shape)
        feeds[each.name] = drawn(rng, each.type, shape, moved)
    return list(session.run(None, feeds))


KINDS = {
    "tensor(float)": "float32",
    "tensor(double)": "float64",
    "tensor(float16)": "float16",
    "tensor(int64)": "int64",
}


def drawn(rng: np.random.Generator, kind: str, shape: tuple[int, ...], moved: bool) -> Any:
    """Random numbers; of whole ones the sampling rate that speech models ask for."""
    if KINDS[kind] == "int64":
        return np.full(shape, 16_000, dtype="int64")
    numbers = rng.standard_normal(shape).astype(KINDS[kind])
    if not moved:
        return numbers
    ways = np.random.default_rng(SEED).integers(0, 2, shape)
    return np.nextafter(numbers, np.where(ways == 1, np.inf, -np.inf).astype(KINDS[kind]))


def far(one: list[Any], other: list[Any]) -> float:
    """The largest distance of two lists of arrays, in units of the largest number of each array."""
    most = 0.0
    for a, b in zip(one, other, strict=True):
        if not isinstance(a, np.ndarray) or a.dtype.kind not in "f" or a.size == 0:
            continue
        a, b = a.astype(np.float64), b.astype(np.float64)
        scale = np.abs(a[np.isfinite(a)]).max(initial=0) or 1.0
        same = (a == b) | (np.isnan(a) & np.isnan(b))
        apart = np.abs(np.where(same, 0, a) - np.where(same, 0, b))
        most = max(most, float(np.where(np.isnan(apart), np.inf, apart).max(initial=0) / scale))
    return float(f"{most:.2g}")


def short(why: BaseException) -> str:
    """An error in one line."""
    from symstride.errors import SymstrideError

    said = f"{why.asked}: expected {why.expected}, got {why.got}" if isinstance(why, SymstrideError) else str(why)
    return f"{type(why).__name__}: {plain(said)}"[:300]


def plain(said: str) -> str:
    """The words of others in one line, without colours of a terminal, addresses, and folders of one machine."""
    said = re.sub(r"\x1b\[[0-9;]*m", "", said)
    return " ".join(re.sub(r"https?://\S+|(?<!\S)/(?:\S+/)+", "", said).split())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
