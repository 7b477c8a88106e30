"""How ``symstride.equal`` does: against normal forms, on changed networks, and on what other people's tools write."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

for _folder in ("tests", "tests/equality"):
    if str(ROOT / _folder) not in sys.path:
        sys.path.append(str(ROOT / _folder))
