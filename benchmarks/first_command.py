"""What a newcomer waits for: ``symstride prove`` on the introductory Keras layer, imports included, without a TeX."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.clock import in_turn, interpreter, rounds
from benchmarks.record import Figure

ROUNDS = 3
LINE = "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))"


def figures(quick: bool = False) -> Iterator[Figure]:
    """From the shell's prompt to the finished folder."""
    with tempfile.TemporaryDirectory() as folder:
        whole, sympy = in_turn(_prove(Path(folder)), interpreter("-c", "import sympy"), rounds=rounds(ROUNDS, quick))
    yield Figure("symstride prove, from the prompt to the folder", whole, "import sympy", sympy, 10, "s")


def _prove(folder: Path) -> Callable[[], object]:
    run = [sys.executable, "-m", "symstride", "prove", LINE, "-o", str(folder / "proof")]
    without_tex = os.environ | {"PATH": str(folder)}
    return lambda: subprocess.run(run, check=True, capture_output=True, env=without_tex, timeout=60)
