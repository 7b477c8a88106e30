"""Running Rocq: it is stopped when it hangs, named when it is missing, and leaves every folder as it was."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from rocqing import NOTHING, Rocq

from symstride.errors import NotSupported, SpecError
from symstride.export import rocq_check
from symstride.export.rocq_check import check_folder, library_files

pytestmark = pytest.mark.timeout(400)  # Rocq takes a minute of CPU time here, which a busy machine stretches

VERSION = 'if [ "$1" = -print-version ]; then echo 8.16.1 4.13.1; exit; fi\n'
BASE = "Lemma two : 1 + 1 = 2. Proof. reflexivity. Qed.\n"
WHERE = 'if [ "$1" = -where ]; then echo /nowhere; exit; fi\n'


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """A folder with one Rocq file and something else."""
    folder = tmp_path / "proof"
    folder.mkdir()
    (folder / "proof.v").write_text("Theorem one : 1 = 1.\nProof. reflexivity. Qed.\n")
    (folder / "notes.json").write_text("{}")
    return folder


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``fake(coqc="...")``: shell scripts of these names, alone on the PATH, and an empty cache."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def install(**scripts: str) -> None:
        for name, script in scripts.items():
            (programs / name).write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}")
            (programs / name).chmod(0o755)

    return install


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


def left_over(tmp_path: Path) -> list[str]:
    """What an unfinished build of the library left in the cache."""
    return [path.name for path in tmp_path.glob("cache/symstride/rocq/*")]


# ------------------------------------------------------------------------- missing, hung, failing


@pytest.mark.parametrize("present", [(), ("coqc",), ("coqchk",)])
def test_a_missing_program_is_named_with_how_to_get_it(
    present: tuple[str, ...], proof: Path, fake: Callable[..., None]
) -> None:
    fake(**dict.fromkeys(present, "exit 0\n"))
    before = state(proof)
    with pytest.raises(NotSupported) as refused:
        check_folder(proof)
    missing = "coqchk" if "coqc" in present else "coqc"
    assert f"the program {missing}" in str(refused.value)
    assert "apt-get install coq" in refused.value.hint
    assert refused.value.exit_code == 3
    assert state(proof) == before


def test_a_hung_coqc_is_stopped_with_its_children(proof: Path, fake: Callable[..., None], tmp_path: Path) -> None:
    child = tmp_path / "child"
    fake(coqc=f"{VERSION}{WHERE}sleep 300 &\necho $! > {child}\nwait\n", coqchk="exit 0\n")
    before, started = state(proof), time.monotonic()
    report = check_folder(proof, timeout=1)
    assert time.monotonic() - started < 30
    assert report.problem == "coqc was stopped after 1 seconds"
    assert (report.ok, report.exit_code, report.version) == (False, 1, "8.16.1")
    assert _gone(int(child.read_text()))
    assert state(proof) == before
    assert left_over(tmp_path) == []


def _gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().split()[2] == "Z":
            return True
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    return False


def test_a_coqc_that_hangs_at_once_is_stopped(proof: Path, fake: Callable[..., None]) -> None:
    fake(coqc="sleep 300\n", coqchk="exit 0\n")
    report = check_folder(proof, timeout=0.5)
    assert report.problem == "coqc was stopped after 0.5 seconds"
    assert not report.ok


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo out of memory >&2; exit 2\n", "out of memory"),
        ("kill -SEGV $$\n", "coqc ended with code -11"),
    ],
)
def test_a_failing_coqc_is_reported(
    script: str, says: str, proof: Path, fake: Callable[..., None], tmp_path: Path
) -> None:
    fake(coqc=VERSION + WHERE + script, coqchk="exit 0\n")
    before = state(proof)
    report = check_folder(proof)
    assert "the library does not compile" in report.problem
    assert says in report.problem
    assert not report.ok
    assert state(proof) == before
    assert left_over(tmp_path) == []


def test_a_program_that_is_none_is_reported(proof: Path, fake: Callable[..., None], tmp_path: Path) -> None:
    fake(coqc="exit 1\n", coqchk="exit 0\n")
    (tmp_path / "programs" / "coqc").write_bytes(b"\x7fELF")
    report = check_folder(proof)
    assert "coqc could not be started" in report.problem


def test_a_folder_without_rocq_files_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing"):
        with pytest.raises(SpecError, match=r"\.v file there|no such folder"):
            check_folder(place)


# ------------------------------------------------------------------------- with Rocq itself


def test_a_hung_file_is_stopped_and_the_others_are_checked(rocq: Rocq) -> None:
    slow = "Fixpoint slow (n : nat) : nat := match n with O => O | S m => slow m + slow m end.\nCompute slow 60.\n"
    files = rocq.check({"hangs.v": slow, "sub dir/sound.v": NOTHING}, timeout=15)
    assert files["hangs.v"].problem == "coqc was stopped after 15 seconds"
    assert files["sub dir/sound.v"].ok


def test_an_error_names_the_file_as_it_is_called(rocq: Rocq) -> None:
    (file,) = rocq.check({"not a rocq-name.v": "Goal 1 = 2. reflexivity. Qed.\n"}).values()
    assert 'File "not a rocq-name.v", line 1' in file.problem
    assert str(file).startswith("not a rocq-name.v: refused after")


def test_a_folder_is_left_as_it_was(rocq: Rocq, proof: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(rocq.cache))
    before = state(proof)
    report = check_folder(proof)
    assert report.ok
    assert "all of it holds, with no axioms" in str(report)
    assert (report.exit_code, report.axioms, report.library_seconds) == (0, (), 0.0)
    assert state(proof) == before
    assert check_folder(proof / "proof.v").ok


def test_without_a_cache_the_library_is_compiled_for_the_run(
    proof: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rocq: Rocq
) -> None:
    monkeypatch.setattr(rocq_check, "library_files", lambda: {"Base.v": BASE})
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    report = check_folder(proof)
    assert report.ok
    assert report.library_seconds > 0


def test_another_library_is_compiled_anew(
    proof: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rocq: Rocq
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for changed, compiled in ((BASE, True), (BASE, False), (f"{BASE}\n", True)):
        monkeypatch.setattr(rocq_check, "library_files", lambda changed=changed: {"Base.v": changed})
        assert (check_folder(proof).library_seconds > 0) is compiled
    assert len(left_over(tmp_path)) == 2


# ------------------------------------------------------------------------- the library


def test_the_library_assumes_nothing() -> None:
    for name, text in library_files().items():
        for word in ("Admitted", "admit", "Axiom", "Parameter", "Conjecture", "Hypothesis", "Unset"):
            assert not re.search(rf"\b{word}[. ]", text), name


def test_the_library_is_listed_whole() -> None:
    folder = Path(rocq_check.__file__).parent / "rocq_library"
    assert sorted(library_files()) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.v"))


STATEMENTS = ("Theorem", "Corollary", "Lemma", "Definition", "Fixpoint", "Inductive", "Record", "Class", "Ltac")


def test_every_statement_of_the_library_is_said_in_words() -> None:
    for name, text in library_files().items():
        assert text.startswith("(** * "), name
        for above, line in pairwise(text.splitlines()):
            if line.startswith(STATEMENTS):
                assert above.endswith("*)"), f"{name}: {line}"


@pytest.mark.whole  # python -m proofs.verify does it too
def test_the_library_and_the_standard_library_are_checked(
    rocq: Rocq, proof: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(rocq.cache))
    report = check_folder(proof, timeout=380, thorough=True)
    assert report.ok
    assert "the standard library checked too" in str(report)
