"""How long deciding takes, as ratios of one run: to reading the two files, and to running the original once."""

from __future__ import annotations

import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import zoo

from benchmarks.equality.generated import generated
from symstride.doors import read, write
from symstride.equality.deciding import equal
from symstride.network.rewriting.unstride import unstride

ROUNDS = 5
"""Runs of a model, of which the median counts."""


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """How long a call takes, and what it gives."""
    began = time.perf_counter()
    found = work()
    return time.perf_counter() - began, found


def pair(model: Any, folder: Path, seed: int, other: str = "", runs: bool = True) -> dict[str, float]:
    """Seconds for a model and its lowering layer by layer, both in files: reading them, deciding, and one run of it.

    ``other`` is another program that decides the same, with {left} and {right} for the files; it is compared with the
    command ``symstride verify``.
    """
    left, right = folder / "left.onnx", folder / "right.onnx"
    left.write_bytes(model.SerializeToString())
    write(unstride(read(left, check=False)), right)
    reading, sides = seconds(lambda: [read(file, check=False) for file in (left, right)])
    deciding, verdict = seconds(lambda: equal(*sides, seed=seed))
    if verdict.status != "equal":
        raise RuntimeError(f"a lowering that is {verdict}")
    found = {"reading": reading, "deciding": deciding}
    if runs:
        found["running"] = _running(left, seed)
    if other:
        ours = f"{shlex.quote(sys.executable)} -m symstride verify {{left}} {{right}}"
        for name, command in (("command", ours), ("other", other)):
            words = [word.format(left=left, right=right) for word in shlex.split(command)]
            found[name], _ = seconds(lambda words=words: subprocess.run(words, check=True, capture_output=True))
    return found


def _running(path: Path, seed: int) -> float:
    """One run of the model in ONNX Runtime with its default settings on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(seed)
    feeds = {x.name: rng.standard_normal(x.shape, dtype=np.float32) for x in session.get_inputs()}
    return statistics.median(seconds(lambda: session.run(None, feeds))[0] for _ in range(ROUNDS))


def measured(count: int, seed: int, names: Sequence[str], other: str) -> dict[str, Any]:
    """The data of a run: ``count`` small models, and models of the zoo at their size."""
    began = time.monotonic()
    small, large = [], {}
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            small.append(pair(generated(number, seed), Path(place), seed, runs=False))
        for name in names:
            try:
                large[name] = pair(zoo.randomised(name, seed), Path(place), seed, other)
            except KeyboardInterrupt:  # what there is will do
                break
            print(f"{time.monotonic() - began:.0f} s: {name}: {large[name]}", flush=True)
    return {"count": count, "seed": seed, "small": small, "zoo": large, "seconds": time.monotonic() - began}


def page(data: dict[str, Any]) -> str:
    """The table of the docs."""
    ratios = sorted(one["deciding"] / one["reading"] for one in data["small"])
    lines = [
        f"Deciding a small model and its lowering takes {statistics.median(ratios):.1f} times as long as reading the "
        f"two files, in the median of {len(ratios)} pairs; of nine in ten pairs at most "
        f"{ratios[len(ratios) * 9 // 10]:.1f} times.",
        "",
        "| model and its lowering, at 3x224x224 | deciding by reading | deciding by one run of the original |",
        "|---|---:|---:|",
    ]
    for name, one in data["zoo"].items():
        lines.append(f"| {name} | {one['deciding'] / one['reading']:.1f} | {one['deciding'] / one['running']:,.0f} |")
    others = [(name, one) for name, one in data["zoo"].items() if "other" in one]
    if others:
        parts = [f"{one['other'] / one['command']:.1f} ({name})" for name, one in others]
        lines += ["", f"The first prototype takes, by the command `symstride verify`: {', '.join(parts)}."]
    return "\n".join(lines) + "\n"
