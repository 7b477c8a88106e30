"""How much memory ``symstride unstride`` takes for a large model, from file to file, next to the model's own size.

What counts is what the process holds at most (``VmHWM``), less what it holds once everything is imported and a small
model went through, with the peak set back in between (``/proc/self/clear_refs``).  Pages of files that are mapped
count as well, so the figure is an upper bound.

Where a third of a model is strided the yardstick is its file.  Where every layer is, a bank may be larger than its
weights by any factor, as the theorem asks for, and the yardstick is both files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.clock import TIME_LIMIT
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing

MEGABYTES = 500
QUICK = 60
PROMISE = 3
"""Times the size of the file."""

OF_BOTH = 1.5
"""Times the sizes of both files."""

WAYS: Final[Mapping[str, str]] = {
    "bare": "reading not checked",
    "check": "compared in ONNX Runtime",
    "proof": "with the proof, from a shell",
    "replay": "its proof replayed with both files, from a shell",
}
"""How a model goes through.  ``replay`` needs what ``proof`` has left."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A model of six wide layers: whether all of its nodes are known, the kernel, and how many layers are strided."""

    what: str
    known: bool = True
    kernel: int = 3
    strided: int = 2

    @property
    def is_all(self) -> bool:
        return self.strided == 6


KINDS: Final[Mapping[str, Kind]] = {
    "known": Kind("a model of six wide layers rewritten"),
    "kept": Kind("a model of six wide layers rewritten, the rest of it kept", known=False),
    "strided": Kind("a model of six wide layers, 3 x 3 with stride 2, all rewritten", strided=6),
    "exact": Kind("a model of six wide layers, 2 x 2 with stride 2, all rewritten", kernel=2, strided=6),
}

MAKING = """
import sys
import numpy as np
import onnx
from onnx import helper, numpy_helper

def make(path, megabytes, known, kernel, strided):
    # a strided stem, six wide layers, the first of them strided, one pool, and a node at the end
    taps, steps = kernel * kernel, [2] * (1 + strided) + [1] * (6 - strided)
    rng, width = np.random.default_rng(0), 16 * int((megabytes * 1e6 / 4 / 6 / taps) ** 0.5 / 16 + 1)
    nodes, tensors, value, pads = [], [], "x", [(kernel - 1) // 2] * 2 + [kernel // 2] * 2
    for number, (read, step) in enumerate(zip([3] + [width] * 6, steps, strict=True)):
        weight = 0.01 * rng.standard_normal((width, read, kernel, kernel), dtype=np.float32)
        tensors.append(numpy_helper.from_array(weight, f"w{number}"))
        conv = helper.make_node("Conv", [value, f"w{number}"], [f"c{number}"], strides=[step] * 2, pads=pads)
        nodes += [conv, helper.make_node("Relu", [f"c{number}"], [f"r{number}"])]
        value = f"r{number}"
    nodes.append(helper.make_node("MaxPool", [value], ["p"], kernel_shape=[2, 2], strides=[2, 2], pads=[0, 0, 1, 1]))
    nodes.append(helper.make_node("Sigmoid" if known else "Hardmax", ["p"], ["y"]))
    ends = [helper.make_tensor_value_info("x", 1, ["N", 3, 32, 32])], [helper.make_tensor_value_info("y", 1, None)]
    graph = helper.make_graph(nodes, "wide", *ends, tensors)
    onnx.save(helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 17)]), path)

make(sys.argv[1], float(sys.argv[2]), sys.argv[3] == "True", int(sys.argv[4]), int(sys.argv[5]))
"""
"""A program that writes a model: its path, megabytes of weights, whether all of its nodes are known, and more."""

MEASURING = """
import contextlib
import io
import sys
from pathlib import Path
import symstride
from symstride.cli import main

def through(path, known, way):
    out, proof = path.with_name("out-" + path.name), path.with_name("proof-" + path.stem)
    if way == "proof":
        return main(["unstride", str(path), "-o", str(out), "--proof", str(proof)])
    if way == "replay":
        return main(["replay", str(proof), "--model", str(path), "--rewritten", str(out)])
    read = symstride.read(path, keep=not known, check=way == "check")
    symstride.write(symstride.unstride(read), out)

def held(word):
    (line,) = (line for line in open("/proc/self/status") if line.startswith(word))
    return 1024 * int(line.split()[1])

small, large, known, way = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "True", sys.argv[4]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    wrong = through(small, known, way)
    before = held("VmRSS")
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    wrong = through(large, known, way) or wrong
print(held("VmHWM") - before)
sys.exit(wrong)
"""
"""A program that says how many bytes the way from the large model to the rewritten one takes."""


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """Each from a fresh interpreter, for every kind of model and every way."""
    absent = missing("memory for a large model", "onnx")
    if absent or not Path("/proc/self/clear_refs").exists():
        yield from absent
        return
    for kind in KINDS.values():
        with tempfile.TemporaryDirectory() as folder:
            large = made(Path(folder), kind, QUICK if quick else MEGABYTES)
            for way, words in WAYS.items():
                taken = peak(large, kind, way)
                against, promise = ("both files", OF_BOTH) if kind.is_all else ("its file", PROMISE)
                yield Figure(f"{kind.what}, {words}", taken, against, size(large, kind), promise, "x", measure="bytes")


def made(folder: Path, kind: Kind, megabytes: float) -> Path:
    """A model of that kind in the folder, and a small one beside it."""
    for name, weights in (("small", 0.1), ("large", megabytes)):
        _run(MAKING, folder / f"{name}.onnx", weights, kind.known, kind.kernel, kind.strided)
    return folder / "large.onnx"


def peak(large: Path, kind: Kind, way: str) -> int:
    """The bytes that it takes."""
    return int(_run(MEASURING, large.with_name("small.onnx"), large, kind.known, way))


def size(large: Path, kind: Kind) -> int:
    """The bytes of the model's file; where every layer is strided, together with those of what was made of it."""
    written = large.parent.glob(f"out-{large.name}*") if kind.is_all else ()
    return sum(file.stat().st_size for file in (large, *written))


def _run(code: str, *words: object) -> str:
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=TIME_LIMIT).stdout
