"""``symstride prove``: the verdict, the proof folder, and what is skipped by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import symstride
from symstride.cli import main
from symstride.render import engine

Streams = pytest.CaptureFixture[str]
LAYER = "nn.Conv1d(2, 3, kernel_size=3, stride=2, padding=1)"


@pytest.fixture
def no_tex(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def test_a_proof_is_announced(capsys: Streams) -> None:
    assert main(["prove", LAYER]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("proved: Conv(")
    assert symstride.prove(symstride.read(LAYER)).digest in out
    assert "add -o DIR" in out


@pytest.mark.usefixtures("no_tex")
def test_the_folder(tmp_path: Path, capsys: Streams) -> None:
    folder = tmp_path / "deep" / "proof"
    assert main(["prove", LAYER, "-o", str(folder)]) == 0
    out = capsys.readouterr().out
    written = {path.name for path in folder.iterdir()}
    assert {"proof.tex", "proof.html", "certificate.json"} <= written
    assert "proof.pdf" not in written
    assert all(name in out for name in written)
    assert f"skipped: proof.pdf, because no {engine.ENGINE} was found" in out
    assert engine.HOW_TO_GET in out
    assert symstride.replay(folder / "certificate.json").digest in out


def test_the_folder_with_a_tex(tmp_path: Path, need: Callable[[str], str], capsys: Streams) -> None:
    need(engine.ENGINE)
    assert main(["prove", LAYER, "-o", str(tmp_path), "--pdf"]) == 0
    assert (tmp_path / "proof.pdf").read_bytes().startswith(b"%PDF")
    assert "skipped" not in capsys.readouterr().out


@pytest.mark.usefixtures("no_tex")
def test_a_pdf_that_is_insisted_on(tmp_path: Path, capsys: Streams) -> None:
    assert main(["prove", LAYER, "-o", str(tmp_path / "proof"), "--pdf"]) == 3
    assert engine.ENGINE in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_tex")
def test_json(tmp_path: Path, capsys: Streams) -> None:
    assert main(["prove", LAYER, "-o", str(tmp_path), "--json"]) == 0
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert err == ""
    assert (data["verdict"], data["exit_code"], data["hypotheses"]) == ("proved", 0, [])
    assert data["digest"] == symstride.prove(symstride.read(LAYER)).digest
    assert sorted(map(Path, data["files"])) == sorted(tmp_path.iterdir())


def test_json_without_a_folder(capsys: Streams) -> None:
    assert main(["prove", LAYER, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == []


def test_symbols_leave_hypotheses(capsys: Streams) -> None:
    assert main(["prove", "--kernel", "k", "--stride", "s", "--axes", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["hypotheses"] == ["1 <= s"]


def test_the_options_reach_the_theorem(capsys: Streams) -> None:
    words = ["--phases", "2", "--origin", "padded", "--order", "phase_major", "--input", "17"]
    assert main(["prove", LAYER, *words, "--json"]) == 0
    options = {"phases": 2, "origin": "padded", "order": "phase_major", "input_size": 17}
    theorem = symstride.prove(symstride.read(LAYER), **options)
    assert json.loads(capsys.readouterr().out)["digest"] == theorem.digest


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["prove", "nn.Conv2d(3, 64, kernel_size=7, strides=2)"], 2),
        (["prove", "__import__('os').system('true')"], 2),
        (["prove", "nn.Conv2d(3, 64, 3, padding=1, padding_mode='reflect')"], 3),
        (["prove", "nn.AdaptiveAvgPool2d(3)"], 3),
        (["prove", "nn.ConvTranspose2d(3, 64, 3, 2)", "--origin", "padded"], 2),
        (["prove", "--kernel", "k", "--pool", "max", "--groups", "2"], 2),
        (["prove", "--kernel", "k", "--output-padding", "1"], 2),
        (["prove", "Conv2D(64, 3, strides=2, padding='same')"], 2),
        (["prove", LAYER, "--pdf"], 2),
        (["prove", LAYER, "--phases", "0"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_refusals_have_their_exit_codes(words: list[str], code: int, capsys: Streams) -> None:
    assert main(words) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["asked", "expected", "got", "try"]


@pytest.mark.parametrize("line", ["nn.MaxPool2d(3, 2)", "nn.ConvTranspose2d(3, 4, 3, 2)"])
def test_pools_and_transposed_layers_are_proved_and_shown(line: str, capsys: Streams) -> None:
    assert main(["prove", line, "--input", "7x7"]) == 0
    assert "proved: network" in capsys.readouterr().out
    assert main(["show", line, "--input", "7x7"]) == 0
    assert "What one output sees" in capsys.readouterr().out


def test_transposed_layers_and_pools_are_proved_in_symbols(capsys: Streams) -> None:
    sizes = ["--kernel", "k", "--stride", "s", "--padding", "p:r", "--output-padding", "e", "--axes", "1"]
    assert main(["prove", *sizes, "--transposed", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["verdict"], data["hypotheses"]) == ("proved", ["0 <= rho", "1 <= s", "(rho + 1) <= s"])
    assert main(["prove", "--kernel", "k", "--pool", "max"]) == 0
    assert "proved: MaxPool(kernel=(k, k)" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: Streams) -> None:
    in_the_way = tmp_path / "proof"
    in_the_way.write_text("a file where a folder is asked for")
    assert main(["prove", LAYER, "-o", str(in_the_way)]) == 2
    assert str(in_the_way) in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [in_the_way]


def test_the_exit_code_is_the_verdicts(monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    from symstride.theorem import Theorem
    from symstride.verdict import refuted

    monkeypatch.setattr(Theorem, "verdict", refuted("a counterexample"))
    assert main(["prove", LAYER]) == 1


@pytest.mark.usefixtures("no_tex")
def test_the_rocq_file(tmp_path: Path, capsys: Streams) -> None:
    assert main(["prove", LAYER, "-o", str(tmp_path), "--rocq", "--phases", "2"]) == 0
    assert "proof.v" in capsys.readouterr().out
    theorem = symstride.prove(symstride.read(LAYER), 2)
    assert (tmp_path / "proof.v").read_text(encoding="utf-8") == theorem.rocq()


def test_the_rocq_file_needs_a_folder(capsys: Streams) -> None:
    assert main(["prove", LAYER, "--rocq"]) == 2
    assert "no -o DIR" in capsys.readouterr().err


# ------------------------------------------------------------------------- for a paper of one's own


@pytest.mark.usefixtures("no_tex")
def test_the_theorem_for_a_paper_of_her_own(tmp_path: Path, capsys: Streams) -> None:
    words = ["prove", LAYER, "-o", str(tmp_path), "--fragment", "--prefix", "kl", "--letters", r"x=z,w=\theta"]
    assert main(words) == 0
    theorem = symstride.prove(symstride.read(LAYER)).in_letters({"x": "z", "w": r"\theta"})
    assert (tmp_path / "theorem.tex").read_text(encoding="utf-8") == theorem.fragment("kl")
    assert (tmp_path / "theorem.bib").read_text(encoding="utf-8") == theorem.bibtex()
    assert (tmp_path / "proof.tex").read_text(encoding="utf-8") == theorem.latex()
    assert "theorem.tex" in capsys.readouterr().out


@pytest.mark.usefixtures("no_tex")
def test_the_talk(tmp_path: Path) -> None:
    assert main(["prove", LAYER, "-o", str(tmp_path), "--slides"]) == 0
    source = (tmp_path / "slides.tex").read_text(encoding="utf-8")
    assert source == symstride.prove(symstride.read(LAYER)).slides()
    assert not (tmp_path / "slides.pdf").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--fragment"], 2, "add -o proof"),
        (["--slides"], 2, "add -o proof"),
        (["--letters", "x=w"], 2, "x and w would both be printed w"),
        (["--letters", "x"], 2, "name=letter"),
        (["--fragment", "--prefix", "1", "-o", "out"], 2, "one to twenty letters"),
    ],
)
def test_a_slip_there_is_named(
    words: list[str], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["prove", LAYER, *words]) == code
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_files_of_an_earlier_proof_are_named(tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are about another layer than the certificate beside them."""
    monkeypatch.setenv("PATH", "")
    assert main(["prove", "nn.Conv1d(1, 1, 3)", "-o", str(tmp_path), "--rocq", "--fragment"]) == 0
    assert "earlier" not in capsys.readouterr().err
    before = (tmp_path / "proof.v").read_bytes()
    assert main(["prove", "nn.Conv1d(1, 1, 2)", "-o", str(tmp_path), "--fragment"]) == 0
    said = capsys.readouterr().err
    assert f"of an earlier proof perhaps: {tmp_path / 'proof.v'}\n" in said
    assert (tmp_path / "proof.v").read_bytes() == before


def test_a_tex_that_fails_can_be_left_out(tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one without the packages that the paper needs."""
    (tmp_path / "pdflatex").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "pdflatex").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    words = ["prove", "nn.Conv1d(1, 1, 3)", "-o", str(tmp_path / "proof")]
    assert main(words) == 3
    assert "--no-pdf" in capsys.readouterr().err
    assert not (tmp_path / "proof").exists()
    assert main([*words, "--no-pdf"]) == 0
    assert "proof.pdf" not in capsys.readouterr().out
    assert (tmp_path / "proof" / "proof.html").exists()
    assert main([*words, "--no-pdf", "--pdf"]) == 2
