"""Networks and written models changed in one place, against the rewriting: ``python -m benchmarks.substitution``.

How networks are drawn and changed is what the tests use.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "network")]
