"""The kernel in Python beside the one that is proved in Rocq: ``python -m benchmarks.kernels``.

How cases are drawn and judged, and how the library is weakened, is what the tests use.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests")]
