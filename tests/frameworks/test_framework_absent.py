"""What a cross-check says about frameworks that are missing, broken, or refuse: their names, and how to get them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from toolbox import HOW_TO_GET, ROOT

from symstride import Conv, NotSupported, SpecError, cross_check
from symstride.check.backends import BACKENDS, Backend
from symstride.verdict import Kind

LAYER = Conv(2, 3, kernel=3, stride=2, padding=1, ndim=1)
OPTIONAL = sorted(set(BACKENDS) - {"numpy"})


def test_every_backend_is_known_by_name() -> None:
    assert sorted(BACKENDS) == ["jax", "keras", "numpy", "onnx_reference", "onnxruntime", "scipy", "torch"]
    assert all(BACKENDS[name].name == name for name in BACKENDS)


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_absent_one_is_named_with_how_to_get_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.check.backends.registry.find_spec", lambda module: None)
    report = cross_check(LAYER, 9, [name])
    (row,) = report.rows
    assert (row.backend, row.version, row.outputs, row.verdict.kind) == (name, "", 0, Kind.UNKNOWN)
    assert row.verdict.reason == f"{name} is not installed; to get it: {BACKENDS[name].requirement}"
    assert row.verdict.reason in str(report)
    assert report.exit_code == 3


def test_the_rest_runs_when_one_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BACKENDS["torch"], "version", lambda self: None)
    report = cross_check(LAYER, 9, ["torch", "numpy"])
    assert report.ok
    assert "torch is not installed" in str(report)


@pytest.mark.parametrize("name", OPTIONAL)
def test_the_way_to_get_it_is_an_extra_of_the_package(name: str) -> None:
    assert BACKENDS[name].requirement.startswith("pip install 'symstride[")
    if name != "keras":  # which needs an engine besides
        assert BACKENDS[name].requirement == HOW_TO_GET[BACKENDS[name].module]


def test_keras_without_an_engine_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.check.backends.keras.find_spec", lambda module: None)
    assert "symstride[keras,torch]" in str(cross_check(LAYER, 9, ["keras"]))


def test_onnxruntime_without_onnx_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.check.backends.onnxruntime.find_spec", lambda module: None)
    assert "onnxruntime is not installed" in str(cross_check(LAYER, 9, ["onnxruntime"]))


def test_one_that_does_not_load_is_not_called_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Backend) -> Any:
        raise OSError("libfoo.so.3: cannot open shared object file")

    monkeypatch.setattr("symstride.check.backends.registry.find_spec", lambda module: object())
    monkeypatch.setattr(BACKENDS["torch"], "load", broken)
    (row,) = cross_check(LAYER, 9, ["torch"]).rows
    assert row.verdict.kind is Kind.UNKNOWN
    assert row.verdict.reason.startswith("torch does not load: OSError: libfoo.so.3")
    assert "symstride[torch]" in row.verdict.reason


# ---------------------------------------------------------------- backends made for a test


class Custom(Backend):
    """As the plain correlation of the package, under another name."""

    name = "custom"
    module = "numpy"
    requirement = "nothing"
    numbers = ("integers", "float64")
    strides = False

    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        return BACKENDS["numpy"]().convolve(layer, x, w, b)


class Raises(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        raise RuntimeError("no kernel image\nis available")


class Refuses(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        raise NotSupported("custom", "other layers", "this layer", "another")


class Flips(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        return super().convolve(layer, x, np.flip(w, axis=tuple(range(2, w.ndim))), b)


class OneOff(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        y = super().convolve(layer, x, w, b)
        y.flat[-1] += 1
        return y


class Asks(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        raise SpecError("custom", "a shape that fits", "another", "reshape it")


class Shorter(Custom):
    def convolve(self, layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> NDArray[Any]:
        return super().convolve(layer, x, w, b)[..., :-1]


def check_with(backend: type[Backend], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setitem(BACKENDS, "custom", backend)
    return cross_check(LAYER, 9, "custom")


def test_a_backend_is_one_class(monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_with(Custom, monkeypatch)
    assert report.ok
    assert [row.kind for row in report.rows] == ["integers", "float64"]


@pytest.mark.parametrize(
    ("backend", "reason"),
    [(Raises, "custom raised RuntimeError: no kernel image is available"), (Refuses, "custom refused: this layer")],
)
def test_a_refusal_is_reported_and_is_no_answer(
    backend: type[Backend], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = check_with(backend, monkeypatch)
    assert {row.verdict.reason for row in report.rows} == {reason}
    assert report.exit_code == 3


@pytest.mark.parametrize("backend", [Flips, OneOff, Shorter])
def test_a_wrong_backend_is_refuted_with_a_witness(backend: type[Backend], monkeypatch: pytest.MonkeyPatch) -> None:
    report = check_with(backend, monkeypatch)
    assert {row.verdict.kind for row in report.rows} == {Kind.REFUTED}
    assert "expected" in str(report)
    assert report.exit_code == 1


def test_bad_requests_are_not_taken_for_a_refusal_of_the_framework(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SpecError, match="a shape that fits"):
        check_with(Asks, monkeypatch)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"backends": ["torhc"]}, "names among: jax"), ({"numbers": ["int4"]}, "names among: integers, int8")],
)
def test_unknown_names_are_refused(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(SpecError, match=said):
        cross_check(LAYER, 9, **arguments)


# ---------------------------------------------------------------- lazy, and without traces


def test_asking_for_numpy_loads_no_framework() -> None:
    code = (
        "import sys, symstride as ss; ss.cross_check(ss.Conv(2, 3, kernel=(3,), stride=2), 9);"
        "print(sorted({'torch', 'onnx', 'onnxruntime', 'keras', 'jax', 'scipy', 'z3'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_engine_of_keras_is_chosen_and_the_environment_left_alone(need: Any) -> None:
    need("keras")
    code = (
        "import os, symstride as ss; r = ss.cross_check(ss.Conv(2, 3, kernel=(3,), stride=2), 9, ['keras']);"
        "print(r.rows[0].version, 'KERAS_BACKEND' in os.environ, r.ok)"
    )
    bare = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True, timeout=110, env=bare)
    assert done.stdout.strip().endswith("False True")
