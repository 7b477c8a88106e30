"""PyTorch modules that are no functions of their input: none is read as if it were one."""

from __future__ import annotations

import gc
import itertools
import os
import random
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.adapters.torch import state as states
from symstride.errors import NotSupported

torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")

CALLS = 0
LATE = 1_000
"""A call that no reading makes."""


class Branching(torch.nn.Module):  # type: ignore[misc, name-defined]
    """Bounds what it computes, or not.  No number that is tried here is large enough to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.c = torch.nn.Conv2d(1, 2, 3, 2)
        self.calls = 0
        self.table = {"calls": [0]}
        self.places = itertools.count()
        self.drawing = np.random.default_rng(0)
        self.throwing = random.Random(0)
        self.kept = torch.zeros(1)
        self.dropping = [torch.nn.Dropout(0.5)]  # in training mode, as no module has it

    def forward(self, x: Any) -> Any:
        y = self.c(x)
        return torch.clamp(y, -1e6, 1e6) if self.bounds(y) else y

    def bounds(self, y: Any) -> bool:
        return False


class Helper:
    """Counts for a module."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        self.calls = 0

    def late(self) -> bool:
        self.calls += 1
        return self.calls > LATE


HELPER = Helper()


def an_attribute(self: Any, y: Any) -> bool:
    self.calls += 1
    return bool(self.calls > LATE)


def the_first_call(self: Any, y: Any) -> bool:
    self.calls = min(self.calls + 1, 2)
    return bool(self.calls == 1)


def the_second_call(self: Any, y: Any) -> bool:
    self.calls += 1
    return bool(self.calls == 2)


def something_inside(self: Any, y: Any) -> bool:
    self.table["calls"][0] += 1
    return bool(self.table["calls"][0] > LATE)


def an_iterator(self: Any, y: Any) -> bool:
    return bool(next(self.places) > LATE)


def a_global_variable(self: Any, y: Any) -> bool:
    global CALLS
    CALLS += 1
    return CALLS > LATE


def an_object(self: Any, y: Any) -> bool:
    return HELPER.late()


def an_attribute_of_the_class(self: Any, y: Any) -> bool:
    type(self).of_all = getattr(type(self), "of_all", 0) + 1
    return bool(type(self).of_all > LATE)


def an_attribute_of_the_function(self: Any, y: Any) -> bool:
    count: Any = an_attribute_of_the_function
    count.calls = getattr(count, "calls", 0) + 1
    return bool(count.calls > LATE)


def counted_in_a_closure() -> Callable[[Any, Any], bool]:
    calls = 0

    def a_closure(self: Any, y: Any) -> bool:
        nonlocal calls
        calls += 1
        return calls > LATE

    return a_closure


def a_tensor(self: Any, y: Any) -> bool:
    self.kept = self.kept + 1
    return False


def the_maps_before(self: Any, y: Any) -> bool:
    before, self.kept = self.kept, y
    return before.shape == y.shape


KEEP: dict[str, str] = {
    "an_attribute": "calls", "something_inside": "table['calls'][0]", "an_iterator": "places",
    "a_global_variable": "global CALLS", "an_object": "global HELPER.calls",
    "an_attribute_of_the_class": "of_all", "an_attribute_of_the_function": "bounds.calls",
    "a_closure": "bounds.calls", "a_tensor": "kept",
}  # fmt: skip
"""What changes from call to call, in the words of the refusal."""

MEMORY = (an_attribute, something_inside, an_iterator, a_global_variable, an_object, an_attribute_of_the_class,
          an_attribute_of_the_function, counted_in_a_closure(), a_tensor)  # fmt: skip

OTHERS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "the first call": (the_first_call, "clamp"),
    "the second call": (the_second_call, "clamp"),
    "the maps before": (the_maps_before, "clamp"),
    "gradients": (lambda self, y: torch.is_grad_enabled(), "clamp"),
    "gradients of the maps": (lambda self, y: bool(y.requires_grad), "clamp"),
    "inference mode": (lambda self, y: torch.is_inference_mode_enabled(), "clamp"),
    "tensors of inference mode": (lambda self, y: bool(y.is_inference()), "clamp"),
    "chance in Python": (lambda self, y: random.random() < 1e-9, "random numbers of Python"),
    "chance in NumPy": (lambda self, y: np.random.rand() < 1e-9, "random numbers of NumPy"),
    "chance in PyTorch": (lambda self, y: bool(torch.rand(1) > 2), "random numbers of PyTorch"),
    "chance of its own": (lambda self, y: self.drawing.random() < 1e-9, "drawing"),
    "chance of its own in Python": (lambda self, y: self.throwing.random() < 1e-9, "throwing"),
    "chance of the machine": (lambda self, y: os.urandom(4) == bytes(4), "urandom"),
    "a number that nobody had": (lambda self, y: uuid.uuid4().int == 0, "urandom"),
    "the clock": (lambda self, y: time.time() < 1, "time.time"),
    "a stopwatch": (lambda self, y: time.perf_counter_ns() < 1, "time.perf_counter_ns"),
    "the date": (lambda self, y: datetime.now(UTC).year > 9000, "datetime.now"),
    "numbers in NumPy": (lambda self, y: {7: True}.get(y.max().detach().numpy().item(), False), "Tensor.numpy"),
    "numbers in lists": (lambda self, y: {7: True}.get(y.max().tolist(), False), "_local_scalar_dense|Tensor.tolist"),
    "a layer that nobody has": (lambda self, y: self.dropping[0](y) is None, "random numbers of PyTorch"),
}  # fmt: skip


def module_of(bounds: Callable[[Any, Any], bool]) -> Any:
    torch.manual_seed(0)
    return type("Module", (Branching,), {"bounds": bounds, "__module__": __name__})().eval()


@pytest.mark.parametrize("bounds", MEMORY, ids=lambda bounds: bounds.__name__)
def test_a_module_that_counts_its_calls_is_refused(bounds: Callable[[Any, Any], bool]) -> None:
    with pytest.raises(NotSupported, match="a call leaves as the call before did") as caught:
        ss.read(module_of(bounds), (1, 7, 7), check=False)
    assert KEEP[bounds.__name__] in caught.value.got


@pytest.mark.parametrize("name", OTHERS)
def test_a_module_that_asks_for_more_than_its_input_is_refused(name: str) -> None:
    bounds, words = OTHERS[name]
    with pytest.raises(NotSupported, match=words):
        ss.read(module_of(bounds), (1, 7, 7), check=False)


def test_an_input_that_is_followed() -> None:
    class Followed(Branching):
        def forward(self, x: Any) -> Any:
            return torch.clamp(self.c(x), -1e6, 1e6) if x.requires_grad else self.c(x)

    with pytest.raises(NotSupported, match="clamp"):
        ss.read(Followed().eval(), (1, 7, 7), check=False)


def test_a_copy_that_differs() -> None:
    class Copied(Branching):
        def bounds(self, y: Any) -> bool:
            return bool(self.calls == 0)

        def __deepcopy__(self, memo: Any) -> Any:
            other = type(self).__new__(type(self))
            vars(other).update(vars(self), calls=1)
            return other

    with pytest.raises(NotSupported, match="a module whose copy is like it"):
        ss.read(Copied().eval(), (1, 7, 7), check=False)


class Settled(Branching):
    """Keeps what it computes once, the last size and the last map, and reads none of the two."""

    scale: Any = None

    def forward(self, x: Any) -> Any:
        if self.scale is None:
            self.scale = torch.full((1,), 2.0)
        self.size, self.last = tuple(x.shape), x.relu()
        return self.c(x) * 2

    def training_step(self) -> None:
        """Nothing that forward calls."""
        HELPER.late()


def test_a_module_that_settles_is_read() -> None:
    module = Settled().eval()
    network = ss.read(module, (1, 7, 7))
    assert network.unchecked == ""
    assert module.scale is None
    assert not any("HELPER" in where for where in states.state("state", module))
    assert torch.is_grad_enabled()


def test_state_is_bounded_and_tells_numbers_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    module = module_of(the_first_call)
    before = states.state("state", module)
    assert states.first_difference(before, states.state("state", module)) == ""
    for change in (
        lambda: module.table.update(calls=[0.0]),
        lambda: setattr(module, "kept", torch.ones(1)),
        lambda: module.c.weight.add_(0),
        lambda: vars(module).update(nothing=float("nan")),
        lambda: vars(module).pop("nothing"),
    ):
        with torch.no_grad():
            change()
        after = states.state("state", module)
        assert states.first_difference(before, after) != ""
        before = after
    monkeypatch.setattr(states, "MAX_STATE", 10)
    with pytest.raises(NotSupported, match="at most 10 objects that forward can reach"):
        states.state("state", module)


def test_what_looks_at_the_clock_while_garbage_is_collected_is_not_the_module() -> None:
    looked = []

    def look(phase: str, about: dict[str, int]) -> None:
        looked.append(time.perf_counter())

    thresholds = gc.get_threshold()
    gc.callbacks.append(look)
    gc.set_threshold(1, 1, 1)
    try:
        network = ss.read(Branching().eval(), (1, 7, 7))
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(look)
    assert looked
    assert network.strided
    assert gc.isenabled()
