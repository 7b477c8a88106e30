"""Pasted lines: what each framework's line means."""

from __future__ import annotations

import contextlib

import pytest
import sympy
from hypothesis import given, seed
from hypothesis import strategies as st

from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.lines.meaning import MEANINGS
from symstride.layers.lines.reading import read
from symstride.layers.lines.signatures import BY_NAME, REQUIRED, SIGNATURES

C, C_in, C_out, k, k1, k2, k3, s = sympy.symbols("C C_in C_out k k1 k2 k3 s")
INTRO = Conv(3, 64, (3, 3), 2, "same", activation="relu", input_size=(64, 64))
RESNET = Conv(3, 64, (7, 7), 2, 3)

PYTORCH = {
    "nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3)": RESNET,
    "nn.Conv2d(3, 64, 7, 2, 3, bias=False)": Conv(3, 64, (7, 7), 2, 3, bias=False),
    "nn.Conv2d(in_channels=3, out_channels=64, kernel_size=(7, 7), stride=[2, 2], padding=(3, 3))": RESNET,
    "torch.nn.Conv2d(3, 64, 7, 2, 3, 1, 1, True, 'zeros', None, None)": RESNET,
    "Conv2d(3, 64, 7, 2, 3, device=torch.device('cuda', 0), dtype=torch.float16)": RESNET,
    "nn.LazyConv2d(64, 7, 2, 3)": Conv(C_in, 64, (7, 7), 2, 3),
    "nn.Conv2d(64, 64, 3, 2, 1, groups=64)": Conv(64, 64, (3, 3), 2, 1, groups=64),
    "nn.Conv2d(8, 8, 3, 2, 2, 2)": Conv(8, 8, (3, 3), 2, 2, 2),
    "nn.Conv1d(1, 512, 10, stride=5)": Conv(1, 512, (10,), 5),
    "nn.Conv3d(3, 64, (3, 7, 7), (1, 2, 2), (1, 3, 3))": Conv(3, 64, (3, 7, 7), (1, 2, 2), (1, 3, 3)),
    "nn.Conv2d(3, 8, 4, padding='same')": Conv(3, 8, (4, 4), padding=((1, 2), (1, 2))),
    "nn.Conv2d(3, 8, 3, padding='same', dilation=(1, 2))": Conv(3, 8, (3, 3), padding=(1, 2), dilation=(1, 2)),
    "nn.Conv2d(3, 8, 3, 2, padding='valid')": Conv(3, 8, (3, 3), 2),
    "nn.Conv2d(3, 8, 3, padding=1, padding_mode='circular')": Conv(3, 8, (3, 3), padding=1, padding_mode="circular"),
    "nn.Conv2d(C, 64, kernel_size=k, stride=s)": Conv(C, 64, k, s, ndim=2),
    "nn.Conv2d(C, C, k, s, k//2, groups=C)": Conv(C, C, k, s, sympy.floor(k / 2), groups=C, ndim=2),
    "nn.Conv2d(C, 2*C, 2*k + 1, s, padding=k)": Conv(C, 2 * C, 2 * k + 1, s, k, ndim=2),
    "nn.Conv2d(in_channels, 4*in_channels, 1)": Conv(
        sympy.Symbol("in_channels"), 4 * sympy.Symbol("in_channels"), (1, 1)
    ),
    "nn.Conv2d(2**6, 512 // 4, 3 + 4, 10 % 4, -1 + 4)": Conv(64, 128, (7, 7), 2, 3),
    "nn.Conv2d(3, 8, 3, padding=-1)": Conv(3, 8, (3, 3), padding=-1),
    "F.conv2d(x, w, b, stride=2, padding=1)": Conv(C_in, C_out, (k1, k2), 2, 1),
    "F.conv2d(x, w, None, 2)": Conv(C_in, C_out, (k1, k2), 2, bias=False),
    "y = F.conv1d(x, self.weight, self.bias, self_stride, dilation=3)": Conv(
        C_in, C_out, (k,), sympy.Symbol("self_stride"), dilation=3
    ),
    "torch.nn.functional.conv3d(input=x, weight=w)": Conv(C_in, C_out, (k1, k2, k3), bias=False),
    "F.conv2d(x, w, groups=C_in)": Conv(
        sympy.Symbol("C_in_1"), C_out, (k1, k2), groups=C_in, bias=False
    ),  # the line's own C_in need not be the number of channels
    "F.conv1d(x, w, stride=k)": Conv(C_in, C_out, (sympy.Symbol("k_1"),), k, bias=False),
}

KERAS = {
    "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))": INTRO,
    "layers.Conv2D(64, 3, 2, 'same', 'channels_last', 1, 1, 'relu', input_shape=[64, 64, 3])": INTRO,
    "tf.keras.layers.Conv2D(64, 3, 2, 'SAME', activation=tf.nn.relu, batch_input_shape=(None, 64, 64, 3))": INTRO,
    "keras.layers.Conv2D(64, 3, 2, 'same', 'channels_first', activation=relu, input_shape=(3, 64, 64))": INTRO,
    "model.add(Convolution2D(64, 3, 2, 'same', activation='relu', input_shape=(64, 64, 3), name='conv1'))": INTRO,
    "Conv2D(64, 3)": Conv(C_in, 64, (3, 3)),
    "Conv2D(64, 3, input_shape=(None, None, 3))": Conv(3, 64, (3, 3)),
    "Conv2D(64, 3, input_shape=(32, 32, None))": Conv(C_in, 64, (3, 3), input_size=(32, 32)),
    "Conv2D(64, 3, activation='linear', use_bias=False)": Conv(C_in, 64, (3, 3), bias=False),
    "Conv2D(64, 3, dilation_rate=(2, 1), groups=4, input_shape=(9, 9, 8))": Conv(
        8, 64, (3, 3), dilation=(2, 1), groups=4, input_size=(9, 9)
    ),
    "Conv2D(64, 3, 2, dilation_rate=2)": Conv(C_in, 64, (3, 3), 2, dilation=2),
    "Conv2D(64, 3, kernel_initializer=HeNormal(seed=1), kernel_regularizer=l2(1e-4), bias_constraint=None)": Conv(
        C_in, 64, (3, 3)
    ),
    "Conv1D(8, 3, padding='causal', dilation_rate=2)": Conv(C_in, 8, (3,), padding=((4, 0),), dilation=2),
    "Conv1D(8, k, padding='Causal', strides=2)": Conv(C_in, 8, (k,), 2, ((k - 1, 0),)),
    "Conv3D(8, 3, (1, 2, 2), padding='same')": Conv(C_in, 8, (3, 3, 3), (1, 2, 2), "same"),
    "DepthwiseConv2D(3)": Conv(C_in, C_in, (3, 3), groups=C_in),
    "DepthwiseConv2D((3, 3), 2, 'same', 2, input_shape=(112, 112, 32))": Conv(
        32, 64, (3, 3), 2, "same", groups=32, input_size=(112, 112)
    ),
    "layers.DepthwiseConv1D(3, depth_multiplier=k, depthwise_initializer='zeros')": Conv(
        C_in, C_in * k, (3,), groups=C_in
    ),
}

FLAX = {
    "nn.Conv(features=64, kernel_size=(3, 3), strides=2)": Conv(C_in, 64, (3, 3), 2, "same"),
    "nn.Conv(64, (3, 3))": Conv(C_in, 64, (3, 3), padding=1),
    "nn.Conv(64, 4)": Conv(C_in, 64, (4,), padding=((1, 2),)),
    "nn.Conv(64, (7, 7), (2, 2), padding=[(3, 3), (3, 3)], use_bias=False)": Conv(C_in, 64, (7, 7), 2, 3, bias=False),
    "nn.Conv(64, (3, 3), strides=None, kernel_dilation=2, padding='VALID')": Conv(C_in, 64, (3, 3), dilation=2),
    "flax.linen.Conv(64, (3,), padding='CAUSAL', kernel_dilation=2)": Conv(
        C_in, 64, (3,), padding=((4, 0),), dilation=2
    ),
    "linen.Conv(64, (3, 4), padding='CIRCULAR', kernel_dilation=(2, 1))": Conv(
        C_in, 64, (3, 4), padding=((2, 2), (1, 2)), dilation=(2, 1), padding_mode="circular"
    ),
    "nn.Conv(64, (k,), padding='circular', kernel_dilation=2)": Conv(
        C_in, 64, (k,), padding=((k - 1, k - 1),), dilation=2, padding_mode="circular"
    ),
    "nn.Conv(64, (3, 3), input_dilation=(1, 1), feature_group_count=2, dtype=jnp.bfloat16, name='c1')": Conv(
        C_in, 64, (3, 3), padding=1, groups=2
    ),
    "nnx.Conv(3, 64, (3, 3), strides=2, padding=1, rngs=nnx.Rngs(0))": Conv(3, 64, (3, 3), 2, 1),
    "nnx.Conv(in_features=3, out_features=4, kernel_size=(3,), padding='SAME_LOWER', strides=2, rngs=rngs)": Conv(
        3, 4, (3,), 2, "same_lower"
    ),
}


@pytest.mark.parametrize("line", PYTORCH | KERAS | FLAX)
def test_lines(line):
    assert read(line) == (PYTORCH | KERAS | FLAX)[line]


CASE = "nn.Conv2d(3, 64, 7, 2, 3)"
AROUND = [
    "self.conv1 = {}",
    "conv1 = {}",
    "conv1: nn.Module = {}",
    "x = {}(x)",
    "{}(self.pad)",
    "{},",
    "    {}  # the stem",
    "{}\n",
    "\n\n{}\n\n",
    "(\n  {}\n)",
    "model.add({})",
    "self.model.add({})",
    "return {}",
    ">>> {}",
    ">>> self.conv1 = {}",
    "In [3]: conv1 = {}",
    "(conv1): {}",
    "  (0): {}",
    "nn.Sequential({})",
    "net = keras.Sequential([{}])",
    "model.add(nn.Sequential({}))",
    "{}.cuda()",
    "{}.to(device, non_blocking=True).eval()",
    "conv1 = {}.half()(x)",
]


@pytest.mark.parametrize("around", AROUND)
def test_what_may_stand_around_a_layer(around):
    assert read(around.format(CASE)) == RESNET


def test_a_call_over_several_lines_behind_prompts():
    assert read(">>> conv = nn.Conv2d(3, 64,\n...     kernel_size=7, stride=2,\n...     padding=3)\n") == RESNET
    assert read("In [1]: nn.Conv2d(3, 64,\n   ...:     7, 2, 3)") == RESNET


def test_a_call_over_several_lines():
    assert (
        read("self.conv = nn.Conv2d(\n    3,\n    64,  # width\n    kernel_size=7,\n    stride=2, padding=3,\n)")
        == RESNET
    )


@pytest.mark.parametrize("name", BY_NAME)
def test_every_spelling_reads_with_its_required_arguments(name):
    signature = BY_NAME[name]
    required = [p for p in signature.parameters if p.default is REQUIRED or p.role == "array"]
    given = ", ".join(f"{p.name}={'data' if p.role == 'array' else 4}" for p in required)
    layer = read(f"{name}({given})")
    assert layer.ndim == (signature.ndim or 1)


def test_the_signatures_are_sound():
    for signature in SIGNATURES:
        names = [parameter.name for parameter in signature.parameters]
        assert len(set(names)) == len(names)
        roles = [parameter.role for parameter in signature.parameters if parameter.role not in ("ignored", "array")]
        assert len(set(roles)) == len(roles)  # two arguments of one role would overwrite each other
        assert signature.meaning in MEANINGS


# ---------------------------------------------------------------- refusals

MISSPELT = {
    "nn.Conv2d(3, 64, kernelsize=3)": ("kernelsize", "did you mean kernel_size?"),
    "nn.Conv2d(3, 64, 3, strides=2)": ("strides", "did you mean stride?"),
    "nn.Conv2d(3, 64, 3, pading=1)": ("pading", "did you mean padding?"),
    "nn.Conv2d(3, 64, 3, use_bias=False)": ("use_bias", "did you mean bias?"),
    "Conv2D(64, 3, stride=2)": ("stride", "did you mean strides?"),
    "Conv2D(64, 3, dilation=2)": ("dilation", "did you mean dilation_rate?"),
    "Conv2D(64, 3, input_shap=(9, 9, 3))": ("input_shap", "did you mean input_shape?"),
    "nn.Conv(64, (3, 3), stride=2)": ("stride", "did you mean strides?"),
    "nn.Conv2d(3, 64, 3, zzz=2)": ("zzz", "it takes in_channels"),
    "nn.Conv2D(3, 64, 3)": ("nn.Conv2D", "did you mean nn.Conv2d?"),
    "nn.Conv4d(3, 64, 3)": ("nn.Conv4d", "did you mean"),
    "layer.Conv2D(64, 3)": ("layer.Conv2D", "did you mean layers.Conv2D?"),
    "Conv2DD(64, 3)": ("Conv2DD", "did you mean Conv2D?"),
}


@pytest.mark.parametrize("line", MISSPELT)
def test_misspelt_names(line, refused):
    got, hint = MISSPELT[line]
    error = refused(lambda: read(line), SpecError)
    assert error.got == got
    assert hint in error.hint


NOT_YET = [
    "F.conv_transpose2d(x, w)",
    "nn.AdaptiveAvgPool2d((1, 1))",
    "layers.GlobalAveragePooling2D()",
    "SeparableConv2D(4, 3)",
    "nn.ConvLocal(4, (3,))",
    "nn.Linear(3, 4)",
    "Dense(4)",
    "nn.Conv2d(3, 4, 3, padding=1, padding_mode='reflect')",
    "nn.Conv2d(3, 4, 3, padding=1, padding_mode='replicate')",
    "nn.Conv(4, (3, 3), padding='REFLECT')",
    "nn.Fold((7, 8), k)",
    "Conv2DTranspose(4, k, padding='same')",
    "nn.AvgPool2d(2, divisor_override=3)",
    "MaxPooling2D(3, padding='same')",
    "Conv2DTranspose(4, 3, activation='relu')",
    "lax.conv_general_dilated(x, w, (1, 1), 'SAME', lhs_dilation=(2, 2))",
    "nn.Conv(4, (3, 3), input_dilation=2)",
    "nn.Conv(4, (3, 3), input_dilation=(1, 2))",
    "nn.Conv(4, (3, 3), conv_general_dilated=my_conv)",
    "nn.Conv(4, (3, 3), conv_general_dilated_cls=MyConv)",
    "Conv2D(4, 3, activation='softmax')",
]


@pytest.mark.parametrize("line", NOT_YET)
def test_not_yet(line, refused):
    refused(lambda: read(line), NotSupported, "read(text)")


# reason -> lines
REFUSED = {
    "code": [
        "nn.Conv2d(3, 64, __import__('os').system('x'))",
        "__import__('os').system('x')",
        "nn.Conv2d(3, 64, 3, device=__import__('os').system('x'))",
        "nn.Conv2d(3, 64, 3, device=a.__class__)",
        "nn.Conv2d(3, 64, 3, device=lambda: 3)",
        "nn.Conv2d(3, 64, 3, device=[k for k in range(3)])",
        "nn.Conv2d(3, 64, 3, device=(yield))",
        "nn.Conv2d(3, 64, 3, device=f'{k}')",
        "nn.Conv2d(3, 64, os.system('x'))",
        "os.system('x')",
        "exec('x')",
        "nn.Conv2d(3, 64, lambda: 3)",
        "(lambda: nn.Conv2d(3, 64, 3))()",
        "nn.Conv2d(3, 64, [k for k in range(3)])",
        "nn.Conv2d(3, 64, {k for k in range(3)})",
        "nn.Conv2d(3, 64, (k for k in range(3)))",
        "nn.Conv2d(3, 64, f'{3}')",
        "nn.Conv2d(3, 64, (k := 3))",
        "nn.Conv2d(3, 64, 3 if k else 5)",
        "nn.Conv2d(3, 64, k < 3)",
        "nn.Conv2d(3, 64, k and 3)",
        "nn.Conv2d(3, 64, (yield))",
        "await nn.Conv2d(3, 64, 3)",
        "nn.Conv2d(3, 64, sizes[0])",
        "nn.Conv2d(3, 64, self.k)",
        "nn.Conv2d(3, 64, max(k, 3))",
        "nn.Conv2d(3, 64, not k)",
        "nn.Conv2d(3, 64, ~k)",
        "nn.Conv2d(3, 64, k << 1)",
        "nn.Conv2d(3, 64, k @ s)",
        "nn.Conv2d(3, 64, {'a': 3})",
        "nn.Conv2d(*arguments)",
        "nn.Conv2d(3, 64, 3, **options)",
        "nn.Conv2d(3, 64, 3)(f(x))",
        "nn.Conv2d(3, 64, 3)(*x)",
        "F.conv2d(F.pad(x, (1, 1)), w)",
        "Conv2D(4, 3, activation=LeakyReLU(0.1))",
    ],
    "not one layer": [
        "",
        "   ",
        "# nn.Conv2d(3, 64, 3)",
        "3",
        "nn.Conv2d",
        "'nn.Conv2d(3, 64, 3)'",
        "a = b = nn.Conv2d(3, 64, 3)",
        "a, b = nn.Conv2d(3, 64, 3)",
        "a[0] = nn.Conv2d(3, 64, 3)",
        "a += nn.Conv2d(3, 64, 3)",
        "a: int",
        "nn.Conv2d(3, 64, 3), nn.Conv2d(3, 64, 3)",
        "nn.Conv2d(3, 64, 3); nn.Conv2d(3, 64, 3)",
        "nn.Conv2d(3, 64, 3)\nnn.Conv2d(3, 64, 3)",
        "nn.Sequential(nn.Conv2d(3, 64, 3), nn.ReLU())",
        "nn.Sequential(3)",
        "nn.Sequential()",
        "nn.Conv2d(3, 64, 3).apply(init)",
        "f(3).view(1)",
        "model.add()",
        "model.add(nn.Conv2d(3, 64, 3), 2)",
        "model.add(layer=nn.Conv2d(3, 64, 3))",
        "import torch",
        "def f(): pass",
        "return",
    ],
    "not Python": [
        "nn.Conv2d(3, 64",
        "nn.Conv2d 3 64",
        "nn.Conv2d(3 64)",
        "nn.Conv2d(3, 64, 'a)",
        "\x00",
        "\ud800",
        ")",
    ],
    "arguments": [
        "nn.Conv2d(3)",
        "nn.Conv2d(3, 64)",
        "Conv2D(64)",
        "nn.Conv(64)",
        "F.conv2d(x)",
        "nn.Conv2d(3, 64, 3, kernel_size=3)",
        "nn.Conv2d(3, 64, kernel_size=3, kernel_size=3)",
        "nn.Conv2d(3, 64, 3, 1, 1, 1, 1, True, 'zeros', None, None, 0)",
        "nnx.Conv(3, 64, (3, 3), 1, 'SAME')",
        "Conv2D(64, 3, input_shape=(9, 9, 3), batch_input_shape=(None, 9, 9, 3))",
    ],
    "values": [
        "nn.Conv2d(3, 64, 0)",
        "nn.Conv2d(3, 64, -3)",
        "nn.Conv2d(3, 64, 3.0)",
        "nn.Conv2d(3, 64, 1e999)",
        "nn.Conv2d(3, 64, 3j)",
        "nn.Conv2d(3, 64, b'3')",
        "nn.Conv2d(3, 64, '3')",
        "nn.Conv2d(3, 64, ...)",
        "nn.Conv2d(3, 64, None)",
        "nn.Conv2d(3, 64, True)",
        "nn.Conv2d(3, 64, k + True)",
        "nn.Conv2d(3, 64, 6 / 2)",
        "nn.Conv2d(3, 64, k / 2)",
        "nn.Conv2d(3, 64, 3 // 0)",
        "nn.Conv2d(3, 64, 3 % (k - k))",
        "nn.Conv2d(3, 64, 2**-1)",
        "nn.Conv2d(3, 64, 2**k)",
        "nn.Conv2d(3, 64, (3, 3, 3))",
        "nn.Conv2d(3, 64, ())",
        "nn.Conv2d(3, 64, ((3,), 3))",
        "nn.Conv2d(3, 64, 3, stride=0)",
        "nn.Conv2d(3, 64, 3, groups=2)",
        "nn.Conv2d(3, 64, 3, bias=1)",
        "nn.Conv2d(3, 64, 3, bias=None)",
        "nn.Conv2d(3, 64, 3, padding=same)",
        "nn.Conv2d(3, 64, 3, padding='same', stride=2)",
        "nn.Conv2d(3, 64, 3, padding='same', stride=(1, 2))",
        "nn.Conv2d(3, 64, 3, padding='same', stride=s)",
        "nn.Conv2d(3, 64, 3, padding='same_lower')",
        "nn.Conv2d(3, 64, 3, padding='SAME')",
        "nn.Conv2d(3, 64, 3, padding_mode='wrap')",
        "F.conv2d(x, w, 3)",
        "Conv2D(64, 3, padding='full')",
        "Conv2D(64, 3, padding=1)",
        "Conv2D(64, 3, padding=same)",
        "Conv2D(64, 3, padding='causal')",
        "DepthwiseConv1D(3, padding='causal')",
        "Conv1D(64, (3, 3), padding='causal')",
        "Conv1D(64, None, padding='causal')",
        "Conv2D(64, 3, activation=3)",
        "Conv2D(64, 3, data_format='NHWC')",
        "Conv2D(64, 3, data_format=1)",
        "Conv2D(64, 3, input_shape=(64, 64))",
        "Conv2D(64, 3, input_shape=(1, 64, 64, 3))",
        "Conv2D(64, 3, input_shape=64)",
        "Conv2D(64, 3, input_shape=())",
        "Conv2D(64, 3, input_shape=(None, 'a', 3))",
        "Conv2D(64, 3, input_shape=(2, 2, 3))",
        "Conv2D(64, 3, batch_input_shape=(64, 64, 3))",
        "DepthwiseConv2D(3, depth_multiplier=0)",
        "nn.Conv(64, ())",
        "nn.Conv(64, (3, 3), padding='CAUSAL')",
        "nn.Conv(64, (3, 3), padding='CIRCULAR', kernel_dilation=(1,))",
        "nn.Conv(64, (3, 3), padding='WRAP')",
        "nn.Conv(64, (3, 3), padding=None)",
    ],
    "names": [
        "nn.Conv2d(_k, 64, 3)",
        "nn.Conv2d(λ, 64, 3)",
        f"nn.Conv2d({'k' * 50}, 64, 3)",
    ],
    "size": [
        "nn.Conv2d(3, 64, 9**9**9)",
        "nn.Conv2d(3, 64, 2**62)",
        "nn.Conv2d(3, 64, 2**61 * 2**61)",
        "nn.Conv2d(3, 64, k**99)",
        "nn.Conv2d((((3*k)**8)**8)**8, 64, 3)",
        "nn.Conv2d((((k - k + 3)**8)**8)**8, 64, 3)",
        "nn.Conv2d((k1 + k2 + k3 + k4 + k5 + k6)**8, 64, 3)",
        f"nn.Conv2d(3, 64, {'9' * 3900})",
        f"nn.Conv2d(3, 64, {'9' * 4500})",
        f"nn.Conv2d(3, 64, {'-' * 3000}1)",
        f"nn.Conv2d(3, 64, {'(' * 3000}1{')' * 900})",
        f"nn.Conv2d(3, 64, {'[' * 60}1{']' * 60})",
        f"nn.Conv2d(3, 64, {'1+' * 900}1)",
        f"nn.Conv2d(3, 64, ({'3,' * 900}))",
        f"nn{'.nn' * 900}.Conv2d(3, 64, 3)",
        "f(" * 100 + ")" * 100,
        "nn.Conv2d(3, 64, 3)" + "(x)" * 100,
        "x" * 5000,
        f"nn.Conv2d(3, 64, 3{' ' * 5000})",
    ],
}


@pytest.mark.parametrize(
    "line", [line for lines in REFUSED.values() for line in lines], ids=lambda line: ascii(line[:60])
)
def test_refusals(line, refused):
    refused(lambda: read(line), SpecError, "read(text)")


@pytest.mark.parametrize("text", [None, 3, b"nn.Conv2d(3, 64, 3)", ["nn.Conv2d(3, 64, 3)"]])
def test_only_text_is_read(text, refused):
    refused(lambda: read(text), SpecError, "string")


def test_nothing_is_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for code in ("open('made', 'w')", "__import__('pathlib').Path('made').touch()", "exec(\"open('made', 'w')\")"):
        for line in ("{}", "nn.Conv2d(3, 64, {})", "nn.Conv2d(3, 64, 3, device={})", "nn.Conv2d(3, 64, 3)({})"):
            with contextlib.suppress(SymstrideError):
                read(line.format(code))
    assert list(tmp_path.iterdir()) == []


def test_what_is_ignored_is_not_read():
    assert (
        read("nn.Conv2d(3, 64, 7, 2, 3, device=open('file'))") == RESNET
    )  # a call by name is harmless: nobody runs it


# ---------------------------------------------------------------- fuzz

words = st.sampled_from(
    [
        *("nn.Conv2d", "Conv2D", "nn.Conv", "F.conv2d", "DepthwiseConv2D", "Conv1D", "nn.MaxPool2d", "os.system", "f"),
        *(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
            "=",
            ":",
            ".",
            "*",
            "**",
            "//",
            "%",
            "-",
            "+",
            "/",
            "~",
            "@",
            "\n",
            "#",
        ),
        *(
            "3",
            "64",
            "0",
            "-1",
            "1.5",
            "1e400",
            "10**40",
            "k",
            "s",
            "C",
            "x",
            "w",
            "same",
            "'same'",
            "'causal'",
            '"',
            "'",
        ),
        *(
            "None",
            "True",
            "lambda",
            " if ",
            " else ",
            " for ",
            " in ",
            "yield ",
            "await ",
            "f'{k}'",
            "...",
            "\\",
            "\t",
            "λ",
        ),
        *(
            "kernel_size=",
            "stride=",
            "strides=",
            "padding=",
            "input_shape=",
            "groups=",
            "**",
            "*",
            "__import__",
            ":=",
            ";",
        ),
    ]
)


@pytest.fixture(scope="session")
def reads_or_refuses(four_parts):
    def check(text: str) -> None:
        try:
            layer = read(text)
        except (SpecError, NotSupported) as error:
            four_parts(error)
        else:
            assert isinstance(layer, Conv)

    return check


@seed(31)
@given(st.lists(words, max_size=25).map("".join))
def test_fuzz_words(reads_or_refuses, text):
    reads_or_refuses(text)


@seed(32)
@given(st.lists(words, max_size=8).map("".join), st.sampled_from(["nn.Conv2d", "Conv2D", "nn.Conv", "F.conv2d"]))
def test_fuzz_arguments(reads_or_refuses, text, name):
    reads_or_refuses(f"{name}(3, 64, {text})")


@seed(33)
@given(st.sampled_from([*PYTORCH, *KERAS, *FLAX]), st.data())
def test_fuzz_edits_of_good_lines(reads_or_refuses, line, data):
    place = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(place, min(len(line), place + 4)))
    reads_or_refuses(line[:place] + data.draw(words) + line[end:])


@seed(34)
@given(st.text(max_size=60))
def test_fuzz_text(reads_or_refuses, text):
    reads_or_refuses(text)


sizes = st.one_of(st.integers(1, 9), st.sampled_from([k, s, C, 2 * k + 1]))


@seed(35)
@given(sizes, sizes, st.tuples(sizes, sizes), st.tuples(sizes, sizes), st.booleans())
def test_printed_lines_read_back(inputs, outputs, kernel, stride, bias):
    line = f"nn.Conv2d({inputs}, {outputs}, kernel_size={kernel}, stride={stride}, bias={bias})"
    assert read(line) == Conv(inputs, outputs, kernel, stride, bias=bias)
