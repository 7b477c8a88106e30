"""Hostile and broken models: a clear error of four parts, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from symstride.adapters.onnx.door import at_sizes, from_onnx, to_model, to_onnx
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


def model(*nodes: Any, opset: int = 19, shape: Any = (1, 2, 8, 8), **arrays: np.ndarray[Any, Any]) -> Any:
    from onnx import helper, numpy_helper

    inputs = [helper.make_tensor_value_info("x", 1, shape)]
    outputs = [helper.make_tensor_value_info("y", 1, None)]
    tensors = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    graph = helper.make_graph(list(nodes), "broken", inputs, outputs, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)


def node(operator: str, *inputs: str, output: str = "y", name: str = "culprit", **attributes: Any) -> Any:
    from onnx import helper

    return helper.make_node(operator, list(inputs), [output], name=name, **attributes)


W = np.zeros((3, 2, 3, 3), np.float32)


def refused(broken: Any, *words: str, kind: type[SymstrideError] = SymstrideError) -> None:
    with pytest.raises(kind) as caught:
        from_onnx(broken)
    message = str(caught.value)
    assert all(part in message for part in ("asked:", "expected:", "got:", "try:", *words)), message


def test_a_sound_model_is_read() -> None:
    network = from_onnx(model(node("Conv", "x", "w", strides=[2, 2]), w=W))
    assert isinstance(network, Network)
    assert network.shapes["y"] == (3, 3, 3)


def test_unknown_operators_by_name() -> None:
    refused(model(node("Einsum", "x", equation="bchw->bcwh")), "culprit", "Einsum", kind=NotSupported)


def test_operators_of_other_domains() -> None:
    refused(model(node("Conv", "x", "w", domain="com.example"), w=W), "culprit", "com.example", kind=NotSupported)


def test_cycles() -> None:
    refused(model(node("Add", "x", "b", output="a"), node("Relu", "a", output="b"), node("Relu", "b")), "cycle")


def test_missing_initialisers() -> None:
    refused(model(node("Conv", "x", "w")), "culprit", "'w'", "not in the model")


def test_wrong_ranks() -> None:
    refused(model(node("Conv", "x", "w"), w=np.zeros((3, 2), np.float32)), "culprit")
    refused(model(node("Conv", "x", "w"), w=np.zeros((3, 2, 3), np.float32)), "culprit")
    refused(model(node("Conv", "x", "w", kernel_shape=[5, 5]), w=W), "culprit", "kernel_shape")
    refused(model(node("MaxPool", "x", kernel_shape=[2])), "culprit")
    refused(model(node("MaxPool", "x", kernel_shape=[2, 2], strides=[1])), "culprit")
    refused(model(node("MaxPool", "x", kernel_shape=[2, 2], pads=[1])), "culprit")


def test_channels_that_do_not_fit() -> None:
    refused(model(node("Conv", "x", "w"), w=np.zeros((3, 5, 3, 3), np.float32)), "culprit", "5 channels")
    refused(model(node("Conv", "x", "w", group=2), w=np.zeros((3, 1, 3, 3), np.float32)), "culprit")


def test_bad_numbers_among_the_attributes() -> None:
    refused(model(node("Conv", "x", "w", strides=[0, 1]), w=W), "culprit")
    refused(model(node("Conv", "x", "w", dilations=[-1, 1]), w=W), "culprit")
    refused(model(node("MaxPool", "x", kernel_shape=[0, 2])), "culprit")
    refused(model(node("MaxPool", "x", kernel_shape="oops")), "culprit")
    refused(model(node("SpaceToDepth", "x", blocksize=0)), "culprit")
    refused(model(node("SpaceToDepth", "x")), "culprit")
    refused(model(node("Conv", "x", "w", auto_pad="SAME"), w=W), "culprit", "auto_pad")


def test_attributes_that_nobody_knows() -> None:
    refused(model(node("Relu", "x", slope=0.1)), "culprit", "slope")


@pytest.mark.parametrize(
    "shape", [None, [], [1], [1, "c", 8, 8], [1, 2, 0, 8], [1, 2, -3, 8], [1, 2, 1 << 40, 1 << 40]]
)
def test_declared_shapes_that_are_no_use(shape: Any) -> None:
    refused(model(node("Relu", "x"), shape=shape))


def test_an_open_size_can_be_given() -> None:
    network = from_onnx(model(node("Relu", "x"), shape=["n", 2, "h", "w"]), input_size={"x": (2, 5, 6)})
    assert network.shapes["y"] == (2, 5, 6)
    assert network.batch is None


def test_huge_constants_are_refused_before_they_are_made() -> None:
    sizes = np.array([1 << 20, 1 << 20], np.int64)
    refused(model(node("ConstantOfShape", "s", output="c"), node("Add", "x", "c"), s=sizes), f"{4 << 40:,}")


def test_declared_sizes_must_agree_with_the_stored_bytes() -> None:
    broken = model(node("Conv", "x", "w"), w=W)
    broken.graph.initializer[0].dims[0] = 1 << 40
    refused(broken, "'w'", "stored")
    broken.graph.initializer[0].dims[0] = -1
    refused(broken, "'w'", "negative")
    broken = model(node("Conv", "x", "w"), w=W)
    broken.graph.initializer[0].raw_data += b"12"
    refused(broken, "'w'", "54.5 stored")


def test_axes_of_constants_that_are_no_places() -> None:
    axes = np.asarray([np.inf], np.float32)
    for operator in ("Unsqueeze", "Squeeze"):
        nodes = node(operator, "w", "axes", output="v"), node("Conv", "x", "v", name="conv")
        refused(model(*nodes, w=W, axes=axes), "culprit", "OverflowError")


def test_old_and_future_opsets() -> None:
    refused(model(node("Relu", "x"), opset=8), "opset", kind=NotSupported)
    refused(model(node("Relu", "x"), opset=999), "opset", kind=NotSupported)


def test_names_given_twice() -> None:
    refused(model(node("Relu", "x"), node("Relu", "x", name="second")), "second", "twice")
    refused(model(node("Relu", "x", output="x")), "twice")


def test_outputs_that_nobody_makes() -> None:
    refused(model(node("Relu", "x", output="z")), "'y'")


def test_second_outputs_in_use() -> None:
    from onnx import helper

    pool = helper.make_node("MaxPool", ["x"], ["y", "places"], name="culprit", kernel_shape=[2, 2])
    assert from_onnx(model(pool)).outputs == ("y",)
    refused(model(pool, node("Relu", "places", output="z")), "culprit", "'places'", kind=NotSupported)


def test_weights_that_are_computed() -> None:
    refused(model(node("Conv", "x", "x")), "culprit", "constant")


T = np.zeros((2, 3, 3, 3), np.float32)  # the weights of a transposed layer: (in, out/groups, *kernel)


def test_transposed_layers_that_do_not_fit() -> None:
    sound = model(node("ConvTranspose", "x", "w", strides=[2, 2]), w=T)
    assert from_onnx(sound).shapes["y"] == (3, 17, 17)
    refused(model(node("ConvTranspose", "x", "w"), w=W), "culprit", "3 channels")
    refused(model(node("ConvTranspose", "x", "w"), w=T[..., 0]), "culprit")
    refused(model(node("ConvTranspose", "x", "w", kernel_shape=[5, 5]), w=T), "culprit", "kernel_shape")
    refused(model(node("ConvTranspose", "x", "w", strides=[2]), w=T), "culprit", "1 strides")
    refused(model(node("ConvTranspose", "x", "w", strides=[0, 1]), w=T), "culprit")
    refused(model(node("ConvTranspose", "x", "w", output_padding=[-1, 0]), w=T), "culprit", "output_padding")
    refused(model(node("ConvTranspose", "x", "w", output_padding=[1]), w=T), "culprit", "1 output paddings")
    refused(model(node("ConvTranspose", "x", "w", output_shape=[1, 2, 3]), w=T), "culprit", "output_shape")
    refused(model(node("ConvTranspose", "x", "w", pads=[9, 9, 9, 9]), w=T), "culprit", "shrink the padding")
    refused(model(node("ConvTranspose", "x", "w", pads=[1, 1]), w=T), "culprit", "4 pads")
    refused(model(node("ConvTranspose", "x", "w", auto_pad="SAME"), w=T), "culprit", "auto_pad")
    refused(model(node("ConvTranspose", "x", "w", strides=[1 << 40] * 2), w=T), "culprit", "numbers")
    small = model(node("ConvTranspose", "x", "w", strides=[4, 4], auto_pad="SAME_UPPER"), w=T)
    refused(small, "culprit", "SAME would", kind=NotSupported)


def numbers(*values: int) -> np.ndarray[Any, Any]:
    return np.array(values, np.int64)


SLICES = {
    "backwards": ((-1,), (0,), (2,), (-1,)),
    "of the batch": ((1,), (2,), (0,), (1,)),
    "of nothing": ((5,), (5,), (2,), (1,)),
    "of every other channel": ((0,), (2,), (1,), (2,)),
    "of two lengths": ((0, 1), (2,), (2,), (1,)),
    "with an enormous step": ((0,), (8,), (2,), (1 << 60,)),
}


@pytest.mark.parametrize("name", SLICES)
def test_slices_that_are_no_crop(name: str) -> None:
    names = ("starts", "ends", "axes", "steps")
    arrays = {key: numbers(*row) for key, row in zip(names, SLICES[name], strict=True)}
    refused(model(node("Slice", "x", *names), **arrays), "culprit")


def test_places_that_are_not_there() -> None:
    refused(model(node("Gather", "x", "i", axis=0), i=numbers(0)), "culprit", "batch", kind=NotSupported)
    refused(model(node("Gather", "x", "i", axis=1), i=numbers(0, 1).reshape(1, 2)), "culprit", kind=NotSupported)
    refused(model(node("Where", "x", "x", "x")), "culprit")
    inside = np.ones((2, 2, 8, 8), bool)
    refused(model(node("Where", "c", "x", "f"), c=inside, f=np.zeros(1, np.float32)), "culprit", "one condition")


def test_arithmetic_with_constants_that_do_not_fit() -> None:
    zero, row = np.zeros(1, np.float32), np.ones(8, np.float32)
    refused(model(node("Div", "x", "c"), c=zero), "culprit", "a zero", kind=NotSupported)
    refused(model(node("Div", "x", "c"), c=numbers(2)), "culprit", "int64", kind=NotSupported)
    refused(model(node("Div", "x", "c"), c=np.ones((2, 2, 8, 8), np.float32)), "culprit", kind=NotSupported)
    refused(model(node("Div", "x", "x")), "culprit")
    refused(model(node("Sub", "x", "c"), c=row), "culprit", "per channel", kind=NotSupported)
    refused(model(node("Sub", "x")), "culprit")
    refused(model(node("Pow", "x", "c"), c=row), "culprit", "one number", kind=NotSupported)
    refused(model(node("Min", "x", "x")), "culprit", kind=NotSupported)
    refused(model(node("PRelu", "x", "c"), c=row), "culprit", "per channel", kind=NotSupported)
    refused(model(node("PRelu", "x")), "culprit", "weights")
    refused(model(node("Gelu", "x", approximate="sign"), opset=20), "culprit", "approximate")
    refused(model(node("SpaceToDepth", "x", blocksize=2, mode="RDC")), "culprit", "mode")


def test_training_mode() -> None:
    s = np.ones(2, np.float32)
    refused(model(node("BatchNormalization", "x", "s", "s", "s", "s", training_mode=1), s=s), "training_mode")


def test_control_flow() -> None:
    from onnx import helper

    branch = helper.make_graph(
        [helper.make_node("Identity", ["x"], ["z"])], "b", [], [helper.make_tensor_value_info("z", 1, None)]
    )
    refused(model(node("If", "c", then_branch=branch, else_branch=branch), c=np.array(True)), "culprit")


@pytest.mark.parametrize("cut", [0, 1, 40, 150, 300])
def test_truncated_files(tmp_path: Path, cut: int) -> None:
    whole = model(node("Conv", "x", "w"), w=W).SerializeToString()
    path = tmp_path / "cut.onnx"
    path.write_bytes(whole[:cut])
    refused(path)


def test_files_that_are_something_else(tmp_path: Path) -> None:
    path = tmp_path / "text.onnx"
    path.write_text("not a model at all")
    refused(path)
    refused(tmp_path / "missing.onnx", "missing.onnx")
    refused(tmp_path)


def external(tmp_path: Path, location: str, **entries: str) -> Path:
    broken = model(node("Conv", "x", "w"), w=W)
    tensor = broken.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = 1
    for key, value in {"location": location, **entries}.items():
        tensor.external_data.add(key=key, value=value)
    (tmp_path / "model").mkdir(exist_ok=True)
    path = tmp_path / "model" / "model.onnx"
    path.write_bytes(broken.SerializeToString())
    return path


def test_external_data_is_read_from_the_folder(tmp_path: Path) -> None:
    path = external(tmp_path, "w.bin", offset="8", length=str(W.nbytes))
    (path.parent / "w.bin").write_bytes(b"\0" * 8 + (W + 2).tobytes())
    network = from_onnx(path)
    assert np.array_equal(network.weights["y.weight"], W + 2)
    assert network.label("y.weight") == "w"


@pytest.mark.parametrize("location", ["../secret", "/etc/passwd", "", ".", "missing.bin", "a\0b", "x" * 5000])
def test_external_data_elsewhere(tmp_path: Path, location: str) -> None:
    (tmp_path / "secret").write_bytes(W.tobytes())
    refused(external(tmp_path, location), "'w'", "own folder")


def test_external_data_behind_a_link(tmp_path: Path) -> None:
    path = external(tmp_path, "link.bin")
    (tmp_path / "secret").write_bytes(W.tobytes())
    (path.parent / "link.bin").symlink_to(tmp_path / "secret")
    refused(path, "own folder")


@pytest.mark.parametrize("entries", [{"offset": "4"}, {"length": "8"}, {"offset": "-4"}, {"length": "many"}])
def test_external_data_with_wrong_places(tmp_path: Path, entries: dict[str, str]) -> None:
    path = external(tmp_path, "w.bin", **entries)
    (path.parent / "w.bin").write_bytes(W.tobytes())
    refused(path, "'w'")


def test_external_data_of_a_model_in_memory(tmp_path: Path) -> None:
    import onnx

    broken = onnx.load(external(tmp_path, "w.bin"), load_external_data=False)
    refused(broken, "'w'", "path")


def test_random_damage_never_ends_in_a_traceback(tmp_path: Path) -> None:
    """Bytes of a sound file replaced at random: read, or refused with four parts; and nothing is written."""
    rng = np.random.default_rng(1712)
    whole = np.frombuffer(
        model(node("Conv", "x", "w", strides=[2, 2], pads=[1, 1, 1, 1]), w=W).SerializeToString(), np.uint8
    )
    path, refusals = tmp_path / "damaged.onnx", 0
    for _ in range(400):
        damaged = whole.copy()
        places = rng.integers(0, len(whole), 3)
        damaged[places] = rng.integers(0, 256, 3)
        path.write_bytes(damaged.tobytes())
        try:
            from_onnx(path)
        except SymstrideError:
            refusals += 1
    assert refusals > 20
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    network = from_onnx(model(node("Relu", "x")))
    with pytest.raises(SpecError, match="folder"):
        to_onnx(network, tmp_path / "missing" / "y.onnx")


# ------------------------------------------------------------------------------------------------ declared shapes


def declaring(shape: Any, middle: Any = None, batch: Any = 1) -> Any:
    """A pool and an activation on 8 places, with what the model declares of the output and of the value between."""
    from onnx import helper

    pool = helper.make_node("MaxPool", ["x"], ["p"], kernel_shape=[2], strides=[2])
    given, made = (helper.make_tensor_value_info(*row) for row in (("x", 1, [batch, 3, 8]), ("y", 1, shape)))
    between = [] if middle is None else [helper.make_tensor_value_info("p", 1, middle)]
    nodes = [pool, helper.make_node("Relu", ["p"], ["y"])]
    graph = helper.make_graph(nodes, "g", [given], [made], value_info=between)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])


AGREEING: list[tuple[Any, ...]] = [
    ([1, 3, 4],), (None,), (["n", "c", "w"],), ([1, "c", 4], [None, 3, 4]), ([1, 3, 4], None, "n"), (["n", 3, 4],),
    ([0, 3, 4],), ([-1, 3, 4],), ([-1, 3, 4], None, -1), ([1, 3, 4], None, -1)]  # fmt: skip


@pytest.mark.parametrize("declared", AGREEING)
def test_declared_shapes_that_agree_or_say_nothing(declared: tuple[Any, ...]) -> None:
    assert from_onnx(declaring(*declared)).shapes["y"] == (3, 4)


CONTRADICTING: list[tuple[str, str, tuple[Any, ...]]] = [
    ("y", "(1, 3, 5)", ([1, 3, 5],)),
    ("y", "(1, 2, 4)", ([1, 2, 4],)),
    ("y", "(1, 12)", ([1, 12],)),
    ("y", "()", ([],)),
    ("y", "(2, 3, 4)", ([2, 3, 4],)),
    ("p", "(1, 3, 3)", ([1, 3, 4], [1, 3, 3])),
    ("y", "(?, 3, 5)", (["n", 3, 5], None, "n")),
]


@pytest.mark.parametrize(("name", "shown", "declared"), CONTRADICTING)
def test_declared_shapes_that_contradict_are_refused(name: str, shown: str, declared: tuple[Any, ...]) -> None:
    with pytest.raises(SpecError) as refusal:
        from_onnx(declaring(*declared))
    asked, expected, got, hint = refusal.value.args[:4]
    assert asked == f"from_onnx, value {name!r}"
    assert expected == f"shape {shown}, as the model declares"
    assert got.endswith(", 3, 4)")
    assert hint


def test_what_is_declared_says_nothing_about_other_sizes() -> None:
    assert at_sizes(declaring([1, 3, 4]), {"x": (3, 16)}).shapes["y"] == (3, 8)


@pytest.mark.parametrize("name", ["y", "p"])
@pytest.mark.parametrize(("kind", "said"), [(10, "float16"), (7, "int64"), (8, "object"), (99, "type 99")])
def test_declared_types_that_contradict_are_refused(name: str, kind: int, said: str) -> None:
    model = declaring([1, 3, 4], [1, 3, 4])
    (value,) = (value for value in (*model.graph.output, *model.graph.value_info) if value.name == name)
    value.type.tensor_type.elem_type = kind
    for sizes in ({}, {"x": (3, 16)}):
        with pytest.raises(SpecError) as refusal:
            at_sizes(model, sizes)
        asked, expected, got, hint = refusal.value.args[:4]
        assert asked == f"from_onnx, value {name!r}"
        assert expected == f"{said}, as the model declares"
        assert got == "float32"
        assert hint


def test_a_type_that_is_not_declared_says_nothing() -> None:
    model = declaring([1, 3, 4])
    model.graph.output[0].type.tensor_type.elem_type = 0
    assert from_onnx(model).dtype == "float32"


def test_segments_of_tensors() -> None:
    broken = model(node("Conv", "x", "w", strides=[2, 2]), w=W)
    broken.graph.initializer[0].segment.end = W.size
    refused(broken, "segment", "'w'")


def test_attributes_of_a_call_outside_of_functions() -> None:
    """Whatever operator has one: nobody calls the main graph, so there is no value."""
    from onnx import AttributeProto

    import symstride as ss

    for operator, name, kind in (
        ("Conv", "group", AttributeProto.INT),
        ("MaxPool", "pads", AttributeProto.INTS),
        ("Squeeze", "axes", AttributeProto.INTS),
        ("LeakyRelu", "alpha", AttributeProto.FLOAT),
        ("Resize", "mode", AttributeProto.STRING),
        ("SplitToSequence", "keepdims", AttributeProto.INT),
    ):
        broken = model(node(operator, "x", *(["w"] if operator == "Conv" else [])), w=W)
        broken.graph.node[0].attribute.append(AttributeProto(name=name, ref_attr_name="outer", type=kind))
        for door in (lambda m: ss.read(m, keep=True), lambda m: ss.equal(m, m), from_onnx):
            with pytest.raises(SymstrideError) as caught:
                door(broken)
            assert caught.value.hint


def test_a_split_into_more_parts_than_there_are_outputs() -> None:
    """Shape inference makes a size for each of them."""
    import symstride as ss

    parts = node("Split", "x", axis=1, num_outputs=2**40)
    parts.output.append("z")
    broken = model(parts)
    refused(broken, "2 sizes of 2 places", "culprit")
    assert ss.read(broken, keep=True).parts == ()
    assert ss.equal(broken, broken).status == "equal"


@pytest.mark.parametrize("number", [float("inf"), -float("inf"), float("nan")])
def test_numbers_that_are_none_among_the_attributes(number: float) -> None:
    """They are refused where they are read, and a model that keeps the node is equal to itself all the same."""
    import symstride as ss

    for operator, name, more in (
        ("LeakyRelu", "alpha", {}),
        ("Elu", "alpha", {}),
        ("HardSigmoid", "beta", {}),
        ("LRN", "bias", {"size": 3}),
        ("LRN", "alpha", {"size": 3}),
    ):
        broken = model(node(operator, "x", **{name: number}, **more))
        refused(broken, "finite", "culprit")
        assert ss.equal(broken, broken).status == "equal"
    flat = model(node("Flatten", "x", output="f"), node("Gemm", "f", "q", alpha=number), q=np.ones((128, 2), "f"))
    refused(flat, "finite", "alpha")


# ------------------------------------------------------------------------------------------------ defaults, statistics


def test_inputs_with_numbers_of_their_own_are_named() -> None:
    """A caller could pass other weights; those of the model are meant, and what is written takes no others."""
    from onnx import helper

    given = model(node("Conv", "x", "w", strides=[2, 2]), w=W + 1)
    assert from_onnx(given).defaults == ()
    given.graph.input.append(helper.make_tensor_value_info("w", 1, list(W.shape)))
    network = from_onnx(given)
    assert network.defaults == ("w",)
    assert [each.name for each in network.inputs] == ["x"]
    assert [each.name for each in to_model(network).graph.input] == ["x"]


@pytest.mark.parametrize(
    ("variance", "epsilon", "sound"),
    [
        (-1.0, 1e-5, False),
        (float("nan"), 1e-5, False),
        (-1e-6, 1e-5, True),
        (-0.5, 0.5, False),
        (0.0, 0.0, False),
        (0.0, 1e-46, False),
        (0.1, -0.1, False),
        (0.0, -1.0, False),
        (0.0, 1e-8, True),
    ],
)
def test_a_variance_without_a_root_is_refused(variance: float, epsilon: float, sound: bool) -> None:
    arrays = {name: np.ones(2, np.float32) for name in ("s", "b", "m", "v")}
    arrays["v"][1] = variance
    normed = model(node("BatchNormalization", "x", "s", "b", "m", "v", epsilon=epsilon), **arrays)
    if sound:
        assert from_onnx(normed).weights["y.variance"][1] == np.float32(variance)
    else:
        refused(normed, "culprit", "variance + epsilon", kind=SpecError)


# ------------------------------------------------------------------------------------------------ the checker of onnx


def test_what_the_checker_of_onnx_refuses_is_refused_in_four_parts(tmp_path: Path) -> None:
    """The last of four windows of one place, 2 apart, would lie behind 6 places; the package counts it."""
    build = Builder()
    network = build.network(build.add(op.MaxPool((1,), (2,), ((0, 0),), (1,), True), build.input("x", (1, 6))))
    assert network.shapes["maxpool1"] == (1, 3)
    with pytest.raises(NotSupported) as refusal:
        to_onnx(network, tmp_path / "y.onnx")
    assert all(refusal.value.args[:4])
    assert "ceil_mode" in refusal.value.hint
    assert list(tmp_path.iterdir()) == []
