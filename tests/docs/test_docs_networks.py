"""The examples about networks in README and guide run as they stand, and the figures in them are the measured ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import symstride
from symstride.cli import VERBS, parse
from symstride.network.table import layer_table

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("onnx")
    monkeypatch.setenv("PATH", "")  # without a TeX, which other tests try
    monkeypatch.chdir(tmp_path)


def section(page: str, title: str) -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z|^\| to find out)", text, flags=re.M | re.S)
    assert found is not None
    return found[1]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.M | re.S)


def run(code: str, names: dict[str, Any]) -> dict[str, Any]:
    exec(compile(code, "example", "exec"), names)  # noqa: S102 -- an example of ours
    return names


def test_the_readme_goes_from_model_to_proof(tmp_path: Path) -> None:
    (code,) = blocks(section("README.md", "Whole networks"), "python")
    names = run(code, {})
    assert names["flat"].strided == ()
    assert {path.name for path in tmp_path.iterdir()} == {"model.onnx", "model-unit-stride.onnx", "proof-of-model"}
    assert {path.name for path in (tmp_path / "proof-of-model").iterdir()} >= {"proof.tex", "proof.html"}


def test_its_commands_run_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks(section("README.md", "Whole networks"), "python")
    run(code.partition("net = ")[0], {})
    (shell,) = blocks(section("README.md", "Whole networks"), "console")
    for line in shell.splitlines():
        arguments = parse(line.removeprefix("$ symstride ").split(), VERBS)
        assert symstride.cli.main(line.removeprefix("$ symstride ").split()) == 0, capsys.readouterr().err
        assert arguments.verb.name in line
    assert (tmp_path / "proof-of-model" / "certificate.json").is_file()


def test_the_guide_runs(tmp_path: Path) -> None:
    (code,) = blocks(section("README.md", "Whole networks"), "python")
    run(code.partition("net = ")[0], {})
    names: dict[str, Any] = {"ss": symstride}
    for block in blocks(section("docs/guide.md", "Networks"), "python"):
        run(block, names)
    assert names["on_grid"].origin is names["network"]
    assert (tmp_path / "network-proof" / "proof.html").is_file()


def test_identities_of_the_guide(tmp_path: Path) -> None:
    names: dict[str, Any] = {"ss": symstride}
    for block in blocks(section("docs/guide.md", "Prove your own"), "python"):
        run(block, names)
    report = symstride.replay(tmp_path / "identity-proof" / "certificate.json")
    assert report.about["identity"] == [names["identity"].left, names["identity"].right]
    assert names["refuted"].kind.name == "REFUTED"
    assert "n = 1" in str(names["refuted"].witness)


def test_the_figures_of_resnet_are_those_of_the_table() -> None:
    import onnx

    from symstride.network.grid.plan import plan

    folder = Path(onnx.__file__).parent / "backend/test/data/light"
    network = symstride.read(folder / "light_resnet50.onnx").without_weights()
    by_layer, on_grid = layer_table(network).totals, layer_table(network, plan(network)).totals
    before, after, moved = by_layer.bytes / 1e6, by_layer.unit_bytes / 1e6, on_grid.unit_bytes / 1e9
    said = f"{after:.0f} MB instead of {before:.0f} MB, but {moved:.1f} GB"
    assert said in " ".join(section("README.md", "Whole networks").split())
