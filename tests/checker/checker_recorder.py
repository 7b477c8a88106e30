"""A plugin for pytest: writes down every certificate text that the tests of a run put before the first checker.

SYMSTRIDE_RECORD=texts.jsonl pytest -p checker_recorder tests/refusals
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import symstride.proof.kernel.replay as module

_replay = module.replay
_texts: dict[str, None] = {}


def _recording(text: Any) -> Any:
    if type(text) is str:
        _texts[text] = None
    return _replay(text)


module.replay = _recording


def pytest_sessionfinish(session: pytest.Session) -> None:
    Path(os.environ["SYMSTRIDE_RECORD"]).write_text("".join(json.dumps(text) + "\n" for text in _texts))
