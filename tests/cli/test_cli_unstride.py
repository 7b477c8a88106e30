"""``symstride unstride``, and models in place of layers: files, exit codes, refusals that write nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest
from model_files import small, written
from test_cli_main import four_parts

import symstride
from symstride.cli import main, models
from symstride.errors import SpecError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network

Streams = pytest.CaptureFixture[str]
PROOF = {"certificate.json", "proof.html", "proof.tex", "references.bib"}


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


@pytest.fixture
def no_tex(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def whole_numbers(network: Network) -> np.ndarray[Any, Any]:
    return np.random.default_rng(2).integers(-5, 6, (2, *network.shapes["x"])).astype(np.float32)


def same(one: Network, other: Network) -> bool:
    """Equal outputs on whole numbers, which float32 holds exactly here."""
    x = whole_numbers(one)
    (y,), (z,) = evaluate(one, x).values(), evaluate(other, x).values()
    return y.shape == z.shape and bool((y == z).all())


# ------------------------------------------------------------------------- unstride


def test_weights_that_a_caller_could_replace_are_told(tmp_path: Path, capsys: Streams) -> None:
    onnx = pytest.importorskip("onnx")
    path = written(tmp_path)
    model = onnx.load(path)
    (name, *_) = (tensor.name for tensor in model.graph.initializer if tensor.name.endswith("weight"))
    model.graph.input.append(onnx.helper.make_tensor_value_info(name, 1, None))
    onnx.save(model, path)
    assert main(["unstride", str(path), "-o", str(tmp_path / "out.onnx"), "--proof", str(tmp_path / "proof")]) == 0
    assert f"1 of its inputs have numbers in the model, such as {name!r}" in " ".join(capsys.readouterr().err.split())
    assert "lists 1 of its arrays of numbers among its inputs" in (tmp_path / "proof" / "proof.tex").read_text()


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_a_model_without_strides_is_written(scope: str, tmp_path: Path, capsys: Streams) -> None:
    model, out = written(tmp_path), tmp_path / "out.onnx"
    before = model.read_bytes()
    assert main(["unstride", str(model), "-o", str(out), "--scope", scope]) == 0
    flat = symstride.read(out)
    assert flat.strided == ()
    assert same(symstride.read(model), flat)
    assert model.read_bytes() == before
    printed, progress = capsys.readouterr()
    assert "conv1" in printed
    assert str(out) in printed
    assert "read " in progress
    assert "predicted: " in progress
    assert "rewritten: " in progress


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_what_is_written_is_decided_to_be_equal(scope: str, tmp_path: Path, capsys: Streams) -> None:
    model, out = written(tmp_path), tmp_path / "out.onnx"
    words = ["unstride", str(model), "-o", str(out), "--scope", scope, "--verify", "equal"]
    assert main(words) == 0
    assert "decided, wrong with probability at most" in capsys.readouterr().out
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["equality"]["status"] == "equal"


def test_the_layers_of_a_model_with_other_nodes_are_decided(tmp_path: Path, capsys: Streams) -> None:
    path, out = tmp_path / "attention.onnx", tmp_path / "out.onnx"
    path.write_bytes(km.model_of(km.BODIES["attention"]).SerializeToString())
    assert main(["unstride", str(path), "-o", str(out), "--verify", "equal"]) == 0
    assert "decided, wrong with probability at most" in capsys.readouterr().out
    assert out.exists()


def test_a_wrong_rewriting_is_seen_and_not_written(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    from symstride.network.rewriting import unstride as rewriting

    made = rewriting.unstride

    def wrong(network: Network, *how: Any) -> Network:
        flat = made(network, *how)
        key = next(key for key in flat.weights if flat.weights[key].ndim > 1)
        return flat.with_weights({**flat.weights, key: flat.weights[key][::-1].copy()})

    monkeypatch.setattr(rewriting, "unstride", wrong)
    model, out = written(tmp_path), tmp_path / "out.onnx"
    assert main(["unstride", str(model), "-o", str(out), "--verify", "equal"]) == 1
    said = capsys.readouterr().err
    assert "got:      different: all inputs" in said
    assert "report this" in said
    assert not out.exists()


@pytest.mark.usefixtures("no_tex")
@pytest.mark.parametrize("scope", ["layer", "network"])
def test_the_proof_is_about_this_model(scope: str, tmp_path: Path, capsys: Streams) -> None:
    model, out, proof = written(tmp_path), tmp_path / "out.onnx", tmp_path / "proof"
    words = ["unstride", str(model), "-o", str(out), "--scope", scope, "--proof", str(proof), "--fragment"]
    assert main([*words, "--prefix", "kong"]) == 0
    assert "proved: network 'small'" in capsys.readouterr().out
    assert {path.name for path in proof.iterdir()} == PROOF | {"theorem.tex", "theorem.bib"}
    assert r"\label{thm:kong:theorem}" in (proof / "theorem.tex").read_text()
    assert main(["replay", str(proof), "--model", str(model)]) == 0
    assert "network 'small'" in capsys.readouterr().out
    report = symstride.replay(proof / "certificate.json", model, out)
    assert report.about["scope"] == scope
    assert len(report.compared) == 2
    other = tmp_path / "other"
    other.mkdir()
    assert main(["replay", str(proof), "--model", str(written(other, size=15))]) == 1
    assert "'small'" in four_parts(capsys.readouterr().err.partition("\n")[2])["got"]


def test_bytes_are_predicted_exactly(tmp_path: Path, capsys: Streams) -> None:
    model, out = written(tmp_path), tmp_path / "out.onnx"
    words = ["unstride", str(model), "-o", str(out), "--scope", "network"]
    assert main([*words, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    arrays = symstride.unstride(small(), "network").weights.values()
    total = sum(array.nbytes for array in arrays)
    assert data["table"]["totals"]["unit_bytes"] == total
    assert main([*words, "--max-bytes", str(total)]) == 0
    out.unlink()
    capsys.readouterr()
    assert main([*words, "--max-bytes", str(total - 1), "--proof", str(tmp_path / "proof")]) == 3
    parts = four_parts("\n".join(capsys.readouterr().err.splitlines()[-4:]))
    assert f"{total:,} bytes" in parts["got"]
    assert "conv1" in parts["got"]
    assert "--max-bytes" in parts["asked"]
    assert "symstride prove MODEL --scope network needs no weights" in parts["try"]
    assert [path.name for path in tmp_path.iterdir()] == ["model.onnx"]


def test_the_json_names_every_file(tmp_path: Path, capsys: Streams, no_tex: None) -> None:
    model, out, proof = written(tmp_path), tmp_path / "out.onnx", tmp_path / "proof"
    assert main(["unstride", str(model), "-o", str(out), "--proof", str(proof), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["verdict"] == "proved"
    assert {Path(name).name for name in data["files"]} == {"out.onnx", *PROOF}
    assert data["digest"] == symstride.prove(symstride.read(model), rewritten=out).digest
    assert [row["name"] for row in data["table"]["rows"]] == ["conv1", "pool", "conv3"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2GB", 2 * 10**9),
        ("500 MB", 5 * 10**8),
        ("1GiB", 2**30),
        ("64k", 64_000),
        ("7", 7),
        ("3b", 3),
        ("2tb", 2 * 10**12),
    ],
)
def test_sizes_in_bytes(text: str, number: int) -> None:
    assert models.bytes_of(text) == number


@pytest.mark.parametrize("text", ["", "GB", "-1", "1.5GB", "2iB", "2XB", "2 GB 3", "9" * 16])
def test_sizes_that_are_none(text: str) -> None:
    with pytest.raises(SpecError):
        models.bytes_of(text)


# ------------------------------------------------------------------------- the input stays as it is


def test_the_model_itself_is_never_written(tmp_path: Path, capsys: Streams) -> None:
    model = written(tmp_path)
    before = model.read_bytes()
    for out in (model, tmp_path / "." / "model.onnx"):
        assert main(["unstride", str(model), "-o", str(out), "--proof", str(tmp_path / "proof")]) == 2
        assert [path.name for path in tmp_path.iterdir()] == ["model.onnx"]  # found before anything is written
    link = tmp_path / "link.onnx"
    link.symlink_to(model)
    assert main(["unstride", str(model), "-o", str(link)]) == 2
    assert "the input itself" in capsys.readouterr().err
    assert model.read_bytes() == before


def test_its_external_data_neither(tmp_path: Path, capsys: Streams) -> None:
    """The weights of the input lie where those of the result would go."""
    model = written(tmp_path, external_from=0)
    data = tmp_path / "model.onnx.data"
    before = data.read_bytes()
    (tmp_path / "other").mkdir()
    moved = tmp_path / "input.onnx"
    model.rename(moved)
    assert main(["unstride", str(moved), "-o", str(tmp_path / "model.onnx")]) == 2
    assert "belongs to the input" in capsys.readouterr().err
    assert data.read_bytes() == before
    assert main(["unstride", str(moved), "-o", str(tmp_path / "fine.onnx")]) == 0
    assert data.read_bytes() == before


# ------------------------------------------------------------------------- requests that cannot be understood


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["-o", "out.txt"], ".onnx"),
        (["-o", "absent/out.onnx"], "folder"),
        (["-o", "out.onnx", "--pdf"], "--proof"),
        (["-o", "out.onnx", "--fragment"], "--proof"),
        (["-o", "out.onnx", "--max-bytes", "many"], "many"),
        (["-o", "out.onnx", "--scope", "all"], "all"),
        (["-o", "out.onnx", "--input", "y=3x9x9"], "inputs of the model: x"),
        (["-o", "out.onnx", "--input", "x=3x9x"], "NAME=SIZE"),
        (["-o", "out.onnx", "--input", "3x9x9"], "NAME=SIZE"),
        ([], "-o"),
    ],
)
def test_slips_write_nothing(
    words: list[str], part: str, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = written(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["unstride", str(model), *words]) == 2
    error = "\n".join(capsys.readouterr().err.splitlines()[-4:])
    assert part in " ".join(four_parts(error).values())
    assert [path.name for path in tmp_path.iterdir()] == ["model.onnx"]


# ------------------------------------------------------------------------- hostile and broken models


def conv_model(**changes: Any) -> bytes:
    """One strided Conv as ONNX; ``changes`` name what is broken."""
    from onnx import TensorProto, helper, numpy_helper

    weight = numpy_helper.from_array(np.zeros((3, 2, 3, 3), np.float32), "w")
    if "dims" in changes:
        weight.dims[:] = changes["dims"]
    if "location" in changes:
        weight = TensorProto(name="w", dims=[3, 2, 3, 3], data_type=1, data_location=TensorProto.EXTERNAL)
        weight.external_data.add(key="location", value=changes["location"])
    nodes = changes.get("nodes", [("Conv", ["x", "w"], ["y"])])
    steps: dict[str, dict[str, Any]] = {"Conv": {"strides": [2, 2]}}
    made = [helper.make_node(kind, *ends, name=f"n-{ends[1][0]}", **steps.get(kind, {})) for kind, *ends in nodes]
    inputs = [helper.make_tensor_value_info("x", 1, changes.get("shape", [1, 2, 8, 8]))]
    outputs = [helper.make_tensor_value_info("y", 1, None)]
    graph = helper.make_graph(made, "broken", inputs, outputs, changes.get("tensors", [weight]))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    return bytes(model.SerializeToString())


BROKEN: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "cut off": (lambda: conv_model()[:100], 2, "cut off"),
    "empty": (lambda: b"", 2, "cut off"),
    "no model at all": (lambda: b"\x89PNG\r\n\x1a\n" * 9, 2, "cut off"),
    "a cycle": (lambda: conv_model(nodes=[("Add", ["x", "b"], ["a"]), ("Relu", ["a"], ["b"]), ("Relu", ["b"], ["y"])]),
                2, "cycle"),
    "a missing initialiser": (lambda: conv_model(tensors=[]), 2, "'w'"),
    "an unknown operator": (lambda: conv_model(nodes=[("NonZero", ["x"], ["y"])]), 3, "NonZero"),
    "huge dimensions": (lambda: conv_model(dims=[2**40, 2**40, 3, 3]), 2, "stored"),
    "a huge input": (lambda: conv_model(shape=[1, 2, 2**62, 2**62]), 2, "1,099,511,627,776"),
    "an open size": (lambda: conv_model(shape=[1, 2, "H", "W"], nodes=[("Relu", ["x"], ["y"])], tensors=[]), 2, "'x'"),
    "data outside of the folder": (lambda: conv_model(location="../secret"), 2, "'../secret'"),
    "data that is not there": (lambda: conv_model(location="absent"), 2, "'absent'"),
}  # fmt: skip


@pytest.mark.parametrize(
    "verb", [["unstride", "-o", "out.onnx", "--proof", "proof"], ["prove", "-o", "proof"], ["show"]]
)
@pytest.mark.parametrize("name", BROKEN)
def test_broken_models_are_refused(
    name: str, verb: list[str], tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, code, part = BROKEN[name]
    (tmp_path / "secret").write_bytes(bytes(216))
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(make())
    monkeypatch.chdir(folder)
    assert main([verb[0], "model.onnx", *verb[1:]]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert part in " ".join(four_parts(err).values())
    assert [path.name for path in folder.iterdir()] == ["model.onnx"]


def test_a_model_that_is_not_there(tmp_path: Path, capsys: Streams) -> None:
    for verb in (["unstride", "-o", str(tmp_path / "out.onnx")], ["prove"], ["show"]):
        assert main([verb[0], str(tmp_path / "absent.onnx"), *verb[1:]]) == 2
        assert "absent.onnx" in four_parts(capsys.readouterr().err)["asked"]
    assert list(tmp_path.iterdir()) == []


def test_an_enormous_map_is_no_work(tmp_path: Path, capsys: Streams) -> None:
    """Sizes are numbers: a table about 2**38 places is as quick as any other, and so is its proof."""
    model = tmp_path / "model.onnx"
    model.write_bytes(conv_model(shape=[1, 2, 2**19, 2**19]))
    assert main(["show", str(model)]) == 0
    assert "multiply-adds" in capsys.readouterr().out
    assert main(["prove", str(model)]) == 0


# ------------------------------------------------------------------------- models in place of layers


@pytest.mark.usefixtures("no_tex")
def test_prove_takes_a_model(tmp_path: Path, capsys: Streams) -> None:
    model, proof = written(tmp_path), tmp_path / "proof"
    assert main(["prove", str(model), "--scope", "network", "-o", str(proof), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["digest"] == symstride.prove(small(), scope="network").digest
    assert {path.name for path in proof.iterdir()} == PROOF
    assert main(["prove", str(model)]) == 0
    assert "equals its rewriting layer by layer (3 layers in 3 groups, sha256 " in capsys.readouterr().out


def test_show_takes_a_model(tmp_path: Path, capsys: Streams) -> None:
    model = written(tmp_path)
    assert main(["show", str(model)]) == 0
    page = capsys.readouterr().out
    assert "3x3 → 2x2" in page
    assert "masks" not in page
    assert main(["show", str(model), "--scope", "network"]) == 0
    page = capsys.readouterr().out
    assert "masked" in page
    assert "98,416" in page


@pytest.mark.parametrize("verb", ["show", "prove"])
def test_options_for_one_layer_are_refused(verb: str, tmp_path: Path, capsys: Streams) -> None:
    model = written(tmp_path)
    for words in (["--stride", "2"], ["--phases", "2"], ["--no-bias"], ["--order", "phase_major"]):
        assert main([verb, str(model), *words]) == 2
        assert words[0] in four_parts(capsys.readouterr().err)["got"]
    assert main([verb, "nn.Conv1d(2, 3, 3, stride=2)", "--scope", "layer"]) == 2
    assert "--scope" in four_parts(capsys.readouterr().err)["asked"]


def test_a_certificate_about_a_layer_is_not_about_a_model(tmp_path: Path, capsys: Streams) -> None:
    text = symstride.prove(symstride.Conv(2, 3, (3,), 2)).certificate()
    (tmp_path / "certificate.json").write_text(text, encoding="utf-8")
    assert main(["replay", str(tmp_path), "--model", str(written(tmp_path))]) == 1
    assert "one about Conv(" in capsys.readouterr().err
