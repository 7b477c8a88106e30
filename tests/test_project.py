"""The project as a whole: what the README promises is what runs, versions agree, and nothing foreign crept in."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import symstride

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "docs"))

from trusted import code_lines  # noqa: E402 -- made importable above

KERAS = "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))"
TEXT = frozenset(
    {".py", ".md", ".toml", ".cff", ".v", ".tex", ".bib", ".html", ".js", ".ipynb", ".json", ".jinja", ".css"}
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def sources() -> list[Path]:
    """Every file of the project, as git would list it, or as it lies in a copy without git."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
        found = [ROOT / line for line in done.stdout.splitlines()]
    except (OSError, subprocess.CalledProcessError):
        hidden = {".venv", ".git", "__pycache__", "_build", "generated"}
        found = [path for path in ROOT.rglob("*") if not hidden & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in found if path.is_file())


def texts() -> list[Path]:
    return [path for path in sources() if path.suffix in TEXT or path == ROOT / ".ci" / "run"]


# ------------------------------------------------------------------------- the two commands


def shell_blocks() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", read("README.md"), flags=re.M | re.S)


def test_the_readme_opens_with_two_whole_commands() -> None:
    prove, test = shell_blocks()
    assert prove.count("\n") == test.count("\n") == 1
    assert f'/symstride prove "{KERAS}" -o proof' in prove
    assert test.endswith("/pytest\n")
    for command in (prove, test):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_ci_takes_both_commands_from_the_readme(need: Callable[[str], str]) -> None:
    need("awk")
    assert "as_newcomer 1\n" in ci_function("step_readme_prove")
    assert "as_newcomer 2\n" in ci_function("step_readme_test")
    for number, block in enumerate(shell_blocks(), start=1):
        run = ["bash", "-c", f"{ci_function('readme_command')}\nreadme_command {number}"]
        assert subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout == block


def ci_function(name: str) -> str:
    found = re.search(rf"^{name}\(\) \{{.*?^\}}\n", read(".ci/run"), flags=re.M | re.S)
    assert found is not None
    return found[0]


STAND_IN = """#!/bin/sh
exec "{real}" - "$2" <<"END"
import sys
from collections import namedtuple
sys.version_info = namedtuple("Version", "major minor micro releaselevel")({numbers}, "{level}")
sys.executable = "{path}"
exec(sys.argv[1])
END
"""
"""An interpreter that says that it is another one."""


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ("3.9.1 3.11.10 3.11.9 3.12.0 3.13.2 3.14.0:candidate", ["3.11.9", "3.13.2"]),  # too old, and not released yet
        ("3.12.4", ["3.12.4"]),
        ("3.10.0", []),
    ],
)
def test_ci_takes_the_oldest_and_the_newest_python(
    there: str, chosen: list[str], tmp_path: Path, need: Callable[[str], str]
) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("grep", "sed", "sort"):
        (tools / name).symlink_to(need(name))
    for version in there.split():
        number, _, level = version.partition(":")
        path = tmp_path / ".pyenv" / "versions" / number / "bin" / "python3"
        path.parent.mkdir(parents=True)
        told = {"real": sys.executable, "numbers": number.replace(".", ", "), "level": level or "final", "path": path}
        path.write_text(STAND_IN.format(**told))
        path.chmod(0o755)
    environment = {"HOME": str(tmp_path), "PATH": str(tools)}
    bash = [need("bash"), "-euo", "pipefail", "-c", f"{ci_function('pythons')}\npythons"]
    done = subprocess.run(bash, env=environment, capture_output=True, text=True, check=True)
    assert [Path(line).parts[-3] for line in done.stdout.splitlines()] == chosen


def test_each_lower_bound_can_be_tried_as_it_stands() -> None:
    project = pyproject()["project"]
    requirements = project["dependencies"] + project["optional-dependencies"]["test"]
    assert all(re.fullmatch(r"[\w-]+>=[\d.]+", requirement) for requirement in requirements)
    assert 'requirement.replace(">=", "==")' in ci_function("step_lower_bounds")


def test_ci_is_a_script_that_stops_at_the_first_error() -> None:
    script = read(".ci/run")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)


def test_ci_runs_every_step_that_it_defines() -> None:
    script = read(".ci/run")
    listed = re.search(r"^STEPS=\((.*?)\)$", script, flags=re.M | re.S)
    assert listed is not None
    assert sorted(listed[1].split()) == sorted(re.findall(r"^step_(\w+)\(\)", script, flags=re.M))


def test_relative_links_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in texts()
        if page.suffix == ".md" and "generated" not in page.parts
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists() and "generated/" not in target  # made while the docs are built
    ]
    assert broken == []


# ------------------------------------------------------------------------- one version, one list of dependencies


def test_the_version_is_the_same_everywhere() -> None:
    assert pyproject()["tool"]["hatch"]["version"] == {"path": "symstride/version.py"}
    version = symstride.__version__
    assert re.findall(r"^ *version: (\S+)$", read("CITATION.cff"), flags=re.M) == [version, version]
    newest = re.search(r"^## (\S+)", read("CHANGELOG.md"), flags=re.M)
    assert newest is not None
    assert newest[1] == version


def test_each_dependency_gives_its_reason() -> None:
    block = re.search(r"^dependencies = \[\n(.*?)^\]", read("pyproject.toml"), flags=re.M | re.S)
    assert block is not None
    assert all(re.search(r'",\s+# \w+', line) for line in block[1].splitlines())


def test_all_frameworks_means_all_of_them() -> None:
    extras = pyproject()["project"]["optional-dependencies"]
    (together,) = extras["all-frameworks"]
    named = set(together.removeprefix("symstride[").removesuffix("]").split(","))
    assert named == set(extras) - {"test", "docs", "dev", "draw", "benchmarks", "all-frameworks"}


def test_the_package_is_typed() -> None:
    assert (ROOT / "symstride" / "py.typed").is_file()


def test_the_trusted_files_are_as_short_as_the_readme_says() -> None:
    names = ("terms", "polynomials", "rules", "replay")
    lines = sum(code_lines(read(f"symstride/proof/kernel/{name}.py")) for name in names)
    assert lines < 800
    assert "fewer than 800 lines of code" in " ".join(read("README.md").split())


# ------------------------------------------------------------------------- order in the tests


def test_test_files_have_names_of_their_own() -> None:
    # without packages, pytest knows a test file by its bare name
    names = Counter(path.name for path in (ROOT / "tests").rglob("*.py") if path.name != "conftest.py")
    assert [name for name, count in names.items() if count > 1] == []
    assert not list((ROOT / "tests").rglob("__init__.py"))


# ------------------------------------------------------------------------- nothing foreign

HOSTS = frozenset({
    "arxiv.org", "doi.org", "www.apache.org", "www.w3.org", "docs.python.org", "docs.pytest.org", "onnx.ai",
    "onnxruntime.ai", "pytorch.org", "docs.pytorch.org", "keras.io", "www.tensorflow.org", "docs.jax.dev",
    "rocq-prover.org",
})  # fmt: skip
"""The only hosts that the project names: sources of the mathematics, licences, other people's documentation."""

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|WIP|NotImplementedError)\b")
HOME = re.compile(r"(?<![\w./{}-])/(?:root|home|Users|opt|mnt|srv)/\w")


def findings(text: str) -> list[str]:
    """What has no place in the project: unfinished work, foreign hosts, paths of one machine."""
    hosts = set(re.findall(r"\bhttps?://([\w.-]+)", text)) - HOSTS
    machine = [
        path for path in (str(ROOT.parent), str(Path.home())) if re.search(rf"(?<![\w.]){re.escape(path)}/", text)
    ]
    return [*UNFINISHED.findall(text), *sorted(hosts), *HOME.findall(text), *machine]


def test_nothing_foreign_or_unfinished() -> None:
    found = {path.relative_to(ROOT).as_posix(): findings(path.read_text(encoding="utf-8")) for path in texts()}
    del found["tests/test_project.py"]  # names what it looks for
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "text", ["# TO" + "DO later", "see https://example.org/x", "/ro" + "ot/thing", str(ROOT) + "/x"]
)
def test_the_search_finds(text: str) -> None:
    assert findings(text)


def test_the_search_lets_pass() -> None:
    assert findings("see https://arxiv.org/abs/1712.02502, and a/b/c.py, w/root/x of a tree") == []


# ------------------------------------------------------------------------- no silenced checks without a reason


def test_each_ignored_check_says_why() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts()
        if path.suffix == ".py" and "tests" not in path.parts  # there, ill-typed calls are what is tested
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"# (?:noqa|type: ignore)(?:: ?[A-Z]+\d+(?:, ?[A-Z]+\d+)*|\[[\w, -]+\])?\s*$", line)
    ]
    assert silent == [], "write the reason behind it, after two dashes"


def test_no_module_is_empty_of_words() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "symstride").rglob("*.py")
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []
