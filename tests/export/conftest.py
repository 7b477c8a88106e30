"""Rocq for the tests of this folder: its library is compiled once in a run, on first use."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from rocqing import Rocq


@pytest.fixture(scope="session")
def start_rocq(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Rocq]:
    started: list[Rocq] = []

    def start() -> Rocq:
        if not started:
            base = tmp_path_factory.getbasetemp()
            shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base  # workers have folders side by side
            started.append(Rocq(shared / "rocq-cache", tmp_path_factory.mktemp("rocq")))
        return started[0]

    return start


@pytest.fixture
def rocq(need: Callable[[str], str], start_rocq: Callable[[], Rocq]) -> Rocq:
    """Rocq with the library compiled; the test is skipped by name where there is none."""
    need("coqc")
    need("coqchk")
    return start_rocq()
