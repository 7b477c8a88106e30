"""What tests/conftest.py promises: the seed is printed, large runs are asked for, and in CI nothing is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import pytest

def test_passes():
    pass

def test_skips():
    pytest.skip("for a reason")

def test_needs(need):
    need("pdflatex")

@pytest.mark.xfail(strict=True)
def test_fails_as_expected():
    raise ValueError

@pytest.mark.full
def test_large():
    pass

@pytest.mark.whole
def test_whole():
    pass

@pytest.mark.sampled(3, 2)
@pytest.mark.parametrize("case", range(5))
def test_many(case):
    print("case", case)

def test_random(rng):
    print("drawn", rng.random())
"""
MODULE_THAT_SKIPS = 'import pytest\npytest.skip("the whole file", allow_module_level=True)\n'


def outcome(folder: Path, *words: str, **settings: str) -> tuple[int, str]:
    """Exit code and output of pytest on a small suite with our conftest, and with an empty PATH."""
    for name in ("conftest.py", "toolbox.py"):
        shutil.copy(Path(__file__).parent / name, folder / name)
    (folder / "test_small.py").write_text(SUITE)
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n    full: large\n    sampled(n, m): one in n\n    whole: larger\n"
    )
    foreign = {name: value for name, value in os.environ.items() if not name.startswith(("SYMSTRIDE", "PYTEST"))}
    run = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", *words, str(folder)]
    environment = foreign | {"PATH": ""} | settings
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout


def test_on_a_users_machine(tmp_path: Path) -> None:
    code, output = outcome(tmp_path)
    assert code == 0
    assert "4 passed, 2 skipped, 5 deselected, 1 xfailed" in output
    assert [line for line in output.splitlines() if line.startswith("case")] == ["case 0", "case 3"]
    assert "pdflatex is not installed; to get it: apt-get install" in output
    assert "symstride: seed 1712 (SYMSTRIDE_SEED), full runs off" in output


@pytest.mark.full
def test_large_runs_when_asked(tmp_path: Path) -> None:
    assert "6 passed, 2 skipped, 3 deselected, 1 xfailed" in outcome(tmp_path, SYMSTRIDE_FULL="1")[1]
    assert "9 passed, 2 skipped, 1 xfailed" in outcome(tmp_path, SYMSTRIDE_FULL="2")[1]


@pytest.mark.full
def test_in_ci_a_skip_is_a_failure(tmp_path: Path) -> None:
    code, output = outcome(tmp_path, SYMSTRIDE_CI="1")
    assert code == 1
    assert "2 failed, 4 passed, 5 deselected, 1 xfailed" in output
    assert "nothing may be skipped under SYMSTRIDE_CI=1, but: Skipped: pdflatex is not installed" in output


@pytest.mark.full
def test_in_ci_a_file_that_skips_itself_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "test_absent.py").write_text(MODULE_THAT_SKIPS)
    assert outcome(tmp_path)[0] == 0
    code, output = outcome(tmp_path, SYMSTRIDE_CI="1")
    assert code != 0
    assert "the whole file" in output


@pytest.mark.full
def test_random_numbers_depend_on_the_seed_alone(tmp_path: Path) -> None:
    def drawn(**settings: str) -> list[str]:
        _, output = outcome(tmp_path, "-k", "random", **settings)
        return [line for line in output.splitlines() if line.startswith("drawn")]

    first = drawn()
    assert len(first) == 1
    assert drawn() == first
    assert drawn(SYMSTRIDE_SEED="3") != first


def test_every_tool_says_how_to_get_it(need: object) -> None:
    assert callable(need)
    with pytest.raises(KeyError):
        need("no-such-tool")
