"""PyTorch modules as networks: the same numbers as PyTorch, and a clear refusal of everything else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from live import agree, some_numbers

from symstride.adapters.torch.door import from_torch
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.operators import records as op

torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")
nn, F = torch.nn, torch.nn.functional


def filled(module: Any, exact: bool = True, seed: int = 7) -> Any:
    """The module in float64 and eval mode, with weights of its own everywhere: small integers, or any numbers."""
    rng, module = np.random.default_rng(seed), module.double().eval()
    with torch.no_grad():
        for name, tensor in (*module.named_parameters(), *module.named_buffers()):
            if tensor.is_floating_point():
                numbers = some_numbers(rng, tensor.shape, exact, "float64")
                tensor.copy_(torch.from_numpy(np.abs(numbers) + 0.5 if name.endswith("running_var") else numbers))
    return module


class Fn(nn.Module):
    """A module whose forward is ``function(its parts, x, ...)``."""

    def __init__(self, function: Callable[..., Any], **parts: Any) -> None:
        super().__init__()
        self.function = function
        for name, part in parts.items():
            if isinstance(part, torch.Tensor) and not isinstance(part, nn.Parameter):
                self.register_buffer(name, part)
            else:
                setattr(self, name, part)

    def forward(self, x: Any) -> Any:
        return self.function(self, x)


def check(module: Any, size: tuple[int, ...], exact: bool = True) -> Network:
    module = filled(module, exact)
    before = {name: tensor.clone() for name, tensor in module.state_dict().items()}
    attributes = {name: sorted(vars(part)) for name, part in module.named_modules()}
    network = from_torch(module, size)
    assert attributes == {name: sorted(vars(part)) for name, part in module.named_modules()}
    assert all(torch.equal(tensor, before[name]) for name, tensor in module.state_dict().items())
    x = some_numbers(np.random.default_rng(11), (2, *size), exact, network.dtype)
    with torch.no_grad():
        given = module(torch.from_numpy(x.copy()))
    listed = given if isinstance(given, tuple | list) else [given]
    agree(network, {network.inputs[0].name: x}, [one.numpy() for one in listed], exact)
    return network


def residual(m: Any, x: Any) -> Any:
    y = F.relu(m.norm(m.first(x)))
    y = m.second(y)
    y += m.shortcut(x)
    return F.relu_(y)


def dense_block(m: Any, x: Any) -> Any:
    y = torch.cat([x, torch.relu(m.first(x))], dim=1)
    return torch.cat((y, m.second(y)), -3)


def head(m: Any, x: Any) -> Any:
    y = F.max_pool2d(m.conv(x), 3, stride=2, padding=1)
    y = y.view(y.size(0), -1)
    return F.dropout(m.linear(y), training=m.training)


def squeeze_excite(m: Any, x: Any) -> Any:
    y = m.conv(x)
    return y * torch.sigmoid(m.gate(y.mean((2, 3), keepdim=True)))


def shuffled(m: Any, x: Any) -> Any:
    b, c, h, w = m.conv(x).shape
    y = m.conv(x).view(b, 2, c // 2, h, w).transpose(1, 2).contiguous().view(b, c, h, w)
    return m.last(y)


def split(m: Any, x: Any) -> Any:
    a, b = torch.chunk(m.conv(x), 2, dim=1)
    uneven = m.conv(x).chunk(4, 1)  # six channels in twos: three parts
    c, d = b.split([1, 2], dim=1)
    left, right = m.conv(x).split([1, 2], dim=3)
    return a + b, c, torch.cat((d, c), 1), uneven[-1], left, right, m.conv(x).chunk(2, 2)[1]


def arithmetic(m: Any, x: Any) -> Any:
    y = (2 - m.conv(x) * m.scale.view(1, -1, 1, 1)) + m.shift.reshape(1, 3, 1, 1)
    y = -(y - 1.0) / 4 - torch.maximum(x, 2 * x)
    return y.clamp(-40, 60), y**2, torch.clamp(y, min=0)


def sliced(m: Any, x: Any) -> Any:
    y = m.conv(x)
    return y[:, 1:3], y[:, :, 1:-1, ::2], y[..., 1::3]


def unet(m: Any, x: Any) -> Any:
    low = m.down(x)
    return m.join(torch.cat([m.up(low, output_size=x.size()), x], dim=1))


def resized(m: Any, x: Any) -> Any:
    y = m.conv(x).flatten(2).unsqueeze(2).squeeze(2).permute(0, 2, 1)
    return torch.flatten(y, 1), y.reshape(-1, y.shape[1] * y.shape[2])


def twice(m: Any, x: Any) -> Any:
    return m.conv(m.conv(x)) + torch.tensor([1.0, -2.0], dtype=torch.float64).view(1, 2, 1, 1)


def padded(m: Any, x: Any) -> Any:
    y = F.pad(x, (1, 2, -1, 3), value=2.5)
    return m.conv(y), F.pad(x, (2, 1, 0, 3), mode="circular"), F.pad(x, (1, 1), value=float("-inf")).amax((2, 3))


def functions(m: Any, x: Any) -> Any:
    y = torch.sigmoid(m.conv(x))
    return F.silu(y).exp().log().sqrt().reciprocal(), torch.sin(y).square(), F.gelu(y).cos()


def stacked(m: Any, x: Any) -> Any:
    s = torch.stack([m.c(x), m.d(x), 2 * m.c(x)], dim=1)
    squeezed = m.c(x).view(x.size(0), 2, 2, 3, 4).sum(2)
    return (
        s.sum(1),
        s.sum(dim=1, keepdim=True),
        squeezed,
        m.d(x).sum(-1),
        torch.stack([x.flatten(1), x.flatten(1)], 1).sum(1),
    )


def indexed(m: Any, x: Any) -> Any:
    y = m.c(x)
    return y[:, None], y[:, 0], y[:, :, 1:, -1], y[..., None], y[:, None, 1:3, ..., 0]


def enlarged(m: Any, x: Any) -> Any:
    y = m.c(x)
    return (
        F.interpolate(y, scale_factor=2),
        F.interpolate(y, size=(9, 12)),
        F.interpolate(y, None, (1, 3), "nearest-exact"),
    )


def repeated(m: Any, x: Any) -> Any:
    y = m.c(x)
    return y * m.g(y), y + y[:, :1], y.amax((2, 3), keepdim=True).expand_as(y), y[:, None].expand(-1, 2, -1, -1, -1)


def by_shape(m: Any, x: Any) -> Any:
    b, c, h, w = x.shape
    y = m.c(x)
    y = torch.relu(y) if isinstance(y, torch.Tensor) and f"{h}x{w}" == "8x9" and y.size(2) in {3, 5} else y
    return y.view(b, -1) if {8: "flat"}.get(h) == "flat" else y, y.reshape(b, 2 * c, y.shape[2] * y.shape[3])


def channels_last(m: Any, x: Any) -> Any:
    """A block of ConvNeXt (arXiv 2201.03545)."""
    y = m.norm(m.c(x).permute(0, 2, 3, 1))
    y = (m.scale * m.narrow(F.gelu(m.wide(y))) + m.scale).permute(0, 3, 1, 2)
    return m.c(x) + y, F.layer_norm(y.mean((2, 3)), (4,), m.scale)


def conv2d(*args: Any, **named: Any) -> Any:
    return nn.Conv2d(*args, **named)


def sequential(*parts: Any) -> Any:
    return nn.Sequential(*parts)


EXACT: dict[str, tuple[Callable[[], Any], tuple[int, ...]]] = {
    "conv 1d": (lambda: nn.Conv1d(2, 4, 5, stride=3, padding=2, dilation=2, groups=2), (2, 17)),
    "conv 2d": (lambda: conv2d(3, 4, (3, 5), stride=(2, 3), padding=(1, 0), dilation=(1, 2)), (3, 11, 14)),
    "conv 3d": (lambda: nn.Conv3d(2, 3, (2, 3, 1), stride=(1, 2, 3), padding=1, bias=False), (2, 5, 6, 7)),
    "same, even kernel": (lambda: conv2d(2, 3, (4, 3), padding="same", dilation=(1, 2)), (2, 7, 8)),
    "valid": (lambda: conv2d(2, 3, 3, padding="valid", stride=2), (2, 8, 9)),
    "circular": (lambda: conv2d(2, 3, 3, stride=2, padding=(2, 1), padding_mode="circular"), (2, 7, 8)),
    "circular, same": (lambda: conv2d(2, 3, (4, 3), padding="same", padding_mode="circular"), (2, 7, 8)),
    "depthwise": (lambda: sequential(conv2d(3, 6, 3, 2, 1, groups=3), conv2d(6, 2, 1)), (3, 9, 8)),
    "transposed 1d": (lambda: nn.ConvTranspose1d(2, 4, 4, 3, 1, output_padding=2, groups=2, dilation=2), (2, 6)),
    "transposed 2d": (lambda: nn.ConvTranspose2d(4, 6, (3, 2), (2, 3), 1, output_padding=(1, 2), groups=2), (4, 5, 4)),
    "transposed 3d": (lambda: nn.ConvTranspose3d(2, 3, (2, 3, 1), (2, 1, 2), bias=False), (2, 3, 4, 2)),
    "max pool 1d": (lambda: nn.MaxPool1d(3, 2, 1, dilation=2, ceil_mode=True), (2, 12)),
    "max pool 2d": (lambda: nn.MaxPool2d((3, 2), (2, 3), (1, 0), ceil_mode=True), (2, 10, 9)),
    "max pool 3d": (lambda: nn.MaxPool3d(2), (2, 5, 6, 4)),
    "a maximum of a window wider than the map": (lambda: nn.MaxPool2d(9, ceil_mode=True), (2, 4, 3)),
    "an average of a window wider than the map": (lambda: nn.AvgPool2d(9, ceil_mode=True), (2, 4, 3)),
    "a window wider than the map along one axis": (lambda: nn.AvgPool2d((5, 2), (3, 2), ceil_mode=True), (2, 4, 5)),
    "average pool 1d": (lambda: nn.AvgPool1d(4, 3, 2, ceil_mode=True), (2, 13)),
    "average pool 2d": (lambda: nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False), (2, 10, 7)),
    "average pool 3d": (lambda: nn.AvgPool3d((2, 1, 3), (1, 2, 2), (1, 0, 1)), (2, 4, 5, 6)),
    "adaptive": (lambda: sequential(conv2d(2, 3, 3), nn.AdaptiveMaxPool2d((2, None)), nn.AdaptiveMaxPool2d(1)),
                 (2, 10, 7)),
    "adaptive average": (lambda: sequential(nn.AdaptiveAvgPool2d((4, 2)), nn.Flatten()), (2, 8, 8)),
    "residual": (lambda: Fn(residual, first=conv2d(2, 4, 3, 2, 1), norm=nn.Identity(), second=conv2d(4, 4, 3, 1, 1),
                            shortcut=conv2d(2, 4, 1, 2)), (2, 9, 8)),
    "dense block": (lambda: Fn(dense_block, first=conv2d(2, 3, 3, 1, 1), second=conv2d(5, 2, 1)), (2, 6, 7)),
    "head": (lambda: Fn(head, conv=conv2d(2, 3, 3, 2), linear=nn.Linear(3 * 3 * 2, 5)), (2, 11, 9)),
    "tail": (lambda: sequential(conv2d(2, 3, 3, 2), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Dropout2d(),
                                nn.Flatten(), nn.Linear(3 * 2 * 2, 4, bias=False), nn.PReLU(4), nn.Identity()),
             (2, 9, 10)),
    "slopes": (lambda: sequential(conv2d(2, 3, 3, 2), nn.PReLU(), nn.Hardtanh(-30, 20), nn.ReLU6()), (2, 9, 8)),
    "pixel shuffle": (lambda: sequential(conv2d(2, 8, 3, 2), nn.PixelShuffle(2), nn.PixelUnshuffle(3)), (2, 13, 7)),
    "channel shuffle": (lambda: sequential(conv2d(2, 6, 3, 2), nn.ChannelShuffle(3)), (2, 9, 8)),
    "shuffled by hand": (lambda: Fn(shuffled, conv=conv2d(2, 6, 3, 2), last=conv2d(6, 2, 1)), (2, 9, 8)),
    "split": (lambda: Fn(split, conv=conv2d(2, 6, 3, 2)), (2, 9, 8)),
    "arithmetic": (lambda: Fn(arithmetic, conv=conv2d(3, 3, 1), scale=nn.Parameter(torch.zeros(3)),
                              shift=torch.zeros(3)), (3, 4, 5)),
    "slices": (lambda: Fn(sliced, conv=conv2d(2, 4, 3)), (2, 9, 10)),
    "u-net": (lambda: Fn(unet, down=conv2d(2, 3, 3, 2, 1), up=nn.ConvTranspose2d(3, 4, 3, 2, 1),
                         join=conv2d(6, 2, 3, padding="same")), (2, 10, 7)),
    "reshaped": (lambda: Fn(resized, conv=conv2d(2, 4, 3, 2)), (2, 9, 8)),
    "shared": (lambda: Fn(twice, conv=conv2d(2, 2, 3, 2, 1)), (2, 9, 8)),
    "padded": (lambda: Fn(padded, conv=conv2d(2, 3, 3, 2)), (2, 6, 7)),
    "stacked": (lambda: Fn(stacked, c=conv2d(2, 4, 3, 2), d=conv2d(2, 4, 3, 2)), (2, 8, 9)),
    "indexed": (lambda: Fn(indexed, c=conv2d(2, 4, 3, 2)), (2, 8, 9)),
    "enlarged": (lambda: Fn(enlarged, c=conv2d(2, 4, 3, 2)), (2, 8, 9)),
    "repeated": (lambda: Fn(repeated, c=conv2d(2, 4, 3, 2), g=conv2d(4, 1, 1)), (2, 8, 9)),
    "shapes in Python": (lambda: Fn(by_shape, c=conv2d(2, 4, 3, 2)), (2, 8, 9)),
    "assigned and read": (lambda: Fn(_old_and_new), (2, 3, 4)),
    "assigned behind an identity": (lambda: Fn(_behind_identity, same=nn.Identity()), (2, 3, 4)),
    "changed by a call whose value is thrown away": (lambda: Fn(_thrown_away, relu=nn.ReLU(inplace=True)), (2, 3, 4)),
    "upsample": (lambda: sequential(nn.Upsample(scale_factor=3), conv2d(2, 3, 3, 2)), (2, 4, 5)),
    "adaptive with indices": (lambda: Fn(lambda m, x: m.p(x)[0], p=nn.AdaptiveMaxPool2d(2, True)), (2, 4, 6)),
    "padding modules": (lambda: sequential(nn.ZeroPad2d((1, 0, 2, -1)), nn.ConstantPad2d(1, 3.0), nn.CircularPad2d(2),
                                           conv2d(2, 3, 3, 2)), (2, 6, 7)),
}  # fmt: skip
"""Modules that compute exactly on integers: sums of products, maxima, and quotients that both sides round once."""

ROUNDED: dict[str, tuple[Callable[[], Any], tuple[int, ...]]] = {
    "batch norm 1d": (lambda: sequential(nn.Conv1d(2, 4, 3, 2), nn.BatchNorm1d(4, eps=1e-3)), (2, 10)),
    "batch norm 2d": (lambda: sequential(conv2d(2, 4, 3, 2), nn.BatchNorm2d(4), nn.ReLU()), (2, 9, 10)),
    "batch norm 3d": (lambda: sequential(nn.BatchNorm3d(2, affine=False), nn.Conv3d(2, 3, 2, 2)), (2, 4, 5, 6)),
    "batch norm of features": (lambda: sequential(nn.Flatten(), nn.Linear(24, 5), nn.BatchNorm1d(5)), (2, 3, 4)),
    "squeeze and excite": (lambda: Fn(squeeze_excite, conv=conv2d(2, 4, 3, 2, 1), gate=conv2d(4, 4, 1)), (2, 9, 8)),
    "smooth": (lambda: sequential(conv2d(2, 3, 3, 2), nn.SiLU(), nn.GELU(), nn.ELU(0.7), nn.SELU(), nn.Tanh(),
                                  nn.Softplus(threshold=40), nn.Mish()), (2, 9, 8)),
    "bent": (lambda: sequential(nn.LeakyReLU(0.2), nn.CELU(1.3), nn.Hardswish(), nn.Hardsigmoid(), nn.Softsign(),
                                nn.Softshrink(0.1), nn.Hardshrink(0.05), nn.Threshold(0.07, 0), nn.GELU("tanh"),
                                conv2d(3, 2, 3, 2)), (3, 7, 8)),
    "local response": (lambda: sequential(nn.LocalResponseNorm(3, 0.2, 0.6, 1.5), conv2d(4, 2, 3, 2)), (4, 7, 8)),
    "softmax of channels": (lambda: sequential(conv2d(2, 3, 3, 2), nn.Softmax(dim=1), nn.Softmax2d()), (2, 7, 8)),
    "softmax of features": (lambda: sequential(nn.Flatten(), nn.Linear(12, 4), nn.LogSoftmax(-1)), (2, 2, 3)),
    "global mean": (lambda: sequential(conv2d(2, 3, 3, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten()), (2, 8, 9)),
    "functions": (lambda: Fn(functions, conv=conv2d(2, 3, 3, 2)), (2, 7, 8)),
    "parametrised": (lambda: torch.nn.utils.parametrizations.weight_norm(conv2d(2, 3, 3, 2)), (2, 7, 8)),
    "channels last": (lambda: Fn(channels_last, c=conv2d(2, 4, 3, 2), norm=nn.LayerNorm(4, eps=1e-6),
                                 wide=nn.Linear(4, 7), narrow=nn.Linear(7, 4), scale=nn.Parameter(torch.ones(4))),
                      (2, 9, 8)),
    "power pool": (lambda: sequential(conv2d(2, 3, 3, 2), nn.LPPool2d(2, 2)), (2, 9, 8)),
}  # fmt: skip
"""Modules whose numbers are rounded."""


@pytest.mark.parametrize("name", EXACT)
def test_all_bits_of_pytorch(name: str) -> None:
    """A module by itself is read by the functions that it calls, inside of another one by its attributes."""
    make, size = EXACT[name]
    check(make(), size)
    check(nn.Sequential(make()), size)


@pytest.mark.parametrize("name", ROUNDED)
def test_pytorch_up_to_rounding(name: str) -> None:
    make, size = ROUNDED[name]
    check(make(), size, exact=False)
    check(nn.Sequential(make()), size, exact=False)


# ------------------------------------------------------------------------------------------------ structure


def test_records_names_and_labels() -> None:
    body = nn.Sequential(nn.Conv2d(2, 3, 3, 2), nn.ReLU(), nn.ConvTranspose2d(3, 2, 2, 2))
    network = from_torch(filled(Fn(lambda m, x: m.body(x) + 1, body=body)), (2, 9, 8))
    assert [(node.name, node.label, type(node.operator)) for node in network.nodes] == [
        ("x", "", op.Input),
        ("body_0", "body.0", Conv),
        ("body_1", "body.1", op.Pointwise),
        ("body_2", "body.2", ConvTranspose),
        ("add", "", op.Affine),
    ]
    keys = ["add.shift", "body_0.bias", "body_0.weight", "body_2.bias", "body_2.weight"]
    assert sorted(network.weights) == keys
    labels = ["add.shift", "body.0.bias", "body.0.weight", "body.2.bias", "body.2.weight"]
    assert [network.label(key) for key in keys] == labels
    assert (network.name, network.dtype, network.batch) == ("Fn", "float64", None)


def test_one_module_called_twice_shares_its_weights() -> None:
    network = from_torch(filled(Fn(twice, conv=conv2d(2, 2, 3, 2, 1))), (2, 9, 8))
    first, second = (node for node in network.nodes if isinstance(node.operator, Conv))
    assert first.parameters == second.parameters == ("conv.weight", "conv.bias")


def test_by_hand_shuffles_and_foldings_become_one_node() -> None:
    network = from_torch(filled(Fn(shuffled, conv=conv2d(2, 6, 3, 2), last=conv2d(6, 2, 1))), (2, 9, 8))
    assert any(isinstance(node.operator, op.ChannelPermutation) for node in network.nodes)


def test_weights_are_copies() -> None:
    module = filled(nn.Conv2d(2, 3, 3))
    network = from_torch(module, (2, 5, 5))
    before = network.weights["weight" if "weight" in network.weights else network.nodes[1].parameters[0]].copy()
    with torch.no_grad():
        module.weight.zero_()
    assert np.array_equal(network.weights[network.nodes[1].parameters[0]], before)
    assert before.any()


class Two(nn.Module):
    """Two inputs, a flag and an option that is None; outputs in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3, 2)

    def forward(self, x: Any, mask: Any, scale: float = 2.0, other: Any = None) -> Any:
        y = self.conv(x) * scale if other is None else other
        return {"y": y * mask, "both": (y, torch.add(y, mask))}


def test_several_inputs_defaults_and_nested_outputs() -> None:
    module, rng = filled(Two()), np.random.default_rng(3)
    network = from_torch(module, {"x": (2, 9, 8), "mask": (3, 1, 3)})
    feeds = {
        "x": some_numbers(rng, (2, 2, 9, 8), True, "float64"),
        "mask": some_numbers(rng, (2, 3, 1, 3), True, "float64"),
    }
    with torch.no_grad():
        given = module(*(torch.from_numpy(array) for array in feeds.values()))
    agree(network, feeds, [given["y"].numpy(), given["both"][0].numpy(), given["both"][1].numpy()], True)


def test_float32_and_softplus_that_rounding_hides() -> None:
    module = nn.Sequential(nn.Conv2d(2, 3, 3, 2), nn.Softplus()).eval()
    network = from_torch(module, [2, 9, 8])
    x = np.linspace(-60, 60, 2 * 2 * 72, dtype=np.float32).reshape(2, 2, 9, 8)
    with torch.no_grad():
        expected = module(torch.from_numpy(x)).numpy()
    found = evaluate(network, x)[network.outputs[0]]
    assert network.dtype == found.dtype == "float32"
    # 18 products, their sum and softplus: fewer than 2**6 roundings by 2**-24 of at most 60*18
    assert float(np.abs(found - expected).max()) <= 2**6 * 2**-24 * 60 * 18


def test_changes_in_place_that_nobody_sees() -> None:
    def forward(m: Any, x: Any) -> Any:
        y = m.conv(x)
        y += 1
        y = m.relu(y)
        return y.mul_(2)

    check(Fn(forward, conv=nn.Conv2d(2, 3, 3, 2), relu=nn.ReLU(inplace=True)), (2, 9, 8))


def test_copies_may_change_and_dropout_changes_nothing() -> None:
    def forward(m: Any, x: Any) -> Any:
        y = m.conv(x)
        z = y.clone()
        z += 1
        return z * m.drop(y) + y

    check(Fn(forward, conv=nn.Conv2d(2, 3, 3, 2), drop=nn.Dropout(inplace=True)), (2, 9, 8))


def test_constants_are_computed_by_pytorch() -> None:
    """A frozen batch normalisation, as detection networks have it; and sizes in arithmetic."""

    def forward(m: Any, x: Any) -> Any:
        scale = m.weight * (m.running_var + 1e-5).rsqrt()
        shift = m.bias - m.mean * scale
        y = m.conv(x) * scale.reshape(1, -1, 1, 1) + shift.reshape(1, -1, 1, 1)
        height = y.shape[2]
        height += 1
        return y[:, :, : (height - 1) // 2]

    names = ("weight", "bias", "mean", "running_var")
    parts = {name: torch.zeros(3) for name in names}
    check(Fn(forward, conv=nn.Conv2d(2, 3, 3, 2), **parts), (2, 9, 8), exact=False)


# ------------------------------------------------------------------------------------------------ refusals


def refused(module: Any, *words: str, size: Any = (2, 8, 8), kind: type[SymstrideError] = NotSupported) -> None:
    with pytest.raises(kind) as caught:
        from_torch(module.eval() if isinstance(module, nn.Module) else module, size)
    message = str(caught.value)
    assert all(part in message for part in ("asked:", "expected:", "got:", "try:", "from_torch", *words)), message


class OddConv(nn.Conv2d):
    """A subclass, which is traced through and not taken for its parent."""

    def forward(self, x: Any) -> Any:
        return super().forward(x) * 2


def test_a_subclass_is_what_its_forward_says() -> None:
    check(nn.Sequential(OddConv(2, 3, 3, stride=2, padding_mode="circular", padding=1)), (2, 9, 8))


UNKNOWN = {
    "GroupNorm": (nn.GroupNorm(1, 2), "statistics"),
    "InstanceNorm2d": (nn.InstanceNorm2d(2), "statistics"),
    "ReflectionPad2d": (nn.ReflectionPad2d(1), "pad in front"),
    "UpsamplingBilinear2d": (nn.UpsamplingBilinear2d(scale_factor=2), "weights"),
    "MultiheadAttention": (nn.MultiheadAttention(8, 1), "supported"),
}


@pytest.mark.parametrize("kind", UNKNOWN)
def test_unknown_modules_by_name(kind: str) -> None:
    module, word = UNKNOWN[kind]
    refused(nn.Sequential(module), "'0'", kind, word)


REFUSED: dict[str, tuple[Callable[[], Any], tuple[str, ...]]] = {
    "indices": (lambda: nn.MaxPool2d(2, return_indices=True), ("output", "return_indices")),
    "divisor": (lambda: nn.AvgPool2d(2, divisor_override=3), ("AvgPool2d", "divisor_override=3")),
    "reflect": (lambda: nn.Conv2d(2, 3, 3, padding=1, padding_mode="reflect"), ("Conv2d", "'reflect'")),
    "batch statistics": (lambda: nn.BatchNorm2d(2, track_running_stats=False), ("BatchNorm2d", "running statistics")),
    "uneven": (lambda: nn.AdaptiveAvgPool2d(3), ("AdaptiveAvgPool2d", "(3, 3) of (8, 8)")),
    "even window": (lambda: nn.LocalResponseNorm(2), ("LocalResponseNorm", "odd size")),
    "softplus": (lambda: nn.Sequential(nn.Conv2d(2, 2, 1), nn.Softplus()).double(), ("Softplus", "threshold 20")),
    "softplus beta": (lambda: nn.Softplus(2), ("Softplus", "beta=1")),
    "threshold": (lambda: nn.Threshold(1, 2), ("Threshold", "0 below")),
    "channels": (lambda: nn.Conv2d(3, 4, 3), ("Conv2d", "3 channels")),
    "half a float": (lambda: nn.Conv2d(2, 3, 1).bfloat16(), ("bfloat16", "module.float()")),
    "mixed types": (lambda: nn.Sequential(nn.Conv2d(2, 3, 1), nn.Conv2d(3, 3, 1).double()), ("float32", "float64")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_arguments_of_modules(name: str) -> None:
    make, words = REFUSED[name]
    module = make()
    wanted = SpecError if name == "channels" else NotSupported
    refused(module if isinstance(module, nn.Sequential) else nn.Sequential(module), *words, kind=wanted)


CALLS: dict[str, tuple[Callable[[Any, Any], Any], tuple[str, ...]]] = {
    "interpolate": (lambda m, x: F.interpolate(x, scale_factor=2, mode="bilinear"), ("upsample_bilinear2d", "weights")),
    "part of a place": (lambda m, x: F.interpolate(x, size=(12, 8)), ("upsample_nearest2d", "whole factors")),
    "unknown function": (lambda m, x: torch.cumsum(x, 1), ("cumsum", "supported calls")),
    "unknown method": (lambda m, x: x.roll(1, 2), ("roll",)),
    "unknown argument": (lambda m, x: torch.relu(x).sum(dtype=torch.float64), ("sum",)),
    "argument that is not read": (lambda m, x: torch.mean(x, (2, 3), dtype=torch.float64), ("mean", "dtype")),
    "mean over channels": (lambda m, x: x.mean(1), ("mean", "dim=(1,)")),
    "mean of everything": (lambda m, x: x.mean(), ("mean", "dim=None")),
    "cat of samples": (lambda m, x: torch.cat([x, x]), ("cat", "axis behind the batch")),
    "reshape of the batch": (lambda m, x: x.view(-1, 8), ("view", "leaves the batch alone")),
    "batch as a number": (lambda m, x: x * x.size(0), ("mul", "the batch size")),
    "squeeze of everything": (lambda m, x: x.squeeze(), ("squeeze",)),
    "sample taken": (lambda m, x: x[0], ("select", "slices behind the batch")),
    "reversed": (lambda m, x: x.flip(2), ("flip",)),
    "product of matrices": (lambda m, x: x @ x, ("matmul", "nn.Linear")),
    "dropout while training": (lambda m, x: F.dropout(x), ("random numbers of PyTorch", "training=self.training")),
    "reflected": (lambda m, x: F.pad(x, (1, 1, 1, 1), "reflect"), ("pad", "'reflect'")),
    "padded channels": (lambda m, x: F.pad(x, (0, 0, 0, 0, 1, 1)), ("pad", "up to 2 axes")),
    "a number for each row": (lambda m, x: x + torch.ones(8, 1), ("add", "one number per channel")),
    "normalised rows": (lambda m, x: F.layer_norm(x, (8, 8)), ("layer_norm", "the last axis")),
    "sizes that do not fit": (lambda m, x: x + x[:, :, 1:], ("add", "sizes that are equal")),
    "quotient of values": (lambda m, x: x / (x + 1), ("div", "a constant tensor")),
    "division by zero": (lambda m, x: x / 0, ("div", "other than 0")),
    "alpha": (lambda m, x: torch.add(x, x, alpha=2), ("add", "alpha=1")),
    "control flow": (lambda m, x: x if x.sum() > 0 else -x, ("torch.export or torch.fx can trace", "data-dependent")),
    "assignment": (lambda m, x: _assigned(m, x), ("fill_", "a supported operator")),
    "a constant output": (lambda m, x: (x, 3), ("output", "depend on the input")),
    "view read after relu_": (lambda m, x: _old_view(m, x), ("relu_", "nobody reads")),
    "a parameter changed": (lambda m, x: m.p.add_(1) + x, ("add_", "change in place")),
}


def _assigned(m: Any, x: Any) -> Any:
    x[:, 0] = 1
    return x


def _old_and_new(m: Any, x: Any) -> Any:
    y = torch.sigmoid(x)
    z = y
    z += 1
    return z * y


def _behind_identity(m: Any, x: Any) -> Any:
    y = torch.sigmoid(x)
    z = m.same(y)
    z += 1
    return z * y


def _old_view(m: Any, x: Any) -> Any:
    y = torch.sigmoid(x)
    flat = y.view(x.size(0), -1)
    return F.relu_(y), flat


def _thrown_away(m: Any, x: Any) -> Any:
    y = x * 2
    m.relu(y)
    return y


@pytest.mark.parametrize("name", CALLS)
def test_refused_calls(name: str) -> None:
    forward, words = CALLS[name]
    refused(Fn(forward, p=torch.ones(1), relu=nn.ReLU(inplace=True), same=nn.Identity()), *words)


def test_buffers_are_not_changed_by_the_trace() -> None:
    module = Fn(lambda m, x: m.p.add_(1) + x, p=torch.ones(1))
    refused(module, "add_")
    assert torch.equal(module.p, torch.ones(1))


class Remembering(nn.Module):
    """Keeps something of its last input, or of its last call, in a buffer."""

    def __init__(self, keep: Callable[[Any, Any], Any]) -> None:
        super().__init__()
        self.keep = keep
        self.register_buffer("last", torch.ones(()))

    def forward(self, x: Any) -> Any:
        y = x + self.last
        self.last = self.keep(self.last, x)
        return y


@pytest.mark.parametrize("keep", [lambda last, x: last + 1, lambda last, x: x.detach().mean()])
def test_buffers_that_forward_assigns_to(keep: Any) -> None:
    module = Remembering(keep)
    refused(module, "assign")
    assert torch.equal(module.last, torch.ones(()))


def test_a_forward_of_the_module_alone() -> None:
    module = nn.Sequential(nn.Conv2d(2, 3, 3, stride=2), nn.ReLU())
    module[1].forward = lambda x: x.relu().clamp(max=1e6)  # which no random number shows
    refused(module, "'1'", "forward")


class Doubled(nn.Parameter):
    """A parameter with layers of its own."""

    @classmethod
    def __torch_function__(cls, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        found = super().__torch_function__(function, types, args, kwargs or {})
        return 2 * found if function is torch.conv2d else found


def test_parameters_that_compute_otherwise() -> None:
    module = nn.Conv2d(2, 3, 3, stride=2)
    module.weight = Doubled(module.weight.detach())
    refused(module, "Doubled")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_modules_of_jit() -> None:
    refused(torch.jit.script(nn.Conv2d(2, 3, 3).eval()), "torch.jit")


def test_hooks_of_all_modules() -> None:
    hook = torch.nn.modules.module.register_module_forward_hook(lambda module, given, found: found * 2)
    try:
        refused(nn.Conv2d(2, 3, 3), "hooks")
    finally:
        hook.remove()


@pytest.mark.parametrize("way", [lambda x, like: x.type_as(like), lambda x, like: x.to(like)])
def test_types_of_other_tensors_are_seen_without_numbers(way: Any) -> None:
    refused(Fn(lambda m, x: way(x, m.p) + x, p=torch.ones(1, dtype=torch.int64)), "int64")


def test_random_constants_are_seen_without_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.adapters.torch.graphs.MAX_SAMPLED", 0)
    refused(Fn(lambda m, x: x + torch.rand(1)), "random")


def test_training_mode_and_hooks() -> None:
    module = nn.Sequential(nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3))
    with pytest.raises(NotSupported, match=r"call module\.eval\(\) first"):
        from_torch(module, (2, 8, 8))
    module.eval()[1].train()
    with pytest.raises(NotSupported, match="module '1'"):
        from_torch(module, (2, 8, 8))
    module.eval()[0].register_forward_hook(lambda *given: given[-1] * 2)
    refused(module, "'0'", "hooks")


@pytest.mark.parametrize(
    ("module", "size", "words"),
    [
        (3, (2, 8, 8), ("torch.nn.Module", "int")),
        (Two(), (2, 8, 8), ("no size for 'mask'",)),
        (Two(), {"x": (2, 8, 8), "mask": (3, 3, 3), "z": (1,)}, ("no argument 'z'",)),
        (nn.Conv2d(2, 3, 3), (2, 0, 8), ("positive integers",)),
        (nn.Conv2d(2, 3, 3), 8, ("positive integers",)),
        (nn.Conv2d(2, 3, 9), (2, 8, 8), ("conv2d", "a span of 9 on 8 places")),
    ],
)
def test_wrong_requests(module: Any, size: Any, words: tuple[str, ...]) -> None:
    refused(module, *words, size=size, kind=SpecError)


def test_an_absent_framework_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    module = nn.Conv2d(2, 3, 3).eval()
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(NotSupported, match=r"symstride\[torch"):
        from_torch(module, (2, 8, 8))
