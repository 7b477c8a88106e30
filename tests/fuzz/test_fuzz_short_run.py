"""A little coverage-guided fuzzing, as a test: the scripts start, find their way in, and find no crash."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RUNS = {"read": 30_000, "replay": 300}
MEMORY = 4_000_000
"""Kilobytes of address space.  libFuzzer's own limit counts the peak of the process that started it, tests included."""


def fuzz(name: str, new: Path, *options: str) -> subprocess.CompletedProcess[str]:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed; to get it: pip install atheris (Linux, CPython 3.11 to 3.13)")
    script = [sys.executable, str(HERE / f"fuzz_{name}.py"), "-rss_limit_mb=0", *options]
    limited = ["sh", "-c", f'ulimit -v {MEMORY} && exec "$@"', "sh"]
    command = [*limited, *script, str(new), str(HERE / "corpus" / name)]
    return subprocess.run(command, capture_output=True, text=True, cwd=new, timeout=110, check=False)


@pytest.mark.full
@pytest.mark.parametrize("name", RUNS)
def test_a_short_run_finds_no_crash(name: str, tmp_path: Path) -> None:
    done = fuzz(name, tmp_path, f"-runs={RUNS[name]}", "-timeout=20", "-seed=1712")
    assert done.returncode == 0, done.stderr[-4000:]
    runs = re.search(r"Done (\d+) runs", done.stderr)
    coverage = [int(n) for n in re.findall(r"cov: (\d+)", done.stderr)]
    assert runs is not None
    assert int(runs[1]) >= RUNS[name]
    assert coverage[-1] > 200, "the package was not instrumented"
    assert list(tmp_path.glob("crash-*")) == []
