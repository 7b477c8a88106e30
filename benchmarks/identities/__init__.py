"""Identities, their certificates and their texts under attack: ``python -m benchmarks.identities``.

Random texts, changes of texts and of certificates, and the second checker are those of the tests.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests" / folder) for folder in (".", "checker", "identity", "proof/prover")]
