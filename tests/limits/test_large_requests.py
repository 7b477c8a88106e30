"""Whatever is asked for at whichever door: an answer, or a refusal with the figure, within ten seconds and a gigabyte.

A few of the requests of ``large_requests`` are tried in every run, drawn by the seed, and all of them in the large one.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from bounded_run import BYTES
from large_requests import LEGITIMATE, REQUESTS, SLOW

import symstride

HERE = Path(__file__).resolve().parent
FRAMEWORKS = ("torch", "keras")
DOORS = sorted({name.split(",")[0].split(":")[0] for name in REQUESTS}.difference(FRAMEWORKS))
DRAWN = 4
"""How many requests of each kind are tried in every run."""


def came_of(names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What came of each request, in processes of their own."""
    run = [sys.executable, str(HERE / "bounded_run.py"), *names]
    path = os.pathsep.join([str(Path(symstride.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path.rstrip(os.pathsep)}
    done = subprocess.run(run, cwd=HERE, env=environment, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert len(lines) == len(names), done.stderr
    for line in lines:
        yield json.loads(line)


def check(found: dict[str, Any]) -> None:
    assert "raised" not in found, found
    assert found["bytes"] < BYTES, found
    if found["refused"]:
        parts = [found[part] for part in ("asked", "expected", "got", "hint")]
        assert all(part.strip() for part in parts), found
        assert found["name"] not in LEGITIMATE, found
        figure = re.search("[0-9]", found["expected"] + found["got"])
        assert figure or found["refused"] == "CertificateRejected", found
        assert "MemoryError" not in found["got"], found


def of(door: str) -> list[str]:
    return [name for name in REQUESTS if name.startswith(door)]


@pytest.mark.parametrize("door", [door for door in DOORS if door != "long"])
def test_some_requests_are_answered_or_refused(door: str, rng: random.Random, need: Callable[[str], str]) -> None:
    need("onnx")
    names = [name for name in of(door) if name not in SLOW]
    for found in came_of(rng.sample(names, min(DRAWN, len(names)))):
        check(found)


@pytest.mark.whole
@pytest.mark.parametrize("door", DOORS)
def test_all_requests_are_answered_or_refused(door: str, need: Callable[[str], str]) -> None:
    need("onnx")
    for found in came_of(of(door)):
        check(found)


@pytest.mark.whole
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_large_models_of_a_framework(framework: str, need: Callable[[str], str]) -> None:
    need(framework)
    for found in came_of(of(framework)):
        check(found)


def test_the_check_says_no() -> None:
    sound = {"name": "x", "bytes": 1, "refused": "NotSupported", "asked": "a", "expected": "at most 1", "got": "2"}
    check({**sound, "hint": "less"})
    for wrong in ({"hint": ""}, {"hint": "h", "bytes": BYTES}, {"hint": "h", "raised": "MemoryError"},
                  {"hint": "h", "got": "MemoryError 1"}, {"hint": "h", "expected": "less", "got": "more"}):  # fmt: skip
        with pytest.raises(AssertionError):
            check({**sound, **wrong})
