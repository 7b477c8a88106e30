"""Modules with what no reader knows: exported and kept, the strided layers rewritten, and compared with the module."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.errors import NotSupported, SpecError, SymstrideError

torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")
pytest.importorskip("onnx", reason="the module is exported to ONNX")
nn = torch.nn


class Gated(nn.Module):  # type: ignore[misc, name-defined]
    """A strided layer, a cumulative sum that no reader knows, and a layer with weights that are computed."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 4, 3, 2, 1)
        self.second = nn.Conv2d(4, 4, 3, 2, 1)

    def forward(self, x: Any) -> Any:
        y = torch.cumsum(self.first(x), 1)
        weight = torch.sin(self.second.weight)
        return nn.functional.conv2d(y, weight, self.second.bias, 2, 1)


class Branching(nn.Module):  # type: ignore[misc, name-defined]
    """What it does depends on the numbers, and an exporter sees those of zeros."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Conv2d(3, 4, 3, 2, 1)

    def forward(self, x: Any) -> Any:
        y = torch.cumsum(self.layer(x), 1)
        return y * 2 if bool((x > 0).any()) else y


class Random(Gated):
    """Noise at the end."""

    def forward(self, x: Any) -> Any:
        y = super().forward(x)
        return y + torch.randn_like(y)


def seeded(kind: type) -> Any:
    torch.manual_seed(3)
    return kind().eval()


@pytest.mark.full
def test_a_module_that_is_refused_as_a_whole_goes_through_with_the_rest_kept(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime", reason="the written file is run")
    module = seeded(Gated)
    with pytest.raises(SymstrideError):
        ss.read(module, (3, 16, 16))
    read = ss.read(module, (3, 16, 16), keep=True)
    assert (len(read.parts), read.rest.left, read.unchecked) == (2, (), "")
    ss.write(ss.unstride(read), tmp_path / "out.onnx")
    theorem = ss.prove(read, rewritten=tmp_path / "out.onnx")
    assert "reading not checked" not in str(theorem.verdict)
    x = np.random.default_rng(1).standard_normal((1, 3, 16, 16)).astype(np.float32)
    session = onnxruntime.InferenceSession(str(tmp_path / "out.onnx"), providers=["CPUExecutionProvider"])
    (given,) = session.run(None, {session.get_inputs()[0].name: x})
    np.testing.assert_allclose(given, module(torch.from_numpy(x)).detach().numpy(), rtol=1e-4, atol=1e-5)


def test_an_export_that_takes_another_way_than_the_module_is_refused() -> None:
    pytest.importorskip("onnxruntime", reason="the exported model is run")
    with pytest.raises(NotSupported, match="as the model gives it for random numbers"):
        ss.read(seeded(Branching), (3, 8, 8), keep=True)


def test_a_module_that_draws_numbers_is_not_checked_and_says_so() -> None:
    pytest.importorskip("onnxruntime", reason="the exported model is run")
    read = ss.read(seeded(Random), (3, 16, 16), keep=True)
    assert "other numbers each time" in read.unchecked
    assert "other numbers each time" in read.joint.unchecked
    assert ss.unstride(read).unchecked == read.unchecked


def test_without_a_check_it_says_so() -> None:
    assert ss.read(seeded(Branching), (3, 8, 8), keep=True, check=False).unchecked == "check=False"


def test_what_has_no_size_or_is_in_training_mode_is_refused() -> None:
    with pytest.raises(SpecError, match="input_size"):
        ss.read(seeded(Gated), keep=True)
    with pytest.raises(NotSupported, match="training mode"):
        ss.read(Gated(), (3, 16, 16), keep=True)


def test_a_map_without_variance_is_no_difference() -> None:
    """At zeros each channel is constant, and normalising it divides the rounding of each runtime by almost nothing."""
    torch.manual_seed(0)
    parts = [torch.nn.Conv2d(3, 16, 3, padding=1), torch.nn.GroupNorm(16, 16, eps=1e-9), torch.nn.SiLU()]
    module = torch.nn.Sequential(*parts, torch.nn.Conv2d(16, 4, 3, stride=2)).eval()
    assert ss.read(module, (3, 15, 15), keep=True).unchecked == ""
