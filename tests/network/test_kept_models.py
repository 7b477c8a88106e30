"""Models with nodes that no theorem is about: layers are rewritten and proved, everything else passes untouched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.adapters.onnx.inferred import shapes_of
from symstride.adapters.onnx.scopes import is_strided
from symstride.errors import CertificateRejected, SpecError
from symstride.network.model import Model

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
reference = pytest.importorskip("onnx.reference", reason="models are ONNX models")
full = pytest.mark.full


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[Any], Model]:
    def load(model: Any) -> Model:
        path = tmp_path / "model.onnx"
        onnx.save(model, path)
        return ss.read(path, keep=True)

    return load


def kept_nodes(model: Any, names: set[str]) -> list[bytes]:
    """The nodes of the main graph that make one of these values, bit for bit."""
    return [n.SerializeToString(deterministic=True) for n in model.graph.node if names & set(n.output)]


# ------------------------------------------------------------------------- what goes through


@pytest.mark.parametrize("body", [*("if",), *(pytest.param(b, marks=full) for b in km.BODIES if b != "if")])
def test_the_rest_is_untouched_and_the_numbers_are_the_same(body: str, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of(km.BODIES[body])
    theorem, first, second = km.proved(model, tmp_path)
    made = onnx.load(second)
    assert km.strided_in(model)
    assert km.strided_in(made) == []
    assert theorem.verdict.ok
    kept = theorem.subject.kept
    assert kept is not None
    assert kept.left == ()
    values = {name for node in model.graph.node if not is_strided(node) for name in node.output}
    if not any(a.type == a.GRAPH for node in model.graph.node for a in node.attribute):
        assert kept_nodes(made, values) == kept_nodes(model, values)
    assert (made.graph.input, made.opset_import) == (model.graph.input, model.opset_import)
    feeds = {"x": km.image()}
    for one, other in zip(km.ran(first, feeds), km.ran(second, feeds), strict=True):
        assert one.shape == other.shape
        assert np.array_equal(one, other)


def test_an_operator_that_nobody_knows_is_kept(tmp_path: Path) -> None:
    declared = "float[N,4,8,8] z"
    theorem, _, second = km.proved(km.model_of(km.OUT_OF_REACH, declare=declared), tmp_path)
    (node,) = (node for node in onnx.load(second).graph.node if node.domain == "my.own")
    assert {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute} == {"secret": 7, "words": [b"a", b"b"]}
    kept = theorem.subject.kept
    assert kept is not None
    assert [(each.name, each.operator) for each in kept.nodes] == [("z", "my.own.Unheard")]
    assert "sizes of 1 layer are those that the model declares" in str(theorem.verdict)
    assert "1 node kept" in theorem.subject.title
    assert "everything else is the same" in theorem.paper.theorem
    latex = theorem.latex()
    assert "Unheard" not in latex  # names of a model are not running text
    assert "all that is read" in latex  # a count of what is read is none of the whole network
    assert "the whole network" not in latex
    assert "kept as it is: 1 node (my.own.Unheard 1)" in theorem.subject.details


def test_without_a_declared_size_the_layer_behind_it_is_left(loaded: Callable[[Any], Model]) -> None:
    model = loaded(km.model_of(km.OUT_OF_REACH))
    assert [part.name for part in model.parts] == ["y0"]
    (left,) = model.rest.left
    assert (left.name, left.operator) == ("y", "Conv")
    assert "sizes of 'z'" in left.why
    assert "1 strided node left as they are" in str(ss.prove(model).verdict)


def test_a_declaration_that_is_wrong_is_not_believed(loaded: Callable[[Any], Model]) -> None:
    model = loaded(km.model_of("z = Erf(y0)  y = Conv <STEPS> (z, w2, b)", declare="float[N,4,9,9] z"))
    shapes = [part.network.shapes[part.network.inputs[0].name] for part in model.parts]
    assert shapes == [(3, 16, 16), (4, 8, 8)]
    assert model.rest.declared == ()


def test_sizes_that_the_model_computes_are_known(tmp_path: Path) -> None:
    """Padding from a range of numbers, which shape inference does not follow, in a body that takes it from outside."""
    body = """
        numbers = Range(zero, eight, one)
        pads = Mul(numbers, mask)
        y = If(yes) <then_branch = first () => (float[N,C,H,W] t) { p = Pad(y0, pads) t = Conv <STEPS> (p, w2, b) },
                     else_branch = second () => (float[N,C,H,W] t) { t = Conv <STEPS> (y0, w2, b) }>
    """
    model = km.model_of(body)
    numbers = {"zero": 0, "eight": 8, "one": 1, "mask": [0, 0, 1, 1, 0, 0, 1, 1]}
    for name, value in numbers.items():
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(value, np.int64), name))
    onnx.save(model, tmp_path / "model.onnx")
    read = ss.read(tmp_path / "model.onnx", keep=True)
    sizes = {part.name: part.network.shapes[part.network.inputs[0].name] for part in read.parts}
    assert sizes == {
        "y0": (3, 16, 16),
        "y/then_branch/t": (4, 8 + 2 + 6, 8 + 3 + 7),
        "y/else_branch/t": (4, 8, 8),
    }
    assert read.rest.declared == ()


WINDOWS = [
    (operator, f"kernel_shape=[{k}], strides=[{s}], dilations=[{d}], ceil_mode={ceil}, {pads}")
    for operator in ("MaxPool", "AveragePool")
    for k, s, d in ((1, 2, 1), (1, 3, 2), (2, 1, 2), (2, 3, 1), (3, 4, 1), (3, 2, 2))
    for ceil in (0, 1)
    for pads in ("pads=[0,0]", "pads=[0,1]", "pads=[1,1]", *(f'auto_pad="{m}"' for m in ("VALID", "SAME_UPPER")))
]
SCALES = [("Resize", f'mode="nearest"> (x, , {scale}) <') for scale in ("half", "most", "third")]
TRANSPOSED = [
    ("ConvTranspose", f"strides=[2], {more}> (x, w1) <")
    for more in ("output_shape=[5]", 'auto_pad="SAME_UPPER", output_padding=[1]', "output_padding=[1]")
]


def test_sizes_are_those_that_a_runtime_gives() -> None:
    runtime = pytest.importorskip("onnxruntime", reason="sizes are compared with those that it gives")
    runtime.set_default_logger_severity(4)
    numbers = {"half": [1, 1, 0.5], "most": [1, 1, 0.7], "third": [1, 1, 1 / 3]}
    constants = [onnx.numpy_helper.from_array(np.asarray(v, np.float32), k) for k, v in numbers.items()]
    constants.append(onnx.numpy_helper.from_array(np.ones((2, 2, 2), np.float32), "w1"))
    found = tried = 0
    for operator, words in (*WINDOWS, *SCALES, *TRANSPOSED):
        inside, _, inputs = words.partition("> ")
        call = f"{operator} <{inside}> {inputs.removesuffix(' <') or '(x)'}"
        for size in (4, 9, 10):
            model = km.parsed(f"net (float[1,2,{size}] x) => (float[A,B,C] y) {{ y = {call} }}", 19)
            model.graph.initializer.extend(one for one in constants if one.name in inputs)
            try:
                session = runtime.InferenceSession(model.SerializeToString())
                (given,) = session.run(None, {"x": np.zeros((1, 2, size), np.float32)})
            except Exception:  # it refuses the node: no matter what it gives  # noqa: BLE001
                continue
            kind = shapes_of(model).inferred[()].get("y")
            sizes = (None,) * 3 if kind is None or kind.sizes is None else kind.sizes
            assert all(n in (None, m) for n, m in zip(sizes, given.shape, strict=True)), (call, size)
            tried, found = tried + 1, found + (None not in sizes)
    assert found > tried / 2


def test_layers_behind_a_pool_that_rounds_up_compute_the_same(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    pool = "MaxPool <kernel_shape=[3,3], strides=[4,4], pads=[1,1,1,1], ceil_mode=1> (y0)"
    model = km.model_of(f"p = {pool} r = Sign(p) y = Conv <kernel_shape=[3,3], strides=[2,2]> (r, w2, b)",
                        inputs="float[N,3,21,21] x")  # fmt: skip
    _, first, second = km.proved(model, tmp_path)
    feeds = {"x": np.arange(3 * 21 * 21, dtype=np.float32).reshape(1, 3, 21, 21) % 7 - 3}
    assert all(map(np.array_equal, km.ran(first, feeds), km.ran(second, feeds)))


def test_a_declared_size_that_a_layer_has_not_is_refused(loaded: Callable[[Any], Model]) -> None:
    body = "m = ConvTranspose <strides=[2,2], output_shape=[9,9]> (y0, w2) y = Conv <STEPS> (m, w2, b)"
    with pytest.raises(SpecError, match="sizes"):
        loaded(km.model_of(body, declare="float[N,4,12,12] m"))


def test_what_a_body_declares_is_what_it_says_and_no_more(loaded: Callable[[Any], Model]) -> None:
    """The state of a loop may have another shape in each turn, whatever its body declares."""
    body = km.BODIES["loop"].replace("(y0, w2, b)", "(state, w2, b)")
    model = loaded(km.model_of(body))
    assert [part.name for part in model.parts] == ["y0", "y/body/small"]
    assert model.rest.declared == ("y/body/small",)


@full
def test_open_sizes_are_given_by_the_caller(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of("z = Erf(y0)  g = Sign(z)  y = MaxPool <STEPS> (g)", inputs="float[N,3,H,W] x")
    path = tmp_path / "open.onnx"
    onnx.save(model, path)
    assert ss.read(path, keep=True).open_parts == ("y0", "y")
    left = ss.read(path, keep="network")  # a grid has numbers
    assert left.parts == ()
    assert [each.name for each in left.rest.left] == ["y0", "y"]
    with pytest.raises(SpecError):
        ss.prove(left)
    _, first, second = km.proved(model, tmp_path, {"x": (3, 17, 14)})
    dims = onnx.load(second).graph.input[0].type.tensor_type.shape.dim
    assert [dim.dim_param or dim.dim_value for dim in dims] == ["N", 3, 17, 14]
    feeds = {"x": km.image(17)[..., :14]}
    assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])
    for wrong in ({"x": (3, 17)}, {"z": (3, 17, 14)}, {"x": (4, 17, 14)}):
        with pytest.raises(SpecError):
            ss.read(first, wrong, keep=True)


def test_sizes_inside_are_given_by_the_caller(tmp_path: Path) -> None:
    """Where they follow from numbers that only come with the input."""
    pytest.importorskip("onnxruntime", reason="both files are run")
    body = "c = Slice(y0, from, to, places) m = Conv <STEPS> (c, w2, b) e = Erf(m) y = MaxPool <STEPS> (e)"
    model = km.model_of(body, inputs="float[N,3,16,16] x, int64[2] to")
    for name, numbers in (("from", [0, 0]), ("places", [2, 3])):
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.array(numbers), name))
    path = tmp_path / "open.onnx"
    onnx.save(model, path)
    assert ss.read(path, keep=True).open_parts == ("m", "y")
    theorem, first, second = km.proved(model, tmp_path, {"c": (4, 6, 5)})
    assert "the sizes of 2 layers are those that the model declares" in str(theorem.verdict)
    assert km.strided_in(onnx.load(second)) == []
    feeds = {"x": km.image(), "to": np.array([6, 5])}
    assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])
    for wrong in ({"c": (4, 6)}, {"w2": (4, 3, 3)}, {"nobody": (4, 6, 5)}, {"y0": (4, 8, 9)}):
        with pytest.raises(SpecError):
            ss.read(path, wrong, keep=True)
    assert [each.why for each in ss.read(path, {"c": (3, 6, 5)}, keep=True).rest.left] == ["4 channels, not 3"]


def test_integers_texts_and_several_outputs_pass(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of(
        "top, at = TopK <axis=1> (y0, k)  n = Add(at, at)  same = Identity(words)  y = Relu(top)",
        inputs="float[N,3,16,16] x, int64[1] k, string[S] words, float[2] through",
    )
    model.graph.output.extend(
        onnx.helper.make_tensor_value_info(name, kind, None)
        for name, kind in (("n", onnx.TensorProto.INT64), ("same", onnx.TensorProto.STRING), ("y0", 1))
    )
    model.graph.output.append(onnx.helper.make_tensor_value_info("through", 1, [2]))
    _, first, second = km.proved(model, tmp_path)
    words = np.asarray(["ein", "Wort"], object)
    feeds = {"x": km.image(), "k": np.asarray([2]), "words": words, "through": np.ones(2, np.float32)}
    for one, other in zip(km.ran(first, feeds), km.ran(second, feeds), strict=True):
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)


@full
@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float64"])
def test_element_types_stay(dtype: str, tmp_path: Path) -> None:
    model = km.model_of("y = MaxPool <STEPS> (y0)", opset=22)
    kind = int(onnx.TensorProto.DataType.Value({"float64": "DOUBLE"}.get(dtype, dtype.upper())))
    numpy_type = onnx.helper.tensor_dtype_to_np_dtype(kind)
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.elem_type = kind
    for tensor in model.graph.initializer:
        array = onnx.numpy_helper.to_array(tensor).astype(numpy_type)
        tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))
    _, first, second = km.proved(model, tmp_path)
    assert km.strided_in(onnx.load(second)) == []
    kinds = {tensor.data_type for tensor in onnx.load(second).graph.initializer if tensor.data_type != 7}
    assert kinds == {kind}
    x = km.image().astype(numpy_type)
    evaluator = reference.ReferenceEvaluator
    one, other = (evaluator(str(path)).run(None, {"x": x})[0] for path in (first, second))
    assert one.dtype == other.dtype
    assert np.array_equal(one, other)


@full
def test_a_pool_of_whole_numbers_is_exact(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    pool = "MaxPool <kernel_shape=[3,3], strides=[2,2], pads=[1,1,1,1]> (x)"
    _, first, second = km.proved(km.parsed(f"net (int8[1,3,9,9] x) => (int8[1,3,5,5] y) {{ y = {pool} }}"), tmp_path)
    feeds = {"x": (np.arange(-128, 115) * 7 % 100 - 120).astype(np.int8).reshape(1, 3, 9, 9)}
    assert all(map(np.array_equal, km.ran(first, feeds), km.ran(second, feeds)))


@pytest.mark.parametrize("opset", [9, 10, 11, 13, 18, 21])
def test_old_and_new_opsets_stay(opset: int, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    body = """c = MaxPool <kernel_shape=[2,2], strides=[2,2], pads=[1,0,0,1]> (y0)
              d = AveragePool <kernel_shape=[3,3], strides=[1,2], pads=[1,1,1,1], count_include_pad=1> (c)
              e = Conv <kernel_shape=[2,2], strides=[3,1]> (d, k)  y = Erf(e)"""
    model = km.model_of(body, opset=opset)
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.ones((4, 4, 2, 2), np.float32), "k"))
    model.ir_version = 3 if opset < 11 else 8
    if model.ir_version == 3:
        model.graph.input.extend(
            onnx.helper.make_tensor_value_info(t.name, t.data_type, t.dims) for t in model.graph.initializer
        )
    theorem, first, second = km.proved(model, tmp_path)
    assert ("3 inputs left at the numbers of the model" in str(theorem.verdict)) == (model.ir_version == 3)
    made = onnx.load(second)
    assert (made.ir_version, made.opset_import) == (model.ir_version, model.opset_import)
    assert km.strided_in(made) == []
    feeds = {"x": km.image()}
    one, other = km.ran(first, feeds)[0], km.ran(second, feeds)[0]
    assert np.allclose(one, other, rtol=0, atol=2e-7 * np.abs(one).max(initial=1))


@full
def test_data_in_another_file_stays_in_one(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of("m = Conv <STEPS> (y0, w2, b)  y = LayerNormalization <axis=1> (m, small)")
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.ones((4, 4, 4), np.float32), "small"))
    onnx.external_data_helper.convert_model_to_external_data(model, location="numbers.bin", size_threshold=0)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    source = tmp_path / "a" / "in.onnx"
    onnx.save(model, source)
    before = (tmp_path / "a" / "numbers.bin").read_bytes()
    read = ss.read(source, keep=True)
    files = ss.write(ss.unstride(read), tmp_path / "b" / "out.onnx")
    assert {file.name for file in files} == {"out.onnx", "out.onnx.data"}
    theorem = ss.prove(read, rewritten=tmp_path / "b" / "out.onnx")
    ss.replay(theorem.certificate(), source, tmp_path / "b" / "out.onnx")
    assert (tmp_path / "a" / "numbers.bin").read_bytes() == before
    feeds = {"x": km.image()}
    assert np.array_equal(km.ran(source, feeds)[0], km.ran(tmp_path / "b" / "out.onnx", feeds)[0])
    with pytest.raises(SpecError):  # never in the place of what was read
        ss.write(ss.unstride(read), source)


REGIONS = """
    a = Relu(y0)
    m = MaxPool <STEPS> (a)
    e = my.own.Unheard(m)
    f = Add(e, m)
    g = Conv <STEPS> (f, w2, b)
    h = Add(g, twice)
    k = Add(h, h)
    y = Relu(k)
"""
"""A region that is left by way of ``e`` and entered again at ``f``; ``h`` reads a second input."""


def test_a_region_ends_where_a_way_leaves_it(tmp_path: Path) -> None:
    inputs = "float[N,3,16,16] x, float[N,4,2,2] twice"
    model = km.model_of(REGIONS, inputs=inputs, declare="float[N,4,4,4] e")
    path = tmp_path / "in.onnx"
    onnx.save(model, path)
    read = ss.read(path, keep="network")
    made = [{n.name for n in part.network.nodes if n not in part.network.inputs} for part in read.parts]
    assert made == [{"a", "m", "y0"}, {"f", "g", "h", "k", "y"}]
    ss.write(ss.unstride(read), tmp_path / "out.onnx")
    theorem = ss.prove(read, rewritten=tmp_path / "out.onnx")
    assert theorem.subject.scope == "network"
    assert [node.name for node in theorem.subject.kept.nodes] == ["e"]
    assert "regions of Figure 1" in theorem.paper.theorem
    assert "each from what it reads to what it gives" in theorem.paper.caption
    ss.replay(theorem.certificate(), path, tmp_path / "out.onnx")
    with pytest.raises(SpecError):
        ss.unstride(read, scope="layer")
    with pytest.raises(SpecError):
        ss.read(path, keep="everything")


@full
@pytest.mark.parametrize(("keep", "names", "rest"), [("network", ["y"], ["y0", "m"]), ("layer", ["m"], ["y0", "g"])])
def test_parts_can_be_chosen(keep: str, names: list[str], rest: list[str], tmp_path: Path) -> None:
    inputs = "float[N,3,16,16] x, float[N,4,2,2] twice"
    path = tmp_path / "in.onnx"
    onnx.save(km.model_of(REGIONS, inputs=inputs, declare="float[N,4,4,4] e"), path)
    read = ss.read(path, keep=keep, parts=names)
    assert [part.name for part in read.parts] == names
    assert [(each.name, each.why) for each in read.rest.left] == [(name, "not chosen") for name in rest]
    ss.write(ss.unstride(read), tmp_path / "out.onnx")
    assert km.strided_in(onnx.load(tmp_path / "out.onnx")) == rest
    certificate = ss.prove(read, rewritten=tmp_path / "out.onnx").certificate()
    ss.replay(certificate, path, tmp_path / "out.onnx")
    rejected(certificate, ss.read(path, keep=keep), None)
    rejected(certificate.replace(f'"parts":["{names[0]}"]', '"parts":["nobody"]'), path, None)
    for wrong in ({"keep": keep, "parts": ["nobody"]}, {"parts": names}):
        with pytest.raises(SpecError):
            ss.read(path, **wrong)


@full
@pytest.mark.parametrize("body", km.BODIES)
def test_regions_compute_the_same(body: str, tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    first, second = tmp_path / "in.onnx", tmp_path / "out.onnx"
    onnx.save(km.model_of(km.BODIES[body]), first)
    read = ss.read(first, keep="network")
    ss.write(ss.unstride(read), second)
    ss.replay(ss.prove(read, rewritten=second).certificate(), first, second)
    assert km.strided_in(onnx.load(second)) == []
    feeds = {"x": km.image()}
    assert all(map(np.array_equal, km.ran(first, feeds), km.ran(second, feeds)))


def test_a_required_attribute_is_not_guessed() -> None:
    joined = km.model_of("two = Concat <axis=1> (y0, y0)  y = Conv <STEPS> (two, wide)")
    joined.graph.initializer.append(onnx.numpy_helper.from_array(np.ones((1, 8, 3, 3), np.float32), "wide"))
    assert ss.read(joined).shapes["two"] == (8, 8, 8)
    del joined.graph.node[1].attribute[:]
    with pytest.raises(SpecError, match="axis"):
        ss.read(joined)


def test_what_no_output_depends_on_may_read_from_a_region(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    body = "a = Add(y0, y0)  lost = Conv <STEPS> (y0, w2, b)  gone = Relu(lost)  y = Conv <STEPS> (a, w2, b)"
    first, second = km.model_of(body), tmp_path / "second.onnx"
    ss.write(ss.unstride(ss.read(first, keep="network")), second)
    feeds = {"x": km.image()}
    assert all(map(np.array_equal, km.ran(first, feeds), km.ran(onnx.load(second), feeds)))


def test_a_region_is_cut_at_the_node_that_is_to_blame(tmp_path: Path) -> None:
    """Behind a logarithm a layer with structural zeros is refused; it begins a region of its own, of numbers."""
    path = tmp_path / "log.onnx"
    onnx.save(km.model_of("l = Log(y0)  y = Conv <STEPS> (l, w2, b)"), path)
    read = ss.read(path, keep="network")
    assert [part.name for part in read.parts] == ["l", "y"]
    assert read.rest.nodes == ()


def test_strided_nodes_of_functions_are_named(loaded: Callable[[Any], Model]) -> None:
    text = """net (float[N,3,16,16] x) => (float[N,4,8,8] y) { y = my.own.Twice(x, w, b) }
        <domain: "my.own", opset_import: ["": 17]> Twice (a, c, d) => (e) { e = Conv <STEPS> (a, c, d) }"""
    model = loaded(km.with_constants(km.parsed(text)))
    assert model.parts == ()
    assert [(each.name, each.operator) for each in model.rest.left] == [("Twice/e", "Conv")]


# ------------------------------------------------------------------------- what is refused


def rejected(certificate: str, first: Any, second: Any) -> str:
    with pytest.raises(CertificateRejected) as caught:
        ss.replay(certificate, first, second)
    assert caught.value.expected != caught.value.got
    return caught.value.where


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Path]:
    """A certificate and its two files: an operator that nobody knows, weights that are shared, a body that captures."""
    folder = tmp_path_factory.mktemp("pair")
    body = km.IF.replace("y = If", "v = If") + "z = my.own.Unheard <secret=7> (v)  h = Erf(v)  y = Add(z, h)"
    theorem, first, second = km.proved(km.model_of(body), folder)
    return theorem.certificate(), first, second


def named(graph: Any, value: str) -> Any:
    """The node that makes a value, in the graph or in a body."""
    for node in graph.node:
        if value in node.output:
            return node
        for attribute in node.attribute:
            found = named(attribute.g, value) if attribute.HasField("g") else None
            if found is not None:
                return found
    return None


def _attribute(model: Any) -> None:
    named(model.graph, "z").attribute[0].i = 8


def _operator(model: Any) -> None:
    named(model.graph, "h").op_type = "Tanh"


def _body(model: Any) -> None:
    named(model.graph, "r").op_type = "Abs"


def _order(model: Any) -> None:
    nodes = [onnx.NodeProto.FromString(node.SerializeToString()) for node in model.graph.node]
    place = next(n for n, node in enumerate(nodes) if "z" in node.output)
    nodes[place], nodes[place + 1] = nodes[place + 1], nodes[place]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _one_more(model: Any) -> None:
    model.graph.node.append(onnx.helper.make_node("RandomNormal", [], ["noise"], shape=[1]))


def _output(model: Any) -> None:
    model.graph.output[0].name = "h"


def _meaning(model: Any) -> None:
    next(entry for entry in model.opset_import if entry.domain == "my.own").version = 2


EDITS = {
    "an attribute": (_attribute, "z"),
    "an operator": (_operator, "h"),
    "a body": (_body, "v"),
    "the order": (_order, "z"),
    "one node more": (_one_more, "noise"),
    "an output": (_output, "the graph"),
    "what a domain means": (_meaning, "the model"),
}


@pytest.mark.parametrize("edit", ["a body", *(pytest.param(e, marks=full) for e in EDITS if e != "a body")])
def test_an_edit_of_what_is_kept_is_refused_where_it_is(
    edit: str, pair: tuple[str, Path, Path], tmp_path: Path
) -> None:
    certificate, first, second = pair
    change, where = EDITS[edit]
    for number, path in enumerate((first, second)):
        model = onnx.load(path)
        change(model)
        other = tmp_path / f"{number}.onnx"
        onnx.save(model, other)
        found = rejected(certificate, *((other, None), (first, other))[number])
        assert found in (where, "about.kept") if number == 0 else found == where


def test_an_edit_of_what_is_rewritten_is_refused(pair: tuple[str, Path, Path], tmp_path: Path) -> None:
    certificate, first, second = pair
    model = onnx.load(second)
    bank = next(tensor for tensor in model.graph.initializer if list(tensor.dims) == [4, 12, 2, 2])
    array = onnx.numpy_helper.to_array(bank).copy()
    array[0, 0, 0, 0] += 1
    bank.CopyFrom(onnx.numpy_helper.from_array(array, bank.name))
    onnx.save(model, tmp_path / "bank.onnx")
    assert rejected(certificate, first, tmp_path / "bank.onnx") in ("about.rewritten", "y0")
    model = onnx.load(first)
    weight = next(tensor for tensor in model.graph.initializer if tensor.name == "w")
    weight.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(weight) + 1, "w"))
    onnx.save(model, tmp_path / "weight.onnx")
    assert rejected(certificate, tmp_path / "weight.onnx", second) == "about.source"


@full
def test_a_layer_that_reads_more_than_it_may_is_refused(pair: tuple[str, Path, Path], tmp_path: Path) -> None:
    """A fragment that reads a value of the rest: the same function, or not, nobody knows."""
    _, first, second = pair
    theorem = ss.prove(ss.read(first, keep=True))  # without a digest of the other model
    model = onnx.load(second)
    last = named(model.graph, "y0")
    last.output[0] = "y1"
    place = next(n for n, node in enumerate(model.graph.node) if "y1" in node.output)
    model.graph.node.insert(place + 1, onnx.helper.make_node("Add", ["y1", "more"], ["y0"]))
    model.graph.input.append(onnx.helper.make_tensor_value_info("more", 1, [1]))
    onnx.save(model, tmp_path / "more.onnx")
    assert rejected(theorem.certificate(), first, tmp_path / "more.onnx") in ("the graph", "y0")
    del model.graph.input[-1]
    model.graph.node.insert(0, onnx.helper.make_node("RandomNormal", [], ["more"], shape=[1]))
    onnx.save(model, tmp_path / "noise.onnx")
    assert rejected(theorem.certificate(), first, tmp_path / "noise.onnx")


@full
@pytest.mark.parametrize("field", ["digest", "nodes", "left", "declared", "parts"])
def test_an_edited_certificate_is_refused(field: str, pair: tuple[str, Path, Path]) -> None:
    import json

    certificate, first, second = pair
    data = json.loads(certificate)
    kept = data["about"]["kept"]
    kept[field] = {
        "digest": "0" * 64,
        "nodes": kept["nodes"][1:],
        "left": [["y0", "Conv"]],
        "declared": ["y0"],
        "parts": ["y0"],
    }[field]
    with pytest.raises(CertificateRejected):
        ss.replay(data, first, second)
    for wrong in (None, 7, [["a"]], "text"):
        kept[field] = wrong
        with pytest.raises(CertificateRejected):
            ss.replay(data)


@pytest.mark.parametrize(
    "text",
    [
        "y0 = Relu(x) y0 = Relu(x) y = Erf(y0)",
        "y0 = Relu(nothing) y = Erf(y0)",
        "y = If(c) <then_branch = a () => (float[1] t) { x = Relu(x) t = Relu(x) },"
        " else_branch = b () => (float[1] t) { t = Relu(x) }>",
        "y = If(c) <then_branch = a () => (float[1] t) { t = Relu(late) },"
        " else_branch = b () => (float[1] t) { t = Relu(x) }> late = Relu(x)",
        "y = Scan <num_scan_inputs=1, body = b (float w) => (float t) <float w = {2}> { t = Relu(w) }> (x)",
    ],
)
def test_a_name_for_two_values_or_none_is_refused(text: str) -> None:
    model = km.parsed(f"g (float[1] x, bool c) => (float[1] y) {{ {text} }}")
    with pytest.raises(SpecError) as caught:
        ss.read(model, keep=True)
    assert "value" in caught.value.expected


def test_what_is_no_model_is_refused() -> None:
    for wrong in (3, "nn.Conv2d(1, 1, 1)"):
        with pytest.raises(SpecError):
            ss.read(wrong, keep=True)
    model = ss.read(km.model_of(km.IF), keep=True)
    with pytest.raises(SpecError):
        ss.write(model, "never.onnx")
    with pytest.raises(SpecError):
        ss.prove(model, scope="network")


@full
def test_inner_names_are_nobodys(tmp_path: Path) -> None:
    """The names that a rewriting likes are taken, by values that a body captures among others."""
    first = km.model_of(km.IF)
    names = ["y0/phases", "y0/weight", "y0/unit", "t/phases", "t/weight", "y0/bias"]
    for number, name in enumerate(names):
        source = names[number - 1] if number else "x"
        first.graph.node.insert(number, onnx.helper.make_node("Relu", [source], [name], name=name))
    _, _, second = km.proved(first, tmp_path)
    made = onnx.load(second)
    assert all(named(made.graph, name).op_type == "Relu" for name in names)
