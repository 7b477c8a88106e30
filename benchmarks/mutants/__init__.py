"""Single-site changes of genuine certificates, each judged by both checkers: ``python -m benchmarks.mutants``.

How a certificate is changed, how a statement is evaluated and how the checkers are compared is what the tests use.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "checker")]
