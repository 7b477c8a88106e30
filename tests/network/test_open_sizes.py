"""Layers whose sizes are open: rewritten in a form that says nothing of sizes, and proved for all of them at once."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import open_models as om
import pytest

import symstride as ss
from symstride.comparing import compare_networks
from symstride.errors import CertificateRejected, SpecError, SymstrideError
from symstride.network import correspondence
from symstride.network.at_all_sizes import check_at_all_sizes
from symstride.network.claims import subject_of
from symstride.network.digest import canonical_digest
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.model import Model
from symstride.network.open_sizes import with_open
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.network.subject import NetworkSubject

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
full = pytest.mark.full

LAYERS = ("Conv", "MaxPool", "AveragePool", "ConvTranspose")
CHAIN = """
    net (float[N,3,H,W] x) => (float[N,C,K,L] y) {
        y0 = Conv <STEPS> (x, w, b)
        e = Relu(y0)
        p = MaxPool <STEPS> (e)
        y = AveragePool <kernel_shape=[2,2], strides=[2,1], pads=[0,1,1,0], count_include_pad=1> (p)
    }
"""


def session(path: Path) -> Any:
    runtime = pytest.importorskip("onnxruntime", reason="both files are run at several sizes")
    options = runtime.SessionOptions()
    options.log_severity_level = 4
    return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def same_everywhere(layer: om.OpenLayer, folder: Path, rng: random.Random, most: int) -> int:
    """Proved for all sizes, replayed from the files, and equal in ONNX Runtime at consecutive sizes."""
    theorem, first, second = km.proved(layer.model, folder)
    assert "1 layer of it for all sizes" in theorem.subject.title
    assert "every input size" in theorem.subject.details[0]
    assert theorem.subject.kept is not None
    assert theorem.subject.kept.declared == ()
    assert km.strided_in(onnx.load(second)) == []
    one, other = session(first), session(second)
    sizes = layer.sizes(most, rng)
    for size in sizes:
        wanted, got = (each.run(None, layer.feed(size))[0] for each in (one, other))
        assert wanted.shape == got.shape, size
        assert np.allclose(wanted, got, rtol=0, atol=1e-5), size  # sums are whole numbers, averages are not
    return len(sizes)


@pytest.mark.parametrize("operator", LAYERS)
def test_random_layers_are_equal_at_consecutive_sizes(operator: str, tmp_path: Path, rng: random.Random) -> None:
    assert sum(same_everywhere(om.open_layer(rng, operator), tmp_path, rng, 30) for _ in range(2)) > 5


@pytest.mark.sampled(2, 2)
@full
@pytest.mark.parametrize("operator", LAYERS)
def test_many_random_layers_are_equal_at_consecutive_sizes(operator: str, tmp_path: Path, rng: random.Random) -> None:
    assert sum(same_everywhere(om.open_layer(rng, operator), tmp_path, rng, 100) for _ in range(30)) > 500


def part_of(layer: om.OpenLayer) -> Network:
    """The layer alone, without a look at ONNX Runtime."""
    (part,) = ss.read(layer.model, keep=True, check=False).parts
    return part.network


def at_size(network: Network, size: tuple[int, ...]) -> Network:
    """The same nodes for another example."""
    (given,) = network.inputs
    assert isinstance(given.operator, op.Input)
    return with_open(network, given.operator.open, (given.operator.shape[0], *size))


def test_the_plain_definitions_say_the_same(rng: random.Random) -> None:
    """The nodes of the rewriting at other sizes than its example, exactly, without any runtime."""
    tried = 0
    for number in range(40):
        layer = om.open_layer(rng, LAYERS[number % 4])
        network = part_of(layer)
        flat = unstride(network)
        for size in layer.sizes(6, rng):
            x = layer.feed(size)["x"].astype(np.int64)
            whole, parts = at_size(network, size), at_size(flat, size)
            wanted, got = (
                evaluate(each.with_weights({k: w.astype(np.int64) for k, w in each.weights.items()}), x)["y"]
                for each in (whole, parts)
            )
            exact = [np.asarray(a, float) for a in (wanted, got)]
            assert exact[0].shape == exact[1].shape
            assert np.allclose(*exact, rtol=0, atol=1e-12)
            tried += 1
    assert tried > 60


# ------------------------------------------------------------------------- what is refused


def replayed(certificate: str, first: Any, second: Any, folder: Path) -> str:
    """ "" where ``replay`` accepts the second model, else where it does not."""
    onnx.save(second, folder / "other.onnx")
    try:
        ss.replay(certificate, first, folder / "other.onnx")
    except CertificateRejected as why:
        return f"{why.where}: {why.got}"
    return ""


@pytest.fixture
def chain(tmp_path: Path) -> tuple[Model, str, Any, Path]:
    """Three layers; the certificate; what was written; where files may go."""
    read, _, second = km.written(km.with_constants(km.parsed(CHAIN)), tmp_path)
    assert read.open_parts == ("y0", "p", "y")
    return read, ss.prove(read).certificate(), onnx.load(second), tmp_path


def test_an_end_that_is_a_number_is_refused(chain: tuple[Model, str, Any, Path], rng: random.Random) -> None:
    """It means the same at one size and something else at all others."""
    read, certificate, made, folder = chain
    assert replayed(certificate, read, made, folder) == ""
    shape = read.parts[0].network.shapes["x"]
    changed = list(om.ends_as_numbers(made, shape[1:]))
    for other in rng.sample(changed, 4):
        assert om.example_shapes(other, shape[1:]) == om.example_shapes(made, shape[1:])  # the same at this size
        assert " along axis " in replayed(certificate, read, other, folder)


PLACES = {"Slice": (1, 2, 3, 4), "Pad": (1,), "Conv": (1,), "Div": (1,), "Gather": (1,)}


def edited(model: Any, rng: random.Random) -> Any:
    """A copy with one number, one attribute or the order of two inputs changed."""
    known = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    while True:
        number = rng.randrange(len(model.graph.node))
        node = model.graph.node[number]
        places = [n for n in PLACES.get(node.op_type, ()) if n < len(node.input)]
        if places:
            place = rng.choice(places)
            array = known[node.input[place]].copy()
            flat = array.reshape(-1)
            at, by = rng.randrange(flat.size), rng.choice([1, -1])
            with np.errstate(over="ignore"):
                flat[at] += by
            return om.with_numbers(model, number, place, array)
        made = onnx.ModelProto()
        made.CopyFrom(model)
        if node.op_type in ("Concat", "Max") and len(node.input) > 1:
            one, two = rng.sample(range(len(node.input)), 2)
            inputs = made.graph.node[number].input
            inputs[one], inputs[two] = (inputs[two], inputs[one]) if rng.random() < 0.5 else (inputs[one],) * 2
            return made
        rows = [a for a in made.graph.node[number].attribute if a.name in ("kernel_shape", "pads")]
        if rows:
            ints = rng.choice(rows).ints
            ints[rng.randrange(len(ints))] += 1
            return made


def subject_of_model(model: Model) -> NetworkSubject:
    """What a certificate about it is about; replaying the kernel's part each time would take most of the time."""
    return replace(subject_of(model.joint, "layer"), kept=model.rest)


def edits(rng: random.Random, folder: Path, layers: int, each: int) -> tuple[int, int]:
    """(refused, accepted) among random edits; what is accepted computes the same at consecutive sizes."""
    refused = accepted = 0
    for number in range(layers):
        layer = om.open_layer(rng, LAYERS[number % 4], rng.choice([13, 18, 21]))
        read, first, second = km.written(layer.model, folder)
        subject, made = subject_of_model(read), onnx.load(second)
        for _ in range(each):
            onnx.save(edited(made, rng), folder / "other.onnx")
            try:
                compare_networks(subject, read, folder / "other.onnx")
            except CertificateRejected:
                refused += 1
                continue
            accepted += 1
            one, other = session(first), session(folder / "other.onnx")
            for size in layer.sizes(20, rng):
                wanted, got = (x.run(None, layer.feed(size))[0] for x in (one, other))
                assert wanted.shape == got.shape
                assert np.allclose(wanted, got, rtol=0, atol=1e-5)
    return refused, accepted


def test_what_is_accepted_of_edited_files_is_equal(tmp_path: Path, rng: random.Random) -> None:
    refused, _ = edits(rng, tmp_path, 8, 6)
    assert refused > 25


@full
def test_what_is_accepted_of_many_edited_files_is_equal(tmp_path: Path, rng: random.Random) -> None:
    refused, accepted = edits(rng, tmp_path, 45, 20)
    assert refused > 600
    assert accepted > 3


def altered(flat: Network, rng: random.Random) -> Network:
    """The network with one number of a Pad or a slice changed."""
    nodes = list(flat.nodes)
    number = rng.choice([n for n, node in enumerate(nodes) if isinstance(node.operator, op.Pad | op.Spaced)])
    operator: Any = nodes[number].operator
    if isinstance(operator, op.Pad):
        rows = [list(pair) for pair in operator.amounts]
        rng.choice(rows)[rng.randrange(2)] += 1
        operator = replace(operator, amounts=tuple(map(tuple, rows)))
    else:
        word = rng.choice(["start", "back", "step"])
        row = list(getattr(operator, word))
        row[rng.randrange(len(row))] += rng.choice([1, 2])
        operator = replace(operator, **{word: tuple(row)})
    nodes[number] = replace(nodes[number], operator=operator)
    return replace(flat, nodes=tuple(nodes))


def test_what_agrees_at_the_example_alone_is_refused(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """Number by number such a network is the layer at the sizes that are looked at; as functions of N it is not."""
    seen = 0
    for number in range(90):
        network = part_of(om.open_layer(rng, LAYERS[number % 4]))
        try:
            other = altered(unstride(network), rng)
        except (SymstrideError, IndexError):  # no size left, or nothing to change
            continue
        with monkeypatch.context() as patch:
            patch.setattr(correspondence, "check_at_all_sizes", lambda *_: None)
            try:
                correspondence.check_correspondence(network, other)
            except SymstrideError:
                continue
        with pytest.raises(CertificateRejected):
            correspondence.check_correspondence(network, other)
        seen += 1
    assert seen >= 3


def test_the_form_is_equal_at_all_sizes_whatever_the_example(rng: random.Random) -> None:
    for number in range(30):
        network = part_of(om.open_layer(rng, LAYERS[number % 4]))
        check_at_all_sizes(network, unstride(network))
        (given,) = network.inputs
        assert isinstance(given.operator, op.Input)
        opened = given.operator.open
        other = at_size(network, tuple(n + 7 * (axis in opened) for axis, n in enumerate(given.operator.shape))[1:])
        assert canonical_digest(other) == canonical_digest(network)
        assert unstride(other).nodes[1:] == unstride(network).nodes[1:]
        fixed = replace(network, nodes=(replace(given, operator=op.Input(network.shapes["x"])), *network.nodes[1:]))
        assert canonical_digest(fixed) != canonical_digest(network)


SHAPED = """
    net (float[N,3,H,W] x) => (y) {
        shape = Shape <start=2, end=4> (x)
        low = Sub(shape, two)
        s = Slice(x, ones, low, places)
        y = Conv <kernel_shape=[3,3]> (s, w)
    }
"""
FORMS = {
    "Conv <kernel_shape=[3,3], pads=[1,1,1,1]> (x, w)": "(1, 1, 1, 1)",
    'Conv <kernel_shape=[3,3], auto_pad="SAME_UPPER"> (x, w)': "SAME_UPPER",
    "MaxPool <kernel_shape=[2,2], ceil_mode=1> (x)": "1",
    "MaxPool <kernel_shape=[2,2], strides=[2,2]> (x)": "(2, 2)",
    "Reshape(x, flat)": "Reshape to [0, 3, 64]",
    "Transpose <perm=[0,2,3,1]> (x)": "Transpose",
    "Slice(x, ones, two, places)": "1 to 2 by 1",
    "Slice(x, minus, big, places)": "-1 to",
    "Slice(x, ones, big, channels)": "axis 0",
    "Concat <axis=2> (x, x)": "2",
    "Identity(x)": "Identity",
    "AveragePool <kernel_shape=[2,2]> (x)": "AveragePool",
    "Max(x, one)": "'one'",
    "Pad(x, pads8)": "axes",
    'Pad <mode="reflect"> (x, pads)': "reflect",
}


@pytest.mark.parametrize("form", FORMS)
def test_forms_that_go_by_the_size_are_not_read(form: str) -> None:
    from symstride.adapters.onnx.every_size import read_part

    numbers = {
        "ones": [1, 1], "two": [2, 2], "minus": [-1, -1], "big": [2**63 - 1] * 2, "places": [2, 3],
        "channels": [0, 1], "flat": [0, 3, 64], "pads": [0, 0, 1, 1, 0, 0, 1, 1], "pads8": [0, 1, 0, 0, 0, 0, 0, 0],
    }  # fmt: skip
    model = km.with_constants(km.parsed(f"net (float[N,3,H,W] x) => (y) {{ y = {form} }}"))
    for name, row in numbers.items():
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(row), name))
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.float32(1), "one"))
    with pytest.raises(SymstrideError) as refusal:
        read_part(model, None, op.Input((3, 8, 8), (1, 2)))
    assert FORMS[form] in refusal.value.got


def test_ends_that_are_computed_are_not_read() -> None:
    from symstride.adapters.onnx.every_size import read_part

    model = km.with_constants(km.parsed(SHAPED))
    for name, row in {"ones": [1, 1], "two": [2, 2], "places": [2, 3]}.items():
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(row), name))
    with pytest.raises(SymstrideError) as refusal:
        read_part(model, None, op.Input((3, 8, 8), (1, 2)))
    assert "Shape" in refusal.value.got


LEFT = {
    'Conv <kernel_shape=[3,3], strides=[2,2], auto_pad="SAME_UPPER"> (x, w)': "auto_pad SAME_UPPER",
    "MaxPool <kernel_shape=[3,3], strides=[2,2], ceil_mode=1> (x)": "ceil_mode 0",
    "AveragePool <STEPS> (x)": "padding that is not counted",
    "MaxPool <kernel_shape=[2,2], dilations=[3,3], pads=[1,1,1,1]> (x)": "windows that meet the map at every size",
    "ConvTranspose <strides=[2,3]> (x, w)": "one stride along one or two axes",
    "ConvTranspose <strides=[2,2], output_shape=[9,9]> (x, w)": "no output_shape",
}


@pytest.mark.parametrize("form", LEFT)
def test_layers_that_go_by_the_size_are_left(form: str) -> None:
    channels = 4 if form.startswith("ConvTranspose") else 3
    text = f"net (float[N,{channels},H,W] x) => (y) {{ y = {form} }}"
    model = ss.read(km.with_constants(km.parsed(text)), keep=True)
    assert model.parts == ()
    (left,) = model.rest.left
    assert LEFT[form] in left.why


def test_opsets_without_steps_are_left() -> None:
    model = km.with_constants(km.parsed("net (float[N,3,H,W] x) => (y) { y = Conv <STEPS> (x, w) }", opset=10))
    assert "opset 11 or later" in ss.read(model, keep=True).rest.left[0].why


# ------------------------------------------------------------------------- certificates


def test_a_certificate_is_about_open_sizes_or_about_numbers(chain: tuple[Model, str, Any, Path]) -> None:
    read, certificate, _, folder = chain
    claims = ss.replay(certificate).claims
    sizes = [claim for claim in claims if claim.name.endswith("outputs at every size")]
    assert len(sizes) == 2 * len(read.parts)
    assert all(not claim.hypotheses and "N1" in str(claim.theorem) for claim in sizes if "axis 1" in claim.name)
    at_one = ss.read(folder / "in.onnx", {"x": (3, 19, 22)}, keep=True)
    with pytest.raises(CertificateRejected):
        ss.replay(certificate, at_one)
    with pytest.raises(CertificateRejected):
        ss.replay(ss.prove(at_one).certificate(), read)


def without_sizes(data: Any) -> None:
    data["claims"] = [row for row in data["claims"] if not row[0].endswith("at every size")]


def on_the_grid(data: Any) -> None:
    data["about"]["scope"] = "network"


def of_one_size(data: Any) -> None:
    data["about"]["groups"][0]["request"]["input"] = [8, 8]


@pytest.mark.parametrize("change", [without_sizes, on_the_grid, of_one_size])
def test_changed_certificates_are_refused(change: Any, chain: tuple[Model, str, Any, Path]) -> None:
    data = json.loads(chain[1])
    change(data)
    with pytest.raises(CertificateRejected):
        ss.replay(data)


@pytest.mark.parametrize("operator", ["Conv", "ConvTranspose"])
def test_open_sizes_are_for_layers_by_themselves(operator: str, rng: random.Random) -> None:
    """A form on a grid has cells, of which such a claim says nothing."""
    subject = subject_of(part_of(om.open_layer(rng, operator)), "layer")
    assert dict(subject.statements())
    on_grid = replace(subject, scope="network", axes=tuple(range(1, 4)))
    with pytest.raises(SpecError):
        dict(on_grid.statements())


def test_the_paper_and_the_report_say_so(chain: tuple[Model, str, Any, Path]) -> None:
    read, _, made, folder = chain
    onnx.save(made, folder / "out.onnx")
    theorem = ss.prove(read, rewritten=folder / "out.onnx")
    text = theorem.markdown()
    assert "Sizes of what all of the layers read are open" in text
    assert "those of an example" in text
    assert "sizes stay open: 3 layers, equal at every size at which they have outputs" in theorem.subject.details
    report = ss.replay(theorem.certificate(), folder / "in.onnx", folder / "out.onnx")
    assert "3 of the layers as functions of their open sizes" in report.compared[1]
    alone = ss.prove(read.parts[0].network)
    assert r"shape $3 \times N_1 \times N_2$" in alone.markdown()
    with pytest.raises(SymstrideError, match="sizes that are numbers"):
        ss.unstride(read.parts[0].network, scope="network")


# ------------------------------------------------------------------------- models


BRANCH = """
    net (float[N,3,H,W] x, bool yes) => (y) {
        y0 = Conv <STEPS> (x, w, b)
        y = If(yes) <then_branch = first () => (float[N,4,K,L] t) { r = Relu(y0) t = Conv <STEPS> (r, w2, b) },
                     else_branch = second () => (float[N,4,K,L] t) { t = MaxPool <STEPS> (y0) }>
    }
"""


def test_open_sizes_in_bodies(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run at several sizes")
    parsed = km.parsed(BRANCH)
    model = km.with_constants(parsed)
    kept = [tensor for tensor in model.graph.initializer if tensor.name != "yes"]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    theorem, first, second = km.proved(model, tmp_path)
    assert "3 layers of it for all sizes" in theorem.subject.title
    assert km.strided_in(onnx.load(second)) == []
    for yes in (True, False):
        for size in range(1, 8):
            feeds = {"x": km.image(size), "yes": np.asarray(yes)}
            assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])


@full
def test_a_torch_model_keeps_its_dynamic_axes(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="a module is exported")
    pytest.importorskip("onnxruntime", reason="both files are run at several sizes")
    nn, path = torch.nn, tmp_path / "in.onnx"
    torch.manual_seed(0)
    layers = [nn.Conv2d(3, 8, 7, 2, 3), nn.ReLU(), nn.MaxPool2d(3, 2, 1), nn.Conv2d(8, 8, 3, 2, 1, groups=8),
              nn.Conv2d(8, 6, 3, padding=2, dilation=2), nn.AvgPool2d(2, 2)]  # fmt: skip
    module = nn.Sequential(*layers).eval()
    axes = {"x": {0: "n", 2: "h", 3: "w"}}
    torch.onnx.export(
        module, (torch.zeros(1, 3, 32, 32),), str(path), dynamo=False, opset_version=17, input_names=["x"],
        dynamic_axes=axes,
    )  # fmt: skip
    read, first, second = km.written(onnx.load(path), tmp_path)
    assert (len(read.open_parts), read.rest.left) == (5, ())
    assert "5 layers of it for all sizes" in ss.prove(read, rewritten=second).subject.title
    dims = onnx.load(second).graph.input[0].type.tensor_type.shape.dim
    assert [dim.dim_param or dim.dim_value for dim in dims] == ["n", 3, "h", "w"]
    for height, width in ((32, 32), (33, 50), (47, 35)):
        x = np.random.default_rng(1).standard_normal((2, 3, height, width)).astype(np.float32)
        wanted, got = (km.ran(each, {"x": x})[0] for each in (first, second))
        assert wanted.shape == got.shape
        assert np.allclose(wanted, got, rtol=0, atol=1e-5 * np.abs(wanted).max())


def test_a_reading_that_is_wrong_at_another_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is run at two sizes: at the example alone this one agrees."""
    pytest.importorskip("onnxruntime", reason="what was read is run")
    from symstride.adapters.onnx import keeping

    whole = keeping.with_open

    def wrong(network: Network, axes: Any, shape: Any) -> Network:
        other = whole(network, axes, shape)
        return other.with_weights({key: 2 * array for key, array in other.weights.items()})

    model = km.with_constants(km.parsed("net (float[N,3,H,W] x) => (y) { y = Conv <STEPS> (x, w) }"))
    assert len(ss.read(model, keep=True).parts) == 1
    monkeypatch.setattr(keeping, "with_open", wrong)
    (left,) = ss.read(model, keep=True).rest.left
    assert "as the model gives it" in left.why
