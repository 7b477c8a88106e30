"""The examples about single layers in README and guide run as they stand, Python and commands, without a framework.

What a comment behind an expression says is its value, where it is one.
"""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import symstride.cli

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def examples(page: str, titles: list[str], language: str) -> str:
    """The blocks of these sections, one after the other."""
    text = (ROOT / page).read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([^\n]*)\n(.*?)(?=^## |\Z)", text, flags=re.M | re.S))
    return "".join(
        block for title in titles for block in re.findall(rf"^```{language}\n(.*?)^```$", sections[title], re.M | re.S)
    )


def values_said(code: str) -> list[tuple[str, Any]]:
    """The expressions, a line each, whose comment is a value."""
    rows = re.findall(r"^([(\w](?:[^#=]|==)*?)  # (\(.*\)|\d+|True|False)$", code, flags=re.M)
    return [(expression, ast.literal_eval(value)) for expression, value in rows]


PYTHON = {
    "README.md": ["A tour"],
    "docs/guide.md": [
        "Describe a layer",
        "Look at it",
        "Expand it",
        "Prove it",
        "In a paper of your own",
        "Check it again",
    ],
}


@pytest.mark.parametrize("page", PYTHON)
def test_the_python_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without a TeX, which other tests try
    code = examples(page, PYTHON[page], "python")
    names: dict[str, Any] = {}
    exec(compile(code, page, "exec"), names)  # noqa: S102 -- an example of ours
    assert {path.name for path in (tmp_path / "proof").iterdir()} >= {"proof.tex", "proof.html", "certificate.json"}
    said = values_said(code)
    assert [(expression, eval(expression, names)) for expression, _ in said] == said != []


ABOUT_THEORY = [
    "docs/operators.md", "docs/sharing.md", "docs/fields.md", "docs/cost.md", "docs/spectrum.md", "docs/information.md",
    "docs/translation.md", "docs/effects.md",
]  # fmt: skip
"""Pages all of whose blocks in Python run, one after the other."""


@pytest.mark.parametrize("page", ABOUT_THEORY)
def test_a_page_about_theory_runs(page: str) -> None:
    """Each line whose comment is a value has that value at the end of the page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    code = "".join(re.findall(r"^```python\n(.*?)^```$", text, flags=re.M | re.S))
    names: dict[str, Any] = {}
    exec(compile(code, page, "exec"), names)  # noqa: S102 -- an example of ours
    said = values_said(code)
    assert [(expression, eval(expression, names)) for expression, _ in said] == said != []


def commands(page: str, title: str) -> list[list[str]]:
    lines = examples(page, [title], "console").splitlines()
    return [shlex.split(part) for line in lines for part in line.removeprefix("$ ").split(" && ")]


def run(words: list[str]) -> int:
    assert words[0] == "symstride"
    return symstride.cli.main(words[1:])


@pytest.mark.full
def test_the_commands_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    listed = [*commands("README.md", "A tour"), *commands("docs/guide.md", "From a shell")]
    alone = [words for words in listed if "check-rocq" not in words and not any("model" in word for word in words)]
    assert len(alone) >= 7
    for words in alone:
        assert run(words) == 0, capsys.readouterr().err


@pytest.mark.full
def test_the_commands_about_rocq_run(need: Callable[[str], str], capsys: pytest.CaptureFixture[str]) -> None:
    need("coqc")
    rocq = [words for words in commands("README.md", "A tour") if "--rocq" in words or "check-rocq" in words]
    assert [words[1] for words in rocq] == ["prove", "check-rocq"]
    for words in rocq:
        assert run(words) == 0, capsys.readouterr().err


@pytest.mark.full
def test_the_page_about_frameworks_runs() -> None:
    pytest.importorskip("torch", reason="examples of PyTorch")
    pytest.importorskip("jax", reason="examples of JAX")
    text = (ROOT / "docs/frameworks.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```py\n(.*?)^```$", text, flags=re.M | re.S)
    exec(compile("".join(blocks), "docs/frameworks.md", "exec"), {})  # noqa: S102 -- an example of ours
    assert "".join(blocks).count("\nassert ") >= 4


def test_each_task_of_a_researcher_is_three_lines() -> None:
    cells = json.loads((ROOT / "docs/researcher.ipynb").read_text(encoding="utf-8"))["cells"]
    tasks = re.findall(r"^## (\d+)\. ", "\n".join("".join(cell["source"]) for cell in cells), flags=re.M)
    assert tasks == [str(n) for n in range(1, 13)]
    code = [cell["source"] for cell in cells if cell["cell_type"] == "code"][1:]  # the first one imports
    assert len(code) == len(tasks)
    assert all(len([line for line in lines if line.strip()]) <= 3 for lines in code)
