"""Quantised layers are rewritten in whole numbers: sums are the same to the bit, and careless versions are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest
import quantised_models as qm

import symstride as ss
from symstride.adapters.onnx.keeping import cut_out, read_alike
from symstride.errors import CertificateRejected, NotSupported
from symstride.network.correspondence import check_correspondence
from symstride.network.model import joint_network
from symstride.network.operators import records as op
from symstride.network.stored import Stored

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
full = pytest.mark.full


def saved(model: Any, folder: Path, name: str = "in.onnx") -> Path:
    onnx.save(model, folder / name)
    return folder / name


def rewritten(model: Any, folder: Path, check: bool = True) -> tuple[Any, Path]:
    """The model as it is read, and the file of what ``unstride`` makes of it."""
    read = ss.read(saved(model, folder), keep=True, check=check)
    assert not read.rest.left, read.rest.left
    ss.write(ss.unstride(read), folder / "out.onnx")
    return read, folder / "out.onnx"


def check_alike(read: Any, file: Path) -> None:
    """What a replay compares: everything but the theorems about layers."""
    other = read_alike(file, read)
    for parts in zip(read.parts, other.parts, strict=True):
        check_correspondence(*(joint_network("part", [part]) for part in parts))


# ------------------------------------------------------------------------------------------------ random layers


@pytest.mark.parametrize(
    "seeds",
    [
        range(20),
        pytest.param(range(20, 60), marks=full),
        pytest.param(range(500), marks=[pytest.mark.whole, pytest.mark.timeout(3600)]),
    ],
)
def test_random_layers(seeds: range, tmp_path: Path, need: Callable[[str], str]) -> None:
    """Sums and results by plain definitions; and what ONNX Runtime gives, where its sums do not saturate."""
    has_runtime = bool(need("onnxruntime"))
    kinds, ran = set(), 0
    for seed in seeds:
        layer = qm.drawn(seed)
        read, file = rewritten(layer.model, tmp_path, check=False)
        made = onnx.load(file)
        assert not km.strided_in(made)
        for requantise in (False, True):
            expected = qm.computed(layer.model, layer.x, requantise)
            assert np.array_equal(qm.computed(made, layer.x, requantise), expected), seed
        check_alike(read, file)
        if has_runtime and layer.runs:
            (one,), (other,) = (km.ran(model, {"x": layer.x}) for model in (layer.model, made))
            assert np.array_equal(one, expected), seed
            assert np.array_equal(other, expected), seed
            assert one.dtype == other.dtype
            ran += 1
        kinds.add(layer.model.graph.node[-1].op_type)
    assert kinds == {"QLinearConv", "ConvInteger", "Conv"}
    assert ran > len(seeds) / 4


# ------------------------------------------------------------------------------------------------ careless versions

STEPS = {"strides": [2, 3], "pads": [1, 1, 1, 1], "kernel_shape": [3, 4], "dilations": [1, 1], "group": 2}


def layer(kind: str, x_zero: int = 131) -> tuple[Any, Any]:
    """A layer with two groups, zero points other than 0, and weights that are 0 themselves."""
    numbers = np.random.default_rng(4)
    x = qm.whole(numbers, np.uint8, (1, 4, 9, 11))
    weight = qm.whole(numbers, np.uint8, (6, 2, 3, 4))
    weight[:, :, 1, 1:3] = 0
    scale = np.exp2(-np.arange(6.0) - 2).astype(np.float32)
    given = {"w": weight, "wz": np.arange(90, 120, 5, dtype=np.uint8), "xz": np.uint8(x_zero), "xs": np.float32(0.25),
             "ws": scale, "ys": np.float32(2), "yz": np.uint8(9)}  # fmt: skip
    given = {name: np.asarray(array) for name, array in given.items()}
    used = {"ConvInteger": ("w", "wz", "xz"), "QDQ": ("w", "wz", "xz", "xs", "ws")}.get(kind, tuple(given))
    return qm.one_layer(kind, STEPS, {name: given[name] for name in used}, None, x), x


def bank_of(model: Any) -> Any:
    """The weights of the last layer in a file, as it holds them."""
    node = model.graph.node[-1]
    name = node.input[3 if node.op_type == "QLinearConv" else 1]
    name = next((each.input[0] for each in model.graph.node if each.output[0] == name), name)
    return next(tensor for tensor in model.graph.initializer if tensor.name == name)


def changed(tensor: Any, array: Any) -> None:
    tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))


def is_hole(model: Any) -> Any:
    """Where no weight of the layer falls: by its bank, with a number for each weight."""
    network = ss.read(model, keep=True, check=False).parts[0].network
    (conv,) = network.strided
    size = network.shapes[conv.inputs[0]][1:]
    order = "channel_major" if conv.operator.groups > 1 else "phase_major"
    bank = ss.expand(conv.operator, order=order, drop_dead=True, input_size=size)
    return bank.weight(1 + np.arange(np.prod(conv.operator.weight_shape)).reshape(conv.operator.weight_shape)) == 0


def zeros_in_holes(made: Any, source: Any) -> None:
    """A structural zero as the number 0, which stands for minus the zero point."""
    tensor = bank_of(made)
    changed(tensor, np.where(is_hole(source), 0, onnx.numpy_helper.to_array(tensor)).astype(np.uint8))


def zeros_in_padding(made: Any, source: Any) -> None:
    """Padding and the last cell filled with the number 0."""
    (pad,) = (node for node in made.graph.node if node.op_type == "Pad")
    changed(next(t for t in made.graph.initializer if t.name == pad.input[2]), np.zeros((), np.uint8))


def scales_in_another_order(made: Any, source: Any) -> None:
    """Numbers per channel that do not go with their channels."""
    for tensor in made.graph.initializer:
        if tensor.dims == [6] and tensor.data_type != onnx.TensorProto.INT64:
            changed(tensor, np.roll(onnx.numpy_helper.to_array(tensor), 1))


def holes_by_value(made: Any, source: Any) -> None:
    """A weight that is 0 itself taken for a hole."""
    tensor, zeros = bank_of(made), np.arange(90, 120, 5)[:, None, None, None]
    array = onnx.numpy_helper.to_array(tensor)
    changed(tensor, np.where(array == 0, zeros, array).astype(np.uint8))


CARELESS = (zeros_in_holes, zeros_in_padding, scales_in_another_order, holes_by_value)


@pytest.mark.parametrize("careless", CARELESS)
@pytest.mark.parametrize("kind", qm.KINDS)
def test_careless_versions_are_refused(kind: str, careless: Callable[[Any, Any], None], tmp_path: Path) -> None:
    """Each computes something else, and no certificate is given for it."""
    model, x = layer(kind)
    read, file = rewritten(model, tmp_path, check=False)
    check_alike(read, file)
    made = onnx.load(file)
    assert np.array_equal(qm.computed(made, x), qm.computed(model, x))
    careless(made, model)
    assert not np.array_equal(qm.computed(made, x), qm.computed(model, x))
    with pytest.raises(CertificateRejected):
        check_alike(read, saved(made, tmp_path, "careless.onnx"))


@pytest.mark.parametrize("kind", qm.KINDS)
def test_a_zero_point_of_zero_is_the_least_number(kind: str, tmp_path: Path) -> None:
    """Padding of unsigned numbers with 0, which is also what a maximum is padded with."""
    model, x = layer(kind, x_zero=0)
    read, file = rewritten(model, tmp_path, check=False)
    check_alike(read, file)
    made = onnx.load(file)
    assert np.array_equal(qm.computed(made, x), qm.computed(model, x))
    (pad,) = (node for node in made.graph.node if node.op_type == "Pad")
    changed(next(t for t in made.graph.initializer if t.name == pad.input[2]), np.ones((), np.uint8))
    with pytest.raises(CertificateRejected):
        check_alike(read, saved(made, tmp_path, "careless.onnx"))


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_numbers_per_output_follow_the_phases(order: str) -> None:
    """Where outputs have phases, zero points and scales are repeated as the bias is, and not the row of them."""
    spec = ss.Conv(2, 3, (3,), stride=2, padding=1)
    bank = ss.expand(spec, phases=2, order=order)
    levels = np.zeros(spec.weight_shape, np.int16)
    stored = Stored(np.array([3, 5, 7], np.uint8), np.array([1, 2, 4], np.float32), levels)
    made = stored.copied(bank.weight, bank.bias)
    assert made.zero.tolist() == ([3, 3, 5, 5, 7, 7] if order == "channel_major" else [3, 5, 7, 3, 5, 7])
    assert made.whole(np.zeros(0)).reshape(6, -1).T.tolist()[0] == made.zero.tolist()


# ------------------------------------------------------------------------------------------------ what is written


def test_compilers_find_what_they_look_for(tmp_path: Path) -> None:
    """8-bit numbers are padded and sorted; then a DequantizeLinear, one of the bank, and the Conv."""
    model, _ = layer("QDQ")
    made = onnx.load(rewritten(model, tmp_path, check=False)[1])
    conv = made.graph.node[-1]
    makers = {node.output[0]: node for node in made.graph.node}
    assert conv.op_type == "Conv"
    assert [makers[name].op_type for name in conv.input] == ["DequantizeLinear"] * 2
    assert bank_of(made).data_type == onnx.TensorProto.UINT8
    onnx.checker.check_model(made)


def test_a_scale_for_all_channels_stays_one(tmp_path: Path) -> None:
    model, _ = layer("QLinearConv")
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    changed(tensors["ws"], np.asarray(0.25, np.float32))
    changed(tensors["wz"], np.asarray(100, np.uint8))
    made = onnx.load(rewritten(model, tmp_path, check=False)[1])
    sizes = {tensor.name: int(np.prod(tensor.dims)) for tensor in made.graph.initializer}
    assert [sizes[made.graph.node[-1].input[n]] for n in (4, 5)] == [1, 1]


def test_sums_that_saturate_are_told(tmp_path: Path, need: Callable[[str], str]) -> None:
    """Either ONNX Runtime gives the sums that the model has, or the reading is said not to be checked."""
    need("onnxruntime")
    x = np.full((1, 4, 9, 11), 255, np.uint8)
    given = {"w": np.full((6, 2, 3, 4), 127, np.int8), "wz": np.int8(0), "xz": np.uint8(0), "xs": np.float32(1),
             "ws": np.float32(1), "ys": np.float32(2**14), "yz": np.uint8(0)}  # fmt: skip
    model = qm.one_layer("QLinearConv", STEPS, {name: np.asarray(a) for name, a in given.items()}, None, x)
    exact = np.array_equal(km.ran(model, {"x": x})[0], qm.computed(model, x))
    part = ss.read(saved(model, tmp_path), keep=True).parts[0]
    assert exact or "saturate" in part.network.unchecked
    assert "saturate" not in part.network.unchecked or not exact or part.network.unchecked


# ------------------------------------------------------------------------------------------------ what is left


def test_zero_points_that_are_values_are_left(tmp_path: Path) -> None:
    model, _ = layer("ConvInteger")
    value = onnx.helper.make_tensor_value_info("xz", onnx.TensorProto.UINT8, [])
    model.graph.input.append(value)
    (tensor,) = (t for t in model.graph.initializer if t.name == "xz")
    model.graph.initializer.remove(tensor)
    (left,) = ss.read(saved(model, tmp_path), keep=True).rest.left
    assert (left.operator, "constants, not values: xz" in left.why) == ("ConvInteger", True)


def test_other_doors_refuse_by_name(tmp_path: Path) -> None:
    """A network has one element type: a quantised model is one with nodes that are kept."""
    model, _ = layer("QLinearConv")
    with pytest.raises(NotSupported, match="keep=True"):
        ss.read(saved(model, tmp_path), check=False)
    part = ss.read(saved(model, tmp_path), keep=True, check=False).parts[0]
    with pytest.raises(NotSupported, match="one element type"):
        ss.write(part.network, tmp_path / "part.onnx")
    assert cut_out(model, part.place).graph.output[0].type.tensor_type.elem_type == onnx.TensorProto.UINT8


# ------------------------------------------------------------------------------------------------ a whole network


@full
@pytest.mark.parametrize("format_of", ["QDQ", "QOperator"])
def test_a_network_that_was_quantised_goes_through_whole(
    format_of: str, tmp_path: Path, need: Callable[[str], str]
) -> None:
    """As ONNX Runtime's own tool writes it, per channel: nothing strided is left, all is proved, all bits are equal."""
    need("onnxruntime")
    tool = pytest.importorskip("onnxruntime.quantization", reason="ONNX Runtime quantises")
    rng = np.random.default_rng(7)
    build = ss.Builder("small")
    x = build.input("x", (3, 17, 19))

    def layer(conv: ss.Conv, source: str) -> str:
        weight = 0.3 * rng.standard_normal(conv.weight_shape)
        arrays = {"weight": weight.astype(np.float32), "bias": np.ones(conv.out_channels, np.float32)}
        return build.add(conv, source, **arrays)

    y = build.add(op.Pointwise("relu"), layer(ss.Conv(3, 8, (3, 3), stride=2, padding=1), x))
    sides = [layer(ss.Conv(8, 8, (3, 3), stride=2, padding=1, groups=8), y), layer(ss.Conv(8, 8, (1, 1), stride=2), y)]
    y = layer(ss.Conv(8, 6, (3, 3), padding=2, dilation=2), build.add(op.Add(), *sides))
    y = build.add(op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), y)
    ss.write(build.network(y), tmp_path / "float.onnx")

    class Numbers(tool.CalibrationDataReader):  # type: ignore[misc, name-defined]  # which has no types
        def __init__(self) -> None:
            self.left = iter([{"x": rng.standard_normal((1, 3, 17, 19)).astype(np.float32)} for _ in range(2)])

        def get_next(self) -> Any:
            return next(self.left, None)

    first, second = tmp_path / "quantised.onnx", tmp_path / "out.onnx"
    form = getattr(tool.QuantFormat, format_of)
    tool.quantize_static(tmp_path / "float.onnx", first, Numbers(), form, per_channel=True, reduce_range=True)
    read = ss.read(first, keep=True)
    assert (len(read.parts), read.rest.left, read.unchecked) == (5, (), "")
    ss.write(ss.unstride(read), second)
    made = onnx.load(second)
    assert not km.strided_in(made)
    theorem = ss.prove(read, rewritten=second)
    assert len(ss.replay(theorem.certificate(), first, second).compared) == 2
    feeds = {"x": rng.standard_normal((2, 3, 17, 19)).astype(np.float32)}
    assert np.array_equal(km.ran(onnx.load(first), feeds)[0], km.ran(made, feeds)[0])
