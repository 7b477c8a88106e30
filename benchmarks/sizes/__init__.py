"""Answers of ``equal`` for all sizes against running both sides at each: ``python -m benchmarks.sizes``.

How pairs are made and run is what the tests use.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "equality")]
