"""The networks of the book, built by hand and without weights."""

from __future__ import annotations

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

ALL_CNN_C = (
    (96, 3, 1, 1), (96, 3, 1, 1), (96, 3, 2, 1), (192, 3, 1, 1), (192, 3, 1, 1), (192, 3, 2, 1), (192, 3, 1, 1),
    (192, 1, 1, 0), (10, 1, 1, 0),
)  # fmt: skip
"""Output channels, kernel, stride and padding of each layer."""


def all_cnn_c() -> Network:
    """All-CNN-C for CIFAR-10: 3 x 32 x 32 places to 10 classes, two layers with stride 2 in place of pooling.

    Springenberg, Dosovitskiy, Brox and Riedmiller, arXiv 1412.6806, tables 1 and 2, with padding 1 in front of every
    3 x 3 layer.
    """
    build = Builder("All-CNN-C")
    x, channels = build.input("image", (3, 32, 32)), 3
    for number, (outputs, kernel, stride, padding) in enumerate(ALL_CNN_C, 1):
        x = build.add(Conv(channels, outputs, (kernel, kernel), stride, padding), x, name=f"conv{number}")
        x, channels = build.add(op.Pointwise("relu"), x, name=f"relu{number}"), outputs
    x = build.add(op.GlobalPool("average"), x, name="average")
    x = build.add(op.Reshape((10,)), x, name="flatten")
    return build.network(build.add(op.Softmax(0), x, name="softmax"))


ALEXNET = (
    (64, 11, 4, 2, True),
    (192, 5, 1, 2, True),
    (384, 3, 1, 1, False),
    (256, 3, 1, 1, False),
    (256, 3, 1, 1, True),
)
"""Output channels, kernel, stride and padding of each layer, and whether a 3 x 3 maximum with stride 2 follows."""


def alexnet_maps() -> Network:
    """The layers of AlexNet in front of its dense ones, 3 x 224 x 224 to 256 x 6 x 6: odd sizes, so that masks occur.

    Krizhevsky, One weird trick for parallelizing convolutional neural networks, arXiv 1404.5997, the one-column form.
    """
    build = Builder("AlexNet, the maps")
    x, channels = build.input("image", (3, 224, 224)), 3
    for number, (outputs, kernel, stride, padding, pooled) in enumerate(ALEXNET, 1):
        x = _relu(build, Conv(channels, outputs, (kernel, kernel), stride, padding), x, f"conv{number}")
        channels = outputs
        if pooled:
            x = build.add(op.MaxPool((3, 3), (2, 2), ((0, 0), (0, 0)), (1, 1)), x, name=f"pool{number}")
    return build.network(x)


def lenet_5() -> Network:
    """LeNet-5 for 32 x 32 digits, its two subsampling layers as depthwise 2 x 2 convolutions with stride 2.

    LeCun, Bottou, Bengio and Haffner, Gradient-based learning applied to document recognition, 1998: a subsampling
    layer adds up 2 x 2 places, times one weight per channel, plus a bias.  Here the four places have weights of their
    own, of which that is a case; and the layer C3 reads all channels.
    """
    build = Builder("LeNet-5")
    x = build.input("digit", (1, 32, 32))
    x = _tanh(build, Conv(1, 6, (5, 5)), x, "C1")
    x = _tanh(build, Conv(6, 6, (2, 2), 2, groups=6), x, "S2")
    x = _tanh(build, Conv(6, 16, (5, 5)), x, "C3")
    x = _tanh(build, Conv(16, 16, (2, 2), 2, groups=16), x, "S4")
    x = _tanh(build, Conv(16, 120, (5, 5)), x, "C5")
    x = build.add(op.Reshape((120,)), x, name="flatten")
    x = build.add(op.Pointwise("tanh"), build.add(op.Gemm(84), x, name="F6"), name="F6-tanh")
    return build.network(build.add(op.Gemm(10), x, name="output"))


def _tanh(build: Builder, layer: Conv, x: str, name: str) -> str:
    return build.add(op.Pointwise("tanh"), build.add(layer, x, name=name), name=f"{name}-tanh")


def small_u_net() -> Network:
    """Image to image: two strided layers down, two transposed ones up, with the maps of the way down laid beside.

    After Ronneberger, Fischer and Brox, arXiv 1505.04597, with strided layers for its pooling and padding 1.
    """
    build = Builder("small U-Net")
    image = build.input("image", (3, 64, 64))
    first = _relu(build, Conv(3, 16, (3, 3), 1, 1), image, "down0")
    second = _relu(build, Conv(16, 32, (3, 3), 2, 1), first, "down1")
    third = _relu(build, Conv(32, 64, (3, 3), 2, 1), second, "down2")
    x = _relu(build, ConvTranspose(64, 32, (2, 2), 2), third, "up1")
    x = _relu(build, Conv(64, 32, (3, 3), 1, 1), build.add(op.Concat(), second, x, name="beside1"), "join1")
    x = _relu(build, ConvTranspose(32, 16, (2, 2), 2), x, "up0")
    x = _relu(build, Conv(32, 16, (3, 3), 1, 1), build.add(op.Concat(), first, x, name="beside0"), "join0")
    return build.network(build.add(Conv(16, 3, (1, 1)), x, name="colours"))


def _relu(build: Builder, layer: Conv | ConvTranspose, x: str, name: str) -> str:
    return build.add(op.Pointwise("relu"), build.add(layer, x, name=name), name=f"{name}.relu")


def resnet_18_half() -> Network:
    """The stem and the first two stages of ResNet-18, 3 x 224 x 224 to 128 x 28 x 28.

    He, Zhang, Ren and Sun, arXiv 1512.03385, table 1, with projections where the size changes.
    """
    build = Builder("ResNet-18, stem and stages 1 and 2")
    x = build.input("image", (3, 224, 224))
    x = _normed(build, Conv(3, 64, (7, 7), 2, 3, bias=False), x, "conv1")
    x = build.add(op.MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), x, name="maxpool")
    for stage, channels in ((1, 64), (2, 128)):
        for block in (0, 1):
            stride = 2 if (stage, block) == (2, 0) else 1
            x = _basic_block(build, x, channels, stride, f"layer{stage}.{block}")
    return build.network(x)


def _basic_block(build: Builder, x: str, channels: int, stride: int, name: str) -> str:
    inputs = build.shapes[x][0]
    y = _normed(build, Conv(inputs, channels, (3, 3), stride, 1, bias=False), x, f"{name}.conv1")
    y = _normed(build, Conv(channels, channels, (3, 3), 1, 1, bias=False), y, f"{name}.conv2", relu=False)
    if stride != 1:
        x = _normed(build, Conv(inputs, channels, (1, 1), stride, bias=False), x, f"{name}.downsample", relu=False)
    return build.add(op.Pointwise("relu"), build.add(op.Add(), x, y, name=f"{name}.add"), name=f"{name}.relu")


def _normed(build: Builder, layer: Conv, x: str, name: str, relu: bool = True) -> str:
    """The layer, batch normalisation, and relu unless the sum of a block comes first."""
    x = build.add(op.BatchNorm(), build.add(layer, x, name=name), name=f"{name}.bn")
    return build.add(op.Pointwise("relu"), x, name=f"{name}.relu") if relu else x
