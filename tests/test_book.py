"""``proofs/``: what the book holds, and that ``--check`` notices every kind of drift."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import symstride
from proofs import regenerate, verify
from proofs.entries import LAYERS, NETWORKS, OPEN, GeneralEntry, NetworkEntry, OpenEntry, TextsEntry, entries
from symstride.export import rocq_check

SMALL = (GeneralEntry("small", "a small one", "subsampling", 1),)


def test_every_entry_has_its_folder() -> None:
    folders = [entry.folder for entry in entries()]
    assert len(set(folders)) == len(folders)
    assert len(folders) == len(OPEN) + len(LAYERS) + len(NETWORKS) + sum(
        1 if entry.in_texts else 3 for entry in symstride.CATALOGUE.values()
    )


@pytest.mark.parametrize("entry", LAYERS, ids=lambda entry: entry.folder)
def test_the_layers_are_what_their_titles_say(entry: regenerate.LayerEntry) -> None:
    layer = symstride.read(entry.line)
    assert len(entry.input_size) == layer.ndim
    assert all(isinstance(size, int) and size > 0 for size in layer.output_size(entry.input_size))


def test_the_book_on_disk_holds_the_certificates_that_are_made_today() -> None:
    for entry in LAYERS[:2]:
        theorem = symstride.prove(symstride.read(entry.line), input_size=entry.input_size)
        path = regenerate.BOOK / entry.folder / regenerate.CERTIFICATE
        assert path.read_text(encoding="utf-8") == theorem.certificate(), "run python -m proofs.regenerate"


@pytest.mark.full
@pytest.mark.parametrize("entry", OPEN, ids=lambda entry: entry.folder)
def test_layers_with_symbols_on_disk_are_those_of_today(entry: OpenEntry) -> None:
    theorem, folder = symstride.prove(entry.build()), regenerate.BOOK / entry.folder
    assert theorem.subject.layer.is_symbolic
    assert (folder / regenerate.CERTIFICATE).read_text(encoding="utf-8") == theorem.certificate()
    assert (folder / "proof.tex").read_text(encoding="utf-8") == theorem.latex(), "run python -m proofs.regenerate"


IN_TEXTS = [entry for entry in entries() if isinstance(entry, TextsEntry)]


SHORT = [entry for entry in IN_TEXTS[3::7] if entry.name != "quantised-bank"]
"""Some that are quickly proved; ``python -m proofs.regenerate --check`` compares all."""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("entry", SHORT, ids=lambda entry: entry.folder)
def test_theorems_in_texts_on_disk_are_those_of_today(entry: TextsEntry) -> None:
    theorem = symstride.prove_general(entry.name, entry.axes)
    folder = regenerate.BOOK / entry.folder
    assert (folder / regenerate.CERTIFICATE).read_text(encoding="utf-8") == theorem.certificate()
    assert (folder / "proof.tex").read_text(encoding="utf-8") == theorem.latex(), "run python -m proofs.regenerate"


def test_more_axes_of_theorems_in_texts_are_those_of_today() -> None:
    on_disk = json.loads((regenerate.BOOK / regenerate.MORE).read_text(encoding="utf-8"))
    assert list(on_disk) == [entry.name for entry in IN_TEXTS]
    for entry in IN_TEXTS[:2]:
        assert on_disk[entry.name] == regenerate.more_axes(entry), "run python -m proofs.regenerate"


@pytest.mark.parametrize("entry", NETWORKS, ids=lambda entry: entry.folder)
def test_the_networks_on_disk_are_those_that_are_built_today(entry: NetworkEntry) -> None:
    network = entry.build()
    certificate = (regenerate.BOOK / entry.folder / regenerate.CERTIFICATE).read_text(encoding="utf-8")
    symstride.replay(certificate, network)
    theorem = symstride.prove(network, scope=entry.scope)
    assert certificate == theorem.certificate(), "run python -m proofs.regenerate"


def test_both_scopes_of_the_networks_are_those_of_today() -> None:
    on_disk = json.loads((regenerate.BOOK / regenerate.OTHER_SCOPE).read_text(encoding="utf-8"))
    assert list(on_disk) == [entry.folder for entry in NETWORKS]
    for entry in NETWORKS:
        today = regenerate.other_scope(entry)
        del today["proof.html"]  # its MathML is made by another package; --check, with a version of that, compares it
        assert today.items() <= on_disk[entry.folder].items(), "run python -m proofs.regenerate"
        assert {entry.scope, today["scope"]} == {"layer", "network"}


OUTPUTS = {
    "network-all-cnn-c": (10,), "network-lenet-5": (10,), "network-alexnet": (256, 6, 6),
    "network-resnet-18": (128, 28, 28), "network-u-net": (3, 64, 64),
}  # fmt: skip
"""The shapes that the papers about these networks give."""


def test_the_networks_have_the_shapes_that_their_papers_give() -> None:
    assert {entry.folder: _output(entry) for entry in NETWORKS} == OUTPUTS


def _output(entry: NetworkEntry) -> tuple[int, ...]:
    network = entry.build()
    (name,) = network.outputs
    return network.shapes[name]


def written(folder: Path) -> Path:
    folder.mkdir()
    regenerate.write(folder, SMALL)
    return folder


@pytest.mark.full
def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = written(tmp_path / "one"), written(tmp_path / "other")
    assert regenerate.differences(one, other) == []
    assert "| [a small one](small/proof.html) |" in (one / "README.md").read_text(encoding="utf-8")


def test_drift_is_noticed(tmp_path: Path) -> None:
    fresh, book = written(tmp_path / "fresh"), written(tmp_path / "book")
    (book / "small" / "proof.tex").write_text("edited")
    (book / "small" / "proof.html").unlink()
    (book / "small" / "extra.txt").write_text("")
    (book / "small" / "proof.pdf").write_text("not looked at")
    (book / "README.md").write_text("")
    (book / "other-scope.json").write_text("")
    (book / "more-axes.json").write_text("")
    assert regenerate.differences(fresh, book) == [
        "missing:  small/proof.html",
        "unknown:  small/extra.txt",
        "differs:  README.md",
        "differs:  more-axes.json",
        "differs:  other-scope.json",
        "differs:  small/proof.tex",
    ]


@pytest.mark.full
def test_former_entries_go(tmp_path: Path) -> None:
    book = written(tmp_path / "book")
    former = book / "former"
    former.mkdir()
    (former / regenerate.CERTIFICATE).write_text("")
    (book / "notes").mkdir()
    regenerate.write(book, SMALL)
    assert not former.exists()
    assert (book / "notes").exists()


@pytest.mark.full
def test_check_answers_with_its_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regenerate, "entries", lambda: SMALL)
    monkeypatch.setattr(regenerate, "BOOK", written(tmp_path / "book"))
    assert regenerate.main(["--check"]) == 0
    (tmp_path / "book" / "small" / "proof.tex").write_text("edited")
    assert regenerate.main(["--check"]) == 1
    assert regenerate.main([]) == 0
    assert regenerate.main(["--check"]) == 0


# ------------------------------------------------------------------------- verifying


@pytest.fixture
def small_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    book = written(tmp_path / "book")
    monkeypatch.setattr(verify, "BOOK", book)
    return book


def test_certificates_are_replayed(small_book: Path) -> None:
    assert verify.main(["certificates"]) == 0
    path = small_book / "small" / regenerate.CERTIFICATE
    path.write_text(path.read_text(encoding="utf-8").replace('"cone"', '"ring"', 1), encoding="utf-8")
    assert verify.main(["certificates"]) == 1


def test_one_file_in_so_many_is_looked_at(small_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("small-1", "small-2"):
        shutil.copytree(small_book / "small", small_book / name)
    (small_book / "small-1" / regenerate.CERTIFICATE).write_text("{}", encoding="utf-8")
    assert verify.main(["certificates", "--every", "2"]) == 0
    assert "certificates: 2 looked at" in capsys.readouterr().out
    assert verify.main(["certificates", "--every", "1"]) == 1
    assert "certificates: 3 looked at" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        verify.main(["--every", "0"])


def test_papers_are_compiled_without_a_warning(small_book: Path, need: Callable[[str], str]) -> None:
    need("pdflatex")
    assert verify.main(["papers"]) == 0
    path = small_book / "small" / "proof.tex"
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace(r"\end{document}", r"\hbox to 1pt{too wide}\end{document}"), encoding="utf-8")
    assert verify.main(["papers"]) == 1
    path.write_text(source.replace(r"\end{document}", r"\nosuchcommand\end{document}"), encoding="utf-8")
    assert verify.main(["papers"]) == 1


def test_rocq_files_are_compiled_and_axioms_are_found(
    small_book: Path, monkeypatch: pytest.MonkeyPatch, need: Callable[[str], str]
) -> None:
    need("coqc")
    need("coqchk")
    monkeypatch.setenv("XDG_CACHE_HOME", str(small_book / "cache"))
    kernel = rocq_check.library_files()
    base = kernel | {"Base.v": "Lemma one : 1 = 1. Proof. reflexivity. Qed.\n"}
    monkeypatch.setattr(rocq_check, "library_files", lambda: base)
    monkeypatch.setattr(verify, "THOROUGH", False)  # half a minute for each run
    file = small_book / "small" / "proof.v"
    file.write_text("From Symstride Require Import Base.\nLemma here : 1 = 1. Proof. exact one. Qed.\n")
    assert verify.main(["rocq"]) == 0
    file.write_text("Axiom wrong : 1 = 2.\n")
    assert verify.main(["rocq"]) == 1
    file.write_text("Lemma wrong : 1 = 2. Proof. reflexivity. Qed.\n")
    assert verify.main(["rocq"]) == 1


def test_an_empty_book_is_not_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "BOOK", tmp_path)
    assert verify.main(["certificates"]) == 1
