"""Conv: normal form, sizes, cost, and every refusal."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import numpy as np
import pytest
import sympy
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from symstride.errors import NotSupported, SpecError
from symstride.layers.axis import Axis
from symstride.layers.cost import Cost
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose

C, G, N, k, p, s = sympy.symbols("C G N k p s")

# ---------------------------------------------------------------- normal form


def test_normal_form():
    layer = Conv(3, 64, (7, 5), 2, 3)
    assert layer.kernel == (7, 5)
    assert layer.stride == (2, 2)
    assert layer.dilation == (1, 1)
    assert layer.padding == ((3, 3), (3, 3))
    assert (layer.groups, layer.bias, layer.padding_mode, layer.ndim) == (1, True, "zeros", 2)
    assert layer.activation is None
    assert layer.input_size is None


PADDINGS = [
    ({"ndim": 2, "padding": 3}, ((3, 3), (3, 3))),
    ({"ndim": 2, "padding": -1}, ((-1, -1), (-1, -1))),
    ({"ndim": 2, "padding": (1, 2)}, ((1, 1), (2, 2))),
    ({"ndim": 2, "padding": ((0, 1), (2, 3))}, ((0, 1), (2, 3))),
    ({"ndim": 2, "padding": [(0, 1), 2]}, ((0, 1), (2, 2))),
    ({"ndim": 1, "padding": ((4, 0),)}, ((4, 0),)),
    ({"padding": (p, 0, -1)}, ((p, p), (0, 0), (-1, -1))),
    ({"padding": np.array([[0, 1], [1, 0]])}, ((0, 1), (1, 0))),
    ({"ndim": 3, "padding": "valid"}, ((0, 0), (0, 0), (0, 0))),
    ({"ndim": 1, "padding": "same"}, ((1, 1),)),
    ({"ndim": 1, "padding": "same", "dilation": 3}, ((3, 3),)),
    ({"kernel": (4, 3), "padding": "same"}, ((1, 2), (1, 1))),
    ({"kernel": (4, 3), "padding": "same_lower"}, ((2, 1), (1, 1))),
    ({"kernel": (4, 3), "padding": "same", "stride": (1, 2)}, "same"),
    ({"kernel": (4, 3), "padding": "same_lower", "stride": 2}, "same_lower"),
    ({"kernel": (3,), "padding": "same", "stride": s}, "same"),
    ({"kernel": (2 * k + 1,), "padding": "same"}, ((k, k),)),
]


@pytest.mark.parametrize(("arguments", "expected"), PADDINGS, ids=str)
def test_paddings(arguments, expected):
    assert Conv(**({"in_channels": 2, "out_channels": 2, "kernel": 3} | arguments)).padding == expected


def test_the_number_of_axes_comes_from_any_list():
    assert Conv(1, 1, 3, stride=(1, 2, 2)).ndim == 3
    assert Conv(1, 1, 3, dilation=[1, 2]).ndim == 2
    assert Conv(1, 1, 3, input_size=(9,)).ndim == 1
    assert Conv(1, 1, np.array([3, 3])).ndim == 2
    assert Conv(1, 1, k, ndim=9).kernel == (k,) * 9
    assert Conv(1, 1, np.int64(3), ndim=np.int64(2)).kernel == (3, 3)


def test_numbers_of_other_libraries_become_ints():
    layer = Conv(np.int64(3), sympy.Integer(4), np.array([3, 3]), groups=np.uint8(1), padding=np.int16(1))
    leaves = [layer.in_channels, layer.out_channels, *layer.kernel, layer.groups, *layer.padding[0]]
    assert all(type(leaf) is int for leaf in leaves)
    assert layer == Conv(3, 4, (3, 3), padding=1)
    assert hash(layer) == hash(Conv(3, 4, (3, 3), padding=1))


def test_identity_activations_are_none():
    assert Conv(1, 1, 1, ndim=1, activation="linear").activation is None
    assert Conv(1, 1, 1, ndim=1, activation="relu").activation == "relu"


def test_frozen_replaceable_picklable():
    layer = Conv(4, C, (k, 3), 2, "same", groups=2, activation="relu", input_size=(N, 9))
    with pytest.raises(dataclasses.FrozenInstanceError):
        layer.stride = (1, 1)
    assert dataclasses.replace(layer) == layer
    assert dataclasses.replace(layer, bias=False).bias is False
    assert pickle.loads(pickle.dumps(layer)) == layer
    with pytest.raises(SpecError):
        dataclasses.replace(layer, in_channels=3)


# ---------------------------------------------------------------- sizes

LAYERS = {
    "ResNet conv1": (Conv(3, 64, (7, 7), 2, 3), (224, 224), (112, 112)),
    "AlexNet conv1": (Conv(3, 64, (11, 11), 4, 2), (224, 224), (55, 55)),
    "ViT patch embedding": (Conv(3, 768, (16, 16), 16), (224, 224), (14, 14)),
    "ResNet shortcut": (Conv(256, 512, (1, 1), 2, bias=False), (56, 56), (28, 28)),
    "MobileNet depthwise": (Conv(64, 64, (3, 3), 2, 1, groups=64), (112, 112), (56, 56)),
    "audio front end": (Conv(1, 512, (10,), 5), (16000,), (3199,)),
    "video stem": (Conv(3, 64, (3, 7, 7), (1, 2, 2), (1, 3, 3)), (16, 112, 112), (16, 56, 56)),
    "dilated": (Conv(8, 8, (3, 3), 2, 2, 2), (32, 32), (16, 16)),
    "PyTorch's Conv2d example": (Conv(16, 33, (3, 5), (2, 1), (4, 2), (3, 1)), (50, 100), (26, 100)),
    "Keras introduction": (Conv(3, 64, (3, 3), 2, "same"), (64, 64), (32, 32)),
    "same, odd": (Conv(3, 64, (3, 3), 2, "same"), (65, 7), (33, 4)),
}


@pytest.mark.parametrize("name", LAYERS)
def test_output_sizes(name):
    layer, size, expected = LAYERS[name]
    assert layer.output_size(size) == expected
    assert tuple(axis.output_size(n) for axis, n in zip(layer.axes(size), size)) == expected
    assert dataclasses.replace(layer, input_size=size).output_size() == expected
    assert layer.resolved(size).output_size(size) == expected


def test_keras_introduction_pads_high():
    layer = Conv(3, 64, (3, 3), 2, "same", input_size=(64, 64))
    assert layer.axes() == (Axis(3, 2, 1, 0, 1),) * 2
    assert layer.axes((65, 64)) == (Axis(3, 2, 1, 1, 1), Axis(3, 2, 1, 0, 1))
    assert layer.resolved().padding == ((0, 1), (0, 1))
    assert layer.resolved((65, 64)).input_size == (65, 64)
    assert layer.resolved(65).padding == ((1, 1), (1, 1))


def test_explicit_padding_is_resolved_already():
    layer = Conv(3, 64, (3, 3), 2, 1)
    assert layer.resolved() is layer
    assert layer.axes() == (Axis(3, 2, 1, 1, 1),) * 2


def test_symbolic_sizes():
    layer = Conv(C, G, k, s, p, ndim=2)
    assert layer.output_size(N) == (sympy.floor((N + 2 * p - k) / s) + 1,) * 2
    assert Conv(C, G, k, s, "same", ndim=1).output_size(N) == (sympy.ceiling(N / s),)
    assert layer.is_symbolic
    assert [symbol.name for symbol in layer.symbols] == ["C", "G", "k", "p", "s"]
    assert not Conv(3, 4, 3, ndim=1).is_symbolic
    assert Conv(3, 4, 3, input_size=(N,)).is_symbolic


@pytest.mark.full
@seed(21)
@settings(max_examples=25)  # SymPy takes its time to substitute
@given(
    st.integers(1, 9), st.integers(2, 7), st.integers(1, 4), st.integers(1, 60), st.sampled_from(["same", "same_lower"])
)
def test_symbolic_same_agrees_with_numbers(kernel, stride, dilation, size, word):
    dl = sympy.Symbol("dl")
    general = Conv(1, 1, k, s, word, dl, ndim=1).resolved(N)
    values = {k: kernel, s: stride, dl: dilation, N: size}
    low, high = (side.subs(values) for side in general.padding[0])
    assert ((low, high),) == Conv(1, 1, (kernel,), stride, word, dilation).resolved(size).padding


def test_weight_shapes():
    assert Conv(6, 9, (3, 5), groups=3).weight_shape == (9, 2, 3, 5)
    assert Conv(C, 2 * C, k, ndim=1, groups=C).weight_shape == (2 * C, 1, k)
    assert Conv(C, C, 3, ndim=1, groups=G).weight_shape == (C, sympy.floor(C / G), 3)
    depthwise = Conv(4, 8, (3,), groups=4)
    assert depthwise.is_depthwise
    assert (depthwise.in_per_group, depthwise.out_per_group) == (1, 2)
    assert not Conv(4, 8, (3,), groups=2).is_depthwise


def test_cost():
    # ResNet-50's conv1: 118,013,952 multiply-adds and 9,408 weights
    assert Conv(3, 64, (7, 7), 2, 3, bias=False).cost((224, 224)) == Cost(118013952, 9408, 802816)
    assert Conv(4, 8, (3,), groups=4).cost(5) == Cost(multiply_adds=8 * 3 * 3, parameters=8 * 3 + 8, outputs=24)
    symbolic = Conv(C, 8, (3,)).cost(N)
    assert sympy.expand(symbolic.multiply_adds - 24 * C * (N - 2)) == 0
    assert symbolic.parameters == 24 * C + 8


# ---------------------------------------------------------------- circular


def test_circular_needs_whole_cells(refused):
    layer = Conv(2, 2, (3, 3), 2, 1, padding_mode="circular")
    assert layer.check_circular((8, 6)) is None
    assert layer.check_circular((8, 8), phases=2) is None
    assert layer.check_circular((8, 6), phases=(2, 3)) is None
    assert layer.check_circular((N, 6)) is None
    assert Conv(2, 2, (3, 3), 2, 1).check_circular((7, 7)) is None
    refused(lambda: layer.check_circular((8, 7)), SpecError, "circular", "7 places", "8 places")
    refused(lambda: layer.check_circular((8, 6), phases=2), SpecError, "circular")
    refused(layer.check_circular, SpecError, "input_size")


# ---------------------------------------------------------------- refusals

BASE = {"in_channels": 4, "out_channels": 4, "kernel": (3, 3)}

BAD = {
    "zero kernel": ({"kernel": (3, 0)}, "kernel"),
    "negative kernel": ({"kernel": -1, "ndim": 1}, "kernel"),
    "zero stride": ({"stride": 0}, "stride"),
    "negative stride": ({"stride": (2, -2)}, "stride"),
    "zero dilation": ({"dilation": (0, 1)}, "dilation"),
    "negative dilation": ({"dilation": -1}, "dilation"),
    "no channels": ({"in_channels": 0}, "in_channels"),
    "negative outputs": ({"out_channels": -4}, "out_channels"),
    "zero groups": ({"groups": 0}, "groups"),
    "groups of inputs": ({"groups": 3}, "groups that divide in_channels"),
    "groups of outputs": ({"groups": 4, "out_channels": 6}, "groups that divide out_channels"),
    "groups of odd symbols": ({"groups": 2, "in_channels": 2 * C + 1}, "groups that divide in_channels"),
    "list too long": ({"stride": (1, 2, 3)}, "stride: 3"),
    "list too short": ({"padding": (1,)}, "padding: 1"),
    "empty list": ({"kernel": ()}, "axes"),
    "ten axes": ({"kernel": (1,) * 10}, "axes"),
    "endless list": ({"kernel": range(10**12)}, "axes"),
    "ndim against list": ({"ndim": 3}, "ndim: 3"),
    "zero ndim": ({"kernel": 3, "ndim": 0}, "ndim"),
    "symbolic ndim": ({"kernel": 3, "ndim": k}, "ndim"),
    "bool ndim": ({"kernel": 3, "ndim": True}, "ndim"),
    "no number of axes": ({"kernel": 3}, "ndim"),
    "bool kernel": ({"kernel": (True, 3)}, "kernel"),
    "float stride": ({"stride": 2.0}, "stride"),
    "float channels": ({"in_channels": 4.0}, "in_channels"),
    "half": ({"padding": sympy.Rational(1, 2)}, "padding"),
    "string kernel": ({"kernel": "3x3", "ndim": 2}, "kernel"),
    "bytes kernel": ({"kernel": b"33"}, "kernel"),
    "set kernel": ({"kernel": {3, 5}, "ndim": 2}, "kernel"),
    "dictionary kernel": ({"kernel": {0: 3}, "ndim": 1}, "kernel"),
    "generator kernel": ({"kernel": (n for n in (3, 3)), "ndim": 2}, "kernel"),
    "nested kernel": ({"kernel": ((3, 3), 3)}, "kernel"),
    "array of floats": ({"kernel": np.ones(2)}, "kernel"),
    "padding triple": ({"padding": ((1, 2, 3), 1)}, "padding"),
    "padding nested": ({"padding": ((1, (2, 3)), 1)}, "padding"),
    "padding word": ({"padding": "full"}, "padding"),
    "padding word in capitals": ({"padding": "SAME"}, "padding"),
    "padding none": ({"padding": None}, "padding"),
    "padding bool": ({"padding": True}, "padding"),
    "bias number": ({"bias": 1}, "bias"),
    "bias none": ({"bias": None}, "bias"),
    "bias symbol": ({"bias": C}, "bias"),
    "mode": ({"padding_mode": "constant"}, "padding_mode"),
    "mode none": ({"padding_mode": None}, "padding_mode"),
    "mode list": ({"padding_mode": ["zeros"]}, "padding_mode"),
    "activation object": ({"activation": len}, "activation"),
    "activation text": ({"activation": "max(x, 0)"}, "activation"),
    "kernel larger than the input": ({"input_size": (2, 9)}, "fits into the padded input"),
    "dilated kernel larger than the input": ({"dilation": 4, "input_size": 8}, "fits into the padded input"),
    "nothing left after the crop": ({"padding": -3, "input_size": 8}, "fits into the padded input"),
    "empty input": ({"input_size": (0, 9)}, "input_size"),
    "symbol named by a keyword": ({"in_channels": sympy.Symbol("in")}, "keyword"),
    "two symbols of one name": ({"kernel": (k, sympy.Symbol("k", positive=True))}, "one symbol per name"),
    "symbol declared negative": ({"stride": sympy.Symbol("s", negative=True)}, "stride"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_layers(name, refused):
    arguments, word = BAD[name]
    refused(lambda: Conv(**(BASE | arguments)), SpecError, word)


@pytest.mark.parametrize("mode", ["reflect", "replicate"])
def test_edge_modes_say_what_to_do(mode, refused):
    error = refused(lambda: Conv(4, 4, (3, 3), padding=1, padding_mode=mode), NotSupported, mode)
    assert "in front" in error.hint


def test_activations_across_channels(refused):
    refused(lambda: Conv(4, 4, (3, 3), activation="softmax"), NotSupported, "softmax")


BAD_CALLS = {
    "same without a size": lambda: Conv(4, 4, (3, 3), 2, "same").axes(),
    "output without a size": lambda: Conv(4, 4, (3, 3)).output_size(),
    "resolve without a size": lambda: Conv(4, 4, (3, 3), 2, "same").resolved(),
    "wrong number of sizes": lambda: Conv(4, 4, (3, 3)).output_size((9, 9, 9)),
    "size zero": lambda: Conv(4, 4, (3, 3)).output_size((0, 9)),
    "size float": lambda: Conv(4, 4, (3, 3)).output_size(9.0),
    "size text": lambda: Conv(4, 4, (3, 3)).output_size("9x9"),
    "input too small": lambda: Conv(4, 4, (3, 3)).output_size((2, 9)),
    "cost too small": lambda: Conv(4, 4, (3, 3)).cost((2, 9)),
    "phases zero": lambda: Conv(4, 4, (3,), padding_mode="circular").check_circular(4, 0),
}


@pytest.mark.parametrize("name", BAD_CALLS)
def test_bad_calls(name, refused):
    refused(BAD_CALLS[name])


anything = st.one_of(
    st.integers(-3, 9),
    st.booleans(),
    st.none(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["same", "valid", "circular", k, s / 2, np.int64(3), np.zeros(2), {}, object()]),
    st.lists(st.integers(-1, 5) | st.tuples(st.integers(-1, 2), st.integers(-1, 2)), max_size=3),
)


@seed(22)
@given(st.fixed_dictionaries({}, optional={field.name: anything for field in dataclasses.fields(Conv)}))
def test_any_arguments_give_a_layer_or_a_refusal(four_parts, arguments):
    try:
        layer = Conv(**(BASE | arguments))
    except (SpecError, NotSupported) as error:
        four_parts(error)
    else:
        assert dataclasses.replace(layer) == layer


# ------------------------------------------------------------------------- two names, and symbols with values


@pytest.mark.parametrize("kind", [Conv, ConvTranspose])
def test_the_kernel_has_two_names(kind):
    assert kind(2, 4, kernel_size=3, stride=2, ndim=2) == kind(2, 4, 3, stride=2, ndim=2)
    assert kind(2, 4, kernel_size=3, padding=(1, 1)).kernel == (3, 3)
    for wrong in ({}, {"kernel": 3, "kernel_size": 3}):
        with pytest.raises(SpecError, match="one of them"):
            kind(2, 4, ndim=1, **wrong)


@pytest.mark.parametrize(
    ("kind", "unknown", "meant"),
    [
        (Conv, "strides", "did you mean stride?"),
        (ConvTranspose, "outputpadding", "did you mean output_padding?"),
        (MaxPool, "kernelsize", "did you mean kernel_size?"),
        (AveragePool, "zzz", "leave it out"),
    ],
)
def test_unknown_arguments_are_refused_by_name(kind, unknown, meant, refused):
    """Whether or not the others are there; what is meant is offered."""
    for others in ({}, {"kernel": 3, "ndim": 1}):
        error = refused(lambda others=others: kind(**others, **{unknown: 2}), SpecError, unknown)
        assert error.hint == meant
        assert "kernel_size" in error.expected


def test_records_are_copied_and_pickled():
    for record in (Conv(3, 4, (k,)), ConvTranspose(3, 4, (k,), output_padding=s), MaxPool((k,)), AveragePool((3,))):
        assert pickle.loads(pickle.dumps(record)) == record == copy.deepcopy(record)


def test_one_number_is_for_all_axes_that_anything_tells():
    for known in ({"ndim": 2}, {"stride": (2, 2)}, {"padding": (1, 1)}, {"dilation": (1, 1)}, {"input_size": (9, 9)}):
        assert Conv(1, 1, 3, **known).kernel == (3, 3)


def test_symbols_get_values():
    k, s, n = sympy.symbols("k s n")
    layer = Conv(n, 2 * n, k, s, padding=(k - 1, 0), ndim=2)
    assert layer.subs(k=3, s=2, n=4) == Conv(4, 8, 3, 2, padding=(2, 0), ndim=2)
    assert layer.subs({k: 3}, s=n) == Conv(n, 2 * n, 3, n, padding=(2, 0), ndim=2)
    assert layer.subs() == layer
    with pytest.raises(SpecError, match="symbols of the layer: k, n, s"):
        layer.subs(t=1)
    with pytest.raises(SpecError, match="an integer >= 1"):
        layer.subs(k=0)
