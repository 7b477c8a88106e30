"""What the book holds: the general theorems, and well-known layers as lines of code that people paste."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from proofs import networks

if TYPE_CHECKING:
    from symstride.layers.pools import AveragePool, MaxPool
    from symstride.layers.transposed import ConvTranspose
    from symstride.network.graph import Network

MORE_AXES = (2, 3)
"""Of a theorem that is stated as texts, the book has the digests of the certificates for these."""


@dataclass(frozen=True, slots=True)
class LayerEntry:
    """One layer of the book: its folder, what it is, the line as pasted, and the size of its input."""

    folder: str
    title: str
    line: str
    input_size: tuple[int, ...]

    def write(self, place: Path) -> None:
        import symstride

        layer = symstride.read(self.line)
        symstride.prove(layer, input_size=self.input_size).save(place, pdf=False)


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """A transposed layer or a pool whose sizes are all symbols: its folder, what it is, and how it is built."""

    folder: str
    title: str
    build: Callable[[], ConvTranspose | MaxPool | AveragePool]

    def write(self, place: Path) -> None:
        import symstride

        symstride.prove(self.build()).save(place, pdf=False, rocq=True)


def transposed_layer(axes: int, groups: str = "1") -> ConvTranspose:
    """Kernel k, stride s, paddings p and r, dilation dl and output padding e on each axis, from C to B channels."""
    import sympy

    import symstride

    k, s, p, r, dl, e, C, B = sympy.symbols("k s p r dl e C B")
    g = sympy.sympify(groups)
    return symstride.ConvTranspose(g * C, g * B, k, s, ((p, r),) * axes, dl, e, groups=g)


def max_pool(axes: int) -> MaxPool:
    """Kernel k, stride s, padding p and dilation dl on each axis."""
    import sympy

    import symstride

    k, s, p, dl = sympy.symbols("k s p dl")
    return symstride.MaxPool(k, s, p, dl, ndim=axes)


OPEN: tuple[OpenEntry, ...] = (
    OpenEntry("transposed-symbols-1d", "a transposed layer", partial(transposed_layer, 1)),
    OpenEntry("transposed-symbols-2d", "a transposed layer with groups", partial(transposed_layer, 2, "g")),
    OpenEntry("max-pool-symbols-2d", "a max-pool", partial(max_pool, 2)),
)


@dataclass(frozen=True, slots=True)
class GeneralEntry:
    """One theorem of the catalogue for one number of axes, all hyper-parameters being symbols."""

    folder: str
    title: str
    name: str
    axes: int

    def write(self, place: Path) -> None:
        import symstride

        symstride.prove_general(self.name, axes=self.axes).save(place, pdf=False)


@dataclass(frozen=True, slots=True)
class TextsEntry(GeneralEntry):
    """The same for a theorem that is stated as texts: without the page, so that the book stays small."""

    def write(self, place: Path) -> None:
        import symstride

        symstride.prove_general(self.name, axes=self.axes).save(place, pdf=False)
        (place / "proof.html").unlink()


LAYERS: tuple[LayerEntry, ...] = (
    LayerEntry(
        "keras-introduction",
        "the layer that introductions to Keras begin with",
        "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))",
        (64, 64),
    ),
    LayerEntry(
        "resnet-conv1",
        "the first layer of a ResNet",
        "nn.Conv2d(3, 64, kernel_size=7, stride=2, padding=3, bias=False)",
        (224, 224),
    ),
    LayerEntry(
        "alexnet-conv1",
        "the first layer of AlexNet",
        "nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2)",
        (224, 224),
    ),
    LayerEntry(
        "vit-patches",
        "the patch embedding of a vision transformer",
        "nn.Conv2d(3, 768, kernel_size=16, stride=16)",
        (224, 224),
    ),
    LayerEntry(
        "resnet-shortcut",
        "the projection beside a ResNet's blocks, which reads one input phase in four",
        "nn.Conv2d(256, 512, kernel_size=1, stride=2, bias=False)",
        (56, 56),
    ),
    LayerEntry(
        "mobilenet-depthwise",
        "a depthwise layer of MobileNet",
        "nn.Conv2d(64, 64, kernel_size=3, stride=2, padding=1, groups=64, bias=False)",
        (112, 112),
    ),
    LayerEntry(
        "audio-front-end",
        "the first layer of a network on raw sound, one axis",
        "nn.Conv1d(1, 512, kernel_size=10, stride=5, bias=False)",
        (16000,),
    ),
    LayerEntry(
        "video-stem",
        "the first layer of a video network, three axes with a stride on two of them",
        "nn.Conv3d(3, 64, kernel_size=(3, 7, 7), stride=(1, 2, 2), padding=(1, 3, 3), bias=False)",
        (16, 224, 224),
    ),
    LayerEntry(
        "dilated",
        "stride and dilation that share a factor, so that one phase per axis is read",
        "nn.Conv2d(64, 64, kernel_size=3, stride=2, padding=2, dilation=2)",
        (56, 56),
    ),
)


@dataclass(frozen=True, slots=True)
class NetworkEntry:
    """One network of the book: its folder, what it is, how it is built, and how its strides are removed."""

    folder: str
    title: str
    build: Callable[[], Network]
    scope: str

    def write(self, place: Path) -> None:
        import symstride

        symstride.prove(self.build(), scope=self.scope).save(place, pdf=False, rocq=self.scope == "network")


NETWORKS: tuple[NetworkEntry, ...] = (
    NetworkEntry("network-all-cnn-c", "All-CNN-C for CIFAR-10, a whole network", networks.all_cnn_c, "network"),
    NetworkEntry("network-lenet-5", "LeNet-5 with strided layers for its subsampling", networks.lenet_5, "network"),
    NetworkEntry("network-alexnet", "AlexNet's maps, whose odd sizes need masks", networks.alexnet_maps, "network"),
    NetworkEntry(
        "network-resnet-18", "the stem and the first two stages of ResNet-18", networks.resnet_18_half, "network"
    ),
    NetworkEntry("network-u-net", "a small U-Net: image to image, down and up again", networks.small_u_net, "network"),
)


def general() -> Iterator[GeneralEntry]:
    """Every theorem of the catalogue: for each number of axes, or for one where it is stated as texts."""
    from symstride.catalogue import CATALOGUE

    for name, entry in CATALOGUE.items():
        kind, most = (TextsEntry, 1) if entry.in_texts else (GeneralEntry, 3)
        for axes in range(1, most + 1):
            yield kind(f"{name}-{axes}d", f"{entry.title}, d = {axes}", name, axes)


Entry: TypeAlias = TextsEntry | GeneralEntry | OpenEntry | LayerEntry | NetworkEntry


def entries() -> tuple[Entry, ...]:
    """The whole book, general theorems first."""
    return (*general(), *OPEN, *LAYERS, *NETWORKS)
