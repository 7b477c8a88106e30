"""What tests look up: the seed, which runs are large, and how to get the tools that may be missing.

SYMSTRIDE_SEED=17    the seed of random tests; it is printed at the top of each run, and each test derives its own
SYMSTRIDE_FULL=1     run the large random tests too (marker ``full``), and more cases of tests of many
                     (marker ``sampled``)
SYMSTRIDE_FULL=2     and the whole campaigns, many minutes each (marker ``whole``), and all cases
SYMSTRIDE_CI=1       everything is meant to be installed: a skipped test is a failed test
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = int(os.environ.get("SYMSTRIDE_SEED", "1712"))
FULL = {"1": 1, "2": 2}.get(os.environ.get("SYMSTRIDE_FULL", ""), 0)
CI = os.environ.get("SYMSTRIDE_CI") == "1"

HOW_TO_GET = {
    "pdflatex": "apt-get install texlive-latex-extra texlive-science texlive-pictures lmodern",
    "bibtex": "apt-get install texlive-latex-base",
    "latexmk": "apt-get install latexmk",
    "pdftotext": "apt-get install poppler-utils",
    "pdftoppm": "apt-get install poppler-utils",
    "coqc": "apt-get install coq",
    "coqchk": "apt-get install coq",
    "ocamlopt": "apt-get install ocaml-nox",
    "chromium": "apt-get install chromium",
    "node": "apt-get install nodejs",
    "awk": "apt-get install mawk",
    "bash": "apt-get install bash",
    "grep": "apt-get install grep",
    "sed": "apt-get install sed",
    "sort": "apt-get install coreutils",
    "atheris": "pip install 'symstride[dev]'",
    "torch": "pip install 'symstride[torch]'",
    "onnx": "pip install 'symstride[onnx]'",
    "onnxruntime": "pip install 'symstride[onnx]'",
    "keras": "pip install 'symstride[keras]'",
    "jax": "pip install 'symstride[jax]'",
    "scipy": "pip install 'symstride[scipy]'",
    "z3": "pip install 'symstride[smt]'",
    "einops": "pip install 'symstride[benchmarks]'",
    "matplotlib": "pip install 'symstride[draw]'",
    "PIL": "pip install 'symstride[draw]'",
    "sphinx": "pip install 'symstride[docs]'",
}
"""Every tool that some test needs beyond the test extra, programs first, with the way to get it."""
