"""Finding and running a TeX: clear reasons, no shell, nothing left behind."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from symstride.render import engine
from symstride.render.engine import compile_pdf, warnings

EMPTY = r"\documentclass{article}\begin{document}%s\end{document}"


def test_a_missing_tex_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    compiled = compile_pdf(EMPTY % "x")
    assert compiled.pdf is None
    assert compiled.reason.startswith("no pdflatex was found: install TeX Live")


def test_a_tex_that_cannot_be_started_is_a_reason(tmp_path: Path) -> None:
    compiled = compile_pdf(EMPTY % "x", engine=str(tmp_path / "pdflatex"))
    assert compiled.pdf is None
    assert "could not be started" in compiled.reason


def test_an_error_is_quoted_and_gives_no_pdf(need: Callable[[str], str]) -> None:
    need("pdflatex")
    compiled = compile_pdf(EMPTY % r"\nonsense")
    assert compiled.pdf is None
    assert "Undefined control sequence" in compiled.reason


def test_a_document_that_never_ends_is_stopped(need: Callable[[str], str]) -> None:
    need("pdflatex")
    compiled = compile_pdf(EMPTY % r"\def\x{\x}\x", timeout=1)
    assert compiled.pdf is None
    assert compiled.reason == "pdflatex took longer than 1 seconds"


def test_there_is_no_shell_and_no_file_outside(need: Callable[[str], str], tmp_path: Path) -> None:
    need("pdflatex")
    mark = tmp_path / "mark"
    compile_pdf(EMPTY % rf"\immediate\write18{{touch {mark}}}x")
    compile_pdf(EMPTY % rf"\newwrite\f\immediate\openout\f={mark}.tex \immediate\write\f{{x}}x")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_behind(need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("pdflatex")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert compile_pdf(EMPTY % "x").pdf is not None
    assert compile_pdf(EMPTY % r"\nonsense").pdf is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    [
        "LaTeX Warning: Reference `x' on page 1 undefined on input line 3.",
        "LaTeX Font Warning: Font shape `OT1/cmr/m/n' in size <7.8> not available",
        "Package hyperref Warning: Token not allowed in a PDF string",
        r"Overfull \hbox (3.2pt too wide) in paragraph at lines 3--4",
        r"Underfull \vbox (badness 10000) has occurred while \output is active",
        "Missing character: There is no X in font cmr10!",
        "pdfTeX warning: pdflatex (file x): duplicate",
    ],
)
def test_a_warning_is_recognised(line: str) -> None:
    assert warnings(f"(./proof.tex\n{line}\n{line}\n)") == (line,)


def test_a_quiet_log_has_no_warnings() -> None:
    assert (
        warnings("This is pdfTeX\n(./proof.tex\nPackage: infwarerr 2019 Providing info/warning/error messages\n)") == ()
    )


def test_the_engine_is_found_by_name(need: Callable[[str], str]) -> None:
    assert engine.find_engine() == need("pdflatex")
