"""How much memory ``symstride unstride`` takes for a large model, from file to file, next to the model's own size.

What counts is what the process holds at most (``VmHWM``), less what it holds once everything is imported and a small
model went through, with the peak set back in between (``/proc/self/clear_refs``).  Pages of files that are mapped
count as well, so the figure is an upper bound.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.clock import TIME_LIMIT
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing

MEGABYTES = 500
QUICK = 60
PROMISE = 3
"""Times the size of the file."""

WAYS = ("bare", "check")
"""The reading not checked, and compared in a runtime."""

MAKING = """
import sys
import numpy as np
import onnx
from onnx import helper, numpy_helper

def make(path, megabytes, known):
    # a strided stem, six wide layers of 3 by 3 weights, the first two strided, one pool, and a node at the end
    rng, width = np.random.default_rng(0), 16 * int((megabytes * 1e6 / 4 / 54) ** 0.5 / 16 + 1)
    nodes, tensors, value = [], [], "x"
    for number, (read, strided) in enumerate([(3, True), *((width, n < 2) for n in range(6))]):
        weight = 0.01 * rng.standard_normal((width, read, 3, 3), dtype=np.float32)
        tensors.append(numpy_helper.from_array(weight, f"w{number}"))
        steps = [2 if strided else 1] * 2
        nodes.append(helper.make_node("Conv", [value, f"w{number}"], [f"c{number}"], strides=steps, pads=[1] * 4))
        nodes.append(helper.make_node("Relu", [f"c{number}"], [f"r{number}"]))
        value = f"r{number}"
    nodes.append(helper.make_node("MaxPool", [value], ["p"], kernel_shape=[2, 2], strides=[2, 2]))
    nodes.append(helper.make_node("Sigmoid" if known else "Celu", ["p"], ["y"]))
    ends = [helper.make_tensor_value_info("x", 1, ["N", 3, 32, 32])], [helper.make_tensor_value_info("y", 1, None)]
    graph = helper.make_graph(nodes, "wide", *ends, tensors)
    onnx.save(helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 17)]), path)

make(sys.argv[1], float(sys.argv[2]), sys.argv[3] == "known")
"""
"""A program that writes a model: its path, megabytes of weights, and whether all of its nodes are known."""

MEASURING = """
import sys
from pathlib import Path
import symstride

def through(path, keep, check):
    read = symstride.read(Path(path), keep=keep, check=check)
    symstride.write(symstride.unstride(read), Path(path).with_name("out.onnx"))

def held(word):
    (line,) = (line for line in open("/proc/self/status") if line.startswith(word))
    return 1024 * int(line.split()[1])

small, large, keep, check = sys.argv[1], sys.argv[2], sys.argv[3] == "keep", sys.argv[4] == "check"
through(small, keep, check)
before = held("VmRSS")
with open("/proc/self/clear_refs", "w") as file:
    file.write("5")
through(large, keep, check)
print(held("VmHWM") - before)
"""
"""A program that says how many bytes the way from the large model to the rewritten one takes."""


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """Each from a fresh interpreter: all nodes read, or strided layers alone; compared with a runtime, or not."""
    absent = missing("memory for a large model", "onnx")
    if absent or not Path("/proc/self/clear_refs").exists():
        yield from absent
        return
    with tempfile.TemporaryDirectory() as folder:
        for known in (True, False):
            what = "a model of six wide layers rewritten" + ("" if known else ", the rest of it kept")
            size, (bare, checked) = peaks(Path(folder), known, QUICK if quick else MEGABYTES)
            against = "its file"
            yield Figure(f"{what}, reading not checked", bare, against, size, PROMISE, "x", measure="bytes")
            yield Figure(f"{what}, compared in ONNX Runtime", checked, against, size, PROMISE, "x", measure="bytes")


def peaks(folder: Path, known: bool, megabytes: float, words: Sequence[str] = WAYS) -> tuple[int, list[int]]:
    """The bytes of a model's file, and what it takes without and with the check."""
    small, large, kind = folder / "small.onnx", folder / "large.onnx", "known" if known else "unknown"
    for path, size in ((small, 0.1), (large, megabytes)):
        _run(MAKING, path, size, kind)
    keep = "whole" if known else "keep"
    return large.stat().st_size, [int(_run(MEASURING, small, large, keep, word)) for word in words]


def _run(code: str, *words: object) -> str:
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=TIME_LIMIT).stdout
