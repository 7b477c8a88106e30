"""What every test shares: the printed seed, large runs on request, skips that fail where all is installed."""

from __future__ import annotations

import importlib.util
import random
import shutil
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings
from toolbox import CI, FULL, HOW_TO_GET, ROOT, SEED

# proofs/ and benchmarks/ are scripts of the repository.  Appended, so that an installed symstride is what gets tested.
sys.path.append(str(ROOT))

settings.register_profile("symstride", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("symstride")


def pytest_report_header() -> str:
    runs = ("off", "on", "on, whole campaigns too")[FULL]
    return f"symstride: seed {SEED} (SYMSTRIDE_SEED), full runs {runs} (SYMSTRIDE_FULL)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = ("full", "whole")[FULL:]
    cases: Counter[str] = Counter()

    def is_left_out(item: pytest.Item) -> bool:
        if any(map(item.get_closest_marker, left_out)):
            return True
        sampled = item.get_closest_marker("sampled")
        if sampled is None:
            return False
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        return (cases[test] - 1) % (*sampled.args, 1, 1)[FULL] != 0

    large = [is_left_out(item) for item in items]
    config.hook.pytest_deselected(items=[item for item, out in zip(items, large, strict=True) if out])
    items[:] = [item for item, out in zip(items, large, strict=True) if not out]


# ------------------------------------------------------------------------- skipped is failed where all is installed


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not hasattr(report, "wasxfail"):  # an expected failure is reported as skipped too, and it did run
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if CI and report.skipped:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing may be skipped under SYMSTRIDE_CI=1, but: {why}"


# ------------------------------------------------------------------------- fixtures


@pytest.fixture
def need() -> Callable[[str], str]:
    """``need("pdflatex")``: where that program or module is; the test is skipped by name when it is missing."""

    def find(tool: str) -> str:
        place = shutil.which(tool)
        spec = None if place else importlib.util.find_spec(tool)
        if place is None and spec is None:
            pytest.skip(f"{tool} is not installed; to get it: {HOW_TO_GET[tool]}")
        return place or str(spec)

    return find


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """A random generator of the test's own: the run's seed and the test's name, so that order does not matter."""
    return random.Random(SEED ^ zlib.crc32(request.node.nodeid.encode()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT
