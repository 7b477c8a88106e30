"""What a network was read from is never written, whatever links and detours lead there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from symstride import prove
from symstride.adapters.onnx.door import from_onnx, to_onnx
from symstride.cli import main
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.placing import put_together
from symstride.network.rewriting.unstride import unstride


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


def strided() -> Network:
    build, w = Builder("strided"), np.arange(36, dtype=np.float32).reshape(2, 2, 3, 3)
    y = build.add(Conv(2, 2, (3, 3), 2, bias=False), build.input("x", (2, 9, 9)), name="y", weight=w)
    return build.network(build.add(op.Pointwise("relu"), y, name="z"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with in/in.onnx, whose weights lie in in/real.onnx.data; it is the current one."""
    import onnx

    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "in.onnx"
    to_onnx(strided(), path)
    model = onnx.load(path)
    onnx.save(model, path, save_as_external_data=True, location="real.onnx.data", size_threshold=0)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def link(at: str, to: str) -> None:
    Path(at).parent.mkdir(exist_ok=True)
    Path(at).symlink_to(Path(to).absolute())


def hard(at: str, to: str) -> None:
    Path(at).parent.mkdir(exist_ok=True)
    os.link(to, at)


PLACES: dict[str, tuple[list[Callable[[], None]], str]] = {
    "the model": ([], "in/in.onnx"),
    "a detour": ([], "in/../in/in.onnx"),
    "a link to the model": ([lambda: link("out.onnx", "in/in.onnx")], "out.onnx"),
    "a link to a link": ([lambda: link("a.onnx", "in/in.onnx"), lambda: link("out.onnx", "a.onnx")], "out.onnx"),
    "a hard link to the model": ([lambda: hard("out.onnx", "in/in.onnx")], "out.onnx"),
    "a linked folder": ([lambda: link("other", "in")], "other/in.onnx"),
    "a link to the data": ([lambda: link("out.onnx", "in/real.onnx.data")], "out.onnx"),
    "a hard link to the data": ([lambda: hard("out.onnx", "in/real.onnx.data")], "out.onnx"),
    "whose data is the data": ([], "in/real.onnx"),
    "whose data is the data, by a link": ([lambda: link("out.onnx", "in/real.onnx")], "out.onnx"),
    "whose data is the data, by a linked folder": ([lambda: link("other", "in")], "other/real.onnx"),
    "whose data is a link to the data": ([lambda: link("out.onnx.data", "in/real.onnx.data")], "out.onnx"),
    "whose data is a hard link to the data": ([lambda: hard("out.onnx.data", "in/real.onnx.data")], "out.onnx"),
    "whose data is a link to the model": ([lambda: link("out.onnx.data", "in/in.onnx")], "out.onnx"),
}
"""What is done first, and where the model is to be written."""


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path("in").iterdir())}


@pytest.mark.parametrize("word", PLACES)
def test_the_input_stays_as_it_is(word: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps, out = PLACES[word]
    for step in steps:
        step()
    before, files = contents(), sorted(place.rglob("*"))
    network = from_onnx("in/in.onnx")
    with pytest.raises(SpecError, match="input") as caught:
        to_onnx(unstride(network), out, external_from=0)
    assert caught.value.asked == f"to_onnx({out!r})"
    assert main(["unstride", "in/in.onnx", "-o", out, "--proof", "proof"]) == 2
    assert "the input" in capsys.readouterr().err
    assert contents() == before
    assert sorted(place.rglob("*")) == files  # nothing is written at all


@pytest.mark.parametrize("word", ["a link to the model", "a linked folder", "whose data is the data, by a link"])
def test_it_does_so_from_another_folder(word: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is the file that it was when the model was read."""
    steps, out = PLACES[word]
    for step in steps:
        step()
    network, before = unstride(from_onnx("in/in.onnx")), contents()
    (place / "elsewhere").mkdir()
    monkeypatch.chdir(place / "elsewhere")
    with pytest.raises(SpecError, match="input"):
        to_onnx(network, f"../{out}", external_from=0)
    monkeypatch.chdir(place)
    assert contents() == before


def test_a_link_to_another_place_is_followed(place: Path) -> None:
    before = contents()
    (place / "out").mkdir()
    link("in/link.onnx", "out/result.onnx")
    files = to_onnx(unstride(from_onnx("in/in.onnx")), "in/link.onnx", external_from=0)
    assert [file.relative_to(place) for file in files] == [Path("out/result.onnx.data"), Path("out/result.onnx")]
    assert Path("in/link.onnx").is_symlink()
    assert {name: data for name, data in contents().items() if "link" not in name} == before
    from_onnx("in/link.onnx")


def test_a_link_in_a_circle_is_replaced_by_the_model(place: Path) -> None:
    link("a.onnx", "b.onnx")
    link("b.onnx", "a.onnx")
    assert to_onnx(strided(), "a.onnx")
    from_onnx("a.onnx")


def test_what_is_no_file_is_neither_read_nor_written(place: Path) -> None:
    """A pipe may never end, and a folder is not replaced."""
    os.mkfifo("pipe.onnx")
    with pytest.raises(SpecError, match="a pipe or a device"):
        from_onnx("pipe.onnx")
    Path("folder.onnx").mkdir()
    with pytest.raises(SpecError, match="a folder called folder"):
        to_onnx(strided(), "folder.onnx")
    with pytest.raises(SpecError, match="the name of a file"):
        to_onnx(strided(), os.fsdecode(b"no text \xff.onnx"))


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_names_that_no_file_can_have(name: str, place: Path) -> None:
    network = from_onnx("in/in.onnx")
    before = sorted(place.rglob("*"))
    with pytest.raises(SpecError, match="name"):
        to_onnx(network, f"{name}.onnx")
    with pytest.raises(SpecError, match="a file that can be read"):
        from_onnx(f"{name}.onnx")
    with pytest.raises(SpecError, match="folder"):
        prove(network).save(name, pdf=False)
    assert sorted(place.rglob("*")) == before


# ------------------------------------------------------------------------------------------------ proof folders


@pytest.mark.parametrize("name", ["certificate.json", "proof.html", "proof.tex", "references.bib"])
@pytest.mark.parametrize("way", ["the data", "a link", "a hard link", "a linked folder"])
def test_a_proof_takes_the_place_of_no_input(
    name: str, way: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import onnx

    folder = {"the data": "in", "a linked folder": "linked"}.get(way, "proof")
    if folder == "proof":
        (link if way == "a link" else hard)(f"proof/{name}", "in/real.onnx.data")
    else:
        model = onnx.load("in/in.onnx")
        onnx.save(model, "in/in.onnx", save_as_external_data=True, location=name, size_threshold=0)
        link("linked", "in")
    before = contents()
    theorem = prove(from_onnx("in/in.onnx"))
    with pytest.raises(SpecError, match="belongs to the input"):
        theorem.save(folder, pdf=False)
    assert main(["unstride", "in/in.onnx", "-o", "out.onnx", "--proof", folder]) == 2
    assert main(["prove", "in/in.onnx", "-o", folder]) == 2
    assert "belongs to the input" in capsys.readouterr().err
    assert contents() == before
    assert not Path("out.onnx").exists()


def test_a_model_with_the_name_of_a_proof_is_no_place_for_one(place: Path) -> None:
    shutil.move("in/in.onnx", "in/proof.html")
    before = contents()
    with pytest.raises(SpecError, match="the input itself"):
        prove(from_onnx("in/proof.html")).save("in", pdf=False)
    assert contents() == before


def test_a_proof_beside_the_input_is_fine(place: Path) -> None:
    before = contents()
    assert main(["unstride", "in/in.onnx", "-o", "in/out.onnx", "--proof", "in"]) == 0
    after = contents()
    assert after.items() > before.items()
    assert {Path(name).name for name in after} >= {"certificate.json", "out.onnx"}


@pytest.mark.parametrize(
    ("file", "way"),
    [("in.onnx", "itself"), ("real.onnx.data", "itself"), ("other.onnx", "itself"), ("in.onnx", "a hard link")],
)
def test_no_certificate_and_no_picture_takes_the_place_of_an_input(
    file: str, way: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to_onnx(unstride(from_onnx("in/in.onnx")), "in/other.onnx")
    if way == "itself":
        target = f"in/{file}"
    else:
        target = "new"
        hard(target, f"in/{file}")
    before = contents()
    assert main(["verify", "in/in.onnx", "in/other.onnx", "--cert", target, "--seed", "1"]) == 2
    streams = capsys.readouterr()
    assert "other files than the input's" in streams.err
    assert streams.out.startswith("equal")  # which was found nevertheless
    source = "in/other.onnx" if file == "other.onnx" else "in/in.onnx"
    assert main(["draw", source, "-o", target, "--format", "svg"]) == 2
    assert contents() == before


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("way", ["itself", "a hard link"])
def test_no_counterexample_takes_the_place_of_an_input(
    side: str, way: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two models that were saved as a difference are looked at again, into the same folder, whole or in part."""
    flat = unstride(from_onnx("in/in.onnx"))
    words = {"left": "in/in.onnx", "right": "in/other.onnx"}
    to_onnx(flat.with_weights({name: a + (a != 0) for name, a in flat.weights.items()}), "in/other.onnx")
    (shutil.copy if way == "itself" else os.link)(words[side], f"in/{side}.onnx")
    if way == "itself":
        words[side] = f"in/{side}.onnx"
    before = contents()
    assert main(["verify", *words.values(), "--save", "in", "--seed", "1"]) == 2
    streams = capsys.readouterr()
    assert "other files than the input's" in streams.err
    assert streams.out.startswith("different")
    assert contents() == before
    assert main(["verify", *words.values(), "--save", "elsewhere", "--seed", "1"]) == 1


class _Stop(BaseException):
    """As an interruption from the keyboard."""


@pytest.mark.parametrize("kind", [OSError, _Stop])
@pytest.mark.parametrize("links", [True, False], ids=["hard links", "a disk without hard links"])
@pytest.mark.parametrize("step", [0, 1, 2, None])
def test_files_are_moved_all_or_none(
    kind: type[BaseException], links: bool, step: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, folder, beside = ["one", "two", "kept"], tmp_path / "folder", tmp_path / "beside"
    for where in (folder, beside):
        where.mkdir()
        for name in names:
            (where / name).write_text(f"{name} in {where.name}")
    (folder / "two").unlink()
    there = {path.name: path.read_text() for path in folder.iterdir()}
    move = os.replace

    def failing(source: str | Path, target: str | Path) -> None:
        if step is not None and Path(source) == beside / names[step]:
            raise kind(13, "denied")
        move(source, target)

    def no_link(*_: object, **__: object) -> None:
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(os, "replace", failing)
    if not links:
        monkeypatch.setattr(os, "link", no_link)
    if step is None:
        put_together(beside, folder, names)
        there = {name: f"{name} in beside" for name in names}
    else:
        with pytest.raises(kind):
            put_together(beside, folder, names)
    assert {path.name: path.read_text() for path in folder.iterdir()} == there


@pytest.mark.parametrize("name", ["certificate.json"])
def test_a_folder_with_the_name_of_a_file_stops_all_of_them(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(SpecError, match=f"a folder called {name}"):
        prove(Conv(1, 1, 3, 2, ndim=1)).save(tmp_path, pdf=False)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("before", [True, False], ids=["over another model", "where nothing was"])
def test_model_and_data_are_moved_both_or_none(before: bool, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model beside the numbers of another one, of equally many bytes, would be read without a complaint."""
    network, out = unstride(from_onnx("in/in.onnx")), place / "out" / "out.onnx"
    out.parent.mkdir()
    if before:
        to_onnx(network.with_weights({name: 2 * a for name, a in network.weights.items()}), out, external_from=0)
    there = {path.name: path.read_bytes() for path in out.parent.iterdir()}
    assert len(there) == (2 if before else 0)
    move = os.replace

    def failing(source: str | Path, target: str | Path) -> None:
        if Path(target) == out:
            raise PermissionError(13, "denied")
        move(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(SpecError, match="denied"):
        to_onnx(network, out, external_from=0)
    assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == there


def test_averages_of_more_places_than_half_precision_counts_are_not_written(place: Path) -> None:
    for kernel, strided in ((2048, True), (2049, True), (4099, True), (70_001, True), (2049, False)):
        build = Builder(dtype="float16")
        pool = op.AveragePool((kernel,), (2,), ((0, 0),), (1,))
        y = build.add(pool, build.input("x", (1, kernel + 3)))
        network = build.network(y)
        network = unstride(network) if strided else network
        if kernel == 2048 or not strided:
            to_onnx(network, place / "fine.onnx")
            (place / "fine.onnx").unlink()
            continue
        with pytest.raises(NotSupported, match=f"number of places that float16 has\ngot:      {kernel:,}"):
            to_onnx(network, place / "out.onnx")
    assert not list(place.glob("*.onnx"))
