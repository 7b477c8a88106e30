"""Times of the three forms: the least of several rounds of all of them, after a check that they compute the same."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.clock import in_turn
from benchmarks.forms.layers import LAYERS, Case

FORMS = ("strided", "unit_stride", "expanded")
TOLERANCE = 1e-4
"""How far apart results may be, by the largest of them: float32, a few thousand terms, another order."""

Run = tuple[Callable[[], object], Callable[[], NDArray[Any]]]
"""What is timed, and the same with its result as an array."""


def study(batch: int, threads: int, rounds: int, device: str) -> Iterator[dict[str, Any]]:
    """A row of figures for each layer: predictions first, then ratios of times to the strided layer."""
    operations, bandwidth = rates(threads, rounds, device)
    for name, (layer, size) in LAYERS.items():
        case = Case.of(layer, size, batch)
        row: dict[str, Any] = {"layer": name, "predicted": predicted(case, operations, bandwidth)}
        row["torch"] = ratios(in_torch(case, threads, device), rounds)
        if device == "cpu":
            with tempfile.TemporaryDirectory() as scratch:
                row["onnxruntime"] = ratios(in_onnx_runtime(case, threads, Path(scratch)), rounds)
        yield row


def predicted(case: Case, operations: float, bandwidth: float) -> dict[str, float]:
    """Ratios to the strided layer: of products, and of the least times at these rates."""
    forms = case.forms
    base = forms.strided.seconds(operations, bandwidth)
    found = {"intensity": float(forms.strided.intensity())}
    for form in FORMS[1:]:
        other = getattr(forms, form)
        found[f"{form} products"] = int(other.multiply_adds) / int(forms.strided.multiply_adds)
        found[f"{form} time"] = other.seconds(operations, bandwidth) / base
    return found


def ratios(runs: dict[str, Run], rounds: int) -> dict[str, float]:
    """Milliseconds of the strided layer, and of everything else its ratio to that."""
    expected = runs["strided"][1]()
    for form in FORMS[1:]:
        found = runs[form][1]()
        if found.shape != expected.shape or np.abs(found - expected).max() > TOLERANCE * np.abs(expected).max():
            raise SystemExit(f"{form}: another result than the strided layer's; nothing was measured")
    for timed, _ in runs.values():
        timed()
    times = dict(zip(runs, in_turn(*(timed for timed, _ in runs.values()), rounds=rounds, of=min), strict=True))
    base = times.pop("strided")
    return {"strided ms": 1e3 * base, **{form: taken / base for form, taken in times.items()}}


# ------------------------------------------------------------------------- PyTorch


def in_torch(case: Case, threads: int, device: str) -> dict[str, Run]:
    """The forms in PyTorch, and sorting into phases by itself."""
    import torch

    torch.set_num_threads(threads)
    torch.backends.cudnn.allow_tf32 = False
    convolve = {1: torch.nn.functional.conv1d, 2: torch.nn.functional.conv2d}[case.layer.ndim]
    x, w, phases, weight = (torch.tensor(a, device=device) for a in (case.x, case.w, case.phases, case.weight))
    low, high = zip(*case.layer.padding, strict=True)
    if low != high:
        raise SystemExit("a layer with as much padding on both sides, please: PyTorch has no other")
    steps: dict[str, Any] = {"padding": tuple(map(int, low)), "groups": int(case.layer.groups)}
    stride, every = tuple(map(int, case.layer.stride)), tuple(slice(None, None, int(s)) for s in case.layer.stride)
    made: dict[str, Callable[[], Any]] = {
        "strided": lambda: convolve(x, w, stride=stride, **steps),
        "unit_stride": lambda: convolve(x, w, **steps)[(..., *every)].contiguous(),
        "expanded": lambda: convolve(phases, weight, groups=steps["groups"]),
        "split": lambda: _split(torch, x, case),
    }
    return {form: _finished(torch, device, run) for form, run in made.items()}


def _split(torch: Any, x: Any, case: Case) -> Any:
    """All phases, by PyTorch's own means: pad to whole cells, give cells axes of their own, and move them."""
    amounts = [
        (int(low), int(high) + -(n + int(low) + int(high)) % int(s))
        for n, (low, high), s in zip(x.shape[2:], case.layer.padding, case.layer.stride, strict=True)
    ]
    x = torch.nn.functional.pad(x, [n for pair in reversed(amounts) for n in pair])
    if case.layer.ndim == 2:
        return torch.nn.functional.pixel_unshuffle(x, int(case.layer.stride[0]))
    batch, channels, size = x.shape
    s = int(case.layer.stride[0])
    return x.reshape(batch, channels, size // s, s).transpose(2, 3).reshape(batch, channels * s, size // s).contiguous()


def _finished(torch: Any, device: str, run: Callable[[], Any]) -> Run:
    """The action with all of its work done when it returns."""

    def timed() -> Any:
        with torch.no_grad():
            found = run()
        if device != "cpu":
            torch.cuda.synchronize()
        return found

    return timed, lambda: timed().cpu().numpy()


# ------------------------------------------------------------------------- ONNX Runtime


def in_onnx_runtime(case: Case, threads: int, scratch: Path) -> dict[str, Run]:
    """The forms as models, which symstride writes."""
    import onnxruntime

    import symstride as ss

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = threads, 3
    found: dict[str, Run] = {}
    for form in FORMS:
        path = scratch / f"{form}.onnx"
        ss.write(case.network(form), path)
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        feed = {session.get_inputs()[0].name: case.phases if form == "expanded" else case.x}

        def run(session: Any = session, feed: Any = feed) -> NDArray[Any]:
            result: NDArray[Any] = session.run(None, feed)[0]
            return result

        found[form] = (run, run)
    return found


# ------------------------------------------------------------------------- the machine


def rates(threads: int, rounds: int, device: str) -> tuple[float, float]:
    """Operations and bytes a second: of a product of two matrices, and of a copy."""
    import torch

    torch.set_num_threads(threads)
    torch.backends.cuda.matmul.allow_tf32 = False
    n, count = (8192, 2**28) if device != "cpu" else (1024, 2**24)
    square, numbers = torch.ones(n, n, device=device), torch.ones(count, device=device)
    actions = [_finished(torch, device, lambda: square @ square)[0], _finished(torch, device, numbers.clone)[0]]
    for action in actions:
        action()
    product, copy = in_turn(*actions, rounds=rounds, of=min)
    return 2 * n**3 / product, 2 * 4 * count / copy
