"""Random networks with integer weights: what the tests of rewriting draw from."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


def integers(rng: random.Random, shape: tuple[int, ...], bound: int = 4) -> NDArray[np.object_]:
    """Python integers in an object array: exact whatever happens to them."""
    size = int(np.prod(shape))
    return np.array([rng.randint(-bound, bound) for _ in range(size)], dtype=object).reshape(shape)


def random_network(rng: random.Random, layers: int, axes: int = 2) -> Network:
    """2 inputs channels or more, odd and even sizes, strided layers mixed with sums, concatenations and activations."""
    build = Builder("random", dtype="object")
    x = build.input("x", (rng.randint(2, 3), *(rng.randint(7, 13) for _ in range(axes))))
    for number in range(layers):
        x = rng.choice(LAYERS)(rng, build, x, f"layer{number}")
        x = rng.choice([_nothing, _relu, _affine, _residual, _concat, _permuted])(rng, build, x, f"then{number}")
    return build.network(x)


def _steps(rng: random.Random, sizes: tuple[int, ...], most: int) -> dict[str, tuple[object, ...]]:
    """Kernel, stride, dilation and asymmetric padding that leave an output on a map of ``sizes``."""
    while True:
        kernel = tuple(rng.randint(1, 4) for _ in sizes)
        stride = tuple(rng.choice([1, 2, 2, 3, 4, 5]) for _ in sizes)
        dilation = tuple(rng.choice([1, 1, 1, 2, 3]) for _ in sizes)
        padding = tuple((rng.randint(0, most), rng.randint(0, most)) for _ in sizes)
        rows = zip(sizes, kernel, dilation, padding, strict=True)
        if all(n + low + high >= dl * (k - 1) + 1 for n, k, dl, (low, high) in rows):
            return {"kernel": kernel, "stride": stride, "dilation": dilation, "padding": padding}


def _conv(rng: random.Random, build: Builder, x: str, name: str) -> str:
    channels, *sizes = build.shapes[x]
    groups = rng.choice([g for g in (1, 1, 2, channels) if channels % g == 0])
    steps = _steps(rng, tuple(sizes), 3)
    if rng.random() < 0.2:
        steps["padding"] = rng.choice(["same", "same_lower"])  # type: ignore[assignment]
    elif rng.random() < 0.2:
        steps["padding"] = tuple((low - 1, high) for low, high in steps["padding"])  # type: ignore[misc]
    bias = rng.random() < 0.7
    try:
        conv = Conv(channels, groups * rng.randint(1, 2), groups=groups, bias=bias, **steps)  # type: ignore[arg-type]
        conv.output_size(tuple(sizes))
    except ValueError:  # a crop too many; draw again
        return _conv(rng, build, x, name)
    arrays = {"weight": integers(rng, tuple(conv.weight_shape))}  # type: ignore[arg-type]
    if bias:
        arrays["bias"] = integers(rng, (int(conv.out_channels),))
    return build.add(conv, x, name=name, **arrays)


def _conv_transpose(rng: random.Random, build: Builder, x: str, name: str) -> str:
    """Strides up to 3, and no more than 13 places behind it, so that networks stay small."""
    channels, *sizes = build.shapes[x]
    groups = rng.choice([g for g in (1, 1, 2, channels) if channels % g == 0])
    layer = ConvTranspose(
        channels,
        groups * rng.randint(1, 2),
        tuple(rng.randint(1, 3) for _ in sizes),
        tuple(rng.choice([1, 2, 2, 3]) for _ in sizes),
        tuple((rng.randint(-1, 4), rng.randint(-1, 4)) for _ in sizes),
        tuple(rng.choice([1, 1, 2]) for _ in sizes),
        tuple(rng.randint(0, 1) for _ in sizes),
        groups,
        bias=rng.random() < 0.7,
    )
    try:
        outputs = layer.output_size(sizes)
    except ValueError:  # nothing is left; draw again
        return _conv_transpose(rng, build, x, name)
    if max(outputs) > 13:
        return _conv(rng, build, x, name)
    arrays = {"weight": integers(rng, layer.weight_shape)}
    if layer.bias:
        arrays["bias"] = integers(rng, (layer.out_channels,))
    return build.add(layer, x, name=name, **arrays)


def _max_pool(rng: random.Random, build: Builder, x: str, name: str) -> str:
    steps = _steps(rng, build.shapes[x][1:], 0)
    rows = zip(steps["kernel"], steps["dilation"], strict=True)
    # a window may not lie in the padding altogether: its maximum would be minus infinity
    steps["padding"] = tuple((rng.randint(0, k - 1), rng.randint(0, k - 1)) if dl == 1 else (0, 0) for k, dl in rows)  # type: ignore[call-overload,operator]
    pool = op.MaxPool(**steps, ceil_mode=rng.random() < 0.4)  # type: ignore[arg-type]
    return build.add(pool, x, name=name)


def _average_pool(rng: random.Random, build: Builder, x: str, name: str) -> str:
    steps = _steps(rng, build.shapes[x][1:], 2)
    pool = op.AveragePool(**steps, ceil_mode=rng.random() < 0.4, count_include_pad=rng.random() < 0.5)  # type: ignore[arg-type]
    try:
        from symstride.network.operators.windows import counts

        counts(pool, build.shapes[x][1:])
    except ValueError:  # a window of padding only
        return _average_pool(rng, build, x, name)
    return build.add(pool, x, name=name)


def _nothing(rng: random.Random, build: Builder, x: str, name: str) -> str:
    return x


def _relu(rng: random.Random, build: Builder, x: str, name: str) -> str:
    return build.add(op.Pointwise("relu"), x, name=name)


def _affine(rng: random.Random, build: Builder, x: str, name: str) -> str:
    channels = (build.shapes[x][0],)
    return build.add(op.Affine(), x, name=name, scale=integers(rng, channels), shift=integers(rng, channels))


def _residual(rng: random.Random, build: Builder, x: str, name: str) -> str:
    channels, *sizes = build.shapes[x]
    inner = Conv(channels, channels, (3,) * len(sizes), padding=1, bias=False)
    y = build.add(inner, x, name=f"{name}/inner", weight=integers(rng, tuple(inner.weight_shape)))  # type: ignore[arg-type]
    return build.add(op.Add(), x, y, name=name)


def _concat(rng: random.Random, build: Builder, x: str, name: str) -> str:
    channels, *sizes = build.shapes[x]
    y = build.add(Conv(channels, 1, (1,) * len(sizes), bias=False), x, name=f"{name}/one",
                  weight=integers(rng, (1, channels, *(1,) * len(sizes))))  # fmt: skip
    return build.add(op.Concat(), x, y, name=name)


def _permuted(rng: random.Random, build: Builder, x: str, name: str) -> str:
    order = list(range(build.shapes[x][0]))
    rng.shuffle(order)
    return build.add(op.ChannelPermutation(tuple(order)), x, name=name)


LAYERS = (_conv, _conv, _conv, _conv_transpose, _max_pool, _average_pool)
"""What a random network is made of, besides what stands between its layers."""
