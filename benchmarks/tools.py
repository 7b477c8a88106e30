"""Tools that some benchmarks need beside the package: is it there, and how to get it."""

from __future__ import annotations

import importlib.util
import shutil

from benchmarks.record import Missing

HOW_TO_GET = {
    "chromium": "apt-get install chromium",
    "coqc": "apt-get install coq",
    "coqchk": "apt-get install coq",
    "z3": "pip install 'symstride[smt]'",
    "einops": "pip install 'symstride[benchmarks]'",
    "einconv": "pip install 'symstride[benchmarks]'",
    "torch": "pip install 'symstride[torch]'",
    "onnx": "pip install 'symstride[onnx]'",
    "scipy": "pip install 'symstride[theory]'",
    "matplotlib": "pip install 'symstride[benchmarks]'",
}
"""Programs and Python modules by name."""


def installed(tool: str) -> bool:
    """Whether there is a program, or else a module, of that name."""
    return shutil.which(tool) is not None or importlib.util.find_spec(tool) is not None


def missing(what: str, *tools: str) -> list[Missing]:
    """One row for each of the tools that is not there: ``what`` could not be measured without it."""
    return [Missing(what, tool, HOW_TO_GET[tool]) for tool in tools if not installed(tool)]
